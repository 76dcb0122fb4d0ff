"""Taking dates, and a series through its life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState, Lent
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import LivingRoomUse
from desk_app.domain.bookings.series import (
    Scope,
    Series,
    about_to_end,
    cancelled_days,
    in_scope,
    needs_split,
    restorable,
    restored,
    split,
    unused,
)
from desk_app.domain.bookings.slots import DAY, MINUTE, DaySpan, Slot
from desk_app.domain.bookings.taking import Note, Skipped, book, take

from .sample import FREE_RULES, HALL, MONDAY, NOW, a_room, an_id, at, booked, facts, somebody, wish

S = BookingState
TEN = at("10:00", "11:00")
WEEKLY = Recurrence(Repeat.WEEKLY, count=6)
SERIES = Series(an_id("series"), (HALL,), WEEKLY, TEN, somebody(), LivingRoomUse.ARTS_EXCHANGE)


def ids() -> Callable[[], UUID]:
    numbers = count()
    return lambda: an_id(f"new {next(numbers)}")


def dates(series: Series = SERIES, states: dict[int, BookingState] | None = None) -> list[Booking]:
    return [
        booked(
            slot,
            f"date {n}",
            party="测试合唱队",
            series_id=series.id,
            origin=slot,
            state=(states or {}).get(n, S.CONFIRMED),
        )
        for n, slot in enumerate(expand(series.rule, series.first).slots)
    ]


# ---- taking -------------------------------------------------------------------------------------------------------
def test_booking_freezes_buffers_and_state_and_keeps_what_was_said() -> None:
    known = facts([a_room(rules=replace(FREE_RULES, setup=5 * MINUTE, cleanup=10 * MINUTE))])
    request = wish(TEN, head_count=12, equipment=(Lent(an_id("chairs"), 12),))
    note = Note("排练", "免费", "钢琴", SERIES.id, an_id("activity"))
    (made,) = book(request, take(check(request, known, NOW)), known, ids(), note)
    assert (made.setup, made.cleanup, made.state) == (5 * MINUTE, 10 * MINUTE, S.CONFIRMED)
    assert (made.title, made.fee_note, made.remarks, made.head_count) == ("排练", "免费", "钢琴", 12)
    assert (made.series_id, made.activity_id, made.origin, made.approved) == (SERIES.id, an_id("activity"), TEN, TEN)
    assert made.together is None


def test_several_rooms_become_bookings_joined_by_date_with_equipment_once() -> None:
    known = facts([a_room("A"), a_room("B", replace(FREE_RULES, needs_approval=True))])
    request = wish(TEN, TEN.moved(DAY), rooms=["A", "B"], equipment=(Lent(an_id("chairs")),))
    made = book(request, take(check(request, known, NOW)), known, ids())
    assert [booking.room_id for booking in made] == [an_id("A"), an_id("B")] * 2
    assert len({booking.together for booking in made}) == 2
    assert [bool(booking.equipment) for booking in made] == [True, False] * 2
    assert {booking.state for booking in made} == {S.REQUESTED}, "the weakest room decides for all"
    assert {booking.approved for booking in made} == {None}


def test_an_override_is_kept_with_the_booking_where_it_was_needed() -> None:
    staff = Override("测试站长", "社区活动")
    asked = booked(TEN, state=S.REQUESTED)
    known = facts((), [asked])
    request = wish(TEN, TEN.moved(DAY), override=staff)
    taking = take(check(request, known, NOW))
    assert [booking.override_why for booking in book(request, taking, known, ids())] == [staff.why, ""]
    assert [(lost.id, lost.state) for lost in taking.displaced] == [(asked.id, S.LOST)]


# ---- scope --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("scope", "numbers"), [(Scope.THIS, [3]), (Scope.FOLLOWING, [3, 4, 5]), (Scope.ALL, [2, 3, 4, 5])]
)
def test_an_edit_touches_what_its_scope_says_and_never_the_past(scope: Scope, numbers: list[int]) -> None:
    own = dates()
    now = own[1].slot.start + 30 * MINUTE
    others = [booked(TEN.moved(21 * DAY), "somebody else's"), replace(own[4], id=an_id("x"), state=S.CANCELLED)]
    assert [b.id for b in in_scope([*own, *others], own[3], scope, now)] == [own[n].id for n in numbers]


def test_a_past_date_cannot_be_edited() -> None:
    with pytest.raises(DeskError, match=r"booking\.is_over"):
        in_scope(dates(), dates()[0], Scope.ALL, TEN.end)


# ---- splitting ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "first", "today", "splits"),
    [
        (WEEKLY, TEN, MONDAY, False),
        (replace(WEEKLY, count=9), TEN, MONDAY + DAY, False),
        (replace(WEEKLY, every=2), TEN, MONDAY + DAY, True),
        (WEEKLY, TEN.moved(MINUTE), MONDAY + DAY, True),
        (replace(WEEKLY, every=2), TEN, MONDAY, False),
    ],
)
def test_a_running_series_splits_unless_only_its_end_moves(
    rule: Recurrence, first: Slot, today: date, splits: bool
) -> None:
    assert needs_split(SERIES, rule, first, today) is splits


RULES = st.one_of(
    st.builds(
        lambda every, days, number: Recurrence(Repeat.WEEKLY, every=every, weekdays=days, count=number),
        st.integers(1, 3),
        st.frozensets(st.integers(1, 7), min_size=0, max_size=4),
        st.integers(2, 20),
    ),
    st.builds(
        lambda every, day: Recurrence(Repeat.MONTHLY_DATE, every=every, month_day=day, until=date(2027, 12, 31)),
        st.integers(1, 2),
        st.sampled_from([None, -1, 15, 30]),
    ),
    st.builds(
        lambda days: Recurrence(Repeat.PICKED, picked=tuple(days)),
        st.lists(st.dates(MONDAY, date(2026, 6, 30)), min_size=2, max_size=8, unique=True),
    ),
    st.just(Recurrence(Repeat.MONTHLY_WEEKDAY, count=9)),
    st.just(Recurrence(Repeat.RULE, text="FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=2", until=date(2027, 3, 1))),
)


@given(RULES, st.dates(MONDAY, date(2026, 3, 31)), st.data())
def test_the_two_halves_of_a_split_series_make_the_dates_of_the_whole(
    rule: Recurrence, start: date, data: st.DataObject
) -> None:
    series = replace(SERIES, rule=rule, first=DaySpan(TEN.start.time(), TEN.end.time()).on(start))
    own = dates(series)
    before = data.draw(st.sampled_from([booking.slot.day for booking in own[1:]] or [MONDAY]))
    if len(own) < 2:
        return
    skipped = (Skipped(own[0].slot), Skipped(own[-1].slot))
    halves = split(replace(series, skipped=skipped), own, before, an_id("second"))
    past, future = (expand(half.rule, half.first).slots for half in (halves.past, halves.future))
    assert [*past, *future] == [booking.slot for booking in own]
    assert all(slot.day < before for slot in past)
    assert [booking.origin for booking in halves.moved] == list(future)
    assert {booking.series_id for booking in halves.moved} == {halves.future.id}
    assert (halves.past.skipped, halves.future.skipped) == ((skipped[0],), (skipped[1],))
    assert halves.future.split_from == series.id


@pytest.mark.parametrize("before", [MONDAY, date(2027, 1, 1)])
def test_a_split_with_nothing_on_one_side_is_refused(before: date) -> None:
    with pytest.raises(DeskError, match=r"series\.nothing_to_split"):
        split(SERIES, dates(), before, an_id("second"))


# ---- skipped dates ------------------------------------------------------------------------------------------------
def test_skipped_dates_come_back_when_the_blocker_goes() -> None:
    blocker = booked(TEN.moved(7 * DAY), "blocker")
    request = wish(*expand(WEEKLY, TEN).slots)
    taking = take(check(request, facts((), [blocker]), NOW), only_free=True)
    series = replace(SERIES, skipped=taking.skipped)
    own = list(book(request, taking, facts(), ids(), Note(series_id=series.id)))
    assert restorable(series, facts((), [*own, blocker]), NOW) == ()
    (back,) = restorable(series, facts((), own), NOW)
    assert back.slot == blocker.slot
    assert restored(series, [back.slot]).skipped == ()
    assert restorable(series, facts((), own), NOW + 30 * DAY) == (), "the past is not restored"


# ---- ending and disuse --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("slots", "repeat", "due"),
    [
        ([TEN, TEN.moved(7 * DAY)], Repeat.WEEKLY, True),
        ([TEN, TEN.moved(8 * DAY)], Repeat.WEEKLY, False),
        ([TEN.moved(-DAY)], Repeat.WEEKLY, False),
        ([TEN], Repeat.ONCE, False),
        ([], Repeat.WEEKLY, False),
    ],
)
def test_a_series_about_to_end_says_so(slots: list[Slot], repeat: Repeat, due: bool) -> None:
    assert about_to_end(slots, repeat, MONDAY, 7) is due


@pytest.mark.parametrize(
    ("states", "numbers"),
    [
        ({0: S.FINISHED, 1: S.NO_SHOW, 2: S.NO_SHOW, 3: S.NO_SHOW}, [1, 2, 3]),
        ({0: S.NO_SHOW, 1: S.NO_SHOW, 2: S.CANCELLED, 3: S.NO_SHOW}, [0, 1, 3]),
        ({0: S.NO_SHOW, 1: S.NO_SHOW, 2: S.FINISHED, 3: S.NO_SHOW}, []),
        ({0: S.NO_SHOW, 1: S.NO_SHOW}, []),
    ],
)
def test_a_weekly_booking_nobody_uses_is_found(states: dict[int, BookingState], numbers: list[int]) -> None:
    own = dates(states=states)
    now = own[3].slot.end
    assert [booking.id for booking in unused(own, now)] == [own[n].id for n in numbers]


def test_cancelled_dates_are_exported_by_the_date_they_stand_for() -> None:
    own = dates(states={1: S.CANCELLED})
    moved = replace(own[1], slot=own[1].slot.moved(DAY))
    assert cancelled_days([own[0], moved]) == (own[1].slot.day,)
