"""The command line itself: reads it, runs the command, and turns every failure into one line and an exit status."""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType
from typing import NoReturn

from desk_app import __version__
from desk_app.commands import COMMANDS, options, plain, window
from desk_app.commands.api import Complaint
from desk_app.commands.words import sentence
from desk_app.core import log
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.core.paths import DataFolder

FAILED, USAGE, BUG, INTERRUPTED, TERMINATED, BROKEN_PIPE = 1, 2, 70, 130, 143, 141

_GROUPS = {
    "card": "card readers",
    "devices": "ports and what sits behind them",
    "print": "slip printers",
    "visits": "the day's visits",
    "rooms": "rooms and their bookings",
    "export": "workbooks",
    "simulate": "devices to practise and test with",
}
_log = logging.getLogger(__name__)


class _Terminated(BaseException):
    """SIGTERM came: unwinds through every `finally`, and no `except Exception` stops it."""


class _Parser(ArgumentParser):
    """Refuses with one line that names the help, where argparse would print a paragraph."""

    def error(self, message: str) -> NoReturn:
        plain.warn(log.redact(f"{self.prog}: {message} (see {self.prog} --help)"))
        self.exit(USAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    _have_streams()
    _speak_utf8()
    # Without a handler Python prints warnings to stderr, where the one line for people belongs.
    if not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())
    given = parser().parse_args(arguments)
    with _unwinding_on_sigterm():
        try:
            status = _run(given)
        except BrokenPipeError:
            _leave_the_pipe()
            return BROKEN_PIPE
        except KeyboardInterrupt:
            return 0 if given.until_stopped else INTERRUPTED
        except _Terminated:
            return 0 if given.until_stopped else TERMINATED
    return status


def parser() -> ArgumentParser:
    """The whole command line."""
    top = _Parser(
        prog="desk-app",
        description="Linlihui Desk, the front desk of a neighbourhood hub. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"desk-app {__version__}")
    _data_dir(top, default=DataFolder.default().root)
    window.configure(top)
    top.set_defaults(run=window.run, until_stopped=True)
    words = top.add_subparsers(metavar="COMMAND", title="commands", parser_class=_Parser)
    verbs = {}
    for command in COMMANDS:
        group, _, verb = command.name.rpartition(" ")
        if group and group not in verbs:
            level = words.add_parser(group, help=_GROUPS[group])
            verbs[group] = level.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
        entry = verbs.get(group, words).add_parser(verb, help=command.summary, description=command.summary)
        _data_dir(entry, default=argparse.SUPPRESS)  # what was given before the command must stand
        command.configure(entry)
        entry.set_defaults(run=command.run, until_stopped=command.until_stopped)
    return top


def _data_dir(parser: ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data-dir",
        type=options.path,
        metavar="DIR",
        default=default,
        help="the hub's folder: database, settings, log",
    )


def _run(given: Namespace) -> int:
    try:
        return int(given.run(given))
    except BrokenPipeError:
        raise
    except (Complaint, DeskError, EnvironmentTrouble) as error:
        _say(str(error) if isinstance(error, Complaint) else sentence(error.code, error.params))
        if isinstance(error, EnvironmentTrouble) and error.code == "output.not_writable":
            _leave_the_pipe()
        return FAILED
    except Exception:  # the last net: nobody at a desk may ever see a traceback
        _say(sentence("bug", {"log": str(_record_bug(DataFolder(given.data_dir)))}))
        return BUG


def _leave_the_pipe() -> None:
    """Nobody takes our output any more; Python would complain again when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    plain.warn(log.redact(text))


def _record_bug(folder: DataFolder) -> Path:
    """Write the exception at hand to the log, opened for it where the command had opened none."""
    handlers = logging.getLogger().handlers
    handler = None
    if not any(isinstance(each, RotatingFileHandler) for each in handlers):
        with contextlib.suppress(OSError):
            handler = log.start(folder.logs)
    _log.exception("command failed")
    if handler is not None:
        log.stop(handler)
    return folder.logs / "desk.log"


def _have_streams() -> None:
    """A closed output is one that nobody reads; left closed, the database would be opened under its number."""
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        while os.open(os.devnull, os.O_RDWR) < 2:  # the lowest free number is given out first
            pass
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  (as long as the process)
            setattr(sys, name, stream)


def _speak_utf8() -> None:
    """A pipe on a Chinese Windows would be GBK, which has no room for half the names; JSON is UTF-8 anyway."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextlib.contextmanager
def _unwinding_on_sigterm() -> Iterator[None]:
    def end(number: int, frame: FrameType | None) -> NoReturn:
        del number, frame
        raise _Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not on the main thread: a test calls us
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
