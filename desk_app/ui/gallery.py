"""Pictures of every page in its states, for eyes: `python -m desk_app.ui.gallery FOLDER`.

The windows, the store and the use cases are real; the people are invented and the clock stands on a Monday morning.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from desk_app.core.clock import hub_day
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings, ScannerSettings
from desk_app.core.paths import DataFolder
from desk_app.devices.api import CardRead, LinkChanged, LinkState, PrinterChanged, PrinterState
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.identity import DocumentKind, IdentityCard, check_character
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.slips import PrintState
from desk_app.domain.visits import NewGroup, Purpose
from desk_app.services.desk import Desk, open_desk
from desk_app.storage.db import Store
from desk_app.ui.bridge import Bridge
from desk_app.ui.context import (
    Context,
    DeviceKind,
    ModelChoice,
    PortFound,
    PrinterTest,
    ReaderTest,
    ScannerTest,
    SettingsBook,
)
from desk_app.ui.gallery_room_settings import ROOM_SETTINGS_SCENES
from desk_app.ui.gallery_rooms import BOOKING_SCENES, furnish
from desk_app.ui.language import Language
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.state import Section
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.state import Panel
from desk_app.ui.tasks import TaskRunner
from desk_app.ui.theme import Look

SIZE = (1366, 768)
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""08:30 in Shanghai, when the house opens."""
VARIANTS = (("zh", "zh_CN", False), ("large", "zh_CN", True), ("en", "en", False), ("en-large", "en", True))


@dataclass
class StillClock:
    """Stands where it was put."""

    at: datetime = MORNING
    ids: int = 0
    boot_id: str = "gallery"

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - MORNING).total_seconds()

    def new_id(self) -> UUID:
        self.ids += 1
        return UUID(int=(0x7000 << 64) | (0x8 << 60) | self.ids)


class NoSounds:
    """Pictures are silent."""

    def done(self) -> None:
        pass

    def look_here(self) -> None:
        pass


@dataclass
class PictureDevices:
    """Devices that answer at once and the same every time."""

    restarts: int = 0
    found: dict[DeviceKind, tuple[PortFound, ...]] = field(
        default_factory=lambda: {
            DeviceKind.READER: (
                PortFound("COM3", "USB-SERIAL CH340", "1A86:7523:", ("sdt",)),
                PortFound("", "IDCard Reader", "0400:C35A:", hid_only=True),
                PortFound("simulator:reader", "", models=("sdt",), simulated=True),
            ),
            DeviceKind.PRINTER: (PortFound("simulator:printer", "", models=("generic-80",), simulated=True),),
            DeviceKind.SCANNER: (PortFound("simulator:scanner", "", simulated=True),),
        }
    )

    def models(self, kind: DeviceKind) -> tuple[ModelChoice, ...]:
        return {
            DeviceKind.READER: (ModelChoice("sdt", "二代证读卡器（SDT/SAM）"), ModelChoice("uid", "邻里汇卡读卡器")),
            DeviceKind.PRINTER: (ModelChoice("generic-80", "80 mm 热敏打印机"),),
            DeviceKind.SCANNER: (),
        }[kind]

    def ports(self, kind: DeviceKind) -> tuple[PortFound, ...]:
        return self.found[kind]

    def test_reader(self, settings: ReaderSettings, seconds: float) -> ReaderTest:
        del settings, seconds
        return ReaderTest(LinkState.READY, masked_name="测**")

    def test_printer(self, settings: PrinterSettings) -> PrinterTest:
        del settings
        return PrinterTest(PrinterState.PAPER_OUT, "printer.paper_out")

    def test_scanner(self, settings: ScannerSettings, seconds: float) -> ScannerTest:
        del settings, seconds
        return ScannerTest(LinkState.READY)

    def simulate(self, kind: DeviceKind) -> str:
        return f"simulator:{kind}"

    def restart(self) -> None:
        self.restarts += 1

    def wake_printer(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """A desk in the middle of a morning, with its window."""

    app: QApplication
    clock: StillClock
    context: Context
    language: Language
    window: MainWindow

    def settle(self, milliseconds: int = 400) -> None:
        """Let the event loop run until tasks have answered and layouts are done."""
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


@contextmanager
def sample_desk(app: QApplication, folder: Path, config: Config | None = None) -> Iterator[SampleDesk]:
    """A desk over a fresh file in `folder`, a morning of invented visits in it, its window shown."""
    clock = StillClock()
    config = config or Config(hub=HubProfile(phone="021-64000000"), printer=PrinterSettings("generic-80", "COM9"))
    store = Store.open(DataFolder(folder / "data"), clock)
    book = SettingsBook(folder / "desk.toml", config)
    desk = open_desk(store, clock, lambda: book.config)
    fill(desk, clock)
    bridge, tasks = Bridge(), TaskRunner()
    look, language = Look(app, config), Language(app, config)
    book.changed.connect(look.follow)
    book.changed.connect(language.follow)
    context = Context(desk, clock, bridge, tasks, book, NoSounds(), PictureDevices(), look)
    bridge.reader_event(LinkChanged(LinkState.READY))
    bridge.printer_event(PrinterChanged(PrinterState.READY))
    window = MainWindow(context, app, folder / "window.ini")
    window.resize(*SIZE)
    window.show()
    try:
        yield SampleDesk(app, clock, context, language, window)
    finally:
        window.close()
        window.deleteLater()
        tasks.close()
        store.close()
        look.deleteLater()
        language.use("en")  # leaves no translator behind
        language.deleteLater()
        app.processEvents()


def card_of(name: str = "测试林桂芳", born: date = date(1954, 3, 2), serial: int = 2) -> IdentityCard:
    """An invented resident's card; even serials are women's, the area code belongs to nobody."""
    digits = f"310000{born:%Y%m%d}{serial:03d}"
    return IdentityCard(
        kind=DocumentKind.RESIDENT,
        name=name,
        sex_code="1" if serial % 2 else "2",
        number=digits + check_character(digits),
        birth_date=born,
    )


def fill(desk: Desk, clock: StillClock) -> None:
    """Rooms and bookings, a week's timetable and a morning's visits."""
    furnish(desk, clock)
    for kind, title, place, starts in (
        (ServiceKind.CULTURE_SPORTS, "书法班", "书画室", time(9, 30)),
        (ServiceKind.LEGAL, "社区律师接待", "议事厅", time(10, 0)),
        (ServiceKind.PARENT_CHILD, "亲子绘本", "亲子活动室", time(9, 30)),
        (ServiceKind.EDUCATION, "智能手机课", "亲子活动室", time(14, 0)),
        (ServiceKind.HEALTH, "量血压", "健康小屋", time(9, 0)),
    ):
        ends = (datetime.combine(date.min, starts) + timedelta(hours=1, minutes=30)).time()
        desk.activities.save(Activity(desk.activities.new_id(), kind, title, place, frozenset({1, 3}), starts, ends))
    names = ("测试何", "测试徐阿宝", "测试吴美", "测试周", "测试孙德", "测试赵小满", "测试李", "测试王秀英", "测试陈")
    kinds = tuple(ServiceKind)
    for order, name in enumerate(names):
        clock.at += timedelta(minutes=7)
        arrival = desk.visits.check_in_new(NewPerson(name, needs_step_free=order == 3))
        desk.visits.change_purpose(arrival.visit.id, Purpose(kinds[(order * 4) % 9]))
        if order in (0, 5):
            clock.at += timedelta(minutes=1)
            desk.visits.sign_out(arrival.visit.id)
    party = {AgeBand.B0_5: 6, AgeBand.B18_44: 8}
    desk.visits.check_in_group(NewGroup("测试亲子绘本", party, Purpose(ServiceKind.PARENT_CHILD)))
    desk.visits.count_one()
    clock.at = MORNING + timedelta(minutes=71)


def leave_slips_unsettled(desk: Desk) -> None:
    """One slip nobody knows about, one that waits for paper."""
    job = desk.slips.next_job()
    if job is not None:
        desk.slips.sending(job.id, b"")
        desk.slips.finished(job.id, PrintState.UNCERTAIN, "print.line_lost")
    waiting = desk.slips.next_job()
    if waiting is not None:
        desk.slips.waiting(waiting.id, PrinterState.PAPER_OUT.value)


# ---- scenes ------------------------------------------------------------------------------------------------------


def _visits(sample: SampleDesk) -> VisitsPage:
    sample.window.show_page("visits")
    page = sample.window.page
    if not isinstance(page, VisitsPage):
        raise TypeError(type(page).__name__)
    return page


def _settings(sample: SampleDesk, section: Section) -> SettingsPage:
    sample.window.show_page("settings")
    page = sample.window.page
    if not isinstance(page, SettingsPage):
        raise TypeError(type(page).__name__)
    page.model.open_section(section)
    return page


def visits_resting(sample: SampleDesk) -> None:
    """Nobody stands at the desk."""
    _visits(sample)


def visits_checked_in(sample: SampleDesk) -> None:
    """A card was tapped a moment ago."""
    _visits(sample)
    sample.context.bridge.reader_event(CardRead(card_of()))


def visits_amend(sample: SampleDesk) -> None:
    """What the desk knows of the person in the middle is mended."""
    _visits(sample).model.amend()


def visits_search(sample: SampleDesk) -> None:
    """Somebody types initials."""
    _visits(sample)
    sample.window.focus_search()
    box = sample.window.top_bar.search_box
    box.setText("cs")
    box.textEdited.emit("cs")


def visits_newcomer(sample: SampleDesk) -> None:
    """A visitor without a card is taken down."""
    sample.window.top_bar.search_box.clear()
    _visits(sample).model.open(Panel.NEWCOMER)


def visits_group(sample: SampleDesk) -> None:
    """A group is counted."""
    _visits(sample).model.open(Panel.GROUP)


def visits_closing(sample: SampleDesk) -> None:
    """The list at closing time."""
    _visits(sample).model.open(Panel.CLOSING)


def visits_roll_call(sample: SampleDesk) -> None:
    """The roll is called."""
    _visits(sample).model.call_the_roll()


def visits_idle(sample: SampleDesk) -> None:
    """Nobody touched the desk for a while, and the printer ran out of paper."""
    page = _visits(sample)
    page.model.leave_panel()
    page.hide_names(True)
    sample.context.bridge.printer_event(PrinterChanged(PrinterState.PAPER_OUT))


def today(sample: SampleDesk) -> None:
    """The day's list."""
    sample.window.page.hide_names(False)
    sample.context.bridge.printer_event(PrinterChanged(PrinterState.READY))
    sample.window.show_page("today")


def today_slips(sample: SampleDesk) -> None:
    """Slips wait for an answer."""
    leave_slips_unsettled(sample.context.desk)
    sample.context.bridge.changed("slips")


def settings_hub(sample: SampleDesk) -> None:
    """A refusal beside its field."""
    page = _settings(sample, Section.HUB)
    page.model.edit("hub", "closes", "07:00")
    page.model.save()


def settings_devices(sample: SampleDesk) -> None:
    """A reader that works, a printer without paper."""
    page = _settings(sample, Section.DEVICES)
    page.model.discard()
    sample.settle(100)
    for kind, port in ((DeviceKind.READER, "COM3"), (DeviceKind.PRINTER, "tcp://192.168.1.50:9100")):
        model = page.device_models[kind]
        model.choose_port(port)
        model.choose_model(model.state.models[0].id)
        model.test()


def settings_rules(sample: SampleDesk) -> None:
    """Rules and look."""
    _settings(sample, Section.RULES)


def settings_timetable(sample: SampleDesk) -> None:
    """An activity is being changed."""
    page = _settings(sample, Section.TIMETABLE)
    page.model.choose_activity(page.model.state.timetable[0].id)


SCENES: tuple[Callable[[SampleDesk], None], ...] = (
    visits_resting,
    visits_checked_in,
    visits_amend,
    visits_search,
    visits_newcomer,
    visits_group,
    visits_closing,
    visits_roll_call,
    visits_idle,
    today,
    today_slips,
    *BOOKING_SCENES,
    settings_hub,
    settings_devices,
    settings_rules,
    settings_timetable,
    *ROOM_SETTINGS_SCENES,
)
"""Played in this order in one window, as a receptionist would."""


def paint(app: QApplication, out: Path, variants: tuple[tuple[str, str, bool], ...] = VARIANTS) -> int:
    """Save every scene in every variant as PNG in `out`; return how many."""
    out.mkdir(parents=True, exist_ok=True)
    painted = 0
    for variant, language, large in variants:
        with tempfile.TemporaryDirectory() as folder, sample_desk(app, Path(folder)) as sample:
            book = sample.context.settings
            look = replace(book.config.look, language=language, large_text=large)
            book.change(replace(book.config, look=look))
            for scene in SCENES:
                scene(sample)
                sample.settle()
                sample.window.resize(*SIZE)
                sample.window.grab().save(str(out / f"{scene.__name__}-{variant}.png"))
                painted += 1
    return painted


def main(folder: str) -> None:
    """Paint into `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    painted = paint(app, Path(folder))
    sys.stdout.write(f"{painted} pictures of {hub_day(MORNING)} in {folder}\n")


if __name__ == "__main__":
    main(sys.argv[1])
