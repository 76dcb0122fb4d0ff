"""The screen beside a room's door: whose it is now, what comes next, in type that is read across the corridor.

It only reads. Esc or Ctrl+Q closes it; a click changes nothing.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desk_app.core.clock import Clock
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.slots import wall_clock
from desk_app.domain.slips import HOTLINE
from desk_app.services.desk import Desk
from desk_app.ui import messages
from desk_app.ui.bridge import Bridge
from desk_app.ui.context import SettingsBook
from desk_app.ui.door_view import DoorState, DoorUse, DoorView, day_of, door_view
from desk_app.ui.theme import Look, Theme

_LOOK_AGAIN_MS = 1000
_READ_ANEW_SECONDS = 10
"""Another process may have booked: the file is asked this often; the clock on the screen needs no file."""

_COLOURS: dict[DoorState, tuple[str, str]] = {
    DoorState.FREE: ("ok", "ok_soft"),
    DoorState.IN_USE: ("bad", "bad_soft"),
    DoorState.EXPECTED: ("warn", "warn_soft"),
    DoorState.TIDYING: ("warn", "warn_soft"),
    DoorState.CLOSED: ("ink_2", "canvas"),
}


class DoorContext(Protocol):
    """What a door screen needs of the desk; the window's Context has it, and a PC at the door has no more."""

    @property
    def desk(self) -> Desk: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def bridge(self) -> Bridge: ...
    @property
    def look(self) -> Look: ...
    @property
    def settings(self) -> SettingsBook: ...


class DoorScreen(QWidget):
    """Painted, so that every size follows the screen it hangs on, upright or wide. UI thread."""

    def __init__(self, context: DoorContext, room_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._context, self._room_id = context, room_id
        self._read_at = -float(_READ_ANEW_SECONDS)
        self._theme: Theme = context.look.theme
        self.view: DoorView | None = None
        self.trouble = ""
        self.words: list[str] = []
        """What the last painting wrote, for eyes that cannot see it and for tests."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for key in ("Esc", "Ctrl+Q"):
            QShortcut(QKeySequence(key), self).activated.connect(self.close)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        context.bridge.data_changed.connect(self._data_changed)
        context.look.changed.connect(self._restyle)
        self.look()

    def look(self) -> None:
        """Show the moment; read the file anew every few seconds."""
        due = self._context.clock.monotonic() - self._read_at >= _READ_ANEW_SECONDS
        now = wall_clock(self._context.clock.now())
        if due or self.view is None or self.view.now.minute != now.minute:
            self._read()

    def _data_changed(self, nouns: frozenset[str]) -> None:
        if nouns & {"bookings", "rooms"}:
            self._read()

    def _restyle(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _read(self) -> None:
        self._read_at = self._context.clock.monotonic()
        desk, now = self._context.desk, wall_clock(self._context.clock.now())
        try:
            plan = desk.rooms.plan()
            room = plan.room(self._room_id)
            shared = plan.touching(room.id)
            day = day_of(now)
            closures = [each for each in desk.rooms.closures(day) if each.concerns(shared)]
            view = door_view(room, desk.bookings.between(day, shared), closures, desk.rooms.calendar(), now)
        except (DeskError, EnvironmentTrouble) as error:
            self.trouble = messages.say_code(error.code, **error.params)
        else:
            self.trouble, self.view = "", view
            self.setWindowTitle(view.room)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        if event.type() is QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    # ---- words ----

    def state_words(self, state: DoorState) -> str:
        """The one word that is read from afar."""
        return {
            DoorState.FREE: self.tr("Free"),
            DoorState.IN_USE: self.tr("In use"),
            DoorState.EXPECTED: self.tr("Booked"),
            DoorState.TIDYING: self.tr("Being set up"),
            DoorState.CLOSED: self.tr("Closed"),
        }[state]

    def _beside_state(self, view: DoorView) -> str:
        """Until when, in one line."""
        if view.current is not None:
            return times(view.current)
        if view.until is None:
            return self.tr("for the rest of the day")
        return self.tr("until {time}").format(time=f"{view.until:%H:%M}")

    def _main_words(self, view: DoorView) -> tuple[str, str]:
        """The large line and the one beneath it."""
        if view.current is not None:
            title = self.tr("{title} (provisional)") if view.current.provisional else "{title}"
            waiting = self.tr("waiting for the group to check in") if view.state is DoorState.EXPECTED else ""
            return title.format(title=view.current.title), " · ".join(
                part for part in (view.current.who, waiting) if part
            )
        if view.state is DoorState.CLOSED:
            return view.why or self.tr("Not open now"), ""
        if view.state is DoorState.TIDYING:
            return self.tr("Ready in a moment"), ""
        return self.tr("To use it, ask at the front desk"), ""

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        self.words = []
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        if self.view is not None:
            self._paint(painter, self.view)
        if self.trouble or self.view is None:
            area = QRectF(0, self.height() * 0.45, self.width(), self.height() * 0.1)
            painter.fillRect(area, self._theme.colour("bad_soft"))
            self._write(painter, area, self.trouble, self._unit * 3, "bad", centred=True)
        painter.end()
        self.setAccessibleName("  ".join(self.words))

    @property
    def _unit(self) -> float:
        """A hundredth of the screen's shorter measure, so that type grows with it."""
        return min(self.height(), self.width() * 0.7) / 100

    def _paint(self, painter: QPainter, view: DoorView) -> None:
        unit, width, height = self._unit, float(self.width()), float(self.height())
        edge = unit * 5
        head = QRectF(0, 0, width, unit * 20)
        foot = QRectF(0, height - unit * 8, width, unit * 8)
        listed = unit * (9 + 10 * max(1, len(view.coming)))
        middle = QRectF(0, head.bottom(), width, height - head.height() - foot.height() - listed)
        self._paint_head(painter, head.adjusted(edge, 0, -edge, 0), view)
        strong, soft = _COLOURS[view.state]
        painter.fillRect(middle, self._theme.colour(soft))
        painter.fillRect(QRectF(0, middle.top(), unit * 2.4, middle.height()), self._theme.colour(strong))
        self._paint_now(painter, middle.adjusted(edge + unit * 1.5, unit * 3, -edge, -unit * 2), view, strong)
        below = QRectF(edge, middle.bottom() + unit * 2, width - 2 * edge, listed - unit * 2)
        self._paint_coming(painter, below, view)
        painter.fillRect(foot, self._theme.colour("canvas"))
        inside = foot.adjusted(edge, 0, -edge, 0)
        hub = self._context.settings.config.hub.formal_name
        self._write(painter, inside, hub, unit * 3, "ink_2")
        self._write(painter, inside, self.tr("Hotline {number}").format(number=HOTLINE), unit * 3, "ink_2", right=True)

    def _paint_head(self, painter: QPainter, area: QRectF, view: DoorView) -> None:
        unit = self._unit
        clock = f"{view.now:%H:%M}"
        clock_width = QFontMetricsF(self._font(unit * 11, bold=True)).horizontalAdvance("00:00") + unit * 2
        right = QRectF(area.right() - clock_width * 1.6, area.top() + unit * 1.5, clock_width * 1.6, unit * 12)
        self._write(painter, right, clock, unit * 10, "ink", bold=True, right=True)
        day = QLocale().toString(QDate(view.now.year, view.now.month, view.now.day), self.tr("ddd d MMM"))
        self._write(
            painter, right.translated(0, unit * 11).adjusted(0, 0, 0, -unit * 6), day, unit * 3.6, "ink_2", right=True
        )
        left = QRectF(area.left(), area.top() + unit * 1.5, area.width() - right.width(), unit * 12)
        self._write(painter, left, view.room, unit * 10, "ink", bold=True)
        self._write(
            painter, left.translated(0, unit * 11).adjusted(0, 0, 0, -unit * 6), view.floor, unit * 3.6, "ink_2"
        )

    def _paint_now(self, painter: QPainter, area: QRectF, view: DoorView, strong: str) -> None:
        """The state, until when, and what goes on: three lines in the middle of their area, as large as it allows."""
        large, small = self._main_words(view)
        size = min(self._unit * 16, area.height() / 3.2)
        heights = (size * 1.3, size * 1.0 if large else 0, size * 0.62 if small else 0)
        top = area.top() + max(0.0, (area.height() - sum(heights)) / 2)
        state = self.state_words(view.state)
        line = QRectF(area.left(), top, area.width(), heights[0])
        self._write(painter, line, state, size, strong, bold=True)
        beside = QFontMetricsF(self._font(size, bold=True)).horizontalAdvance(state) + self._unit * 4
        until = line.adjusted(beside, size * 0.3, 0, 0)
        self._write(painter, until, self._beside_state(view), size * 0.5, "ink", bold=True)
        line = QRectF(area.left(), line.bottom(), area.width(), heights[1])
        self._write(painter, line, large, size * 0.72, "ink", bold=True)
        line = QRectF(area.left(), line.bottom(), area.width(), heights[2])
        self._write(painter, line, small, size * 0.4, "ink_2")

    def _paint_coming(self, painter: QPainter, area: QRectF, view: DoorView) -> None:
        unit = self._unit
        heading = QRectF(area.left(), area.top(), area.width(), unit * 5)
        self._write(painter, heading, self.tr("Next today"), unit * 3.6, "ink_2")
        row = QRectF(area.left(), heading.bottom() + unit, area.width(), unit * 9)
        if not view.coming:
            self._write(painter, row, self.tr("Nothing more today"), unit * 5, "ink_2")
        for use in view.coming:
            hours = times(use)
            size = unit * 5.6
            self._write(painter, row, hours, size, "ink", bold=True)
            left = QFontMetricsF(self._font(size, bold=True)).horizontalAdvance("00:00–00:00") + unit * 4
            words = " · ".join(part for part in (use.title, use.who) if part)
            self._write(painter, row.adjusted(left, 0, 0, 0), words, size, "ink")
            row.translate(0, unit * 10)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(8, int(size)))
        font.setBold(bold)
        return font

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        size: float,
        token: str,
        *,
        bold: bool = False,
        right: bool = False,
        centred: bool = False,
    ) -> None:
        """One line, made smaller down to two thirds and then shortened where the room is short."""
        if not text or area.width() <= 0:
            return
        self._context.look.cover(text)
        font = self._font(size, bold=bold)
        wanted = QFontMetricsF(font).horizontalAdvance(text)
        if wanted > area.width():
            font = self._font(size * max(2 / 3, area.width() / wanted), bold=bold)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour(token)))
        across = (
            Qt.AlignmentFlag.AlignHCenter
            if centred
            else Qt.AlignmentFlag.AlignRight
            if right
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(area, int((across | Qt.AlignmentFlag.AlignVCenter).value), shown)
        self.words.append(text)


def times(use: DoorUse) -> str:
    """9:30–10:20; the end of the day is 24:00."""
    end = use.slot.end
    last = "24:00" if end.hour == end.minute == 0 and use.slot.last_day == use.slot.day else f"{end:%H:%M}"
    return f"{use.slot.start:%H:%M}–{last}"


def open_door(context: DoorContext, room_id: UUID) -> DoorScreen:
    """Put a room's door screen on the whole screen and return it; it deletes itself when closed."""
    screen = DoorScreen(context, room_id)
    screen.showFullScreen()
    return screen
