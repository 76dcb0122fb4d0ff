"""What the check-in page shows about one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desk_app.core.clock import hub_day
from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.rooms import LivingRoomUse
from desk_app.domain.bookings.slots import instant_of, wall_clock
from desk_app.domain.catalogue import ServiceKind, Session, session_on
from desk_app.domain.people import Person
from desk_app.domain.visits import PastVisit
from desk_app.services.bookings.using import own_today
from desk_app.storage import activities, rooms, visits
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
    """The person's own sessions and bookings of today, by their hour; a booking stands for its activity's session."""
    today = hub_day(now)
    booked = [_session(transaction, one) for one in own_today(transaction, person_id, wall_clock(now))]
    seen = {session.activity_id for session in booked if session.activity_id is not None}
    held = (session_on(series, today) for series in activities.of_person(transaction, person_id, today))
    sessions = booked + [session for session in held if session is not None and session.activity_id not in seen]
    return tuple(sorted(sessions, key=lambda session: session.starts_at))


_KINDS = {
    LivingRoomUse.ARTS_EXCHANGE: ServiceKind.CULTURE_SPORTS,
    LivingRoomUse.LEGAL_DOCKING: ServiceKind.LEGAL,
}
"""Uses of the living room that are one of the nine kinds as well; the others count as 生活服务."""


def _session(transaction: Transaction, one: Booking) -> Session:
    kind = one.purpose if isinstance(one.purpose, ServiceKind) else _KINDS.get(one.purpose, ServiceKind.LIVING)
    return Session(
        activity_id=one.activity_id,
        kind=kind,
        title=one.title or one.responsible.party_name,
        place=rooms.name_of(transaction, one.room_id),
        starts_at=instant_of(one.slot.start),
        ends_at=instant_of(one.slot.end),
        booking_id=one.id,
    )
