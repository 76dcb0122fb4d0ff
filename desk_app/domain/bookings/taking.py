"""From verdicts to bookings: all dates or the free ones, with the skipped dates kept beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import PROMISED, Booking, BookingState, become
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.reasons import Reason, Verdict
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.slots import Slot


@dataclass(frozen=True, slots=True)
class Skipped:
    """A date of a series that could not be had, and why. It stays with the series and may be restored."""

    slot: Slot
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """What will be booked and what is skipped."""

    taken: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def span(self) -> Slot:
        """From the first start to the last end of what is really booked."""
        return Slot(self.taken[0].slot.start, max(verdict.slot.end for verdict in self.taken))

    @property
    def displaced(self) -> tuple[Booking, ...]:
        """Requests that lose their slot to it by staff's word, each once."""
        lost = {booking.id: booking for verdict in self.taken for booking in verdict.displaces}
        return tuple(become(booking, BookingState.LOST) for booking in lost.values())


def can_take_free(verdicts: Sequence[Verdict]) -> bool:
    """Whether "only the free dates" is an offer: some are free and some are not."""
    return 0 < sum(verdict.free for verdict in verdicts) < len(verdicts)


def take(verdicts: Sequence[Verdict], *, only_free: bool = False) -> Taking:
    """All dates, or with `only_free` the free ones. Nothing is taken by halves.

    DeskError("booking.not_free", refused=…, dates=…) when a date is refused, DeskError("booking.none_free") when
    nothing is left.
    """
    taken = tuple(verdict for verdict in verdicts if verdict.free)
    if not taken:
        raise DeskError("booking.none_free", dates=len(verdicts))
    if len(taken) < len(verdicts) and not only_free:
        raise DeskError("booking.not_free", refused=len(verdicts) - len(taken), dates=len(verdicts))
    return Taking(taken, tuple(Skipped(verdict.slot, verdict.reasons) for verdict in verdicts if not verdict.free))


@dataclass(frozen=True, slots=True)
class Note:
    """What a booking says beside its request."""

    title: str = ""
    fee_note: str = ""
    remarks: str = ""
    series_id: UUID | None = None
    activity_id: UUID | None = None


def book(
    request: Request, taking: Taking, facts: Facts, new_id: Callable[[], UUID], note: Note | None = None
) -> tuple[Booking, ...]:
    """The bookings of `taking`: one for each date and room, those of one date joined by `together`.

    Equipment goes with the first room. Buffers are frozen as the room has them now.
    """
    note = note or Note()
    made = []
    for verdict in taking.taken:
        together = new_id() if len(request.room_ids) > 1 else None
        for number, room_id in enumerate(request.room_ids):
            rules = facts.plan.room(room_id).rules
            made.append(
                Booking(
                    id=new_id(),
                    room_id=room_id,
                    slot=verdict.slot,
                    state=verdict.books_as,
                    responsible=request.responsible,
                    purpose=request.purpose,
                    title=note.title,
                    head_count=request.head_count,
                    fee_note=note.fee_note,
                    remarks=note.remarks,
                    equipment=request.equipment if number == 0 else (),
                    setup=rules.setup,
                    cleanup=rules.cleanup,
                    series_id=note.series_id,
                    activity_id=note.activity_id,
                    origin=verdict.slot if note.series_id else None,
                    together=together,
                    approved=verdict.slot if verdict.books_as in PROMISED else None,
                    override_why=request.override.why if request.override and verdict.overridden else "",
                )
            )
    return tuple(made)
