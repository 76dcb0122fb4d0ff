"""Stretches of time on the hub's wall clock: half-open, minute-exact, and the arithmetic all booking rules share.

Rooms follow the wall clock: a slot holds naive local date-times of Asia/Shanghai, which has no daylight saving, so
that a series at 14:00 stays at 14:00 and a day is a calendar day. Instants are converted at the edge, by the two
functions here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, groupby

from desk_app.core.clock import SHANGHAI, shanghai
from desk_app.core.errors import DeskError

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
NOTHING = timedelta()


def wall_clock(instant: datetime) -> datetime:
    """The naive local date-time of an aware instant, as slots hold it."""
    return shanghai(instant).replace(tzinfo=None)


def instant_of(local: datetime) -> datetime:
    """The UTC instant of a naive local date-time."""
    return local.replace(tzinfo=SHANGHAI).astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """From `start` up to but not including `end`, both naive local; sorts by start.

    Raises DeskError("booking.end_not_after_start", field="end"); ValueError for aware date-times, which are a bug.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("slots hold naive date-times of the hub's wall clock")
        if self.end <= self.start:
            raise DeskError("booking.end_not_after_start", field="end", start=self.start, end=self.end)

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    @property
    def day(self) -> date:
        """The calendar day it belongs to: that of its start."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last calendar day it touches; ending at midnight is ending on the day before."""
        return (self.end - timedelta.resolution).date()

    def days(self) -> tuple[date, ...]:
        """Every calendar day it touches."""
        first = self.start.toordinal()
        return tuple(map(date.fromordinal, range(first, self.last_day.toordinal() + 1)))

    def overlaps(self, other: Slot) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Slot) -> bool:
        return self.start <= other.start and other.end <= self.end

    def common(self, other: Slot) -> Slot | None:
        """What both share, None where they only touch or lie apart."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Slot(start, end) if start < end else None

    def widened(self, before: timedelta, after: timedelta) -> Slot:
        """The same with `before` put in front and `after` behind."""
        return Slot(self.start - before, self.end + after) if before or after else self

    def moved(self, by: timedelta) -> Slot:
        return Slot(self.start + by, self.end + by)

    def on(self, day: date) -> Slot:
        """The same times and length beginning on `day`."""
        return self.moved(day - self.start.date())


@dataclass(frozen=True, slots=True, order=True)
class DaySpan:
    """A stretch of a day by the clock, `closes` 00:00 standing for the end of the day (24:00).

    Raises DeskError("room.closes_before_opening", field="closes").
    """

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes != time.min and self.closes <= self.opens:
            raise DeskError("room.closes_before_opening", field="closes")

    def on(self, day: date) -> Slot:
        end_day = day + DAY if self.closes == time.min else day
        return Slot(datetime.combine(day, self.opens), datetime.combine(end_day, self.closes))


ALL_DAY = DaySpan(time.min, time.min)


def merged(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The same time as few slots: sorted, overlapping and touching ones joined."""
    joined: list[Slot] = []
    for slot in sorted(slots):
        if joined and slot.start <= joined[-1].end:
            joined[-1] = Slot(joined[-1].start, max(joined[-1].end, slot.end))
        else:
            joined.append(slot)
    return tuple(joined)


def peak(weighted: Sequence[tuple[Slot, int]], within: Slot) -> int:
    """The largest sum of weights at any one moment inside `within`: a sweep line over starts and ends.

    An end and a start at the same moment do not meet. Counting pairwise intersections instead says too much: two
    bookings that follow one another both meet a third, and yet never more than two are in the room.
    """
    steps: list[tuple[datetime, int]] = []
    for slot, weight in weighted:
        if slot.overlaps(within):
            steps.append((max(slot.start, within.start), weight))
            steps.append((min(slot.end, within.end), -weight))
    steps.sort(key=lambda step: step[0])
    at_each_moment = (sum(weight for _, weight in same) for _, same in groupby(steps, key=lambda step: step[0]))
    return max(accumulate(at_each_moment), default=0)
