"""The workbook reopened by openpyxl and by calamine, which is not ours and calculates nothing."""

from __future__ import annotations

import io
import os
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from desk_app.core.errors import EnvironmentTrouble
from desk_app.reports import workbook
from desk_app.reports.api import Cell, Column, Look, Sheet, Table

COLUMNS = (
    Column("序号", width=6),
    Column("姓名", Look.LONG, 20),
    Column("到访", Look.TIME),
    Column("男", Look.COUNT),
    Column("女", Look.COUNT),
    Column("合计", Look.COUNT),
)
ARRIVED = datetime(2026, 11, 23, 1, 41, 7, tzinfo=UTC)


def sheet(*rows: tuple[Cell, ...], caption: str = "", tables: int = 1) -> Sheet:
    table = Table(COLUMNS, rows, caption, total=True, across=True)
    return Sheet("接待统计", "接待统计表", "测试邻里汇", "2026年11月23日", "人次", (table,) * tables, signed=True)


def row(number: int, text: str, men: int, women: int) -> tuple[Cell, ...]:
    return (number, text, ARRIVED, men, women, None)


def reopened(made: Sheet) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(workbook.render((made,)))).worksheets[0]


def calculated(made: Sheet) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook.render((made,))))
    return [list(line) for line in book.get_sheet_by_name(made.name).to_python()]


def test_sums_are_formulas_and_show_their_value_without_being_calculated() -> None:
    made = sheet(row(1, "甲", 1, 2), row(2, "乙", 3, 4))
    page = reopened(made)
    assert [page["F4"].value, page["D6"].value, page["F6"].value] == ["=SUM(D4:E4)", "=SUM(D4:D5)", "=SUM(F4:F5)"]
    assert [line[3:] for line in calculated(made)[3:6]] == [[1, 2, 3], [3, 4, 7], [4, 6, 10]]


def test_a_day_without_visits_sums_to_zero() -> None:
    assert calculated(sheet())[3] == ["合计", "", "", 0, 0, 0]


def test_two_tables_on_a_sheet_sum_apart() -> None:
    lines = calculated(sheet(row(1, "甲", 1, 2), caption="一、", tables=2))
    assert [line[5] for line in lines if line[0] == "合计"] == [3, 3]


def test_the_page_is_a4_landscape_one_page_wide_and_repeats_its_head() -> None:
    page = reopened(sheet(row(1, "甲", 1, 2)))
    setup = page.page_setup
    assert (setup.orientation, str(setup.paperSize), setup.fitToWidth, setup.fitToHeight) == ("landscape", "9", 1, 0)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$3"
    assert page.freeze_panes == "A4"
    footer = page.oddFooter
    assert footer is not None
    assert footer.center is not None
    assert footer.center.text == "第 &P 页 共 &N 页"
    assert "A1:F1" in {str(merged) for merged in page.merged_cells.ranges}


def test_rows_are_high_enough_for_chinese_and_grow_with_what_wraps() -> None:
    page = reopened(sheet(row(1, "甲", 1, 2), row(2, "长" * 40, 3, 4)))
    heights = [page.row_dimensions[number].height for number in range(2, 7)]
    assert heights == [18, 18, 18, 18 + 4 * 15, 18]


def test_a_narrow_sheet_says_unit_day_and_measure_in_one_merged_line() -> None:
    columns = (Column("指标", width=18), Column("数值", Look.COUNT, 10), Column("口径", Look.LONG, 90))
    page = reopened(Sheet("口径", "口径", "测试邻里汇", "2026年11月23日", "人次", (Table(columns, ()),)))
    assert "A2:C2" in {str(merged) for merged in page.merged_cells.ranges}
    assert page["A2"].value == "填报单位：测试邻里汇　　2026年11月23日　　单位：人次"


def test_times_are_times_on_the_hubs_clock() -> None:
    cell = reopened(sheet(row(1, "甲", 1, 2)))["C4"]
    assert cell.value == datetime(2026, 11, 23, 9, 41, 7)  # noqa: DTZ001  (Excel knows no zones)
    assert cell.number_format == "hh:mm"


def test_dates_are_dates() -> None:
    made = Sheet("日", "日", "", "", "", (Table((Column("日期"),), ((date(2026, 11, 23),),)),))
    cell = reopened(made)["A4"]
    assert cell.is_date
    assert cell.number_format == 'yyyy"年"m"月"d"日"'


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "#N/A", "00123", "1e5", "TRUE"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    cell = reopened(sheet(row(1, text, 0, 0)))["B4"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=60))
def test_every_name_comes_back_whole(text: str) -> None:
    cell = reopened(sheet(row(1, text, 0, 0)))["B4"]
    assert (cell.value or "") == text


@pytest.mark.parametrize("text", ["\x00\x08", "\ud800", "\ufffe"])
def test_what_no_workbook_can_hold_is_left_out(text: str) -> None:
    assert reopened(sheet(row(1, f"甲{text}乙", 0, 0)))["B4"].value == "甲乙"


def test_the_file_is_written_whole_over_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "日报.xlsx"
    path.write_bytes(b"old")
    workbook.write((sheet(row(1, "甲", 1, 2)),), path)
    assert openpyxl.load_workbook(path).sheetnames == ["接待统计"]
    assert [each.name for each in tmp_path.iterdir()] == ["日报.xlsx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble) as refused:
        workbook.write((sheet(),), tmp_path / "none" / "a.xlsx")
    assert refused.value.code == "export.folder_missing"


def test_a_folder_in_place_of_the_file_is_refused_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(EnvironmentTrouble) as refused:
        workbook.write((sheet(),), tmp_path / "a.xlsx")
    assert refused.value.code == "export.not_writable"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    queue = tmp_path / "a.xlsx"
    os.mkfifo(queue)
    with pytest.raises(EnvironmentTrouble) as refused:
        workbook.write((sheet(),), queue)
    assert refused.value.code == "export.not_writable"
    assert queue.is_fifo()
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_a_link_stays_and_the_file_it_names_is_written(tmp_path: Path, *, there: bool) -> None:
    (tmp_path / "share").mkdir()
    target, link = tmp_path / "share" / "a.xlsx", tmp_path / "latest.xlsx"
    if there:
        target.write_bytes(b"old")
    link.symlink_to(target)
    workbook.write((sheet(row(1, "甲", 1, 2)),), link)
    assert link.is_symlink()
    assert openpyxl.load_workbook(target).sheetnames == ["接待统计"]
    assert [each.name for each in target.parent.iterdir()] == ["a.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(EnvironmentTrouble) as refused:
        workbook.write((sheet(),), one)
    assert refused.value.code == "export.not_writable"


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble) as refused:
        workbook.write((sheet(),), tmp_path / ("长" * 200 + ".xlsx"))
    assert refused.value.code == "export.not_writable"
    assert list(tmp_path.iterdir()) == []
