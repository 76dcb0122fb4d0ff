"""A hub with rooms to try bookings at: wishes written briefly, plainly fictitious people, times by the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from desk_app.domain.bookings.booking import Booking, PartyKind, Responsible
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.rooms import LivingRoomUse, Room, RoomRules
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.people import NewPerson
from desk_app.services.bookings import Booked, Wanted
from tests.services.desks import MONDAY_NINE, Hub

TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
WEEK = timedelta(days=7)


def at(start: str, end: str, day: date = TOMORROW) -> Slot:
    """A slot by the clock, tomorrow unless told otherwise."""
    return Slot(*(datetime.combine(day, time.fromisoformat(text)) for text in (start, end)))


def room(hub: Hub, name: str = "议事厅") -> Room:
    return next(one for one in hub.desk.rooms.list() if one.name == name)


def set_rules(hub: Hub, name: str = "议事厅", **rules: object) -> Room:
    """The same room with other rules."""
    old = room(hub, name)
    changed: RoomRules = replace(old.rules, **rules)  # type: ignore[arg-type]  # fields by name
    return hub.desk.rooms.save(replace(old, rules=changed))


def choir(hub: Hub, name: str = "测试合唱队", phone: str = "13800005678") -> Responsible:
    """Somebody who answers for a group."""
    group = hub.desk.rooms.party(PartyKind.GROUP, name)
    return hub.desk.bookings.newcomer(NewPerson(f"{name}队长", phone=phone), group)


def weekly(count: int) -> Recurrence:
    return Recurrence(Repeat.WEEKLY, count=count)


def wish(hub: Hub, slot: Slot | None = None, name: str = "议事厅", **more: object) -> Wanted:
    """Tomorrow from 14 to 16 in the council room, unless told otherwise."""
    who = more.pop("responsible", None) or choir(hub)
    plain = Wanted((room(hub, name).id,), slot or at("14:00", "16:00"), who, LivingRoomUse.ARTS_EXCHANGE)  # type: ignore[arg-type]
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def book(hub: Hub, slot: Slot | None = None, name: str = "议事厅", **more: object) -> Booking:
    """One date booked."""
    return book_all(hub, slot, name, **more).bookings[0]


def book_all(hub: Hub, slot: Slot | None = None, name: str = "议事厅", **more: object) -> Booked:
    return hub.desk.bookings.book(wish(hub, slot, name, **more))


def go_to(hub: Hub, moment: datetime) -> None:
    """Let time pass until the wall clock shows `moment`."""
    hub.clock.go(seconds=(moment - clock_of(hub)).total_seconds())


def clock_of(hub: Hub) -> datetime:
    """The hub's wall clock."""
    return datetime.combine(TODAY, time(9)) + (hub.clock.at - MONDAY_NINE)


def state_of(hub: Hub, booking_id: UUID) -> str:
    return hub.desk.bookings.booking(booking_id).state.value
