"""What can be asked of an SDT/SAM reader, how long it may take, and what its status codes mean (SW3)."""

from __future__ import annotations

from enum import Enum

from desk_app.devices.api import CardAdvice
from desk_app.devices.readers.sdt_frames import Frame, build

OK, FOUND, EMPTY_ITEM = 0x90, 0x9F, 0x91
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
# Statuses that cannot answer the step: a late answer to the command before, to be waited past.
_BELATED = {
    Step.STATUS: frozenset({FOUND, EMPTY_ITEM, 0x80}),
    Step.SAM_ID: frozenset({FOUND, EMPTY_ITEM, 0x80}),
    Step.FIND: frozenset({OK, EMPTY_ITEM}),
    Step.SELECT: frozenset({FOUND, EMPTY_ITEM}),
    Step.READ: frozenset({FOUND, EMPTY_ITEM}),
    Step.PROBE: frozenset({FOUND}),
}


def is_belated(step: Step, frame: Frame) -> bool:
    """Whether this frame cannot answer `step` and must be a late answer to an earlier command."""
    if frame.status in _BELATED[step]:
        return True
    if frame.status == OK and step is Step.READ:
        return len(frame.data) < _SHORTEST_CARD
    return frame.status == OK and step is Step.PROBE and len(frame.data) != _NEWEST_ADDRESS_LENGTH
