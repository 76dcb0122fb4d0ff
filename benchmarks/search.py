"""Every keystroke of people being looked for, over the whole city, on the encrypted file, through the use case.

    python -m benchmarks.search [--city FOLDER] [--people N] [--fts5]

`--fts5` also lays an FTS5 index over the same spellings in a copy and measures the step that would be replaced:
finding up to 300 holders of a beginning.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks import city
from desk_app.core.clock import SystemClock
from desk_app.core.config import Config
from desk_app.core.paths import DataFolder
from desk_app.services.desk import open_desk
from desk_app.storage.db import Store

_BUDGET_MS = 16
_NOBODY = ("xyzzy", "qqq", "%", '"', "*", "'; --", "😀", "囍囍")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--city", type=Path, help="data folder made by benchmarks.city; made anew without it")
    parser.add_argument("--people", type=int, default=500, help="how many people are looked for")
    parser.add_argument("--fts5", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(options.city or Path(scratch) / "city")
        if not folder.database.exists():
            city.build(folder)
        store = Store.open(folder, SystemClock(), writer=False)
        try:
            chance = random.Random(7)
            keystrokes = _keystrokes(store, chance, options.people)
            _run(store, keystrokes)
            if options.fts5:
                _compare(store, Path(scratch) / "fts5.db", [typed for _, typed in keystrokes])
        finally:
            store.close()


def _keystrokes(store: Store, chance: random.Random, people: int) -> list[tuple[str, str]]:
    """What is in the box after each key, with what is being typed; shuffled, so that no page is warm by order."""
    with store.maintenance() as connection:
        (last,) = connection.execute("SELECT max(key) FROM person").fetchone()
        rows = [
            connection.execute(
                "SELECT p.phone, r.forms FROM person p JOIN person_search s ON s.person = p.key "
                "JOIN person_recent r ON r.person = s.person AND r.last_seen = s.last_seen WHERE p.key = ?",
                (chance.randrange(1, last + 1),),
            ).fetchone()
            for _ in range(people)
        ]
    strokes = [("nobody", text) for text in _NOBODY]
    strokes += [("one letter", letter) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"]
    for phone, spelled in rows:
        written, reading, *rest = spelled.split("|")[1:4]
        strokes += [("one Han character", written[0])]
        strokes += [("name", written[:end]) for end in range(2, len(written) + 1)]
        strokes += [("pinyin", reading[:end]) for end in range(2, len(reading) + 1)]
        strokes += [("initials", initials[:end]) for initials in rest for end in range(2, len(initials) + 1)]
        strokes += [("two words", f"{reading[:4]} {reading[-2:]}")]
        if phone:
            strokes += [("phone tail", phone[-4:][:end]) for end in range(1, 5)]
    chance.shuffle(strokes)
    return strokes


def _run(store: Store, keystrokes: list[tuple[str, str]]) -> None:
    people = open_desk(store, SystemClock(), Config).people
    spent: dict[str, list[float]] = defaultdict(list)
    for kind, typed in keystrokes:
        started = time.perf_counter()
        people.search(typed)
        took = (time.perf_counter() - started) * 1000
        spent[kind].append(took)
        spent["all"].append(took)
    print(f"{'search per keystroke, ms':<26}{'n':>7}{'p50':>8}{'p95':>8}{'p99':>8}{'max':>8}")
    for kind, times in sorted(spent.items(), key=lambda item: item[0] == "all"):
        _print(kind, times)
    print(f"budget at p95: {_BUDGET_MS} ms")


def _print(kind: str, times: list[float]) -> None:
    times.sort()
    at = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.50, 0.95, 0.99, 1.0)]
    print(f"{kind:<26}{len(times):>7}" + "".join(f"{value:8.2f}" for value in at))


def _compare(store: Store, place: Path, keystrokes: list[str]) -> None:
    """The same beginnings asked of the key table and of FTS5, in two encrypted files holding nothing else."""
    keys, fts = _laid(store, place.with_name("keys.db"), _as_keys), _laid(store, place, _as_fts5)
    print(f"size: key table {_megabytes(keys):.0f} MB, FTS5 {_megabytes(fts):.0f} MB")
    beginnings = [typed for typed in keystrokes if typed.isalnum()]
    spent: dict[str, list[float]] = {"key table": [], "FTS5": []}
    for typed in beginnings:
        started = time.perf_counter()
        keys.execute(
            "SELECT DISTINCT person FROM search_key WHERE term >= ? AND term < ? LIMIT 300",
            (typed, typed + "\U0010ffff"),
        ).fetchall()
        spent["key table"].append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        fts.execute("SELECT rowid FROM found WHERE found MATCH ? LIMIT 300", (f'"{typed}"*',)).fetchall()
        spent["FTS5"].append((time.perf_counter() - started) * 1000)
    for kind, times in spent.items():
        _print(kind, times)
    _write_cost(keys, fts)


def _laid(store: Store, place: Path, lay: Any) -> Any:
    connection = dbapi2.connect(str(place), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{store.keys.database.hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    with store.maintenance() as source:
        connection.execute("BEGIN")
        lay(connection, source)
        connection.execute("COMMIT")
    return connection


def _as_keys(connection: Any, source: Any) -> None:
    connection.execute(
        "CREATE TABLE search_key (term TEXT, part INTEGER, person INTEGER, PRIMARY KEY (term, part, person)) "
        "WITHOUT ROWID"
    )
    rows = source.execute("SELECT term, part, person FROM search_key ORDER BY term, part, person").fetchall()
    connection.executemany("INSERT INTO search_key VALUES (?, ?, ?)", rows)


def _as_fts5(connection: Any, source: Any) -> None:
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5(forms, content='', contentless_delete=1, prefix='1 2 3', detail=none)"
    )
    rows = source.execute("SELECT person, replace(forms, '|', ' ') FROM person_recent ORDER BY person").fetchall()
    connection.executemany("INSERT INTO found(rowid, forms) VALUES (?, ?)", rows)


def _megabytes(connection: Any) -> float:
    return int(connection.execute("PRAGMA page_count").fetchone()[0]) * 4096 / (1 << 20)


def _write_cost(keys: Any, fts: Any) -> None:
    """One more person, committed alone."""
    spent: dict[str, list[float]] = {"key table, new person": [], "FTS5, new person": []}
    forms = [f"测试{number} ceshi{number} cs{number} 试{number} shi{number}" for number in range(300)]
    for key, text in enumerate(forms, start=10_000_000):
        started = time.perf_counter()
        keys.execute("BEGIN")
        keys.executemany("INSERT INTO search_key VALUES (?, 0, ?)", [(form, key) for form in text.split()])
        keys.execute("COMMIT")
        spent["key table, new person"].append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        fts.execute("INSERT INTO found(rowid, forms) VALUES (?, ?)", (key, text))
        spent["FTS5, new person"].append((time.perf_counter() - started) * 1000)
    for kind, times in spent.items():
        _print(kind, times)


if __name__ == "__main__":
    main()
