"""What holidays and make-up workdays do to the dates of a series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.domain.bookings.slots import DAY
from desk_app.domain.calendar import CalendarDay, DayKind, HolidayCalendar


@dataclass(frozen=True, slots=True)
class Observed:
    """The dates left and why others went: `dropped` holidays and worked weekends, `added` make-up workdays.

    `provisional`: at least one date lies in a year not announced yet.
    """

    days: tuple[date, ...]
    dropped: tuple[CalendarDay, ...] = ()
    added: tuple[CalendarDay, ...] = ()
    provisional: bool = False


def observe(
    days: Sequence[date],
    last: date,
    calendar: HolidayCalendar,
    *,
    skips_holidays: bool,
    follows_makeup: bool,
    every_workday: bool,
) -> Observed:
    """`days` after the yearly table has spoken.

    Skipping holidays drops days off. Following make-up workdays means that such a day is no weekend: a weekend's
    date is dropped on it, and a series of `every_workday` gains it up to `last`. A series on some weekdays gains
    nothing, because the notice does not say which weekday a worked Saturday stands for.
    """
    if not days or not (skips_holidays or follows_makeup):
        return Observed(tuple(days))
    seen = [calendar.day(day) for day in days]
    unwanted = set()
    if skips_holidays:
        unwanted.add(DayKind.HOLIDAY)
    if follows_makeup and not every_workday:
        unwanted.add(DayKind.MAKEUP_WORKDAY)
    added = _worked_weekends(days, last, calendar) if follows_makeup and every_workday else ()
    kept = [day.day for day in seen if day.kind not in unwanted]
    return Observed(
        days=tuple(sorted({*kept, *(day.day for day in added)})),
        dropped=tuple(day for day in seen if day.kind in unwanted),
        added=added,
        provisional=any(day.provisional for day in seen),
    )


def _worked_weekends(days: Sequence[date], last: date, calendar: HolidayCalendar) -> tuple[CalendarDay, ...]:
    known = frozenset(days)
    between = (days[0] + DAY * number for number in range((last - days[0]).days + 1))
    seen = (calendar.day(day) for day in between if day not in known)
    return tuple(day for day in seen if day.kind is DayKind.MAKEUP_WORKDAY)
