"""The dark line's words and buttons: what was just done, why, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk_app.core.clock import shanghai
from desk_app.core.errors import DeskError
from desk_app.devices.api import CardAdvice
from desk_app.domain.people import mask_name
from desk_app.domain.visits import ActKind, PurposeSource
from desk_app.ui import messages
from desk_app.ui.pages.visits.state import Happened, Line, Panel, State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import IconLabel, KeyCapButton, Label


@dataclass(frozen=True, slots=True)
class Words:
    """What the line says and the smaller hint beside it."""

    text: str
    hint: str = ""


class ResultLine(QFrame):
    """Keeps its place when empty and its buttons when not needed, so that a tap rebuilds nothing.

    The three buttons are made once: making them per tap cost 4 ms of style sheet work.
    """

    print_asked = Signal()
    undo_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "toast")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.mark = IconLabel("check", 18)
        self.text = Label(role="strong", wrap=True)
        self.hint = Label(role="secondary")
        self.sign_out = KeyCapButton(key="Enter", tone="toast", shortcut=False)
        self.print = KeyCapButton(key="P", tone="toast", shortcut=False)
        self.undo = KeyCapButton(key="Ctrl+Z", tone="toast", shortcut=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.mark)
        # One fixed height with room for two lines: long words wrap, and nothing on the page jumps.
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row.addWidget(self.text, 1)
        row.addWidget(self.hint)
        for button, asked in (
            (self.sign_out, self.sign_out_asked),
            (self.print, self.print_asked),
            (self.undo, self.undo_asked),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(asked)
            row.addWidget(button)
        self._state: State | None = None
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        self.setFixedHeight(round(theme.body * (2.65 if theme.large else 3.1)))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 签退
        self.sign_out.set_text(self.tr("Sign out"))
        #: 打印小票
        self.print.set_text(self.tr("Print"))
        #: 撤销
        self.undo.set_text(self.tr("Undo"))
        if self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Say what the state's line says."""
        self._state = state
        line = state.line
        self.setVisible(line is not None)
        if line is None:
            return
        words = self._words(line, hide=state.person_hidden)
        self.mark.set_icon("triangle-alert" if line.wants_a_look else "check")
        text = f"{_clock(line.at, seconds=not self._look.theme.large)} {words.text}"
        self.text.setText(text)
        self.setAccessibleName(f"{text} {words.hint}".strip())
        self.hint.setText(words.hint)
        offered = line.happened is Happened.OFFER_SIGN_OUT
        self.sign_out.setVisible(offered)
        here = state.panel is Panel.PERSON and state.shown is not None and state.shown.visit is not None
        self.print.setVisible(here and not offered)
        self.undo.setVisible(state.can_undo and not offered)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The hint is shown only where the words need not wrap for it."""
        buttons = [button for button in (self.sign_out, self.print, self.undo) if not button.isHidden()]
        taken = sum(button.sizeHint().width() + 10 for button in buttons) + 24 + 18 + 2 * 10
        wanted = QFontMetrics(self.text.font()).horizontalAdvance(self.text.text()) + 6
        self.hint.setVisible(bool(self.hint.text()) and wanted + self.hint.sizeHint().width() <= self.width() - taken)

    # One method a family of outcomes keeps each within a glance.
    def _words(self, line: Line, *, hide: bool) -> Words:
        name = mask_name(line.name) if hide else line.name
        for family in (self._coming, self._again, self._mending, self._going):
            words = family(line, name)
            if words is not None:
                return words
        return self._refusal(line)

    def _coming(self, line: Line, name: str) -> Words | None:
        kind = messages.kind_short(line.kind) if line.kind else ""
        purpose = f"{kind} {line.title}".strip()
        match line.happened:
            case Happened.CHECKED_IN:
                #: 已登记 · 文体
                return Words(self.tr("Checked in · {purpose}").format(purpose=purpose), self._why(line.source))
            case Happened.COUNTED:
                #: 已计 1 人次 · 生活
                return Words(self.tr("Counted one visitor · {purpose}").format(purpose=purpose), self._keys())
            case Happened.GROUP_IN:
                #: 团体 14 人已登记 · 亲子
                text = self.tr("Group of {people} checked in · {purpose}")
                return Words(text.format(people=line.people, purpose=purpose), name)
            case _:
                return None

    def _again(self, line: Line, name: str) -> Words | None:
        del name
        since = _clock(line.since)
        match line.happened:
            case Happened.SAME_VISIT:
                #: 已于 09:12 登记，不用再刷
                return Words(self.tr("Already checked in at {since}").format(since=since), self._keys())
            case Happened.ALREADY_IN:
                #: 已在馆，09:12 登记
                return Words(self.tr("Already in since {since}").format(since=since), self._keys())
            case Happened.OFFER_SIGN_OUT:
                #: 09:12 登记，还在馆。要签退吗？ / 再刷一次也可签退
                text = self.tr("In the house since {since}. Sign out?").format(since=since)
                return Words(text, self.tr("A second tap does it too"))
            case _:
                return None

    def _mending(self, line: Line, name: str) -> Words | None:
        del name
        kind = messages.kind_short(line.kind) if line.kind else ""
        match line.happened:
            case Happened.PURPOSE_CHANGED:
                #: 事由改为 法律
                purpose = f"{kind} {line.title}".strip()
                return Words(self.tr("Purpose changed to {purpose}").format(purpose=purpose))
            case Happened.COMPANIONS_SET:
                #: 同行 2 人
                return Words(self.tr("%n companion(s)", "", line.people))
            case Happened.ENROLLED:
                #: 以后按「书法班」登记
                return Words(self.tr("Now a regular of {title}").format(title=line.title))
            case Happened.WITHDRAWN:
                return Words(self.tr("No longer a regular of {title}").format(title=line.title))
            case Happened.SLIP_QUEUED:
                #: 小票已送打印
                return Words(self.tr("Slip sent to the printer"))
            case Happened.ROLL_CALL_QUEUED:
                #: 疏散名单已送打印，共 47 人
                return Words(self.tr("Roll call sent to the printer: {people} people").format(people=line.people))
            case _:
                return None

    def _going(self, line: Line, name: str) -> Words | None:
        match line.happened:
            case Happened.SIGNED_OUT:
                #: 已签退 · 王秀英
                return Words(self.tr("Signed out · {name}").format(name=name or self._somebody(line.people)))
            case Happened.ALL_SIGNED_OUT:
                #: 全部签退，共 47 人
                return Words(self.tr("Everybody signed out: {people} people").format(people=line.people))
            case Happened.DAY_CLOSED:
                #: 闭馆清点完成，签退 5 人
                return Words(self.tr("Closing list done: {people} signed out").format(people=line.people))
            case Happened.TAKEN_BACK:
                return Words(self._taken_back(line), name)
            case _:
                return None

    def _taken_back(self, line: Line) -> str:
        match line.undone:
            case ActKind.CHECK_IN:
                #: 登记已撤销
                return self.tr("Check-in taken back")
            case ActKind.CHANGE_PURPOSE:
                #: 事由已改回
                return self.tr("Purpose put back")
            case ActKind.SET_COMPANIONS:
                #: 同行人数已改回
                return self.tr("Companions put back")
            case ActKind.CLOSE_DAY:
                #: 闭馆清点已撤销
                return self.tr("Closing list taken back")
            case _:
                #: 签退已撤销
                return self.tr("Sign-out taken back")

    def _refusal(self, line: Line) -> Words:
        if line.happened is Happened.CARD_NOT_READ and line.code in set(CardAdvice):
            return Words(messages.advice(CardAdvice(line.code)))
        trouble = line.trouble
        if trouble is None:
            return Words(messages.say_code(line.code))
        if isinstance(trouble, DeskError):
            since = {"since": _clock(line.since)} if line.since else {}
            return Words(messages.say_code(trouble.code, **{**trouble.params, **since}))
        return Words(messages.trouble(trouble))

    def _why(self, source: PurposeSource | None) -> str:
        match source:
            case PurposeSource.ENGAGED:
                #: 今日有活动 · 按 1–9 改事由
                return self.tr("expected today · 1–9 change")
            case PurposeSource.USUAL:
                #: 平时常来 · 按 1–9 改事由
                return self.tr("as usual · 1–9 change")
            case PurposeSource.LAST:
                #: 同上次 · 按 1–9 改事由
                return self.tr("as last time · 1–9 change")
            case _:
                return self._keys()

    def _keys(self) -> str:
        #: 按 1–9 改事由
        return self.tr("1–9 change")

    def _somebody(self, people: int) -> str:
        #: 访客 1 人
        return self.tr("%n visitor(s)", "", people)


def _clock(instant: datetime | None, *, seconds: bool = False) -> str:
    """An instant on the hub's wall clock; "" for none."""
    if instant is None:
        return ""
    return shanghai(instant).strftime("%H:%M:%S" if seconds else "%H:%M")
