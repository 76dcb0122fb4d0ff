"""Plays the day: sets the stage, runs the scenes, writes the workbook, and compares what was stored with the story."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path

from desk_app.app.desk import OpenDesk, open_desk
from desk_app.app.simulators import Simulator
from desk_app.app.window import application, open_window
from desk_app.commands import plain
from desk_app.commands.demo.scenes import SCENES
from desk_app.commands.demo.stage import Stage, StageClock, StoryBroke, expect
from desk_app.core import config as desk_toml
from desk_app.core.clock import SHANGHAI
from desk_app.core.config import Config, HubProfile, PrinterSettings, ReaderSettings, ScannerSettings, VisitSettings
from desk_app.core.paths import DataFolder
from desk_app.devices.simulators.people import PEOPLE
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.visits import Departure, Purpose
from desk_app.reports import daily_visits, workbook

__all__ = ["StoryBroke", "play"]

DAY = datetime(2026, 11, 23, 8, 25, tzinfo=SHANGHAI)
"""A Monday, as on the design's pictures."""
_EARLIER_MONDAYS = (datetime(2026, 11, 9, 9, 2, tzinfo=SHANGHAI), datetime(2026, 11, 16, 9, 11, tzinfo=SHANGHAI))
_EVE = datetime(2026, 11, 22, 14, 0, tzinfo=SHANGHAI)
_LINE_SPEED = "115200"


def play(out: Path) -> None:
    """Play the whole day into `out`. Raises StoryBroke where something did not come as it must, OSError for `out`."""
    begun = time.monotonic()
    _clear(out)
    slips = out / "slips"
    with tempfile.TemporaryDirectory(prefix="desk-day-") as home:
        folder = DataFolder(Path(home) / "hub")
        with _devices(slips) as (reader, printer, scanner):
            config = Config(
                hub=HubProfile(),
                visits=VisitSettings(card_left_seconds=2),  # the story has no five seconds to spare
                reader=ReaderSettings("sdt", reader.port),
                printer=PrinterSettings("generic-80", printer.port),
                scanner=ScannerSettings(scanner.port),
            )
            desk_toml.save(folder.settings, config)
            clock = StageClock(_EARLIER_MONDAYS[0])
            with open_desk(folder, writer=True, clock=clock, os_key_store=False) as here:
                _earlier_weeks(here, clock)
                clock.move_to(DAY)
                with open_window(here, application()) as window:
                    window.resize(1366, 768)
                    window.show()
                    stage = Stage(clock, here.desk, window, reader, printer, scanner, out)
                    _run_scenes(stage)
                    _settle_accounts(stage, here, _write_workbook(stage, here))
            expect(not _numbers_in(Path(home), out), "an identity number reached the disk")
    pictures, seconds = len(list(out.glob("*.png"))), time.monotonic() - begun
    slips_out = stage.ledger.slips
    plain.put(
        f"完成，用时 {seconds:.0f} 秒：{pictures} 张屏幕图片、{slips_out} 张小票和工作簿在 {out}",
        f"Done in {seconds:.0f} s: {pictures} pictures, {slips_out} slips and the workbook are in {out}",
    )


def _clear(out: Path) -> None:
    """Make `out` and remove what an earlier day left there, and nothing else."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), *out.glob("*_工作日志.xlsx")):
        old.unlink()
    shutil.rmtree(out / "slips", ignore_errors=True)


@contextmanager
def _devices(slips: Path) -> Iterator[tuple[Simulator, Simulator, Simulator]]:
    """Three processes at the far ends of three lines, a pseudo-terminal among them where the system has any."""
    anywhere = "tcp://127.0.0.1:0"
    serial = anywhere if sys.platform == "win32" else "pty"
    with ExitStack() as running:
        yield (
            running.enter_context(Simulator("reader", "--port", anywhere, "--baud", _LINE_SPEED)),
            running.enter_context(Simulator("printer", "--port", anywhere, "--out", str(slips))),
            running.enter_context(Simulator("scanner", "--port", serial)),
        )


def _earlier_weeks(here: OpenDesk, clock: StageClock) -> None:
    """What the hub knew before: a timetable, a regular visitor, a neighbour who needs a step-free way.

    Done by the same use cases; the slips of those days were never printed and are dropped, so that this day is alone.
    """
    desk = here.desk
    for when in _EARLIER_MONDAYS:
        clock.move_to(when)
        arrival = desk.visits.tap_card(PEOPLE["elder"].card).arrival
        if arrival is None:
            raise StoryBroke("an earlier visit was not taken")
        desk.visits.change_purpose(arrival.visit.id, Purpose(ServiceKind.ELDERLY))
        desk.visits.sign_out(arrival.visit.id)
    clock.move_to(_EVE)
    calligraphy = Activity(
        desk.activities.new_id(),
        ServiceKind.CULTURE_SPORTS,
        "书法班",
        "书画室",
        frozenset({1}),
        time_of_day(9, 30),
        time_of_day(11),
    )
    desk.activities.save(calligraphy)
    for kind, title, place, begins, ends in (
        (ServiceKind.PARENT_CHILD, "亲子绘本", "亲子阅览室", time_of_day(10, 30), time_of_day(11, 30)),
        (ServiceKind.LEGAL, "社区律师", "议事厅", time_of_day(10), time_of_day(11, 30)),
        (ServiceKind.EDUCATION, "智能手机课", "多功能室", time_of_day(14), time_of_day(15, 30)),
    ):
        desk.activities.save(Activity(desk.activities.new_id(), kind, title, place, frozenset({1}), begins, ends))
    member = desk.visits.tap_card(PEOPLE["minority"].card).arrival
    neighbour = desk.visits.check_in_new(
        NewPerson("测试海娜", Sex.FEMALE, AgeBand.B70_79, phone="0000", needs_step_free=True)
    )
    if member is None or member.visit.person_id is None:
        raise StoryBroke("an earlier visit was not taken")
    desk.activities.enrol(calligraphy.id, member.visit.person_id)
    for arrival in (member, neighbour):
        desk.visits.sign_out(arrival.visit.id)
    while (job := desk.slips.next_job()) is not None:
        desk.slips.drop(job.id)


def _run_scenes(stage: Stage) -> None:
    for scene in SCENES:
        try:
            scene(stage)
        except StoryBroke:
            stage.picture(f"broke-off-in-{scene.__name__}")
            raise


def _write_workbook(stage: Stage, here: OpenDesk) -> Path:
    hub = here.config.hub
    path = stage.out / daily_visits.file_name(hub, stage.today)
    workbook.write(daily_visits.build(here.desk, hub, stage.today), path)
    stage.say("当日工作簿已写好", "the day's workbook is written")
    return path


def _settle_accounts(stage: Stage, here: OpenDesk, book: Path) -> None:
    """The store, the printer and the workbook must say what the story says."""
    ledger = stage.ledger
    day = [line.visit for line in here.desk.visits.day(stage.today)]
    counted = [visit for visit in day if visit.undone_at is None]
    here.store.check()
    facts = (
        ("visits stored", len(counted), ledger.visits),
        ("people stored", sum(visit.head_count for visit in counted), ledger.heads),
        ("check-ins taken back", len(day) - len(counted), ledger.undone),
        (
            "estimated departures",
            sum(visit.departure is Departure.ESTIMATED for visit in counted),
            ledger.estimated,
        ),
        ("people still inside", here.desk.visits.occupancy().people, ledger.inside),
        ("slips on paper", stage.printed(), ledger.slips),
        ("slips in doubt", len(here.desk.slips.unsettled()), 0),
        ("people in the workbook", workbook.total(book, "接待统计"), ledger.heads),
    )
    for name, found, told in facts:
        expect(found == told, f"{name}: {found}, the story says {told}")
    stage.say(
        f"核对一致：{ledger.visits} 次登记、{ledger.heads} 人次、撤销 {ledger.undone}、估计 {ledger.estimated}、"
        f"小票 {ledger.slips}",
        f"accounts agree: {ledger.visits} visits, {ledger.heads} people, {ledger.undone} undone, "
        f"{ledger.estimated} estimated, {ledger.slips} slips",
    )


def _numbers_in(*folders: Path) -> list[str]:
    """Files in which a full identity number of the story stands, as ASCII or UTF-16."""
    numbers = [person.card.number for person in PEOPLE.values()]
    needles = [number.encode(how) for number in numbers if number for how in ("ascii", "utf-16-le")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]
