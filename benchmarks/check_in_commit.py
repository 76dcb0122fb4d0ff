"""A whole tap through the use case against bare inserts of the very same rows, in one run, turn by turn.

    python -m benchmarks.check_in_commit [--city FOLDER] [--rounds N]

"bare" is the driver alone with the same file layout, pragmas and durability: once encrypted (sqlcipher3), once plain
(sqlite3). The use case does more: it recognises the card, reads the habits, proposes a purpose, numbers the visit,
builds the slip and freezes the outbox entry.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from benchmarks import city
from desk_app.core.clock import SystemClock
from desk_app.core.config import Config
from desk_app.core.paths import DataFolder
from desk_app.domain.identity import DocumentKind, IdentityCard, sex_in
from desk_app.services.desk import open_desk
from desk_app.services.visits import Arrival
from desk_app.storage.db import Store

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "cache_size = -16000",
    "wal_autocheckpoint = 4000",
)
_STAY = 100
_INSERTED = ("visit", "outbox", "print_job")
_Result = TypeVar("_Result")
Rows = dict[str, list[tuple[Any, ...]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--city", type=Path, help="data folder made by benchmarks.city; made anew without it")
    parser.add_argument("--rounds", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(options.city or Path(scratch) / "city")
        if not folder.database.exists():
            city.build(folder)
        _run(folder, Path(scratch), options.rounds)


def _run(folder: DataFolder, scratch: Path, rounds: int) -> None:
    clock = SystemClock()
    store = Store.open(folder, clock)
    try:
        desk = open_desk(store, clock, Config)
        cards = _cards(store, rounds)
        with store.maintenance() as connection:
            encrypted, plain = _copies(connection, store, scratch)
        spent: dict[str, list[float]] = {"use case": [], "bare sqlcipher3": [], "bare sqlite3": []}
        for card in cards:
            tapped = _timed(spent["use case"], lambda card=card: desk.visits.tap_card(card))  # type: ignore[misc]
            assert tapped.arrival is not None
            with store.maintenance() as connection:
                rows = _rows_of(connection, tapped.arrival)
            _timed(spent["bare sqlcipher3"], lambda rows=rows: _bare(encrypted, rows))  # type: ignore[misc]
            _timed(spent["bare sqlite3"], lambda rows=rows: _bare(plain, rows))  # type: ignore[misc]
            if len(spent["use case"]) % _STAY == 0:
                _everybody_leaves(store, encrypted, plain)
        encrypted.close()
        plain.close()
    finally:
        store.close()
    _print(spent)


def _cards(store: Store, rounds: int) -> list[IdentityCard]:
    """Cards of people the city knows, each once, spread over all of it."""
    with store.maintenance() as connection:
        keys = connection.execute(
            "SELECT key, name FROM person WHERE document_kind = 'resident' "
            "AND id NOT IN (SELECT person_id FROM visit WHERE left_at IS NULL AND undone_at IS NULL) ORDER BY key"
        ).fetchall()
    step = max(1, len(keys) // rounds)
    cards = []
    for key, name in keys[::step][:rounds]:
        number, born = city.number_of(key)
        cards.append(IdentityCard(DocumentKind.RESIDENT, name, sex_in(number).value, number, born))
    return cards


def _copies(connection: Any, store: Store, scratch: Path) -> tuple[Any, sqlite3.Connection]:
    store.copy_to(scratch / "encrypted.db")
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(scratch / "plain.db"),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH DATABASE plain")
    encrypted = dbapi2.connect(str(scratch / "encrypted.db"), isolation_level=None)
    encrypted.execute(f"PRAGMA key = \"x'{store.keys.database.hex()}'\"")
    plain = sqlite3.connect(scratch / "plain.db", isolation_level=None)
    for opened in (encrypted, plain):
        for pragma in _PRAGMAS:
            opened.execute(f"PRAGMA {pragma}")
    return encrypted, plain


def _rows_of(connection: Any, arrival: Arrival) -> Rows:
    """The rows the use case has just written, to be written again by hand."""
    assert arrival.card is not None
    assert arrival.job is not None
    person = arrival.card.person.id.bytes
    return {
        "visit": connection.execute("SELECT * FROM visit WHERE id = ?", (arrival.visit.id.bytes,)).fetchall(),
        "outbox": connection.execute("SELECT * FROM outbox ORDER BY seq DESC LIMIT 1").fetchall(),
        "print_job": connection.execute("SELECT * FROM print_job WHERE id = ?", (arrival.job.bytes,)).fetchall(),
        "seen": connection.execute(
            "SELECT s.last_seen, s.person FROM person_search s JOIN person p ON p.key = s.person WHERE p.id = ?",
            (person,),
        ).fetchall(),
    }


def _bare(connection: Any, rows: Rows) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table in _INSERTED:
        row = rows[table][0]
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    now, person = rows["seen"][0]
    (before,) = connection.execute("SELECT last_seen FROM person_search WHERE person = ?", (person,)).fetchone()
    connection.execute(
        "UPDATE person_recent SET last_seen = ? WHERE last_seen = ? AND person = ?", (now, before, person)
    )
    connection.execute("UPDATE person_search SET last_seen = ? WHERE person = ?", (now, person))
    connection.execute("COMMIT")


def _everybody_leaves(store: Store, encrypted: Any, plain: Any) -> None:
    """The house holds a hundred or two, not the thousands of a benchmark; and the log is tidied, as the window does."""
    with store.maintenance() as connection:
        for opened in (connection, encrypted, plain):
            opened.execute("UPDATE visit SET left_at = arrived_at, departure = 'click' WHERE left_at IS NULL")
            opened.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _timed(spent: list[float], work: Callable[[], _Result]) -> _Result:
    started = time.perf_counter()
    result = work()
    spent.append((time.perf_counter() - started) * 1000)
    return result


def _print(spent: dict[str, list[float]]) -> None:
    """p10 stands beside p50 because on a busy machine p50 measures the neighbours."""
    shares = {"p10": 0.10, "p50": 0.50, "p95": 0.95, "p99": 0.99, "max": 1.0}
    print(
        f"{'check-in commit, ms':<20}" + "".join(f"{name:>8}" for name in shares) + "   use case against it: p10, p50"
    )
    found = {}
    for name, times in spent.items():
        times.sort()
        found[name] = [times[min(len(times) - 1, int(len(times) * share))] for share in shares.values()]
    ours = found["use case"]
    for name, at in found.items():
        ratios = f"   {ours[0] / at[0]:.2f} x, {ours[1] / at[1]:.2f} x"
        print(f"{name:<20}" + "".join(f"{value:8.2f}" for value in at) + ratios)


if __name__ == "__main__":
    main()
