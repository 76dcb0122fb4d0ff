"""Settings survive a round trip, and no value a technician mistypes keeps the desk from opening."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from desk_app.core import config, config_rules
from desk_app.core.config import (
    Config,
    DeskProfile,
    HubProfile,
    LookSettings,
    PrinterSettings,
    ReaderSettings,
    ScannerSettings,
    VisitSettings,
)
from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.job import CHINESE_WAYS
from desk_app.domain.catalogue import ServiceKind

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
    "deeper than any settings": ("x = " + "[" * 20000, "desk.toml"),
    "a waiting time beyond every calendar": (
        "[visits]\nsign_out_offer_minutes = 999999999999999\n",
        "visits.sign_out_offer_minutes",
    ),
    "a time that no clock shows": ('[hub]\ncloses = "25:99"\n', "hub.closes"),
    "a time without its zero": ('[hub]\nopens = "8:30"\n', "hub.opens"),
    "closing before opening": ('[hub]\nopens = "21:00"\ncloses = "08:00"\n', "hub.closes"),
    "fewer than no places": ("[hub]\ncapacity = -3\n", "hub.capacity"),
    "a letter with a formula behind it": ('[desk]\nletter = "A\\u0007;=1"\n', "desk.letter"),
    "a small letter": ('[desk]\nletter = "a"\n', "desk.letter"),
    "a desk number of three digits": ('[desk]\nnumber = "100"\n', "desk.number"),
    "digits of another script": ('[desk]\nnumber = "٠١"\n', "desk.number"),
    "a subdistrict that is a path": ('[hub]\nsubdistrict = "a/../../b"\n', "hub.subdistrict"),
    "a subdistrict of nothing": ('[hub]\nsubdistrict = ""\n', "hub.subdistrict"),
    "a site on two lines": ('[hub]\nsite = "甲\\n乙"\n', "hub.site"),
    "a site on another drive": ('[hub]\nsite = "C:\\\\x"\n', "hub.site"),
    "a phone with an escape": ('[hub]\nphone = "\\u001b[31m"\n', "hub.phone"),
    "a purpose nobody knows": ('[hub]\ndefault_kind = "karaoke"\n', "hub.default_kind"),
    "a language without words": ('[look]\nlanguage = "fr"\n', "look.language"),
    "names hidden before they are seen": ("[look]\nhide_names_after_seconds = -1\n", "look.hide_names_after_seconds"),
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


def test_an_unusable_chinese_way_leaves_the_printer_its_default(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('[printer]\nmodel = "m"\nurl = "tcp://h:1"\nchinese = "gb-18030"\n', encoding="utf-8")
    loaded, problems = config.load(path)
    assert loaded.printer == PrinterSettings("m", "tcp://h:1")
    assert problems == (config.ConfigProblem("printer.chinese", "'gb-18030'", "auto|gb18030|gbk|gb2312|image"),)


def test_the_rules_know_every_kind_of_service_and_every_way_of_chinese() -> None:
    assert config_rules.allowed("hub.default_kind").split("|") == [kind.value for kind in ServiceKind]
    assert config_rules.allowed("printer.chinese").split("|") == list(CHINESE_WAYS)


def test_every_setting_that_is_no_truth_value_has_a_rule() -> None:
    sections = {"hub": HubProfile, "desk": DeskProfile, "visits": VisitSettings, "look": LookSettings}
    devices = {"reader": ReaderSettings, "printer": PrinterSettings, "scanner": ScannerSettings}
    places = {
        f"{name}.{item.name}"
        for name, section in (sections | devices).items()
        for item in dataclasses.fields(section)
        if item.type != "bool"
    }
    assert places <= set(config_rules.RULES)


def test_the_defaults_obey_the_rules_and_a_draft_is_judged_by_the_same_ones() -> None:
    assert config.problems_of(Config()) == ()
    assert config.problems_of(FULL) == ()
    draft = Config(hub=HubProfile(site="a/b", opens="10:00", closes="09:00"))
    assert [problem.place for problem in config.problems_of(draft)] == ["hub.site", "hub.closes"]


WRITTEN = '[hub]\r\nsite = "66梧桐"\r\ncapacity = 80\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_file_may_come_from_any_notepad(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "desk.toml"
    path.write_bytes(WRITTEN.encode(encoding))
    loaded, problems = config.load(path)
    assert (loaded.hub.site, loaded.hub.capacity, problems) == ("66梧桐", 80, ())
    config.save(path, loaded)
    assert config.load(path) == (loaded, ())
    assert [each.name for each in tmp_path.iterdir()] == ["desk.toml"]


LOST = {
    "one bad line": b'[hub]\ncapacity = 80\nsite = "66\n',
    "UTF-16": WRITTEN.encode("utf-16"),
    "one bad value": b'[hub]\nclosing = "18:00"\ncloses = "18.00"\n',
    "a section that is no table": b"look = 3\n",
}


@pytest.mark.parametrize("content", LOST.values(), ids=LOST.keys())
def test_what_could_not_be_used_is_kept_beside_the_file_before_it_is_overwritten(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "desk.toml"
    path.write_bytes(content)
    loaded, problems = config.load(path)
    assert problems
    config.save(path, loaded)
    config.save(path, loaded)
    assert config.load(path)[0] == loaded
    kept = [each for each in tmp_path.iterdir() if each != path]
    assert [(each.name, each.read_bytes()) for each in kept] == [("desk.toml.bad-1", content)]


def test_a_second_bad_file_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    for content in (b"[hub\n", b"[desk\n"):
        path.write_bytes(content)
        config.save(path, Config())
    assert (tmp_path / "desk.toml.bad-1").read_bytes() == b"[hub\n"
    assert (tmp_path / "desk.toml.bad-2").read_bytes() == b"[desk\n"


def test_a_folder_that_refuses_is_said_in_one_code(tmp_path: Path) -> None:
    blocker = tmp_path / "blocker"
    blocker.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(EnvironmentTrouble, match=r"settings\.not_writable"):
        config.save(blocker / "desk.toml", FULL)


def test_the_formal_name_follows_the_plan() -> None:
    assert HubProfile(subdistrict="田林街道").formal_name == "徐汇区田林街道“邻里汇”"
    assert HubProfile(subdistrict="天平路街道", site="66梧桐").formal_name == "徐汇区天平路街道66梧桐“邻里汇”"
