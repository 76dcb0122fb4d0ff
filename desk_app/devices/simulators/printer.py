"""A receipt printer that is a port: answers as one, prints into a folder, and runs out of paper when told to."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from desk_app.devices.printers import printer_by_model
from desk_app.devices.simulators.control import Answer, Command, ControlServer
from desk_app.devices.simulators.ports import SimulatedPort, TcpPort, open_port
from desk_app.devices.simulators.receipts import Paper, Receipt, Token, Tokens

_READ_SECONDS = 0.05
_IDENTITY = b"_Linlihui simulated printer\x00"


@dataclass(slots=True)
class _Condition:
    """What is wrong with the printer; everything false is a printer that prints."""

    paper_low: bool = False
    paper_out: bool = False
    cover_open: bool = False
    silent: bool = False
    hold: bool = False

    @property
    def stopped(self) -> bool:
        return self.paper_out or self.cover_open or self.silent or self.hold

    def status(self, n: int) -> int:
        """The answer to DLE EOT n."""
        stop = self.paper_out or self.cover_open
        return {
            1: 0x12 | 0x08 * stop,
            2: 0x12 | 0x04 * self.cover_open | 0x20 * self.paper_out,
            3: 0x12,
            4: 0x12 | 0x0C * (self.paper_low or self.paper_out) | 0x60 * self.paper_out,
        }.get(n, 0x12)

    def automatic(self) -> bytes:
        """The four bytes of the unasked status (ASB)."""
        stop = self.paper_out or self.cover_open
        first = 0x10 | 0x08 * stop | 0x20 * self.cover_open
        return bytes([first, 0, 0x03 * self.paper_low | 0x0C * self.paper_out, 0])


_FAULTS = ("paper_low", "paper_out", "cover_open", "silent", "hold", "cut_mid_job")


class SimulatedPrinter:
    """One printer on one simulated port. Received data waits while it cannot print, and goes on afterwards.

    A context manager; its own thread ends with `close`. Every receipt becomes `receipt-0001.png` and `.txt` in `out`.
    """

    def __init__(self, port: SimulatedPort, out: Path, *, model: str = "generic-80") -> None:
        self._port = port
        self._out = out
        self._out.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._condition = _Condition()
        self._tokens = Tokens()
        self._queue: deque[Token] = deque()
        self._paper = Paper(printer_by_model(model).dots)
        self._receipts: list[Receipt] = []
        self._received = 0
        self._planned: tuple[int, str] | None = None
        self._unasked = False
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulated-printer", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """What to enter as the printer's address."""
        return self._port.address

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """Everything that came out so far."""
        with self._lock:
            return tuple(self._receipts)

    @property
    def received(self) -> int:
        """Bytes taken since the start, questions included."""
        with self._lock:
            return self._received

    def wait_for_receipts(self, count: int, seconds: float = 10.0) -> tuple[Receipt, ...]:
        """Wait until so many came out; raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._receipts) >= count, seconds):
                raise TimeoutError(f"{len(self._receipts)} of {count} receipts came out")
            return tuple(self._receipts)

    def do(self, what: str, *, after_bytes: int = 0) -> None:
        """A fault begins, at once or in the middle of what comes next: `paper_low`, `paper_out`, `cover_open`,
        `silent`, `hold`, `cut_mid_job` (the line breaks; a pseudo-terminal stays away until `plug` or `ok`); or `ok`
        (everything is mended, plug included), `unplug`, `plug`.

        Raises ValueError for anything else.
        """
        with self._lock:
            if what in _FAULTS:
                if after_bytes:
                    self._planned = (self._received + after_bytes, what)
                else:
                    self._begin(what)
            elif what == "ok":
                self._port.plug()
                self._planned = None
                self._condition = _Condition()
                self._tell_unasked()
                self._print_what_waits()
            elif what == "unplug":
                self._port.unplug()
                self._lose_power()
            elif what == "plug":
                self._port.plug()
            else:
                raise ValueError(f"a printer cannot do {what}")

    def close(self) -> None:
        """Go away for good."""
        self._closing.set()
        self._port.unplug()
        self._thread.join()
        self._port.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def obey(self, command: Command) -> Answer:
        """One command from the control line: those of `do`, and `receipts` or `state`."""
        what = str(command["do"])
        if what == "receipts":
            return {"receipts": [{"number": n, "text": r.text} for n, r in enumerate(self.receipts, 1)]}
        if what != "state":
            after = command.get("after_bytes", 0)
            if not isinstance(after, int):
                raise TypeError("after_bytes is a number")
            self.do(what, after_bytes=after)
        with self._lock:
            return {"received": self._received, "printed": len(self._receipts), "waiting": len(self._queue)}

    def _run(self) -> None:
        while not self._closing.is_set():
            data = self._port.read(_READ_SECONDS)
            if not data:
                # The port may be unplugged and answer at once; no need to spin on it.
                self._closing.wait(_READ_SECONDS / 10)
                continue
            with self._lock:
                self._take(data)

    def _take(self, data: bytes) -> None:
        if self._planned is not None and self._received + len(data) >= self._planned[0]:
            upto, fault = self._planned
            self._planned = None
            first, rest = data[: upto - self._received], data[upto - self._received :]
            self._take(first)
            self._begin(fault)
            if fault != "cut_mid_job":
                self._take(rest)
            return
        self._received += len(data)
        for token in self._tokens.feed(data):
            if token.name == "DLE EOT":  # answered on arrival, whatever waits before it
                self._answer(bytes([self._condition.status(token.data[0])]))
            else:
                self._queue.append(token)
        self._print_what_waits()

    def _begin(self, fault: str) -> None:
        if fault == "cut_mid_job":
            if isinstance(self._port, TcpPort):
                self._port.hang_up()
            else:
                self._port.unplug()
            return
        setattr(self._condition, fault, True)
        self._tell_unasked()

    def _lose_power(self) -> None:
        self._tokens.forget()
        self._queue.clear()
        self._unasked = False
        torn = self._paper.lost_power()
        if torn is not None:
            self._keep(torn)

    def _print_what_waits(self) -> None:
        while self._queue and not self._condition.stopped:
            token = self._queue.popleft()
            if token.name == "GS r":
                self._answer(bytes([0x03 * self._condition.paper_low]))
            elif token.name == "GS a":
                self._unasked = token.data[0] != 0
                self._tell_unasked()
            elif token.name == "GS I":
                self._answer(_IDENTITY if token.data[0] > 64 else b"\x02")
            elif token.name == "GS (" and token.data[:1] == b"H":
                self._answer(b"\x37\x22" + token.data[5:9] + b"\x00")
            elif (receipt := self._paper.take(token)) is not None:
                self._keep(receipt)

    def _keep(self, receipt: Receipt) -> None:
        name = f"receipt-{len(self._receipts) + 1:04}"
        receipt.picture.convert("1").save(self._out / f"{name}.png")
        (self._out / f"{name}.txt").write_text(receipt.text + "\n", encoding="utf-8")
        self._receipts.append(receipt)
        self._changed.notify_all()

    def _tell_unasked(self) -> None:
        if self._unasked:
            self._answer(self._condition.automatic())

    def _answer(self, data: bytes) -> None:
        if not self._condition.silent:
            self._port.write(data)


def serve(
    where: str,
    out: Path,
    say: Callable[[str], None],
    *,
    control: str = "127.0.0.1:0",
    model: str = "generic-80",
    baudrate: int = 0,
    until: threading.Event | None = None,
) -> None:
    """Run a simulated printer until `until` is set or `{"do": "quit"}` arrives; for `desk-app simulate printer`.

    `where` is `tcp://host:port`, `pty` or `pty:LINK`; `control` is `host:port`, with or without `tcp://`. Once ready,
    `say` gets one line of JSON: `{"port": …, "control": …, "out": …}`. Raises ValueError or OSError when a port cannot
    be had.
    """
    done = until or threading.Event()
    host, _, number = control.removeprefix("tcp://").rpartition(":")

    with SimulatedPrinter(open_port(where, baudrate), out, model=model) as printer:

        def obey(command: Command) -> Answer:
            if command.get("do") == "quit":
                done.set()
                return {}
            return printer.obey(command)

        strings = ControlServer(obey, host or "127.0.0.1", int(number))
        try:
            say(json.dumps({"port": printer.address, "control": strings.address, "out": str(out)}, ensure_ascii=False))
            done.wait()
        finally:
            strings.close()
