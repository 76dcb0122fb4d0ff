"""Sees to it that one program at a time writes to a data folder; the lock dies with the process that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from desk_app.core.errors import EnvironmentTrouble

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held by the window and by every command that writes (`card watch --check-in`); readers do not need it."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; raises EnvironmentTrouble("store.in_use") where another program holds it."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise EnvironmentTrouble("store.read_only", path=str(path.parent), reason=error.strerror) from error
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            self._handle = None
            raise EnvironmentTrouble("store.in_use", path=str(path.parent)) from error

    def release(self) -> None:
        """Let the next program in; a second call does nothing. The empty file stays: removing it would race."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> FolderLock:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()
