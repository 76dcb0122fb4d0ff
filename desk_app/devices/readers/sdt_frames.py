"""Frames of the SDT/SAM serial protocol (GA/T 467): building them, and finding them in a byte stream cut anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk_app.devices.api import GAP_SECONDS

PREAMBLE = bytes.fromhex("AAAAAA9669")
_LENGTH_AT = len(PREAMBLE)
_BODY_AT = _LENGTH_AT + 2
LONGEST_LENGTH = 0x090A
"""The largest length field documented: text, photo and two fingerprints. Anything above is noise."""
_FOLD_BITS = 4096 * 8


class FrameFault(StrEnum):
    """Why bytes that began like a frame were none."""

    CHECKSUM = "checksum"
    LENGTH = "length"
    CUT = "cut"


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """A whole frame whose checksum is right: what stands between length and checksum."""

    body: bytes

    def __repr__(self) -> str:  # a body may hold a person's data
        return f"<Frame {len(self.body)}>"

    @property
    def status(self) -> int:
        """SW3, the reader's own status; SW1 and SW2 are the card's and judge nothing."""
        return self.body[2] if len(self.body) > 2 else 0

    @property
    def data(self) -> bytes:
        """What follows the three status bytes of a reply."""
        return self.body[3:]


@dataclass(frozen=True, slots=True, repr=False)
class BadFrame:
    """Something that began like a frame; `body` is there only where the checksum alone was wrong."""

    fault: FrameFault
    body: bytes = b""

    def __repr__(self) -> str:
        return f"<BadFrame {self.fault}>"


def checksum(data: bytes | bytearray) -> int:
    """XOR of all bytes. Folding one long integer takes 3 µs for the longest frame, a byte loop 60 µs."""
    value = int.from_bytes(data, "big")
    width = _FOLD_BITS
    while width > 8:
        width //= 2
        value = (value >> width) ^ (value & ((1 << width) - 1))
    return value


def build(body: bytes) -> bytes:
    """The frame around a body: CMD PARA data for a request, SW1 SW2 SW3 data for a reply."""
    covered = (len(body) + 1).to_bytes(2, "big") + body
    return PREAMBLE + covered + bytes([checksum(covered)])


class FrameParser:
    """Finds frames in a stream, one byte or a thousand at a time, and never keeps more than one frame's bytes.

    Outside a frame it moves on byte by byte to the next preamble; inside a running frame a preamble is data (a photo
    may hold one). A frame that fails is searched again from its second byte, so a false preamble in noise cannot
    swallow the good frame behind it; the failure is reported once.
    """

    def __init__(self, shortest_length: int = 4, gap_seconds: float = GAP_SECONDS) -> None:
        """`shortest_length` is the least a length field may say: 4 in replies, 3 in requests. A frame that pauses for
        `gap_seconds` is given up."""
        self._shortest = shortest_length
        self._gap_seconds = gap_seconds
        self._buffer = bytearray()
        self._last_byte_at = 0.0
        self._blamed = 0
        """How many bytes at the front belong to a frame already reported as failed."""
        self._needed = 0
        """How many bytes the running frame has when it is whole; nothing to look at before."""

    @property
    def running(self) -> bool:
        """Whether bytes of an unfinished frame (or what looks like one) are held."""
        return bool(self._buffer)

    @property
    def gives_up_at(self) -> float:
        """When silence ends what is held."""
        return self._last_byte_at + self._gap_seconds

    def reset(self) -> None:
        """Forget what came so far: a command is about to be sent and only its answer counts."""
        self._buffer.clear()
        self._blamed = self._needed = 0

    def feed(self, data: bytes, now: float) -> Iterator[Frame | BadFrame]:
        """Yield what `data` completes. b"" lets time pass: after a gap the held piece is given up."""
        if self._buffer and now >= self.gives_up_at:
            yield from self.give_up()
        if data:
            self._buffer += data
            self._last_byte_at = now
            if len(self._buffer) >= self._needed:
                yield from self._scan()

    def _scan(self) -> Iterator[Frame | BadFrame]:
        while self._to_preamble() and len(self._buffer) >= _BODY_AT:
            length = int.from_bytes(self._buffer[_LENGTH_AT:_BODY_AT], "big")
            if not self._shortest <= length <= LONGEST_LENGTH:
                yield from self._blame(BadFrame(FrameFault.LENGTH), _BODY_AT)
                continue
            end = _BODY_AT + length
            if len(self._buffer) < end:
                self._needed = end
                return
            body = bytes(self._buffer[_BODY_AT : end - 1])
            if checksum(self._buffer[_LENGTH_AT:end]) == 0:
                self._drop(end)
                yield Frame(body)
            else:
                yield from self._blame(BadFrame(FrameFault.CHECKSUM, body), end)

    def give_up(self) -> Iterator[Frame | BadFrame]:
        """The rest never came: report it, then look for whole frames that the held piece may have swallowed."""
        if len(self._buffer) >= len(PREAMBLE):
            yield from self._blame(BadFrame(FrameFault.CUT), len(self._buffer))
            while self._buffer:
                yield from self._scan()
                self._drop(1)
        self.reset()

    def _to_preamble(self) -> bool:
        """Drop noise in front; True when a whole preamble stands first."""
        at = self._buffer.find(PREAMBLE)
        if at < 0:
            # The last bytes may be the beginning of a preamble whose rest is on its way.
            tail = next(n for n in range(4, -1, -1) if self._buffer.endswith(PREAMBLE[:n]))
            at = len(self._buffer) - tail
        if at:
            self._drop(at)
        return self._buffer.startswith(PREAMBLE)

    def _blame(self, bad: BadFrame, size: int) -> Iterator[BadFrame]:
        if not self._blamed:
            yield bad
        self._blamed = max(self._blamed, size)
        self._drop(1)

    def _drop(self, count: int) -> None:
        del self._buffer[:count]
        self._needed = 0
        self._blamed = max(0, self._blamed - count)
