"""One writer per data folder; the lock dies with its holder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.core.errors import EnvironmentTrouble
from desk_app.storage.lock import FolderLock

_HOLDER = """
import sys
from pathlib import Path
from desk_app.storage.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    place = tmp_path / "hub" / "desk.lock"
    with FolderLock(place), pytest.raises(EnvironmentTrouble, match=r"store\.in_use"):
        FolderLock(place)
    lock = FolderLock(place)
    lock.release()
    lock.release()


def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    place = tmp_path / "desk.lock"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(EnvironmentTrouble, match=r"store\.in_use"):
            FolderLock(place)
        holder.kill()
        holder.wait()
        FolderLock(place).release()
