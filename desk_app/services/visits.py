"""Coming in, staying and going: every act at the desk about a visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.catalogue import Session
from desk_app.domain.identity import IdentityCard
from desk_app.domain.people import AgeBand, NewPerson, Person
from desk_app.domain.visits import (
    Act,
    ClosingAnswer,
    Departure,
    Identified,
    NewGroup,
    Occupancy,
    PastVisit,
    Presence,
    Purpose,
    PurposeSource,
    Tap,
    Visit,
)
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the middle of the check-in page shows about one person. `visits_so_far` includes the present one."""

    person: Person
    visits_so_far: int
    last_visit: PastVisit | None
    engagements: tuple[Session, ...]
    in_house_since: datetime | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """The answer to every check-in. `card` is None for anonymous people, `job` None where no slip was asked for."""

    visit: Visit
    card: PersonCard | None
    source: PurposeSource
    act: Act
    job: UUID | None
    over_capacity: bool


@dataclass(frozen=True, slots=True)
class Tapped:
    """The answer to a card tap: an arrival when it meant one, else the visit that is already open."""

    meaning: Tap
    arrival: Arrival | None
    card: PersonCard | None
    open_visit: Visit | None


@dataclass(frozen=True, slots=True)
class DayVisit:
    """A line of the day's list. `name` is the full name, the group's label, or "" for anonymous people."""

    visit: Visit
    name: str


class Visits:
    """One method, one transaction, one set of outbox entries. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._keys = keys

    def tap_card(self, card: IdentityCard) -> Tapped:
        """Check in the holder of `card`, or say that they are in; DeskError(first CardFault) where it is unfit."""
        raise NotImplementedError

    def tap_uid(self, uid: str) -> Tapped:
        """The same by a hub card; DeskError("card.uid_unknown") when nobody owns it."""
        raise NotImplementedError

    def check_in(self, person_id: UUID, *, identified: Identified = Identified.SEARCH) -> Tapped:
        """The same by search."""
        raise NotImplementedError

    def check_in_new(self, new: NewPerson) -> Arrival:
        """A visitor without a card; DeskError person.name_missing, person.name_too_long, person.phone_invalid."""
        raise NotImplementedError

    def count_one(self, band: AgeBand = AgeBand.UNKNOWN) -> Arrival:
        """Count somebody without any data; no slip."""
        raise NotImplementedError

    def check_in_group(self, group: NewGroup) -> Arrival:
        """A leader and heads by band; DeskError("group.empty"), DeskError("group.leader_missing")."""
        raise NotImplementedError

    def change_purpose(self, visit_id: UUID, purpose: Purpose) -> Act:
        raise NotImplementedError

    def set_companions(self, visit_id: UUID, companions: int) -> Act:
        raise NotImplementedError

    def undo(self, act: Act) -> None:
        """Take `act` back; DeskError("act.already_undone") or DeskError("act.superseded")."""
        raise NotImplementedError

    def sign_out(self, visit_id: UUID, how: Departure = Departure.CLICK) -> Act:
        """DeskError("visit.already_left", since=…) the second time."""
        raise NotImplementedError

    def sign_out_token(self, token: str) -> tuple[Act, DayVisit]:
        """Sign out by a slip; DeskError token.unknown, token.mistyped, visit.already_left."""
        raise NotImplementedError

    def sign_out_all(self) -> Act:
        raise NotImplementedError

    def close_day(self, answers: Mapping[UUID, ClosingAnswer]) -> Act:
        raise NotImplementedError

    def in_house(self) -> tuple[Presence, ...]:
        """Everybody inside, newest first, those still open from earlier days included."""
        raise NotImplementedError

    def occupancy(self) -> Occupancy:
        raise NotImplementedError

    def roll_call(self) -> tuple[Presence, ...]:
        """Everybody inside: those who need a step-free way first, then in order of arrival."""
        raise NotImplementedError

    def day(self, day: date) -> tuple[DayVisit, ...]:
        """The day's visits in order of their numbers, undone ones included."""
        raise NotImplementedError

    def visit(self, visit_id: UUID) -> DayVisit:
        """DeskError("visit.unknown")."""
        raise NotImplementedError
