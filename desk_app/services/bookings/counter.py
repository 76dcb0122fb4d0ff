"""What every act on bookings leans on: the office, the wall clock, and what is known of the house for a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from desk_app.domain.announced_years import shipped_calendar
from desk_app.domain.bookings import waiting
from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.conflicts import reach
from desk_app.domain.bookings.facts import Daybook, Facts
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room, RoomPlan
from desk_app.domain.bookings.slots import DAY, NOTHING, Slot, wall_clock
from desk_app.domain.calendar import HolidayCalendar
from desk_app.services.office import Office
from desk_app.storage import bookings, calendar, rooms, series
from desk_app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class House:
    """Everything about the hub that seldom changes, as it was at `version`."""

    version: str
    since: date
    plan: RoomPlan
    calendar: HolidayCalendar
    closures: tuple[Closure, ...]
    blockings: tuple[Blocking, ...]
    equipment: Mapping[UUID, Equipment]
    rules: HouseRules


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check will look at, so that no more is loaded. `everywhere` loads every room, for alternatives."""

    slots: Sequence[Slot]
    room_ids: Iterable[UUID]
    party_ids: Iterable[UUID]
    lent: bool = False
    everywhere: bool = False
    leeway: timedelta = NOTHING

    @classmethod
    def of(cls, request: Request, *, everywhere: bool = False, leeway: timedelta = NOTHING) -> Asked:
        return cls(
            slots=request.slots,
            room_ids=request.room_ids,
            party_ids=(request.responsible.party_id,),
            lent=bool(request.equipment),
            everywhere=everywhere,
            leeway=leeway,
        )


class Counter:
    """One per desk. Remembers the house while its version stands: rooms, hours and holidays cost 3 ms to read."""

    def __init__(self, office: Office, online: Callable[[], bool] = lambda: True) -> None:
        self.office = office
        self._online = online
        self._known: House | None = None

    def now(self) -> datetime:
        """The hub's wall clock."""
        return wall_clock(self.office.clock.now())

    @property
    def hand(self) -> str:
        """By whose hand a change is made: the desk's letter, until people sign in."""
        return self.office.settings().desk.letter

    def house(self, transaction: Transaction) -> House:
        """The house as it is in this transaction."""
        version, today = rooms.version(transaction), self.now().date()
        known = self._known
        if known is None or known.version != version or known.since > today:
            known = self._known = _house(transaction, version, today)
        return known

    def facts(self, transaction: Transaction, asked: Asked) -> Facts:
        """What a check of `asked` may look at. DeskError("room.unknown")."""
        house, now = self.house(transaction), self.now()
        for room_id in asked.room_ids:
            house.plan.room(room_id)
        entries = series.open_entries(transaction, now)
        return Facts(
            plan=house.plan,
            daybook=Daybook(_bookings(transaction, house, asked)),
            calendar=house.calendar,
            closures=house.closures,
            blockings=house.blockings,
            holds=waiting.holds(entries, now),
            equipment=house.equipment,
            house=house.rules,
            online=self._online(),
            desk=self.office.settings().desk.letter,
        )


def _house(transaction: Transaction, version: str, today: date) -> House:
    since = today - DAY
    return House(
        version=version,
        since=today,
        plan=RoomPlan.of(rooms.every_room(transaction)),
        calendar=_shipped().with_years(calendar.years(transaction)),
        closures=tuple(rooms.closures(transaction, datetime.combine(since, datetime.min.time()))),
        blockings=tuple(rooms.blockings(transaction, since)),
        equipment={thing.id: thing for thing in rooms.every_thing(transaction)},
        rules=rooms.house(transaction),
    )


@cache
def _shipped() -> HolidayCalendar:
    return shipped_calendar()


def _bookings(transaction: Transaction, house: House, asked: Asked) -> Iterable[Booking]:
    """By index only what may stand in the way: in the rooms' floor, in the house, of the parties, of the equipment."""
    if not asked.slots:
        return ()
    stretches = reach(asked.slots, house.plan, asked.leeway)
    if asked.everywhere or house.rules.rooms_at_once:
        found = bookings.held_anywhere(transaction, stretches)
        judged: Iterable[Room] = house.plan.rooms.values()
    else:
        floor = {one for room_id in asked.room_ids for one in house.plan.touching(room_id)}
        found = bookings.held(transaction, stretches, floor)
        if asked.lent:
            found += bookings.with_equipment(transaction, stretches)
        judged = [house.plan.room(room_id) for room_id in asked.room_ids]
    within = _allowances_within(asked.slots, judged)
    if within is not None:
        for party_id in set(asked.party_ids):
            found += bookings.of_party(transaction, party_id, within)
    return {one.id: one for one in found}.values()


def _allowances_within(slots: Sequence[Slot], judged: Iterable[Room]) -> Slot | None:
    """The time in which a party's own bookings count against it, None where these rooms have no such limits."""
    first, last = slots[0], max(slots, key=lambda slot: slot.end)
    ends = []
    for room in judged:
        for quota in room.rules.quotas:
            ends += [quota.period_of(first.day), *quota.periods_of(last)]
        if room.rules.most_in_a_row is not None:
            ends.append(Slot(first.start - DAY, last.end + DAY))
    if not ends:
        return None
    return Slot(min(slot.start for slot in ends), max(slot.end for slot in ends))
