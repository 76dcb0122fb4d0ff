"""The control channel and the run functions, as the commands and the demo use them."""

from __future__ import annotations

import json
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.uid_lines import UidLineReader
from desk_app.devices.scanner import SerialScanner
from desk_app.devices.simulators.control import ControlClient
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.reader import Misdeed, run_reader
from desk_app.devices.simulators.scanner import run_scanner
from tests.devices.wired import running


@contextmanager
def simulated(run: Callable[[Callable[[str], None]], None]) -> Iterator[tuple[str, ControlClient]]:
    """A run function on its own thread, as it would be in its own process; its port and its strings."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    thread = threading.Thread(target=run, args=(lines.put,), name="simulator-main")
    thread.start()
    ready = json.loads(lines.get(timeout=5))
    with ControlClient(ready["control"]) as control:
        yield ready["port"], control
        control.do("quit")
    thread.join()


def test_reader_obeys_every_command() -> None:
    with (
        simulated(lambda announce: run_reader(announce=announce)) as (port, control),
        running(SdtReader(poll_seconds=0.02), port) as desk,
    ):
        control.do("present", person="elder")
        desk.until("read resident 测试长者")
        control.do("lift")
        desk.until("CardRemoved")
        control.do("present", card={"doc": "resident", "name": "测试来客", "sex_code": "1", "id_number": "1"})
        desk.until("read resident 测试来客")
        control.do("lift")
        desk.until("CardRemoved")
        control.do("misbehave", how="status", on="read", status="33", times=0)
        control.do("present", person="resident")
        desk.until("advice.damaged_or_foreign")
        control.do("behave")
        state = control.do("state")
        assert state["card"] is True
        assert "resident" in control.do("people")["people"]  # type: ignore[operator]  # a list of names


def test_unplugging_over_the_control_channel(expect_log: Callable[[str], None]) -> None:
    expect_log("link.lost")
    with (
        simulated(lambda announce: run_reader(announce=announce)) as (port, control),
        running(SdtReader(), port) as desk,
    ):
        control.do("unplug")
        desk.until("link.port_missing")
        control.do("plug")
        desk.until("link.ready")


def test_uid_reader_and_scanner_obey() -> None:
    with (
        simulated(lambda announce: run_reader(model="uid_lines", announce=announce)) as (port, control),
        running(UidLineReader(), port) as desk,
    ):
        control.do("present", uid="04A1B2C3")
        control.do("lift")
        desk.until("uid 04A1B2C3")
    with (
        simulated(lambda announce: run_scanner(announce=announce)) as (port, control),
        running(SerialScanner(), port) as desk,
    ):
        control.do("no_read")
        control.do("scan", text="LLH0001")
        desk.until("scanned LLH0001")
        assert "scanned %%NoRead" not in desk.heard


@pytest.mark.parametrize(
    "line",
    [
        b"not json\n",
        b"[]\n",
        b"{}\n",
        b'{"do":"dance"}\n',
        b'{"do":"present","person":"nobody"}\n',
        b'{"do":"present","card":{"doc":"x"}}\n',
        b'{"do":"present"}\n',
        b'{"do":"misbehave","how":"politely"}\n',
    ],
)
def test_nonsense_is_refused_and_the_channel_stays_open(line: bytes) -> None:
    with simulated(lambda announce: run_reader(announce=announce)) as (_, control):
        host, _, number = control_address(control)
        with socket.create_connection((host, int(number)), 5) as raw, raw.makefile("rb") as answers:
            raw.sendall(line)
            assert json.loads(answers.readline())["ok"] is False
            raw.sendall(b'{"do":"state"}\n')
            assert json.loads(answers.readline())["ok"] is True


def control_address(control: ControlClient) -> tuple[str, str, str]:
    host, number = control._socket.getpeername()[:2]
    return host, "", str(number)


def test_refusal_is_an_error_for_the_caller() -> None:
    with simulated(lambda announce: run_reader(announce=announce)) as (_, control), pytest.raises(ValueError):
        control.do("present", person="nobody")


def test_no_simulator_for_an_unknown_model() -> None:
    with pytest.raises(ValueError):
        run_reader(model="no_such_model")


def test_every_misdeed_and_every_person_has_a_name_for_the_channel() -> None:
    assert {each.value for each in Misdeed} >= {"silence", "garbage", "cut", "checksum", "status"}
    assert {"resident", "hongkong", "taiwan", "foreigner_2017", "foreigner_2023", "rare_name", "elder", "child"} <= set(
        PEOPLE
    )
