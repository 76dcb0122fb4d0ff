"""From booked to used: checking in, no-shows, early ends, and how a visit marks a room used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState, become, end_now
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.slots import Slot

_COMING = frozenset({BookingState.PROVISIONAL, BookingState.CONFIRMED})


def check_in_window(together: Sequence[Booking], plan: RoomPlan) -> Slot:
    """When people may check in for bookings taken together: from the latest early moment to the first release.

    With several rooms the shorter limits rule.
    """
    rules = [plan.room(booking.room_id).rules for booking in together]
    slot = together[0].slot
    early = min(rule.check_in_early for rule in rules)
    limits = [rule.release_after for rule in rules if rule.release_after is not None and rule.uses_check_in]
    release = min(limits, default=None)
    return Slot(slot.start - early, slot.end if release is None else min(slot.start + release, slot.end))


def check_in(together: Sequence[Booking], plan: RoomPlan, now: datetime) -> tuple[Booking, ...]:
    """The bookings of one request marked used, all of them.

    DeskError("booking.check_in_too_early", opens=…), DeskError("booking.check_in_too_late", closed=…): later people
    are let in by reviving the no-show, if the room is still free.
    """
    window = check_in_window(together, plan)
    if now < window.start:
        raise DeskError("booking.check_in_too_early", opens=window.start)
    if now >= window.end:
        raise DeskError("booking.check_in_too_late", closed=window.end)
    return tuple(become(booking, BookingState.IN_USE) for booking in together)


def undo_check_in(booking: Booking, *, provisional: bool = False) -> Booking:
    """The tap was somebody else's: back to what it was, `provisional` as its history says."""
    if booking.state is not BookingState.IN_USE:
        raise DeskError("booking.not_in_use", state=booking.state)
    return become(booking, BookingState.PROVISIONAL if provisional else BookingState.CONFIRMED)


def due_changes(bookings: Iterable[Booking], plan: RoomPlan, now: datetime) -> tuple[tuple[Booking, Booking], ...]:
    """What time alone changes, as pairs of before and after; nobody presses a button for it.

    A room whose guests did not come within its limit is released as a no-show; what is in use and over is finished;
    rooms without check-in pass for used while their time runs.
    """
    pairs = []
    for booking in bookings:
        after = _by_now(booking, plan, now)
        if after is not booking:
            pairs.append((booking, after))
    return tuple(pairs)


def _by_now(booking: Booking, plan: RoomPlan, now: datetime) -> Booking:
    rules = plan.room(booking.room_id).rules
    if booking.state in _COMING and not rules.uses_check_in and booking.has_begun(now):
        booking = become(booking, BookingState.IN_USE)
    if booking.state is BookingState.IN_USE and booking.is_over(now):
        return become(booking, BookingState.FINISHED)
    if booking.state in _COMING and _is_missed(booking, rules.release_after, now):
        return become(booking, BookingState.NO_SHOW)
    return booking


def _is_missed(booking: Booking, release_after: timedelta | None, now: datetime) -> bool:
    """Without a limit the slot is kept to its end, and whoever did not come by then was a no-show too."""
    limit = booking.slot.end if release_after is None else booking.slot.start + release_after
    return min(limit, booking.slot.end) <= now


def booking_of_visit(
    bookings: Iterable[Booking],
    plan: RoomPlan,
    now: datetime,
    *,
    person_id: UUID | None = None,
    party_ids: frozenset[UUID] = frozenset(),
    activity_id: UUID | None = None,
) -> Booking | None:
    """The booking a visitor at the desk came for: theirs, their group's, or that of the activity they check in to.

    Only bookings whose check-in is open now; the one beginning soonest, None where there is none.
    """

    def meant(booking: Booking) -> bool:
        who = booking.responsible
        return (
            (person_id is not None and person_id in (who.person_id, who.party_id))
            or who.party_id in party_ids
            or (activity_id is not None and booking.activity_id == activity_id)
        )

    open_now = (
        booking
        for booking in bookings
        if booking.state in _COMING
        and meant(booking)
        and (window := check_in_window((booking,), plan)).start <= now < window.end
    )
    return min(open_now, key=lambda booking: booking.slot, default=None)


def leave(booking: Booking, plan: RoomPlan, now: datetime) -> Booking:
    """People are gone: the rest of the slot is free from this minute, at any time of the use.

    DeskError("booking.not_begun"), DeskError("booking.cannot_become") for one nobody checked in to, unless the room
    does without check-in.
    """
    if booking.state in _COMING and not plan.room(booking.room_id).rules.uses_check_in:
        return end_now(become(booking, BookingState.IN_USE), now)
    return end_now(booking, now)
