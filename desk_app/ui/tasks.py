"""Work that would hold up the screen (scan, export, print, probe): done on a few threads, answered on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

_Result = TypeVar("_Result")
_THREADS = 2


class TaskRunner(QObject):
    """Made on the UI thread. An answer for an owner that Qt has deleted meanwhile is dropped."""

    _answered = Signal(object)
    """A callable to run on the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="task")
        self._closed = False
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` on a task thread, then call `done` or `failed` on the UI thread if `owner` still lives.

        `failed` receives every Exception; those the caller does not know how to say belong to `crash.report`.
        """
        future: Future[_Result] = self._pool.submit(work)
        future.add_done_callback(partial(self._finished, owner, done, failed))

    def close(self) -> None:
        """Finish what runs, drop what waits, end the threads."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _finished(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        future: Future[Any],
    ) -> None:
        if future.cancelled() or self._closed:
            return
        error = future.exception()
        if error is None:
            self._answered.emit((owner, partial(done, future.result())))
        elif isinstance(error, Exception):
            self._answered.emit((owner, partial(failed, error)))

    def _answer(self, answer: tuple[QObject, Callable[[], None]]) -> None:
        owner, call = answer
        if shiboken6.isValid(owner):
            call()
