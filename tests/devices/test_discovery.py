"""Ports listed, adapters found again under a new number, readers that are no port, and the test before saving."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from desk_app.devices.api import LinkState
from desk_app.devices.discovery import PortFound, locator, port_of, ports, usb_only_readers, verify_reader
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.reader import Misdeed, SdtSimulator, UidLineSimulator
from tests.devices.wired import KINDS, serving


def listed(device: str, vid: int | None = None, pid: int | None = None, serial: str | None = None) -> ListPortInfo:
    info = ListPortInfo(device)
    info.description, info.vid, info.pid, info.serial_number = f"port {device}", vid, pid, serial
    return info


def test_likely_readers_come_first_and_name_their_families() -> None:
    found = ports(lambda: [listed("COM1"), listed("COM9", 0x1234, 0x5678, "Z"), listed("COM3", 0x1A86, 0x7523)])
    assert found == (
        PortFound("COM3", "port COM3", "1A86:7523:", ("sdt",)),
        PortFound("COM9", "port COM9", "1234:5678:Z", ()),
        PortFound("COM1", "port COM1"),
    )


@pytest.mark.parametrize(
    ("usb", "present", "expected"),
    [
        ("0403:6001:A1", [("COM7", "A1")], "COM7"),
        ("0403:6001:A1", [("COM3", "A1"), ("COM7", "B2")], "COM3"),
        ("0403:6001:A1", [("COM3", "B2"), ("COM7", "A1")], "COM7"),
        ("0403:6001:A1", [], "COM3"),
        ("0403:6001:", [("COM5", None)], "COM5"),
        ("0403:6001:", [("COM3", None), ("COM7", None)], "COM3"),
        ("0403:6001:", [("COM5", None), ("COM7", None)], "COM3"),
        ("", [("COM7", "A1")], "COM3"),
    ],
)
def test_adapter_is_found_again_under_its_new_number(
    usb: str, present: list[tuple[str, str | None]], expected: str
) -> None:
    assert port_of(usb, "COM3", lambda: [listed(port, 0x0403, 0x6001, serial) for port, serial in present]) == expected


def test_port_without_usb_identity_needs_no_locator() -> None:
    assert locator("", "COM3") is None
    assert locator("0403:6001:A1", "COM3") is not None


def test_this_machines_ports_can_be_listed() -> None:
    assert isinstance(ports(), tuple)
    assert isinstance(usb_only_readers(), tuple)


@pytest.mark.skipif(sys.platform == "win32", reason="reads the Linux device tree")
def test_reader_that_is_usb_and_not_com_is_named(tmp_path: Path) -> None:
    devices = {
        "1-1": ("0400", "c35a", "", None),
        "1-2": ("0403", "6001", "FT232R USB UART", "ftdi_sio"),
        "1-3": ("046d", "c31c", "Keyboard", "usbhid"),
        "1-4": ("ffff", "0001", "Second IDCard Reader", "usbhid"),
    }
    for name, (vendor, product, title, driver) in devices.items():
        folder = tmp_path / "devices" / name
        (folder / f"{name}:1.0").mkdir(parents=True)
        (folder / "idVendor").write_text(vendor + "\n")
        (folder / "idProduct").write_text(product + "\n")
        if title:
            (folder / "product").write_text(title + "\n")
        if driver:
            (tmp_path / driver).mkdir(exist_ok=True)
            (folder / f"{name}:1.0" / "driver").symlink_to(tmp_path / driver)
    (tmp_path / "devices" / "usb1").mkdir()
    found = usb_only_readers(tmp_path / "devices")
    assert [(each.vendor_id, each.product_id, each.product) for each in found] == [
        (0x0400, 0xC35A, ""),
        (0xFFFF, 0x0001, "Second IDCard Reader"),
    ]
    assert usb_only_readers(tmp_path / "absent") == ()


@pytest.mark.parametrize("kind", KINDS)
def test_reader_that_answers_is_proven(kind: str) -> None:
    reader = SdtSimulator(open_port(kind))
    with serving(reader):
        assert verify_reader(reader.port.address, "sdt").state is LinkState.READY
        assert reader.commands["status"] == 1


def test_silent_port_is_no_reader() -> None:
    reader = SdtSimulator(open_port("tcp://127.0.0.1:0"))
    reader.misbehave(Misdeed.SILENCE, times=0)
    with serving(reader):
        assert verify_reader(reader.port.address, "sdt", seconds=0.3).state is LinkState.NO_ANSWER


def test_noise_is_no_reader() -> None:
    reader = SdtSimulator(open_port("tcp://127.0.0.1:0"))
    reader.misbehave(Misdeed.GARBAGE, times=0)
    with serving(reader):
        assert verify_reader(reader.port.address, "sdt", seconds=0.7).state is LinkState.NO_ANSWER


@pytest.mark.parametrize("port", ["tcp://127.0.0.1:1", "/dev/no-such-port"])
def test_missing_port_is_told(port: str) -> None:
    assert verify_reader(port, "sdt").state is LinkState.PORT_MISSING


@pytest.mark.parametrize("port", ["tcp://", "nonsense://x"])
def test_what_is_no_port_is_told_as_such(port: str) -> None:
    assert verify_reader(port, "sdt").state is LinkState.ADDRESS_UNUSABLE


def test_family_that_only_listens_is_ready_when_its_port_opens() -> None:
    reader = UidLineSimulator(open_port("tcp://127.0.0.1:0"))
    with serving(reader):
        assert verify_reader(reader.port.address, "uid_lines").state is LinkState.READY


def test_unknown_model_is_refused() -> None:
    with pytest.raises(KeyError):
        verify_reader("tcp://127.0.0.1:1", "no_such_model")
