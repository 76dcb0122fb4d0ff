"""The dark line for whoever works on another page: what the reader just did, for ten seconds, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_app.domain.people import mask_name
from desk_app.ui.pages.visits.line import ResultLine
from desk_app.ui.pages.visits.state import Happened, Line, State
from desk_app.ui.theme import Look
from desk_app.ui.widgets import KeyCapButton

STANDS_MS = 10_000
"""Undo is offered at least this long (features.md 5)."""


class NewsLine(ResultLine):
    """Stands at the foot of the window, not there while there is no news.

    Names are always masked: another page may be open for somebody across the desk to see.
    """

    going_asked = Signal()
    """Take me to whoever this is about."""
    speaks = Signal(bool)
    """The line came up, and Ctrl+Z is now its own; or it went."""

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        self.go = KeyCapButton(key=key, tone="toast", shortcut=False)  # the key is the rail's
        super().__init__(look, parent)
        self.keep_place(False)
        self.go.clicked.connect(self.going_asked)
        self.add_button(self.go)
        # Taken from the keyboard only while the line is in sight: a hidden widget's shortcuts are asleep.
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._undo_by_key)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(STANDS_MS)
        self.rest.timeout.connect(self.fall_silent)
        self.hide()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        super().retranslate()
        #: 去登记页
        self.go.set_text(self.tr("Show"))

    def tell(self, state: State) -> None:
        """Say what the state's line says, and stay for ten seconds."""
        if state.line is None:
            return
        self.show_state(state)
        self.rest.start()
        self.speaks.emit(True)

    def fall_silent(self) -> None:
        """The news is old, or its page is in front again."""
        self.rest.stop()
        self._state = None
        if not self.isHidden():
            self.hide()
            self.speaks.emit(False)

    def show_state(self, state: State) -> None:
        """The same words with whom they are about; the keys of the check-in page are not offered here."""
        self._state, line = state, state.line
        self.setVisible(line is not None)
        if line is None:
            return
        self.mark.set_icon("triangle-alert" if line.wants_a_look else "check")
        text = " ".join(part for part in self._spoken(line) if part)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.hint.setText("")
        self.sign_out.hide()
        offered = line.happened is Happened.OFFER_SIGN_OUT
        undo = self._undo(state) if state.can_undo and not offered else ("",)
        self._ways = self._ways_of(undo, printing=False)
        self._share()

    def _spoken(self, line: Line) -> tuple[str, ...]:
        words, who = self._words(line, hide=True), mask_name(line.name)
        return self._at(line), "" if who in words.text else who, words.text

    def _undo_by_key(self) -> None:
        if not self.undo.isHidden():
            self.undo_asked.emit()
