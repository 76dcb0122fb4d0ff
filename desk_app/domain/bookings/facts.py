"""What a check is made against: the hub's rooms, bookings, closures, blockings, holds and equipment, indexed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from uuid import UUID

from desk_app.domain.bookings.booking import COUNTED, Booking, BookingState
from desk_app.domain.bookings.rooms import ORDINARY_HOUSE, Blocking, Closure, Equipment, HouseRules, Room, RoomPlan
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.calendar import NOTHING_ANNOUNCED, HolidayCalendar


class Lane:
    """Bookings in order of the time they hold, so that those meeting a slot are found by bisection."""

    __slots__ = ("_bookings", "_ends", "_helds", "_starts")

    def __init__(self, ordered: Iterable[tuple[Slot, Booking]]) -> None:
        """`ordered` by the start of the slot."""
        pairs = tuple(ordered)
        self._helds = tuple(held for held, _ in pairs)
        self._bookings = tuple(booking for _, booking in pairs)
        self._starts = [held.start for held in self._helds]
        # the latest end so far never falls, so it can be searched though ends themselves may (requests overlap)
        self._ends = list(accumulate((held.end for held in self._helds), max))

    def meeting(self, slot: Slot) -> Iterator[tuple[Slot, Booking]]:
        """Every booking whose held time overlaps `slot`, in order, with that time."""
        for at in range(bisect_right(self._ends, slot.start), bisect_left(self._starts, slot.end)):
            if self._helds[at].end > slot.start:
                yield self._helds[at], self._bookings[at]


_EMPTY = Lane(())


class Daybook:
    """The bookings a check needs, by room, by party, by equipment. Those in states that hold nothing are left out.

    Load with it what `conflicts.reach` names for the rooms asked for, and the party's own for its quotas.
    """

    __slots__ = ("_lent", "_parties", "_rooms", "everything")

    def __init__(self, bookings: Iterable[Booking] = ()) -> None:
        ordered = sorted(((booking.held, booking) for booking in bookings), key=lambda pair: pair[0])
        rooms: defaultdict[UUID, list[tuple[Slot, Booking]]] = defaultdict(list)
        parties: defaultdict[UUID, list[tuple[Slot, Booking]]] = defaultdict(list)
        for held, booking in ordered:
            if booking.holds:
                rooms[booking.room_id].append((held, booking))
            if booking.state in COUNTED:
                parties[booking.responsible.party_id].append((booking.slot, booking))
        for own in parties.values():
            own.sort(key=lambda pair: pair[0])
        self._rooms = {room_id: Lane(pairs) for room_id, pairs in rooms.items()}
        self._parties = {party_id: Lane(pairs) for party_id, pairs in parties.items()}
        self._lent = Lane((held, booking) for held, booking in ordered if booking.holds and booking.equipment)
        self.everything = Lane((held, booking) for held, booking in ordered if booking.holds)

    def in_rooms(self, room_ids: Iterable[UUID]) -> tuple[Lane, ...]:
        """The lanes of those rooms that have bookings at all."""
        return tuple(self._rooms[room_id] for room_id in room_ids if room_id in self._rooms)

    def of_party(self, party_id: UUID) -> Lane:
        """What counts against a party's quotas, by slot without buffers."""
        return self._parties.get(party_id, _EMPTY)

    @property
    def lent(self) -> Lane:
        return self._lent


@dataclass(frozen=True, slots=True)
class Hold:
    """A slot offered to somebody on the waiting list; until `until` nobody else gets it."""

    entry_id: UUID
    room_id: UUID
    slot: Slot
    party_id: UUID
    until: datetime

    def stands(self, now: datetime) -> bool:
        return now < self.until


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a check may look at. `online`: the district can confirm now; `desk` is the one that asks."""

    plan: RoomPlan
    daybook: Daybook
    calendar: HolidayCalendar = NOTHING_ANNOUNCED
    closures: tuple[Closure, ...] = ()
    blockings: tuple[Blocking, ...] = ()
    holds: tuple[Hold, ...] = ()
    equipment: Mapping[UUID, Equipment] | None = None
    house: HouseRules = ORDINARY_HOUSE
    online: bool = True
    desk: str = ""

    def books_as(self, room: Room, *, approved: bool = False) -> BookingState:
        """The state a booking of `room` taken now gets: a request, a promise, or a promise yet to be confirmed.

        `approved`: staff who override are the approval.
        """
        if room.rules.needs_approval and not approved:
            return BookingState.REQUESTED
        return BookingState.CONFIRMED if self.can_confirm(room) else BookingState.PROVISIONAL

    def can_confirm(self, room: Room) -> bool:
        """Whether this desk may promise `room` now: the district answers, or it is the room's home desk."""
        return self.online or (room.home_desk != "" and room.home_desk == self.desk)
