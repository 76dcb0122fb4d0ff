"""A series of 52 dates checked against 100 000 bookings, beside the bare SQL and the way another system goes about it.

    python -m benchmarks.room_precheck [--hub FOLDER] [--rounds N]

`use case` is `bookings.check`: dates by the rule, rooms, hours, holidays, quotas, conflicts, a verdict with its reason
for each date. `bare SQL, a date each` runs the same look down the same index once a date, on the same encrypted file,
and does nothing with the rows; `bare SQL, all at once` is the statement the use case itself runs. `dateutil + SQL` is
what a booking system without these rules does, LibreBooking for one: dates from python-dateutil, then for each date
the reservations that begin inside, end inside or lie around it, on the same file and columns, with an index on the
starts and one on the ends as it has.
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from dateutil.rrule import MO, WEEKLY, rrule

from benchmarks import rooms
from desk_app.core.clock import SHANGHAI, SystemClock
from desk_app.core.config import Config
from desk_app.core.paths import DataFolder
from desk_app.domain.bookings.booking import PartyKind, Responsible
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.rooms import LivingRoomUse
from desk_app.domain.bookings.slots import Slot
from desk_app.services.bookings import Wanted
from desk_app.services.desk import Desk, open_desk
from desk_app.storage import bookings
from desk_app.storage.db import Store
from desk_app.storage.values import to_minutes

_DATES = 52
_BUDGET_RATIO, _BUDGET_MS = 2.0, 20.0
_COLUMNS = bookings.SELECTED
_EACH = (
    f"SELECT {_COLUMNS} FROM booking b WHERE b.room_id = ? AND b.holds = 1 AND b.long = 0 "
    "AND b.held_from > ? - 1440 AND b.held_from < ? AND b.held_to > ? "
    f"UNION ALL SELECT {_COLUMNS} FROM booking b WHERE b.room_id = ? AND b.holds = 1 AND b.long = 1 "
    "AND b.held_from < ? AND b.held_to > ?"
)
_OTHERS = (
    f"SELECT {_COLUMNS}, r.name FROM booking b JOIN room r ON r.id = b.room_id WHERE b.room_id = ? AND b.holds = 1 "
    "AND ((b.starts >= ? AND b.starts < ?) OR (b.ends > ? AND b.ends <= ?) OR (b.starts <= ? AND b.ends >= ?))"
)
_SOMEBODY = Responsible(PartyKind.GROUP, UUID(int=1), "测试合唱队")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hub", type=Path, help="data folder made by benchmarks.rooms; made anew without it")
    parser.add_argument("--rounds", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(options.hub or Path(scratch) / "hub")
        if not folder.database.exists():
            rooms.build(folder)
        store = Store.open(folder, SystemClock())
        try:
            _run(store, options.rounds)
        finally:
            store.close()


def _run(store: Store, rounds: int) -> None:
    desk = open_desk(store, SystemClock(), Config)
    chance = random.Random(7)
    spent: dict[str, list[float]] = {}
    refused = 0
    with store.maintenance() as connection:
        connection.execute("CREATE INDEX IF NOT EXISTS others_starts ON booking (room_id, starts)")
        connection.execute("CREATE INDEX IF NOT EXISTS others_ends ON booking (room_id, ends)")
        connection.execute("ANALYZE")
    gc.disable()  # the desk collects while nobody waits
    for wanted in _wishes(desk, chance, rounds + 3):
        # In random order: whoever comes first reads pages from the disk that the others find in memory.
        with store.maintenance() as connection:
            works: dict[str, Callable[[], Any]] = {
                "bare SQL, a date each": partial(_bare, connection, wanted),
                "bare SQL, all at once": partial(_at_once, connection, wanted),
                "use case": partial(desk.bookings.check, wanted, alternatives=False),
                "dateutil + SQL": partial(_others, connection, wanted),
            }
            found = {name: _timed(spent, name, works[name]) for name in chance.sample(list(works), len(works))}
        verdicts = found["use case"].verdicts
        assert len(verdicts) == _DATES
        assert sum(not verdict.free for verdict in verdicts) == found["dateutil + SQL"]
        refused += found["dateutil + SQL"]
        gc.collect()
    gc.enable()
    for times in spent.values():
        del times[:3]  # statements compiled, pages read
    _print(spent, refused / (rounds + 3))


def _wishes(desk: Desk, chance: random.Random, count: int) -> list[Wanted]:
    """A year of weeks from some day soon, in any room but the shared and the divided ones, at any hour."""
    known = [
        room for room in desk.rooms.list() if room.rules.groups_at_once == 1 and not room.name.startswith("多功能厅")
    ]
    today = datetime.now(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    wishes = []
    for _ in range(count):
        start = today + timedelta(days=chance.randrange(1, 8), minutes=15 * chance.randrange(34, 76))
        first = Slot(start, start + timedelta(minutes=chance.choice((45, 60))))
        room = chance.choice(known)
        rule = Recurrence(Repeat.WEEKLY, count=_DATES)
        wishes.append(Wanted((room.id,), first, _SOMEBODY, LivingRoomUse.COMMUNITY_DISCUSSION, rule))
    return wishes


def _slots(wanted: Wanted) -> list[tuple[int, int]]:
    start, end = to_minutes(wanted.first.start), to_minutes(wanted.first.end)
    return [(start + number * 10_080, end + number * 10_080) for number in range(_DATES)]


def _bare(connection: Any, wanted: Wanted) -> int:
    """One look down the index for each date."""
    room = wanted.room_ids[0].bytes
    found = 0
    connection.execute("BEGIN")
    for start, end in _slots(wanted):
        found += len(connection.execute(_EACH, (room, start, end, start, room, end, start)).fetchall())
    connection.execute("COMMIT")
    return found


def _at_once(connection: Any, wanted: Wanted) -> int:
    sql, _ = bookings.HELD_IN_ROOM.compiled()
    stretches = "[" + ",".join(f"[{start},{end}]" for start, end in _slots(wanted)) + "]"
    connection.execute("BEGIN")
    found = len(connection.execute(sql, {"stretches": stretches, "room": wanted.room_ids[0].bytes}).fetchall())
    connection.execute("COMMIT")
    return found


def _others(connection: Any, wanted: Wanted) -> int:
    """Dates with conflicts, found the other way."""
    room = wanted.room_ids[0].bytes
    length = wanted.first.length
    refused = 0
    connection.execute("BEGIN")
    for moment in rrule(WEEKLY, dtstart=wanted.first.start, count=_DATES, wkst=MO):
        start, end = to_minutes(moment), to_minutes(moment + length)
        refused += bool(connection.execute(_OTHERS, (room, start, end, start, end, start, end)).fetchall())
    connection.execute("COMMIT")
    return refused


def _timed(spent: dict[str, list[float]], name: str, work: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    result = work()
    spent.setdefault(name, []).append((time.perf_counter() - started) * 1000)
    return result


def _print(spent: dict[str, list[float]], refused: float) -> None:
    """p10 stands beside p50 because on a busy machine p50 measures the neighbours."""
    shares = {"p10": 0.10, "p50": 0.50, "p95": 0.95, "max": 1.0}
    print(f"{_DATES} dates, {refused:.0f} of them refused, ms" + "".join(f"{name:>9}" for name in shares))
    at = {}
    for name, times in sorted(spent.items()):
        times.sort()
        at[name] = [times[min(len(times) - 1, int(len(times) * share))] for share in shares.values()]
        print(f"{name:<34}" + "".join(f"{value:9.2f}" for value in at[name]))
    ours = at["use case"]
    for name in sorted(spent):
        if name != "use case":
            print(f"use case / {name:<22} {ours[0] / at[name][0]:.2f} x at p10, {ours[1] / at[name][1]:.2f} x at p50")
    print(f"budget: {_BUDGET_RATIO:.0f} x the bare SQL, p95 {_BUDGET_MS:.0f} ms")


if __name__ == "__main__":
    main()
