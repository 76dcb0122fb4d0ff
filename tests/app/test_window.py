"""The composed window on a real folder, with devices at the far end of real lines."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.app.desk import open_desk
from desk_app.app.window import open_window
from desk_app.core import config as desk_toml
from desk_app.core.config import Config, PrinterSettings, ReaderSettings, VisitSettings
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.devices.api import LinkState, PrinterState
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.printer import SimulatedPrinter
from desk_app.domain.slips import PrintState
from desk_app.ui.context import DeviceKind
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.visits.page import VisitsPage
from tests.commands.typed import reader_on
from tests.services.desks import fresh_folder

ANYWHERE = "tcp://127.0.0.1:0"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return fresh_folder(tmp_path)


@pytest.fixture(autouse=True)
def busy_machine(expect_log: Callable[[str], None]) -> None:
    """A machine shared with others may hold any transaction up; how long ours take is measured by benchmarks."""
    expect_log("a transaction held the screen")


@contextmanager
def window_on(folder: DataFolder, app: QApplication) -> Iterator[MainWindow]:
    """The whole desk, shown; put away again at the end."""
    with open_desk(folder, writer=True, os_key_store=False) as here, open_window(here, app) as window:
        window.show()
        yield window
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def test_a_desk_without_devices_says_so_and_works(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    with window_on(folder, qapp) as window:
        bridge = window.context.bridge
        qtbot.waitUntil(lambda: bridge.link is LinkState.NOT_SET_UP and bridge.printer is PrinterState.NOT_SET_UP)
        assert window.context.desk.visits.count_one().visit.number


def test_a_tap_reaches_screen_store_and_paper(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with ExitStack() as devices:
        reader = devices.enter_context(reader_on(ANYWHERE))
        printer = devices.enter_context(SimulatedPrinter(open_port(ANYWHERE), tmp_path / "slips"))
        config = Config(
            reader=ReaderSettings("sdt", reader.port.address), printer=PrinterSettings("generic-80", printer.address)
        )
        desk_toml.save(folder.settings, config)
        window = devices.enter_context(window_on(folder, qapp))
        page = window.page
        assert isinstance(page, VisitsPage)
        qtbot.waitUntil(lambda: window.context.bridge.link is LinkState.READY)
        reader.present(PEOPLE["resident"])
        qtbot.waitUntil(lambda: page.model.state.shown is not None)
        assert window.context.desk.visits.occupancy().people == 1
        printer.wait_for_receipts(1)
        qtbot.waitUntil(lambda: window.context.desk.slips.unsettled() == ())


def test_a_job_broken_off_by_the_last_end_asks_the_clerk(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    with open_desk(folder, writer=True, os_key_store=False) as here:
        here.desk.visits.tap_card(PEOPLE["resident"].card)
        job = here.desk.slips.next_job()
        assert job is not None
        here.desk.slips.sending(job.id, b"half a slip")
    with window_on(folder, qapp) as window:
        assert [each.state for each in window.context.desk.slips.unsettled()] == [PrintState.UNCERTAIN]


def test_settings_changed_on_the_screen_reach_the_next_act(
    folder: DataFolder, qapp: QApplication, qtbot: QtBot
) -> None:
    with window_on(folder, qapp) as window:
        book = window.context.settings
        book.change(replace(book.config, visits=VisitSettings(print_slip=False)))
        arrival = window.context.desk.visits.tap_card(PEOPLE["resident"].card).arrival
        assert arrival is not None
        assert arrival.job is None
    assert desk_toml.load(folder.settings)[0].visits.print_slip is False


def test_a_second_start_on_one_folder_is_refused_in_words(folder: DataFolder, qapp: QApplication) -> None:
    with window_on(folder, qapp), pytest.raises(EnvironmentTrouble) as refused, ExitStack() as second:
        second.enter_context(open_desk(folder, writer=True, os_key_store=False))
    assert refused.value.code == "store.in_use"


def test_reading_beside_an_open_window_is_allowed(folder: DataFolder, qapp: QApplication) -> None:
    with window_on(folder, qapp) as window, open_desk(folder, writer=False, os_key_store=False) as beside:
        window.context.desk.visits.count_one()
        assert beside.desk.visits.occupancy().people == 1


def test_nothing_but_the_window_ever_opens_as_a_window(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    """A widget shown before it has a parent flashes up on its own and takes the keyboard with it."""
    opened: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                opened.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    with window_on(folder, qapp) as window:
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        for key in (Qt.Key.Key_F1, Qt.Key.Key_F8, Qt.Key.Key_F2):
            QTest.keyClick(QApplication.focusWidget() or window, key)
            assert QApplication.activeWindow() is window
    qapp.removeEventFilter(watch)
    assert set(opened) == {"MainWindow"}


def test_a_reader_is_tested_while_the_desk_lets_go_of_it(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    with reader_on(ANYWHERE) as reader:
        settings = ReaderSettings("sdt", reader.port.address)
        desk_toml.save(folder.settings, Config(reader=settings))
        with window_on(folder, qapp) as window:
            bridge = window.context.bridge
            qtbot.waitUntil(lambda: bridge.link is LinkState.READY)
            reader.present(PEOPLE["elder"])
            tested = window.context.devices.test_reader(settings, 10)
            assert tested.passed
            assert tested.masked_name == "测***"
            reader.lift()
            qtbot.waitUntil(lambda: bridge.link is LinkState.READY)


def test_a_printer_is_tested_outside_the_spool(
    folder: DataFolder, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with (
        SimulatedPrinter(open_port(ANYWHERE), tmp_path / "slips") as printer,
        window_on(folder, qapp) as window,
    ):
        devices = window.context.devices
        assert devices.test_printer(PrinterSettings("generic-80", printer.address)).passed
        printer.do("cover_open")
        failed = devices.test_printer(PrinterSettings("generic-80", printer.address))
        assert (failed.passed, failed.state) == (False, PrinterState.COVER_OPEN)
        assert devices.test_printer(PrinterSettings("generic-80", "by the door")).reason == "printer.url_unusable"
        assert window.context.desk.slips.unsettled() == ()


def test_simulators_are_offered_like_hardware(folder: DataFolder, qapp: QApplication) -> None:
    with window_on(folder, qapp) as window:
        devices = window.context.devices
        for kind in DeviceKind:
            last = devices.ports(kind)[-1]
            assert last.simulated
            assert last.port.startswith("tcp://127.0.0.1:")
        assert devices.models(DeviceKind.READER)
        assert devices.models(DeviceKind.PRINTER)
        assert devices.models(DeviceKind.SCANNER) == ()


def test_a_practice_reader_lays_cards_on_by_itself(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    with window_on(folder, qapp) as window:
        devices = window.context.devices
        port = devices.simulate(DeviceKind.READER)
        assert devices.simulate(DeviceKind.READER) == port
        assert devices.test_reader(ReaderSettings("sdt", port), 30).passed


def test_every_thread_of_the_desk_has_a_name_and_ends(folder: DataFolder, qapp: QApplication, qtbot: QtBot) -> None:
    def ours() -> list[str]:
        return [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]

    with window_on(folder, qapp):
        qtbot.waitUntil(lambda: any(name.startswith("devices") for name in ours()))
        assert not any(name.startswith("Thread-") for name in ours())
    assert not any(name.startswith(("devices", "task", "reader", "printer")) for name in ours())
