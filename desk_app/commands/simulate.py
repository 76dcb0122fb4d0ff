"""`simulate reader|printer|scanner`: a device that is a port, told what to do on stdin or over its control channel."""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
import threading
import time
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from desk_app.commands import options, plain
from desk_app.commands.api import Command, Complaint
from desk_app.devices.readers import READERS

_LYING_SECONDS = 3.0
"""How long a card of `--cycle` lies on the reader."""
_SAMPLE_CODE = "SAMPLE-0000"
_ARGUMENTS = {"present": "person", "scan": "text"}


def _add_port(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--port", default="tcp://127.0.0.1:0", metavar="WHERE", help="tcp://127.0.0.1:0, pty or pty:/path/of/link"
    )
    parser.add_argument(
        "--baud", type=options.pace, default=0, metavar="N", help="pace the line to this speed (0: not)"
    )
    parser.add_argument("--control", default="127.0.0.1:0", metavar="HOST:PORT", help="where to take commands")
    # For the program that started us: its end closes our stdin, even when it was killed.
    parser.add_argument("--with-parent", action="store_true", help=SUPPRESS)


def _add_reader(parser: ArgumentParser) -> None:
    _add_port(parser)
    models = [family.model for family in READERS]
    parser.add_argument("--model", choices=models, default=models[0], help=f"what to be ({models[0]})")
    parser.add_argument("--find-stays", action="store_true", help="keep finding a card that was read, as some do")
    parser.add_argument("--card", metavar="PERSON", help="put this card on at the start, e.g. resident")
    parser.add_argument(
        "--cycle", type=options.seconds, metavar="S", help="put on another person's card every S seconds"
    )


def _add_printer(parser: ArgumentParser) -> None:
    from desk_app.devices.printers import PRINTERS

    _add_port(parser)
    models = [model.id for model in PRINTERS]
    parser.add_argument("--model", choices=models, default="generic-80", help="what to be (generic-80)")
    parser.add_argument(
        "--out", type=options.path, default=Path("receipts"), metavar="DIR", help="where slips come out"
    )


def _add_scanner(parser: ArgumentParser) -> None:
    _add_port(parser)
    parser.add_argument(
        "--suffix", choices=["cr", "lf", "crlf", "none", "eot"], default="crlf", help="what ends a line"
    )
    parser.add_argument("--cycle", type=options.seconds, metavar="S", help="scan a sample code every S seconds")


def _reader(given: Namespace) -> int:
    from desk_app.devices.simulators.reader import run_reader

    def play(control: str) -> None:
        if given.card:
            _tell(control, "present", person=given.card)
        if given.cycle:
            _change_cards(control, given.cycle)

    return _serve(
        given,
        lambda announce: run_reader(
            given.port,
            model=given.model,
            baudrate=given.baud,
            control=given.control,
            find_stays=given.find_stays,
            announce=announce,
        ),
        play,
    )


def _printer(given: Namespace) -> int:
    from desk_app.devices.simulators.printer import serve

    try:
        given.out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=given.out):
            pass
    except OSError as error:
        raise Complaint(
            f"文件夹 {given.out} 不可写（{error.strerror}），请改用别的 --out / slips cannot be put into {given.out} "
            f"({error.strerror}): choose another --out"
        ) from error
    return _serve(
        given,
        lambda announce: serve(
            given.port, given.out, announce, control=given.control, model=given.model, baudrate=given.baud
        ),
    )


def _scanner(given: Namespace) -> int:
    from desk_app.devices.simulators.scanner import run_scanner

    def play(control: str) -> None:
        while given.cycle:
            time.sleep(given.cycle)
            _tell(control, "scan", text=_SAMPLE_CODE)

    return _serve(
        given,
        lambda announce: run_scanner(
            given.port, baudrate=given.baud, suffix=given.suffix, control=given.control, announce=announce
        ),
        play,
    )


def _serve(
    given: Namespace, run: Callable[[Callable[[str], None]], None], play: Callable[[str], None] | None = None
) -> int:
    """Run a simulator on this thread; once it has announced itself, obey stdin and play on threads of their own."""

    def announce(line: str) -> None:
        plain.put(line)
        control = str(json.loads(line)["control"])
        threading.Thread(
            target=_obey_stdin, args=(control, given.with_parent), name="simulator-stdin", daemon=True
        ).start()
        if play is not None:
            threading.Thread(target=play, args=(control,), name="simulator-play", daemon=True).start()

    try:
        run(announce)
    except ValueError as error:
        raise Complaint(f"端口写法不支持 {given.port} / {error}") from error
    except OSError as error:
        raise Complaint(
            f"端口 {given.port} 或 {given.control} 不可用 / cannot listen: {error.strerror}; choose port 0"
        ) from error
    return 0


def _obey_stdin(control: str, with_parent: bool) -> None:
    """`present elder`, `scan TEXT`, `lift`, `paper_out` …, or the JSON of the control channel, one command a line."""
    for line in sys.stdin:
        what, _, rest = line.strip().partition(" ")
        if what.startswith("{"):
            try:
                arguments = json.loads(line)
                _tell(control, **arguments)
            except (ValueError, TypeError) as error:
                plain.warn(f"no command: {error}")
        elif what:
            _tell(control, what, **({_ARGUMENTS[what]: rest} if what in _ARGUMENTS else {}))
    if with_parent:
        _tell(control, "quit")


def _tell(control: str, do: str, **arguments: object) -> None:
    from desk_app.devices.simulators.control import ControlClient

    try:
        with ControlClient(control) as strings:
            answer: object = strings.do(do, **arguments)
    except (OSError, ValueError) as error:
        answer = str(error)
    plain.warn(str(answer))


def _change_cards(control: str, pause: float) -> None:
    from desk_app.devices.simulators.people import PEOPLE

    for name in itertools.cycle(PEOPLE):
        time.sleep(pause)
        _tell(control, "present", person=name)
        time.sleep(_LYING_SECONDS)
        _tell(control, "lift")


COMMANDS = (
    Command("simulate reader", "be a card reader", _add_reader, _reader, until_stopped=True),
    Command("simulate printer", "be a slip printer", _add_printer, _printer, until_stopped=True),
    Command("simulate scanner", "be a barcode scanner", _add_scanner, _scanner, until_stopped=True),
)
