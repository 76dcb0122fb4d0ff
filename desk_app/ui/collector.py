"""Frees what Python no longer needs, on the window's thread alone.

Python collects on whichever thread happens to allocate. A widget freed by a reader's or a task's thread leaves its
timers ticking, for Qt can stop them only on the thread they belong to; the next tick then ends the program (seen with
PySide6 6.11 in `QTimerInfoList::activateTimers`).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Collector(QObject):
    """Made on the UI thread before any other thread starts; no garbage is collected until `start`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._due = QTimer(self)
        self._due.timeout.connect(self.collect)

    def start(self) -> None:
        """Collect from now on what is made from now on. What exists now stays as long as the program: a collection that
        walked it all would hold the screen for 60 ms."""
        gc.freeze()
        self._due.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the oldest generation that Python itself would have collected by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Leave it to Python again. The other threads must have ended."""
        self._due.stop()
        gc.enable()
