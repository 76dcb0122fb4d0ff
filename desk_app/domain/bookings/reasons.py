"""Why a date cannot be had, as values that carry who and what: the desk shows them, alternatives weigh them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.quotas import Quota
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, RoomPurpose
from desk_app.domain.bookings.slots import Slot


class VerdictKind(StrEnum):
    """How a date stands, in the order in which the heavier word wins."""

    PAST = "past"
    INVALID = "invalid"
    """The request itself cannot be: head-count, purpose, length, nobody of age."""
    CLOSED = "closed"
    BLOCKED = "blocked"
    TAKEN = "taken"
    EQUIPMENT = "equipment"
    HELD = "held"
    REQUESTED = "requested"
    OVER_QUOTA = "over_quota"
    NOTICE = "notice"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Reason:
    """Base of all reasons. `code` finds the words, `kind` the verdict; staff may override `yielding` ones, visibly."""

    code: ClassVar[str]
    kind: ClassVar[VerdictKind]
    yielding: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class InThePast(Reason):
    """The start lies before now, by more than somebody at the desk may come late."""

    code: ClassVar[str] = "booking.past"
    kind: ClassVar[VerdictKind] = VerdictKind.PAST
    start: datetime


@dataclass(frozen=True, slots=True)
class NotAnAdult(Reason):
    """Nobody of age answers for it."""

    code: ClassVar[str] = "booking.not_an_adult"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID


@dataclass(frozen=True, slots=True)
class NobodyComes(Reason):
    """A head-count below one."""

    code: ClassVar[str] = "booking.nobody_comes"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID


@dataclass(frozen=True, slots=True)
class TooManyHeads(Reason):
    """More people than the room holds, `present` of them expected by other groups of a shared room."""

    code: ClassVar[str] = "booking.too_many_heads"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    room_id: UUID
    capacity: int
    wanted: int
    present: int = 0


@dataclass(frozen=True, slots=True)
class WrongPurpose(Reason):
    """The room is kept for other purposes."""

    code: ClassVar[str] = "booking.wrong_purpose"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    yielding: ClassVar[bool] = True
    room_id: UUID
    purpose: RoomPurpose


@dataclass(frozen=True, slots=True)
class TooShort(Reason):
    """Below the room's shortest use."""

    code: ClassVar[str] = "booking.too_short"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    yielding: ClassVar[bool] = True
    room_id: UUID
    shortest: timedelta


@dataclass(frozen=True, slots=True)
class TooLong(Reason):
    """Beyond the room's longest use."""

    code: ClassVar[str] = "booking.too_long"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    yielding: ClassVar[bool] = True
    room_id: UUID
    longest: timedelta


@dataclass(frozen=True, slots=True)
class OverMidnight(Reason):
    """The room is not lent over midnight."""

    code: ClassVar[str] = "booking.over_midnight"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    yielding: ClassVar[bool] = True
    room_id: UUID


@dataclass(frozen=True, slots=True)
class MeetsItself(Reason):
    """Two dates of the same series overlap, or follow closer than the buffers allow."""

    code: ClassVar[str] = "booking.meets_itself"
    kind: ClassVar[VerdictKind] = VerdictKind.INVALID
    other: Slot


@dataclass(frozen=True, slots=True)
class OutOfService(Reason):
    """The room is not lent at present."""

    code: ClassVar[str] = "booking.out_of_service"
    kind: ClassVar[VerdictKind] = VerdictKind.CLOSED
    room_id: UUID


@dataclass(frozen=True, slots=True)
class OutsideHours(Reason):
    """Not wholly inside the opening hours; `open` is when the room is open on those days, `why` a dated exception's."""

    code: ClassVar[str] = "booking.outside_hours"
    kind: ClassVar[VerdictKind] = VerdictKind.CLOSED
    yielding: ClassVar[bool] = True
    room_id: UUID
    open: tuple[Slot, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClosedThen(Reason):
    """A closure lies over it."""

    code: ClassVar[str] = "booking.closed_then"
    kind: ClassVar[VerdictKind] = VerdictKind.CLOSED
    closure: Closure


@dataclass(frozen=True, slots=True)
class BlockedFor(Reason):
    """The room is kept for somebody else on a day it touches."""

    code: ClassVar[str] = "booking.blocked_for"
    kind: ClassVar[VerdictKind] = VerdictKind.BLOCKED
    blocking: Blocking


@dataclass(frozen=True, slots=True)
class TakenBy(Reason):
    """Somebody has a promise for it, buffers included."""

    code: ClassVar[str] = "booking.taken_by"
    kind: ClassVar[VerdictKind] = VerdictKind.TAKEN
    booking: Booking


@dataclass(frozen=True, slots=True)
class RoomFull(Reason):
    """A shared room has all the groups it takes at once."""

    code: ClassVar[str] = "booking.room_full"
    kind: ClassVar[VerdictKind] = VerdictKind.TAKEN
    room_id: UUID
    groups: int
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class HouseFull(Reason):
    """The hub has as many rooms in use at once as it allows."""

    code: ClassVar[str] = "booking.house_full"
    kind: ClassVar[VerdictKind] = VerdictKind.TAKEN
    rooms_at_once: int


@dataclass(frozen=True, slots=True)
class AskedBy(Reason):
    """A request that waits for approval holds it against residents; staff may book over it, and it is then lost."""

    code: ClassVar[str] = "booking.asked_by"
    kind: ClassVar[VerdictKind] = VerdictKind.REQUESTED
    yielding: ClassVar[bool] = True
    booking: Booking


@dataclass(frozen=True, slots=True)
class HeldFor(Reason):
    """Offered by telephone to somebody on the waiting list, until then."""

    code: ClassVar[str] = "booking.held_for"
    kind: ClassVar[VerdictKind] = VerdictKind.HELD
    entry_id: UUID
    until: datetime


@dataclass(frozen=True, slots=True)
class TooFew(Reason):
    """Not enough pieces of a kind of equipment: `out` are lent at the fullest moment."""

    code: ClassVar[str] = "booking.equipment_out"
    kind: ClassVar[VerdictKind] = VerdictKind.EQUIPMENT
    equipment: Equipment
    wanted: int
    out: int


@dataclass(frozen=True, slots=True)
class OverQuota(Reason):
    """The party would have `used` (uses or minutes) of the quota in `period`."""

    code: ClassVar[str] = "booking.over_quota"
    kind: ClassVar[VerdictKind] = VerdictKind.OVER_QUOTA
    yielding: ClassVar[bool] = True
    room_id: UUID
    quota: Quota
    period: Slot
    used: int


@dataclass(frozen=True, slots=True)
class TooManyInARow(Reason):
    """The party would use the room more often in a row than it is lent."""

    code: ClassVar[str] = "booking.too_many_in_a_row"
    kind: ClassVar[VerdictKind] = VerdictKind.OVER_QUOTA
    yielding: ClassVar[bool] = True
    room_id: UUID
    most: int
    uses: int


@dataclass(frozen=True, slots=True)
class TooSoon(Reason):
    """Less notice than the room asks for."""

    code: ClassVar[str] = "booking.too_soon"
    kind: ClassVar[VerdictKind] = VerdictKind.NOTICE
    yielding: ClassVar[bool] = True
    room_id: UUID
    earliest: datetime


@dataclass(frozen=True, slots=True)
class TooFarAhead(Reason):
    """Later than the room is lent ahead."""

    code: ClassVar[str] = "booking.too_far_ahead"
    kind: ClassVar[VerdictKind] = VerdictKind.NOTICE
    yielding: ClassVar[bool] = True
    room_id: UUID
    latest: datetime


_WEIGHT = {kind: weight for weight, kind in enumerate(VerdictKind)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one date stands. `reasons` refuse it, `overridden` would have but for staff's word.

    `books_as` is the state a booking taken now would get. `displaces` are the requests that would be lost.
    """

    slot: Slot
    reasons: tuple[Reason, ...] = ()
    overridden: tuple[Reason, ...] = ()
    books_as: BookingState = BookingState.CONFIRMED

    @property
    def kind(self) -> VerdictKind:
        """The heaviest of its reasons, FREE where none stands."""
        return min((reason.kind for reason in self.reasons), key=_WEIGHT.__getitem__, default=VerdictKind.FREE)

    @property
    def free(self) -> bool:
        return not self.reasons

    @property
    def displaces(self) -> tuple[Booking, ...]:
        return tuple(reason.booking for reason in self.overridden if isinstance(reason, AskedBy))

    @property
    def can_wait(self) -> bool:
        """Whether a waiting list makes sense: somebody has it who may give it back."""
        return self.kind in WAITABLE


WAITABLE = frozenset({VerdictKind.TAKEN, VerdictKind.REQUESTED, VerdictKind.HELD})
