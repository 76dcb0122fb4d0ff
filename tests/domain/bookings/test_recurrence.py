"""Dates of a series: the laws they obey, holidays, the cap, RFC text in and out, reading back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.core.errors import DeskError
from desk_app.domain.announced_years import shipped_calendar
from desk_app.domain.bookings.recurrence import (
    LAST_DAY,
    MOST_DATES,
    Recurrence,
    Repeat,
    expand,
    last_day_until,
    read_back,
    require_whole,
)
from desk_app.domain.bookings.rrule_text import from_rrule, to_rrule
from desk_app.domain.bookings.slots import DaySpan

from .sample import MONDAY, at

CALENDAR = shipped_calendar()
AFTERNOON = at("14:00", "16:00")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
WEEKDAYS = st.frozensets(st.integers(1, 7), max_size=7)
NTHS = st.sampled_from([None, 1, 2, 3, 4, 5, -1, -2, -5])


@st.composite
def rules(draw: st.DrawFn) -> Recurrence:
    counted = draw(st.booleans())
    repeat = draw(st.sampled_from([r for r in Repeat if r is not Repeat.RULE]))
    return Recurrence(
        repeat,
        every=draw(st.integers(1, 40)),
        weekdays=draw(WEEKDAYS),
        month_day=draw(st.sampled_from([None, LAST_DAY, 1, 28, 29, 30, 31])),
        nth=draw(NTHS),
        picked=tuple(draw(st.lists(DAYS, min_size=1, max_size=12))) if repeat is Repeat.PICKED else (),
        count=draw(st.none() | st.integers(1, 500)) if counted else None,
        until=None if counted else draw(st.none() | DAYS),
        skips_holidays=draw(st.booleans()),
        follows_makeup=draw(st.booleans()),
    )


def starts(rule: Recurrence, first: str = "2026-03-02") -> list[str]:
    slot = DaySpan(time(14), time(16)).on(date.fromisoformat(first))
    return [one.day.isoformat() for one in expand(rule, slot, CALENDAR).slots]


@settings(deadline=None)
@given(rules(), DAYS, st.integers(1, 60))
def test_dates_are_in_order_each_once_and_never_more_than_the_cap(rule: Recurrence, day: date, most: int) -> None:
    first = DaySpan(time(14), time(16)).on(day)
    expansion = expand(rule, first, CALENDAR, most=most)
    days = [slot.day for slot in expansion.slots]
    assert days == sorted(set(days))
    assert len(days) <= most
    assert all(slot.length == first.length and slot.start.time() == time(14) for slot in expansion.slots)
    if rule.repeat is not Repeat.PICKED:
        assert all(slot.day >= day for slot in expansion.slots), "a first date is never before the one asked for"
    if rule.until is not None:
        assert all(slot.day <= rule.until for slot in expansion.slots)
    if rule.skips_holidays:
        assert not [one for one in days if CALENDAR.kind(one) == "holiday"]
    if not expansion.cut and rule.count is not None and rule.repeat is not Repeat.ONCE and not rule.picked:
        assert len(days) == rule.count - len(expansion.dropped) + len(expansion.added)


@settings(deadline=None)
@given(rules(), DAYS)
def test_a_rule_written_and_read_makes_the_same_dates(rule: Recurrence, day: date) -> None:
    first = DaySpan(time(14), time(16)).on(day)
    text = to_rrule(rule, first)
    if text:
        again = from_rrule(text, first)
        assert expand(again, first).slots == expand(rule, first).slots
        assert again.repeat is rule.repeat, "what the dialog offers comes back as that"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Recurrence(), ["2026-03-02"]),
        (Recurrence(Repeat.DAILY, every=3, count=3), ["2026-03-02", "2026-03-05", "2026-03-08"]),
        (Recurrence(Repeat.WEEKLY, count=2), ["2026-03-02", "2026-03-09"]),
        (Recurrence(Repeat.WEEKLY, weekdays=frozenset({2, 4}), count=3), ["2026-03-03", "2026-03-05", "2026-03-10"]),
        (Recurrence(Repeat.MONTHLY_DATE, month_day=LAST_DAY, count=2), ["2026-03-31", "2026-04-30"]),
        (Recurrence(Repeat.MONTHLY_DATE, count=2), ["2026-03-02", "2026-04-02"]),
        (Recurrence(Repeat.MONTHLY_WEEKDAY, nth=-1, weekdays=frozenset({5}), count=2), ["2026-03-27", "2026-04-24"]),
        (Recurrence(Repeat.MONTHLY_WEEKDAY, count=2), ["2026-03-02", "2026-04-06"]),
        (Recurrence(Repeat.PICKED, picked=(date(2026, 4, 1), MONDAY, MONDAY)), ["2026-03-02", "2026-04-01"]),
        (Recurrence(Repeat.DAILY, until=date(2026, 3, 4)), ["2026-03-02", "2026-03-03", "2026-03-04"]),
    ],
)
def test_each_way_to_repeat_makes_its_dates(rule: Recurrence, expected: list[str]) -> None:
    assert starts(rule) == expected


def test_a_first_date_off_the_rule_moves_and_says_so() -> None:
    expansion = expand(Recurrence(Repeat.WEEKLY, weekdays=frozenset({4}), count=2), AFTERNOON)
    assert expansion.slots[0].day == date(2026, 3, 5)
    assert expansion.moved_from == MONDAY


def test_months_without_the_date_are_named() -> None:
    first = DaySpan(time(14), time(16)).on(date(2026, 1, 31))
    expansion = expand(Recurrence(Repeat.MONTHLY_DATE, until=date(2026, 6, 30)), first)
    assert [day.month for day in expansion.short_months] == [2, 4, 6]


# ---- holidays -----------------------------------------------------------------------------------------------------
def test_a_series_that_skips_holidays_says_which_dates_went() -> None:
    rule = Recurrence(Repeat.WEEKLY, count=4, skips_holidays=True)
    first = DaySpan(time(14), time(16)).on(date(2026, 9, 21))
    expansion = expand(rule, first, CALENDAR)
    assert [slot.day.isoformat() for slot in expansion.slots] == ["2026-09-21", "2026-09-28", "2026-10-12"]
    assert [(day.day.isoformat(), day.name) for day in expansion.dropped] == [("2026-10-05", "national_day")]


def test_a_series_of_all_working_days_gains_the_worked_saturday() -> None:
    rule = Recurrence(
        Repeat.WEEKLY,
        weekdays=frozenset(range(1, 6)),
        until=date(2026, 10, 11),
        skips_holidays=True,
        follows_makeup=True,
    )
    assert starts(rule, "2026-09-30") == ["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"]


def test_a_weekend_class_drops_the_saturday_people_must_work() -> None:
    rule = Recurrence(Repeat.WEEKLY, weekdays=frozenset({6}), count=3, follows_makeup=True)
    assert starts(rule, "2026-10-03") == ["2026-10-03", "2026-10-17"]


def test_a_daily_series_keeps_the_worked_saturday() -> None:
    rule = Recurrence(Repeat.DAILY, until=date(2026, 10, 11), follows_makeup=True)
    assert starts(rule, "2026-10-09") == ["2026-10-09", "2026-10-10", "2026-10-11"]


def test_a_series_on_some_weekdays_gains_nothing() -> None:
    rule = Recurrence(Repeat.WEEKLY, weekdays=frozenset({2}), every=2, until=date(2026, 10, 31), follows_makeup=True)
    assert starts(rule, "2026-09-29") == ["2026-09-29", "2026-10-13", "2026-10-27"]


def test_dates_in_an_unannounced_year_are_provisional() -> None:
    rule = Recurrence(Repeat.WEEKLY, count=8, skips_holidays=True)
    assert not expand(rule, DaySpan(time(14), time(16)).on(date(2026, 11, 9)), CALENDAR).provisional
    assert expand(rule, DaySpan(time(14), time(16)).on(date(2026, 11, 23)), CALENDAR).provisional


# ---- what cannot be -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "rule",
    [
        Recurrence(Repeat.DAILY),
        Recurrence(Repeat.DAILY, count=10_000),
        Recurrence(Repeat.DAILY, until=date(2099, 1, 1)),
        Recurrence(Repeat.MONTHLY_DATE, every=366, count=3),
        Recurrence(Repeat.MONTHLY_DATE, month_day=15, until=date(2040, 1, 1)),
        Recurrence(Repeat.PICKED, picked=(MONDAY, date(2050, 1, 1))),
        from_rrule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", AFTERNOON),
        from_rrule("FREQ=MONTHLY;BYDAY=-2FR", AFTERNOON),
    ],
    ids=str,
)
def test_a_rule_too_long_or_without_end_is_shown_cut_and_cannot_be_saved(rule: Recurrence) -> None:
    expansion = expand(rule, AFTERNOON)
    assert expansion.cut
    assert len(expansion.slots) <= MOST_DATES
    with pytest.raises(DeskError, match=r"recurrence\.too_long") as refusal:
        require_whole(expansion)
    assert refusal.value.field == "until"


def test_a_rule_cut_by_makeup_days_alone_is_cut_too() -> None:
    rule = Recurrence(Repeat.WEEKLY, weekdays=frozenset(range(1, 6)), until=date(2026, 10, 10), follows_makeup=True)
    expansion = expand(rule, DaySpan(time(14), time(16)).on(date(2026, 10, 8)), CALENDAR, most=2)
    assert expansion.cut
    assert len(expansion.slots) == 2


def test_a_rule_without_dates_cannot_be_saved() -> None:
    with pytest.raises(DeskError, match=r"recurrence\.no_dates"):
        require_whole(expand(Recurrence(Repeat.DAILY, until=date(2026, 1, 1)), AFTERNOON))


def test_a_whole_series_can_be_saved() -> None:
    assert len(require_whole(expand(Recurrence(Repeat.WEEKLY, count=52), AFTERNOON))) == 52


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("every", {"every": 0}),
        ("every", {"every": 367}),
        ("count", {"count": 0}),
        ("until", {"count": 2, "until": MONDAY}),
        ("weekdays", {"weekdays": frozenset({8})}),
        ("month_day", {"month_day": 32}),
        ("nth", {"nth": 0}),
        ("nth", {"nth": 6}),
        ("dates", {"repeat": Repeat.PICKED}),
    ],
)
def test_a_wrong_part_of_a_rule_is_refused_beside_its_field(field: str, wrong: dict[str, object]) -> None:
    with pytest.raises(DeskError) as refusal:
        Recurrence(**({"repeat": Repeat.WEEKLY} | wrong))  # type: ignore[arg-type]  # fields by name
    assert (refusal.value.code, refusal.value.field) == (f"recurrence.{field}", field)


# ---- RFC 5545 -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "recurrence.text"),
        ("weekly", "recurrence.text"),
        ("INTERVAL=2", "recurrence.text"),
        ("FREQ=WEEKLY;COUNT=", "recurrence.text"),
        ("FREQ=WEEKLY;COUNT=-1", "recurrence.text"),
        ("FREQ=WEEKLY;COUNT=0", "recurrence.count"),
        ("FREQ=WEEKLY;COUNT=2;COUNT=3", "recurrence.text"),
        ("FREQ=WEEKLY;INTERVAL=1000000000000", "recurrence.text"),
        ("FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO;INTERVAL=999", "recurrence.text"),
        ("FREQ=WEEKLY;INTERVAL=0", "recurrence.every"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20260401", "recurrence.until"),
        ("FREQ=WEEKLY;UNTIL=soon", "recurrence.text"),
        ("FREQ=HOURLY;COUNT=3", "recurrence.within_a_day"),
        ("FREQ=DAILY;BYHOUR=9,10", "recurrence.within_a_day"),
        ("FREQ=WEEKLY;X-OWN=1", "recurrence.text"),
        ("FREQ=WEEKLY\nEXDATE:20260309T140000", "recurrence.text"),
    ],
)
def test_a_text_that_is_no_rule_for_a_room_is_refused(text: str, code: str) -> None:
    with pytest.raises(DeskError) as refusal:
        from_rrule(text, AFTERNOON)
    assert refusal.value.code == code


@pytest.mark.parametrize("text", ["FREQ=WEEKLY;BYDAY=XX", "FREQ=SOMETIMES", "FREQ=MONTHLY;BYMONTHDAY=X"])
def test_a_text_dateutil_cannot_read_is_refused(text: str) -> None:
    with pytest.raises(DeskError, match=r"recurrence\.text"):
        from_rrule(text, AFTERNOON)


def test_a_stored_text_of_several_rules_is_refused() -> None:
    several = "RRULE:FREQ=DAILY;COUNT=2\nRDATE:20260401T140000"
    with pytest.raises(DeskError, match=r"recurrence\.text"):
        Recurrence(Repeat.RULE, text=several, count=1)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260309", "2026-03-09"),
        ("20260309T140000", "2026-03-09"),
        ("20260309T135959", "2026-03-02"),
        ("20260309T060000Z", "2026-03-09"),
        ("20260309T055959Z", "2026-03-02"),
    ],
)
def test_an_exact_until_becomes_the_last_day_it_admits(until: str, last: str) -> None:
    rule = from_rrule(f"RRULE:FREQ=WEEKLY;UNTIL={until}", AFTERNOON)
    assert expand(rule, AFTERNOON).slots[-1].day.isoformat() == last


def test_a_day_and_its_start_are_the_last_moment_of_a_whole_day_until() -> None:
    noon = datetime.combine(MONDAY, time(12))
    assert last_day_until(noon, time(12)) == MONDAY
    assert last_day_until(noon, time(12, 1)) == MONDAY - timedelta(1)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Recurrence(Repeat.DAILY, every=2, count=5), "FREQ=DAILY;INTERVAL=2;COUNT=5"),
        (Recurrence(Repeat.WEEKLY, weekdays=frozenset({5, 2})), "FREQ=WEEKLY;BYDAY=TU,FR"),
        (Recurrence(Repeat.MONTHLY_DATE, month_day=-1), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Recurrence(Repeat.MONTHLY_WEEKDAY, nth=-1), "FREQ=MONTHLY;BYDAY=-1MO"),
        (Recurrence(Repeat.WEEKLY, until=date(2026, 6, 30)), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260630T060000Z"),
        (from_rrule("FREQ=YEARLY;BYDAY=TU", AFTERNOON), "WKST=MO;FREQ=YEARLY;BYDAY=TU"),
        (Recurrence(), ""),
        (Recurrence(Repeat.PICKED, picked=(MONDAY,)), ""),
        (Recurrence(Repeat.WEEKLY, skips_holidays=True), ""),
        (Recurrence(Repeat.WEEKLY, follows_makeup=True), ""),
    ],
)
def test_a_rule_is_written_as_other_calendars_read_it(rule: Recurrence, text: str) -> None:
    assert to_rrule(rule, AFTERNOON) == text


def test_a_week_that_starts_on_sunday_means_what_its_file_says() -> None:
    first = DaySpan(time(9), time(10)).on(date(1997, 8, 5))
    monday, sunday = (
        [slot.day.day for slot in expand(from_rrule(f"{rule};WKST={day}", first), first).slots]
        for rule in ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU"]
        for day in ("MO", "SU")
    )
    assert (monday, sunday) == ([5, 10, 19, 24], [5, 17, 19, 31])


# ---- reading back -------------------------------------------------------------------------------------------------
def test_reading_back_leaves_nothing_open() -> None:
    rule = Recurrence(Repeat.MONTHLY_WEEKDAY, until=date(2026, 6, 30), skips_holidays=True)
    said = read_back(rule, DaySpan(time(14), time(16)).on(date(2026, 3, 31)))
    assert (said.nth, said.weekdays, said.until, said.skips_holidays) == (-1, (2,), date(2026, 6, 30), True)
    assert read_back(Recurrence(Repeat.MONTHLY_DATE), AFTERNOON).month_day == 2
    assert read_back(Recurrence(Repeat.PICKED, picked=(date(2026, 4, 1), MONDAY)), AFTERNOON).until == date(2026, 4, 1)
