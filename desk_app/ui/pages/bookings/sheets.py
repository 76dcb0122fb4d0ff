"""From bookings and rooms to what the views paint: a day's sheet, a week's and a month's cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.bookings.slots import DAY, Slot, merged
from desk_app.ui.pages.bookings import words
from desk_app.ui.pages.bookings.sheet import Bar, Cell, CellLine, CellRow, CellSheet, DaySheet, Row, Strip
from desk_app.ui.pages.bookings.state import House, State, View

MONTH_WEEKS = 6


def whole_day(day: date) -> Slot:
    """The calendar day as a slot."""
    start = datetime.combine(day, time.min)
    return Slot(start, start + DAY)


def reach(view: View, day: date) -> Slot:
    """The time a view shows around a day: that day, its week, its month's six weeks, four weeks of list."""
    if view is View.DAY:
        return whole_day(day)
    first, days = {
        View.WEEK: (week_of(day), 7),
        View.MONTH: (week_of(day.replace(day=1)), 7 * MONTH_WEEKS),
        View.LIST: (day, 28),
    }[view]
    start = datetime.combine(first, time.min)
    return Slot(start, start + days * DAY)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


# -- the day --------------------------------------------------------------------------------------------------------


def day_sheet(state: State) -> DaySheet:
    """The day's rows and bars of the rooms shown."""
    rooms = state.shown_rooms
    bookings = _in_rooms(state.bookings, rooms)
    span = _span(state.day, rooms, bookings, state.house)
    rows = tuple(_row(room, parts, span, state.house) for room, parts in _wholes(rooms))
    bars = tuple(_bar(booking, hide=state.names_hidden) for booking in bookings)
    return DaySheet(span, rows, bars, state.now if state.day == state.today else None)


def _in_rooms(bookings: Iterable[Booking], rooms: Sequence[Room]) -> list[Booking]:
    known = {room.id for room in rooms}
    return [booking for booking in bookings if booking.room_id in known]


def _wholes(rooms: Sequence[Room]) -> list[tuple[Room, tuple[Room, ...]]]:
    """Each room that is not part of another one shown, with its parts."""
    by_id = {room.id: room for room in rooms}
    inside = {part for room in rooms for part in room.parts}
    return [
        (room, tuple(by_id[part] for part in room.parts if part in by_id)) for room in rooms if room.id not in inside
    ]


def _row(room: Room, parts: Sequence[Room], span: Slot, house: House) -> Row:
    share = 1 / max(len(parts), 1)
    strips = [Strip(part.id, part.name, at * share, (at + 1) * share) for at, part in enumerate(parts)]
    return Row((Strip(room.id, room.name), *strips), words.about_room(room), closed(room, span, house))


def closed(room: Room, span: Slot, house: House) -> tuple[Slot, ...]:
    """When within `span` the room cannot be had: outside its hours, and while a closure lasts."""
    gaps, at = [], span.start
    for stretch in room.hours.open_slots(span, house.calendar):
        inside = stretch.common(span)
        if inside is None:
            continue
        if inside.start > at:
            gaps.append(Slot(at, inside.start))
        at = max(at, inside.end)
    if at < span.end:
        gaps.append(Slot(at, span.end))
    shut = (closure.slot.common(span) for closure in house.closures if closure.concerns(frozenset({room.id})))
    return merged([*gaps, *(slot for slot in shut if slot is not None)])


def _span(day: date, rooms: Sequence[Room], bookings: Sequence[Booking], house: House) -> Slot:
    """From the first room's opening to the last one's closing, wider where something is booked; whole hours."""
    today = whole_day(day)
    stretches = [slot for room in rooms for slot in room.hours.open_slots(today, house.calendar) if slot != today]
    begins = [slot.start for slot in stretches] or [_hub_time(day, house.opens, time(8, 30))]
    ends = [slot.end for slot in stretches] or [_hub_time(day, house.closes, time(20, 30))]
    begins += [max(booking.held.start, today.start) for booking in bookings]
    ends += [min(booking.held.end, today.end) for booking in bookings]
    start = min(begins).replace(minute=0, second=0)
    end = max(ends)
    full = end.replace(minute=0, second=0)
    end = full if full == end else full + timedelta(hours=1)
    return Slot(max(start, today.start), min(max(end, start + timedelta(hours=4)), today.end))


def _hub_time(day: date, text: str, otherwise: time) -> datetime:
    try:
        return datetime.combine(day, time.fromisoformat(text))
    except ValueError:  # a hand-edited setting
        return datetime.combine(day, otherwise)


def _bar(booking: Booking, *, hide: bool) -> Bar:
    who = words.who(booking.responsible, hide=hide)
    about = " · ".join(part for part in (who, words.people(booking.head_count)) if part)
    return Bar(
        id=booking.id,
        room_id=booking.room_id,
        slot=booking.slot,
        held=booking.held,
        purpose=booking.purpose,
        state=booking.state,
        title=words.title(booking),
        who=about,
        said=words.state(booking.state),
        in_series=booking.series_id is not None,
    )


# -- week and month -------------------------------------------------------------------------------------------------


def cell_sheet(state: State) -> CellSheet:
    """The week of every room shown, or the month of all of them together."""
    return _week(state) if state.view is View.WEEK else _month(state)


def _week(state: State) -> CellSheet:
    first = week_of(state.day)
    days = tuple(first + DAY * number for number in range(7))
    by_cell: defaultdict[tuple[UUID, date], list[Booking]] = defaultdict(list)
    for booking in state.bookings:
        by_cell[booking.room_id, booking.slot.day].append(booking)
    rows = []
    for room in (one for whole, parts in _wholes(state.shown_rooms) for one in (whole, *parts)):
        cells = tuple(
            Cell(
                day,
                room.id,
                tuple(_line(booking, f"{booking.slot.start:%H:%M}") for booking in by_cell[room.id, day]),
                dim=not room.hours.spans_on(day, state.house.calendar),
                marked=day == state.today,
            )
            for day in days
        )
        rows.append(CellRow(room.name, words.about_room(room), cells))
    headings = tuple(words.short_day(day) for day in days)
    today = days.index(state.today) if state.today in days else -1
    return CellSheet(headings, tuple(rows), today)


def _month(state: State) -> CellSheet:
    first = week_of(state.day.replace(day=1))
    by_day: defaultdict[date, list[Booking]] = defaultdict(list)
    for booking in _in_rooms(state.bookings, state.shown_rooms):
        by_day[booking.slot.day].append(booking)
    rows = []
    for week in range(MONTH_WEEKS):
        days = [first + DAY * (7 * week + number) for number in range(7)]
        if week and days[0].month != state.day.month:
            break
        cells = tuple(
            Cell(
                day,
                None,
                tuple(_line(one, f"{one.slot.start:%H:%M}") for one in by_day[day]),
                heading=str(day.day),
                dim=day.month != state.day.month,
                marked=day == state.today,
            )
            for day in days
        )
        rows.append(CellRow("", "", cells))
    return CellSheet(tuple(words.weekday(number) for number in range(1, 8)), tuple(rows))


def _line(booking: Booking, at: str) -> CellLine:
    return CellLine(
        booking.id,
        at,
        words.title(booking),
        words.state(booking.state),
        words.mark(booking.state),
        booking.purpose,
        booking.state,
    )


# -- the list -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListRow:
    """A booking as a line of the list."""

    id: UUID
    slot: Slot
    day: str
    times: str
    room: str
    title: str
    who: str
    heads: int
    said: str
    tone: str


def list_rows(state: State) -> tuple[ListRow, ...]:
    """What was searched for, else the bookings of the coming weeks in the rooms shown."""
    bookings = state.found if state.found is not None else _in_rooms(state.bookings, state.shown_rooms)
    return tuple(
        ListRow(
            booking.id,
            booking.slot,
            words.short_day(booking.slot.day),
            words.times(booking.slot),
            state.house.name(booking.room_id),
            words.title(booking),
            words.who(booking.responsible, hide=state.names_hidden),
            booking.head_count,
            words.state(booking.state),
            words.STATE_TONES[booking.state],
        )
        for booking in bookings
    )
