"""One rotating log file without personal data, with the thread's name on every line."""

from __future__ import annotations

import logging
import logging.handlers
import re
from pathlib import Path

# Anything shaped like an identity number, a permanent-residence number or a mobile number is cut out of every
# record, whoever wrote it: logs leave the hub with support requests.
_SENSITIVE = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[A-Z]{3}[0-9]{12}|[HM][0-9]{8}|1[3-9][0-9]{9})(?![0-9A-Za-z])"
)
_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Replace numbers that could name a person by a fixed mark."""
    return _SENSITIVE.sub("[redacted]", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, then redacts it whole, exception text included."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def start(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Send the root logger to `folder`/desk.log, five files of 2 MB; return the handler so that it can be closed.

    Call it before any import of escpos, which otherwise installs a handler of its own on the root logger.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "desk.log", maxBytes=2_000_000, backupCount=4, encoding="utf-8", delay=True
    )
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
