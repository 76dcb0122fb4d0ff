"""Puts the window together over an open desk, runs it, and takes it apart again: threads, pages, devices."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desk_app.app.desk import OpenDesk, open_desk
from desk_app.app.devices import Devices
from desk_app.core import config as desk_toml
from desk_app.core.clock import Clock
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.ui import messages
from desk_app.ui.bridge import Bridge
from desk_app.ui.collector import Collector
from desk_app.ui.context import Context, SettingsBook
from desk_app.ui.crash import CrashDesk
from desk_app.ui.language import Language
from desk_app.ui.main_window import MainWindow
from desk_app.ui.sounds import DeskSounds, player_of_this_pc
from desk_app.ui.tasks import TaskRunner
from desk_app.ui.theme import Look

_log = logging.getLogger(__name__)
_AFTER_FIRST_PAINT_MS = 50
"""Opening devices and reading the file through would hold up the first screen by 0.3 s."""
_TIDY_EVERY_MS = 60_000
_TURN_SECONDS = 0.0005
"""While the printer's thread draws a slip, the screen waits up to one turn at each of its dozen database calls; with
Python's own 5 ms a tap beside a busy thread took 73 ms at p95 instead of 44."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_SCREEN = frozenset({"offscreen", "minimal"})


def run_window(folder: DataFolder, clock: Clock | None = None) -> int:
    """Open the desk of `folder`, show its window until it is closed, and return the exit status.

    Raises EnvironmentTrouble where the desk cannot open, after saying so in a dialog where there is a screen.
    """
    app = application()
    try:
        with open_desk(folder, writer=True, clock=clock) as here, open_window(here, app) as window:
            window.show()
            with _quitting_on_signals(app):
                return int(app.exec())
    except EnvironmentTrouble as trouble:
        _say_at_once(app, folder, trouble)
        raise


def application() -> QApplication:
    """The one QApplication of this process. Raises EnvironmentTrouble("screen.missing"), where Qt would abort."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise EnvironmentTrouble("screen.missing")
    QApplication.setApplicationName("Linlihui Desk")
    QApplication.setDesktopFileName("linlihui-desk")
    return QApplication(sys.argv[:1])


@contextmanager
def open_window(here: OpenDesk, app: QApplication) -> Iterator[MainWindow]:
    """The window over `here`, not yet shown, with its devices running; everything ends with the block."""
    here.store.ui_thread = threading.current_thread()
    left_mid_job = here.desk.slips.recover()
    life = QObject()
    collector = Collector(life)
    book = SettingsBook(here.folder.settings, here.config, life, problems=here.problems)
    here.settings.source = lambda: book.config
    look, language = Look(app, book.config), Language(app, book.config)
    book.changed.connect(look.follow)
    book.changed.connect(language.follow)
    bridge, tasks = Bridge(life), TaskRunner(life)
    devices = Devices(
        here.settings,
        here.desk.slips,
        bridge,
        here.clock,
        here.folder.root / "practice-slips",
        broke_off=left_mid_job > 0,
    )
    sounds = DeskSounds(player_of_this_pc(), lambda: book.config.look.sounds)
    for problem in here.problems:
        _log.warning("setting %s cannot be used: %s", problem.place, problem.value)
    context = Context(here.desk, here.clock, bridge, tasks, book, sounds, devices, look)
    crash = CrashDesk(here.folder.logs, life)
    crash.install()
    window = _undressed(app, lambda: MainWindow(context, app, here.folder.root / "window.ini"))
    unsound = partial(_unsound, bridge, crash)
    later, tidying = QTimer(life), QTimer(life)
    later.setSingleShot(True)
    turns = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        later.timeout.connect(collector.start)
        later.timeout.connect(devices.start)
        for work in (here.desk.people.warm, here.store.check):
            later.timeout.connect(partial(tasks.run, life, work, _sound, unsound))
        tidying.timeout.connect(partial(tasks.run, life, here.store.tidy, _sound, unsound))
        later.start(_AFTER_FIRST_PAINT_MS)
        tidying.start(_TIDY_EVERY_MS)
        yield window
    finally:
        sys.setswitchinterval(turns)
        later.stop()
        tidying.stop()
        window.close()
        tasks.close()
        devices.close()
        collector.close()
        window.deleteLater()
        crash.uninstall()
        life.deleteLater()


def _undressed(app: QApplication, build: Callable[[], MainWindow]) -> MainWindow:
    """Build without the style sheet and dress the whole at once: 0.14 s instead of 0.37 s."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    window = build()
    app.setStyleSheet(sheet)
    return window


def _sound(nothing: None) -> None:
    """All is well: nothing to say."""
    del nothing


def _unsound(bridge: Bridge, crash: CrashDesk, error: Exception) -> None:
    if isinstance(error, EnvironmentTrouble):
        _log.error("store: %s", error)
        bridge.store_trouble(error)
    else:
        crash.report(error)


def _say_at_once(app: QApplication, folder: DataFolder, trouble: EnvironmentTrouble) -> None:
    """The desk could not open; a receptionist who clicked an icon sees no terminal."""
    if QGuiApplication.platformName() in _NO_SCREEN:
        return
    config, _ = desk_toml.load(folder.settings)
    Look(app, config)
    Language(app, config)
    QMessageBox.critical(None, config.hub.formal_name, messages.trouble(trouble))


@contextmanager
def _quitting_on_signals(app: QApplication) -> Iterator[None]:
    """Ctrl+C and SIGTERM close the window like its button; the clock in the top bar lets Python see them."""

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        app.quit()

    before = {which: signal.signal(which, end) for which in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)
