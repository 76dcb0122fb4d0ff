"""What the check says before anything is saved: how many dates are free, each date with its reason, what would fit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desk_app.domain.bookings.alternatives import Alternative, AlternativeKind
from desk_app.domain.bookings.booking import BookingState
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.slots import NOTHING
from desk_app.services.bookings import Checked
from desk_app.ui.pages.bookings import reasons, words
from desk_app.ui.pages.bookings.state import House
from desk_app.ui.widgets import KeyCapButton, Label
from desk_app.ui.widgets.styling import set_tone

_AT_FIRST = 5
"""Refused dates shown before somebody asks for all of them."""
_OFFERS = 3


class VerdictBox(QFrame):
    """A line a date, made once and reused. `summary` is the whole in a few words, for a place that is always seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.summary = Label(role="strong", wrap=True)
        self.more = KeyCapButton(tone="quiet")
        self._lines: list[tuple[Label, Label]] = []
        self._all = False
        self._shown: tuple[tuple[Verdict, ...], date] | None = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addWidget(self.more)
        self.summary.hide()
        self.more.clicked.connect(self._show_all)
        self.hide()

    def show_verdicts(self, verdicts: tuple[Verdict, ...], today: date) -> None:
        """Every date, the refused ones first; none at all hides the box."""
        if self._shown == (verdicts, today):
            return
        if self._shown is None or len(self._shown[0]) != len(verdicts):
            self._all = False
        self._shown = (verdicts, today)
        self._fill()

    def retranslate(self) -> None:
        """Say the same in another language."""
        if self._shown is not None:
            self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        verdicts, today = self._shown
        refused = [verdict for verdict in verdicts if not verdict.free]
        free = [verdict for verdict in verdicts if verdict.free]
        self.summary.setText(self._summary(len(verdicts), len(refused), free))
        self.summary.setVisible(bool(verdicts))
        tone = "bad" if refused else "ok"
        set_tone(self, tone)
        set_tone(self.summary, tone)
        shown = [*refused, *free] if len(verdicts) > 1 or refused else []
        at_first = shown if self._all else refused[:_AT_FIRST]
        left, shown = len(shown) - len(at_first), at_first
        while len(self._lines) < len(shown):
            self._add_line()
        for number, (day, why) in enumerate(self._lines):
            visible = number < len(shown)
            day.setVisible(visible)
            why.setVisible(visible)
            if visible:
                verdict = shown[number]
                day.setText(f"{words.short_day(verdict.slot.day)} {verdict.slot.start:%H:%M}")
                why.setText(self._why(verdict, today))
        self.more.setVisible(left > 0)
        self.setVisible(bool(shown) or left > 0)
        #: 显示全部 {dates} 次
        self.more.set_text(self.tr("Show all {dates} dates").format(dates=len(verdicts)))

    def _add_line(self) -> None:
        row = len(self._lines)
        day, why = Label(role="secondary"), Label(role="secondary", wrap=True)
        self._grid.addWidget(day, row, 0)
        self._grid.addWidget(why, row, 1)
        self._lines.append((day, why))

    def _summary(self, dates: int, refused: int, free: list[Verdict]) -> str:
        if not dates:
            return ""
        if dates == 1 and not refused:
            state = free[0].books_as
            #: 空闲，可以预约
            return self.tr("Free") if state is BookingState.CONFIRMED else self._as(state)
        if dates == 1:
            #: 这个时间订不到
            return self.tr("Not to be had")
        if not refused:
            #: {dates} 次全部空闲
            return self.tr("All {dates} dates are free").format(dates=dates)
        #: {dates} 次中有 {refused} 次冲突
        return self.tr("{refused} of {dates} dates cannot be had").format(dates=dates, refused=refused)

    def _as(self, state: BookingState) -> str:
        if state is BookingState.REQUESTED:
            #: 空闲，需要审核
            return self.tr("Free, to be approved")
        #: 空闲，先暂定（未连上区里）
        return self.tr("Free, provisional while the district is out of reach")

    def _why(self, verdict: Verdict, today: date) -> str:
        if verdict.free:
            return words.verdict(verdict.kind)
        return f"{words.verdict(verdict.kind)} · {reasons.of_verdict(verdict, today)}"


class OfferBox(QWidget):
    """What would fit on all dates, best first, one click each; then the smaller ways out."""

    taken = Signal(object)
    """Alternative."""
    free_only = Signal()
    wait = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(role="secondary")
        self.buttons = [KeyCapButton() for _ in range(_OFFERS)]
        self.free = KeyCapButton()
        self.waiting = KeyCapButton(icon_name="hourglass")
        self._offers: tuple[Alternative, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (*self.buttons, self.free, self.waiting):
            column.addWidget(part)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, at=number: self.taken.emit(self._offers[at]))
        self.free.clicked.connect(self.free_only)
        self.waiting.clicked.connect(self.wait)
        self.hide()

    def show_offers(self, checked: Checked | None, house: House) -> None:
        """The offers of a check; nothing to offer hides the box."""
        self._offers = checked.alternatives[:_OFFERS] if checked is not None else ()
        dates = len(checked.verdicts) if checked is not None else 0
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._offers))
            if number < len(self._offers):
                button.set_text(self._words(self._offers[number], dates, house))
        part = checked is not None and checked.can_take_free
        self.free.setVisible(part)
        if checked is not None and part:
            free = sum(verdict.free for verdict in checked.verdicts)
            #: 只订 {free} 次空档
            self.free.set_text(self.tr("Only the {free} free dates").format(free=free))
        can_wait = checked is not None and dates == 1 and checked.verdicts[0].can_wait
        self.waiting.setVisible(can_wait)
        #: 排候补，空出来打电话
        self.waiting.set_text(self.tr("Waiting list: ring them up"))
        #: 可选：
        self.heading.setText(self.tr("Instead:"))
        self.setVisible(bool(self._offers) or part or can_wait)

    def _words(self, offer: Alternative, dates: int, house: House) -> str:
        #: （{dates} 次全空）
        all_free = self.tr(" (all {dates} free)").format(dates=dates) if dates > 1 else ""
        first = offer.request.slots[0]
        if offer.kind is AlternativeKind.OTHER_ROOM and offer.room_id is not None:
            #: 改到 {room}
            return self.tr("In {room}").format(room=house.name(offer.room_id)) + all_free
        if offer.kind is AlternativeKind.SHORTEN:
            #: 缩短为 {times}
            return self.tr("Shorter: {times}").format(times=words.times(first)) + all_free
        if offer.by < NOTHING:
            #: 提前到 {times}
            return self.tr("Earlier: {times}").format(times=words.times(first)) + all_free
        #: 改到 {times}
        return self.tr("Later: {times}").format(times=words.times(first)) + all_free
