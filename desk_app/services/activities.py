"""The hub's weekly timetable and who is enrolled in what."""

from __future__ import annotations

from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.domain.catalogue import Activity, Session
from desk_app.storage.db import Store


class Activities:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> tuple[Session, ...]:
        """Today's sessions in order of their start."""
        raise NotImplementedError

    def timetable(self) -> tuple[Activity, ...]:
        raise NotImplementedError

    def save(self, activity: Activity) -> None:
        """DeskError activity.title_missing, activity.ends_before_start, activity.no_weekday, each with its field."""
        raise NotImplementedError

    def remove(self, activity_id: UUID) -> None:
        """End it; what took place stays."""
        raise NotImplementedError

    def enrol(self, activity_id: UUID, person_id: UUID) -> None:
        raise NotImplementedError

    def withdraw(self, activity_id: UUID, person_id: UUID) -> None:
        raise NotImplementedError

    def new_id(self) -> UUID:
        return self._clock.new_id()
