"""The part of the settings page about rooms: the rooms themselves, closings, what is lent, holidays."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.core.errors import EnvironmentTrouble
from desk_app.ui import messages
from desk_app.ui.context import Context
from desk_app.ui.door_screen import DoorScreen, open_door
from desk_app.ui.pages.settings.model import SettingsModel
from desk_app.ui.pages.settings.rooms_house import HousePart
from desk_app.ui.pages.settings.rooms_house_model import HouseModel
from desk_app.ui.pages.settings.rooms_list import RoomsPart
from desk_app.ui.pages.settings.rooms_model import RoomsModel
from desk_app.ui.pages.settings.rooms_photos import Photos
from desk_app.ui.pages.settings.rooms_things import ThingsPart
from desk_app.ui.pages.settings.rooms_years import YearsModel, YearsPart
from desk_app.ui.wall_sheets import WallSheets
from desk_app.ui.widgets.scrolled import scrolled


class RoomPart(StrEnum):
    """The parts of this section."""

    ROOMS = "rooms"
    HOUSE = "house"
    THINGS = "things"
    YEARS = "years"


class RoomsSection(QWidget):
    """Four parts; what was done is said on the page's own line."""

    def __init__(self, context: Context, settings: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._settings = context, settings
        self.rooms_model, self.house_model = RoomsModel(context, self), HouseModel(context, self)
        self.years_model, self.sheets = YearsModel(context, self), WallSheets(context, self)
        self.rooms = RoomsPart(self.rooms_model, Photos(context.settings.folder / "photos"))
        self.house = HousePart(self.house_model)
        self.things = ThingsPart(self.house_model, self.sheets)
        self.years = YearsPart(self.years_model)
        self.door: DoorScreen | None = None
        self._lay_out()
        for model in (self.rooms_model, self.house_model, self.years_model):
            model.said.connect(settings.tell)
        self.sheets.made.connect(self._sheet_made)
        self.sheets.printed.connect(self._sheet_printed)
        self.sheets.failed.connect(self._sheet_failed)
        self.rooms.door_wanted.connect(self.show_door)

    def _lay_out(self) -> None:
        self.tabs = {part: QPushButton() for part in RoomPart}
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(10)
        for part, button in self.tabs.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(partial(self.open_part, part))
            head.addWidget(button)
        head.addStretch(1)
        self.parts = QStackedWidget()
        for widget in (self.rooms, scrolled(self.house), scrolled(self.things), self.years):
            self.parts.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        self.tabs[RoomPart.ROOMS].setChecked(True)

    def open_part(self, part: RoomPart) -> None:
        """Turn to another part; drafts stay."""
        self.tabs[part].setChecked(True)
        self.parts.setCurrentIndex(list(RoomPart).index(part))
        self.show_all()

    def show_all(self) -> None:
        """Read what may have changed elsewhere."""
        for model in (self.rooms_model, self.house_model, self.years_model):
            model.show()

    def show_door(self) -> None:
        """The chosen room's door screen on the whole screen; Esc brings the desk back."""
        chosen = self.rooms_model.state.room
        if chosen is not None and not self.rooms_model.state.is_new:
            self.door = open_door(self._context, chosen.id)

    def show_details(self, shown: bool) -> None:
        """Large text leaves room for what is asked most."""
        self.rooms.show_details(shown)

    def retranslate(self) -> None:
        """Set every word anew."""
        for part, words in (
            (RoomPart.ROOMS, self.tr("Each room")),
            (RoomPart.HOUSE, self.tr("Closed and kept")),
            (RoomPart.THINGS, self.tr("Equipment, house, sheets")),
            (RoomPart.YEARS, self.tr("Holidays")),
        ):
            self.tabs[part].setText(words)
        for widget in (self.rooms, self.house, self.things, self.years):
            widget.retranslate()

    def _sheet_made(self, path: Path) -> None:
        self._settings.tell("sheet_made", path.name, None)

    def _sheet_printed(self, path: Path) -> None:
        self._settings.tell("sheet_printed", path.name, None)

    def _sheet_failed(self, trouble: EnvironmentTrouble) -> None:
        self._settings.tell("sheet_failed", messages.trouble(trouble), None)
