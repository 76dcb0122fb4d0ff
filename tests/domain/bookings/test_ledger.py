"""No two promises overlap, whatever people do in whatever order; and rules broken on purpose are found out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desk_app.domain.bookings import booking as booking_rules
from desk_app.domain.bookings import conflicts, editing
from desk_app.domain.bookings.booking import Booking, BookingState, become
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.occupancy import Floor
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import DAY, MINUTE, Slot

from .ledger import Ledger
from .sample import NOW, an_id

ROOMS = st.sampled_from(["A", "A1", "A2", "B"])
PARTIES = st.sampled_from(["测试合唱队", "测试书画社"])
OVERRIDES = st.sampled_from([None, None, Override("测试站长", "社区活动")])
STEPS = st.sampled_from([-60, -30, -15, 15, 30, 60, 24 * 60])
SLOTS = st.builds(
    lambda day, start, length: Slot(NOW + day * DAY + start * MINUTE, NOW + day * DAY + (start + length) * MINUTE),
    st.integers(0, 2),
    st.sampled_from(range(0, 241, 30)),
    st.sampled_from([30, 45, 60, 120]),
)
ANY = st.integers(0, 10_000)


class Desk(RuleBasedStateMachine):
    """People at the desk, doing whatever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger()

    def one(self, number: int) -> Booking:
        known = list(self.ledger.bookings.values())
        return known[number % len(known)]

    @rule(room=ROOMS, slots=st.lists(SLOTS, min_size=1, max_size=4), party=PARTIES, override=OVERRIDES)
    def make(self, room: str, slots: list[Slot], party: str, override: Override | None) -> None:
        self.ledger.make(room, slots, party, override)

    @precondition(lambda self: self.ledger.bookings)
    @rule(number=ANY, step=STEPS, scope=st.sampled_from(Scope), override=OVERRIDES)
    def move(self, number: int, step: int, scope: Scope, override: Override | None) -> None:
        self.ledger.change(self.one(number), scope, Change(shift=step * MINUTE), override)

    @precondition(lambda self: self.ledger.bookings)
    @rule(number=ANY, step=STEPS, scope=st.sampled_from(Scope))
    def resize(self, number: int, step: int, scope: Scope) -> None:
        self.ledger.change(self.one(number), scope, Change(lengthen=step * MINUTE), None)

    @precondition(lambda self: self.ledger.bookings)
    @rule(number=ANY, room=ROOMS, scope=st.sampled_from(Scope))
    def change_room(self, number: int, room: str, scope: Scope) -> None:
        self.ledger.change(self.one(number), scope, Change(room_id=an_id(room)), None)

    @precondition(lambda self: self.ledger.bookings)
    @rule(number=ANY, act=st.sampled_from(["approve", "revive", "give_back", "check_in"]))
    def act(self, number: int, act: str) -> None:
        getattr(self.ledger, act)(self.one(number))

    @precondition(lambda self: self.ledger.series)
    @rule(number=ANY, other=ANY)
    def split(self, number: int, other: int) -> None:
        known = list(self.ledger.series.values())
        self.ledger.split(known[number % len(known)], self.one(other))

    @precondition(lambda self: self.ledger.series)
    @rule(number=ANY)
    def restore(self, number: int) -> None:
        known = list(self.ledger.series.values())
        self.ledger.restore(known[number % len(known)])

    @rule(minutes=st.integers(1, 90))
    def time_passes(self, minutes: int) -> None:
        self.ledger.time_passes(self.ledger.now + minutes * MINUTE)

    @rule(online=st.booleans())
    def network(self, online: bool) -> None:
        self.ledger.online = online

    @invariant()
    def no_two_promises_overlap(self) -> None:
        assert self.ledger.double_promises() == []


USUAL = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestDesk = Desk.TestCase
TestDesk.settings = USUAL


# ---- mutants ------------------------------------------------------------------------------------------------------
def people_in_the_room_hold_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(booking_rules, "HOLDING", booking_rules.HOLDING - {BookingState.IN_USE})


def a_hall_does_not_touch_its_halves(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(RoomPlan, "touching", lambda self, room_id: frozenset({room_id}))


def a_new_booking_needs_no_buffers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Floor, "held", lambda self, slot: slot)


def every_edit_passes_for_shortening(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(editing, "_only_shortens", lambda booking, change: True)


def refused_dates_do_not_stand_in_the_way(patch: pytest.MonkeyPatch) -> None:
    def once(
        bookings: Sequence[Booking], change: Change, facts: Facts, now: datetime, override: Override | None = None
    ) -> tuple[Edit, ...]:
        changeable = [one for one in bookings if one.state in booking_rules.UPCOMING and not one.is_over(now)]
        return tuple(editing._edit_together(changeable, change, facts, now, override))

    patch.setattr(editing, "edit", once)


def coming_back_is_not_checked(patch: pytest.MonkeyPatch) -> None:
    def unchecked(booking: Booking, facts: Facts, now: datetime) -> Edit:
        back = become(booking, BookingState.CONFIRMED)
        return Edit(booking, Verdict(booking.slot), back)

    patch.setattr(editing, "revive", unchecked)


def given_back_and_wanted_again(desk: Desk) -> None:
    """What wandering about may miss: the very slot given back is booked, then the first wants it again."""
    hour = Slot(NOW + 60 * MINUTE, NOW + 120 * MINUTE)
    desk.make(room="A1", slots=[hour], party="测试合唱队", override=None)
    desk.act(number=0, act="give_back")
    desk.make(room="A1", slots=[hour], party="测试书画社", override=None)
    desk.act(number=0, act="revive")


def a_series_may_meet_itself(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(conflicts, "_allowances", lambda *_: [])


MUTANTS: tuple[Callable[[pytest.MonkeyPatch], None], ...] = (
    people_in_the_room_hold_nothing,
    a_hall_does_not_touch_its_halves,
    a_new_booking_needs_no_buffers,
    every_edit_passes_for_shortening,
    refused_dates_do_not_stand_in_the_way,
    coming_back_is_not_checked,
    a_series_may_meet_itself,
)
LED: dict[Callable[[pytest.MonkeyPatch], None], Callable[[Desk], None]] = {
    coming_back_is_not_checked: given_back_and_wanted_again
}
"""A mutant whose one crime takes four acts in a row is led to it, so that it dies on every machine."""

# no shrinking: that a mutant dies is enough; the same examples on every run, so that it dies on every run
HUNT = settings(
    max_examples=500,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_a_broken_rule_is_found_out(
    mutant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mutant(monkeypatch)
    with pytest.raises(AssertionError):
        hunt(mutant)
    capsys.readouterr()


def hunt(mutant: Callable[[pytest.MonkeyPatch], None]) -> None:
    if mutant in LED:
        lead(LED[mutant])
    else:
        run_state_machine_as_test(Desk, settings=HUNT)


def lead(play: Callable[[Desk], None]) -> None:
    """Play it through, and look at the law afterwards."""
    desk = Desk()
    play(desk)
    desk.no_two_promises_overlap()


def test_the_play_that_leads_to_a_crime_is_lawful_by_itself() -> None:
    for play in LED.values():
        lead(play)


def test_the_ledger_counts_by_hand_what_the_rules_forbid() -> None:
    ledger = Ledger()
    ledger.make("A1", [Slot(NOW, NOW + 60 * MINUTE)], "测试合唱队", None)
    (own,) = ledger.bookings.values()
    ledger.put(replace(own, id=an_id("other"), room_id=an_id("A"), slot=own.slot.moved(70 * MINUTE)))
    assert len(ledger.double_promises()) == 1
