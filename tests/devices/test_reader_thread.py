"""Reader, thread, transport and simulator together over TCP and a pseudo-terminal: tap, unplug, replug, stop."""

from __future__ import annotations

import itertools
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.devices.api import CardParser, CardRead, LinkState, ReaderEvent
from desk_app.devices.reader_thread import ReaderThread
from desk_app.devices.readers import new_reader
from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.sdt_json import card_json
from desk_app.devices.readers.uid_lines import UidLineReader
from desk_app.devices.scanner import SerialScanner
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.reader import Misdeed, SdtSimulator, UidLineSimulator
from desk_app.devices.simulators.scanner import ScannerSimulator
from desk_app.devices.transport import Line, LineTrouble
from tests.devices.vectors import CARDS, FRAMES, raw
from tests.devices.wired import KINDS, Reports, running, serving

ExpectLog = Callable[[str], None]


@pytest.mark.parametrize("kind", KINDS)
def test_tap_is_read_over_a_real_transport(kind: str) -> None:
    reader = SdtSimulator(open_port(kind))
    with serving(reader), running(SdtReader(poll_seconds=0.02, card_left_seconds=0.05), reader.port.address) as desk:
        for name in ("resident", "hongkong", "foreigner_2017", "foreigner_2023", "rare_name"):
            reader.on_thread(lambda name=name: reader.present(PEOPLE[name]))  # type: ignore[misc]
            desk.until(f"read {PEOPLE[name].card.kind.value} {PEOPLE[name].card.display_name}")
            desk.until("CardLeftBehind")
            reader.on_thread(reader.lift)
            desk.until("CardRemoved")


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_golden_cards_are_read_over_a_real_transport(kind: str, name: str) -> None:
    reader = SdtSimulator(open_port(kind))
    with serving(reader), running(SdtReader(poll_seconds=0.02), reader.port.address) as desk:
        reader.obey({"do": "present", "data": raw(name)[10:-1].hex()})
        event = desk.card()
        assert isinstance(event, CardRead)
        assert card_json(event.card, reveal=True) == FRAMES[name]["expect"]["card"]


@pytest.mark.parametrize("kind", KINDS)
def test_unplugged_reader_is_lost_at_once_and_comes_back_by_itself(kind: str, expect_log: ExpectLog) -> None:
    expect_log("link.lost")
    reader = SdtSimulator(open_port(kind))
    with serving(reader), running(SdtReader(poll_seconds=0.02), reader.port.address) as desk:
        for _ in range(3):
            reader.port.unplug()
            desk.until(LinkState.LOST.value)
            desk.until(LinkState.PORT_MISSING.value)
            reader.port.plug()
            desk.until(LinkState.READY.value)
        reader.on_thread(lambda: reader.present(PEOPLE["resident"]))
        desk.until("read resident")


def test_outage_is_logged_once_and_its_end_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    reader = SdtSimulator(open_port("tcp://127.0.0.1:0"))
    with serving(reader), running(SdtReader(poll_seconds=0.02), reader.port.address) as desk:
        reader.port.unplug()
        desk.until(LinkState.PORT_MISSING.value)
        reader.port.plug()
        desk.until(LinkState.READY.value)
    lines = [record.message for record in caplog.records]
    assert len(lines) == 2
    assert "link.lost" in lines[0]
    assert "working again" in lines[1]


def test_missing_port_is_told_and_found_when_it_appears(tmp_path: Path, expect_log: ExpectLog) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    expect_log("link.port_missing")
    port = tmp_path / "reader"
    with running(SdtReader(), str(port), ready=False) as desk:
        desk.until(LinkState.PORT_MISSING.value)
        with serving(SdtSimulator(open_port(f"pty:{port}"))):
            desk.until(LinkState.READY.value)
            expect_log("link.lost")


def test_port_held_by_another_program_is_told(expect_log: ExpectLog) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals")
    expect_log("link.port_busy")
    reader = SdtSimulator(open_port("pty"))
    with (
        serving(reader),
        running(SdtReader(), reader.port.address),
        running(SdtReader(), reader.port.address, ready=False) as second,
    ):
        second.until(LinkState.PORT_BUSY.value)


def test_silent_line_is_no_answer_until_the_reader_speaks(
    monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("link.no_answer")
    monkeypatch.setattr("desk_app.devices.readers.sdt._POWER_ON_SECONDS", 0.2)
    reader = SdtSimulator(open_port("tcp://127.0.0.1:0"))
    reader.misbehave(Misdeed.SILENCE, times=0)
    with serving(reader), running(SdtReader(), reader.port.address, ready=False) as desk:
        desk.until(LinkState.NO_ANSWER.value)
        reader.on_thread(reader.behave)
        desk.until(LinkState.READY.value)


@pytest.mark.parametrize("kind", KINDS)
def test_paced_tap_takes_little_longer_than_its_bytes(kind: str) -> None:
    reader = SdtSimulator(open_port(kind, 115200))
    with serving(reader), running(SdtReader(), reader.port.address) as desk:
        reader.on_thread(lambda: reader.present(PEOPLE["resident"]))
        read_at = desk.until("read resident")
        wire = reader.tap["bytes"] * 10 / 115200
        assert wire > 0.1
        # Generous: the machine may be busy. The benchmark measures; this catches sleeps and byte-wise waits.
        assert read_at - reader.tap["began"] < 3 * wire


@pytest.mark.parametrize("kind", KINDS)
def test_stop_ends_a_waiting_thread_promptly(kind: str) -> None:
    reader = SdtSimulator(open_port(kind))
    with serving(reader):
        reports = Reports()
        thread = ReaderThread(new_reader("sdt"), reader.port.address, reports)
        thread.start()
        reports.until(LinkState.READY.value)
        before = time.monotonic()
        assert thread.stop()
        assert time.monotonic() - before < 0.5


def test_stop_before_start_and_twice_is_harmless() -> None:
    thread = ReaderThread(new_reader("sdt"), "tcp://127.0.0.1:1", Reports())
    assert thread.stop()
    thread.start()
    assert thread.stop()
    assert thread.stop()


def test_renumbered_port_is_located_anew_before_each_opening(expect_log: ExpectLog) -> None:
    expect_log("link.lost")
    old, new = (SdtSimulator(open_port("tcp://127.0.0.1:0")) for _ in range(2))
    places = [old.port.address]
    reports = Reports()
    thread = ReaderThread(SdtReader(), "gone", reports, locate=lambda: places[0], retry_seconds=(0.02,))
    with serving(old), serving(new):
        thread.start()
        reports.until(LinkState.READY.value)
        places[0] = new.port.address
        old.port.unplug()
        reports.until(LinkState.LOST.value)
        reports.until(LinkState.READY.value)
        assert new.commands["status"] == 1
        assert thread.stop()


class _Broken(UidLineReader):
    """A driver with a bug."""

    def feed(self, data: bytes, now: float) -> tuple[ReaderEvent, ...]:
        if data:
            raise RuntimeError("310000199001010010")
        return super().feed(data, now)


def test_bug_in_a_driver_is_a_fault_without_personal_data_and_the_thread_lives(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken: CardParser = _Broken()
    reader = UidLineSimulator(open_port("tcp://127.0.0.1:0"))
    with serving(reader), running(broken, reader.port.address) as desk:
        reader.obey({"do": "present", "uid": "04A1B2C3"})
        desk.until(LinkState.FAULT.value)
        desk.until(LinkState.READY.value)
    assert "RuntimeError" in caplog.text
    assert "310000" not in caplog.text


@pytest.mark.parametrize("framing", ["stx", "crlf", "cr", "lf"])
@pytest.mark.parametrize("kind", KINDS)
def test_uid_reader_is_heard_in_every_framing(kind: str, framing: str) -> None:
    reader = UidLineSimulator(open_port(kind), framing)
    with serving(reader), running(UidLineReader(), reader.port.address) as desk:
        reader.obey({"do": "present", "uid": "04A1B2C3"})
        desk.until("uid 04A1B2C3")


@pytest.mark.parametrize("suffix", ["cr", "lf", "crlf", "none", "eot"])
@pytest.mark.parametrize("kind", KINDS)
def test_scanner_is_heard_with_every_ending(kind: str, suffix: str) -> None:
    scanner = ScannerSimulator(open_port(kind), suffix)
    with serving(scanner), running(SerialScanner(), scanner.port.address) as desk:
        scanner.obey({"do": "scan", "text": "LLH-测试-0001"})
        desk.until("scanned LLH-测试-0001")


def test_no_thread_is_left_behind() -> None:
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("reader", "simul"))]


def test_connection_that_nobody_accepts_does_not_hold_up_stopping() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=1) as deaf:
        thread = ReaderThread(new_reader("sdt"), f"tcp://127.0.0.1:{deaf.getsockname()[1]}", Reports())
        thread.start()
        assert thread.stop()


class _Wire(Line):
    """A line that opens, hands over what it is told to, and breaks where that ends."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def read(self, timeout: float) -> bytes:
        chunk = next(self._chunks, None)
        if chunk is None:
            raise LineTrouble(LinkState.LOST, "wire", "gone")
        return chunk

    def write(self, data: bytes) -> None:
        """Nobody listens."""

    def discard_input(self) -> None:
        """There is always more."""

    def wake(self) -> None:
        """It never waits."""

    def close(self) -> None:
        """Nothing is held."""


def _openings(chunks: Callable[[], Iterator[bytes]], pauses: tuple[float, ...], seconds: float) -> int:
    """How often a scanner's thread opens such a line in `seconds`."""
    opened: list[float] = []

    def connect(port: str, baudrate: int) -> Line:
        opened.append(time.monotonic())
        return _Wire(chunks())

    thread = ReaderThread(SerialScanner(), "wire", Reports(), retry_seconds=pauses, connect=connect)
    thread.start()
    threading.Event().wait(seconds)
    assert thread.stop(2.0)
    return len(opened)


def test_a_line_that_opens_and_breaks_again_is_tried_ever_more_rarely(expect_log: ExpectLog) -> None:
    expect_log("link.lost")
    assert _openings(lambda: iter([b""]), (0.01, 0.02, 10.0), 0.4) == 3


def test_a_flooded_line_is_left_alone_for_a_while(expect_log: ExpectLog) -> None:
    expect_log("a flood of bytes")
    assert _openings(lambda: itertools.repeat(b"x" * 4096), (10.0,), 1.0) == 1
