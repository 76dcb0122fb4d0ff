"""The one worker of one printer: takes jobs from the spool, keeps the line open, and says how printer and jobs stand.

A job is sent at most once. What became of an attempt that cannot be known is left to the clerk (UNCERTAIN).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from desk_app.core.config import PrinterSettings
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.log import OnceUntilRecovered
from desk_app.devices.api import CAN_PRINT, JobChanged, PrinterChanged, PrinterSink, PrinterState, Spool
from desk_app.devices.printers.address import Address, parse_address
from desk_app.devices.printers.delivery import Delivery, Outcome, Patience, Stopped
from desk_app.devices.printers.job import AFTER_A_BREAK, render
from desk_app.devices.printers.models import PrinterModel
from desk_app.devices.printers.transport import LineBroken, PrinterLine, open_line
from desk_app.domain.slips import PrintJob, PrintState

_log = logging.getLogger(__name__)
_JOIN_SECONDS = 1.0


class NoPrinter:
    """Stands where no printer is set up: jobs stay in the spool, nothing else happens."""

    def __init__(self, sink: PrinterSink) -> None:
        self._sink = sink

    def start(self) -> None:
        """Say so once."""
        self._sink(PrinterChanged(PrinterState.NOT_SET_UP))

    def wake(self) -> None:
        """Nothing to wake."""

    def stop(self) -> None:
        """Nothing to stop."""


class PrinterThread:
    """Owns a thread named `printer`, on which sink and spool are called. Its methods may be called from any thread."""

    def __init__(
        self,
        model: PrinterModel,
        settings: PrinterSettings,
        spool: Spool,
        sink: PrinterSink,
        *,
        broke_off: bool = False,
        locate: Callable[[], str] | None = None,
        patience: Patience | None = None,
        open_printer: Callable[[Address], PrinterLine] = open_line,
    ) -> None:
        """`broke_off`: the last run of the desk ended in the middle of a job (`Slips.recover` found one), whose
        half may still hang out of the printer. `locate` names the serial port before each opening (see
        `discovery.locator`); without it the address says all.

        Raises EnvironmentTrouble("printer.url_unusable") for an address nobody can understand.
        """
        self._model = model
        self._settings = settings
        self._address = parse_address(settings.url)
        self._locate = locate
        self._spool = spool
        self._sink = sink
        self._patience = patience or Patience()
        self._open = open_printer
        self._thread = threading.Thread(target=self._run, name="printer", daemon=True)
        self._stopping = threading.Event()
        self._woken = threading.Event()
        self._told: PrinterState | None = None
        self._told_detail = ""
        self._waiting: tuple[UUID, str] | None = None
        self._under_way: UUID | None = None
        self._broke_off = broke_off
        self._outage = OnceUntilRecovered(_log, f"printer {model.id}")
        self._spool_trouble = OnceUntilRecovered(_log, "print spool")

    def start(self) -> None:
        """Begin; the first state is told as soon as the printer was tried."""
        self._thread.start()

    def wake(self) -> None:
        """A job was queued, or somebody wants it tried again now."""
        self._woken.set()

    def stop(self) -> None:
        """End within a second. A job under way becomes UNCERTAIN."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SECONDS)

    def _run(self) -> None:
        pause = self._patience.retry_first
        while not self._stopping.is_set():
            if self._connected_for_a_while():
                pause = self._patience.retry_first
            woken = self._rest(pause)
            pause = self._patience.retry_first if woken else min(2 * pause, self._patience.retry_longest)

    def _connected_for_a_while(self) -> bool:
        """Open the line and work until it breaks; whether the printer ever answered on it."""
        try:
            line = self._open(self._place())
        except EnvironmentTrouble as trouble:
            self._unusable(PrinterState.UNREACHABLE, trouble.code)
            return False
        answered = False
        try:
            delivery = Delivery(line, self._model, self._address, self._patience, self._stopping, self._look)
            while not self._stopping.is_set():
                state = delivery.state()
                if state is PrinterState.SILENT and not answered and delivery.fill():
                    state = delivery.state()
                    # What held its tongue was half a command: half a slip may hang out of it.
                    self._broke_off = self._broke_off or state is not PrinterState.SILENT
                if state is PrinterState.SILENT:
                    # A printer switched off and on again has forgotten this line without telling: open a new one.
                    self._unusable(state, "no answer")
                    break
                answered = True
                self._outage.recovered()
                self._tell(state)
                if not self._serve(delivery, state):
                    break
        except LineBroken as broken:
            self._unusable(PrinterState.UNREACHABLE, str(broken))
        except TimeoutError:
            self._unusable(PrinterState.SILENT, "takes nothing")
        except Stopped:
            pass
        finally:
            line.close()
        return answered

    def _place(self) -> Address:
        """Where the printer is now: a COM port may have another number since it was plugged in again."""
        return replace(self._address, device=self._locate()) if self._locate is not None else self._address

    def _serve(self, delivery: Delivery, state: PrinterState) -> bool:
        """Do the next thing on a line that works; False when the line must be opened anew."""
        job = self._next_job()
        if job is None:
            self._rest(self._patience.idle_poll)
            return True
        if state not in CAN_PRINT:
            self._job_waits(job, state.value)
            self._rest(self._patience.idle_poll)
            return True
        return self._print(delivery, job)

    def _print(self, delivery: Delivery, job: PrintJob) -> bool:
        commands = self._drawn(job)
        if commands is None:
            # A spool that will not let go of it must cost a pause, not a core.
            if not self._job_waits(job, "print.unprintable"):
                self._rest(self._patience.idle_poll)
            return True
        if self._broke_off:
            commands = (*AFTER_A_BREAK, *commands)
        if not self._committed(lambda: self._spool.sending(job.id, b"".join(commands))):
            self._rest(self._patience.retry_first)  # nothing has left, so the job is still queued
            return True
        self._waiting = None
        self._sink(JobChanged(job.id, PrintState.SENDING))
        self._under_way = job.id
        outcome = delivery.deliver(job.slip_number, commands)
        self._under_way = None
        self._broke_off = outcome.broken
        self._finished(job, outcome)
        return not outcome.broken

    def _drawn(self, job: PrintJob) -> tuple[bytes, ...] | None:
        try:
            slow = self._address.slow_for(len(job.slip.lines))
            return render(job.slip, self._model, chinese=self._settings.chinese, slow=slow)
        except Exception as error:  # it must not stop those behind it, and a traceback could quote the slip
            _log.error("a %s slip cannot be drawn: %s", job.slip.kind, type(error).__name__)
            return None

    def _finished(self, job: PrintJob, outcome: Outcome) -> None:
        """Record the end of an attempt. Until that is possible the job stays SENDING, so it is not sent again."""
        while not self._committed(lambda: self._spool.finished(job.id, outcome.state, outcome.reason)):
            if self._stopping.wait(self._patience.retry_first):
                return
        self._sink(JobChanged(job.id, outcome.state, outcome.reason))

    def _next_job(self) -> PrintJob | None:
        try:
            job = self._spool.next_job()
        except Exception as error:  # as in `_committed`
            self._spool_trouble.failed(type(error).__name__)
            return None
        self._spool_trouble.recovered()
        return job

    def _committed(self, commit: Callable[[], None]) -> bool:
        """Whether the spool took it: disk full, locked, settled by the clerk meanwhile."""
        try:
            commit()
        except Exception as error:  # whatever it was, the store shows it itself and this thread tries again
            self._spool_trouble.failed(type(error).__name__)
            return False
        self._spool_trouble.recovered()
        return True

    def _unusable(self, state: PrinterState, detail: str) -> None:
        self._outage.failed(detail)
        self._tell(state, detail)
        job = self._next_job()
        if job is not None:
            self._job_waits(job, state.value)

    def _job_waits(self, job: PrintJob, reason: str) -> bool:
        """Say why a job is not sent, once per reason: every call is a commit. False where nothing new was said."""
        if self._waiting == (job.id, reason) or not self._committed(lambda: self._spool.waiting(job.id, reason)):
            return False
        self._waiting = (job.id, reason)
        self._sink(JobChanged(job.id, PrintState.QUEUED, reason))
        return True

    def _look(self, state: PrinterState) -> None:
        """The state found while a job is under way; what stopped the printer is said of the job too."""
        if state is not self._told and self._under_way is not None:
            self._sink(JobChanged(self._under_way, PrintState.SENDING, "" if state in CAN_PRINT else state.value))
        self._tell(state)

    def _tell(self, state: PrinterState, detail: str = "") -> None:
        precise = detail.startswith("printer.") and detail != state.value  # a code that says what to mend
        if state is not self._told or (precise and detail != self._told_detail):
            self._told, self._told_detail = state, detail
            self._sink(PrinterChanged(state, detail))

    def _rest(self, seconds: float) -> bool:
        """Wait; True when somebody woke us. Not at all once the desk closes."""
        woken = self._stopping.is_set() or self._woken.wait(seconds)
        self._woken.clear()
        return woken
