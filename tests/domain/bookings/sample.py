"""Small honest values for the booking tests: slots written briefly, rooms without limits, plainly fictitious people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from desk_app.domain.bookings.booking import Booking, BookingState, Lent, PartyKind, Responsible
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.facts import Daybook, Facts
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.request import Override, Request
from desk_app.domain.bookings.rooms import Length, LivingRoomUse, Notice, Room, RoomPlan, RoomRules
from desk_app.domain.bookings.slots import DaySpan, Slot

MONDAY = date(2026, 3, 2)
NOW = datetime.combine(MONDAY, time(8))
FREE_RULES = RoomRules(
    notice=Notice(at_most=None), length=Length(timedelta(minutes=1), None), overnight=True, release_after=None
)


def an_id(name: str) -> UUID:
    """The same name, the same id."""
    return uuid5(NAMESPACE_OID, name)


HALL, ROOM = an_id("A"), an_id("B")


def slot(start: str, end: str) -> Slot:
    return Slot(datetime.fromisoformat(start), datetime.fromisoformat(end))


def at(start: str, end: str, day: date = MONDAY) -> Slot:
    """A slot by the clock, on the Monday of the tests unless told otherwise."""
    return DaySpan(time.fromisoformat(start), time.fromisoformat(end)).on(day)


def a_room(name: str = "A", rules: RoomRules = FREE_RULES, **more: object) -> Room:
    return replace(Room(an_id(name), name, rules=rules), **more)  # type: ignore[arg-type]  # fields by name


def somebody(name: str = "测试合唱队", *, adult: bool = True) -> Responsible:
    return Responsible(PartyKind.GROUP, an_id(name), name, an_id("测试甲"), "测试甲", adult=adult)


def booked(
    when: Slot,
    name: str = "booking",
    *,
    room: str = "A",
    state: BookingState = BookingState.CONFIRMED,
    party: str = "测试书画社",
    **more: object,
) -> Booking:
    plain = Booking(an_id(name), an_id(room), when, state, somebody(party), LivingRoomUse.ARTS_EXCHANGE, name)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def facts(rooms: Iterable[Room] = (), bookings: Iterable[Booking] = (), **more: object) -> Facts:
    plain = Facts(RoomPlan.of(tuple(rooms) or (a_room(),)), Daybook(bookings))
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def wish(
    *slots: Slot,
    rooms: Iterable[str] = ("A",),
    party: str = "测试合唱队",
    override: Override | None = None,
    equipment: tuple[Lent, ...] = (),
    **more: object,
) -> Request:
    plain = Request(
        tuple(an_id(room) for room in rooms),
        tuple(slots),
        somebody(party),
        LivingRoomUse.ARTS_EXCHANGE,
        equipment=equipment,
        override=override,
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def ruled(**rules: object) -> Room:
    """A room without limits but for these rules."""
    return a_room(rules=replace(FREE_RULES, **rules))  # type: ignore[arg-type]  # fields by name


def divided(**rules: object) -> list[Room]:
    """A hall with two halves, and a room apart."""
    hall = ruled(**rules)
    return [replace(hall, parts=(an_id("A1"), an_id("A2"))), a_room("A1"), a_room("A2"), a_room("B")]


def verdict(request: Request, known: Facts | None = None, now: datetime = NOW) -> Verdict:
    """The verdict on a request's first date."""
    return check(request, known or facts(), now)[0]
