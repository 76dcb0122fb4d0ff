"""Notices when nobody has touched the desk for a while, so that names do not stand open on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Watches the whole application. A card tap does not count: visitors tap while the receptionist is away."""

    idle = Signal(bool)
    """True when the time has passed, False at the next touch."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fall_idle)
        app.installEventFilter(self)

    def set_seconds(self, seconds: int) -> None:
        """Fall idle after so many seconds; 0 never."""
        self._timer.setInterval(seconds * 1000)
        if seconds > 0:
            self._timer.start()
        else:
            self._timer.stop()
            self._wake()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        del watched
        if event.type() in _TOUCHED:
            self._wake()
            if self._timer.interval() > 0:
                self._timer.start()
        return False

    def _fall_idle(self) -> None:
        self._idle = True
        self.idle.emit(True)

    def _wake(self) -> None:
        if self._idle:
            self._idle = False
            self.idle.emit(False)
