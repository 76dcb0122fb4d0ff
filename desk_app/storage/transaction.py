"""Statements compiled once, and the short transaction that runs them on the bare driver.

SQLAlchemy describes, compiles, pools; executing goes past it: a check-in runs about twelve statements, and 20 µs
each for the round through its result machinery would be a quarter of the whole commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

_DIALECT = sqlite.dialect(paramstyle="named")

Row = tuple[Any, ...]
"""One row as the driver gives it, in the order of the statement's columns."""


class Statement:
    """A Core statement, turned into SQL text when it is first run. Literal values in it become defaults."""

    __slots__ = ("_core", "_defaults", "_sql")

    def __init__(self, core: ClauseElement) -> None:
        self._core = core
        self._sql = ""
        self._defaults: Mapping[str, Any] = {}

    def compiled(self) -> tuple[str, Mapping[str, Any]]:
        """The SQL with named parameters, and the values of the parameters a caller need not give."""
        if not self._sql:
            compiled = self._core.compile(dialect=_DIALECT)
            self._defaults = {name: value for name, value in compiled.params.items() if value is not None}
            self._sql = str(compiled)
        return self._sql, self._defaults


class Transaction:
    """What the functions of storage are given: runs statements between one BEGIN and one COMMIT."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Any) -> None:  # the driver has no types
        self._connection = connection

    def run(self, statement: Statement, **values: Any) -> int:
        """Execute; returns how many rows were touched."""
        return int(self._execute(statement, values).rowcount)

    def run_many(self, statement: Statement, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute once per row."""
        sql, defaults = statement.compiled()
        self._connection.executemany(sql, [{**defaults, **row} for row in rows] if defaults else rows)

    def all(self, statement: Statement, **values: Any) -> list[Row]:
        return list(self._execute(statement, values).fetchall())

    def first(self, statement: Statement, **values: Any) -> Row | None:
        row: Row | None = self._execute(statement, values).fetchone()
        return row

    def value(self, statement: Statement, **values: Any) -> Any:
        """The first column of the first row, None where there is none."""
        row = self._execute(statement, values).fetchone()
        return row[0] if row else None

    def last_key(self) -> int:
        """The integer key of the row inserted last in this transaction."""
        return int(self._connection.execute("SELECT last_insert_rowid()").fetchone()[0])

    def _execute(self, statement: Statement, values: dict[str, Any]) -> Any:
        sql, defaults = statement.compiled()
        return self._connection.execute(sql, {**defaults, **values} if defaults else values)
