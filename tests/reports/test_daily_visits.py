"""The day's workbook against the services' own list of the day, read back by a library that is not ours."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook

from desk_app.core.clock import hub_day
from desk_app.core.config import HubProfile
from desk_app.devices.simulators.people import PEOPLE
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.visits import Visit
from desk_app.reports import REPORTS, daily_visits, workbook
from desk_app.reports.api import Report
from tests.services.desks import Hub

Lines = list[list[object]]
HUB = HubProfile(subdistrict="天平街道", site="66梧桐")


@pytest.fixture
def sheets(hub: Hub) -> dict[str, Lines]:
    made = daily_visits.build(hub.desk, HUB, hub_day(hub.clock.now()))
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook.render(made)))
    return {name: [list(line) for line in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def counted(hub: Hub) -> list[Visit]:
    lines = hub.desk.visits.day(hub_day(hub.clock.now()))
    return [line.visit for line in lines if line.visit.undone_at is None]


def kinds(lines: Lines, table: int) -> dict[str, list[int]]:
    """Figures of one of the two tables of the summary, by service kind; 合计 under its own name."""
    starts = [row for row, line in enumerate(lines) if line[0] == "序号"]
    rows = lines[starts[table] + 1 : starts[table] + 11]
    return {str(line[1] or line[0]): [int(figure) for figure in line[2:] if isinstance(figure, float)] for line in rows}


def test_every_kind_of_the_plan_has_its_row(sheets: dict[str, Lines]) -> None:
    assert [name for name in kinds(sheets["接待统计"], 0) if name != "合计"] == [kind.chinese for kind in ServiceKind]


@pytest.mark.parametrize("table", [0, 1])
def test_the_summary_adds_up_to_the_services_own_sum(table: int, sheets: dict[str, Lines], hub: Hub) -> None:
    rows = kinds(sheets["接待统计"], table)
    total = rows.pop("合计")
    assert total[-1] == sum(visit.head_count for visit in counted(hub)) == 21
    assert [sum(column) for column in zip(*rows.values(), strict=True)] == total
    assert all(sum(figures[:-1]) == figures[-1] for figures in rows.values())


@pytest.mark.parametrize("kind", ServiceKind)
def test_each_kind_has_its_heads(kind: ServiceKind, sheets: dict[str, Lines], hub: Hub) -> None:
    heads = sum(visit.head_count for visit in counted(hub) if visit.purpose.kind is kind)
    assert kinds(sheets["接待统计"], 0)[kind.chinese][-1] == heads
    assert kinds(sheets["接待统计"], 1)[kind.chinese][-1] == heads


def test_companions_and_group_members_are_not_given_a_sex_nobody_asked(sheets: dict[str, Lines]) -> None:
    men, women, unasked, heads = kinds(sheets["接待统计"], 0)["合计"]
    assert (men, women, unasked, heads) == (2, 2, 17, 21)


def test_the_list_shows_every_visit_once_and_the_undone_one_uncounted(sheets: dict[str, Lines], hub: Hub) -> None:
    lines = sheets["到访明细"][3:]
    total = lines.pop()
    assert len(lines) == len(hub.desk.visits.day(hub_day(hub.clock.now()))) == 8
    assert sum(float(str(line[11])) for line in lines) == total[11] == 21
    assert [line[11] for line in lines if line[12] == "已撤销，不计"] == [0]


def test_names_are_masked_and_formulas_are_text(sheets: dict[str, Lines]) -> None:
    names = [line[7] for line in sheets["到访明细"][3:-1]]
    assert "=**" in names
    assert all("测试" not in str(name) for name in names)


def test_an_estimated_departure_says_so(sheets: dict[str, Lines]) -> None:
    assert [line[4] for line in sheets["到访明细"][3:-1]].count("估计（未签退）") == 1


def test_the_figures_are_explained(sheets: dict[str, Lines]) -> None:
    figures = {line[0]: line[1] for line in sheets["口径说明"][3:]}
    assert figures["到访人次"] == 21
    assert figures["其中短时再入"] == 1
    assert (figures["实名登记人次"], figures["实名登记人数"]) == (4, 3)
    assert (figures["团体批次"], figures["估计离开批次"]) == (1, 1)


def test_the_hubs_formal_name_stands_on_every_sheet(sheets: dict[str, Lines]) -> None:
    assert all("徐汇区天平街道66梧桐“邻里汇”" in str(lines[1][0]) for lines in sheets.values())


def test_a_day_on_which_nobody_came_is_a_report_too(hub: Hub) -> None:
    sheets = daily_visits.build(hub.desk, HUB, hub_day(hub.clock.now()).replace(month=1))
    assert workbook.render(sheets)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_report_keeps_its_rows_as_long_as_its_heads(report: Report, hub: Hub) -> None:
    for sheet in report.build(hub.desk, HUB, hub_day(hub.clock.now())):
        assert len(sheet.name) <= 31
        assert not set(sheet.name) & set("[]:*?/\\")
        for table in sheet.tables:
            assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_no_report_tells_a_number_or_an_address(report: Report, hub: Hub) -> None:
    content = workbook.render(report.build(hub.desk, HUB, hub_day(hub.clock.now())))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    text = "\n".join(str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    for person in PEOPLE.values():
        assert not person.card.number or person.card.number not in text
        assert not person.card.address or person.card.address not in text
