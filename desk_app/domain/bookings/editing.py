"""Moving, resizing, approving and restoring bookings: one or many, each checked by the same rule as a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import (
    PROMISED,
    UPCOMING,
    Booking,
    BookingState,
    approve,
    become,
    needs_new_approval,
    needs_recheck,
)
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.reasons import MeetsItself, Verdict
from desk_app.domain.bookings.request import Override, Request, request_for
from desk_app.domain.bookings.slots import NOTHING, Slot


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to each booking edited: moved by `shift`, made longer by `lengthen`, put into `room_id`."""

    shift: timedelta = NOTHING
    lengthen: timedelta = NOTHING
    room_id: UUID | None = None

    def slot_of(self, booking: Booking) -> Slot:
        """DeskError("booking.end_not_after_start") when nothing would be left."""
        moved = booking.slot.moved(self.shift)
        return Slot(moved.start, moved.end + self.lengthen)


@dataclass(frozen=True, slots=True)
class Edit:
    """One booking before and after, with the verdict on its new time; `after` is None where that refuses."""

    before: Booking
    verdict: Verdict
    after: Booking | None

    @property
    def displaced(self) -> tuple[Booking, ...]:
        return tuple(become(booking, BookingState.LOST) for booking in self.verdict.displaces)


def edit(
    bookings: Sequence[Booking], change: Change, facts: Facts, now: datetime, override: Override | None = None
) -> tuple[Edit, ...]:
    """`change` tried on every one of `bookings`; in order of their new time.

    They make room for one another, except those that are refused: these stay where they are and stand in the others'
    way there, so that any subset of what is found free can be kept together. Shortening alone is never refused.
    DeskError("booking.is_over") and DeskError("booking.cannot_move", state=…): the past stays as it was.
    """
    for booking in bookings:
        _require_changeable(booking, change, now)
    shortened = [booking for booking in bookings if _only_shortens(booking, change)]
    done = [Edit(b, Verdict(change.slot_of(b), books_as=b.state), _put(b, change, facts)) for b in shortened]
    moving = [booking for booking in bookings if not _only_shortens(booking, change)]
    while moving:
        tried = _without_own_clashes(_edit_together(moving, change, facts, now, override), facts)
        refused = [one for one in tried if one.after is None]
        done += refused or tried
        stuck = {one.before.id for one in refused}
        moving = [booking for booking in moving if booking.id not in stuck] if refused else []
    return tuple(sorted(done, key=lambda one: one.verdict.slot))


def _require_changeable(booking: Booking, change: Change, now: datetime) -> None:
    if booking.is_over(now):
        raise DeskError("booking.is_over", end=booking.slot.end)
    runs_on = booking.state is BookingState.IN_USE and not change.shift and change.room_id in (None, booking.room_id)
    if booking.state not in UPCOMING and not runs_on:
        raise DeskError("booking.cannot_move", state=booking.state)


def _only_shortens(booking: Booking, change: Change) -> bool:
    return change.room_id in (None, booking.room_id) and booking.slot.covers(change.slot_of(booking))


def _edit_together(
    bookings: Sequence[Booking], change: Change, facts: Facts, now: datetime, override: Override | None
) -> list[Edit]:
    """Bookings that would make the same request are checked as one, so that quotas count them all."""
    ids = frozenset(booking.id for booking in bookings)
    alike: defaultdict[tuple[object, ...], list[Booking]] = defaultdict(list)
    for booking in sorted(bookings, key=change.slot_of):
        room_id = change.room_id or booking.room_id
        party = booking.responsible.party_id
        alike[room_id, party, booking.purpose, booking.head_count, booking.equipment].append(booking)
    return [one for group in alike.values() for one in _edit_alike(group, change, facts, now, ids, override)]


def _edit_alike(
    bookings: Sequence[Booking],
    change: Change,
    facts: Facts,
    now: datetime,
    ids: frozenset[UUID],
    override: Override | None,
) -> list[Edit]:
    first = bookings[0]
    request = Request(
        room_ids=(change.room_id or first.room_id,),
        slots=tuple(change.slot_of(booking) for booking in bookings),
        responsible=first.responsible,
        purpose=first.purpose,
        head_count=first.head_count,
        equipment=first.equipment,
        replaces=ids,
        was=tuple(booking.slot for booking in bookings),
        override=override,
    )
    checked = zip(bookings, check(request, facts, now), strict=True)
    return [Edit(b, verdict, _put(b, change, facts, override) if verdict.free else None) for b, verdict in checked]


def _put(booking: Booking, change: Change, facts: Facts, override: Override | None = None) -> Booking:
    """The booking at its new time, with the state the room and the moment allow."""
    slot, room = change.slot_of(booking), facts.plan.room(change.room_id or booking.room_id)
    if _only_shortens(booking, change):
        return replace(booking, slot=slot)
    moved = replace(
        booking,
        slot=slot,
        room_id=room.id,
        setup=room.rules.setup,
        cleanup=room.rules.cleanup,
        override_why=override.why if override else booking.override_why,
    )
    if booking.state is BookingState.IN_USE:
        return moved
    room_changed = room.id != booking.room_id
    asks = booking.state is BookingState.REQUESTED or needs_new_approval(
        booking.approved, slot, room.rules, room_changed=room_changed
    )
    if asks and override is None:
        return replace(moved, state=BookingState.REQUESTED, approved=None)
    state = BookingState.CONFIRMED if facts.can_confirm(room) else BookingState.PROVISIONAL
    approved = booking.approved if booking.approved is not None and booking.approved.covers(slot) else slot
    return replace(moved, state=state, approved=approved)


def _without_own_clashes(edits: list[Edit], facts: Facts) -> list[Edit]:
    """Edits checked apart from one another must not meet: the later one is refused.

    Only rooms cut from one floor and groups checked separately can bring this about; a shared room counts again.
    """
    kept: list[Edit] = []
    for one in sorted(edits, key=lambda item: item.verdict.slot):
        other = next((e for e in kept if _clash(e.after, one.after, facts)), None)
        if other is not None:
            refused = replace(one.verdict, reasons=(*one.verdict.reasons, MeetsItself(other.verdict.slot)))
            kept.append(Edit(one.before, refused, None))
        else:
            kept.append(one)
    return kept


def _clash(one: Booking | None, other: Booking | None, facts: Facts) -> bool:
    if one is None or other is None or one.room_id not in facts.plan.touching(other.room_id):
        return False
    return one.held.overlaps(other.held)


def approve_checked(booking: Booking, facts: Facts, now: datetime, override: Override | None = None) -> Edit:
    """A request approved if nobody has been promised its slot since; DeskError("booking.not_waiting_for_approval")."""
    promised = approve(booking, can_confirm=facts.can_confirm(facts.plan.room(booking.room_id)))
    verdict = check(request_for(booking, override=override), facts, now)[0]
    return Edit(booking, verdict, promised if verdict.free else None)


def revive(booking: Booking, facts: Facts, now: datetime, override: Override | None = None) -> Edit:
    """A cancelled or lost booking taken up again, or a no-show that came after all, where the slot is still free.

    DeskError("booking.still_holds") for one that never gave its slot up.
    """
    verdict = check(request_for(booking, override=override), facts, now)[0]
    late = booking.state is BookingState.NO_SHOW
    state = BookingState.IN_USE if late else verdict.books_as
    if not needs_recheck(booking.state, state):
        raise DeskError("booking.still_holds", state=booking.state)
    if not verdict.free:
        return Edit(booking, verdict, None)
    rules = facts.plan.room(booking.room_id).rules
    back = replace(become(booking, state), setup=rules.setup, cleanup=rules.cleanup)
    return Edit(booking, verdict, replace(back, approved=booking.slot if state in PROMISED else None))
