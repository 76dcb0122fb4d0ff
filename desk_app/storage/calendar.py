"""Imported years of the holiday calendar in the file; the years the program brings along are not stored."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from desk_app.domain.calendar import YearTable
from desk_app.storage import rooms
from desk_app.storage.tables import holiday, holiday_year
from desk_app.storage.transaction import Statement, Transaction
from desk_app.storage.values import to_micros

_YEARS = Statement(select(holiday_year.c.year, holiday_year.c.basis).order_by(holiday_year.c.year))
_DAYS = Statement(select(*holiday.c).order_by(holiday.c.day))
_FORGET_DAYS = Statement(delete(holiday).where(holiday.c.year == bindparam("which")))
_ADD_DAYS = Statement(insert(holiday))
_upsert = insert(holiday_year)
_SAVE_YEAR = Statement(
    _upsert.on_conflict_do_update(
        index_elements=[holiday_year.c.year],
        set_={"basis": _upsert.excluded.basis, "imported_at": _upsert.excluded.imported_at},
    )
)


def years(transaction: Transaction) -> list[YearTable]:
    """Every imported year, oldest first."""
    off: defaultdict[int, dict[date, str]] = defaultdict(dict)
    worked: defaultdict[int, dict[date, str]] = defaultdict(dict)
    for year, day, is_worked, name in transaction.all(_DAYS):
        (worked if is_worked else off)[year][date.fromisoformat(day)] = name
    return [YearTable(year, off[year], worked[year], basis) for year, basis in transaction.all(_YEARS)]


def save_year(transaction: Transaction, table: YearTable, at: datetime) -> None:
    """Keep it instead of whatever was imported for that year before."""
    transaction.run(_SAVE_YEAR, year=table.year, basis=table.basis, imported_at=to_micros(at))
    transaction.run(_FORGET_DAYS, which=table.year)
    rows = [
        {"year": table.year, "day": day.isoformat(), "worked": is_worked, "name": name}
        for is_worked, days in ((0, table.off), (1, table.worked))
        for day, name in days.items()
    ]
    if rows:
        transaction.run_many(_ADD_DAYS, rows)
    rooms.new_version(transaction)
