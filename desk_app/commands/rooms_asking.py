"""How the options of a wish become one. Reaches for the store: imported by commands only while they run."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desk_app.commands.api import Complaint
from desk_app.commands.rooms_text import reason_words
from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, PartyKind, Responsible
from desk_app.domain.bookings.recurrence import Recurrence, require_whole
from desk_app.domain.bookings.rooms import Room, room_purpose
from desk_app.domain.bookings.rrule_text import from_rrule
from desk_app.domain.bookings.slots import Slot, wall_clock
from desk_app.services.bookings import Checked, Wanted
from desk_app.services.desk import Desk
from desk_app.services.rooms import Party


def wish(given: Namespace, room: Room, who: Responsible) -> Wanted:
    """DeskErrors booking.no_such_time, booking.end_not_after_start, booking.purpose_unknown, recurrence.*."""
    first = Slot(moment(given.start, "start"), moment(given.end, "end"))
    rule = from_rrule(given.rrule, first) if given.rrule else Recurrence()
    rule = replace(rule, skips_holidays=given.skip_holidays, follows_makeup=given.follow_makeup)
    return Wanted((room.id,), first, who, room_purpose(given.purpose), rule, head_count=given.people)


def require_one_date(answer: Checked) -> None:
    """DeskError recurrence.too_long, recurrence.no_dates; Complaint with the first reason where no date can be had."""
    require_whole(answer.expansion)
    if not any(verdict.free for verdict in answer.verdicts):
        raise Complaint(f"{reason_words(answer.verdicts[0].reasons[0])} (0/{len(answer.verdicts)})")


def room_named(desk: Desk, name: str) -> Room:
    """By name, or by id; DeskError("room.unknown")."""
    rooms = desk.rooms.list()
    for room in rooms:
        if name in (room.name, str(room.id)):
            return room
    raise DeskError("room.unknown", field="room", name=name, names="、".join(room.name for room in rooms))


def group_named(desk: Desk, name: str, *, new: bool = False) -> Party | None:
    """None where no name was given, or a group that is said to be new; DeskError("party.unknown")."""
    found = next((party for party in desk.rooms.parties(name, limit=1_000) if party.name == name), None)
    if name and found is None and not new:
        raise DeskError("party.unknown", field="group", name=name)
    return found if name else None


def somebody(desk: Desk, party: Party | None, name: str = "", phone: str = "") -> Responsible:
    """Who answers, as far as a technician says; no person of the hub is made of it."""
    new = desk.rooms.new_id()
    return Responsible(
        kind=party.kind if party else PartyKind.PERSON,
        party_id=party.id if party else new,
        party_name=party.name if party else name,
        person_name=name,
        phone=phone,
    )


def bookings_named(desk: Desk, text: str) -> tuple[Booking, ...]:
    """By a booking's id, a slip's number or its code; DeskError("booking.unknown")."""
    try:
        found: tuple[Booking, ...] = (desk.bookings.booking(UUID(text)),)
    except ValueError:
        found = desk.bookings.find(text)
    except DeskError:
        found = ()
    if not found:
        raise DeskError("booking.unknown", value=text)
    return found


def moment(text: str, field: str) -> datetime:
    """A wall-clock time as typed; one with an offset or Z is converted. DeskError("booking.no_such_time")."""
    try:
        typed = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise DeskError("booking.no_such_time", field=field, value=text) from error
    return typed if typed.tzinfo is None else wall_clock(typed)
