"""The day's page: figures that add up, a list that sorts and filters, slips that ask, the workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.slips import PrintState
from desk_app.ui.gallery import SampleDesk, leave_slips_unsettled
from desk_app.ui.pages.today.page import TodayPage
from desk_app.ui.pages.today.rows import ARRIVED, HEADS, NAME, NUMBER, TodayFilter, TodayRows
from desk_app.ui.pages.today.state import figures_of


@pytest.fixture
def page(sample: SampleDesk) -> TodayPage:
    sample.window.show_page("today")
    opened = sample.window.page
    assert isinstance(opened, TodayPage)
    return opened


def column(page: TodayPage, number: int) -> list[str]:
    return [str(page.filter.index(row, number).data()) for row in range(page.filter.rowCount())]


def test_the_rows_are_an_honest_table_model(page: TodayPage, qtmodeltester: ModelTester) -> None:
    rows = TodayRows(page.context.look.theme)
    rows.show(page.model.state.visits, hidden=False)
    for model in (rows, TodayFilter(rows)):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_heads_of_the_kinds_add_up_to_the_heads_of_the_day(page: TodayPage) -> None:
    figures = figures_of(page.model.state.visits)
    assert figures.heads == sum(figures.by_kind.values()) == 9 + 14 + 1
    assert figures.check_ins == 11
    assert figures.known == 9
    assert page.figures.heads.value.text() == "24"
    assert page.kinds.counts[ServiceKind.PARENT_CHILD].text() == str(figures.by_kind[ServiceKind.PARENT_CHILD])


def test_a_check_in_taken_back_is_listed_and_counted_nowhere(page: TodayPage, sample: SampleDesk) -> None:
    arrival = sample.context.desk.visits.count_one()
    sample.context.bridge.changed("visits")
    assert page.figures.heads.value.text() == "25"
    sample.context.desk.visits.undo(arrival.act)
    sample.context.bridge.changed("visits")
    assert page.figures.heads.value.text() == "24"
    assert arrival.visit.number in column(page, NUMBER)


def test_the_list_is_newest_first_and_sorts_by_value(page: TodayPage) -> None:
    assert column(page, ARRIVED) == sorted(column(page, ARRIVED), reverse=True)
    page.table.sortByColumn(HEADS, Qt.SortOrder.DescendingOrder)
    assert column(page, HEADS)[0] == "14"


def test_the_filter_looks_at_every_word_of_a_row(page: TodayPage) -> None:
    page.filter_box.setText("阿宝")
    assert column(page, NAME) == ["测试徐阿宝"]
    page.filter_box.setText("团体")
    assert column(page, NAME) == ["测试亲子绘本"]
    page.filter_box.setText("A003")
    assert column(page, NUMBER) == ["A003"]


def choose(page: TodayPage, name: str) -> None:
    page.table.selectRow(column(page, NAME).index(name))


def test_signing_out_from_the_list_can_be_taken_back(page: TodayPage, sample: SampleDesk) -> None:
    choose(page, "测试陈")
    before = sample.context.desk.visits.occupancy().people
    page.sign_out_button.click()
    assert sample.context.desk.visits.occupancy().people == before - 1
    assert not page.sign_out_button.isEnabled()
    page.toast.actions_shown[0].click()
    assert sample.context.desk.visits.occupancy().people == before
    assert page.sign_out_button.isEnabled()


def test_nothing_chosen_leaves_the_buttons_grey(page: TodayPage) -> None:
    assert not page.print_button.isEnabled()
    assert not page.sign_out_button.isEnabled()


def test_a_slip_is_printed_again_as_a_reprint(page: TodayPage, sample: SampleDesk) -> None:
    choose(page, "测试陈")
    page.print_button.click()
    chosen = page.model.state.chosen
    assert chosen is not None
    assert sample.context.desk.slips.print_for(chosen.visit.id).slip.copy >= 1
    assert chosen.visit.number in page.toast.text


def test_an_uncertain_slip_asks_and_the_answer_settles_it(page: TodayPage, sample: SampleDesk) -> None:
    assert page.jobs.isHidden()
    leave_slips_unsettled(sample.context.desk)
    sample.context.bridge.changed("slips")
    asked = page.jobs.asked_about
    assert asked is not None
    assert asked.state is PrintState.UNCERTAIN
    assert "出来了吗" in page.jobs.words.text()
    page.jobs.came_out.click()
    later = page.jobs.asked_about
    assert later is not None
    assert later.id != asked.id
    assert "换上新纸卷" in page.jobs.words.text()
    assert not page.jobs.drop.isHidden()
    page.jobs.drop.click()
    assert page.jobs.isHidden()


def test_a_slip_that_did_not_come_out_is_printed_again(page: TodayPage, sample: SampleDesk) -> None:
    leave_slips_unsettled(sample.context.desk)
    sample.context.bridge.changed("slips")
    asked = page.jobs.asked_about
    assert asked is not None
    page.jobs.missed.click()
    assert asked.id not in [job.id for job in sample.context.desk.slips.unsettled()]
    assert "补打" in page.toast.text


def test_other_days_are_a_click_away_and_tomorrow_is_not(page: TodayPage) -> None:
    page.back_button.click()
    assert page.model.state.day == date(2026, 11, 22)
    assert page.filter.rowCount() == 0
    page.on_button.click()
    assert page.model.state.day == page.model.state.today
    assert not page.on_button.isEnabled()
    page.model.choose_day(date(2027, 1, 1))
    assert page.model.state.day == page.model.state.today


def test_the_workbook_is_written_beside_an_earlier_one(page: TodayPage, qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(2):
        page.model.export(tmp_path / "papers")
        qtbot.waitUntil(lambda: not page.model.state.exporting, timeout=20_000)
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        "邻里汇日报-2026-11-23 (2).xlsx",
        "邻里汇日报-2026-11-23.xlsx",
    ]
    assert "邻里汇日报" in page.toast.text


def test_a_folder_that_refuses_is_said(page: TodayPage, qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    page.model.export(blocked / "inside")
    qtbot.waitUntil(lambda: page.model.state.trouble is not None, timeout=20_000)
    assert "没有文件夹" in page.toast.text
    assert not page.model.state.exporting
