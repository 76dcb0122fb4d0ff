"""When a room is open: weekly hours, seasons, exceptions, holidays."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.announced_years import shipped_calendar
from desk_app.domain.bookings.hours import HoursException, OpeningHours, Season, WeeklyHours
from desk_app.domain.bookings.slots import ALL_DAY, DaySpan

from .sample import at

CALENDAR = shipped_calendar()
MORNING, AFTERNOON = DaySpan(time(8, 30), time(11, 30)), DaySpan(time(13), time(17))
EVENING = DaySpan(time(18), time.min)
WEEK = WeeklyHours.of([(frozenset(range(1, 6)), MORNING), (frozenset(range(1, 6)), AFTERNOON)])
SUMMER = Season(date(2026, 7, 1), date(2026, 8, 31), WeeklyHours.every_day(EVENING))
WINTER = Season(date(2026, 12, 1), date(2026, 2, 28), WeeklyHours.every_day(MORNING), yearly=True)
HOURS = OpeningHours(
    WEEK,
    seasons=(SUMMER, WINTER),
    exceptions=(HoursException(date(2026, 7, 7), (), "设备检修"), HoursException(date(2026, 3, 8), (AFTERNOON,))),
    on_holidays=(MORNING,),
    on_makeup_workdays=(AFTERNOON,),
)


@pytest.mark.parametrize(
    ("day", "spans"),
    [
        ("2026-03-02", (MORNING, AFTERNOON)),
        ("2026-03-07", ()),
        ("2026-03-08", (AFTERNOON,)),
        ("2026-07-06", (EVENING,)),
        ("2026-07-07", ()),
        ("2026-10-01", (MORNING,)),
        ("2026-10-10", (AFTERNOON,)),
        ("2026-12-05", (MORNING,)),
        ("2028-01-08", (MORNING,)),
        ("2028-09-02", ()),
    ],
)
def test_what_speaks_of_a_day_first_decides_its_hours(day: str, spans: tuple[DaySpan, ...]) -> None:
    assert HOURS.spans_on(date.fromisoformat(day), CALENDAR) == spans


def test_a_yearly_season_inside_one_year_does_not_wrap() -> None:
    spring = Season(date(2020, 3, 1), date(2020, 5, 31), WEEK, yearly=True)
    assert [spring.holds_on(date(2026, month, 15)) for month in (2, 3, 5, 6)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("start", "end", "open_then"),
    [
        ("08:30", "11:30", True),
        ("08:29", "10:00", False),
        ("11:00", "13:30", False),
        ("13:00", "17:00", True),
        ("16:00", "17:01", False),
        ("17:00", "18:00", False),
    ],
)
def test_a_use_fits_into_one_stretch_or_not_at_all(start: str, end: str, open_then: bool) -> None:
    assert HOURS.admit(at(start, end), CALENDAR) is open_then


def test_stretches_that_touch_are_one_over_midnight_too() -> None:
    night = OpeningHours(WeeklyHours.every_day(DaySpan(time(0), time(2)), DaySpan(time(2), time(3)), EVENING))
    late = at("18:00", "00:00")
    assert night.admit(late, CALENDAR)
    assert night.admit(type(late)(late.start, late.end.replace(hour=3)), CALENDAR)
    assert not night.admit(type(late)(late.start, late.end.replace(hour=4)), CALENDAR)


def test_the_last_minute_of_a_closed_day_is_closed() -> None:
    closed = OpeningHours(WeeklyHours.of([(frozenset({2}), ALL_DAY)]))
    assert not closed.admit(at("23:59", "00:00"), CALENDAR)


def test_a_season_ends_after_it_begins() -> None:
    with pytest.raises(DeskError, match=r"room\.season_ends_before_it_begins"):
        Season(date(2026, 3, 2), date(2026, 3, 1), WEEK)
