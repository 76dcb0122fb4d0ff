"""Rooms and the house: what can be booked, when it is closed or kept for somebody, what is lent, holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, become
from desk_app.domain.bookings.closing import Effect, closures_around, effect_of_blocking, require_own_time
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room, RoomPlan
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.domain.calendar import HolidayCalendar, YearTable
from desk_app.domain.people import NAME_LIMIT, clean_name
from desk_app.domain.readings import forms_of
from desk_app.services.bookings import told
from desk_app.services.bookings.counter import Counter
from desk_app.services.bookings.keeping import keep_changed
from desk_app.services.holidays import years_in
from desk_app.services.office import Office
from desk_app.storage import bookings, calendar, parties, rooms
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys
from desk_app.storage.parties import Party as Party
from desk_app.storage.transaction import Transaction

_ROOM_NAME = 60
_CANCELLABLE = frozenset({BookingState.REQUESTED, BookingState.PROVISIONAL, BookingState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Closed:
    """A closure made: its stretches, and the bookings cancelled for it, to be rung up."""

    closures: tuple[Closure, ...]
    cancelled: tuple[Booking, ...] = ()


class Rooms:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._store = store
        self._clock = clock
        self._counter = Counter(Office(store, clock, settings, keys))

    def new_id(self) -> UUID:
        return self._clock.new_id()

    # Rooms

    def list(self) -> tuple[Room, ...]:
        """Every room in the hub's own order, those out of service included."""
        with self._store.read() as transaction:
            return tuple(rooms.every_room(transaction))

    def plan(self) -> RoomPlan:
        """The rooms and which of them are cut from the same floor."""
        with self._store.read() as transaction:
            return self._counter.house(transaction).plan

    def save(self, room: Room) -> Room:
        """Insert or replace. DeskError room.name_missing, room.name_too_long, room.name_taken, room.part_of_itself,
        room.unknown (parts), room.capacity_negative, each with its field.

        Bookings made before keep the buffers they were made with.
        """
        clean = _usable(room)
        with self._store.begin() as transaction:
            plan = RoomPlan.of([*(one for one in rooms.every_room(transaction) if one.id != clean.id), clean])
            if any(part not in plan.rooms for part in clean.parts):
                raise DeskError("room.unknown", field="parts")
            if rooms.id_of_name(transaction, clean.name) not in (None, clean.id):
                raise DeskError("room.name_taken", field="name", name=clean.name)
            rooms.save_room(transaction, clean, plan)
            told.room_saved(transaction, self._clock, clean)
        return clean

    def reorder(self, room_ids: Sequence[UUID]) -> None:
        """The order of the timeline, top to bottom; rooms not named follow as they were. DeskError room.unknown."""
        with self._store.begin() as transaction:
            known = [room.id for room in rooms.every_room(transaction)]
            if not set(room_ids) <= set(known):
                raise DeskError("room.unknown", field="room")
            rooms.reorder(transaction, [*room_ids, *(one for one in known if one not in room_ids)])

    # Closed for repairs

    def closures(self, within: Slot | None = None) -> tuple[Closure, ...]:
        """Those to come, or those that meet `within`."""
        with self._store.read() as transaction:
            found = rooms.closures(transaction, within.start if within else self._counter.now())
        return tuple(one for one in found if within is None or one.slot.overlaps(within))

    def meeting(self, slot: Slot, room_ids: frozenset[UUID] = frozenset()) -> tuple[Booking, ...]:
        """The bookings a closure would meet, before it is made. No rooms: every room."""
        with self._store.read() as transaction:
            return self._meeting(transaction, (slot,), room_ids)

    def close(
        self, slots: Sequence[Slot], why: str, room_ids: frozenset[UUID] = frozenset(), *, cancel_bookings: bool = False
    ) -> Closed:
        """Close rooms (none named: the house). Bookings there are cancelled, or else only the stretches without any
        are closed. What is in use stays. DeskError closure.reason_missing, closure.overlaps, closure.no_room_left,
        room.unknown.
        """
        if not why.strip():
            raise DeskError("closure.reason_missing", field="why")
        with self._store.begin() as transaction:
            met = self._meeting(transaction, slots, room_ids)
            clear = tuple(slots) if cancel_bookings else closures_around(slots, met)
            others = rooms.closures(transaction, min(slot.start for slot in clear))
            made: tuple[Closure, ...] = ()
            for slot in clear:
                closure = Closure(self._clock.new_id(), slot, why.strip(), room_ids)
                require_own_time(closure, (*others, *made))
                rooms.add_closure(transaction, closure)
                told.closed(transaction, self._clock, closure)
                made = (*made, closure)
            going = [one for one in met if cancel_bookings and one.state in _CANCELLABLE]
            gone = self._cancel(transaction, going, "close", why.strip())
            return Closed(made, gone)

    def reopen(self, closure_id: UUID) -> None:
        """DeskError closure.unknown."""
        with self._store.begin() as transaction:
            if not rooms.drop_closure(transaction, closure_id):
                raise DeskError("closure.unknown")
            told.reopened(transaction, self._clock, closure_id)

    # Kept for somebody

    def blockings(self, day: date | None = None) -> tuple[Blocking, ...]:
        """Those not over on `day` (today)."""
        with self._store.read() as transaction:
            return tuple(rooms.blockings(transaction, day or self._counter.now().date()))

    def block(self, blocking: Blocking) -> Effect:
        """Keep rooms for somebody; bookings of others inside are cancelled and named in `rejected`. One that is only
        asked for (`accepted` False) cancels nothing. DeskError blocking.reason_missing, blocking.no_room, room.unknown.
        """
        if not blocking.why.strip():
            raise DeskError("blocking.reason_missing", field="why")
        if not blocking.room_ids:
            raise DeskError("blocking.no_room", field="room")
        with self._store.begin() as transaction:
            return self._block(transaction, replace(blocking, why=blocking.why.strip()))

    def accept_blocking(self, blocking_id: UUID) -> Effect:
        """DeskError blocking.unknown."""
        with self._store.begin() as transaction:
            found = rooms.blocking_by_id(transaction, blocking_id)
            if found is None:
                raise DeskError("blocking.unknown")
            return self._block(transaction, replace(found, accepted=True))

    def unblock(self, blocking_id: UUID) -> None:
        """DeskError blocking.unknown."""
        with self._store.begin() as transaction:
            if not rooms.drop_blocking(transaction, blocking_id):
                raise DeskError("blocking.unknown")
            told.unblocked(transaction, self._clock, blocking_id)

    # The house

    def equipment(self) -> tuple[Equipment, ...]:
        with self._store.read() as transaction:
            return tuple(rooms.every_thing(transaction))

    def save_equipment(self, thing: Equipment) -> Equipment:
        """Insert or replace. DeskError equipment.name_missing, equipment.name_taken, equipment.stock_negative."""
        clean = replace(thing, name=thing.name.strip())
        if not clean.name:
            raise DeskError("equipment.name_missing", field="name")
        if clean.stock is not None and clean.stock < 0:
            raise DeskError("equipment.stock_negative", field="stock")
        with self._store.begin() as transaction:
            if any(one.name == clean.name and one.id != clean.id for one in rooms.every_thing(transaction)):
                raise DeskError("equipment.name_taken", field="name", name=clean.name)
            rooms.save_thing(transaction, clean)
            told.equipment_saved(transaction, self._clock, clean)
        return clean

    def house(self) -> HouseRules:
        """What holds for the whole hub."""
        with self._store.read() as transaction:
            return rooms.house(transaction)

    def save_house(self, rules: HouseRules) -> None:
        """DeskError house.rooms_negative."""
        if rules.rooms_at_once < 0:
            raise DeskError("house.rooms_negative", field="rooms_at_once")
        with self._store.begin() as transaction:
            rooms.save_house(transaction, rules)
            told.house_saved(transaction, self._clock, rules)

    def parties(self, text: str = "", limit: int = 12) -> tuple[Party, ...]:
        """Groups and units found by name, pinyin or initials, those that booked last first."""
        wanted = "".join(text.split()).lower()
        with self._store.read() as transaction:
            every = parties.every(transaction)
        return tuple([one for one in every if _spelled(one.name, wanted)][:limit])

    def party(self, kind: PartyKind, name: str) -> Party:
        """The group or unit of this name, made known where it is new.

        DeskError party.name_missing, party.name_too_long (field party); ValueError for a person, who is no party.
        """
        if kind is PartyKind.PERSON:
            raise ValueError("a person is no party")
        clean = clean_name(name)
        if not clean:
            raise DeskError("party.name_missing", field="party")
        if len(clean) > NAME_LIMIT:
            raise DeskError("party.name_too_long", field="party", limit=NAME_LIMIT)
        with self._store.begin() as transaction:
            known = parties.by_name(transaction, kind, clean)
            if known is None:
                known = Party(self._clock.new_id(), kind, clean)
                parties.insert_party(transaction, known, self._clock.now())
        return known

    # Holidays

    def calendar(self) -> HolidayCalendar:
        """What the program brought, and imported years on top."""
        with self._store.read() as transaction:
            return self._counter.house(transaction).calendar

    def read_year(self, content: bytes, file_name: str) -> tuple[YearTable, ...]:
        """Year packs of a TOML, CSV or xlsx file, rows 日期、类型 休/班、名称、依据; nothing is saved. DeskError
        holidays.unreadable, holidays.row (row=, column=, value=), holidays.too_large, holidays.empty.
        """
        return years_in(content, file_name)

    def import_years(self, tables: Sequence[YearTable]) -> None:
        """Keep them; a year imported again replaces the old one."""
        with self._store.begin() as transaction:
            for table in tables:
                calendar.save_year(transaction, table, self._clock.now())
                told.year_imported(transaction, self._clock, table)

    # Within

    def _meeting(
        self, transaction: Transaction, slots: Sequence[Slot], room_ids: frozenset[UUID]
    ) -> tuple[Booking, ...]:
        """What holds the floor of these rooms, buffers included, by start."""
        plan = self._counter.house(transaction).plan
        for room_id in room_ids:
            plan.room(room_id)
        floor = {near for one in room_ids for near in plan.touching(one)}
        found = bookings.held(transaction, slots, floor) if floor else bookings.held_anywhere(transaction, slots)
        return tuple(sorted(found, key=lambda one: (one.slot, one.id)))

    def _block(self, transaction: Transaction, blocking: Blocking) -> Effect:
        plan = self._counter.house(transaction).plan
        for room_id in blocking.room_ids:
            plan.room(room_id)
        rooms.save_blocking(transaction, blocking)
        told.blocked(transaction, self._clock, blocking)
        begin = datetime.combine(blocking.first, time.min)
        whole = Slot(begin, datetime.combine(blocking.last, time.min) + DAY)
        inside = [
            one
            for one in self._meeting(transaction, (whole,), blocking.room_ids)
            if one.slot.start > self._counter.now()
        ]
        effect = effect_of_blocking(blocking, inside, plan)
        if not blocking.accepted:
            return effect
        going = [one for one in effect.rejected if one.state in _CANCELLABLE]
        return Effect(effect.kept, self._cancel(transaction, going, "block", blocking.why))

    def _cancel(self, transaction: Transaction, going: Sequence[Booking], act: str, why: str) -> tuple[Booking, ...]:
        gone = tuple(become(one, BookingState.CANCELLED) for one in going)
        keep_changed(transaction, self._counter, gone, act, why)
        return gone


def _usable(room: Room) -> Room:
    name = " ".join(room.name.split())
    if not name:
        raise DeskError("room.name_missing", field="name")
    if len(name) > _ROOM_NAME:
        raise DeskError("room.name_too_long", field="name", limit=_ROOM_NAME)
    if room.capacity < 0 or room.area < 0:
        raise DeskError("room.capacity_negative", field="capacity" if room.capacity < 0 else "area")
    return replace(room, name=name)


def _spelled(name: str, wanted: str) -> bool:
    return wanted in name.lower() or any(form.text.startswith(wanted) for form in forms_of(name, ""))
