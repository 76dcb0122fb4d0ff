"""Everything the day's page shows, as values: figures, the list, and slips that wait for somebody's answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.slips import PrintJob
from desk_app.services.visits import DayVisit


@dataclass(frozen=True, slots=True)
class Figures:
    """The day in numbers. Visits taken back count nowhere; `known` counts distinct people with a record."""

    heads: int = 0
    check_ins: int = 0
    in_house: int = 0
    known: int = 0
    by_kind: Mapping[ServiceKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """The dark line: a code, a word for it, what can be taken back or opened."""

    code: str
    detail: str = ""
    can_undo: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The whole page."""

    day: date
    today: date
    visits: tuple[DayVisit, ...] = ()
    figures: Figures = field(default_factory=Figures)
    jobs: tuple[PrintJob, ...] = ()
    selected: UUID | None = None
    names_hidden: bool = False
    exporting: bool = False
    said: Said | None = None
    trouble: DeskError | EnvironmentTrouble | None = None

    @property
    def chosen(self) -> DayVisit | None:
        """The visit the buttons act on."""
        return next((line for line in self.visits if line.visit.id == self.selected), None)


def figures_of(visits: Sequence[DayVisit]) -> Figures:
    """Count a day; the heads of a kind add up to the heads of the day."""
    counted = [line.visit for line in visits if line.visit.undone_at is None]
    by_kind: Counter[ServiceKind] = Counter()
    for visit in counted:
        by_kind[visit.purpose.kind] += visit.head_count
    return Figures(
        heads=sum(visit.head_count for visit in counted),
        check_ins=len(counted),
        in_house=sum(visit.head_count for visit in counted if visit.is_open),
        known=len({visit.person_id for visit in counted if visit.person_id is not None}),
        by_kind=by_kind,
    )
