"""`desk-app` without a command: the window."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desk_app.core.paths import DataFolder


def configure(parser: ArgumentParser) -> None:
    """The window takes no options of its own."""
    del parser


def run(given: Namespace) -> int:
    """Open the window until it is closed."""
    from desk_app.app.window import run_window  # Qt: not for the commands that must work without it

    return run_window(DataFolder(given.data_dir))
