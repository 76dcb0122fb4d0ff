"""The command line itself: help, refusals on one line, exit statuses, and never a traceback."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest

from desk_app.app.simulators import Simulator
from desk_app.commands import COMMANDS, devices_list, line, visits_list
from desk_app.commands.api import Complaint
from desk_app.core.errors import DeskError, EnvironmentTrouble
from tests.commands.typed import Type

NAMES = [command.name for command in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help(name: str, typed: Type) -> None:
    said = typed(*name.split(), "--help")
    assert (said.status, said.err) == (0, "")
    assert "--data-dir" in said.out


def test_the_help_at_the_top_names_every_group(typed: Type) -> None:
    said = typed("--help")
    assert all(name.split()[0] in said.out for name in NAMES)


def test_no_two_commands_share_a_name() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(
    "words",
    [
        ("card",),
        ("card", "read"),
        ("nonsense",),
        ("export", "daily"),
        ("visits", "list", "--date", "23/11/2026"),
        ("card", "read", "--port", "x", "--timeout", "never"),
        ("print", "test", "--printer", "x", "--paper", "70"),
        ("print", "test", "--printer", ""),
        ("card", "read", "--port", "x", "--baud", "-5"),
        ("card", "read", "--port", "x", "--baud", "0"),
        ("card", "watch", "--port", "x", "--baud", "9" * 5000),
        ("card", "watch", "--port", " "),
        ("simulate", "reader", "--baud", "fast"),
        ("--data-dir", ""),
        ("--data-dir", " ", "doctor"),
        ("visits", "list", "--data-dir", ""),
        ("export", "daily", "--out", ""),
        ("doctor", "\x1b[31m\n\x9bred"),
    ],
)
def test_what_is_mistyped_is_refused_on_one_line_that_names_the_help(words: tuple[str, ...], typed: Type) -> None:
    said = typed(*words)
    assert said.status == line.USAGE
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err
    assert "\x1b" not in said.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Complaint("no\n  such thing"), "no such thing"),
        (DeskError("card.check_digit"), "put it on again"),
        (EnvironmentTrouble("store.in_use", path="somewhere"), "close the desk's window"),
        (EnvironmentTrouble("store.unheard_of", path="somewhere"), "store.unheard_of"),
    ],
)
def test_a_failure_is_one_line_with_a_remedy(
    error: Exception, words: str, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(given: Namespace) -> int:
        raise error

    swap(monkeypatch, fail)
    said = typed("devices", "list")
    assert said.status == line.FAILED
    assert words in said.err
    assert said.err.count("\n") == 1


def test_a_bug_leaves_one_line_and_its_traceback_in_the_log(
    typed: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(given: Namespace) -> int:
        raise ZeroDivisionError("310000199001010010 stood here")

    swap(monkeypatch, fail)
    said = typed("devices", "list", "--data-dir", str(tmp_path))
    assert said.status == line.BUG
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    written = (tmp_path / "logs" / "desk.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert "310000199001010010" not in written
    assert caplog.records


@pytest.mark.parametrize(
    ("stop", "status"), [(KeyboardInterrupt, line.INTERRUPTED), (BrokenPipeError, line.BROKEN_PIPE)]
)
def test_being_stopped_is_silent(
    stop: type[BaseException], status: int, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(given: Namespace) -> int:
        raise stop

    swap(monkeypatch, fail)
    monkeypatch.setattr(line, "_leave_the_pipe", lambda: None)
    said = typed("devices", "list")
    assert (said.status, said.err) == (status, "")


def swap(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    """Let `devices list` do something else."""
    broken = type(devices_list.COMMAND)("devices list", "", devices_list.COMMAND.configure, run)  # type: ignore[arg-type]  # tests raise in any way
    monkeypatch.setattr(line, "COMMANDS", (broken, visits_list.COMMAND))


# ---- as a process ----


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desk_app", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_simulator_ends_cleanly_when_it_is_told_to(number: signal.Signals) -> None:
    with start("simulate", "scanner") as process:
        assert process.stdout is not None
        assert re.match(r'\{"port": "tcp://127\.0\.0\.1:\d+"', process.stdout.readline())
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither signal")
def test_a_card_read_that_is_killed_politely_says_nothing() -> None:
    with (
        Simulator("reader", "--port", "tcp://127.0.0.1:0") as reader,
        start("card", "read", "--port", reader.port, "--timeout", "60") as process,
    ):
        deadline = time.monotonic() + 30
        while not reader.do("state")["commands"]:  # once it was asked something, the command waits for a card
            assert time.monotonic() < deadline
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (line.TERMINATED, "", "")


def test_an_empty_data_dir_builds_no_desk_where_one_happens_to_stand(
    typed: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed("--data-dir", "")
    assert list(tmp_path.iterdir()) == []


def shell(line_: str, where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", line_.replace("desk-app", f"{sys.executable} -m desk_app"), "sh", str(where)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")


@FULL
@pytest.mark.parametrize("words", ["doctor", "doctor --json", "devices list --json"])
def test_output_onto_a_full_disk_is_one_line_and_no_success(words: str, tmp_path: Path) -> None:
    done = shell(f'desk-app --data-dir "$1" {words} > /dev/full', tmp_path)
    assert done.returncode == line.FAILED
    assert done.stderr.count("\n") == 1
    assert "free some space" in done.stderr


@FULL
def test_words_onto_a_full_disk_still_leave_their_status(tmp_path: Path) -> None:
    done = shell('desk-app visits list --data-dir "$1" 2> /dev/full', tmp_path / "none")
    assert (done.returncode, done.stdout) == (line.FAILED, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell on Windows")
@pytest.mark.parametrize(("closed", "status"), [(">&-", 0), ("2>&-", 0), ("<&-", 0), (">&- 2>&- <&-", 0)])
def test_a_closed_output_is_one_that_nobody_reads(closed: str, status: int, tmp_path: Path) -> None:
    done = shell(f'desk-app devices list --data-dir "$1" {closed}', tmp_path)
    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process")
def test_ctrl_c_while_the_program_is_still_being_loaded_is_silent(tmp_path: Path) -> None:
    """An import that never ends stands in for the slow disk; the interrupt comes when the main module has begun."""
    (tmp_path / "argparse.py").write_text("print('loading', flush=True)\nimport time\ntime.sleep(60)\n")
    told = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_module('desk_app', run_name='__main__')"
    with subprocess.Popen(
        [sys.executable, "-c", told, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "loading\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (line.INTERRUPTED, "")


def test_nobody_reading_the_output_is_no_crash() -> None:
    with start("doctor", "--json") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        process.wait(60)
    assert "Traceback" not in err
    assert process.returncode == line.BROKEN_PIPE


def test_json_is_utf8_even_where_the_console_is_not() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", "devices", "list"],
        capture_output=True,
        env=environment,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")
