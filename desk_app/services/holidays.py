"""Year packs of the holiday calendar read from TOML, CSV or a workbook: 日期、类型 休/班、名称、依据, a row a day.

In TOML a day is a `[[day]]` with these names in quotes, or with date, kind, name, basis.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
import zipfile
from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desk_app.core.errors import DeskError
from desk_app.domain.calendar import YearTable

LARGEST = 1 << 20
"""A year has 366 days; a pack of more than a megabyte is another file."""
_COLUMNS = ("日期", "类型", "名称", "依据")
_OFF, _WORKED = "休", "班"
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_ROWS = 2_000

Row = tuple[int, Sequence[Any]]
"""A row's number as people count, and its cells."""


def years_in(content: bytes, file_name: str) -> tuple[YearTable, ...]:
    """The years a file speaks of, by the ending of its name. Days of late December named 元旦 belong to the next year.

    DeskError holidays.too_large (limit=), holidays.unreadable, holidays.row (row=, column=, value=), holidays.empty.
    """
    if len(content) > LARGEST:
        raise DeskError("holidays.too_large", field="file", limit=LARGEST)
    ending = file_name.rpartition(".")[2].lower()
    readers = {"toml": _of_toml, "csv": _of_csv, "txt": _of_csv, "xlsx": _of_workbook}
    if ending not in readers:
        raise DeskError("holidays.unreadable", field="file", ending=ending)
    days = [_day(number, cells) for number, cells in readers[ending](content)]
    if not days:
        raise DeskError("holidays.empty", field="file")
    twice = next((day for day, times in Tally(day for day, *_ in days).items() if times > 1), None)
    if twice is not None:
        raise DeskError("holidays.row", field="file", row=0, column=_COLUMNS[0], value=twice.isoformat())
    return tuple(_tables(days))


def _of_toml(content: bytes) -> Iterator[Row]:
    try:
        found = tomllib.loads(content.decode("utf-8-sig")).get("day", [])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DeskError("holidays.unreadable", field="file", ending="toml") from error
    english = {"日期": "date", "类型": "kind", "名称": "name", "依据": "basis"}
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise DeskError("holidays.unreadable", field="file", ending="toml")
    for number, one in enumerate(found, start=1):
        yield number, [one.get(column, one.get(english[column], "")) for column in _COLUMNS]


def _of_csv(content: bytes) -> Iterator[Row]:
    """UTF-8 with or without a mark, else GB 18030, as Excel on a Chinese Windows saves it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise DeskError("holidays.unreadable", field="file", ending="csv")
    try:
        rows = list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise DeskError("holidays.unreadable", field="file", ending="csv") from error
    return _under_heading(rows)


def _of_workbook(content: bytes) -> Iterator[Row]:
    import openpyxl  # 0.2 s that only an import of holidays pays

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = [list(row) for row in book.worksheets[0].iter_rows(max_row=_ROWS, values_only=True)]
    except (KeyError, ValueError, IndexError, OSError, SyntaxError, zipfile.BadZipFile) as error:
        raise DeskError("holidays.unreadable", field="file", ending="xlsx") from error
    return _under_heading(rows)


def _under_heading(rows: Iterable[Sequence[Any]]) -> Iterator[Row]:
    """The rows below the heading, in the order of `_COLUMNS`; blank ones left out."""
    order: list[int] | None = None
    for number, cells in enumerate(rows, start=1):
        names = [str(cell or "").strip() for cell in cells]
        if order is None:
            if set(_COLUMNS[:3]) <= set(names):
                order = [names.index(column) if column in names else -1 for column in _COLUMNS]
        elif any(names):
            yield number, [cells[at] if 0 <= at < len(cells) else "" for at in order]
    if order is None:
        raise DeskError("holidays.unreadable", field="file", ending="heading")


def _day(number: int, cells: Sequence[Any]) -> tuple[date, bool, str, str]:
    kind = str(cells[1] or "").strip()
    if kind not in (_OFF, _WORKED):
        raise DeskError("holidays.row", field="file", row=number, column=_COLUMNS[1], value=kind[:20])
    name = str(cells[2] or "").strip()
    return _date(number, cells[0]), kind == _WORKED, name, str(cells[3] or "").strip()


def _date(number: int, cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell or "").strip()
    found = _DATE.fullmatch(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise DeskError("holidays.row", field="file", row=number, column=_COLUMNS[0], value=text[:20])


def _tables(days: Sequence[tuple[date, bool, str, str]]) -> Iterator[YearTable]:
    years: dict[int, list[tuple[date, bool, str, str]]] = {}
    for one in days:
        years.setdefault(_year_of(one[0], one[2]), []).append(one)
    for year, own in sorted(years.items()):
        yield YearTable(
            year=year,
            off={day: name for day, is_worked, name, _ in own if not is_worked},
            worked={day: name for day, is_worked, name, _ in own if is_worked},
            basis=next((basis for *_, basis in own if basis), ""),
        )


def _year_of(day: date, name: str) -> int:
    """The notice for a New Year may move the last days of December; they are named after it."""
    return day.year + 1 if "元旦" in name and day + timedelta(days=10) > date(day.year + 1, 1, 1) else day.year
