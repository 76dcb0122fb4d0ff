"""`visits list`: the day's visits, names masked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desk_app.commands import options, plain
from desk_app.commands.api import Command
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    options.add_day(parser)
    options.add_json(parser)


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.commands.visit_text import fields, row

    with open_desk(DataFolder(given.data_dir), writer=False) as here:
        lines = here.desk.visits.day(given.date)
    if given.json:
        plain.put_json([fields(line) for line in lines], indent=1)
    elif lines:
        plain.put(*(row(line) for line in lines))
    return 0


COMMAND = Command("visits list", "list a day's visits", _configure, _run)
