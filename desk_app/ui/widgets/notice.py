"""The one line under the top bar that says what has stopped working and what to do; not there while all is well."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.ui.messages import StateWords, Tone
from desk_app.ui.widgets.icons import IconLabel
from desk_app.ui.widgets.styling import set_tone
from desk_app.ui.widgets.text import Label


class NoticeLine(QFrame):
    """Shows the first state that needs somebody. It takes its own line, so it covers nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "panel")
        self.icon_label = IconLabel("triangle-alert", 18)
        self.label = Label(elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 6)
        row.setSpacing(10)
        row.addWidget(self.icon_label)
        row.addWidget(self.label, 1)
        self.hide()

    def show_worst(self, states: Iterable[StateWords]) -> None:
        """Show the first state with its remedy that is not plainly well, or nothing."""
        shown = next((words for words in states if words.tone in (Tone.BAD, Tone.WARN)), None)
        self.label.setText(f"{shown.text}  ·  {shown.remedy}" if shown else "")
        self.setVisible(shown is not None)
        for part in (self, self.label, self.icon_label):
            set_tone(part, shown.tone if shown else Tone.BAD)
