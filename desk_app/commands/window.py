"""`desk-app` without a command: the window."""

from __future__ import annotations

import gc
from argparse import ArgumentParser, Namespace

from desk_app.core.paths import DataFolder


def configure(parser: ArgumentParser) -> None:
    """The window takes no options of its own."""
    del parser


def run(given: Namespace) -> int:
    """Open the window until it is closed."""
    # A tenth of the way to the first screen went into collecting garbage that imports do not make; `open_window`
    # turns it on again.
    gc.disable()
    from desk_app.app.window import run_window  # Qt: not for the commands that must work without it

    return run_window(DataFolder(given.data_dir))
