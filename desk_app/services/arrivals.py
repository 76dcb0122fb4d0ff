"""How a visit begins: its number, purpose, token, slip and entry in the outbox, all in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError
from desk_app.domain.identity import IdentityCard, Sex, normalise_number
from desk_app.domain.names import clean_name, is_readable
from desk_app.domain.people import AgeBand, AgeSource, Person, age_on, band_of, band_on, mask_number
from desk_app.domain.tokens import new_token
from desk_app.domain.visits import Act, ActKind, Identified, Purpose, PurposeSource, Tap, Visit, propose_purpose
from desk_app.services import facts, papers
from desk_app.services.cards import PersonCard, engagements_of
from desk_app.services.office import Office, default_kind
from desk_app.storage import people, search, visits
from desk_app.storage.people import CardNames, Known
from desk_app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """The answer to every check-in. `card` is None for anonymous people, `job` None where no slip was asked for."""

    visit: Visit
    card: PersonCard | None
    source: PurposeSource
    act: Act
    job: UUID | None
    over_capacity: bool


@dataclass(frozen=True, slots=True)
class Tapped:
    """The answer to a card tap: an arrival when it meant one, else the visit that is already open.

    For somebody who came back it is open again, and `act` takes that back.
    """

    meaning: Tap
    arrival: Arrival | None
    card: PersonCard | None
    open_visit: Visit | None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Arriving:
    """Who stands at the desk, as far as a visit needs to know it."""

    identified: Identified
    known: Known | None = None
    label: str = ""
    age_band: AgeBand = AgeBand.UNKNOWN
    party: Mapping[AgeBand, int] = field(default_factory=dict)
    purpose: Purpose | None = None
    wants_slip: bool = True


def holder_of(transaction: Transaction, office: Office, card: IdentityCard, fingerprint: bytes, now: datetime) -> Known:
    """The person the card belongs to: known by fingerprint, or new; DeskError("card.no_name").

    A reader's checksum lets one damaged frame in some hundreds through, so a name is not replaced by what was read
    once: another name counts when a second tap says the same. A name mended at the desk outlives every tap that says
    what the card always said.
    """
    name = clean_name(card.display_name)
    if not is_readable(name):
        raise DeskError("card.no_name")
    known = people.by_fingerprint(transaction, fingerprint)
    person, read = _as_read(office, known, card, fingerprint, name, now)
    if known is None:
        return people.insert_person(transaction, person, office.keys.key_id, now, read=read)
    if (person, read) == (known.person, known.read):
        return known
    return people.update_person(transaction, known, person, office.keys.key_id, now, read=read)


def _as_read(
    office: Office, known: Known | None, card: IdentityCard, fingerprint: bytes, name: str, now: datetime
) -> tuple[Person, CardNames]:
    before = known.person if known else None
    birth = card.birth_date
    believed, read = _believed(known, name) if known else (name, CardNames(name))
    person = Person(
        id=before.id if before else office.clock.new_id(),
        name=believed,
        sex=card.sex,
        birth_date=birth,
        age_band=band_of(age_on(birth, hub_day(now))) if birth else AgeBand.UNKNOWN,
        age_source=AgeSource.DOCUMENT,
        document_kind=card.kind,
        fingerprint=fingerprint,
        masked_number=mask_number(normalise_number(card.number)),
        phone=before.phone if before else "",
        needs_step_free=before.needs_step_free if before else False,
        note=before.note if before else "",
    )
    return person, read


def _believed(known: Known, name: str) -> tuple[str, CardNames]:
    """The name to keep now that the card said `name`, and what to remember of its sayings."""
    if name == known.read.settled:
        return known.person.name, CardNames(name)
    if name == known.read.other:
        return name, CardNames(name)
    return known.person.name, CardNames(known.read.settled, name)


def admit(transaction: Transaction, office: Office, who: Arriving, now: datetime) -> Arrival:
    """Open a visit. What is over the capacity is said, never refused."""
    config = office.settings()
    card, proposed, source = _card_and_purpose(transaction, office, who, now)
    visit, serial = _new_visit(transaction, office, who, proposed, now)
    visits.insert_visit(transaction, visit, serial)
    if who.known is not None:
        search.seen(transaction, who.known.key, now)
    facts.checked_in(transaction, office.clock, visit)
    job = None
    if who.wants_slip and config.visits.print_slip:
        job = papers.queue_visitor_slip(transaction, office, visit, 0, now).id
    capacity = config.hub.capacity
    return Arrival(
        visit=visit,
        card=card,
        source=source,
        act=Act(ActKind.CHECK_IN, now, (visit.id,), after=(visit,)),
        job=job,
        over_capacity=capacity > 0 and visits.people_inside(transaction) > capacity,
    )


def _card_and_purpose(
    transaction: Transaction, office: Office, who: Arriving, now: datetime
) -> tuple[PersonCard | None, Purpose, PurposeSource]:
    default = default_kind(office.settings())
    if who.known is None:
        card, proposed, source = None, Purpose(default), PurposeSource.DEFAULT
    else:
        person = who.known.person
        past = visits.past(transaction, person.id)
        engagements = engagements_of(transaction, person.id, now)
        proposed, source = propose_purpose(engagements, past, now, default)
        card = PersonCard(
            person=person,
            visits_so_far=visits.how_many(transaction, person.id, len(past)) + 1,
            last_visit=past[0] if past else None,
            engagements=engagements,
            in_house_since=now,
        )
    if who.purpose is not None:
        return card, who.purpose, PurposeSource.CHOSEN
    return card, proposed, source


def _new_visit(
    transaction: Transaction, office: Office, who: Arriving, purpose: Purpose, now: datetime
) -> tuple[Visit, int]:
    today = hub_day(now)
    letter = office.settings().desk.letter
    serial = visits.next_serial(transaction, today, letter)
    person = who.known.person if who.known else None
    band = band_on(person, today) if person else who.age_band
    seen = AgeSource.UNKNOWN if band is AgeBand.UNKNOWN else AgeSource.BY_SIGHT
    visit = Visit(
        id=office.clock.new_id(),
        number=visits.number_of(letter, serial),
        day=today,
        purpose=purpose,
        arrived_at=now,
        identified=who.identified,
        desk=letter,
        token=new_token(office.keys.token, secrets.choice),
        person_id=person.id if person else None,
        label=who.label,
        sex=person.sex if person else Sex.UNKNOWN,
        age_band=band,
        age_source=person.age_source if person else seen,
        party=who.party,
        needs_step_free=person.needs_step_free if person else False,
    )
    return visit, serial
