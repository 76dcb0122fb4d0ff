"""One booking: who answers for it, what it holds, and the states it passes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.rooms import RoomPurpose, RoomRules
from desk_app.domain.bookings.slots import MINUTE, NOTHING, Slot


class BookingState(StrEnum):
    """Where a booking stands. Nothing is deleted: deleting is cancelling."""

    REQUESTED = "requested"
    """Waits for approval; holds the slot against residents."""
    PROVISIONAL = "provisional"
    """暂定: promised while the district could not confirm."""
    CONFIRMED = "confirmed"
    IN_USE = "in_use"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    LOST = "lost"
    """The slot went to somebody else: another desk was first, or staff booked over a request. Call them."""


_S = BookingState

PROMISED = frozenset({_S.PROVISIONAL, _S.CONFIRMED, _S.IN_USE})
"""Promised to somebody: refuses everybody else, staff too."""

HOLDING = PROMISED | {_S.REQUESTED, _S.FINISHED}
"""Holds its slot. Finished ones do: their end is when people left, and the cleanup after it is still due."""

UPCOMING = frozenset({_S.REQUESTED, _S.PROVISIONAL, _S.CONFIRMED})
"""Not begun: can be moved, cancelled, approved."""

CLOSED = frozenset(_S) - HOLDING
"""Holds nothing any more; coming back from here needs the slot to be checked again."""

COUNTED = HOLDING | {_S.NO_SHOW}
"""Uses up quota: who did not come had the room nevertheless."""

_TRANSITIONS: Mapping[BookingState, frozenset[BookingState]] = MappingProxyType(
    {
        _S.REQUESTED: frozenset({_S.CONFIRMED, _S.PROVISIONAL, _S.CANCELLED, _S.LOST}),
        # people come while the network is still out, or not at all: provisional goes the same ways as confirmed
        _S.PROVISIONAL: frozenset({_S.CONFIRMED, _S.REQUESTED, _S.IN_USE, _S.CANCELLED, _S.NO_SHOW, _S.LOST}),
        # back to provisional after a restored server forgot it, back to requested when moved in a room with approval
        _S.CONFIRMED: frozenset({_S.PROVISIONAL, _S.REQUESTED, _S.IN_USE, _S.CANCELLED, _S.NO_SHOW, _S.LOST}),
        # back: the tap was somebody else's; cancelled: came early and gave it back before it began
        _S.IN_USE: frozenset({_S.FINISHED, _S.CONFIRMED, _S.PROVISIONAL, _S.CANCELLED}),
        _S.FINISHED: frozenset(),
        _S.CANCELLED: frozenset({_S.REQUESTED, _S.PROVISIONAL, _S.CONFIRMED}),
        _S.NO_SHOW: frozenset({_S.IN_USE}),  # late, and the room still free
        _S.LOST: frozenset({_S.REQUESTED, _S.PROVISIONAL, _S.CONFIRMED}),  # the manager's swap
    }
)


def may_become(old: BookingState, new: BookingState) -> bool:
    """Whether a booking may go from `old` to `new`; the one place that knows."""
    return new in _TRANSITIONS[old]


def needs_recheck(old: BookingState, new: BookingState) -> bool:
    """Whether the slot must be found free again before this step: it was given up, and somebody may have it now."""
    return old in CLOSED and new in HOLDING


class PartyKind(StrEnum):
    """On whose behalf a room is booked."""

    PERSON = "person"
    GROUP = "group"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Responsible:
    """The adult who answers for a booking, alone or for a group or unit (责任人).

    `party_id` is what quotas and fairness count by: the group or unit, else the person. `adult` is what the desk knows
    from a record or the receptionist's word; under 18 nobody answers for a room (民法典 17–20). Name and telephone
    stay out of `repr`, and so out of logs.
    """

    kind: PartyKind
    party_id: UUID
    party_name: str = field(default="", repr=False)
    person_id: UUID | None = None
    person_name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    adult: bool = True


@dataclass(frozen=True, slots=True)
class Lent:
    """So many pieces of one kind of equipment."""

    equipment_id: UUID
    pieces: int = 1

    def __post_init__(self) -> None:
        if self.pieces < 1:
            raise DeskError("booking.pieces_below_one", field="equipment")


@dataclass(frozen=True, slots=True)
class Booking:
    """A room for a time. `setup` and `cleanup` are frozen when it is made, so that settings change no promise.

    `approved` is the slot somebody approved, kept to tell whether an edit needs approval again. `together` joins the
    bookings of one request for several rooms. `origin` is the date in the series it stands for, even when moved.
    Visitors who check in for `activity_id` mark it used.
    """

    id: UUID
    room_id: UUID
    slot: Slot
    state: BookingState
    responsible: Responsible
    purpose: RoomPurpose
    title: str = ""
    head_count: int = 1
    fee_note: str = ""
    remarks: str = field(default="", repr=False)
    equipment: tuple[Lent, ...] = ()
    setup: timedelta = NOTHING
    cleanup: timedelta = NOTHING
    series_id: UUID | None = None
    activity_id: UUID | None = None
    origin: Slot | None = None
    together: UUID | None = None
    approved: Slot | None = None
    override_why: str = ""

    @property
    def held(self) -> Slot:
        """The time nobody else can have: the slot with its setup and cleanup."""
        return self.slot.widened(self.setup, self.cleanup)

    @property
    def holds(self) -> bool:
        return self.state in HOLDING

    @property
    def promised(self) -> bool:
        return self.state in PROMISED

    def has_begun(self, now: datetime) -> bool:
        return self.slot.start <= now

    def is_over(self, now: datetime) -> bool:
        return self.slot.end <= now


def become(booking: Booking, state: BookingState) -> Booking:
    """The booking in `state`; DeskError("booking.cannot_become", state=…, wanted=…) where no way leads there."""
    if not may_become(booking.state, state):
        raise DeskError("booking.cannot_become", state=booking.state, wanted=state)
    return replace(booking, state=state)


def approve(booking: Booking, *, can_confirm: bool = True) -> Booking:
    """A request promised: confirmed, or provisional while the district cannot confirm. Check the slot first."""
    if booking.state is not BookingState.REQUESTED:
        raise DeskError("booking.not_waiting_for_approval", state=booking.state)
    promised = become(booking, BookingState.CONFIRMED if can_confirm else BookingState.PROVISIONAL)
    return replace(promised, approved=booking.slot)


def needs_new_approval(approved: Slot | None, edited: Slot, rules: RoomRules, *, room_changed: bool = False) -> bool:
    """Whether an edit sends a booking back for approval: it does unless the approved time was only shortened."""
    if not rules.needs_approval:
        return False
    return approved is None or room_changed or not approved.covers(edited)


def give_back(booking: Booking, now: datetime) -> Booking:
    """Release a booking at any time before its end: in use, it ends now; not begun or never used, it is cancelled.

    DeskError("booking.is_over") afterwards, DeskError("booking.cannot_become") for one that is closed already.
    """
    if booking.is_over(now):
        raise DeskError("booking.is_over", end=booking.slot.end)
    if booking.state is BookingState.IN_USE and booking.slot.start < now:
        return end_now(booking, now)
    return become(booking, BookingState.CANCELLED)


def end_now(booking: Booking, now: datetime) -> Booking:
    """Finished, the rest of the slot freed when people leave early; overdue ones keep their slot.

    Ends with the minute that runs, so that cleanup still follows the last guest. DeskError("booking.not_begun")
    before the start: nothing was used that could be kept.
    """
    if now <= booking.slot.start:
        raise DeskError("booking.not_begun", start=booking.slot.start)
    finished = become(booking, BookingState.FINISHED)
    leaving = now.replace(second=0, microsecond=0)
    if leaving < now:
        leaving += MINUTE
    return replace(finished, slot=Slot(booking.slot.start, min(leaving, booking.slot.end)))


@dataclass(frozen=True, slots=True)
class BookingChange:
    """One line of a booking's history: what it was and became, when (UTC), by whose hand, and why."""

    at: datetime
    act: str
    by: str
    before: Booking | None
    after: Booking
    why: str = ""
