"""The simulated printer: what it answers, what it prints, and how it misbehaves when told to."""

from __future__ import annotations

import itertools
import json
import queue
import socket
import sys
import threading
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers import printer_by_model
from desk_app.devices.printers.address import parse_address
from desk_app.devices.printers.job import render
from desk_app.devices.printers.transport import open_line
from desk_app.devices.simulators.control import ControlClient
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.printer import SimulatedPrinter, serve
from desk_app.devices.simulators.receipts import Paper, Receipt, Tokens
from tests.devices.printers.fixtures import TOKEN, naming, picture_of, read_job, slip

MODEL = printer_by_model("generic-80")


def printed(job: bytes, cuts: tuple[int, ...] = ()) -> list[Receipt]:
    """What comes out of a job fed in pieces cut at those places."""
    tokens, paper, receipts = Tokens(), Paper(MODEL.dots), []
    places = [0, *sorted(cut % (len(job) + 1) for cut in cuts), len(job)]
    for start, end in itertools.pairwise(places):
        for token in tokens.feed(job[start:end]):
            receipt = paper.take(token)
            if receipt is not None:
                receipts.append(receipt)
    return receipts


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(min_value=0), max_size=8).map(tuple))
def test_a_job_prints_the_same_however_the_line_splits_it(cuts: tuple[int, ...]) -> None:
    job = b"".join(render(naming("李䶮"), MODEL, chinese="gb18030"))
    (whole,) = printed(job)
    (split,) = printed(job, cuts)
    assert split.text == whole.text
    assert split.picture.tobytes() == whole.picture.tobytes()


def test_letters_come_out_as_text_and_the_native_code_is_read_from_the_picture() -> None:
    (receipt,) = printed(b"".join(render(slip(), MODEL, chinese="gbk")))
    assert "徐汇区测试街道“邻里汇”" in receipt.text
    assert receipt.codes == (TOKEN,)
    assert receipt.unprintable == ""
    assert [code.text for code in zxingcpp.read_barcodes(receipt.picture)] == [TOKEN]


def test_dots_come_out_as_they_were_sent() -> None:
    job = b"".join(render(slip(), MODEL))
    (receipt,) = printed(job)
    _, rows, _ = read_job(job)
    assert receipt.picture.tobytes() == picture_of(rows, MODEL.dots).tobytes()


def test_columns_give_the_same_picture_as_rows() -> None:
    old = printer_by_model("legacy-80")
    (columns,) = printed(b"".join(render(slip(), old, chinese="image")))
    (rows,) = printed(b"".join(render(slip(), MODEL, chinese="image")))
    assert columns.picture.crop((0, 0, 576, rows.picture.height)).tobytes() == rows.picture.tobytes()


def test_what_no_rom_has_is_counted_as_unprintable() -> None:
    (receipt,) = printed("𠮷野\n".encode("gb18030") + b"\x1dVB\x00")
    assert receipt.unprintable == "𠮷"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(noise: bytes) -> None:
    printed(noise.replace(b"\x1d(", b"").replace(b"\x1dv0", b"").replace(b"\x1b*", b""))


def ask(line: socket.socket, request: bytes, size: int) -> bytes:
    line.sendall(request)
    answer = b""
    while len(answer) < size:
        answer += line.recv(size - len(answer))
    return answer


@pytest.fixture
def ready() -> queue.Queue[str]:
    return queue.Queue()


def test_it_is_found_asked_and_told_to_misbehave_over_its_ports(tmp_path: Path, ready: queue.Queue[str]) -> None:
    ended = threading.Event()
    thread = threading.Thread(
        target=serve,
        args=("tcp://127.0.0.1:0", tmp_path, ready.put),
        kwargs={"until": ended, "control": "tcp://127.0.0.1:0"},
    )
    thread.start()
    where = json.loads(ready.get(timeout=5))
    host, port = where["port"].removeprefix("tcp://").split(":")
    try:
        with ControlClient(where["control"]) as strings, socket.create_connection((host, int(port)), 5) as line:
            questions = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
            for fault, answers in (
                ("ok", "12 12 12 12"),
                ("paper_low", "12 12 12 1E"),
                ("paper_out", "1A 32 12 7E"),
                ("ok", "12 12 12 12"),
                ("cover_open", "1A 16 12 12"),
            ):
                strings.do(fault)
                assert ask(line, questions, 4) == bytes.fromhex(answers), fault
            # Data waits while the cover is open; questions are answered meanwhile; then all goes on.
            line.sendall("邻里汇\n".encode("gb18030") + b"\x1dVB\x00" + b"\x1d(H\x06\x00\x30\x30OKOK")
            assert ask(line, b"\x10\x04\x01", 1) == b"\x1a"
            assert strings.do("state")["printed"] == 0
            strings.do("ok")
            assert ask(line, b"", 7) == b"\x37\x22OKOK\x00"
            assert strings.do("receipts")["receipts"] == [{"number": 1, "text": "邻里汇"}]
            assert ask(line, b"\x1dr\x01", 1) == b"\x00"
            assert ask(line, b"\x1da\x0f", 4)[0] & 0x93 == 0x10
            strings.do("paper_out")
            assert ask(line, b"", 4) == bytes([0x18, 0, 0x0C, 0])
            with pytest.raises(ValueError, match="dance"):
                strings.do("dance")
            strings.do("quit")
        thread.join(5)
        assert not thread.is_alive()
    finally:
        ended.set()
        thread.join(5)
    assert (tmp_path / "receipt-0001.txt").read_text(encoding="utf-8") == "邻里汇\n"
    assert (tmp_path / "receipt-0001.png").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
@pytest.mark.parametrize("fault", ["cut_mid_job", "unplug"])
def test_a_printer_on_a_pseudo_terminal_that_was_cut_off_is_back_once_all_is_well(fault: str, tmp_path: Path) -> None:
    with SimulatedPrinter(open_port("pty"), tmp_path) as printer:
        printer.do(fault)
        with pytest.raises(EnvironmentTrouble, match=r"printer\.port_missing"):
            open_line(parse_address(printer.address))
        printer.do("ok")
        line = open_line(parse_address(printer.address))
        line.write_some(b"\x10\x04\x01", 1.0)
        assert line.read(5.0) == b"\x12"
        line.close()


def test_a_receipt_torn_by_a_power_cut_stays_in_the_tray(tmp_path: Path) -> None:
    with SimulatedPrinter(open_port("tcp://127.0.0.1:0"), tmp_path) as printer:
        line = open_line(parse_address(printer.address))
        line.write_some(b"line\n" * 3, 1.0)
        while printer.received < 15:
            threading.Event().wait(0.01)
        printer.do("unplug")
        line.close()
        assert printer.wait_for_receipts(1)[0].text == "line\nline\nline"
