"""Bookings as an iCalendar file: a rule where a series keeps to it, single dates elsewhere; nobody's name or number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from icalendar import Calendar, Event, vRecur

from desk_app.core.clock import SHANGHAI
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind
from desk_app.domain.bookings.recurrence import expand
from desk_app.domain.bookings.rrule_text import to_rrule
from desk_app.domain.bookings.series import Series
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.services.bookings.counter import Counter, House
from desk_app.storage import bookings, series
from desk_app.storage.transaction import Transaction

_PAST, _AHEAD = 31 * DAY, 400 * DAY
_STATUS = {BookingState.REQUESTED: "TENTATIVE", BookingState.PROVISIONAL: "TENTATIVE"}


def calendar_of(transaction: Transaction, counter: Counter, room_id: UUID | None) -> bytes:
    """The calendar of a room, or of the hub, from a month ago to a year ahead. DeskError("room.unknown")."""
    house, now = counter.house(transaction), counter.now()
    within = Slot(now.replace(second=0, microsecond=0) - _PAST, now.replace(second=0, microsecond=0) + _AHEAD)
    wanted = {house.plan.room(room_id).id} if room_id else set(house.plan.rooms)
    standing = [one for one in bookings.seen(transaction, within) if one.holds and one.room_id in wanted]
    file = Calendar()
    file.add("PRODID", "-//Linlihui Desk//rooms//ZH")
    file.add("VERSION", "2.0")
    file.add("X-WR-TIMEZONE", "Asia/Shanghai")
    for event in _events(transaction, house, standing):
        event.add("DTSTAMP", counter.office.clock.now())
        file.add_component(event)
    file.add_missing_timezones()
    return bytes(file.to_ical())


def _events(transaction: Transaction, house: House, standing: Sequence[Booking]) -> Iterator[Event]:
    of_series: defaultdict[tuple[UUID, UUID], list[Booking]] = defaultdict(list)
    for one in standing:
        if one.series_id is None:
            yield _event(house, one, str(one.id))
        else:
            # a date moved to another room stays in the room its series is in, as an exception
            of_series[one.series_id, one.room_id].append(one)
    for (series_id, room_id), seen in of_series.items():
        found = series.by_id(transaction, series_id)
        if found is None or room_id not in found.room_ids or not to_rrule(found.rule, found.first):
            yield from (_event(house, one, str(one.id)) for one in seen)
            continue
        own = [one for one in bookings.of_series(transaction, series_id) if one.holds and one.room_id == room_id]
        yield from _series_events(house, found, own)


def _series_events(house: House, found: Series, own: Sequence[Booking]) -> Iterator[Event]:
    """The rule with what does not take place taken out, and moved dates beside it."""
    dates = expand(found.rule, found.first, house.calendar).slots
    stands_for = {one.origin or one.slot: one for one in own}
    uid = f"{found.id}-{own[0].room_id}"
    pattern = _event(house, own[0], uid)
    for name in ("DTSTART", "DTEND"):
        del pattern[name]
    _add_time(pattern, found.first)
    pattern.add("RRULE", vRecur.from_ical(to_rrule(found.rule, found.first)))
    missing = [_local(slot.start) for slot in dates if slot not in stands_for]
    if missing:
        pattern.add("EXDATE", missing)
    yield pattern
    for origin, one in stands_for.items():
        if origin not in dates:
            yield _event(house, one, str(one.id))
        elif one.slot != origin:
            moved = _event(house, one, uid)
            moved.add("RECURRENCE-ID", _local(origin.start))
            yield moved


def _event(house: House, one: Booking, uid: str) -> Event:
    event = Event()
    event.add("UID", f"{uid}@linlihui")
    event.add("SUMMARY", _summary(one))
    event.add("LOCATION", house.plan.room(one.room_id).name)
    event.add("CATEGORIES", [one.purpose.value])
    event.add("STATUS", _STATUS.get(one.state, "CONFIRMED"))
    _add_time(event, one.slot)
    return event


def _add_time(event: Event, slot: Slot) -> None:
    event.add("DTSTART", _local(slot.start))
    event.add("DTEND", _local(slot.end))


def _summary(one: Booking) -> str:
    """What a group or unit does is public; a person's own booking says its purpose alone."""
    if one.responsible.kind is PartyKind.PERSON:
        return one.purpose.chinese
    return one.title or one.responsible.party_name


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=SHANGHAI)
