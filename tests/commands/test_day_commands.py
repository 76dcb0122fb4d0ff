"""`visits list`, `export daily`, `print test`, `doctor`, and `card watch --check-in` beside them."""

from __future__ import annotations

import json
import os
import queue
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import zxingcpp
from PIL import Image

from desk_app.app.simulators import Simulator
from desk_app.commands import line
from desk_app.commands.check_in import CheckIn
from desk_app.commands.reading import Events
from desk_app.core import config as desk_toml
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.devices.api import CardRead
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.printer import SimulatedPrinter
from desk_app.domain.identity import IdentityCard
from desk_app.reports import daily_visits
from desk_app.services.visits import Tapped, Visits
from tests.commands.test_line import start
from tests.commands.typed import Said, Type, reader_on
from tests.reports.sample_day import play
from tests.services.desks import fresh_folder, opened

DAY = "2026-11-23"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A hub whose sample day is over."""
    made = fresh_folder(tmp_path)
    with opened(made) as hub:
        play(hub)
    return made


def test_the_days_visits_are_listed_as_json(folder: DataFolder, typed: Type) -> None:
    said = typed("visits", "list", "--date", DAY, "--json", "--data-dir", str(folder.root))
    assert said.status == 0, said.err
    lines = json.loads(said.out)
    assert len(lines) == 8
    assert [each["number"] for each in lines if each["undone"]] == ["A002"]
    assert sum(each["head_count"] for each in lines if not each["undone"]) == 21
    assert [each["head_count"] for each in lines if each["group"]] == [13]
    assert [each["name"] for each in lines if each["anonymous"]] == [None, None]
    assert [each["left_estimated"] for each in lines].count(True) == 1
    assert lines[0]["arrived_at"] == "2026-11-23T09:00:00+08:00"
    assert "测试" not in said.out


def test_the_days_visits_are_listed_for_people(folder: DataFolder, typed: Type) -> None:
    said = typed("--data-dir", str(folder.root), "visits", "list", "--date", DAY)
    assert said.out.count("\n") == 8
    assert "已撤销" in said.out


def test_a_day_without_visits_is_an_empty_list(folder: DataFolder, typed: Type) -> None:
    said = typed("visits", "list", "--date", "2026-01-01", "--json", "--data-dir", str(folder.root))
    assert (said.status, json.loads(said.out)) == (0, [])


def test_a_folder_without_a_store_is_refused_and_not_made(tmp_path: Path, typed: Type) -> None:
    said = typed("visits", "list", "--data-dir", str(tmp_path / "none"))
    assert said.status == line.FAILED
    assert "--data-dir" in said.err
    assert not (tmp_path / "none").exists()


def test_the_workbook_is_written(folder: DataFolder, tmp_path: Path, typed: Type) -> None:
    path = tmp_path / "日报.xlsx"
    said = typed("export", "daily", "--date", DAY, "--out", str(path), "--data-dir", str(folder.root))
    assert said.status == 0, said.err
    assert said.out.strip() == str(path)
    assert openpyxl.load_workbook(path).sheetnames == ["接待统计", "到访明细", "口径说明"]


def test_a_folder_in_place_of_a_file_gets_the_usual_name(folder: DataFolder, tmp_path: Path, typed: Type) -> None:
    typed("export", "daily", "--date", DAY, "--out", str(tmp_path), "--data-dir", str(folder.root))
    assert (tmp_path / "20261123_田林街道邻里汇_工作日志.xlsx").exists()


def test_an_export_into_nowhere_says_so(folder: DataFolder, tmp_path: Path, typed: Type) -> None:
    out = tmp_path / "none" / "a.xlsx"
    said = typed("export", "daily", "--date", DAY, "--out", str(out), "--data-dir", str(folder.root))
    assert said.status == line.FAILED
    assert "--out" in said.err


def export(folder: DataFolder, typed: Type, out: str) -> Said:
    return typed("export", "daily", "--date", DAY, "--out", out, "--data-dir", str(folder.root))


@pytest.mark.parametrize("name", ["日报", "A.XLSX"])
def test_a_workbooks_name_ends_as_excel_wants_it(folder: DataFolder, tmp_path: Path, typed: Type, name: str) -> None:
    said = export(folder, typed, str(tmp_path / name))
    assert (said.status, Path(said.out.strip()).suffix.lower()) == (0, ".xlsx"), said.err
    assert Path(said.out.strip()).is_file()


@pytest.mark.parametrize(
    ("name", "remedy"), [("日报.xls", ".xlsx"), ("日报.2026", ".xlsx"), ("none/", "create it"), ("", "name")]
)
def test_a_name_that_is_no_workbooks_is_refused_with_what_to_type(
    folder: DataFolder, tmp_path: Path, typed: Type, name: str, remedy: str
) -> None:
    there = set(tmp_path.iterdir())
    said = export(folder, typed, f"{tmp_path}/{name}" if name else name)
    assert said.status == line.USAGE
    assert remedy in said.err
    assert set(tmp_path.iterdir()) == there


def test_a_workbook_does_not_go_to_the_screen(folder: DataFolder, typed: Type) -> None:
    said = export(folder, typed, "-")
    assert said.status == line.USAGE
    assert "day.xlsx" in said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_file_is_neither_replaced_nor_given_a_neighbour(
    folder: DataFolder, tmp_path: Path, typed: Type
) -> None:
    os.mkfifo(tmp_path / "queue")
    there = set(tmp_path.iterdir())
    said = export(folder, typed, str(tmp_path / "queue"))
    assert said.status == line.FAILED
    assert "--out" in said.err
    assert (tmp_path / "queue").is_fifo()
    assert set(tmp_path.iterdir()) == there


def test_a_practice_printer_without_a_place_for_its_slips_says_so(tmp_path: Path, typed: Type) -> None:
    (tmp_path / "file").write_text("")
    said = typed("simulate", "printer", "--port", "tcp://127.0.0.1:0", "--out", str(tmp_path / "file" / "slips"))
    assert said.status == line.FAILED
    assert "--out" in said.err
    assert "listen" not in said.err


@pytest.mark.parametrize(("paper", "dots"), [("58", 384), ("80", 576)])
def test_a_test_slip_comes_out(paper: str, dots: int, tmp_path: Path, typed: Type) -> None:
    model = f"generic-{paper}"
    with SimulatedPrinter(open_port("tcp://127.0.0.1:0"), tmp_path / "slips", model=model) as printer:
        said = typed("print", "test", "--printer", printer.address, "--paper", paper)
        printer.wait_for_receipts(1)
    assert said.status == 0, said.err
    with Image.open(tmp_path / "slips" / "receipt-0001.png") as slip:
        assert slip.width == dots
        assert [found.text for found in zxingcpp.read_barcodes(slip.convert("L"))]


def test_a_printer_without_paper_is_named_with_what_to_do(tmp_path: Path, typed: Type) -> None:
    with SimulatedPrinter(open_port("tcp://127.0.0.1:0"), tmp_path / "slips") as printer:
        printer.do("paper_out")
        said = typed("print", "test", "--printer", printer.address)
        assert printer.receipts == ()
    assert said.status == line.FAILED
    assert "put in a new roll" in said.err


def test_a_printer_that_is_not_there_is_named(tmp_path: Path, typed: Type, expect_log: Callable[[str], None]) -> None:
    expect_log("printer")
    with SimulatedPrinter(open_port("tcp://127.0.0.1:0"), tmp_path / "slips") as printer:
        gone = printer.address
    said = typed("print", "test", "--printer", gone)
    assert said.status == line.FAILED
    assert "cannot be reached" in said.err


def test_an_address_nobody_understands_is_refused_with_examples(typed: Type) -> None:
    said = typed("print", "test", "--printer", "the one by the door")
    assert said.status == line.FAILED
    assert "tcp://" in said.err


def test_the_doctor_finds_a_healthy_desk(folder: DataFolder, typed: Type) -> None:
    said = typed("doctor", "--json", "--data-dir", str(folder.root))
    report = json.loads(said.out)
    assert (said.status, report["ok"]) == (0, True), report
    states = {finding["subject"]: finding["state"] for finding in report["findings"]}
    assert states["database"] == "ok"
    assert states["program"] == "ok"


def test_the_doctor_changes_nothing(tmp_path: Path, typed: Type) -> None:
    typed("doctor", "--data-dir", str(tmp_path / "none"))
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_asks_the_devices_of_the_settings(folder: DataFolder, tmp_path: Path, typed: Type) -> None:
    with (
        reader_on("tcp://127.0.0.1:0") as reader,
        SimulatedPrinter(open_port("tcp://127.0.0.1:0"), tmp_path) as printer,
    ):
        config = Config(
            reader=ReaderSettings("sdt", reader.port.address), printer=PrinterSettings("generic-80", printer.address)
        )
        desk_toml.save(folder.settings, config)
        report = json.loads(typed("doctor", "--json", "--data-dir", str(folder.root)).out)
    states = {finding["subject"]: finding["state"] for finding in report["findings"]}
    assert (states["reader"], states["printer"]) == ("ok", "ok")


def test_the_doctor_calls_a_damaged_database_broken(folder: DataFolder, typed: Type) -> None:
    folder.database.write_bytes(folder.database.read_bytes()[:5000] + bytes(4000))
    said = typed("doctor", "--json", "--data-dir", str(folder.root))
    assert said.status == line.FAILED
    states = {finding["subject"]: finding["state"] for finding in json.loads(said.out)["findings"]}
    assert states["database"] == "broken"


def test_a_refused_setting_is_named(folder: DataFolder, typed: Type) -> None:
    folder.settings.write_text('[hub]\ncapacity = "many"\n', encoding="utf-8")
    said = typed("doctor", "--json", "--data-dir", str(folder.root))
    texts = [finding["text"] for finding in json.loads(said.out)["findings"] if finding["subject"] == "settings"]
    assert any("hub.capacity" in text for text in texts)


@pytest.mark.skipif(sys.platform == "win32", reason="the process is ended by SIGTERM")
def test_a_watch_checks_in_and_prints_what_is_stored(folder: DataFolder, typed: Type) -> None:
    with (
        Simulator("reader", "--port", "tcp://127.0.0.1:0") as reader,
        start("card", "watch", "--check-in", "--port", reader.port, "--data-dir", str(folder.root)) as watch,
    ):
        assert watch.stdout is not None
        answers = []
        for who in ("moved", "moved", "unknown_flag"):
            reader.do("present", person=who)
            answers.append(json.loads(watch.stdout.readline()))
            reader.do("lift")
            while reader.do("state")["card"]:
                pass
            wait_for_an_empty_reader(reader)
        watch.terminate()
        watch.communicate(timeout=20)
    assert watch.returncode == 0
    assert [answer.get("tap") for answer in answers] == ["check_in", "same_visit", None]
    assert answers[2] == {"refused": "card.unknown_kind"}
    listed = json.loads(typed("visits", "list", "--json", "--data-dir", str(folder.root)).out)
    assert answers[0]["visit"] in listed
    assert PEOPLE["moved"].card.number not in json.dumps(answers)


def test_a_full_disk_costs_the_watch_one_card_and_not_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tap_card, troubles = Visits.tap_card, [EnvironmentTrouble("store.disk_full")]

    def on_a_full_disk(visits: Visits, card: IdentityCard) -> Tapped:
        if troubles:
            raise troubles.pop()
        return tap_card(visits, card)

    monkeypatch.setattr(Visits, "tap_card", on_a_full_disk)
    with opened(fresh_folder(tmp_path)) as hub:
        take, events = CheckIn(hub.desk), Events(queue.SimpleQueue())
        for _ in range(2):
            take(events, CardRead(PEOPLE["resident"].card))
    said = capsys.readouterr()
    answers = [json.loads(each) for each in said.out.splitlines()]
    assert answers[0] == {"failed": "store.disk_full"}
    assert answers[1]["tap"] == "check_in"
    assert "free some space" in said.err


def test_a_hub_name_that_is_no_file_name_still_becomes_one() -> None:
    name = daily_visits.file_name(
        HubProfile(subdistrict="a/../../b", site='C:\\x"?\u202e' + "长" * 200), date(2026, 11, 23)
    )
    assert not set(name) & set('/\\:*?"<>|\u202e')
    assert name.startswith("20261123_a_.._.._bC__x")
    assert len(name.encode()) < 255


def wait_for_an_empty_reader(reader: Simulator) -> None:
    """Until the desk has looked again and found no card, so that the next one is a new tap."""

    def finds() -> int:
        commands = reader.do("state")["commands"]
        assert isinstance(commands, dict)
        return int(commands.get("find", 0))

    before = finds()
    while finds() < before + 2:
        pass
