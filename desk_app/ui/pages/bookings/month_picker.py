"""A month to choose days from: the day chooser above the timeline, and hand-picked dates of a series."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.bookings.slots import DAY
from desk_app.ui.pages.bookings import words
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Label
from desk_app.ui.widgets.buttons import FramedButton

_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthPicker(QWidget):
    """One month, painted. Arrows walk, PgUp/PgDn turn the month, Enter, space or a click takes the day."""

    taken = Signal(object)
    """date."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at = date(2026, 1, 1)
        self._today: date | None = None
        self._marked: frozenset[date] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(lambda _theme: self.updateGeometry())

    def show_days(self, at: date, marked: frozenset[date], today: date) -> None:
        """Stand on a day, with these marked."""
        if (at, marked, today) != (self._at, self._marked, self._today):
            self._at, self._marked, self._today = at, marked, today
            self.setAccessibleDescription(words.long_day(at))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        side = self._side()
        return QSize(7 * side, (_WEEKS + 2) * side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return self.sizeHint()

    def area_of(self, day: date) -> QRect:
        """Where a day of the month shown stands."""
        number = (day - self._first()).days
        return self._box(number % 7, number // 7 + 2)

    def _side(self) -> int:
        theme = self._look.theme
        return max(34, round(theme.secondary * 2.05))

    def _first(self) -> date:
        begin = self._at.replace(day=1)
        return begin - timedelta(days=begin.weekday())

    def _box(self, column: int, row: int) -> QRect:
        width, height = self.width() / 7, self.height() / (_WEEKS + 2)
        return QRect(round(column * width), round(row * height), round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain, bold = QFont(self.font()), QFont(self.font())
        plain.setPixelSize(theme.secondary)
        bold.setPixelSize(theme.secondary)
        bold.setBold(True)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(self._box(1, 0).united(self._box(5, 0)), middle, words.month(self._at))
        painter.drawText(self._box(0, 0), middle, "‹")
        painter.drawText(self._box(6, 0), middle, "›")
        painter.setFont(plain)
        painter.setPen(theme.colour("ink_2"))
        for column in range(7):
            painter.drawText(self._box(column, 1), middle, words.weekday(column + 1)[-3:])
        for number in range(7 * _WEEKS):
            day = self._first() + DAY * number
            self._draw_day(painter, day, self._box(number % 7, number // 7 + 2), plain, bold)

    def _draw_day(self, painter: QPainter, day: date, box: QRect, plain: QFont, bold: QFont) -> None:
        theme, inside = self._look.theme, box.adjusted(2, 2, -2, -2)
        marked, here = day in self._marked, day == self._at
        painter.setPen(Qt.PenStyle.NoPen)
        if marked:
            painter.setBrush(theme.colour("brand_soft"))
            painter.drawRoundedRect(inside, 7, 7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if here and self.hasFocus():
            painter.setPen(QPen(theme.colour("info"), 2))
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 7, 7)
        elif day == self._today:
            painter.setPen(QPen(theme.colour("brand"), 1))
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 7, 7)
        other = day.month != self._at.month
        painter.setFont(bold if marked or day == self._today else plain)
        painter.setPen(theme.colour("line_strong" if other else "ink"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        at = event.position().toPoint()
        row = at.y() * (_WEEKS + 2) // max(self.height(), 1)
        column = min(max(at.x() * 7 // max(self.width(), 1), 0), 6)
        if row == 0:
            self._turn(-1 if column == 0 else 1 if column == 6 else 0)
        elif row >= 2:
            self._take(self._first() + DAY * ((row - 2) * 7 + column))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name; scrolling the panel must change nothing)
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._walk(self._at + DAY * _STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self._at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        super().focusOutEvent(event)
        self.update()
        self.left.emit()

    def _turn(self, by: int) -> None:
        month = self._at.month - 1 + by
        self._walk(date(self._at.year + month // 12, month % 12 + 1, 1) if by else self._at)

    def _walk(self, day: date) -> None:
        self._at = day
        self.setAccessibleDescription(words.long_day(day))
        self.update()

    def _take(self, day: date) -> None:
        self._walk(day)
        self.taken.emit(day)


class Dropped(QFrame):
    """A month over the page, below its button: no window of its own, gone when the keyboard leaves it or at Esc."""

    def __init__(self, picker: MonthPicker, button: QWidget) -> None:
        super().__init__(button)
        self._button = button
        self.picker = picker
        self.setProperty("role", "card")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 6, 10, 10)
        inside.addWidget(picker)
        picker.left.connect(self.hide)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class DayButton(FramedButton):
    """A day as a button; pressing it drops the month down under it, choosing a day there closes it again."""

    chosen = Signal(object)
    """date."""

    def __init__(self, look: Look, role: str = "button", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(role=role)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignCenter)
        self.dropped = Dropped(MonthPicker(look), self)
        self.picker = self.dropped.picker
        self._day = self._today = date(2026, 1, 1)
        self.clicked.connect(self.drop)
        self.picker.taken.connect(self._taken)

    @property
    def day(self) -> date:
        return self._day

    def show_day(self, day: date, today: date, text: str) -> None:
        """The day it stands for, and its words."""
        self._day, self._today = day, today
        if text != self.label.text():
            self.label.setText(text)
            super().setText(text)
            self.updateGeometry()

    def drop(self) -> None:
        """Show the month under the button, as far up as the window needs."""
        window = self.window()
        self.picker.show_days(self._day, frozenset({self._day}), self._today)
        self.dropped.setParent(window)
        self.dropped.adjustSize()
        under = self.mapTo(window, QPoint(0, self.height() + 4))
        left = min(under.x(), window.width() - self.dropped.width() - 8)
        top = min(under.y(), window.height() - self.dropped.height() - 8)
        self.dropped.move(max(left, 8), max(top, 8))
        self.dropped.show()
        self.dropped.raise_()
        self.picker.setFocus(Qt.FocusReason.PopupFocusReason)

    def _taken(self, day: date) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(day)
