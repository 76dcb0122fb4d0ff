"""Everything the check-in page shows, as values: the reader's ring, the one line, the person, the house."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.domain.visits import ActKind, Occupancy, Presence, PurposeSource, Visit
from desk_app.services.visits import PersonCard


class ReaderFace(StrEnum):
    """What the ring on the left says."""

    NOT_SET_UP = "not_set_up"
    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    CARD_LEFT = "card_left"
    UNKNOWN_CARD = "unknown_card"
    NOT_READ = "not_read"
    TROUBLE = "trouble"


PASSING_FACES = frozenset({ReaderFace.READING, ReaderFace.DONE, ReaderFace.UNKNOWN_CARD, ReaderFace.NOT_READ})
"""Faces that give way to WAITING when the card is taken away, or by themselves after a while."""


@dataclass(frozen=True, slots=True)
class ReaderView:
    """The ring. `code` is the link state, advice or card fault behind the face; `seconds` how long reading took."""

    face: ReaderFace = ReaderFace.WAITING
    code: str = ""
    seconds: float = 0.0


class Happened(StrEnum):
    """What the dark line reports."""

    CHECKED_IN = "checked_in"
    CAME_BACK = "came_back"
    COUNTED = "counted"
    GROUP_IN = "group_in"
    SAME_VISIT = "same_visit"
    ALREADY_IN = "already_in"
    OFFER_SIGN_OUT = "offer_sign_out"
    PURPOSE_CHANGED = "purpose_changed"
    COMPANIONS_SET = "companions_set"
    SIGNED_OUT = "signed_out"
    ALL_SIGNED_OUT = "all_signed_out"
    DAY_CLOSED = "day_closed"
    TAKEN_BACK = "taken_back"
    ENROLLED = "enrolled"
    WITHDRAWN = "withdrawn"
    SLIP_QUEUED = "slip_queued"
    ROLL_CALL_QUEUED = "roll_call_queued"
    CARD_NOT_READ = "card_not_read"
    REFUSED = "refused"
    AMENDED = "amended"
    CARD_GIVEN = "card_given"


WANTS_A_LOOK = frozenset(
    {
        Happened.ALREADY_IN,
        Happened.OFFER_SIGN_OUT,
        Happened.CARD_NOT_READ,
        Happened.REFUSED,
    }
)
"""Outcomes with the "look here" sound and mark; every other outcome is simply done."""

SILENT = frozenset(
    {
        Happened.PURPOSE_CHANGED,
        Happened.COMPANIONS_SET,
        Happened.ENROLLED,
        Happened.WITHDRAWN,
        Happened.SLIP_QUEUED,
    }
)
"""Small mending that the eye already follows: no sound."""


@dataclass(frozen=True, slots=True)
class Line:
    """The one line that says what happened. Words are the page's; nothing here is a sentence."""

    happened: Happened
    at: datetime
    name: str = ""
    kind: ServiceKind | None = None
    title: str = ""
    source: PurposeSource | None = None
    since: datetime | None = None
    people: int = 1
    code: str = ""
    undone: ActKind | None = None
    trouble: DeskError | EnvironmentTrouble | None = None

    @property
    def wants_a_look(self) -> bool:
        """Whether somebody should look up: colour, mark and sound differ."""
        return self.happened in WANTS_A_LOOK


@dataclass(frozen=True, slots=True)
class Shown:
    """Who stands in the middle: a known person, a group or an anonymous visitor, and the visit keys act on."""

    card: PersonCard | None
    visit: Visit | None

    @property
    def name(self) -> str:
        """The person's or the group's name; "" for an anonymous visitor."""
        if self.card is not None:
            return self.card.person.name
        return self.visit.label if self.visit else ""

    @property
    def can_change(self) -> bool:
        """Whether purpose and companions of this visit may still be changed: it counts and has not been left."""
        return self.visit is not None and self.visit.is_open

    @property
    def is_regular(self) -> bool:
        """Whether the person is enrolled in the activity that is this visit's purpose."""
        if self.card is None or self.visit is None or self.visit.purpose.activity_id is None:
            return False
        return any(own.activity_id == self.visit.purpose.activity_id for own in self.card.engagements)


class Panel(StrEnum):
    """What the middle column holds; nothing ever opens above it."""

    PERSON = "person"
    SEARCH = "search"
    NEWCOMER = "newcomer"
    GROUP = "group"
    SCAN = "scan"
    CLOSING = "closing"
    ROLL_CALL = "roll_call"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class State:
    """The whole page. `names_hidden` masks lists; `person_hidden` the header, until the next person comes.

    `undo_next` is the line of the act that an undo would take back, where `line` tells of something else.
    """

    today: date
    reader: ReaderView = ReaderView()
    line: Line | None = None
    shown: Shown | None = None
    sessions: tuple[Session, ...] = ()
    presences: tuple[Presence, ...] = ()
    occupancy: Occupancy = field(default_factory=lambda: Occupancy(0, 0))
    panel: Panel = Panel.PERSON
    can_undo: bool = False
    undo_next: Line | None = None
    closing_due: bool = False
    names_hidden: bool = False
    person_hidden: bool = False
