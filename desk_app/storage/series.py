"""Series of bookings and the waiting list in the file."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from desk_app.domain.bookings.series import Series
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.waiting import WaitingEntry, WaitingState
from desk_app.storage.booking_text import series_of, series_text, wish_of, wish_text
from desk_app.storage.tables import booking_series, waiting
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import floor_minutes, from_ids, from_minutes, to_ids, to_minutes

_SELECT: Select[tuple[object, ...]] = select(*booking_series.c)
_BY_ID = Statement(_SELECT.where(booking_series.c.id == bindparam("which")))
_SKIPPED = Statement(
    _SELECT.where(booking_series.c.skipped_to.is_not(None), booking_series.c.skipped_to > bindparam("since"))
)
_upsert = insert(booking_series)
_SAVE = Statement(
    _upsert.on_conflict_do_update(
        index_elements=[booking_series.c.id],
        set_={column.name: _upsert.excluded[column.name] for column in booking_series.c if column.name != "id"},
    )
)

_SELECT_WAITING: Select[tuple[object, ...]] = select(*waiting.c)
_ENTRY = Statement(_SELECT_WAITING.where(waiting.c.id == bindparam("which")))
# Written out as the index is, so that SQLite sees it is enough.
_IS_OPEN: ColumnElement[bool] = literal_column("state IN ('waiting', 'offered', 'lapsed')")
_OPEN = Statement(_SELECT_WAITING.where(_IS_OPEN, waiting.c.ends > bindparam("since")).order_by(waiting.c.asked_at))
_upsert_entry = insert(waiting)
_SAVE_ENTRY = Statement(
    _upsert_entry.on_conflict_do_update(
        index_elements=[waiting.c.id],
        set_={column.name: _upsert_entry.excluded[column.name] for column in waiting.c if column.name != "id"},
    )
)


def by_id(transaction: Transaction, series_id: UUID) -> Series | None:
    row = transaction.first(_BY_ID, which=series_id.bytes)
    return _series(row) if row else None


def with_skipped(transaction: Transaction, since: datetime) -> list[Series]:
    """Series that have skipped dates not over at `since`."""
    return [_series(row) for row in transaction.all(_SKIPPED, since=floor_minutes(since))]


def save(transaction: Transaction, series: Series) -> None:
    """Insert or replace."""
    transaction.run(
        _SAVE,
        id=series.id.bytes,
        split_from=series.split_from.bytes if series.split_from else None,
        first_starts=to_minutes(series.first.start),
        first_ends=to_minutes(series.first.end),
        rooms=to_ids(series.room_ids),
        body=series_text(series),
        skipped_to=max((to_minutes(skipped.slot.end) for skipped in series.skipped), default=None),
    )


def entry(transaction: Transaction, entry_id: UUID) -> WaitingEntry | None:
    row = transaction.first(_ENTRY, which=entry_id.bytes)
    return _entry(row) if row else None


def open_entries(transaction: Transaction, since: datetime) -> list[WaitingEntry]:
    """Whoever waits, was rung up or let an offer lapse, for a time not over at `since`; longest waiting first."""
    return [_entry(row) for row in transaction.all(_OPEN, since=floor_minutes(since))]


def save_entry(transaction: Transaction, one: WaitingEntry) -> None:
    """Insert or replace; an entry is one date."""
    (slot,) = one.request.slots
    transaction.run(
        _SAVE_ENTRY,
        id=one.id.bytes,
        state=one.state.value,
        asked_at=to_minutes(one.asked_at),
        held_until=to_minutes(one.held_until) if one.held_until else None,
        starts=to_minutes(slot.start),
        ends=to_minutes(slot.end),
        rooms=to_ids(one.request.room_ids),
        body=wish_text(one.request),
    )


def _series(row: Row) -> Series:
    series_id, split_from, starts, ends, rooms, body, _ = row
    return series_of(
        UUID(bytes=series_id),
        UUID(bytes=split_from) if split_from else None,
        Slot(from_minutes(starts), from_minutes(ends)),
        from_ids(rooms),
        body,
    )


def _entry(row: Row) -> WaitingEntry:
    entry_id, state, asked_at, held_until, starts, ends, rooms, body = row
    slot = Slot(from_minutes(starts), from_minutes(ends))
    return WaitingEntry(
        id=UUID(bytes=entry_id),
        request=wish_of(from_ids(rooms), slot, body),
        asked_at=from_minutes(asked_at),
        state=WaitingState(state),
        held_until=None if held_until is None else from_minutes(held_until),
    )
