"""Settings survive a round trip, and no value a technician mistypes keeps the desk from opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.core import config
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings, VisitSettings
from desk_app.core.errors import EnvironmentTrouble

FULL = Config(
    hub=HubProfile(subdistrict="天平路街道", site="66梧桐", capacity=80),
    visits=VisitSettings(same_visit_seconds=20),
    reader=ReaderSettings(model="sdt", port="COM3", usb="1A86:7523:0001"),
    printer=PrinterSettings(model="generic-58", url="tcp://192.0.2.10:9100"),
)

UNUSABLE = {
    "wrong type": ('[hub]\ncapacity = "many"\n', "hub.capacity"),
    "unknown key": ("[visits]\nsecond_tap = 3\n", "visits.second_tap"),
    "truth value where a number belongs": ("[visits]\nsame_visit_seconds = true\n", "visits.same_visit_seconds"),
    "section that is no table": ("look = 3\n", "look"),
    "reader without a port": ('[reader]\nmodel = "sdt"\n', "reader"),
    "not TOML at all": ("[hub\n", "desk.toml"),
}


def test_a_missing_file_is_a_fresh_desk_with_defaults(tmp_path: Path) -> None:
    assert config.load(tmp_path / "desk.toml") == (Config(), ())


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "desk.toml"
    config.save(path, FULL)
    assert config.load(path) == (FULL, ())


def test_saving_keeps_what_a_technician_wrote_beside(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text("# switched on 2026-11-02\n[hub]\ncapacity = 90 # the fire officer's figure\n", encoding="utf-8")
    loaded, _ = config.load(path)
    config.save(path, loaded)
    assert "# switched on 2026-11-02" in path.read_text(encoding="utf-8")
    assert "# the fire officer's figure" in path.read_text(encoding="utf-8")


def test_a_device_taken_away_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    config.save(path, FULL)
    config.save(path, Config(hub=FULL.hub))
    assert config.load(path)[0].reader is None


@pytest.mark.parametrize(("text", "place"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_an_unusable_value_is_named_and_replaced_by_its_default(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")
    loaded, problems = config.load(path)
    assert loaded == Config()
    assert [problem.place for problem in problems] == [place]


def test_a_folder_that_refuses_is_said_in_one_code(tmp_path: Path) -> None:
    blocker = tmp_path / "blocker"
    blocker.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(EnvironmentTrouble, match=r"settings\.not_writable"):
        config.save(blocker / "desk.toml", FULL)


def test_the_formal_name_follows_the_plan() -> None:
    assert HubProfile(subdistrict="田林街道").formal_name == "徐汇区田林街道“邻里汇”"
    assert HubProfile(subdistrict="天平路街道", site="66梧桐").formal_name == "徐汇区天平路街道66梧桐“邻里汇”"
