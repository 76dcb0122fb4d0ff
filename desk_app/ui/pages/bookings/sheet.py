"""What the painted views show, as plain values: rows of rooms, bars of bookings, cells of days. Words are ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desk_app.domain.bookings.booking import UPCOMING, BookingState
from desk_app.domain.bookings.rooms import RoomPurpose
from desk_app.domain.bookings.slots import Slot


@dataclass(frozen=True, slots=True)
class Strip:
    """A room as a band of its row: `top` and `bottom` are shares of the row's height, 0 to 1."""

    room_id: UUID
    name: str
    top: float = 0.0
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the timeline: one room, or a divisible hall whose first strip is the whole and the others its parts.

    `about` says size and equipment under the name; `closed` are the hours nobody can have it.
    """

    strips: tuple[Strip, ...]
    about: str = ""
    closed: tuple[Slot, ...] = ()

    @property
    def whole(self) -> Strip:
        return self.strips[0]

    @property
    def parts(self) -> tuple[Strip, ...]:
        return self.strips[1:]


@dataclass(frozen=True, slots=True)
class Bar:
    """One booking on the timeline. `held` is its slot with the buffers; `lines` are title, who, state in words."""

    id: UUID
    room_id: UUID
    slot: Slot
    held: Slot
    purpose: RoomPurpose
    state: BookingState
    title: str
    who: str
    said: str
    in_series: bool = False

    @property
    def can_move(self) -> bool:
        """Whether it may be dragged: it has not begun."""
        return self.state in UPCOMING

    @property
    def can_end(self) -> bool:
        """Whether its end may be dragged: it is not over."""
        return self.can_move or self.state is BookingState.IN_USE


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day of the timeline. `span` is what the hours run over; `now` the hub's wall clock."""

    span: Slot
    rows: tuple[Row, ...] = ()
    bars: tuple[Bar, ...] = ()
    now: datetime | None = None

    @property
    def day(self) -> date:
        return self.span.day

    def bar(self, booking_id: UUID | None) -> Bar | None:
        return next((bar for bar in self.bars if bar.id == booking_id), None)


@dataclass(frozen=True, slots=True)
class CellLine:
    """A booking as one line of a week or month cell."""

    id: UUID
    at: str
    title: str
    said: str
    mark: str
    """The state in a character or two."""
    purpose: RoomPurpose
    state: BookingState


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the week view (of one room) or in the month view (of all rooms shown)."""

    day: date
    room_id: UUID | None
    lines: tuple[CellLine, ...] = ()
    heading: str = ""
    dim: bool = False
    """Outside the month, or the room is closed that day."""
    marked: bool = False
    """Today."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A line of cells: a room's week, or a week of the month (no name)."""

    name: str
    about: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CellSheet:
    """A grid of days: column headings and rows of cells."""

    headings: tuple[str, ...] = ()
    rows: tuple[CellRow, ...] = ()
    today_column: int = -1
