"""Time and identifiers, injectable so that every rule and test can say what now is."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from uuid_utils.compat import uuid7

SHANGHAI = ZoneInfo("Asia/Shanghai")
"""A hub's day, opening hours and reports follow this zone; instants are stored in UTC."""


class Clock(Protocol):
    """Where now and new identifiers come from."""

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, of unknown origin."""
        ...

    def new_id(self) -> UUID:
        """A fresh time-ordered identifier (UUIDv7)."""
        ...

    @property
    def boot_id(self) -> str:
        """Names the stretch in which `monotonic` values may be compared."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The PC's own clock."""

    boot_id: str = field(default_factory=lambda: uuid.uuid4().hex)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def new_id(self) -> UUID:
        return uuid7()


def shanghai(instant: datetime) -> datetime:
    """The same instant on a Shanghai wall clock; `instant` must be aware."""
    return instant.astimezone(SHANGHAI)


def hub_day(instant: datetime) -> date:
    """The hub's calendar day an aware instant falls on."""
    return shanghai(instant).date()
