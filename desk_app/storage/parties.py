"""Groups and units that book, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from desk_app.domain.bookings.booking import PartyKind
from desk_app.storage.tables import party
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import to_micros

_COLUMNS = (party.c.id, party.c.kind, party.c.name)
_ALL = Statement(select(*_COLUMNS).order_by(party.c.used_at.desc(), party.c.name))
_NAMED = Statement(select(*_COLUMNS).where(party.c.name == bindparam("what"), party.c.kind == bindparam("sort")))
_INSERT = Statement(insert(party))
_USED = Statement(update(party).where(party.c.id == bindparam("which")).values(used_at=bindparam("moment")))


@dataclass(frozen=True, slots=True)
class Party:
    """A group or unit that books; its id is what quotas and fairness count by."""

    id: UUID
    kind: PartyKind
    name: str


def every(transaction: Transaction) -> list[Party]:
    """Those that booked last first. There are hundreds, not thousands: whoever searches looks through all."""
    return [_party(row) for row in transaction.all(_ALL)]


def by_name(transaction: Transaction, kind: PartyKind, name: str) -> Party | None:
    row = transaction.first(_NAMED, what=name, sort=kind.value)
    return _party(row) if row else None


def insert_party(transaction: Transaction, new: Party, at: datetime) -> None:
    transaction.run(_INSERT, id=new.id.bytes, kind=new.kind.value, name=new.name, used_at=to_micros(at))


def used(transaction: Transaction, party_id: UUID, at: datetime) -> None:
    """They booked just now; nothing happens where the id is a person's."""
    transaction.run(_USED, which=party_id.bytes, moment=to_micros(at))


def _party(row: Row) -> Party:
    party_id, kind, name = row
    return Party(UUID(bytes=party_id), PartyKind(kind), name)
