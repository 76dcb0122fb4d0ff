"""Short lists without columns: a line of words and one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.ui import messages
from desk_app.ui.widgets import Field, Label

_Item = TypeVar("_Item")


class WordLine(QWidget):
    """[when] [what …] [do]."""

    def __init__(
        self, first: str, second: str, action: str, act: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.first, self.second = Label(first, "strong", elide=not second), Label(second, "secondary", elide=True)
        self.button = QPushButton(action)
        self.button.setProperty("tone", "quiet")
        self.button.clicked.connect(act)
        self.button.setAccessibleName(f"{action} {first}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.first, 0 if second else 1)
        row.addWidget(self.second, 1)
        row.addWidget(self.button)
        self.second.setVisible(bool(second))


class Lines(QWidget, Generic[_Item]):
    """One line per item, made anew only when the items change; hidden while there are none."""

    def __init__(self, make: Callable[[_Item], WordLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._items: Sequence[_Item] = ()
        self.lines: list[WordLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def forget(self) -> None:
        """The words changed: make every line anew at the next look."""
        self._items = ()
        self._drop()

    def show_items(self, items: Sequence[_Item]) -> None:
        if tuple(items) == tuple(self._items):
            return
        self._drop()
        self._items = tuple(items)
        for item in items:
            line = self._make(item)
            self.lines.append(line)
            self._column.addWidget(line)
        self.setVisible(bool(self.lines))

    def _drop(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        self.hide()


def show_refusal(field: Field, refusal: DeskError | None) -> None:
    """Put a refusal beside its field, or take it away."""
    if refusal is None:
        field.accept()
    else:
        field.refuse(messages.refusal(refusal))


def bare(editor: QWidget) -> Field:
    """A field in a row of fields: the row says what it is, so it has no title of its own."""
    field = Field(editor)
    field.title.hide()
    return field
