"""`card watch`: every card that is put on a reader, as it comes; on request its holder is checked in."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from desk_app.commands import plain, reading
from desk_app.commands.api import Command
from desk_app.core.clock import SystemClock, hub_day
from desk_app.core.paths import DataFolder
from desk_app.devices.api import CardNotRead, CardRead, CardUidRead, LinkChanged, LinkState

_Card = CardRead | CardUidRead
_QUIET = frozenset({LinkState.CONNECTING})


def _configure(parser: ArgumentParser) -> None:
    reading.add_reader(parser)
    parser.add_argument("--check-in", action="store_true", help="check the holders in; prints what was stored")


def _run(given: Namespace) -> int:
    with ExitStack() as open_things:
        take: Callable[[reading.Events, _Card], None] = partial(_show, given)
        if given.check_in:
            from desk_app.commands.check_in import check_in  # the store: 0.3 s

            take = open_things.enter_context(check_in(DataFolder(given.data_dir)))
        events = open_things.enter_context(reading.events(given))
        while True:
            event = events.next()
            if isinstance(event, CardRead | CardUidRead):
                take(events, event)
            elif isinstance(event, CardNotRead) or (isinstance(event, LinkChanged) and event.state not in _QUIET):
                plain.warn(reading.say_of(event, given.port))


def _show(given: Namespace, events: reading.Events, event: _Card) -> None:
    if isinstance(event, CardRead):
        reading.show(events.whole(event), given, hub_day(SystemClock().now()))
    else:
        reading.show_uid(event.uid, given)


COMMAND = Command("card watch", "read every card, until stopped", _configure, _run, until_stopped=True)
