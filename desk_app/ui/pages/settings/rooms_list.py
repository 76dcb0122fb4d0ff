"""The hub's rooms on the left, one of them on the right with its three sides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from desk_app.ui.pages.settings.rooms_basics import BasicsSide
from desk_app.ui.pages.settings.rooms_hours import HoursSide
from desk_app.ui.pages.settings.rooms_model import RoomsModel, RoomsState, RoomTab
from desk_app.ui.pages.settings.rooms_photos import Photos
from desk_app.ui.pages.settings.rooms_rows import AREA, FLOOR, NAME, RoomRows
from desk_app.ui.pages.settings.rooms_rules import RulesSide
from desk_app.ui.widgets import Card, KeyCapButton, Tag
from desk_app.ui.widgets.scrolled import scrolled
from desk_app.ui.widgets.table import DeskTable


class RoomsPart(QWidget):
    """Intents go to the model."""

    door_wanted = Signal()
    """Somebody wants the chosen room's door screen."""

    def __init__(self, model: RoomsModel, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.rows, self.table = RoomRows(self), DeskTable()
        self.basics, self.hours, self.rules = BasicsSide(model, photos), HoursSide(model), RulesSide(model)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list_card(), 2)
        row.addWidget(self._room_card(), 4)
        model.changed.connect(self.render_state)

    def _list_card(self) -> Card:
        self.list_card = Card()
        self.new_button = KeyCapButton(key="Ctrl+N", icon_name="plus")
        self.new_button.clicked.connect(self._model.new_room)
        self.list_card.head.addWidget(self.new_button)
        self.table.setModel(self.rows)
        self.table.stretch(NAME)
        self.table.clicked.connect(self._chosen)
        self.table.activated.connect(self._chosen)
        self.list_card.body.addWidget(self.table, 1)
        self.up_button, self.down_button = QPushButton(), QPushButton()
        self.up_button.clicked.connect(partial(self._model.move, -1))
        self.down_button.clicked.connect(partial(self._model.move, 1))
        order = QHBoxLayout()
        order.setSpacing(10)
        order.addWidget(self.up_button, 1)
        order.addWidget(self.down_button, 1)
        self.list_card.body.addLayout(order)
        return self.list_card

    def _room_card(self) -> Card:
        self.room_card = Card()
        self.state_tag = Tag()
        self.room_card.head.addWidget(self.state_tag)
        self.tabs = {tab: QPushButton() for tab in RoomTab}
        group = QButtonGroup(self)
        for tab, button in self.tabs.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(partial(self._model.open_tab, tab))
            self.room_card.head.addWidget(button)
        self.sides = QStackedWidget()
        for side in (self.basics, self.hours, self.rules):
            self.sides.addWidget(scrolled(side, sideways=False))
        self.room_card.body.addWidget(self.sides, 1)
        self.retire_button, self.discard_button = QPushButton(), QPushButton()
        self.door_button = QPushButton()
        self.door_button.clicked.connect(self.door_wanted)
        self.retire_button.clicked.connect(self._model.take_out_of_service)
        self.discard_button.setProperty("tone", "quiet")
        self.discard_button.clicked.connect(self._model.discard)
        self.save_button = KeyCapButton(key="Ctrl+Return", tone="primary")
        self.save_button.clicked.connect(self._model.save_room)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.retire_button)
        row.addWidget(self.door_button)
        row.addStretch(1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        self.room_card.body.addLayout(row)
        return self.room_card

    def _chosen(self, index: QModelIndex) -> None:
        self._model.choose_room(self.rows.rooms[index.row()].id)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list_card.heading.setText(self.tr("Rooms"))
        self.new_button.set_text(self.tr("New room"))
        self.up_button.setText(self.tr("Move up"))
        self.down_button.setText(self.tr("Move down"))
        self.save_button.set_text(self.tr("Save room"))
        self.discard_button.setText(self.tr("Discard"))
        self.door_button.setText(self.tr("Door screen"))
        self.state_tag.setText(self.tr("out of service"))
        for tab, words in (
            (RoomTab.BASICS, self.tr("The room")),
            (RoomTab.HOURS, self.tr("Open")),
            (RoomTab.RULES, self.tr("Rules")),
        ):
            self.tabs[tab].setText(words)
        for side in (self.basics, self.hours, self.rules):
            side.retranslate()
        self.rows.retranslate()
        self.render_state(self._model.state)

    def show_details(self, shown: bool) -> None:
        """Large text leaves room for what is asked most."""
        for column in (FLOOR, AREA):
            self.table.setColumnHidden(column, not shown)
        self.save_button.cap.setVisible(shown)

    def render_state(self, state: RoomsState) -> None:
        """Show the list and the room."""
        self.rows.show(state.rooms)
        draft = state.room
        self.room_card.heading.setText("" if draft is None else draft.name or self.tr("New room"))
        self.room_card.aside.setText("" if draft else self.tr("Choose a room on the left, or begin a new one."))
        for widget in (self.sides, self.retire_button, self.save_button, *self.tabs.values()):
            widget.setVisible(draft is not None)
        for button in (self.up_button, self.down_button):
            button.setEnabled(draft is not None and not state.is_new)
        self.discard_button.setVisible(state.unsaved)
        self.door_button.setVisible(draft is not None and not state.is_new)
        self.state_tag.setVisible(draft is not None and not draft.in_service)
        self._select(state)
        if draft is None:
            return
        self.retire_button.setText(
            self.tr("Do not keep")
            if state.is_new
            else self.tr("Out of service")
            if draft.in_service
            else self.tr("Back in service")
        )
        self.tabs[state.tab].setChecked(True)
        self.sides.setCurrentIndex(list(RoomTab).index(state.tab))
        for side in (self.basics, self.hours, self.rules):
            side.render_state(state)

    def _select(self, state: RoomsState) -> None:
        chosen = state.room.id if state.room else None
        row = next((row for row, room in enumerate(self.rows.rooms) if room.id == chosen), -1)
        if row < 0:
            self.table.clearSelection()
        elif self.table.currentIndex().row() != row or not self.table.selectionModel().hasSelection():
            self.table.selectRow(row)
