"""No two promises overlap, whatever people do in whatever order, through the real use cases on a real store.

Broken rules must be found out, with the file's own guard taken away; and with a broken rule and the guard in place
nothing is promised twice either.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import booking as booking_rules
from desk_app.domain.bookings import editing
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, Responsible, become
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.occupancy import Floor
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import LivingRoomUse, RoomPlan
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import DAY, MINUTE, Slot
from desk_app.services.bookings import Details, Wanted
from desk_app.storage import bookings
from desk_app.storage.transaction import Transaction
from tests.services.desks import Hub, fresh_folder, opened
from tests.services.rooms import at, clock_of, set_rules

ROOMS = ("多功能厅", "多功能厅东", "多功能厅西", "议事厅")
APART = {frozenset({"多功能厅东", "多功能厅西"})} | {frozenset({"议事厅", name}) for name in ROOMS[:3]}
"""Written out again, so that a broken plan cannot hide behind itself."""
PROMISED = {"provisional", "confirmed", "in_use", "finished"}
OVERRIDES = st.sampled_from([None, None, Override("A", "社区活动")])
STEPS = st.sampled_from([-60, -30, -15, 15, 30, 60, 24 * 60])
STARTS = st.sampled_from(range(9 * 60, 13 * 60, 30))
LENGTHS = st.sampled_from([30, 45, 60, 120])
ANY = st.integers(0, 10_000)
SCOPES = st.sampled_from(Scope)


class ADesk(RuleBasedStateMachine):
    """People at the desk and on the telephone, doing whatever they like."""

    guarded: ClassVar[bool] = True

    @initialize()
    def open_the_desk(self) -> None:
        self.scratch = Path(tempfile.mkdtemp(prefix="desk-rooms-"))
        self.opened = opened(fresh_folder(self.scratch))
        self.hub = self.opened.__enter__()
        if not self.guarded:
            _without_guard(self.hub)
        set_rules(self.hub, "多功能厅", cleanup=15 * MINUTE)
        set_rules(self.hub, "多功能厅西", setup=15 * MINUTE)
        set_rules(self.hub, "议事厅", needs_approval=True)
        self.names = {room.id: room.name for room in self.hub.desk.rooms.list()}
        self.ids = {name: room_id for room_id, name in self.names.items()}
        group = [self.hub.desk.rooms.party(PartyKind.GROUP, name) for name in ("测试合唱队", "测试书画社")]
        self.parties = [Responsible(one.kind, one.id, one.name) for one in group]
        self.known: list[UUID] = []
        self.series: list[UUID] = []

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)
            shutil.rmtree(self.scratch)

    def one(self, number: int) -> UUID:
        return self.known[number % len(self.known)]

    @rule(room=st.sampled_from(ROOMS), day=st.integers(0, 2), start=STARTS, length=LENGTHS, count=st.integers(1, 4),
          party=st.integers(0, 1), override=OVERRIDES, only_free=st.booleans())  # fmt: skip
    def book(
        self, room: str, day: int, start: int, length: int, count: int, party: int, override: Override | None,
        only_free: bool,
    ) -> None:  # fmt: skip
        begin = at("00:00", "01:00").start + day * DAY + start * MINUTE
        first = Slot(begin, begin + length * MINUTE)
        days = Recurrence(Repeat.DAILY, count=count)
        who = self.parties[party]
        wanted = Wanted((self.ids[room],), first, who, LivingRoomUse.ARTS_EXCHANGE, days, override=override)
        with suppress(DeskError):
            booked = self.hub.desk.bookings.book(wanted, only_free=only_free, print_slip=False)
            self.known += [one.id for one in booked.bookings]
            self.series += [booked.series.id] if booked.series else []

    @precondition(lambda self: self.known)
    @rule(number=ANY, step=STEPS, scope=SCOPES, override=OVERRIDES, only_free=st.booleans())
    def move(self, number: int, step: int, scope: Scope, override: Override | None, only_free: bool) -> None:
        self._edit(number, Change(shift=step * MINUTE), scope, override, only_free=only_free)

    @precondition(lambda self: self.known)
    @rule(number=ANY, step=STEPS, scope=SCOPES)
    def resize(self, number: int, step: int, scope: Scope) -> None:
        self._edit(number, Change(lengthen=step * MINUTE), scope, None, only_free=True)

    @precondition(lambda self: self.known)
    @rule(number=ANY, room=st.sampled_from(ROOMS), scope=SCOPES)
    def change_room(self, number: int, room: str, scope: Scope) -> None:
        self._edit(number, Change(room_id=self.ids[room]), scope, None, only_free=True)

    def _edit(self, number: int, change: Change, scope: Scope, override: Override | None, *, only_free: bool) -> None:
        with suppress(DeskError):
            edited = self.hub.desk.bookings.edit(
                self.one(number), change, scope, override=override, only_free=only_free
            )
            self.series += [edited.series.id] if edited.series else []

    @precondition(lambda self: self.known)
    @rule(number=ANY, act=st.sampled_from(["approve", "revive", "cancel", "check_in", "undo_check_in", "end_early"]))
    def act(self, number: int, act: str) -> None:
        with suppress(DeskError):
            getattr(self.hub.desk.bookings, act)(self.one(number))

    @precondition(lambda self: self.known)
    @rule(number=ANY, heads=st.integers(1, 30))
    def amend(self, number: int, heads: int) -> None:
        with suppress(DeskError):
            self.hub.desk.bookings.amend(self.one(number), Details(title="改", head_count=heads))

    @precondition(lambda self: self.series)
    @rule(number=ANY)
    def restore(self, number: int) -> None:
        with suppress(DeskError):
            restored = self.hub.desk.bookings.restore(self.series[number % len(self.series)], print_slip=False)
            self.known += [one.id for one in restored.bookings]

    @rule(minutes=st.integers(1, 120))
    def time_passes(self, minutes: int) -> None:
        self.hub.clock.go(minutes=minutes)
        if clock_of(self.hub).hour > 15:
            self.hub.clock.go(hours=17)
        with suppress(DeskError):
            self.hub.desk.bookings.time_passes()

    @invariant()
    def no_two_promises_overlap(self) -> None:
        if hasattr(self, "hub"):
            assert double_promises(self.hub, self.names) == []

    @invariant()
    def each_change_has_its_line_and_its_entry(self) -> None:
        if hasattr(self, "hub"):
            ((lines, told),) = self.hub.rows(
                "SELECT (SELECT count(*) FROM booking_change), "
                "(SELECT count(*) FROM outbox WHERE kind IN ('booking.add', 'booking.change'))"
            )
            assert lines == told


def double_promises(hub: Hub, names: dict[UUID, str]) -> list[tuple[object, object]]:
    """Pairs promised the same floor at the same time; read from the file and counted by hand."""
    rows = hub.rows("SELECT room_id, held_from, held_to, state FROM booking")
    promised = [(names[UUID(bytes=room)], start, end) for room, start, end, state in rows if state in PROMISED]
    return [
        (a, b)
        for a, b in combinations(promised, 2)
        if frozenset({a[0], b[0]}) not in APART and a[1] < b[2] and b[1] < a[2]
    ]


TestADesk = ADesk.TestCase
TestADesk.settings = settings(
    max_examples=20, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


# ---- mutants ------------------------------------------------------------------------------------------------------
def people_in_the_room_hold_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(booking_rules, "HOLDING", booking_rules.HOLDING - {BookingState.IN_USE})


def a_hall_does_not_touch_its_halves(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(RoomPlan, "touching", lambda self, room_id: frozenset({room_id}))


def a_new_booking_needs_no_buffers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Floor, "held", lambda self, slot: slot)


def every_edit_passes_for_shortening(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(editing, "_only_shortens", lambda booking, change: True)


def coming_back_is_not_checked(patch: pytest.MonkeyPatch) -> None:
    def unchecked(booking: Booking, facts: Facts, now: datetime, override: Override | None = None) -> Edit:
        return Edit(booking, Verdict(booking.slot), become(booking, BookingState.CONFIRMED))

    patch.setattr(editing, "revive", unchecked)


def nothing_is_loaded(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("desk_app.services.bookings.counter._bookings", lambda *_: ())


def only_the_room_itself_is_loaded(patch: pytest.MonkeyPatch) -> None:
    real = bookings.held

    def alone(transaction: Transaction, stretches: Sequence[Slot], room_ids: Iterable[UUID]) -> list[Booking]:
        return real(transaction, stretches, sorted(room_ids)[:1])

    patch.setattr(bookings, "held", alone)


Mutant = Callable[[pytest.MonkeyPatch], None]
MUTANTS: tuple[Mutant, ...] = (
    people_in_the_room_hold_nothing,
    a_hall_does_not_touch_its_halves,
    a_new_booking_needs_no_buffers,
    every_edit_passes_for_shortening,
    coming_back_is_not_checked,
    nothing_is_loaded,
    only_the_room_itself_is_loaded,
)


def _without_guard(hub: Hub) -> None:
    for name in ("booking_overlaps_none", "booking_moves_onto_none"):
        hub.rows(f"DROP TRIGGER {name}")


class AnUnguardedDesk(ADesk):
    """One whose file refuses nothing."""

    guarded = False


# Each mutant is led to its crime, so that it dies on every run; wandering about would take hundreds of desks.
Play = Callable[[ADesk], None]


def _made(desk: ADesk, room: str, start: int, *, count: int = 1, override: Override | None = None) -> None:
    desk.book(room=room, day=0, start=start, length=60, count=count, party=0, override=override, only_free=True)


def people_come_and_others_book(desk: ADesk) -> None:
    _made(desk, "多功能厅西", 600)
    desk.hub.clock.go(hours=25)
    desk.act(number=0, act="check_in")
    _made(desk, "多功能厅西", 630)


def a_half_then_the_whole(desk: ADesk) -> None:
    _made(desk, "多功能厅东", 600)
    _made(desk, "多功能厅西", 600)
    _made(desk, "多功能厅", 600)


def one_right_before_the_other(desk: ADesk) -> None:
    _made(desk, "多功能厅", 660)
    _made(desk, "多功能厅", 600)


def a_move_onto_another(desk: ADesk) -> None:
    _made(desk, "多功能厅东", 600)
    _made(desk, "多功能厅东", 660)
    desk.move(number=0, step=30, scope=Scope.THIS, override=None, only_free=False)


def given_back_and_wanted_again(desk: ADesk) -> None:
    _made(desk, "多功能厅东", 600)
    desk.act(number=0, act="cancel")
    _made(desk, "多功能厅东", 600)
    desk.act(number=0, act="revive")


PLAYS: tuple[Play, ...] = (
    people_come_and_others_book,
    a_half_then_the_whole,
    one_right_before_the_other,
    a_move_onto_another,
    given_back_and_wanted_again,
)


def crimes(mutant: Mutant, *, guarded: bool) -> list[tuple[object, object]]:
    """Double promises of all plays together; the rule breaks once the rooms are furnished."""
    found = []
    for play in PLAYS:
        desk = ADesk() if guarded else AnUnguardedDesk()
        desk.open_the_desk()
        try:
            with pytest.MonkeyPatch.context() as patch:
                mutant(patch)
                play(desk)
            found += double_promises(desk.hub, desk.names)
        finally:
            desk.teardown()
    return found


def test_without_the_guard_the_rules_suffice() -> None:
    assert crimes(lambda patch: None, guarded=False) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_broken_rule_is_found_out(mutant: Mutant) -> None:
    assert crimes(mutant, guarded=False)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_the_file_stands_in_for_a_broken_rule(mutant: Mutant) -> None:
    assert crimes(mutant, guarded=True) == []
