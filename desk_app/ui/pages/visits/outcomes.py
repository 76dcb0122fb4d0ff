"""The common end of every act at the desk: the line, the sound, undo, the count of the house, telling other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.devices.api import LinkState
from desk_app.domain.visits import Act, ActKind, Occupancy
from desk_app.ui.context import Context
from desk_app.ui.pages.visits.state import SILENT, Happened, Line, Panel, ReaderFace, ReaderView, Shown, State

_Answer = TypeVar("_Answer")

UNDO_DEPTH = 50
HOUSE_UNTOUCHED = frozenset(
    {
        Happened.CARD_NOT_READ,
        Happened.REFUSED,
        Happened.SLIP_QUEUED,
        Happened.ROLL_CALL_QUEUED,
        Happened.SAME_VISIT,
        Happened.ALREADY_IN,
        Happened.OFFER_SIGN_OUT,
        Happened.CARD_GIVEN,
    }
)
"""Outcomes after which nobody has come or gone: the list need not be read again."""

NOT_A_KNOWN_CARD = frozenset({"card.unknown_kind", "card.uid_unknown"})


class Outcomes(QObject):
    """Holds the State and how each act ends. `changed(State)` follows every act. UI thread only."""

    changed = Signal(object)
    behind = Signal(object)
    """State: its line was said while another page is in front."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.desk
        self._clock = context.clock
        self._acts: list[tuple[Act, Line]] = []
        self._ring_at = self._now()
        self._telling = False
        self._current = True
        self._stale = True
        self.state = State(hub_day(self._now()), reader=resting(context.bridge.link))
        context.bridge.data_changed.connect(self.data_changed)

    # -- undo ---------------------------------------------------------------------------------------------------
    def undo(self) -> None:
        """Take back the last act, whatever it was."""
        if not self._acts:
            return
        act, line = self._acts.pop()
        try:
            self._desk.visits.undo(act)
        except EnvironmentTrouble as trouble:
            self._acts.append((act, line))  # the disk may recover; the act still stands
            self._refuse(trouble)
            return
        except DeskError as trouble:
            self._refuse(trouble)
            return
        self._renew_shown(act)
        back = Line(Happened.TAKEN_BACK, self._now(), name=line.name, kind=line.kind, people=line.people)
        self._say(replace(back, undone=act.kind))
        self._tell("visits")

    def _renew_shown(self, act: Act) -> None:
        shown = self.state.shown
        if shown is None or shown.visit is None or shown.visit.id not in act.visit_ids:
            return
        if act.kind is ActKind.CHECK_IN:
            self.state = replace(self.state, shown=None)
            return
        visit, card = shown.visit, shown.card
        fresh = self._try(lambda: self._desk.visits.visit(visit.id).visit)
        self.state = replace(self.state, shown=Shown(card, fresh or visit))

    # -- other pages --------------------------------------------------------------------------------------------
    def data_changed(self, nouns: frozenset[str]) -> None:
        """Another page stored something; hidden, this page only remembers that it is stale."""
        if self._telling or not nouns & {"visits", "people", "activities"}:
            return
        if self._current:
            self.reload()
        else:
            self._stale = True

    def reload(self) -> None:
        """Fetch everything the page shows anew."""
        self._stale = False
        sessions = self._try(self._desk.activities.today)
        if sessions is not None:
            self.state = replace(self.state, sessions=sessions)
        self._count_house()
        self._show()

    def hide_names(self, hide: bool) -> None:
        """Nobody touched the desk for a while, or somebody has again."""
        self.state = replace(self.state, names_hidden=hide, person_hidden=hide)
        self._show()

    # -- the end of every act -----------------------------------------------------------------------------------
    def _did(self, act: Act, line: Line) -> None:
        self._acts = [*self._acts[1 - UNDO_DEPTH :], (act, line)]
        self._say(line)
        self._tell("visits")

    def _say(self, line: Line) -> None:
        self.state = replace(self.state, line=line)
        if line.happened not in HOUSE_UNTOUCHED:
            self._count_house()
        self._show()
        if not self._current:
            self.behind.emit(self.state)
        if line.wants_a_look:
            self._context.sounds.look_here()
        elif line.happened not in SILENT:
            self._context.sounds.done()

    def _tell(self, *nouns: str) -> None:
        self._telling = True
        try:
            self._context.bridge.changed(*nouns)
        finally:
            self._telling = False

    def _count_house(self) -> None:
        presences = self._try(self._desk.visits.in_house)
        if presences is not None and presences != self.state.presences:
            self.state = replace(self.state, presences=presences)
        people = sum(row.head_count for row in self.state.presences)
        self.state = replace(self.state, occupancy=Occupancy(people, self._context.settings.config.hub.capacity))

    def _try(self, act: Callable[[], _Answer]) -> _Answer | None:
        """The act's answer, or None with the refusal on the line."""
        try:
            return act()
        except (DeskError, EnvironmentTrouble) as trouble:
            self._refuse(trouble)
            return None

    def _refuse(self, trouble: DeskError | EnvironmentTrouble) -> None:
        if isinstance(trouble, EnvironmentTrouble):
            self._context.bridge.store_trouble(trouble)  # the store's pill says so too, on every page
        since = trouble.params.get("since")
        line = Line(Happened.REFUSED, self._now(), code=trouble.code, trouble=trouble)
        self._say(replace(line, since=since) if isinstance(since, datetime) else line)

    def _ring(self, reader: ReaderView) -> None:
        self._ring_at = self._now()
        self.state = replace(self.state, reader=reader)

    def _now(self) -> datetime:
        return self._clock.now()

    def _show(self) -> None:
        last = self._acts[-1][1] if self._acts else None
        unsaid = None if last is self.state.line else last
        if self.state.can_undo != bool(self._acts) or self.state.undo_next is not unsaid:
            self.state = replace(self.state, can_undo=bool(self._acts), undo_next=unsaid)
        self.changed.emit(self.state)

    def open(self, panel: Panel) -> None:
        """Put another panel in the middle; drafts of the one before are kept."""
        self.state = replace(self.state, panel=panel)
        self._show()

    def leave_panel(self) -> None:
        """Esc: back to the person."""
        self.open(Panel.PERSON)


def resting(link: LinkState) -> ReaderView:
    """The ring when no card is about."""
    if link is LinkState.READY:
        return ReaderView(ReaderFace.WAITING)
    face = ReaderFace.NOT_SET_UP if link is LinkState.NOT_SET_UP else ReaderFace.TROUBLE
    return ReaderView(face, link.value)
