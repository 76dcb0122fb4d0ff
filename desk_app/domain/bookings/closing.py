"""What a new closure or blocking does to what stands already: bookings, other closures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import PROMISED, Booking, BookingState
from desk_app.domain.bookings.rooms import Blocking, Closure, RoomPlan
from desk_app.domain.bookings.slots import Slot

_AHEAD = PROMISED | {BookingState.REQUESTED}


@dataclass(frozen=True, slots=True)
class Effect:
    """The bookings that stay and those that must go, for the desk to ring up."""

    kept: tuple[Booking, ...]
    rejected: tuple[Booking, ...]


def effect_of_blocking(blocking: Blocking, bookings: Iterable[Booking], plan: RoomPlan) -> Effect:
    """Date by date: of a series only the dates inside go. Exempt parties and who made the blocking keep theirs."""
    kept: list[Booking] = []
    rejected: list[Booking] = []
    for booking in bookings:
        inside = not blocking.room_ids.isdisjoint(plan.touching(booking.room_id)) and blocking.touches(booking.slot)
        goes = inside and booking.state in _AHEAD and blocking.binds(booking.responsible.party_id)
        (rejected if goes else kept).append(booking)
    return Effect(tuple(kept), tuple(rejected))


def require_own_time(closure: Closure, others: Iterable[Closure]) -> None:
    """Two closures of one room may not overlap: the second says nothing and hides the first's reason.

    DeskError("closure.overlaps", field="start", why=…).
    """
    for other in others:
        shared = not closure.room_ids or other.concerns(closure.room_ids)
        if shared and other.slot.overlaps(closure.slot):
            raise DeskError("closure.overlaps", field="start", why=other.why)


def closures_around(slots: Sequence[Slot], bookings: Iterable[Booking]) -> tuple[Slot, ...]:
    """The closing times that meet no booking, when bookings are to be kept; DeskError("closure.no_room_left")."""
    standing = [booking.held for booking in bookings if booking.state in _AHEAD]
    clear = tuple(slot for slot in slots if not any(held.overlaps(slot) for held in standing))
    if not clear:
        raise DeskError("closure.no_room_left", field="start")
    return clear
