"""Buttons that stay pressed, one per room: for which rooms something holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desk_app.domain.bookings.rooms import Room


class RoomToggles(QWidget):
    """`toggle` receives the id of the room pressed."""

    def __init__(self, toggle: Callable[[UUID], None], columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toggle, self._columns = toggle, columns
        self.buttons: dict[UUID, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)

    def show_rooms(self, rooms: Iterable[Room], pressed: Iterable[UUID]) -> None:
        """Offer these rooms, those in `pressed` pressed."""
        offered = {room.id: room for room in rooms}
        if list(offered) != list(self.buttons):
            self._offer(offered)
        chosen = frozenset(pressed)
        for room_id, button in self.buttons.items():
            button.setText(offered[room_id].name)
            button.setChecked(room_id in chosen)

    def _offer(self, rooms: Iterable[UUID]) -> None:
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {room_id: QPushButton() for room_id in rooms}
        for number, (room_id, button) in enumerate(self.buttons.items()):
            button.setCheckable(True)
            button.clicked.connect(partial(self._toggle, room_id))
            self._grid.addWidget(button, number // self._columns, number % self._columns)
