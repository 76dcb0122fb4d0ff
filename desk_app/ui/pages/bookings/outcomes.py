"""The common end of every act about a booking: the line, the sound, undo, looking again, telling other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.slots import wall_clock
from desk_app.ui.context import Context
from desk_app.ui.pages.bookings.sheets import reach
from desk_app.ui.pages.bookings.state import Chosen, Errands, Happened, House, Line, Panel, State

_Answer = TypeVar("_Answer")

UNDO_DEPTH = 50
SILENT = frozenset({Happened.PRINTED, Happened.MOVED, Happened.AMENDED})
"""The eye follows these already."""
NOUNS = frozenset({"bookings", "rooms"})


class Outcomes(QObject):
    """Holds the State and how each act ends. `changed(State)` follows every act. UI thread only."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self._acts: list[tuple[Callable[[], object], Line]] = []
        self._telling = False
        self._current = False
        self._stale = True
        now = self._now()
        self.state = State(now.date(), now, now.date())
        context.bridge.data_changed.connect(self.data_changed)

    # -- undo ---------------------------------------------------------------------------------------------------
    def undo(self) -> None:
        """Take back the last act, whatever it was."""
        if not self._acts:
            return
        back, line = self._acts.pop()
        try:
            answer = back()
        except EnvironmentTrouble as trouble:
            self._acts.append((back, line))  # the disk may recover; the act still stands
            self._refuse(trouble)
            return
        except DeskError as trouble:
            self._refuse(trouble)
            return
        booking = answer if isinstance(answer, Booking) else line.booking
        self._say(Line(Happened.PUT_BACK, booking, count=line.count, undone=line.happened))
        self._tell()

    # -- looking ------------------------------------------------------------------------------------------------
    def data_changed(self, nouns: frozenset[str]) -> None:
        """Another page stored something; hidden, this page only remembers that it is stale."""
        if self._telling or not nouns & (NOUNS | {"visits", "people"}):
            return
        if self._current:
            self.reload()
        else:
            self._stale = True

    def reload(self) -> None:
        """Fetch everything the page shows anew."""
        self._stale = False
        self._look_at_rooms()
        self._look()
        self._look_at_errands()
        self._renew_chosen()
        self._show()

    def _look_at_rooms(self) -> None:
        rooms, hub = self._desk.rooms, self._context.settings.config.hub
        house = self._try(
            lambda: House(
                rooms.list(), rooms.calendar(), rooms.closures(), rooms.equipment(), opens=hub.opens, closes=hub.closes
            )
        )
        if house is not None:
            self.state = replace(self.state, house=house)

    def _look(self) -> None:
        """The bookings of what is looked at."""
        bookings = self._try(lambda: self._desk.bookings.between(reach(self.state.view, self.state.day)))
        if bookings is not None and bookings != self.state.bookings:
            self.state = replace(self.state, bookings=bookings)

    def _look_at_errands(self) -> None:
        errands = self._try(self._errands)
        if errands is not None:
            self.state = replace(self.state, errands=errands)

    def _errands(self) -> Errands:
        bookings = self._desk.bookings
        requests = bookings.waiting_for_approval()
        shares = {
            party: bookings.share_of(party, day)
            for party, day in {(one.responsible.party_id, one.slot.day) for one in requests}
        }
        return Errands(
            requests,
            shares,
            bookings.next_in_line(),
            bookings.waiting(),
            bookings.restorable(),
            bookings.about_to_end(),
            bookings.unused(),
        )

    def _renew_chosen(self) -> None:
        chosen = self.state.chosen
        if chosen is not None:
            fresh = self._try(lambda: self._chosen(chosen.booking.id))
            panel = self.state.panel if fresh is not None or self.state.panel is not Panel.BOOKING else Panel.DESK
            self.state = replace(self.state, chosen=fresh, panel=panel)

    def _chosen(self, booking_id: UUID) -> Chosen:
        bookings = self._desk.bookings
        booking = bookings.booking(booking_id)
        seen = bookings.series(booking.series_id) if booking.series_id is not None else None
        asks = booking.state is BookingState.REQUESTED
        share = bookings.share_of(booking.responsible.party_id, booking.slot.day) if asks else None
        return Chosen(booking, seen, bookings.history(booking_id), share)

    # -- the end of every act -----------------------------------------------------------------------------------
    def _did(self, line: Line, back: Callable[[], object] | None = None) -> None:
        """It is done: say so, remember how to take it back, look again, tell the other pages."""
        if back is not None:
            self._acts = [*self._acts[1 - UNDO_DEPTH :], (back, line)]
        self._say(line)
        self._tell()

    def _say(self, line: Line) -> None:
        self.state = replace(self.state, line=line, pending=None)
        if line.happened is not Happened.REFUSED:
            self._look()
            self._look_at_errands()
            self._renew_chosen()
        self._show()
        if line.wants_a_look:
            self._context.sounds.look_here()
        elif line.happened not in SILENT:
            self._context.sounds.done()

    def _tell(self, *nouns: str) -> None:
        self._telling = True
        try:
            self._context.bridge.changed(*(nouns or ("bookings",)))
        finally:
            self._telling = False

    def _try(self, act: Callable[[], _Answer]) -> _Answer | None:
        """The act's answer, or None with the refusal on the line."""
        try:
            return act()
        except (DeskError, EnvironmentTrouble) as trouble:
            self._refuse(trouble)
            return None

    def _refuse(self, trouble: DeskError | EnvironmentTrouble) -> None:
        pending = self.state.pending
        self._say(Line(Happened.REFUSED, trouble=trouble))
        self.state = replace(self.state, pending=pending)

    def _now(self) -> datetime:
        return wall_clock(self._context.clock.now())

    def _show(self) -> None:
        if self.state.can_undo != bool(self._acts):
            self.state = replace(self.state, can_undo=bool(self._acts))
        self.changed.emit(self.state)
