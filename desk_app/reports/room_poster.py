"""Today's and this week's sheet for the wall: who is where when, in type that is read from two metres.

The rooms' own names and the titles of uses stand there, groups and units by name, persons never: a wall is read by
everybody. Requests are no promise and stay off it; what is promised without the district is marked 暂定.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from desk_app.core.clock import shanghai
from desk_app.core.config import HubProfile
from desk_app.domain.bookings.booking import PROMISED, Booking, BookingState, PartyKind
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.domain.calendar import DayKind, HolidayCalendar
from desk_app.reports.paper import Paper, metres
from desk_app.reports.poster_paper import BAND, BRAND, INK_2, LINE, MARGIN, Poster, Type

WEEKDAYS = "一二三四五六日"
SHOWN = PROMISED | {BookingState.FINISHED}
_DAY_FACTORS, _WEEK_FACTORS = (1.5, 1.3, 1.15, 1.0, 0.85), (1.4, 1.2, 1.0)
"""Tried from the largest on until everything fits one page; what does not gets a second page, no smaller type."""
SMALLEST = 23
"""Points of the smallest type in a list: 8.1 mm, a 250th of two metres."""
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a room as the wall may show it."""

    slot: Slot
    room_id: UUID
    title: str
    who: str

    @property
    def times(self) -> str:
        return f"{clock(self.slot.start)}–{clock(self.slot.end, end_of=self.slot)}"


def clock(moment: datetime, *, end_of: Slot | None = None) -> str:
    """9:30 as a poster says it; the midnight that ends a slot is 24:00."""
    if end_of is not None and moment.hour == moment.minute == 0 and end_of.last_day == end_of.day:
        return "24:00"
    return f"{moment.hour}:{moment.minute:02}"


def uses(bookings: Iterable[Booking], within: Slot) -> tuple[Use, ...]:
    """What is shown of `bookings` in `within`, by start and title."""
    shown = (
        Use(booking.slot, booking.room_id, _title(booking), _who(booking))
        for booking in bookings
        if booking.state in SHOWN and booking.slot.overlaps(within)
    )
    return tuple(sorted(shown, key=lambda use: (use.slot, use.title)))


def _title(booking: Booking) -> str:
    title = booking.title.strip() or booking.purpose.chinese
    return f"暂定 · {title}" if booking.state is BookingState.PROVISIONAL else title


def _who(booking: Booking) -> str:
    return booking.responsible.party_name if booking.responsible.kind is not PartyKind.PERSON else ""


# ---- the day ---------------------------------------------------------------------------------------------------------


def day_poster(
    hub: HubProfile,
    rooms: Sequence[Room],
    bookings: Iterable[Booking],
    day: date,
    printed_at: datetime,
    paper: Paper = Paper.A3,
) -> bytes:
    """The day as a list by the clock, upright, as PDF. `printed_at` is an instant."""
    when = f"{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"
    poster = Poster(hub.formal_name, "今日场地安排", when, wide=False, paper=paper, printed_at=shanghai(printed_at))
    named = {room.id: room for room in rooms}
    rows = [use for use in uses(bookings, _day(day)) if use.room_id in named]
    _DayList(poster, named).draw(rows)
    return poster.finish()


def _day(day: date) -> Slot:
    start = datetime.combine(day, datetime.min.time())
    return Slot(start, start + DAY)


class _DayList:
    """Time on the left, what and who in the middle, where on the right."""

    def __init__(self, poster: Poster, rooms: dict[UUID, Room]) -> None:
        self._poster, self._rooms = poster, rooms
        self._choose(1.0)

    def _choose(self, factor: float) -> None:
        self._time = Type(34, bold=True).times(factor)
        self._title = Type(36, bold=True).times(factor)
        self._who = Type(28, colour=INK_2).times(factor)
        self._room = Type(32, bold=True).times(factor)
        self._columns = self._poster.measure("00:00–00:00", self._time) + 8, self._poster.inner * 0.27

    def draw(self, rows: Sequence[Use]) -> None:
        poster = self._poster
        if not rows:
            y = poster.page()
            poster.text(MARGIN, y + 60, "今日暂无安排", Type(64, bold=True), poster.inner)
            poster.text(MARGIN, y + 95, "场地空闲，欢迎到前台预约", Type(40, colour=INK_2), poster.inner)
            return
        fitting = [factor for factor in _DAY_FACTORS if self._fits(rows, factor)]
        whole = (factor for factor in fitting if not self._breaks_a_title(rows, factor))
        self._choose(next(whole, (*fitting, _DAY_FACTORS[-1])[0]))
        y = poster.bottom
        for use in rows:
            height = self._height(use)
            if y + height > poster.bottom:
                y = poster.page()
            self._row(use, y, height)
            y += height

    def _fits(self, rows: Sequence[Use], factor: float) -> bool:
        self._choose(factor)
        return sum(self._height(use) for use in rows) <= self._poster.bottom - self._poster.top

    def _breaks_a_title(self, rows: Sequence[Use], factor: float) -> bool:
        self._choose(factor)
        return any(len(self._poster.wrapped(use.title, self._title, self._middle(), 2)) > 1 for use in rows)

    def _middle(self) -> float:
        return self._poster.inner - sum(self._columns) - 6

    def _height(self, use: Use) -> float:
        poster = self._poster
        title = len(poster.wrapped(use.title, self._title, self._middle(), 2)) * self._title.line
        who = len(poster.wrapped(use.who, self._who, self._middle(), 1)) * self._who.line
        where = len(poster.wrapped(self._where(use)[0], self._room, self._columns[1], 2)) * self._room.line
        floor = self._who.line if self._where(use)[1] else 0
        return max(title + who, where + floor) + 2 * _GAP

    def _where(self, use: Use) -> tuple[str, str]:
        room = self._rooms[use.room_id]
        return room.name, room.floor

    def _row(self, use: Use, y: float, height: float) -> None:
        poster, (time_width, room_width) = self._poster, self._columns
        poster.box(MARGIN, y + height - 0.3, poster.inner, 0.3, LINE)
        poster.text(MARGIN, y + _GAP, use.times, self._time, time_width)
        x = MARGIN + time_width
        below = poster.text(x, y + _GAP, use.title, self._title, self._middle(), 2)
        poster.text(x, y + _GAP + below, use.who, self._who, self._middle())
        x = MARGIN + poster.inner - room_width
        name, floor = self._where(use)
        below = poster.text(x, y + _GAP, name, self._room, room_width, 2)
        poster.text(x, y + _GAP + below, floor, self._who, room_width)


# ---- the week --------------------------------------------------------------------------------------------------------


def week_poster(
    hub: HubProfile,
    rooms: Sequence[Room],
    bookings: Iterable[Booking],
    day: date,
    printed_at: datetime,
    paper: Paper = Paper.A3,
    calendar: HolidayCalendar | None = None,
) -> bytes:
    """The week (Monday to Sunday) that holds `day`: rooms down, days across, as PDF. `printed_at` is an instant."""
    monday = day - timedelta(days=day.weekday())
    days = tuple(monday + timedelta(days=number) for number in range(7))
    sunday = days[-1]
    when = f"{monday.month}月{monday.day}日 – {sunday.month}月{sunday.day}日"
    poster = Poster(hub.formal_name, "本周场地安排", when, wide=True, paper=paper, printed_at=shanghai(printed_at))
    within = Slot(_day(monday).start, _day(sunday).end)
    _WeekGrid(poster, days, calendar).draw(rooms, uses(bookings, within))
    return poster.finish()


class _WeekGrid:
    """A row per room that is used this week; the others are named under the grid as free."""

    def __init__(self, poster: Poster, days: Sequence[date], calendar: HolidayCalendar | None) -> None:
        self._poster, self._days, self._calendar = poster, days, calendar
        self._first = 44.0
        self._column = (poster.inner - self._first) / 7
        self._choose(1.0)

    def _choose(self, factor: float) -> None:
        self._time = Type(SMALLEST)  # 10:30–12:30 fills a column
        self._title = Type(SMALLEST, bold=True).times(factor)
        self._name = Type(SMALLEST, bold=True)
        self._floor = Type(SMALLEST, colour=INK_2)

    def draw(self, rooms: Sequence[Room], shown: Sequence[Use]) -> None:
        poster = self._poster
        by_room = {room.id: [use for use in shown if use.room_id == room.id] for room in rooms}
        used = [room for room in rooms if by_room[room.id]]
        free = [room.name for room in rooms if not by_room[room.id]]
        foot = 14.0 if free else 0.0
        for factor in _WEEK_FACTORS:
            self._choose(factor)
            heights = [self._row_height(room, by_room[room.id]) for room in used]
            if sum(heights) + foot <= poster.bottom - self._heads_end:
                break
        y = poster.bottom
        for room, height in zip(used, heights, strict=True):
            for part, needs in self._pieces(by_room[room.id], height):
                if y + needs > poster.bottom - foot:
                    y = self._begin_page()
                self._row(room, part, y, needs)
                y += needs
        if not used:
            y = self._begin_page()
        if free:
            words = f"本周空闲、可预约：{'、'.join(free)}"
            poster.text(MARGIN, y + 4, words, Type(24, bold=True), poster.inner)

    @property
    def _heads_end(self) -> float:
        return self._poster.top + (20.0 if any(map(self._mark, self._days)) else 10.0)

    def _begin_page(self) -> float:
        poster = self._poster
        y = poster.page() - 6
        for number, day in enumerate(self._days):
            x = MARGIN + self._first + number * self._column
            words = f"周{WEEKDAYS[number]} {day.month}/{day.day}"
            below = poster.text(x + 2, y + 3, words, Type(25, bold=True), self._column)
            poster.text(x + 2, y + 3 + below - 1, self._mark(day), Type(SMALLEST, colour=INK_2), self._column)
        poster.box(MARGIN, self._heads_end - 1.2, poster.inner, 1.2, BRAND)
        return self._heads_end

    def _mark(self, day: date) -> str:
        kind = self._calendar.kind(day) if self._calendar else DayKind.WORKDAY
        return {DayKind.HOLIDAY: "休（节假日）", DayKind.MAKEUP_WORKDAY: "班（调休）"}.get(kind, "")

    def _pieces(self, shown: Sequence[Use], height: float) -> Iterator[tuple[Sequence[Use], float]]:
        """The row whole, or, where it is higher than a page, cut between uses."""
        room_for = self._poster.bottom - self._heads_end - 14.0
        if height <= room_for:
            yield shown, height
            return
        hours = sorted({use.slot.start.time() for use in shown})
        cuts = [0, len(hours) // 2, len(hours)]
        for first, last in pairwise(cuts):
            part = [use for use in shown if use.slot.start.time() in hours[first:last]]
            if part and len(part) < len(shown):
                yield from self._pieces(part, self._cells_height(part))
            elif part:
                yield part, room_for

    def _row_height(self, room: Room, shown: Sequence[Use]) -> float:
        poster = self._poster
        name = len(poster.wrapped(room.name, self._name, self._first - 3, 3)) * self._name.line
        floor = self._floor.line if room.floor else 0
        return max(name + floor + 2 * _GAP, self._cells_height(shown))

    def _cells_height(self, shown: Sequence[Use]) -> float:
        return max(sum(self._use_height(use) for use in self._on(shown, day)) for day in self._days) + _GAP

    @staticmethod
    def _on(shown: Sequence[Use], day: date) -> list[Use]:
        return [use for use in shown if use.slot.overlaps(_day(day))]

    def _use_height(self, use: Use) -> float:
        lines = len(self._poster.wrapped(use.title, self._title, self._column - 1.4, 2))
        return self._time.line + lines * self._title.line + _GAP

    def _row(self, room: Room, shown: Sequence[Use], y: float, height: float) -> None:
        poster = self._poster
        poster.box(MARGIN, y + 0.6, self._first, height - 1, BAND)
        below = poster.text(MARGIN + 2, y + _GAP, room.name, self._name, self._first - 3, 3)
        poster.text(MARGIN + 2, y + _GAP + below, room.floor, self._floor, self._first - 3)
        for number, day in enumerate(self._days):
            x = MARGIN + self._first + number * self._column
            poster.box(x, y, 0.3, height, LINE)
            at = y + _GAP
            for use in self._on(shown, day):
                at += poster.text(x + 1, at, use.times, self._time, self._column - 1.4)
                at += poster.text(x + 1, at, use.title, self._title, self._column - 1.4, 2) + _GAP
        poster.box(MARGIN, y + height - 0.4, poster.inner, 0.4, LINE)


def read_from(paper: Paper) -> float:
    """From how many metres the smallest type of a poster's list is read."""
    return metres(SMALLEST, paper)
