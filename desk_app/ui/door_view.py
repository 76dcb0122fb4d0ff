"""What the screen at a room's door shows at a moment: pure, from bookings and hours to a few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from desk_app.domain.bookings.booking import PROMISED, Booking, BookingState, PartyKind
from desk_app.domain.bookings.rooms import Closure, Room
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.calendar import HolidayCalendar


class DoorState(StrEnum):
    """How the room stands."""

    FREE = "free"
    IN_USE = "in_use"
    EXPECTED = "expected"
    """Booked for now, and nobody has checked in yet."""
    TIDYING = "tidying"
    """Between two uses: set up or cleared."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class DoorUse:
    """One booking as a door may show it: title and group, nobody's name."""

    slot: Slot
    title: str
    who: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class DoorView:
    """The whole screen. `until` is when the state changes by the plan, None for not today."""

    room: str
    floor: str
    state: DoorState
    now: datetime
    current: DoorUse | None = None
    until: datetime | None = None
    why: str = ""
    coming: tuple[DoorUse, ...] = ()


def day_of(now: datetime) -> Slot:
    """The calendar day of a hub wall-clock moment."""
    start = datetime.combine(now.date(), time.min)
    return Slot(start, start + timedelta(days=1))


def door_view(
    room: Room,
    bookings: Iterable[Booking],
    closures: Iterable[Closure],
    calendar: HolidayCalendar,
    now: datetime,
    *,
    most: int = 3,
) -> DoorView:
    """The view at `now` (hub wall clock). `bookings` are the day's, of the room and of what shares its floor."""
    day = day_of(now)
    ahead = sorted(
        (booking for booking in bookings if booking.state in PROMISED and booking.slot.overlaps(day)),
        key=lambda booking: booking.slot,
    )
    running = next((booking for booking in ahead if booking.slot.start <= now < booking.slot.end), None)
    coming = tuple(use_of(booking) for booking in ahead if booking.slot.start > now)[:most]
    closed = next((each for each in closures if each.slot.start <= now < each.slot.end), None)
    base = DoorView(room.name, room.floor, DoorState.FREE, now, coming=coming)
    if running is not None:
        state = DoorState.IN_USE if running.state is BookingState.IN_USE else DoorState.EXPECTED
        return _at(base, state, running.slot.end, use_of(running))
    if closed is not None:
        return _at(base, DoorState.CLOSED, closed.slot.end, why=closed.why)
    held = next((booking for booking in ahead if booking.held.start <= now < booking.held.end), None)
    if held is not None:
        return _at(base, DoorState.TIDYING, held.slot.start if now < held.slot.start else held.held.end)
    open_now = next((slot for slot in room.hours.open_slots(day, calendar) if slot.start <= now < slot.end), None)
    if open_now is None:
        later = [slot.start for slot in room.hours.open_slots(day, calendar) if slot.start > now]
        return _at(base, DoorState.CLOSED, later[0] if later else None, why=_why(room, now))
    return _at(base, DoorState.FREE, coming[0].slot.start if coming else None)


def use_of(booking: Booking) -> DoorUse:
    """A booking without anybody's name."""
    who = booking.responsible.party_name if booking.responsible.kind is not PartyKind.PERSON else ""
    title = booking.title or booking.purpose.chinese
    return DoorUse(booking.slot, title, who, booking.state is BookingState.PROVISIONAL)


def _why(room: Room, now: datetime) -> str:
    exception = room.hours.exception_on(now.date())
    return exception.why if exception else ""


def _at(
    base: DoorView, state: DoorState, until: datetime | None, current: DoorUse | None = None, why: str = ""
) -> DoorView:
    return DoorView(base.room, base.floor, state, base.now, current, until, why, base.coming)
