"""Every act at the desk about bookings: check, book, change, use, give back, wait, find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.bookings.booking import Booking, BookingChange, Responsible
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.fairness import Share, Standing, month_of
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import ALL_DAY, DAY, Slot
from desk_app.domain.bookings.waiting import WaitingEntry
from desk_app.domain.people import NewPerson
from desk_app.services.bookings import changing, keeping, looking, making, queueing, using
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
from desk_app.services.bookings.counter import Counter
from desk_app.services.bookings.papers import queue_slip
from desk_app.services.office import Office
from desk_app.storage import booking_history, booking_search, bookings
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys
from desk_app.storage.parties import Party


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
    ) -> None:
        self._store = store
        self._counter = Counter(Office(store, clock, settings, keys), online)

    # Asking

    def responsible(self, person_id: UUID, party: Party | None = None) -> Responsible:
        """Somebody the hub knows as who answers for a booking, alone or for `party`. DeskError person.unknown."""
        with self._store.read() as transaction:
            return looking.responsible(transaction, self._counter, person_id, party)

    def newcomer(self, new: NewPerson, party: Party | None = None) -> Responsible:
        """Somebody on the telephone, made a person of the hub to be found next time. DeskError person.name_missing,
        person.name_too_long (field responsible), person.phone_invalid."""
        with self._store.begin() as transaction:
            return looking.newcomer(transaction, self._counter, new, party)

    def check(self, wanted: Wanted, *, alternatives: bool = True) -> Checked:
        """Every date with its verdict. DeskError room.unknown, booking.rooms_touch, booking.not_whole_minutes,
        booking.no_room, recurrence.*, each with its field. Without `alternatives` it is for every keystroke."""
        with self._store.read() as transaction:
            answer, _ = making.checked(transaction, self._counter, wanted)
            return making.with_alternatives(transaction, self._counter, answer) if alternatives else answer

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
        with self._store.begin() as transaction:
            return making.booked(
                transaction, self._counter, wanted, only_free=only_free, chosen=chosen, print_slip=print_slip
            )

    # Changing

    def preview_edit(
        self, booking_id: UUID, change: Change, scope: Scope = Scope.THIS, override: Override | None = None
    ) -> tuple[Edit, ...]:
        """What `edit` would do, for a drag in progress. DeskErrors as `edit`, but never booking.not_free."""
        with self._store.read() as transaction:
            return changing.preview(transaction, self._counter, booking_id, change, scope, override)

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
        with self._store.begin() as transaction:
            return changing.edit(
                transaction, self._counter, booking_id, change, scope, override=override, only_free=only_free
            )

    def amend(
        self, booking_id: UUID, details: Details, scope: Scope = Scope.THIS, *, override: Override | None = None
    ) -> Edited:
        """Title, purpose, head-count, equipment, responsible, notes. More heads or equipment are checked like a new
        booking. DeskErrors as `edit`."""
        with self._store.begin() as transaction:
            return changing.amend(transaction, self._counter, booking_id, details, scope, override)

    def approve(self, booking_id: UUID, override: Override | None = None) -> Edit:
        """A request promised, `after` None with the verdict where the slot was promised meanwhile (nothing saved).

        DeskError booking.unknown, booking.not_waiting_for_approval."""
        with self._store.begin() as transaction:
            return changing.approve(transaction, self._counter, booking_id, override)

    def reject(self, booking_id: UUID, why: str) -> Booking:
        """A request refused: cancelled, with the reason. DeskError booking.not_waiting_for_approval,
        booking.reason_missing (field why)."""
        with self._store.begin() as transaction:
            return changing.reject(transaction, self._counter, booking_id, why)

    def cancel(self, booking_id: UUID, scope: Scope = Scope.THIS, why: str = "") -> tuple[Booking, ...]:
        """Give back before the end: what runs ends now, what is to come is cancelled. DeskError booking.unknown,
        booking.is_over, booking.cannot_become."""
        with self._store.begin() as transaction:
            return changing.cancel(transaction, self._counter, booking_id, scope, why)

    def revive(self, booking_id: UUID, override: Override | None = None) -> Edit:
        """A cancelled or lost booking taken up again, a no-show that came after all; as `approve` where not free."""
        with self._store.begin() as transaction:
            return changing.revive(transaction, self._counter, booking_id, override)

    # Using

    def check_in(self, booking_id: UUID) -> tuple[Booking, ...]:
        """Somebody came, all rooms taken together. DeskError booking.check_in_too_early (opens=),
        booking.check_in_too_late (closed=), booking.cannot_become."""
        with self._store.begin() as transaction:
            return using.check_in(transaction, self._counter, booking_id)

    def undo_check_in(self, booking_id: UUID) -> tuple[Booking, ...]:
        """DeskError booking.not_in_use."""
        with self._store.begin() as transaction:
            return using.undo_check_in(transaction, self._counter, booking_id)

    def end_early(self, booking_id: UUID) -> tuple[Booking, ...]:
        """People are gone, the rest is free from this minute. DeskError booking.not_begun, booking.cannot_become."""
        with self._store.begin() as transaction:
            return using.end_early(transaction, self._counter, booking_id)

    def due(self) -> bool:
        """Whether `time_passes` has anything to do: one look by index, for each tick."""
        with self._store.read() as transaction:
            return bool(using.due(transaction, self._counter))

    def time_passes(self) -> TimePassed:
        """No-shows released, uses over finished, telephone holds lapsed. Called by the clock, no button."""
        with self._store.begin() as transaction:
            return using.time_passes(transaction, self._counter)

    # Skipped dates

    def restorable(self) -> tuple[Restorable, ...]:
        """Series of which skipped dates could be booked now."""
        with self._store.read() as transaction:
            return looking.restorable_now(transaction, self._counter)

    def restore(self, series_id: UUID, *, print_slip: bool = True) -> Booked:
        """Every skipped date that is free now. DeskError series.unknown, booking.none_free."""
        with self._store.begin() as transaction:
            return making.restore(transaction, self._counter, series_id, print_slip=print_slip)

    # Waiting

    def wait(self, wanted: Wanted) -> WaitingEntry:
        """Put on the waiting list: one date. DeskError waiting.one_date_only, waiting.is_free,
        waiting.no_use (reason=, what waiting cannot change), and as `check`."""
        with self._store.begin() as transaction:
            return queueing.wait(transaction, self._counter, wanted)

    def waiting(self) -> tuple[WaitingEntry, ...]:
        """Everybody waiting, offered or lapsed, longest waiting first."""
        with self._store.read() as transaction:
            return queueing.still_open(transaction, self._counter)

    def next_in_line(self) -> tuple[WaitingEntry, ...]:
        """Those whose wish is free now, to be rung up, longest waiting first; one for each room and time."""
        with self._store.read() as transaction:
            return queueing.next_in_line(transaction, self._counter)

    def offer(self, entry_id: UUID) -> WaitingEntry:
        """Rung up: the slot is kept for half an hour. DeskError waiting.unknown, waiting.not_waiting,
        booking.not_free."""
        with self._store.begin() as transaction:
            return queueing.offer(transaction, self._counter, entry_id)

    def answer(self, entry_id: UUID, *, accepted: bool) -> Booked | None:
        """Yes books in the same transaction. DeskError waiting.not_offered, waiting.hold_over, booking.not_free."""
        with self._store.begin() as transaction:
            return queueing.answer(transaction, self._counter, entry_id, accepted=accepted)

    def wait_again(self, entry_id: UUID) -> WaitingEntry:
        """DeskError waiting.unknown, waiting.not_lapsed."""
        with self._store.begin() as transaction:
            return queueing.wait_again(transaction, self._counter, entry_id)

    def stop_waiting(self, entry_id: UUID) -> WaitingEntry:
        """They do not want it any more. DeskError waiting.unknown."""
        with self._store.begin() as transaction:
            return queueing.stop(transaction, entry_id)

    # Looking

    def between(self, within: Slot, room_ids: frozenset[UUID] = frozenset()) -> tuple[Booking, ...]:
        """Bookings whose slot meets `within`, every state but cancelled and lost, by start; no rooms: all."""
        with self._store.read() as transaction:
            found = bookings.seen(transaction, within)
        return tuple(one for one in found if not room_ids or one.room_id in room_ids)

    def day(self, day: date) -> tuple[Booking, ...]:
        """`between` over one calendar day."""
        return self.between(ALL_DAY.on(day))

    def booking(self, booking_id: UUID) -> Booking:
        """DeskError booking.unknown."""
        with self._store.read() as transaction:
            return keeping.existing(transaction, booking_id)

    def history(self, booking_id: UUID) -> tuple[BookingChange, ...]:
        """Every change, oldest first. Name, telephone and remarks are those of today. DeskError booking.unknown."""
        with self._store.read() as transaction:
            return tuple(booking_history.lines(transaction, keeping.existing(transaction, booking_id)))

    def series(self, series_id: UUID) -> Seen:
        """DeskError series.unknown."""
        with self._store.read() as transaction:
            return looking.seen(transaction, series_id)

    def find(self, text: str) -> tuple[Booking, ...]:
        """By slip token, slip number, phone tail, or name of party, person or title; upcoming first, then latest."""
        with self._store.read() as transaction:
            return looking.find(transaction, self._counter, text)

    def of_person(self, person_id: UUID) -> tuple[Booking, ...]:
        """What somebody at the desk answers for, from today on: found by their card."""
        begin = datetime.combine(self._counter.now().date(), time.min)
        with self._store.read() as transaction:
            return tuple(bookings.of_person(transaction, person_id, begin, begin + 4_000 * DAY))

    def waiting_for_approval(self) -> tuple[Booking, ...]:
        """Requests to come, by start."""
        with self._store.read() as transaction:
            return tuple(bookings.asked(transaction, self._counter.now()))

    def shares(self, day: date) -> tuple[Share, ...]:
        """Every party's share of the month of `day`, most hours first."""
        with self._store.read() as transaction:
            return booking_search.shares(transaction, month_of(day))

    def share_of(self, party_id: UUID, day: date) -> Standing:
        """Where one party stands that month."""
        with self._store.read() as transaction:
            return making.share_of(transaction, party_id, day)

    def about_to_end(self, notice_days: int = 14) -> tuple[Seen, ...]:
        """Series whose last date is near."""
        with self._store.read() as transaction:
            return looking.ending(transaction, self._counter, notice_days)

    def unused(self, misses: int = 3) -> tuple[Seen, ...]:
        """Series nobody came to so many times running; the bookings are the missed ones."""
        with self._store.read() as transaction:
            return looking.never_used(transaction, self._counter, misses)

    # Papers and files

    def print_slip(self, booking_id: UUID) -> UUID:
        """Queue the slip once more (补打); the job's id. DeskError booking.unknown."""
        with self._store.begin() as transaction:
            one = keeping.existing(transaction, booking_id)
            slip = booking_history.slip_of(transaction, booking_id)
            if slip is None:
                raise LookupError("every booking belongs to an act that has a slip")
            return queue_slip(transaction, self._counter, one, slip)

    def export_calendar(self, room_id: UUID | None = None) -> bytes:
        """iCalendar of a room or the hub from a month ago on; nobody's name or number. DeskError room.unknown."""
        from desk_app.services.bookings.calendar_out import calendar_of  # icalendar: 0.1 s no start should pay

        with self._store.read() as transaction:
            return calendar_of(transaction, self._counter, room_id)

    def read_calendar(self, content: bytes, wanted: Wanted) -> tuple[Imported, ...]:
        """The events of a calendar file as wishes: room from LOCATION where it names one, else `wanted`'s; who answers
        and the purpose are `wanted`'s. Nothing is saved: `book` each. DeskError calendar.too_large (limit=),
        calendar.too_many (limit=), calendar.empty, calendar.not_a_calendar."""
        from desk_app.services.bookings.calendar_in import wishes_in  # icalendar: 0.1 s no start should pay

        with self._store.read() as transaction:
            rooms = {room.name: room.id for room in self._counter.house(transaction).plan.rooms.values()}
        return wishes_in(content, wanted, rooms, self._counter.now())
