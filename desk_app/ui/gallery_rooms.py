"""A day of bookings for the gallery: the rooms, a morning in use, a request, a series; and the scenes of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Protocol
from uuid import UUID

from desk_app.domain.bookings.booking import PartyKind, Responsible
from desk_app.domain.bookings.hours import OpeningHours, WeeklyHours
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.rooms import LivingRoomUse, Notice, Room, RoomPurpose, RoomRules
from desk_app.domain.bookings.slots import MINUTE, DaySpan, Slot, instant_of
from desk_app.domain.catalogue import ServiceKind
from desk_app.services.bookings import ONCE, Wanted
from desk_app.services.desk import Desk
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.bookings.page import BookingsPage
from desk_app.ui.pages.bookings.state import Panel, View

MONDAY = date(2026, 11, 23)
_OPEN = DaySpan(time(8), time(20, 30))
_ROOMS: tuple[tuple[str, int, float, frozenset[str]], ...] = (
    ("公共客厅", 40, 48.0, frozenset({"投影", "音响"})),
    ("议事厅", 20, 18.0, frozenset({"白板"})),
    ("亲子活动室", 24, 30.0, frozenset({"软垫"})),
    ("会议室", 20, 0.0, frozenset({"投影", "白板"})),
    ("多功能厅", 60, 90.0, frozenset({"投影", "音响"})),
    ("阅览室", 16, 0.0, frozenset()),
    ("健康小屋", 2, 0.0, frozenset()),
)
_HALVES = ("东厅", "西厅")
_K, _U = ServiceKind, LivingRoomUse
_DAY: tuple[tuple[str, str, str, RoomPurpose, str, str, int], ...] = (
    ("公共客厅", "08:30", "10:25", _U.ARTS_EXCHANGE, "书法班", "测试书画社", 24),
    ("公共客厅", "13:00", "14:30", _U.PUBLIC_AFFAIRS, "楼组长议事会", "测试十二村居委会", 18),
    ("议事厅", "09:30", "12:00", _K.LEGAL, "社区律师接待", "测试律师事务所", 6),
    ("议事厅", "14:00", "16:00", _K.LEGAL, "民事调解", "测试调解室", 5),
    ("亲子活动室", "09:00", "10:30", _K.PARENT_CHILD, "亲子绘本", "测试绘本馆", 14),
    ("亲子活动室", "12:30", "15:30", _K.EDUCATION, "智能手机课", "测试社区学校", 20),
    ("会议室", "10:30", "12:30", _K.SIGNATURE, "理事会例会", "测试理事会", 12),
    ("多功能厅", "08:30", "12:00", _K.CULTURE_SPORTS, "合唱团排练", "测试枫叶合唱团", 32),
    ("东厅", "14:00", "15:30", _K.CULTURE_SPORTS, "太极", "测试太极队", 12),
    ("西厅", "14:30", "16:30", _K.HEALTH, "八段锦", "测试健身队", 15),
    ("多功能厅", "17:00", "19:30", _K.CULTURE_SPORTS, "夜间舞蹈", "测试舞蹈队", 28),
)
_HERE = ("书法班", "社区律师接待", "合唱团排练")


class StandingClock(Protocol):
    """A clock that is put where it is wanted."""

    at: datetime


class Sample(Protocol):
    """What a scene needs of the gallery's desk."""

    @property
    def window(self) -> MainWindow: ...


def furnish(desk: Desk, clock: StandingClock) -> dict[str, UUID]:
    """The hub's rooms and a day of bookings made the evening before; returns the rooms by name. Moves no clock."""
    morning = clock.at
    clock.at = morning - timedelta(hours=14)
    rooms = _rooms(desk)
    ids = {}
    for room, start, end, purpose, title, party, heads in _DAY:
        slot = DaySpan(time.fromisoformat(start), time.fromisoformat(end)).on(MONDAY)
        ids[title] = _book(desk, rooms[room], slot, purpose, title, party, heads)
    clubs = Recurrence(Repeat.WEEKLY, count=6)
    slot = DaySpan(time(19), time(20, 30)).on(MONDAY)
    _book(desk, rooms["公共客厅"], slot, _U.NEIGHBOUR_RELATIONS, "邻里读书会", "测试读书会", 15, clubs)
    for title in _HERE:
        clock.at = instant_of(desk.bookings.booking(ids[title]).slot.start)
        desk.bookings.check_in(ids[title])
    clock.at = morning
    return rooms


def _rooms(desk: Desk) -> dict[str, UUID]:
    there = {room.name: room.id for room in desk.rooms.list()}
    hours = OpeningHours(weekly=WeeklyHours.every_day(_OPEN))
    rules = RoomRules(notice=Notice(at_most=timedelta(days=200)))
    ids: dict[str, UUID] = {}
    for name, seats, area, features in _ROOMS:
        room = Room(there.get(name) or desk.rooms.new_id(), name, seats, area, hours=hours, rules=rules)
        room = replace(room, features=features)
        if name == "公共客厅":
            room = replace(room, rules=replace(rules, setup=15 * MINUTE, cleanup=15 * MINUTE))
        if name == "议事厅":
            room = replace(room, rules=replace(rules, needs_approval=True))
        if name == "多功能厅":
            halves = [
                Room(there.get(half) or desk.rooms.new_id(), half, 30, 45.0, hours=hours, rules=rules)
                for half in _HALVES
            ]
            for half in halves:
                desk.rooms.save(half)
                ids[half.name] = half.id
            room = replace(room, parts=tuple(half.id for half in halves))
        desk.rooms.save(room)
        ids[name] = room.id
    for room in desk.rooms.list():
        if room.id not in ids.values():
            desk.rooms.save(replace(room, in_service=False))
    desk.rooms.reorder([ids[name] for name, *_ in _ROOMS] + [ids[half] for half in _HALVES])
    return ids


def _book(
    desk: Desk,
    room_id: UUID,
    slot: Slot,
    purpose: RoomPurpose,
    title: str,
    party: str,
    heads: int,
    rule: Recurrence = ONCE,
) -> UUID:
    group = desk.rooms.party(PartyKind.GROUP, party)
    who = Responsible(PartyKind.GROUP, group.id, party, None, "测试陈国栋", "13900002207")
    wanted = Wanted((room_id,), slot, who, purpose, rule, title, heads)
    booking = desk.bookings.book(wanted, print_slip=False).bookings[0]
    if title == "社区律师接待":
        desk.bookings.approve(booking.id)
    return booking.id


# ---- scenes ------------------------------------------------------------------------------------------------------


def _page(sample: Sample) -> BookingsPage:
    sample.window.show_page("bookings")
    page = sample.window.page
    if not isinstance(page, BookingsPage):
        raise TypeError(type(page).__name__)
    return page


def _room(page: BookingsPage, name: str) -> UUID:
    return next(room.id for room in page.model.state.house.rooms if room.name == name)


def _at(start: str, end: str, day: date = MONDAY) -> Slot:
    return DaySpan(time.fromisoformat(start), time.fromisoformat(end)).on(day)


def bookings_day(sample: Sample) -> None:
    """The day, with what waits for the desk."""
    page = _page(sample)
    page.model.show_view(View.DAY, MONDAY)
    page.model.leave_panel()


def bookings_new(sample: Sample) -> None:
    """A slot was clicked; somebody was found by name."""
    page = _page(sample)
    page.model.start_booking(_room(page, "会议室"), _at("14:00", "16:00"))
    page.model.draft.look_for("测试")
    page.model.draft.take_person(0)


def bookings_conflict(sample: Sample) -> None:
    """A weekly series of which two dates cannot be had, and what would fit."""
    page = _page(sample)
    draft = page.model.draft
    draft.place(_room(page, "议事厅"), _at("14:00", "16:00"))
    draft.set_rule(Recurrence(Repeat.WEEKLY, count=8))
    draft.look_for_offers()


def bookings_chosen(sample: Sample) -> None:
    """One date of a series, moved by hand: how far does it reach?"""
    page = _page(sample)
    page.model.draft.clear()
    booking = next(one for one in page.model.state.bookings if one.title == "邻里读书会")
    page.model.move(booking.id, booking.room_id, booking.slot.moved(-timedelta(minutes=30)))


def bookings_week(sample: Sample) -> None:
    """The week of every room."""
    page = _page(sample)
    page.model.leave_panel()
    page.model.leave_panel()
    page.model.show_view(View.WEEK)


def bookings_month(sample: Sample) -> None:
    """The month of the whole house."""
    _page(sample).model.show_view(View.MONTH)


def bookings_list(sample: Sample) -> None:
    """The coming weeks as a list, and one taken back."""
    page = _page(sample)
    page.model.show_view(View.LIST)
    booking = next(one for one in page.model.state.bookings if one.title == "太极")
    page.model.cancel(booking.id)
    if page.model.state.panel is not Panel.BOOKING:
        page.model.choose(booking.id)


BOOKING_SCENES: tuple[Callable[[Sample], None], ...] = (
    bookings_day,
    bookings_new,
    bookings_conflict,
    bookings_chosen,
    bookings_week,
    bookings_month,
    bookings_list,
)
"""Played in this order in one window."""
