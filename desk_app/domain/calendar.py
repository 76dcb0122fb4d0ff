"""Working days and holidays: what a day is, from year tables the State Council announced or a careful guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType

_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What a day is to the working-day clock and to opening hours."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """Off by the yearly notice: the statutory day itself or a weekday moved to it."""
    MAKEUP_WORKDAY = "makeup_workday"
    """A Saturday or Sunday worked instead (调休上班)."""


WORKED = frozenset({DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY})


@dataclass(frozen=True, slots=True)
class YearTable:
    """One announced year, as a value: an importable pack (日期、休/班、名称、依据).

    `off` and `worked` map days to the name of the holiday they belong to. A pack may speak of the last days of the
    year before, which the notice for a New Year sometimes moves (2018-12-29 did); it then overrides that year's own.
    `basis` names the notice.
    """

    year: int
    off: Mapping[date, str]
    worked: Mapping[date, str]
    basis: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day as the calendar knows it. `provisional`: no notice yet, reckoned by custom (未公布，暂按常规推算)."""

    day: date
    kind: DayKind
    name: str = ""
    provisional: bool = False

    @property
    def is_worked(self) -> bool:
        return self.kind in WORKED


# First day of the first and fifteenth of the eighth lunar month and so on, for years no notice speaks of yet.
# Computed with lunar-python 1.4.8; statutory days as of the decree of 2024 (in force since 2025).
_SPRING_FESTIVAL = "0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212"
_TOMB_SWEEPING = "0405 0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405 0404"
_DRAGON_BOAT = "0609 0528 0616 0605 0624 0612 0601 0620 0610 0530 0618 0607 0527 0614"
_MID_AUTUMN = "0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 1002 0920"
_FIRST_RECKONED = 2027


@cache
def _statutory_days(year: int) -> dict[date, str]:
    """The thirteen days of the decree; from 2041 on only the six with fixed dates are known here."""
    days = {date(year, 1, 1): "new_years_day", date(year, 5, 1): "labour_day", date(year, 5, 2): "labour_day"}
    days |= {date(year, 10, number): "national_day" for number in (1, 2, 3)}
    at = (year - _FIRST_RECKONED) * 5
    if 0 <= at < len(_SPRING_FESTIVAL):
        festival = _month_day(year, _SPRING_FESTIVAL[at : at + 4])
        days |= {festival + _DAY * number: "spring_festival" for number in (-1, 0, 1, 2)}
        days[_month_day(year, _TOMB_SWEEPING[at : at + 4])] = "tomb_sweeping_day"
        days[_month_day(year, _DRAGON_BOAT[at : at + 4])] = "dragon_boat_festival"
        days[_month_day(year, _MID_AUTUMN[at : at + 4])] = "mid_autumn_festival"
    return days


def _month_day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """Answers for every day, and never raises: days of unannounced years are answered provisionally.

    Later tables of the same year replace earlier ones, so an imported pack overrules what the program brought.
    """

    tables: tuple[YearTable, ...] = ()
    _years: Mapping[int, YearTable] = field(init=False, repr=False, compare=False)
    _early: Mapping[date, CalendarDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        years = {table.year: table for table in self.tables}
        early: dict[date, CalendarDay] = {}
        for table in years.values():
            early |= {d: CalendarDay(d, DayKind.HOLIDAY, n) for d, n in table.off.items() if d.year < table.year}
            early |= {d: _worked(d, n) for d, n in table.worked.items() if d.year < table.year}
        object.__setattr__(self, "_years", MappingProxyType(years))
        object.__setattr__(self, "_early", MappingProxyType(early))

    def with_years(self, tables: Iterable[YearTable]) -> HolidayCalendar:
        """The same calendar after importing `tables`; open deadlines want reckoning anew."""
        return HolidayCalendar((*self.tables, *tables))

    def is_announced(self, year: int) -> bool:
        return year in self._years

    def day(self, day: date) -> CalendarDay:
        """What `day` is, by notice or provisionally."""
        moved = self._early.get(day)
        if moved is not None:
            return moved
        table = self._years.get(day.year)
        if table is None:
            return _reckoned(day)
        if (name := table.off.get(day)) is not None:
            return CalendarDay(day, DayKind.HOLIDAY, name)
        if (name := table.worked.get(day)) is not None:
            return _worked(day, name)
        return CalendarDay(day, DayKind.WEEKEND if day.isoweekday() > 5 else DayKind.WORKDAY)

    def kind(self, day: date) -> DayKind:
        return self.day(day).kind

    def is_working_day(self, day: date) -> bool:
        return self.day(day).is_worked

    def add_working_days(self, start: date, count: int) -> tuple[date, bool]:
        """The day `count` (1 or more) working days after `start`, which itself does not count; whether provisional.

        Provisional as soon as one day on the way is: the notice may still move the result.
        """
        if count < 1:
            raise ValueError("count working days from one upwards")
        day, provisional = start, False
        while count:
            day += _DAY
            seen = self.day(day)
            provisional |= seen.provisional
            count -= seen.is_worked
        return day, provisional


NOTHING_ANNOUNCED = HolidayCalendar()
"""Knows no notice at all: weekends and statutory days, every answer provisional."""


def _worked(day: date, name: str) -> CalendarDay:
    return CalendarDay(day, DayKind.MAKEUP_WORKDAY if day.isoweekday() > 5 else DayKind.WORKDAY, name)


def _reckoned(day: date) -> CalendarDay:
    """Weekends and the statutory days; no moved days are guessed, they are what nobody can know before the notice."""
    name = _statutory_days(day.year).get(day)
    if name is not None:
        return CalendarDay(day, DayKind.HOLIDAY, name, provisional=True)
    return CalendarDay(day, DayKind.WEEKEND if day.isoweekday() > 5 else DayKind.WORKDAY, provisional=True)
