"""A card on the reader to the person stored and painted, against the time the bytes need on the wire at 115200 baud.

    python -m benchmarks.tap_to_paint [--city FOLDER] [--taps N]

Real window, real threads, a simulator process on a pseudo-terminal paced to line speed, 200 000 people and 1 000 000
visits in the store. "wire" is the time of the bytes exchanged for the tap, from the find that hits to the last byte of
the card; "painted" ends when the window has drawn the person and the list. Both clocks are the system's monotonic one.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks import city
from desk_app.app.desk import open_desk
from desk_app.app.simulators import Simulator
from desk_app.app.window import application, open_window
from desk_app.core import config as desk_toml
from desk_app.core.config import Config, ReaderSettings
from desk_app.core.paths import DataFolder
from desk_app.devices.api import LinkState
from desk_app.domain.identity import sex_in
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.state import ReaderFace, State

BAUD = 115_200
BITS_PER_BYTE = 10
BUDGET = 1.15
OWN_BUDGET_MS = 30


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap: seconds the bytes need, seconds from the find that hit to the painted screen."""

    wire: float
    painted: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--city", type=Path, help="data folder made by benchmarks.city; made anew without it")
    parser.add_argument("--taps", type=int, default=60)
    options = parser.parse_args()
    gc.disable()  # as `desk-app` does until the window stands
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(options.city or Path(scratch) / "city")
        if not folder.database.exists():
            city.build(folder)
        with Simulator("reader", "--port", "pty", "--baud", str(BAUD)) as reader:
            desk_toml.save(folder.settings, Config(reader=ReaderSettings("sdt", reader.port)))
            with open_desk(folder, writer=True, os_key_store=False) as here, open_window(here, application()) as window:
                window.show()
                _until(lambda: window.context.bridge.link is LinkState.READY)
                taps = [_tap(window, reader, 3 * number + 1) for number in range(options.taps)]
            folder.settings.unlink()
    _print(taps[3:])  # the first taps warm the caches of a desk that was opened this second


def _tap(window: MainWindow, reader: Simulator, key: int) -> Tap:
    page = window.page
    assert isinstance(page, VisitsPage)
    number, born = city.number_of(key)
    card = {"doc": "resident", "name": "测试居民", "sex_code": sex_in(number).value, "nation_code": "01"}
    card |= {"birth": born.isoformat(), "id_number": number, "valid_from": "2020-01-01", "valid_to": "2040-01-01"}
    painted = _Painted(page)
    reader.do("present", card=card)
    painted.wait()
    at = time.monotonic()
    shown = page.model.state.shown
    assert shown is not None
    assert shown.visit is not None
    tap = reader.do("state")["tap"]
    assert isinstance(tap, dict)
    reader.do("lift")
    _until(lambda: page.model.state.reader.face is ReaderFace.WAITING)
    window.context.desk.visits.sign_out(shown.visit.id)
    page.model.reload()
    return Tap(tap["bytes"] * BITS_PER_BYTE / BAUD, at - tap["began"])


class _Painted:
    """Waits for the next person to be shown and for the window to have drawn it."""

    def __init__(self, page: VisitsPage) -> None:
        self._page = page
        self._before = page.model.state.shown
        self._loop = QEventLoop()
        page.model.changed.connect(self._changed)

    def _changed(self, state: State) -> None:
        if state.shown is not None and state.shown is not self._before:
            # Drawing was posted before this, so it is done when the loop ends.
            QTimer.singleShot(0, self._loop.quit)

    def wait(self) -> None:
        self._loop.exec()
        QApplication.processEvents()
        self._page.model.changed.disconnect(self._changed)


def _until(truth: object) -> None:
    deadline = time.monotonic() + 20
    while callable(truth) and not truth():
        if time.monotonic() > deadline:
            raise SystemExit("the desk or its reader did not come to rest")
        QApplication.processEvents()
        time.sleep(0.002)


def _print(taps: list[Tap]) -> None:
    wire = statistics.median(tap.wire for tap in taps)
    painted = statistics.median(tap.painted for tap in taps)
    own = sorted((tap.painted - tap.wire) * 1000 for tap in taps)
    ratio = statistics.median(tap.painted / tap.wire for tap in taps)
    late = own[int(len(own) * 0.95)]
    print(
        f"tap to stored and painted   {painted * 1000:.0f} ms  wire {wire * 1000:.0f} ms  ratio {ratio:.2f} of {BUDGET}"
    )
    print(f"our own part                {statistics.median(own):.1f} ms  p95 {late:.1f} ms  budget {OWN_BUDGET_MS} ms")


if __name__ == "__main__":
    main()
