"""Moving, resizing, approving, restoring: one booking or many, each by the same rule as a new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState, Lent
from desk_app.domain.bookings.editing import Change, approve_checked, edit, revive
from desk_app.domain.bookings.reasons import MeetsItself, TakenBy
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.bookings.slots import DAY, MINUTE, NOTHING, Slot

from .sample import FREE_RULES, NOW, ROOM, a_room, an_id, at, booked, facts

S = BookingState
TEN = at("10:00", "11:00")
HOUR = timedelta(hours=1)
STAFF = Override("测试站长", "社区活动")
STRICT = a_room(rules=replace(FREE_RULES, needs_approval=True))


def series(count: int, party: str = "测试合唱队") -> list[Booking]:
    return [booked(TEN.moved(DAY * n), f"{party} {n}", party=party, series_id=an_id("series")) for n in range(count)]


def test_a_booking_moves_where_the_check_lets_it() -> None:
    own = booked(TEN)
    (free,) = edit([own], Change(shift=HOUR), facts((), [own]), NOW)
    assert free.after is not None
    assert (free.after.slot, free.after.state) == (at("11:00", "12:00"), S.CONFIRMED)
    (refused,) = edit([own], Change(shift=HOUR), facts((), [own, booked(at("11:30", "12:00"), "other")]), NOW)
    assert refused.after is None
    assert isinstance(refused.verdict.reasons[0], TakenBy)


def test_moving_into_another_room_takes_that_rooms_buffers() -> None:
    rooms = [a_room("A"), a_room("B", replace(FREE_RULES, setup=10 * MINUTE, cleanup=15 * MINUTE))]
    own = booked(TEN)
    (moved,) = edit([own], Change(room_id=ROOM), facts(rooms, [own]), NOW)
    assert moved.after is not None
    assert (moved.after.room_id, moved.after.setup, moved.after.cleanup) == (ROOM, 10 * MINUTE, 15 * MINUTE)


def test_shortening_alone_is_never_refused_and_keeps_approval_and_buffers() -> None:
    own = booked(TEN, approved=TEN, cleanup=5 * MINUTE)
    known = facts([replace(STRICT, in_service=False)], [own, booked(TEN, "beside it by a bug")])
    (shorter,) = edit([own], Change(lengthen=-30 * MINUTE), known, NOW)
    assert shorter.after == replace(own, slot=at("10:00", "10:30"))


@pytest.mark.parametrize(
    ("room", "change", "state", "approved"),
    [
        (STRICT, Change(shift=30 * MINUTE), S.REQUESTED, None),
        (STRICT, Change(lengthen=30 * MINUTE), S.REQUESTED, None),
        (a_room(), Change(shift=30 * MINUTE), S.CONFIRMED, at("10:30", "11:30")),
    ],
)
def test_a_moved_booking_asks_for_approval_again_where_the_room_wants_it(
    room: Room, change: Change, state: BookingState, approved: Slot | None
) -> None:
    own = booked(TEN, approved=TEN)
    (moved,) = edit([own], change, facts([room], [own]), NOW)
    assert moved.after is not None
    assert (moved.after.state, moved.after.approved) == (state, approved)


def test_approval_is_kept_when_it_moves_back_inside_the_approved_time() -> None:
    own = booked(at("10:00", "10:30"), approved=TEN)
    (moved,) = edit([own], Change(shift=30 * MINUTE), facts([STRICT], [own]), NOW)
    assert moved.after is not None
    assert (moved.after.state, moved.after.approved) == (S.CONFIRMED, TEN)


def test_staff_who_move_a_booking_approve_it_and_displace_a_request() -> None:
    own, asked = booked(TEN, approved=TEN), booked(at("11:00", "12:00"), "asked", state=S.REQUESTED)
    (moved,) = edit([own], Change(shift=HOUR), facts([STRICT], [own, asked]), NOW, STAFF)
    assert moved.after is not None
    assert (moved.after.state, moved.after.override_why) == (S.CONFIRMED, STAFF.why)
    assert [(lost.id, lost.state) for lost in moved.displaced] == [(asked.id, S.LOST)]


def test_a_move_made_offline_is_provisional() -> None:
    own = booked(TEN)
    (moved,) = edit([own], Change(shift=HOUR), facts((), [own], online=False), NOW)
    assert moved.after is not None
    assert moved.after.state is S.PROVISIONAL


def test_a_series_makes_room_for_itself_when_it_moves_by_its_own_step() -> None:
    own = series(4)
    edits = edit(own, Change(shift=DAY), facts((), own), NOW)
    assert [one.after.slot.day.day for one in edits if one.after] == [3, 4, 5, 6]


def test_a_date_that_must_stay_stands_in_the_way_of_those_that_would_follow() -> None:
    own = series(4)
    known = facts((), [*own, booked(TEN.moved(4 * DAY), "other")])
    edits = edit(own, Change(shift=DAY), known, NOW)
    assert [one.after for one in edits] == [None] * 4
    assert edits[-1].before == own[-1]


def test_dates_of_different_parties_are_checked_apart_and_kept_apart() -> None:
    mine, theirs = booked(TEN, "mine"), booked(TEN, "theirs", room="B", party="测试书画社")
    rooms = [a_room("A"), a_room("B"), a_room("C")]
    edits = edit([mine, theirs], Change(room_id=an_id("C")), facts(rooms, [mine, theirs]), NOW)
    assert [one.after is None for one in edits].count(True) == 1
    refused = next(one for one in edits if one.after is None)
    assert isinstance(refused.verdict.reasons[-1], MeetsItself)


def test_dates_in_different_rooms_move_side_by_side() -> None:
    mine, theirs = booked(TEN, "mine"), booked(TEN, "theirs", room="B", equipment=(Lent(an_id("x")),))
    edits = edit([mine, theirs], Change(shift=HOUR), facts([a_room("A"), a_room("B")], [mine, theirs]), NOW)
    assert all(one.after for one in edits)


def test_people_in_the_room_may_stay_on_but_not_move() -> None:
    own = booked(at("07:00", "09:00"), state=S.IN_USE)
    (longer,) = edit([own], Change(lengthen=HOUR), facts((), [own]), NOW)
    assert longer.after == replace(own, slot=at("07:00", "10:00"))
    with pytest.raises(DeskError, match=r"booking\.cannot_move"):
        edit([own], Change(shift=HOUR), facts((), [own]), NOW)


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (booked(at("07:00", "08:00")), "booking.is_over"),
        (booked(TEN, state=S.CANCELLED), "booking.cannot_move"),
        (booked(TEN, state=S.NO_SHOW), "booking.cannot_move"),
    ],
)
def test_what_is_past_or_closed_cannot_be_moved(own: Booking, code: str) -> None:
    with pytest.raises(DeskError) as refusal:
        edit([own], Change(shift=HOUR), facts((), [own]), NOW)
    assert refusal.value.code == code


def test_a_change_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(DeskError, match=r"booking\.end_not_after_start"):
        edit([booked(TEN)], Change(lengthen=-HOUR), facts(), NOW)


# ---- approving and reviving ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("online", "state"), [(True, S.CONFIRMED), (False, S.PROVISIONAL)])
def test_a_request_is_approved_while_nobody_has_been_promised_its_slot(online: bool, state: BookingState) -> None:
    asked = booked(TEN, state=S.REQUESTED)
    done = approve_checked(asked, facts([STRICT], [asked], online=online), NOW)
    assert done.after is not None
    assert (done.after.state, done.after.approved) == (state, TEN)
    late = approve_checked(asked, facts([STRICT], [asked, booked(TEN, "promised")]), NOW)
    assert late.after is None


def test_only_a_request_can_be_approved() -> None:
    with pytest.raises(DeskError, match=r"booking\.not_waiting_for_approval"):
        approve_checked(booked(TEN), facts(), NOW)


@pytest.mark.parametrize(
    ("old", "room", "new"),
    [
        (S.CANCELLED, a_room(), S.CONFIRMED),
        (S.LOST, a_room(), S.CONFIRMED),
        (S.CANCELLED, STRICT, S.REQUESTED),
        (S.NO_SHOW, a_room(), S.IN_USE),
    ],
)
def test_what_gave_its_slot_up_comes_back_where_it_is_still_free(
    old: BookingState, room: Room, new: BookingState
) -> None:
    own = booked(TEN, state=old)
    back = revive(own, facts([room], [own]), NOW)
    assert back.after is not None
    assert back.after.state is new
    gone = revive(own, facts([room], [own, booked(TEN, "other")]), NOW)
    assert gone.after is None


def test_what_still_holds_its_slot_needs_no_reviving() -> None:
    own = booked(TEN)
    with pytest.raises(DeskError, match=r"booking\.still_holds"):
        revive(own, facts((), [own]), NOW)


def test_an_unchanged_booking_is_no_change() -> None:
    assert Change().slot_of(booked(TEN)) == TEN
    assert Change().shift == NOTHING
