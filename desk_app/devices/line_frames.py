"""Text lines from a serial device whose line ending nobody knows beforehand."""

from __future__ import annotations

_STX = 0x02
_ENDS = frozenset(b"\r\n\x03\x04")
"""CR, LF, ETX and EOT end a line; of a pair the second ends an empty line, which is none."""


class LineFramer:
    """Cuts a byte stream into lines at CR, LF, CRLF, ETX or EOT; STX begins a line anew.

    With `flush_seconds` a device that sends no ending is understood too: silence ends the line. A line longer than
    `longest` is noise and dropped to its end.
    """

    def __init__(self, longest: int, flush_seconds: float | None = None) -> None:
        self._longest = longest
        self._flush_seconds = flush_seconds
        self._line = bytearray()
        self._too_long = False
        self._dropped = False
        self._last_byte_at = 0.0

    @property
    def flushes_at(self) -> float | None:
        """When silence will end the line begun; None when nothing waits."""
        waits = self._flush_seconds is not None and (self._line or self._too_long)
        return self._last_byte_at + self._flush_seconds if waits and self._flush_seconds is not None else None

    def feed(self, data: bytes, now: float) -> list[bytes]:
        """The lines that `data` (or, with b"", the passing of time) completes, without their framing."""
        lines: list[bytes] = []
        flushes_at = self.flushes_at
        if flushes_at is not None and now >= flushes_at:
            self._end(lines)
        for byte in data:
            if byte in _ENDS:
                self._end(lines)
            elif byte == _STX:
                self._line.clear()
                self._too_long = False
            elif len(self._line) < self._longest:
                self._line.append(byte)
            else:
                self._too_long = True
        if data:
            self._last_byte_at = now
        return lines

    def take_dropped(self) -> bool:
        """Whether a line that was too long was dropped since this was asked last."""
        dropped, self._dropped = self._dropped, False
        return dropped

    def _end(self, lines: list[bytes]) -> None:
        if self._line and not self._too_long:
            lines.append(bytes(self._line))
        self._dropped = self._dropped or self._too_long
        self._line.clear()
        self._too_long = False
