"""Whether a reading that passed the frame's weak checksum may be believed."""

from __future__ import annotations

import hashlib
from collections import deque

from desk_app.devices.readers.sdt_cards import CardBlock, looks_genuine, split_block
from desk_app.domain.identity import IdentityCard

_WARY_FOR_FRAMES = 100
"""Good frames after a damaged one until a single reading is believed again: half a minute of polling."""
_WITNESS_SECONDS = 20.0
"""How long an earlier reading may vouch for a later one: time to lift the card and put it again."""


class Trust:
    """XOR lets one damaged frame in 256 pass. Damage seldom comes alone, so after any frame with a wrong checksum
    a reading counts only when another one, whole or damaged elsewhere, has the same 256 bytes of text.

    Witnesses are hashes; no text of a card outlives its reading here.
    """

    def __init__(self) -> None:
        self._wary = 0
        self._witnesses: deque[tuple[bytes, float]] = deque(maxlen=8)

    @property
    def wary(self) -> bool:
        """Whether damage was seen on this line lately."""
        return self._wary > 0

    def good_frame(self) -> None:
        """A frame arrived whole."""
        self._wary = max(0, self._wary - 1)

    def damaged_frame(self, body: bytes, now: float) -> None:
        """A frame arrived with a wrong checksum; its text may still be right and vouch for the next reading."""
        self._wary = _WARY_FOR_FRAMES
        block = split_block(body[3:])
        if block is not None:
            self._witnesses.append((fingerprint(block), now))

    def believes(self, block: CardBlock, card: IdentityCard, now: float) -> bool:
        """Whether this reading may be reported at once; if not, it should be read again."""
        mark = fingerprint(block)
        vouched = any(mark == known and now - at <= _WITNESS_SECONDS for known, at in self._witnesses)
        self._witnesses.append((mark, now))
        return vouched or (not self.wary and looks_genuine(block, card))


def fingerprint(block: CardBlock) -> bytes:
    """Tells two readings apart without keeping either."""
    return hashlib.sha256(block.text).digest()
