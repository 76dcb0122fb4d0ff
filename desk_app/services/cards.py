"""What the check-in page shows about one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desk_app.core.clock import hub_day
from desk_app.domain.catalogue import Session, session_on
from desk_app.domain.people import Person
from desk_app.domain.visits import PastVisit
from desk_app.storage import activities, visits
from desk_app.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the middle of the check-in page shows about one person. `visits_so_far` includes the present one."""

    person: Person
    visits_so_far: int
    last_visit: PastVisit | None
    engagements: tuple[Session, ...]
    in_house_since: datetime | None


def card_of(transaction: Transaction, person: Person, now: datetime) -> PersonCard:
    """The card of somebody as they are now; `last_visit` is the one before the present one."""
    past = visits.past(transaction, person.id)
    inside = visits.open_of(transaction, person.id)
    present = 1 if inside else 0
    return PersonCard(
        person=person,
        visits_so_far=visits.how_many(transaction, person.id, len(past)),
        last_visit=past[present] if len(past) > present else None,
        engagements=engagements_of(transaction, person.id, now),
        in_house_since=inside[0].arrived_at if inside else None,
    )


def engagements_of(transaction: Transaction, person_id: UUID, now: datetime) -> tuple[Session, ...]:
    """The person's own sessions of today, by their hour."""
    today = hub_day(now)
    sessions = (session_on(series, today) for series in activities.of_person(transaction, person_id, today))
    return tuple(session for session in sessions if session is not None)
