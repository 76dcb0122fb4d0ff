"""The log tells a technician what happened to the devices, and nobody who was here."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import __version__
from desk_app.app.desk import open_desk
from desk_app.app.journal import ReaderJournal, noting_printer
from desk_app.app.window import open_window
from desk_app.core import config as desk_toml
from desk_app.core.config import Config, PrinterSettings, ReaderSettings
from desk_app.devices.api import (
    CardAdvice,
    CardFound,
    CardNotRead,
    CardRead,
    CodeScanned,
    JobChanged,
    LinkChanged,
    LinkState,
    PrinterChanged,
    PrinterEvent,
    PrinterState,
    ReaderEvent,
)
from desk_app.devices.simulators.people import PEOPLE
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.printer import SimulatedPrinter
from desk_app.domain.people import NewPerson
from desk_app.domain.slips import PrintState
from desk_app.storage import migrations
from tests.commands.typed import reader_on
from tests.services.desks import fresh_folder, invented_card

ANYWHERE = "tcp://127.0.0.1:0"
BAD = CardNotRead(CardAdvice.PUT_AGAIN, "41")
READ = CardRead(invented_card())
UP = LinkChanged(LinkState.READY)


def test_a_session_is_told_from_start_to_end_without_its_people(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("a transaction held the screen")
    folder, who = fresh_folder(tmp_path), PEOPLE["resident"]
    with ExitStack() as devices:
        reader = devices.enter_context(reader_on(ANYWHERE))
        printer = devices.enter_context(SimulatedPrinter(open_port(ANYWHERE), tmp_path / "slips"))
        settings = ReaderSettings("sdt", reader.port.address), PrinterSettings("generic-80", printer.address)
        desk_toml.save(folder.settings, Config(reader=settings[0], printer=settings[1]))
        here = devices.enter_context(open_desk(folder, writer=True, os_key_store=False))
        window = devices.enter_context(open_window(here, qapp))
        window.show()
        bridge, desk = window.context.bridge, window.context.desk
        qtbot.waitUntil(lambda: bridge.link is LinkState.READY)
        reader.present(who)
        qtbot.waitUntil(lambda: desk.visits.occupancy().people == 1)
        desk.visits.check_in_new(NewPerson("测试来客", phone="13800000000"))
        window.context.devices.wake_printer()
        printer.wait_for_receipts(2)
        qtbot.waitUntil(lambda: desk.slips.unsettled() == ())
        tokens = [line.visit.token for line in desk.visits.day(desk.visits.in_house()[0].arrived_at.date())]
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    log = (folder.logs / "desk.log").read_text(encoding="utf-8")
    assert f"desk starts: version {__version__}, schema {migrations.REVISIONS[-1]}" in log
    for line in ("reader: sdt on", "reader: link.ready", "module gave its id", "printer: generic-80 by tcp"):
        assert line in log
    assert "printer: printer.ready" in log
    assert len(re.findall(r"print job [0-9a-f-]{36}: printed", log)) == 2
    assert log.rstrip().endswith("desk ends")
    card = who.card
    secrets = [card.name, card.number, card.number[-4:], card.address, "测试来客", "13800000000", *tokens]
    assert not [secret for secret in secrets if secret and secret in log]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([LinkChanged(LinkState.LOST, "EIO"), UP], ["reader: link.lost EIO", "reader: link.ready"]),
        ([BAD, BAD, BAD], ["reader: card not read, advice.put_again 41"]),
        ([BAD, READ, BAD], ["reader: card not read, advice.put_again 41"] * 2),
        ([CardFound(), READ, CardFound()], ["reader: the security module gave no id"]),
        ([READ, CodeScanned("TEST-CODE")], []),
    ],
    ids=["the line", "a bad card lying there", "another bad card", "the security module", "what people bring"],
)
def test_a_readers_log_says_each_thing_once(
    events: list[ReaderEvent], told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    passed: list[ReaderEvent] = []
    journal = ReaderJournal("reader", passed.append, lambda: "")
    with caplog.at_level("INFO"):
        for event in events:
            journal(event)
    assert [record.getMessage() for record in caplog.records] == told
    assert passed == events


def test_a_printers_log_says_its_states_and_how_jobs_end(caplog: pytest.LogCaptureFixture) -> None:
    job, passed = UUID(int=7), list[PrinterEvent]()
    events: list[PrinterEvent] = [
        PrinterChanged(PrinterState.PAPER_OUT),
        JobChanged(job, PrintState.QUEUED, "printer.paper_out"),
        JobChanged(job, PrintState.SENDING),
        JobChanged(job, PrintState.UNCERTAIN, "print.line_lost"),
    ]
    take = noting_printer(passed.append)
    with caplog.at_level("INFO"):
        for event in events:
            take(event)
    assert [record.getMessage() for record in caplog.records] == [
        "printer: printer.paper_out",
        f"print job {job}: uncertain print.line_lost",
    ]
    assert passed == events
