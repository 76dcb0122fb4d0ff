"""A screen beside a room's door as a program of its own: it reads the hub's file beside the running desk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk_app.app.desk import OpenDesk, open_desk
from desk_app.app.window import application, quitting_on_signals
from desk_app.core.clock import Clock
from desk_app.core.errors import DeskError
from desk_app.core.paths import DataFolder
from desk_app.domain.bookings.rooms import Room
from desk_app.services.desk import Desk
from desk_app.ui.bridge import Bridge
from desk_app.ui.context import SettingsBook
from desk_app.ui.door_screen import DoorScreen
from desk_app.ui.language import Language
from desk_app.ui.theme import Look


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """A desk without devices: what the screen reads from."""

    desk: Desk
    clock: Clock
    bridge: Bridge
    look: Look
    settings: SettingsBook


def run_door(folder: DataFolder, room: str, clock: Clock | None = None) -> int:
    """Show the door screen of the room of this name until it is closed; returns the exit status.

    Raises DeskError("room.unknown", name=, names=) and EnvironmentTrouble (store.*, screen.missing).
    """
    with open_desk(folder, writer=False, clock=clock) as here:
        which = named(here.desk, room)
        app = application()
        with open_door_screen(here, app, which) as screen:
            screen.showFullScreen()
            with quitting_on_signals(app):
                return int(app.exec())


def named(desk: Desk, name: str) -> Room:
    """The room in service of this name. DeskError("room.unknown", name=, names=)."""
    rooms = [room for room in desk.rooms.list() if room.in_service]
    found = next((room for room in rooms if room.name == name.strip()), None)
    if found is None:
        raise DeskError("room.unknown", field="room", name=name, names="、".join(room.name for room in rooms))
    return found


@contextmanager
def open_door_screen(here: OpenDesk, app: QApplication, room: Room) -> Iterator[DoorScreen]:
    """The screen over `here`, not yet shown; the program ends when it is closed."""
    here.store.ui_thread = threading.current_thread()
    life = QObject()
    book = SettingsBook(here.folder.settings, here.config, life)
    look, language = Look(app, book.config), Language(app, book.config)
    at_the_door = AtTheDoor(here.desk, here.clock, Bridge(life), look, book)
    screen = DoorScreen(at_the_door, room.id)
    try:
        yield screen
    finally:
        if shiboken6.isValid(screen):  # it deletes itself when somebody closes it
            screen.close()
        look.deleteLater()
        language.deleteLater()
        life.deleteLater()
