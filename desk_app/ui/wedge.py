"""The key filter that hears keyboard-wedge scanners: a scanner's keys become one scanned code, a person's pass."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.core.clock import Clock
from desk_app.devices.api import CodeScanned
from desk_app.devices.scanner import Verdict, WedgeDetector
from desk_app.ui.bridge import Bridge

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key that waits for the verdict, and the widget it was meant for."""

    target: QWidget
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class WedgeFilter(QObject):
    """Installed on the application. Keys with text wait a moment (60 to 100 ms) until the pace shows who types.

    Shortcuts of plain keys (1 to 9, +) wait as well: a scanned slip must not change a purpose. They are found by
    hand afterwards, because Qt offers no way to play a key back through its own shortcut map.
    """

    def __init__(self, app: QApplication, clock: Clock, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._bridge = bridge
        self._detector = WedgeDetector()
        self._held: deque[HeldKey] = deque()
        self._playing_back = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._time_passed)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if self._playing_back or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._character(event):
                event.accept()  # hand it over as a key press instead of firing a shortcut now
                return True
            return False
        return event.type() is QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, target: QWidget, event: QKeyEvent) -> bool:
        character = self._character(event)
        if not character:
            if self._held and event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
                self._settle(self._detector.passed(self._clock.monotonic() + 60))  # keep the order of keys
            return False
        self._held.append(HeldKey(target, event.key(), event.modifiers(), event.text() or character))
        self._settle(self._detector.key(character, self._clock.monotonic()))
        return True

    def _character(self, event: QKeyEvent) -> str:
        """What the detector should hear; "" for keys that pass at once."""
        if event.modifiers() & _COMMANDS or event.isAutoRepeat():
            return ""
        ending = _ENDS.get(Qt.Key(event.key())) if event.key() in set(_ENDS) else None
        if ending is not None:
            return ending if self._held else ""
        text = event.text()
        return text if len(text) == 1 and text.isprintable() else ""

    def _time_passed(self) -> None:
        self._settle(self._detector.passed(self._clock.monotonic()))

    def _settle(self, verdict: Verdict) -> None:
        if verdict.scanned:
            for _ in verdict.scanned:
                self._held.popleft()
            if self._held and self._held[0].key in set(_ENDS):
                self._held.popleft()
            self._bridge.reader_event(CodeScanned(verdict.scanned))
        for _ in verdict.typed:
            self._play_back(self._held.popleft())
        wake_at = self._detector.wake_at
        if wake_at is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round((wake_at - self._clock.monotonic()) * 1000)))

    def _play_back(self, held: HeldKey) -> None:
        target = QApplication.focusWidget() or held.target
        if not shiboken6.isValid(target):
            return
        self._playing_back = True
        try:
            override = QKeyEvent(QEvent.Type.ShortcutOverride, held.key, held.modifiers, held.text)
            override.ignore()
            QCoreApplication.sendEvent(target, override)
            if override.isAccepted() or not _fire_shortcut(target.window(), held):
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(target, QKeyEvent(kind, held.key, held.modifiers, held.text))
        finally:
            self._playing_back = False


def _fire_shortcut(window: QWidget, held: HeldKey) -> bool:
    """Do what a plain-key shortcut of the window would have done; False where there is none."""
    wanted = {QKeySequence(held.key), QKeySequence(held.text)}
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if shortcut.isEnabled() and shortcut.key() in wanted and isinstance(owner, QWidget) and _at_hand(owner):
            shortcut.activated.emit()
            return True
    return False


def _at_hand(owner: QWidget) -> bool:
    return owner.isVisible() and owner.isEnabled()
