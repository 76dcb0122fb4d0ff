"""Moving, resizing and mending bookings: one date, that and the following, or all to come; the past never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import editing
from desk_app.domain.bookings.booking import UPCOMING, Booking, BookingState, become, give_back
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand
from desk_app.domain.bookings.request import Override, request_for
from desk_app.domain.bookings.series import Scope, Series, in_scope, split
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.taking import Skipped
from desk_app.domain.calendar import HolidayCalendar
from desk_app.services.bookings.api import Details, Edited
from desk_app.services.bookings.counter import Asked, Counter
from desk_app.services.bookings.keeping import existing, existing_series, keep_changed, keep_series
from desk_app.storage import bookings
from desk_app.storage.transaction import Transaction

_AMENDABLE = UPCOMING | {BookingState.IN_USE}


def targets(transaction: Transaction, counter: Counter, at: Booking, scope: Scope) -> tuple[Booking, ...]:
    """What an edit made on `at` touches; rooms taken together stay together. DeskError("booking.is_over")."""
    now = counter.now()
    if scope is Scope.THIS or at.series_id is None:
        in_scope((), at, Scope.THIS, now)
        return tuple(bookings.together_with(transaction, at))
    return in_scope(bookings.of_series(transaction, at.series_id), at, scope, now)


def preview(
    transaction: Transaction,
    counter: Counter,
    booking_id: UUID,
    change: Change,
    scope: Scope,
    override: Override | None,
) -> tuple[Edit, ...]:
    """`change` tried on everything in scope."""
    at = existing(transaction, booking_id)
    touched = targets(transaction, counter, at, scope)
    if change.room_id is not None:
        touched = tuple(one for one in touched if one.room_id == at.room_id)
    asked = Asked(
        slots=sorted({*(change.slot_of(one) for one in touched), *(one.slot for one in touched)}),
        room_ids={change.room_id or one.room_id for one in touched},
        party_ids={one.responsible.party_id for one in touched},
        lent=any(one.equipment for one in touched),
    )
    return editing.edit(touched, change, counter.facts(transaction, asked), counter.now(), override)


def edit(
    transaction: Transaction,
    counter: Counter,
    booking_id: UUID,
    change: Change,
    scope: Scope,
    *,
    override: Override | None,
    only_free: bool,
) -> Edited:
    """Keep what `preview` shows: all of it, or with `only_free` what is free."""
    edits = preview(transaction, counter, booking_id, change, scope, override)
    refused = sum(one.after is None for one in edits)
    if refused == len(edits):
        raise DeskError("booking.none_free" if len(edits) > 1 else "booking.not_free", refused=refused, dates=refused)
    if refused and not only_free:
        raise DeskError("booking.not_free", refused=refused, dates=len(edits))
    displaced = {one.id: one for step in edits for one in step.displaced}
    keep_changed(transaction, counter, displaced.values(), "displace", override.why if override else "")
    series = _series_moved(transaction, counter, existing(transaction, booking_id), edits, change, scope)
    moved = {one.id: _in_series(one, series, change) for step in edits if (one := step.after) is not None}
    why = override.why if override else ""
    keep_changed(transaction, counter, moved.values(), _act(change), why)
    kept = tuple(replace(step, after=moved[step.before.id]) if step.after is not None else step for step in edits)
    return Edited(kept, tuple(displaced.values()), series)


def _act(change: Change) -> str:
    if change.room_id is not None:
        return "change_room"
    return "move" if change.shift else "resize"


def _in_series(one: Booking, series: Series | None, change: Change) -> Booking:
    """A date of a series that moves as a whole stands for the moved date."""
    if series is None or one.origin is None:
        return one
    return replace(one, series_id=series.id, origin=_moved(one.origin, change))


def _moved(slot: Slot, change: Change) -> Slot:
    return Slot(slot.start + change.shift, slot.end + change.shift + change.lengthen)


def _series_moved(
    transaction: Transaction, counter: Counter, at: Booking, edits: Sequence[Edit], change: Change, scope: Scope
) -> Series | None:
    """The series as it goes on after an edit of many dates; what lies before stays a series of its own."""
    if scope is Scope.THIS or at.series_id is None:
        return None
    first = min(step.before.origin or step.before.slot for step in edits)
    edited = {step.before.id for step in edits}
    future = _future_half(transaction, counter, at.series_id, first.day, edited)
    moved = _as_changed(future, change, at.room_id, counter.house(transaction).calendar)
    keep_series(transaction, counter, moved)
    return moved


def _future_half(
    transaction: Transaction, counter: Counter, series_id: UUID, before: date, edited: set[UUID]
) -> Series:
    """The series from `before` on: itself where nothing lies earlier, else a new one, the past kept as it was."""
    old = existing_series(transaction, series_id)
    if old.first.day >= before:
        return old
    halves = split(old, bookings.of_series(transaction, old.id), before, counter.office.clock.new_id())
    keep_series(transaction, counter, halves.past)
    keep_series(transaction, counter, halves.future)
    keep_changed(transaction, counter, [one for one in halves.moved if one.id not in edited], "split")
    return halves.future


def _as_changed(series: Series, change: Change, room_id: UUID, calendar: HolidayCalendar) -> Series:
    """The rule of a series whose dates all moved. Moved to other days it is no rule any more but those days."""
    first = _moved(series.first, change)
    rule = series.rule
    if first.day != series.first.day:
        days = (_moved(slot, change).day for slot in expand(rule, series.first, calendar).slots)
        rule = Recurrence(Repeat.PICKED, picked=tuple(days))
    return replace(
        series,
        first=first,
        rule=rule,
        room_ids=tuple((change.room_id or one) if one == room_id else one for one in series.room_ids),
        skipped=tuple(Skipped(_moved(skipped.slot, change), skipped.reasons) for skipped in series.skipped),
    )


# What a booking says


def amend(
    transaction: Transaction,
    counter: Counter,
    booking_id: UUID,
    details: Details,
    scope: Scope,
    override: Override | None,
) -> Edited:
    """Change what bookings say; what asks for more than they had is checked. All or nothing."""
    at = existing(transaction, booking_id)
    touched = targets(transaction, counter, at, scope)
    for one in touched:
        if one.state not in _AMENDABLE:
            raise DeskError("booking.cannot_move", state=one.state)
    edits = tuple(_amended(transaction, counter, one, details, override) for one in touched)
    refused = sum(step.after is None for step in edits)
    if refused:
        reason = next(reason for step in edits if step.after is None for reason in step.verdict.reasons)
        raise DeskError("booking.not_free", refused=refused, dates=len(edits), reason=reason)
    after = [step.after for step in edits if step.after is not None]
    keep_changed(transaction, counter, after, "amend", override.why if override else "")
    series = None
    if scope is Scope.ALL and at.series_id is not None:
        series = _described(existing_series(transaction, at.series_id), details)
        keep_series(transaction, counter, series)
    return Edited(edits, series=series)


def _amended(
    transaction: Transaction, counter: Counter, before: Booking, details: Details, override: Override | None
) -> Edit:
    after = _described(before, details)
    for field in ("fee_note", "remarks", "equipment", "activity_id"):
        wanted = getattr(details, field)
        if wanted is not None:
            after = replace(after, **{field: wanted})
    old, new = request_for(before), request_for(after, override=override)
    if (new.head_count, new.equipment, new.purpose, new.responsible) == (
        old.head_count,
        old.equipment,
        old.purpose,
        old.responsible,
    ):
        return Edit(before, Verdict(before.slot, books_as=before.state), after)
    facts = counter.facts(transaction, Asked.of(new))
    known = {reason.code for reason in check(old, facts, counter.now())[0].reasons}
    verdict = check(new, facts, counter.now())[0]
    fresh = tuple(reason for reason in verdict.reasons if reason.code not in known)
    if fresh:
        return Edit(before, replace(verdict, reasons=fresh), None)
    why = override.why if override and verdict.overridden else before.override_why
    return Edit(before, replace(verdict, reasons=()), replace(after, override_why=why))


_Described = TypeVar("_Described", Booking, Series)


def _described(one: _Described, details: Details) -> _Described:
    """What bookings and their series say alike."""
    return replace(
        one,
        title=one.title if details.title is None else details.title,
        purpose=one.purpose if details.purpose is None else details.purpose,
        head_count=one.head_count if details.head_count is None else details.head_count,
        responsible=one.responsible if details.responsible is None else details.responsible,
    )


# Answering and giving back


def approve(transaction: Transaction, counter: Counter, booking_id: UUID, override: Override | None) -> Edit:
    """A request promised, where nobody has been promised its slot since."""
    before = existing(transaction, booking_id)
    facts = counter.facts(transaction, Asked.of(request_for(before)))
    return _kept(transaction, counter, editing.approve_checked(before, facts, counter.now(), override), "approve")


def revive(transaction: Transaction, counter: Counter, booking_id: UUID, override: Override | None) -> Edit:
    """A booking taken up again that had let go of its slot."""
    before = existing(transaction, booking_id)
    facts = counter.facts(transaction, Asked.of(request_for(before)))
    return _kept(transaction, counter, editing.revive(before, facts, counter.now(), override), "revive")


def _kept(transaction: Transaction, counter: Counter, step: Edit, act: str) -> Edit:
    if step.after is not None:
        why = step.after.override_why if step.verdict.overridden else ""
        keep_changed(transaction, counter, step.displaced, "displace", why)
        keep_changed(transaction, counter, (step.after,), act, why)
    return step


def reject(transaction: Transaction, counter: Counter, booking_id: UUID, why: str) -> Booking:
    """A request refused, with its reason."""
    before = existing(transaction, booking_id)
    if before.state is not BookingState.REQUESTED:
        raise DeskError("booking.not_waiting_for_approval", state=before.state)
    if not why.strip():
        raise DeskError("booking.reason_missing", field="why")
    refused = become(before, BookingState.CANCELLED)
    keep_changed(transaction, counter, (refused,), "reject", why.strip())
    return refused


def cancel(transaction: Transaction, counter: Counter, booking_id: UUID, scope: Scope, why: str) -> tuple[Booking, ...]:
    """Give back everything in scope; skipped dates in scope are wanted no longer either."""
    at = existing(transaction, booking_id)
    now = counter.now()
    given = tuple(give_back(one, now) for one in targets(transaction, counter, at, scope))
    keep_changed(transaction, counter, given, "cancel", why.strip())
    if scope is not Scope.THIS and at.series_id is not None:
        series = existing_series(transaction, at.series_id)
        begin = at.slot if scope is Scope.FOLLOWING else None
        left = tuple(one for one in series.skipped if begin is not None and one.slot < begin)
        if left != series.skipped:
            keep_series(transaction, counter, replace(series, skipped=left))
    return given
