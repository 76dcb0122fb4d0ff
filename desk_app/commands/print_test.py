"""`print test`: one test slip to one printer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from desk_app.commands import options, plain
from desk_app.commands.api import Command, Complaint
from desk_app.commands.words import sentence
from desk_app.core import config as desk_toml
from desk_app.core.clock import SystemClock
from desk_app.core.config import PrinterSettings
from desk_app.core.paths import DataFolder
from desk_app.devices.printers import PRINTERS
from desk_app.domain.slips import PrintState

_BY_PAPER = {58: "generic-58", 80: "generic-80"}


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--printer",
        type=options.address,
        required=True,
        metavar="URL",
        help="tcp://host:9100, serial:COM4?baud=115200, usb:VID:PID, windows:NAME, file:PATH",
    )
    parser.add_argument("--model", choices=[model.id for model in PRINTERS], help="printer model (by the paper)")
    parser.add_argument("--paper", type=int, choices=sorted(_BY_PAPER), default=80, help="width in mm (80)")


def _run(given: Namespace) -> int:
    from desk_app.app.trial import try_printer

    config, _ = desk_toml.load(DataFolder(given.data_dir).settings)
    settings = PrinterSettings(given.model or _BY_PAPER[given.paper], given.printer)
    tried = try_printer(settings, config, SystemClock())
    if tried.reason:
        raise Complaint(sentence(tried.reason, {"where": given.printer}))
    unsure = tried.job is PrintState.SENT_UNCONFIRMED
    plain.put(sentence("print.sent_unconfirmed" if unsure else "print.done"))
    return 0


COMMAND = Command("print test", "print a test slip", _configure, _run)
