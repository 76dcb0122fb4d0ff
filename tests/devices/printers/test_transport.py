"""Lines to printers: nothing lost at closing, partial writes, and plain codes for what is not there."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.address import parse_address
from desk_app.devices.printers.transport import LineBroken, open_line
from desk_app.devices.simulators.ports import open_port
from tests.devices.printers.fixtures import wait_until

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_closing_with_an_unread_answer_loses_nothing() -> None:
    received = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def printer() -> None:
            client, _ = listener.accept()
            with client:
                client.sendall(b"\x12")  # a status byte nobody reads
                while data := client.recv(4096):
                    received.extend(data)
                    threading.Event().wait(0.005)

        thread = threading.Thread(target=printer)
        thread.start()
        line = open_line(parse_address(f"127.0.0.1:{listener.getsockname()[1]}"))
        rest = b"x" * 60_000
        while rest:
            rest = rest[line.write_some(rest, 1.0) :]
        line.close()
        thread.join()
    assert len(received) == 60_000


def test_a_peer_that_never_reads_makes_no_progress_but_does_not_block() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = open_line(parse_address(f"127.0.0.1:{listener.getsockname()[1]}"))
        peer, _ = listener.accept()
        with peer:
            while line.write_some(b"x" * 65536, 0.05):
                pass
            assert line.write_some(b"x", 0.05) == 0
        line.close()


def test_the_end_of_the_line_is_told_when_reading_and_writing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = open_line(parse_address(f"127.0.0.1:{listener.getsockname()[1]}"))
        peer, _ = listener.accept()
        peer.close()
        with pytest.raises(LineBroken):
            line.read(1.0)
        line.close()


@posix_only
def test_a_serial_line_carries_bytes_both_ways_and_breaks_when_unplugged() -> None:
    port = open_port("pty")
    line = open_line(parse_address(port.address))
    try:
        assert line.write_some(b"\x10\x04\x01", 1.0) == 3
        wait_until(lambda: port.read(0.1) == b"\x10\x04\x01")
        assert line.read(0.01) == b""
        port.write(b"\x12")
        assert line.read(1.0) == b"\x12"
        port.unplug()
        with pytest.raises(LineBroken):
            line.read(1.0)
    finally:
        line.close()
        port.close()


def test_a_file_collects_one_job_after_another(tmp_path: Path) -> None:
    address = parse_address(f"file:{tmp_path / 'slips.bin'}")
    for job in (b"first", b"second"):
        line = open_line(address)
        assert not line.answers
        assert line.write_some(job, 1.0) == len(job)
        line.end()
        assert line.read(0.0) == b""
        line.close()
    assert (tmp_path / "slips.bin").read_bytes() == b"firstsecond"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("127.0.0.1:{closed}", "printer.unreachable"),
        ("{folder}/ttyUSB9", "printer.port_missing"),
        pytest.param("{folder}", "printer.not_a_port", marks=posix_only),
        pytest.param("serial:{folder}/slips.bin", "printer.not_a_port", marks=posix_only),
        ("file:{folder}/missing/slips.bin", "printer.file_not_writable"),
        ("usb:f00d:f00d", "printer.usb_"),
        pytest.param(
            "windows:No such printer",
            "printer.windows_only",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="a real spooler is there"),
        ),
        pytest.param("/dev/usb/lp97", "printer.port_missing", marks=posix_only),
    ],
)
def test_what_is_not_there_is_named_by_a_code_and_the_address_entered(where: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "slips.bin").write_bytes(b"kept")
    entered = where.format(closed=closed_port(), folder=tmp_path)
    with pytest.raises(EnvironmentTrouble) as caught:
        open_line(parse_address(entered))
    assert caught.value.code.startswith(code)
    assert caught.value.params == {"where": entered}
    assert (tmp_path / "slips.bin").read_bytes() == b"kept"


@posix_only
def test_opening_leaves_no_folder_handler_or_variable_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    port = open_port(f"pty:{tmp_path / 'port'}")
    open_line(parse_address(port.address)).close()
    port.close()
    assert list(tmp_path.iterdir()) == []
    assert "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ
