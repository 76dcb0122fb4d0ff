"""Contactless readers that print a card's serial number as a line of digits, in STX … ETX or before CR/LF."""

from __future__ import annotations

from typing import ClassVar

from desk_app.devices.api import (
    GAP_SECONDS,
    CardAdvice,
    CardNotRead,
    CardParser,
    CardUidRead,
    LinkChanged,
    LinkState,
    ReaderEvent,
)
from desk_app.devices.line_frames import LineFramer

_UID_LENGTHS = frozenset({8, 14, 16, 20})
"""Four, seven, eight (ISO 15693) or ten bytes, two digits each."""
_DECIMAL_LENGTH = 10
"""Four bytes as one decimal number, zeros in front."""
_DIGITS = frozenset("0123456789ABCDEF")
_BETWEEN_BYTES = str.maketrans("", "", " :-")
_SAME_CARD_SECONDS = 1.0
_LONGEST_LINE = 64
_IDLE_SECONDS = 1.0


class UidLineReader(CardParser):
    """Listens only. The number is kept as received: byte order differs by maker and is nobody's to guess.

    Some readers repeat the number as long as the card lies there; one card is reported once.
    """

    model: ClassVar[str] = "uid_lines"
    title: ClassVar[str] = "IC 卡阅读器（串口，按行输出卡号）"
    baudrate: ClassVar[int] = 9600

    def __init__(self) -> None:
        self.opened(0.0)

    def opened(self, now: float, gap_seconds: float = GAP_SECONDS) -> None:
        del gap_seconds  # a line may take its time
        self._lines = LineFramer(_LONGEST_LINE)
        self._ready = False
        self._last_uid = ""
        self._complained_at: float | None = None
        self._last_seen_at = now

    def to_send(self, now: float) -> bytes:
        del now
        return b""

    def feed(self, data: bytes, now: float) -> tuple[ReaderEvent, ...]:
        events: list[ReaderEvent] = []
        if not self._ready:
            self._ready = True
            events.append(LinkChanged(LinkState.READY))
        for line in self._lines.feed(data, now):
            events += self._line(line, now)
        if self._lines.take_dropped():
            events += self._not_a_number(now)
        return tuple(events)

    def wake_at(self, now: float) -> float:
        return now + _IDLE_SECONDS if self._ready else now

    def _line(self, line: bytes, now: float) -> list[ReaderEvent]:
        uid = line.decode("ascii", "replace").strip().upper().translate(_BETWEEN_BYTES)
        if not _is_uid(uid):
            return self._not_a_number(now)
        repeated = uid == self._last_uid and now - self._last_seen_at < _SAME_CARD_SECONDS
        self._last_uid, self._last_seen_at = uid, now
        return [] if repeated else [CardUidRead(uid)]

    def _not_a_number(self, now: float) -> list[ReaderEvent]:
        """One line of advice for one burst of noise, and none for what some readers print after the number."""
        noticed = (self._complained_at, self._last_seen_at if self._last_uid else None)
        self._complained_at = now
        if any(at is not None and now - at < _SAME_CARD_SECONDS for at in noticed):
            return []
        return [CardNotRead(CardAdvice.LINE_NOISE, "line")]


def _is_uid(text: str) -> bool:
    if len(text) == _DECIMAL_LENGTH:
        return text.isascii() and text.isdigit()
    return len(text) in _UID_LENGTHS and _DIGITS.issuperset(text)
