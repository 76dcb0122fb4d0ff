"""`export daily`: the day's workbook into a file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desk_app.commands import options, plain
from desk_app.commands.api import Command
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    options.add_day(parser)
    parser.add_argument(
        "--out", type=options.path, required=True, metavar="FILE", help="the .xlsx to write, or a folder"
    )


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.reports import daily_visits, workbook  # openpyxl: 0.1 s

    with open_desk(DataFolder(given.data_dir), writer=False) as here:
        hub = here.config.hub
        sheets = daily_visits.build(here.desk, hub, given.date)
        name = daily_visits.file_name(hub, given.date)
        path = given.out / name if given.out.is_dir() else given.out
        workbook.write(sheets, path)
    plain.put(str(path))
    return 0


COMMAND = Command("export daily", "write the day's workbook", _configure, _run)
