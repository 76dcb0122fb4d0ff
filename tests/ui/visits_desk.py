"""A real desk over a real encrypted file, with a clock that the test moves and devices that only remember."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desk_app.core.config import Config, HubProfile
from desk_app.core.paths import DataFolder
from desk_app.devices.api import LinkChanged, LinkState
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.identity import DocumentKind, IdentityCard, check_character
from desk_app.domain.people import NewPerson
from desk_app.services.desk import Desk, open_desk
from desk_app.services.visits import Arrival
from desk_app.storage.db import Store
from desk_app.ui.bridge import Bridge
from desk_app.ui.context import Context, DeviceControl, SettingsBook
from desk_app.ui.tasks import TaskRunner
from desk_app.ui.theme import Look
from tests.ui.visits_samples import MORNING


@dataclass
class TestClock:
    """Stands at 09:41:07 on a Monday in Shanghai until moved."""

    __test__ = False
    at: datetime = MORNING
    ids: int = 0
    boot_id: str = "test"

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - MORNING).total_seconds()

    def new_id(self) -> UUID:
        self.ids += 1
        return UUID(int=(0x7000 << 64) | (0x8 << 60) | self.ids)

    def pass_(self, **time_passed: float) -> None:
        """Let time pass: `pass_(minutes=11)`."""
        self.at += timedelta(**time_passed)


@dataclass
class Heard:
    """Sounds, remembered."""

    sounds: list[str] = field(default_factory=list)

    def done(self) -> None:
        self.sounds.append("done")

    def look_here(self) -> None:
        self.sounds.append("look")


@dataclass
class Woken:
    """A printer thread that only counts how often it was called."""

    times: int = 0

    def wake_printer(self) -> None:
        self.times += 1


@dataclass
class TestDesk:
    """Everything a test of the check-in page reaches for."""

    __test__ = False
    context: Context
    clock: TestClock
    heard: Heard
    woken: Woken

    @property
    def desk(self) -> Desk:
        return self.context.desk

    @property
    def bridge(self) -> Bridge:
        return self.context.bridge

    def visitor(self, name: str, phone: str = "") -> Arrival:
        """Somebody known from before, already signed out."""
        arrival = self.desk.visits.check_in_new(NewPerson(name, phone=phone))
        self.desk.visits.sign_out(arrival.visit.id)
        return arrival

    def timetable(self, kind: ServiceKind, title: str, starts: time, ends: time) -> UUID:
        """An activity every day of the week."""
        activity = self.desk.activities.new_id()
        self.desk.activities.save(Activity(activity, kind, title, "活动室", frozenset(range(1, 8)), starts, ends))
        return activity


@contextmanager
def a_desk(folder: Path, app: QApplication, **hub: object) -> Iterator[TestDesk]:
    """A desk on an empty file in `folder`, reader ready."""
    for translator in app.findChildren(QTranslator):  # words of a test before; these tests read the English
        app.removeTranslator(translator)
    clock, heard, woken = TestClock(), Heard(), Woken()
    config = replace(Config(), hub=replace(HubProfile(), **hub))  # type: ignore[arg-type]  # fields named by the test
    store = Store.open(DataFolder(folder / "desk"), clock)
    book = SettingsBook(folder / "desk.toml", config)
    tasks = TaskRunner()
    bridge = Bridge()
    bridge.reader_state.emit(LinkChanged(LinkState.READY))
    desk = open_desk(store, clock, lambda: book.config)
    devices = cast("DeviceControl", woken)  # the page asks nothing else of them
    look = Look(app, config)
    try:
        yield TestDesk(Context(desk, clock, bridge, tasks, book, heard, devices, look), clock, heard, woken)
    finally:
        tasks.close()
        store.close()


def identity_card(name: str = "测试林桂芳", serial: int = 2, born: date = date(1954, 3, 2)) -> IdentityCard:
    """A woman's resident card with a true check digit; even serials are women's."""
    digits = f"310000{born:%Y%m%d}{serial:03d}"
    return IdentityCard(
        kind=DocumentKind.RESIDENT,
        name=name,
        sex_code="1" if serial % 2 else "2",
        number=digits + check_character(digits),
        birth_date=born,
    )
