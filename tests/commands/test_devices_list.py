"""`devices list`: a plain table, and one line on what to do where no reader is among the ports."""

from __future__ import annotations

import pytest

from desk_app.devices import discovery
from desk_app.devices.discovery import PortFound
from tests.commands.typed import Type

BUILT_IN = PortFound("/dev/ttyS0", "n/a")
ADAPTER = PortFound("/dev/ttyUSB0", "USB Serial", "1A86:7523:", ("sdt",))


@pytest.mark.parametrize(
    ("found", "rows", "remedy"),
    [
        ((), [], True),
        ((BUILT_IN,), ["/dev/ttyS0\t\t不是 USB / not USB"], True),
        ((ADAPTER,), ["/dev/ttyUSB0\tUSB Serial\t1A86:7523:\t可能是 probably sdt"], False),
    ],
)
def test_ports_are_a_table_and_no_reader_is_a_line_of_advice(
    found: tuple[PortFound, ...], rows: list[str], remedy: bool, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "ports", lambda: found)
    monkeypatch.setattr(discovery, "usb_only_readers", lambda: ())
    said = typed("devices", "list")
    lines = said.out.splitlines()
    assert lines[: len(rows)] == rows
    assert [line for line in lines[len(rows) :] if "plug it in" in line] == lines[len(rows) :]
    assert len(lines) == len(rows) + remedy
