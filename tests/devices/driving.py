"""Drives a parser as its thread would, in made-up time, against scripted bytes or a whole simulated reader."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from desk_app.devices.api import (
    CardCompleted,
    CardFound,
    CardNotRead,
    CardParser,
    CardRead,
    CardUidRead,
    CodeScanned,
    LinkChanged,
    ReaderEvent,
)
from desk_app.devices.simulators.ports import SimulatedPort
from desk_app.devices.simulators.reader import SdtSimulator


def said(event: ReaderEvent) -> str:
    """An event in one line, for tables of expectations. All people are invented."""
    match event:
        case LinkChanged(state=state):
            return state.value
        case CardFound():
            return "found"
        case CardRead(card=card):
            return f"read {card.kind.value} {card.display_name} {card.number}".rstrip()
        case CardCompleted(card=card):
            return f"completed {card.newest_address or ''}".rstrip()
        case CardUidRead(uid=uid):
            return f"uid {uid}"
        case CardNotRead(advice=advice):
            return advice.value
        case CodeScanned(text=text):
            return f"scanned {text}"
        case _:
            return type(event).__name__


def chunks(data: bytes, sizes: Iterable[int]) -> list[bytes]:
    """`data` cut into pieces of these sizes, over and over."""
    pieces: list[bytes] = []
    at = 0
    for size in itertools.cycle(sizes):
        if at >= len(data):
            return pieces
        pieces.append(data[at : at + size])
        at += size
    return pieces


@dataclass
class Driven:
    """A parser whose line and clock the test holds."""

    parser: CardParser
    sizes: tuple[int, ...] = (4096,)
    now: float = 1000.0
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parser.opened(self.now)

    def asks(self, patience: float = 10.0) -> bytes:
        """The next request, after as much time as the parser lets pass."""
        end = self.now + patience
        while self.now <= end:
            request = self.parser.to_send(self.now)
            if request:
                return request
            self._let_time_pass(end)
        return b""

    def comes(self, data: bytes) -> list[str]:
        """Bytes arrive, in the pieces the test is about; what they were taken for."""
        events: list[str] = []
        for piece in chunks(data, self.sizes):
            events += [said(event) for event in self.parser.feed(piece, self.now)]
        self.heard += events
        return events

    def waits(self, seconds: float) -> list[str]:
        """Silence from the device; requests that fall due meanwhile are sent into it."""
        end = self.now + seconds
        before = len(self.heard)
        while self.now < end:
            self.parser.to_send(self.now)
            self._let_time_pass(end)
        return self.heard[before:]

    def _let_time_pass(self, end: float) -> None:
        # A thread wakes a little late, and never without letting some time pass.
        self.now = min(max(self.parser.wake_at(self.now), self.now) + 0.001, end + 0.001)
        self.heard += [said(event) for event in self.parser.feed(b"", self.now)]


class MemoryPort(SimulatedPort):
    """A port without a wire: what the device writes is kept for the test."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()

    @property
    def address(self) -> str:
        return "memory"

    def plug(self) -> None:
        """Nothing to plug."""

    def write(self, data: bytes) -> int:
        self.written += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last call."""
        data = bytes(self.written)
        self.written.clear()
        return data

    def _vanish(self) -> None:
        pass

    def _sources(self) -> list[int]:
        return []

    def _receive(self, ready: set[int]) -> bytes:
        del ready
        return b""

    def _send(self, piece: bytes) -> bool:
        del piece
        return True


class DeskAndReader:
    """A real parser and a whole simulated reader, joined without wire, thread or real time."""

    def __init__(
        self,
        parser: CardParser,
        *,
        find_stays: bool = False,
        reads_twice: bool = True,
        spoil: Callable[[bytes], bytes] = lambda reply: reply,
    ) -> None:
        self.port = MemoryPort()
        self.reader = SdtSimulator(self.port, find_stays=find_stays, reads_twice=reads_twice)
        self.desk = Driven(parser)
        self.spoil = spoil

    def turn(self) -> None:
        """One request and its answer."""
        request = self.desk.asks()
        self.reader.received(request)
        reply = self.spoil(self.port.taken())
        if reply:
            self.desk.comes(reply)

    def run(self, seconds: float) -> list[str]:
        """Let them talk; what the desk heard of it."""
        before = len(self.desk.heard)
        end = self.desk.now + seconds
        while self.desk.now < end:
            self.turn()
        return self.desk.heard[before:]

    def close(self) -> None:
        self.port.close()
