"""Who collects garbage while there is a window."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.ui.collector import Collector


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    collector = Collector()
    collector.start()
    yield collector
    collector.close()
    gc.unfreeze()
    gc.disable()


def freed_by(collector: Collector, qtbot: QtBot) -> list[int]:
    """The threads on which knots died while another thread made far more of them than Python lets lie."""
    threads: list[int] = []

    def make() -> None:
        for _ in range(20_000):
            weakref.finalize(Knot(), lambda: threads.append(threading.get_ident())).atexit = False

    maker = threading.Thread(target=make)
    maker.start()
    maker.join()
    qtbot.waitUntil(lambda: bool(threads))
    return threads


def test_only_the_windows_thread_frees_what_other_threads_leave_behind(collector: Collector, qtbot: QtBot) -> None:
    assert set(freed_by(collector, qtbot)) == {threading.get_ident()}


def test_python_collects_again_when_the_window_is_gone(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()
