"""Booking rooms, as a receptionist would tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.alternatives import AlternativeKind
from desk_app.domain.bookings.booking import BookingState, Lent
from desk_app.domain.bookings.editing import Change
from desk_app.domain.bookings.quotas import Per, Quota
from desk_app.domain.bookings.reasons import VerdictKind
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import Equipment, LivingRoomUse, Notice
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.services.bookings import Details
from desk_app.services.desk import open_desk
from tests.services.desks import Hub
from tests.services.rooms import (
    TODAY,
    TOMORROW,
    WEEK,
    at,
    book,
    book_all,
    choir,
    go_to,
    room,
    set_rules,
    state_of,
    weekly,
    wish,
)

HOUR = timedelta(hours=1)
FOREVER = Recurrence(Repeat.WEEKLY)


def kinds(hub: Hub, *about: object, **more: object) -> list[str]:
    return [verdict.kind.value for verdict in hub.desk.bookings.check(wish(hub, *about, **more)).verdicts]  # type: ignore[arg-type]


# Asking


def test_a_fresh_hub_has_rooms_to_book(hub: Hub) -> None:
    names = [one.name for one in hub.desk.rooms.list()]
    assert names[:5] == ["公共客厅", "议事厅", "亲子活动室", "会议室", "多功能厅"]
    assert room(hub, "多功能厅").parts == (room(hub, "多功能厅东").id, room(hub, "多功能厅西").id)
    assert kinds(hub) == ["free"]


def test_every_date_of_a_series_is_judged_by_itself(hub: Hub) -> None:
    book(hub, at("15:00", "17:00", TOMORROW + WEEK))
    assert kinds(hub, rule=weekly(3)) == ["free", "taken", "free"]


def test_what_is_offered_instead_fits_on_all_dates(hub: Hub) -> None:
    book(hub, at("14:00", "15:00", TOMORROW + WEEK))
    answer = hub.desk.bookings.check(wish(hub, rule=weekly(3)))
    assert not answer.all_free
    assert answer.can_take_free
    assert {one.kind for one in answer.alternatives} >= {AlternativeKind.SHIFT, AlternativeKind.OTHER_ROOM}
    for one in answer.alternatives:
        again = hub.desk.bookings.check(answer.wanted.like(one))
        assert again.all_free
        assert again.request.slots == one.request.slots


def test_a_keystroke_asks_for_no_alternatives(hub: Hub) -> None:
    book(hub)
    answer = hub.desk.bookings.check(wish(hub), alternatives=False)
    assert (answer.alternatives, answer.share) == ((), None)


def test_hours_holidays_and_closures_are_heeded(hub: Hub) -> None:
    hub.desk.rooms.close([at("08:00", "21:00", date(2026, 12, 8))], "设备检修", frozenset({room(hub).id}))
    assert kinds(hub, at("06:00", "07:00")) == ["closed"]
    assert kinds(hub, rule=weekly(3)) == ["free", "free", "closed"]
    new_year = hub.desk.bookings.check(
        wish(
            hub, at("14:00", "16:00", date(2026, 12, 25)), rule=Recurrence(Repeat.WEEKLY, count=2, skips_holidays=True)
        )
    )
    assert [slot.day for slot in new_year.request.slots] == [date(2026, 12, 25)]
    assert [gone.day for gone in new_year.expansion.dropped] == [date(2027, 1, 1)]
    assert new_year.expansion.provisional


ODD: dict[str, tuple[dict[str, object], str]] = {
    "seconds": (
        {"first": Slot(datetime.combine(TOMORROW, time(14, 0, 1)), datetime.combine(TOMORROW, time(15)))},
        "not_whole_minutes",
    ),
    "no room": ({"room_ids": ()}, "no_room"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_wish_is_refused_before_it_is_judged(hub: Hub, case: str) -> None:
    more, code = ODD[case]
    with pytest.raises(DeskError, match=f"booking.{code}"):
        hub.desk.bookings.check(wish(hub, **more))  # type: ignore[arg-type]


# Making


def test_a_booking_is_kept_with_its_slip_history_and_outbox_entry(hub: Hub) -> None:
    booked = book_all(hub, title="排练", head_count=12)
    (one,) = booked.bookings
    assert hub.desk.bookings.booking(one.id) == one
    assert (one.state, one.title, one.head_count) == (BookingState.CONFIRMED, "排练", 12)
    assert booked.number == "20261123-AB001"
    assert booked.token.startswith("B")
    assert [(line.act, line.by, line.before, line.after) for line in hub.desk.bookings.history(one.id)] == [
        ("book", "A", None, one)
    ]
    assert hub.outbox() == ["booking.add"]
    job = hub.desk.slips.next_job()
    assert job is not None
    assert (job.id, job.slip_number, job.slip.token) == (booked.job, booked.number, booked.token)


def test_what_is_told_to_the_district_names_nobody(hub: Hub) -> None:
    book(hub, remarks="测试备注", fee_note="测试收费")
    ((body,),) = hub.rows("SELECT body FROM outbox")
    for word in ("队长", "13800005678", "5678", "备注", "收费"):
        assert word not in body.decode()


def test_a_person_booking_for_themselves_has_no_title_outside(hub: Hub) -> None:
    who = hub.desk.bookings.newcomer(NewPerson("测试丙"))
    book(hub, responsible=who, title="测试丙的生日")
    ((body,),) = hub.rows("SELECT body FROM outbox")
    assert "测试丙" not in body.decode()


def test_a_series_is_all_or_chosen_or_what_is_free(hub: Hub) -> None:
    other = book(hub, at("15:00", "17:00", TOMORROW + WEEK))
    before = hub.rows("SELECT count(*) FROM booking")
    with pytest.raises(DeskError, match=r"booking\.not_free") as refused:
        book_all(hub, rule=weekly(3))
    assert refused.value.params == {"refused": 1, "dates": 3}
    assert hub.rows("SELECT count(*) FROM booking") == before
    assert hub.outbox() == ["booking.add"]

    wanted = wish(hub, rule=weekly(3))
    chosen = hub.desk.bookings.book(wanted, chosen=frozenset({TOMORROW}))
    assert [one.slot.day for one in chosen.bookings] == [TOMORROW]
    assert [one.slot.day for one in chosen.skipped] == [TOMORROW + WEEK, TOMORROW + 2 * WEEK]

    hub.desk.bookings.cancel(chosen.bookings[0].id)
    free = hub.desk.bookings.book(wanted, only_free=True)
    assert [one.slot.day for one in free.bookings] == [TOMORROW, TOMORROW + 2 * WEEK]
    assert [one.slot for one in free.skipped] == [other.slot.moved(-HOUR)]
    assert {one.series_id for one in free.bookings} == {free.series.id if free.series else None}


def test_a_chosen_day_that_is_taken_refuses_all_and_one_outside_the_series_too(hub: Hub) -> None:
    book(hub)
    with pytest.raises(DeskError, match=r"booking\.none_free"):
        hub.desk.bookings.book(wish(hub, rule=weekly(2)), chosen=frozenset({TOMORROW}))
    with pytest.raises(DeskError, match=r"booking\.not_free"):
        hub.desk.bookings.book(wish(hub, rule=weekly(2)), chosen=frozenset({TOMORROW, TOMORROW + WEEK}))
    with pytest.raises(DeskError, match=r"booking\.date_not_in_series"):
        hub.desk.bookings.book(wish(hub, rule=weekly(2)), chosen=frozenset({TODAY}))


@pytest.mark.parametrize("rule", [FOREVER, Recurrence(Repeat.DAILY, count=10_000)], ids=["endless", "10 000 dates"])
def test_a_rule_without_a_near_end_is_shown_cut_and_not_saved(hub: Hub, rule: Recurrence) -> None:
    set_rules(hub, notice=Notice(at_most=None))
    answer = hub.desk.bookings.check(wish(hub, rule=rule), alternatives=False)
    assert len(answer.verdicts) == 366
    assert answer.expansion.cut
    assert not answer.all_free
    with pytest.raises(DeskError, match=r"recurrence\.too_long"):
        hub.desk.bookings.book(wish(hub, rule=rule))
    assert hub.rows("SELECT count(*) FROM booking") == [(0,)]


def test_somebody_unknown_cannot_answer(hub: Hub) -> None:
    stranger = replace(choir(hub), person_id=hub.desk.rooms.new_id())
    with pytest.raises(DeskError, match=r"person\.unknown"):
        book(hub, responsible=stranger)
    child = hub.desk.bookings.newcomer(NewPerson("测试小", age_band=AgeBand.B14_17))
    with pytest.raises(DeskError, match=r"booking\.none_free"):
        book(hub, responsible=child)


def test_several_rooms_are_taken_together(hub: Hub) -> None:
    both = (room(hub, "多功能厅东").id, room(hub, "会议室").id)
    booked = book_all(hub, room_ids=both)
    assert {one.room_id for one in booked.bookings} == set(both)
    assert len({one.together for one in booked.bookings}) == 1
    moved = hub.desk.bookings.edit(booked.bookings[0].id, Change(shift=HOUR))
    assert {one.slot for one in moved.bookings} == {at("15:00", "17:00")}
    assert len(hub.desk.bookings.cancel(booked.bookings[1].id)) == 2


def test_staff_book_over_a_request_and_it_is_lost(hub: Hub) -> None:
    set_rules(hub, needs_approval=True)
    asked = book(hub)
    assert asked.state is BookingState.REQUESTED
    assert kinds(hub) == ["requested"]
    booked = book_all(hub, responsible=choir(hub, "测试书画社"), override=Override("A", "社区活动"))
    assert [(one.id, one.state) for one in booked.displaced] == [(asked.id, BookingState.LOST)]
    assert state_of(hub, asked.id) == "lost"
    assert hub.desk.bookings.history(asked.id)[-1].why == "社区活动"
    assert booked.bookings[0].state is BookingState.CONFIRMED


def test_without_the_district_a_booking_is_provisional_but_in_a_room_of_this_desk(hub: Hub) -> None:
    hub.desk.rooms.save(replace(room(hub, "会议室"), home_desk="A"))
    alone = open_desk(hub.store, hub.clock, hub.settings, lambda: False)
    assert alone.bookings.book(wish(hub)).bookings[0].state is BookingState.PROVISIONAL
    assert alone.bookings.book(wish(hub, name="会议室")).bookings[0].state is BookingState.CONFIRMED


def test_quotas_count_what_the_party_has(hub: Hub) -> None:
    set_rules(hub, quotas=(Quota(Per.WEEK, 2),))
    who = choir(hub)
    book(hub, at("09:00", "10:00"), responsible=who)
    daily = Recurrence(Repeat.DAILY, count=4)
    assert kinds(hub, responsible=who, rule=daily) == ["free", "over_quota", "over_quota", "over_quota"]
    assert kinds(hub, responsible=choir(hub, "测试书画社"), rule=daily) == ["free", "free", "over_quota", "over_quota"]


def test_equipment_is_counted_over_all_rooms(hub: Hub) -> None:
    chairs = hub.desk.rooms.save_equipment(Equipment(hub.desk.rooms.new_id(), "折叠椅", 20))
    book(hub, equipment=(Lent(chairs.id, 15),))
    assert kinds(hub, name="会议室", equipment=(Lent(chairs.id, 5),)) == ["free"]
    assert kinds(hub, name="会议室", equipment=(Lent(chairs.id, 6),)) == ["equipment"]


def test_a_hub_that_limits_rooms_at_once_is_full(hub: Hub) -> None:
    hub.desk.rooms.save_house(replace(hub.desk.rooms.house(), rooms_at_once=1))
    book(hub)
    assert kinds(hub, name="会议室") == ["taken"]


# Changing


def test_a_booking_is_moved_resized_and_put_elsewhere(hub: Hub) -> None:
    one = book(hub)
    hub.desk.bookings.edit(one.id, Change(shift=HOUR))
    hub.desk.bookings.edit(one.id, Change(lengthen=-HOUR))
    hub.desk.bookings.edit(one.id, Change(room_id=room(hub, "会议室").id))
    now = hub.desk.bookings.booking(one.id)
    assert (now.slot, now.room_id) == (at("15:00", "16:00"), room(hub, "会议室").id)
    lines = hub.desk.bookings.history(one.id)
    assert [line.act for line in lines] == ["book", "move", "resize", "change_room"]
    assert [line.after.slot for line in lines[:3]] == [at("14:00", "16:00"), at("15:00", "17:00"), at("15:00", "16:00")]
    assert lines[-1].after == now
    assert hub.outbox() == ["booking.add"] + ["booking.change"] * 3


def test_a_move_onto_somebody_is_shown_and_refused(hub: Hub) -> None:
    one, other = book(hub), book(hub, at("16:00", "18:00"))
    (shown,) = hub.desk.bookings.preview_edit(one.id, Change(shift=HOUR))
    assert (shown.after, shown.verdict.kind) == (None, VerdictKind.TAKEN)
    with pytest.raises(DeskError, match=r"booking\.not_free"):
        hub.desk.bookings.edit(one.id, Change(shift=HOUR))
    assert hub.desk.bookings.booking(one.id) == one
    assert hub.desk.bookings.booking(other.id) == other


def test_a_series_moves_as_one_each_date_where_the_next_was(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4))
    edited = hub.desk.bookings.edit(booked.bookings[0].id, Change(shift=WEEK), Scope.ALL)
    assert [one.slot.day for one in edited.bookings] == [TOMORROW + number * WEEK for number in (1, 2, 3, 4)]
    assert edited.series is not None
    assert edited.series.id == (booked.series.id if booked.series else None)


def test_this_and_following_makes_a_series_of_its_own_and_leaves_the_rest(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4))
    assert booked.series is not None
    edited = hub.desk.bookings.edit(booked.bookings[2].id, Change(shift=HOUR), Scope.FOLLOWING)
    assert edited.series is not None
    assert edited.series.split_from == booked.series.id
    assert edited.series.first == at("15:00", "17:00", TOMORROW + 2 * WEEK)
    old, new = hub.desk.bookings.series(booked.series.id), hub.desk.bookings.series(edited.series.id)
    assert [one.slot.start.hour for one in old.bookings] == [14, 14]
    assert [one.slot.start.hour for one in new.bookings] == [15, 15]
    assert [one.origin for one in new.bookings] == [one.slot for one in new.bookings]
    assert new.series.rule.count == 2


def test_the_past_of_a_series_is_never_changed(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4))
    go_to(hub, datetime.combine(TOMORROW + WEEK, time(21)))
    hub.desk.bookings.time_passes()
    edited = hub.desk.bookings.edit(booked.bookings[3].id, Change(shift=HOUR), Scope.ALL)
    assert [one.slot.start.hour for one in edited.bookings] == [15, 15]
    assert [hub.desk.bookings.booking(one.id).slot for one in booked.bookings[:2]] == [
        one.slot for one in booked.bookings[:2]
    ]
    with pytest.raises(DeskError, match=r"booking\.is_over"):
        hub.desk.bookings.edit(booked.bookings[0].id, Change(shift=HOUR), Scope.ALL)


def test_of_a_series_the_free_dates_may_move_alone(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(3))
    book(hub, at("16:00", "18:00", TOMORROW + WEEK))
    with pytest.raises(DeskError, match=r"booking\.not_free"):
        hub.desk.bookings.edit(booked.bookings[0].id, Change(shift=HOUR), Scope.ALL)
    edited = hub.desk.bookings.edit(booked.bookings[0].id, Change(shift=HOUR), Scope.ALL, only_free=True)
    assert [one.slot.start.hour for one in edited.bookings] == [15, 14, 15]
    assert [step.after is None for step in edited.edits] == [False, True, False]


def test_shortening_keeps_an_approval_and_moving_asks_again(hub: Hub) -> None:
    set_rules(hub, needs_approval=True)
    one = book(hub)
    assert hub.desk.bookings.waiting_for_approval() == (one,)
    approved = hub.desk.bookings.approve(one.id)
    assert approved.after is not None
    assert approved.after.state is BookingState.CONFIRMED
    hub.desk.bookings.edit(one.id, Change(lengthen=-HOUR))
    assert state_of(hub, one.id) == "confirmed"
    hub.desk.bookings.edit(one.id, Change(shift=HOUR))
    assert state_of(hub, one.id) == "confirmed"  # still inside the time approved
    hub.desk.bookings.edit(one.id, Change(shift=HOUR))
    assert state_of(hub, one.id) == "requested"


def test_a_request_is_refused_with_a_reason(hub: Hub) -> None:
    set_rules(hub, needs_approval=True)
    one = book(hub)
    with pytest.raises(DeskError, match=r"booking\.reason_missing"):
        hub.desk.bookings.reject(one.id, " ")
    assert hub.desk.bookings.reject(one.id, "另有安排").state is BookingState.CANCELLED
    assert hub.desk.bookings.history(one.id)[-1].why == "另有安排"
    with pytest.raises(DeskError, match=r"booking\.not_waiting_for_approval"):
        hub.desk.bookings.approve(one.id)


def test_what_a_booking_says_is_mended_and_more_heads_are_checked(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(3), title="排练")
    hub.desk.bookings.amend(booked.bookings[1].id, Details(title="彩排", remarks="带乐器"))
    assert [one.title for one in hub.desk.bookings.day(TOMORROW + WEEK)] == ["彩排"]
    changed = hub.desk.bookings.amend(
        booked.bookings[0].id, Details(head_count=18, purpose=LivingRoomUse.PUBLIC_AFFAIRS), Scope.ALL
    )
    assert {one.head_count for one in changed.bookings} == {18}
    assert changed.series is not None
    assert changed.series.head_count == 18
    with pytest.raises(DeskError, match=r"booking\.not_free"):
        hub.desk.bookings.amend(booked.bookings[0].id, Details(head_count=99))


def test_an_override_of_long_ago_does_not_refuse_a_new_title(hub: Hub) -> None:
    one = book(hub, at("06:00", "07:00"), override=Override("A", "早锻炼"))
    assert one.override_why == "早锻炼"
    edited = hub.desk.bookings.amend(one.id, Details(title="太极", head_count=5))
    assert (edited.bookings[0].title, edited.bookings[0].override_why) == ("太极", "早锻炼")


def test_what_is_given_back_is_free_again_and_can_be_taken_up_again(hub: Hub) -> None:
    one = book(hub)
    assert hub.desk.bookings.cancel(one.id, why="人不齐")[0].state is BookingState.CANCELLED
    assert kinds(hub) == ["free"]
    back = hub.desk.bookings.revive(one.id)
    assert back.after is not None
    assert state_of(hub, one.id) == "confirmed"
    hub.desk.bookings.cancel(one.id)
    book(hub, responsible=choir(hub, "测试书画社"))
    refused = hub.desk.bookings.revive(one.id)
    assert (refused.after, refused.verdict.kind) == (None, VerdictKind.TAKEN)
    assert state_of(hub, one.id) == "cancelled"


def test_the_rest_of_a_series_is_given_back_at_once(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4))
    assert booked.series is not None
    hub.desk.bookings.cancel(booked.bookings[2].id, Scope.FOLLOWING)
    states = [one.state.value for one in hub.desk.bookings.series(booked.series.id).bookings]
    assert states == ["confirmed", "confirmed", "cancelled", "cancelled"]


# Using


def test_people_come_stay_and_leave_early(hub: Hub) -> None:
    one = book(hub)
    with pytest.raises(DeskError, match=r"booking\.check_in_too_early"):
        hub.desk.bookings.check_in(one.id)
    go_to(hub, at("14:05", "16:00").start)
    hub.desk.bookings.check_in(one.id)
    assert state_of(hub, one.id) == "in_use"
    hub.clock.go(minutes=25, seconds=30)
    (left,) = hub.desk.bookings.end_early(one.id)
    assert (left.state, left.slot) == (BookingState.FINISHED, at("14:00", "14:31"))
    assert kinds(hub, at("14:31", "16:00")) == ["free"]


def test_a_tap_that_was_somebody_elses_is_taken_back(hub: Hub) -> None:
    one = book(hub)
    go_to(hub, one.slot.start)
    hub.desk.bookings.check_in(one.id)
    assert hub.desk.bookings.undo_check_in(one.id)[0].state is BookingState.CONFIRMED
    with pytest.raises(DeskError, match=r"booking\.not_in_use"):
        hub.desk.bookings.undo_check_in(one.id)


def test_nobody_comes_and_the_room_is_released_without_a_button(hub: Hub) -> None:
    one = book(hub)
    go_to(hub, one.slot.start + 19 * MINUTE)
    assert not hub.desk.bookings.due()
    assert not hub.desk.bookings.time_passes()
    hub.clock.go(minutes=1)
    assert hub.desk.bookings.due()
    passed = hub.desk.bookings.time_passes()
    assert [(before.state.value, after.state.value) for before, after in passed.changed] == [("confirmed", "no_show")]
    assert hub.desk.bookings.history(one.id)[-1].act == "release"
    assert not hub.desk.bookings.due()
    late = hub.desk.bookings.revive(one.id)
    assert late.after is not None
    assert state_of(hub, one.id) == "in_use"


def test_what_is_over_is_finished_by_the_clock(hub: Hub) -> None:
    one = book(hub)
    go_to(hub, one.slot.start)
    hub.desk.bookings.check_in(one.id)
    go_to(hub, one.slot.end)
    hub.desk.bookings.time_passes()
    assert state_of(hub, one.id) == "finished"


# Skipped dates, waiting


def test_a_skipped_date_comes_back_when_its_blocker_goes(hub: Hub) -> None:
    other = book(hub, at("15:00", "17:00", TOMORROW + WEEK))
    booked = hub.desk.bookings.book(wish(hub, rule=weekly(3)), only_free=True)
    assert booked.series is not None
    assert hub.desk.bookings.restorable() == ()
    with pytest.raises(DeskError, match=r"booking\.none_free"):
        hub.desk.bookings.restore(booked.series.id)
    hub.desk.bookings.cancel(other.id)
    (back,) = hub.desk.bookings.restorable()
    assert back.slots == (at("14:00", "16:00", TOMORROW + WEEK),)
    restored = hub.desk.bookings.restore(booked.series.id)
    assert restored.skipped == ()
    seen = hub.desk.bookings.series(booked.series.id)
    assert [one.slot.day for one in seen.bookings] == [TOMORROW + number * WEEK for number in range(3)]
    assert hub.desk.bookings.restorable() == ()


def test_the_waiting_list_by_telephone(hub: Hub) -> None:
    one = book(hub)
    with pytest.raises(DeskError, match=r"waiting\.is_free"):
        hub.desk.bookings.wait(wish(hub, at("09:00", "10:00")))
    first = hub.desk.bookings.wait(wish(hub, responsible=choir(hub, "测试书画社")))
    hub.clock.go(minutes=5)
    second = hub.desk.bookings.wait(wish(hub, responsible=choir(hub, "测试戏曲队")))
    assert hub.desk.bookings.waiting() == (first, second)
    assert hub.desk.bookings.next_in_line() == ()
    with pytest.raises(DeskError, match=r"booking\.not_free"):
        hub.desk.bookings.offer(first.id)
    hub.desk.bookings.cancel(one.id)
    assert hub.desk.bookings.next_in_line() == (first,)
    hub.desk.bookings.offer(first.id)
    assert kinds(hub) == ["held"]
    hub.clock.go(minutes=30)
    passed = hub.desk.bookings.time_passes()
    assert [entry.id for entry in passed.lapsed] == [first.id]
    with pytest.raises(DeskError, match=r"waiting\.not_offered"):
        hub.desk.bookings.answer(first.id, accepted=True)
    hub.desk.bookings.wait_again(first.id)
    hub.desk.bookings.offer(second.id)
    booked = hub.desk.bookings.answer(second.id, accepted=True)
    assert booked is not None
    assert booked.bookings[0].responsible.party_name == "测试戏曲队"
    hub.desk.bookings.stop_waiting(first.id)
    assert hub.desk.bookings.waiting() == ()


# Finding and lists


def test_a_booking_is_found_by_slip_number_phone_name_and_card(hub: Hub) -> None:
    booked = book_all(hub, title="排练")
    (one,) = booked.bookings
    token = booked.token.lower()
    for text in (
        token,
        f"{token[:4]} {token[4:8]} {token[8:]}",
        booked.number,
        "ab001",
        "5678",
        "13800005678",
        "合唱",
        "排练",
    ):
        assert hub.desk.bookings.find(text) == (one,), text
    assert one.responsible.person_id is not None
    assert hub.desk.bookings.of_person(one.responsible.person_id) == (one,)
    for text in ("", "  ", "0000", "13900005678", "20261123-AB002", "20261399-AB001", "没有"):
        assert hub.desk.bookings.find(text) == (), text
    with pytest.raises(DeskError, match=r"token\.mistyped"):
        hub.desk.bookings.find(booked.token[:-1] + ("A" if booked.token[-1] != "A" else "B"))


def test_every_copy_of_a_slip_says_which_it_is(hub: Hub) -> None:
    one = book(hub, rule=weekly(3))
    first = hub.desk.slips.next_job()
    assert first is not None
    assert first.slip.copy == 0
    assert any(line.value.startswith("共 3 次") for line in first.slip.lines)
    hub.desk.slips.drop(first.id)
    hub.desk.bookings.print_slip(one.id)
    again = hub.desk.slips.next_job()
    assert again is not None
    assert (again.slip.copy, again.slip_number) == (1, first.slip_number)


def test_the_month_is_shared_out_before_everybodys_eyes(hub: Hub) -> None:
    singers, painters = choir(hub), choir(hub, "测试书画社")
    book(hub, at("09:00", "12:00"), responsible=singers)
    book(hub, at("13:00", "14:00"), responsible=painters)
    standing = hub.desk.bookings.share_of(painters.party_id, TODAY)
    assert (standing.share.time, standing.median, standing.place, standing.parties) == (HOUR, 2 * HOUR, 2, 2)
    assert [share.party_id for share in hub.desk.bookings.shares(TODAY)] == [singers.party_id, painters.party_id]
    assert hub.desk.bookings.check(wish(hub, responsible=painters)).share == standing


def test_a_series_near_its_end_and_one_nobody_comes_to_are_named(hub: Hub) -> None:
    ending = book_all(hub, rule=weekly(2))
    idle = book_all(hub, at("09:00", "10:00"), rule=weekly(10))
    assert [seen.series for seen in hub.desk.bookings.about_to_end()] == [ending.series]
    assert hub.desk.bookings.unused() == ()
    for number in range(3):
        go_to(hub, idle.bookings[number].slot.end)
        hub.desk.bookings.time_passes()
    (unused,) = hub.desk.bookings.unused()
    assert unused.series == idle.series
    assert [one.id for one in unused.bookings] == [one.id for one in idle.bookings[:3]]


def test_a_day_shows_everything_but_what_was_given_back(hub: Hub) -> None:
    kept, gone = book(hub), book(hub, at("09:00", "10:00"))
    hub.desk.bookings.cancel(gone.id)
    assert hub.desk.bookings.day(TOMORROW) == (kept,)
    assert hub.desk.bookings.between(at("15:59", "17:00"), frozenset({room(hub).id})) == (kept,)
    assert hub.desk.bookings.between(at("16:00", "17:00")) == ()
    assert hub.desk.bookings.between(at("15:59", "17:00"), frozenset({room(hub, "会议室").id})) == ()


def test_what_is_not_there_is_unknown(hub: Hub) -> None:
    nothing = hub.desk.rooms.new_id()
    bookings = hub.desk.bookings
    acts: list[tuple[str, Callable[[UUID], object]]] = [
        ("booking", bookings.booking),
        ("booking", bookings.cancel),
        ("booking", bookings.approve),
        ("series", bookings.series),
        ("series", bookings.restore),
        ("waiting", bookings.offer),
        ("waiting", bookings.stop_waiting),
    ]
    for noun, call in acts:
        with pytest.raises(DeskError, match=rf"{noun}\.unknown"):
            call(nothing)
