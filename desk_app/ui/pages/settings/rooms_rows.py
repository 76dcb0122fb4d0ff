"""The hub's rooms as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.domain.bookings.rooms import Room

NAME, FLOOR, SEATS, AREA = range(4)
_Index = QModelIndex | QPersistentModelIndex


class RoomRows(QAbstractTableModel):
    """A tuple of rooms as table rows, in the hub's own order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooms: tuple[Room, ...] = ()

    def show(self, rooms: tuple[Room, ...]) -> None:
        if rooms != self.rooms:
            self.beginResetModel()
            self.rooms = rooms
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.rooms)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        room = self.rooms[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole and not room.in_service:
            return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = room.name if room.in_service else self.tr("{name} (out of service)").format(name=room.name)
        seats = str(room.capacity) if room.capacity else "—"
        return (name, room.floor, seats, f"{room.area:g} ㎡" if room.area else "—")[index.column()]

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Room"), self.tr("Floor"), self.tr("People"), self.tr("Area"))[section]

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self.layoutChanged.emit()
