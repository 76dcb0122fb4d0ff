"""What the reader does while another page is in front is said at the foot of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.devices.api import CardAdvice, CardNotRead, CardRead, CardUidRead
from desk_app.ui.gallery import SampleDesk
from desk_app.ui.pages.today.page import TodayPage
from desk_app.ui.pages.visits.news import STANDS_MS, NewsLine
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.state import Panel
from desk_app.ui.widgets.toast import ToastAction
from tests.ui.visits_desk import identity_card


def check_in_page(sample: SampleDesk) -> VisitsPage:
    sample.window.show_page("visits")
    page = sample.window.page
    assert isinstance(page, VisitsPage)
    return page


def tap(sample: SampleDesk) -> None:
    sample.context.bridge.reader_event(CardRead(identity_card("测试新来", serial=8), 0.4))


@pytest.fixture
def news(sample: SampleDesk) -> NewsLine:
    return check_in_page(sample).news


@pytest.mark.parametrize("page", ["today", "settings"])
def test_a_tap_is_said_on_whichever_page_is_in_front(sample: SampleDesk, news: NewsLine, page: str) -> None:
    sample.window.show_page(page)
    assert news.isHidden()
    tap(sample)
    assert news.isVisible()
    assert "已登记" in news.text.text()
    assert "测***" in news.text.text()
    assert "新来" not in news.text.text() + news.accessibleName() + news.undo.text()
    assert sample.window.rail.buttons[page].isChecked()


@pytest.mark.parametrize(
    ("event", "said"),
    [(CardUidRead("0411223344"), "没有"), (CardNotRead(CardAdvice.PUT_AGAIN), "")],
    ids=["an unknown hub card", "a card not read"],
)
def test_a_card_that_was_not_taken_is_said_there_too(
    sample: SampleDesk, news: NewsLine, event: object, said: str
) -> None:
    sample.window.show_page("today")
    sample.context.bridge.reader_event(event)  # type: ignore[arg-type]  # one of the reader's events
    assert news.isVisible()
    assert said in news.text.text()
    assert news.text.text()


def test_the_check_in_page_itself_needs_no_second_line(sample: SampleDesk, news: NewsLine) -> None:
    tap(sample)
    assert news.isHidden()


def test_ctrl_z_takes_the_check_in_back_from_another_page(sample: SampleDesk, news: NewsLine) -> None:
    before = sample.context.desk.visits.occupancy().people
    sample.window.show_page("today")
    page = sample.window.page
    assert isinstance(page, TodayPage)
    undone: list[str] = []
    page.toast.say("已签退", actions=[_undo_of(undone)])
    tap(sample)
    assert sample.context.desk.visits.occupancy().people == before + 1
    QTest.keyClick(QApplication.focusWidget() or sample.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.context.desk.visits.occupancy().people == before
    assert "撤销" in news.text.text()
    assert undone == []
    news.fall_silent()
    QTest.keyClick(QApplication.focusWidget() or sample.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["today"]


def test_f2_goes_to_the_person_and_the_line_is_gone(sample: SampleDesk, news: NewsLine) -> None:
    sample.window.show_page("settings")
    tap(sample)
    assert "F2" in news.go.cap.text()
    QTest.keyClick(sample.window, Qt.Key.Key_F2)
    page = sample.window.page
    assert isinstance(page, VisitsPage)
    assert page.model.state.shown is not None
    assert page.model.state.shown.name == "测试新来"
    assert news.isHidden()


def test_clicking_the_way_goes_there_as_well(sample: SampleDesk, news: NewsLine) -> None:
    sample.window.show_page("today")
    tap(sample)
    news.go.click()
    assert isinstance(sample.window.page, VisitsPage)


def test_the_line_goes_by_itself_after_ten_seconds(sample: SampleDesk, news: NewsLine, qtbot: QtBot) -> None:
    assert news.rest.interval() == STANDS_MS == 10_000
    news.rest.setInterval(1)
    sample.window.show_page("today")
    tap(sample)
    qtbot.waitUntil(news.isHidden)


def test_a_hub_card_tapped_behind_another_page_is_no_gift_to_the_person_being_mended(sample: SampleDesk) -> None:
    page = check_in_page(sample)
    tap(sample)
    page.model.amend()
    assert page.model.state.panel is Panel.AMEND
    sample.window.show_page("today")
    sample.context.bridge.reader_event(CardUidRead("0455667788"))
    assert page.model.state.line is not None
    assert page.model.state.line.code == "card.uid_unknown"


def _undo_of(undone: list[str]) -> ToastAction:
    return ToastAction("撤销", "Ctrl+Z", lambda: undone.append("today"))
