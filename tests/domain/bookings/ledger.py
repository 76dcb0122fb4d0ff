"""A ledger in memory that applies what the rules answer, as the services will do over the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import combinations
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import attendance, booking, conflicts, editing, series, taking
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.facts import Daybook, Facts
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.request import Override, Request
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.series import Scope, Series
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.domain.bookings.taking import Note

from .sample import FREE_RULES, NOW, a_room, an_id, wish

QUARTER = replace(FREE_RULES, cleanup=15 * MINUTE, release_after=20 * MINUTE)
PLAN = RoomPlan.of(
    [
        a_room("A", QUARTER, parts=(an_id("A1"), an_id("A2"))),
        a_room("A1", QUARTER),
        a_room("A2", replace(FREE_RULES, setup=15 * MINUTE)),
        a_room("B", replace(FREE_RULES, needs_approval=True)),
    ]
)
# written out again, so that a broken plan cannot hide behind itself
CANNOT_BE_TOGETHER = {frozenset(map(an_id, pair)) for pair in (("A", "A1"), ("A", "A2"))}
PROMISED = {BookingState.PROVISIONAL, BookingState.CONFIRMED, BookingState.IN_USE, BookingState.FINISHED}


@dataclass
class Ledger:
    """All bookings and series of a small hub, and the time."""

    now: datetime = NOW
    bookings: dict[UUID, Booking] = field(default_factory=dict)
    series: dict[UUID, Series] = field(default_factory=dict)
    online: bool = True
    _made: int = 0

    def new_id(self) -> UUID:
        self._made += 1
        return an_id(f"ledger {self._made}")

    @property
    def facts(self) -> Facts:
        return Facts(PLAN, Daybook(self.bookings.values()), online=self.online)

    def put(self, *changed: Booking) -> None:
        self.bookings |= {one.id: one for one in changed}

    # ---- what people do ---------------------------------------------------------------------------------------
    def make(self, room: str, slots: list[Slot], party: str, override: Override | None) -> None:
        """The free dates of a request; with several dates a series that keeps the others."""
        request = wish(*sorted(set(slots)), rooms=[room], party=party, override=override)
        rule = Recurrence(Repeat.PICKED, picked=tuple(slot.day for slot in request.slots))
        held_by = Series(self.new_id(), request.room_ids, rule, request.slots[0], request.responsible, request.purpose)
        self._take(request, held_by if len(request.slots) > 1 else None)

    def _take(self, request: Request, of: Series | None) -> None:
        try:
            taken = taking.take(conflicts.check(request, self.facts, self.now), only_free=True)
        except DeskError:
            return
        self.put(*taken.displaced)
        note = Note(series_id=of.id if of else None)
        self.put(*taking.book(request, taken, self.facts, self.new_id, note))
        if of is not None:
            self.series[of.id] = replace(of, skipped=taken.skipped)

    def change(self, at: Booking, scope: Scope, change: Change, override: Override | None) -> None:
        """What can be moved is moved, the rest stays."""
        try:
            edits = editing.edit(
                series.in_scope(self.bookings.values(), at, scope, self.now) if at.series_id else (at,),
                change,
                self.facts,
                self.now,
                override,
            )
        except DeskError:
            return
        self._keep(edits)

    def _keep(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            if edit.after is not None:
                self.put(*edit.displaced, edit.after)

    def approve(self, one: Booking) -> None:
        try:
            self._keep([editing.approve_checked(one, self.facts, self.now)])
        except DeskError:
            return

    def revive(self, one: Booking) -> None:
        try:
            self._keep([editing.revive(one, self.facts, self.now)])
        except DeskError:
            return

    def give_back(self, one: Booking) -> None:
        try:
            self.put(booking.give_back(one, self.now))
        except DeskError:
            return

    def check_in(self, one: Booking) -> None:
        try:
            self.put(*attendance.check_in([one], PLAN, self.now))
        except DeskError:
            return

    def split(self, of: Series, at: Booking) -> None:
        try:
            halves = series.split(of, self.bookings.values(), at.slot.day, self.new_id())
        except DeskError:
            return
        self.series |= {halves.past.id: halves.past, halves.future.id: halves.future}
        self.put(*halves.moved)

    def restore(self, of: Series) -> None:
        """The skipped dates that became free, taken as they were found."""
        back = [verdict.slot for verdict in series.restorable(of, self.facts, self.now)]
        if back:
            request = Request(of.room_ids, tuple(back), of.responsible, of.purpose)
            self._take(request, None)
            self.series[of.id] = series.restored(of, back)

    def time_passes(self, until: datetime) -> None:
        self.now = max(self.now, until)
        self.put(*(after for _, after in attendance.due_changes(list(self.bookings.values()), PLAN, self.now)))

    # ---- what must hold ---------------------------------------------------------------------------------------
    def double_promises(self) -> list[tuple[Booking, Booking]]:
        """Pairs promised the same floor at the same time, buffers included; counted by hand, without the rules."""
        promised = [one for one in self.bookings.values() if one.state in PROMISED]
        return [
            (a, b)
            for a, b in combinations(promised, 2)
            if (a.room_id == b.room_id or frozenset({a.room_id, b.room_id}) in CANNOT_BE_TOGETHER)
            and a.slot.start - a.setup < b.slot.end + b.cleanup
            and b.slot.start - b.setup < a.slot.end + a.cleanup
        ]
