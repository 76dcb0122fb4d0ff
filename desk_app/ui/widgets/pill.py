"""The state pill: a coloured dot, two or three words, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolTip, QWidget

from desk_app.ui.messages import StateWords
from desk_app.ui.widgets.buttons import FramedButton
from desk_app.ui.widgets.styling import set_tone
from desk_app.ui.widgets.text import Label


class Pill(FramedButton):
    """Reachable by keyboard; pressing it says what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pill")
        self.dot = QFrame()
        self.dot.setProperty("role", "dot")
        self.label = Label(role="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 14, 2)
        row.setSpacing(7)
        row.addWidget(self.dot)
        row.addWidget(self.label)
        for part in (self.dot, self.label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._say_remedy)

    def show_state(self, words: StateWords) -> None:
        """Show a state; the tooltip and the accessible description carry the remedy."""
        set_tone(self.dot, words.tone)
        self.label.setText(words.text)
        self.setText(words.text)
        self.setToolTip(words.remedy)
        self.setAccessibleDescription(words.remedy)

    def _say_remedy(self) -> None:
        if self.toolTip():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)
