"""What every test gets: a headless Qt, no leaked thread or timer, no unexpected warning in the log."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# Before any Qt import: without a display and without this, the interpreter aborts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "C"

import pytest

THREAD_DEADLINE = 3.0
"""Seconds a thread may need to end after the test that started it."""


@dataclass
class LogWatch(logging.Handler):
    """Collects records at WARNING and above; those a test expects are struck off."""

    unexpected: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=list)
    met: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(level=logging.WARNING)

    __hash__ = object.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        line = f"{record.name}: {record.getMessage()}"
        if any(pattern.search(line) for pattern in self.expected):
            self.met.append(line)
        else:
            self.unexpected.append(f"{record.levelname} {line}")


@pytest.fixture(autouse=True)
def log_watch(request: pytest.FixtureRequest) -> Iterator[LogWatch]:
    """Fails the test on a warning nobody announced by `expect_log`; a test that reads `caplog` judges for itself."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    assert "caplog" in request.fixturenames or not watch.unexpected, "unexpected log records:\n" + "\n".join(
        watch.unexpected
    )


@pytest.fixture
def expect_log(log_watch: LogWatch) -> Callable[[str], None]:
    """Announce a warning: a regular expression over `logger: message`."""

    def expect(pattern: str) -> None:
        log_watch.expected.append(re.compile(pattern))

    return expect


@pytest.fixture(autouse=True)
def no_thread_outlives_the_test() -> Iterator[None]:
    """Every thread a test starts must have ended soon after it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_DEADLINE
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
    left = [
        thread.name
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"threads still running: {left}"


@pytest.fixture(autouse=True)
def no_timer_outlives_the_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every QTimer and QThread a test made must be stopped or deleted after it.

    As in the program, no thread but the window's collects garbage while there are widgets (`ui/collector.py`).
    """
    gc.disable()
    yield
    gc.enable()
    if "PySide6.QtWidgets" not in sys.modules or not _uses_qt(request):
        return
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    running: list[str] = []
    for thing in gc.get_objects():
        if isinstance(thing, QTimer) and shiboken6.isValid(thing) and thing.isActive():
            running.append(f"QTimer of {thing.parent()!r} every {thing.interval()} ms")
        elif (
            type(thing) is not QThread and isinstance(thing, QThread) and shiboken6.isValid(thing) and thing.isRunning()
        ):
            running.append(repr(thing))
    assert not running, f"left running: {running}"


def _uses_qt(request: pytest.FixtureRequest) -> bool:
    return bool({"qtbot", "qapp", "desk_window"} & set(request.fixturenames))
