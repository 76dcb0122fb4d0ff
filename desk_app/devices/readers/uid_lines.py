"""Contactless readers that print a card's serial number as a line of hexadecimal, in STX … ETX or before CR/LF."""

from __future__ import annotations

from typing import ClassVar

from desk_app.devices.api import CardParser, CardUidRead, LinkChanged, LinkState, ReaderEvent
from desk_app.devices.line_frames import LineFramer

_UID_LENGTHS = frozenset({8, 14, 16, 20})
"""Four, seven, eight (ISO 15693) or ten bytes, two digits each."""
_DIGITS = frozenset("0123456789ABCDEF")
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

    def opened(self, now: float) -> None:
        self._lines = LineFramer(_LONGEST_LINE)
        self._ready = False
        self._last_uid = ""
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
        return tuple(events)

    def wake_at(self, now: float) -> float:
        return now + _IDLE_SECONDS if self._ready else now

    def _line(self, line: bytes, now: float) -> list[ReaderEvent]:
        uid = line.decode("ascii", "replace").strip().upper()
        if len(uid) not in _UID_LENGTHS or not _DIGITS.issuperset(uid):
            return []
        repeated = uid == self._last_uid and now - self._last_seen_at < _SAME_CARD_SECONDS
        self._last_uid, self._last_seen_at = uid, now
        return [] if repeated else [CardUidRead(uid)]
