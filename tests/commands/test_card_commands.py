"""`card read` and `card watch` on readers at the far end of real lines."""

from __future__ import annotations

import dataclasses
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from desk_app.commands import line
from desk_app.devices.simulators.control import Command
from desk_app.devices.simulators.device import SimulatedDevice
from desk_app.devices.simulators.people import PEOPLE, person
from desk_app.devices.simulators.ports import TcpPort
from desk_app.devices.simulators.reader import Misdeed
from desk_app.devices.simulators.sdt_blocks import SimulatedCard, card_from_json
from tests.commands.typed import Type, reader_on, uid_reader_on
from tests.devices.vectors import CARDS, FRAMES

LINES = [
    "tcp://127.0.0.1:0",
    pytest.param("pty", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")),
]
MADE_HERE = {"photo_len", "photo_sha256", "finger_len"}
"""The simulator draws photos of its own."""


def read(typed: Type, port: str, *more: str) -> dict[str, Any]:
    said = typed("card", "read", "--port", port, "--json", "--timeout", "20", *more)
    assert said.status == 0, said.err
    assert said.out.count("\n") == 1
    fields = json.loads(said.out)
    assert isinstance(fields, dict)
    return fields


@pytest.mark.parametrize("where", LINES)
@pytest.mark.parametrize("name", CARDS)
def test_every_card_of_the_vectors_is_read_as_they_say(name: str, where: str, typed: Type) -> None:
    expected = FRAMES[name]["expect"]["card"]
    if expected["doc"] == "unknown":
        pytest.skip("its fields are unknown, so no simulator can make it from them")
    with reader_on(where) as reader:
        reader.present(card_from_json(expected))
        fields = read(typed, reader.port.address, "--reveal")
    wanted = {key: value for key, value in expected.items() if key not in MADE_HERE}
    assert {key: fields.get(key) for key in wanted} == wanted


def test_name_and_number_are_masked_unless_revealed(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["resident"])
        masked = read(typed, reader.port.address)
        reader.present(PEOPLE["resident"])
        open_ = read(typed, reader.port.address, "--reveal")
    assert masked["name"] == "测***"
    assert masked["id_number"] == "*" * 16 + PEOPLE["resident"].card.number[-2:]
    assert open_["name"] == "测试样本"
    assert open_["id_number"] == PEOPLE["resident"].card.number


def test_the_newest_address_is_waited_for(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["moved"])
        assert read(typed, reader.port.address)["new_address"] == PEOPLE["moved"].newest_address


def test_without_json_a_card_is_a_table(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["elder"])
        said = typed("card", "read", "--port", reader.port.address)
    assert "doc\tresident\n" in said.out


@pytest.mark.parametrize(
    ("who", "words"),
    [("bad_check_digit", "does not add up"), ("unknown_flag", "unknown kind"), ("zero_dates", "birth date")],
)
def test_a_card_with_a_fault_is_printed_with_advice_and_counts_as_read(who: str, words: str, typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(person(who))
        said = typed("card", "read", "--port", reader.port.address, "--json")
    assert said.status == 0
    assert words in said.err
    fields = json.loads(said.out)
    assert fields["doc"] == "unknown" or not (fields["id_check_ok"] and fields["birth_matches_id"])


def test_a_card_with_many_faults_is_one_line_of_advice(typed: Type) -> None:
    spoilt = dataclasses.replace(PEOPLE["bad_check_digit"].card, name="", birth_date=None)
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(SimulatedCard(spoilt, birth_text="00000000"))
        said = typed("card", "read", "--port", reader.port.address)
    assert "no name on the card" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(("more", "lines"), [((), 1), (("--json",), 0)])
def test_an_expired_card_is_read_and_said_to_people_alone(more: tuple[str, ...], lines: int, typed: Type) -> None:
    old = dataclasses.replace(PEOPLE["resident"].card, valid_from=date(2000, 1, 1), valid_to=date(2020, 1, 1))
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(SimulatedCard(old))
        said = typed("card", "read", "--port", reader.port.address, *more)
    assert said.status == 0
    assert said.err.count("has expired") == said.err.count("\n") == lines


@pytest.mark.parametrize("character", [" ", "\0"])
def test_a_blank_card_is_nobody(character: str, typed: Type) -> None:
    text = character.encode("utf-16-le") * 128
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(SimulatedCard(PEOPLE["resident"].card, verbatim=b"\1\0\4\0" + text + bytes(1024)))
        said = typed("card", "read", "--port", reader.port.address, "--json", "--timeout", "3")
    assert (said.status, said.out) == (line.FAILED, "")
    assert "lift the card" in said.err
    assert said.err.count("\n") == 1


def test_a_card_left_since_another_program_read_it_is_to_be_lifted(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["resident"])
        read(typed, reader.port.address)
        said = typed("card", "read", "--port", reader.port.address, "--timeout", "2")
    assert said.status == line.FAILED
    assert "lift the card" in said.err


@pytest.mark.parametrize(
    ("how", "timeout", "words"),
    [(Misdeed.SILENCE, "0.5", "does not answer"), (Misdeed.CHECKSUM, "5", "make no sense")],
)
def test_a_line_without_a_reader_is_not_called_a_line_without_a_card(
    how: Misdeed, timeout: str, words: str, typed: Type, expect_log: Callable[[str], None]
) -> None:
    expect_log("link.no(_answer|ise)")
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.misbehave(how, times=0)
        said = typed("card", "read", "--port", reader.port.address, "--timeout", timeout)
    assert said.status == line.FAILED
    assert words in said.err
    assert said.err.count("\n") == 1


def test_advice_about_a_card_outlives_a_reader_that_falls_silent(
    typed: Type, expect_log: Callable[[str], None]
) -> None:
    expect_log("link.no(_answer|ise)")
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["resident"])
        reader.misbehave(Misdeed.STATUS, on="find", times=1, status=0x40)
        for command in ("find", "select", "read", "address"):
            reader.misbehave(Misdeed.SILENCE, on=command, times=0)
        said = typed("card", "read", "--port", reader.port.address, "--timeout", "4")
    assert said.status == line.FAILED
    assert "not an identity card" in said.err


def test_a_hub_card_gives_its_number(typed: Type) -> None:
    with uid_reader_on("tcp://127.0.0.1:0") as reader, once_connected(reader, {"do": "present", "uid": "04A1B2C3"}):
        fields = read(typed, reader.port.address, "--model", "uid_lines")
    assert fields == {"doc": "uid", "uid": "04A1B2C3"}


@contextmanager
def once_connected(device: SimulatedDevice, command: Command) -> Iterator[None]:
    """Give the device this command as soon as somebody holds its line."""

    def obey() -> None:
        assert isinstance(device.port, TcpPort)
        while not device.port.has_client:
            assert not ended.wait(0.01)
        device.obey(command)

    ended = threading.Event()
    thread = threading.Thread(target=obey)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_no_card_in_time_is_a_failure_that_says_what_to_do(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        said = typed("card", "read", "--port", reader.port.address, "--timeout", "0.5")
    assert (said.status, said.out) == (line.FAILED, "")
    assert "no card within 0.5 s" in said.err
    assert said.err.count("\n") == 1


def test_a_card_that_cannot_be_read_ends_in_its_advice(typed: Type) -> None:
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(PEOPLE["resident"])
        reader.misbehave(Misdeed.STATUS, on="read", times=0, status=0x41)
        said = typed("card", "read", "--port", reader.port.address, "--timeout", "3")
    assert said.status == line.FAILED
    assert "put the card on again" in said.err


def test_a_port_that_is_not_there_is_said_at_once(typed: Type, expect_log: Callable[[str], None]) -> None:
    expect_log("link.port_missing")
    with reader_on("tcp://127.0.0.1:0") as reader:
        gone = reader.port.address
    said = typed("card", "read", "--port", gone, "--timeout", "60")
    assert said.status == line.FAILED
    assert "devices list" in said.err
