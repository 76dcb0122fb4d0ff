"""The painted day: layout, scrolling, the backing picture, and what moves above it. Hands and keys are the timeline's.

What does not move while a hand drags is drawn once into the backing picture, so that a drag repaints two rectangles.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desk_app.domain.bookings.slots import Slot
from desk_app.ui.pages.bookings import drag
from desk_app.ui.pages.bookings.drag import Cursor, Ghost, Grip, Hold
from desk_app.ui.pages.bookings.geometry import DayLayout, Sizes, lay_out
from desk_app.ui.pages.bookings.ink import (
    Answer,
    Inks,
    draw_bar,
    draw_buffers,
    draw_ghost,
    draw_grid,
    draw_heading,
    draw_names,
)
from desk_app.ui.pages.bookings.sheet import DaySheet
from desk_app.ui.theme import Look


class DayView(QAbstractScrollArea):
    """Shows a DaySheet with the chosen booking, the keyboard's place and the ghost of what would be."""

    cursor_moved = Signal(object, object)
    """UUID of the room, Slot: the keyboard points at this empty time."""
    booking_chosen = Signal(object)
    """UUID: a click or an arrow came to it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sheet: DaySheet | None = None
        self._layout: DayLayout | None = None
        self._backing: QPixmap | None = None
        self._hold: Hold | None = None
        self._ghost: Ghost | None = None
        self._pending: Ghost | None = None
        self._by_key = False
        self._answer = Answer()
        self._cursor: Cursor | None = None
        self._chosen: UUID | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._restyle)
        self._restyle()

    # -- what is shown ------------------------------------------------------------------------------------------
    def show_sheet(self, sheet: DaySheet) -> None:
        """Show another day, or the same with other bookings; where the keyboard stood stays as far as it can."""
        old, self._sheet = self._sheet, sheet
        if old is not None and old == sheet:
            return
        if old is None or (old.rows, old.bars, old.span) != (sheet.rows, sheet.bars, sheet.span):
            if old is not None and old.day != sheet.day:
                self._drop_hold()
                self._move_cursor_day(sheet)
            self._lay_out()
            if self.hasFocus():
                self._begin_somewhere()
        else:
            self._replace_now(old, sheet)

    def show_chosen(self, booking_id: UUID | None) -> None:
        """Mark the booking whose panel is open."""
        if booking_id == self._chosen:
            return
        for one in (self._chosen, booking_id):
            self._update_bar(one)
        self._chosen = booking_id
        bar = self._sheet.bar(booking_id) if self._sheet is not None else None
        if bar is not None:
            self._cursor = Cursor(bar.room_id, bar.slot, bar.id)
            self._say_where()

    def show_pending(self, ghost: Ghost | None, answer: Answer = Answer()) -> None:  # noqa: B008  (a frozen value)
        """A slot being booked or a change that waits for an answer in the panel; None when there is none."""
        before, self._pending = self._pending, ghost
        if self._hold is None and not self._by_key:
            self._answer = answer
        for one in (before, ghost):
            self._update_ghost(one)

    def answer(self, answer: Answer) -> None:
        """What the check says of the ghost asked about last."""
        if answer != self._answer:
            self._answer = answer
            self._update_ghost(self._ghost or self._pending)

    @property
    def place(self) -> Cursor | None:
        """Where the keyboard stands."""
        return self._cursor

    @property
    def ghost(self) -> Ghost | None:
        """What a drag or held keys would lead to."""
        return self._ghost

    def place_cursor(self, room_id: UUID, slot: Slot) -> None:
        """Put the keyboard on an empty slot."""
        self._set_cursor(Cursor(room_id, slot))

    def area_of(self, room_id: UUID, slot: Slot) -> QRect:
        """Where a slot lies in the viewport, for tests and for what points at it."""
        layout = self._layout
        strip = layout.strip_of(room_id) if layout is not None else None
        if layout is None or strip is None:
            return QRect()
        return layout.rect(strip, slot).translated(self._origin())

    # -- layout -------------------------------------------------------------------------------------------------
    def _restyle(self) -> None:
        self._inks = Inks(self._look.theme)
        self._sizes = Sizes.of(self._look.theme, self.font())
        self._lay_out()

    def _lay_out(self) -> None:
        if self._sheet is None:
            return
        sizes, view = self._sizes, self.viewport().size()
        self._layout = lay_out(self._sheet, view.width() - sizes.names, view.height() - sizes.head, sizes)
        for bar, inside, whole in (
            (self.horizontalScrollBar(), view.width() - sizes.names, self._layout.width),
            (self.verticalScrollBar(), view.height() - sizes.head, self._layout.height),
        ):
            bar.setRange(0, max(0, whole - inside))
            bar.setPageStep(max(inside, 1))
            bar.setSingleStep(sizes.line * 2)
        self._drop_backing()

    def _drop_backing(self) -> None:
        self._backing = None
        self.viewport().update()

    def _origin(self) -> QPoint:
        """Where the content's first pixel stands in the viewport."""
        return QPoint(
            self._sizes.names - self.horizontalScrollBar().value(),
            self._sizes.head - self.verticalScrollBar().value(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  (Qt's name)
        del dx, dy
        self._drop_backing()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(self._sizes.names + 4 * self._sizes.hour_least, self._sizes.head + 2 * self._sizes.row_least)

    # -- painting -----------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        painter = QPainter(self.viewport())
        layout = self._layout
        if layout is None:
            painter.fillRect(event.rect(), self._inks.surface)
            return
        if self._backing is None:
            self._backing = self._drawn(layout)
        ratio = self._backing.devicePixelRatio()
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        painter.drawPixmap(area, self._backing, source)
        painter.setClipRect(area & self._grid())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._origin())
        self._draw_moving(painter, layout)

    def _grid(self) -> QRect:
        """The viewport without names and heading."""
        return self.viewport().rect().adjusted(self._sizes.names, self._sizes.head, 0, 0)

    def _drawn(self, layout: DayLayout) -> QPixmap:
        """Everything that stands still, for the part of the day in view."""
        view = self.viewport()
        ratio = view.devicePixelRatioF()
        picture = QPixmap(view.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.fillRect(view.rect(), self._inks.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin, grid = self._origin(), self._grid()
        painter.save()
        painter.setClipRect(grid)
        painter.translate(origin)
        seen = grid.translated(-origin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        draw_grid(painter, layout, self._inks, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in layout.bars:
            if placed.held.intersects(seen):
                draw_buffers(painter, placed, self._inks)
                draw_bar(painter, placed, self._sizes, self._inks)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        names = QRect(0, self._sizes.head, self._sizes.names, view.height() - self._sizes.head)
        painter.setClipRect(names)
        draw_names(painter, layout, self._inks, names, self.verticalScrollBar().value())
        painter.setClipRect(view.rect())
        heading = QRect(self._sizes.names, 0, view.width() - self._sizes.names, self._sizes.head)
        painter.setClipRect(heading)
        draw_heading(painter, layout, self._inks, origin.x(), heading)
        painter.end()
        return picture

    def _draw_moving(self, painter: QPainter, layout: DayLayout) -> None:
        now = layout.sheet.now
        if now is not None and layout.sheet.span.start <= now <= layout.sheet.span.end:
            painter.setPen(self._inks.now)
            painter.drawLine(layout.x(now), 0, layout.x(now), layout.height)
        ghost = self._ghost or self._pending
        marked = layout.placed(self._chosen)
        if marked is not None and (ghost is None or ghost.booking_id != marked.bar.id):
            self._outline(painter, marked.rect, 2)
        self._draw_ghost(painter, layout, ghost)
        if ghost is not None:
            return  # one frame at a time: the ghost is where the keyboard is
        if self.hasFocus() and self._cursor is not None and self._ghost is None:
            there = layout.placed(self._cursor.booking_id)
            strip = layout.strip_of(self._cursor.room_id)
            if there is not None:
                self._outline(painter, there.rect, 3)
            elif strip is not None:
                self._outline(painter, layout.rect(strip, self._cursor.slot), 3)

    def _draw_ghost(self, painter: QPainter, layout: DayLayout, ghost: Ghost | None) -> None:
        strip = layout.strip_of(ghost.room_id) if ghost is not None else None
        if ghost is None or strip is None:
            return
        left_behind = layout.placed(ghost.booking_id)
        if left_behind is not None:
            veil = QColor(self._inks.surface)
            veil.setAlphaF(0.7)
            painter.fillRect(left_behind.rect, veil)
        times = f"{ghost.slot.start:%H:%M}–{ghost.slot.end:%H:%M}"
        draw_ghost(painter, layout.rect(strip, ghost.slot), times, self._answer, self._sizes, self._inks)

    def _outline(self, painter: QPainter, rect: QRect, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._inks.info if width > 2 else self._inks.ink, width))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 7, 7)

    def _update_content(self, rect: QRect) -> None:
        self.viewport().update(rect.translated(self._origin()).adjusted(-3, -3, 3, 3))

    def _update_bar(self, booking_id: UUID | None) -> None:
        placed = self._layout.placed(booking_id) if self._layout is not None else None
        if placed is not None:
            self._update_content(placed.rect)

    def _update_ghost(self, ghost: Ghost | None) -> None:
        strip = self._layout.strip_of(ghost.room_id) if self._layout is not None and ghost is not None else None
        if self._layout is not None and ghost is not None and strip is not None:
            rect = self._layout.rect(strip, ghost.slot)
            self._update_content(rect.adjusted(0, 0, max(0, 300 - rect.width()), 0))  # its words may reach beyond it

    def _replace_now(self, old: DaySheet, sheet: DaySheet) -> None:
        if self._layout is None or old.now == sheet.now:
            return
        self._layout = lay_out_again(self._layout, sheet)
        for moment in (old.now, sheet.now):
            if moment is not None:
                self._update_content(QRect(self._layout.x(moment) - 2, 0, 4, self._layout.height))

    # -- where the keyboard stands -------------------------------------------------------------------------------
    def _set_cursor(self, cursor: Cursor, *, tell: bool = True) -> None:
        before, self._cursor = self._cursor, cursor
        self._end_keys()
        for one in (before, cursor):
            self._update_cursor(one)
        self._reveal(cursor.room_id, cursor.slot)
        self._say_where()
        if not tell or cursor == before:
            return
        if cursor.booking_id is not None:
            self.booking_chosen.emit(cursor.booking_id)
        else:
            self.cursor_moved.emit(cursor.room_id, cursor.slot)

    def _begin_somewhere(self) -> None:
        """The keyboard needs a place: the first room, at the running hour or at opening."""
        layout = self._layout
        if self._cursor is not None or layout is None or not layout.strips:
            return
        strip, sheet = layout.strips[0], layout.sheet
        start = sheet.now if sheet.now is not None and sheet.now > sheet.span.start else sheet.span.start
        start = start.replace(minute=0, second=0, microsecond=0)
        self._set_cursor(Cursor(strip.room_id, drag.room_for(layout, strip, start)), tell=False)

    def _update_cursor(self, cursor: Cursor | None) -> None:
        if cursor is not None:
            self._update_bar(cursor.booking_id)
            self._update_ghost(Ghost(Grip.MAKE, cursor.room_id, cursor.slot))

    def _move_cursor_day(self, sheet: DaySheet) -> None:
        if self._cursor is not None:
            self._cursor = Cursor(self._cursor.room_id, self._cursor.slot.on(sheet.day))

    def _reveal(self, room_id: UUID, slot: Slot) -> None:
        """Scroll as far as it takes to see a slot."""
        layout = self._layout
        strip = layout.strip_of(room_id) if layout is not None else None
        if layout is None or strip is None:
            return
        rect = layout.rect(strip, slot)
        for bar, low, high in (
            (self.horizontalScrollBar(), rect.left(), rect.right()),
            (self.verticalScrollBar(), rect.top(), rect.bottom()),
        ):
            if low < bar.value():
                bar.setValue(low - 4)
            elif high > bar.value() + bar.pageStep():
                bar.setValue(high - bar.pageStep() + 4)

    def _drop_hold(self) -> None:
        self._hold, self._by_key = None, False
        before, self._ghost = self._ghost, None
        self._answer = Answer()
        self._update_ghost(before)

    def _end_keys(self) -> None:
        if self._by_key:
            self._drop_hold()

    # -- words --------------------------------------------------------------------------------------------------
    def _say_where(self) -> None:
        """Assistive technology hears where the keyboard stands."""
        self.setAccessibleDescription(self.words_at(self._cursor))

    def words_at(self, cursor: Cursor | None) -> str:
        """A place on the timeline in words."""
        if cursor is None or self._layout is None:
            return ""
        strip = self._layout.strip_of(cursor.room_id)
        times = f"{cursor.slot.start:%H:%M}–{cursor.slot.end:%H:%M}"
        room = strip.strip.name if strip is not None else ""
        bar = self._layout.sheet.bar(cursor.booking_id)
        what = [bar.title, bar.who, bar.said] if bar is not None else []
        return " · ".join(part for part in (room, times, *what) if part)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._layout is not None:
            at = event.pos() - self._origin()
            placed = self._layout.bar_at(at.x(), at.y()) if self._grid().contains(event.pos()) else None
            words = "" if placed is None else self.words_at(Cursor(placed.bar.room_id, placed.bar.slot, placed.bar.id))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)


def lay_out_again(layout: DayLayout, sheet: DaySheet) -> DayLayout:
    """The same layout for a sheet in which only the clock went on."""
    return DayLayout(sheet, layout.sizes, layout.minute, layout.tops, layout.strips, layout.bars, layout.by_room)
