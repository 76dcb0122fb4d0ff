"""Events of device threads arrive as signals on the UI thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import CodeScanned, LinkChanged, LinkState, PrinterChanged, PrinterState
from desk_app.ui.bridge import Bridge


class Listener(QObject):
    """Remembers what it heard and where."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[threading.Thread] = []

    def hear(self, event: object) -> None:
        self.heard.append(event)
        self.threads.append(threading.current_thread())


@dataclass
class DeviceThread:
    """A device's thread that reports a few events and ends."""

    bridge: Bridge
    events: list[object] = field(default_factory=list)

    def run(self) -> None:
        self.bridge.reader_event(LinkChanged(LinkState.READY))
        self.bridge.reader_event(CodeScanned("V000000000000000"))
        self.bridge.printer_event(PrinterChanged(PrinterState.PAPER_OUT))


def test_events_of_a_device_thread_are_heard_on_the_ui_thread(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    for signal in (bridge.reader_state, bridge.card_event, bridge.printer_changed):
        signal.connect(listener.hear)
    thread = threading.Thread(target=DeviceThread(bridge).run)
    thread.start()
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    thread.join()
    assert set(listener.threads) == {threading.main_thread()}
    assert bridge.link is LinkState.READY
    assert bridge.printer is PrinterState.PAPER_OUT


def test_a_full_disk_is_over_once_something_was_stored_again(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.store_changed.connect(listener.hear)
    full = EnvironmentTrouble("store.disk_full")
    bridge.store_trouble(full)
    assert bridge.store is full
    bridge.changed("visits")
    assert listener.heard == [full, None]


def test_a_damaged_file_stays_damaged(qtbot: QtBot) -> None:
    bridge = Bridge()
    bridge.store_trouble(EnvironmentTrouble("store.damaged"))
    bridge.changed("visits")
    assert bridge.store is not None
