"""Laws of the check: nothing held is called free, whatever stands in the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.bookings import reasons as why
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.conflicts import check, reach
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.slots import MINUTE, Slot

from .sample import HALL, NOW, an_id, booked, divided, facts, ruled, verdict, wish

BUFFERS = st.sampled_from([0, 10, 15, 30]).map(lambda n: n * MINUTE)
ROOMS = st.sampled_from(["A", "A1", "A2", "B"])


@st.composite
def quarter_slots(draw: st.DrawFn) -> Slot:
    start = NOW + timedelta(minutes=15 * draw(st.integers(0, 60)))
    return Slot(start, start + timedelta(minutes=15 * draw(st.integers(1, 12))))


@st.composite
def some_bookings(draw: st.DrawFn) -> list[Booking]:
    return [
        booked(
            draw(quarter_slots()),
            str(number),
            room=draw(ROOMS),
            state=draw(st.sampled_from(BookingState)),
            setup=draw(BUFFERS),
            cleanup=draw(BUFFERS),
        )
        for number in range(draw(st.integers(0, 12)))
    ]


@given(some_bookings(), quarter_slots(), ROOMS, BUFFERS, BUFFERS)
def test_nothing_is_called_free_that_meets_what_somebody_holds(
    had: list[Booking], slot: Slot, name: str, setup: timedelta, cleanup: timedelta
) -> None:
    rooms = [
        replace(room, rules=replace(room.rules, setup=setup, cleanup=cleanup)) if room.id == an_id(name) else room
        for room in divided()
    ]
    known = facts(rooms, had)
    kin = {"A": {"A", "A1", "A2"}, "A1": {"A", "A1"}, "A2": {"A", "A2"}, "B": {"B"}}[name]
    begin, end = slot.start - setup, slot.end + cleanup
    in_the_way = {
        booking.id
        for booking in had
        if booking.room_id in set(map(an_id, kin))
        and booking.state not in {BookingState.CANCELLED, BookingState.NO_SHOW, BookingState.LOST}
        and booking.slot.start - booking.setup < end
        and begin < booking.slot.end + booking.cleanup
    }
    found = verdict(wish(slot, rooms=[name]), known)
    assert found.free == (not in_the_way)
    named = {reason.booking.id for reason in found.reasons if isinstance(reason, (why.TakenBy, why.AskedBy))}
    assert named == in_the_way


@given(some_bookings(), st.lists(quarter_slots(), min_size=1, max_size=4), st.integers(1, 4))
def test_a_shared_room_never_has_more_groups_than_places_at_any_minute(
    had: list[Booking], slots: list[Slot], places: int
) -> None:
    shared = facts([ruled(groups_at_once=places)], [replace(booking, room_id=HALL) for booking in had])
    for found in check(wish(*sorted(slots)), shared, NOW):
        held = [b for b in had if b.holds]
        moments = [found.slot.start + n * MINUTE for n in range(found.slot.length // MINUTE)]
        fullest = max(sum(b.held.start <= m < b.held.end for b in held) for m in moments)
        if found.free:
            assert fullest < places


@given(st.lists(quarter_slots(), min_size=1, max_size=6))
def test_the_free_dates_of_one_request_never_overlap(slots: list[Slot]) -> None:
    free = [one.slot for one in check(wish(*sorted(slots)), facts(), NOW) if one.free]
    assert all(not a.overlaps(b) for a, b in pairwise(free))


@given(some_bookings(), quarter_slots(), ROOMS)
def test_bookings_outside_the_reach_change_nothing(had: list[Booking], slot: Slot, name: str) -> None:
    rooms = divided(setup=30 * MINUTE, cleanup=30 * MINUTE)
    (window,) = reach([slot], RoomPlan.of(rooms))
    near = [booking for booking in had if booking.held.overlaps(window)]
    request = wish(slot, rooms=[name])
    assert check(request, facts(rooms, had), NOW) == check(request, facts(rooms, near), NOW)
