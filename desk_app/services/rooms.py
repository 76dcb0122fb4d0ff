"""Rooms and the house: what can be booked, when it is closed or kept for somebody, what is lent, holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.bookings.booking import Booking, PartyKind
from desk_app.domain.bookings.closing import Effect
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room, RoomPlan
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.calendar import HolidayCalendar, YearTable
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys


@dataclass(frozen=True, slots=True)
class Party:
    """A group or unit that books; its id is what quotas and fairness count by."""

    id: UUID
    kind: PartyKind
    name: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A closure made: its stretches, and the bookings cancelled for it, to be rung up."""

    closures: tuple[Closure, ...]
    cancelled: tuple[Booking, ...] = ()


class Rooms:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None: ...

    def new_id(self) -> UUID:
        raise NotImplementedError

    # Rooms

    def list(self) -> tuple[Room, ...]:
        """Every room in the hub's own order, those out of service included."""
        raise NotImplementedError

    def plan(self) -> RoomPlan:
        raise NotImplementedError

    def save(self, room: Room) -> Room:
        """Insert or replace. DeskError room.name_missing, room.name_taken, room.part_of_itself, room.unknown (parts),
        room.capacity_negative, each with its field."""
        raise NotImplementedError

    def reorder(self, room_ids: Sequence[UUID]) -> None:
        """The order of the timeline, top to bottom. DeskError room.unknown."""
        raise NotImplementedError

    # Closed for repairs

    def closures(self, within: Slot | None = None) -> tuple[Closure, ...]:
        """Those to come, or those that meet `within`."""
        raise NotImplementedError

    def meeting(self, slot: Slot, room_ids: frozenset[UUID]) -> tuple[Booking, ...]:
        """The bookings a closure would meet, before it is made. No rooms: every room."""
        raise NotImplementedError

    def close(
        self, slots: Sequence[Slot], why: str, room_ids: frozenset[UUID] = frozenset(), *, cancel_bookings: bool = False
    ) -> Closed:
        """Close rooms (none named: the house). Bookings there are cancelled, or else only the stretches without any
        are closed. DeskError closure.reason_missing, closure.overlaps, closure.no_room_left, room.unknown."""
        raise NotImplementedError

    def reopen(self, closure_id: UUID) -> None:
        """DeskError closure.unknown."""
        raise NotImplementedError

    # Kept for somebody

    def blockings(self, day: date | None = None) -> tuple[Blocking, ...]:
        """Those not over on `day` (today)."""
        raise NotImplementedError

    def block(self, blocking: Blocking) -> Effect:
        """Keep rooms for somebody; bookings of others inside are cancelled and named in `rejected`. One that is only
        asked for (`accepted` False) cancels nothing. DeskError blocking.reason_missing, room.unknown."""
        raise NotImplementedError

    def accept_blocking(self, blocking_id: UUID) -> Effect:
        """DeskError blocking.unknown."""
        raise NotImplementedError

    def unblock(self, blocking_id: UUID) -> None:
        """DeskError blocking.unknown."""
        raise NotImplementedError

    # The house

    def equipment(self) -> tuple[Equipment, ...]:
        raise NotImplementedError

    def save_equipment(self, thing: Equipment) -> None:
        """DeskError equipment.name_missing, equipment.stock_negative."""
        raise NotImplementedError

    def house(self) -> HouseRules:
        raise NotImplementedError

    def save_house(self, rules: HouseRules) -> None:
        """DeskError house.rooms_negative."""
        raise NotImplementedError

    def parties(self, text: str = "", limit: int = 12) -> tuple[Party, ...]:
        """Groups and units whose name, pinyin or initials begin with or contain `text`, those booked last first."""
        raise NotImplementedError

    def party(self, kind: PartyKind, name: str) -> Party:
        """The group or unit of this name, made known where it is new. DeskError party.name_missing."""
        raise NotImplementedError

    # Holidays

    def calendar(self) -> HolidayCalendar:
        """What the program brought, and imported years on top."""
        raise NotImplementedError

    def read_year(self, content: bytes, file_name: str) -> tuple[YearTable, ...]:
        """Year packs of a TOML, CSV or xlsx file, rows 日期、类型 休/班、名称、依据; nothing is saved. DeskError
        holidays.unreadable, holidays.row (row=, column=), holidays.too_large, holidays.empty."""
        raise NotImplementedError

    def import_years(self, tables: Sequence[YearTable]) -> None:
        """Keep them; a year imported again replaces the old one."""
        raise NotImplementedError
