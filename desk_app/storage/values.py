"""How values look in the file: instants are UTC in whole microseconds, days and times ISO text, ids 16 bytes.

Integers because comparing, adding and indexing them is exact and short; ISO text where only the calendar matters.
Slots of rooms follow the wall clock and are whole minutes of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(instant: datetime) -> int:
    """Microseconds since 1970 of an aware instant, exactly."""
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC instant `micros` microseconds after 1970."""
    return _EPOCH + timedelta(microseconds=micros)


def to_micros_or_none(instant: datetime | None) -> int | None:
    return None if instant is None else to_micros(instant)


def from_micros_or_none(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


_WALL_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  (a wall clock has no zone)
_MINUTE = timedelta(minutes=1)


def to_minutes(local: datetime) -> int:
    """Minutes since 1970 on the hub's wall clock, of a naive date-time; ValueError for broken minutes, a bug."""
    minutes, rest = divmod(local - _WALL_EPOCH, _MINUTE)
    if rest:
        raise ValueError("slots are whole minutes")
    return minutes


def floor_minutes(local: datetime) -> int:
    """The minute that runs at a naive date-time: for looking, never for keeping."""
    return (local - _WALL_EPOCH) // _MINUTE


def from_minutes(minutes: int) -> datetime:
    """The naive date-time `minutes` after 1970 on the hub's wall clock."""
    return _WALL_EPOCH + timedelta(minutes=minutes)


def to_ids(ids: Iterable[UUID]) -> str:
    """Ids as text in a column nobody searches by: hex, with blanks between."""
    return " ".join(one.hex for one in ids)


def from_ids(text: str) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in text.split())
