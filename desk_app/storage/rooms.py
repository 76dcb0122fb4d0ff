"""Rooms, movable equipment, closures, blockings and the rules of the house in the file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room, RoomPlan
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.storage import room_text
from desk_app.storage.tables import blocking, closure, equipment, meta, room, room_touching
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import floor_minutes, from_ids, from_minutes, to_ids, to_minutes

_ROOMS = Statement(select(room.c.id, room.c.name, room.c.in_service, room.c.groups_at_once, room.c.body).order_by(
    room.c.place, room.c.name
))  # fmt: skip
_PLACE = Statement(select(room.c.place).where(room.c.id == bindparam("which")))
_LAST_PLACE = Statement(select(func.max(room.c.place)))
_NAMED = Statement(select(room.c.id).where(room.c.name == bindparam("what")))
_NAME = Statement(select(room.c.name).where(room.c.id == bindparam("which")))
_upsert_room = insert(room)
_SAVE_ROOM = Statement(
    _upsert_room.on_conflict_do_update(
        index_elements=[room.c.id],
        set_={column.name: _upsert_room.excluded[column.name] for column in room.c if column.name != "id"},
    )
)
_PUT = Statement(room.update().where(room.c.id == bindparam("which")).values(place=bindparam("at")))
_NONE_TOUCHING = Statement(delete(room_touching))
_TOUCHING = Statement(insert(room_touching))

_EQUIPMENT = Statement(select(*equipment.c).order_by(equipment.c.name))
_upsert_thing = insert(equipment)
_SAVE_THING = Statement(
    _upsert_thing.on_conflict_do_update(
        index_elements=[equipment.c.id],
        set_={"name": _upsert_thing.excluded.name, "stock": _upsert_thing.excluded.stock},
    )
)

_CLOSURES = Statement(select(*closure.c).where(closure.c.ends > bindparam("since")).order_by(closure.c.starts))
_ADD_CLOSURE = Statement(insert(closure))
_DROP_CLOSURE = Statement(delete(closure).where(closure.c.id == bindparam("which")))

_SELECT_BLOCKING: Select[tuple[object, ...]] = select(*blocking.c)
_BLOCKINGS = Statement(_SELECT_BLOCKING.where(blocking.c.last_day >= bindparam("since")).order_by(blocking.c.first_day))
_BLOCKING = Statement(_SELECT_BLOCKING.where(blocking.c.id == bindparam("which")))
_upsert_blocking = insert(blocking)
_SAVE_BLOCKING = Statement(
    _upsert_blocking.on_conflict_do_update(
        index_elements=[blocking.c.id],
        set_={column.name: _upsert_blocking.excluded[column.name] for column in blocking.c if column.name != "id"},
    )
)
_DROP_BLOCKING = Statement(delete(blocking).where(blocking.c.id == bindparam("which")))

_META = Statement(select(meta.c.value).where(meta.c.name == bindparam("what")))
_upsert_meta = insert(meta)
_SET_META = Statement(
    _upsert_meta.on_conflict_do_update(index_elements=[meta.c.name], set_={"value": _upsert_meta.excluded.value})
)
# Never a number counted up: one that a rolled-back transaction used would come again and name something else.
_NEW_VERSION = Statement(
    insert(meta)
    .values(name="rooms_version", value=func.hex(func.randomblob(8)))
    .on_conflict_do_update(index_elements=[meta.c.name], set_={"value": func.hex(func.randomblob(8))})
)
_HOUSE, _VERSION = "house_rules", "rooms_version"


def version(transaction: Transaction) -> str:
    """Names the present rooms, hours, closures, blockings, equipment, house rules and holidays; "" for a fresh hub."""
    return transaction.value(_META, what=_VERSION) or ""


def new_version(transaction: Transaction) -> None:
    """Something of what `version` names was changed."""
    transaction.run(_NEW_VERSION)


# Rooms


def every_room(transaction: Transaction) -> list[Room]:
    """In the hub's own order."""
    return [
        room_text.from_text(UUID(bytes=room_id), name, body, in_service=bool(in_service), groups_at_once=groups_at_once)
        for room_id, name, in_service, groups_at_once, body in transaction.all(_ROOMS)
    ]


def id_of_name(transaction: Transaction, name: str) -> UUID | None:
    found = transaction.value(_NAMED, what=name)
    return UUID(bytes=found) if found else None


def name_of(transaction: Transaction, room_id: UUID) -> str:
    """The room's name, "" for one nobody knows."""
    return transaction.value(_NAME, which=room_id.bytes) or ""


def save_room(transaction: Transaction, saved: Room, plan: RoomPlan) -> None:
    """Insert, at the end of the order, or replace; `plan` is the whole hub with it."""
    place = transaction.value(_PLACE, which=saved.id.bytes)
    if place is None:
        place = int(transaction.value(_LAST_PLACE) or 0) + 1
    transaction.run(
        _SAVE_ROOM,
        id=saved.id.bytes,
        place=place,
        name=saved.name,
        in_service=int(saved.in_service),
        groups_at_once=saved.rules.groups_at_once,
        body=room_text.to_text(saved),
    )
    transaction.run(_NONE_TOUCHING)
    touching = [{"room_id": one.bytes, "other_id": other.bytes} for one in plan.rooms for other in plan.touching(one)]
    transaction.run_many(_TOUCHING, touching)
    new_version(transaction)


def reorder(transaction: Transaction, room_ids: Iterable[UUID]) -> None:
    for place, room_id in enumerate(room_ids, start=1):
        transaction.run(_PUT, which=room_id.bytes, at=place)
    new_version(transaction)


# Equipment and the house


def every_thing(transaction: Transaction) -> list[Equipment]:
    return [Equipment(UUID(bytes=one), name, stock) for one, name, stock in transaction.all(_EQUIPMENT)]


def save_thing(transaction: Transaction, thing: Equipment) -> None:
    transaction.run(_SAVE_THING, id=thing.id.bytes, name=thing.name, stock=thing.stock)
    new_version(transaction)


def house(transaction: Transaction) -> HouseRules:
    found = transaction.value(_META, what=_HOUSE)
    if not found:
        return HouseRules()
    values = json.loads(found)
    return HouseRules(
        rooms_at_once=values["rooms_at_once"],
        late_entry=values["late_entry"] * MINUTE,
        asked_blockings_hold=values["asked_blockings_hold"],
    )


def save_house(transaction: Transaction, rules: HouseRules) -> None:
    values = {
        "rooms_at_once": rules.rooms_at_once,
        "late_entry": rules.late_entry // MINUTE,
        "asked_blockings_hold": rules.asked_blockings_hold,
    }
    transaction.run(_SET_META, name=_HOUSE, value=json.dumps(values))
    new_version(transaction)


# Closures and blockings


def closures(transaction: Transaction, since: datetime) -> list[Closure]:
    """Those not over at `since`, by start."""
    return [_closure(row) for row in transaction.all(_CLOSURES, since=floor_minutes(since))]


def add_closure(transaction: Transaction, made: Closure) -> None:
    transaction.run(
        _ADD_CLOSURE,
        id=made.id.bytes,
        starts=to_minutes(made.slot.start),
        ends=to_minutes(made.slot.end),
        why=made.why,
        rooms=to_ids(made.room_ids),
    )
    new_version(transaction)


def drop_closure(transaction: Transaction, closure_id: UUID) -> bool:
    new_version(transaction)
    return transaction.run(_DROP_CLOSURE, which=closure_id.bytes) > 0


def blockings(transaction: Transaction, since: date) -> list[Blocking]:
    """Those not over on `since`, by their first day."""
    return [_blocking(row) for row in transaction.all(_BLOCKINGS, since=since.isoformat())]


def blocking_by_id(transaction: Transaction, blocking_id: UUID) -> Blocking | None:
    row = transaction.first(_BLOCKING, which=blocking_id.bytes)
    return _blocking(row) if row else None


def save_blocking(transaction: Transaction, kept: Blocking) -> None:
    transaction.run(
        _SAVE_BLOCKING,
        id=kept.id.bytes,
        first_day=kept.first.isoformat(),
        last_day=kept.last.isoformat(),
        rooms=to_ids(kept.room_ids),
        why=kept.why,
        made_by=kept.made_by.bytes,
        exempt=to_ids(kept.exempt),
        accepted=int(kept.accepted),
    )
    new_version(transaction)


def drop_blocking(transaction: Transaction, blocking_id: UUID) -> bool:
    new_version(transaction)
    return transaction.run(_DROP_BLOCKING, which=blocking_id.bytes) > 0


def _closure(row: Row) -> Closure:
    closure_id, starts, ends, why, rooms = row
    slot = Slot(from_minutes(starts), from_minutes(ends))
    return Closure(UUID(bytes=closure_id), slot, why, frozenset(from_ids(rooms)))


def _blocking(row: Row) -> Blocking:
    blocking_id, first, last, rooms, why, made_by, exempt, accepted = row
    return Blocking(
        id=UUID(bytes=blocking_id),
        room_ids=frozenset(from_ids(rooms)),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        why=why,
        made_by=UUID(bytes=made_by),
        exempt=frozenset(from_ids(exempt)),
        accepted=bool(accepted),
    )
