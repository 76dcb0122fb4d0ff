"""Ports at which a simulated device is found: TCP on every platform, a pseudo-terminal on Linux, paced like a line."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import tempfile
import threading
import time
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_BITS_PER_BYTE = 10
"""8N1: start bit, eight data bits, stop bit."""
_SLICE_SECONDS = 0.002
"""A paced write leaves in slices this long, each at its own deadline, so the error does not add up over a frame."""
_CHUNK = 65536


class SimulatedPort(ABC):
    """The device's side of a line. `read` and `write` belong to one thread; the other methods to any."""

    def __init__(self, baudrate: int = 0) -> None:
        """`baudrate` 0 means as fast as the transport goes."""
        self.baudrate = baudrate
        self._lock = threading.RLock()
        self._waker, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        self._line_free_at = 0.0

    @property
    @abstractmethod
    def address(self) -> str:
        """What to enter as the port in the desk's settings; stays the same when unplugged and plugged in again."""

    @abstractmethod
    def plug(self) -> None:
        """Appear again after `unplug`; nothing happens when plugged in already."""

    @abstractmethod
    def _vanish(self) -> None:
        """Take the port away. Called with the lock held."""

    @abstractmethod
    def _sources(self) -> list[int]:
        """File descriptors worth waiting for. Called with the lock held."""

    @abstractmethod
    def _receive(self, ready: set[int]) -> bytes:
        """What came from the desk, b"" for nothing. Called with the lock held."""

    @abstractmethod
    def _send(self, piece: bytes) -> bool:
        """Send all of `piece`; False when nobody is there. Called with the lock held."""

    def read(self, timeout: float) -> bytes:
        """Bytes from the desk at line speed; b"" after `timeout` seconds, or earlier when the plug was pulled."""
        deadline = time.monotonic() + timeout
        while True:
            with self._lock:
                sources = self._sources()
            left = max(0.0, deadline - time.monotonic())
            try:
                ready = select.select([self._woken.fileno(), *sources], [], [], left)[0]
            except (OSError, ValueError):  # closed under our hands by unplug() or close()
                return b""
            if self._woken.fileno() in ready:
                self._drain_waker()
                return b""
            with self._lock:
                data = self._receive(set(ready))
            if data:
                if self.baudrate:
                    time.sleep(len(data) * _BITS_PER_BYTE / self.baudrate)
                return data
            if left <= 0.0:
                return b""

    def write(self, data: bytes) -> int:
        """Send at line speed; return how many bytes left before the line ended (all of them, usually)."""
        if not self.baudrate:
            with self._lock:
                return len(data) if self._send(data) else 0
        size = max(1, int(self.baudrate * _SLICE_SECONDS / _BITS_PER_BYTE))
        start = max(time.monotonic(), self._line_free_at)
        for sent in range(0, len(data), size):
            piece = data[sent : sent + size]
            # A byte exists for the receiver only once its stop bit has passed.
            self._line_free_at = start + (sent + len(piece)) * _BITS_PER_BYTE / self.baudrate
            time.sleep(max(0.0, self._line_free_at - time.monotonic()))
            with self._lock:
                if not self._send(piece):
                    return sent
        return len(data)

    def unplug(self) -> None:
        """Disappear as a pulled USB plug does: the desk's next read or write fails, opening fails."""
        with self._lock:
            self._vanish()
        self.wake()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Disappear for good."""
        self.unplug()
        with self._lock:
            self._waker.close()
            self._woken.close()

    def wake(self) -> None:
        """Make a waiting `read` return; from any thread."""
        with contextlib.suppress(OSError):
            self._waker.send(b"!")

    def _drain_waker(self) -> None:
        with contextlib.suppress(OSError):
            self._woken.recv(_CHUNK)


class TcpPort(SimulatedPort):
    """A listening socket with one client at a time, like a serial port with one owner; a second is turned away."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0, baudrate: int = 0) -> None:
        super().__init__(baudrate)
        self._host = host
        self._port = port
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None
        self.plug()

    @property
    def address(self) -> str:
        return f"tcp://{self._host}:{self._port}"

    @property
    def has_client(self) -> bool:
        """Whether the desk holds the line."""
        with self._lock:
            return self._client is not None

    def plug(self) -> None:
        with self._lock:
            if self._listener is not None:
                return
            listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            if sys.platform != "win32":  # there it would let two simulators share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self._host, self._port))
            listener.listen(2)
            listener.setblocking(False)
            self._port = listener.getsockname()[1]
            self._listener = listener
        self.wake()

    def hang_up(self) -> None:
        """Drop the client but stay reachable, as a network printer does after an idle time."""
        with self._lock:
            self._drop_client()

    def _vanish(self) -> None:
        self._drop_client()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _drop_client(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _sources(self) -> list[int]:
        return [each.fileno() for each in (self._client, self._listener) if each is not None]

    def _receive(self, ready: set[int]) -> bytes:
        # The client comes before the listener: its end must be seen before its successor is judged a second owner.
        if self._client is not None and self._client.fileno() in ready:
            try:
                data = self._client.recv(_CHUNK)
            except BlockingIOError:
                return b""
            except OSError:
                data = b""
            if not data:
                self._drop_client()
            return data
        if self._listener is not None and self._listener.fileno() in ready:
            self._accept(self._listener)
        return b""

    def _accept(self, listener: socket.socket) -> None:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        if self._client is not None:
            client.close()
            return
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client

    def _send(self, piece: bytes) -> bool:
        if self._client is None and self._listener is not None:
            self._accept(self._listener)  # a desk that has just knocked must not miss what is said now
        if self._client is None:
            return False
        view = memoryview(piece)
        try:
            while view:
                select.select([], [self._client], [], 1.0)
                view = view[self._client.send(view) :]
        except OSError:
            self._drop_client()
            return False
        return True


if sys.platform != "win32":
    import pty
    import tty

    class PtyPort(SimulatedPort):
        """A pseudo-terminal behind a link with a lasting name, so that plugging in again finds the same port."""

        def __init__(self, link: Path | None = None, baudrate: int = 0) -> None:
            super().__init__(baudrate)
            self._folder: tempfile.TemporaryDirectory[str] | None = None
            if link is None:
                self._folder = tempfile.TemporaryDirectory(prefix="desk-simulator-")
                link = Path(self._folder.name) / "port"
            self._link = link
            self._master = -1
            self._slave = -1
            self.plug()

        @property
        def address(self) -> str:
            return str(self._link)

        def plug(self) -> None:
            with self._lock:
                if self._master >= 0:
                    return
                self._master, self._slave = pty.openpty()
                # The device's own hold on the far end keeps the pair alive while the desk closes and reopens it.
                tty.setraw(self._slave)
                os.set_blocking(self._master, False)
                self._link.unlink(missing_ok=True)
                self._link.symlink_to(os.ttyname(self._slave))
            self.wake()

        def close(self) -> None:
            super().close()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

        def _vanish(self) -> None:
            if self._master >= 0:
                self._link.unlink(missing_ok=True)
                os.close(self._slave)
                os.close(self._master)
                self._master = self._slave = -1

        def _sources(self) -> list[int]:
            return [self._master] if self._master >= 0 else []

        def _receive(self, ready: set[int]) -> bytes:
            if self._master not in ready:
                return b""
            try:
                return os.read(self._master, _CHUNK)
            except OSError:
                return b""

        def _send(self, piece: bytes) -> bool:
            view = memoryview(piece)
            deadline = time.monotonic() + 1.0
            while view and self._master >= 0:
                try:
                    view = view[os.write(self._master, view) :]
                except BlockingIOError:  # nobody reads: a line loses what no one takes
                    if time.monotonic() > deadline:
                        return False
                    select.select([], [self._master], [], 0.05)
                except OSError:
                    return False
            return not view


def open_port(where: str, baudrate: int = 0) -> SimulatedPort:
    """A port for `tcp://host:port` (port 0: any free one), `pty` or, with a lasting name, `pty:/path/of/link`.

    Raises ValueError for anything else and for `pty` on Windows.
    """
    if where.startswith("tcp://"):
        parts = urlsplit(where)
        return TcpPort(parts.hostname or "127.0.0.1", parts.port or 0, baudrate)
    if sys.platform != "win32" and (where == "pty" or where.startswith("pty:")):
        _, _, link = where.partition(":")
        return PtyPort(Path(link) if link else None, baudrate)
    raise ValueError(f"no such kind of simulated port: {where}")
