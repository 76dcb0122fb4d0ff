"""What the rest of the desk knows of a device: link states, events, the shapes of a driver and of a print spool."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Protocol
from uuid import UUID

from desk_app.domain.identity import IdentityCard
from desk_app.domain.slips import PrintJob, PrintState


class LinkState(StrEnum):
    """How it stands with the line to a device. Words for each live in `ui.messages` and the commands."""

    NOT_SET_UP = "link.not_set_up"
    CONNECTING = "link.connecting"
    READY = "link.ready"
    NO_ANSWER = "link.no_answer"
    NOISE = "link.noise"
    PORT_MISSING = "link.port_missing"
    PORT_BUSY = "link.port_busy"
    ADDRESS_UNUSABLE = "link.address_unusable"
    LOST = "link.lost"
    FAULT = "link.fault"


MUTE = frozenset({LinkState.NO_ANSWER, LinkState.NOISE})
"""Nothing comes that can be understood: no bytes at all, or bytes of a wrong speed, a bad cable, another device."""
GAP_SECONDS = 0.3
"""Silence inside one answer after which the rest will not come, on a serial line (200–300 ms between bytes)."""


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The line came up, went down or was lost. `detail` is for the log and the technician, never a person's data."""

    state: LinkState
    detail: str = ""


class CardAdvice(StrEnum):
    """Plain advice when a card cannot be read."""

    PUT_AGAIN = "advice.put_again"
    NOT_AN_ID_CARD = "advice.not_an_id_card"
    DAMAGED_OR_FOREIGN = "advice.damaged_or_foreign"
    LINE_NOISE = "advice.line_noise"
    READER_FAULT = "advice.reader_fault"
    READER_NOT_AUTHORISED = "advice.reader_not_authorised"
    READER_LACKS_COMMAND = "advice.reader_lacks_command"


@dataclass(frozen=True, slots=True)
class CardFound:
    """A card touched the reader and is being read: `CardRead`, `CardNotRead` or a lost link follows.

    Once a card, and only where the family finds cards before it reads them.
    """


@dataclass(frozen=True, slots=True)
class CardRead:
    """A card was read whole. The card lives in memory only; whoever receives it derives and discards.

    `seconds` is how long the card took from being found, where the family can tell; readings compare without it.
    """

    card: IdentityCard
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class CardCompleted:
    """The card of the last `CardRead` once more, now with its newest address, if it holds one and the reader tells.

    Comes once after every `CardRead` of an identity card unless the reader is lost; the desk needs only `CardRead`.
    """

    card: IdentityCard


@dataclass(frozen=True, slots=True)
class CardUidRead:
    """A contactless card without personal data gave its serial number, hexadecimal in capitals or decimal."""

    uid: str


@dataclass(frozen=True, slots=True)
class CardNotRead:
    """A card is there but was not read; `status` is the reader's own code for the log."""

    advice: CardAdvice
    status: str = ""


@dataclass(frozen=True, slots=True)
class CardLeftBehind:
    """The card still lies on the reader some seconds after it was read."""


@dataclass(frozen=True, slots=True)
class CardRemoved:
    """The card that was read has been taken away."""


@dataclass(frozen=True, slots=True)
class CodeScanned:
    """A barcode or QR scanner sent a line, without its framing."""

    text: str


ReaderEvent = (
    LinkChanged
    | CardFound
    | CardRead
    | CardCompleted
    | CardUidRead
    | CardNotRead
    | CardLeftBehind
    | CardRemoved
    | CodeScanned
)
ReaderSink = Callable[[ReaderEvent], None]
"""Called on the reader's thread; the receiver hands over to its own."""


class CardParser(ABC):
    """One reader family: bytes in, events out, and bytes to send. Pure: it never sees a port, a clock or a thread.

    `now` is seconds on a monotonic clock. The thread that owns the port calls `opened` once per connection, then
    alternates: send what `to_send` returns, read until `wake_at`, pass what came to `feed` (b"" when only time
    passed).
    """

    model: ClassVar[str]
    """Stable id, stored in settings."""
    title: ClassVar[str]
    """Chinese name for the settings page."""
    baudrate: ClassVar[int]
    usb_ids: ClassVar[tuple[tuple[int, int], ...]] = ()
    """USB vendor and product ids of adapters this family is known to sit behind."""

    @abstractmethod
    def opened(self, now: float, gap_seconds: float = GAP_SECONDS) -> None:
        """Forget everything: a fresh connection, on which one answer may pause for `gap_seconds`."""

    @abstractmethod
    def to_send(self, now: float) -> bytes:
        """Bytes to write now; empty when the family only listens or an answer is still due."""

    @abstractmethod
    def feed(self, data: bytes, now: float) -> tuple[ReaderEvent, ...]:
        """Take bytes as they come, in any split, or b"" for the passing of time; return what they mean."""

    @abstractmethod
    def wake_at(self, now: float) -> float:
        """When `to_send` or `feed(b"", …)` has something to do even if nothing arrives."""

    def wants_reopen(self) -> bool:
        """Whether the line is better closed and opened anew, as after a long silence of a device that must answer."""
        return False


class PrinterState(StrEnum):
    """What a printer says of itself, in the order in which it must be mended."""

    UNKNOWN = "printer.unknown"
    NOT_SET_UP = "printer.not_set_up"
    READY = "printer.ready"
    PAPER_LOW = "printer.paper_low"
    PAPER_OUT = "printer.paper_out"
    COVER_OPEN = "printer.cover_open"
    OFFLINE = "printer.offline"
    CUTTER = "printer.cutter"
    FAULT = "printer.fault"
    SILENT = "printer.silent"
    UNREACHABLE = "printer.unreachable"


CAN_PRINT = frozenset({PrinterState.READY, PrinterState.PAPER_LOW})


@dataclass(frozen=True, slots=True)
class PrinterChanged:
    """The printer's state changed."""

    state: PrinterState
    detail: str = ""


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A print job moved on; `reason` names why it waits or is uncertain."""

    job_id: UUID
    state: PrintState
    reason: str = ""


PrinterEvent = PrinterChanged | JobChanged
PrinterSink = Callable[[PrinterEvent], None]
"""Called on the printer's thread."""


class Spool(Protocol):
    """Where print jobs live: in the database, so that a job outlives every process. Each call is one commit."""

    def next_job(self) -> PrintJob | None:
        """The oldest job that may be sent."""
        ...

    def sending(self, job_id: UUID, data: bytes) -> None:
        """Record an attempt and its bytes; committed before the first byte leaves."""
        ...

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        """Record how the attempt ended."""
        ...

    def waiting(self, job_id: UUID, reason: str) -> None:
        """Record why nothing was sent; the job stays queued."""
        ...
