"""Lists of this page: one model over a tuple of values, one painter's toolbox, so that a row costs no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk_app.ui.theme import Look, Theme

VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Row = TypeVar("_Row")


class Rows(QAbstractListModel, Generic[_Row]):
    """A tuple as a list. `describe` words a row for assistive technology and tests."""

    def __init__(self, describe: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self.values: tuple[_Row, ...] = ()

    def show(self, values: Sequence[_Row]) -> None:
        """Show these rows, touching only what differs between the common beginning and the common end."""
        old, new = self.values, tuple(values)
        if old == new:
            return
        top = _common(old, new)
        tail = _common(old[top:][::-1], new[top:][::-1])
        gone, come = len(old) - top - tail, len(new) - top - tail
        if gone and come and gone == come:
            self.values = new
            self.dataChanged.emit(self.index(top), self.index(top + come - 1))
            return
        if gone:
            self.beginRemoveRows(_NOWHERE, top, top + gone - 1)
            self.values = old[:top] + old[top + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, top, top + come - 1)
            self.values = new
            self.endInsertRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  (Qt's name)
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.values):
            return None
        value = self.values[index.row()]
        if role == VALUE_ROLE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(value)
        return None


def _common(left: Sequence[object], right: Sequence[object]) -> int:
    same = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        same += 1
    return same


class RowList(QListView):
    """A list whose keys stay with the page: letters and digits are not swallowed by a search for initials."""

    def __init__(self, rows: QAbstractListModel, delegate: RowPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        delegate.look.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)

    def value(self, index: _Index) -> Any:
        """The row's dataclass."""
        return index.data(VALUE_ROLE)


class RowPainter(QStyledItemDelegate):
    """Draws rows with the theme's tokens; subclasses fill one row in `draw`."""

    lines = 1

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look

    @property
    def theme(self) -> Theme:
        return self.look.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  (Qt's name)
        del option, index
        text = QFontMetrics(font(self.theme.body)).height()
        return QSize(80, max(self.theme.row, text * self.lines + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, state = QRect(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(area, self.theme.colour("brand_soft" if selected else "canvas"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if focused:
            painter.setPen(self.theme.colour("info"))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
        self.draw(painter, area.adjusted(8, 0, -8, 0), index.data(VALUE_ROLE), selected or hovered)
        painter.restore()

    def draw(self, painter: QPainter, area: QRect, value: Any, active: bool) -> None:
        """Draw one value into `area`; `active` rows are under the mouse or chosen."""
        raise NotImplementedError


def font(pixels: int, *, bold: bool = False) -> QFont:
    """The application's family at a size of the theme."""
    result = QFont()
    result.setPixelSize(pixels)
    result.setBold(bold)
    return result


def write(
    painter: QPainter,
    area: QRect,
    text: str,
    colour: QColor,
    pixels: int,
    *,
    bold: bool = False,
    right: bool = False,
    centred: bool = False,
    keeping: str | None = None,
) -> int:
    """Draw one line of text, shortened to fit; return the width it took.

    With `keeping`, the end of the text that is never left out ("" for none), a name is shortened in its middle.
    """
    shape = QFont(painter.font())
    shape.setPixelSize(pixels)
    shape.setBold(bold)
    painter.setFont(shape)
    shown = shortened(painter.fontMetrics(), text, area.width(), keeping)
    painter.setPen(colour)
    sides = Qt.AlignmentFlag
    side = sides.AlignHCenter if centred else sides.AlignRight if right else sides.AlignLeft
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def shortened(metrics: QFontMetrics, text: str, width: int, keeping: str | None = None) -> str:
    """`text` as it fits into `width` pixels: cut at its end, or with `keeping` in the middle of what precedes that."""
    if keeping is None or metrics.horizontalAdvance(text) <= width:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
    room = max(0, width - metrics.horizontalAdvance(keeping))
    return metrics.elidedText(text.removesuffix(keeping), Qt.TextElideMode.ElideMiddle, room) + keeping


def chip(painter: QPainter, area: QRect, text: str, ink: QColor, ground: QColor, pixels: int) -> QRect:
    """Draw a rounded word at the right end of `area`; return its place."""
    shape = QFont(painter.font())
    shape.setPixelSize(pixels)
    shape.setBold(False)
    painter.setFont(shape)
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 16, metrics.height() + 4
    place = QRect(area.right() - width + 1, area.center().y() - height // 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
    return place
