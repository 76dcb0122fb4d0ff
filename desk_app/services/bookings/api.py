"""What the use cases of bookings take and answer, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from desk_app.domain.bookings.alternatives import Alternative
from desk_app.domain.bookings.booking import Booking, Lent, Responsible
from desk_app.domain.bookings.editing import Edit
from desk_app.domain.bookings.fairness import Standing
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.recurrence import Expansion, Recurrence
from desk_app.domain.bookings.request import Override, Request
from desk_app.domain.bookings.rooms import RoomPurpose
from desk_app.domain.bookings.series import Series
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.taking import Skipped, can_take_free
from desk_app.domain.bookings.waiting import WaitingEntry

ONCE = Recurrence()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A booking as the dialog holds it: `first` and `rule` make the dates. Times are hub wall clock, whole minutes."""

    room_ids: tuple[UUID, ...]
    first: Slot
    responsible: Responsible
    purpose: RoomPurpose
    rule: Recurrence = ONCE
    title: str = ""
    head_count: int = 1
    equipment: tuple[Lent, ...] = ()
    fee_note: str = ""
    remarks: str = field(default="", repr=False)
    activity_id: UUID | None = None
    override: Override | None = None

    def like(self, alternative: Alternative) -> Wanted:
        """The same taken the other way: moved, shortened or in another room; the rule moves along."""
        slots = alternative.request.slots
        return replace(
            self, room_ids=alternative.request.room_ids, first=slots[0].on(self.first.day) if slots else self.first
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer to a wish before it is saved: every date with its verdict, and what would fit instead.

    `alternatives` fit on all dates, best first; empty where all is free or none was asked for. `share` is what the
    party has this month among all parties. `expansion.cut` means that the series is too long to be saved.
    """

    wanted: Wanted
    request: Request
    expansion: Expansion
    verdicts: tuple[Verdict, ...]
    alternatives: tuple[Alternative, ...] = ()
    share: Standing | None = None

    @property
    def all_free(self) -> bool:
        return all(verdict.free for verdict in self.verdicts) and not self.expansion.cut

    @property
    def can_take_free(self) -> bool:
        """Whether "only the free dates" is an offer."""
        return can_take_free(self.verdicts) and not self.expansion.cut


@dataclass(frozen=True, slots=True)
class Booked:
    """What was saved. `displaced` are requests that lost their slot: ring them up. `job` is the queued slip."""

    bookings: tuple[Booking, ...]
    number: str
    token: str
    series: Series | None = None
    displaced: tuple[Booking, ...] = ()
    job: UUID | None = None

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return self.series.skipped if self.series else ()


@dataclass(frozen=True, slots=True)
class Details:
    """What an edit may change beside time and room; None leaves it. The responsible of a booking may change too."""

    title: str | None = None
    purpose: RoomPurpose | None = None
    head_count: int | None = None
    equipment: tuple[Lent, ...] | None = None
    responsible: Responsible | None = None
    fee_note: str | None = None
    remarks: str | None = None
    activity_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit did: one entry per booking touched, refused ones (`after` None) where only the free were moved.

    `series` is the one the moved dates now belong to: a new one where the past had to be kept apart.
    """

    edits: tuple[Edit, ...]
    displaced: tuple[Booking, ...] = ()
    series: Series | None = None

    @property
    def bookings(self) -> tuple[Booking, ...]:
        """The bookings as they are now."""
        return tuple(edit.after or edit.before for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Seen:
    """A series with its dates, those cancelled and missed included, in order."""

    series: Series
    bookings: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class Restorable:
    """Skipped dates of a series that have become free: "3 dates of 合唱队 can be restored"."""

    series: Series
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class TimePassed:
    """What the clock alone changed: bookings before and after, and offers nobody took in time. False for nothing."""

    changed: tuple[tuple[Booking, Booking], ...] = ()
    lapsed: tuple[WaitingEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.lapsed)


@dataclass(frozen=True, slots=True)
class Imported:
    """One event of a calendar file: a wish ready to check, or `refused` with a code for words.

    `summary` is the event's own title, cut short; `params` fill the sentence of `refused`.
    """

    summary: str
    wanted: Wanted | None = None
    refused: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
