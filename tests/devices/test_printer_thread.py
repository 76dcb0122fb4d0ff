"""The printer's worker against a simulated printer on real lines: every job comes out once, or somebody is asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.core.config import PrinterSettings
from desk_app.devices.api import PrinterState
from desk_app.devices.printer_thread import NoPrinter, PrinterThread
from desk_app.devices.printers import printer_by_model
from desk_app.devices.printers.address import parse_address
from desk_app.devices.printers.delivery import Patience
from desk_app.devices.printers.job import AFTER_A_BREAK
from desk_app.devices.printers.picture import slip_picture
from desk_app.devices.printers.transport import PrinterLine, open_line
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.printer import SimulatedPrinter
from desk_app.domain.slips import FINISHED, PrintJob, PrintState
from tests.devices.printers.fixtures import MemorySpool, Watcher, slip, wait_until

QUICK = Patience(answer=0.2, idle_poll=0.05, busy_poll=0.1, end_of_job=1.0, retry_first=0.05, retry_longest=0.2)
LINES = ["tcp://127.0.0.1:0", "pty"]
OUTAGE = r"printer_thread: printer "


@dataclass
class Bench:
    """A simulated printer, a spool and the worker between them."""

    printer: SimulatedPrinter
    spool: MemorySpool
    watcher: Watcher
    worker: PrinterThread

    def queue(self, number: str = "A012") -> UUID:
        job = self.spool.queue(slip(number=number))
        self.worker.wake()
        return job

    def came_out(self) -> int:
        return came_out(self.printer)

    def ends(self, job: UUID, state: PrintState, reason: str = "") -> None:
        wait_until(lambda: self.spool.state(job) == (state, reason))

    def says(self, state: PrinterState) -> None:
        wait_until(lambda: bool(self.watcher.states) and self.watcher.states[-1] is state)


def came_out(printer: SimulatedPrinter) -> int:
    """Pieces of paper with something on them: a desk that finds the printer stuck cuts off what may hang out of it."""
    return sum(receipt.picture.getextrema()[0] == 0 for receipt in printer.receipts)


@contextmanager
def bench(
    where: str, out: Path, model: str = "generic-58", *, start: bool = True, chinese: str = "auto"
) -> Iterator[Bench]:
    with SimulatedPrinter(open_port(where), out, model=model) as printer:
        spool, watcher = MemorySpool(), Watcher()
        settings = PrinterSettings(model, printer.address, chinese)
        worker = PrinterThread(printer_by_model(model), settings, spool, watcher, patience=QUICK)
        if start:
            worker.start()
        try:
            yield Bench(printer, spool, watcher, worker)
        finally:
            worker.stop()


@pytest.fixture(params=LINES)
def line(request: pytest.FixtureRequest) -> str:
    if request.param == "pty" and sys.platform == "win32":
        pytest.skip("no pseudo-terminals on Windows")
    return str(request.param)


@pytest.mark.parametrize("model", ["generic-58", "generic-80", "epson-tm-t82", "epson-tm-t88", "legacy-80"])
def test_a_job_is_printed_and_the_printer_says_so(line: str, model: str, tmp_path: Path) -> None:
    with bench(line, tmp_path, model) as desk:
        job = desk.queue()
        desk.ends(job, PrintState.PRINTED)
        assert len(desk.printer.wait_for_receipts(1)) == 1
        assert desk.watcher.moves == [(PrintState.SENDING, ""), (PrintState.PRINTED, "")]
        assert desk.watcher.states == [PrinterState.READY]
        assert (tmp_path / "receipt-0001.png").exists()


def test_jobs_come_out_in_order_each_once(line: str, tmp_path: Path) -> None:
    with bench(line, tmp_path, chinese="gbk") as desk:
        jobs = [desk.queue(f"A{number:03}") for number in range(1, 6)]
        for job in jobs:
            desk.ends(job, PrintState.PRINTED)
        receipts = desk.printer.wait_for_receipts(5)
        assert [receipt.text.splitlines()[4] for receipt in receipts] == ["A001", "A002", "A003", "A004", "A005"]


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("paper_out", PrinterState.PAPER_OUT),
        ("cover_open", PrinterState.COVER_OPEN),
    ],
)
def test_without_paper_or_with_an_open_cover_nothing_is_sent_until_it_is_mended(
    line: str, fault: str, state: PrinterState, tmp_path: Path
) -> None:
    with bench(line, tmp_path, start=False) as desk:
        desk.printer.do(fault)
        desk.worker.start()
        job = desk.queue()
        desk.ends(job, PrintState.QUEUED, state.value)
        assert desk.spool.sent == []
        assert desk.watcher.states == [state]
        desk.printer.do("ok")
        desk.ends(job, PrintState.PRINTED)
        assert desk.came_out() == 1
        assert desk.spool.calls == [f"queued {state.value}", "sending", "printed"]  # the reason is noted once


@pytest.mark.parametrize(
    ("fault", "state"), [("paper_out", PrinterState.PAPER_OUT), ("cover_open", PrinterState.COVER_OPEN)]
)
def test_paper_out_in_the_middle_keeps_the_line_and_the_job_comes_out_once(
    line: str, fault: str, state: PrinterState, tmp_path: Path
) -> None:
    with bench(line, tmp_path) as desk:
        desk.says(PrinterState.READY)
        desk.printer.do(fault, after_bytes=300)
        job = desk.queue()
        desk.says(state)
        wait_until(lambda: (PrintState.SENDING, state.value) in desk.watcher.moves)
        threading.Event().wait(2 * QUICK.end_of_job)  # far longer than a silent printer would be waited for
        assert desk.spool.state(job) == (PrintState.SENDING, "")
        assert desk.came_out() == 0
        desk.printer.do("ok")
        desk.ends(job, PrintState.PRINTED)
        assert desk.came_out() == 1
        assert len(desk.spool.sent) == 1


def test_a_line_cut_in_the_middle_leaves_the_job_uncertain_and_it_is_never_sent_again(
    line: str, tmp_path: Path
) -> None:
    with bench(line, tmp_path, chinese="image") as desk:
        desk.says(PrinterState.READY)
        desk.printer.do("cut_mid_job", after_bytes=5000)
        job = desk.queue()
        desk.ends(job, PrintState.UNCERTAIN, "print.line_lost")
        desk.printer.do("plug")
        after = desk.queue("A013")
        desk.ends(after, PrintState.PRINTED)
        assert desk.spool.state(job) == (PrintState.UNCERTAIN, "print.line_lost")
        torn, whole = desk.printer.wait_for_receipts(2)
        assert desk.came_out() == 2
        # The half slip is cut off by itself; the next one is whole and begins at its top.
        assert torn.picture.height < whole.picture.height
        assert whole.picture.height == slip_height()


def slip_height(model: str = "generic-58") -> int:
    return slip_picture(slip(number="A013"), printer_by_model(model)).height


def test_a_printer_that_falls_silent_in_the_middle_leaves_the_job_uncertain(
    line: str, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(OUTAGE)
    with bench(line, tmp_path, chinese="gbk") as desk:
        desk.says(PrinterState.READY)
        desk.printer.do("silent", after_bytes=300)
        job = desk.queue()
        desk.ends(job, PrintState.UNCERTAIN, "print.no_answer")
        desk.says(PrinterState.SILENT)
        desk.printer.do("ok")
        desk.says(PrinterState.READY)
        desk.printer.wait_for_receipts(1)
        assert desk.spool.state(job)[0] is PrintState.UNCERTAIN
        assert len(desk.spool.sent) == 1


HALF_A_BAND = b"\x1b@\x1dv0\x00" + bytes([72, 0, 48, 0]) + b"\x55" * 500
HALF_A_LARGE_PICTURE = b"\x1b@\x1dv0\x00" + bytes([72, 0]) + (800).to_bytes(2, "little") + b"\x55" * 500


HALF_A_STRIP = b"\x1b*\x21\x40\x02\x55"


def is_brought_back(where: str, left: bytes, tmp_path: Path) -> None:
    with bench(where, tmp_path, "generic-80", start=False, chinese="image") as desk:
        other = open_line(parse_address(desk.printer.address))
        assert other.write_some(left, 1.0) == len(left)
        wait_until(lambda: desk.printer.received == len(left))
        other.close()
        desk.worker.start()
        desk.ends(desk.queue("A013"), PrintState.PRINTED)
        assert desk.watcher.states == [PrinterState.READY]
        # Whatever the other one left hanging out is cut off; the slip is whole and by itself.
        assert desk.printer.receipts[-1].picture.height == slip_height("generic-80")


@pytest.mark.parametrize("left", [HALF_A_BAND, HALF_A_STRIP])
def test_a_printer_that_another_program_left_inside_a_command_is_brought_back(
    line: str, left: bytes, tmp_path: Path
) -> None:
    is_brought_back(line, left, tmp_path)


def test_even_a_whole_picture_in_one_command_is_completed_at_once_where_the_line_is_fast(tmp_path: Path) -> None:
    is_brought_back(LINES[0], HALF_A_LARGE_PICTURE, tmp_path)


@pytest.mark.parametrize("model", ["generic-58-silent", "generic-58"])
def test_the_job_after_one_that_broke_off_completes_its_last_command_and_cuts(model: str, tmp_path: Path) -> None:
    """Whether or not the printer can be asked, and even where it answers inside a band."""
    with bench(LINES[0], tmp_path, model, start=False) as desk:
        other = open_line(parse_address(desk.printer.address))
        other.write_some(HALF_A_BAND, 1.0)
        wait_until(lambda: desk.printer.received == len(HALF_A_BAND))
        other.close()
        settings = PrinterSettings(model, desk.printer.address)
        spool = MemorySpool()
        worker = PrinterThread(printer_by_model(model), settings, spool, desk.watcher, broke_off=True, patience=QUICK)
        jobs = [spool.queue(slip(number=number)) for number in ("A013", "A014")]
        worker.start()
        try:
            wait_until(lambda: all(spool.state(job)[0] in FINISHED for job in jobs))
            _torn, *whole = desk.printer.wait_for_receipts(3)
        finally:
            worker.stop()
        assert [receipt.picture.height for receipt in whole] == [slip_height()] * 2
        assert spool.sent[0].startswith(b"".join(AFTER_A_BREAK))
        assert not spool.sent[1].startswith(AFTER_A_BREAK[0])


def test_a_printer_that_takes_nothing_is_not_filled_for_long(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log(OUTAGE)

    class Stuck(PrinterLine):
        taken = 0

        def write_some(self, data: bytes, wait: float) -> int:
            room = min(len(data), 700 - self.taken)
            self.taken += room
            if not room:
                threading.Event().wait(wait)
            return room

        def read(self, wait: float) -> bytes:
            threading.Event().wait(wait)
            return b""

        def close(self) -> None:
            """Nothing to close."""

    line, watcher = Stuck(), Watcher()
    settings = PrinterSettings("generic-58", "tcp://127.0.0.1:1")
    model = printer_by_model("generic-58")
    patience = replace(QUICK, end_of_job=60.0)
    worker = PrinterThread(model, settings, MemorySpool(), watcher, patience=patience, open_printer=lambda _: line)
    worker.start()
    try:
        wait_until(lambda: watcher.states == [PrinterState.SILENT])
    finally:
        worker.stop()
    assert line.taken == 700


def test_a_silent_printer_is_sent_nothing(line: str, tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log(OUTAGE)
    with bench(line, tmp_path, start=False) as desk:
        desk.printer.do("silent")
        desk.worker.start()
        job = desk.queue()
        desk.ends(job, PrintState.QUEUED, "printer.silent")
        assert desk.spool.sent == []
        desk.printer.do("ok")
        desk.ends(job, PrintState.PRINTED)
        assert desk.came_out() == 1


def test_unplugged_and_back_is_noticed_and_the_waiting_job_comes_out(
    line: str, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(OUTAGE)
    with bench(line, tmp_path) as desk:
        desk.says(PrinterState.READY)
        desk.printer.do("unplug")
        desk.says(PrinterState.UNREACHABLE)
        job = desk.queue()
        desk.ends(job, PrintState.QUEUED, "printer.unreachable")
        desk.printer.do("plug")
        desk.ends(job, PrintState.PRINTED)
        assert desk.came_out() == 1


def test_paper_running_low_is_told_while_idle_and_printing_goes_on(line: str, tmp_path: Path) -> None:
    with bench(line, tmp_path) as desk:
        desk.says(PrinterState.READY)
        desk.printer.do("paper_low")
        desk.says(PrinterState.PAPER_LOW)
        desk.ends(desk.queue(), PrintState.PRINTED)


def test_closing_the_desk_in_the_middle_of_a_job_leaves_it_uncertain_within_a_second(line: str, tmp_path: Path) -> None:
    with bench(line, tmp_path) as desk:
        desk.says(PrinterState.READY)
        desk.printer.do("hold", after_bytes=300)
        job = desk.queue()
        wait_until(lambda: desk.spool.state(job)[0] is PrintState.SENDING)
        desk.worker.stop()
        assert desk.spool.state(job) == (PrintState.UNCERTAIN, "print.desk_closed")


def test_a_spool_that_cannot_be_written_sends_nothing_and_says_so_once(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(r"print spool: OSError")

    class FullDisk(MemorySpool):
        full = True

        def sending(self, job_id: UUID, data: bytes) -> None:
            if self.full:
                raise OSError("disk full")
            super().sending(job_id, data)

    with SimulatedPrinter(open_port(LINES[0]), tmp_path, model="generic-58") as printer:
        spool, watcher = FullDisk(), Watcher()
        settings = PrinterSettings("generic-58", printer.address)
        worker = PrinterThread(printer_by_model("generic-58"), settings, spool, watcher, patience=QUICK)
        worker.start()
        try:
            job = spool.queue(slip())
            worker.wake()
            wait_until(lambda: PrinterState.READY in watcher.states)
            before = printer.received
            wait_until(lambda: printer.received > before)
            assert spool.state(job) == (PrintState.QUEUED, "")
            assert printer.receipts == ()
            spool.full = False
            wait_until(lambda: spool.state(job) == (PrintState.PRINTED, ""))
            assert len(printer.receipts) == 1
        finally:
            worker.stop()


def test_a_printer_that_cannot_answer_ends_in_sent_unconfirmed(tmp_path: Path) -> None:
    target = tmp_path / "slips.bin"
    spool, watcher = MemorySpool(), Watcher()
    worker = PrinterThread(
        printer_by_model("file"), PrinterSettings("file", f"file:{target}"), spool, watcher, patience=QUICK
    )
    worker.start()
    try:
        jobs = [spool.queue(slip(number=number)) for number in ("A001", "A002")]
        worker.wake()
        wait_until(lambda: all(spool.state(job)[0] is PrintState.SENT_UNCONFIRMED for job in jobs))
    finally:
        worker.stop()
    assert target.read_bytes() == b"".join(spool.sent)


def test_a_printer_that_is_not_there_is_unreachable_and_the_job_waits(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(OUTAGE)
    spool, watcher = MemorySpool(), Watcher()
    settings = PrinterSettings("generic-58", str(tmp_path / "no-such-port"))
    worker = PrinterThread(printer_by_model("generic-58"), settings, spool, watcher, patience=QUICK)
    job = spool.queue(slip())
    worker.start()
    try:
        wait_until(lambda: spool.state(job) == (PrintState.QUEUED, "printer.unreachable"))
    finally:
        worker.stop()
    assert watcher.states == [PrinterState.UNREACHABLE]


def test_a_slip_that_cannot_be_drawn_is_left_to_the_clerk_and_the_next_one_comes_out(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(r"cannot be drawn")
    with bench(LINES[0], tmp_path, start=False) as desk:
        bad = desk.spool.queue(replace(slip(), lines=(None,)))  # type: ignore[arg-type]  # what no drawing survives
        good = desk.queue("A013")
        desk.worker.start()
        desk.ends(good, PrintState.PRINTED)
        assert desk.spool.state(bad) == (PrintState.QUEUED, "print.unprintable")
        assert desk.watcher.moves[0] == (PrintState.QUEUED, "print.unprintable")  # said as it is stored
        assert len(desk.printer.wait_for_receipts(1)) == 1


def test_a_spool_that_keeps_an_undrawable_slip_does_not_spin_the_thread(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log(r"cannot be drawn")

    class Stubborn(MemorySpool):
        asked = handed_out = 0

        def waiting(self, job_id: UUID, reason: str) -> None:
            self.asked += 1

        def next_job(self) -> PrintJob | None:
            self.handed_out += 1
            return super().next_job()

    with SimulatedPrinter(open_port(LINES[0]), tmp_path, model="generic-58") as printer:
        spool = Stubborn()
        settings = PrinterSettings("generic-58", printer.address)
        worker = PrinterThread(printer_by_model("generic-58"), settings, spool, Watcher(), patience=QUICK)
        spool.queue(replace(slip(), lines=(None,)))  # type: ignore[arg-type]  # what no drawing survives
        worker.start()
        threading.Event().wait(10 * QUICK.idle_poll)
        worker.stop()
        assert spool.asked == 1
        assert 1 <= spool.handed_out <= 14


def test_no_printer_says_that_none_is_set_up() -> None:
    watcher = Watcher()
    none = NoPrinter(watcher)
    none.start()
    none.wake()
    none.stop()
    assert watcher.states == [PrinterState.NOT_SET_UP]


KILLED = """
import sys, dataclasses
from pathlib import Path
from desk_app.core.config import PrinterSettings
from desk_app.devices.printer_thread import PrinterThread
from desk_app.devices.printers import printer_by_model
from tests.devices.printers.fixtures import MemorySpool, slip

class OnDisk(MemorySpool):
    def _move(self, job_id, state, reason):
        super()._move(job_id, state, reason)
        Path(sys.argv[2]).write_text(state.value)
        if state.value == "sending":
            print("sending", flush=True)

spool = OnDisk()
worker = PrinterThread(
    printer_by_model("generic-58"), PrinterSettings("generic-58", sys.argv[1], "image"), spool, lambda event: None
)
spool.queue(slip())
worker.start()
sys.stdin.read()
"""


def test_a_desk_killed_between_sending_and_the_end_finds_the_job_still_marked_as_sending(tmp_path: Path) -> None:
    note = tmp_path / "state"
    with SimulatedPrinter(open_port(LINES[0]), tmp_path / "out", model="generic-58") as printer:
        printer.do("hold", after_bytes=3000)
        root = str(Path(__file__).parents[2])
        desk = subprocess.Popen(
            [sys.executable, "-c", KILLED, printer.address, str(note)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONPATH": root},
        )
        assert desk.stdout is not None
        assert desk.stdin is not None
        with desk.stdout, desk.stdin:
            assert desk.stdout.readline() == b"sending\n"
            desk.send_signal(signal.SIGKILL)
            desk.wait()
        assert note.read_text() == "sending"
        printer.do("ok")
        # The next run: what was being sent is not sent again, and its remains do not spoil the next slip.
        spool, watcher = MemorySpool(), Watcher()
        settings = PrinterSettings("generic-58", printer.address)
        worker = PrinterThread(printer_by_model("generic-58"), settings, spool, watcher, broke_off=True, patience=QUICK)
        worker.start()
        try:
            job = spool.queue(slip(number="A013"))
            worker.wake()
            wait_until(lambda: spool.state(job) == (PrintState.PRINTED, ""))
        finally:
            worker.stop()
        assert printer.receipts[-1].picture.height == slip_height()
        assert came_out(printer) <= 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
def test_on_a_line_as_slow_as_a_real_one_the_printer_is_not_taken_for_silent(tmp_path: Path) -> None:
    with SimulatedPrinter(open_port("pty", 115200), tmp_path, model="generic-58") as printer:
        spool, watcher = MemorySpool(), Watcher()
        settings = PrinterSettings("generic-58", f"serial:{printer.address}?baud=115200")
        worker = PrinterThread(printer_by_model("generic-58"), settings, spool, watcher, patience=QUICK)
        job = spool.queue(slip())
        worker.start()
        try:
            wait_until(lambda: spool.state(job) == (PrintState.PRINTED, ""), 20)
        finally:
            worker.stop()
    assert watcher.states == [PrinterState.READY]
    assert len(spool.sent[0]) > 20_000
