"""The waiting list: who waits, whom to ring up, how long a slot is kept for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import waiting
from desk_app.domain.bookings.conflicts import fits
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.slots import DAY
from desk_app.domain.bookings.waiting import WaitingEntry, WaitingState
from desk_app.services.bookings.api import Booked, Wanted
from desk_app.services.bookings.counter import Asked, Counter
from desk_app.services.bookings.making import checked, put_down
from desk_app.storage import series
from desk_app.storage.transaction import Transaction


def existing(transaction: Transaction, entry_id: UUID) -> WaitingEntry:
    """DeskError("waiting.unknown")."""
    found = series.entry(transaction, entry_id)
    if found is None:
        raise DeskError("waiting.unknown")
    return found


def wait(transaction: Transaction, counter: Counter, wanted: Wanted) -> WaitingEntry:
    """At the end of the line, for one date somebody else has."""
    answer, _ = checked(transaction, counter, wanted)
    if len(answer.verdicts) != 1:
        raise DeskError("waiting.one_date_only", field="rule")
    (verdict,) = answer.verdicts
    if verdict.free:
        raise DeskError("waiting.is_free", field="time")
    if not verdict.can_wait:
        raise DeskError("waiting.no_use", field="time", reason=verdict.reasons[0])
    wish = replace(answer.request, override=None)
    entry = WaitingEntry(counter.office.clock.new_id(), wish, minute(counter.now()))
    series.save_entry(transaction, entry)
    return entry


def next_in_line(transaction: Transaction, counter: Counter) -> tuple[WaitingEntry, ...]:
    """Whose wish is free now, longest waiting first. Of several who want the same only the first is named."""
    now = counter.now()
    open_now = series.open_entries(transaction, now)
    line = [entry for entry in open_now if entry.state is WaitingState.WAITING]
    named: list[WaitingEntry] = []
    facts = _facts(transaction, counter, line)
    while line and facts is not None:
        found = waiting.next_in_line(line, facts, now)
        if found is None:
            break
        named.append(found)
        line = [entry for entry in line if entry is not found and not _same_wish(entry, found, facts)]
    return tuple(named)


def offer(transaction: Transaction, counter: Counter, entry_id: UUID) -> WaitingEntry:
    """Rung up; the slot is kept from now on."""
    entry, now = existing(transaction, entry_id), counter.now()
    offered = waiting.offer(entry, minute(now))
    facts = _facts(transaction, counter, [entry])
    if facts is None or not fits(entry.request, facts, now):
        raise DeskError("booking.not_free", refused=1, dates=1)
    series.save_entry(transaction, offered)
    return offered


def answer(transaction: Transaction, counter: Counter, entry_id: UUID, *, accepted: bool) -> Booked | None:
    """What they said; a yes is a booking at once."""
    told = waiting.answer(existing(transaction, entry_id), accepted=accepted, now=counter.now())
    series.save_entry(transaction, told)
    return put_down(transaction, counter, told.request) if accepted else None


def wait_again(transaction: Transaction, counter: Counter, entry_id: UUID) -> WaitingEntry:
    entry = waiting.wait_again(existing(transaction, entry_id), minute(counter.now()))
    series.save_entry(transaction, entry)
    return entry


def stop(transaction: Transaction, entry_id: UUID) -> WaitingEntry:
    """They want it no longer, whether rung up or not."""
    entry = replace(existing(transaction, entry_id), state=WaitingState.DECLINED, held_until=None)
    series.save_entry(transaction, entry)
    return entry


def still_open(transaction: Transaction, counter: Counter) -> tuple[WaitingEntry, ...]:
    return tuple(series.open_entries(transaction, counter.now() - DAY))


def minute(moment: datetime) -> datetime:
    """The minute that runs: asking and holding are counted in whole ones."""
    return moment.replace(second=0, microsecond=0)


def _facts(transaction: Transaction, counter: Counter, line: Sequence[WaitingEntry]) -> Facts | None:
    if not line:
        return None
    asked = Asked(
        slots=sorted(slot for entry in line for slot in entry.request.slots),
        room_ids={room_id for entry in line for room_id in entry.request.room_ids},
        party_ids={entry.request.responsible.party_id for entry in line},
        lent=any(entry.request.equipment for entry in line),
    )
    return counter.facts(transaction, asked)


def _same_wish(one: WaitingEntry, other: WaitingEntry, facts: Facts) -> bool:
    """Whether both cannot be served: the same floor at the same time."""
    floor = {near for room_id in other.request.room_ids for near in facts.plan.touching(room_id)}
    if floor.isdisjoint(one.request.room_ids):
        return False
    return any(a.overlaps(b) for a in one.request.slots for b in other.request.slots)
