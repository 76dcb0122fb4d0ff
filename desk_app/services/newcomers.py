"""Who is typed at the desk instead of tapped: somebody new, or somebody typed before under the same name and phone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, AgeSource, NewPerson, Person
from desk_app.services import facts
from desk_app.services.office import Office, usable_name, usable_phone
from desk_app.storage import people, search
from desk_app.storage.people import Known
from desk_app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Typed:
    """The person a form means, and whether the hub knew them."""

    known: Known
    came_before: bool


def person_typed(
    transaction: Transaction, office: Office, new: NewPerson, now: datetime, *, field: str = "name"
) -> Typed:
    """The person `new` describes. Without a phone nobody is taken for somebody else: names alone are not enough.

    DeskError person.name_missing, person.name_too_long (with `field`), person.phone_invalid.
    """
    person = _described(office, new, field)
    before = _same_name_and_phone(transaction, person)
    if before is None:
        return Typed(people.insert_person(transaction, person, office.keys.key_id, now), came_before=False)
    fuller = _filled_in(before.person, person)
    if fuller == before.person:
        return Typed(before, came_before=True)
    facts.amended(transaction, office.clock, fuller)
    return Typed(people.update_person(transaction, before, fuller, office.keys.key_id, now), came_before=True)


def _described(office: Office, new: NewPerson, field: str) -> Person:
    known_age = new.age_band is not AgeBand.UNKNOWN
    return Person(
        id=office.clock.new_id(),
        name=usable_name(new.name, field=field),
        sex=new.sex,
        birth_date=None,
        age_band=new.age_band,
        age_source=AgeSource.SELF_REPORTED if known_age else AgeSource.UNKNOWN,
        phone=usable_phone(new.phone),
        needs_step_free=new.needs_step_free,
    )


def _same_name_and_phone(transaction: Transaction, typed: Person) -> Known | None:
    """Whoever has exactly this name and a phone of which one is the end of the other; seen last, where several do."""
    if not typed.phone:
        return None
    for key in search.with_phone_tail(transaction, typed.phone):
        known = people.by_key(transaction, key)
        if known and known.person.name == typed.name and _may_be_one_phone(known.person.phone, typed.phone):
            return known
    return None


def _may_be_one_phone(one: str, other: str) -> bool:
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _filled_in(before: Person, typed: Person) -> Person:
    """What was not known yet, taken from the form; nothing known is overwritten."""
    age_unknown = before.age_band is AgeBand.UNKNOWN
    return replace(
        before,
        sex=typed.sex if before.sex is Sex.UNKNOWN else before.sex,
        age_band=typed.age_band if age_unknown else before.age_band,
        age_source=typed.age_source if age_unknown else before.age_source,
        phone=max(before.phone, typed.phone, key=len),
        needs_step_free=before.needs_step_free or typed.needs_step_free,
    )
