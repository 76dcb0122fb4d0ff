"""What the settings say to a request: the past, notice, length, opening hours, purpose, head-count, quotas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import takewhile
from uuid import UUID

from desk_app.domain.bookings.facts import Facts, Lane
from desk_app.domain.bookings.quotas import Quota, Reach, chain_length
from desk_app.domain.bookings.reasons import (
    InThePast,
    NobodyComes,
    NotAnAdult,
    OutOfService,
    OutsideHours,
    OverMidnight,
    OverQuota,
    Reason,
    TooFarAhead,
    TooLong,
    TooManyHeads,
    TooManyInARow,
    TooShort,
    TooSoon,
    WrongPurpose,
)
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import Notice, Room
from desk_app.domain.bookings.slots import DAY, NOTHING, Slot


def of_the_request(request: Request) -> Iterator[Reason]:
    """What is wrong whatever the room and date."""
    if not request.responsible.adult:
        yield NotAnAdult()
    if request.head_count < 1:
        yield NobodyComes()


def of_the_room(request: Request, room: Room) -> Iterator[Reason]:
    """What is wrong with this room whatever the date."""
    if not room.in_service:
        yield OutOfService(room.id)
    if room.purposes and request.purpose not in room.purposes:
        yield WrongPurpose(room.id, request.purpose)
    if 0 < room.capacity < request.head_count:
        yield TooManyHeads(room.id, room.capacity, request.head_count)


def of_the_date(slot: Slot, was: Slot | None, room: Room, facts: Facts, now: datetime) -> Iterator[Reason]:
    """What this room's settings say to this date."""
    yield from _notice(slot, was, room, now)
    length = room.rules.length
    if slot.length < length.shortest:
        yield TooShort(room.id, length.shortest)
    if length.longest is not None and slot.length > length.longest:
        yield TooLong(room.id, length.longest)
    if not room.rules.overnight and slot.last_day != slot.day:
        yield OverMidnight(room.id)
    if not room.hours.admit(slot, facts.calendar):
        exception = room.hours.exception_on(slot.day)
        open_then = room.hours.open_slots(slot, facts.calendar)
        yield OutsideHours(room.id, open_then, exception.why if exception else "")


def past(slot: Slot, was: Slot | None, facts: Facts, now: datetime) -> Iterator[Reason]:
    """The past cannot be booked. A booking that runs may keep its start while its end changes."""
    if slot.end <= now or (slot.start < now - facts.house.late_entry and (was is None or was.start != slot.start)):
        yield InThePast(slot.start)


def _notice(slot: Slot, was: Slot | None, room: Room, now: datetime) -> Iterator[Reason]:
    """An edit must keep the notice with the old start as with the new one.

    Free of it are shortening and whatever has begun: people in the room may stay on.
    """
    if was is not None and (was.covers(slot) or was.start <= now):
        return
    notice = room.rules.notice
    if notice.at_least > NOTHING:
        start = slot.start if was is None else min(slot.start, was.start)
        if start - now < notice.at_least:
            yield TooSoon(room.id, now + notice.at_least)
    latest = latest_start(notice, now)
    if latest is not None and slot.start > latest:
        yield TooFarAhead(room.id, latest)


def latest_start(notice: Notice, now: datetime) -> datetime | None:
    """The last moment a booking may start at that is made now, None without limit."""
    if notice.at_most is None:
        return None
    if notice.at_most % DAY:
        return now + notice.at_most
    return datetime.combine(now.date() + notice.at_most, time.max)


def quotas(request: Request, slot: Slot, room: Room, own: Lane, accepted: Sequence[Slot]) -> Iterator[Reason]:
    """What the party has already, with the dates of this request that were found free before this one."""
    for quota in room.rules.quotas:
        for period in quota.periods_of(slot):
            if not quota.used_by(slot, period):
                continue
            used = quota.used(_counted(request, slot, room.id, quota, own, accepted, period), period)
            if used > quota.most:
                yield OverQuota(room.id, quota, period, used)
                break


def _counted(
    request: Request, slot: Slot, room_id: UUID, quota: Quota, own: Lane, accepted: Sequence[Slot], period: Slot
) -> Iterator[Slot]:
    everywhere = quota.reach is Reach.HUB
    for used, booking in own.meeting(period):
        if (everywhere or booking.room_id == room_id) and booking.id not in request.replaces:
            yield used
    for _ in request.room_ids if everywhere else (room_id,):
        yield slot
        yield from _since(accepted, period.start)


def _since(accepted: Sequence[Slot], start: datetime) -> Iterator[Slot]:
    """The accepted dates that end after `start`; they are in order, and a year of them is not walked for a week."""
    return takewhile(lambda slot: slot.end > start, reversed(accepted))


def in_a_row(request: Request, slot: Slot, room: Room, own: Lane, accepted: Sequence[Slot]) -> Iterator[Reason]:
    """Uses by one party that follow one another in this room."""
    most = room.rules.most_in_a_row
    if most is None:
        return
    gap = room.rules.row_gap
    near = slot.widened(DAY, DAY)
    others = [used for used, b in own.meeting(near) if b.room_id == room.id and b.id not in request.replaces] + [
        *_since(accepted, near.start)
    ]
    uses = chain_length(slot, others, gap)
    if uses > most:
        yield TooManyInARow(room.id, most, uses)
