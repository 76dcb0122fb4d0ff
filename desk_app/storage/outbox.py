"""Facts on their way to the district server, frozen in the transaction that made them true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, insert, literal_column, select

from desk_app.core.clock import Clock
from desk_app.storage.tables import outbox
from desk_app.storage.transaction import Statement, Transaction
from desk_app.storage.values import to_micros

Value = str | int | None | Sequence["Value"] | Mapping[str, "Value"]
"""What a body may hold. No fractions: their text is not the same everywhere, and the digest is taken over the text."""

_COLUMNS = ("op_id", "kind", "v", "body", "digest", "entity_id", "created_wall", "mono_ns", "boot_id", "state")
_INSERT = Statement(insert(outbox).values({outbox.c[name]: None for name in _COLUMNS}))
# Both conditions, written out: the index leaves out what is done, and SQLite must see that none of it is asked for.
_WAITING = Statement(
    select(func.count()).where(outbox.c.state == "pending", outbox.c.state != literal_column("'done'"))
)


def canonical(body: Mapping[str, Value]) -> bytes:
    """The one spelling of a body: keys in order, no blanks, UTF-8."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def append(
    transaction: Transaction, clock: Clock, kind: str, version: int, entity: UUID, body: Mapping[str, Value]
) -> None:
    """Add one operation. `kind` and `version` name the shape of `body` for ever."""
    frozen = canonical(body)
    transaction.run(
        _INSERT,
        op_id=str(clock.new_id()),
        kind=kind,
        v=version,
        body=frozen,
        digest=hashlib.sha256(frozen).digest(),
        entity_id=str(entity),
        created_wall=to_micros(clock.now()),
        mono_ns=int(clock.monotonic() * 1_000_000_000),
        boot_id=clock.boot_id,
        state="pending",
    )


def waiting(transaction: Transaction) -> int:
    """How many operations have not left yet."""
    return int(transaction.value(_WAITING))
