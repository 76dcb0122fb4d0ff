"""Which ports this PC has, what may sit behind them, and whether a reader answers there."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from desk_app.devices.api import LinkChanged, LinkState
from desk_app.devices.readers import READERS, new_reader
from desk_app.devices.transport import PORTS_IN_USE, LineTrouble, open_line

_USB_ONLY_READERS = frozenset({(0x0400, 0xC35A)})
"""ID-card readers that are USB devices of their own and no COM port (§1); only their maker's library reaches them."""
_READER_WORDS = ("idcard", "id card", "id-card", "身份证", "二代证")
_SYSFS_USB = Path("/sys/bus/usb/devices")
_DRIVEN_BY_SERIAL = frozenset({"ftdi_sio", "ch341", "cp210x", "pl2303", "cdc_acm", "usbserial_generic"})


@dataclass(frozen=True, slots=True)
class PortFound:
    """A serial port. `usb` is `VID:PID:SERIAL` in capitals, "" for a built-in port; `models` may sit behind it."""

    port: str
    description: str
    usb: str = ""
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsbReaderFound:
    """An ID-card reader that is USB, not COM: the desk cannot speak to it."""

    vendor_id: int
    product_id: int
    product: str = ""


@dataclass(frozen=True, slots=True)
class ReaderCheck:
    """The outcome of a test before saving. `state` READY means proven; `detail` is for the technician."""

    state: LinkState
    detail: str = ""


def ports(listed: Callable[[], Iterable[ListPortInfo]] = list_ports.comports) -> tuple[PortFound, ...]:
    """The serial ports, likely readers first. Waits while a port is being opened; may take seconds on Windows."""
    with PORTS_IN_USE:
        found = [_port(each) for each in listed()]
    return tuple(sorted(found, key=lambda each: (not each.models, not each.usb, each.port)))


def _port(listed: ListPortInfo) -> PortFound:
    if listed.vid is None or listed.pid is None:
        return PortFound(listed.device, listed.description or "")
    usb = f"{listed.vid:04X}:{listed.pid:04X}:{listed.serial_number or ''}"
    models = tuple(family.model for family in READERS if (listed.vid, listed.pid) in family.usb_ids)
    return PortFound(listed.device, listed.description or "", usb, models)


def port_of(usb: str, last_port: str, listed: Callable[[], Iterable[ListPortInfo]] = list_ports.comports) -> str:
    """Where the adapter `usb` (`VID:PID:SERIAL`) is now; `last_port` when it is not found or cannot be told apart.

    Adapters without a serial number look all alike: then the last name wins while it still exists.
    """
    names = [each.port for each in ports(listed) if each.usb == usb] if usb else []
    return last_port if last_port in names or len(names) != 1 else names[0]


def locator(usb: str, last_port: str, others: Iterable[str] = ()) -> Callable[[], str] | None:
    """For `locate=…` of a device's thread: finds a renumbered COM port before each opening; None without an USB id.

    `others` are the adapters of the desk's other devices: one that looks the same cannot be told apart, and a slip must
    not go to the card reader.
    """
    return (lambda: port_of(usb, last_port)) if usb and usb not in others else None


def verify_reader(port: str, model: str, baudrate: int = 0, seconds: float = 4.0) -> ReaderCheck:
    """Open `port` and ask the reader who it is; blocks up to `seconds`, so call it on a worker thread.

    Any valid answer proves a reader of the SDT family; families that only listen are READY once the port is
    open. A failure is the returned state, never raised; KeyError for an unknown model.
    """
    parser = new_reader(model)
    try:
        line = open_line(port, baudrate or parser.baudrate)
    except LineTrouble as trouble:
        return ReaderCheck(trouble.state, str(trouble.params["reason"]))
    state = ReaderCheck(LinkState.NO_ANSWER)
    try:
        line.discard_input()
        started = now = time.monotonic()
        parser.opened(now, line.gap_seconds)
        while now - started < seconds and state.state is not LinkState.READY:
            request = parser.to_send(now)
            if request:
                line.write(request)
            data = line.read(min(0.1, max(0.0, parser.wake_at(now) - now)))
            now = time.monotonic()
            for event in parser.feed(data, now):
                if isinstance(event, LinkChanged):
                    state = ReaderCheck(event.state, event.detail)
    except LineTrouble as trouble:
        return ReaderCheck(trouble.state, str(trouble.params["reason"]))
    finally:
        line.close()
    return state


def usb_only_readers(folder: Path = _SYSFS_USB) -> tuple[UsbReaderFound, ...]:
    """ID-card readers that are plugged in but are no COM port; empty where this system cannot tell."""
    if sys.platform == "win32":
        devices = _windows_devices()
    else:
        devices = _sysfs_devices(folder)
    return tuple(each for each in devices if _is_usb_only_reader(each))


def _is_usb_only_reader(device: UsbReaderFound) -> bool:
    named = any(word in device.product.lower() for word in _READER_WORDS)
    return named or (device.vendor_id, device.product_id) in _USB_ONLY_READERS


def _sysfs_devices(folder: Path) -> list[UsbReaderFound]:
    """Linux: one folder a device; those whose interface a serial driver holds are COM ports already."""
    found = []
    for device in sorted(folder.glob("*")) if folder.is_dir() else []:
        if ":" in device.name or _has_serial_driver(device):
            continue
        vendor, product = _read(device / "idVendor"), _read(device / "idProduct")
        if vendor and product:
            found.append(UsbReaderFound(int(vendor, 16), int(product, 16), _read(device / "product")))
    return found


def _has_serial_driver(device: Path) -> bool:
    drivers = (interface / "driver" for interface in device.glob(f"{device.name}:*"))
    return any(driver.resolve().name in _DRIVEN_BY_SERIAL for driver in drivers if driver.exists())


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":

    def _windows_devices() -> list[UsbReaderFound]:
        """Windows: ask WMI for the USB devices now present. Untried on a real PC; any failure means "cannot tell"."""
        import pythoncom
        import win32com.client

        found = []
        pythoncom.CoInitialize()
        try:
            service = win32com.client.GetObject("winmgmts:")
            query = "SELECT PNPDeviceID, Name, PNPClass FROM Win32_PnPEntity WHERE PNPDeviceID LIKE 'USB\\\\VID_%'"
            for each in service.ExecQuery(query):
                parts = str(each.PNPDeviceID).upper().split("\\")[1].split("&")
                if each.PNPClass != "Ports" and len(parts) >= 2:
                    found.append(UsbReaderFound(int(parts[0][4:], 16), int(parts[1][4:], 16), str(each.Name or "")))
        except (pythoncom.com_error, ValueError, IndexError):
            return []
        finally:
            pythoncom.CoUninitialize()
        return found
