"""Visits in the file: numbered without gaps, changed only forward, looked at by day, person, token and presence."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, insert, select, update

from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, AgeSource
from desk_app.domain.visits import Departure, Identified, PastVisit, Purpose, Visit
from desk_app.storage.tables import person, visit, visit_party
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import from_micros, from_micros_or_none, to_micros, to_micros_or_none

_HISTORY = 60
"""Past visits the habit rule looks at; more would only make a habit older."""

_SELECT: Select[tuple[object, ...]] = select(*visit.c)
_NAMED: Select[tuple[object, ...]] = select(*visit.c, person.c.name).outerjoin(person, person.c.id == visit.c.person_id)
_OPEN = and_(visit.c.left_at.is_(None), visit.c.undone_at.is_(None))
_COUNTED = visit.c.undone_at.is_(None)
_OF_PERSON = visit.c.person_id == bindparam("who")

_BY_ID = Statement(_NAMED.where(visit.c.id == bindparam("which")))
_BY_TOKEN = Statement(_NAMED.where(visit.c.token == bindparam("code")))
_OPEN_OF = Statement(_SELECT.where(_OPEN, _OF_PERSON).order_by(visit.c.arrived_at.desc()))
_LAST_LEFT = Statement(
    _SELECT.where(
        _OF_PERSON,
        _COUNTED,
        visit.c.day == bindparam("date"),
        visit.c.left_at.is_not(None),
        visit.c.identified != Identified.GROUP.value,
    )
    .order_by(visit.c.left_at.desc())
    .limit(1)
)
_IN_HOUSE = Statement(_NAMED.where(_OPEN).order_by(visit.c.arrived_at.desc(), visit.c.id.desc()))
_PEOPLE_INSIDE = Statement(select(func.coalesce(func.sum(visit.c.head_count), 0)).where(_OPEN))
_OF_DAY = Statement(_NAMED.where(visit.c.day == bindparam("date")).order_by(visit.c.desk, visit.c.serial))
_LAST_SERIAL = Statement(
    select(func.max(visit.c.serial)).where(visit.c.day == bindparam("date"), visit.c.desk == bindparam("letter"))
)
_PAST = Statement(
    select(visit.c.arrived_at, visit.c.kind, visit.c.activity_id, visit.c.title)
    .where(_OF_PERSON, visit.c.person_id.is_not(None), _COUNTED)
    .order_by(visit.c.arrived_at.desc())
    .limit(bindparam("most"))
)
_HOW_MANY = Statement(select(func.count()).where(_OF_PERSON, visit.c.person_id.is_not(None), _COUNTED))
_PARTY = Statement(select(visit_party.c.band, visit_party.c.people).where(visit_party.c.visit_id == bindparam("which")))
_INSERT = Statement(insert(visit))
_INSERT_PARTY = Statement(insert(visit_party))
_CHANGING = (
    "kind",
    "activity_id",
    "title",
    "companions",
    "head_count",
    "needs_step_free",
    "left_at",
    "departure",
    "undone_at",
)
_UPDATE = Statement(
    update(visit).where(visit.c.id == bindparam("which")).values({name: bindparam(name) for name in _CHANGING})
)


def next_serial(transaction: Transaction, day: date, desk: str) -> int:
    """The next number of the day at this desk. Without gaps: it is taken in the transaction that uses it."""
    return int(transaction.value(_LAST_SERIAL, date=day.isoformat(), letter=desk) or 0) + 1


def number_of(desk: str, serial: int) -> str:
    """A012, and A1000 on a day that needs it."""
    return f"{desk}{serial:03d}"


def insert_visit(transaction: Transaction, new: Visit, serial: int) -> None:
    """Keep a new visit; `serial` from `next_serial` of the same transaction."""
    transaction.run(
        _INSERT,
        id=new.id.bytes,
        day=new.day.isoformat(),
        desk=new.desk,
        serial=serial,
        arrived_at=to_micros(new.arrived_at),
        identified=new.identified.value,
        token=new.token,
        person_id=new.person_id.bytes if new.person_id else None,
        label=new.label,
        sex=new.sex.value,
        age_band=new.age_band.value,
        age_source=new.age_source.value,
        **_changing(new),
    )
    if new.party:
        rows = [{"visit_id": new.id.bytes, "band": band.value, "people": many} for band, many in new.party.items()]
        transaction.run_many(_INSERT_PARTY, rows)


def update_visit(transaction: Transaction, changed: Visit) -> None:
    """Write all that may change after arriving: purpose, companions, step-free need, the end, being undone."""
    transaction.run(_UPDATE, which=changed.id.bytes, **_changing(changed))


def by_id(transaction: Transaction, visit_id: UUID) -> tuple[Visit, str] | None:
    """The visit and the name to show for it."""
    return _named(transaction, transaction.first(_BY_ID, which=visit_id.bytes))


def by_token(transaction: Transaction, token: str) -> tuple[Visit, str] | None:
    return _named(transaction, transaction.first(_BY_TOKEN, code=token))


def open_of(transaction: Transaction, person_id: UUID) -> list[Visit]:
    """Open visits of one person, the latest first: one, or two where they lead a group besides."""
    return [_visit(transaction, row) for row in transaction.all(_OPEN_OF, who=person_id.bytes)]


def last_left(transaction: Transaction, person_id: UUID, day: date) -> Visit | None:
    """The visit of that day which the person ended last; what they led as a group is not theirs alone."""
    row = transaction.first(_LAST_LEFT, who=person_id.bytes, date=day.isoformat())
    return None if row is None else _visit(transaction, row)


def in_house(transaction: Transaction) -> list[tuple[Visit, str]]:
    """Every open visit of any day, newest first."""
    return [_with_name(transaction, row) for row in transaction.all(_IN_HOUSE)]


def people_inside(transaction: Transaction) -> int:
    return int(transaction.value(_PEOPLE_INSIDE))


def of_day(transaction: Transaction, day: date) -> list[tuple[Visit, str]]:
    """Every visit of the day in order of its number, undone ones included."""
    return [_with_name(transaction, row) for row in transaction.all(_OF_DAY, date=day.isoformat())]


def past(transaction: Transaction, person_id: UUID, *, most: int = _HISTORY) -> list[PastVisit]:
    """A person's latest visits, newest first, undone ones left out."""
    return [_past(row) for row in transaction.all(_PAST, who=person_id.bytes, most=most)]


def how_many(transaction: Transaction, person_id: UUID, known: int) -> int:
    """All counted visits of a person, given how many `past` returned: only regulars need to be counted."""
    return known if known < _HISTORY else int(transaction.value(_HOW_MANY, who=person_id.bytes))


def _changing(of: Visit) -> dict[str, object]:
    return {
        "kind": of.purpose.kind.value,
        "activity_id": of.purpose.activity_id.bytes if of.purpose.activity_id else None,
        "title": of.purpose.title,
        "companions": of.companions,
        "head_count": of.head_count,
        "needs_step_free": int(of.needs_step_free),
        "left_at": to_micros_or_none(of.left_at),
        "departure": of.departure.value if of.departure else None,
        "undone_at": to_micros_or_none(of.undone_at),
    }


def _past(row: Row) -> PastVisit:
    arrived, kind, activity_id, title = row
    return PastVisit(from_micros(arrived), _purpose(kind, activity_id, title))


def _purpose(kind: str, activity_id: bytes | None, title: str) -> Purpose:
    return Purpose(ServiceKind(kind), UUID(bytes=activity_id) if activity_id else None, title)


def _named(transaction: Transaction, row: Row | None) -> tuple[Visit, str] | None:
    return None if row is None else _with_name(transaction, row)


def _with_name(transaction: Transaction, row: Row) -> tuple[Visit, str]:
    found = _visit(transaction, row[:-1])
    return found, row[-1] or found.label


def _visit(transaction: Transaction, row: Row) -> Visit:
    (
        visit_id, day, desk, serial, kind, activity_id, title, arrived, identified, token, person_id, label,
        sex, band, source, companions, _, step_free, left, departure, undone,
    ) = row  # fmt: skip
    how = Identified(identified)
    return Visit(
        id=UUID(bytes=visit_id),
        number=number_of(desk, serial),
        day=date.fromisoformat(day),
        purpose=_purpose(kind, activity_id, title),
        arrived_at=from_micros(arrived),
        identified=how,
        desk=desk,
        token=token,
        person_id=UUID(bytes=person_id) if person_id else None,
        label=label,
        sex=Sex(sex),
        age_band=AgeBand(band),
        age_source=AgeSource(source),
        companions=companions,
        party=_party(transaction, visit_id) if how is Identified.GROUP else {},
        needs_step_free=bool(step_free),
        left_at=from_micros_or_none(left),
        departure=Departure(departure) if departure else None,
        undone_at=from_micros_or_none(undone),
    )


def _party(transaction: Transaction, visit_id: bytes) -> dict[AgeBand, int]:
    return {AgeBand(band): people for band, people in transaction.all(_PARTY, which=visit_id)}
