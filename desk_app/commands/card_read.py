"""`card read`: one card from one reader."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace

from desk_app.commands import options, reading
from desk_app.commands.api import Command, Complaint
from desk_app.commands.words import sentence
from desk_app.core.clock import SystemClock, hub_day
from desk_app.devices.api import CardNotRead, CardRead, CardUidRead, LinkChanged, LinkState

_TROUBLES = frozenset({LinkState.NO_ANSWER, LinkState.FAULT})


def _configure(parser: ArgumentParser) -> None:
    reading.add_reader(parser)
    parser.add_argument("--timeout", type=options.seconds, default=30.0, metavar="S", help="seconds to wait (30)")


def _run(given: Namespace) -> int:
    deadline = time.monotonic() + given.timeout
    why_not = sentence(LinkState.NO_ANSWER, {"port": given.port})
    with reading.events(given) as events:
        while (event := events.next(deadline)) is not None:
            if isinstance(event, CardRead):
                reading.show(events.whole(event), given, hub_day(SystemClock().now()))
                return 0
            if isinstance(event, CardUidRead):
                reading.show_uid(event.uid, given)
                return 0
            if isinstance(event, LinkChanged) and event.state in reading.UNUSABLE:
                raise Complaint(reading.say_of(event, given.port))
            if isinstance(event, LinkChanged) and event.state is LinkState.READY:
                why_not = sentence("card.none", {"seconds": given.timeout})
            if isinstance(event, CardNotRead) or (isinstance(event, LinkChanged) and event.state in _TROUBLES):
                why_not = reading.say_of(event, given.port)
    raise Complaint(why_not)


COMMAND = Command("card read", "read one card", _configure, _run)
