"""Sheets into an Excel file as Chinese offices file it: A4, title, frame, 合计, signatures. Only openpyxl user."""

from __future__ import annotations

import io
import math
import os
import re
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from unicodedata import east_asian_width

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desk_app.core.clock import shanghai
from desk_app.core.errors import EnvironmentTrouble
from desk_app.reports.api import Cell, Look, Sheet, Table

_TITLE = Font(name="黑体", size=16, bold=True)
_CAPTION = Font(name="黑体", size=12)
_HEAD = Font(name="宋体", size=11, bold=True)
_BODY = Font(name="宋体", size=11)
_GREY = PatternFill("solid", fgColor="E7E6E6")
_LINE = Side(style="thin")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_ALIGNMENT = {Look.WORD: _CENTRE, Look.LONG: _LEFT, Look.COUNT: _RIGHT, Look.TIME: _CENTRE}
_DATE_FORMAT = 'yyyy"年"m"月"d"日"'
_TIME_FORMAT = "hh:mm"
_ROW_HEIGHT = 18.0  # points; 11-point Chinese looks cramped in Excel's own 14
_NEXT_LINE = 15.0
_HIGHEST = 409.0  # what Excel allows
_PADDING = 1.0  # of a cell, in digits
_ROOM_FOR_THREE = 5  # columns; fewer have no room for unit, day and measure side by side
_MARGIN = 0.79  # inches: 2 cm
_A4 = 9

# A spreadsheet reads text that begins so as a formula once somebody edits the cell or saves the sheet as CSV.
_FORMULA_STARTS = tuple("=+-@\t\r\n")
_SURROGATES = re.compile("[\ud800-\udfff\ufffe\uffff]")

_Sums = dict[str, int]
"""What each formula of a sheet comes to, by cell: the file must show its sums without being recalculated."""


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Write the workbook whole or not at all: beside `path` first, then renamed over it.

    A link stays and the file it names is written. Only a file is ever replaced: a device, a queue or a folder of that
    name is left alone. Raises EnvironmentTrouble: export.folder_missing, export.file_open (Windows, held by Excel),
    export.not_writable.
    """
    content = render(sheets)
    temporary = ""
    try:
        target = path.resolve()
        if not target.parent.is_dir():
            raise EnvironmentTrouble("export.folder_missing", path=str(target.parent))
        if target.exists() and not target.is_file():
            raise EnvironmentTrouble("export.not_writable", path=str(path), reason="not a regular file")
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".export-", suffix=".xlsx")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except RuntimeError as loop:  # Python before 3.13 says so where links lead in a circle
        raise EnvironmentTrouble("export.not_writable", path=str(path), reason="links in a circle") from loop
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        held = isinstance(error, PermissionError) and os.name == "nt" and path.exists()
        code = "export.file_open" if held else "export.not_writable"
        raise EnvironmentTrouble(code, path=str(path), reason=error.strerror) from error


def render(sheets: Sequence[Sheet]) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sums = [_fill(book.create_sheet(sheet.name), sheet) for sheet in sheets]
    buffer = io.BytesIO()
    book.save(buffer)
    return _with_values(buffer.getvalue(), sums)


def total(path: Path, sheet: str) -> int:
    """The last figure of the first 合计 row, as a reader sees it who does not recalculate."""
    book = load_workbook(path, data_only=True)
    try:
        row = next(line for line in book[sheet].iter_rows(values_only=True) if line[0] == "合计")
        return next(figure for figure in reversed(row) if isinstance(figure, int))
    finally:
        book.close()


def _fill(page: Worksheet, sheet: Sheet) -> _Sums:
    width = max(len(table.columns) for table in sheet.tables)
    _set_up_page(page, sheet, width)
    _write_head(page, sheet, width)
    sums: _Sums = {}
    row = 3
    for table in sheet.tables:
        row = _write_table(page, table, row, sums) + 2
    if sheet.signed:
        places = (1, width // 2, max(width - 3, 3))
        for column, words in zip(places, ("填表人：", "审核人：", "填报日期："), strict=True):
            _put(_cell(page, row, column), words, _BODY, Alignment(vertical="center"))
    return sums


def _cell(page: Worksheet, row: int, column: int) -> SheetCell:
    cell = page.cell(row, column)
    if not isinstance(cell, SheetCell):
        raise TypeError(f"{cell.coordinate} lies under a merged title")
    return cell


def _set_up_page(page: Worksheet, sheet: Sheet, width: int) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN
    page.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页 共 &N 页"
    page.oddFooter = footer
    # The heads repeat and stay in sight only where one table follows them; of several, the title does.
    head_rows = 3 if len(sheet.tables) == 1 and not sheet.tables[0].caption else 2
    page.print_title_rows = f"1:{head_rows}"
    page.freeze_panes = f"A{head_rows + 1}"
    for index in range(width):
        widths = [table.columns[index].width for table in sheet.tables if index < len(table.columns)]
        page.column_dimensions[get_column_letter(index + 1)].width = max(widths)


def _write_head(page: Worksheet, sheet: Sheet, width: int) -> None:
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    _put(_cell(page, 1, 1), sheet.title, _TITLE, _CENTRE)
    page.row_dimensions[1].height = 30
    page.row_dimensions[2].height = _ROW_HEIGHT
    if width < _ROOM_FOR_THREE:
        page.merge_cells(start_row=2, start_column=1, end_row=2, end_column=width)
        words = f"填报单位：{sheet.unit}　　{sheet.period}　　单位：{sheet.measure}"
        _put(_cell(page, 2, 1), words, _BODY, Alignment(horizontal="left", vertical="center"))
        return
    # Not merged: each of the three runs over its empty neighbours.
    middle = (width + 1) // 2
    places = (
        (1, f"填报单位：{sheet.unit}", "left"),
        (middle, sheet.period, "center"),
        (width, f"单位：{sheet.measure}", "right"),
    )
    for column, text, side in places:
        _put(_cell(page, 2, column), text, _BODY, Alignment(horizontal=side, vertical="center"))


def _write_table(page: Worksheet, table: Table, row: int, sums: _Sums) -> int:
    """Write `table` from `row` on; return its last row."""
    if table.caption:
        _put(_cell(page, row, 1), table.caption, _CAPTION, Alignment(vertical="center"))
        page.row_dimensions[row].height = _ROW_HEIGHT
        row += 1
    for index, column in enumerate(table.columns, 1):
        cell = _cell(page, row, index)
        _put(cell, column.title, _HEAD, _CENTRE)
        cell.fill, cell.border = _GREY, _FRAME
    page.row_dimensions[row].height = _height(table, [column.title for column in table.columns])
    first = row + 1
    for values in table.rows:
        row += 1
        _write_row(page, table, row, values, sums)
        page.row_dimensions[row].height = _height(table, values)
    if table.total:
        row += 1
        _write_total(page, table, first, row, sums)
        page.row_dimensions[row].height = _ROW_HEIGHT
    return row


def _height(table: Table, values: Sequence[Cell]) -> float:
    """Points a row needs: a height that is set no longer grows by itself where a text wraps."""
    texts = (
        (column.width, value) for column, value in zip(table.columns, values, strict=True) if isinstance(value, str)
    )
    lines = max((sum(_lines(part, width) for part in text.split("\n")) for width, text in texts), default=1)
    return min(_ROW_HEIGHT + (lines - 1) * _NEXT_LINE, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """How many lines `text` takes in a column `width` digits wide; a Chinese character is as wide as two digits."""
    digits = sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
    return max(1, math.ceil(digits / (width - _PADDING)))


def _write_row(page: Worksheet, table: Table, row: int, values: Sequence[Cell], sums: _Sums) -> None:
    for index, (column, value) in enumerate(zip(table.columns, values, strict=True), 1):
        cell = _cell(page, row, index)
        _put(cell, value, _BODY, _ALIGNMENT[column.look])
        cell.border = _FRAME
    if table.across:
        counted = [index for index, column in enumerate(table.columns[:-1], 1) if column.look is Look.COUNT]
        figures = (values[index - 1] for index in counted)
        _put_sum(_cell(page, row, len(table.columns)), _span(counted[0], row, counted[-1], row), figures, sums)


def _write_total(page: Worksheet, table: Table, first: int, row: int, sums: _Sums) -> None:
    for index, column in enumerate(table.columns, 1):
        cell = _cell(page, row, index)
        cell.border = _FRAME
        if column.look is not Look.COUNT:
            continue
        if row == first:  # no rows: a range above itself would run backwards
            _put(cell, 0, _BODY, _RIGHT)
            continue
        above = (_figure(_cell(page, line, index), sums) for line in range(first, row))
        _put_sum(cell, _span(index, first, index, row - 1), above, sums)
    _put(_cell(page, row, 1), "合计", _HEAD, _CENTRE)


def _figure(cell: SheetCell, sums: _Sums) -> int:
    if cell.coordinate in sums:
        return sums[cell.coordinate]
    return cell.value if isinstance(cell.value, int) else 0


def _span(left: int, top: int, right: int, bottom: int) -> str:
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"


def _put_sum(cell: SheetCell, span: str, figures: Iterable[Cell], sums: _Sums) -> None:
    cell.value = f"=SUM({span})"
    cell.font, cell.alignment, cell.border = _HEAD, _RIGHT, _FRAME
    sums[cell.coordinate] = sum(figure for figure in figures if isinstance(figure, int))


def _put(cell: SheetCell, value: Cell, font: Font, alignment: Alignment) -> None:
    cell.font, cell.alignment = font, alignment
    if isinstance(value, str):
        _put_text(cell, value)
    elif isinstance(value, datetime):
        cell.value, cell.number_format = shanghai(value).replace(tzinfo=None), _TIME_FORMAT
    elif isinstance(value, date):
        cell.value, cell.number_format = value, _DATE_FORMAT
    elif value is not None:
        cell.value = value


def _put_text(cell: SheetCell, text: str) -> None:
    """Text stays text whatever it looks like: a formula, a number, a mistake (#N/A)."""
    clean = _SURROGATES.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.value = clean
    cell.data_type = "s"
    if clean.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v(?: ?/>|></v>)')


def _with_values(content: bytes, sums: Sequence[_Sums]) -> bytes:
    """Put each formula's value beside it, which openpyxl cannot: previews and importers do not calculate."""
    by_file = {f"xl/worksheets/sheet{number}.xml": values for number, values in enumerate(sums, 1)}
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            values = by_file.get(item.filename, {})
            if values:
                data = _FORMULA.sub(partial(_valued, values), data)
            new.writestr(item, data)
    return result.getvalue()


def _valued(values: _Sums, match: re.Match[bytes]) -> bytes:
    return match[1] + b"<v>%d</v>" % values[match[2].decode()]
