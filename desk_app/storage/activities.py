"""The timetable in the file, and who is enrolled in what."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Select, bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.storage.tables import activity, enrolment
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import to_micros

_SELECT: Select[tuple[object, ...]] = select(*activity.c)
_RUNNING = or_(activity.c.last_day.is_(None), activity.c.last_day >= bindparam("date"))
_TIMETABLE = Statement(_SELECT.where(_RUNNING).order_by(activity.c.starts, activity.c.title, activity.c.id))
_BY_ID = Statement(_SELECT.where(activity.c.id == bindparam("which")))
_OF_PERSON = Statement(
    _SELECT.join(enrolment, enrolment.c.activity_id == activity.c.id)
    .where(enrolment.c.person_id == bindparam("who"), _RUNNING)
    .order_by(activity.c.starts)
)
_upsert = insert(activity)
_SAVE = Statement(
    _upsert.on_conflict_do_update(
        index_elements=[activity.c.id],
        set_={column.name: _upsert.excluded[column.name] for column in activity.c if column.name != "id"},
    )
)
_ENROL = Statement(insert(enrolment).on_conflict_do_nothing())
_WITHDRAW = Statement(
    delete(enrolment).where(enrolment.c.person_id == bindparam("who"), enrolment.c.activity_id == bindparam("which"))
)


def timetable(transaction: Transaction, day: date) -> list[Activity]:
    """Every activity that has not ended before `day`, by its hour."""
    return [_activity(row) for row in transaction.all(_TIMETABLE, date=day.isoformat())]


def by_id(transaction: Transaction, activity_id: UUID) -> Activity | None:
    row = transaction.first(_BY_ID, which=activity_id.bytes)
    return _activity(row) if row else None


def of_person(transaction: Transaction, person_id: UUID, day: date) -> list[Activity]:
    """What the person is enrolled in and has not ended before `day`."""
    return [_activity(row) for row in transaction.all(_OF_PERSON, who=person_id.bytes, date=day.isoformat())]


def save(transaction: Transaction, series: Activity) -> None:
    """Insert or replace."""
    transaction.run(
        _SAVE,
        id=series.id.bytes,
        kind=series.kind.value,
        title=series.title,
        place=series.place,
        weekdays="".join(str(number) for number in sorted(series.weekdays)),
        starts=f"{series.starts:%H:%M}",
        ends=f"{series.ends:%H:%M}",
        first_day=series.first_day.isoformat() if series.first_day else None,
        last_day=series.last_day.isoformat() if series.last_day else None,
    )


def enrol(transaction: Transaction, activity_id: UUID, person_id: UUID, at: datetime) -> bool:
    """Whether this changed anything: enrolling twice is once."""
    touched = transaction.run(
        _ENROL, activity_id=activity_id.bytes, person_id=person_id.bytes, enrolled_at=to_micros(at)
    )
    return touched > 0


def withdraw(transaction: Transaction, activity_id: UUID, person_id: UUID) -> bool:
    return transaction.run(_WITHDRAW, who=person_id.bytes, which=activity_id.bytes) > 0


def _activity(row: Row) -> Activity:
    activity_id, kind, title, place, weekdays, starts, ends, first_day, last_day = row
    return Activity(
        id=UUID(bytes=activity_id),
        kind=ServiceKind(kind),
        title=title,
        place=place,
        weekdays=frozenset(int(number) for number in weekdays),
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        first_day=date.fromisoformat(first_day) if first_day else None,
        last_day=date.fromisoformat(last_day) if last_day else None,
    )
