"""What the desk does for people about bookings that stand: approve, use, restore, and the waiting list by telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.waiting import WaitingEntry
from desk_app.services.bookings import Booked
from desk_app.ui.pages.bookings.outcomes import Outcomes
from desk_app.ui.pages.bookings.state import Happened, Line, Panel


class Errands(Outcomes):
    """Acts that need no draft and move no bar."""

    def _booked(self, booked: Booked) -> None:
        first, series = booked.bookings[0], booked.series
        if booked.job is not None:
            self._context.devices.wake_printer()
            self._tell("slips")
        chosen = self._try(lambda: self._chosen(first.id))
        self.state = replace(self.state, chosen=chosen, panel=Panel.BOOKING, day=first.slot.day)
        line = Line(
            Happened.BOOKED,
            first,
            count=len(booked.bookings),
            skipped=len(booked.skipped),
            displaced=len(booked.displaced),
        )
        ids = tuple(booking.id for booking in booked.bookings)
        if series is not None:
            self._did(line, lambda: self._desk.bookings.cancel(first.id, Scope.ALL))
        else:
            self._did(line, lambda: [self._desk.bookings.cancel(one) for one in ids])

    def _put_on_list(self, entry: WaitingEntry) -> None:
        self.state = replace(self.state, panel=Panel.DESK)
        self._did(Line(Happened.WAITING, entry=entry), lambda: self._desk.bookings.stop_waiting(entry.id))

    # -- approving ----------------------------------------------------------------------------------------------
    def approve(self, booking_id: UUID) -> None:
        """A request promised, if nobody was promised its slot meanwhile."""
        edit = self._try(lambda: self._desk.bookings.approve(booking_id))
        if edit is None:
            return
        if edit.after is None:
            self._say(Line(Happened.NOT_FREE, edit.before, edit=edit))
        else:
            self._did(Line(Happened.APPROVED, edit.after))

    def reject(self, booking_id: UUID, why: str) -> bool:
        """A request refused, with the reason; says whether that was done."""
        booking = self._try(lambda: self._desk.bookings.reject(booking_id, why))
        if booking is not None:
            self._did(Line(Happened.REJECTED, booking), lambda: self._revive_all([booking_id]))
        return booking is not None

    # -- using --------------------------------------------------------------------------------------------------
    def check_in(self, booking_id: UUID) -> None:
        """They are here."""
        together = self._try(lambda: self._desk.bookings.check_in(booking_id))
        if together is not None:
            line = Line(Happened.CHECKED_IN, together[0])
            self._did(line, lambda: self._desk.bookings.undo_check_in(booking_id))

    def undo_check_in(self, booking_id: UUID) -> None:
        """The tap was somebody else's."""
        together = self._try(lambda: self._desk.bookings.undo_check_in(booking_id))
        if together is not None:
            self._did(Line(Happened.PUT_BACK, together[0], undone=Happened.CHECKED_IN))

    def end_early(self, booking_id: UUID) -> None:
        """They are gone; the rest is free."""
        ended = self._try(lambda: self._desk.bookings.end_early(booking_id))
        if ended is not None:
            self._did(Line(Happened.ENDED, ended[0]))

    def print_slip(self, booking_id: UUID) -> None:
        """The slip once more."""
        if self._try(lambda: self._desk.bookings.print_slip(booking_id)) is not None:
            self._context.devices.wake_printer()
            self._say(Line(Happened.PRINTED))
            self._tell("slips")

    def _revive_all(self, ids: Sequence[UUID]) -> None:
        for booking_id in ids:
            edit = self._desk.bookings.revive(booking_id)
            if edit.after is None:
                raise DeskError("booking.not_free", refused=1, dates=len(ids))

    # -- skipped dates, the waiting list ------------------------------------------------------------------------
    def restore(self, series_id: UUID) -> None:
        """Every skipped date that has become free."""
        booked = self._try(lambda: self._desk.bookings.restore(series_id))
        if booked is not None:
            ids = [booking.id for booking in booked.bookings]
            line = Line(Happened.RESTORED, booked.bookings[0], count=len(ids))
            self._did(line, lambda: [self._desk.bookings.cancel(one) for one in ids])

    def offer(self, entry_id: UUID) -> None:
        """Rung up: kept for them for half an hour."""
        entry = self._try(lambda: self._desk.bookings.offer(entry_id))
        if entry is not None:
            self._did(Line(Happened.OFFERED, entry=entry))

    def answer(self, entry_id: UUID, *, accepted: bool) -> None:
        """What they said on the telephone."""
        entry = next((one for one in self.state.errands.waiting if one.id == entry_id), None)
        try:
            booked = self._desk.bookings.answer(entry_id, accepted=accepted)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._refuse(trouble)
            return
        if booked is not None:
            self._booked(booked)
        else:
            self._did(Line(Happened.DECLINED, entry=entry))

    def wait_again(self, entry_id: UUID) -> None:
        """Nobody answered in time: back in line."""
        entry = self._try(lambda: self._desk.bookings.wait_again(entry_id))
        if entry is not None:
            self._did(Line(Happened.WAITING, entry=entry))

    def stop_waiting(self, entry_id: UUID) -> None:
        """They do not want it any more."""
        entry = self._try(lambda: self._desk.bookings.stop_waiting(entry_id))
        if entry is not None:
            self._did(Line(Happened.DECLINED, entry=entry))
