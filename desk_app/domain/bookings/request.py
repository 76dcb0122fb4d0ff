"""What somebody wants: rooms, dates, who answers for it, and whether staff override a rule for it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, Lent, Responsible
from desk_app.domain.bookings.rooms import RoomPurpose
from desk_app.domain.bookings.slots import Slot


@dataclass(frozen=True, slots=True)
class Override:
    """Staff set aside the rules that yield. The reason is kept with the booking and shown.

    Raises DeskError("booking.override_without_reason", field="override").
    """

    by: str
    why: str

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise DeskError("booking.override_without_reason", field="override")


@dataclass(frozen=True, slots=True)
class Request:
    """A wish to be checked: every date of a series, in every room asked for, at once.

    `slots` are in order. When bookings are edited, `replaces` names them, so that they are not in their own way, and
    `was` gives the old slot of each date (None for a date that is new), because notice binds the old time as well.
    Raises DeskError("booking.no_room", field="room").
    """

    room_ids: tuple[UUID, ...]
    slots: tuple[Slot, ...]
    responsible: Responsible
    purpose: RoomPurpose
    head_count: int = 1
    equipment: tuple[Lent, ...] = ()
    replaces: frozenset[UUID] = frozenset()
    was: tuple[Slot | None, ...] = ()
    override: Override | None = None

    def __post_init__(self) -> None:
        if not self.room_ids:
            raise DeskError("booking.no_room", field="room")
        if any(later < earlier for earlier, later in zip(self.slots, self.slots[1:], strict=False)):
            raise ValueError("the dates of a request are in order")
        if self.was and len(self.was) != len(self.slots):
            raise ValueError("one old slot for each date, or none at all")

    def was_at(self, number: int) -> Slot | None:
        """The old slot of the date with this number, None where there was none."""
        return self.was[number] if self.was else None


def request_for(booking: Booking, slot: Slot | None = None, *, override: Override | None = None) -> Request:
    """The request that would put `booking` at `slot`, where it is unless given: to move, approve or restore it."""
    return Request(
        room_ids=(booking.room_id,),
        slots=(slot or booking.slot,),
        responsible=booking.responsible,
        purpose=booking.purpose,
        head_count=booking.head_count,
        equipment=booking.equipment,
        replaces=frozenset({booking.id}),
        was=(booking.slot,),
        override=override,
    )
