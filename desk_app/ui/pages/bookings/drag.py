"""What a hand does on the timeline, without a widget: gripping empty time, a bar or its edge, and where that leads.

The keyboard leads to the same ghosts, step by step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from desk_app.domain.bookings.slots import Slot
from desk_app.ui.pages.bookings.geometry import STEP, DayLayout, PlacedStrip
from desk_app.ui.pages.bookings.sheet import Bar

EDGE = 7
"""Pixels at either end of a bar that grip its start or end."""
STILL = 4
"""Pixels a hand may tremble before a press becomes a drag."""
USUAL = timedelta(hours=1)
"""What a click on empty time asks for."""


class Grip(StrEnum):
    """What is held."""

    MAKE = "make"
    MOVE = "move"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Ghost:
    """What would be, were the hand to let go now; `booking_id` None for a booking yet to be made."""

    grip: Grip
    room_id: UUID
    slot: Slot
    booking_id: UUID | None = None

    def changes(self, bar: Bar) -> bool:
        return self.slot != bar.slot or self.room_id != bar.room_id


@dataclass(frozen=True, slots=True)
class Hold:
    """A press on the content at (x, y): on `bar` by `grip`, or on empty time."""

    grip: Grip
    x: int
    y: int
    bar: Bar | None = None

    def has_moved(self, x: int, y: int) -> bool:
        return abs(x - self.x) + abs(y - self.y) >= STILL


def press(layout: DayLayout, x: int, y: int) -> Hold:
    """What a press there takes hold of."""
    placed = layout.bar_at(x, y)
    if placed is None:
        return Hold(Grip.MAKE, x, y)
    return Hold(grip_at(layout, x, y) or Grip.MOVE, x, y, placed.bar)


def grip_at(layout: DayLayout, x: int, y: int) -> Grip | None:
    """What a press there would grip of a bar; None where there is none to grip."""
    placed = layout.bar_at(x, y)
    if placed is None:
        return None
    roomy = placed.rect.width() > 3 * EDGE
    if placed.bar.can_end and placed.rect.right() - x < EDGE and roomy:
        return Grip.END
    if placed.bar.can_move:
        return Grip.START if x - placed.rect.left() < EDGE and roomy else Grip.MOVE
    return None


def pull(layout: DayLayout, hold: Hold, x: int, y: int) -> Ghost | None:
    """Where dragging `hold` to (x, y) leads; None where it cannot lead anywhere."""
    bar = hold.bar
    if bar is None:
        return _made(layout, hold, x, y)
    if hold.grip is Grip.START:
        start = min(layout.moment(x + layout.minute * 7.5), bar.slot.end - STEP)
        return Ghost(hold.grip, bar.room_id, Slot(start, bar.slot.end), bar.id)
    if hold.grip is Grip.END:
        end = max(layout.moment(x + layout.minute * 7.5), bar.slot.start + STEP)
        return Ghost(hold.grip, bar.room_id, Slot(bar.slot.start, end), bar.id)
    if not bar.can_move:
        return None
    return _carried(layout, bar, x - hold.x, y, whole=_is_whole(layout, bar))


def _made(layout: DayLayout, hold: Hold, x: int, y: int) -> Ghost | None:
    """From where the press was to where the hand is; across two halves of a hall it is the whole hall."""
    begun, here = layout.strip_at(hold.y), layout.strip_at(y)
    if begun is None or here is None:
        return None
    if here.row == begun.row and here.room_id != begun.room_id:
        begun = layout.strip_at(hold.y, whole=True) or begun
    left, right = min(hold.x, x), max(hold.x, x)
    start, end = layout.moment(left), layout.moment(right, up=True)
    return (
        Ghost(Grip.MAKE, begun.room_id, Slot(start, max(end, start + STEP))) if start < layout.sheet.span.end else None
    )


def _carried(layout: DayLayout, bar: Bar, by: int, y: int, *, whole: bool) -> Ghost | None:
    strip = layout.strip_at(y, whole=whole)
    if strip is None:
        return None
    steps = round(by / (layout.minute * 15))
    return Ghost(Grip.MOVE, strip.room_id, kept_inside(layout, bar.slot.moved(steps * STEP)), bar.id)


def kept_inside(layout: DayLayout, slot: Slot) -> Slot:
    """The slot pushed back into the hours shown."""
    span = layout.sheet.span
    if slot.start < span.start:
        return slot.moved(span.start - slot.start)
    if slot.end > span.end:
        return slot.moved(max(span.end - slot.end, span.start - slot.start))
    return slot


def _is_whole(layout: DayLayout, bar: Bar) -> bool:
    strip = layout.strip_of(bar.room_id)
    if strip is None:
        return False
    row = layout.sheet.rows[strip.row]
    return bool(row.parts) and row.whole.room_id == bar.room_id


def click(layout: DayLayout, x: int, y: int) -> Ghost | None:
    """What a click on empty time asks for: an hour from the quarter under the pointer, less where less is free."""
    strip = layout.strip_at(y)
    if strip is None:
        return None
    half = layout.moment(x)
    start = half - STEP if half.minute in (15, 45) else half
    return Ghost(Grip.MAKE, strip.room_id, room_for(layout, strip, max(start, layout.sheet.span.start)))


def room_for(layout: DayLayout, strip: PlacedStrip, start: datetime) -> Slot:
    """The usual length from a moment on: begun later where a booking still runs, cut short by the next."""
    span = layout.sheet.span
    for bar in layout.bars_in(strip):
        if bar.slot.start <= start < bar.held.end:
            start = _quarter_after(bar.held.end)
    start = min(start, span.end - STEP)
    end = min(start + USUAL, span.end)
    later = [bar.held.start for bar in layout.bars_in(strip) if start < bar.held.start]
    return Slot(start, max(min([end, *later]), start + STEP))


# -- by keys --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the keyboard stands: a room and a slot, and the booking it has chosen there, if any."""

    room_id: UUID
    slot: Slot
    booking_id: UUID | None = None


CURSOR_STEP = timedelta(minutes=30)


def step_time(layout: DayLayout, cursor: Cursor, by: int) -> Cursor:
    """To the next half hour or the next booking, whichever comes first; `by` is 1 or -1."""
    strip = layout.strip_of(cursor.room_id)
    if strip is None:
        return cursor
    span, bars = layout.sheet.span, layout.bars_in(strip)
    half = _half_hour(cursor.slot.start, up=by > 0)
    stops = {bar.slot.start: bar for bar in reversed(bars)}
    between = [at for at in stops if (cursor.slot.start < at if by > 0 else at < cursor.slot.start)]
    nearest = min(between, default=None) if by > 0 else max(between, default=None)
    if nearest is not None and (nearest <= half if by > 0 else nearest >= half):
        return _on(cursor, stops[nearest])
    inside = next((bar for bar in bars if bar.slot.start <= half < bar.slot.end), None)
    if inside is not None and inside.id != cursor.booking_id:
        return _on(cursor, inside)
    if inside is not None:
        half = inside.slot.end if by > 0 else inside.slot.start - CURSOR_STEP
        beyond = next((bar for bar in bars if bar.slot.start <= half < bar.slot.end), None)
        if beyond is not None:
            return _on(cursor, beyond)
    start = min(max(half, span.start), span.end - STEP)
    return Cursor(cursor.room_id, room_for(layout, strip, start))


def step_room(layout: DayLayout, cursor: Cursor, by: int) -> Cursor:
    """The same time in the next room up or down, on the booking that is there."""
    at = layout.number_of(cursor.room_id) + by
    if not 0 <= at < len(layout.strips):
        return cursor
    strip = layout.strips[at]
    there = next((bar for bar in layout.bars_in(strip) if bar.slot.start <= cursor.slot.start < bar.slot.end), None)
    empty = Cursor(strip.room_id, room_for(layout, strip, cursor.slot.start))
    return _on(empty, there) if there is not None else empty


def stretch(layout: DayLayout, cursor: Cursor, by: int) -> Cursor:
    """The chosen empty slot a quarter longer or shorter."""
    if cursor.booking_id is not None:
        return cursor
    end = min(max(cursor.slot.end + by * STEP, cursor.slot.start + STEP), layout.sheet.span.end)
    return replace(cursor, slot=Slot(cursor.slot.start, end))


def nudge(layout: DayLayout, ghost: Ghost, *, time: int = 0, room: int = 0) -> Ghost:
    """A booking carried on by quarters of an hour and by rooms."""
    slot = kept_inside(layout, ghost.slot.moved(time * STEP))
    at = layout.number_of(ghost.room_id) + room
    there = layout.strips[at].room_id if 0 <= at < len(layout.strips) else ghost.room_id
    return replace(ghost, grip=Grip.MOVE, room_id=there, slot=slot)


def lengthen(layout: DayLayout, ghost: Ghost, by: int) -> Ghost:
    """A booking a quarter longer or shorter at its end."""
    end = min(max(ghost.slot.end + by * STEP, ghost.slot.start + STEP), max(layout.sheet.span.end, ghost.slot.end))
    return replace(ghost, grip=Grip.END, slot=Slot(ghost.slot.start, end))


def _on(cursor: Cursor, bar: Bar) -> Cursor:
    return Cursor(cursor.room_id, bar.slot, bar.id)


def _half_hour(moment: datetime, *, up: bool) -> datetime:
    """The next full or half hour after `moment`, or the last one before it."""
    past = timedelta(minutes=moment.minute % 30)
    if up:
        return moment - past + CURSOR_STEP
    return moment - past if past else moment - CURSOR_STEP


def _quarter_after(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute % 15)
    return moment - past + STEP if past else moment
