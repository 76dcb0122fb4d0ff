"""Devices that move, vanish or cannot be used, as the person at the window meets them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.core import config as desk_toml
from desk_app.core.config import Config, DeskProfile, PrinterSettings, ReaderSettings, ScannerSettings
from desk_app.core.paths import DataFolder
from desk_app.devices import discovery
from desk_app.devices.api import CodeScanned, JobChanged, LinkState, PrinterState
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.ports import PtyPort, TcpPort
from desk_app.devices.simulators.printer import SimulatedPrinter
from desk_app.devices.simulators.scanner import ScannerSimulator
from desk_app.domain.slips import PrintState
from tests.app.test_window import window_on
from tests.devices.wired import serving
from tests.services.desks import fresh_folder

ADAPTER = "1A86:7523:A1"
PATIENCE_MS = 15_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
ExpectLog = Callable[[str], None]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return fresh_folder(tmp_path)


@pytest.fixture(autouse=True)
def busy_machine(expect_log: ExpectLog) -> None:
    """A machine shared with others may hold any transaction up."""
    expect_log("a transaction held the screen")


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names under which the adapter is found now; pseudo-terminals have no USB identity of their own."""
    names: list[str] = []
    monkeypatch.setattr(discovery, "ports", lambda *_: tuple(discovery.PortFound(name, "", ADAPTER) for name in names))
    return names


def test_a_scanner_that_comes_back_under_another_name_is_found_and_its_absence_is_said(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot, plugged: list[str], expect_log: ExpectLog
) -> None:
    expect_log("scanner")
    old, new = tmp_path / "ttyUSB0", tmp_path / "ttyUSB1"
    desk_toml.save(folder.settings, Config(scanner=ScannerSettings(str(old), usb=ADAPTER)))
    plugged.append(str(old))
    scanned: list[object] = []
    with PtyPort(old) as first_port, window_on(folder, qapp) as window:
        bridge, notice = window.context.bridge, window.notice
        bridge.card_event.connect(scanned.append)
        with serving(ScannerSimulator(first_port)):
            qtbot.waitUntil(lambda: bridge.scanner is LinkState.READY, timeout=PATIENCE_MS)
            assert notice.isHidden()
            first_port.unplug()
            qtbot.waitUntil(lambda: bridge.scanner is LinkState.LOST, timeout=PATIENCE_MS)
        assert "扫码枪已断开" in notice.label.text()
        assert "重新插上" in notice.label.text()
        with PtyPort(new) as second_port:
            plugged[:] = [str(new)]
            scanner = ScannerSimulator(second_port)
            with serving(scanner):
                qtbot.waitUntil(lambda: bridge.scanner is LinkState.READY, timeout=PATIENCE_MS)
                assert notice.isHidden()
                scanner.obey({"do": "scan", "text": "V0001"})
                qtbot.waitUntil(lambda: CodeScanned("V0001") in scanned, timeout=PATIENCE_MS)


def test_a_desk_without_a_serial_scanner_says_nothing_of_it(
    folder: DataFolder, qapp: QApplication, qtbot: QtBot
) -> None:
    with window_on(folder, qapp) as window:
        bridge = window.context.bridge
        with qtbot.waitSignal(bridge.scanner_state, timeout=PATIENCE_MS):
            pass
        assert bridge.scanner is LinkState.NOT_SET_UP
        assert window.notice.isHidden()


def test_a_serial_printer_that_comes_back_under_another_name_prints_on(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot, plugged: list[str], expect_log: ExpectLog
) -> None:
    expect_log("printer generic-80")
    old, new = tmp_path / "ttyUSB0", tmp_path / "ttyUSB1"
    settings = PrinterSettings("generic-80", f"serial:{old}?baud=115200", usb=ADAPTER)
    desk_toml.save(folder.settings, Config(printer=settings))
    plugged.append(str(old))
    with window_on(folder, qapp) as window:
        bridge = window.context.bridge
        with SimulatedPrinter(PtyPort(old), tmp_path / "before"):
            qtbot.waitUntil(lambda: bridge.printer is PrinterState.READY, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bridge.printer is PrinterState.UNREACHABLE, timeout=PATIENCE_MS)
        plugged[:] = [str(new)]
        with SimulatedPrinter(PtyPort(new), tmp_path / "after") as printer:
            qtbot.waitUntil(lambda: bridge.printer is PrinterState.READY, timeout=PATIENCE_MS)
            window.context.desk.visits.tap_card(PEOPLE["resident"].card)
            window.context.devices.wake_printer()
            printer.wait_for_receipts(1)
            qtbot.waitUntil(lambda: window.context.desk.slips.unsettled() == (), timeout=PATIENCE_MS)


def test_two_devices_on_adapters_that_look_alike_are_never_taken_for_one_another(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot, plugged: list[str], expect_log: ExpectLog
) -> None:
    """The printer's cable is pulled; the one adapter of its kind that is left leads to the card reader."""
    expect_log("printer generic-80")
    reader = tmp_path / "ttyUSB0"
    config = Config(
        reader=ReaderSettings("uid_lines", str(reader), usb=ADAPTER),
        printer=PrinterSettings("generic-80", f"serial:{tmp_path / 'ttyUSB1'}", usb=ADAPTER),
    )
    desk_toml.save(folder.settings, config)
    plugged.append(str(reader))
    with PtyPort(reader), window_on(folder, qapp) as window:
        bridge = window.context.bridge
        qtbot.waitUntil(lambda: bridge.printer is PrinterState.UNREACHABLE, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bridge.link is LinkState.READY, timeout=PATIENCE_MS)
        assert bridge.printer_detail == "printer.port_missing"


def test_a_slip_that_cannot_be_drawn_is_said_as_it_is_stored_and_comes_out_once_the_printer_is_set_up_otherwise(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("slip cannot be drawn: EnvironmentTrouble")
    moves: list[JobChanged] = []
    with SimulatedPrinter(TcpPort(), tmp_path / "out") as printer, window_on(folder, qapp) as window:
        desk, book, devices = window.context.desk, window.context.settings, window.context.devices
        bridge = window.context.bridge
        bridge.job_changed.connect(moves.append)
        with qtbot.waitSignal(bridge.printer_changed, timeout=PATIENCE_MS):
            pass
        unknown = PrinterSettings("generic-80", printer.address, chinese="gb-18030")
        book.change(replace(book.config, printer=unknown))
        devices.restart()
        desk.visits.tap_card(PEOPLE["resident"].card)
        qtbot.waitUntil(lambda: len(desk.slips.unsettled()) == 1, timeout=PATIENCE_MS)
        (job,) = desk.slips.unsettled()
        qtbot.waitUntil(lambda: moves == [JobChanged(job.id, job.state, job.reason)], timeout=PATIENCE_MS)
        assert (job.state, job.reason) == (PrintState.QUEUED, "print.unprintable")
        book.change(replace(book.config, printer=replace(unknown, chinese="auto")))
        devices.restart()
        printer.wait_for_receipts(1)
        qtbot.waitUntil(lambda: moves[-1] == JobChanged(job.id, PrintState.PRINTED), timeout=PATIENCE_MS)
        assert desk.slips.unsettled() == ()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("windows:小票机", "只能在 Windows 上使用"),
        ("file:/nowhere/slips.bin", "无法写入"),
        ("by the door", "不是打印机地址"),
        ("serial:/nowhere/ttyUSB0", "没有"),
    ],
)
def test_what_keeps_a_printer_from_being_reached_is_said_with_its_own_sentence(
    folder: DataFolder, qapp: QApplication, qtbot: QtBot, expect_log: ExpectLog, address: str, said: str
) -> None:
    expect_log("printer")
    settings = PrinterSettings("generic-80", address)
    desk_toml.save(folder.settings, Config(printer=settings))
    with window_on(folder, qapp) as window:
        bridge, notice = window.context.bridge, window.notice
        qtbot.waitUntil(lambda: bridge.printer is PrinterState.UNREACHABLE, timeout=PATIENCE_MS)
        assert said in notice.label.text()
        assert address in notice.label.text()
        tested = window.context.devices.test_printer(settings)
        assert tested.reason == bridge.printer_detail


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("[hub\nsite = ", "设置文件无法使用"),
        ('[desk]\nletter = "AB"\n', "有设置无法使用：desk.letter"),
    ],
)
def test_an_unusable_settings_file_is_said_in_the_window_and_where_its_copy_lies(
    folder: DataFolder, qapp: QApplication, qtbot: QtBot, expect_log: ExpectLog, text: str, before: str
) -> None:
    expect_log("cannot be used")
    folder.settings.write_text(text, encoding="utf-8")
    with window_on(folder, qapp) as window:
        assert before in window.notice.label.text()
        assert "desk.toml" in window.notice.label.text()
        book = window.context.settings
        book.change(replace(book.config, desk=DeskProfile("B")))
        assert "desk.toml.bad-1" in window.notice.label.text()
        assert folder.settings.with_name("desk.toml.bad-1").read_text(encoding="utf-8") == text
    with window_on(folder, qapp) as window:
        assert window.notice.isHidden()
