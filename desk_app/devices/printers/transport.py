"""Lines to printers: one small interface over python-escpos's transports, with its traps worked round.

python-escpos opens serial, USB and Windows devices; reading, partial writing and closing are done here on the raw
device, because its own status calls wait a whole time-out per byte, believe a closed peer, and closing loses data.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import select
import socket
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.address import Address, Way

CONNECT_SECONDS = 3.0
_LINGER_SECONDS = 0.5
_POSIX = os.name == "posix"
_READ_SIZE = 256
_SERIAL_SLICE = 64
"""Bytes handed to a serial driver at once: what is lost sight of when it blocks."""


class LineBroken(Exception):  # noqa: N818  (a state of the line, not a programming error)
    """The line ended while in use: unplugged, closed by the printer, or failing. The argument is for the log."""


class PrinterLine(ABC):
    """One open line to a printer. All calls from one thread.

    `answers` says whether anything can ever be read back.
    """

    answers = True

    def begin(self, name: str) -> None:  # noqa: B027  (most lines have nothing to do)
        """A job begins; `name` is its slip number. Only spoolers care."""

    @abstractmethod
    def write_some(self, data: bytes, wait: float) -> int:
        """Hand over as much of `data` as the line takes within `wait` seconds; return how many bytes (0: none).

        Raises LineBroken.
        """

    @abstractmethod
    def read(self, wait: float) -> bytes:
        """What the printer sent, b"" after `wait` seconds of silence. Raises LineBroken at the end of the line."""

    def end(self) -> None:  # noqa: B027  (most lines have nothing to do)
        """The job is complete; raises LineBroken when what is still on its way cannot be handed over."""

    @abstractmethod
    def close(self) -> None:
        """Close without losing what was written. Never raises."""


def open_line(address: Address) -> PrinterLine:
    """Open the line to a printer.

    Raises EnvironmentTrouble: `printer.unreachable`, `printer.port_missing`, `printer.not_a_port`,
    `printer.port_busy`, `printer.port_forbidden`, `printer.usb_missing`, `printer.usb_library_missing`,
    `printer.file_not_writable`, `printer.queue_missing` or `printer.windows_only`, each with `where`.
    """
    return _LINES[address.way](address)


@cache
def _escpos(name: str) -> ModuleType:
    """python-escpos's printer module `name`, imported on first use because it takes a quarter of a second.

    It puts a handler on a root logger that has none, reads a pickle from a folder named by the environment, and makes
    an empty temporary folder at every start; so it gets a quiet logger and one private folder that is removed again.
    """
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
    variable = "ESCPOS_CAPABILITIES_PICKLE_DIR"
    made_here = variable not in os.environ
    with tempfile.TemporaryDirectory(prefix="desk-escpos-") as folder:
        os.environ.setdefault(variable, folder)
        original = tempfile.mkdtemp
        try:
            tempfile.mkdtemp = lambda *_a, **_k: folder  # type: ignore[assignment]  # its only use at import
            return importlib.import_module(f"escpos.printer.{name}")
        finally:
            tempfile.mkdtemp = original
            if made_here:
                del os.environ[variable]


def _trouble(code: str, address: Address) -> EnvironmentTrouble:
    return EnvironmentTrouble(code, where=address.text)


class NetworkLine(PrinterLine):
    """TCP port 9100 and the like."""

    def __init__(self, address: Address) -> None:
        # Not python-escpos's Network: it leaves a socket open at every failed attempt, hides the cause behind its own
        # exception and closes with SHUT_RDWR, after which an unread status byte resets the connection.
        try:
            self._socket = socket.create_connection((address.host, address.port), CONNECT_SECONDS)
        except OSError as error:
            raise _trouble("printer.unreachable", address) from error
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setblocking(False)

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            if not select.select([], [self._socket], [], wait)[1]:
                return 0
            return self._socket.send(data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise LineBroken(error.strerror) from error

    def read(self, wait: float) -> bytes:
        try:
            if not select.select([self._socket], [], [], wait)[0]:
                return b""
            data = self._socket.recv(_READ_SIZE)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise LineBroken(error.strerror) from error
        if not data:
            raise LineBroken("closed by the printer")
        return data

    def close(self) -> None:
        deadline = time.monotonic() + _LINGER_SECONDS
        with contextlib.suppress(OSError, LineBroken):
            self._socket.shutdown(socket.SHUT_WR)
            while (left := deadline - time.monotonic()) > 0:
                self.read(left)
        self._socket.close()


class SerialLine(PrinterLine):
    """A COM port, a USB-to-serial adapter or a pseudo-terminal."""

    def __init__(self, address: Address) -> None:
        if _POSIX and Path(address.device).exists() and not Path(address.device).is_char_device():
            raise _trouble("printer.not_a_port", address)
        serial = importlib.import_module("serial")
        self._error: type[Exception] = serial.SerialException
        # dsrdtr defaults to True in python-escpos, and a cable without DSR then blocks for ever.
        printer = _escpos("serial").Serial(
            address.device, address.baudrate, timeout=0.05, dsrdtr=address.flow == "dsrdtr", xonxoff=False
        )
        try:
            printer.open()
        except Exception as error:
            raise _trouble(_serial_code(error), address) from error
        self._port: Any = printer.device
        printer._device = False  # noqa: SLF001  (closed here, not by its __del__)
        self._port.rtscts = address.flow == "rtscts"
        self._port.write_timeout = 1.0

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            if _POSIX:
                if not select.select([], [self._port], [], wait)[1]:
                    return 0
                return os.write(self._port.fileno(), data[: _SERIAL_SLICE * 8])
            self._port.write_timeout = max(wait, 0.5)
            return int(self._port.write(data[:_SERIAL_SLICE]) or 0)
        except BlockingIOError:
            return 0
        except (OSError, self._error) as error:
            raise LineBroken(str(error)) from error

    def read(self, wait: float) -> bytes:
        deadline = time.monotonic() + wait
        try:
            while True:
                if _POSIX and not select.select([self._port], [], [], max(0.0, wait))[0]:
                    return b""
                data = self._port.read(1)
                if data:
                    return bytes(data + self._port.read(self._port.in_waiting))
                if (wait := deadline - time.monotonic()) <= 0:
                    return b""
        except (OSError, TypeError, self._error) as error:  # TypeError: pyserial, when closed under its hands
            raise LineBroken(str(error)) from error

    def close(self) -> None:
        with contextlib.suppress(OSError, self._error):
            deadline = time.monotonic() + _LINGER_SECONDS
            while self._port.out_waiting and time.monotonic() < deadline:
                time.sleep(0.01)
        with contextlib.suppress(OSError, self._error):
            self._port.close()


def _serial_code(error: Exception) -> str:
    text = str(error)
    if "PermissionError" in text or "Errno 16" in text or "Access is denied" in text:
        return "printer.port_busy"
    return "printer.port_forbidden" if "Errno 13" in text else "printer.port_missing"


class DeviceFileLine(PrinterLine):
    """/dev/usb/lp0 and its like, opened for both ways; python-escpos's File only writes."""

    def __init__(self, address: Address) -> None:
        try:
            self._handle = os.open(address.device, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
        except PermissionError as error:
            raise _trouble("printer.port_forbidden", address) from error
        except OSError as error:
            busy = isinstance(error, BlockingIOError) or error.errno == 16
            raise _trouble("printer.port_busy" if busy else "printer.port_missing", address) from error

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            if not select.select([], [self._handle], [], wait)[1]:
                return 0
            return os.write(self._handle, data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise LineBroken(error.strerror) from error

    def read(self, wait: float) -> bytes:
        try:
            if not select.select([self._handle], [], [], wait)[0]:
                return b""
            data = os.read(self._handle, _READ_SIZE)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise LineBroken(error.strerror) from error
        if not data:  # usblp says "nothing yet" this way
            time.sleep(min(wait, 0.05))
        return data

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._handle)


class FileLine(PrinterLine):
    """Jobs one after another in a file; python-escpos's File would empty it at every start."""

    answers = False

    def __init__(self, address: Address) -> None:
        try:
            self._file = Path(address.device).open("ab")  # noqa: SIM115  (closed by close())
        except OSError as error:
            raise _trouble("printer.file_not_writable", address) from error

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            raise LineBroken(error.strerror) from error

    def read(self, wait: float) -> bytes:
        return b""

    def end(self) -> None:
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise LineBroken(error.strerror) from error

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()


class UsbLine(PrinterLine):
    """A printer on USB without a driver in between (libusb; on Windows only after WinUSB was put on it)."""

    def __init__(self, address: Address) -> None:
        core = importlib.import_module("usb.core")
        self._timeout: type[Exception] = core.USBTimeoutError
        self._error: type[Exception] = core.USBError
        printer = _escpos("usb").Usb(address.vendor, address.product, timeout=1000)
        try:
            printer.open()
        except core.NoBackendError as error:
            raise _trouble("printer.usb_library_missing", address) from error
        except Exception as error:
            raise _trouble("printer.usb_missing", address) from error
        self._printer: Any = printer
        self._device: Any = printer.device
        self._in, self._out = self._endpoints()
        self.answers = self._in is not None

    def _endpoints(self) -> tuple[int | None, int]:
        """The bulk endpoints of the printer's interface; python-escpos assumes 0x82 and 0x01, which many lack."""
        found = {True: None, False: 0x01}
        for interface in self._device.get_active_configuration():
            for endpoint in interface:
                if endpoint.bmAttributes & 0x03 == 0x02:
                    found[bool(endpoint.bEndpointAddress & 0x80)] = endpoint.bEndpointAddress
            if interface.bInterfaceClass == 0x07:
                break
        return found[True], found[False] or 0x01

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            return int(self._device.write(self._out, data[:512], max(1, int(wait * 1000))))
        except self._timeout:
            return 0
        except (OSError, self._error) as error:
            raise LineBroken(str(error)) from error

    def read(self, wait: float) -> bytes:
        deadline = time.monotonic() + wait
        while self._in is not None and (left := deadline - time.monotonic()) > 0:
            try:
                data = bytes(self._device.read(self._in, 64, max(1, int(left * 1000))))
            except self._timeout:
                return b""
            except (OSError, self._error) as error:
                raise LineBroken(str(error)) from error
            if data:
                return data
            time.sleep(0.05)  # first reads are often empty
        return b""

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._printer.close()


class QueueLine(PrinterLine):
    """A printer behind the Windows spooler: one document a job, nothing is ever read back."""

    answers = False

    def __init__(self, address: Address) -> None:
        module = _escpos("win32raw")
        if not module.is_usable():
            raise _trouble("printer.windows_only", address)
        self._printer: Any = module.Win32Raw(address.device)
        if address.device not in self._printer.printers:  # OpenPrinter succeeds for printers long unplugged
            raise _trouble("printer.queue_missing", address)

    def begin(self, name: str) -> None:
        try:
            self._printer.open(job_name=name)
        except Exception as error:  # pywintypes.error is no OSError
            raise LineBroken(str(error)) from error

    def write_some(self, data: bytes, wait: float) -> int:
        try:
            self._printer._raw(data)  # noqa: SLF001  (its public face for bytes)
        except Exception as error:
            raise LineBroken(str(error)) from error
        return len(data)

    def read(self, wait: float) -> bytes:
        return b""

    def end(self) -> None:
        self.close()

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._printer.close()


_LINES: dict[Way, Callable[[Address], PrinterLine]] = {
    Way.NETWORK: NetworkLine,
    Way.SERIAL: SerialLine,
    Way.DEVICE: DeviceFileLine,
    Way.FILE: FileLine,
    Way.USB: UsbLine,
    Way.QUEUE: QueueLine,
}
