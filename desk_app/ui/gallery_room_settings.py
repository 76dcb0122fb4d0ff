"""The scenes of the gallery about the settings of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.rooms import RoomPart, RoomsSection
from desk_app.ui.pages.settings.rooms_model import RoomTab
from desk_app.ui.pages.settings.state import Section


class Sample(Protocol):
    """What a scene needs of the gallery's desk."""

    @property
    def window(self) -> MainWindow: ...


def _rooms(sample: Sample, part: RoomPart, tab: RoomTab = RoomTab.BASICS) -> RoomsSection:
    sample.window.show_page("settings")
    page = sample.window.page
    if not isinstance(page, SettingsPage):
        raise TypeError(type(page).__name__)
    page.model.open_section(Section.ROOMS)
    page.rooms.open_part(part)
    first = page.rooms.rooms_model.state.rooms[0]
    page.rooms.rooms_model.choose_room(first.id)
    page.rooms.rooms_model.open_tab(tab)
    return page.rooms


def settings_room(sample: Sample) -> None:
    """One room: what it is and what it is for."""
    _rooms(sample, RoomPart.ROOMS)


def settings_room_hours(sample: Sample) -> None:
    """A season with hours that cannot be understood."""
    model = _rooms(sample, RoomPart.ROOMS, RoomTab.HOURS).rooms_model
    model.add_exception()
    model.add_season()
    model.edit_day(2, "8-12 13-")
    model.save_room()


def settings_room_rules(sample: Sample) -> None:
    """Notice, length, buffers, limits."""
    _rooms(sample, RoomPart.ROOMS, RoomTab.RULES).rooms_model.add_quota()


def settings_rooms_closed(sample: Sample) -> None:
    """A closing that meets bookings."""
    model = _rooms(sample, RoomPart.HOUSE).house_model
    model.edit_closure("closure", "last", model.state.closure.first.replace(day=30))
    model.edit_closure("closure", "why", "空调检修")
    model.close()


def settings_rooms_lent(sample: Sample) -> None:
    """Equipment, the rules of the house, the sheets for the wall."""
    _rooms(sample, RoomPart.THINGS).house_model.add_equipment()


def settings_rooms_holidays(sample: Sample) -> None:
    """A year nobody has announced yet."""
    section = _rooms(sample, RoomPart.YEARS)
    section.years_model.choose_year(section.years_model.state.this_year + 1)


ROOM_SETTINGS_SCENES: tuple[Callable[[Sample], None], ...] = (
    settings_room,
    settings_room_hours,
    settings_room_rules,
    settings_rooms_closed,
    settings_rooms_lent,
    settings_rooms_holidays,
)
"""Played in this order."""
