"""What the district is told of each act: pseudonyms, purpose, counts and times. No name, phone or number ever.

A kind's meaning never changes; a new shape gets a new version beside the old one.
"""

from __future__ import annotations

from desk_app.core.clock import Clock
from desk_app.domain.catalogue import Activity
from desk_app.domain.people import Person
from desk_app.domain.visits import Visit
from desk_app.storage import outbox
from desk_app.storage.outbox import Value
from desk_app.storage.transaction import Transaction
from desk_app.storage.values import to_micros, to_micros_or_none

CHECKED_IN = "visit.check_in"
CHANGED = "visit.change"
LEFT = "visit.sign_out"
REOPENED = "visit.reopen"
UNDONE = "visit.undo"
AMENDED = "person.amend"
ACTIVITY = "activity.save"
ENROLLED = "enrolment.add"
WITHDRAWN = "enrolment.remove"


def checked_in(transaction: Transaction, clock: Clock, visit: Visit) -> None:
    """Somebody, or a group, came in. `person` is this hub's pseudonym: nobody is recognised across hubs.

    The fingerprint stays at home: each hub makes it with a key of its own, so it would tell the district nothing.
    """
    body: dict[str, Value] = {
        "visit": str(visit.id),
        "number": visit.number,
        "day": visit.day.isoformat(),
        "desk": visit.desk,
        "arrived_at": to_micros(visit.arrived_at),
        "identified": visit.identified.value,
        "person": str(visit.person_id) if visit.person_id else None,
        "sex": visit.sex.value,
        "age_band": visit.age_band.value,
        "age_source": visit.age_source.value,
        "party": {band.value: people for band, people in visit.party.items()},
        **_changing(visit),
    }
    outbox.append(transaction, clock, CHECKED_IN, 1, visit.id, body)


def changed(transaction: Transaction, clock: Clock, visit: Visit) -> None:
    """Purpose or companions are other than was told."""
    outbox.append(transaction, clock, CHANGED, 1, visit.id, {"visit": str(visit.id), **_changing(visit)})


def left(transaction: Transaction, clock: Clock, visit: Visit) -> None:
    """The visit ended; `departure` says whether the time was measured."""
    body: dict[str, Value] = {
        "visit": str(visit.id),
        "left_at": to_micros_or_none(visit.left_at),
        "departure": visit.departure.value if visit.departure else None,
    }
    outbox.append(transaction, clock, LEFT, 1, visit.id, body)


def reopened(transaction: Transaction, clock: Clock, visit: Visit) -> None:
    """The end that was told is taken back."""
    outbox.append(transaction, clock, REOPENED, 1, visit.id, {"visit": str(visit.id)})


def undone(transaction: Transaction, clock: Clock, visit: Visit) -> None:
    """The check-in itself is taken back; it counts nowhere."""
    body: dict[str, Value] = {"visit": str(visit.id), "undone_at": to_micros_or_none(visit.undone_at)}
    outbox.append(transaction, clock, UNDONE, 1, visit.id, body)


def amended(transaction: Transaction, clock: Clock, person: Person) -> None:
    """What statistics need of a person changed. Name, phone and note stay at the desk."""
    body: dict[str, Value] = {"person": str(person.id), "sex": person.sex.value, "age_band": person.age_band.value}
    outbox.append(transaction, clock, AMENDED, 1, person.id, body)


def activity_saved(transaction: Transaction, clock: Clock, activity: Activity) -> None:
    body: dict[str, Value] = {
        "activity": str(activity.id),
        "kind": activity.kind.value,
        "title": activity.title,
        "place": activity.place,
        "weekdays": sorted(activity.weekdays),
        "starts": f"{activity.starts:%H:%M}",
        "ends": f"{activity.ends:%H:%M}",
        "first_day": activity.first_day.isoformat() if activity.first_day else None,
        "last_day": activity.last_day.isoformat() if activity.last_day else None,
    }
    outbox.append(transaction, clock, ACTIVITY, 1, activity.id, body)


def _changing(visit: Visit) -> dict[str, Value]:
    return {
        "kind": visit.purpose.kind.value,
        "activity": str(visit.purpose.activity_id) if visit.purpose.activity_id else None,
        "companions": visit.companions,
        "head_count": visit.head_count,
    }
