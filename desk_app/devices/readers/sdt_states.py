"""What the dialogue with an SDT reader remembers of a card: while it is being read, and while it still lies there."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.devices.api import CardAdvice
from desk_app.domain.identity import IdentityCard


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the card on the reader was not read so far; said only when a quick retry fails too."""

    advice: CardAdvice
    status: str


@dataclass(slots=True)
class Attempt:
    """One card from being found until it was read, refused or taken away."""

    found_at: float | None = None
    tries: int = 0
    """How often reading it failed."""
    readings: int = 0
    """How often it was read since the last failure."""
    doubted: tuple[IdentityCard, bytes] | None = None
    """The last reading and its fingerprint, to be read once more before it is believed."""
    trouble: Trouble | None = None
    salvaged: bool = False
    """Whether it was selected without being found again."""


@dataclass(slots=True)
class Lying:
    """The card that was read and may still lie on the reader."""

    card: IdentityCard
    mark: bytes
    read_at: float
    completed: bool = False
    lacks_probe: bool = False
    """The reader said that it does not know 30 03."""
    by_find: bool = False
    """30 03 was not answered well for it so far; find is asked instead."""
    last_look: bool = False
    """Find has failed; 30 03 is asked once more before the card counts as gone."""
    keeps_being_found: bool = False
    misses: int = 0
    told: bool = False
