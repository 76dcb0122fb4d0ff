"""A simulated barcode scanner on a serial line: sends what it is told to have scanned, framed as configured."""

from __future__ import annotations

from desk_app.devices.simulators.control import Answer, Command
from desk_app.devices.simulators.device import Announce, SimulatedDevice, run_device
from desk_app.devices.simulators.ports import SimulatedPort, open_port

SUFFIXES = {"cr": b"\r", "lf": b"\n", "crlf": b"\r\n", "none": b"", "eot": b"\x04"}


class ScannerSimulator(SimulatedDevice):
    """`suffix` is a key of SUFFIXES, `encoding` what the scanner makes of Chinese text."""

    name = "simulated-scanner"

    def __init__(self, port: SimulatedPort, suffix: str = "crlf", encoding: str = "utf-8") -> None:
        super().__init__(port)
        self._suffix = SUFFIXES[suffix]
        self._encoding = encoding

    def received(self, data: bytes) -> None:
        """Configuration commands are not simulated."""

    def obey_own(self, what: str, command: Command) -> Answer:
        match what:
            case "scan":
                line = str(command["text"]).encode(self._encoding)
            case "no_read":
                line = b"%%NoRead"
            case _:
                raise ValueError(f"unknown command {what}")
        self.on_thread(lambda: self._write(line))
        return {}

    def _write(self, line: bytes) -> None:
        self.port.write(line + self._suffix)


def run_scanner(
    port: str = "tcp://127.0.0.1:0",
    *,
    baudrate: int = 0,
    suffix: str = "crlf",
    control: str = "127.0.0.1:0",
    announce: Announce | None = None,
) -> None:
    """Be a barcode scanner until told to quit; announces `{"port": …, "control": …}` when ready."""
    run_device(ScannerSimulator(open_port(port, baudrate), suffix), control, announce)
