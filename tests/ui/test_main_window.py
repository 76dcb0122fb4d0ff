"""The frame: pages by key, states in words, names hidden, what was typed kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import LinkChanged, LinkState, PrinterChanged, PrinterState
from desk_app.domain.slips import PrintState
from desk_app.ui.gallery import SampleDesk, leave_slips_unsettled
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.today.page import TodayPage


@pytest.mark.parametrize(("key", "page"), [("Key_F1", "today"), ("Key_F2", "visits"), ("Key_F8", "settings")])
def test_function_keys_open_pages(sample: SampleDesk, qtbot: QtBot, key: str, page: str) -> None:
    QTest.keyClick(sample.window, getattr(Qt.Key, key))
    assert sample.window.rail.buttons[page].isChecked()
    assert page in type(sample.window.page).__module__


def test_the_desk_opens_with_check_in(sample: SampleDesk) -> None:
    assert sample.window.rail.buttons["visits"].isChecked()


def test_ctrl_k_reaches_the_search_box_from_any_page(sample: SampleDesk, qtbot: QtBot) -> None:
    sample.window.show_page("settings")
    QTest.keyClick(sample.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is sample.window.top_bar.search_box
    assert sample.window.rail.buttons["visits"].isChecked()


def test_the_bar_says_whose_hub_it_is_and_what_day(sample: SampleDesk) -> None:
    bar = sample.window.top_bar
    assert bar.hub_label.text() == "徐汇区田林街道“邻里汇”"
    assert bar.time_label.text() == "11月23日 星期一 09:41"


def test_a_new_hub_name_is_shown_at_once(sample: SampleDesk) -> None:
    book = sample.context.settings
    book.change(replace(book.config, hub=replace(book.config.hub, subdistrict="华泾镇")))
    assert sample.window.top_bar.hub_label.text() == "徐汇区华泾镇“邻里汇”"
    assert sample.window.windowTitle() == "徐汇区华泾镇“邻里汇”"


def test_a_lost_reader_is_said_on_the_pill_and_on_the_line(sample: SampleDesk) -> None:
    window, bridge = sample.window, sample.context.bridge
    assert window.notice.isHidden()
    bridge.reader_event(LinkChanged(LinkState.LOST))
    assert window.top_bar.reader_pill.label.text() == "读卡器已断开"
    assert "重新插上" in window.notice.label.text()
    bridge.reader_event(LinkChanged(LinkState.READY))
    assert window.notice.isHidden()


def test_the_store_comes_before_the_devices_on_the_line(sample: SampleDesk) -> None:
    bridge = sample.context.bridge
    bridge.printer_event(PrinterChanged(PrinterState.PAPER_OUT))
    bridge.store_trouble(EnvironmentTrouble("store.disk_full", path="desk.db"))
    assert "磁盘已满" in sample.window.notice.label.text()
    bridge.store_trouble(None)
    assert "缺纸" in sample.window.notice.label.text()


def test_a_slip_in_doubt_is_said_on_every_page_until_it_is_settled(sample: SampleDesk) -> None:
    leave_slips_unsettled(sample.context.desk)
    sample.context.bridge.changed("slips")
    assert "F1" in sample.window.notice.label.text()
    for job in sample.context.desk.slips.unsettled():
        if job.state is PrintState.UNCERTAIN:
            sample.context.desk.slips.came_out(job.id)
    sample.context.bridge.changed("slips")
    assert sample.window.notice.isHidden()


def test_a_pill_pressed_by_keyboard_says_what_to_do(sample: SampleDesk, qtbot: QtBot) -> None:
    sample.context.bridge.printer_event(PrinterChanged(PrinterState.COVER_OPEN))
    pill = sample.window.top_bar.printer_pill
    assert "合上" in pill.toolTip()
    assert pill.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_english_is_switched_live_and_back(sample: SampleDesk) -> None:
    book = sample.context.settings
    for page_id in ("today", "settings", "visits"):
        sample.window.show_page(page_id)
    book.change(replace(book.config, look=replace(book.config.look, language="en")))
    sample.settle(50)
    assert sample.window.rail.buttons["settings"].title_label.text() == "Settings"
    assert sample.window.top_bar.time_label.text() == "Mon 23 Nov 09:41"
    sample.window.show_page("today")
    page = sample.window.page
    assert isinstance(page, TodayPage)
    assert page.list_card.heading.text() == "Visits of the day"
    book.change(replace(book.config, look=replace(book.config.look, language="zh_CN")))
    sample.settle(50)
    assert page.list_card.heading.text() == "当日到访"


def test_names_are_hidden_when_nobody_touches_the_desk(sample: SampleDesk, qtbot: QtBot) -> None:
    sample.window.show_page("today")
    page = sample.window.page
    assert isinstance(page, TodayPage)
    names = {page.rows.data(page.rows.index(row, 2)) for row in range(page.rows.rowCount())}
    assert "测试陈" in names
    sample.window._idle._fall_idle()
    names = {page.rows.data(page.rows.index(row, 2)) for row in range(page.rows.rowCount())}
    assert "测试陈" not in names
    assert "测**" in names
    QTest.mouseClick(page.list_card, Qt.MouseButton.LeftButton)
    names = {page.rows.data(page.rows.index(row, 2)) for row in range(page.rows.rowCount())}
    assert "测试陈" in names


def test_unsaved_settings_stay_while_other_pages_are_open(sample: SampleDesk) -> None:
    sample.window.show_page("settings")
    page = sample.window.page
    assert isinstance(page, SettingsPage)
    page.model.edit("hub", "site", "测试点")
    sample.window.show_page("visits")
    sample.window.show_page("settings")
    assert page.hub.site.text() == "测试点"
    assert page.model.state.unsaved


def test_the_window_remembers_where_it_stood(sample: SampleDesk, qapp: QApplication, tmp_path: Path) -> None:
    geometry = tmp_path / "elsewhere.ini"
    first = MainWindow(sample.context, qapp, geometry)
    first.show()
    first.resize(800, 712)
    first.close()
    second = MainWindow(sample.context, qapp, geometry)
    second.show()
    assert second.size().height() == 712
    second.close()
    for window in (first, second):
        window.deleteLater()
