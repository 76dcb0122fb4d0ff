"""What `doctor` looks at: program, screen, folder, database, clock, ports, reader, printer. Changes nothing."""

from __future__ import annotations

import os
import platform
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from uuid import UUID

from desk_app.commands.words import sentence
from desk_app.core import config as desk_toml
from desk_app.core.clock import SHANGHAI, SystemClock
from desk_app.core.config import Config
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder, resource
from desk_app.devices.api import CAN_PRINT, LinkState, PrinterChanged, PrinterEvent, PrinterState
from desk_app.domain.slips import PrintJob, PrintState

_ROOM = 500 * 1024 * 1024
_NO_ROOM = 50 * 1024 * 1024
_PRINTER_SECONDS = 6.0
_QT_LIBRARIES = "libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3"


class State(StrEnum):
    """How bad it is; BROKEN alone makes the doctor fail."""

    OK = "ok"
    NOTE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor."""

    subject: str
    state: State
    text: str
    remedy: str = ""


def examine(folder: DataFolder) -> tuple[Finding, ...]:
    """Look at everything; a look that itself fails is a finding too."""
    config, problems = desk_toml.load(folder.settings)
    looks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("program", _program),
        ("screen", _screen),
        ("fonts", _fonts),
        ("folder", lambda: _folder(folder.root)),
        ("settings", lambda: _settings(problems)),
        ("database", lambda: _database(folder)),
        ("keys", _keys),
        ("clock", _clock),
        ("ports", _ports),
        ("reader", lambda: _reader(config)),
        ("printer", lambda: _printer(config)),
    )
    found: list[Finding] = []
    for subject, look in looks:
        try:
            found += look()
        except Exception as error:  # one broken part must not hide the others
            found.append(Finding(subject, State.BROKEN, f"{type(error).__name__}", "重新安装本程序 / install again"))
    return tuple(found)


def _program() -> Iterator[Finding]:
    python, qt = platform.python_version(), metadata.version("PySide6-Essentials")
    text = f"Python {python}, PySide6 {qt}, {platform.platform(terse=True)}"
    if sys.version_info < (3, 12) and qt == "6.12.0":
        remedy = "PySide6 6.12.0 在 Python 3.11 上会崩溃，请降级 / it crashes on Python 3.11: install PySide6 6.11.3"
        yield Finding("program", State.BROKEN, text, remedy)
    elif not (3, 11) <= sys.version_info[:2] <= (3, 13):
        yield Finding("program", State.NOTE, text, "只试过 Python 3.11–3.13 / tried on Python 3.11 to 3.13 only")
    else:
        yield Finding("program", State.OK, text)


def _screen() -> Iterator[Finding]:
    """Qt aborts the process where a library is missing, so another process tries."""
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if not getattr(sys, "frozen", False):
        environment = dict(os.environ) if has_screen else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        trial = "from PySide6.QtWidgets import QApplication; QApplication([])"
        done = subprocess.run([sys.executable, "-c", trial], env=environment, capture_output=True, check=False)
        if done.returncode != 0:
            remedy = (
                f"sudo apt-get install -y {_QT_LIBRARIES}" if sys.platform == "linux" else "重新安装 / install again"
            )
            yield Finding("screen", State.BROKEN, "Qt 不能启动 / Qt does not start", remedy)
            return
    if has_screen:
        yield Finding("screen", State.OK, "Qt 可以打开窗口 / Qt can open a window")
    else:
        yield Finding("screen", State.NOTE, "没有屏幕，只能后台运行 / no screen here: Qt works off screen only")


def _fonts() -> Iterator[Finding]:
    if any(resource("fonts").glob("NotoSansSC-*.ttf")):
        yield Finding("fonts", State.OK, "自带中文字体 / the program's own Chinese font")
    else:
        remedy = "重新安装本程序 / install again: resources/fonts is incomplete"
        yield Finding("fonts", State.BROKEN, "缺少中文字体 / the Chinese font is missing", remedy)


def _folder(root: Path) -> Iterator[Finding]:
    there = next(each for each in (root, *root.parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError:
        yield Finding("folder", State.BROKEN, str(root), sentence("store.read_only", {"path": there}))
        return
    free = shutil.disk_usage(there).free
    room = f"{root}（{free // 1024 // 1024} MB）"
    if free < _NO_ROOM:
        yield Finding("folder", State.BROKEN, room, sentence("store.disk_full"))
    elif free < _ROOM:
        yield Finding("folder", State.NOTE, room, "磁盘将满，请腾出空间 / the disk is nearly full: free some space")
    else:
        yield Finding("folder", State.OK, room)


def _settings(problems: tuple[desk_toml.ConfigProblem, ...]) -> Iterator[Finding]:
    for problem in problems:
        may = f"（{problem.allowed}）" if problem.allowed else ""
        remedy = f"已改用默认值，请在设置页改正{may} / the default is used: mend it on the settings page"
        yield Finding("settings", State.NOTE, f"{problem.place} = {problem.value}", remedy)
    if not problems:
        yield Finding("settings", State.OK, "没有无法使用的设置 / no setting is unusable")


def _database(folder: DataFolder) -> Iterator[Finding]:
    from desk_app.storage.db import Store  # 0.3 s

    if not folder.database.exists():
        yield Finding(
            "database", State.OK, "还没有，首次打开窗口时建立 / none yet: the first start of the window makes it"
        )
        return
    try:
        store = Store.open(folder, SystemClock(), writer=False, os_key_store=True)
        try:
            store.check()
        finally:
            store.close()
    except EnvironmentTrouble as trouble:
        yield Finding("database", State.BROKEN, trouble.code, sentence(trouble.code, trouble.params))
        return
    yield Finding("database", State.OK, "打得开，完整 / opens and is whole")


def _keys() -> Iterator[Finding]:
    from desk_app.storage.keys import os_key_store

    if os_key_store() is not None:
        yield Finding("keys", State.OK, "存于系统密钥库 / kept in the system's key store")
    else:
        text = (
            "系统没有密钥库，密钥存于只有本用户可读的文件 / no key store here: kept in a file only this user may read"
        )
        yield Finding("keys", State.NOTE, text)


def _clock() -> Iterator[Finding]:
    now = datetime.now(SHANGHAI)
    text = f"{now:%Y-%m-%d %H:%M:%S} 上海 / Shanghai"
    built = datetime(2026, 1, 1, tzinfo=SHANGHAI)
    if not built <= now <= built + timedelta(days=365 * 20):
        yield Finding("clock", State.BROKEN, text, "时间不对，请校准 / the time is wrong: set the PC's clock")
    elif datetime.now().astimezone().utcoffset() != now.utcoffset():
        remedy = "本机时区不是上海，程序仍按上海时间记录 / this PC is in another zone; the desk keeps Shanghai time"
        yield Finding("clock", State.NOTE, text, remedy)
    else:
        yield Finding("clock", State.OK, text)


def _ports() -> Iterator[Finding]:
    from desk_app.devices import discovery

    names = [each.port for each in discovery.ports()]
    yield Finding("ports", State.OK, ", ".join(names) or "没有串口 / no serial ports")
    for reader in discovery.usb_only_readers():
        text = f"USB {reader.vendor_id:04X}:{reader.product_id:04X} {reader.product}".rstrip()
        remedy = "这种读卡器不是串口，请换成串口型号 / this reader is no COM port: get its serial model"
        yield Finding("ports", State.NOTE, text, remedy)


def _reader(config: Config) -> Iterator[Finding]:
    from desk_app.devices.discovery import port_of, verify_reader

    settings = config.reader
    if settings is None:
        yield Finding(
            "reader",
            State.NOTE,
            "没有设置 / none is set up",
            "在设置页（F8）选择 / choose it on the settings page (F8)",
        )
        return
    port = port_of(settings.usb, settings.port)
    check = verify_reader(port, settings.model, settings.baudrate)
    said = sentence(check.state, {"port": port})
    if check.state is LinkState.READY:
        yield Finding("reader", State.OK, f"{port}: {said}")
    elif check.state is LinkState.PORT_BUSY:
        yield Finding(
            "reader", State.NOTE, port, "正在使用，多半是前台窗口 / in use, most likely by the desk's own window"
        )
    else:
        yield Finding("reader", State.BROKEN, port, said)


def _printer(config: Config) -> Iterator[Finding]:
    from desk_app.devices.printer_thread import PrinterThread
    from desk_app.devices.printers import printer_by_model

    settings = config.printer
    if settings is None:
        remedy = "没有小票机也能登记；需要时在设置页（F8）选择 / optional: choose it on the settings page (F8)"
        yield Finding("printer", State.NOTE, "没有设置 / none is set up", remedy)
        return
    events: queue.SimpleQueue[PrinterEvent] = queue.SimpleQueue()
    try:
        thread = PrinterThread(printer_by_model(settings.model), settings, _NoJobs(), events.put)
    except EnvironmentTrouble as trouble:
        yield Finding("printer", State.BROKEN, settings.url, sentence(trouble.code, trouble.params))
        return
    thread.start()
    try:
        event = events.get(timeout=_PRINTER_SECONDS)
        state = event.state if isinstance(event, PrinterChanged) else PrinterState.UNKNOWN
    except queue.Empty:
        state = PrinterState.SILENT
    finally:
        thread.stop()
    good = state in CAN_PRINT
    yield Finding("printer", State.OK if good else State.BROKEN, settings.url, "" if good else sentence(state))


class _NoJobs:
    """A spool without jobs: the doctor only asks how the printer is."""

    def next_job(self) -> PrintJob | None:
        return None

    def sending(self, job_id: UUID, data: bytes) -> None:
        """Never called: there are no jobs."""

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        """Never called."""

    def waiting(self, job_id: UUID, reason: str) -> None:
        """Never called."""
