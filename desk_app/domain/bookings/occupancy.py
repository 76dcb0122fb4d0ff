"""What others hold against a request: bookings, closures, blockings, offers to the waiting list, lent equipment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.facts import Facts, Hold, Lane
from desk_app.domain.bookings.reasons import (
    AskedBy,
    BlockedFor,
    ClosedThen,
    HeldFor,
    HouseFull,
    Reason,
    RoomFull,
    TakenBy,
    TooFew,
    TooManyHeads,
)
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import Blocking, Closure, Room
from desk_app.domain.bookings.slots import Slot, merged, peak


@dataclass(frozen=True, slots=True)
class Floor:
    """One room asked for, with everything that may stand in its way, gathered once for all dates."""

    room: Room
    lanes: tuple[Lane, ...]
    closures: tuple[Closure, ...]
    blockings: tuple[Blocking, ...]
    holds: tuple[Hold, ...]

    @classmethod
    def of(cls, room_id: UUID, request: Request, facts: Facts, now: datetime) -> Floor:
        """DeskError("room.unknown")."""
        room = facts.plan.room(room_id)
        touching = facts.plan.touching(room_id)
        party = request.responsible.party_id
        return cls(
            room=room,
            lanes=facts.daybook.in_rooms(touching),
            closures=tuple(closure for closure in facts.closures if closure.concerns(touching)),
            blockings=tuple(
                blocking
                for blocking in facts.blockings
                if not blocking.room_ids.isdisjoint(touching)
                and blocking.binds(party)
                and (blocking.accepted or facts.house.asked_blockings_hold)
            ),
            holds=tuple(
                hold for hold in facts.holds if hold.room_id in touching and hold.party_id != party and hold.stands(now)
            ),
        )

    def held(self, slot: Slot) -> Slot:
        """`slot` with the setup and cleanup this room asks for."""
        return slot.widened(self.room.rules.setup, self.room.rules.cleanup)


def on_the_floor(request: Request, slot: Slot, floor: Floor) -> Iterator[Reason]:
    """What stands in one room's way on one date."""
    for closure in floor.closures:
        if closure.slot.overlaps(slot):
            yield ClosedThen(closure)
    for blocking in floor.blockings:
        if blocking.touches(slot):
            yield BlockedFor(blocking)
    held = floor.held(slot)
    for hold in floor.holds:
        if hold.slot.overlaps(held):
            yield HeldFor(hold.entry_id, hold.until)
    met = [
        (time_held, booking)
        for lane in floor.lanes
        for time_held, booking in lane.meeting(held)
        if booking.id not in request.replaces
    ]
    if met:
        yield from _exclusive(met) if floor.room.rules.groups_at_once == 1 else _shared(met, request, held, floor.room)


def _exclusive(met: list[tuple[Slot, Booking]]) -> Iterator[Reason]:
    for _, booking in met:
        yield AskedBy(booking) if booking.state is BookingState.REQUESTED else TakenBy(booking)


def _shared(met: list[tuple[Slot, Booking]], request: Request, held: Slot, room: Room) -> Iterator[Reason]:
    """A shared room counts groups at the fullest moment; a booking of the whole or a part of it takes every place."""
    places = room.rules.groups_at_once
    asked = [pair for pair in met if pair[1].state is BookingState.REQUESTED]
    promised = [pair for pair in met if pair[1].state is not BookingState.REQUESTED]

    def fullest(pairs: list[tuple[Slot, Booking]]) -> int:
        return peak([(when, 1 if booking.room_id == room.id else places) for when, booking in pairs], held)

    if fullest(promised) >= places:
        yield RoomFull(room.id, places, tuple(booking for _, booking in promised))
        return
    while asked and fullest(promised + asked) >= places:
        yield AskedBy(asked.pop()[1])  # the last to begin gives way first: only as many as must
    present = peak([(when, booking.head_count) for when, booking in promised + asked], held)
    if 0 < room.capacity < request.head_count + present:
        yield TooManyHeads(room.id, room.capacity, request.head_count, present)


def in_the_house(request: Request, slot: Slot, facts: Facts) -> Iterator[Reason]:
    """The hub's own limit on rooms in use at once; buffers use no room."""
    most = facts.house.rooms_at_once
    if not most:
        return
    uses: dict[UUID, list[Slot]] = {}
    for _, booking in facts.daybook.everything.meeting(slot):
        if booking.id not in request.replaces and booking.room_id not in request.room_ids:
            uses.setdefault(booking.room_id, []).append(booking.slot)
    busy = peak([(use, 1) for slots in uses.values() for use in merged(slots)], slot)
    if busy + len(request.room_ids) > most:
        yield HouseFull(most)


def equipment(request: Request, slot: Slot, floors: tuple[Floor, ...], facts: Facts) -> Iterator[Reason]:
    """Pieces lent at the fullest moment; a request counts once, however many rooms it takes."""
    if not request.equipment or facts.equipment is None:
        return
    held = merged(floor.held(slot) for floor in floors)[0]
    out_then = [pair for pair in facts.daybook.lent.meeting(held) if pair[1].id not in request.replaces]
    for wish in request.equipment:
        thing = facts.equipment.get(wish.equipment_id)
        if thing is None or thing.stock is None:
            continue
        pieces = [
            (when, lent.pieces)
            for when, lent in chain.from_iterable(((when, lent) for lent in b.equipment) for when, b in out_then)
            if lent.equipment_id == thing.id
        ]
        out = peak(pieces, held)
        if out + wish.pieces > thing.stock:
            yield TooFew(thing, wish.pieces, out)
