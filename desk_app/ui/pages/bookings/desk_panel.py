"""What waits for the desk, on the right while no booking is open: requests, the waiting list, dates to restore."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.waiting import WaitingEntry, WaitingState
from desk_app.services.bookings import Restorable, Seen
from desk_app.ui.pages.bookings import words
from desk_app.ui.pages.bookings.fields import beside
from desk_app.ui.pages.bookings.model import BookingsModel
from desk_app.ui.pages.bookings.state import Errands, State
from desk_app.ui.widgets import KeyCapButton, Label
from desk_app.ui.widgets.card import Line
from desk_app.ui.widgets.scrolled import scrolled

_EACH = 8
"""Errands of one sort shown at once; the rest come up as these are done."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to do: what it is about in two lines, and the acts, the likeliest first."""

    title: str
    about: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


class DeskPanel(QWidget):
    """Sections with a heading each; where there is nothing to do it says how to book."""

    def __init__(self, model: BookingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: object = None
        self.nothing = Label(role="secondary", wrap=True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self._list)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(upper, sideways=False))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 没有待办。在空白处点一下或拖一段时间就能预约；键盘用方向键选时间，回车预约。
        text = self.tr("Nothing waits. Click or drag over free time to book; by key, choose it with arrows, Enter.")
        self.nothing.setText(text)
        self._shown = None
        self.show_state(self._model.state)

    def begin(self) -> None:
        """Nothing here wants the keyboard before the timeline does."""

    def show_state(self, state: State) -> None:
        """List what waits; rebuilt only when it changed."""
        wanted = (state.errands, state.today, state.names_hidden, state.house.rooms)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        errands = state.errands
        self.nothing.setVisible(errands.nothing)
        for title, found in self._sections(errands, state):
            self._add_section(title, found)

    def _sections(self, errands: Errands, state: State) -> Iterable[tuple[str, list[Errand]]]:
        #: 待审核
        yield self.tr("To approve"), [self._request(one, state) for one in errands.requests]
        #: 候补
        yield self.tr("Waiting list"), [self._waiting(one, state) for one in errands.waiting]
        #: 可以恢复的日期
        yield self.tr("Dates to restore"), [self._restorable(one, state) for one in errands.restorable]
        #: 快到期的系列
        yield self.tr("Series about to end"), [self._ending(one, state) for one in errands.ending]
        #: 订了没人来
        yield self.tr("Booked, nobody comes"), [self._unused(one, state) for one in errands.unused]

    def _add_section(self, title: str, found: list[Errand]) -> None:
        if not found:
            return
        if self._column.count():
            self._column.addWidget(Line())
        self._column.addWidget(Label(f"{title} · {len(found)}", "secondary"))
        for errand in found[:_EACH]:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(3)
            column.addWidget(Label(errand.title, "strong", wrap=True))
            column.addWidget(Label(errand.about, "secondary", wrap=True))
            buttons = []
            for text, act in errand.acts:
                button = KeyCapButton(text)
                button.setAccessibleName(f"{text}: {errand.title}")
                button.clicked.connect(lambda _checked=False, do=act: do())
                buttons.append(button)
            if buttons:
                column.addLayout(beside(buttons, (1,) * len(buttons)))
            self._column.addWidget(box)

    # -- each sort ----------------------------------------------------------------------------------------------
    def _request(self, booking: Booking, state: State) -> Errand:
        about = [self._when(booking, state), words.who(booking.responsible, hide=state.names_hidden)]
        standing = state.errands.shares.get(booking.responsible.party_id)
        if standing is not None:
            #: 本月已用 {used}
            about.append(self.tr("{used} this month").format(used=words.length(standing.share.time)))
        return Errand(
            words.title(booking),
            " · ".join(part for part in about if part),
            (
                #: 通过
                (self.tr("Approve"), lambda: self._model.approve(booking.id)),
                #: 打开
                (self.tr("Open"), lambda: self._model.choose(booking.id)),
            ),
        )

    def _waiting(self, entry: WaitingEntry, state: State) -> Errand:
        request, model = entry.request, self._model
        rooms = " ".join(state.house.name(room_id) for room_id in request.room_ids)
        slot = request.slots[0]
        about = f"{rooms} · {words.day(slot.day, state.today)} {words.times(slot)}"
        name = words.who(request.responsible, hide=state.names_hidden)
        #: 不要了
        stop = (self.tr("Not any more"), lambda: model.stop_waiting(entry.id))
        if entry.state is WaitingState.OFFERED and entry.held_until is not None:
            #: 保留到 {until}
            about += " · " + self.tr("held until {until}").format(until=f"{entry.held_until:%H:%M}")
            #: 要
            yes = (self.tr("They take it"), lambda: model.answer(entry.id, accepted=True))
            no = (self.tr("They decline"), lambda: model.answer(entry.id, accepted=False))
            return Errand(name, about, (yes, no))
        if entry.state is WaitingState.LAPSED:
            #: 没等到回话
            about += " · " + self.tr("no answer in time")
            #: 重新排队
            return Errand(name, about, ((self.tr("Wait again"), lambda: model.wait_again(entry.id)), stop))
        if entry.id in {one.id for one in state.errands.callable_now}:
            #: 已空出，请打电话
            about += " · " + self.tr("free now: ring them up")
            if request.responsible.phone and not state.names_hidden:
                about += f" {request.responsible.phone}"
            #: 已打电话，保留 30 分钟
            return Errand(name, about, ((self.tr("Hold 30 min"), lambda: model.offer(entry.id)), stop))
        return Errand(name, about, (stop,))

    def _restorable(self, found: Restorable, state: State) -> Errand:
        title = found.series.title or words.purpose(found.series.purpose)
        days = ", ".join(words.short_day(slot.day) for slot in found.slots[:4])
        rooms = " ".join(state.house.name(room_id) for room_id in found.series.room_ids)
        #: 恢复 %n 次
        act = (self.tr("Restore %n date(s)", "", len(found.slots)), lambda: self._model.restore(found.series.id))
        return Errand(title, f"{rooms} · {days}", (act,))

    def _ending(self, seen: Seen, state: State) -> Errand:
        last = seen.bookings[-1]
        #: 最后一次 {day}
        about = self.tr("last on {day}").format(day=words.day(last.slot.day, state.today))
        return Errand(self._series_title(seen), about, ((self.tr("Open"), lambda: self._model.choose(last.id)),))

    def _unused(self, seen: Seen, state: State) -> Errand:
        last = seen.bookings[-1]
        #: 连续 %n 次没人来
        about = f"{self._when(last, state)} · " + self.tr("missed %n time(s) running", "", len(seen.bookings))
        return Errand(self._series_title(seen), about, ((self.tr("Open"), lambda: self._model.choose(last.id)),))

    def _series_title(self, seen: Seen) -> str:
        return seen.series.title or words.purpose(seen.series.purpose)

    def _when(self, booking: Booking, state: State) -> str:
        room = state.house.name(booking.room_id)
        return f"{room} · {words.day(booking.slot.day, state.today)} {words.times(booking.slot)}"
