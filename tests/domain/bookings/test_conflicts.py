"""The one check: each reason it gives, what staff may override, several rooms, and the laws it keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import reasons as why
from desk_app.domain.bookings.booking import BookingState, Lent
from desk_app.domain.bookings.conflicts import check, fits
from desk_app.domain.bookings.facts import Facts, Hold
from desk_app.domain.bookings.hours import HoursException, OpeningHours, WeeklyHours
from desk_app.domain.bookings.quotas import Counted, Per, Quota, Reach, chain_length
from desk_app.domain.bookings.reasons import VerdictKind
from desk_app.domain.bookings.request import Override, Request
from desk_app.domain.bookings.rooms import (
    Blocking,
    Closure,
    Equipment,
    HouseRules,
    Length,
    LivingRoomUse,
    Notice,
    RoomPlan,
    RoomRules,
    room_purpose,
)
from desk_app.domain.bookings.slots import MINUTE, DaySpan, Slot
from desk_app.domain.catalogue import ServiceKind

from .sample import (
    FREE_RULES,
    HALL,
    MONDAY,
    NOW,
    ROOM,
    a_room,
    an_id,
    at,
    booked,
    divided,
    facts,
    ruled,
    somebody,
    verdict,
    wish,
)

STAFF = Override("测试站长", "社区活动")
TEN = at("10:00", "11:00")
CHAIRS = Equipment(an_id("chairs"), "折叠椅", 8)


def with_room(**rules: object) -> Facts:
    return facts([ruled(**rules)])


def blocked(*, accepted: bool = True, exempt: str = "nobody") -> Blocking:
    ids = frozenset({HALL})
    return Blocking(an_id("b"), ids, MONDAY, MONDAY, "选举", an_id("测试居委"), frozenset({an_id(exempt)}), accepted)


def held(until: datetime) -> Hold:
    return Hold(an_id("entry"), HALL, TEN, an_id("测试书画社"), until)


CLOSED = Closure(an_id("repair"), at("09:00", "12:00"), "设备检修")
MORNINGS = OpeningHours(
    WeeklyHours.every_day(DaySpan(time(8), time(10))), exceptions=(HoursException(MONDAY, (), "盘点"),)
)
WEEK_OF_TWO = Quota(Per.WEEK, 2)


@pytest.mark.parametrize(
    ("request_", "known", "kind", "reason"),
    [
        (wish(at("07:30", "07:45")), facts(), VerdictKind.PAST, why.InThePast),
        (wish(at("07:30", "09:00")), facts(), VerdictKind.PAST, why.InThePast),
        (wish(TEN, head_count=0), facts(), VerdictKind.INVALID, why.NobodyComes),
        (wish(TEN, responsible=somebody(adult=False)), facts(), VerdictKind.INVALID, why.NotAnAdult),
        (wish(TEN, head_count=41), facts([a_room(capacity=40)]), VerdictKind.INVALID, why.TooManyHeads),
        (
            wish(TEN),
            facts([a_room(purposes=frozenset({ServiceKind.HEALTH}))]),
            VerdictKind.INVALID,
            why.WrongPurpose,
        ),
        (wish(TEN), with_room(length=Length(timedelta(hours=2))), VerdictKind.INVALID, why.TooShort),
        (wish(TEN), with_room(length=Length(longest=timedelta(minutes=45))), VerdictKind.INVALID, why.TooLong),
        (wish(at("22:00", "00:00").moved(MINUTE)), with_room(overnight=False), VerdictKind.INVALID, why.OverMidnight),
        (wish(TEN, at("10:30", "11:30")), facts(), VerdictKind.FREE, None),
        (wish(TEN), facts([a_room(in_service=False)]), VerdictKind.CLOSED, why.OutOfService),
        (wish(TEN), facts([a_room(hours=MORNINGS)]), VerdictKind.CLOSED, why.OutsideHours),
        (wish(TEN), facts(closures=(CLOSED,)), VerdictKind.CLOSED, why.ClosedThen),
        (wish(TEN), facts(blockings=(blocked(),)), VerdictKind.BLOCKED, why.BlockedFor),
        (wish(TEN), facts((), [booked(TEN)]), VerdictKind.TAKEN, why.TakenBy),
        (wish(TEN), facts((), [booked(TEN, state=BookingState.FINISHED)]), VerdictKind.TAKEN, why.TakenBy),
        (wish(TEN), facts((), [booked(TEN, state=BookingState.REQUESTED)]), VerdictKind.REQUESTED, why.AskedBy),
        (wish(TEN), facts(holds=(held(NOW + MINUTE),)), VerdictKind.HELD, why.HeldFor),
        (wish(TEN), with_room(notice=Notice(timedelta(hours=3))), VerdictKind.NOTICE, why.TooSoon),
        (wish(TEN), with_room(notice=Notice(at_most=timedelta(hours=1))), VerdictKind.NOTICE, why.TooFarAhead),
        (wish(TEN), facts((), [booked(TEN, state=BookingState.CANCELLED)]), VerdictKind.FREE, None),
        (wish(TEN), facts((), [booked(TEN, state=BookingState.NO_SHOW)]), VerdictKind.FREE, None),
        (wish(TEN), facts((), [booked(TEN, room="B")]), VerdictKind.FREE, None),
        (wish(TEN), facts(holds=(held(NOW),)), VerdictKind.FREE, None),
        (wish(at("11:00", "12:00")), facts(holds=(held(NOW + MINUTE),)), VerdictKind.FREE, None),
        (wish(TEN, party="测试书画社"), facts(holds=(held(NOW + MINUTE),)), VerdictKind.FREE, None),
        (wish(TEN, party="测试居委"), facts(blockings=(blocked(),)), VerdictKind.FREE, None),
        (wish(TEN), facts(blockings=(blocked(exempt="测试合唱队"),)), VerdictKind.FREE, None),
        (wish(TEN), facts(blockings=(blocked(accepted=False),)), VerdictKind.FREE, None),
        (wish(TEN.moved(timedelta(days=1))), facts(blockings=(blocked(),)), VerdictKind.FREE, None),
        (wish(at("12:00", "13:00")), facts(closures=(CLOSED,)), VerdictKind.FREE, None),
        (wish(at("07:50", "09:00")), facts(), VerdictKind.FREE, None),
    ],
)
def test_a_date_is_refused_for_its_reason_or_free(
    request_: Request, known: Facts, kind: VerdictKind, reason: type[why.Reason] | None
) -> None:
    found = verdict(request_, known)
    assert found.kind is kind
    assert [type(one) for one in found.reasons] == ([reason] if reason else [])
    assert fits(replace(request_, slots=request_.slots[:1]), known, NOW) is found.free


def test_reasons_carry_who_and_what() -> None:
    other = booked(TEN, "书法班")
    (taken,) = verdict(wish(TEN), facts((), [other])).reasons
    assert isinstance(taken, why.TakenBy)
    assert (taken.booking, taken.code) == (other, "booking.taken_by")
    (hours,) = verdict(wish(TEN), facts([a_room(hours=MORNINGS)])).reasons
    assert isinstance(hours, why.OutsideHours)
    assert (hours.open, hours.why) == ((), "盘点")


def test_a_person_named_in_a_booking_is_not_in_its_repr() -> None:
    assert "测试甲" not in repr(booked(TEN))


def test_the_heaviest_reason_names_the_verdict() -> None:
    known = facts(closures=(CLOSED,), bookings=[booked(TEN, state=BookingState.REQUESTED)])
    found = verdict(wish(TEN), known)
    assert found.kind is VerdictKind.CLOSED
    assert len(found.reasons) == 2
    assert not found.can_wait
    assert verdict(wish(TEN), facts((), [booked(TEN)])).can_wait


def test_notice_in_whole_days_reaches_to_the_end_of_that_day() -> None:
    known = with_room(notice=Notice(at_most=timedelta(days=3)))
    late = DaySpan(time(20), time(21))
    assert verdict(wish(late.on(date(2026, 3, 5))), known).free
    assert not verdict(wish(late.on(date(2026, 3, 6))), known).free


@pytest.mark.parametrize(
    ("was", "new", "free"),
    [
        (at("08:30", "12:00"), at("08:30", "11:00"), True),
        (at("08:30", "12:00"), at("12:00", "13:00"), False),
        (at("07:00", "12:00"), at("07:00", "13:00"), True),
        (at("07:00", "12:00"), at("07:15", "13:00"), False),
        (at("12:00", "13:00"), at("13:00", "14:00"), True),
    ],
)
def test_notice_binds_the_old_start_too_but_neither_shortening_nor_staying_on(was: Slot, new: Slot, free: bool) -> None:
    known = with_room(notice=Notice(timedelta(hours=2)))
    assert verdict(wish(new, was=(was,)), known).free is free


# ---- staff --------------------------------------------------------------------------------------------------------
def test_staff_book_over_a_request_which_is_then_lost() -> None:
    asked = booked(TEN, state=BookingState.REQUESTED)
    found = verdict(wish(TEN, override=STAFF), facts((), [asked]))
    assert found.free
    assert found.displaces == (asked,)


def test_staff_do_not_book_over_a_promise_or_a_closure() -> None:
    for known in (facts((), [booked(TEN)]), facts(closures=(CLOSED,)), facts(blockings=(blocked(),))):
        assert not verdict(wish(TEN, override=STAFF), known).free


def test_staff_set_aside_the_rooms_settings_and_the_reasons_stay_visible() -> None:
    known = facts([a_room(hours=MORNINGS, rules=replace(FREE_RULES, notice=Notice(timedelta(days=1))))])
    found = verdict(wish(TEN, override=STAFF), known)
    assert found.free
    assert {type(reason) for reason in found.overridden} == {why.OutsideHours, why.TooSoon}


def test_staff_give_a_reason() -> None:
    with pytest.raises(DeskError, match=r"booking\.override_without_reason"):
        Override("测试站长", "  ")


@pytest.mark.parametrize(
    ("approval", "online", "home", "override", "state"),
    [
        (False, True, "", None, BookingState.CONFIRMED),
        (False, False, "", None, BookingState.PROVISIONAL),
        (False, False, "desk-1", None, BookingState.CONFIRMED),
        (False, False, "desk-2", None, BookingState.PROVISIONAL),
        (True, True, "", None, BookingState.REQUESTED),
        (True, False, "", None, BookingState.REQUESTED),
        (True, True, "", STAFF, BookingState.CONFIRMED),
    ],
)
def test_the_state_of_a_new_booking_follows_approval_network_and_home_desk(
    approval: bool, online: bool, home: str, override: Override | None, state: BookingState
) -> None:
    room = a_room(rules=replace(FREE_RULES, needs_approval=approval), home_desk=home)
    known = facts([room], online=online, desk="desk-1")
    assert verdict(wish(TEN, override=override), known).books_as is state


# ---- rooms --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("has", "wants", "free"),
    [("A", "A1", False), ("A1", "A", False), ("A1", "A2", True), ("A2", "A", False), ("B", "A", True)],
)
def test_who_takes_the_whole_takes_its_halves_and_the_other_way_round(has: str, wants: str, free: bool) -> None:
    known = facts(divided(), [booked(TEN, room=has)])
    assert verdict(wish(TEN, rooms=[wants]), known).free is free


def test_buffers_follow_into_the_halves() -> None:
    known = facts(divided(), [booked(TEN, room="A", cleanup=30 * MINUTE)])
    assert not verdict(wish(at("11:15", "12:00"), rooms=["A1"]), known).free
    assert verdict(wish(at("11:30", "12:00"), rooms=["A1"]), known).free


def test_setup_of_the_next_adds_to_cleanup_of_the_last() -> None:
    known = facts([ruled(setup=10 * MINUTE)], [booked(TEN, cleanup=15 * MINUTE)])
    assert not verdict(wish(at("11:24", "12:00")), known).free
    assert verdict(wish(at("11:25", "12:00")), known).free


def test_a_half_that_is_taken_fills_a_shared_whole() -> None:
    known = facts(divided(groups_at_once=3), [booked(TEN, room="A1")])
    (reason,) = verdict(wish(TEN), known).reasons
    assert isinstance(reason, why.RoomFull)
    assert reason.groups == 3


def test_in_a_shared_room_only_as_many_requests_give_way_as_must() -> None:
    had = [
        booked(at("10:00", "12:00"), "1", state=BookingState.REQUESTED),
        booked(at("10:30", "12:00"), "2", state=BookingState.REQUESTED),
    ]
    known = facts([ruled(groups_at_once=2)], had)
    found = verdict(wish(at("10:00", "12:00")), known)
    assert [type(reason) for reason in found.reasons] == [why.AskedBy]
    assert verdict(wish(at("10:00", "12:00"), override=STAFF), known).displaces == (had[1],)


def test_a_shared_room_counts_heads_at_its_fullest_moment() -> None:
    had = [booked(TEN, "1", head_count=10), booked(at("11:00", "12:00"), "2", head_count=8)]
    known = facts([a_room(rules=replace(FREE_RULES, groups_at_once=3), capacity=16)], had)
    assert verdict(wish(at("10:00", "12:00"), head_count=6), known).free
    (reason,) = verdict(wish(at("10:00", "12:00"), head_count=7), known).reasons
    assert isinstance(reason, why.TooManyHeads)
    assert reason.present == 10


def test_a_whole_cannot_be_asked_for_together_with_its_half() -> None:
    with pytest.raises(DeskError, match=r"booking\.rooms_touch"):
        verdict(wish(TEN, rooms=["A", "A1"]), facts(divided()))


def test_an_unknown_room_is_refused() -> None:
    with pytest.raises(DeskError, match=r"room\.unknown"):
        verdict(wish(TEN, rooms=["Z"]))


def test_a_room_is_no_part_of_itself() -> None:
    with pytest.raises(DeskError, match=r"room\.part_of_itself"):
        RoomPlan.of([a_room("A", parts=(ROOM,)), a_room("B", parts=(HALL,))])


def test_the_house_counts_rooms_not_bookings() -> None:
    had = [booked(at("09:00", "10:30"), "1", room="B"), booked(at("10:30", "12:00"), "2", room="B")]
    rooms = [a_room("A"), a_room("B"), a_room("C")]
    known = facts(rooms, had, house=HouseRules(rooms_at_once=2))
    assert verdict(wish(at("10:00", "11:00")), known).free
    (reason,) = verdict(wish(at("10:00", "11:00"), rooms=["A", "C"]), known).reasons
    assert isinstance(reason, why.HouseFull)


# ---- equipment ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("pieces", "stock", "free"), [(3, CHAIRS, True), (4, CHAIRS, False), (99, replace(CHAIRS, stock=None), True)]
)
def test_equipment_is_lent_while_the_stock_lasts_at_the_fullest_moment(
    pieces: int, stock: Equipment, free: bool
) -> None:
    had = [
        booked(at("09:00", "10:30"), "1", room="B", equipment=(Lent(CHAIRS.id, 5),)),
        booked(at("10:30", "12:00"), "2", room="B", equipment=(Lent(CHAIRS.id, 4), Lent(an_id("screen")))),
    ]
    known = facts([a_room("A"), a_room("B")], had, equipment={CHAIRS.id: stock})
    assert verdict(wish(TEN, equipment=(Lent(CHAIRS.id, pieces),)), known).free is free


def test_equipment_the_hub_does_not_list_is_not_counted() -> None:
    assert verdict(wish(TEN, equipment=(Lent(an_id("tent")),)), facts(equipment={})).free
    assert verdict(wish(TEN, equipment=(Lent(an_id("tent")),)), facts()).free


def test_no_piece_is_no_wish() -> None:
    with pytest.raises(DeskError, match=r"booking\.pieces_below_one"):
        Lent(CHAIRS.id, 0)


# ---- allowances ---------------------------------------------------------------------------------------------------
def test_the_dates_of_one_series_fill_the_quota_in_order() -> None:
    days = [TEN.moved(timedelta(days=n)) for n in range(4)]
    found = check(wish(*days), with_room(quotas=(WEEK_OF_TWO,)), NOW)
    assert [one.kind for one in found] == [VerdictKind.FREE] * 2 + [VerdictKind.OVER_QUOTA] * 2
    reason = found[2].reasons[0]
    assert isinstance(reason, why.OverQuota)
    assert reason.used == 3


def test_each_period_has_its_own_quota() -> None:
    weeks = [TEN.moved(timedelta(weeks=n)) for n in range(3)]
    assert all(one.free for one in check(wish(*weeks), with_room(quotas=(Quota(Per.WEEK, 1),)), NOW))


def test_a_refused_date_uses_no_quota() -> None:
    days = [TEN.moved(timedelta(days=n)) for n in range(3)]
    found = check(wish(*days), facts([ruled(quotas=(WEEK_OF_TWO,))], [booked(TEN)]), NOW)
    assert [one.free for one in found] == [False, True, True]


@pytest.mark.parametrize(("where", "free"), [(Reach.HUB, False), (Reach.ROOM, True)])
def test_a_quota_reaches_over_the_room_or_the_hub(where: Reach, free: bool) -> None:
    limit = Quota(Per.YEAR, 90, Counted.MINUTES, where)
    rooms = [ruled(quotas=(limit,)), a_room("B")]
    had = [booked(at("10:00", "11:00", date(2026, 1, 5)), room="B", party="测试合唱队")]
    assert verdict(wish(TEN), facts(rooms, had)).free is free


def test_a_hub_quota_counts_every_room_of_one_request() -> None:
    rooms = [ruled(quotas=(Quota(Per.DAY, 1, reach=Reach.HUB),)), a_room("B")]
    assert verdict(wish(TEN), facts(rooms)).free
    assert not verdict(wish(TEN, rooms=["A", "B"]), facts(rooms)).free


def test_a_booking_under_edit_does_not_count_against_itself() -> None:
    own = booked(at("12:00", "13:00"), party="测试合唱队")
    known = facts([ruled(quotas=(Quota(Per.DAY, 1),), most_in_a_row=1)], [own])
    assert not verdict(wish(at("11:00", "12:00")), known).free
    assert verdict(wish(at("11:00", "12:00"), replaces=frozenset({own.id})), known).free


@pytest.mark.parametrize(
    ("start", "uses"),
    [("08:00", 1), ("09:15", 2), ("11:00", 3), ("12:30", 2), ("13:31", 1)],
)
def test_uses_in_a_row_are_counted_over_short_gaps_both_ways(start: str, uses: int) -> None:
    known = [at("10:00", "11:00"), at("12:00", "12:30")]
    begin = datetime.combine(MONDAY, time.fromisoformat(start))
    assert chain_length(Slot(begin, begin + 30 * MINUTE), known, 30 * MINUTE) == uses


def test_a_group_may_not_use_a_room_more_often_in_a_row_than_it_is_lent() -> None:
    slots = [TEN.moved(timedelta(hours=n)) for n in range(3)]
    found = check(wish(*slots), with_room(most_in_a_row=2), NOW)
    assert [one.free for one in found] == [True, True, False]
    assert isinstance(found[2].reasons[0], why.TooManyInARow)


def test_a_series_may_not_meet_itself() -> None:
    found = check(wish(TEN, TEN.moved(30 * MINUTE), TEN.moved(60 * MINUTE)), facts(), NOW)
    assert [one.free for one in found] == [True, False, True]
    assert isinstance(found[1].reasons[0], why.MeetsItself)


# ---- requests -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "make",
    [
        lambda: wish(TEN, TEN.moved(-MINUTE)),
        lambda: wish(TEN, was=(TEN, TEN)),
    ],
)
def test_a_request_out_of_order_is_a_bug(make: Callable[[], Request]) -> None:
    with pytest.raises(ValueError, match="date"):
        make()


def test_a_request_names_a_room() -> None:
    with pytest.raises(DeskError, match=r"booking\.no_room"):
        wish(TEN, rooms=())


def test_purposes_are_the_six_uses_and_the_nine_kinds() -> None:
    assert room_purpose("legal_docking") is LivingRoomUse.LEGAL_DOCKING
    assert room_purpose("legal") is ServiceKind.LEGAL
    with pytest.raises(DeskError, match=r"booking\.purpose_unknown"):
        room_purpose("karaoke")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"groups_at_once": 0}, "room.groups_below_one"),
        ({"setup": -MINUTE}, "room.buffer_negative"),
        ({"cleanup": -MINUTE}, "room.buffer_negative"),
        ({"length": Length(timedelta(hours=5))}, "room.longest_below_shortest"),
    ],
)
def test_settings_that_cannot_be_are_refused(rules: dict[str, object], code: str) -> None:
    with pytest.raises(DeskError) as refusal:
        RoomRules(**rules)  # type: ignore[arg-type]  # fields by name
    assert refusal.value.code == code


def test_a_blocking_ends_after_it_begins() -> None:
    with pytest.raises(DeskError, match=r"blocking\.ends_before_it_begins"):
        Blocking(HALL, frozenset(), date(2026, 3, 2), date(2026, 3, 1), "", HALL)
