"""Turns the file's own refusal of a double promise into one the desk understands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desk_app.core.errors import DeskError
from desk_app.storage.troubles import DriverError

_TAKEN = "booking.taken_meanwhile"
"""What the triggers of revision 0002 say."""


@contextmanager
def no_double_promise() -> Iterator[None]:
    """DeskError("booking.taken_meanwhile") where a trigger refuses: another window was faster, or a rule is broken."""
    try:
        yield
    except DriverError as error:
        if _TAKEN in str(error):
            raise DeskError(_TAKEN, field="time") from error
        raise
