"""A morning of 1 000 taps on the real window: how long the screen was ever busy, and whether memory stays flat.

    python -m benchmarks.morning [--taps N]

A simulator process lays 1 000 different people's cards on the reader, a simulated printer prints their slips, people
leave again. A timer that should fire every 2 ms notices when the window's thread does not come round.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.app.desk import open_desk
from desk_app.app.simulators import Simulator
from desk_app.app.window import application, open_window
from desk_app.core import config as desk_toml
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings
from desk_app.core.paths import DataFolder
from desk_app.devices.api import LinkState
from desk_app.devices.readers.sdt_json import card_json
from desk_app.devices.simulators.people import crowd
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.visits.page import VisitsPage

BUDGET_MS = 50
_INSIDE = 60
"""People in the house at a time."""
_TICK_MS = 2
_WARM = 100
"""Taps before memory is called settled: fonts, caches and statement plans have been filled by then."""


class Watchdog(QObject):
    """Counts how late the event loop comes round."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.worked: list[float] = []
        """Processor time of this thread in each gap: what is ours, where the gap also holds other processes' turns."""
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.worked.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()


def megabytes() -> float:
    """Resident memory of this process."""
    if sys.platform != "linux":
        return 0.0
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--taps", type=int, default=1_000)
    options = parser.parse_args()
    gc.disable()  # as `desk-app` does until the window stands
    with ExitStack() as open_things:
        home = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="desk-bench-")))
        reader = open_things.enter_context(Simulator("reader", "--port", "tcp://127.0.0.1:0"))
        printer = open_things.enter_context(
            Simulator("printer", "--port", "tcp://127.0.0.1:0", "--out", str(home / "slips"))
        )
        folder = DataFolder(home / "hub")
        config = Config(
            hub=HubProfile(capacity=0),
            reader=ReaderSettings("sdt", reader.port),
            printer=PrinterSettings("generic-80", printer.port),
        )
        desk_toml.save(folder.settings, config)
        here = open_things.enter_context(open_desk(folder, writer=True, os_key_store=False))
        window = open_things.enter_context(open_window(here, application()))
        window.show()
        _until(lambda: window.context.bridge.link is LinkState.READY)
        _play(window, reader, options.taps)


def _play(window: MainWindow, reader: Simulator, taps: int) -> None:
    page = window.page
    assert isinstance(page, VisitsPage)
    watchdog = Watchdog()
    settled = megabytes()
    began = time.monotonic()
    for number, card in enumerate(crowd(taps)):
        before = page.model.state.shown
        reader.do("present", card=card_json(card, reveal=True))
        _until(lambda before=before: page.model.state.shown is not before and page.model.state.shown is not None)
        reader.do("lift")
        presences = page.model.state.presences
        if len(presences) > _INSIDE:
            page.model.sign_out(presences[-1])
        if number == _WARM:
            settled = megabytes()
    watchdog.stop()
    _print(watchdog, taps, time.monotonic() - began, settled)


def _until(truth: object) -> None:
    deadline = time.monotonic() + 20
    while callable(truth) and not truth():
        if time.monotonic() > deadline:
            raise SystemExit("the desk or its reader did not come to rest")
        QApplication.processEvents()
        time.sleep(0.0005)


def _print(watchdog: Watchdog, taps: int, seconds: float, settled: float) -> None:
    gaps = sorted(watchdog.gaps)
    over = sum(gap > BUDGET_MS for gap in gaps)
    print(
        f"{taps} taps in {seconds:.0f} s: the window's thread was away at most {gaps[-1]:.0f} ms, "
        f"p99.9 {gaps[int(len(gaps) * 0.999)]:.0f} ms, over {BUDGET_MS} ms {over} times"
    )
    print(f"of that its own work at most {max(watchdog.worked):.0f} ms; the rest is waiting for the processor")
    now = megabytes()
    print(f"resident memory: {settled:.0f} MB after {_WARM} taps, {now:.0f} MB after {taps}, ratio {now / settled:.2f}")


if __name__ == "__main__":
    main()
