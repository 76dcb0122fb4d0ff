"""Barcode and QR scanners: a parser for serial ones, and telling a keyboard-wedge scanner from a person typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk_app.devices.api import GAP_SECONDS, CardParser, CodeScanned, LinkChanged, LinkState, ReaderEvent
from desk_app.devices.line_frames import LineFramer

_FLUSH_SECONDS = 0.08
"""Scanners set to send no ending are understood by silence (50–100 ms)."""
_LONGEST_CODE = 4096
"""A QR code holds at most 2953 bytes."""
_IDLE_SECONDS = 1.0
_NO_READ = "%%NoRead"


class SerialScanner(CardParser):
    """A scanner on a serial line, driven by the reader's thread like a card reader; reports `CodeScanned`."""

    model: ClassVar[str] = "serial_scanner"
    title: ClassVar[str] = "扫码枪（串口）"
    baudrate: ClassVar[int] = 9600

    def __init__(self) -> None:
        self.opened(0.0)

    def opened(self, now: float, gap_seconds: float = GAP_SECONDS) -> None:
        del now, gap_seconds  # a silence ends a code that has no ending
        self._lines = LineFramer(_LONGEST_CODE, _FLUSH_SECONDS)
        self._ready = False

    def to_send(self, now: float) -> bytes:
        del now
        return b""

    def feed(self, data: bytes, now: float) -> tuple[ReaderEvent, ...]:
        events: list[ReaderEvent] = []
        if not self._ready:
            self._ready = True
            events.append(LinkChanged(LinkState.READY))
        texts = (text_of(line) for line in self._lines.feed(data, now))
        return (*events, *(CodeScanned(text) for text in texts if text and text != _NO_READ))

    def wake_at(self, now: float) -> float:
        if not self._ready:
            return now
        flushes_at = self._lines.flushes_at
        return now + _IDLE_SECONDS if flushes_at is None else flushes_at


def text_of(line: bytes) -> str:
    """What a scanner sent, as text: UTF-8, else GB18030; control characters and blanks at the ends are framing."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("gb18030", "replace")
    return text.strip("\0\t\x01\x02\x03\x04 ")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now: act on `scanned` if it is not empty, then let `typed` through as if just typed."""

    scanned: str = ""
    typed: str = ""


_NOTHING_YET = Verdict()
_ENDS = frozenset("\r\n\t")


class WedgeDetector:
    """Decides for every run of keystrokes whether a scanner or a person made it. Pure: the key filter tells the time.

    Characters are held back until the pace shows who types: a person's reach the field one pause later, a scanner's
    never do. A scanner is six characters or more, at most 50 ms apart on average, ended by Enter, Tab or a pause.
    """

    def __init__(self, *, seconds_per_character: float = 0.05, shortest: int = 6, pause_seconds: float = 0.1) -> None:
        self._seconds_per_character = seconds_per_character
        self._shortest = shortest
        self._pause_seconds = pause_seconds
        self._held = ""
        self._first_at = 0.0
        self._last_at = 0.0

    @property
    def wake_at(self) -> float | None:
        """When to call `passed` if no key comes before; None while nothing is held."""
        if not self._held:
            return None
        # A lone character is let go early: a scanner's second would have come by then, and a person is watching.
        patience = 1.2 * self._seconds_per_character if len(self._held) == 1 else self._pause_seconds
        return self._last_at + patience

    def key(self, character: str, at: float) -> Verdict:
        """A key with that text (Enter is `\\r`, Tab is `\\t`) went down at `at` seconds. It must not reach the field
        now; the verdict hands back whatever a person typed."""
        before = self.passed(at)
        if character in _ENDS:
            ended = self._decide(ending=character)
            return Verdict(before.scanned or ended.scanned, before.typed + ended.typed)
        if not self._held:
            self._first_at = at
        self._held += character
        self._last_at = at
        return before

    def passed(self, at: float) -> Verdict:
        """Time went by without a key."""
        wake_at = self.wake_at
        return self._decide() if wake_at is not None and at >= wake_at else _NOTHING_YET

    def _decide(self, ending: str = "") -> Verdict:
        held, self._held = self._held, ""
        if len(held) >= self._shortest:
            pace = (self._last_at - self._first_at) / (len(held) - 1)
            if pace <= self._seconds_per_character:
                return Verdict(scanned=held)
        return Verdict(typed=held + ending)
