"""The way from every old file to the present shape: a copy first, all or nothing, and never down."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, Text

from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.domain.people import AgeBand
from desk_app.domain.slips import PrintState
from desk_app.storage import migrations
from desk_app.storage.db import Store
from desk_app.storage.tables import metadata
from tests.services.desks import Hub, StillClock, opened

GOLDEN = sorted(path for path in (Path(__file__).parent / "golden").iterdir() if path.name.startswith("release-"))


@pytest.mark.parametrize("release", GOLDEN, ids=lambda path: path.name)
def test_a_file_of_every_release_opens_and_serves(release: Path, tmp_path: Path) -> None:
    shutil.copytree(release, tmp_path / "hub")
    (tmp_path / "hub" / "keys" / "desk.json").chmod(0o600)
    with opened(DataFolder(tmp_path / "hub")) as hub:
        hub.store.check()
        lines = hub.desk.visits.day(date(2026, 11, 23))
        assert [line.visit.number for line in lines] == ["A001", "A002", "A003", "A004"]
        assert [line.name for line in lines] == ["测试甲", "测试·买买提", "测试老师", ""]
        assert lines[2].visit.party == {AgeBand.B6_13: 12, AgeBand.B18_44: 2}
        assert hub.desk.visits.occupancy().people == 15
        assert [found.name for found in hub.desk.people.search("csj")] == ["测试甲"]
        assert [job.state for job in hub.desk.slips.unsettled()] == [PrintState.UNCERTAIN]
        assert [session.title for session in hub.desk.activities.today()] == ["合唱"]
        assert hub.desk.visits.tap_uid("04A1B2C3").open_visit == lines[0].visit


def test_statements_and_migrations_agree_on_every_column(hub: Hub) -> None:
    kinds = {LargeBinary: "BLOB", Text: "TEXT"}
    for table in metadata.sorted_tables:
        described = [(column.name, kinds.get(type(column.type), "INTEGER")) for column in table.c]
        assert [(row[1], row[2]) for row in hub.rows(f"PRAGMA table_info({table.name})")] == described
    stored = {name for (name,) in hub.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert stored - {"alembic_version", "sqlite_sequence"} == set(metadata.tables)


def test_every_table_is_strict(hub: Hub) -> None:
    loose = hub.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
    assert {name for (name,) in loose} == {"alembic_version", "sqlite_sequence", "sqlite_schema"}


def next_shape(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE person ADD COLUMN shoe_size INTEGER")
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")


def ends_halfway(connection: Connection) -> None:
    next_shape(connection)
    raise RuntimeError("power cut")


def due(monkeypatch: pytest.MonkeyPatch, upgrade: Callable[[Connection], Any]) -> None:
    monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "0002"))
    monkeypatch.setattr(migrations, "upgrade", upgrade)


def test_an_upgrade_copies_the_file_first(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(folder) as hub:
        hub.desk.visits.count_one()
    due(monkeypatch, next_shape)
    with opened(folder) as hub:
        assert ("shoe_size",) in hub.rows("SELECT name FROM pragma_table_info('person')")
        assert hub.store.upgraded_from == "0001"
    (copy,) = folder.backups.iterdir()
    assert copy.name == "desk-before-0002-20261123-010000.db"
    monkeypatch.undo()
    folder.database.unlink()
    shutil.copy(copy, folder.database)
    with opened(folder) as hub:
        assert hub.desk.visits.occupancy().people == 1


def test_an_upgrade_that_ends_halfway_changes_nothing(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    due(monkeypatch, ends_halfway)
    with pytest.raises(RuntimeError):
        Store.open(folder, StillClock())
    monkeypatch.undo()
    with opened(folder) as hub:
        assert ("shoe_size",) not in hub.rows("SELECT name FROM pragma_table_info('person')")


def test_a_reader_does_not_upgrade(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    due(monkeypatch, next_shape)
    with pytest.raises(EnvironmentTrouble, match=r"store\.older"):
        Store.open(folder, StillClock(), writer=False)


def test_a_folder_with_a_percent_sign_and_blanks_is_a_folder(tmp_path: Path) -> None:
    with opened(DataFolder(tmp_path / "100 % 邻里汇")) as hub:
        assert hub.desk.visits.count_one().visit.number == "A001"
