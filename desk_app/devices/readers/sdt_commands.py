"""What can be asked of an SDT/SAM reader, how long it may take, and what its status codes mean (SW3)."""

from __future__ import annotations

from enum import Enum

from desk_app.devices.api import CardAdvice
from desk_app.devices.readers.sdt_frames import Frame, build

OK, FOUND, EMPTY_ITEM, NOTHING_FOUND = 0x90, 0x9F, 0x91, 0x80
_NEWEST_ADDRESS_LENGTH = 70
_SHORTEST_CARD = 256

ADVICE = {
    0x10: CardAdvice.LINE_NOISE,
    0x11: CardAdvice.LINE_NOISE,
    0x21: CardAdvice.READER_LACKS_COMMAND,
    0x23: CardAdvice.READER_LACKS_COMMAND,
    0x32: CardAdvice.DAMAGED_OR_FOREIGN,
    0x33: CardAdvice.DAMAGED_OR_FOREIGN,
    0x40: CardAdvice.NOT_AN_ID_CARD,
    0x60: CardAdvice.READER_FAULT,
    0x66: CardAdvice.READER_NOT_AUTHORISED,
}
"""§5; every other status is a card badly placed or taken away too early."""
WORTH_A_RETRY = frozenset({CardAdvice.PUT_AGAIN, CardAdvice.LINE_NOISE})
SAM_DEAF = frozenset({0x60, 0x66})
LACKS_COMMAND = frozenset({0x21, 0x23})


class Step(Enum):
    """What is asked of the reader now or next."""

    STATUS = "11FF"
    SAM_ID = "12FF"
    FIND = "2001"
    SELECT = "2002"
    READ = "3001"
    PROBE = "3003"

    @property
    def request(self) -> bytes:
        return _REQUESTS[self]


_REQUESTS = {step: build(bytes.fromhex(step.value)) for step in Step}
SECONDS = {
    Step.STATUS: 0.5,
    Step.SAM_ID: 0.5,
    Step.FIND: 0.8,
    Step.SELECT: 0.8,
    Step.READ: 4.0,
    Step.PROBE: 1.0,
}
NEXT_PROOF = {Step.STATUS: Step.SAM_ID, Step.SAM_ID: Step.FIND, Step.FIND: Step.STATUS}
"""What to ask next of a line on which nobody has answered yet: some readers know neither 11 FF nor 12 FF."""
# Statuses that cannot answer the step at all.
_IMPOSSIBLE = {
    Step.STATUS: frozenset({FOUND, NOTHING_FOUND}),
    Step.SAM_ID: frozenset({FOUND, NOTHING_FOUND}),
    Step.FIND: frozenset[int](),
    Step.SELECT: frozenset({FOUND}),
    Step.READ: frozenset({FOUND}),
    Step.PROBE: frozenset({FOUND}),
}


class GivenUp:
    """The commands since the last answer that had none in time: theirs may still come and must be waited past."""

    def __init__(self) -> None:
        self._steps: set[Step] = set()

    def add(self, step: Step) -> None:
        """`step` was not answered in time."""
        self._steps.add(step)

    def clear(self) -> None:
        """An answer came that belongs to what was asked."""
        self._steps.clear()

    def is_belated(self, step: Step, frame: Frame) -> bool:
        """Whether this frame cannot answer `step` and must be a late answer to an earlier command."""
        if frame.status in _IMPOSSIBLE[step]:
            return True
        if frame.status == EMPTY_ITEM and step is not Step.PROBE:
            return Step.PROBE in self._steps
        if frame.status != OK:
            return False
        if step is Step.FIND:
            return bool(self._steps - {Step.FIND})
        if step is Step.SAM_ID:
            return Step.STATUS in self._steps and not frame.data
        if step is Step.READ:
            return len(frame.data) < _SHORTEST_CARD
        return step is Step.PROBE and len(frame.data) != _NEWEST_ADDRESS_LENGTH
