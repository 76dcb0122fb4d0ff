"""The week and the month: a grid of days, each with its bookings as lines. Painted; one stop for Tab, arrows walk."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desk_app.domain.bookings.booking import BookingState
from desk_app.ui.pages.bookings.geometry import Sizes
from desk_app.ui.pages.bookings.ink import FADED, Inks
from desk_app.ui.pages.bookings.sheet import Cell, CellLine, CellRow, CellSheet
from desk_app.ui.theme import Look

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellGrid(QAbstractScrollArea):
    """Shows a CellSheet. Enter or a double click opens the day; a click on a line chooses the booking."""

    day_opened = Signal(object, object)
    """date, UUID of the room or None."""
    booking_chosen = Signal(object)
    """UUID."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet = CellSheet()
        self._at = (0, 0)
        self._line = -1
        self.more = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_sheet(self, sheet: CellSheet) -> None:
        """Show other days, or the same with other bookings."""
        if sheet == self._sheet:
            return
        self._sheet = sheet
        column, row = self._at
        self._at = (min(column, 6), min(row, max(0, len(sheet.rows) - 1)))
        self._line = -1
        self._fit()

    def stand_on(self, day: date) -> None:
        """Put the keyboard on a day."""
        for number, row in enumerate(self._sheet.rows):
            for column, cell in enumerate(row.cells):
                if cell.day == day:
                    self._at = (column, number)
                    return

    def _restyle(self) -> None:
        self._inks, self._sizes = Inks(self._look.theme), Sizes.of(self._look.theme, self.font())
        self._fit()

    # -- where things lie ---------------------------------------------------------------------------------------
    @property
    def _names(self) -> int:
        return self._sizes.names if any(row.name for row in self._sheet.rows) else 0

    def _tops(self) -> list[int]:
        """Upper edges of the rows, and below the last: each as high as its fullest day wants, at least its share."""
        rows, sizes = self._sheet.rows, self._sizes
        room = self.viewport().height() - sizes.head
        wanted = [self._wanted(row) for row in rows]
        over = max(0, room - sum(wanted)) // max(len(rows), 1)
        return list(accumulate((height + over for height in wanted), initial=0))

    def _wanted(self, row: CellRow) -> int:
        """A room's week is as high as its fullest day; the weeks of a month are all alike."""
        sizes = self._sizes
        if not row.name:
            return sizes.row_least
        lines = max((len(cell.lines) for cell in row.cells), default=0)
        return max(2, min(lines, 8)) * sizes.line + 12

    def _fit(self) -> None:
        height, inside = self._tops()[-1], self.viewport().height() - self._sizes.head
        self.verticalScrollBar().setRange(0, max(0, height - inside))
        self.verticalScrollBar().setPageStep(max(inside, 1))
        self.verticalScrollBar().setSingleStep(2 * self._sizes.line)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  (Qt's name)
        del dx, dy
        self.viewport().update()

    def area_of(self, column: int, row: int) -> QRect:
        """A cell in the viewport."""
        tops, names = self._tops(), self._names
        width = (self.viewport().width() - names) / 7
        top = self._sizes.head - self.verticalScrollBar().value()
        left = names + round(column * width)
        return QRect(left, top + tops[row], names + round((column + 1) * width) - left, tops[row + 1] - tops[row])

    def _lines_in(self, cell: Cell, area: QRect) -> list[tuple[CellLine, QRect]]:
        """The lines there is room for; the last gives way to "and 3 more" where there are too many."""
        sizes = self._sizes
        y = area.top() + 5 + (sizes.line if cell.heading else 0)
        fit = max(0, (area.bottom() - y) // sizes.line)
        shown = cell.lines if len(cell.lines) <= fit else cell.lines[: max(fit - 1, 0)]
        return [
            (line, QRect(area.left() + 5, y + number * sizes.line, area.width() - 8, sizes.line))
            for number, line in enumerate(shown)
        ]

    # -- painting -----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._inks.surface)
        view, sizes = self.viewport().rect(), self._sizes
        bold, plain = QFontMetrics(sizes.bold), QFontMetrics(sizes.plain)
        painter.setClipRect(view.adjusted(0, sizes.head, 0, 0))
        for number, row in enumerate(self._sheet.rows):
            band = self.area_of(0, number)
            if band.bottom() < sizes.head or band.top() > view.bottom():
                continue
            self._draw_row(painter, row, number, bold, plain)
        painter.setClipRect(view)
        self._draw_headings(painter, plain)

    def _draw_headings(self, painter: QPainter, plain: QFontMetrics) -> None:
        sizes, inks = self._sizes, self._inks
        painter.fillRect(QRect(0, 0, self.viewport().width(), sizes.head), inks.surface)
        width = (self.viewport().width() - self._names) / 7
        for column, word in enumerate(self._sheet.headings):
            today = column == self._sheet.today_column
            painter.setFont(sizes.bold if today else sizes.plain)
            painter.setPen(self._look.theme.colour("brand_strong") if today else inks.ink_2)
            box = QRect(self._names + round(column * width) + 6, 0, round(width) - 8, sizes.head - 2)
            painter.drawText(box, _LEFT, plain.elidedText(word, Qt.TextElideMode.ElideRight, box.width()))
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(0, sizes.head - 1, self.viewport().width(), sizes.head - 1)

    def _draw_row(self, painter: QPainter, row: CellRow, number: int, bold: QFontMetrics, plain: QFontMetrics) -> None:
        sizes, inks = self._sizes, self._inks
        band = self.area_of(0, number)
        if row.name:
            room = self._names - 10
            painter.setFont(sizes.bold)
            painter.setPen(inks.ink)
            name = bold.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(4, band.top() + 5, room, sizes.line), _LEFT, name)
            painter.setFont(sizes.plain)
            painter.setPen(inks.ink_2)
            painter.drawText(QRect(4, band.top() + 5 + sizes.line, room, sizes.line), _LEFT, row.about)
        for column, cell in enumerate(row.cells):
            self._draw_cell(painter, cell, self.area_of(column, number), plain)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(0, band.bottom(), self.viewport().width(), band.bottom())
        if self.hasFocus() and self._at[1] == number:
            painter.setPen(QPen(inks.info, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.area_of(self._at[0], number).adjusted(2, 2, -2, -3), 6, 6)

    def _draw_cell(self, painter: QPainter, cell: Cell, area: QRect, plain: QFontMetrics) -> None:
        sizes, inks = self._sizes, self._inks
        if cell.dim:
            painter.fillRect(area, inks.closed)
        elif cell.marked and cell.heading:
            painter.fillRect(area.adjusted(1, 0, 0, -1), inks.brand_soft)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(area.left(), area.top(), area.left(), area.bottom())
        if cell.heading:
            painter.setFont(sizes.bold if cell.marked else sizes.plain)
            painter.setPen(inks.ink_2 if cell.dim else inks.ink)
            painter.drawText(QRect(area.left() + 6, area.top() + 4, area.width(), sizes.line), _LEFT, cell.heading)
        lines = self._lines_in(cell, area)
        for place, (line, box) in enumerate(lines):
            here = self._cell_at(self._at) is cell and place == self._line and self.hasFocus()
            self._draw_line(painter, line, box, plain, chosen=here)
        left = len(cell.lines) - len(lines)
        if left:
            y = lines[-1][1].bottom() + 1 if lines else area.top() + 5 + (sizes.line if cell.heading else 0)
            painter.setFont(sizes.plain)
            painter.setPen(inks.ink_2)
            painter.drawText(QRect(area.left() + 15, y, area.width(), sizes.line), _LEFT, self.more.format(count=left))

    def _draw_line(self, painter: QPainter, line: CellLine, box: QRect, plain: QFontMetrics, *, chosen: bool) -> None:
        sizes, inks = self._sizes, self._inks
        if chosen:
            painter.fillRect(box, inks.brand_soft)
        painter.fillRect(QRect(box.left(), box.top() + 3, 4, box.height() - 5), inks.of_purpose(line.purpose))
        font = QFont(sizes.plain)
        painter.setFont(font)
        said = f" {line.mark}" if line.state is not BookingState.CONFIRMED else ""
        room = box.width() - 10
        taken = plain.horizontalAdvance(said)
        head = f"{line.at} {line.title}"
        painter.setPen(inks.ink_2 if line.state in FADED else inks.ink)
        text = plain.elidedText(head, Qt.TextElideMode.ElideRight, max(room - taken, 0))
        painter.drawText(box.adjusted(9, 0, 0, 0), _LEFT, text)
        painter.setPen(inks.said(line.state))
        painter.drawText(box.adjusted(9 + plain.horizontalAdvance(text), 0, 0, 0), _LEFT, said)

    # -- hands and keys -----------------------------------------------------------------------------------------
    def _cell_at(self, at: tuple[int, int]) -> Cell | None:
        column, row = at
        return self._sheet.rows[row].cells[column] if row < len(self._sheet.rows) else None

    def _hit(self, event: QMouseEvent) -> tuple[tuple[int, int], CellLine | None] | None:
        at = event.position().toPoint()
        for row in range(len(self._sheet.rows)):
            for column in range(7):
                area = self.area_of(column, row)
                cell = self._cell_at((column, row))
                if cell is not None and area.contains(at) and at.y() > self._sizes.head:
                    lines = self._lines_in(cell, area)
                    return (column, row), next((line for line, box in lines if box.contains(at)), None)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        hit = self._hit(event)
        if hit is None:
            return
        self._at, line = hit
        self._line = -1
        self.viewport().update()
        if line is not None:
            self.booking_chosen.emit(line.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        if self._hit(event) is not None:
            self._open()

    def _open(self) -> None:
        cell = self._cell_at(self._at)
        if cell is not None:
            self.day_opened.emit(cell.day, cell.room_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        key = Qt.Key(event.key())
        if key in _STEPS and not self._sheet.rows:
            return
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and _STEPS[key][1]:
            self._walk_lines(_STEPS[key][1])
        elif key in _STEPS:
            by_column, by_row = _STEPS[key]
            column, row = self._at
            self._at = (min(max(column + by_column, 0), 6), min(max(row + by_row, 0), len(self._sheet.rows) - 1))
            self._line = -1
            self._reveal()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _walk_lines(self, by: int) -> None:
        """Shift+Up and Shift+Down go through the bookings of the day."""
        cell = self._cell_at(self._at)
        if cell is not None and cell.lines:
            self._line = (self._line + by) % len(cell.lines) if self._line >= 0 or by > 0 else len(cell.lines) - 1
            self.viewport().update()
            self.setAccessibleDescription(f"{cell.lines[self._line].at} {cell.lines[self._line].title}")

    def _enter(self) -> None:
        cell = self._cell_at(self._at)
        chosen: UUID | None = cell.lines[self._line].id if cell is not None and self._line >= 0 else None
        if chosen is not None:
            self.booking_chosen.emit(chosen)
        else:
            self._open()

    def _reveal(self) -> None:
        area, bar = self.area_of(*self._at), self.verticalScrollBar()
        if area.top() < self._sizes.head:
            bar.setValue(bar.value() - (self._sizes.head - area.top()))
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + area.bottom() - self.viewport().height())
        cell = self._cell_at(self._at)
        self.setAccessibleDescription("" if cell is None else f"{cell.day:%Y-%m-%d} {len(cell.lines)}")
        self.viewport().update()
