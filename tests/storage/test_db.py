"""The file: encrypted, shared by threads, checked, and honest about what is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.domain.people import NewPerson
from desk_app.storage import db
from desk_app.storage.db import Store
from desk_app.storage.keys import open_keys
from tests.services.desks import Hub, StillClock, fresh_folder, invented_card, opened


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(EnvironmentTrouble) as trouble:
        work()
    return trouble.value.code


def opening(folder: DataFolder) -> Callable[[], object]:
    return lambda: Store.open(folder, StillClock())


# What the file is


def test_the_file_is_encrypted_from_the_first_byte(hub: Hub) -> None:
    hub.desk.visits.check_in_new(NewPerson("Testname", phone="13800005678"))
    for path in hub.folder.root.glob("desk.db*"):
        content = path.read_bytes()
        assert b"SQLite format 3" not in content
        assert b"Testname" not in content
        assert b"CREATE TABLE" not in content


@pytest.mark.skipif(sys.platform == "win32", reason="file modes mean nothing there")
def test_file_and_keys_are_their_owners_alone(folder: DataFolder) -> None:
    with opened(DataFolder(folder.root / "new")) as hub:
        modes = {path.name: path.stat().st_mode & 0o777 for path in hub.folder.root.rglob("*")}
    assert (modes["desk.db"], modes["desk.json"], modes["keys"]) == (0o600, 0o600, 0o700)


def test_every_connection_is_durable_and_checks_references(hub: Hub) -> None:
    found = {
        name: hub.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_closing_moves_the_log_into_the_file_and_lets_the_next_one_in(folder: DataFolder) -> None:
    with opened(folder) as hub:
        hub.desk.visits.count_one()
    assert not folder.database.with_name("desk.db-wal").exists()
    with opened(folder) as hub:
        assert hub.desk.visits.occupancy().people == 1


def test_an_exception_takes_everything_back(hub: Hub) -> None:
    def fails() -> None:
        with hub.store.begin() as transaction:
            transaction._connection.execute("INSERT INTO meta VALUES ('x', 'y')")
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert hub.rows("SELECT * FROM meta WHERE name = 'x'") == []


def test_many_threads_check_in_without_a_gap_or_a_double(hub: Hub) -> None:
    def morning(number: int) -> None:
        for turn in range(10):
            hub.desk.visits.check_in_new(NewPerson(f"测试{number}之{turn}"))
            hub.desk.visits.occupancy()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(morning, range(6)))
    assert hub.rows("SELECT count(*), max(serial), count(DISTINCT serial) FROM visit") == [(60, 60, 60)]
    assert len(hub.outbox()) == 60


def test_a_long_transaction_is_reported_on_the_screens_thread_alone(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(db, "_TOO_LONG_ON_SCREEN", -1.0)
    hub.desk.visits.occupancy()
    assert not caplog.records
    hub.store.ui_thread = threading.current_thread()
    hub.desk.visits.occupancy()
    assert "held the screen" in caplog.text


def test_tidying_leaves_nothing_in_the_log_for_a_commit_to_do(hub: Hub) -> None:
    for _ in range(20):
        hub.desk.visits.count_one()
    hub.store.tidy()
    (pages,) = hub.rows("PRAGMA wal_checkpoint(PASSIVE)")
    assert (pages[0], pages[1]) == (0, pages[2])


# Two programs


def test_a_second_window_is_told_that_the_desk_is_in_use(hub: Hub) -> None:
    assert code_of(opening(hub.folder)) == "store.in_use"


def test_a_reader_looks_beside_a_running_window_and_writes_nothing(hub: Hub) -> None:
    reader = Store.open(hub.folder, hub.clock, writer=False)
    try:
        hub.desk.visits.count_one()
        with reader.maintenance() as connection:
            assert connection.execute("SELECT count(*) FROM visit").fetchall() == [(1,)]
        assert code_of(lambda: reader.begin().__enter__()) == "store.read_only"
    finally:
        reader.close()
    hub.desk.visits.count_one()


def test_a_reader_makes_no_new_desk(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "nothing")
    assert code_of(lambda: Store.open(folder, StillClock(), writer=False)) == "store.missing"
    assert not folder.root.exists()


def test_a_writer_that_does_not_let_go_is_named(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "_PATIENCE_MS", 50)
    with opened(folder) as hub, hub.store.begin():
        assert code_of(hub.desk.visits.count_one) == "store.busy"


# What can be wrong


def test_a_wrong_key_is_told_from_damage(folder: DataFolder, tmp_path: Path) -> None:
    with opened(folder) as hub:
        hub.desk.visits.count_one()
    other = DataFolder(tmp_path / "other")
    with opened(other):
        pass
    place = folder.keys / "desk.json"
    right = place.read_text()
    place.write_text((other.keys / "desk.json").read_text())
    assert code_of(opening(folder)) == "store.wrong_key"
    place.write_text(right)
    with opened(folder) as hub:
        assert hub.desk.visits.occupancy().people == 1


def test_a_failed_opening_lets_go_of_the_lock(folder: DataFolder) -> None:
    content = folder.database.read_bytes()
    folder.database.write_bytes(content[:100])
    assert code_of(opening(folder)) == "store.damaged"
    folder.database.write_bytes(content)
    with opened(folder):
        pass


@pytest.mark.parametrize("page", range(1, 33, 3))
def test_a_damaged_page_is_seen_when_the_desk_opens(folder: DataFolder, page: int) -> None:
    content = bytearray(folder.database.read_bytes())
    content[page * 4096 + 100] ^= 0xFF
    folder.database.write_bytes(content)
    assert code_of(opening(folder)) == "store.damaged"


@pytest.mark.parametrize(
    ("left", "code"),
    [(None, "store.lost"), (b"", "store.damaged")],
    ids=["gone", "empty"],
)
@pytest.mark.parametrize("writer", [True, False], ids=["the window", "a reader"])
def test_a_database_that_stood_is_never_begun_anew(
    folder: DataFolder, left: bytes | None, code: str, *, writer: bool
) -> None:
    with opened(folder) as hub:
        hub.desk.visits.count_one()
    content = folder.database.read_bytes()
    folder.database.unlink()
    if left is not None:
        folder.database.write_bytes(left)
    assert code_of(lambda: Store.open(folder, StillClock(), writer=writer)) == code
    assert (folder.database.read_bytes() if folder.database.exists() else None) == left
    folder.database.write_bytes(content)
    with opened(folder) as hub:
        assert hub.desk.visits.occupancy().people == 1


def test_a_file_whose_log_was_lost_before_it_was_moved_in_is_damaged_and_not_new(folder: DataFolder) -> None:
    fresh = DataFolder(folder.root / "new")
    store = Store.open(fresh, StillClock())
    try:
        early = fresh.database.read_bytes()  # all that was written is still in the log beside it
    finally:
        store.close()
    fresh.database.write_bytes(early)
    assert code_of(opening(fresh)) == "store.damaged"


@pytest.mark.parametrize("left", [None, b""], ids=["before the file", "before its first page"])
def test_a_first_start_that_broke_off_begins_again(tmp_path: Path, left: bytes | None) -> None:
    folder = DataFolder(tmp_path / "new")
    open_keys(folder)
    if left is not None:
        folder.database.write_bytes(left)
    with opened(folder) as hub:
        assert hub.desk.visits.count_one().visit.number == "A001"


def test_another_fingerprint_key_is_said_before_everybody_is_a_stranger(folder: DataFolder) -> None:
    place = folder.keys / "desk.json"
    right = place.read_text()
    kept = json.loads(right)
    place.write_text(json.dumps(kept | {"identity": "ab" * 32}))
    for writer in (True, False):
        assert code_of(lambda: Store.open(folder, StillClock(), writer=writer)) == "store.identity_key_changed"  # noqa: B023  (called at once)
    place.write_text(right)
    with opened(folder):
        pass


def test_a_page_damaged_while_the_desk_is_open_is_seen_by_the_full_check(folder: DataFolder) -> None:
    with opened(folder) as hub:
        hub.store.check()
        with folder.database.open("r+b") as file:
            file.seek(-1000, os.SEEK_END)
            file.write(b"\x00" * 500)
        assert code_of(hub.store.check) == "store.damaged"


def test_a_file_of_a_newer_program_is_left_alone(folder: DataFolder) -> None:
    with opened(folder) as hub:
        hub.rows("UPDATE alembic_version SET version_num = '9999'")
    before = folder.database.read_bytes()
    assert code_of(opening(folder)) == "store.newer"
    assert folder.database.read_bytes() == before


def test_a_full_disk_refuses_whole_acts_and_recovers(hub: Hub) -> None:
    hub.desk.visits.count_one()
    (pages,) = hub.rows("PRAGMA page_count")[0]
    hub.rows(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for number in range(500):
            hub.desk.visits.check_in_new(NewPerson(f"测试{number}"))

    assert code_of(fill) == "store.disk_full"
    visits, entries, people = hub.rows(
        "SELECT (SELECT count(*) FROM visit), (SELECT count(*) FROM outbox), (SELECT count(*) FROM person)"
    )[0]
    assert visits == entries == people + 1
    hub.rows("PRAGMA max_page_count = 1000000")
    assert hub.desk.visits.count_one().visit.number == f"A{visits + 1:03d}"
    hub.store.check()


# Root may write anywhere, so the folder is tried by a child that has given root up. It imports first: afterwards it
# may not even read the interpreter's own files.
_AS_NOBODY = """
import os, sys
from pathlib import Path
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.storage.db import Store
from desk_app.domain.people import NewPerson
from desk_app.services.desk import open_desk
from tests.services.desks import Settings, StillClock
import alembic.command
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    store = Store.open(DataFolder(Path(sys.argv[1])), StillClock())
    open_desk(store, StillClock(), Settings()).visits.count_one()
    print("worked")
except EnvironmentTrouble as trouble:
    print(trouble.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes and user ids of POSIX")
@pytest.mark.parametrize("locked", ["folder", "file", "parent"])
def test_a_place_that_may_not_be_written_is_named(folder: DataFolder, tmp_path: Path, locked: str) -> None:
    for parent in [tmp_path, *list(tmp_path.parents)[:2]]:
        parent.chmod(0o755)
    target = folder.root
    if locked == "folder":
        _open_up(folder, directory=0o555, file=0o444)
    elif locked == "file":
        _open_up(folder, directory=0o777, file=0o666)
        folder.database.chmod(0o444)
    else:
        target = tmp_path / "new" / "hub"
        (tmp_path / "new").mkdir(mode=0o555)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(target)], capture_output=True, text=True, check=False, timeout=60
        )
    finally:
        _open_up(folder, directory=0o700, file=0o600)
    assert ran.stdout.strip() == "store.read_only", ran.stderr


def _open_up(folder: DataFolder, *, directory: int, file: int) -> None:
    for path in [folder.root, *folder.root.rglob("*")]:
        path.chmod(directory if path.is_dir() else file)


# Copies


def test_a_copy_opens_with_the_same_key_and_holds_everything(hub: Hub, tmp_path: Path) -> None:
    hub.desk.visits.tap_card(invented_card())
    copy = fresh_folder(tmp_path / "second")
    copy.database.unlink()
    hub.store.copy_to(copy.database)
    (copy.keys / "desk.json").write_text((hub.folder.keys / "desk.json").read_text())
    with opened(copy) as second:
        assert [found.name for found in second.desk.people.search("csj")] == ["测试甲"]
