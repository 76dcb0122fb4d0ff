"""What `card read` and `card watch` share: options for one reader, its events as they come, a card as text."""

from __future__ import annotations

import json
import queue
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from desk_app.commands import options
from desk_app.commands.words import sentence
from desk_app.devices.api import CardNotRead, CardRead, CardUidRead, LinkChanged, LinkState, ReaderEvent
from desk_app.devices.readers import READERS, new_reader
from desk_app.devices.readers.sdt_json import card_json
from desk_app.domain.identity import faults

_SLICE = 0.2
"""Seconds: on Windows a longer wait would not notice Ctrl+C."""
UNUSABLE = frozenset({LinkState.PORT_MISSING, LinkState.PORT_BUSY, LinkState.LOST})


def add_reader(parser: ArgumentParser) -> None:
    """Options that say which reader, and how to show a card."""
    models = [family.model for family in READERS]
    parser.add_argument("--port", required=True, metavar="URL", help="COM3, /dev/ttyUSB0, tcp://host:port …")
    parser.add_argument("--model", choices=models, default=models[0], help=f"reader family ({models[0]})")
    parser.add_argument("--baud", type=int, default=0, metavar="N", help="line speed (the family's own)")
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


def show(event: CardRead | CardUidRead, given: Namespace, today: date) -> None:
    """Print a card on one line of JSON or as a table; what forbids using it goes to stderr."""
    if isinstance(event, CardUidRead):
        fields: dict[str, object] = {"doc": "uid", "uid": event.uid}
    else:
        fields = card_json(event.card, reveal=given.reveal)
    if given.json:
        print(json.dumps(fields, ensure_ascii=False), flush=True)
    else:
        print("\n".join(f"{name}\t{'' if value is None else value}" for name, value in fields.items()), flush=True)
    if isinstance(event, CardRead):
        for fault in faults(event.card, today):
            warn(sentence(fault))


def say_of(event: ReaderEvent, port: str) -> str:
    """The words for a state of the line or for a card that was not read; "" where there is nothing to say."""
    if isinstance(event, CardNotRead):
        return sentence(event.advice)
    if isinstance(event, LinkChanged):
        return sentence(event.state, {"port": port})
    return ""


def warn(text: str) -> None:
    """A line for the person at the keyboard, beside the output for programs."""
    print(text, file=sys.stderr, flush=True)
