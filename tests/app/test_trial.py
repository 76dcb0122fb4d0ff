"""How a test slip is judged: by its end, not by the first odd word of the printer."""

from __future__ import annotations

import queue
import time
from uuid import uuid4

import pytest

from desk_app.app import trial
from desk_app.devices.api import JobChanged, PrinterChanged, PrinterEvent, PrinterState
from desk_app.domain.slips import PrintState

JOB = uuid4()
READY = PrinterChanged(PrinterState.READY)
OUT = PrinterChanged(PrinterState.PAPER_OUT)
SENDING = JobChanged(JOB, PrintState.SENDING)
COMPLAINT = JobChanged(JOB, PrintState.SENDING, "printer.paper_out")
PRINTED = JobChanged(JOB, PrintState.PRINTED)
GONE = PrinterChanged(PrinterState.UNREACHABLE, "printer.usb_library_missing")

STORIES: dict[str, tuple[list[PrinterEvent], PrintState, str]] = {
    "printed": ([READY, SENDING, PRINTED], PrintState.PRINTED, ""),
    "one odd status on the way": ([READY, SENDING, COMPLAINT, OUT, READY, PRINTED], PrintState.PRINTED, ""),
    "out of paper and staying so": ([READY, SENDING, COMPLAINT, OUT], PrintState.UNCERTAIN, "printer.paper_out"),
    "nothing more is heard": ([READY, SENDING], PrintState.UNCERTAIN, "print.no_answer"),
    "the transport's own reason": (
        [GONE, JobChanged(JOB, PrintState.QUEUED, "printer.unreachable")],
        PrintState.QUEUED,
        "printer.usb_library_missing",
    ),
    "a plain reason": ([OUT, JobChanged(JOB, PrintState.QUEUED, "printer.paper_out")], PrintState.QUEUED, OUT.state),
}


@pytest.mark.parametrize("story", STORIES)
def test_a_test_slip_is_judged_by_its_end(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_PERSISTS_SECONDS", 0.05)
    told, job, reason = STORIES[story]
    events: queue.SimpleQueue[PrinterEvent] = queue.SimpleQueue()
    for event in told:
        events.put(event)
    tried = trial._outcome(events.get, time.monotonic() + 0.2)
    assert (tried.job, tried.reason) == (job, reason)
