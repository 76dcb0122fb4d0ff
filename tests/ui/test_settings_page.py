"""Settings: refused beside the field, tested before saved, taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desk_app.core import config as desk_toml
from desk_app.core.config import (
    Config,
    DeskProfile,
    HubProfile,
    PrinterSettings,
    ReaderSettings,
    ScannerSettings,
    VisitSettings,
)
from desk_app.devices.api import LinkState, PrinterState
from desk_app.devices.printers.address import Way, parse_address
from desk_app.ui.context import DeviceKind, PortFound, PrinterTest, ScannerTest
from desk_app.ui.gallery import PictureDevices, SampleDesk
from desk_app.ui.pages.settings.device_card import DeviceCard
from desk_app.ui.pages.settings.device_model import DeviceModel
from desk_app.ui.pages.settings.line import with_speed, without_speed
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.state import SUBDISTRICTS, Section, Stage, altered, refusals_of
from desk_app.ui.widgets.editors import ChoiceEditor


@pytest.fixture
def page(sample: SampleDesk) -> SettingsPage:
    sample.window.show_page("settings")
    opened = sample.window.page
    assert isinstance(opened, SettingsPage)
    return opened


def desk_toml_text(sample: SampleDesk) -> str:
    """The settings file as it stands."""
    path = sample.context.settings._path
    return path.read_text(encoding="utf-8") if path.exists() else ""


def devices_of(sample: SampleDesk) -> PictureDevices:
    devices = sample.context.devices
    assert isinstance(devices, PictureDevices)
    return devices


def test_the_thirteen_subdistricts_of_xuhui_are_offered(page: SettingsPage) -> None:
    assert page.hub.subdistrict.count() == len(SUBDISTRICTS) == 13


@pytest.mark.parametrize(
    ("profile", "place"),
    [
        (HubProfile(opens="20:00", closes="08:00"), "hub.closes"),
        (HubProfile(phone="打电话"), "hub.phone"),
        (HubProfile(subdistrict="不存在街道"), "hub.subdistrict"),
    ],
)
def test_a_profile_that_cannot_be_is_refused_at_its_field(profile: HubProfile, place: str) -> None:
    assert list(refusals_of(Config(hub=profile))) == [place]


def test_a_refusal_stands_beside_the_field_until_it_is_mended(page: SettingsPage, sample: SampleDesk) -> None:
    page.model.edit("hub", "closes", "07:00")
    page.save_button.click()
    field = page.hub.form.fields["hub.closes"]
    assert field.refused
    assert "关门" in field.said.text()
    assert sample.context.settings.config.hub.closes == "20:30"
    page.model.edit("hub", "closes", "21:00")
    assert field.said.isHidden()
    page.save_button.click()
    assert sample.context.settings.config.hub.closes == "21:00"


def test_what_is_saved_is_in_the_file_and_can_be_taken_back(
    page: SettingsPage, sample: SampleDesk, qtbot: QtBot
) -> None:
    page.hub.site.setFocus()
    page.hub.site.setText("测试点")
    page.hub.site.textEdited.emit("测试点")
    assert page.hub.formal_name.text() == "徐汇区田林街道测试点“邻里汇”"
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    book = sample.context.settings
    assert book.config.hub.site == "测试点"
    assert desk_toml.load(book._path)[0] == book.config
    page.toast.actions_shown[0].click()
    assert book.config.hub.site == ""
    assert page.hub.site.text() == ""


def test_discarding_can_be_taken_back_too(page: SettingsPage) -> None:
    page.model.edit("hub", "capacity", 300)
    page.discard_button.click()
    assert page.hub.capacity.value() == 120
    page.model.undo()
    assert page.hub.capacity.value() == 300


def test_large_text_and_language_take_effect_at_once(page: SettingsPage, sample: SampleDesk) -> None:
    page.model.open_section(Section.RULES)
    page.rules.large.click()
    assert sample.context.look.theme.large
    page.rules.language.setCurrentIndex(page.rules.language.findData("en"))
    page.rules.language.activated.emit(page.rules.language.currentIndex())
    sample.settle(50)
    assert page.tabs[Section.DEVICES].text() == "Devices"
    assert desk_toml.load(sample.context.settings._path)[0].look.large_text


def test_a_reader_is_saved_only_after_a_card_was_read(page: SettingsPage, sample: SampleDesk, qtbot: QtBot) -> None:
    model, book = page.device_models[DeviceKind.READER], sample.context.settings
    qtbot.waitUntil(lambda: bool(model.state.ports))
    model.choose_port("COM3")
    assert model.state.model == "sdt"
    assert "reader" not in desk_toml_text(sample)
    page.devices[DeviceKind.READER].test_button.click()
    qtbot.waitUntil(lambda: model.state.stage is Stage.PASSED)
    assert book.config.reader == ReaderSettings("sdt", "COM3", usb="1A86:7523:")
    assert devices_of(sample).restarts == 1
    assert "测**" in page.devices[DeviceKind.READER].result_words.text()
    page.model.undo()
    assert book.config.reader is None


def test_testing_a_reader_again_keeps_the_speed_a_technician_wrote(
    page: SettingsPage, sample: SampleDesk, qtbot: QtBot
) -> None:
    book = sample.context.settings
    book.change(replace(book.config, reader=ReaderSettings("sdt", "COM3", 9600)))
    model = page.device_models[DeviceKind.READER]
    qtbot.waitUntil(lambda: bool(model.state.ports))
    model.choose_port("COM3")
    page.devices[DeviceKind.READER].test_button.click()
    qtbot.waitUntil(lambda: model.state.stage is Stage.PASSED)
    assert book.config.reader is not None
    assert book.config.reader.baudrate == 9600


def test_a_printer_without_paper_is_not_saved_and_says_why(
    page: SettingsPage, sample: SampleDesk, qtbot: QtBot
) -> None:
    model = page.device_models[DeviceKind.PRINTER]
    before = sample.context.settings.config.printer
    model.choose_port("tcp://192.168.1.50:9100")
    model.test()
    qtbot.waitUntil(lambda: model.state.stage is Stage.FAILED)
    assert sample.context.settings.config.printer == before == PrinterSettings("generic-80", "COM9")
    assert "纸卷" in page.devices[DeviceKind.PRINTER].result_words.text()


def test_a_simulator_is_chosen_like_hardware(page: SettingsPage, sample: SampleDesk, qtbot: QtBot) -> None:
    model = page.device_models[DeviceKind.READER]
    qtbot.waitUntil(lambda: bool(model.state.ports))
    card = page.devices[DeviceKind.READER]
    row = card.port_choice.findText("模拟器（练习用）")
    card.port_choice.setCurrentIndex(row)
    card.port_choice.activated.emit(row)
    card.test_button.click()
    qtbot.waitUntil(lambda: model.state.stage is Stage.PASSED)
    reader = sample.context.settings.config.reader
    assert reader is not None
    assert reader.port == "simulator:reader"


def test_a_port_can_be_typed(page: SettingsPage, qtbot: QtBot) -> None:
    card = page.devices[DeviceKind.READER]
    qtbot.waitUntil(lambda: bool(card.model.state.ports))
    card.port_line.setText("socket://127.0.0.1:7000")
    card.port_line.editingFinished.emit()
    assert card.model.state.port == "socket://127.0.0.1:7000"


def test_no_port_is_refused_beside_the_field(page: SettingsPage, qtbot: QtBot) -> None:
    card = page.devices[DeviceKind.SCANNER]
    qtbot.waitUntil(lambda: bool(card.model.state.ports))
    card.test_button.click()
    assert card.port_field.refused


def test_a_reader_that_is_no_com_port_is_named(page: SettingsPage, qtbot: QtBot) -> None:
    card = page.devices[DeviceKind.READER]
    qtbot.waitUntil(lambda: bool(card.model.state.ports))
    assert "USB-HID" in card.hid_words.text()
    assert all("IDCard" not in card.port_choice.itemText(row) for row in range(card.port_choice.count()))


def test_what_is_chosen_survives_a_change_of_other_settings(page: SettingsPage, sample: SampleDesk) -> None:
    model: DeviceModel = page.device_models[DeviceKind.PRINTER]
    model.do_without()
    assert sample.context.settings.config.printer is None
    assert model.state.port == ""


def test_an_activity_is_added_changed_removed_and_brought_back(page: SettingsPage, sample: SampleDesk) -> None:
    page.model.open_section(Section.TIMETABLE)
    page.timetable.new_button.click()
    page.timetable.save_button.click()
    assert page.timetable.fields["title"].refused
    page.model.edit_activity("title", "测试合唱")
    page.timetable.save_button.click()
    assert page.timetable.fields["weekdays"].refused
    page.timetable.days[2].click()
    page.model.edit_activity("ends", time(8, 0))
    page.timetable.save_button.click()
    assert page.timetable.fields["ends"].refused
    page.model.edit_activity("ends", time(11, 0))
    page.timetable.save_button.click()
    assert "测试合唱" in [activity.title for activity in sample.context.desk.activities.timetable()]
    page.timetable.remove_button.click()
    assert "测试合唱" not in [activity.title for activity in sample.context.desk.activities.timetable()]
    page.toast.actions_shown[0].click()
    assert "测试合唱" in [activity.title for activity in sample.context.desk.activities.timetable()]


def test_settings_that_cannot_be_written_say_so_and_change_nothing(page: SettingsPage, sample: SampleDesk) -> None:
    book = sample.context.settings
    book._path.mkdir()
    page.model.edit("hub", "site", "测试点")
    page.model.save()
    assert book.config.hub.site == ""
    assert "无法保存" in page.toast.text


def test_a_setting_the_file_may_not_hold_is_refused_on_the_page_too() -> None:
    bad = Config(
        desk=DeskProfile(number="1"),
        visits=VisitSettings(same_visit_seconds=99_999, card_left_seconds=0),
        hub=HubProfile(site="a/b"),
    )
    assert {problem.place for problem in desk_toml.problems_of(bad)} == set(refusals_of(bad))
    assert len(refusals_of(bad)) == 4


def test_a_refused_rule_opens_the_part_where_it_stands(page: SettingsPage) -> None:
    page.model.edit("visits", "same_visit_seconds", 99_999)
    page.save_button.click()
    assert page.model.state.section is Section.RULES
    assert "0..3600" in page.rules.form.fields["visits.same_visit_seconds"].said.text()


ADDRESSES = [
    ("serial:COM4", 9600, "serial:COM4"),
    ("serial:COM4", 115200, "serial:COM4?baud=115200"),
    ("serial:COM4?flow=rtscts", 19200, "serial:COM4?flow=rtscts&baud=19200"),
    ("COM4", 38400, "COM4?baud=38400"),
    ("tcp://192.168.1.50:9100", 115200, "tcp://192.168.1.50:9100"),
    ("file:C:\\a?baud=1.bin", 115200, "file:C:\\a?baud=1.bin"),
]


@pytest.mark.parametrize(("place", "speed", "url"), ADDRESSES)
def test_a_printers_address_says_its_speed_only_on_a_serial_line(place: str, speed: int, url: str) -> None:
    assert with_speed(place, speed) == url
    address = parse_address(url)
    assert without_speed(url) == (place, speed if url != place else 0)
    assert address.baudrate == (speed if address.way is Way.SERIAL else 0)


@dataclass
class Bench:
    """What the card handed over to be tested; every test succeeds."""

    printers: list[PrinterSettings] = field(default_factory=list)
    scanners: list[ScannerSettings] = field(default_factory=list)

    def test_printer(self, settings: PrinterSettings) -> PrinterTest:
        self.printers.append(settings)
        return PrinterTest(PrinterState.READY)

    def test_scanner(self, settings: ScannerSettings, seconds: float) -> ScannerTest:
        del seconds
        self.scanners.append(settings)
        return ScannerTest(LinkState.READY, 6)


@pytest.fixture
def bench(sample: SampleDesk, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A serial printer and a serial scanner are plugged in and work."""
    devices, answers = devices_of(sample), Bench()
    devices.found[DeviceKind.PRINTER] = (PortFound("serial:COM4", "USB-SERIAL CH340", "1A86:7523:P1"),)
    devices.found[DeviceKind.SCANNER] = (PortFound("COM6", "USB-SERIAL", "0403:6001:S1"),)
    monkeypatch.setattr(devices, "test_printer", answers.test_printer)
    monkeypatch.setattr(devices, "test_scanner", answers.test_scanner)
    return answers


def choose(editor: ChoiceEditor, value: str) -> None:
    """As a person does: the box announces what was chosen."""
    editor.setCurrentIndex(editor.findData(value))
    editor.activated.emit(editor.currentIndex())


def test_speed_and_chinese_of_a_serial_printer_are_tried_before_they_are_saved(
    bench: Bench, page: SettingsPage, sample: SampleDesk, qtbot: QtBot
) -> None:
    page.model.open_section(Section.DEVICES)
    card = page.devices[DeviceKind.PRINTER]
    qtbot.waitUntil(lambda: bool(card.model.state.ports))
    card.port_line.setText("COM4")
    card.port_line.editingFinished.emit()
    assert not card.more.speed_field.isVisible()
    card.more.button.setFocus()
    QTest.keyClick(card.more.button, Qt.Key.Key_Space)
    sample.clock.at += timedelta(seconds=1)
    qtbot.waitUntil(card.more.speed_field.isVisible)  # the key filter holds a key back while it may be a scanner's
    assert card.more.chinese_field.isVisible()
    assert "windows:" in card.more.addresses.text()
    assert "file:" in card.more.addresses.text()
    choose(card.more.speed, "115200")
    choose(card.more.chinese, "image")
    card.test_button.click()
    qtbot.waitUntil(lambda: card.model.state.stage is Stage.PASSED)
    saved = PrinterSettings("generic-80", "COM4?baud=115200", "image", "1A86:7523:P1")
    assert bench.printers == [saved]
    assert sample.context.settings.config.printer == saved
    assert card.more.speed.value() == "115200"
    assert card.port_choice.currentText() == "COM4"


def test_a_fast_scanner_is_tested_at_its_speed_and_its_adapter_is_kept(
    bench: Bench, page: SettingsPage, sample: SampleDesk, qtbot: QtBot
) -> None:
    card = page.devices[DeviceKind.SCANNER]
    qtbot.waitUntil(lambda: bool(card.model.state.ports))
    card.model.choose_port("COM6")
    choose(card.more.speed, "115200")
    card.test_button.click()
    qtbot.waitUntil(lambda: card.model.state.stage is Stage.PASSED)
    assert sample.context.settings.config.scanner == ScannerSettings("COM6", 115200, "0403:6001:S1")


def test_a_network_printer_has_no_line_speed(page: SettingsPage) -> None:
    page.model.open_section(Section.DEVICES)
    card = page.devices[DeviceKind.PRINTER]
    card.model.choose_port("tcp://192.168.1.50:9100")
    card.more.button.click()
    assert not card.more.speed_field.isVisible()
    assert card.more.chinese_field.isVisible()


def test_what_is_unusual_stands_open(page: SettingsPage, sample: SampleDesk, qtbot: QtBot) -> None:
    book = sample.context.settings
    book.change(replace(book.config, scanner=ScannerSettings("COM5", 4800)))
    model = DeviceModel(sample.context, DeviceKind.SCANNER)
    card = DeviceCard(model, page)
    card.retranslate()
    assert not card.more.speed_field.isHidden()
    assert card.more.speed.value() == "4800"


def test_a_failed_printer_test_names_the_address_and_what_to_mend(
    page: SettingsPage, sample: SampleDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = PrinterTest(PrinterState.UNREACHABLE, "printer.windows_only")
    monkeypatch.setattr(devices_of(sample), "test_printer", lambda settings: failed)
    card = page.devices[DeviceKind.PRINTER]
    card.model.choose_port("windows:小票机")
    card.model.test()
    qtbot.waitUntil(lambda: card.model.state.stage is Stage.FAILED)
    assert card.result_words.text() == "windows:小票机 只能在 Windows 上使用。请换一种地址。"


def test_a_scanner_that_is_not_there_is_called_a_scanner(
    page: SettingsPage, sample: SampleDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = ScannerTest(LinkState.PORT_MISSING)
    monkeypatch.setattr(devices_of(sample), "test_scanner", lambda settings, seconds: failed)
    card = page.devices[DeviceKind.SCANNER]
    card.model.choose_port("COM7")
    card.model.test()
    qtbot.waitUntil(lambda: card.model.state.stage is Stage.FAILED)
    assert "扫码枪" in card.result_words.text()
    assert "读卡器" not in card.result_words.text()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("large", [False, True])
def test_no_part_is_wider_than_the_window_and_what_is_higher_has_a_scroll_bar(
    page: SettingsPage, sample: SampleDesk, language: str, large: bool
) -> None:
    book = sample.context.settings
    devices = {"scanner": ScannerSettings("COM5", 115200), "reader": ReaderSettings("sdt", "COM3", 57600)}
    look = replace(book.config.look, language=language, large_text=large)
    book.change(altered(book.config, look=look, **devices))
    for card in page.devices.values():
        card.more.button.click()
    for section in Section:
        page.model.open_section(section)
        sample.settle(100)
        area = page.parts.currentWidget()
        assert isinstance(area, QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0, section
        part = area.widget()
        assert part is not None
        higher = part.minimumSizeHint().height() > area.viewport().height()
        assert area.verticalScrollBar().isVisible() is higher, section
        for card in page.devices.values():
            inside = card.isVisible() and card.mapTo(area.viewport(), QPoint(card.width(), 0)).x()
            assert inside <= area.viewport().width(), section
