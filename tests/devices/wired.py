"""A reader's thread on a real transport with a simulated device at the far end, and what the thread reported."""

from __future__ import annotations

import queue
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desk_app.devices.api import CardFound, CardParser, LinkChanged, LinkState, ReaderEvent
from desk_app.devices.reader_thread import ReaderThread
from desk_app.devices.simulators.device import SimulatedDevice
from tests.devices.driving import said

KINDS = [
    "tcp://127.0.0.1:0",
    pytest.param("pty", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")),
]
PATIENCE = 10.0
"""Seconds a test waits for what must come; far more than it takes."""


class Reports:
    """Events as they come from the thread."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[tuple[float, ReaderEvent]] = queue.SimpleQueue()
        self.heard: list[str] = []

    def __call__(self, event: ReaderEvent) -> None:
        self._queue.put((time.monotonic(), event))

    def until(self, line: str) -> float:
        """Wait for an event that reads like `line`; when it came."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                at, event = self._queue.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"{line!r} never came, but {self.heard}")
            self.heard.append(said(event))
            if said(event).startswith(line):
                return at

    def card(self) -> ReaderEvent:
        """Wait for what became of a card: neither the state of the link nor that a card was found."""
        while True:
            _, event = self._queue.get(timeout=PATIENCE)
            self.heard.append(said(event))
            if not isinstance(event, LinkChanged | CardFound):
                return event


@contextmanager
def serving(device: SimulatedDevice) -> Iterator[None]:
    """The device at the far end, while the block runs."""
    device.start()
    try:
        yield
    finally:
        device.stop()


@contextmanager
def running(parser: CardParser, port: str, *, baudrate: int = 0, ready: bool = True) -> Iterator[Reports]:
    """The desk's thread on `port`, while the block runs; it must stop in time."""
    reports = Reports()
    thread = ReaderThread(parser, port, reports, baudrate=baudrate, retry_seconds=(0.02,))
    thread.start()
    try:
        if ready:
            reports.until(LinkState.READY.value)
        yield reports
    finally:
        assert thread.stop()
