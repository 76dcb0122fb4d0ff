"""Where everything on the timeline lies: moments to pixels and back, rows, strips, bars; words are cut to fit once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.ui.pages.bookings.sheet import Bar, DaySheet, Row, Strip
from desk_app.ui.theme import Theme

STEP = timedelta(minutes=15)
"""What times snap to."""
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels and fonts a theme gives the timeline. `lines` is how many lines of words an ordinary bar shows."""

    names: int
    head: int
    hour_least: int
    row_least: int
    row_most: int
    line: int
    bold: QFont
    plain: QFont

    @classmethod
    def of(cls, theme: Theme, font: QFont) -> Sizes:
        bold, plain = QFont(font), QFont(font)
        bold.setPixelSize(theme.secondary)
        bold.setBold(True)
        plain.setPixelSize(theme.secondary)
        line = QFontMetrics(plain).height() - 1
        return cls(
            names=round(theme.secondary * (9.2 if theme.large else 9.4)),
            head=round(theme.secondary * 2.05),
            hour_least=round(theme.secondary * 3.3),
            row_least=2 * line + 14,
            row_most=max(76, 3 * line + 18),
            line=line,
            bold=bold,
            plain=plain,
        )


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip with the number of its row and its upper and lower edge in content pixels."""

    strip: Strip
    row: int
    top: int
    bottom: int

    @property
    def room_id(self) -> UUID:
        return self.strip.room_id


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its rectangle, that of its buffers, and its lines cut to fit."""

    bar: Bar
    rect: QRect
    held: QRect
    lines: tuple[str, ...]

    @property
    def bold_lines(self) -> int:
        """How many of the lines are the title."""
        return 2 if len(self.lines) == 3 and self.lines[0] != self.bar.title else 1


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The whole day laid out, in pixels of the content: scrolling and the pinned names are the widget's affair.

    The content begins left of the first hour, without the names, and below the heading.
    """

    sheet: DaySheet
    sizes: Sizes
    minute: float
    """Pixels a minute."""
    tops: tuple[int, ...] = ()
    """Upper edge of each row, and below the last."""
    strips: tuple[PlacedStrip, ...] = ()
    bars: tuple[PlacedBar, ...] = ()
    by_room: dict[UUID, PlacedStrip] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return round(self.sheet.span.length / MINUTE * self.minute)

    @property
    def height(self) -> int:
        return self.tops[-1] if self.tops else 0

    def x(self, moment: datetime) -> int:
        return round((moment - self.sheet.span.start) / MINUTE * self.minute)

    def moment(self, x: float, *, up: bool = False) -> datetime:
        """The moment at `x`, snapped down (or `up`) to STEP and kept inside the day."""
        span = self.sheet.span
        steps = (x / self.minute) * MINUTE / STEP
        whole = -int(-steps // 1) if up else int(steps // 1)
        return min(max(span.start + whole * STEP, span.start), span.end)

    def hours(self) -> Iterator[tuple[int, str]]:
        """Where each full hour stands, and what is written there."""
        hour = self.sheet.span.start.replace(minute=0, second=0, microsecond=0)
        while hour < self.sheet.span.end:
            if hour >= self.sheet.span.start:
                yield self.x(hour), f"{hour.hour}:00"
            hour += timedelta(hours=1)

    def strip_of(self, room_id: UUID) -> PlacedStrip | None:
        return self.by_room.get(room_id)

    def strip_at(self, y: int, *, whole: bool = False) -> PlacedStrip | None:
        """The strip under `y`, the parts of a hall before the whole unless `whole`; above and below, the nearest."""
        if not self.strips:
            return None
        y = min(max(y, 0), self.height - 1)
        inside = [strip for strip in self.strips if strip.top <= y < strip.bottom]
        return (inside[0] if whole else inside[-1]) if inside else None

    def number_of(self, room_id: UUID) -> int:
        """The place of a room among all strips, top down; 0 for one that is not shown."""
        return next((at for at, strip in enumerate(self.strips) if strip.room_id == room_id), 0)

    def rect(self, strip: PlacedStrip, slot: Slot) -> QRect:
        """A slot in a strip, with the thin margin that parts it from its neighbours."""
        left, right = self.x(slot.start), self.x(slot.end)
        return QRect(left + 1, strip.top + 3, max(right - left - 2, 3), strip.bottom - strip.top - 6)

    def bar_at(self, x: int, y: int) -> PlacedBar | None:
        return next((placed for placed in reversed(self.bars) if placed.rect.contains(x, y)), None)

    def placed(self, booking_id: UUID | None) -> PlacedBar | None:
        return next((placed for placed in self.bars if placed.bar.id == booking_id), None)

    def bars_in(self, strip: PlacedStrip) -> tuple[Bar, ...]:
        """What stands in a strip's way, by start: its own, its parts' and its whole's."""
        row = self.sheet.rows[strip.row]
        rooms = {strip.room_id, row.whole.room_id}
        if strip.room_id == row.whole.room_id:
            rooms |= {part.room_id for part in row.parts}
        return tuple(sorted((bar for bar in self.sheet.bars if bar.room_id in rooms), key=lambda bar: bar.slot))


def lay_out(sheet: DaySheet, width: int, height: int, sizes: Sizes) -> DayLayout:
    """The day in a view of that size (without names and heading): wider or higher where it must be, then it scrolls."""
    hours = sheet.span.length / timedelta(hours=1)
    minute = max(width / hours, sizes.hour_least) / 60
    tops = _tops(sheet.rows, height, sizes)
    strips = tuple(_strips(sheet.rows, tops))
    bare = DayLayout(sheet, sizes, minute, tops, strips, (), {strip.room_id: strip for strip in strips})
    return DayLayout(sheet, sizes, minute, tops, strips, tuple(_bars(bare)), bare.by_room)


def _tops(rows: Sequence[Row], height: int, sizes: Sizes) -> tuple[int, ...]:
    weights = [1.0 if not row.parts else max(1.25, 0.68 * len(row.parts)) for row in rows]
    each = min(max(height / max(sum(weights), 1), sizes.row_least), sizes.row_most)
    tops = [0]
    for weight in weights:
        tops.append(tops[-1] + round(each * weight))
    return tuple(tops)


def _strips(rows: Sequence[Row], tops: Sequence[int]) -> Iterator[PlacedStrip]:
    for number, row in enumerate(rows):
        top, height = tops[number], tops[number + 1] - tops[number]
        for strip in row.strips:
            yield PlacedStrip(strip, number, top + round(strip.top * height), top + round(strip.bottom * height))


def _bars(layout: DayLayout) -> Iterator[PlacedBar]:
    by_room: dict[UUID, list[Bar]] = {}
    for bar in layout.sheet.bars:
        by_room.setdefault(bar.room_id, []).append(bar)
    bold, plain = QFontMetrics(layout.sizes.bold), QFontMetrics(layout.sizes.plain)
    for room_id, bars in by_room.items():
        strip = layout.strip_of(room_id)
        if strip is None:
            continue
        for bar, lane, lanes in side_by_side(bars):
            rect = _share(layout.rect(strip, bar.slot), lane, lanes)
            held = _share(layout.rect(strip, bar.held), lane, lanes)
            yield PlacedBar(bar, rect, held, _lines(bar, rect, layout.sizes, bold, plain))


def _share(rect: QRect, lane: int, lanes: int) -> QRect:
    if lanes == 1:
        return rect
    height = rect.height() / lanes
    return QRect(rect.left(), rect.top() + round(lane * height), rect.width(), max(round(height) - 2, 3))


def side_by_side(bars: Iterable[Bar]) -> Iterator[tuple[Bar, int, int]]:
    """Bars of one room that run at the same time share its height: each with its lane and how many lanes there are."""
    cluster: list[tuple[Bar, int]] = []
    ends: list[datetime] = []
    for bar in sorted(bars, key=lambda bar: bar.slot):
        if cluster and bar.slot.start >= max(ends):
            yield from ((one, lane, len(ends)) for one, lane in cluster)
            cluster, ends = [], []
        lane = next((at for at, end in enumerate(ends) if end <= bar.slot.start), len(ends))
        ends[lane : lane + 1] = [bar.slot.end]
        cluster.append((bar, lane))
    yield from ((one, lane, len(ends)) for one, lane in cluster)


def _lines(bar: Bar, rect: QRect, sizes: Sizes, bold: QFontMetrics, plain: QFontMetrics) -> tuple[str, ...]:
    """As many lines as fit: title, who, state; a low bar says title and state in one line, a very low one the title."""
    room = rect.width() - 17
    fit = (rect.height() - 4) // sizes.line
    if room < plain.averageCharWidth() * 2 or fit < 1:
        return ()

    def cut(text: str, metrics: QFontMetrics) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    if fit >= 3 and bar.who and bold.horizontalAdvance(bar.title) <= room:
        return bar.title, cut(bar.who, plain), cut(bar.said, plain)
    if fit >= 3:
        above = _as_much_as_fits(bar.title, bold, room)
        return above, cut(bar.title[len(above) :].lstrip() or bar.who, bold), cut(bar.said, plain)
    if fit >= 2:
        below = bar.said if not bar.who else f"{bar.said} · {bar.who}"
        return cut(bar.title, bold), cut(below, plain)
    return (cut(bar.title, bold),)


def _as_much_as_fits(text: str, metrics: QFontMetrics, room: int) -> str:
    """The beginning of a title that needs a second line, broken at a blank where there is one."""
    end = next((n for n in range(len(text), 1, -1) if metrics.horizontalAdvance(text[:n]) <= room), 1)
    blank = text.rfind(" ", 0, end)
    return text[:blank] if blank > 0 else text[:end]
