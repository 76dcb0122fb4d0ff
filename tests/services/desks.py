"""A desk to try things at: real encrypted store in a scratch folder, a clock that stands still, invented people."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import UUID

from desk_app.core.clock import SHANGHAI
from desk_app.core.config import Config
from desk_app.core.paths import DataFolder
from desk_app.domain.identity import DocumentKind, IdentityCard, check_character, sex_in
from desk_app.services.desk import Desk, open_desk
from desk_app.storage.db import Store

MONDAY_NINE = datetime(2026, 11, 23, 9, 0, tzinfo=SHANGHAI).astimezone(UTC)


@dataclass
class StillClock:
    """Now is what the test says; ids count up and stay in order."""

    at: datetime = MONDAY_NINE
    boot_id: str = "boot"
    ids: int = field(default=0)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - MONDAY_NINE).total_seconds() + 1_000

    def new_id(self) -> UUID:
        self.ids += 1
        return UUID(int=(int(MONDAY_NINE.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62) | self.ids)

    def go(self, **by: float) -> None:
        """Let time pass: `clock.go(minutes=10)`."""
        self.at += timedelta(**by)


@dataclass
class Settings:
    """The settings as the desk asks for them; a test may replace them between two acts."""

    config: Config = field(default_factory=Config)

    def __call__(self) -> Config:
        return self.config

    def set(self, section: str, **values: object) -> None:
        changed: Any = replace(getattr(self.config, section), **values)
        self.config = replace(self.config, **{section: changed})


@dataclass
class Hub:
    """An opened desk and everything a test turns at it."""

    folder: DataFolder
    store: Store
    clock: StillClock
    settings: Settings
    desk: Desk

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What lies in the file, past every use case."""
        with self.store.maintenance() as connection:
            found: list[tuple[Any, ...]] = connection.execute(sql, values).fetchall()
            return found

    def outbox(self) -> list[str]:
        return [kind for (kind,) in self.rows("SELECT kind FROM outbox ORDER BY seq")]


@cache
def _template() -> Path:
    """One empty store per test run; every test works on a copy, since migrating costs 60 ms."""
    folder = Path(mkdtemp(prefix="desk-template-"))
    Store.open(DataFolder(folder), StillClock()).close()
    return folder


def fresh_folder(root: Path) -> DataFolder:
    """A data folder with an empty store of the present shape and its keys."""
    folder = root / "hub"
    shutil.copytree(_template(), folder)
    return DataFolder(folder)


@contextmanager
def opened(folder: DataFolder, clock: StillClock | None = None, settings: Settings | None = None) -> Iterator[Hub]:
    clock, settings = clock or StillClock(), settings or Settings()
    store = Store.open(folder, clock)
    try:
        yield Hub(folder, store, clock, settings, open_desk(store, clock, settings))
    finally:
        store.close()


def invented_number(serial: int = 1, born: date = date(1949, 12, 31)) -> str:
    """A number with a right check digit of an area that was never given to anybody."""
    digits = f"310000{born:%Y%m%d}{serial:03d}"
    return digits + check_character(digits)


def invented_card(serial: int = 1, name: str = "测试甲", born: date = date(1949, 12, 31)) -> IdentityCard:
    number = invented_number(serial, born)
    return IdentityCard(
        kind=DocumentKind.RESIDENT,
        name=name,
        sex_code=sex_in(number).value,
        number=number,
        birth_date=born,
        ethnic_code="01",
        address="上海市测试区虚构路一千零一弄九号",
        issuer="上海市公安局测试分局",
        newest_address="上海市测试区虚构路二千零二弄八号",
    )
