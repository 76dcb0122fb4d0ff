"""A series through its life: which dates an edit touches, splitting, skipped dates that come back, ending, disuse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import UPCOMING, Booking, BookingState, Responsible
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand, filled_in
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import RoomPurpose
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.domain.bookings.taking import Skipped


class Scope(StrEnum):
    """How far an edit reaches from the date it was made on."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Series:
    """A rule and what its dates have in common; the dates themselves are bookings with its id.

    `skipped` dates could not be had and stay attached. `split_from` is the series this one continues.
    """

    id: UUID
    room_ids: tuple[UUID, ...]
    rule: Recurrence
    first: Slot
    responsible: Responsible
    purpose: RoomPurpose
    title: str = ""
    head_count: int = 1
    skipped: tuple[Skipped, ...] = ()
    split_from: UUID | None = None


def in_scope(bookings: Iterable[Booking], at: Booking, scope: Scope, now: datetime) -> tuple[Booking, ...]:
    """The bookings of the series an edit made on `at` touches: those to come, never the past, in order.

    DeskError("booking.is_over") when `at` itself is past.
    """
    if at.is_over(now):
        raise DeskError("booking.is_over", end=at.slot.end)
    if scope is Scope.THIS:
        return (at,)
    begin = at.slot.start if scope is Scope.FOLLOWING else now
    own = (
        booking
        for booking in bookings
        if booking.series_id == at.series_id and booking.state in UPCOMING and booking.slot.start >= begin
    )
    return tuple(sorted({booking.id: booking for booking in (*own, at)}.values(), key=lambda booking: booking.slot))


def needs_split(old: Series, rule: Recurrence, first: Slot, today: date) -> bool:
    """Whether an edit makes a running series two, its past kept: it does unless only its end is moved.

    `rule` and `first` are what the series would have been had it always been so.
    """
    if old.first.day >= today:
        return False
    endless = replace(old.rule, count=None, until=None)
    return first != old.first or replace(rule, count=None, until=None) != endless


@dataclass(frozen=True, slots=True)
class Split:
    """A series cut in two before a day, and the bookings that now belong to the second."""

    past: Series
    future: Series
    moved: tuple[Booking, ...]


def split(series: Series, bookings: Iterable[Booking], before: date, new_id: UUID) -> Split:
    """`series` ended the day before `before`, and one that goes on from there by the same rule.

    Skipped and cancelled dates go with the half they fall into. DeskError("series.nothing_to_split") when one of
    the halves would be empty.
    """
    whole = replace(series.rule, skips_holidays=False, follows_makeup=False)
    slots = expand(whole, series.first).slots
    rest = [slot for slot in slots if slot.day >= before]
    if not rest or len(rest) == len(slots):
        raise DeskError("series.nothing_to_split", field="scope")
    own = [booking for booking in bookings if booking.series_id == series.id]
    return Split(
        past=replace(
            series,
            rule=_ended(series.rule, before),
            skipped=tuple(skipped for skipped in series.skipped if skipped.slot.day < before),
        ),
        future=replace(
            series,
            id=new_id,
            rule=_resumed(series, rest, len(slots) - len(rest)),
            first=rest[0],
            skipped=tuple(skipped for skipped in series.skipped if skipped.slot.day >= before),
            split_from=series.id,
        ),
        moved=tuple(replace(b, series_id=new_id) for b in own if (b.origin or b.slot).day >= before),
    )


def _ended(rule: Recurrence, before: date) -> Recurrence:
    if rule.repeat is Repeat.PICKED:
        return replace(rule, picked=tuple(day for day in rule.picked if day < before))
    return replace(rule, count=None, until=before - DAY)


def _resumed(series: Series, rest: Sequence[Slot], gone: int) -> Recurrence:
    """The rule for the second half. What it took from its first date is written down, since that date changes."""
    rule = filled_in(series.rule, series.first.day)
    if rule.repeat is Repeat.PICKED:
        return replace(rule, picked=tuple(slot.day for slot in rest))
    return replace(rule, count=rule.count - gone if rule.count is not None else None)


def restorable(series: Series, facts: Facts, now: datetime) -> tuple[Verdict, ...]:
    """The skipped dates that have become free and may be booked now, checked together as they would be taken."""
    request = Request(
        room_ids=series.room_ids,
        slots=tuple(sorted(skipped.slot for skipped in series.skipped)),
        responsible=series.responsible,
        purpose=series.purpose,
        head_count=series.head_count,
    )
    return tuple(verdict for verdict in check(request, facts, now) if verdict.free)


def restored(series: Series, slots: Iterable[Slot]) -> Series:
    """The series once those dates are booked: they are skipped no longer."""
    gone = set(slots)
    return replace(series, skipped=tuple(skipped for skipped in series.skipped if skipped.slot not in gone))


def cancelled_days(bookings: Iterable[Booking]) -> tuple[date, ...]:
    """Days of a series that do not take place, for an export's EXDATE."""
    return tuple(sorted((b.origin or b.slot).day for b in bookings if b.state is BookingState.CANCELLED))


def about_to_end(dates: Sequence[Slot], repeat: Repeat, today: date, notice_days: int) -> bool:
    """Whether to say "your slot is about to run out": the last date is within `notice_days`, and not over."""
    if repeat is Repeat.ONCE or not dates:
        return False
    return 0 <= (max(dates).day - today).days <= notice_days


def unused(bookings: Iterable[Booking], now: datetime, misses: int = 3) -> tuple[Booking, ...]:
    """The last `misses` dates of a series nobody came to, when it is that many one after another; else nothing.

    Cancelled dates were given back in time and neither count nor break the row.
    """
    over = sorted(
        (b for b in bookings if b.is_over(now) and b.state in (BookingState.NO_SHOW, BookingState.FINISHED)),
        key=lambda booking: booking.slot,
    )
    last = over[-misses:]
    missed = len(last) == misses and all(booking.state is BookingState.NO_SHOW for booking in last)
    return tuple(last) if missed else ()
