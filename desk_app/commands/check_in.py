"""Checks in whoever puts a card on, and prints what was stored: the part of `card watch` that needs the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desk_app.app.desk import open_desk
from desk_app.commands import plain, reading
from desk_app.commands.visit_text import fields
from desk_app.commands.words import sentence
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.devices.api import CardRead, CardUidRead
from desk_app.services.desk import Desk
from desk_app.services.visits import Tapped


class CheckIn:
    """Call it with every card."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, events: reading.Events, event: CardRead | CardUidRead) -> None:
        """Print only what is committed: whoever reads our output may rely on it through a power cut."""
        del events  # the newest address that follows is not kept
        visits = self._desk.visits
        try:
            tapped = visits.tap_card(event.card) if isinstance(event, CardRead) else visits.tap_uid(event.uid)
            answer = self._answer(tapped)
        except DeskError as refusal:
            plain.put_json({"refused": refusal.code})
            plain.warn(sentence(refusal.code, refusal.params))
        except EnvironmentTrouble as trouble:  # a full disk is emptied while the desk waits; the next card tries again
            plain.put_json({"failed": trouble.code})
            plain.warn(sentence(trouble.code, trouble.params))
        else:
            plain.put_json(answer)

    def _answer(self, tapped: Tapped) -> dict[str, object]:
        visit = tapped.arrival.visit if tapped.arrival else tapped.open_visit
        line = self._desk.visits.visit(visit.id) if visit else None
        return {"tap": tapped.meaning.value, "visit": fields(line) if line else None}


@contextmanager
def check_in(folder: DataFolder) -> Iterator[CheckIn]:
    """Open the desk of `folder` for writing. Raises EnvironmentTrouble store.in_use beside a running window."""
    with open_desk(folder, writer=True) as here:
        yield CheckIn(here.desk)
