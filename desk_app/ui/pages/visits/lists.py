"""The panels of the middle column that are lists to go through: closing list and roll call."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from desk_app.core.clock import shanghai
from desk_app.domain.people import mask_name
from desk_app.domain.visits import ClosingAnswer, Presence
from desk_app.ui import messages
from desk_app.ui.pages.visits.drafts import (
    Closing,
    ClosingDraft,
    RollCall,
    RollCallDraft,
)
from desk_app.ui.pages.visits.panels import say
from desk_app.ui.pages.visits.rows import RowList, RowPainter, Rows, chip, font, write
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import KeyCapButton, Label

_TICK = (QPoint(6, 13), QPoint(11, 18), QPoint(20, 8))

ANSWER_KEYS = {"1": ClosingAnswer.LEFT, "2": ClosingAnswer.STILL_HERE, "3": ClosingAnswer.UNKNOWN}


class ClosingPainter(RowPainter):
    """A person and the three answers as places to click, the given one filled."""

    def __init__(self, look: Look, panel: ClosingPanel) -> None:
        super().__init__(look, panel)
        self._panel = panel

    def draw(self, painter: QPainter, area: QRect, value: Any, active: bool) -> None:
        del active
        row: Presence = value
        theme = self.theme
        given = self._panel.answer_of(row)
        places = self.answers(area)
        painter.setFont(font(theme.secondary))
        for (key, answer), place in zip(ANSWER_KEYS.items(), places, strict=True):
            chosen = answer is given
            painter.setPen(QPen(theme.colour("brand" if chosen else "line"), 2 if chosen else 1))
            painter.setBrush(theme.colour("brand_soft" if chosen else "surface"))
            painter.drawRoundedRect(place.adjusted(2, 4, -2, -5), 6, 6)
            painter.setPen(theme.colour("ink"))
            word = f"{key} {self._panel.words[answer]}"
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        name = QRect(area.left(), area.top(), places[0].left() - area.left() - 10, area.height())
        taken = write(painter, name, self._panel.name(row), theme.colour("ink"), theme.body, bold=True)
        write(
            painter, name.adjusted(taken + 10, 0, 0, 0), self._panel.since(row), theme.colour("ink_2"), theme.secondary
        )

    def answers(self, area: QRect) -> list[QRect]:
        """Where the three answers stand in a row."""
        metrics = QFontMetrics(font(self.theme.secondary))
        widths = [metrics.horizontalAdvance(f"0 {word}") + 24 for word in self._panel.words.values()]
        left = area.right() - sum(widths)
        places = []
        for width in widths:
            places.append(QRect(left, area.top(), width, area.height()))
            left += width
        return places

    def sizeHint(  # noqa: N802  (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, self.theme.target))


class ClosingList(RowList):
    """Number keys answer, arrows walk, a click on an answer gives it."""

    answered = Signal(object)
    pointed = Signal(int)

    def __init__(self, rows: Rows[Presence], painter: ClosingPainter, parent: QWidget | None = None) -> None:
        super().__init__(rows, painter, parent)
        self._painter = painter

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.text() in ANSWER_KEYS:
            self.answered.emit(ANSWER_KEYS[event.text()])
        elif event.key() in steps:
            self.pointed.emit(self.currentIndex().row() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return
        self.pointed.emit(index.row())
        places = self._painter.answers(self.visualRect(index).adjusted(8, 0, -8, 0))
        for answer, place in zip(ANSWER_KEYS.values(), places, strict=True):
            if place.contains(at):
                self.answered.emit(answer)


class ClosingPanel(QWidget):
    """闭馆清点: who is still on the list, half a minute for all of them."""

    def __init__(self, draft: ClosingDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.words: dict[ClosingAnswer, str] = dict.fromkeys(ANSWER_KEYS.values(), "")
        self.names_hidden = False
        self.today = date.min
        self.rows: Rows[Presence] = Rows(self._describe, self)
        self.list = ClosingList(self.rows, ClosingPainter(look, self))
        self.said = Label(role="secondary", wrap=True)
        self.enter = KeyCapButton(key="Enter", tone="primary", shortcut=False)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(bottom)
        self.list.answered.connect(draft.answer)
        self.list.pointed.connect(draft.point_at)
        self.enter.clicked.connect(draft.apply)
        draft.changed.connect(self.show_state)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        self.words = {
            #: 已离开
            ClosingAnswer.LEFT: self.tr("left"),
            #: 还在
            ClosingAnswer.STILL_HERE: self.tr("still here"),
            #: 不清楚
            ClosingAnswer.UNKNOWN: self.tr("unknown"),
        }
        #: 完成清点
        self.enter.set_text(self.tr("Close the list"))
        self.list.setAccessibleName(self.tr("People still on the list"))
        self.show_state(self._draft.state)

    def begin(self) -> None:
        """The list has the keyboard."""
        self.list.setFocus()

    def answer_of(self, row: Presence) -> ClosingAnswer | None:
        """What was said of this row."""
        return self._draft.state.answers.get(row.visit_id)

    def name(self, row: Presence) -> str:
        """What the row is called."""
        name = mask_name(row.name) if self.names_hidden else row.name
        #: 访客
        name = name or self.tr("Visitor")
        return f"{name} ×{row.head_count}" if row.head_count > 1 else name

    def since(self, row: Presence) -> str:
        """When they came; the day too for a visit open since an earlier one."""
        came = shanghai(row.arrived_at)
        return f"{came:%H:%M}" if came.date() == self.today else f"{came:%m-%d %H:%M}"

    def show_state(self, state: Closing) -> None:
        """Show the list, the answers, and how many are still to be asked."""
        self.rows.show(state.rows)
        self.list.setCurrentIndex(self.rows.index(state.at))
        self.list.viewport().update()
        left = len(state.rows) - len(state.answers)
        #: 还有 3 条没有回答；没回答的仍算在馆，不清楚的离馆时间记为估计
        text = self.tr("%n without an answer stay in the house; “unknown” is stored as estimated", "", left)
        self.said.setText(say(state.trouble) if state.trouble else text if state.rows else "")
        self.enter.setEnabled(bool(state.answers))

    def _describe(self, row: Presence) -> str:
        answer = self.answer_of(row)
        return f"{self.name(row)}, {self.since(row)}, {self.words[answer] if answer else ''}"


class RollCallPainter(RowPainter):
    """Large rows with a box to tick."""

    def __init__(self, look: Look, panel: RollCallPanel) -> None:
        super().__init__(look, panel)
        self._panel = panel

    def draw(self, painter: QPainter, area: QRect, value: Any, active: bool) -> None:
        del active
        row: Presence = value
        theme = self.theme
        found = row.visit_id in self._panel.found
        box = QRect(area.left(), area.center().y() - 13, 26, 26)
        painter.setPen(QPen(theme.colour("ok" if found else "line_strong"), 2))
        painter.setBrush(theme.colour("ok_soft" if found else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        if found:
            painter.drawPolyline([box.topLeft() + at for at in _TICK])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rest = area.adjusted(40, 0, 0, 0)
        if row.needs_step_free:
            words = self._panel.step_free
            place = chip(painter, rest, words, theme.colour("info"), theme.colour("info_soft"), theme.secondary)
            rest = rest.adjusted(0, 0, -place.width() - 10, 0)
        ink = theme.colour("ink_2" if found else "ink")
        taken = write(painter, rest, self._panel.name(row), ink, theme.page, bold=not found)
        time = f"{shanghai(row.arrived_at):%H:%M}  {messages.kind_short(row.purpose.kind)}"
        write(painter, rest.adjusted(taken + 14, 0, 0, 0), time, theme.colour("ink_2"), theme.body)

    def sizeHint(  # noqa: N802  (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, self.theme.target + 6))


class RollCallList(RowList):
    """A click or the space bar ticks off."""

    ticked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.ticked.emit(self.value(index).visit_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.ticked.emit(self.value(index).visit_id)


class RollCallPanel(QWidget):
    """疏散名单: names in full, whoever looks on; somebody may be missing."""

    print_again = Signal()

    def __init__(self, draft: RollCallDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.step_free = ""
        self.rows: Rows[Presence] = Rows(self._describe, self)
        self.list = RollCallList(self.rows, RollCallPainter(look, self))
        self.count = Label(role="page")
        self.said = Label(role="refusal", wrap=True)
        self.hide_found = QCheckBox()
        self.again = KeyCapButton(key="F9", shortcut=False)
        self.over = KeyCapButton()
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.hide_found)
        bottom.addStretch(1)
        bottom.addWidget(self.over)
        bottom.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.count, self.said):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)
        self.list.ticked.connect(draft.tick)
        self.hide_found.clicked.connect(draft.set_hide_found)
        self.over.clicked.connect(draft.start_over)
        self.again.clicked.connect(self.print_again)
        draft.changed.connect(self.show_state)
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        self.again.cap.setVisible(not theme.large)

    @property
    def found(self) -> frozenset[object]:
        """Visits ticked off."""
        return frozenset(self._draft.state.found)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 需轮椅通道
        self.step_free = self.tr("Step-free way")
        #: 隐藏已找到的人
        self.hide_found.setText(self.tr("Hide those found"))
        #: 再打印
        self.again.set_text(self.tr("Print again"))
        #: 重新点名
        self.over.set_text(self.tr("Start over"))
        self.list.setAccessibleName(self.tr("Roll call"))
        self.show_state(self._draft.state)

    def begin(self) -> None:
        """The list has the keyboard."""
        self.list.setFocus()
        if self.rows.values and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0))

    def name(self, row: Presence) -> str:
        """In full: the list is for finding people."""
        #: 访客
        name = row.name or self.tr("Visitor")
        return f"{name} ×{row.head_count}" if row.head_count > 1 else name

    def show_state(self, state: RollCall) -> None:
        """Show the list and how many are still to be found."""
        self.rows.show(state.listed)
        self.list.viewport().update()
        #: 还有 12 人未找到，共 47 人
        text = self.tr("{missing} still to be found, of {people}")
        self.count.setText(text.format(missing=state.missing, people=state.people))
        self.hide_found.setChecked(state.hide_found)
        self.said.setText(say(state.trouble) if state.trouble else "")
        self.said.setVisible(bool(state.trouble))

    def _describe(self, row: Presence) -> str:
        return f"{self.name(row)}, {shanghai(row.arrived_at):%H:%M}"
