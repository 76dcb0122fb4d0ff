"""`card read`: one card from one reader."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace

from desk_app.commands import options, reading
from desk_app.commands.api import Command, Complaint
from desk_app.commands.words import sentence
from desk_app.core.clock import SystemClock, hub_day
from desk_app.devices.api import CardNotRead, CardRead, CardUidRead, LinkChanged, LinkState


def _configure(parser: ArgumentParser) -> None:
    reading.add_reader(parser)
    parser.add_argument("--timeout", type=options.seconds, default=30.0, metavar="S", help="seconds to wait (30)")


def _run(given: Namespace) -> int:
    deadline = time.monotonic() + given.timeout
    reader_says = sentence(LinkState.NO_ANSWER, {"port": given.port})
    card_says = ""
    with reading.events(given) as events:
        while (event := events.next(deadline)) is not None:
            if isinstance(event, CardRead):
                reading.show(events.whole(event), given, hub_day(SystemClock().now()))
                return 0
            if isinstance(event, CardUidRead):
                reading.show_uid(event.uid, given)
                return 0
            if isinstance(event, CardNotRead):
                card_says = reading.say_of(event, given.port)
            elif isinstance(event, LinkChanged):
                reader_says = _line_says(event, given)
    raise Complaint(card_says or reader_says)


def _line_says(event: LinkChanged, given: Namespace) -> str:
    """Why no card comes while the line is in that state. Raises Complaint for one that only a person can mend."""
    if event.state in reading.UNUSABLE:
        raise Complaint(reading.say_of(event, given.port))
    if event.state is LinkState.READY:
        return sentence("card.none", {"seconds": given.timeout})
    still = LinkChanged(LinkState.NO_ANSWER) if event.state is LinkState.CONNECTING else event
    return reading.say_of(still, given.port)


COMMAND = Command("card read", "read one card", _configure, _run)
