"""Simulated card readers: one speaks the SDT/SAM protocol by the book or badly on command, one prints card numbers."""

from __future__ import annotations

import dataclasses
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from desk_app.devices.readers.sdt_frames import PREAMBLE, BadFrame, FrameFault, FrameParser, build
from desk_app.devices.simulators.control import Answer, Command
from desk_app.devices.simulators.device import Announce, SimulatedDevice, run_device
from desk_app.devices.simulators.people import PEOPLE, person
from desk_app.devices.simulators.ports import SimulatedPort, open_port
from desk_app.devices.simulators.sdt_blocks import SimulatedCard, address_data, card_data, card_from_json

_SAM_ID = bytes.fromhex("0500010005253501010000002A000000")
_COMMANDS = {
    "10FF": "reset",
    "11FF": "status",
    "12FF": "sam_id",
    "2001": "find",
    "2002": "select",
    "3001": "read",
    "3010": "read",
    "3003": "address",
}
_BITS_PER_BYTE = 10


class Misdeed(StrEnum):
    """How an answer can go wrong."""

    SILENCE = "silence"
    GARBAGE = "garbage"
    NOISE = "noise"
    CUT = "cut"
    CHECKSUM = "checksum"
    STATUS = "status"
    FLIP = "flip"
    COLLIDE = "collide"
    LENGTH = "length"
    PREAMBLES = "preambles"
    STUTTER = "stutter"


@dataclass(slots=True)
class _Fault:
    how: Misdeed
    on: str
    times: int
    status: int


class SdtSimulator(SimulatedDevice):
    """A reader with a SAM. Cards are put on it and lifted by `present` and `lift` or over the control channel.

    `find_stays`: go on answering *find* with 9F while a card lies there, as some readers do; otherwise a card that
    was read is not found again before it was lifted. `reads_twice`: whether 30 01 works again without a new find.
    """

    name = "simulated-reader"

    def __init__(
        self, port: SimulatedPort, *, find_stays: bool = False, reads_twice: bool = True, seed: int = 1
    ) -> None:
        super().__init__(port)
        self.find_stays = find_stays
        self.reads_twice = reads_twice
        self.commands: Counter[str] = Counter()
        self.tap: dict[str, float] = {}
        """The last whole reading: monotonic seconds when its find began and its last byte left, bytes exchanged."""
        self._frames = FrameParser(shortest_length=3)
        self._random = random.Random(seed)  # noqa: S311  (noise on a wire)
        self._faults: list[_Fault] = []
        self._card: SimulatedCard | None = None
        self._found = self._selected = self._read = False
        self._answers: dict[str, Callable[[], bytes]] = {
            "reset": lambda: _reply(0x90),
            "status": lambda: _reply(0x90),
            "sam_id": lambda: _reply(0x90, _SAM_ID),
            "find": self._on_find,
            "select": self._on_select,
            "read": self._on_read,
            "address": self._on_address,
        }

    def present(self, card: SimulatedCard) -> None:
        """Put a card on the reader, lifting the one that lies there."""
        self._found = self._selected = self._read = False
        self._card = card

    def lift(self) -> None:
        """Take the card away."""
        self._card = None
        self._found = self._selected = self._read = False

    def misbehave(self, how: Misdeed, *, on: str = "any", times: int = 1, status: int = 0x41) -> None:
        """Spoil the next `times` answers (0: all) to `on`: status, find, select, read, address or any."""
        self._faults.append(_Fault(how, on, times or 1_000_000_000, status))

    def behave(self) -> None:
        """Forget all mischief."""
        self._faults.clear()

    def obey_own(self, what: str, command: Command) -> Answer:
        match what:
            case "present":
                wanted = _wanted_card(command)
                self.on_thread(lambda: self.present(wanted))
            case "lift":
                self.on_thread(self.lift)
            case "misbehave":
                how, on = Misdeed(str(command["how"])), str(command.get("on", "any"))
                times, status = int(str(command.get("times", 1))), int(str(command.get("status", "41")), 16)
                self.on_thread(lambda: self.misbehave(how, on=on, times=times, status=status))
            case "behave":
                self.on_thread(self.behave)
            case "people":
                return {"people": list(PEOPLE)}
            case "state":
                return {"card": self._card is not None, "commands": dict(self.commands), "tap": dict(self.tap)}
            case _:
                raise ValueError(f"unknown command {what}")
        return {}

    def received(self, data: bytes) -> None:
        arrived = time.monotonic()
        for item in self._frames.feed(data, arrived):
            if not isinstance(item, BadFrame):
                self._answer(item.body, arrived)
            elif item.fault is not FrameFault.CUT:
                self.port.write(_reply(0x10 if item.fault is FrameFault.CHECKSUM else 0x11))

    def _answer(self, body: bytes, arrived: float) -> None:
        name = _COMMANDS.get(body[:2].hex().upper(), body[:2].hex().upper())
        self.commands[name] += 1
        reply = self._answers[name]() if name in self._answers else _reply(0x21)
        request_bytes = len(body) + 8
        if name == "find":
            baudrate = self.port.baudrate
            begun = arrived - (request_bytes * _BITS_PER_BYTE / baudrate if baudrate else 0.0)
            self.tap = {"began": begun, "bytes": 0.0}
        # Counted before it leaves: whoever waits for the last byte must find the whole sum.
        self.tap["bytes"] = self.tap.get("bytes", 0.0) + request_bytes + len(reply)
        self._send(name, reply)
        if name == "read":
            self.tap["ended"] = time.monotonic()

    def _on_find(self) -> bytes:
        if self._card is None or (self._read and not self.find_stays):
            return _reply(0x80)
        self._found = True
        return _reply(0x9F, bytes(4))

    def _on_select(self) -> bytes:
        self._selected = self._card is not None and self._found
        return _reply(0x90, bytes(8)) if self._selected else _reply(0x81)

    def _on_read(self) -> bytes:
        if self._card is None or not self._selected:
            return _reply(0x41)
        self._read = True
        self._selected = self.reads_twice
        return _reply(0x90, card_data(self._card))

    def _on_address(self) -> bytes:
        if self._card is None or not self._read:
            return _reply(0x41)
        address = self._card.newest_address
        return _reply(0x90, address_data(address)) if address else _reply(0x91)

    def _send(self, name: str, reply: bytes) -> None:
        fault = next((each for each in self._faults if each.on in ("any", name)), None)
        if fault is None:
            self.port.write(reply)
            return
        fault.times -= 1
        if fault.times <= 0:
            self._faults.remove(fault)
        for piece in self._spoilt(fault, reply):
            self.port.write(piece)
            if fault.how is Misdeed.STUTTER:
                time.sleep(0.05)

    def _spoilt(self, fault: _Fault, reply: bytes) -> list[bytes]:
        noise = self._random.randbytes(40)
        spoil: dict[Misdeed, Callable[[], list[bytes]]] = {
            Misdeed.SILENCE: list,
            Misdeed.GARBAGE: lambda: [noise],
            Misdeed.NOISE: lambda: [noise.replace(b"\xaa", b"\x55"), reply],
            Misdeed.CUT: lambda: [reply[: len(reply) * 2 // 3]],
            Misdeed.CHECKSUM: lambda: [reply[:-1] + bytes([reply[-1] ^ 0x5A])],
            Misdeed.STATUS: lambda: [_reply(fault.status)],
            Misdeed.FLIP: lambda: [self._flipped(reply, 1)],
            Misdeed.COLLIDE: lambda: [self._flipped(reply, 2)],
            Misdeed.LENGTH: lambda: [PREAMBLE + b"\xff\xff" + noise],
            Misdeed.PREAMBLES: lambda: [PREAMBLE * 50],
            Misdeed.STUTTER: lambda: [reply[at : at + 200] for at in range(0, len(reply), 200)],
        }
        return spoil[fault.how]()

    def _flipped(self, reply: bytes, count: int) -> bytes:
        """The same bit flipped in `count` places of the body: the checksum notices odd counts only."""
        spoilt = bytearray(reply)
        bit = 1 << self._random.randrange(8)
        for at in self._random.sample(range(7, len(reply) - 1), count):
            spoilt[at] ^= bit
        return bytes(spoilt)


def _wanted_card(command: Command) -> SimulatedCard:
    """`card`: fields as `card read --json` prints them; `data`: a read reply's data in hex; `person`: a known one."""
    card = command.get("card")
    if isinstance(card, dict):
        return card_from_json(card)
    if "data" in command:
        return dataclasses.replace(PEOPLE["resident"], verbatim=bytes.fromhex(str(command["data"])))
    return person(str(command["person"]))


def _reply(status: int, data: bytes = b"") -> bytes:
    return build(bytes([0, 0, status]) + data)


class UidLineSimulator(SimulatedDevice):
    """A reader that prints the number of a card put on it. `framing` is `stx`, `crlf`, `cr` or `lf`."""

    name = "simulated-uid-reader"
    _FRAMES: ClassVar[dict[str, tuple[bytes, bytes]]] = {
        "stx": (b"\x02", b"\x03"),
        "crlf": (b"", b"\r\n"),
        "cr": (b"", b"\r"),
        "lf": (b"", b"\n"),
    }

    def __init__(self, port: SimulatedPort, framing: str = "stx") -> None:
        super().__init__(port)
        self._before, self._after = self._FRAMES[framing]

    def received(self, data: bytes) -> None:
        """Such readers do not listen."""

    def obey_own(self, what: str, command: Command) -> Answer:
        if what == "lift":
            return {}
        if what != "present":
            raise ValueError(f"unknown command {what}")
        line = self._before + str(command["uid"]).encode("ascii") + self._after
        self.on_thread(lambda: self._write(line))
        return {}

    def _write(self, line: bytes) -> None:
        self.port.write(line)


def run_reader(
    port: str = "tcp://127.0.0.1:0",
    *,
    model: str = "sdt",
    baudrate: int = 0,
    control: str = "127.0.0.1:0",
    find_stays: bool = False,
    announce: Announce | None = None,
) -> None:
    """Be a card reader of that model until told to quit; announces `{"port": …, "control": …}` when ready.

    `baudrate` 0 does not pace the line. Raises ValueError for an unknown port kind or model, OSError for a taken port.
    """
    if model not in ("sdt", "uid_lines"):
        raise ValueError(f"no simulator for reader model {model}")
    line = open_port(port, baudrate)
    device = SdtSimulator(line, find_stays=find_stays) if model == "sdt" else UidLineSimulator(line)
    run_device(device, control, announce)
