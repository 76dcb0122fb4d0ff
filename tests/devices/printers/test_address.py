"""Every way of writing down where a printer is."""

from __future__ import annotations

import pytest

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.address import Address, Way, parse_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tcp://192.0.2.7", Address("tcp://192.0.2.7", Way.NETWORK, host="192.0.2.7", port=9100)),
        ("tcp://printer.lan:9101", Address("tcp://printer.lan:9101", Way.NETWORK, host="printer.lan", port=9101)),
        ("socket://127.0.0.1:7", Address("socket://127.0.0.1:7", Way.NETWORK, host="127.0.0.1", port=7)),
        ("127.0.0.1:9100", Address("127.0.0.1:9100", Way.NETWORK, host="127.0.0.1", port=9100)),
        ("COM4", Address("COM4", Way.SERIAL, device="COM4", baudrate=9600)),
        ("serial:COM4", Address("serial:COM4", Way.SERIAL, device="COM4", baudrate=9600)),
        (
            "serial:COM4?baud=115200&flow=rtscts",
            Address("serial:COM4?baud=115200&flow=rtscts", Way.SERIAL, device="COM4", baudrate=115200, flow="rtscts"),
        ),
        ("/dev/ttyUSB0", Address("/dev/ttyUSB0", Way.SERIAL, device="/dev/ttyUSB0", baudrate=9600)),
        ("/dev/usb/lp0", Address("/dev/usb/lp0", Way.DEVICE, device="/dev/usb/lp0")),
        ("file:out/slips.bin", Address("file:out/slips.bin", Way.FILE, device="out/slips.bin")),
        ("usb:0416:5011", Address("usb:0416:5011", Way.USB, vendor=0x0416, product=0x5011)),
        ("windows:XP-80C (副本 1)", Address("windows:XP-80C (副本 1)", Way.QUEUE, device="XP-80C (副本 1)")),
    ],
)
def test_an_address_is_understood(text: str, expected: Address) -> None:
    assert parse_address(f" {text} ") == expected


@pytest.mark.parametrize(
    "text",
    ["", "printer", "tcp://", "tcp://x:port", "tcp://x:99999", "serial:COM4?baud=fast", "serial:COM4?baud=0",
     "serial:COM4?parity=odd", "usb:0416", "file:", "windows:"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_what_was_entered(text: str) -> None:
    with pytest.raises(EnvironmentTrouble) as caught:
        parse_address(text)
    assert caught.value.code == "printer.url_unusable"
    assert caught.value.params == {"where": text}


def test_only_serial_lines_below_115200_baud_are_slow_and_all_of_them_for_a_roll_call() -> None:
    assert parse_address("COM4").slow_for(6)
    assert not parse_address("serial:COM4?baud=115200").slow_for(6)
    assert parse_address("serial:COM4?baud=115200").slow_for(100)
    assert not parse_address("tcp://192.0.2.7").slow_for(100)
    assert parse_address("COM4").seconds(960) == 1.0
