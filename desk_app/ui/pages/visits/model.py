"""What happens at the desk: taps and keys become use cases, their answers one State. No widget here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.clock import hub_day, shanghai
from desk_app.devices.api import (
    CardFound,
    CardLeftBehind,
    CardNotRead,
    CardRead,
    CardRemoved,
    CardUidRead,
    CodeScanned,
    LinkChanged,
)
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.people import Person
from desk_app.domain.visits import (
    Act,
    Departure,
    Identified,
    Presence,
    Tap,
    Visit,
)
from desk_app.services.visits import Arrival, Tapped
from desk_app.ui.context import Context
from desk_app.ui.pages.visits.amend_draft import AmendDraft
from desk_app.ui.pages.visits.drafts import (
    ClosingDraft,
    GroupDraft,
    NewcomerDraft,
    RollCallDraft,
    SearchDraft,
)
from desk_app.ui.pages.visits.offer import Offer
from desk_app.ui.pages.visits.outcomes import NOT_A_KNOWN_CARD, resting
from desk_app.ui.pages.visits.standing import Standing
from desk_app.ui.pages.visits.state import (
    PASSING_FACES,
    Happened,
    Line,
    Panel,
    ReaderFace,
    ReaderView,
    Shown,
)

RING_RESTS_AFTER = timedelta(seconds=8)
"""For readers that never say that a card was taken away."""
LINE_STANDS = timedelta(minutes=5)
"""After so long a line is no news any more. What it says can still be taken back."""

_IN_USE = frozenset({Panel.NEWCOMER, Panel.GROUP, Panel.CLOSING, Panel.ROLL_CALL, Panel.AMEND})
"""Panels somebody is working in: a card tapped meanwhile is stored and said, but takes nothing out of their hands."""

_LINES_OF_TAPS = {
    Tap.SAME_VISIT: Happened.SAME_VISIT,
    Tap.ALREADY_IN: Happened.ALREADY_IN,
    Tap.OFFER_SIGN_OUT: Happened.OFFER_SIGN_OUT,
}


class CheckInModel(Standing):
    """The desk as the receptionist works it. Every public method is one of their acts, or an event of a device.

    `changed(State)` follows every act. All on the UI thread; each act is one transaction of a few milliseconds.
    """

    checked_in = Signal()
    """Somebody was checked in or found in the house: what was typed to find them is done with."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._offer: Offer | None = None
        self._closing_put_off = False
        self._stood_at = self._now()
        self.search = SearchDraft(self._desk, self)
        self.newcomer = NewcomerDraft(self._desk, self)
        self.group = GroupDraft(self._desk, _default_kind(context), self)
        self.closing = ClosingDraft(self._desk, self)
        self.roll = RollCallDraft(self._desk, self)
        self.amending = AmendDraft(self._desk, self)
        self.amending.saved.connect(self.amended)
        self.amending.card_given.connect(self._card_given)
        self.newcomer.arrived.connect(self.arrived)
        self.group.arrived.connect(self.arrived)
        self.closing.closed.connect(self.day_closed)
        context.bridge.card_event.connect(self.card_event)
        context.bridge.reader_state.connect(self.reader_state)

    # -- devices ------------------------------------------------------------------------------------------------
    def card_event(self, event: object) -> None:
        """Whatever a reader or scanner reports, from the bridge."""
        match event:
            case CardFound():
                self._card_found()
            case CardRead(card, seconds):
                self._tapped(lambda: self._desk.visits.tap_card(card), seconds)
            case CardUidRead(uid) if self._current and self.state.panel is Panel.AMEND:
                self.amending.give_card(uid)
            case CardUidRead(uid):
                self._tapped(lambda: self._desk.visits.tap_uid(uid), 0.0)
            case CardNotRead(advice):
                self._ring(ReaderView(ReaderFace.NOT_READ, advice.value))
                self._say(Line(Happened.CARD_NOT_READ, self._now(), code=advice.value))
            case CardLeftBehind():
                self._card_lies()
            case CardRemoved():
                self._card_taken_away()
            case CodeScanned(text):
                self.sign_out_by_slip(text)
            case _:
                pass

    def reader_state(self, event: LinkChanged) -> None:
        """The reader came up, went down or was lost."""
        self._ring(resting(event.state))
        self._show()

    def _card_found(self) -> None:
        """The ring alone answers at the touch; who it is comes a tenth of a second later."""
        self._ring(ReaderView(ReaderFace.READING))
        self._show()

    def _card_lies(self) -> None:
        """The ring calls it out; the line keeps what was done and its undo."""
        self._ring(ReaderView(ReaderFace.CARD_LEFT))
        self._show()
        self._context.sounds.look_here()

    def _card_taken_away(self) -> None:
        if self._offer is not None:
            self._offer.card_gone = True
        if self.state.reader.face in PASSING_FACES | {ReaderFace.CARD_LEFT}:
            self._ring(resting(self._context.bridge.link))
        self._show()

    def _tapped(self, tap: Callable[[], Tapped], reading: float) -> None:
        started = self._clock.monotonic()
        offer, self._offer = self._offer, None
        # Should the tap end in a bug, nobody may stand in the middle whom the next key would change by mistake.
        before = self.state
        self.state = replace(before, shown=None, line=None, reader=ReaderView(ReaderFace.NOT_READ))
        tapped = self._try(tap)
        if tapped is None:
            self._not_taken()
            return
        self.state = replace(before, line=self.state.line)
        seconds = reading + self._clock.monotonic() - started
        self._ring(ReaderView(ReaderFace.DONE, seconds=seconds))
        if tapped.act is None and offer is not None and offer.is_taken_by(tapped.open_visit, self._now()):
            self._leave(offer.visit, offer.name, Departure.CARD)
            return
        self._take(tapped, self.state.panel if self.state.panel in _IN_USE else Panel.PERSON)

    def _not_taken(self) -> None:
        """The card was read but refused: nobody stands in the middle whom the keys could change by mistake."""
        code = self.state.line.code if self.state.line else ""
        face = ReaderFace.UNKNOWN_CARD if code in NOT_A_KNOWN_CARD else ReaderFace.NOT_READ
        self.state = replace(self.state, shown=None)
        self._ring(ReaderView(face, code))
        self._show()

    # -- coming in ----------------------------------------------------------------------------------------------
    def _take(self, tapped: Tapped, panel: Panel = Panel.PERSON) -> None:
        """Show what a tap, or choosing somebody from the search, came to; `panel` is what the middle then holds."""
        self.checked_in.emit()
        if tapped.arrival is not None:
            self.arrived(tapped.arrival, panel)
            return
        visit, card = tapped.open_visit, tapped.card
        since = visit.arrived_at if visit else None
        name = card.person.name if card else ""
        if visit is not None and tapped.meaning is Tap.OFFER_SIGN_OUT:
            self._offer = Offer(visit, name, self._now())
        self._stand(Shown(card, visit), panel)
        if tapped.act is not None:
            self._did(tapped.act, Line(Happened.CAME_BACK, self._now(), name=name, since=since))
            return
        self._say(Line(_LINES_OF_TAPS[tapped.meaning], self._now(), name=name, since=since))

    def _stand(self, shown: Shown, panel: Panel) -> None:
        """Put somebody in the middle, or behind the panel in use."""
        self._stood_at = self._now()
        self.state = replace(self.state, shown=shown, panel=panel, person_hidden=False)

    def arrived(self, arrival: Arrival, panel: Panel = Panel.PERSON) -> None:
        """Somebody is in: show them, let the keys act on their visit, remember how to take it back."""
        visit, card = arrival.visit, arrival.card
        happened = {Identified.ANONYMOUS: Happened.COUNTED, Identified.GROUP: Happened.GROUP_IN}.get(
            visit.identified, Happened.CHECKED_IN
        )
        self._offer = None
        self._stand(Shown(card, visit), panel)
        line = Line(
            happened,
            self._now(),
            name=card.person.name if card else visit.label,
            kind=visit.purpose.kind,
            title=visit.purpose.title,
            source=arrival.source,
            people=visit.head_count,
        )
        if arrival.job is not None:
            self._context.devices.wake_printer()
        self._did(arrival.act, line)

    def check_in(self, person_id: UUID) -> None:
        """Somebody found by name or phone comes in, by the same rules as a tap."""
        self._offer = None
        tapped = self._try(lambda: self._desk.visits.check_in(person_id))
        if tapped is not None:
            self.search.clear()
            self._take(tapped)

    def pick(self) -> None:
        """Enter in the search: the chosen person comes in; on the last row a new visitor is taken down."""
        person = self.search.state.picked
        if person is not None:
            self.check_in(person.id)
        elif self.search.state.text.strip():
            self.newcomer.start(self.search.state.typed_name, self.search.state.typed_phone)
            self.search.clear()
            self.open(Panel.NEWCOMER)

    def count_one(self) -> None:
        """One more visitor, nothing asked."""
        arrival = self._try(self._desk.visits.count_one)
        if arrival is not None:
            self.arrived(arrival)

    # -- what is known of people -------------------------------------------------------------------------------
    def amend(self) -> None:
        """Mend what is known of the person in the middle."""
        if self.state.shown is not None and self.state.shown.card is not None:
            self.amending.begin(self.state.shown.card.person)
            self.open(Panel.AMEND)

    def amended(self, person: Person) -> None:
        """The person's entry was stored: show it as it is now."""
        shown = self.state.shown
        card = self._try(lambda: self._desk.people.card(person.id))
        if card is not None and shown is not None and shown.card is not None and shown.card.person.id == person.id:
            self.state = replace(self.state, shown=replace(shown, card=card))
        self.state = replace(self.state, panel=Panel.PERSON)
        self._say(Line(Happened.AMENDED, self._now(), name=person.name))
        self._tell("people")

    def _card_given(self, person: Person) -> None:
        self._ring(ReaderView(ReaderFace.DONE))
        self._say(Line(Happened.CARD_GIVEN, self._now(), name=person.name))

    def done(self) -> None:
        """Enter: accept an offered sign-out, else ready for the next visitor. The line and its undo stay."""
        offer, self._offer = self._offer, None
        line = self.state.line
        if offer is not None and line is not None and line.happened is Happened.OFFER_SIGN_OUT:
            self._leave(offer.visit, offer.name, Departure.CLICK)
            return
        self.state = replace(self.state, shown=None)
        self._show()

    # -- going --------------------------------------------------------------------------------------------------
    def sign_out(self, row: Presence) -> None:
        """A click in the list of who is in the house."""
        act = self._try(lambda: self._desk.visits.sign_out(row.visit_id, Departure.CLICK))
        if act is not None:
            self._left(act, row.name, row.head_count)

    def sign_out_by_slip(self, text: str) -> bool:
        """A slip's code, scanned anywhere or typed; says whether somebody was signed out."""
        answer = self._try(lambda: self._desk.visits.sign_out_token(text))
        if answer is None:
            return False
        act, line = answer
        self._left(act, line.name, line.visit.head_count)
        return True

    def sign_out_all(self) -> None:
        """Everybody has gone; one undo brings all back."""
        if not self.state.presences:
            return
        act = self._try(self._desk.visits.sign_out_all)
        if act is not None:
            self._renew_shown(act)
            self._did(act, Line(Happened.ALL_SIGNED_OUT, self._now(), people=self.state.occupancy.people))

    def day_closed(self, act: Act, gone: int) -> None:
        """The closing list was answered."""
        self._closing_put_off = True
        self._renew_shown(act)
        self.state = replace(self.state, panel=Panel.PERSON, closing_due=False)
        self._did(act, Line(Happened.DAY_CLOSED, self._now(), people=gone))

    def _leave(self, visit: Visit, name: str, how: Departure) -> None:
        act = self._try(lambda: self._desk.visits.sign_out(visit.id, how))
        if act is not None:
            self._left(act, name, visit.head_count)

    def _left(self, act: Act, name: str, people: int) -> None:
        self._renew_shown(act)
        self._did(act, Line(Happened.SIGNED_OUT, self._now(), name=name, people=people))

    # -- the middle column --------------------------------------------------------------------------------------
    def open(self, panel: Panel) -> None:
        """Put another panel in the middle; drafts of the one before are kept."""
        self._drop_offer()  # Enter now answers the panel
        if panel is Panel.CLOSING:
            self.closing.open(self.state.presences)
        super().open(panel)

    def _drop_offer(self) -> None:
        self._offer = None
        if self.state.line is not None and self.state.line.happened is Happened.OFFER_SIGN_OUT:
            self.state = replace(self.state, line=None)

    def look_for(self, text: str) -> None:
        """Something was typed into the search box."""
        self.search.look_for(text)
        if text.strip() and self.state.panel is not Panel.SEARCH:
            self.open(Panel.SEARCH)
        elif not text.strip() and self.state.panel is Panel.SEARCH:
            self.leave_panel()

    def call_the_roll(self) -> None:
        """The evacuation list, on paper first and then on screen."""
        printed = self._try(self._desk.slips.roll_call)
        if printed is not None:
            self._context.devices.wake_printer()
        self.roll.open(self.state.presences)
        self.state = replace(self.state, panel=Panel.ROLL_CALL)
        if printed is None:
            self._show()
            return
        self._say(Line(Happened.ROLL_CALL_QUEUED, self._now(), people=self.roll.state.people))
        self._tell("slips")

    def put_off_closing(self) -> None:
        """Not now: the quiet banner goes until tomorrow; the key still opens the list."""
        self._closing_put_off = True
        self.state = replace(self.state, closing_due=False)
        self._show()

    # -- time, other pages --------------------------------------------------------------------------------------
    def tick(self) -> None:
        """Once a second: the ring comes to rest, closing time comes, the day turns. Says nothing when all stays."""
        now, before = self._now(), self.state
        if self.state.reader.face in PASSING_FACES and now - self._ring_at >= RING_RESTS_AFTER:
            self._ring(resting(self._context.bridge.link))
        if hub_day(now) != self.state.today:
            self._closing_put_off = False
            self._offer = None
            self.state = replace(self.state, today=hub_day(now), shown=None, line=None)
            self.reload()
        self._let_rest(now)
        due = not self._closing_put_off and bool(self.state.presences) and self._is_closing_time(now)
        if due != self.state.closing_due:
            self.state = replace(self.state, closing_due=due)
        if self.state != before:
            self._show()

    def _let_rest(self, now: datetime) -> None:
        """What nobody answered or touched goes: an offer, an old line, the name of whoever tapped while nobody sat
        here."""
        if self._offer is not None and self._offer.is_over(now):
            self._drop_offer()
        if self.state.line is not None and now - self.state.line.at >= LINE_STANDS:
            self.state = replace(self.state, line=None)
        hide_after = timedelta(seconds=self._context.settings.config.look.hide_names_after_seconds)
        if self.state.names_hidden and not self.state.person_hidden and now - self._stood_at >= hide_after:
            self.state = replace(self.state, person_hidden=True)

    def _is_closing_time(self, now: datetime) -> bool:
        try:
            closes = time.fromisoformat(self._context.settings.config.hub.closes)
        except ValueError:  # a hand-edited setting; the closing key still works
            return False
        return shanghai(now).time() >= closes

    def came_forward(self) -> None:
        """The page became the current one."""
        self._current = True
        if self._stale or hub_day(self._now()) != self.state.today:
            self.tick()
            self.reload()

    def went_back(self) -> None:
        """Another page is in front."""
        self._current = False


def _default_kind(context: Context) -> ServiceKind:
    named = context.settings.config.hub.default_kind
    return ServiceKind(named) if named in set(ServiceKind) else ServiceKind.LIVING
