"""Working days and holidays: the announced years, the guess after them, imported packs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.announced_years import shipped_calendar
from desk_app.domain.calendar import NOTHING_ANNOUNCED, DayKind, HolidayCalendar, YearTable

CALENDAR = shipped_calendar()
NOTICE_2026_OFF = [
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
]
NOTICE_2026_WORKED = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]


def days(first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [start + timedelta(number) for number in range((end - start).days + 1)]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-09-18", "2026-10-09"),
        ("2026-09-24", "2026-10-15"),
        ("2026-02-12", "2026-03-04"),
        ("2026-11-23", "2026-12-07"),
        ("2026-12-17", "2026-12-31"),
    ],
)
def test_ten_working_days_end_where_the_notice_puts_them(start: str, end: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), 10) == (date.fromisoformat(end), False)


def test_a_deadline_that_reaches_an_unannounced_year_is_provisional() -> None:
    assert CALENDAR.add_working_days(date(2026, 12, 18), 10) == (date(2027, 1, 4), True)


def test_the_shipped_year_2026_is_the_notice_day_by_day() -> None:
    off = {day for span in NOTICE_2026_OFF for day in days(*span)}
    worked = {date.fromisoformat(text) for text in NOTICE_2026_WORKED}
    for day in days("2026-01-01", "2026-12-31"):
        kind = DayKind.WEEKEND if day.isoweekday() > 5 else DayKind.WORKDAY
        kind = DayKind.HOLIDAY if day in off else DayKind.MAKEUP_WORKDAY if day in worked else kind
        assert CALENDAR.kind(day) is kind
    assert sum(map(CALENDAR.is_working_day, days("2026-01-01", "2026-12-31"))) == 248


def test_holidays_are_named_by_code_whether_announced_or_reckoned() -> None:
    assert CALENDAR.day(date(2026, 2, 17)).name == "spring_festival"
    assert CALENDAR.day(date(2027, 2, 6)).name == "spring_festival"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2027-01-01", "new_years_day"),
        ("2027-02-05", "spring_festival"),
        ("2027-02-08", "spring_festival"),
        ("2027-04-05", "tomb_sweeping_day"),
        ("2027-05-02", "labour_day"),
        ("2027-06-09", "dragon_boat_festival"),
        ("2027-09-15", "mid_autumn_festival"),
        ("2027-10-03", "national_day"),
        ("2040-09-20", "mid_autumn_festival"),
    ],
)
def test_statutory_days_of_an_unannounced_year_are_off_provisionally(day: str, name: str) -> None:
    seen = CALENDAR.day(date.fromisoformat(day))
    assert (seen.kind, seen.name, seen.provisional) == (DayKind.HOLIDAY, name, True)


def test_an_unannounced_year_has_thirteen_statutory_days_and_no_guessed_makeup_days() -> None:
    kinds = [CALENDAR.kind(day) for day in days("2027-01-01", "2027-12-31")]
    assert kinds.count(DayKind.HOLIDAY) == 13
    assert DayKind.MAKEUP_WORKDAY not in kinds
    assert not CALENDAR.is_announced(2027)


def test_an_imported_year_makes_its_deadlines_firm() -> None:
    pack = YearTable(2027, {date(2027, 1, 1): "new_years_day"}, {date(2027, 1, 3): "new_years_day"}, "测试通知")
    calendar = CALENDAR.with_years([pack])
    assert calendar.is_announced(2027)
    assert calendar.add_working_days(date(2026, 12, 18), 10) == (date(2027, 1, 3), False)


def test_an_imported_year_replaces_the_one_brought_along() -> None:
    calendar = CALENDAR.with_years([YearTable(2026, {}, {}, "测试更正")])
    assert calendar.kind(date(2026, 10, 1)) is DayKind.WORKDAY


def test_a_pack_may_move_the_last_days_of_the_year_before() -> None:
    new_year = {date(2027, 1, 1): "new_years_day", date(2026, 12, 31): "new_years_day"}
    worked = {date(2026, 12, 27): "new_years_day", date(2026, 12, 30): "new_years_day"}
    calendar = CALENDAR.with_years([YearTable(2027, new_year, worked)])
    assert calendar.kind(date(2026, 12, 31)) is DayKind.HOLIDAY
    assert calendar.kind(date(2026, 12, 27)) is DayKind.MAKEUP_WORKDAY
    assert calendar.kind(date(2026, 12, 30)) is DayKind.WORKDAY


@given(st.dates())
def test_no_day_of_any_year_raises(day: date) -> None:
    for calendar in (CALENDAR, NOTHING_ANNOUNCED, HolidayCalendar((YearTable(day.year, {}, {}),))):
        seen = calendar.day(day)
        assert seen.provisional is not calendar.is_announced(day.year)
        assert seen.is_worked == calendar.is_working_day(day)


def test_counting_no_working_days_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="one upwards"):
        CALENDAR.add_working_days(date(2026, 11, 23), 0)
