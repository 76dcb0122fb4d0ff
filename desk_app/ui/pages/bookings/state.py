"""Everything the bookings page shows, as values: what is looked at, the panel on the right, the line below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.booking import Booking, BookingChange
from desk_app.domain.bookings.editing import Edit
from desk_app.domain.bookings.fairness import Standing
from desk_app.domain.bookings.rooms import Closure, Equipment, Room
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.waiting import WaitingEntry
from desk_app.domain.calendar import NOTHING_ANNOUNCED, HolidayCalendar
from desk_app.services.bookings import Details, Restorable, Seen

Trouble = DeskError | EnvironmentTrouble

NOTHING_CHANGED = Details()
"""An edit that leaves everything but time and room."""


class View(StrEnum):
    """How the bookings are looked at."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"


class Panel(StrEnum):
    """What stands on the right."""

    DESK = "desk"
    """What waits for somebody: requests, the waiting list, dates to restore."""
    NEW = "new"
    BOOKING = "booking"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rooms are shown: those that hold so many people and have this feature ("" for any)."""

    heads: int = 0
    feature: str = ""

    def admits(self, room: Room) -> bool:
        roomy = not self.heads or not room.capacity or room.capacity >= self.heads
        return roomy and (not self.feature or self.feature in room.features)


@dataclass(frozen=True, slots=True)
class House:
    """The rooms as they are now, and what shapes their days."""

    rooms: tuple[Room, ...] = ()
    calendar: HolidayCalendar = NOTHING_ANNOUNCED
    closures: tuple[Closure, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    opens: str = "08:30"
    closes: str = "20:30"

    @property
    def in_service(self) -> tuple[Room, ...]:
        return tuple(room for room in self.rooms if room.in_service)

    @property
    def features(self) -> tuple[str, ...]:
        """What the rooms have, each once."""
        return tuple(sorted({feature for room in self.in_service for feature in room.features}))

    def name(self, room_id: UUID) -> str:
        return next((room.name for room in self.rooms if room.id == room_id), "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The booking whose panel is open. `series` where it is one of many, `history` newest last."""

    booking: Booking
    series: Seen | None = None
    history: tuple[BookingChange, ...] = ()
    standing: Standing | None = None

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """How far an act may reach: three buttons for a series, one else."""
        return tuple(Scope) if self.series is not None else (Scope.THIS,)


@dataclass(frozen=True, slots=True)
class Pending:
    """A change of the chosen booking that waits for an answer in the panel: how far does it reach?

    `previews` say how every date would stand for each reach; `trouble` is what forbids it altogether.
    """

    room_id: UUID
    slot: Slot
    details: Details = NOTHING_CHANGED
    previews: Mapping[Scope, tuple[Edit, ...]] = field(default_factory=dict)
    trouble: Trouble | None = None

    def counts(self, scope: Scope) -> tuple[int, int]:
        """How many dates could be changed so, and how many there are."""
        edits = self.previews.get(scope, ())
        return sum(edit.after is not None for edit in edits), len(edits)

    @property
    def own(self) -> Edit | None:
        """What the change would do to the booking itself."""
        return next(iter(self.previews.get(Scope.THIS, ())), None)


@dataclass(frozen=True, slots=True)
class Errands:
    """What waits for the desk."""

    requests: tuple[Booking, ...] = ()
    shares: Mapping[UUID, Standing] = field(default_factory=dict)
    callable_now: tuple[WaitingEntry, ...] = ()
    waiting: tuple[WaitingEntry, ...] = ()
    restorable: tuple[Restorable, ...] = ()
    ending: tuple[Seen, ...] = ()
    unused: tuple[Seen, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.requests or self.waiting or self.restorable or self.ending or self.unused)


class Happened(StrEnum):
    """What the dark line reports."""

    BOOKED = "booked"
    MOVED = "moved"
    AMENDED = "amended"
    CANCELLED = "cancelled"
    CHECKED_IN = "checked_in"
    ENDED = "ended"
    APPROVED = "approved"
    REJECTED = "rejected"
    REVIVED = "revived"
    RESTORED = "restored"
    PRINTED = "printed"
    WAITING = "waiting"
    OFFERED = "offered"
    DECLINED = "declined"
    PUT_BACK = "put_back"
    NOT_FREE = "not_free"
    REFUSED = "refused"


WANTS_A_LOOK = frozenset({Happened.NOT_FREE, Happened.REFUSED})


@dataclass(frozen=True, slots=True)
class Line:
    """The one line that says what happened; words are the page's."""

    happened: Happened
    booking: Booking | None = None
    count: int = 1
    skipped: int = 0
    displaced: int = 0
    before: Booking | None = None
    edit: Edit | None = None
    entry: WaitingEntry | None = None
    trouble: Trouble | None = None
    undone: Happened | None = None

    @property
    def wants_a_look(self) -> bool:
        return self.happened in WANTS_A_LOOK


@dataclass(frozen=True, slots=True)
class State:
    """The page but for the draft, which lives beside it."""

    today: date
    now: datetime
    day: date
    view: View = View.DAY
    filter: Filter = Filter()
    house: House = House()
    bookings: tuple[Booking, ...] = ()
    found: tuple[Booking, ...] | None = None
    search: str = ""
    panel: Panel = Panel.DESK
    chosen: Chosen | None = None
    pending: Pending | None = None
    errands: Errands = Errands()
    line: Line | None = None
    can_undo: bool = False
    names_hidden: bool = False

    @property
    def shown_rooms(self) -> tuple[Room, ...]:
        """Rooms in service that the filter admits, in the hub's order."""
        return tuple(room for room in self.house.in_service if self.filter.admits(room))
