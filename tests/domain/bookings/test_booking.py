"""States of a booking: where each leads, what holds a slot, giving back, ending early."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import (
    CLOSED,
    COUNTED,
    HOLDING,
    PROMISED,
    UPCOMING,
    BookingChange,
    BookingState,
    become,
    end_now,
    give_back,
    may_become,
    needs_new_approval,
    needs_recheck,
)
from desk_app.domain.bookings.rooms import RoomRules
from desk_app.domain.bookings.slots import MINUTE, Slot, instant_of

from .sample import NOW, at, booked

S = BookingState
TEN = at("10:00", "11:00")
LEADS_TO = {
    S.REQUESTED: {S.CONFIRMED, S.PROVISIONAL, S.CANCELLED, S.LOST},
    S.PROVISIONAL: {S.CONFIRMED, S.REQUESTED, S.IN_USE, S.CANCELLED, S.NO_SHOW, S.LOST},
    S.CONFIRMED: {S.PROVISIONAL, S.REQUESTED, S.IN_USE, S.CANCELLED, S.NO_SHOW, S.LOST},
    S.IN_USE: {S.FINISHED, S.CONFIRMED, S.PROVISIONAL, S.CANCELLED},
    S.FINISHED: set(),
    S.CANCELLED: {S.REQUESTED, S.PROVISIONAL, S.CONFIRMED},
    S.NO_SHOW: {S.IN_USE},
    S.LOST: {S.REQUESTED, S.PROVISIONAL, S.CONFIRMED},
}


@pytest.mark.parametrize("old", BookingState)
@pytest.mark.parametrize("new", BookingState)
def test_each_state_leads_only_where_it_may(old: BookingState, new: BookingState) -> None:
    assert may_become(old, new) is (new in LEADS_TO[old])
    if new in LEADS_TO[old]:
        assert become(booked(TEN, state=old), new).state is new
    else:
        with pytest.raises(DeskError, match=r"booking\.cannot_become"):
            become(booked(TEN, state=old), new)


def test_the_named_sets_nest() -> None:
    assert PROMISED | UPCOMING <= HOLDING < COUNTED
    assert {S.CANCELLED, S.NO_SHOW, S.LOST} == CLOSED
    assert needs_recheck(S.CANCELLED, S.CONFIRMED)
    assert not needs_recheck(S.REQUESTED, S.CONFIRMED)
    assert booked(TEN, state=S.REQUESTED).holds
    assert not booked(TEN, state=S.REQUESTED).promised


def test_the_held_time_has_the_buffers_around_it() -> None:
    booking = booked(TEN, setup=10 * MINUTE, cleanup=20 * MINUTE)
    assert booking.held == at("09:50", "11:20")
    assert booked(TEN).held == TEN


@pytest.mark.parametrize(
    ("state", "minutes_in", "expected", "minutes_kept"),
    [
        (S.CONFIRMED, -60, S.CANCELLED, 60),
        (S.REQUESTED, -60, S.CANCELLED, 60),
        (S.CONFIRMED, 20, S.CANCELLED, 60),
        (S.IN_USE, -10, S.CANCELLED, 60),
        (S.IN_USE, 20, S.FINISHED, 20),
        (S.IN_USE, 0.5, S.FINISHED, 1),
        (S.IN_USE, 20.25, S.FINISHED, 21),
    ],
)
def test_a_booking_can_be_given_back_at_any_time_before_its_end(
    state: BookingState, minutes_in: float, expected: BookingState, minutes_kept: int
) -> None:
    back = give_back(booked(TEN, state=state), TEN.start + timedelta(minutes=minutes_in))
    assert (back.state, back.slot.length) == (expected, minutes_kept * MINUTE)


def test_what_is_over_cannot_be_given_back_and_ends_where_it_was_to_end() -> None:
    with pytest.raises(DeskError, match=r"booking\.is_over"):
        give_back(booked(TEN), TEN.end)
    assert end_now(booked(TEN, state=S.IN_USE), TEN.end + timedelta(hours=1)).slot == TEN


def test_what_has_not_begun_cannot_be_ended() -> None:
    with pytest.raises(DeskError, match=r"booking\.not_begun"):
        end_now(booked(TEN, state=S.IN_USE), TEN.start)


@pytest.mark.parametrize(
    ("approved", "edited", "room_changed", "needed"),
    [
        (TEN, at("10:00", "10:30"), False, False),
        (TEN, at("10:15", "11:00"), False, False),
        (TEN, at("10:00", "11:15"), False, True),
        (TEN, TEN, True, True),
        (None, TEN, False, True),
    ],
)
def test_approval_survives_shortening_alone(
    approved: Slot | None, edited: Slot, room_changed: bool, needed: bool
) -> None:
    rules = RoomRules(needs_approval=True)
    found = needs_new_approval(approved, edited, rules, room_changed=room_changed)
    assert found is needed
    assert not needs_new_approval(None, TEN, RoomRules())


def test_a_change_keeps_what_was_and_what_became() -> None:
    change = BookingChange(instant_of(NOW), "cancel", "测试前台", booked(TEN), booked(TEN, state=S.CANCELLED), "来电")
    assert change.before is not None
    assert (change.before.state, change.after.state) == (S.CONFIRMED, S.CANCELLED)
