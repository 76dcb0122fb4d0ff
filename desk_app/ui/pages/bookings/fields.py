"""What the panels are made of: rooms and times, purposes, a pair of fields in one line, buttons that wrap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.rooms import ROOM_PURPOSES, Room, RoomPurpose, room_purpose
from desk_app.domain.bookings.slots import Slot
from desk_app.ui import messages
from desk_app.ui.pages.bookings import words
from desk_app.ui.pages.bookings.month_picker import DayButton
from desk_app.ui.pages.bookings.state import Trouble
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Field, Label
from desk_app.ui.widgets.editors import ChoiceEditor, ClockEditor


def say_trouble(trouble: Trouble) -> str:
    """A refusal or trouble as a sentence."""
    return messages.trouble(trouble) if isinstance(trouble, EnvironmentTrouble) else messages.refusal(trouble)


def slim(widget: QWidget, least: int = 56) -> None:
    """Let a field be as narrow as the panel needs; it asks for the width of its longest choice otherwise."""
    widget.setMinimumWidth(least)
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())


def beside(
    parts: Sequence[QWidget], stretches: Sequence[int] = (), spacing: int = 8, *, narrow: bool = True
) -> QHBoxLayout:
    """Parts in one line, with `narrow` each as narrow as its share."""
    for part in parts:
        if narrow and isinstance(part, Field):
            slim(part.editor)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for number, part in enumerate(parts):
        row.addWidget(part, stretches[number] if stretches else 0)
    return row


class FormEdit(QLineEdit):
    """Keeps Enter to itself: Qt's own lets it travel on to the page after the field has acted on it."""

    moved = Signal(int)
    """Up or Down: through what was found under the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PurposeEditor(ChoiceEditor):
    """One of the six uses and nine kinds; those a room is not for are left out."""

    purpose_chosen = Signal(object)
    """RoomPurpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._allowed: tuple[RoomPurpose, ...] = ()
        self.edited.connect(lambda code: self.purpose_chosen.emit(room_purpose(str(code))))

    def show_purpose(self, purpose: RoomPurpose, room: Room | None) -> None:
        """The purpose, among those of the room."""
        allowed = tuple(one for one in ROOM_PURPOSES if room is None or not room.purposes or one in room.purposes)
        if purpose not in allowed:
            allowed = (*allowed, purpose)
        if allowed != self._allowed:
            self._allowed = allowed
            self.retranslate()
        self.set_value(purpose.value)

    def retranslate(self) -> None:
        self.offer([(purpose.value, words.purpose(purpose)) for purpose in self._allowed])


class WhenEditor(QWidget):
    """Room, day, from and to."""

    edited = Signal()
    """Something was changed: ask `slot` and `room_id`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = ChoiceEditor()
        self.day = DayButton(look)
        self.start, self.end = ClockEditor(), ClockEditor()
        self.room_field, self.day_field = Field(self.room), Field(self.day)
        self.start_field, self.end_field = Field(self.start), Field(self.end)
        for clock in (self.start, self.end):
            clock.setButtonSymbols(ClockEditor.ButtonSymbols.NoButtons)
            clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
            clock.edited.connect(self._say)
        self.room.edited.connect(self._say)
        self.day.chosen.connect(self._take_day)
        self.said = Label(role="refusal", wrap=True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        slim(self.room)
        self.day.setProperty("role", "field")
        column.addWidget(self.room_field)
        column.addLayout(beside((self.day_field, self.start_field, self.end_field), (3, 2, 2), 6))
        column.addWidget(self.said)
        self._rooms: tuple[Room, ...] = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 场地
        self.room_field.set_title(self.tr("Room"))
        #: 日期
        self.day_field.set_title(self.tr("Day"))
        #: 从
        self.start_field.set_title(self.tr("From"))
        #: 到
        self.end_field.set_title(self.tr("To"))

    def know_rooms(self, rooms: tuple[Room, ...]) -> None:
        """The rooms to choose from."""
        if rooms != self._rooms:
            self._rooms = rooms
            self.room.offer([(str(room.id), _named(room)) for room in rooms])

    def show_place(self, room_id: UUID | None, slot: Slot | None, today: date) -> None:
        """Where and when it is now."""
        self.room.set_value(str(room_id))
        if slot is not None:
            self.day.show_day(slot.day, today, words.short_day(slot.day))
            for clock, value in ((self.start, slot.start), (self.end, slot.end)):
                clock.set_value(f"{value:%H:%M}")

    def refuse(self, sentence: str) -> None:
        """Say beside the times why they cannot be; "" takes it back."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _take_day(self, day: date) -> None:
        self.day.show_day(day, day, words.short_day(day))
        self._say()

    def _say(self) -> None:
        if self.room.value():
            self.edited.emit()

    @property
    def room_id(self) -> UUID:
        """The room chosen; ValueError while there is none."""
        return UUID(self.room.value())

    def slot(self) -> Slot:
        """From and to on the day; DeskError("booking.end_not_after_start", field="end")."""
        start, end = (time.fromisoformat(clock.value()) for clock in (self.start, self.end))
        return Slot(datetime.combine(self.day.day, start), datetime.combine(self.day.day, end))


def _named(room: Room) -> str:
    about = words.about_room(room)
    return f"{room.name} · {about}" if about else room.name


def field_of(trouble: Trouble | None) -> str:
    """Which field a refusal belongs to; "" for none."""
    return (trouble.field or "") if isinstance(trouble, DeskError) else ""
