"""One rotating log file without personal data, with the thread's name on every line."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import re
from io import TextIOWrapper
from pathlib import Path

# Anything shaped like an identity number of 18 or 15 digits, a permanent-residence number or a phone number is cut out
# of every record, whoever wrote it: logs leave the hub with support requests. People write them in groups and behind
# +86, so blanks and hyphens between digits count for nothing. Beyond 15 digits without a birth date in them it is the
# instants and counters of the desk itself, which support needs.
_GAP = r"[ \u00a0-]?"


def _digits(count: int) -> str:
    return rf"(?:[0-9]{_GAP}){{{count - 1}}}[0-9]"


_YEAR = rf"(?:1{_GAP}[89]|2{_GAP}0){_GAP}{_digits(2)}"
_MONTH_DAY = rf"[01]{_GAP}[0-9]{_GAP}[0-3]{_GAP}[0-9]"
_SENSITIVE = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    rf"[1-9]{_GAP}{_digits(5)}{_GAP}{_YEAR}{_GAP}{_MONTH_DAY}{_GAP}{_digits(3)}{_GAP}[0-9Xx]"
    r"|[0-9]{17}[0-9Xx]"
    rf"|[1-9]{_GAP}{_digits(5)}{_GAP}{_digits(2)}{_GAP}{_MONTH_DAY}{_GAP}{_digits(3)}"
    rf"|[A-Z]{{3}}{_GAP}{_digits(12)}"
    rf"|[HM]{_GAP}{_digits(8)}"
    rf"|(?:(?:\+|00)?86{_GAP})?1{_GAP}[3-9]{_GAP}{_digits(9)}"
    r")(?![0-9A-Za-z])",
    re.ASCII,
)
_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Replace numbers that could name a person by a fixed mark."""
    return _SENSITIVE.sub("[redacted]", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, then redacts it whole, exception text included."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """Every file it opens, rotated ones included, is its owner's alone."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        if Path(self.baseFilename).is_file():
            with contextlib.suppress(OSError):
                Path(self.baseFilename).chmod(0o600)
        return super()._open()


def start(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Send the root logger to `folder`/desk.log, five files of 2 MB; return the handler so that it can be closed.

    Call it before any import of escpos, which otherwise installs a handler of its own on the root logger.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # not every file system knows rights
        folder.chmod(0o700)  # it may have stood before; on Windows the folder inherits its owner's rights
    # A full disk must not become a traceback on the terminal for every line that cannot be written.
    logging.raiseExceptions = False
    handler = _OwnersFile(folder / "desk.log", maxBytes=2_000_000, backupCount=4, encoding="utf-8", delay=True)
    handler.setFormatter(RedactingFormatter(_FORMAT))
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Detach and close what `start` made."""
    logging.getLogger().removeHandler(handler)
    handler.close()


class OnceUntilRecovered:
    """Logs an outage when it begins and when it ends, not at every retry in between."""

    def __init__(self, logger: logging.Logger, subject: str) -> None:
        self._logger = logger
        self._subject = subject
        self._failing = False

    def failed(self, reason: object) -> None:
        if not self._failing:
            self._logger.warning("%s: %s", self._subject, reason)
        self._failing = True

    def recovered(self) -> None:
        if self._failing:
            self._logger.info("%s: working again", self._subject)
        self._failing = False
