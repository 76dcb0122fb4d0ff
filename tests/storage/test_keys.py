"""The secrets: made once, kept privately, never silently replaced."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.storage.keys import Keys, open_keys, os_key_store


class Drawer:
    """A key store in memory; `broken` makes it refuse as a locked one does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.broken = False

    def read(self, name: str) -> str | None:
        if self.broken:
            raise OSError("locked")
        return self.kept.get(name)

    def write(self, name: str, secret: str) -> None:
        if self.broken:
            raise OSError("locked")
        self.kept[name] = secret


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(EnvironmentTrouble) as trouble:
        work()
    return trouble.value.code


def test_keys_are_made_once_and_found_again(folder: DataFolder) -> None:
    keys = open_keys(folder)
    assert open_keys(folder) == keys
    assert len({keys.database, keys.identity, keys.token}) == 3
    assert {len(key) for key in (keys.database, keys.identity, keys.token)} == {32}


def test_the_system_keeps_the_keys_and_the_folder_only_their_name(folder: DataFolder) -> None:
    drawer = Drawer()
    keys = open_keys(folder, drawer)
    noted = (folder.keys / "desk.json").read_text()
    assert set(json.loads(noted)) == {"kept", "entry"}
    assert keys.database.hex() not in noted
    assert open_keys(folder, drawer) == keys


def test_a_system_that_refuses_is_replaced_by_a_file(folder: DataFolder, expect_log: Callable[[str], None]) -> None:
    expect_log("key store refused")
    drawer = Drawer()
    drawer.broken = True
    keys = open_keys(folder, drawer)
    assert json.loads((folder.keys / "desk.json").read_text())["kept"] == "file"
    assert open_keys(folder) == keys


def test_a_locked_system_is_no_lost_key(folder: DataFolder) -> None:
    drawer = Drawer()
    open_keys(folder, drawer)
    folder.database.touch()
    drawer.broken = True
    assert refusal(lambda: open_keys(folder, drawer)) == "store.key_store_locked"


@pytest.mark.parametrize("text", [None, "", "{}", "[]", "not json", '{"kept": "file", "database": "00"}'])
def test_a_lost_key_is_never_replaced_while_there_is_a_database(folder: DataFolder, text: str | None) -> None:
    open_keys(folder)
    folder.database.write_bytes(b"x")
    place = folder.keys / "desk.json"
    place.unlink()
    if text is not None:
        place.write_text(text)
        place.chmod(0o600)
    assert refusal(lambda: open_keys(folder)) == "store.key_lost"
    assert (place.read_text() if place.exists() else None) == text


def test_a_key_file_that_is_no_text_is_a_lost_key(folder: DataFolder) -> None:
    open_keys(folder)
    folder.database.write_bytes(b"x")
    (folder.keys / "desk.json").write_bytes(b"\xff\xfe{\x00")
    assert refusal(lambda: open_keys(folder)) == "store.key_lost"


def test_a_key_gone_from_the_system_is_lost(folder: DataFolder) -> None:
    drawer = Drawer()
    open_keys(folder, drawer)
    folder.database.touch()
    drawer.kept.clear()
    assert refusal(lambda: open_keys(folder, drawer)) == "store.key_lost"


@pytest.mark.skipif(sys.platform == "win32", reason="file modes mean nothing there")
def test_a_key_file_others_could_read_is_narrowed(folder: DataFolder, expect_log: Callable[[str], None]) -> None:
    expect_log("readable by others")
    open_keys(folder)
    (folder.keys / "desk.json").chmod(0o644)
    open_keys(folder)
    assert (folder.keys / "desk.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a bus of Linux")
def test_without_a_session_bus_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)  # importing it would now fail
    assert os_key_store() is None


def test_keys_say_nothing_about_themselves(folder: DataFolder) -> None:
    keys = open_keys(folder)
    assert (repr(keys), str(keys), f"{keys}") == ("<Keys>",) * 3


def test_a_fingerprint_depends_on_key_kind_and_number() -> None:
    keys, other = Keys(b"d" * 32, b"i" * 32, b"t" * 32), Keys(b"d" * 32, b"j" * 32, b"t" * 32)
    prints = {
        keys.fingerprint("resident", "1"),
        keys.fingerprint("hmt", "1"),
        keys.fingerprint("resident", "2"),
        other.fingerprint("resident", "1"),
    }
    assert len(prints) == 4
    assert keys.fingerprint("resident", "1") in prints
    assert keys.key_id != other.key_id
    assert keys.key_id not in keys.identity.hex()
