"""The list: the coming weeks as a table, and the line that finds a booking by slip, number, phone tail or name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.pages.bookings.sheets import ListRow
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Label
from desk_app.ui.widgets.table import DeskTable

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FIND_AFTER_MS = 120

DAY, TIME, ROOM, TITLE, WHO, HEADS, STATE = range(7)
_CELLS: tuple[Callable[[ListRow], str], ...] = (
    lambda row: row.day,
    lambda row: row.times,
    lambda row: row.room,
    lambda row: row.title,
    lambda row: row.who,
    lambda row: str(row.heads),
    lambda row: row.said,
)


class BookingTable(QAbstractTableModel):
    """A tuple of ListRows as a table."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[ListRow, ...] = ()
        self.headings: tuple[str, ...] = ("",) * len(_CELLS)

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def set_headings(self, headings: tuple[str, ...]) -> None:
        self.headings = headings
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  (Qt's name)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  (Qt's name)
        return 0 if parent.isValid() else len(_CELLS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATE and row.tone in ("warn", "bad", "info"):
            return self._look.theme.colour(row.tone)
        if role == Qt.ItemDataRole.UserRole:
            return row.id
        return None

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.headings[section]
        return None


class BookingList(QWidget):
    """A box to find a booking, and the table."""

    booking_chosen = Signal(object)
    """UUID."""
    looked_for = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QLineEdit()
        self.box.setMaxLength(60)
        self.rows = BookingTable(look, self)
        self.table = DeskTable()
        self.table.setModel(self.rows)
        self.table.stretch(TITLE)
        self.nothing = Label(role="secondary", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.box)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_FIND_AFTER_MS)
        self._rest.timeout.connect(self._look)
        self.box.textEdited.connect(lambda _text: self._rest.start())
        self.box.returnPressed.connect(self._look)
        self.table.clicked.connect(self._chosen)
        self.table.activated.connect(self._chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 找预约：姓名、团队、手机尾号、凭条号
        self.box.setPlaceholderText(self.tr("Find a booking: name, group, phone tail, slip number"))
        self.box.setAccessibleName(self.tr("Find a booking"))
        self.table.setAccessibleName(self.tr("Bookings"))
        #: 没有预约。按 Ctrl+B 新建，或换个日期。
        self.nothing.setText(self.tr("No bookings here. Ctrl+B makes one; another day may have some."))
        headings = (
            #: 日期
            self.tr("Day"),
            #: 时间
            self.tr("Time"),
            #: 场地
            self.tr("Room"),
            #: 内容
            self.tr("What"),
            #: 预约人
            self.tr("Who"),
            #: 人数
            self.tr("People"),
            #: 状态
            self.tr("State"),
        )
        self.rows.set_headings(headings)

    def show_rows(self, rows: tuple[ListRow, ...], search: str) -> None:
        """Show these; a search of somebody else's (a scanned slip) fills the box."""
        self.rows.show_rows(rows)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if not self.box.hasFocus() and self.box.text() != search:
            self.box.setText(search)

    def _look(self) -> None:
        self._rest.stop()
        self.looked_for.emit(self.box.text())

    def _chosen(self, index: QModelIndex) -> None:
        self.booking_chosen.emit(self.rows.rows[index.row()].id)
