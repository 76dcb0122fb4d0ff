"""Small inputs for the panels: one key per choice, and a number with minus and plus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desk_app.ui.pages.visits.drafts import PARTY_LIMIT
from desk_app.ui.widgets import KeyCapButton, Label


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and the single key that takes it."""

    key: str
    value: object


class ChoiceGrid(QWidget):
    """One of several, one key each; arrows walk, Enter goes on. The whole grid is one stop for Tab."""

    chosen = Signal(object)
    """Taken by key or click: the form goes on."""
    moved = Signal(object)
    """Chosen by arrow: stay here, more arrows may follow."""
    confirmed = Signal()

    def __init__(self, choices: Sequence[Choice], columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._at = 0
        self.buttons: list[KeyCapButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(5, 5, 5, 5)
        grid.setSpacing(8)
        for place, choice in enumerate(self._choices):
            button = KeyCapButton(key=choice.key, shortcut=False)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFocusProxy(self)
            inside = button.layout()
            if inside is not None:
                inside.setContentsMargins(10, 0, 8, 0)
            button.clicked.connect(lambda _checked=False, at=place: self._take(at))
            grid.addWidget(button, place // columns, place % columns)
            self.buttons.append(button)

    def set_words(self, words: Sequence[str], name: str) -> None:
        """Word the choices, and the whole for assistive technology."""
        for button, word in zip(self.buttons, words, strict=True):
            button.set_text(word)
        self.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Mark the value."""
        for place, (choice, button) in enumerate(zip(self._choices, self.buttons, strict=True)):
            button.setChecked(choice.value == value)
            if choice.value == value:
                self._at = place
                self.setAccessibleDescription(button.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        keys = [choice.key for choice in self._choices]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.text() and event.text() in keys:
            self._take(keys.index(event.text()))
        elif event.key() in steps:
            self._at = (self._at + steps[Qt.Key(event.key())]) % len(keys)
            self.show_value(self._choices[self._at].value)
            self.moved.emit(self._choices[self._at].value)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, place: int) -> None:
        self.show_value(self._choices[place].value)
        self.chosen.emit(self._choices[place].value)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The focus is shown round the whole grid: one stop for Tab, one frame."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 12, 12)


class FormEdit(QLineEdit):
    """Keeps Enter to itself. Qt's own lets it travel on to the page, where it would dismiss the person whom this
    very key has just checked in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Stepper(QWidget):
    """A head-count: minus, a number that can be typed, plus. Up and Down count too."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label()
        self.less = KeyCapButton("−")
        self.edit = FormEdit()
        self.edit.setValidator(QIntValidator(0, PARTY_LIMIT, self.edit))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setPlaceholderText("0")
        self.edit.setMaximumWidth(72)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(lambda text: self.changed.emit(int(text or "0")))
        self.more = KeyCapButton("+")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        for part in (self.less, self.edit, self.more):
            row.addWidget(part)
        for button, step in ((self.less, -1), (self.more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("square", "true")
            button.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            button.clicked.connect(lambda _checked=False, by=step: self._step(by))
        # The number is the one stop for Tab and comes first, or Shift+Tab would fall from minus back into it.
        QWidget.setTabOrder(self.edit, self.less)
        QWidget.setTabOrder(self.less, self.more)
        self.less.setFocusProxy(self.edit)
        self.more.setFocusProxy(self.edit)

    @property
    def heads(self) -> int:
        """The number shown."""
        return int(self.edit.text() or "0")

    def stand_close(self, close: bool) -> None:
        """As narrow as three digits allow, so that two of them stand side by side in large text."""
        self._row.setSpacing(2 if close else 6)
        self.edit.setMaximumWidth(64 if close else 72)

    def set_title(self, text: str, less: str, more: str) -> None:
        """Word the row and its buttons."""
        self.title.setText(text)
        self.edit.setAccessibleName(text)
        self.less.setAccessibleName(less)
        self.more.setAccessibleName(more)

    def show_heads(self, heads: int) -> None:
        """Show a number without disturbing one that is being typed."""
        if heads != self.heads:
            self.edit.setText(str(heads) if heads else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        heads = max(0, min(self.heads + by, PARTY_LIMIT))
        self.show_heads(heads)
        self.changed.emit(heads)
