"""Whoever stands in the middle of the page: what the keys change of their visit, and the slip they are given."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.domain.visits import Purpose
from desk_app.ui.pages.visits.outcomes import Outcomes
from desk_app.ui.pages.visits.state import Happened, Line

COMPANIONS_LIMIT = 99


class Standing(Outcomes):
    """Every public method is an act on the visit in the middle; with nobody there it does nothing."""

    def press_digit(self, digit: int) -> None:
        """1 to 9 choose a kind; the same digit again goes round that kind's sessions of today."""
        self.choose_kind(tuple(ServiceKind)[digit - 1])

    def choose_kind(self, kind: ServiceKind) -> None:
        """This is why they came; choosing it again goes round its sessions of today."""
        shown = self.state.shown
        if shown is None or shown.visit is None:
            return
        if shown.visit.purpose.kind is not kind:
            self.choose_session(kind, self._own_session(kind))
            return
        sessions = self.sessions_of(kind)
        if sessions:
            ids = [None, *(session.activity_id for session in sessions)]
            here = ids.index(shown.visit.purpose.activity_id) if shown.visit.purpose.activity_id in ids else 0
            self.choose_session(kind, [None, *sessions][(here + 1) % len(ids)])

    def choose_session(self, kind: ServiceKind, session: Session | None) -> None:
        """This activity, or the kind alone."""
        shown = self.state.shown
        if shown is None or shown.visit is None or not shown.can_change:
            return
        purpose = Purpose(kind, session.activity_id, session.title) if session else Purpose(kind)
        if purpose == shown.visit.purpose:
            return
        visit = shown.visit
        act = self._try(lambda: self._desk.visits.change_purpose(visit.id, purpose))
        if act is not None:
            self.state = replace(self.state, shown=replace(shown, visit=replace(visit, purpose=purpose)))
            self._did(act, Line(Happened.PURPOSE_CHANGED, self._now(), shown.name, kind, purpose.title))

    def sessions_of(self, kind: ServiceKind) -> tuple[Session, ...]:
        """Today's sessions of one kind, in order of time."""
        return tuple(session for session in self.state.sessions if session.kind is kind)

    def _own_session(self, kind: ServiceKind) -> Session | None:
        card = self.state.shown.card if self.state.shown else None
        return next((own for own in card.engagements if own.kind is kind), None) if card else None

    def add_companions(self, more: int) -> None:
        """So many more came along, or fewer."""
        shown = self.state.shown
        if shown is None or shown.visit is None or not shown.can_change or shown.visit.party:
            return
        visit, companions = shown.visit, max(0, min(shown.visit.companions + more, COMPANIONS_LIMIT))
        if companions == visit.companions:
            return
        act = self._try(lambda: self._desk.visits.set_companions(visit.id, companions))
        if act is not None:
            self.state = replace(self.state, shown=replace(shown, visit=replace(visit, companions=companions)))
            self._did(act, Line(Happened.COMPANIONS_SET, self._now(), shown.name, people=companions))

    def set_regular(self, regular: bool) -> None:
        """The person takes part in this visit's activity regularly, or no longer."""
        shown = self.state.shown
        if shown is None or shown.card is None or shown.visit is None or shown.visit.purpose.activity_id is None:
            return
        activity, person = shown.visit.purpose.activity_id, shown.card.person.id
        change = self._desk.activities.enrol if regular else self._desk.activities.withdraw
        card = self._try(lambda: (change(activity, person), self._desk.people.card(person))[1])
        if card is not None:
            self.state = replace(self.state, shown=replace(shown, card=card))
            happened = Happened.ENROLLED if regular else Happened.WITHDRAWN
            self._say(Line(happened, self._now(), title=shown.visit.purpose.title))
            self._tell("activities")

    def print_slip(self) -> None:
        """A slip for the visit in the middle; after the first it is a reprint."""
        shown = self.state.shown
        if shown is None or shown.visit is None:
            return
        visit = shown.visit
        if self._try(lambda: self._desk.slips.print_for(visit.id)) is not None:
            self._context.devices.wake_printer()
            self._say(Line(Happened.SLIP_QUEUED, self._now()))
            self._tell("slips")
