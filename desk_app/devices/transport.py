"""Lines to devices: serial ports by name, pyserial's URLs, and plain TCP. Bytes only; failures say what to mend."""

from __future__ import annotations

import contextlib
import errno
import re
import select
import socket
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import serial

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import GAP_SECONDS, LinkState

_SERIAL_READ_SECONDS = 0.05
_WRITE_SECONDS = 1.0
_TCP_CONNECT_SECONDS = 0.4
"""Below the 0.5 s in which a reader's thread promises to stop."""
_NETWORK_GAP_SECONDS = 1.0
"""A serial server hands bytes on in parcels, and a lost one is sent again only after 0.2–1 s."""
_CHUNK = 4096
"""Bytes of one read: more than any answer, so that a flood cannot hold the reader's thread for long."""
_CHUNKS_TO_DISCARD = 64

_MISSPELT = (ValueError, TypeError, OverflowError, LookupError, re.error)
"""What pyserial raises for an address or a speed that cannot be meant."""
_FAILURES: tuple[type[Exception], ...] = (OSError, *_MISSPELT)
if sys.platform != "win32":
    import termios

    _FAILURES = (*_FAILURES, termios.error)

PORTS_IN_USE = threading.Lock()
"""Held while a port is being opened and while ports are listed: on Windows listing blocks an opening (pyserial#309)."""


class LineTrouble(EnvironmentTrouble):
    """The line cannot be opened or was lost. `state` says how, `code` is its value, `params` has port and reason."""

    def __init__(self, state: LinkState, port: str, reason: object) -> None:
        super().__init__(state.value, port=port, reason=str(reason))
        self.state = state


class Line(ABC):
    """An open line, a context manager. One thread uses it; `wake` alone may be called from another. Every failure is
    a LineTrouble. `gap_seconds` is how long one answer may pause on it."""

    gap_seconds: float = GAP_SECONDS

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def read(self, timeout: float) -> bytes:
        """What has come, at once when anything has; b"" after `timeout` seconds or somewhat earlier or later."""

    @abstractmethod
    def write(self, data: bytes) -> None:
        """Send everything."""

    @abstractmethod
    def discard_input(self) -> None:
        """Throw away what has come and was not read."""

    @abstractmethod
    def wake(self) -> None:
        """Make a waiting `read` return."""

    @abstractmethod
    def close(self) -> None:
        """Give the port back; never fails."""


class SerialLine(Line):
    """Whatever pyserial opens: COM names, device paths, pseudo-terminals, loop:// and its other URLs. 8N1, no flow
    control."""

    def __init__(self, port: str, baudrate: int) -> None:
        self._port = port
        if port.startswith("rfc2217://"):
            self.gap_seconds = _NETWORK_GAP_SECONDS
        with _told_as(port, opening=True):
            self._serial = serial.serial_for_url(
                port,
                baudrate=baudrate,
                timeout=_SERIAL_READ_SECONDS,
                write_timeout=_WRITE_SECONDS,
                exclusive=True if sys.platform != "win32" else None,  # Windows ports are exclusive by themselves
            )

    def read(self, timeout: float) -> bytes:
        # The port's own time-out stays fixed: changing it sets up the whole port anew on Windows.
        del timeout
        with _told_as(self._port):
            first = self._serial.read(1)
            waiting = self._serial.in_waiting if first else 0
            return bytes(first + self._serial.read(min(waiting, _CHUNK))) if waiting else bytes(first)

    def write(self, data: bytes) -> None:
        with _told_as(self._port):
            self._serial.write(data)

    def discard_input(self) -> None:
        with _told_as(self._port):
            self._serial.reset_input_buffer()

    def wake(self) -> None:
        cancel = getattr(self._serial, "cancel_read", None)  # loop:// has none
        if cancel is not None:
            with contextlib.suppress(OSError, TypeError, AttributeError):  # closed meanwhile
                cancel()

    def close(self) -> None:
        # is_open stays true after a USB adapter vanished; without a real close the port is dead when it comes back.
        with contextlib.suppress(*_FAILURES):
            self._serial.close()


class TcpLine(Line):
    """A device behind a TCP port: a simulator, a serial server in raw mode.

    pyserial's socket:// hands out single bytes and sleeps 0.3 s on closing; this is the same line without that.
    """

    gap_seconds = _NETWORK_GAP_SECONDS

    def __init__(self, port: str) -> None:
        self._port = port
        parts = urlsplit(port)
        with _told_as(port, opening=True):
            if not parts.hostname or not parts.port:
                raise ValueError("a TCP port is written tcp://host:number")
            self._socket = socket.create_connection((parts.hostname, parts.port), _TCP_CONNECT_SECONDS)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(_WRITE_SECONDS)
        self._waker, self._woken = socket.socketpair()

    def read(self, timeout: float) -> bytes:
        with _told_as(self._port):
            ready = select.select([self._socket, self._woken], [], [], max(0.0, timeout))[0]
            if self._woken in ready:
                self._woken.recv(_CHUNK)
            if self._socket not in ready:
                return b""
            data = self._socket.recv(_CHUNK)
            if not data:
                raise ConnectionResetError("the other end hung up")
            return data

    def write(self, data: bytes) -> None:
        with _told_as(self._port):
            self._socket.sendall(data)

    def discard_input(self) -> None:
        with _told_as(self._port):
            # Bounded: a flood is never drained to its end.
            for _ in range(_CHUNKS_TO_DISCARD):
                if not select.select([self._socket], [], [], 0)[0]:
                    return
                if not self._socket.recv(_CHUNK):
                    raise ConnectionResetError("the other end hung up")

    def wake(self) -> None:
        with contextlib.suppress(OSError):
            self._waker.send(b"!")

    def close(self) -> None:
        for each in (self._socket, self._waker, self._woken):
            with contextlib.suppress(OSError):
                each.close()


def open_line(port: str, baudrate: int) -> Line:
    """Open `port`: `COM3`, `/dev/ttyUSB0`, a pseudo-terminal, `tcp://host:port` (also `socket://`) or a pyserial URL.

    Raises LineTrouble with ADDRESS_UNUSABLE, PORT_MISSING, PORT_BUSY or FAULT.
    """
    if baudrate < 0:
        raise LineTrouble(LinkState.ADDRESS_UNUSABLE, port, "a line has a speed above 0")
    with PORTS_IN_USE:
        if port.startswith(("tcp://", "socket://")):
            return TcpLine(port)
        return SerialLine(port, baudrate)


@contextlib.contextmanager
def _told_as(port: str, *, opening: bool = False) -> Iterator[None]:
    """Turn whatever a port raises into a LineTrouble.

    pyserial raises SerialException (an OSError), plain OSError, TypeError when a port is closed under a read, and
    lets termios.error through, which is neither.
    """
    try:
        yield
    except _FAILURES as error:
        raise LineTrouble(_state_of(error, port) if opening else LinkState.LOST, port, error) from error


_MISSING = frozenset(
    {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH}
)
_NO_PORT = frozenset({errno.ENOTTY, errno.EISDIR, errno.EINVAL, errno.ENOTDIR})
"""What stands at that address is no port."""
_NOT_A_TERMINAL = "Could not configure port: (25,"
_BUSY = frozenset({errno.EBUSY, errno.EAGAIN})


def _state_of(error: Exception, port: str) -> LinkState:
    """What an error while opening means. pyserial keeps the system's number on POSIX and only its words on Windows."""
    number = getattr(error, "errno", None)
    misspelt = isinstance(error, _MISSPELT) and not isinstance(error, OSError)
    if misspelt or number in _NO_PORT or _NOT_A_TERMINAL in str(error):
        return LinkState.ADDRESS_UNUSABLE
    words = str(error)
    if number in _BUSY or "exclusively lock" in words or "PermissionError" in words or "Access is denied" in words:
        return LinkState.PORT_BUSY
    if (
        number in _MISSING
        or "FileNotFoundError" in words
        or "no ports found" in words  # hwgrep://
        or "refused" in words
        or isinstance(error, socket.gaierror | TimeoutError)
    ):
        return LinkState.PORT_MISSING
    # What pyserial's URLs raise for a wrong one has no number either; no device was reached that could be at fault.
    return LinkState.ADDRESS_UNUSABLE if "://" in port else LinkState.FAULT
