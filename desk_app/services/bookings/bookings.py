"""Every act at the desk about bookings: check, book, change, use, give back, wait, find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.bookings.booking import Booking, BookingChange
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.fairness import Share, Standing
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.waiting import WaitingEntry
from desk_app.services.bookings.api import (
    Booked,
    Checked,
    Details,
    Edited,
    Imported,
    Restorable,
    Seen,
    TimePassed,
    Wanted,
)
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys


class Bookings:
    """One method, one transaction; per booking changed one line of history and one outbox entry.

    Every method may raise EnvironmentTrouble (store.*). `online` says whether the district can confirm now: without
    it bookings are provisional, but in rooms whose home desk this is. Slots and `now` are the hub's wall clock.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Callable[[], Config],
        keys: Keys,
        online: Callable[[], bool] = lambda: True,
    ) -> None: ...

    # Asking

    def check(self, wanted: Wanted, *, alternatives: bool = True) -> Checked:
        """Every date with its verdict. DeskError room.unknown, booking.rooms_touch, booking.not_whole_minutes,
        booking.no_room, recurrence.*, each with its field. Without `alternatives` it is for every keystroke."""
        raise NotImplementedError

    # Making

    def book(
        self,
        wanted: Wanted,
        *,
        only_free: bool = False,
        chosen: frozenset[date] | None = None,
        print_slip: bool = True,
    ) -> Booked:
        """All dates; with `only_free` those that are free; with `chosen` exactly these days. The rest is skipped and
        stays with the series. Nothing is saved by halves. DeskError booking.not_free (refused=, dates=),
        booking.none_free, recurrence.too_long, recurrence.no_dates, besides those of `check`."""
        raise NotImplementedError

    # Changing

    def preview_edit(
        self, booking_id: UUID, change: Change, scope: Scope = Scope.THIS, override: Override | None = None
    ) -> tuple[Edit, ...]:
        """What `edit` would do, for a drag in progress. DeskErrors as `edit`, but never booking.not_free."""
        raise NotImplementedError

    def edit(
        self,
        booking_id: UUID,
        change: Change,
        scope: Scope = Scope.THIS,
        *,
        override: Override | None = None,
        only_free: bool = False,
    ) -> Edited:
        """Move, resize, change room: this, this and following, or all to come; the past is never changed.

        DeskError booking.unknown, booking.is_over, booking.cannot_move, booking.not_free (refused=, dates=),
        booking.end_not_after_start."""
        raise NotImplementedError

    def amend(
        self, booking_id: UUID, details: Details, scope: Scope = Scope.THIS, *, override: Override | None = None
    ) -> Edited:
        """Title, purpose, head-count, equipment, responsible, notes. More heads or equipment are checked like a new
        booking. DeskErrors as `edit`."""
        raise NotImplementedError

    def approve(self, booking_id: UUID, override: Override | None = None) -> Edit:
        """A request promised, `after` None with the verdict where the slot was promised meanwhile (nothing saved).

        DeskError booking.unknown, booking.not_waiting_for_approval."""
        raise NotImplementedError

    def reject(self, booking_id: UUID, why: str) -> Booking:
        """A request refused: cancelled, with the reason. DeskError booking.not_waiting_for_approval,
        booking.reason_missing (field why)."""
        raise NotImplementedError

    def cancel(self, booking_id: UUID, scope: Scope = Scope.THIS, why: str = "") -> tuple[Booking, ...]:
        """Give back before the end: what runs ends now, what is to come is cancelled. DeskError booking.unknown,
        booking.is_over, booking.cannot_become."""
        raise NotImplementedError

    def revive(self, booking_id: UUID, override: Override | None = None) -> Edit:
        """A cancelled or lost booking taken up again, a no-show that came after all; as `approve` where not free."""
        raise NotImplementedError

    # Using

    def check_in(self, booking_id: UUID) -> tuple[Booking, ...]:
        """Somebody came, all rooms taken together. DeskError booking.check_in_too_early (opens=),
        booking.check_in_too_late (closed=), booking.cannot_become."""
        raise NotImplementedError

    def undo_check_in(self, booking_id: UUID) -> tuple[Booking, ...]:
        """DeskError booking.not_in_use."""
        raise NotImplementedError

    def end_early(self, booking_id: UUID) -> tuple[Booking, ...]:
        """People are gone, the rest is free from this minute. DeskError booking.not_begun, booking.cannot_become."""
        raise NotImplementedError

    def due(self) -> bool:
        """Whether `time_passes` has anything to do: one look by index, for each tick."""
        raise NotImplementedError

    def time_passes(self) -> TimePassed:
        """No-shows released, uses over finished, telephone holds lapsed. Called by the clock, no button."""
        raise NotImplementedError

    # Skipped dates

    def restorable(self) -> tuple[Restorable, ...]:
        """Series of which skipped dates could be booked now."""
        raise NotImplementedError

    def restore(self, series_id: UUID) -> Booked:
        """Every skipped date that is free now. DeskError series.unknown, booking.none_free."""
        raise NotImplementedError

    # Waiting

    def wait(self, wanted: Wanted) -> WaitingEntry:
        """Put on the waiting list: one date. DeskError waiting.one_date_only, waiting.is_free, and as `check`."""
        raise NotImplementedError

    def waiting(self) -> tuple[WaitingEntry, ...]:
        """Everybody waiting, offered or lapsed, longest waiting first."""
        raise NotImplementedError

    def next_in_line(self) -> tuple[WaitingEntry, ...]:
        """Those whose wish is free now, to be rung up, longest waiting first; one for each room and time."""
        raise NotImplementedError

    def offer(self, entry_id: UUID) -> WaitingEntry:
        """Rung up: the slot is kept for half an hour. DeskError waiting.unknown, waiting.not_waiting,
        booking.not_free."""
        raise NotImplementedError

    def answer(self, entry_id: UUID, *, accepted: bool) -> Booked | None:
        """Yes books in the same transaction. DeskError waiting.not_offered, waiting.hold_over, booking.not_free."""
        raise NotImplementedError

    def wait_again(self, entry_id: UUID) -> WaitingEntry:
        """DeskError waiting.unknown, waiting.not_lapsed."""
        raise NotImplementedError

    def stop_waiting(self, entry_id: UUID) -> WaitingEntry:
        """They do not want it any more. DeskError waiting.unknown."""
        raise NotImplementedError

    # Looking

    def between(self, within: Slot, room_ids: frozenset[UUID] = frozenset()) -> tuple[Booking, ...]:
        """Bookings whose slot meets `within`, every state but cancelled and lost, by start; no rooms: all."""
        raise NotImplementedError

    def day(self, day: date) -> tuple[Booking, ...]:
        """`between` over one calendar day."""
        raise NotImplementedError

    def booking(self, booking_id: UUID) -> Booking:
        """DeskError booking.unknown."""
        raise NotImplementedError

    def history(self, booking_id: UUID) -> tuple[BookingChange, ...]:
        """Every change, oldest first. Name, telephone and remarks are those of today. DeskError booking.unknown."""
        raise NotImplementedError

    def series(self, series_id: UUID) -> Seen:
        """DeskError series.unknown."""
        raise NotImplementedError

    def find(self, text: str) -> tuple[Booking, ...]:
        """By slip token, slip number, phone tail, or name of party, person or title; upcoming first, then latest."""
        raise NotImplementedError

    def of_person(self, person_id: UUID) -> tuple[Booking, ...]:
        """What somebody at the desk answers for, from today on: found by their card."""
        raise NotImplementedError

    def waiting_for_approval(self) -> tuple[Booking, ...]:
        """Requests to come, by start."""
        raise NotImplementedError

    def shares(self, day: date) -> tuple[Share, ...]:
        """Every party's share of the month of `day`, most hours first."""
        raise NotImplementedError

    def share_of(self, party_id: UUID, day: date) -> Standing:
        """Where one party stands that month."""
        raise NotImplementedError

    def about_to_end(self, notice_days: int = 14) -> tuple[Seen, ...]:
        """Series whose last date is near."""
        raise NotImplementedError

    def unused(self, misses: int = 3) -> tuple[Seen, ...]:
        """Series nobody came to so many times running; the bookings are the missed ones."""
        raise NotImplementedError

    # Papers and files

    def print_slip(self, booking_id: UUID) -> UUID:
        """Queue the slip once more (补打); the job's id. DeskError booking.unknown."""
        raise NotImplementedError

    def export_calendar(self, room_id: UUID | None = None) -> bytes:
        """iCalendar of a room or the hub from a month ago on; no name of a person, no telephone."""
        raise NotImplementedError

    def read_calendar(self, content: bytes, wanted: Wanted) -> tuple[Imported, ...]:
        """The events of a calendar file as wishes: room from LOCATION where it names one, else `wanted`'s; who answers
        and the purpose are `wanted`'s. Nothing is saved: `book` each. DeskError calendar.too_large (limit=),
        calendar.not_a_calendar."""
        raise NotImplementedError
