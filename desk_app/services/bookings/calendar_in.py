"""Calendar files read as wishes: every event becomes one, or says in a code why it cannot.

The library's values are taken as they come (`Any`): a property may be of thirty types, and odd files hold all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from uuid import UUID

from icalendar import Calendar, Event

from desk_app.core.clock import SHANGHAI
from desk_app.core.errors import DeskError
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand, require_whole
from desk_app.domain.bookings.rrule_text import from_rrule
from desk_app.domain.bookings.slots import Slot, wall_clock
from desk_app.services.bookings.api import Imported, Wanted

LARGEST = 5 << 20
"""Bytes. A year of a busy hub is a tenth of it."""
MOST_EVENTS = 2_000
_MOST_PARTS = 20_000
_SUMMARY = 60
_UNTIL = re.compile(r"UNTIL=[^;]+")


def wishes_in(content: bytes, wanted: Wanted, rooms: Mapping[str, UUID], now: datetime) -> tuple[Imported, ...]:
    """Every event of a file, in its order. `rooms` by name; `now` on the wall clock.

    Times of other zones are converted date by date, so that a series that keeps to the clock of a zone with daylight
    saving becomes two. Dates past are left out. DeskError calendar.too_large (limit=), calendar.not_a_calendar,
    calendar.too_many (limit=), calendar.empty.
    """
    events = _events(content)
    replaced: defaultdict[str, set[datetime]] = defaultdict(set)
    for event in events:
        if "RECURRENCE-ID" in event:
            replaced[str(event.get("UID"))] |= {_moment(event["RECURRENCE-ID"].dt)}
    return tuple(one for event in events for one in _wishes_of(event, wanted, rooms, now, replaced))


def _events(content: bytes) -> list[Any]:
    if len(content) > LARGEST:
        raise DeskError("calendar.too_large", field="file", limit=LARGEST >> 20)
    # Counted before reading: the library takes its time over each.
    if content.count(b"BEGIN:VEVENT") > MOST_EVENTS or content.count(b"BEGIN:") > _MOST_PARTS:
        raise DeskError("calendar.too_many", field="file", limit=MOST_EVENTS)
    if content.count(b"BEGIN:VCALENDAR") != content.count(b"END:VCALENDAR") or b"BEGIN:VCALENDAR" not in content:
        raise DeskError("calendar.not_a_calendar", field="file")  # torn: the library would say it is empty
    try:
        # several calendars may follow one another in a file
        events = [event for file in Calendar.from_ical(content, multiple=True) for event in _walked(file)]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise DeskError("calendar.not_a_calendar", field="file") from error
    if not events:
        raise DeskError("calendar.empty", field="file")
    return events


def _walked(file: Any) -> Iterator[Any]:
    for event in file.walk("VEVENT"):
        if isinstance(event, Event):
            yield event


def _wishes_of(
    event: Any, wanted: Wanted, rooms: Mapping[str, UUID], now: datetime, replaced: Mapping[str, set[datetime]]
) -> Iterator[Imported]:
    summary = " ".join(str(event.get("SUMMARY", "")).split())[:_SUMMARY]
    try:
        span = _span(event)
        gone = replaced[str(event.get("UID"))] if "RECURRENCE-ID" not in event and "RRULE" in event else set()
        own = replace(wanted, title=summary, room_ids=_rooms_of(event, wanted, rooms), rule=Recurrence())
        groups = _dates(event, span, gone, now)
        for first, rule in groups:
            yield Imported(summary, replace(own, first=first, rule=rule))
    except DeskError as refusal:
        yield Imported(summary, None, refusal.code, refusal.params)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        # the library hands odd values through and stumbles over them only when asked
        yield Imported(summary, None, "calendar.odd_event")


@dataclass(frozen=True, slots=True)
class _Span:
    """When an event first takes place, on the clock of its own zone."""

    local: Slot
    zone: tzinfo

    def here(self, slot: Slot) -> Slot:
        """A slot of that clock on the hub's."""
        start, end = (wall_clock(moment.replace(tzinfo=self.zone)) for moment in (slot.start, slot.end))
        return Slot(start, end)


def _span(event: Any) -> _Span:
    """DeskError calendar.cancelled, calendar.no_time, calendar.all_day, calendar.no_end, booking.not_whole_minutes."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        raise DeskError("calendar.cancelled")
    start = event["DTSTART"].dt if "DTSTART" in event else None
    if start is None:
        raise DeskError("calendar.no_time")
    if not isinstance(start, datetime):
        raise DeskError("calendar.all_day", day=start.isoformat() if isinstance(start, date) else "")
    zone = start.tzinfo or SHANGHAI
    end = _end(event, start)
    if any(moment.second or moment.microsecond for moment in (start, end)):
        raise DeskError("booking.not_whole_minutes", field="start")
    # The length is that of real time; on the clock of the event's zone it is counted from the start.
    local = start.replace(tzinfo=None)
    return _Span(Slot(local, local + (end - start)), zone)


def _end(event: Any, start: datetime) -> datetime:
    if "DTEND" in event:
        end = event["DTEND"].dt
        if not isinstance(end, datetime):
            raise DeskError("calendar.all_day", day=start.date().isoformat())
        return end.replace(tzinfo=start.tzinfo) if end.tzinfo is None else end.astimezone(start.tzinfo or SHANGHAI)
    if "DURATION" in event:
        length = event["DURATION"].dt
        if isinstance(length, timedelta):
            return start + length
    raise DeskError("calendar.no_end")


def _rooms_of(event: Any, wanted: Wanted, rooms: Mapping[str, UUID]) -> tuple[UUID, ...]:
    """The room LOCATION names, whole or as a part of a longer address; the longest name that fits."""
    place = str(event.get("LOCATION", ""))
    named = [name for name in rooms if name in place]
    return (rooms[max(named, key=len)],) if named else wanted.room_ids


def _dates(event: Any, span: _Span, gone: set[datetime], now: datetime) -> list[tuple[Slot, Recurrence]]:
    """First slot and rule of each wish an event makes: one, but where a zone's daylight saving changes the hour."""
    here = span.here(span.local)
    if not {"RRULE", "RDATE", "EXDATE"} & set(event):
        if here.end <= now:
            raise DeskError("calendar.over")
        return [(here, Recurrence())]
    rule = _rule(event, span)
    slots = require_whole(expand(rule, span.local))
    extra = [Slot(moment, moment + span.local.length) for moment in _moments(event, "RDATE", span)]
    without = {*_moments(event, "EXDATE", span), *(_in_zone(moment, span) for moment in gone)}
    whole = [span.here(slot) for slot in sorted({*slots, *extra}) if slot.start not in without]
    ahead = [slot for slot in whole if slot.start >= now]
    if not ahead:
        raise DeskError("calendar.over")
    if span.zone == SHANGHAI and ahead == list(slots):
        return [(here, rule)]
    return [_picked(group) for group in _by_hour(ahead)]


def _rule(event: Any, span: _Span) -> Recurrence:
    """DeskErrors recurrence.text, recurrence.within_a_day; calendar.odd_event for several rules in one event."""
    found = event.get("RRULE")
    if found is None:
        return Recurrence()
    if isinstance(found, list):
        raise DeskError("calendar.odd_event")
    text = found.to_ical().decode()
    until = found.get("UNTIL")
    if until and isinstance(until[0], datetime) and until[0].tzinfo is not None:
        # written in UTC, meant on the clock of the event's zone
        text = _UNTIL.sub(f"UNTIL={until[0].astimezone(span.zone):%Y%m%dT%H%M%S}", text)
    return from_rrule(text, span.local)


def _moments(event: Any, name: str, span: _Span) -> Iterator[datetime]:
    """The dates of RDATE or EXDATE on the clock of the event's zone."""
    found = event.get(name, [])
    for row in found if isinstance(found, list) else [found]:
        for one in row.dts:
            moment = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            yield _in_zone(_moment(moment, span.local.start.time()), span)


def _moment(value: object, at: time = time.min) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, at)
    raise DeskError("calendar.odd_event")


def _in_zone(moment: datetime, span: _Span) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(span.zone).replace(tzinfo=None)


def _by_hour(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    groups: defaultdict[tuple[time, timedelta], list[Slot]] = defaultdict(list)
    for slot in slots:
        groups[slot.start.time(), slot.length].append(slot)
    yield from groups.values()


def _picked(slots: list[Slot]) -> tuple[Slot, Recurrence]:
    if len(slots) == 1:
        return slots[0], Recurrence()
    return slots[0], Recurrence(Repeat.PICKED, picked=tuple(slot.day for slot in slots))
