"""Settings: refused beside the field, tested before saved, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.core import config as desk_toml
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings
from desk_app.ui.context import DeviceKind
from desk_app.ui.gallery import PictureDevices, SampleDesk
from desk_app.ui.pages.settings.device_model import DeviceModel
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.state import SUBDISTRICTS, Section, Stage, refusals_of


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
