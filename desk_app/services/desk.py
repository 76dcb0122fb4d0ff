"""The bundle of all use cases that pages and commands receive."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.services.activities import Activities
from desk_app.services.people import People
from desk_app.services.slips import Slips
from desk_app.services.visits import Visits


@dataclass(frozen=True, slots=True)
class Desk:
    """Every use case of this desk, over one store."""

    people: People
    visits: Visits
    activities: Activities
    slips: Slips
