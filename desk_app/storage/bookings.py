"""Bookings in the file: found by index wherever they may stand in somebody's way, changed together, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, insert, literal_column, select, text, update

from desk_app.domain.bookings.booking import HOLDING, Booking, BookingState, PartyKind, Responsible
from desk_app.domain.bookings.rooms import room_purpose
from desk_app.domain.bookings.slots import NOTHING, Slot, merged
from desk_app.storage.booking_text import from_lent, to_lent, to_slot
from desk_app.storage.guard import no_double_promise
from desk_app.storage.tables import booking
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import floor_minutes, from_minutes, to_minutes

_A_DAY = 1440
_NOT_SHOWN = ("long", "holds", "slip_id")
_COLUMNS = tuple(column for column in booking.c if column.name not in _NOT_SHOWN)
_SELECT: Select[tuple[object, ...]] = select(*_COLUMNS)
_BY_ID = Statement(_SELECT.where(booking.c.id == bindparam("which")))
_OF_SERIES = Statement(_SELECT.where(booking.c.series_id == bindparam("which")).order_by(booking.c.starts))
_OF_PERSON = Statement(
    _SELECT.where(
        booking.c.person_id == bindparam("who"),
        booking.c.person_id.is_not(None),
        booking.c.ends > bindparam("since"),
        booking.c.starts < bindparam("until"),
    ).order_by(booking.c.starts)
)
_TOGETHER = Statement(
    _SELECT.where(
        booking.c.slip_id == select(booking.c.slip_id).where(booking.c.id == bindparam("which")).scalar_subquery(),
        booking.c.together == bindparam("joined"),
    ).order_by(booking.c.id)
)
_FOR_ACTIVITY = Statement(
    _SELECT.where(
        booking.c.activity_id == bindparam("which"),
        booking.c.activity_id.is_not(None),
        booking.c.starts < bindparam("until"),
        booking.c.ends > bindparam("since"),
    )
)
_COUNTED = and_(booking.c.state != "cancelled", booking.c.state != "lost")
_OF_PARTY = Statement(
    _SELECT.where(
        booking.c.party_id == bindparam("whose"),
        booking.c.starts < bindparam("until"),
        booking.c.ends > bindparam("since"),
        _COUNTED,
    )
)
# Written out as the index is, so that SQLite sees it is enough.
_RUNNING: ColumnElement[bool] = literal_column("state IN ('provisional', 'confirmed', 'in_use')")
_DUE = Statement(_SELECT.where(_RUNNING, booking.c.starts <= bindparam("until")))
_REQUESTED: ColumnElement[bool] = literal_column("state = 'requested'")
_ASKED = Statement(_SELECT.where(_REQUESTED, booking.c.starts >= bindparam("since")).order_by(booking.c.starts))

SELECTED = ", ".join(f"b.{column.name}" for column in _COLUMNS)
"""The columns `from_rows` takes, of a table called b."""
_SHORT = (
    f"b.long = 0 AND b.held_from > s.value->>0 - {_A_DAY} AND b.held_from < s.value->>1 AND b.held_to > s.value->>0"
)
_LONG = "b.long = 1 AND b.held_from < s.value->>1 AND b.held_to > s.value->>0"


def _meeting(where: str) -> Statement:
    """Every stretch at once: a loop over the stretches inside SQLite, two steps down an index for each."""
    halves = (
        f"SELECT {SELECTED} FROM json_each(:stretches) s CROSS JOIN booking b WHERE {where} AND {when}"  # noqa: S608
        for when in (_SHORT, _LONG)
    )
    return Statement(text(" UNION ALL ".join(halves)))


HELD_IN_ROOM = _meeting("b.room_id = :room AND b.holds = 1")
"""Public for the benchmark, which runs it bare."""
_HELD_ANYWHERE = _meeting("b.holds = 1")
_LENT = _meeting("b.holds = 1 AND b.equipment <> ''")
_SEEN = _meeting("b.state NOT IN ('cancelled', 'lost')")

_INSERT = Statement(insert(booking))
_CHANGING = tuple(column.name for column in booking.c if column.name not in ("id", "slip_id"))
_UPDATE = Statement(
    update(booking).where(booking.c.id == bindparam("which")).values({name: bindparam(name) for name in _CHANGING})
)
_LET_GO = Statement(update(booking).where(booking.c.id == bindparam("which")).values(state="cancelled", holds=0))


_STATES = {state.value: state for state in BookingState}
_PARTY_KINDS = {kind.value: kind for kind in PartyKind}


# Finding


def by_id(transaction: Transaction, booking_id: UUID) -> Booking | None:
    row = transaction.first(_BY_ID, which=booking_id.bytes)
    return _booking(row) if row else None


def held(transaction: Transaction, stretches: Sequence[Slot], room_ids: Iterable[UUID]) -> list[Booking]:
    """What holds any of these rooms in any of the stretches; each booking once."""
    asked = _stretches(stretches)
    rows = (row for one in room_ids for row in transaction.all(HELD_IN_ROOM, stretches=asked, room=one.bytes))
    return _each_once(rows)


def held_anywhere(transaction: Transaction, stretches: Sequence[Slot]) -> list[Booking]:
    """The same in every room of the hub."""
    return _each_once(transaction.all(_HELD_ANYWHERE, stretches=_stretches(stretches)))


def with_equipment(transaction: Transaction, stretches: Sequence[Slot]) -> list[Booking]:
    """What has equipment out in any of the stretches."""
    return _each_once(transaction.all(_LENT, stretches=_stretches(stretches)))


def seen(transaction: Transaction, within: Slot) -> list[Booking]:
    """Whatever a calendar shows of a stretch: all but cancelled and lost ones, by start."""
    found = _each_once(transaction.all(_SEEN, stretches=_stretches((within,))))
    return sorted((one for one in found if one.slot.overlaps(within)), key=lambda one: (one.slot, one.id))


def of_party(transaction: Transaction, party_id: UUID, within: Slot) -> list[Booking]:
    """What counts against a party's quotas and touches `within`."""
    since, until = to_minutes(within.start), to_minutes(within.end)
    return from_rows(transaction.all(_OF_PARTY, whose=party_id.bytes, since=since, until=until))


def of_series(transaction: Transaction, series_id: UUID) -> list[Booking]:
    """Every date of a series, in order."""
    return from_rows(transaction.all(_OF_SERIES, which=series_id.bytes))


def of_person(transaction: Transaction, person_id: UUID, since: datetime, until: datetime) -> list[Booking]:
    """What somebody answers for that is not over at `since` and begins before `until`, every state, by start."""
    rows = transaction.all(_OF_PERSON, who=person_id.bytes, since=floor_minutes(since), until=floor_minutes(until))
    return from_rows(rows)


def for_activity(transaction: Transaction, activity_id: UUID, within: Slot) -> list[Booking]:
    since, until = floor_minutes(within.start), floor_minutes(within.end)
    return from_rows(transaction.all(_FOR_ACTIVITY, which=activity_id.bytes, since=since, until=until))


def together_with(transaction: Transaction, one: Booking) -> list[Booking]:
    """The booking and those of the other rooms taken in the same breath."""
    if one.together is None:
        return [one]
    return from_rows(transaction.all(_TOGETHER, which=one.id.bytes, joined=one.together.bytes))


def begun(transaction: Transaction, now: datetime) -> list[Booking]:
    """Promises whose time has begun: what the passing of time may change."""
    return from_rows(transaction.all(_DUE, until=floor_minutes(now)))


def asked(transaction: Transaction, since: datetime) -> list[Booking]:
    """Requests that begin at `since` or later, by start."""
    return from_rows(transaction.all(_ASKED, since=floor_minutes(since)))


# Keeping


def insert_new(transaction: Transaction, made: Iterable[Booking], slip_id: UUID) -> None:
    """Keep new bookings of one act. DeskError("booking.taken_meanwhile") where the file refuses a double promise."""
    rows = [{"id": one.id.bytes, "slip_id": slip_id.bytes, **_values(one)} for one in made]
    with no_double_promise():
        transaction.run_many(_INSERT, rows)


def rewrite(transaction: Transaction, changed: Sequence[Booking]) -> None:
    """Write bookings as they are now, all at once: each may move to where another of them was.

    They let go of their old places first, since the file looks at each row as it is written.
    DeskError("booking.taken_meanwhile").
    """
    if len(changed) > 1:
        for one in changed:
            transaction.run(_LET_GO, which=one.id.bytes)
    with no_double_promise():
        for one in changed:
            transaction.run(_UPDATE, which=one.id.bytes, **_values(one))


def _stretches(slots: Sequence[Slot]) -> str:
    return json.dumps([[floor_minutes(slot.start), floor_minutes(slot.end)] for slot in merged(slots)])


def _each_once(rows: Iterable[Row]) -> list[Booking]:
    return from_rows({row[0]: row for row in rows}.values())


def from_rows(rows: Iterable[Row]) -> list[Booking]:
    """Bookings of rows whose columns are `SELECTED`."""
    return [_booking(row) for row in rows]


def _values(one: Booking) -> dict[str, object]:
    who, origin, approved, whole = one.responsible, one.origin, one.approved, one.held
    return {
        "room_id": one.room_id.bytes,
        "starts": to_minutes(one.slot.start),
        "ends": to_minutes(one.slot.end),
        "held_from": to_minutes(whole.start),
        "held_to": to_minutes(whole.end),
        "long": int(whole.length > timedelta(minutes=_A_DAY)),
        "holds": int(one.state in HOLDING),
        "state": one.state.value,
        "party_kind": who.kind.value,
        "party_id": who.party_id.bytes,
        "party_name": who.party_name,
        "person_id": who.person_id.bytes if who.person_id else None,
        "person_name": who.person_name,
        "phone": who.phone,
        "adult": int(who.adult),
        "purpose": one.purpose.value,
        "title": one.title,
        "head_count": one.head_count,
        "fee_note": one.fee_note,
        "remarks": one.remarks,
        "equipment": to_lent(one.equipment),
        "series_id": one.series_id.bytes if one.series_id else None,
        "activity_id": one.activity_id.bytes if one.activity_id else None,
        "origin_starts": to_minutes(origin.start) if origin else None,
        "origin_ends": to_minutes(origin.end) if origin else None,
        "together": one.together.bytes if one.together else None,
        "approved_starts": to_minutes(approved.start) if approved else None,
        "approved_ends": to_minutes(approved.end) if approved else None,
        "override_why": one.override_why,
    }


def _booking(row: Row) -> Booking:
    (
        booking_id, room_id, starts, ends, held_from, held_to, state, party_kind, party_id, party_name, person_id,
        person_name, phone, adult, purpose, title, head_count, fee_note, remarks, equipment, series_id, activity_id,
        origin_starts, origin_ends, together, approved_starts, approved_ends, override_why,
    ) = row  # fmt: skip
    slot = Slot(from_minutes(starts), from_minutes(ends))
    return Booking(
        id=UUID(bytes=booking_id),
        room_id=UUID(bytes=room_id),
        slot=slot,
        state=_STATES[state],
        responsible=Responsible(
            kind=_PARTY_KINDS[party_kind],
            party_id=UUID(bytes=party_id),
            party_name=party_name,
            person_id=UUID(bytes=person_id) if person_id else None,
            person_name=person_name,
            phone=phone,
            adult=bool(adult),
        ),
        purpose=room_purpose(purpose),
        title=title,
        head_count=head_count,
        fee_note=fee_note,
        remarks=remarks,
        equipment=from_lent(equipment) if equipment else (),
        setup=NOTHING if starts == held_from else timedelta(minutes=starts - held_from),
        cleanup=NOTHING if ends == held_to else timedelta(minutes=held_to - ends),
        series_id=UUID(bytes=series_id) if series_id else None,
        activity_id=UUID(bytes=activity_id) if activity_id else None,
        # both are the slot itself mostly, and making one costs as much as all the rest of the row
        origin=slot if (origin_starts, origin_ends) == (starts, ends) else to_slot(origin_starts, origin_ends),
        together=UUID(bytes=together) if together else None,
        approved=slot
        if (approved_starts, approved_ends) == (starts, ends)
        else to_slot(approved_starts, approved_ends),
        override_why=override_why,
    )
