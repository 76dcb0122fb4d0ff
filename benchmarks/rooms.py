"""Fills a data folder with bookings of an invented hub: twenty rooms, 100 000 bookings over three years.

python -m benchmarks.rooms FOLDER [--bookings N]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.city import name_by, uuid7
from desk_app.core.clock import SHANGHAI, SystemClock
from desk_app.core.paths import DataFolder
from desk_app.domain.tokens import KIND_BOOKING, new_token
from desk_app.storage.db import Store
from desk_app.storage.values import to_minutes

BOOKINGS = 100_000
ROOMS = 20
_A_DAY = 1440
_PARTIES = 300
# Minutes of the day a use may begin and end at; five a day and room leave a fifth of the day free.
_USES = ((510, 600), (600, 720), (780, 900), (900, 1020), (1080, 1230))
_PURPOSES = ("community_discussion", "culture_sports", "parent_child", "education", "arts_exchange")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bookings", type=int, default=BOOKINGS)
    options = parser.parse_args()
    started = time.perf_counter()
    build(DataFolder(options.folder), bookings=options.bookings)
    print(f"{options.bookings} bookings in {time.perf_counter() - started:.0f} s")


def build(folder: DataFolder, *, bookings: int = BOOKINGS, seed: int = 1) -> None:
    """Make the store of `folder`, or take one that is there, and add rooms and bookings, the triggers at work."""
    chance = random.Random(seed)
    store = Store.open(folder, SystemClock())
    try:
        with store.maintenance() as connection:
            for pragma in ("synchronous = OFF", "cache_size = -200000"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN IMMEDIATE")
            rooms = _rooms(connection, chance)
            slip = chance.randbytes(16)
            token = new_token(store.keys.token, chance.choice, KIND_BOOKING)
            connection.execute("INSERT INTO booking_slip VALUES (?, ?, '2026-01-05', 'A', 1, 1)", (slip, token))
            rows = _bookings(rooms, slip, chance, bookings)
            connection.executemany(f"INSERT INTO booking VALUES ({', '.join('?' * 31)})", rows)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
    finally:
        store.close()


def _rooms(connection: Any, chance: random.Random) -> list[bytes]:
    """The starter rooms but the halves of the hall, and as many plain ones as make twenty."""
    known = connection.execute("SELECT id FROM room WHERE name NOT LIKE '多功能厅_' ORDER BY place").fetchall()
    rooms = [room_id for (room_id,) in known]
    (body,) = connection.execute("SELECT body FROM room WHERE name = '会议室'").fetchone()
    for number in range(len(rooms), ROOMS):
        rooms.append(chance.randbytes(16))
        connection.execute(
            "INSERT INTO room VALUES (?, ?, ?, 1, 1, ?)", (rooms[-1], 10 + number, f"活动室{number}", body)
        )
    return rooms


def _bookings(rooms: list[bytes], slip: bytes, chance: random.Random, count: int) -> Iterator[tuple[Any, ...]]:
    today = datetime.now(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    days = count // (len(rooms) * len(_USES)) + 1
    parties = [(UUID(bytes=chance.randbytes(16)).bytes, f"{name_by(chance)}的测试团队") for _ in range(_PARTIES)]
    made, now = 0, datetime.now(UTC)  # ids are time-ordered like those of the desk
    for number in range(days):
        begin = to_minutes(today + timedelta(days=number - days // 2))
        for room in rooms:
            for start, end in _USES:
                if made == count:
                    return
                made += 1
                now += timedelta(milliseconds=2)
                party, name = chance.choice(parties)
                state = "finished" if number < days // 2 else "confirmed"
                starts, ends = begin + start, begin + end
                yield (
                    uuid7(now, chance), room, starts, ends, starts, ends, 0, 1, state, "group", party, name, None,
                    "测试", f"138{chance.randrange(10**8):08d}", 1, chance.choice(_PURPOSES), "", 10, "", "", "",
                    None, None, None, None, None, starts, ends, "", slip,
                )  # fmt: skip


if __name__ == "__main__":
    main()
