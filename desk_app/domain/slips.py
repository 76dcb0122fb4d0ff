"""What a slip says, as values; how it becomes bytes is the printers' affair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One labelled line: Chinese label, small English beside it, value at the right edge."""

    chinese: str
    english: str
    value: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A paper for a person's hand: one big thing, a few lines, a token as QR, what to do next.

    Nothing here identifies anybody beyond a masked name. `copy` is 0 on the original, n on the n-th reprint (补打).
    """

    kind: str
    hub: str
    title: str
    title_english: str
    big: str
    lines: tuple[SlipLine, ...]
    next_steps: tuple[str, ...]
    footer_left: str
    footer_right: str
    token: str = ""
    copy: int = 0


class PrintState(StrEnum):
    """Where a print job stands. Only QUEUED jobs may be sent; nothing is ever sent twice by itself."""

    QUEUED = "queued"
    SENDING = "sending"
    PRINTED = "printed"
    SENT_UNCONFIRMED = "sent_unconfirmed"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"


FINISHED = frozenset({PrintState.PRINTED, PrintState.SENT_UNCONFIRMED, PrintState.DROPPED})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A slip in the spool. `reason` is the code that explains a waiting or uncertain job."""

    id: UUID
    slip_number: str
    slip: Slip
    state: PrintState
    created_at: datetime
    visit_id: UUID | None = None
    reason: str = ""
