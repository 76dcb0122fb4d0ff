"""The tables as statements know them; their constraints and indexes are written in the migrations.

A test compares both, so that a column cannot be added to one alone.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, /, **columns: type[Integer | LargeBinary | Text]) -> Table:
    return Table(name, metadata, *(Column(column, kind) for column, kind in columns.items()))


meta = _table("meta", name=Text, value=Text)
"""`identity_key` (the id of the key all fingerprints were made with); `epoch` is kept for the server that comes."""

person = _table(
    "person",
    key=Integer,  # short handle for the search tables; never leaves storage
    id=LargeBinary,
    name=Text,
    sex=Text,
    birth_date=Text,
    age_band=Text,
    age_source=Text,
    document_kind=Text,
    fingerprint=LargeBinary,
    key_id=Text,
    masked_number=Text,
    phone=Text,
    needs_step_free=Integer,
    note=Text,
    created_at=Integer,
    amended_at=Integer,
    card_name=Text,  # the name the card was last believed; `name` may since have been mended at the desk
    other_name=Text,  # another name the card said once: believed when it says so again
)

person_search = _table("person_search", person=Integer, last_seen=Integer)
"""When a person was last seen, by person: small, so that all of it stays in the cache."""

person_recent = _table("person_recent", last_seen=Integer, person=Integer, forms=Text)
"""The same in order of time, with every spelling the person is found by, each after a `|`."""

search_key = _table("search_key", term=Text, part=Integer, person=Integer)
"""One row per spelling: `part` 0 for a whole name, reading or phone tail, 1 for its later parts."""

hub_card = _table("hub_card", uid=LargeBinary, person_id=LargeBinary, assigned_at=Integer)
"""`uid` is the keyed fingerprint of the card's serial number, never the number."""

visit = _table(
    "visit",
    id=LargeBinary,
    day=Text,
    desk=Text,
    serial=Integer,
    kind=Text,
    activity_id=LargeBinary,
    title=Text,
    arrived_at=Integer,
    identified=Text,
    token=Text,
    person_id=LargeBinary,
    label=Text,
    sex=Text,
    age_band=Text,
    age_source=Text,
    companions=Integer,
    head_count=Integer,
    needs_step_free=Integer,
    left_at=Integer,
    departure=Text,
    undone_at=Integer,
)

visit_party = _table("visit_party", visit_id=LargeBinary, band=Text, people=Integer)

activity = _table(
    "activity",
    id=LargeBinary,
    kind=Text,
    title=Text,
    place=Text,
    weekdays=Text,  # ISO numbers in order: "135"
    starts=Text,
    ends=Text,
    first_day=Text,
    last_day=Text,
)

enrolment = _table("enrolment", person_id=LargeBinary, activity_id=LargeBinary, enrolled_at=Integer)

print_job = _table(
    "print_job",
    id=LargeBinary,
    visit_id=LargeBinary,
    slip_number=Text,
    copy=Integer,
    slip=Text,  # null for visits' slips and roll calls: they are built when they are sent
    state=Text,
    reason=Text,
    created_at=Integer,
    settled_at=Integer,
)

print_attempt = _table(
    "print_attempt",
    job_id=LargeBinary,
    attempt=Integer,
    started_at=Integer,
    size=Integer,
    digest=LargeBinary,
    data=LargeBinary,  # emptied once the job is settled: a picture of a slip is nobody's archive
    ended_at=Integer,
    outcome=Text,
    reason=Text,
)

outbox = _table(
    "outbox",
    seq=Integer,
    op_id=Text,
    kind=Text,
    v=Integer,
    body=LargeBinary,
    digest=LargeBinary,
    entity_id=Text,
    created_wall=Integer,
    mono_ns=Integer,
    boot_id=Text,
    state=Text,
    tries=Integer,
    last_error=Text,
    sent_at=Integer,
    result=Text,
    epoch=Text,
)
