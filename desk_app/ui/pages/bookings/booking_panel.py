"""A booking on the right: what it is, what can be done with it now, a change and how far it reaches, its history."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import UPCOMING, Booking, BookingChange, BookingState
from desk_app.domain.bookings.recurrence import read_back
from desk_app.domain.bookings.rooms import room_purpose
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import NOTHING, wall_clock
from desk_app.domain.people import mask_phone
from desk_app.services.bookings import Details
from desk_app.ui import messages
from desk_app.ui.pages.bookings import reasons, rule_words, words
from desk_app.ui.pages.bookings.fields import (
    FormEdit,
    PurposeEditor,
    WhenEditor,
    beside,
    say_trouble,
)
from desk_app.ui.pages.bookings.model import BookingsModel
from desk_app.ui.pages.bookings.new_panel import MOST_HEADS, TITLE_LIMIT
from desk_app.ui.pages.bookings.state import NOTHING_CHANGED, Chosen, Pending, State
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Field, KeyCapButton, Label, Tag
from desk_app.ui.widgets.card import Line as Rule
from desk_app.ui.widgets.editors import NumberEditor
from desk_app.ui.widgets.scrolled import scrolled
from desk_app.ui.widgets.styling import set_tone

_COMING = frozenset({BookingState.CONFIRMED, BookingState.PROVISIONAL})
_REVIVABLE = frozenset({BookingState.CANCELLED, BookingState.LOST, BookingState.NO_SHOW})
_HISTORY = 8


class BookingPanel(QWidget):
    """Only what can be done now is there to press; a series has three buttons wherever reach matters."""

    def __init__(self, model: BookingsModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._state: State | None = None
        self.title = Label(role="section", wrap=True)
        self.tag = Tag()
        self.who = Label(role="strong", wrap=True)
        self.when_words = Label(wrap=True)
        self.series = Label(role="secondary", wrap=True)
        self.share = Label(role="secondary", wrap=True)
        self.notes = Label(role="secondary", wrap=True)
        self.here = KeyCapButton(tone="primary", icon_name="user-check")
        self.approve = KeyCapButton(tone="primary", icon_name="check")
        self.reject = KeyCapButton(icon_name="x")
        self.why = FormEdit()
        self.why_field = Field(self.why)
        self.end = KeyCapButton(icon_name="log-out")
        self.undo_here = KeyCapButton(tone="quiet")
        self.revive = KeyCapButton(icon_name="undo-2")
        self.restore = KeyCapButton(icon_name="refresh-cw")
        self.print = KeyCapButton(icon_name="printer")
        self.what = FormEdit()
        self.what.setMaxLength(TITLE_LIMIT)
        self.purpose = PurposeEditor()
        self.heads = NumberEditor(1, MOST_HEADS)
        self.when = WhenEditor(look)
        self.what_field, self.purpose_field = Field(self.what), Field(self.purpose)
        self.heads_field = Field(self.heads)
        self.change_title = Label(role="strong", wrap=True)
        self.keep = {scope: KeyCapButton() for scope in Scope}
        self.cancel_title = Label(role="secondary")
        self.cancel = {scope: KeyCapButton() for scope in Scope}
        self.history_title = Label(role="secondary")
        self.history = [Label(role="secondary", wrap=True) for _ in range(_HISTORY)]
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        column.addLayout(beside((self.title, self.tag), (1, 0)))
        for label in (self.who, self.when_words, self.series, self.share, self.notes):
            column.addWidget(label)
        for button in (self.here, self.approve, self.reject):
            column.addWidget(button)
        column.addWidget(self.why_field)
        for button in (self.end, self.revive, self.restore, self.undo_here):
            column.addWidget(button)
        self.editors = QWidget()
        edits = QVBoxLayout(self.editors)
        edits.setContentsMargins(0, 4, 0, 0)
        edits.setSpacing(8)
        edits.addWidget(Rule())
        edits.addWidget(self.when)
        edits.addWidget(self.what_field)
        edits.addLayout(beside((self.purpose_field, self.heads_field), (3, 2), 6))
        column.addWidget(self.change_title)
        for button in self.keep.values():
            column.addWidget(button)
        column.addWidget(self.editors)
        column.addWidget(self.print)
        column.addWidget(self.cancel_title)
        for button in self.cancel.values():
            column.addWidget(button)
        column.addWidget(self.history_title)
        for label in self.history:
            column.addWidget(label)
        column.addStretch(1)
        self.area = scrolled(upper, sideways=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area, 1)

    def _connect(self) -> None:
        model = self._model
        for button, act in (
            (self.here, model.check_in),
            (self.approve, model.approve),
            (self.end, model.end_early),
            (self.print, model.print_slip),
            (self.undo_here, model.undo_check_in),
        ):
            button.clicked.connect(lambda _checked=False, do=act: self._act(do))
        self.reject.clicked.connect(self._reject)
        self.why.returnPressed.connect(self._reject)
        self.revive.clicked.connect(model.revive)
        self.restore.clicked.connect(self._restore)
        self.when.edited.connect(self._propose)
        self.what.editingFinished.connect(self._propose)
        self.purpose.purpose_chosen.connect(self._propose)
        self.heads.editingFinished.connect(self._propose)
        for scope in Scope:
            self.keep[scope].clicked.connect(lambda _checked=False, reach=scope: model.settle(reach))
            self.cancel[scope].clicked.connect(lambda _checked=False, reach=scope: self._cancel(reach))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 已到
        self.here.set_text(self.tr("They are here"))
        #: 通过
        self.approve.set_text(self.tr("Approve"))
        #: 不通过
        self.reject.set_text(self.tr("Refuse"))
        #: 不通过的理由
        self.why_field.set_title(self.tr("Why it is refused"))
        #: 提前结束
        self.end.set_text(self.tr("They are gone"))
        #: 点错了，人没到
        self.undo_here.set_text(self.tr("Not here after all"))
        #: 恢复预约
        self.revive.set_text(self.tr("Take up again"))
        #: 打印凭条
        self.print.set_text(self.tr("Print the slip"))
        #: 内容
        self.what_field.set_title(self.tr("What"))
        #: 用途
        self.purpose_field.set_title(self.tr("Purpose"))
        #: 人数
        self.heads_field.set_title(self.tr("People"))
        #: 取消
        self.cancel_title.setText(self.tr("Cancel"))
        #: 经过
        self.history_title.setText(self.tr("History"))
        self.when.retranslate()
        self.purpose.retranslate()
        if self._state is not None:
            self._state = None
            self.show_state(self._model.state)

    def begin(self) -> None:
        """The keyboard goes to what is most likely done now."""
        first = next((b for b in (self.here, self.approve, *self.keep.values()) if not b.isHidden()), self.print)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown ------------------------------------------------------------------------------------------
    def show_state(self, state: State) -> None:
        """Show the chosen booking."""
        before, self._state = self._state, state
        self.when.know_rooms(state.house.in_service)
        chosen = state.chosen
        if chosen is None or (before is not None and _seen(before) == _seen(state)):
            return
        other = before is None or before.chosen is None or before.chosen.booking.id != chosen.booking.id
        if other:
            self.area.verticalScrollBar().setValue(0)
            self.why.clear()
            self.why_field.accept()
        self._show_facts(chosen, state)
        self._show_acts(chosen, state)
        self._show_change(chosen, state.pending, state)
        self._show_history(chosen)

    def _show_facts(self, chosen: Chosen, state: State) -> None:
        booking = chosen.booking
        self._look.cover(booking.responsible.person_name)
        self.title.setText(words.title(booking))
        self.tag.setText(words.state(booking.state))
        set_tone(self.tag, words.STATE_TONES[booking.state])
        person = booking.responsible.person_name
        who = [words.who(booking.responsible, hide=state.names_hidden)]
        if person and person not in who and not state.names_hidden:
            who.append(person)
        if booking.responsible.phone:
            who.append(mask_phone(booking.responsible.phone))
        who.append(words.people(booking.head_count))
        self.who.setText(" · ".join(part for part in who if part))
        room = state.house.name(booking.room_id)
        self.when_words.setText(f"{room} · {words.day(booking.slot.day, state.today)} {words.times(booking.slot)}")
        self._show_series(chosen)
        notes = [words.purpose(booking.purpose), booking.fee_note, booking.remarks, booking.override_why]
        self.notes.setText(" · ".join(part for part in notes if part))
        standing = chosen.standing
        self.share.setVisible(standing is not None)
        if standing is not None:
            #: 本月已用 {used}，各团队中位 {median}，排第 {place}/{parties}
            text = self.tr("This month: {used}; the middle of all is {median}; place {place} of {parties}")
            self.share.setText(
                text.format(
                    used=words.length(standing.share.time),
                    median=words.length(standing.median),
                    place=standing.place,
                    parties=standing.parties,
                )
            )

    def _show_series(self, chosen: Chosen) -> None:
        seen = chosen.series
        self.series.setVisible(seen is not None)
        if seen is None:
            return
        dates = [one for one in seen.bookings if one.state is not BookingState.CANCELLED]
        rule = rule_words.read_back(read_back(seen.series.rule, seen.series.first), len(dates))
        ids = [one.id for one in dates]
        if chosen.booking.id in ids:
            #: 第 {number} 次
            number = self.tr("date {number}").format(number=ids.index(chosen.booking.id) + 1)
            rule = f"{rule} · {number}"
        if seen.series.skipped:
            days = ", ".join(words.short_day(one.slot.day) for one in seen.series.skipped[:4])
            #: 跳过 {days}
            rule += "\n" + self.tr("skipped: {days}").format(days=days)
        self.series.setText(rule)

    def _show_acts(self, chosen: Chosen, state: State) -> None:
        booking = chosen.booking
        asks = booking.state is BookingState.REQUESTED
        over = booking.is_over(state.now)
        room = next((room for room in state.house.rooms if room.id == booking.room_id), None)
        opens = booking.slot.start - (room.rules.check_in_early if room is not None else NOTHING)
        self.here.setVisible(booking.state in _COMING and opens <= state.now and not over)
        self.approve.setVisible(asks)
        self.reject.setVisible(asks)
        self.why_field.setVisible(asks)
        self.end.setVisible(booking.state is BookingState.IN_USE and booking.slot.start < state.now)
        self.undo_here.setVisible(booking.state is BookingState.IN_USE)
        self.revive.setVisible(booking.state in _REVIVABLE and not over)
        self.editors.setVisible(booking.state in UPCOMING and not over)
        ready = next((one for one in state.errands.restorable if one.series.id == booking.series_id), None)
        self.restore.setVisible(ready is not None)
        if ready is not None:
            #: 恢复 %n 个跳过的日期
            self.restore.set_text(self.tr("Restore %n skipped date(s)", "", len(ready.slots)))
        can_cancel = booking.state in UPCOMING and not over
        self.cancel_title.setVisible(can_cancel and chosen.series is not None)
        for scope, button in self.cancel.items():
            button.setVisible(can_cancel and scope in chosen.scopes)
            button.set_text(self._reach(scope) if chosen.series is not None else self.tr("Cancel the booking"))
        for button in (self.cancel[Scope.THIS],):
            button.cap.setVisible(True)
            button.cap.setText("Del")

    def _show_change(self, chosen: Chosen, pending: Pending | None, state: State) -> None:
        booking = chosen.booking
        room_id, slot = (pending.room_id, pending.slot) if pending is not None else (booking.room_id, booking.slot)
        details = pending.details if pending is not None else NOTHING_CHANGED
        self.when.show_place(room_id, slot, state.today)
        room = next((room for room in state.house.rooms if room.id == room_id), None)
        self.purpose.show_purpose(details.purpose or booking.purpose, room)
        self.heads.set_value(details.head_count or booking.head_count)
        title = details.title if details.title is not None else booking.title
        if not self.what.hasFocus() and self.what.text() != title:
            self.what.setText(title)
        self.when.refuse(say_trouble(pending.trouble) if pending is not None and pending.trouble is not None else "")
        self.change_title.setVisible(pending is not None)
        for scope, button in self.keep.items():
            button.setVisible(pending is not None and pending.trouble is None and scope in chosen.scopes)
        if pending is not None:
            self._word_change(chosen, pending, state)

    def _word_change(self, chosen: Chosen, pending: Pending, state: State) -> None:
        moved = pending.own is not None
        where = f"{state.house.name(pending.room_id)} {words.short_day(pending.slot.day)} {words.times(pending.slot)}"
        #: 改到 {where}？
        text = self.tr("Move to {where}?").format(where=where) if moved else self.tr("Keep the change?")
        own = pending.own
        refused = own is not None and own.after is None
        if own is not None and refused:
            text += "\n" + reasons.of_verdict(own.verdict, state.today)
        self.change_title.setText(text)
        set_tone(self.change_title, "bad" if refused else "idle")
        for scope, button in self.keep.items():
            good, dates = pending.counts(scope)
            one = chosen.series is None
            #: 保存
            word = self.tr("Keep") if one else self._reach(scope)
            if dates > 1:
                #: {word}（{good}/{dates} 次）
                word = self.tr("{word} ({good} of {dates})").format(word=word, good=good, dates=dates)
            button.set_text(word)
            button.setEnabled(not dates or good > 0)

    def _reach(self, scope: Scope) -> str:
        return {
            #: 只这一次
            Scope.THIS: self.tr("This date"),
            #: 本次及以后
            Scope.FOLLOWING: self.tr("This and following"),
            #: 全部未来日期
            Scope.ALL: self.tr("All to come"),
        }[scope]

    def _show_history(self, chosen: Chosen) -> None:
        latest = tuple(reversed(chosen.history))[:_HISTORY]
        self.history_title.setVisible(bool(latest))
        for label, change in zip(self.history, (*latest, *[None] * (_HISTORY - len(latest))), strict=True):
            label.setVisible(change is not None)
            if change is not None:
                label.setText(self._past(change))

    # -- what is pressed ----------------------------------------------------------------------------------------
    def _act(self, do: Callable[[UUID], None]) -> None:
        chosen = self._model.state.chosen
        if chosen is not None:
            do(chosen.booking.id)

    def _reject(self) -> None:
        why = self.why.text().strip()
        chosen = self._model.state.chosen
        if chosen is None or self.why_field.isHidden():
            return
        if not why:
            self.why_field.refuse(messages.say_code("booking.reason_missing"))
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._model.reject(chosen.booking.id, why):
            self.why.clear()

    def _cancel(self, scope: Scope) -> None:
        self._act(lambda booking_id: self._model.cancel(booking_id, scope))

    def _restore(self) -> None:
        chosen = self._model.state.chosen
        if chosen is not None and chosen.booking.series_id is not None:
            self._model.restore(chosen.booking.series_id)

    def _propose(self, *_values: object) -> None:
        """Something was changed in the fields: shown, checked, and asked how far it reaches."""
        chosen = self._model.state.chosen
        if chosen is None or self.editors.isHidden():
            return
        booking, when = chosen.booking, self.when
        try:
            slot = when.slot()
        except DeskError as refusal:
            when.refuse(messages.refusal(refusal))
            return
        self._model.propose(when.room_id, slot, self._details(booking))

    def _details(self, booking: Booking) -> Details:
        """What the fields say differently from the booking."""
        title, heads, purpose = self.what.text().strip(), self.heads.value(), room_purpose(self.purpose.value())
        return Details(
            title=title if title != booking.title else None,
            purpose=purpose if purpose is not booking.purpose else None,
            head_count=heads if heads != booking.head_count else None,
        )

    def _past(self, change: BookingChange) -> str:
        """11-20 周五 09:12 改时间 14:00–16:00 → 15:00–17:00."""
        at = wall_clock(change.at)
        before, after = change.before, change.after
        what = words.state(after.state)
        if before is not None and before.slot != after.slot:
            what = f"{words.times(before.slot)} → {words.times(after.slot)}"
            if before.slot.day != after.slot.day:
                what = f"{words.short_day(before.slot.day)} {what} {words.short_day(after.slot.day)}"
        elif before is not None and before.room_id != after.room_id and self._state is not None:
            what = f"{self._state.house.name(before.room_id)} → {self._state.house.name(after.room_id)}"
        elif before is not None and before.state is after.state:
            #: 改资料
            what = self.tr("details changed")
        parts = [f"{words.short_day(at.date())} {at:%H:%M}", what, change.why]
        return " · ".join(part for part in parts if part)


def _seen(state: State) -> tuple[object, ...]:
    """What the panel shows of the state."""
    return state.chosen, state.pending, state.names_hidden, state.now, state.house, state.errands.restorable
