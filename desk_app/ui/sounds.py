"""Two short sounds: one for done, one for "look here". Off by setting, silent where the PC has no player."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desk_app.core.paths import resource

Player = Callable[[Path], None]
"""Starts playing a WAV file and returns at once."""


class Sounds(Protocol):
    """What a page may let be heard."""

    def done(self) -> None:
        """An act succeeded."""
        ...

    def look_here(self) -> None:
        """Something on the screen needs eyes."""
        ...


class DeskSounds:
    """Sounds of this PC; `enabled` is asked at every sound, so a changed setting counts at once."""

    def __init__(self, player: Player, enabled: Callable[[], bool]) -> None:
        self._player = player
        self._enabled = enabled

    def done(self) -> None:
        self._play("done.wav")

    def look_here(self) -> None:
        self._play("look.wav")

    def _play(self, name: str) -> None:
        if self._enabled():
            self._player(resource("sounds", name))


def player_of_this_pc() -> Player:
    """The first player that exists here; Qt's own would need Multimedia, which Essentials does not carry."""
    if sys.platform == "win32":
        return _play_on_windows
    for program in ("pw-play", "paplay", "aplay"):
        path = shutil.which(program)
        if path:
            return _ProgramPlayer(path)
    return _no_sound


def _no_sound(path: Path) -> None:
    del path


def _play_on_windows(path: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)


class _ProgramPlayer:
    """Plays through a program; a sound that is still running when the next comes is left to end by itself."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._running: list[subprocess.Popen[bytes]] = []

    def __call__(self, path: Path) -> None:
        self._running = [process for process in self._running if process.poll() is None]
        self._running.append(
            subprocess.Popen([self._program, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
