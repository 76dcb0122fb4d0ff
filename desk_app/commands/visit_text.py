"""A visit as the commands print it, for programs and for people; names masked. docs/commands.md lists the fields."""

from __future__ import annotations

from datetime import datetime

from desk_app.core.clock import shanghai
from desk_app.domain.people import mask_name
from desk_app.domain.visits import Departure, Identified
from desk_app.services.visits import DayVisit


def fields(line: DayVisit) -> dict[str, object]:
    """A visit for programs; docs/commands.md says what each field means."""
    visit = line.visit
    return {
        "number": visit.number,
        "id": str(visit.id),
        "day": visit.day.isoformat(),
        "arrived_at": _instant(visit.arrived_at),
        "left_at": _instant(visit.left_at),
        "departure": visit.departure.value if visit.departure else None,
        "left_estimated": visit.departure is Departure.ESTIMATED,
        "undone": visit.undone_at is not None,
        "kind": visit.purpose.kind.value,
        "kind_zh": visit.purpose.kind.chinese,
        "activity": visit.purpose.title or None,
        "name": mask_name(line.name) or None,
        "identified": visit.identified.value,
        "anonymous": visit.identified is Identified.ANONYMOUS,
        "group": visit.identified is Identified.GROUP,
        "sex": visit.sex.value,
        "age_band": visit.age_band.value,
        "age_source": visit.age_source.value,
        "head_count": visit.head_count,
        "companions": visit.companions,
        "party": {band.value: count for band, count in visit.party.items()},
        "needs_step_free": visit.needs_step_free,
        "desk": visit.desk,
    }


def _instant(value: datetime | None) -> str | None:
    return shanghai(value).isoformat(timespec="seconds") if value else None


def row(line: DayVisit) -> str:
    visit = line.visit
    left = f"{shanghai(visit.left_at):%H:%M}" if visit.left_at else "—"
    marks = "已撤销" if visit.undone_at else ("估计" if visit.departure is Departure.ESTIMATED else "")
    name = mask_name(line.name) or "（只计人次）"
    when = f"{shanghai(visit.arrived_at):%H:%M}–{left}"
    return "\t".join((visit.number, when, visit.purpose.kind.chinese, name, str(visit.head_count), marks)).rstrip()
