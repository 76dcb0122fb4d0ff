"""The hub's weekly timetable and who is enrolled in what."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from desk_app.core.clock import Clock, hub_day
from desk_app.core.errors import DeskError
from desk_app.domain.catalogue import Activity, Session, session_on
from desk_app.services import facts
from desk_app.storage import activities, outbox, people
from desk_app.storage.db import Store
from desk_app.storage.transaction import Transaction

_WEEK = frozenset(range(1, 8))


class Activities:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> tuple[Session, ...]:
        """Today's sessions in order of their start."""
        today = hub_day(self._clock.now())
        with self._store.read() as transaction:
            sessions = [session_on(series, today) for series in activities.timetable(transaction, today)]
        return tuple(session for session in sessions if session is not None)

    def timetable(self) -> tuple[Activity, ...]:
        """Every activity that has not ended, by its hour."""
        with self._store.read() as transaction:
            return tuple(activities.timetable(transaction, hub_day(self._clock.now())))

    def save(self, activity: Activity) -> None:
        """DeskError activity.title_missing, activity.ends_before_start, activity.no_weekday, each with its field."""
        clean = replace(activity, title=activity.title.strip(), place=activity.place.strip())
        if not clean.title:
            raise DeskError("activity.title_missing", field="title")
        if clean.ends <= clean.starts:
            raise DeskError("activity.ends_before_start", field="ends")
        if not clean.weekdays or not clean.weekdays <= _WEEK:
            raise DeskError("activity.no_weekday", field="weekdays")
        with self._store.begin() as transaction:
            self._keep(transaction, clean)

    def remove(self, activity_id: UUID) -> None:
        """End it as of yesterday; what took place stays. DeskError("activity.unknown")."""
        with self._store.begin() as transaction:
            series = _existing(transaction, activity_id)
            yesterday = hub_day(self._clock.now()) - timedelta(days=1)
            self._keep(transaction, replace(series, last_day=yesterday))

    def enrol(self, activity_id: UUID, person_id: UUID) -> None:
        """DeskError("activity.unknown" | "person.unknown"). Enrolling twice is once."""
        with self._store.begin() as transaction:
            _existing(transaction, activity_id)
            if people.by_id(transaction, person_id) is None:
                raise DeskError("person.unknown")
            if activities.enrol(transaction, activity_id, person_id, self._clock.now()):
                self._tell(transaction, facts.ENROLLED, activity_id, person_id)

    def withdraw(self, activity_id: UUID, person_id: UUID) -> None:
        with self._store.begin() as transaction:
            if activities.withdraw(transaction, activity_id, person_id):
                self._tell(transaction, facts.WITHDRAWN, activity_id, person_id)

    def new_id(self) -> UUID:
        return self._clock.new_id()

    def _keep(self, transaction: Transaction, series: Activity) -> None:
        activities.save(transaction, series)
        facts.activity_saved(transaction, self._clock, series)

    def _tell(self, transaction: Transaction, kind: str, activity_id: UUID, person_id: UUID) -> None:
        body: dict[str, outbox.Value] = {"activity": str(activity_id), "person": str(person_id)}
        outbox.append(transaction, self._clock, kind, 1, activity_id, body)


def _existing(transaction: Transaction, activity_id: UUID) -> Activity:
    series = activities.by_id(transaction, activity_id)
    if series is None:
        raise DeskError("activity.unknown")
    return series
