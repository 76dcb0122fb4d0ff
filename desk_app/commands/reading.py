"""What `card read` and `card watch` share: options for one reader, its events as they come, a card as text."""

from __future__ import annotations

import queue
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from desk_app.commands import options, plain
from desk_app.commands.words import sentence
from desk_app.devices.api import (
    CardCompleted,
    CardNotRead,
    CardRead,
    LinkChanged,
    LinkState,
    ReaderEvent,
)
from desk_app.devices.readers import READERS, new_reader
from desk_app.devices.readers.sdt_json import card_json
from desk_app.domain.identity import IdentityCard, faults, is_expired

_SLICE = 0.2
"""Seconds: on Windows a longer wait would not notice Ctrl+C."""
_ADDRESS_SECONDS = 3.0
UNUSABLE = frozenset({LinkState.ADDRESS_UNUSABLE, LinkState.PORT_MISSING, LinkState.PORT_BUSY, LinkState.LOST})


def add_reader(parser: ArgumentParser) -> None:
    """Options that say which reader, and how to show a card."""
    models = [family.model for family in READERS]
    parser.add_argument(
        "--port", type=options.address, required=True, metavar="URL", help="COM3, /dev/ttyUSB0, tcp://host:port …"
    )
    parser.add_argument("--model", choices=models, default=models[0], help=f"reader family ({models[0]})")
    parser.add_argument("--baud", type=options.speed, default=0, metavar="N", help="line speed (the family's own)")
    parser.add_argument("--reveal", action="store_true", help="show name and number unmasked")
    options.add_json(parser)


class Events:
    """The events of one running reader, handed from its thread to the command's."""

    def __init__(self, waiting: queue.SimpleQueue[ReaderEvent]) -> None:
        self._waiting = waiting

    def next(self, deadline: float = float("inf")) -> ReaderEvent | None:
        """The next event, or None at `deadline` on the monotonic clock."""
        while (left := deadline - time.monotonic()) > 0:
            try:
                return self._waiting.get(timeout=min(left, _SLICE))
            except queue.Empty:
                continue
        return None

    def whole(self, read: CardRead) -> IdentityCard:
        """The card just read with its newest address, which follows it; as it was read where nothing follows."""
        event = self.next(time.monotonic() + _ADDRESS_SECONDS)
        return event.card if isinstance(event, CardCompleted) else read.card


@contextmanager
def events(given: Namespace) -> Iterator[Events]:
    """Run the reader named by `given`; it is stopped and its port closed at the end."""
    from desk_app.devices.reader_thread import ReaderThread  # pyserial: 30 ms the window may not pay twice

    waiting: queue.SimpleQueue[ReaderEvent] = queue.SimpleQueue()
    thread = ReaderThread(new_reader(given.model), given.port, waiting.put, baudrate=given.baud)
    thread.start()
    try:
        yield Events(waiting)
    finally:
        thread.stop()


def show(card: IdentityCard, given: Namespace, today: date) -> None:
    """Print a card on one line of JSON or as a table; the first thing that forbids using it goes to stderr, and that
    it has expired to people alone: nobody is sent away for it."""
    _print(card_json(card, reveal=given.reveal), given)
    found = faults(card, today)
    if found:
        plain.warn(sentence(found[0]))
    elif is_expired(card, today) and not given.json:
        plain.warn(sentence("card.expired"))


def show_uid(uid: str, given: Namespace) -> None:
    """Print the number of a card without personal data."""
    _print({"doc": "uid", "uid": uid}, given)


def _print(fields: dict[str, object], given: Namespace) -> None:
    if given.json:
        plain.put_json(fields)
    else:
        plain.put(*(f"{name}\t{plain.tame('' if value is None else str(value))}" for name, value in fields.items()))


def say_of(event: ReaderEvent, port: str) -> str:
    """The words for a state of the line or for a card that was not read; "" where there is nothing to say."""
    if isinstance(event, CardNotRead):
        return sentence(event.advice)
    if isinstance(event, LinkChanged):
        return sentence(event.state, {"port": port})
    return ""
