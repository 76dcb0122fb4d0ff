"""The right column: who is in the house now, against its capacity, and the ways out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.core.clock import hub_day, shanghai
from desk_app.domain.people import mask_name
from desk_app.domain.visits import Presence
from desk_app.ui import messages
from desk_app.ui.pages.visits.rows import RowList, RowPainter, Rows, chip, font, write
from desk_app.ui.pages.visits.state import State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import Card, KeyCapButton, Label

TIME_WIDTH = 52
"""Pixels that times get at least, so that they stand under one another whichever row is chosen."""


class HousePainter(RowPainter):
    """Name, kind, time; the row under the mouse or chosen offers its way out where the time was."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self.hidden = False
        self.out = ""
        self.visitor = ""
        self.heads = " {people}"
        self.day = hub_day

    def name(self, row: Presence) -> str:
        """What the row is called on a screen that strangers may see."""
        return ((mask_name(row.name) if self.hidden else row.name) or self.visitor) + self.with_them(row)

    def with_them(self, row: Presence) -> str:
        """How many came under this name, as it stands behind it; "" for one."""
        if row.is_group:
            return self.heads.format(people=row.head_count)
        return f" +{row.head_count - 1}" if row.head_count > 1 else ""

    def draw(self, painter: QPainter, area: QRect, value: Any, active: bool) -> None:
        row: Presence = value
        theme = self.theme
        painter.setFont(font(theme.secondary))
        name, kind = self.name(row), messages.kind_short(row.purpose.kind)
        rest = self._draw_way_out(painter, area) if active else self._draw_time(painter, area, row, name)
        wanted = QFontMetrics(font(theme.body, bold=True)).horizontalAdvance(name)
        chip_width = QFontMetrics(font(theme.secondary)).horizontalAdvance(kind) + 24
        if wanted + chip_width <= rest.width():  # else the name is worth more than the kind
            ground = theme.colour("surface" if active else "canvas")
            place = chip(painter, rest, kind, theme.colour("ink_2"), ground, theme.secondary)
            rest = rest.adjusted(0, 0, -place.width() - 8, 0)
        write(painter, rest, name, theme.colour("ink"), theme.body, bold=True, keeping=self.with_them(row))

    def _draw_way_out(self, painter: QPainter, area: QRect) -> QRect:
        place = self.way_out(area, painter.fontMetrics().horizontalAdvance(self.out))
        chip(painter, place, self.out, self.theme.colour("on_ink"), self.theme.colour("ink"), self.theme.secondary)
        return area.adjusted(0, 0, -place.width() - 10, 0)

    def _draw_time(self, painter: QPainter, area: QRect, row: Presence, name: str) -> QRect:
        """The hour of arrival, unless it would leave no name in front of （团体 14）; what is left for the name."""
        theme = self.theme
        time = shanghai(row.arrived_at).strftime("%H:%M")
        width = max(painter.fontMetrics().horizontalAdvance(time), TIME_WIDTH)
        left = area.adjusted(0, 0, -width - 10, 0)
        keeping, bold = self.with_them(row), QFontMetrics(font(theme.body, bold=True))
        cramped = left.width() - bold.horizontalAdvance(keeping) < 3 * theme.body
        if keeping and cramped and bold.horizontalAdvance(name) > left.width():
            return area
        write(painter, area, time, theme.colour("ink"), theme.secondary, right=True)
        return left

    def way_out(self, area: QRect, word: int) -> QRect:
        """Where a click signs out."""
        width = max(word + 18, TIME_WIDTH)
        return QRect(area.right() - width + 1, area.top(), width, area.height())


class HouseList(RowList):
    """Click on 签退 in a row, or Delete on the chosen one, signs out; Ctrl+Z brings back."""

    leaving = Signal(object)
    """Presence."""

    def __init__(self, rows: Rows[Presence], painter: HousePainter, parent: QWidget | None = None) -> None:
        super().__init__(rows, painter, parent)
        self._painter = painter
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            area = self.visualRect(index).adjusted(8, 0, -8, 0)
            self.ensurePolished()
            word = self.fontMetrics().horizontalAdvance(self._painter.out)
            if self._painter.way_out(area, word).adjusted(-4, 0, 8, 0).contains(at):
                self.leaving.emit(self.value(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.leaving.emit(self.value(index))
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        super().leaveEvent(event)
        if not self.hasFocus():
            self.setCurrentIndex(QModelIndex())


class CapacityBar(QWidget):
    """How full the house is. Not QProgressBar, whose every new value repaints the window at once (3 ms a tap)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._full = 0.0
        self.setFixedHeight(8)

    def show_share(self, people: int, capacity: int) -> None:
        """Show so many of so many; beyond capacity the whole bar warns."""
        self.setVisible(bool(capacity))
        self._full = people / capacity if capacity else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("canvas"))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(theme.colour("bad" if self._full > 1 else "brand"))
        width = round(self.width() * min(self._full, 1.0))
        if width:
            painter.drawRoundedRect(QRect(0, 0, max(width, 8), self.height()), 4, 4)


class ClosingBanner(QFrame):
    """Quietly says that closing time has come; nothing waits for it."""

    opened = Signal()
    put_off = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "warn")
        self.text = Label(wrap=True)
        self.open = KeyCapButton(key="F10", shortcut=False)
        self.later = KeyCapButton(tone="quiet")
        self.open.clicked.connect(self.opened)
        self.later.clicked.connect(self.put_off)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open, 1)
        buttons.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.text)
        column.addLayout(buttons)
        for button in (self.open, self.later):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._fit)
        self._fit(look.theme)

    def _fit(self, theme: Theme) -> None:
        self.open.cap.setVisible(not theme.large)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 已到闭馆时间，还有人在馆
        self.text.setText(self.tr("Closing time, and people are still inside"))
        #: 闭馆清点
        self.open.set_text(self.tr("Closing list"))
        #: 稍后
        self.later.set_text(self.tr("Later"))


class HouseCard(Card):
    """在馆 N 人, the bar, the list, and the acts on everybody."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = CapacityBar(look)
        self.over = Label(role="strong", wrap=True)
        self.over.setProperty("tone", "warn")
        self.painter_ = HousePainter(look, self)
        self.rows: Rows[Presence] = Rows(self._describe, self)
        self.list = HouseList(self.rows, self.painter_)
        self.banner = ClosingBanner(look)
        self.all_out = KeyCapButton()
        self.roll_call = KeyCapButton(key="F9", shortcut=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.all_out, self.roll_call):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.bar, self.over, self.list):
            self.body.addWidget(part)
        self.body.addWidget(self.banner)
        self.body.addLayout(buttons)
        self._state: State | None = None
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        self.roll_call.cap.setVisible(not theme.large)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 签退
        self.painter_.out = self.tr("Sign out")
        #: 访客
        self.painter_.visitor = self.tr("Visitor")
        #: 亲子绘本（团体 14）
        self.painter_.heads = self.tr(" (group {people})")
        #: 全部签退
        self.all_out.set_text(self.tr("All out"))
        #: 疏散名单
        self.roll_call.set_text(self.tr("Roll call"))
        self.banner.retranslate()
        self.list.setAccessibleName(self.tr("People in the house"))
        #: 选中后按 Delete 签退
        self.list.setAccessibleDescription(self.tr("Delete signs out the chosen visitor"))
        if self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Show the house."""
        self._state = state
        people, capacity = state.occupancy.people, state.occupancy.capacity
        #: 在馆 47 人
        self.heading.setText(self.tr("Inside: {people}").format(people=people))
        #: 容量 120
        self.aside.setText(self.tr("of {capacity}").format(capacity=capacity) if capacity else "")
        self.bar.show_share(people, capacity)
        over = people - capacity if capacity else 0
        self.over.setVisible(over > 0)
        #: 超出容量 3 人
        self.over.setText(self.tr("{people} over capacity").format(people=over) if over > 0 else "")
        if self.painter_.hidden != state.names_hidden:
            self.painter_.hidden = state.names_hidden
            self.list.viewport().update()
        self.rows.show(state.presences)
        self.all_out.setEnabled(bool(state.presences))
        self.banner.setVisible(state.closing_due)

    def _describe(self, row: Presence) -> str:
        time = shanghai(row.arrived_at).strftime("%H:%M")
        return f"{self.painter_.name(row)}, {messages.kind_short(row.purpose.kind)}, {time}"
