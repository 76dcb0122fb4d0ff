"""Editors of one value each, all alike to the form that holds them: `value`, `set_value`, `edited`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QSpinBox, QTimeEdit, QWidget


class TextEditor(QLineEdit):
    """One line of text."""

    edited = Signal(object)

    def __init__(self, limit: int = 60, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(limit)
        self.textEdited.connect(self._say)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Show a value that was not typed here; the cursor stays when it already stands there."""
        if str(value) != self.value():
            self.setText(str(value))

    def _say(self) -> None:
        self.edited.emit(self.value())


class NumberEditor(QSpinBox):
    """A whole number between two limits."""

    edited = Signal(object)

    def __init__(self, lowest: int, highest: int, step: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.valueChanged.connect(self._say)

    def set_value(self, value: object) -> None:
        if isinstance(value, int) and value != self.value():
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name; scrolling a page must change nothing)
        event.ignore()

    def _say(self) -> None:
        self.edited.emit(self.value())


class ClockEditor(QTimeEdit):
    """A time of day, as `HH:MM` text."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.timeChanged.connect(self._say)

    def value(self) -> str:
        return self.time().toString("HH:mm")

    def set_value(self, value: object) -> None:
        time = QTime.fromString(str(value), "HH:mm")
        if time.isValid() and time != self.time():
            self.blockSignals(True)
            self.setTime(time)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name; scrolling a page must change nothing)
        event.ignore()

    def _say(self) -> None:
        self.edited.emit(self.value())


class DateEditor(QDateEdit):
    """A calendar day, with a calendar to click on."""

    edited = Signal(object)
    """date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.dateChanged.connect(self._say)

    def value(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, value: object) -> None:
        if isinstance(value, date) and value != self.value():
            self.blockSignals(True)
            self.setDate(QDate(value.year, value.month, value.day))
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name; scrolling a page must change nothing)
        event.ignore()

    def _say(self) -> None:
        self.edited.emit(self.value())


class TickEditor(QCheckBox):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self._say)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(False)

    def _say(self) -> None:
        self.edited.emit(self.value())


class ChoiceEditor(QComboBox):
    """One of a list; the value is what stands behind the words."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activated.connect(self._say)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the list by (value, words), keeping the choice."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.blockSignals(False)
        self.set_value(kept)

    def value(self) -> str:
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: object) -> None:
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(str(value)))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name; scrolling a page must change nothing)
        event.ignore()

    def _say(self) -> None:
        self.edited.emit(self.value())


Editor = TextEditor | NumberEditor | ClockEditor | DateEditor | TickEditor | ChoiceEditor
