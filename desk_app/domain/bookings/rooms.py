"""A room, its rules with their defaults, what stands in its way, and how rooms are cut from one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.hours import OPEN_ALWAYS, OpeningHours
from desk_app.domain.bookings.quotas import Quota
from desk_app.domain.bookings.slots import MINUTE, NOTHING, Slot
from desk_app.domain.catalogue import ServiceKind


class LivingRoomUse(StrEnum):
    """The six uses of the public living room (公共客厅), section 三.2 of 徐府办发〔2017〕24号, in its order."""

    ARTS_EXCHANGE = "arts_exchange"
    PUBLIC_AFFAIRS = "public_affairs"
    COMMUNITY_DISCUSSION = "community_discussion"
    SHARED_VISION = "shared_vision"
    NEIGHBOUR_RELATIONS = "neighbour_relations"
    LEGAL_DOCKING = "legal_docking"

    @property
    def chinese(self) -> str:
        """The plan's own name, for slips, posters and other papers that are always Chinese."""
        return _CHINESE[self]


_CHINESE = {
    LivingRoomUse.ARTS_EXCHANGE: "文化艺术交流",
    LivingRoomUse.PUBLIC_AFFAIRS: "公共事务商谈",
    LivingRoomUse.COMMUNITY_DISCUSSION: "社区议题研讨",
    LivingRoomUse.SHARED_VISION: "社区愿景畅谈",
    LivingRoomUse.NEIGHBOUR_RELATIONS: "邻里关系营造",
    LivingRoomUse.LEGAL_DOCKING: "法律服务对接",
}

RoomPurpose = LivingRoomUse | ServiceKind
"""What a room is for and what a booking is for: one of the six uses or of the nine service kinds."""

ROOM_PURPOSES: tuple[RoomPurpose, ...] = (*LivingRoomUse, *ServiceKind)
_BY_CODE: Mapping[str, RoomPurpose] = MappingProxyType({purpose.value: purpose for purpose in ROOM_PURPOSES})


def room_purpose(code: str) -> RoomPurpose:
    """The purpose with this code; the two families share none. DeskError("booking.purpose_unknown")."""
    found = _BY_CODE.get(code)
    if found is None:
        raise DeskError("booking.purpose_unknown", field="purpose", purpose=code)
    return found


@dataclass(frozen=True, slots=True)
class Notice:
    """How long before its start a booking may (`at_most`) and must (`at_least`) be made.

    An `at_most` of whole days reaches to the end of that calendar day, because people count days ("within three
    days"); a shorter or uneven one is exact to the minute.
    """

    at_least: timedelta = NOTHING
    at_most: timedelta | None = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Length:
    """Shortest and longest use; None means no limit."""

    shortest: timedelta = 15 * MINUTE
    longest: timedelta | None = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class RoomRules:
    """What may be set for each room. The defaults suit an ordinary activity room.

    `setup` and `cleanup` are held before and after each use: between two uses lies the cleanup of the first plus the
    setup of the second. `groups_at_once` above 1 makes a shared room. `most_in_a_row` counts uses by one group that
    follow one another within `row_gap`. `release_after` without anybody arriving makes a no-show; None never does.
    """

    setup: timedelta = NOTHING
    cleanup: timedelta = NOTHING
    notice: Notice = Notice()
    length: Length = Length()
    quotas: tuple[Quota, ...] = ()
    most_in_a_row: int | None = None
    row_gap: timedelta = 30 * MINUTE
    groups_at_once: int = 1
    needs_approval: bool = False
    overnight: bool = False
    uses_check_in: bool = True
    check_in_early: timedelta = 30 * MINUTE
    release_after: timedelta | None = 20 * MINUTE

    def __post_init__(self) -> None:
        if self.groups_at_once < 1:
            raise DeskError("room.groups_below_one", field="groups_at_once")
        if min(self.setup, self.cleanup) < NOTHING:
            raise DeskError("room.buffer_negative", field="setup" if self.setup < NOTHING else "cleanup")
        if self.length.longest is not None and self.length.longest < self.length.shortest:
            raise DeskError("room.longest_below_shortest", field="longest")


@dataclass(frozen=True, slots=True)
class Room:
    """A space that can be booked. `capacity` 0 and no `purposes` mean no limit; `area` is square metres.

    `parts` names the rooms a movable wall cuts it into: who takes the whole takes every part, and the other way round.
    `home_desk` may confirm alone while the district is out of reach; "" leaves that to any desk of the hub.
    `floor` is where to go, as people say it (二楼), for slips and posters.
    """

    id: UUID
    name: str
    capacity: int = 0
    area: float = 0.0
    purposes: frozenset[RoomPurpose] = frozenset()
    features: frozenset[str] = frozenset()
    photo: str = ""
    hours: OpeningHours = OPEN_ALWAYS
    rules: RoomRules = RoomRules()
    parts: tuple[UUID, ...] = ()
    home_desk: str = ""
    in_service: bool = True
    floor: str = ""


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What holds for the whole hub. `rooms_at_once` 0 means no limit.

    `late_entry`: somebody at the desk may still take a slot that began this short a while ago.
    `asked_blockings_hold`: a blocking nobody has accepted yet refuses bookings too.
    """

    rooms_at_once: int = 0
    late_entry: timedelta = 15 * MINUTE
    asked_blockings_hold: bool = False


ORDINARY_HOUSE = HouseRules()


@dataclass(frozen=True, slots=True)
class Blocking:
    """A room kept for somebody, whole days, first and last included; `exempt` parties and the maker may book."""

    id: UUID
    room_ids: frozenset[UUID]
    first: date
    last: date
    why: str
    made_by: UUID
    exempt: frozenset[UUID] = frozenset()
    accepted: bool = True

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DeskError("blocking.ends_before_it_begins", field="last")

    def active_on(self, day: date) -> bool:
        return self.first <= day <= self.last

    def touches(self, slot: Slot) -> bool:
        return self.first <= slot.last_day and slot.day <= self.last

    def binds(self, party_id: UUID | None) -> bool:
        return party_id is None or (party_id != self.made_by and party_id not in self.exempt)


@dataclass(frozen=True, slots=True)
class Closure:
    """A time nobody can be in there: repairs, a closed house. No rooms named means every room."""

    id: UUID
    slot: Slot
    why: str
    room_ids: frozenset[UUID] = frozenset()

    def concerns(self, room_ids: frozenset[UUID]) -> bool:
        return not self.room_ids or not self.room_ids.isdisjoint(room_ids)


@dataclass(frozen=True, slots=True)
class Equipment:
    """Movable things lent with a room: `stock` pieces in the whole hub, None for as many as anybody asks."""

    id: UUID
    name: str
    stock: int | None = None


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """The hub's rooms and which of them are cut from the same floor. Raises DeskError("room.part_of_itself")."""

    rooms: Mapping[UUID, Room]
    _touching: Mapping[UUID, frozenset[UUID]] = field(init=False, repr=False, compare=False)

    @classmethod
    def of(cls, rooms: Iterable[Room]) -> RoomPlan:
        return cls(MappingProxyType({room.id: room for room in rooms}))

    def __post_init__(self) -> None:
        below = {room_id: self._below(room_id, frozenset()) for room_id in self.rooms}
        touching = {
            one: frozenset(other for other in below if one == other or one in below[other] or other in below[one])
            for one in below
        }
        object.__setattr__(self, "_touching", MappingProxyType(touching))

    def _below(self, room_id: UUID, above: frozenset[UUID]) -> frozenset[UUID]:
        if room_id in above:
            raise DeskError("room.part_of_itself", field="parts")
        parts = self.rooms[room_id].parts if room_id in self.rooms else ()
        deeper = (self._below(part, above | {room_id}) for part in parts)
        return frozenset(parts).union(*deeper)

    def room(self, room_id: UUID) -> Room:
        """DeskError("room.unknown")."""
        room = self.rooms.get(room_id)
        if room is None:
            raise DeskError("room.unknown", field="room")
        return room

    def touching(self, room_id: UUID) -> frozenset[UUID]:
        """The room itself, the rooms it is a part of, and its parts: whatever cannot be used at the same time."""
        return self._touching[room_id]
