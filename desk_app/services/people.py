"""Finding and mending what the hub keeps of a named visitor."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.people import Person, PersonFound
from desk_app.services.visits import PersonCard
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys


class People:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._keys = keys

    def search(self, text: str, limit: int = 12) -> tuple[PersonFound, ...]:
        """By name, pinyin, initials or phone tail; exact matches first, then those seen last. Blank finds nobody."""
        raise NotImplementedError

    def person(self, person_id: UUID) -> Person:
        """DeskError("person.unknown")."""
        raise NotImplementedError

    def card(self, person_id: UUID) -> PersonCard:
        """DeskError("person.unknown")."""
        raise NotImplementedError

    def amend(self, person: Person) -> Person:
        """Store name, sex, band, phone, step-free need and note; DeskErrors as `Visits.check_in_new`."""
        raise NotImplementedError

    def assign_uid(self, person_id: UUID, uid: str) -> None:
        """Give a hub card; DeskError("card.uid_taken") when somebody else owns it."""
        raise NotImplementedError
