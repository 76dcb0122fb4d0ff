"""Drawing the timeline: grid, closed hours, buffers, bars and the ghost of a drag, in the colours of the theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen

from desk_app.domain.bookings.booking import BookingState
from desk_app.domain.bookings.rooms import RoomPurpose
from desk_app.domain.catalogue import ServiceKind
from desk_app.ui.pages.bookings.geometry import DayLayout, PlacedBar, Sizes
from desk_app.ui.theme import Theme

STATE_TOKENS: dict[BookingState, str] = {
    BookingState.REQUESTED: "warn",
    BookingState.PROVISIONAL: "info",
    BookingState.CONFIRMED: "ok",
    BookingState.IN_USE: "brand",
    BookingState.FINISHED: "line_strong",
    BookingState.CANCELLED: "line_strong",
    BookingState.NO_SHOW: "bad",
    BookingState.LOST: "bad",
}
OPEN_QUESTIONS = frozenset({BookingState.REQUESTED, BookingState.PROVISIONAL})
"""Not yet promised for good: a dashed outline."""
FADED = frozenset({BookingState.FINISHED, BookingState.NO_SHOW, BookingState.CANCELLED, BookingState.LOST})
TINT = 0.13
"""How much of a kind's colour its bar takes on: as much as leaves words at 4.5:1."""


def mixed(colour: QColor, into: QColor, share: float) -> QColor:
    """`share` of one colour in another."""
    keep = 1 - share
    return QColor(
        round(colour.red() * share + into.red() * keep),
        round(colour.green() * share + into.green() * keep),
        round(colour.blue() * share + into.blue() * keep),
    )


class Inks:
    """The colours and pens of a theme, made once for it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.surface, self.ink, self.ink_2 = (theme.colour(name) for name in ("surface", "ink", "ink_2"))
        self.line, self.canvas, self.brand = (theme.colour(name) for name in ("line", "canvas", "brand"))
        self.bad, self.bad_soft, self.info = (theme.colour(name) for name in ("bad", "bad_soft", "info"))
        self.brand_soft, self.ok = theme.colour("brand_soft"), theme.colour("ok")
        self.now = QPen(self.bad, 2)
        self.closed = QColor(self.canvas)
        self.hatch = QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern)
        self._fills: dict[tuple[RoomPurpose, bool], QColor] = {}
        self._states = {state: theme.colour(token) for state, token in STATE_TOKENS.items()}

    def of_purpose(self, purpose: RoomPurpose) -> QColor:
        """The nine kinds have their own colours; the six uses of the living room share the hub's."""
        return self.theme.kind(purpose) if isinstance(purpose, ServiceKind) else self.brand

    def fill(self, purpose: RoomPurpose, *, faded: bool) -> QColor:
        key = (purpose, faded)
        if key not in self._fills:
            self._fills[key] = mixed(self.of_purpose(purpose), self.surface, TINT / 2 if faded else TINT)
        return self._fills[key]

    def edge(self, state: BookingState) -> QColor:
        return self._states[state]

    def said(self, state: BookingState) -> QColor:
        """The colour of the state's word: brand orange is too light for words."""
        if state is BookingState.IN_USE:
            return self.theme.colour("brand_strong")
        return self.ink_2 if state in (BookingState.CONFIRMED, BookingState.FINISHED) else self._states[state]


def draw_grid(painter: QPainter, layout: DayLayout, inks: Inks, area: QRect) -> None:
    """Closed hours and thin lines, where `area` (content pixels) needs them."""
    painter.fillRect(area, inks.surface)
    for number, row in enumerate(layout.sheet.rows):
        top, bottom = layout.tops[number], layout.tops[number + 1]
        if bottom < area.top() or top > area.bottom():
            continue
        for slot in row.closed:
            left, right = layout.x(slot.start), layout.x(slot.end)
            painter.fillRect(QRect(left, top, right - left, bottom - top), inks.closed)
    painter.setPen(QPen(inks.line, 1))
    foot = min(layout.height, area.bottom())
    for x, _ in layout.hours():
        painter.drawLine(x, area.top(), x, foot)
    for y in layout.tops[1:]:
        painter.drawLine(area.left(), y - 1, area.right(), y - 1)
    painter.setPen(QPen(inks.line, 1, Qt.PenStyle.DotLine))
    for strip in layout.strips:
        if strip.bottom != layout.tops[strip.row + 1]:
            painter.drawLine(area.left(), strip.bottom - 1, area.right(), strip.bottom - 1)


def draw_buffers(painter: QPainter, placed: PlacedBar, inks: Inks) -> None:
    """What the booking holds before and after its slot, thinly hatched."""
    if placed.held == placed.rect:
        return
    painter.save()
    painter.setOpacity(0.45)
    before = QRect(placed.held.topLeft(), placed.rect.bottomLeft()).adjusted(0, 4, -1, -4)
    after = QRect(placed.rect.topRight(), placed.held.bottomRight()).adjusted(1, 4, 0, -4)
    for part in (before, after):
        if part.width() > 1:
            painter.fillRect(part, inks.hatch)
    painter.restore()


def draw_bar(painter: QPainter, placed: PlacedBar, sizes: Sizes, inks: Inks) -> None:
    """Fill by kind, edge and word by state."""
    bar, rect = placed.bar, placed.rect
    faded = bar.state in FADED
    shape = QRectF(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.fill(bar.purpose, faded=faded))
    painter.drawRoundedRect(shape, 7, 7)
    edge = QPainterPath()
    edge.addRoundedRect(shape, 7, 7)
    painter.save()
    painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRect(rect.left(), rect.top(), 5, rect.height()), inks.edge(bar.state))
    painter.restore()
    if bar.state in OPEN_QUESTIONS:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(inks.edge(bar.state), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    _draw_lines(painter, placed, sizes, inks, faded=faded)


def _draw_lines(painter: QPainter, placed: PlacedBar, sizes: Sizes, inks: Inks, *, faded: bool) -> None:
    rect, lines = placed.rect, placed.lines
    if not lines:
        return
    block = sizes.line * len(lines)
    y = rect.top() + max(2, min((rect.height() - block) // 2, 7))
    for number, text in enumerate(lines):
        first, last = number == 0, number == len(lines) - 1
        painter.setFont(sizes.bold if number < placed.bold_lines else sizes.plain)
        colour = inks.ink if number < placed.bold_lines and not faded else inks.ink_2
        painter.setPen(inks.said(placed.bar.state) if last and not first else colour)
        area = QRect(rect.left() + 11, y + number * sizes.line, rect.width() - 15, sizes.line)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


def draw_heading(painter: QPainter, layout: DayLayout, inks: Inks, origin: int, area: QRect) -> None:
    """The hours above the grid; `origin` is where the first hour stands in the view."""
    painter.fillRect(area, inks.surface)
    painter.setFont(layout.sizes.plain)
    for x, word in layout.hours():
        left = origin + x
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(left, area.top(), left, area.bottom())
        painter.setPen(inks.ink_2)
        box = QRect(left + 5, area.top(), round(60 * layout.minute) - 5, area.height() - 4)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), word)
    painter.setPen(QPen(inks.line, 1))
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())


def draw_names(painter: QPainter, layout: DayLayout, inks: Inks, area: QRect, scrolled: int) -> None:
    """The rooms left of the grid, the parts of a divisible hall beside their strips."""
    painter.fillRect(area, inks.surface)
    sizes = layout.sizes
    bold, plain = QFontMetrics(sizes.bold), QFontMetrics(sizes.plain)
    for number, row in enumerate(layout.sheet.rows):
        top, bottom = area.top() + layout.tops[number] - scrolled, area.top() + layout.tops[number + 1] - scrolled
        parts = max((plain.horizontalAdvance(part.name) for part in row.parts), default=-8) + 8
        room = area.width() - 12 - parts
        painter.setFont(sizes.bold)
        painter.setPen(inks.ink)
        left = area.left() + 4
        name = bold.elidedText(row.whole.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + sizes.line + 5, name)
        painter.setFont(sizes.plain)
        painter.setPen(inks.ink_2)
        about = plain.elidedText(row.about, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + 2 * sizes.line + 6, about)
        for part in row.parts:
            band = QRect(
                area.left(),
                top + round(part.top * (bottom - top)),
                area.width() - 8,
                round((part.bottom - part.top) * (bottom - top)),
            )
            painter.drawText(band, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), part.name)
        painter.setPen(QPen(inks.line, 1))
        painter.drawLine(area.left(), bottom - 1, area.right(), bottom - 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check says of a ghost: whether it may stay there, and a word on it ("" while nobody has said)."""

    free: bool = True
    words: str = ""


def draw_ghost(painter: QPainter, rect: QRect, times: str, answer: Answer, sizes: Sizes, inks: Inks) -> None:
    """What would be, were the hand to let go: its times and, where it is refused, why."""
    colour, soft = (inks.brand, inks.brand_soft) if answer.free else (inks.bad, inks.bad_soft)
    words = [times, answer.words] if answer.words else [times]
    wide = max(QFontMetrics(sizes.bold).horizontalAdvance(word) for word in words) + 12
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    if wide > rect.width():  # words that reach beyond the ghost stay readable over what is behind
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), wide, 8 + sizes.line * len(words)), 7, 7)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 7, 7)
    y = rect.top() + 5
    for number, text in enumerate(words):
        painter.setFont(sizes.bold if number == 0 else sizes.plain)
        painter.setPen(inks.ink if answer.free or number == 0 else inks.bad)
        area = QRect(rect.left() + 7, y + number * sizes.line, max(rect.width() - 10, 220), sizes.line)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
