"""`desk-app` without a command: the window, or with `--door` the screen beside a room's door."""

from __future__ import annotations

import gc
from argparse import ArgumentParser, Namespace

from desk_app.core.paths import DataFolder


def configure(parser: ArgumentParser) -> None:
    """One option: whose door to show instead of the desk."""
    parser.add_argument("--door", metavar="ROOM", default="", help="show this room's door screen, read-only")


def run(given: Namespace) -> int:
    """Open the window, or a door screen, until it is closed."""
    if given.door:
        from desk_app.app.door import run_door  # Qt: not for the commands that must work without it

        return run_door(DataFolder(given.data_dir), given.door)
    # A tenth of the way to the first screen went into collecting garbage that imports do not make; `open_window`
    # turns it on again.
    gc.disable()
    from desk_app.app.window import run_window  # Qt: not for the commands that must work without it

    return run_window(DataFolder(given.data_dir))
