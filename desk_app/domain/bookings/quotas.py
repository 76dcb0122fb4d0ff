"""How much one party may book: so many uses or hours a day, week, month or year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desk_app.domain.bookings.slots import ALL_DAY, DAY, MINUTE, NOTHING, DaySpan, Slot


class Per(StrEnum):
    """The period a quota counts in, by the hub's calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Reach(StrEnum):
    """Where a quota counts: in the one room that has it, or over all rooms of the hub."""

    ROOM = "room"
    HUB = "hub"


class Counted(StrEnum):
    """What a quota counts."""

    USES = "uses"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Quota:
    """At most `most` uses, or minutes inside the period, per period and party.

    Only what lies on `weekdays` (ISO) between `between` counts. Weeks begin on `week_starts`, Monday unless set
    otherwise. A use over a period's edge counts in both, its hours in each where they fall.
    """

    per: Per
    most: int
    what: Counted = Counted.USES
    reach: Reach = Reach.ROOM
    week_starts: int = 1
    between: DaySpan = ALL_DAY
    weekdays: frozenset[int] = frozenset(range(1, 8))

    @property
    def counts_everything(self) -> bool:
        return self.between == ALL_DAY and len(self.weekdays) == 7

    def period_of(self, day: date) -> Slot:
        """The period `day` falls into."""
        if self.per is Per.DAY:
            return _days(day, 1)
        if self.per is Per.WEEK:
            return _days(day - DAY * ((day.isoweekday() - self.week_starts) % 7), 7)
        if self.per is Per.MONTH:
            first = day.replace(day=1)
            return _days(first, ((first + 31 * DAY).replace(day=1) - first).days)
        return _days(date(day.year, 1, 1), (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days)

    def periods_of(self, slot: Slot) -> Iterator[Slot]:
        """Every period `slot` touches, in order."""
        period = self.period_of(slot.day)
        while period.start < slot.end:
            yield period
            period = self.period_of(period.end.date())

    def used_by(self, slot: Slot, period: Slot) -> timedelta:
        """The time of `slot` that counts inside `period`."""
        shared = slot.common(period)
        if shared is None:
            return NOTHING
        if self.counts_everything:
            return shared.length
        counted = (shared.common(self.between.on(day)) for day in shared.days() if day.isoweekday() in self.weekdays)
        return sum((part.length for part in counted if part is not None), NOTHING)

    def used(self, slots: Iterable[Slot], period: Slot) -> int:
        """What `slots` use up in `period`: uses or whole minutes, as `most` counts."""
        times = [time_used for slot in slots if (time_used := self.used_by(slot, period))]
        return len(times) if self.what is Counted.USES else sum(times, NOTHING) // MINUTE


def _days(first: date, count: int) -> Slot:
    start = datetime.combine(first, time.min)
    return Slot(start, start + count * DAY)


def chain_length(slot: Slot, others: Iterable[Slot], gap: timedelta) -> int:
    """How many uses follow one another around `slot`, itself included, with at most `gap` between one and the next."""
    known = sorted(others)
    length, start, end = 1, slot.start, slot.end
    for other in known:
        if other.start >= slot.start and other.start - end <= gap:
            length, end = length + 1, max(end, other.end)
    for other in sorted(known, key=lambda item: item.end, reverse=True):
        if other.start < slot.start and start - other.end <= gap:
            length, start = length + 1, min(start, other.start)
    return length
