"""The day timeline: rooms down, hours across, every booking a bar that can be made, moved and resized by hand or key.

What an act means is the model's affair; this says only what was asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from desk_app.ui.pages.bookings import drag
from desk_app.ui.pages.bookings.day_view import DayView
from desk_app.ui.pages.bookings.drag import Cursor, Ghost, Grip
from desk_app.ui.pages.bookings.geometry import DayLayout
from desk_app.ui.pages.bookings.ink import Answer
from desk_app.ui.pages.bookings.sheet import Bar

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_M = Qt.KeyboardModifier


class Timeline(DayView):
    """Arrows choose a slot or booking, Shift+arrows lengthen the slot, Enter books or opens, Alt+arrows carry a
    booking, Ctrl+Shift+arrows move its end (until the keys are let go, Enter or Esc), Del cancels, PgUp/PgDn turn."""

    slot_wanted = Signal(object, object)
    """UUID of the room, Slot: book this."""
    booking_opened = Signal(object)
    """UUID: Enter or a double click."""
    booking_changed = Signal(object, object, object)
    """UUID, UUID of the room, Slot: put it there."""
    cancel_wanted = Signal(object)
    """UUID."""
    day_wanted = Signal(int)
    """So many days on or back."""
    asked = Signal(object)
    """Ghost: is this free? Answered by `answer`."""

    # -- the mouse ----------------------------------------------------------------------------------------------
    def _content(self, event: QMouseEvent) -> QPoint:
        return event.position().toPoint() - self._origin()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        if self._layout is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self._grid().contains(event.position().toPoint()):
            return
        at = self._content(event)
        if at.y() >= self._layout.height:
            return
        self._end_keys()
        self._hold = drag.press(self._layout, at.x(), at.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        if self._layout is None:
            return
        at = self._content(event)
        if self._hold is None:
            self._show_grip(at, event.position().toPoint())
        elif self._ghost is not None or self._hold.has_moved(at.x(), at.y()):
            self._set_ghost(drag.pull(self._layout, self._hold, at.x(), at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        hold, ghost = self._hold, self._ghost
        if self._layout is None or hold is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._content(event)
        self._drop_hold()
        if ghost is not None:
            self._take(ghost)
        elif hold.bar is not None:
            self._choose(hold.bar)
        else:
            clicked = drag.click(self._layout, at.x(), at.y())
            if clicked is not None:
                self._take(clicked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        at = self._content(event)
        placed = self._layout.bar_at(at.x(), at.y()) if self._layout is not None else None
        if placed is not None:
            self.booking_opened.emit(placed.bar.id)

    def _show_grip(self, at: QPoint, in_view: QPoint) -> None:
        grip = None
        if self._layout is not None and self._grid().contains(in_view):
            grip = drag.grip_at(self._layout, at.x(), at.y())
        shape = {
            Grip.MOVE: Qt.CursorShape.OpenHandCursor,
            Grip.START: Qt.CursorShape.SizeHorCursor,
            Grip.END: Qt.CursorShape.SizeHorCursor,
        }
        self.viewport().setCursor(shape[grip] if grip is not None else Qt.CursorShape.ArrowCursor)

    def _set_ghost(self, ghost: Ghost | None) -> None:
        if ghost == self._ghost:
            return
        before, self._ghost = self._ghost, ghost
        self._answer = Answer()
        for one in (before or self._pending, ghost):
            self._update_ghost(one)
        if ghost is not None:
            self.asked.emit(ghost)

    def _take(self, ghost: Ghost) -> None:
        """The hand let go, or the keys."""
        if ghost.booking_id is None:
            self._set_cursor(Cursor(ghost.room_id, ghost.slot), tell=False)
            self.slot_wanted.emit(ghost.room_id, ghost.slot)
            return
        bar = self._sheet.bar(ghost.booking_id) if self._sheet is not None else None
        if bar is not None and ghost.changes(bar):
            self.booking_changed.emit(ghost.booking_id, ghost.room_id, ghost.slot)

    def _choose(self, bar: Bar) -> None:
        self._set_cursor(Cursor(bar.room_id, bar.slot, bar.id))

    # -- the keyboard -------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        key, layout = Qt.Key(event.key()), self._layout
        if layout is None or self._cursor is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._arrow(layout, self._cursor, event.modifiers() & ~_M.KeypadModifier, *_ARROWS[key])
        elif key in _ENTER:
            self._enter(self._cursor)
        elif key == Qt.Key.Key_Escape and (self._ghost is not None or self._hold is not None):
            self._drop_hold()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._cursor.booking_id is not None:
            self.cancel_wanted.emit(self._cursor.booking_id)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.day_wanted.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_edge(layout, self._cursor, first=key == Qt.Key.Key_Home)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Letting Alt or Ctrl go puts the carried booking down."""
        if self._by_key and event.key() in (Qt.Key.Key_Alt, Qt.Key.Key_Control) and not event.isAutoRepeat():
            self._put_down()
        super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt+arrows and Del belong to the timeline while it has the keyboard, whatever shortcuts there are."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() in _ARROWS or event.key() == Qt.Key.Key_Delete
            if mine:
                event.accept()
                return True
        return super().event(event)

    def _arrow(self, layout: DayLayout, cursor: Cursor, held: Qt.KeyboardModifier, time: int, room: int) -> None:
        bar = layout.sheet.bar(cursor.booking_id)
        if held == _M.AltModifier and bar is not None:
            if bar.can_move:
                self._carry(drag.nudge(layout, self._ghost or _as_it_is(bar), time=time, room=room))
        elif held == _M.ControlModifier | _M.ShiftModifier and bar is not None:
            if bar.can_end and time:
                self._carry(drag.lengthen(layout, self._ghost or _as_it_is(bar), time))
        elif held == _M.ShiftModifier and time:
            self._set_cursor(drag.stretch(layout, cursor, time))
        elif not held and time:
            self._set_cursor(drag.step_time(layout, cursor, time))
        elif not held:
            self._set_cursor(drag.step_room(layout, cursor, room))

    def _carry(self, ghost: Ghost) -> None:
        self._by_key = True
        self._set_ghost(ghost)
        self._reveal(ghost.room_id, ghost.slot)

    def _put_down(self) -> None:
        ghost = self._ghost
        self._drop_hold()
        if ghost is not None:
            self._take(ghost)

    def _enter(self, cursor: Cursor) -> None:
        if self._by_key:
            self._put_down()
        elif cursor.booking_id is not None:
            self.booking_opened.emit(cursor.booking_id)
        else:
            self.slot_wanted.emit(cursor.room_id, cursor.slot)

    def _to_edge(self, layout: DayLayout, cursor: Cursor, *, first: bool) -> None:
        strip = layout.strip_of(cursor.room_id)
        if strip is not None:
            span = layout.sheet.span
            start = span.start if first else span.end - drag.USUAL
            self._set_cursor(Cursor(cursor.room_id, drag.room_for(layout, strip, start)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        self._begin_somewhere()
        self._update_cursor(self._cursor)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        self._end_keys()
        self._update_cursor(self._cursor)
        super().focusOutEvent(event)


def _as_it_is(bar: Bar) -> Ghost:
    return Ghost(Grip.MOVE, bar.room_id, bar.slot, bar.id)
