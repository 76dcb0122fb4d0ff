"""One attempt to get a job onto paper over an open line: is the printer ready, send, and find out what became of it.

Knows no spool and no thread of its own; whoever calls it commits the attempt before `deliver` sends the first byte.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk_app.devices.api import CAN_PRINT, PrinterState
from desk_app.devices.printers.address import Address
from desk_app.devices.printers.job import FILL, LARGEST_FILL, RESET, pieces
from desk_app.devices.printers.models import Fence, PrinterModel
from desk_app.devices.printers.status import QUESTIONS, QUIET, Answers, fence_request, question, state_of
from desk_app.devices.printers.transport import LineBroken, PrinterLine
from desk_app.domain.slips import PrintState

_log = logging.getLogger(__name__)
_STEP = 0.1
"""Seconds after which a wait looks at the world again; also how soon `stop` is noticed."""
_FILL_SECONDS = 4.0
"""After which no further piece of a fill is begun; at 9600 baud one piece takes as long."""
_FILL_PAUSE = 0.1
"""For an answer between two pieces: a printer need not swallow more than it lacks, and some are slow to skip NULs."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what, in seconds."""

    answer: float = 1.0
    """For the answer to a status question."""
    idle_poll: float = 2.0
    """Between looks at an idle printer; so soon is paper running low or an open cover shown."""
    busy_poll: float = 1.0
    """Between looks while a job is under way."""
    end_of_job: float = 15.0
    """For a printer that says nothing, beyond the time the bytes need."""
    retry_first: float = 1.0
    retry_longest: float = 15.0
    """Between attempts to reach a printer that is not there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended; `broken` when the printer may still wait for the rest of a command."""

    state: PrintState
    reason: str = ""
    broken: bool = False


class Stopped(Exception):  # noqa: N818  (not a failure)
    """The desk is closing."""


class Delivery:
    """Talks with one printer over one open line. All calls from one thread; `stopping` may be set from any."""

    def __init__(
        self,
        line: PrinterLine,
        model: PrinterModel,
        address: Address,
        patience: Patience,
        stopping: threading.Event,
        told: Callable[[PrinterState], None],
    ) -> None:
        """`told` hears of every state found while a job is under way."""
        self._line = line
        self._address = address
        self._patience = patience
        self._stopping = stopping
        self._told = told
        self._fence = model.fence if line.answers else Fence.NONE
        self._asks = model.reports_status and line.answers
        self._answers = Answers(self._fence)
        self._fences = 0
        self._mute: set[int] = set()
        self._next_look = 0.0
        self._through_at = 0.0
        if self._asks:
            self._push(QUIET)

    def fill(self) -> bool:
        """For a silent printer: it may take everything, questions included, for the rest of a command that its last
        user, perhaps another program, left unfinished. Complete that; False when the printer stopped taking bytes.

        Raises LineBroken.
        """
        enough_at = time.monotonic() + _FILL_SECONDS
        try:
            for _ in range(LARGEST_FILL // len(FILL)):
                self._push(FILL, self._patience.answer)
                if self._query(1, _FILL_PAUSE) is not None or time.monotonic() > enough_at:
                    break
            self._push(RESET + QUIET, self._patience.answer)
        except TimeoutError:
            return False
        return True

    def state(self) -> PrinterState:
        """Ask the printer; READY for one that cannot be asked. Raises LineBroken."""
        if not self._asks:
            return PrinterState.READY
        answers: dict[int, int] = {}
        for n in QUESTIONS:
            if n in self._mute:
                continue
            answer = self._query(n, self._patience.answer)
            if answer is not None:
                answers[n] = answer
            elif n == 1:
                break
            else:
                self._mute.add(n)  # this printer does not know the question: never wait for it again
        self._next_look = time.monotonic() + self._patience.busy_poll
        return state_of(answers)

    def deliver(self, name: str, commands: Sequence[bytes]) -> Outcome:
        """Send the whole job and wait for its end. Never raises and never sends anything twice."""
        try:
            self._line.begin(name)
            for piece in pieces(commands):
                self._hold_until_ready()
                self._push(piece)
            self._line.end()
            return self._settle(sum(map(len, commands)))
        except LineBroken:
            return Outcome(PrintState.UNCERTAIN, "print.line_lost", broken=True)
        except Stopped:
            return Outcome(PrintState.UNCERTAIN, "print.desk_closed", broken=True)
        except TimeoutError:
            return Outcome(PrintState.UNCERTAIN, "print.no_answer", broken=True)
        except Exception as error:  # a transport library's own: whatever it was, bytes may have left
            _log.exception("sending broke off: %s", type(error).__name__)
            return Outcome(PrintState.UNCERTAIN, "print.line_lost", broken=True)

    def _settle(self, size: int) -> Outcome:
        """Wait until the printer has come to the end of the job.

        While it says that paper or cover stopped it, there is no limit: it goes on by itself when mended.
        """
        if not self._asks:
            return Outcome(PrintState.SENT_UNCONFIRMED)
        limit = self._address.seconds(size) + self._patience.end_of_job
        deadline = time.monotonic() + limit
        if self._fence is not Fence.NONE:
            self._fences += 1
            self._answers.await_fence(self._fences)
            self._push(fence_request(self._fence, self._fences))
        while True:
            self._check_stopping()
            self._answers.feed(self._line.read(_STEP))
            if self._answers.fence_reached or time.monotonic() >= self._next_look:
                state = self.state()
                self._told(state)
                if state in CAN_PRINT and (self._answers.fence_reached or self._fence is Fence.NONE):
                    return Outcome(PrintState.PRINTED if self._fence is not Fence.NONE else PrintState.SENT_UNCONFIRMED)
                if state not in CAN_PRINT and state is not PrinterState.SILENT:
                    deadline = time.monotonic() + limit
            if time.monotonic() > deadline:
                raise TimeoutError

    def _hold_until_ready(self) -> None:
        """Between two pieces: send no more into a printer that says it has stopped."""
        silent_until = time.monotonic() + self._patience.end_of_job
        while self._asks and time.monotonic() >= self._next_look:
            state = self.state()
            self._told(state)
            if state in CAN_PRINT:
                return
            if state is not PrinterState.SILENT:
                silent_until = time.monotonic() + self._patience.end_of_job
            elif time.monotonic() > silent_until:
                raise TimeoutError
            self._check_stopping()
            self._next_look = 0.0
            self._stopping.wait(_STEP)

    def _query(self, n: int, seconds: float) -> int | None:
        """One question, one validated byte or None after so many seconds."""
        while data := self._line.read(0.0):  # late answers to earlier questions
            self._answers.feed(data)
        self._answers.statuses.clear()
        self._push(question(n))
        # On a serial line the question stands behind what the operating system has yet to send.
        deadline = max(time.monotonic(), self._through_at) + seconds
        while not self._answers.statuses and time.monotonic() < deadline:
            self._check_stopping()
            self._answers.feed(self._line.read(min(_STEP, seconds)))
        return self._answers.statuses[0] if self._answers.statuses else None

    def _push(self, data: bytes, longest: float | None = None) -> None:
        """Hand over all of `data`; raises TimeoutError when the line takes nothing for `longest` seconds.

        Without `longest` it may take as long as the end of a job.
        """
        rest = memoryview(data)
        patience = self._patience.end_of_job if longest is None else longest
        deadline = time.monotonic() + patience
        while rest:
            self._check_stopping()
            taken = self._line.write_some(bytes(rest[:4096]), _STEP)
            rest = rest[taken:]
            self._through_at = max(time.monotonic(), self._through_at) + self._address.seconds(taken)
            if taken:
                deadline = time.monotonic() + patience
            elif time.monotonic() > deadline:
                raise TimeoutError

    def _check_stopping(self) -> None:
        if self._stopping.is_set():
            raise Stopped
