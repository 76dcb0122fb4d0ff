"""The one place that decides what a failure of the database file means to the people at the desk."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlcipher3 import dbapi2

from desk_app.core.errors import EnvironmentTrouble

DriverError = dbapi2.Error
"""Everything the driver raises; it is no kin of `sqlite3.Error`."""

# SQLite's primary result codes (https://sqlite.org/rescode.html); extended codes carry them in the low byte.
_CODES = {
    5: "store.busy",  # BUSY: another program held the file longer than our patience
    6: "store.busy",  # LOCKED
    8: "store.read_only",
    3: "store.read_only",  # PERM
    11: "store.damaged",  # CORRUPT
    13: "store.disk_full",
    14: "store.read_only",  # CANTOPEN: the folder cannot be entered or written
    23: "store.read_only",  # AUTH
    26: "store.damaged",  # NOTADB, once the key has fitted; opening says wrong_key itself
}
_IO_ERROR = 10
_NOT_A_DATABASE = 26
_ROOM_NEEDED = 1 << 20


def is_unreadable_from_the_start(error: Exception) -> bool:
    """Whether the first page did not decrypt: another key, or no database at all."""
    return _primary(error) == _NOT_A_DATABASE


def trouble(error: Exception, path: Path) -> EnvironmentTrouble | None:
    """What `error` of the driver means, or None where it is a fault of the program."""
    primary = _primary(error)
    code = _CODES.get(primary)
    if primary == _IO_ERROR:
        code = "store.disk_full" if _is_full(path) else "store.io_error"
    if code is None:
        return None
    return EnvironmentTrouble(code, path=str(path), reason=getattr(error, "sqlite_errorname", "") or str(error))


def _primary(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_NEEDED
    except OSError:
        return False
