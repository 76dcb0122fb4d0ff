"""How a booking repeats, and the dates that makes. Dates come from dateutil's rrule alone; none is computed by hand.

The nine questions on which other systems disagree are answered in docs/decisions/0011-nine-questions-of-recurrence.md.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, rrule, rruleset, rrulestr, weekday

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.observance import observe
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.domain.calendar import NOTHING_ANNOUNCED, CalendarDay, HolidayCalendar

MOST_DATES = 366
"""A preview shows no more dates; a longer series is cut and cannot be saved."""

HORIZON_YEARS = 10
"""How far ahead dates are looked for: a rule that never matches ends here instead of in the year 9999."""

MOST_EVERY = 366
"""The longest step of a rule; beyond this dateutil would count day by day through centuries."""

LAST_DAY = -1
"""As `month_day`: the last day of each month, whatever its number."""


_ANY_DAY = datetime.combine(date(2026, 1, 1), time.min)


class Repeat(StrEnum):
    """The ways to repeat the desk offers, and the one only a calendar file or a technician brings."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY_DATE = "monthly_date"
    MONTHLY_WEEKDAY = "monthly_weekday"
    PICKED = "picked"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule as the dialog holds it, and as the reading-back takes it to be put into words.

    `every` counts days, weeks or months. `weekdays` are ISO numbers; none means that of the first date. `month_day`
    is 1 to 31 or LAST_DAY, `nth` 1 to 5 or counted from the end (-1 the last); None takes them from the first date,
    where a fifth weekday means the last. `count` and `until` end it, `until` with that whole day;
    a rule has at most one of them. `text` is an RFC 5545 rule for RULE. `skips_holidays` drops statutory days off,
    `follows_makeup` heeds the weekends worked instead (see `observance`). Raises DeskError("recurrence.<field>").
    """

    repeat: Repeat = Repeat.ONCE
    every: int = 1
    weekdays: frozenset[int] = frozenset()
    month_day: int | None = None
    nth: int | None = None
    picked: tuple[date, ...] = ()
    count: int | None = None
    until: date | None = None
    text: str = ""
    skips_holidays: bool = False
    follows_makeup: bool = False

    def __post_init__(self) -> None:
        for field, wrong in (
            ("every", not 1 <= self.every <= MOST_EVERY and self.repeat is not Repeat.ONCE),
            ("count", self.count is not None and self.count < 1),
            ("until", self.count is not None and self.until is not None),
            ("weekdays", not self.weekdays <= frozenset(range(1, 8))),
            ("month_day", self.month_day is not None and self.month_day not in (LAST_DAY, *range(1, 32))),
            ("nth", self.nth is not None and (self.nth == 0 or abs(self.nth) > 5)),
            ("dates", self.repeat is Repeat.PICKED and not self.picked),
        ):
            if wrong:
                raise DeskError(f"recurrence.{field}", field=field)
        if self.repeat is Repeat.RULE:
            _parsed(self.text, _ANY_DAY)

    @property
    def ends(self) -> bool:
        """Whether the rule ends by itself."""
        return self.repeat in (Repeat.ONCE, Repeat.PICKED) or self.count is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A rule with nothing left open, for the desk to say: "every other Tuesday 14–16 until June, except 调休"."""

    repeat: Repeat
    every: int
    weekdays: tuple[int, ...]
    month_day: int | None
    nth: int | None
    count: int | None
    until: date | None
    text: str
    skips_holidays: bool
    follows_makeup: bool
    slot: Slot


@dataclass(frozen=True, slots=True)
class Expansion:
    """The dates a rule makes, in order, each once.

    `moved_from` is the first date asked for where the rule does not contain it. `dropped` and `added` is what the
    holiday calendar did. `short_months` are the first days of months without the date asked for. `cut`: there would
    be more than the cap or beyond the horizon, or the rule never ends. `provisional`: a year is not announced, so
    holidays may still move.
    """

    slots: tuple[Slot, ...]
    moved_from: date | None = None
    dropped: tuple[CalendarDay, ...] = ()
    added: tuple[CalendarDay, ...] = ()
    short_months: tuple[date, ...] = ()
    cut: bool = False
    provisional: bool = False


def expand(
    rule: Recurrence, first: Slot, calendar: HolidayCalendar = NOTHING_ANNOUNCED, *, most: int = MOST_DATES
) -> Expansion:
    """The dates of `rule` from `first` on, each with the wall-clock times and length of `first`.

    A first date off the rule moves to the first matching one.
    """
    full = filled_in(rule, first.day)
    days = list(islice(_days(full, first), most + 1))
    cut = len(days) > most or _falls_short(full, len(days), first)
    del days[most:]
    observed = observe(
        days,
        full.until if full.until is not None and not cut else max(days, default=first.day),
        calendar,
        skips_holidays=full.skips_holidays,
        follows_makeup=full.follows_makeup,
        every_workday=_is_every_workday(full),
    )
    return Expansion(
        slots=tuple(first.on(day) for day in observed.days[:most]),
        moved_from=first.day if days and days[0] != first.day else None,
        dropped=observed.dropped,
        added=observed.added,
        short_months=_short_months(full, days, first),
        cut=cut or len(observed.days) > most,
        provisional=observed.provisional,
    )


def require_whole(expansion: Expansion) -> tuple[Slot, ...]:
    """The dates, where they may be saved.

    DeskError("recurrence.too_long", field="until", most=…) for a series cut short, DeskError("recurrence.no_dates").
    """
    if expansion.cut:
        raise DeskError("recurrence.too_long", field="until", most=MOST_DATES)
    if not expansion.slots:
        raise DeskError("recurrence.no_dates", field="until")
    return expansion.slots


def read_back(rule: Recurrence, first: Slot) -> ReadBack:
    """`rule` with what it takes from its first date filled in."""
    full = filled_in(rule, first.day)
    return ReadBack(
        repeat=full.repeat,
        every=full.every,
        weekdays=tuple(sorted(full.weekdays)),
        month_day=full.month_day,
        nth=full.nth,
        count=full.count,
        until=full.until if full.repeat is not Repeat.PICKED else max(full.picked),
        text=full.text,
        skips_holidays=full.skips_holidays,
        follows_makeup=full.follows_makeup,
        slot=first,
    )


def filled_in(rule: Recurrence, first: date) -> Recurrence:
    """`rule` with weekday, day of the month or place in the month taken from `first` where it leaves them open."""
    weekdays, month_day, nth = rule.weekdays, rule.month_day, rule.nth
    if rule.repeat in (Repeat.WEEKLY, Repeat.MONTHLY_WEEKDAY) and not weekdays:
        weekdays = frozenset({first.isoweekday()})
    if rule.repeat is Repeat.MONTHLY_DATE and month_day is None:
        month_day = first.day
    if rule.repeat is Repeat.MONTHLY_WEEKDAY and nth is None:
        nth = math.ceil(first.day / 7)
        nth = -1 if nth == 5 else nth
    return replace(rule, weekdays=weekdays, month_day=month_day, nth=nth)


def last_day_until(until: datetime, at: time) -> date:
    """The last whole day of a rule that ends at an exact moment: that day where its start at `at` still counts."""
    return until.date() if at <= until.time() else until.date() - DAY


def _days(full: Recurrence, first: Slot) -> Iterator[date]:
    start = datetime.combine(first.day, time.min)
    last = datetime.combine(min(full.until or date.max, _horizon(first)), time.max)
    if full.repeat is Repeat.PICKED:
        occurrences: Iterator[datetime] = iter(_picked(full))
    elif full.repeat is Repeat.ONCE:
        occurrences = iter(rrule(DAILY, dtstart=start, count=1))
    else:
        occurrences = iter(_parsed(full.text, start).replace(until=last) if full.text else _rrule(full, start, last))
    # COUNT is counted here: dateutil rightly warns of a rule with both COUNT and UNTIL, and UNTIL bounds the search
    return (moment.date() for moment in islice(occurrences, full.count) if moment <= last)


def _horizon(first: Slot) -> date:
    return date(min(first.start.year + HORIZON_YEARS, date.max.year), 12, 31)


def _falls_short(full: Recurrence, found: int, first: Slot) -> bool:
    """Whether dates that the rule asks for lie beyond the horizon, or it has no end at all."""
    if full.count is not None:
        return found < full.count
    last = max(full.picked, default=full.until)
    return not full.ends or (last is not None and last > _horizon(first))


def _rrule(full: Recurrence, start: datetime, last: datetime) -> rrule:
    """Weeks begin on Monday, set here because dateutil would else take the interpreter's global calendar setting."""
    by_day = [weekday(number - 1) for number in sorted(full.weekdays)]
    if full.repeat is Repeat.DAILY:
        return rrule(DAILY, dtstart=start, interval=full.every, until=last, wkst=MO)
    if full.repeat is Repeat.WEEKLY:
        return rrule(WEEKLY, dtstart=start, interval=full.every, until=last, wkst=MO, byweekday=by_day)
    if full.repeat is Repeat.MONTHLY_DATE:
        return rrule(MONTHLY, dtstart=start, interval=full.every, until=last, wkst=MO, bymonthday=full.month_day)
    return rrule(
        MONTHLY,
        dtstart=start,
        interval=full.every,
        until=last,
        wkst=MO,
        byweekday=[day(full.nth or -1) for day in by_day],
    )


def _picked(full: Recurrence) -> rruleset:
    dates = rruleset()
    for day in set(full.picked):
        dates.rdate(datetime.combine(day, time.min))
    return dates


def _parsed(text: str, start: datetime) -> rrule:
    try:
        rule = rrulestr(text, dtstart=start)
    except (ValueError, TypeError) as error:
        raise DeskError("recurrence.text", field="rrule", part=text) from error
    if isinstance(rule, rrule):
        return rule
    raise DeskError("recurrence.text", field="rrule", part=text)  # several rules or dates in one text


def _short_months(full: Recurrence, days: list[date], first: Slot) -> tuple[date, ...]:
    """First days of the months between the first date and the last that are too short, as the 31st skips April."""
    day = full.month_day
    if full.repeat is not Repeat.MONTHLY_DATE or day is None or not days:
        return ()
    begin = datetime.combine(first.day.replace(day=1), time.min)
    end = datetime.combine(full.until or days[-1], time.max)
    months = islice(rrule(MONTHLY, dtstart=begin, interval=full.every, until=end, wkst=MO), MOST_DATES)
    return tuple(month.date() for month in months if monthrange(month.year, month.month)[1] < day)


def _is_every_workday(full: Recurrence) -> bool:
    if full.every != 1:
        return False
    return full.repeat is Repeat.DAILY or (full.repeat is Repeat.WEEKLY and full.weekdays >= _WORKDAYS)


_WORKDAYS = frozenset(range(1, 6))
