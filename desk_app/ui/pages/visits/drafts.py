"""What is being typed or ticked in the middle column: search, new visitor, group, closing list, roll call.

A draft outlives its panel: leaving with Esc loses nothing that was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, NewPerson, PersonFound
from desk_app.domain.visits import Act, ClosingAnswer, NewGroup, Presence, Purpose
from desk_app.services.desk import Desk
from desk_app.services.visits import Arrival

PARTY_LIMIT = 999
"""Heads of one band in one group; more is a slip of the finger."""

Trouble = DeskError | EnvironmentTrouble


@dataclass(frozen=True, slots=True)
class Search:
    """What the box holds and who fits. The row after the last person found is "new visitor"."""

    text: str = ""
    found: tuple[PersonFound, ...] = ()
    chosen: int = 0
    trouble: Trouble | None = None

    @property
    def picked(self) -> PersonFound | None:
        """The person Enter would check in; None stands for the new visitor's row."""
        return self.found[self.chosen] if self.chosen < len(self.found) else None

    @property
    def typed_phone(self) -> str:
        """The text where it is digits alone, which can only be a telephone number or its tail."""
        return self.text.strip() if self.text.strip().isdecimal() else ""

    @property
    def typed_name(self) -> str:
        """The text where it can be a name."""
        return "" if self.typed_phone else self.text.strip()


class SearchDraft(QObject):
    """Finds people as the receptionist types."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = Search()

    def look_for(self, text: str) -> None:
        """Search again for `text`; the best fit is chosen."""
        try:
            self._show(Search(text, self._desk.people.search(text) if text.strip() else ()))
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(Search(text, trouble=trouble))

    def move(self, step: int) -> None:
        """Choose the next or the one before; the new visitor's row is the last."""
        self.point_at(self.state.chosen + step)

    def point_at(self, row: int) -> None:
        """Choose a row."""
        self._show(replace(self.state, chosen=max(0, min(row, len(self.state.found)))))

    def clear(self) -> None:
        """Forget the text: somebody was found or made."""
        self._show(Search())

    def _show(self, state: Search) -> None:
        self.state = state
        self.changed.emit(state)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A visitor without a card as typed so far; `trouble` belongs beside the field it names."""

    name: str = ""
    sex: Sex = Sex.UNKNOWN
    band: AgeBand = AgeBand.UNKNOWN
    phone: str = ""
    step_free: bool = False
    trouble: Trouble | None = None


class PersonDraft(QObject):
    """What is being typed about one person; what Enter does with it is the kind of draft."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = Newcomer()

    def set_name(self, name: str) -> None:
        self._show(replace(self.state, name=name, trouble=None))

    def set_sex(self, sex: Sex) -> None:
        self._show(replace(self.state, sex=sex))

    def set_band(self, band: AgeBand) -> None:
        self._show(replace(self.state, band=band))

    def set_phone(self, phone: str) -> None:
        self._show(replace(self.state, phone=phone, trouble=None))

    def set_step_free(self, needed: bool) -> None:
        self._show(replace(self.state, step_free=needed))

    def confirm(self) -> None:
        """Enter: do with it what the draft is for."""
        raise NotImplementedError

    def _show(self, state: Newcomer) -> None:
        self.state = state
        self.changed.emit(state)


class NewcomerDraft(PersonDraft):
    """Takes down a new visitor and checks them in."""

    arrived = Signal(object)

    def start(self, name: str = "", phone: str = "") -> None:
        """Begin with what was already typed in the search box; an older draft gives way only to that."""
        if name or phone:
            self._show(Newcomer(name=name, phone=phone))

    def confirm(self) -> None:
        self.check_in()

    def check_in(self) -> None:
        """Store the visitor and the visit; a refusal stays beside its field and keeps what was typed."""
        typed = self.state
        new = NewPerson(typed.name, typed.sex, typed.band, typed.phone.strip(), typed.step_free)
        try:
            arrival: Arrival = self._desk.visits.check_in_new(new)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(typed, trouble=trouble))
            return
        self._show(Newcomer())
        self.arrived.emit(arrival)


@dataclass(frozen=True, slots=True)
class Group:
    """A group as counted so far. UNKNOWN counts heads nobody sorted by age."""

    leader: str = ""
    phone: str = ""
    party: Mapping[AgeBand, int] = field(default_factory=dict)
    kind: ServiceKind = ServiceKind.LIVING
    trouble: Trouble | None = None

    @property
    def total(self) -> int:
        """Everybody in the group, the leader included where the receptionist counted the leader."""
        return sum(self.party.values())


class GroupDraft(QObject):
    """Counts a group and checks it in as one visit."""

    changed = Signal(object)
    arrived = Signal(object)

    def __init__(self, desk: Desk, default: ServiceKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._default = default
        self.state = Group(kind=default)

    def set_leader(self, leader: str) -> None:
        self._show(replace(self.state, leader=leader, trouble=None))

    def set_phone(self, phone: str) -> None:
        self._show(replace(self.state, phone=phone, trouble=None))

    def set_heads(self, band: AgeBand, heads: int) -> None:
        """So many of this apparent band; zero takes the band out."""
        party = {**self.state.party, band: max(0, min(heads, PARTY_LIMIT))}
        self._show(replace(self.state, party={key: count for key, count in party.items() if count}, trouble=None))

    def check_in(self) -> None:
        """Store the group; a refusal stays beside its field and keeps what was counted."""
        typed = self.state
        group = NewGroup(typed.leader.strip(), dict(typed.party), Purpose(typed.kind), typed.phone.strip())
        try:
            arrival: Arrival = self._desk.visits.check_in_group(group)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(typed, trouble=trouble))
            return
        self._show(Group(kind=self._default))
        self.arrived.emit(arrival)

    def _show(self, state: Group) -> None:
        self.state = state
        self.changed.emit(state)


@dataclass(frozen=True, slots=True)
class Closing:
    """Who is still on the list at closing time, what was said of each, and which row the keys act on."""

    rows: tuple[Presence, ...] = ()
    answers: Mapping[UUID, ClosingAnswer] = field(default_factory=dict)
    at: int = 0
    trouble: Trouble | None = None


class ClosingDraft(QObject):
    """Goes through the closing list, one key a row."""

    changed = Signal(object)
    closed = Signal(object, int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = Closing()

    def open(self, presences: tuple[Presence, ...]) -> None:
        """Take the list as it stands, longest here first; answers already given stay."""
        rows = tuple(sorted(presences, key=lambda row: row.arrived_at))
        ids = {row.visit_id for row in rows}
        kept = {key: answer for key, answer in self.state.answers.items() if key in ids}
        self._show(Closing(rows, kept, min(self.state.at, max(0, len(rows) - 1))))

    def answer(self, answer: ClosingAnswer) -> None:
        """Say it of the current row and go on to the next."""
        if not self.state.rows:
            return
        row = self.state.rows[self.state.at]
        answers = {**self.state.answers, row.visit_id: answer}
        self._show(replace(self.state, answers=answers, at=min(self.state.at + 1, len(self.state.rows) - 1)))

    def move(self, step: int) -> None:
        self.point_at(self.state.at + step)

    def point_at(self, row: int) -> None:
        self._show(replace(self.state, at=max(0, min(row, len(self.state.rows) - 1))))

    def apply(self) -> None:
        """Write the answers; rows without one stay in the house."""
        answers = dict(self.state.answers)
        if not answers:
            return
        try:
            act: Act = self._desk.visits.close_day(answers)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(self.state, trouble=trouble))
            return
        gone = sum(
            row.head_count
            for row in self.state.rows
            if answers.get(row.visit_id, ClosingAnswer.STILL_HERE) is not ClosingAnswer.STILL_HERE
        )
        self._show(Closing())
        self.closed.emit(act, gone)

    def _show(self, state: Closing) -> None:
        self.state = state
        self.changed.emit(state)


@dataclass(frozen=True, slots=True)
class RollCall:
    """The evacuation list as it stood when it was asked for, and who has been found since."""

    rows: tuple[Presence, ...] = ()
    found: frozenset[UUID] = frozenset()
    hide_found: bool = False
    trouble: Trouble | None = None

    @property
    def people(self) -> int:
        return sum(row.head_count for row in self.rows)

    @property
    def missing(self) -> int:
        """Heads nobody has ticked off yet."""
        return sum(row.head_count for row in self.rows if row.visit_id not in self.found)

    @property
    def listed(self) -> tuple[Presence, ...]:
        """The rows on screen."""
        return tuple(row for row in self.rows if not (self.hide_found and row.visit_id in self.found))


class RollCallDraft(QObject):
    """Ticks people off the evacuation list; works on the snapshot even when the store has gone."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = RollCall()

    def open(self, known: tuple[Presence, ...]) -> None:
        """Take a fresh snapshot, step-free first; `known` is what the screen had, should the store fail now."""
        try:
            rows = self._desk.visits.roll_call()
            trouble: Trouble | None = None
        except (DeskError, EnvironmentTrouble) as error:
            rows, trouble = known, error
        found = self.state.found & {row.visit_id for row in rows}
        self._show(RollCall(rows, found, self.state.hide_found, trouble))

    def tick(self, visit_id: UUID) -> None:
        """Found, or not found after all."""
        self._show(replace(self.state, found=self.state.found ^ {visit_id}))

    def set_hide_found(self, hide: bool) -> None:
        self._show(replace(self.state, hide_found=hide))

    def start_over(self) -> None:
        """A new drill: nobody is ticked off."""
        self._show(replace(self.state, found=frozenset()))

    def _show(self, state: RollCall) -> None:
        self.state = state
        self.changed.emit(state)
