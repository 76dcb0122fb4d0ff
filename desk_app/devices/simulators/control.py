"""The strings of the puppets: one JSON object a line over TCP tells a simulator what to do, one answers."""

from __future__ import annotations

import contextlib
import json
import selectors
import socket
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

Command = Mapping[str, object]
Answer = dict[str, object]
Obey = Callable[[Command], Answer]

_LONGEST_LINE = 1_000_000


class ControlServer:
    """Listens for commands and answers each with what `obey` returns, or with `{"ok": false, "error": …}`.

    `obey` runs on this server's own thread, one command at a time.
    """

    def __init__(self, obey: Obey, host: str = "127.0.0.1", port: int = 0) -> None:
        self._obey = obey
        self._listener = socket.create_server((host, port))
        self._listener.setblocking(False)
        self._waker, self._woken = socket.socketpair()
        self._pending: dict[socket.socket, bytearray] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="simulator-control", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """`host:port` to connect to."""
        host, port = self._listener.getsockname()[:2]
        return f"{host}:{port}"

    def close(self) -> None:
        """Stop answering; may be called from `obey` itself."""
        with contextlib.suppress(OSError):
            self._waker.send(b"!")
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        running = True
        while running:
            for key, _ in self._selector.select():
                connection = key.fileobj
                if connection is self._woken:
                    running = False
                elif connection is self._listener:
                    self._accept()
                elif isinstance(connection, socket.socket):
                    self._serve(connection)
        for connection in (*self._pending, self._listener, self._waker, self._woken):
            connection.close()
        self._selector.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            connection, _ = self._listener.accept()
            connection.settimeout(5.0)
            self._pending[connection] = bytearray()
            self._selector.register(connection, selectors.EVENT_READ)

    def _serve(self, connection: socket.socket) -> None:
        pending = self._pending[connection]
        try:
            data = connection.recv(65536)
            pending += data
            while (end := pending.find(b"\n")) >= 0:
                line = bytes(pending[:end])
                del pending[: end + 1]
                connection.sendall(json.dumps(self._answer(line), ensure_ascii=False).encode() + b"\n")
        except OSError:
            data = b""
        if not data or len(pending) > _LONGEST_LINE:
            self._selector.unregister(connection)
            del self._pending[connection]
            connection.close()

    def _answer(self, line: bytes) -> Answer:
        try:
            command = json.loads(line)
            if not isinstance(command, dict):
                return {"ok": False, "error": "a command is a JSON object"}
            return {"ok": True, **self._obey(command)}
        except (ValueError, KeyError, TypeError, LookupError) as error:
            return {"ok": False, "error": f"{type(error).__name__}: {error}"}


class ControlClient:
    """Tells a running simulator what to do. Used by the demo, tests and benchmarks; a context manager."""

    def __init__(self, address: str, timeout: float = 5.0) -> None:
        """`address` is `host:port`. Raises OSError when nobody listens there."""
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), timeout)
        self._lines = self._socket.makefile("rb")

    def do(self, what: str, **arguments: object) -> Answer:
        """Send one command and return its answer.

        Raises ValueError when the simulator refuses it, OSError when the simulator is gone.
        """
        self._socket.sendall(json.dumps({"do": what, **arguments}, ensure_ascii=False).encode() + b"\n")
        line = self._lines.readline()
        if not line:
            raise ConnectionResetError("the simulator is gone")
        answer = json.loads(line)
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise ValueError(f"the simulator refused {what}: {answer}")
        return answer

    def close(self) -> None:
        """Hang up; the simulator goes on."""
        self._lines.close()
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
