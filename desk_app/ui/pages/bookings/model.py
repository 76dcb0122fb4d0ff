"""The acts of the bookings page, named as the desk says them. No widget; the page only forwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import QObject

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.devices.api import CodeScanned
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, Responsible
from desk_app.domain.bookings.editing import Change, Edit
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.services.bookings import Details, Wanted
from desk_app.ui.context import Context
from desk_app.ui.pages.bookings.draft import NOBODY, BookingDraft, next_slot
from desk_app.ui.pages.bookings.errands import Errands
from desk_app.ui.pages.bookings.state import NOTHING_CHANGED, Filter, Happened, Line, Panel, Pending, Trouble, View

FIRST_OFFER = time(8, 45)
"""Ctrl+B on another day offers the hour after this."""


class BookingsModel(Errands):
    """What the desk does with rooms and bookings. `changed(State)` follows every act. UI thread only."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.draft = BookingDraft(context.desk, context.clock, self)
        self.draft.booked.connect(self._booked)
        self.draft.put_on_list.connect(self._put_on_list)
        context.bridge.card_event.connect(self._scanned)

    # -- looking about ------------------------------------------------------------------------------------------
    def came_forward(self) -> None:
        """The page became the current one."""
        self._current = True
        self.tick()
        if self._stale:
            self.reload()

    def went_back(self) -> None:
        """Another page is in front."""
        self._current = False
        self.draft.pause()

    def reload(self) -> None:
        """Fetch everything anew; the draft is checked against it."""
        super().reload()
        self.draft.know_rooms(self.state.house.in_service)
        if self.state.panel is Panel.NEW:
            self.draft.check()

    def settings_changed(self) -> None:
        """Opening hours or the language of papers may be others now."""
        if self._current:
            self.reload()
        else:
            self._stale = True

    def tick(self) -> None:
        """The clock went on; a new day takes the page along if it showed today."""
        now = self._now().replace(second=0, microsecond=0)
        if now == self.state.now:
            return
        before = self.state
        self.state = replace(before, now=now, today=now.date())
        if before.today != now.date() and before.day == before.today:
            self.show_day(now.date())
            return
        self._show()

    def hide_names(self, hide: bool) -> None:
        """Mask names, or show them again."""
        self.state = replace(self.state, names_hidden=hide)
        self._show()

    def show_day(self, day: date) -> None:
        """Look at another day, its week, month or the weeks from it on."""
        self.state = replace(self.state, day=day)
        self._look()
        self._show()

    def go(self, by: int) -> None:
        """So many days, weeks, months on or back, as the view shows them."""
        day = self.state.day
        if self.state.view is View.MONTH:
            month = day.month - 1 + by
            self.show_day(date(day.year + month // 12, month % 12 + 1, 1))
            return
        days = {View.DAY: 1, View.WEEK: 7, View.LIST: 28}[self.state.view]
        self.show_day(day + by * days * DAY)

    def go_today(self) -> None:
        self.show_day(self.state.today)

    def show_view(self, view: View, day: date | None = None) -> None:
        """Look at it another way."""
        self.state = replace(self.state, view=view, day=day or self.state.day, found=None, search="")
        self._look()
        self._show()

    def filter_heads(self, heads: int) -> None:
        """Only rooms for so many people."""
        self._filter(replace(self.state.filter, heads=heads))

    def filter_feature(self, feature: str) -> None:
        """Only rooms that have this."""
        self._filter(replace(self.state.filter, feature=feature))

    def _filter(self, wanted: Filter) -> None:
        self.state = replace(self.state, filter=wanted)
        self._show()

    def find(self, text: str) -> None:
        """By slip, number, phone tail or name; nothing typed shows the coming weeks again."""
        found = self._try(lambda: self._desk.bookings.find(text)) if text.strip() else None
        self.state = replace(self.state, found=found, search=text)
        self._show()

    def _scanned(self, event: object) -> None:
        """A booking slip under the scanner while this page is open."""
        if not self._current or not isinstance(event, CodeScanned):
            return
        found = self._try(lambda: self._desk.bookings.find(event.text))
        if found:
            self.show_day(found[0].slot.day)
            self.choose(found[0].id)

    # -- the right panel ----------------------------------------------------------------------------------------
    def start_booking(self, room_id: UUID | None = None, slot: Slot | None = None) -> None:
        """A new booking, here where a place is given; else where the draft was, or in the next free hour."""
        self.state = replace(self.state, panel=Panel.NEW, chosen=None, pending=None)
        draft = self.draft.state
        if room_id is not None and slot is not None:
            self.draft.place(room_id, slot)
        elif (draft.room_id is None or draft.slot is None) and self.state.shown_rooms:
            morning = datetime.combine(self.state.day, FIRST_OFFER)
            begin = self.state.now if self.state.day == self.state.today else morning
            self.draft.place(draft.room_id or self.state.shown_rooms[0].id, draft.slot or next_slot(begin))
        self._show()

    def point(self, room_id: UUID, slot: Slot) -> None:
        """The keyboard moved over empty time: an open draft that nobody has named yet follows."""
        if self.state.panel is Panel.NEW and not self.draft.state.who.named:
            self.draft.place(room_id, slot)

    def choose(self, booking_id: UUID) -> None:
        """Open a booking's panel."""
        chosen = self._try(lambda: self._chosen(booking_id))
        if chosen is not None:
            self.state = replace(self.state, chosen=chosen, pending=None, panel=Panel.BOOKING)
            self._show()

    def leave_panel(self) -> None:
        """Esc: first the waiting change, then the panel; a draft is kept."""
        if self.state.pending is not None:
            self.drop_pending()
            return
        self.state = replace(self.state, panel=Panel.DESK, chosen=None)
        self._show()

    # -- making -------------------------------------------------------------------------------------------------
    def verdict_on(self, room_id: UUID, slot: Slot, booking_id: UUID | None) -> Verdict | None:
        """How a place stands while a hand is still dragging; None where it cannot be at all."""
        try:
            if booking_id is not None:
                booking = self._known(booking_id)
                return self._desk.bookings.preview_edit(booking_id, change_of(booking, room_id, slot))[0].verdict
            return self._desk.bookings.check(self._plain_wish(room_id, slot), alternatives=False).verdicts[0]
        except (DeskError, EnvironmentTrouble):
            return None

    def _plain_wish(self, room_id: UUID, slot: Slot) -> Wanted:
        nobody = Responsible(PartyKind.PERSON, NOBODY)
        draft = self.draft.state
        purpose = draft.purpose if draft.purpose_set else self.draft.usual_purpose(room_id)
        return Wanted((room_id,), slot, nobody, purpose, head_count=draft.head_count)

    def _known(self, booking_id: UUID) -> Booking:
        seen = next((one for one in self.state.bookings if one.id == booking_id), None)
        return seen or self._desk.bookings.booking(booking_id)

    # -- changing -----------------------------------------------------------------------------------------------
    def move(self, booking_id: UUID, room_id: UUID, slot: Slot) -> None:
        """Put it there. One of a series waits in the panel until somebody says how far that reaches."""
        booking = self._try(lambda: self._known(booking_id))
        if booking is None:
            return
        if booking.series_id is None:
            self._edit(booking, change_of(booking, room_id, slot), NOTHING_CHANGED, Scope.THIS)
            return
        self.choose(booking_id)
        self.propose(room_id, slot)

    def propose(self, room_id: UUID, slot: Slot, details: Details = NOTHING_CHANGED) -> None:
        """A change typed into the panel or dragged: shown and checked, not done."""
        chosen = self.state.chosen
        if chosen is None:
            return
        change = change_of(chosen.booking, room_id, slot)
        if change == Change() and details == NOTHING_CHANGED:
            self.drop_pending()
            return
        previews: dict[Scope, tuple[Edit, ...]] = {}
        trouble: Trouble | None = None
        if change != Change():
            try:
                previews = {
                    scope: self._desk.bookings.preview_edit(chosen.booking.id, change, scope) for scope in chosen.scopes
                }
            except (DeskError, EnvironmentTrouble) as error:
                trouble = error
        self.state = replace(self.state, pending=Pending(room_id, slot, details, previews, trouble))
        self._show()

    def drop_pending(self) -> None:
        """Not after all: the booking stays as it is."""
        if self.state.pending is not None:
            self.state = replace(self.state, pending=None)
            self._show()

    def settle(self, scope: Scope) -> None:
        """The waiting change: this date, this and the following, or all; of many those that are free."""
        chosen, pending = self.state.chosen, self.state.pending
        if chosen is None or pending is None:
            return
        change = change_of(chosen.booking, pending.room_id, pending.slot)
        self._edit(chosen.booking, change, pending.details, scope, only_free=scope is not Scope.THIS)

    def _edit(
        self, booking: Booking, change: Change, details: Details, scope: Scope, *, only_free: bool = False
    ) -> None:
        bookings = self._desk.bookings
        amended: tuple[Edit, ...] = ()
        edits: tuple[Edit, ...] = ()
        try:
            if details != NOTHING_CHANGED:
                amended = bookings.amend(booking.id, details, scope).edits
            if change != Change():
                edits = bookings.edit(booking.id, change, scope, only_free=only_free).edits
        except DeskError as trouble:
            self._not_moved(booking, change, trouble)
            return
        except EnvironmentTrouble as trouble:
            self._refuse(trouble)
            return
        as_it_was = {edit.before.id: edit.before for edit in amended}
        edits = edits or amended
        done = [
            replace(edit, before=as_it_was.get(edit.before.id, edit.before)) for edit in edits if edit.after is not None
        ]
        happened = Happened.MOVED if change != Change() else Happened.AMENDED
        line = Line(
            happened,
            done[0].after if done else booking,
            count=len(done),
            skipped=len(edits) - len(done),
            displaced=sum(len(edit.displaced) for edit in edits),
            before=booking,
        )
        self.state = replace(self.state, pending=None)
        self._did(line, lambda: self._put_back(done, change, details, whole=len(done) == len(edits)))

    def _not_moved(self, booking: Booking, change: Change, trouble: DeskError) -> None:
        """Say which reason stands in the way; nothing was changed."""
        if trouble.code != "booking.not_free":
            self._refuse(trouble)
            return
        edits = self._try(lambda: self._desk.bookings.preview_edit(booking.id, change))
        edit = next((one for one in edits or () if one.after is None), None)
        self._say(Line(Happened.NOT_FREE, booking, edit=edit, trouble=trouble))

    def _put_back(self, done: Sequence[Edit], change: Change, details: Details, *, whole: bool) -> None:
        """Undo an edit: in one go from its first date on, or date by date where some had stayed as they were."""
        together = whole and len(done) > 1
        for edit in done[:1] if together else done:
            self._put_one_back(edit.before, change, details, Scope.FOLLOWING if together else Scope.THIS)

    def _put_one_back(self, was: Booking, change: Change, details: Details, reach: Scope) -> None:
        bookings = self._desk.bookings
        if change != Change():
            room = was.room_id if change.room_id is not None else None
            bookings.edit(was.id, Change(-change.shift, -change.lengthen, room), reach)
        if details != NOTHING_CHANGED:
            old = Details(title=was.title, purpose=was.purpose, head_count=was.head_count, remarks=was.remarks)
            bookings.amend(was.id, old, reach)

    def cancel(self, booking_id: UUID, scope: Scope = Scope.THIS) -> None:
        """Give it back: cancelled, or ended where it runs."""
        before = self._try(lambda: self._known(booking_id))
        if before is None:
            return
        gone = self._try(lambda: self._desk.bookings.cancel(booking_id, scope))
        if gone is None:
            return
        ids = [booking.id for booking in gone if booking.state is BookingState.CANCELLED]
        happened = Happened.CANCELLED if ids else Happened.ENDED
        self._did(Line(happened, before, count=len(gone)), (lambda: self._revive_all(ids)) if ids else None)

    def revive(self) -> None:
        """Take a cancelled, lost or missed booking up again where its slot is still free."""
        chosen = self.state.chosen
        if chosen is None:
            return
        edit = self._try(lambda: self._desk.bookings.revive(chosen.booking.id))
        if edit is None:
            return
        if edit.after is None:
            self._say(Line(Happened.NOT_FREE, chosen.booking, edit=edit))
            return
        came_late = edit.after.state is BookingState.IN_USE
        back = None if came_late else lambda: self._desk.bookings.cancel(chosen.booking.id)
        self._did(Line(Happened.REVIVED, edit.after), back)


def change_of(booking: Booking, room_id: UUID, slot: Slot) -> Change:
    """What must be done to a booking to put it there."""
    return Change(
        shift=slot.start - booking.slot.start,
        lengthen=slot.length - booking.slot.length,
        room_id=room_id if room_id != booking.room_id else None,
    )
