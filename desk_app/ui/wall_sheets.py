"""Today's and this week's sheet for the wall, saved as PDF or handed to the office printer, for any page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desk_app.core.clock import hub_day
from desk_app.core.errors import EnvironmentTrouble
from desk_app.domain.bookings.slots import Slot
from desk_app.reports.paper import Paper
from desk_app.ui.context import Context

_PRINT_SECONDS = 30


class SheetKind(StrEnum):
    """What the sheet tells."""

    DAY = "day"
    WEEK = "week"


class WallSheets(QObject):
    """Gathers on the UI thread, draws on a task thread. UI thread."""

    made = Signal(object)
    """Path: the PDF is there."""
    printed = Signal(object)
    """Path: the PDF went to the printer, or was opened where this PC has no way to print by itself."""
    failed = Signal(object)
    """EnvironmentTrouble."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.hand_over: Callable[[Path], bool] = hand_to_printer

    def file_name(self, kind: SheetKind) -> str:
        """20261123_今日场地安排.pdf"""
        return f"{self._today():%Y%m%d}_{'今日' if kind is SheetKind.DAY else '本周'}场地安排.pdf"

    def save(self, kind: SheetKind, paper: Paper, path: Path) -> None:
        """Draw and write to `path`; `made` or `failed` follows."""
        self._run(kind, paper, path, self.made.emit)

    def print_out(self, kind: SheetKind, paper: Paper) -> None:
        """Draw and hand to the printer of this PC; `printed` or `failed` follows."""
        folder = Path(tempfile.mkdtemp(prefix="linlihui-"))
        self._run(kind, paper, folder / self.file_name(kind), self._drawn_to_print)

    def _today(self) -> date:
        return hub_day(self._context.clock.now())

    def _run(self, kind: SheetKind, paper: Paper, path: Path, done: Callable[[Path], None]) -> None:
        try:
            work = self._gather(kind, paper, path)
        except EnvironmentTrouble as trouble:
            self.failed.emit(trouble)
            return
        self._context.tasks.run(self, work, done, self._not_made)

    def _gather(self, kind: SheetKind, paper: Paper, path: Path) -> Callable[[], Path]:
        desk, now = self._context.desk, self._context.clock.now()
        hub, today = self._context.settings.config.hub, self._today()
        rooms = tuple(room for room in desk.rooms.list() if room.in_service)
        monday = today - timedelta(days=today.weekday())
        week = Slot(datetime.combine(monday, time.min), datetime.combine(monday + timedelta(days=7), time.min))
        bookings = desk.bookings.day(today) if kind is SheetKind.DAY else desk.bookings.between(week)
        calendar = desk.rooms.calendar()

        def draw() -> Path:
            from desk_app.reports import room_poster  # a tenth of a second that only who makes a poster pays

            if kind is SheetKind.DAY:
                content = room_poster.day_poster(hub, rooms, bookings, today, now, paper)
            else:
                content = room_poster.week_poster(hub, rooms, bookings, today, now, paper, calendar)
            write_whole(path, content)
            return path

        return draw

    def _drawn_to_print(self, path: Path) -> None:
        self._context.tasks.run(self, partial(self.hand_over, path), partial(self._handed_over, path), self._not_made)

    def _handed_over(self, path: Path, taken: bool) -> None:
        if not taken:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.printed.emit(path)

    def _not_made(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentTrouble):
            raise error
        self.failed.emit(error)


def write_whole(path: Path, content: bytes) -> None:
    """Write beside `path`, then rename over it. EnvironmentTrouble export.folder_missing, export.not_writable."""
    if not path.parent.is_dir():
        raise EnvironmentTrouble("export.folder_missing", path=str(path.parent))
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise EnvironmentTrouble("export.not_writable", path=str(path), reason=error.strerror) from error


def hand_to_printer(path: Path) -> bool:
    """Send a PDF to this PC's own printer; False where that cannot be done without somebody looking at it.

    Blocks: call it on a task thread.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path, "print")  # noqa: S606  (our own file, with the program Windows has for PDF)
        except OSError:
            return False
        return True
    command = shutil.which("lp")
    if command is None:
        return False
    try:
        sent = subprocess.run([command, "--", str(path)], capture_output=True, timeout=_PRINT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return sent.returncode == 0
