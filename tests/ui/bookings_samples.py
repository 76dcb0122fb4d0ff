"""A day of bars by hand, for tests of the timeline that need no desk."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from desk_app.domain.bookings.booking import BookingState
from desk_app.domain.bookings.rooms import LivingRoomUse
from desk_app.domain.bookings.slots import DaySpan, Slot
from desk_app.ui.pages.bookings.sheet import Bar, DaySheet, Row, Strip

MONDAY = date(2026, 11, 23)


def an_id(name: str) -> UUID:
    """The same name, the same id."""
    return uuid5(NAMESPACE_OID, name)


def at(start: str, end: str, day: date = MONDAY) -> Slot:
    return DaySpan(time.fromisoformat(start), time.fromisoformat(end)).on(day)


def bar(
    name: str, room: str, slot: Slot, state: BookingState = BookingState.CONFIRMED, buffer: timedelta = timedelta()
) -> Bar:
    said = state.value
    return Bar(
        an_id(name), an_id(room), slot, slot.widened(buffer, buffer), LivingRoomUse.ARTS_EXCHANGE, state, name, "", said
    )


ROOMS = (
    Row((Strip(an_id("A"), "A"),)),
    Row((Strip(an_id("B"), "B"),), closed=(at("08:00", "09:00"),)),
    Row((Strip(an_id("Hall"), "Hall"), Strip(an_id("East"), "East", 0, 0.5), Strip(an_id("West"), "West", 0.5, 1))),
)


def day(*bars: Bar, now: datetime | None = None) -> DaySheet:
    """Two rooms and a divisible hall, from eight to eight."""
    return DaySheet(at("08:00", "20:00"), ROOMS, bars, now)
