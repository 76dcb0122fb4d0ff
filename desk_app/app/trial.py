"""Tries a device before it is saved or used: one card, one code, one slip. Without Qt and outside the spool."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config, PrinterSettings
from desk_app.devices.api import (
    CAN_PRINT,
    CardAdvice,
    CardNotRead,
    CardParser,
    LinkChanged,
    LinkState,
    PrinterChanged,
    PrinterEvent,
    PrinterState,
    ReaderEvent,
)
from desk_app.devices.printer_thread import PrinterThread
from desk_app.devices.printers import printer_by_model
from desk_app.devices.reader_thread import ReaderThread
from desk_app.domain.slips import FINISHED, PrintJob, PrintState, test_slip

_Wanted = TypeVar("_Wanted")
_HOPELESS = frozenset({LinkState.ADDRESS_UNUSABLE, LinkState.PORT_MISSING, LinkState.PORT_BUSY, LinkState.LOST})
"""States that a person must mend first; waiting on would only keep them from it."""
SLIP_SECONDS = 20.0
_PERSISTS_SECONDS = 3.0
"""Two more looks at the printer: what it still says then is so."""
_SETTLED = FINISHED | {PrintState.UNCERTAIN}


@dataclass(frozen=True, slots=True)
class Heard:
    """How waiting for one event ended; `event` is None when the time passed or the line failed."""

    event: object | None
    link: LinkState
    advice: CardAdvice | None = None


def listen(parser: CardParser, port: str, baudrate: int, wanted: tuple[type[_Wanted], ...], seconds: float) -> Heard:
    """Run `parser` on `port` until an event of a `wanted` type comes, the port fails or the time is over. Blocks."""
    events: queue.SimpleQueue[ReaderEvent] = queue.SimpleQueue()
    thread = ReaderThread(parser, port, events.put, baudrate=baudrate, name="trial")
    thread.start()
    heard = Heard(None, LinkState.CONNECTING)
    deadline = time.monotonic() + seconds
    try:
        while heard.event is None and heard.link not in _HOPELESS:
            event = events.get(timeout=max(0.0, deadline - time.monotonic()))
            if isinstance(event, LinkChanged):
                heard = replace(heard, link=event.state)
            elif isinstance(event, CardNotRead):
                heard = replace(heard, advice=event.advice)
            elif isinstance(event, wanted):
                heard = replace(heard, event=event)
    except queue.Empty:
        pass
    finally:
        thread.stop()
    return heard


@dataclass(frozen=True, slots=True)
class SlipTried:
    """How a test slip ended. `job` is QUEUED when nothing was sent; `reason` is "" only on success."""

    state: PrinterState
    job: PrintState
    reason: str = ""


def try_printer(settings: PrinterSettings, config: Config, clock: Clock, seconds: float = SLIP_SECONDS) -> SlipTried:
    """Send one test slip. Blocks. Raises EnvironmentTrouble printer.model_unknown, printer.url_unusable."""
    model = printer_by_model(settings.model)
    slip = test_slip(config.hub, config.desk, clock.now(), columns=model.columns)
    spool = _OneSlip(PrintJob(clock.new_id(), "TEST", slip, PrintState.QUEUED, clock.now()))
    events: queue.SimpleQueue[PrinterEvent] = queue.SimpleQueue()
    thread = PrinterThread(model, settings, spool, events.put)
    thread.start()
    try:
        return _outcome(events.get, time.monotonic() + seconds)
    finally:
        thread.stop()


def _outcome(next_event: Callable[..., PrinterEvent], deadline: float) -> SlipTried:
    """What became of the slip: its end, or what the printer said last when nothing better comes.

    Once it is being sent, only its end counts: one odd status may be noise on the line, a printer out of paper is
    told after `_PERSISTS_SECONDS`. Before, a printer that is not there or not ready is told at once.
    """
    state, detail, complaint = PrinterState.UNKNOWN, "", ""
    sending, until = False, deadline
    while True:
        try:
            event = next_event(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            return SlipTried(state, PrintState.UNCERTAIN, complaint or "print.no_answer")
        if isinstance(event, PrinterChanged):
            state, detail = event.state, event.detail
            if sending and state in CAN_PRINT:
                complaint, until = "", deadline
        elif event.state in _SETTLED:
            return SlipTried(state, event.state, event.reason)
        elif event.state is PrintState.QUEUED and event.reason:
            precise = detail.startswith("printer.")  # the transport's own code says more than "cannot be reached"
            return SlipTried(state, event.state, detail if precise else event.reason)
        else:
            sending = True
            complaint = event.reason
            until = min(deadline, time.monotonic() + _PERSISTS_SECONDS) if event.reason else deadline


class _OneSlip:
    """A spool of one job that lives in memory: what is not printed now is never printed."""

    def __init__(self, job: PrintJob) -> None:
        self._job: PrintJob | None = job

    def next_job(self) -> PrintJob | None:
        return self._job

    def sending(self, job_id: UUID, data: bytes) -> None:
        del job_id, data
        self._job = None

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        """Told by event."""

    def waiting(self, job_id: UUID, reason: str) -> None:
        """Told by event."""
