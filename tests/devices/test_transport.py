"""Lines: what pyserial and sockets raise becomes a state; closing always frees the port."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import pytest

from desk_app.devices.api import LinkState
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.transport import Line, LineTrouble, open_line
from tests.devices.wired import KINDS


def read_until(read: Callable[[float], bytes], size: int) -> bytes:
    data, deadline = b"", time.monotonic() + 5
    while len(data) < size and time.monotonic() < deadline:
        data += read(0.05)
    return data


def failure_of(line: Line) -> LinkState:
    """Reads until the line fails; how."""
    with pytest.raises(LineTrouble) as caught:
        _read_for_ever(line)
    return caught.value.state


def _read_for_ever(line: Line) -> None:
    for _ in range(100):
        line.read(0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_cross_in_both_directions(kind: str) -> None:
    with open_port(kind) as port, open_line(port.address, 115200) as line:
        line.write(b"\x00\x11\x13\xff" * 50)
        assert read_until(port.read, 200) == b"\x00\x11\x13\xff" * 50
        assert port.write(b"\x03\x04\r\n\x7f" * 200) == 1000
        assert read_until(line.read, 1000) == b"\x03\x04\r\n\x7f" * 200


@pytest.mark.parametrize("kind", KINDS)
def test_pulled_plug_is_a_lost_line(kind: str) -> None:
    with open_port(kind) as port:
        with open_line(port.address, 115200) as line:
            port.read(0.05)
            port.unplug()
            assert failure_of(line) is LinkState.LOST
            with pytest.raises(LineTrouble):
                line.discard_input()
        with pytest.raises(LineTrouble) as caught:
            open_line(port.address, 115200)
        assert caught.value.state is LinkState.PORT_MISSING
        port.plug()
        open_line(port.address, 115200).close()


@pytest.mark.parametrize("kind", KINDS)
def test_wake_ends_a_wait(kind: str) -> None:
    with open_port(kind) as port, open_line(port.address, 115200) as line:
        timer = threading.Timer(0.02, line.wake)
        timer.start()
        before = time.monotonic()
        assert line.read(5.0) == b""
        assert time.monotonic() - before < 1.0
        timer.join()
        line.close()
        line.wake()


@pytest.mark.parametrize("kind", KINDS)
def test_discarded_input_is_gone(kind: str) -> None:
    with open_port(kind) as port, open_line(port.address, 115200) as line:
        port.write(b"old old")
        assert read_until(line.read, 1)[:1] == b"o"
        line.discard_input()
        line.discard_input()
        port.write(b"new")
        assert read_until(line.read, 3) == b"new"


def test_loop_url_of_pyserial_works() -> None:
    with open_line("loop://", 9600) as line:
        line.write(b"abc")
        assert read_until(line.read, 3) == b"abc"
        line.wake()


def test_socket_url_means_the_same_as_tcp() -> None:
    with (
        open_port("tcp://127.0.0.1:0") as port,
        open_line(port.address.replace("tcp", "socket"), 115200) as line,
    ):
        line.write(b"abc")
        assert read_until(port.read, 3) == b"abc"


def test_second_owner_of_a_simulated_tcp_port_is_turned_away() -> None:
    with open_port("tcp://127.0.0.1:0") as port, open_line(port.address, 0) as first:
        port.read(0.05)
        with open_line(port.address, 0) as second:
            port.read(0.05)
            assert failure_of(second) is LinkState.LOST
        first.write(b"still mine")
        assert read_until(port.read, 10) == b"still mine"


@pytest.mark.parametrize("kind", KINDS)
def test_paced_write_takes_the_time_of_its_bits(kind: str) -> None:
    data = bytes(1295)
    with open_port(kind, 115200) as port, open_line(port.address, 115200) as line:
        writer = threading.Thread(target=port.write, args=(data,), name="writer")
        before = time.monotonic()
        writer.start()
        assert read_until(line.read, 1295) == data
        took = time.monotonic() - before
        writer.join()
        assert 1295 * 10 / 115200 <= took < 3 * 1295 * 10 / 115200


def test_unknown_kind_of_simulated_port_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        open_port("usb:1")


@pytest.mark.parametrize(
    "port",
    [
        *("foo://bar", "tcp://127.0.0.1:99999", "tcp://", __file__, "."),
        *("hwgrep://[", "loop://?no=such", "rfc2217://127.0.0.1"),
    ],
)
def test_an_address_that_is_no_port_is_told_from_a_faulty_reader(port: str) -> None:
    if sys.platform == "win32" and "://" not in port:
        pytest.skip("Windows names ports otherwise")
    with pytest.raises(LineTrouble) as caught:
        open_line(port, 9600)
    assert caught.value.state is LinkState.ADDRESS_UNUSABLE


def test_a_speed_below_zero_and_a_remote_port_that_refuses_have_names_of_their_own() -> None:
    with pytest.raises(LineTrouble) as caught:
        open_line("loop://", -5)
    assert caught.value.state is LinkState.ADDRESS_UNUSABLE
    with pytest.raises(LineTrouble) as caught:
        open_line("rfc2217://127.0.0.1:1", 9600)
    assert caught.value.state is LinkState.PORT_MISSING


def test_a_search_for_ports_that_finds_none_is_a_missing_port() -> None:
    with pytest.raises(LineTrouble) as caught:
        open_line("hwgrep://no such port", 9600)
    assert caught.value.state is LinkState.PORT_MISSING


def test_an_answer_may_pause_longer_on_a_network_line() -> None:
    with open_port("tcp://127.0.0.1:0") as port, open_line(port.address, 0) as far, open_line("loop://", 9600) as near:
        assert far.gap_seconds == 1.0
        assert near.gap_seconds == 0.3
