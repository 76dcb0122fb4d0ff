"""The dark line's words and buttons: what was just done, why, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk_app.core.clock import shanghai
from desk_app.core.errors import DeskError
from desk_app.devices.api import CardAdvice
from desk_app.domain.people import mask_name
from desk_app.domain.visits import ActKind, PurposeSource
from desk_app.ui import messages
from desk_app.ui.pages.visits.rows import font
from desk_app.ui.pages.visits.state import Happened, Line, Panel, State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import IconLabel, KeyCapButton, Label

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's "no limit"; PySide6 does not name it."""
NAME_ROOM = 12
"""Characters of a name that a button may carry."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the line says and the smaller hint beside it."""

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """What stands beside the words: the undo button's text ("" hides it), the print button, their keys, the hint; and
    on how many lines the words must then fit."""

    undo: str
    printing: bool
    lines: int
    caps: bool = True
    hint: bool = False


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
        self.keep_place(True)
        self.mark = IconLabel("check", 18)
        self.text = Label(role="strong", wrap=True)
        self.hint = Label(role="secondary")
        self.hint.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.sign_out = KeyCapButton(key="Enter", tone="toast", shortcut=False)
        self.print = KeyCapButton(key="P", tone="toast", shortcut=False)
        self.undo = KeyCapButton(key="Ctrl+Z", tone="toast", shortcut=False)
        self._buttons: list[KeyCapButton] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.mark)
        # Room for two lines whatever is said: long words wrap, and nothing on the page jumps.
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row.addWidget(self.text, 1000)
        row.addWidget(self.hint, 1)
        for button, asked in (
            (self.sign_out, self.sign_out_asked),
            (self.print, self.print_asked),
            (self.undo, self.undo_asked),
        ):
            button.clicked.connect(asked)
            self.add_button(button)
        self._state: State | None = None
        self._ways: tuple[_Way, ...] = ()
        self._way: _Way | None = None
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def add_button(self, button: KeyCapButton) -> None:
        """One more act at the end of the line."""
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.append(button)
        self._row.addWidget(button)

    def _fit(self, theme: Theme) -> None:
        self._make_room(theme, 2)

    def _make_room(self, theme: Theme, lines: int) -> None:
        self.setFixedHeight(lines * QFontMetrics(font(theme.body, bold=True)).height() + 4)

    def keep_place(self, keep: bool) -> None:
        """Whether the line's room stays free while nothing is said."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keep)
        self.setSizePolicy(policy)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 签退
        self.sign_out.set_text(self.tr("Sign out"))
        #: 打印小票
        self.print.set_text(self.tr("Print"))
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
        text = f"{self._at(line)} {words.text}".strip()
        self.text.setText(text)
        self.setAccessibleName(f"{text} {words.hint}".strip())
        self.hint.setText(words.hint)
        offered = line.happened is Happened.OFFER_SIGN_OUT
        self.sign_out.setVisible(offered)
        self.sign_out.cap.setVisible(state.panel is Panel.PERSON)  # elsewhere Enter answers the panel
        here = state.panel is Panel.PERSON and state.shown is not None and state.shown.visit is not None
        failed = line.happened in (Happened.CARD_NOT_READ, Happened.REFUSED)
        undo = self._undo(state) if state.can_undo and not offered else ("",)
        self._ways = self._ways_of(undo, printing=here and not offered and not failed)
        self._share()

    def _at(self, line: Line) -> str:
        """When it happened. Where the sentence itself tells a time, a second one in front would be mistaken for it."""
        return "" if line.since else _clock(line.at, seconds=not self._look.theme.large)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Words and buttons give way to the column and never push it wider."""
        return QSize(240, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Take the first way in which the words fit; should none do, make room for more lines."""
        lines = 2
        way: _Way | None = None
        for way in self._ways:
            self._take(way)
            lines = self._lines_with(way)
            if lines <= way.lines:
                break
        self._make_room(self._look.theme, max(2, lines))
        if way is not self._way:  # else the old widths would be painted once more
            self._way = way
            for button in (self.print, self.undo):
                _settle(button)
            _settle(self)

    def _take(self, way: _Way) -> None:
        if way.undo and self.undo.label.text() != way.undo:
            self.undo.set_text(way.undo)
        self.undo.setVisible(bool(way.undo))
        self.print.setVisible(way.printing)
        self.hint.setVisible(way.hint)
        for button in (self.print, self.undo):
            if button.cap.isHidden() is way.caps:
                button.cap.setVisible(way.caps)

    def _lines_with(self, way: _Way) -> int:
        """How many lines the words need beside what this way shows. A hint stands right behind them."""
        buttons = [button for button in self._buttons if not button.isHidden()]
        taken = sum(button.sizeHint().width() + 10 for button in buttons) + 24 + 18 + 10
        room = self.width() - taken - (self.hint.sizeHint().width() + 10 if way.hint else 0)
        metrics = QFontMetrics(self.text.font())
        wanted = metrics.horizontalAdvance(self.text.text()) + 6
        self.text.setMaximumWidth(wanted if way.hint else QWIDGETSIZE_MAX)
        if wanted <= room:
            return 1
        wrapped = metrics.boundingRect(0, 0, max(room, 1), 10_000, Qt.TextFlag.TextWordWrap, self.text.text())
        return max(2, round(wrapped.height() / metrics.lineSpacing()))

    def _ways_of(self, undo: tuple[str, ...], *, printing: bool) -> tuple[_Way, ...]:
        """From the fullest to the barest: first the hint goes, in the large-text view the keys, then the name of whom
        an undo is about; then the words wrap; at last the buttons go, whose keys work without them."""
        full, short = undo[0], undo[-1]
        keys = not self._look.theme.large
        ways = [_Way(full, printing, 1, hint=True)] if self.hint.text() else []
        ways += [_Way(full, printing, 1), _Way(full, printing, 1, caps=keys), _Way(short, printing, 1, caps=keys)]
        ways += [_Way(full, printing, 2, caps=keys), _Way(short, printing, 2, caps=keys)]
        return (*ways, _Way(short, False, 2, caps=keys), _Way("", False, 2))

    def _undo(self, state: State) -> tuple[str, ...]:
        """What the undo button says, in full and shorter: what it takes back is named unless the line has just said
        it."""
        line, unsaid = state.line, state.undo_next
        if unsaid is None or line is None:
            #: 撤销
            return (self.tr("Undo"),)
        again = line.happened is Happened.TAKEN_BACK
        #: 再撤销：签退 / 撤销：签退
        words = self.tr("Undo next: {act}") if again else self.tr("Undo: {act}")
        act = self._act(unsaid)
        name = mask_name(unsaid.name) if state.person_hidden else unsaid.name
        short = words.format(act=act)
        return (words.format(act=f"{act} {name}"), short) if 0 < len(name) <= NAME_ROOM else (short,)

    def _act(self, line: Line) -> str:
        match line.happened:
            case Happened.CAME_BACK:
                #: 回来
                return self.tr("return")
            case Happened.PURPOSE_CHANGED:
                #: 改事由
                return self.tr("purpose")
            case Happened.COMPANIONS_SET:
                #: 同行人数
                return self.tr("companions")
            case Happened.SIGNED_OUT:
                #: 签退
                return self.tr("sign-out")
            case Happened.ALL_SIGNED_OUT:
                #: 全部签退
                return self.tr("all signed out")
            case Happened.DAY_CLOSED:
                #: 闭馆清点
                return self.tr("closing list")
            case _:
                #: 登记
                return self.tr("check-in")

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
            case Happened.CAME_BACK:
                #: 回来了 · 同一次来访（09:12 登记）
                return Words(self.tr("Back again · the same visit since {since}").format(since=since), self._keys())
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
            case Happened.AMENDED:
                #: 资料已修改
                return Words(self.tr("Details mended"))
            case Happened.CARD_GIVEN:
                #: 邻里汇卡已发给这位居民
                return Words(self.tr("The hub card now belongs to this person"))
            case Happened.ROLL_CALL_QUEUED:
                #: 疏散名单已送打印，共 47 人
                return Words(self.tr("Roll call sent to the printer: %n person(s)", "", line.people))
            case _:
                return None

    def _going(self, line: Line, name: str) -> Words | None:
        match line.happened:
            case Happened.SIGNED_OUT:
                #: 已签退 · 王秀英
                return Words(self.tr("Signed out · {name}").format(name=name or self._somebody(line.people)))
            case Happened.ALL_SIGNED_OUT:
                #: 全部签退，共 47 人
                return Words(self.tr("Everybody signed out: %n person(s)", "", line.people))
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
            case ActKind.COME_BACK:
                #: 回来已撤销，仍为已离开
                return self.tr("Return taken back")
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


def _settle(part: QWidget) -> None:
    layout = part.layout()
    if layout is not None:
        layout.activate()


def _clock(instant: datetime | None, *, seconds: bool = False) -> str:
    """An instant on the hub's wall clock; "" for none."""
    if instant is None:
        return ""
    return shanghai(instant).strftime("%H:%M:%S" if seconds else "%H:%M")
