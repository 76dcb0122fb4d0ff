"""A report as values: sheets of tables, before anybody decides on cells and fonts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk_app.core.config import HubProfile
from desk_app.services.desk import Desk

Cell = str | int | date | datetime | None
"""`None` is an empty cell, a zero is a zero, 「—」 is not applicable. Instants are shown on the hub's wall clock."""


class Look(StrEnum):
    """How a column reads: words centred, long words at the left and wrapped, figures at the right, clock times."""

    WORD = "word"
    LONG = "long"
    COUNT = "count"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """A column head, how its cells look, and its width in characters."""

    title: str
    look: Look = Look.WORD
    width: int = 10


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row is as long as `columns`.

    With `total`, a row 合计 sums each COUNT column below; with `across`, the last column sums each row's COUNT cells.
    Both are formulas with their value beside them, and the rows given carry no sums of their own.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    total: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: name, title, the three words beneath it, tables one below another, notes at the end."""

    name: str
    title: str
    unit: str
    period: str
    measure: str
    tables: tuple[Table, ...]
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """An entry of `REPORTS`. `name` is part of the file's name, `build` gathers the day from the services."""

    id: str
    name: str
    build: Callable[[Desk, HubProfile, date], tuple[Sheet, ...]]
