"""Kills a desk at any moment, again and again, and counts afterwards: nobody lost, nobody doubled, the file sound.

    python -m tests.storage.kill_loop [--kills 200] [--folder FOLDER]

A child opens the folder, checks people in through the real services and says each finished visit on a pipe. The
parent kills it (SIGKILL) after a random moment, which may fall into making the file, opening it, or a commit, and
starts the next child on the same folder. POSIX only: children are forked, so that 200 of them take a minute.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

# Loaded before forking: a child's life is short and should not be spent importing.
import alembic.command  # noqa: F401

from desk_app.core.clock import SystemClock
from desk_app.core.config import Config
from desk_app.core.paths import DataFolder
from desk_app.domain import readings
from desk_app.domain.people import NewPerson
from desk_app.services.desk import open_desk
from desk_app.storage.db import Store
from tests.services.desks import invented_card

LONGEST_LIFE = 0.120


@dataclass
class Tally:
    """What the children said before they died."""

    kills: int = 0
    during_start: int = 0
    acknowledged: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(options.folder or Path(scratch) / "hub")
        started = time.monotonic()
        tally = kill_again_and_again(folder, options.kills, random.Random(options.seed))
        faults = judge(folder, tally)
        took = time.monotonic() - started
    sys.stdout.write(
        f"{tally.kills} kills ({tally.during_start} before the first visit of their child) in {took:.0f} s: "
        f"{len(tally.acknowledged)} check-ins acknowledged, "
        + ("; ".join(faults) or "none lost, none doubled, file sound")
        + "\n"
    )
    return 1 if faults else 0


def kill_again_and_again(folder: DataFolder, kills: int, chance: random.Random) -> Tally:
    readings.warm_up()
    tally = Tally()
    for _ in range(kills):
        said = _one_life(folder, chance)
        tally.kills += 1
        tally.during_start += not said
        tally.acknowledged += said
    return tally


def _one_life(folder: DataFolder, chance: random.Random) -> list[str]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _serve(folder, writing, chance.randrange(1 << 30))
    os.close(writing)
    if chance.random() < 0.75:  # mostly in the middle of serving; else anywhere, the making of the file included
        select.select([reading], [], [], 10)
    time.sleep(chance.uniform(0, LONGEST_LIFE))  # the moment of the kill is the experiment, no waiting for anything
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode().split("\n")
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"a child ended by itself: {said[-1] or os.waitstatus_to_exitcode(status)}")
    return said[:-1]


def _serve(folder: DataFolder, writing: int, seed: int) -> None:
    """The child: check in for ever. A line is written only after the commit has returned."""
    try:
        clock, chance = SystemClock(), random.Random(seed)
        desk = open_desk(Store.open(folder, clock), clock, Config)
        while True:
            kind = chance.randrange(3)
            if kind == 0:
                arrival = desk.visits.count_one()
            elif kind == 1:
                # No phone: a name typed twice with one phone would be the same person, who is already inside.
                arrival = desk.visits.check_in_new(NewPerson(f"测试{chance.randrange(1000)}"))
            else:
                tapped = desk.visits.tap_card(invented_card(chance.randrange(1, 999)))
                if tapped.arrival is None:
                    continue
                arrival = tapped.arrival
            os.write(writing, f"{arrival.visit.id.hex} {arrival.visit.number}\n".encode())
    except BaseException as error:
        os.write(writing, f"{type(error).__name__} {error}".encode())
        os._exit(3)


def judge(folder: DataFolder, tally: Tally) -> list[str]:
    """Everything that is not as it must be after the kills, in words."""
    store = Store.open(folder, SystemClock())
    try:
        store.check()
        with store.maintenance() as connection:
            stored = connection.execute("SELECT lower(hex(id)), desk, serial FROM visit").fetchall()
            days = connection.execute(
                "SELECT day, count(*), max(serial), count(DISTINCT serial) FROM visit GROUP BY day, desk"
            ).fetchall()
            untold = connection.execute(
                "SELECT count(*) FROM visit v WHERE (SELECT count(*) FROM outbox o WHERE o.entity_id = "
                "lower(substr(hex(v.id),1,8)||'-'||substr(hex(v.id),9,4)||'-'||substr(hex(v.id),13,4)||'-'||"
                "substr(hex(v.id),17,4)||'-'||substr(hex(v.id),21))) <> 1"
            ).fetchone()[0]
            unprinted = connection.execute(
                "SELECT count(*) FROM visit v LEFT JOIN print_job j ON j.visit_id = v.id "
                "WHERE (j.id IS NULL) <> (v.identified = 'anonymous')"
            ).fetchone()[0]
            entries = connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
    finally:
        store.close()
    known = [f"{visit} {desk}{serial:03d}" for visit, desk, serial in stored]
    faults = {
        "lost": len(set(tally.acknowledged) - set(known)),
        "doubled": len(tally.acknowledged) - len(set(tally.acknowledged)),
        "numbers missing or twice": sum(1 for _, count, last, distinct in days if not count == last == distinct),
        "visits not told exactly once": untold,
        "entries without a visit": entries - len(known),
        "slips missing or too many": unprinted,
        # The last act of each child may have been committed without living to say so.
        "more visits than acts": max(0, len(known) - len(tally.acknowledged) - tally.kills),
    }
    return [f"{many} {what}" for what, many in faults.items() if many]


if __name__ == "__main__":
    sys.exit(main())
