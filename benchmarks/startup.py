"""Start to first usable screen, and memory then, against a bare PySide6 window that imports SQLAlchemy.

Whole processes, from spawning to the line they print after the first paint, alternating. The desk's folder exists, as
on every day but the first; the first start is printed beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 9
BUDGET = 2.0

_BARE = """
import sqlalchemy
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("desk"))
window.resize(1366, 768)
"""
_DESK = """
import gc
gc.disable()  # as `desk-app` does
from pathlib import Path
from contextlib import ExitStack
from desk_app.app.desk import open_desk
from desk_app.app.window import application, open_window
from desk_app.core.paths import DataFolder
stack = ExitStack()
app = application()
here = stack.enter_context(open_desk(DataFolder(Path({folder!r})), writer=True, os_key_store=False))
window = stack.enter_context(open_window(here, app))
"""
# Painted and idle: what was posted is done, so a key or a card would be answered now.
_SHOWN = """
window.show()
app.processEvents()
window.repaint()
app.processEvents()
memory = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS"))
print("shown", memory, flush=True)
import sys
sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first usable screen, megabytes resident then."""

    seconds: float
    megabytes: float


def start(script: str) -> Start:
    """Run a script in a fresh interpreter until it says that it is shown."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script + _SHOWN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
    )
    assert process.stdout is not None
    assert process.stdin is not None
    words = process.stdout.readline().split()
    seconds = time.perf_counter() - began
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    if words[:1] != ["shown"]:
        raise SystemExit("the window did not open; run the script by hand to see why")
    return Start(seconds, int(words[1]) / 1024)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as home:
        desk = _DESK.format(folder=str(Path(home) / "hub"))
        first = start(desk)
        start(_BARE)
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(start(_BARE))
            ours.append(start(desk))
    times = statistics.median(each.seconds for each in ours), statistics.median(each.seconds for each in bare)
    memory = statistics.median(each.megabytes for each in ours), statistics.median(each.megabytes for each in bare)
    for what, unit, (mine, theirs) in (
        ("start to first usable screen", "s", times),
        ("resident memory then", "MB", memory),
    ):
        print(
            f"{what:30} {mine:8.2f} {unit:2}  bare {theirs:8.2f} {unit:2}  ratio {mine / theirs:.2f}  budget {BUDGET}"
        )
    print(f"very first start (makes keys and database)   {first.seconds:.2f} s")


if __name__ == "__main__":
    main()
