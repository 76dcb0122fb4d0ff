"""Rooms, bookings and verdicts as the commands print them, names masked. docs/commands.md lists the fields."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from typing import Any

from desk_app.commands.words import sentence
from desk_app.domain.bookings.booking import Booking, PartyKind
from desk_app.domain.bookings.reasons import (
    AskedBy,
    BlockedFor,
    ClosedThen,
    OutsideHours,
    Reason,
    TakenBy,
    TooFew,
    Verdict,
)
from desk_app.domain.bookings.rooms import Room, RoomPlan
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.domain.people import mask_name


def room_fields(room: Room, plan: RoomPlan) -> dict[str, object]:
    """A room for programs."""
    rules = room.rules
    return {
        "id": str(room.id),
        "name": room.name,
        "floor": room.floor,
        "capacity": room.capacity,
        "area": room.area,
        "features": sorted(room.features),
        "purposes": sorted(purpose.value for purpose in room.purposes),
        "in_service": room.in_service,
        "parts": [plan.room(part).name for part in room.parts],
        "groups_at_once": rules.groups_at_once,
        "needs_approval": rules.needs_approval,
        "setup": rules.setup // MINUTE,
        "cleanup": rules.cleanup // MINUTE,
        "shortest": rules.length.shortest // MINUTE,
        "longest": None if rules.length.longest is None else rules.length.longest // MINUTE,
    }


def room_row(room: Room) -> str:
    size = f"{room.capacity} 人" if room.capacity else "—"
    area = f"{room.area:g} ㎡" if room.area else ""
    return "\t".join(part for part in (room.name, size, area, "" if room.in_service else "停用") if part)


def booking_fields(one: Booking, room: str) -> dict[str, object]:
    """A booking for programs: who answers is masked, telephone and remarks stay out."""
    return {
        "id": str(one.id),
        "room": room,
        "start": _clock(one.slot.start),
        "end": _clock(one.slot.end),
        "state": one.state.value,
        "title": one.title,
        "by": who(one),
        "purpose": one.purpose.value,
        "people": one.head_count,
        "setup": one.setup // MINUTE,
        "cleanup": one.cleanup // MINUTE,
        "series": str(one.series_id) if one.series_id else None,
        "overridden": bool(one.override_why),
    }


def booking_row(one: Booking, room: str) -> str:
    return "\t".join((str(one.id), room, when(one.slot), one.state.value, one.title or who(one)))


def verdict_fields(verdict: Verdict) -> dict[str, object]:
    """A date for programs."""
    return {
        "date": verdict.slot.day.isoformat(),
        "start": _clock(verdict.slot.start),
        "end": _clock(verdict.slot.end),
        "verdict": verdict.kind.value,
        "free": verdict.free,
        "books_as": verdict.books_as.value if verdict.free else None,
        "reasons": [{"code": reason.code, "reason": reason_words(reason)} for reason in verdict.reasons],
        "overridden": [reason.code for reason in verdict.overridden],
    }


def verdict_row(verdict: Verdict) -> str:
    why = "; ".join(reason_words(reason) for reason in verdict.reasons)
    return "\t".join((when(verdict.slot), verdict.kind.value, why)).rstrip()


def reason_words(reason: Reason) -> str:
    """Chinese / English, with figures; who booked is masked."""
    given: dict[str, Any] = {}
    if is_dataclass(reason):
        given = {item.name: _figure(getattr(reason, item.name)) for item in fields(reason)}
    if isinstance(reason, TakenBy | AskedBy):
        given |= {"who": reason.booking.title or who(reason.booking), "when": when(reason.booking.slot)}
    elif isinstance(reason, ClosedThen):
        given["why"] = reason.closure.why
    elif isinstance(reason, BlockedFor):
        given["why"] = reason.blocking.why
    elif isinstance(reason, OutsideHours):
        spans = "、".join(f"{slot.start:%H:%M}–{slot.end:%H:%M}" for slot in reason.open)
        given["open"] = f"{spans or '—'} {reason.why}".strip()
    elif isinstance(reason, TooFew):
        given |= {"thing": reason.equipment.name, "stock": reason.equipment.stock}
    elif hasattr(reason, "quota"):
        given["most"] = reason.quota.most
    return sentence(reason.code, given)


def who(one: Booking) -> str:
    """The group or unit by name, a person masked."""
    answering = one.responsible
    if answering.kind is PartyKind.PERSON:
        return mask_name(answering.person_name or answering.party_name)
    return answering.party_name


def when(slot: Slot) -> str:
    end = f"{slot.end:%H:%M}" if slot.end.date() == slot.start.date() else f"{slot.end:%m-%d %H:%M}"
    return f"{slot.start:%Y-%m-%d %H:%M}–{end}"


def _figure(value: object) -> object:
    if isinstance(value, timedelta):
        return value // MINUTE
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def _clock(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
