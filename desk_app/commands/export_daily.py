"""`export daily`: the day's workbook into a file."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from desk_app.commands import options, plain
from desk_app.commands.api import Command
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    options.add_day(parser)
    parser.add_argument(
        "--out", type=_place, required=True, metavar="FILE", help="the .xlsx to write, or a folder that is there"
    )


def _place(text: str) -> Path:
    """The workbook, or the folder it goes into, as typed; a name without an ending is given one."""
    if text == "-":
        raise ArgumentTypeError("a workbook is a file and does not go to the screen: name one, like day.xlsx")
    path = options.path(text)
    if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises for a name that is too long)
        return path
    if text.endswith(("/", os.sep)):
        raise ArgumentTypeError(f"there is no folder {text!r}: create it, or name the file, like day.xlsx")
    # What is there and is no file would, given an ending, become a stray file beside it: the writer refuses it.
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  (the same)
        return path
    # A link may have any name: what it points to is written.
    ending = Path(os.path.realpath(path)).suffix
    if ending.lower() == ".xlsx":
        return path
    if ending:
        raise ArgumentTypeError(f"the workbook is an Excel file, no {ending}: end its name in .xlsx")
    return path.with_name(f"{path.name}.xlsx")


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
