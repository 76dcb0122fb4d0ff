"""What a printer says of itself: answers told apart byte by byte, and the state they add up to.

Pure: bytes in, meanings out. Anything that fits no answer is dropped, so a late or unasked byte is never believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.devices.api import PrinterState
from desk_app.devices.printers.models import Fence

QUESTIONS = (1, 2, 3, 4)
"""DLE EOT n: printer, cause of being offline, cause of error, paper roll."""


def question(n: int) -> bytes:
    """DLE EOT n, answered at once even by a printer that is busy or stopped."""
    return b"\x10\x04" + bytes([n])


QUIET = b"\x1da\x00"
"""GS a 0: no unasked status, which a previous host may have switched on; its bytes look like fence answers."""

_OFFLINE = 0x08
_COVER, _PAPER_STOP, _ERROR = 0x04, 0x20, 0x40
_CUTTER, _UNRECOVERABLE = 0x08, 0x20
_NEAR_END, _PAPER_END = 0x0C, 0x60


def is_status(byte: int) -> bool:
    """Whether a byte can be an answer to DLE EOT: bits 1 and 4 set, 0 and 7 clear."""
    return byte & 0x93 == 0x12


def state_of(answers: Mapping[int, int]) -> PrinterState:
    """The one thing to mend first, from the answers by question; unanswered questions count for nothing.

    Without an answer to question 1 the printer is silent.
    """
    if 1 not in answers:
        return PrinterState.SILENT
    cause, error, roll = answers.get(2, 0), answers.get(3, 0), answers.get(4, 0)
    found = (
        (cause & _PAPER_STOP or roll & _PAPER_END, PrinterState.PAPER_OUT),
        (cause & _COVER, PrinterState.COVER_OPEN),
        (error & _CUTTER, PrinterState.CUTTER),
        (error & _UNRECOVERABLE or cause & _ERROR, PrinterState.FAULT),
        (answers[1] & _OFFLINE, PrinterState.OFFLINE),
        (roll & _NEAR_END, PrinterState.PAPER_LOW),
    )
    return next((state for bits, state in found if bits), PrinterState.READY)


_NAME_BEGINS = b"\x37\x22"
_NAME_LENGTH = 7
_FENCE_LETTERS = "ABCDEFGHIJKLMNO"
"""Bit 4 is clear in all of them: none can be taken for a status answer."""


def fence_request(kind: Fence, number: int) -> bytes:
    """The command that asks the printer to say when it has come this far; `number` tells one fence from the next."""
    if kind is Fence.COMPLETED:
        return b"\x1d(H\x06\x00\x30\x30" + _fence_name(number)
    return b"\x1dr\x01" if kind is Fence.TAKEN_UP else b""


def _fence_name(number: int) -> bytes:
    letters = ""
    for _ in range(4):
        number, place = divmod(number, len(_FENCE_LETTERS))
        letters += _FENCE_LETTERS[place]
    return letters.encode("ascii")


@dataclass(slots=True)
class Answers:
    """Sorts what comes back on one line. `statuses` collects answers to DLE EOT in order until taken."""

    kind: Fence
    statuses: list[int] = field(default_factory=list)
    fence_reached: bool = False
    _awaiting: bool = False
    _awaited: bytes = b""
    _pending: bytearray = field(default_factory=bytearray)

    def await_fence(self, number: int) -> None:
        """From now on the answer to that fence counts."""
        self.fence_reached = False
        self._awaiting = True
        self._awaited = _NAME_BEGINS + _fence_name(number) + b"\x00" if self.kind is Fence.COMPLETED else b""

    def feed(self, data: bytes) -> None:
        """Take what the printer sent, in any split."""
        if self.kind is Fence.COMPLETED:
            self._pending += data
            data = self._without_names()
        for byte in data:
            if is_status(byte):
                self.statuses.append(byte)
            elif self.kind is Fence.TAKEN_UP and self._awaiting and byte & 0x90 == 0:
                self.fence_reached = True

    def _without_names(self) -> bytes:
        """Cut fence answers out of the stream; the beginning of one waits for its rest."""
        plain = bytearray()
        while self._pending:
            if not _NAME_BEGINS.startswith(self._pending[:2]):
                plain.append(self._pending.pop(0))
            elif len(self._pending) < _NAME_LENGTH:
                break
            elif self._pending[_NAME_LENGTH - 1]:
                plain.append(self._pending.pop(0))
            else:
                name = bytes(self._pending[:_NAME_LENGTH])
                del self._pending[:_NAME_LENGTH]
                self.fence_reached = self.fence_reached or name == self._awaited
        return bytes(plain)
