"""People in the file: found by fingerprint, hub card or id, kept together with the spellings they are searched by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, insert, select, update

from desk_app.domain.identity import DocumentKind, Sex
from desk_app.domain.people import AgeBand, AgeSource, Person
from desk_app.storage import search
from desk_app.storage.tables import hub_card, person
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import to_micros

_FIELDS = (
    person.c.key,
    person.c.id,
    person.c.name,
    person.c.sex,
    person.c.birth_date,
    person.c.age_band,
    person.c.age_source,
    person.c.document_kind,
    person.c.fingerprint,
    person.c.masked_number,
    person.c.phone,
    person.c.needs_step_free,
    person.c.note,
    person.c.card_name,
    person.c.other_name,
)
_SELECT: Select[tuple[object, ...]] = select(*_FIELDS)
_BY_ID = Statement(_SELECT.where(person.c.id == bindparam("who")))
_BY_KEY = Statement(_SELECT.where(person.c.key == bindparam("who")))
_BY_FINGERPRINT = Statement(_SELECT.where(person.c.fingerprint == bindparam("print")))
_BY_UID = Statement(
    _SELECT.join(hub_card, hub_card.c.person_id == person.c.id).where(hub_card.c.uid == bindparam("card"))
)
_INSERT = Statement(insert(person).values({column: None for column in person.c if column.name != "key"}))
_UPDATE = Statement(
    update(person)
    .where(person.c.key == bindparam("handle"))
    .values({
        column: bindparam(column.name)
        for column in person.c
        if column.name not in ("key", "id", "created_at")
    })
)  # fmt: skip
_CARD_OWNER = Statement(select(hub_card.c.person_id).where(hub_card.c.uid == bindparam("card")))
_GIVE_CARD = Statement(insert(hub_card))


@dataclass(frozen=True, slots=True)
class CardNames:
    """What the person's card said of their name: `settled` is believed, `other` was read once and is not yet."""

    settled: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A person, the integer key by which the search tables know them, and what their card calls them."""

    key: int
    person: Person
    read: CardNames = CardNames()


def by_id(transaction: Transaction, person_id: UUID) -> Known | None:
    return _known(transaction.first(_BY_ID, who=person_id.bytes))


def by_key(transaction: Transaction, key: int) -> Known | None:
    return _known(transaction.first(_BY_KEY, who=key))


def by_fingerprint(transaction: Transaction, fingerprint: bytes) -> Known | None:
    return _known(transaction.first(_BY_FINGERPRINT, print=fingerprint))


def by_uid(transaction: Transaction, uid: bytes) -> Known | None:
    """The owner of the hub card whose serial number has the fingerprint `uid`."""
    return _known(transaction.first(_BY_UID, card=uid))


def insert_person(
    transaction: Transaction, who: Person, key_id: str, at: datetime, *, read: CardNames | None = None
) -> Known:
    """Keep a new person and make them findable."""
    read = read or CardNames()
    transaction.run(_INSERT, id=who.id.bytes, created_at=to_micros(at), **_columns(who, read, key_id, at))
    key = transaction.last_key()
    search.add(transaction, key, who.name, who.phone, at)
    return Known(key, who, read)


def update_person(
    transaction: Transaction, before: Known, who: Person, key_id: str, at: datetime, *, read: CardNames | None = None
) -> Known:
    """Replace what is kept of the person; the spellings only where name or phone changed. `read`: None leaves it."""
    read = read or before.read
    transaction.run(_UPDATE, handle=before.key, **_columns(who, read, key_id, at))
    if (who.name, who.phone) != (before.person.name, before.person.phone):
        search.respell(transaction, before.key, who.name, who.phone)
    return Known(before.key, who, read)


def owner_of_card(transaction: Transaction, uid: bytes) -> UUID | None:
    owner = transaction.value(_CARD_OWNER, card=uid)
    return UUID(bytes=owner) if owner else None


def give_card(transaction: Transaction, uid: bytes, person_id: UUID, at: datetime) -> None:
    transaction.run(_GIVE_CARD, uid=uid, person_id=person_id.bytes, assigned_at=to_micros(at))


def _columns(who: Person, read: CardNames, key_id: str, at: datetime) -> dict[str, object]:
    return {
        "name": who.name,
        "sex": who.sex.value,
        "birth_date": who.birth_date.isoformat() if who.birth_date else None,
        "age_band": who.age_band.value,
        "age_source": who.age_source.value,
        "document_kind": who.document_kind.value if who.document_kind else None,
        "fingerprint": who.fingerprint,
        "key_id": key_id if who.fingerprint else None,
        "masked_number": who.masked_number,
        "phone": who.phone,
        "needs_step_free": int(who.needs_step_free),
        "note": who.note,
        "amended_at": to_micros(at),
        "card_name": read.settled,
        "other_name": read.other,
    }


def _known(row: Row | None) -> Known | None:
    if row is None:
        return None
    key, person_id, name, sex, born, band, source, kind, fingerprint, masked, phone, step_free, note, *read = row
    return Known(
        key,
        Person(
            id=UUID(bytes=person_id),
            name=name,
            sex=Sex(sex),
            birth_date=date.fromisoformat(born) if born else None,
            age_band=AgeBand(band),
            age_source=AgeSource(source),
            document_kind=DocumentKind(kind) if kind else None,
            fingerprint=fingerprint,
            masked_number=masked,
            phone=phone,
            needs_step_free=bool(step_free),
            note=note,
        ),
        CardNames(*read),
    )
