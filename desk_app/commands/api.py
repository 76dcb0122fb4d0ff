"""The shape of a command: its words on the line, its options, and what it does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

Configure = Callable[[ArgumentParser], None]
Run = Callable[[Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of `COMMANDS`.

    `name` is what is typed, with a blank between group and verb ("card read"). `run` returns the exit status, 0 only
    on success; it may raise DeskError, EnvironmentTrouble and Complaint, which become one line on stderr. Its module
    imports nothing heavy at the top: every start of the desk imports all of them.
    """

    name: str
    summary: str
    configure: Configure
    run: Run
    until_stopped: bool = False
    """Runs until Ctrl+C or SIGTERM, which then is its success."""


class Complaint(Exception):  # noqa: N818  (ends a command with a sentence)
    """A command cannot do what was asked. The text is one line, says why and what to do."""
