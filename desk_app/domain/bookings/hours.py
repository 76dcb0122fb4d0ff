"""When a room is open: several stretches a day per weekday, seasons, dated exceptions, holidays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.slots import ALL_DAY, DaySpan, Slot, merged
from desk_app.domain.calendar import DayKind, HolidayCalendar

Spans = tuple[DaySpan, ...]
EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """The stretches of each ISO weekday, Monday first; an empty tuple is a closed day."""

    week: tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]

    @classmethod
    def of(cls, rows: Iterable[tuple[frozenset[int], DaySpan]]) -> WeeklyHours:
        """From rows such as (weekdays 1 to 5, 8:30–11:30); rows of one weekday add up."""
        week: list[list[DaySpan]] = [[], [], [], [], [], [], []]
        for weekdays, span in rows:
            for weekday in weekdays:
                week[weekday - 1].append(span)
        mon, tue, wed, thu, fri, sat, sun = (tuple(sorted(spans)) for spans in week)
        return cls((mon, tue, wed, thu, fri, sat, sun))

    @classmethod
    def every_day(cls, *spans: DaySpan) -> WeeklyHours:
        return cls.of((EVERY_DAY, span) for span in spans)

    def on(self, day: date) -> Spans:
        return self.week[day.weekday()]


ROUND_THE_CLOCK = WeeklyHours.every_day(ALL_DAY)


@dataclass(frozen=True, slots=True)
class Season:
    """Other weekly hours from `first` to `last`, both included; `yearly` ones return and may wrap over New Year."""

    first: date
    last: date
    hours: WeeklyHours
    yearly: bool = False

    def __post_init__(self) -> None:
        if not self.yearly and self.last < self.first:
            raise DeskError("room.season_ends_before_it_begins", field="last")

    def holds_on(self, day: date) -> bool:
        if not self.yearly:
            return self.first <= day <= self.last
        first, last = (self.first.month, self.first.day), (self.last.month, self.last.day)
        here = (day.month, day.day)
        return first <= here <= last if first <= last else here >= first or here <= last


@dataclass(frozen=True, slots=True)
class HoursException:
    """Other hours on one dated day; no stretch at all is a closed day. `why` is shown to whoever asks."""

    day: date
    spans: Spans
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """All of a room's hours. What speaks of a day first decides: exception, holiday, make-up workday, season, week.

    A holiday changes the hours and does not close the hub: `on_holidays` None means hours as on any such weekday.
    """

    weekly: WeeklyHours = ROUND_THE_CLOCK
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[HoursException, ...] = ()
    on_holidays: Spans | None = None
    on_makeup_workdays: Spans | None = None

    def exception_on(self, day: date) -> HoursException | None:
        return next((exception for exception in self.exceptions if exception.day == day), None)

    def spans_on(self, day: date, calendar: HolidayCalendar) -> Spans:
        """The stretches the room is open on `day`."""
        if self.exceptions and (exception := self.exception_on(day)) is not None:
            return exception.spans
        if self.on_holidays is not None and calendar.kind(day) is DayKind.HOLIDAY:
            return self.on_holidays
        if self.on_makeup_workdays is not None and calendar.kind(day) is DayKind.MAKEUP_WORKDAY:
            return self.on_makeup_workdays
        season = next((season for season in self.seasons if season.holds_on(day)), None)
        return (season.hours if season is not None else self.weekly).on(day)

    def open_slots(self, within: Slot, calendar: HolidayCalendar) -> tuple[Slot, ...]:
        """The open time of every day `within` touches; touching stretches are one, over midnight too."""
        return merged(span.on(day) for day in within.days() for span in self.spans_on(day, calendar))

    def admit(self, slot: Slot, calendar: HolidayCalendar) -> bool:
        """Whether the room is open for the whole of `slot`; buffers need no opening hours, staff do the clearing."""
        if self == OPEN_ALWAYS:
            return True
        return any(open_slot.covers(slot) for open_slot in self.open_slots(slot, calendar))


OPEN_ALWAYS = OpeningHours()
