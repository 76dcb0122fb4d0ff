"""The announced years the program brings along, taken from chinesecalendar, whose only importer this is."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import chinese_calendar

from desk_app.domain.calendar import HolidayCalendar, YearTable


def announced_years() -> tuple[YearTable, ...]:
    """A table per year the package knows (2004 to 2026 in 1.11), oldest first."""
    off, worked = _by_year(chinese_calendar.holidays), _by_year(chinese_calendar.workdays)
    basis = f"chinesecalendar {chinese_calendar.__version__}"
    return tuple(YearTable(year, off[year], worked.get(year, {}), basis) for year in off)


def shipped_calendar() -> HolidayCalendar:
    """A calendar over the years brought along; imported packs go on top with `with_years`."""
    return HolidayCalendar(announced_years())


def _by_year(days: dict[date, str]) -> dict[int, dict[date, str]]:
    return {year: {d: _CODES[days[d]] for d in group} for year, group in groupby(sorted(days), key=lambda d: d.year)}


_CODES = {holiday.value: holiday.name for holiday in chinese_calendar.Holiday}
"""The package names holidays in English words; the rest of the program wants codes (`spring_festival`)."""
