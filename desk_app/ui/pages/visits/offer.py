"""A sign-out that was offered to somebody in the house: what takes it up, and how long it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.domain.visits import Visit

SECOND_TAP_AFTER = timedelta(seconds=2)
"""A tap this long after an offer is a new tap even where the reader did not report the card's leaving."""
OFFER_STANDS = timedelta(seconds=60)
"""How long an offered sign-out waits for an answer; a later Enter means something else."""


@dataclass(slots=True)
class Offer:
    """A sign-out offered on screen: which visit, since when, and whether the card has left the reader since."""

    visit: Visit
    name: str
    at: datetime
    card_gone: bool = False

    def is_taken_by(self, tapped: Visit | None, now: datetime) -> bool:
        """Whether a tap on the open visit `tapped` is the second tap that accepts the offer."""
        same = tapped is not None and tapped.id == self.visit.id
        return same and (self.card_gone or now - self.at >= SECOND_TAP_AFTER)

    def is_over(self, now: datetime) -> bool:
        """Whether nobody answered in time."""
        return now - self.at >= OFFER_STANDS
