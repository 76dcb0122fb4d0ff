"""The waiting list by telephone: who is next for a slot that came free, and how long it is kept for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.conflicts import fits
from desk_app.domain.bookings.facts import Facts, Hold
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.slots import MINUTE

HOLD = 30 * MINUTE
"""How long a slot is kept for somebody the desk has rung up: elders read no mail, and must be able to ask at home."""


class WaitingState(StrEnum):
    """Where an entry of the waiting list stands."""

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"
    LAPSED = "lapsed"
    """Offered, and no answer in time; the desk may put it back in line."""


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """Somebody who wants what is not free yet: one date in one room. Longest waiting comes first."""

    id: UUID
    request: Request
    asked_at: datetime
    state: WaitingState = WaitingState.WAITING
    held_until: datetime | None = None


def next_in_line(entries: Iterable[WaitingEntry], facts: Facts, now: datetime) -> WaitingEntry | None:
    """The longest waiting entry whose wish has become free; None when there is none."""
    waiting = sorted((e for e in entries if e.state is WaitingState.WAITING), key=lambda entry: entry.asked_at)
    return next((entry for entry in waiting if fits(entry.request, facts, now)), None)


def offer(entry: WaitingEntry, now: datetime, hold: timedelta = HOLD) -> WaitingEntry:
    """The slot is kept for them from now on; DeskError("waiting.not_waiting", state=…)."""
    if entry.state is not WaitingState.WAITING:
        raise DeskError("waiting.not_waiting", state=entry.state)
    return replace(entry, state=WaitingState.OFFERED, held_until=now + hold)


def answer(entry: WaitingEntry, *, accepted: bool, now: datetime) -> WaitingEntry:
    """What they said. DeskError("waiting.not_offered", state=…), DeskError("waiting.hold_over", until=…)."""
    if entry.state is not WaitingState.OFFERED or entry.held_until is None:
        raise DeskError("waiting.not_offered", state=entry.state)
    if entry.held_until <= now:
        raise DeskError("waiting.hold_over", until=entry.held_until)
    return replace(entry, state=WaitingState.TAKEN if accepted else WaitingState.DECLINED, held_until=None)


def lapsed(entries: Iterable[WaitingEntry], now: datetime) -> tuple[WaitingEntry, ...]:
    """The offers whose time is over, as lapsed; their slots go to the next in line."""
    return tuple(
        replace(entry, state=WaitingState.LAPSED, held_until=None)
        for entry in entries
        if entry.state is WaitingState.OFFERED and entry.held_until is not None and entry.held_until <= now
    )


def wait_again(entry: WaitingEntry, now: datetime) -> WaitingEntry:
    """Back in line, at its end; DeskError("waiting.not_lapsed", state=…)."""
    if entry.state is not WaitingState.LAPSED:
        raise DeskError("waiting.not_lapsed", state=entry.state)
    return replace(entry, state=WaitingState.WAITING, asked_at=now)


def holds(entries: Iterable[WaitingEntry], now: datetime) -> tuple[Hold, ...]:
    """What is kept for people on the list now, as a check needs it."""
    return tuple(
        Hold(entry.id, room_id, slot, entry.request.responsible.party_id, entry.held_until)
        for entry in entries
        if entry.state is WaitingState.OFFERED and entry.held_until is not None and now < entry.held_until
        for room_id in entry.request.room_ids
        for slot in entry.request.slots
    )
