"""The day's visits as table rows, sortable by value and filtered by any word on the row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor

from desk_app.core.clock import shanghai
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.people import mask_name
from desk_app.domain.visits import Departure, Identified
from desk_app.services.visits import DayVisit
from desk_app.ui import messages
from desk_app.ui.theme import Theme

NUMBER, ARRIVED, NAME, PURPOSE, HEADS, LEFT, HOW = range(7)
COLUMNS = 7
SortRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1

HOW_WORDS = {
    Identified.CARD: QT_TRANSLATE_NOOP("TodayRows", "Card"),
    Identified.HUB_CARD: QT_TRANSLATE_NOOP("TodayRows", "Hub card"),
    Identified.SEARCH: QT_TRANSLATE_NOOP("TodayRows", "Search"),
    Identified.NEW: QT_TRANSLATE_NOOP("TodayRows", "By hand"),
    Identified.ANONYMOUS: QT_TRANSLATE_NOOP("TodayRows", "Counted only"),
    Identified.GROUP: QT_TRANSLATE_NOOP("TodayRows", "Group"),
}

_Index = QModelIndex | QPersistentModelIndex


def _clock(moment: datetime | None) -> str:
    return f"{shanghai(moment):%H:%M}" if moment else ""


class TodayRows(QAbstractTableModel):
    """A tuple of visits. `theme` gives each purpose its colour, always beside its name."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden = False
        self.visits: tuple[DayVisit, ...] = ()
        self._texts: dict[int, Callable[[DayVisit], str]] = {
            NUMBER: lambda line: line.visit.number,
            ARRIVED: lambda line: _clock(line.visit.arrived_at),
            NAME: self._name,
            PURPOSE: self._purpose,
            HEADS: lambda line: str(line.visit.head_count),
            LEFT: self._left,
            HOW: lambda line: self.tr(HOW_WORDS[line.visit.identified]),
        }

    def show(self, visits: tuple[DayVisit, ...], *, hidden: bool) -> None:
        """Show another day, or the same one with names masked."""
        if (visits, hidden) != (self.visits, self._hidden):
            self.beginResetModel()
            self.visits, self._hidden = visits, hidden
            self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.visits)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.visits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](line)
        if role == SortRole:
            return self._sort_value(line, index.column())
        if role == IdRole:
            return str(line.visit.id)
        return self._appearance(line, index.column(), role)

    def _sort_value(self, line: DayVisit, column: int) -> object:
        if column == HEADS:
            return line.visit.head_count
        if column == ARRIVED:
            return line.visit.arrived_at.isoformat()
        if column == LEFT:
            return line.visit.left_at.isoformat() if line.visit.left_at else self._left(line)
        return self._texts[column](line)

    def _appearance(self, line: DayVisit, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole and column == PURPOSE:
            return self._theme.kind(line.visit.purpose.kind)
        if role == Qt.ItemDataRole.ForegroundRole and line.visit.undone_at is not None:
            return QColor(self._theme.ink_2)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value)
        return None

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Number"),
            self.tr("Arrived"),
            self.tr("Name"),
            self.tr("Purpose"),
            self.tr("Heads"),
            self.tr("Left"),
            self.tr("How"),
        )[section]

    def retranslate(self) -> None:
        """Words changed; the rows are the same."""
        self.beginResetModel()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def _name(self, line: DayVisit) -> str:
        if not line.name:
            return self.tr("(no name)")
        return mask_name(line.name) if self._hidden else line.name

    def _purpose(self, line: DayVisit) -> str:
        purpose = line.visit.purpose
        short = messages.kind_short(purpose.kind)
        return f"{short} · {purpose.title}" if purpose.title else short

    def _left(self, line: DayVisit) -> str:
        visit = line.visit
        if visit.undone_at is not None:
            return self.tr("taken back")
        if visit.left_at is None:
            return self.tr("in the house")
        estimated = self.tr(" (estimated)") if visit.departure is Departure.ESTIMATED else ""
        return _clock(visit.left_at) + estimated


class TodayFilter(QSortFilterProxyModel):
    """Sorts by SortRole; a row stays when any of its words contains what was typed."""

    def __init__(self, rows: TodayRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(rows)
        self.setSortRole(SortRole)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def visit_id(self, index: _Index) -> UUID | None:
        """The visit of a row as shown."""
        value = index.data(IdRole) if index.isValid() else None
        return UUID(value) if isinstance(value, str) else None
