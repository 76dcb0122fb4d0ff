"""The white card on warm grey that holds one thing, with an optional heading."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.widgets.text import Label


class Card(QFrame):
    """A frame with 16 px inside. `body` is its vertical layout; `heading` and `aside` share the first line."""

    def __init__(self, parent: QWidget | None = None, *, headed: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 16)
        self.body.setSpacing(10)
        self.heading = Label(role="section")
        self.aside = Label(role="secondary", elide=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        if headed:
            self.head.addWidget(self.heading)
            self.head.addWidget(self.aside, 1)
            self.body.addLayout(self.head)
        else:
            self.heading.setParent(self)
            self.aside.setParent(self)
            self.heading.hide()
            self.aside.hide()


class Line(QFrame):
    """A thin horizontal rule in the colour of borders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
