"""What the district is told of bookings and rooms: rooms, times, states and counts. No name, phone or remark ever.

A kind's meaning never changes; a new shape gets a new version beside the old one. Times are UTC microseconds.
"""

from __future__ import annotations

from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.domain.bookings.booking import Booking, PartyKind
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room
from desk_app.domain.bookings.series import Series
from desk_app.domain.bookings.slots import MINUTE, instant_of
from desk_app.domain.calendar import YearTable
from desk_app.storage import outbox, room_text
from desk_app.storage.outbox import Value
from desk_app.storage.transaction import Transaction
from desk_app.storage.values import to_micros

BOOKED = "booking.add"
CHANGED = "booking.change"
SERIES = "booking.series"
ROOM = "room.save"
EQUIPMENT = "equipment.save"
HOUSE = "room.house"
CLOSED = "room.close"
REOPENED = "room.reopen"
BLOCKED = "room.block"
UNBLOCKED = "room.unblock"
YEAR = "calendar.year"


def booked(transaction: Transaction, clock: Clock, new: Booking) -> None:
    """A new booking; whether it holds is for the district to say."""
    outbox.append(transaction, clock, BOOKED, 1, new.id, _body(new))


def changed(transaction: Transaction, clock: Clock, after: Booking, act: str) -> None:
    """What a booking is now, whole, and by which act."""
    outbox.append(transaction, clock, CHANGED, 1, after.id, {**_body(after), "act": act})


def series_saved(transaction: Transaction, clock: Clock, series: Series) -> None:
    body: dict[str, Value] = {
        "series": str(series.id),
        "split_from": str(series.split_from) if series.split_from else None,
        "skipped": [to_micros(instant_of(skipped.slot.start)) for skipped in series.skipped],
    }
    outbox.append(transaction, clock, SERIES, 1, series.id, body)


def room_saved(transaction: Transaction, clock: Clock, room: Room) -> None:
    body: dict[str, Value] = {
        "room": str(room.id),
        "name": room.name,
        "in_service": int(room.in_service),
        "groups_at_once": room.rules.groups_at_once,
        "settings": room_text.to_text(room),
    }
    outbox.append(transaction, clock, ROOM, 1, room.id, body)


def equipment_saved(transaction: Transaction, clock: Clock, thing: Equipment) -> None:
    body: dict[str, Value] = {"equipment": str(thing.id), "name": thing.name, "stock": thing.stock}
    outbox.append(transaction, clock, EQUIPMENT, 1, thing.id, body)


def house_saved(transaction: Transaction, clock: Clock, rules: HouseRules) -> None:
    body: dict[str, Value] = {
        "rooms_at_once": rules.rooms_at_once,
        "late_entry": rules.late_entry // MINUTE,
        "asked_blockings_hold": int(rules.asked_blockings_hold),
    }
    outbox.append(transaction, clock, HOUSE, 1, clock.new_id(), body)


def closed(transaction: Transaction, clock: Clock, closure: Closure) -> None:
    body: dict[str, Value] = {
        "closure": str(closure.id),
        "starts_at": to_micros(instant_of(closure.slot.start)),
        "ends_at": to_micros(instant_of(closure.slot.end)),
        "rooms": sorted(map(str, closure.room_ids)),
        "why": closure.why,
    }
    outbox.append(transaction, clock, CLOSED, 1, closure.id, body)


def reopened(transaction: Transaction, clock: Clock, closure_id: UUID) -> None:
    outbox.append(transaction, clock, REOPENED, 1, closure_id, {"closure": str(closure_id)})


def blocked(transaction: Transaction, clock: Clock, blocking: Blocking) -> None:
    body: dict[str, Value] = {
        "blocking": str(blocking.id),
        "first": blocking.first.isoformat(),
        "last": blocking.last.isoformat(),
        "rooms": sorted(map(str, blocking.room_ids)),
        "exempt": sorted(map(str, blocking.exempt)),
        "accepted": int(blocking.accepted),
        "why": blocking.why,
    }
    outbox.append(transaction, clock, BLOCKED, 1, blocking.id, body)


def unblocked(transaction: Transaction, clock: Clock, blocking_id: UUID) -> None:
    outbox.append(transaction, clock, UNBLOCKED, 1, blocking_id, {"blocking": str(blocking_id)})


def year_imported(transaction: Transaction, clock: Clock, table: YearTable) -> None:
    body: dict[str, Value] = {"year": table.year, "days": len(table.off) + len(table.worked), "basis": table.basis}
    outbox.append(transaction, clock, YEAR, 1, clock.new_id(), body)


def _body(one: Booking) -> dict[str, Value]:
    who = one.responsible
    return {
        "booking": str(one.id),
        "room": str(one.room_id),
        "starts_at": to_micros(instant_of(one.slot.start)),
        "ends_at": to_micros(instant_of(one.slot.end)),
        "setup": one.setup // MINUTE,
        "cleanup": one.cleanup // MINUTE,
        "state": one.state.value,
        "party_kind": who.kind.value,
        "party": str(who.party_id),
        "person": str(who.person_id) if who.person_id else None,
        # a person's own booking is often titled by their name
        "title": one.title if who.kind is not PartyKind.PERSON else "",
        "purpose": one.purpose.value,
        "head_count": one.head_count,
        "series": str(one.series_id) if one.series_id else None,
        "together": str(one.together) if one.together else None,
        "overridden": int(bool(one.override_why)),
    }
