"""From booked to used: checking in, no-shows, visits, the waiting list, fair shares, closures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.attendance import (
    booking_of_visit,
    check_in,
    check_in_window,
    due_changes,
    leave,
    undo_check_in,
)
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.closing import closures_around, effect_of_blocking, require_own_time
from desk_app.domain.bookings.fairness import Share, month_of, shares, standing
from desk_app.domain.bookings.rooms import Blocking, Closure, RoomPlan, RoomRules
from desk_app.domain.bookings.slots import DAY, MINUTE, Slot
from desk_app.domain.bookings.waiting import (
    WaitingEntry,
    WaitingState,
    answer,
    holds,
    lapsed,
    next_in_line,
    offer,
    wait_again,
)

from .sample import MONDAY, NOW, a_room, an_id, at, booked, facts, wish

S = BookingState
TEN = at("10:00", "11:00")
PLAN = RoomPlan.of(
    [
        a_room("A", RoomRules()),
        a_room("B", RoomRules(release_after=None, check_in_early=5 * MINUTE)),
        a_room("C", RoomRules(uses_check_in=False)),
    ]
)


@pytest.mark.parametrize(
    ("rooms", "window"),
    [
        ("A", at("09:30", "10:20")),
        ("B", at("09:55", "11:00")),
        ("AB", at("09:55", "10:20")),
        ("C", at("09:30", "11:00")),
    ],
)
def test_with_several_rooms_the_shorter_limits_rule(rooms: str, window: Slot) -> None:
    assert check_in_window([booked(TEN, name, room=name) for name in rooms], PLAN) == window


def test_checking_in_marks_every_room_of_the_request_used() -> None:
    together = [booked(TEN, name, room=name) for name in "AB"]
    used = check_in(together, PLAN, at("09:55", "10:00").start)
    assert {booking.state for booking in used} == {S.IN_USE}


@pytest.mark.parametrize(
    ("when", "code"), [("09:29", "booking.check_in_too_early"), ("10:20", "booking.check_in_too_late")]
)
def test_checking_in_outside_the_window_is_refused(when: str, code: str) -> None:
    with pytest.raises(DeskError) as refusal:
        check_in([booked(TEN)], PLAN, at(when, "12:00").start)
    assert refusal.value.code == code


def test_a_mistaken_tap_is_taken_back() -> None:
    used = booked(TEN, state=S.IN_USE)
    assert undo_check_in(used).state is S.CONFIRMED
    assert undo_check_in(used, provisional=True).state is S.PROVISIONAL
    with pytest.raises(DeskError, match=r"booking\.not_in_use"):
        undo_check_in(booked(TEN))


@pytest.mark.parametrize(
    ("room", "state", "when", "after"),
    [
        ("A", S.CONFIRMED, "10:19", None),
        ("A", S.CONFIRMED, "10:20", S.NO_SHOW),
        ("A", S.PROVISIONAL, "10:20", S.NO_SHOW),
        ("A", S.REQUESTED, "10:20", None),
        ("A", S.IN_USE, "10:59", None),
        ("A", S.IN_USE, "11:00", S.FINISHED),
        ("B", S.CONFIRMED, "10:59", None),
        ("B", S.CONFIRMED, "11:00", S.NO_SHOW),
        ("C", S.CONFIRMED, "09:59", None),
        ("C", S.CONFIRMED, "10:00", S.IN_USE),
        ("C", S.CONFIRMED, "11:00", S.FINISHED),
        ("C", S.CANCELLED, "11:00", None),
    ],
)
def test_time_alone_releases_starts_and_finishes(
    room: str, state: BookingState, when: str, after: BookingState | None
) -> None:
    own = booked(TEN, room=room, state=state)
    changes = due_changes([own], PLAN, at(when, "12:00").start)
    assert changes == (((own, replace(own, state=after)),) if after else ())


def test_leaving_frees_the_rest_where_somebody_checked_in_or_the_room_needs_none() -> None:
    half_past = at("10:30", "12:00").start
    assert leave(booked(TEN, state=S.IN_USE), PLAN, half_past).slot == at("10:00", "10:30")
    assert leave(booked(TEN, room="C"), PLAN, half_past).state is S.FINISHED
    with pytest.raises(DeskError, match=r"booking\.cannot_become"):
        leave(booked(TEN), PLAN, half_past)


def test_a_visit_finds_its_booking_by_person_group_or_activity() -> None:
    own = booked(TEN, "own", activity_id=an_id("activity"), party="测试合唱队")
    later = replace(own, id=an_id("later"), slot=at("10:15", "12:00"))
    known, ten = [later, own], TEN.start
    person = own.responsible.person_id
    assert booking_of_visit(known, PLAN, ten, person_id=person) == own
    assert booking_of_visit(known, PLAN, ten, party_ids=frozenset({own.responsible.party_id})) == own
    assert booking_of_visit(known, PLAN, ten, activity_id=an_id("activity")) == own
    assert booking_of_visit(known, PLAN, ten, person_id=an_id("测试乙")) is None
    assert booking_of_visit(known, PLAN, ten) is None
    assert booking_of_visit(known, PLAN, at("09:00", "10:00").start, person_id=person) is None
    assert booking_of_visit([replace(own, state=S.IN_USE)], PLAN, ten, person_id=person) is None


# ---- waiting list -------------------------------------------------------------------------------------------------
def entry(name: str, minutes: int, party: str, slot: Slot = TEN) -> WaitingEntry:
    return WaitingEntry(an_id(name), wish(slot, party=party), NOW + minutes * MINUTE)


FIRST, SECOND = entry("1", 0, "测试甲组"), entry("2", 5, "测试乙组")


def test_the_longest_waiting_whose_wish_is_free_is_next() -> None:
    assert next_in_line([SECOND, FIRST], facts((), [booked(TEN)]), NOW) is None
    assert next_in_line([SECOND, FIRST], facts(), NOW) is FIRST
    assert next_in_line([replace(FIRST, state=WaitingState.DECLINED), SECOND], facts(), NOW) is SECOND


def test_an_offer_keeps_the_slot_for_half_an_hour_and_then_the_next_is_rung_up() -> None:
    offered = offer(FIRST, NOW)
    kept = holds([offered, SECOND], NOW)
    assert [(hold.party_id, hold.until) for hold in kept] == [(an_id("测试甲组"), NOW + 30 * MINUTE)]
    assert next_in_line([offered, SECOND], facts(holds=kept), NOW) is None
    later = NOW + 30 * MINUTE
    (gone,) = lapsed([offered, SECOND], later)
    assert gone.state is WaitingState.LAPSED
    assert holds([offered], later) == ()
    assert next_in_line([gone, SECOND], facts(), later) is SECOND
    assert wait_again(gone, later).asked_at == later


def test_an_offer_is_answered_while_it_stands() -> None:
    offered = offer(FIRST, NOW)
    assert answer(offered, accepted=True, now=NOW).state is WaitingState.TAKEN
    assert answer(offered, accepted=False, now=NOW).state is WaitingState.DECLINED
    assert lapsed([offered], NOW) == ()


def test_the_waiting_list_refuses_what_does_not_follow() -> None:
    offered = offer(FIRST, NOW)
    with pytest.raises(DeskError, match=r"waiting\.not_waiting"):
        offer(offered, NOW)
    with pytest.raises(DeskError, match=r"waiting\.not_offered"):
        answer(FIRST, accepted=True, now=NOW)
    with pytest.raises(DeskError, match=r"waiting\.hold_over"):
        answer(offered, accepted=True, now=NOW + 30 * MINUTE)
    with pytest.raises(DeskError, match=r"waiting\.not_lapsed"):
        wait_again(FIRST, NOW)


# ---- fair share ---------------------------------------------------------------------------------------------------
def test_shares_count_the_hours_inside_the_month_most_first() -> None:
    had = [
        booked(at("10:00", "12:00"), "1", party="甲"),
        booked(at("10:00", "12:00"), "2", party="甲", state=S.NO_SHOW),
        booked(at("10:00", "12:00"), "3", party="甲", state=S.CANCELLED),
        booked(at("23:00", "00:00", date(2026, 2, 28)).moved(30 * MINUTE), "4", party="乙"),
        booked(at("10:00", "11:00", date(2026, 4, 1)), "5", party="乙"),
    ]
    found = shares(had, month_of(MONDAY))
    assert found == (
        Share(an_id("甲"), timedelta(hours=4), 2, 1),
        Share(an_id("乙"), timedelta(minutes=30), 1),
    )


def test_a_party_stands_among_the_others_even_with_nothing_yet() -> None:
    found = shares([booked(at("10:00", "12:00"), "1", party="甲")], month_of(MONDAY))
    assert standing(found, an_id("甲")).place == 1
    new = standing(found, an_id("丙"))
    assert (new.share.uses, new.place, new.parties, new.median) == (0, 2, 2, timedelta(hours=1))


# ---- closures and blockings ---------------------------------------------------------------------------------------
def test_a_blocking_rejects_what_lies_inside_but_not_the_past_or_the_exempt() -> None:
    blocking = Blocking(an_id("b"), frozenset({an_id("A1")}), MONDAY, MONDAY, "选举", an_id("测试居委"))
    plan = RoomPlan.of([a_room("A", parts=(an_id("A1"),)), a_room("A1"), a_room("B")])
    goes: list[Booking] = [booked(TEN, "whole"), booked(TEN, "half", room="A1", state=S.REQUESTED)]
    stays = [
        booked(TEN, "other room", room="B"),
        booked(TEN.moved(DAY), "other day"),
        booked(TEN, "used", state=S.FINISHED),
        booked(TEN, "own", party="测试居委"),
    ]
    effect = effect_of_blocking(blocking, [*goes, *stays], plan)
    assert (effect.rejected, effect.kept) == (tuple(goes), tuple(stays))


@pytest.mark.parametrize(
    ("rooms", "other", "clash"), [("A", "A", True), ("A", "B", False), ("", "B", True), ("A", "", True)]
)
def test_two_closures_of_one_room_may_not_overlap(rooms: str, other: str, clash: bool) -> None:
    new = Closure(an_id("new"), TEN, "", frozenset(map(an_id, rooms)))
    old = Closure(an_id("old"), TEN, "设备检修", frozenset(map(an_id, other)))
    require_own_time(new, [replace(old, slot=at("11:00", "12:00"))])
    if clash:
        with pytest.raises(DeskError, match=r"closure\.overlaps"):
            require_own_time(new, [old])
    else:
        require_own_time(new, [old])


def test_closing_around_bookings_leaves_the_dates_that_meet_none() -> None:
    slots = [TEN, TEN.moved(DAY)]
    assert closures_around(slots, [booked(TEN), booked(TEN.moved(DAY), state=S.LOST)]) == (TEN.moved(DAY),)
    with pytest.raises(DeskError, match=r"closure\.no_room_left"):
        closures_around(slots[:1], [booked(TEN)])
