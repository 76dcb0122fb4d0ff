"""What became of a booking, line by line, and the slip an act of booking is found by."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select, update

from desk_app.domain.bookings.booking import Booking, BookingChange, BookingState
from desk_app.domain.bookings.rooms import room_purpose
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.storage.booking_text import from_lent, to_lent
from desk_app.storage.tables import booking, booking_change, booking_slip
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import from_micros, from_minutes, to_micros, to_minutes

_ADD = Statement(
    insert(booking_change).from_select(
        list(booking_change.c.keys()),
        select(
            bindparam("which"),
            func.coalesce(func.max(booking_change.c.nr), 0) + 1,
            bindparam("moment"),
            bindparam("what"),
            bindparam("who"),
            bindparam("reason"),
            bindparam("snapshot"),
        ).where(booking_change.c.booking_id == bindparam("which")),
    )
)
_LINES = Statement(
    select(
        booking_change.c.at, booking_change.c.act, booking_change.c.hand, booking_change.c.why, booking_change.c.after
    )
    .where(booking_change.c.booking_id == bindparam("which"))
    .order_by(booking_change.c.nr)
)
_NEXT_SERIAL = Statement(
    select(func.coalesce(func.max(booking_slip.c.serial), 0) + 1).where(
        booking_slip.c.day == bindparam("date"), booking_slip.c.desk == bindparam("letter")
    )
)
_NEW_SLIP = Statement(insert(booking_slip))
_SLIP_OF = Statement(
    select(*booking_slip.c)
    .join(booking, booking.c.slip_id == booking_slip.c.id)
    .where(booking.c.id == bindparam("which"))
)
_COPY = Statement(
    update(booking_slip).where(booking_slip.c.id == bindparam("which")).values(copies=booking_slip.c.copies + 1)
)


@dataclass(frozen=True, slots=True)
class StoredSlip:
    """The paper of one act of booking. `copies` have been printed so far, the original included."""

    id: UUID
    token: str
    number: str
    copies: int


def add_line(transaction: Transaction, after: Booking, act: str, hand: str, at: datetime, why: str = "") -> None:
    """One more line: what the booking is now, but for name, telephone and remarks, which stand in the booking alone."""
    transaction.run(
        _ADD,
        which=after.id.bytes,
        moment=to_micros(at),
        what=act,
        who=hand,
        reason=why,
        snapshot=json.dumps(_snapshot(after), ensure_ascii=False, separators=(",", ":")),
    )


def lines(transaction: Transaction, now: Booking) -> list[BookingChange]:
    """Every change of a booking, oldest first; `now` is the booking as it is."""
    found: list[BookingChange] = []
    before: Booking | None = None
    for at, act, hand, why, text in transaction.all(_LINES, which=now.id.bytes):
        after = _as_it_was(now, json.loads(text))
        found.append(BookingChange(from_micros(at), act, hand, before, after, why))
        before = after
    return found


def new_slip(transaction: Transaction, slip_id: UUID, token: str, day: date, letter: str) -> StoredSlip:
    """The slip of a new act, with the next number of the day at this desk: 20261123-AB007."""
    serial = int(transaction.value(_NEXT_SERIAL, date=day.isoformat(), letter=letter))
    transaction.run(_NEW_SLIP, id=slip_id.bytes, token=token, day=day.isoformat(), desk=letter, serial=serial, copies=0)
    return StoredSlip(slip_id, token, _number(day, letter, serial), 0)


def slip_of(transaction: Transaction, booking_id: UUID) -> StoredSlip | None:
    row = transaction.first(_SLIP_OF, which=booking_id.bytes)
    return _slip(row) if row else None


def count_copy(transaction: Transaction, slip: StoredSlip) -> None:
    transaction.run(_COPY, which=slip.id.bytes)


def _number(day: date, letter: str, serial: int) -> str:
    return f"{day:%Y%m%d}-{letter}B{serial:03d}"


def _slip(row: Row) -> StoredSlip:
    slip_id, token, day, letter, serial, copies = row
    return StoredSlip(UUID(bytes=slip_id), token, _number(date.fromisoformat(day), letter, serial), copies)


def _snapshot(one: Booking) -> dict[str, Any]:
    values: dict[str, Any] = {
        "state": one.state.value,
        "room": one.room_id.hex,
        "slot": _pair(one.slot),
        "setup": one.setup // MINUTE,
        "cleanup": one.cleanup // MINUTE,
        "purpose": one.purpose.value,
        "title": one.title,
        "heads": one.head_count,
        "fee": one.fee_note,
        "lent": to_lent(one.equipment),
        "series": one.series_id.hex if one.series_id else None,
        "approved": _pair(one.approved) if one.approved else None,
        "override": one.override_why,
    }
    return {name: value for name, value in values.items() if value}


def _as_it_was(now: Booking, values: dict[str, Any]) -> Booking:
    return replace(
        now,
        state=BookingState(values["state"]),
        room_id=UUID(values["room"]),
        slot=_slot(values["slot"]),
        setup=values.get("setup", 0) * MINUTE,
        cleanup=values.get("cleanup", 0) * MINUTE,
        purpose=room_purpose(values["purpose"]),
        title=values.get("title", ""),
        head_count=values["heads"],
        fee_note=values.get("fee", ""),
        equipment=from_lent(values.get("lent", "")),
        series_id=UUID(values["series"]) if "series" in values else None,
        approved=_slot(values["approved"]) if "approved" in values else None,
        override_why=values.get("override", ""),
    )


def _pair(slot: Slot) -> list[int]:
    return [to_minutes(slot.start), to_minutes(slot.end)]


def _slot(pair: list[int]) -> Slot:
    return Slot(from_minutes(pair[0]), from_minutes(pair[1]))
