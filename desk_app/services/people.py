"""Finding and mending what the hub keeps of a named visitor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.core.errors import DeskError
from desk_app.domain import readings
from desk_app.domain.identity import normalise_number
from desk_app.domain.people import Person, PersonFound, mask_phone
from desk_app.services import facts
from desk_app.services.cards import PersonCard, card_of
from desk_app.services.office import Office, usable_name, usable_phone
from desk_app.storage import people, search, visits
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys
from desk_app.storage.people import Known
from desk_app.storage.transaction import Transaction


class People:
    """One method, one transaction. Every method may raise EnvironmentTrouble (store.*)."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._office = Office(store, clock, settings, keys)
        self._store = store
        self._clock = clock

    def warm(self) -> None:
        """Load what writing down a first name needs, so that no visitor waits for it. Any thread; stores nothing."""
        readings.warm_up()

    def search(self, text: str, limit: int = 12) -> tuple[PersonFound, ...]:
        """By name, pinyin, initials or phone tail; exact matches first, then those seen last. Blank finds nobody."""
        with self._store.read() as transaction:
            return tuple(_found(transaction, key) for key in search.find(transaction, text, limit))

    def person(self, person_id: UUID) -> Person:
        """DeskError("person.unknown")."""
        with self._store.read() as transaction:
            return _existing(transaction, person_id).person

    def card(self, person_id: UUID) -> PersonCard:
        """DeskError("person.unknown")."""
        with self._store.read() as transaction:
            return card_of(transaction, _existing(transaction, person_id).person, self._clock.now())

    def amend(self, person: Person) -> Person:
        """Store name, sex, band, phone, step-free need and note; DeskErrors as `Visits.check_in_new`.

        What came from a document (number, birth date) is not the receptionist's to change and stays. Visits still open
        follow the step-free need, each with its outbox entry: the roll call puts them first while they are inside.
        """
        name, phone = usable_name(person.name), usable_phone(person.phone)
        with self._store.begin() as transaction:
            known = _existing(transaction, person.id)
            amended = replace(
                known.person,
                name=name,
                sex=person.sex,
                age_band=person.age_band,
                age_source=person.age_source,
                phone=phone,
                needs_step_free=person.needs_step_free,
                note=person.note.strip(),
            )
            if amended != known.person:
                people.update_person(transaction, known, amended, self._office.keys.key_id, self._clock.now())
                facts.amended(transaction, self._clock, amended)
                _follow_step_free(transaction, self._clock, amended)
            return amended

    def assign_uid(self, person_id: UUID, uid: str) -> None:
        """Give a hub card; DeskError("card.uid_taken") when somebody else owns it, ("person.unknown")."""
        card = self._office.keys.fingerprint("uid", normalise_number(uid))
        with self._store.begin() as transaction:
            known = _existing(transaction, person_id)
            owner = people.owner_of_card(transaction, card)
            if owner is not None and owner != person_id:
                raise DeskError("card.uid_taken")
            if owner is None:
                people.give_card(transaction, card, person_id, self._clock.now())
                facts.amended(transaction, self._clock, known.person)


def _existing(transaction: Transaction, person_id: UUID) -> Known:
    known = people.by_id(transaction, person_id)
    if known is None:
        raise DeskError("person.unknown")
    return known


def _follow_step_free(transaction: Transaction, clock: Clock, person: Person) -> None:
    for visit in visits.open_of(transaction, person.id):
        if visit.needs_step_free != person.needs_step_free:
            followed = replace(visit, needs_step_free=person.needs_step_free)
            visits.update_visit(transaction, followed)
            facts.changed(transaction, clock, followed)


def _found(transaction: Transaction, key: int) -> PersonFound:
    known = people.by_key(transaction, key)
    if known is None:
        raise LookupError("the search tables name somebody who is not there")
    person = known.person
    past = visits.past(transaction, person.id, most=1)
    inside = visits.open_of(transaction, person.id)
    return PersonFound(
        id=person.id,
        name=person.name,
        sex=person.sex,
        age_band=person.age_band,
        masked_phone=mask_phone(person.phone),
        masked_number=person.masked_number,
        last_visit_at=past[0].arrived_at if past else None,
        last_kind=past[0].purpose.kind if past else None,
        in_house_since=inside[0].arrived_at if inside else None,
    )
