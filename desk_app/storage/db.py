"""Opens the encrypted file, hands out short transactions, and closes it tidily."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk_app.core.clock import Clock
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.storage import keys as key_ring
from desk_app.storage import migrations
from desk_app.storage.keys import Keys, open_keys
from desk_app.storage.lock import FolderLock
from desk_app.storage.transaction import Transaction
from desk_app.storage.troubles import DriverError, is_unreadable_from_the_start, trouble

_LOG = logging.getLogger(__name__)
_PATIENCE_MS = 5_000
"""How long one writer waits for another. Every transaction here is short, so only a stuck program takes longer."""
_TOO_LONG_ON_SCREEN = 0.050
_CACHE_KIB = 16_000
_PAGE = 4096
_LOG_PAGES = 4_000
"""16 MB, some 200 check-ins: `tidy` comes long before, and commands that never call it still end with a small log."""
_CHECK_AT_ONCE = 8 << 20
"""Files up to this size are checked whole at each start (35 ms); larger ones in parts, and whole by `check`."""


class Store:
    """One database file. Safe to use from any thread: every transaction has a connection to itself."""

    def __init__(self, path: Path, keys: Keys, lock: FolderLock | None, *, may_write: bool) -> None:
        """Use `Store.open`; this only wires."""
        self.path = path
        self.keys = keys
        self.ui_thread: threading.Thread | None = None
        """Set by the window: transactions over 50 ms on this thread are written to the log."""
        self.revision = migrations.REVISIONS[-1]
        """The shape of an opened file; an opened store has no other."""
        self.upgraded_from = ""
        """The shape the file had before this program brought it up to date, after a backup; "" where it had none."""
        self._lock = lock
        self._may_write = may_write
        self._engine = _engine(path, keys.database, may_write=may_write)

    @classmethod
    def open(cls, folder: DataFolder, clock: Clock, *, writer: bool = True, os_key_store: bool = False) -> Store:
        """Open or create the file of `folder`, bring it to this program's shape and check it.

        `writer` takes the folder's lock for the life of the store; `writer=False` opens an existing file beside a
        running window for reading alone. `os_key_store` keeps new keys in the operating system's key store where
        there is one, else in a file. Raises EnvironmentTrouble: store.in_use, store.newer, store.wrong_key,
        store.key_lost, store.key_store_locked, store.damaged, store.read_only, store.disk_full, store.busy,
        store.io_error, store.lost (it stood here before), store.identity_key_changed, store.missing (reading),
        store.older (reading).
        """
        if not writer and not folder.database.exists() and not key_ring.database_stood(folder):
            raise EnvironmentTrouble("store.missing", path=str(folder.root))
        lock = FolderLock(folder.lock) if writer else None
        try:
            keys = open_keys(folder, key_ring.os_key_store() if os_key_store else None)
            _expect_what_stood(folder)
            store = cls(folder.database, keys, lock, may_write=writer)
            try:
                store._prepare(folder, clock)
            except BaseException:
                store._engine.dispose()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return store

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """One short writing transaction: committed at the end of the block, rolled back by any exception.

        Takes the write lock at once (BEGIN IMMEDIATE), so that what was read inside cannot change before the commit.
        """
        if not self._may_write:
            raise EnvironmentTrouble("store.read_only", path=str(self.path))
        with self._transaction("BEGIN IMMEDIATE") as transaction:
            yield transaction

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """One consistent look; never waits for a writer."""
        with self._transaction("BEGIN") as transaction:
            yield transaction

    def check(self) -> None:
        """Read the whole file and its keyed checksums; raises EnvironmentTrouble("store.damaged").

        About 8 s per GB: call it on a thread of its own.
        """
        with self._driver() as connection:
            _expect_sound(connection.execute("PRAGMA cipher_integrity_check").fetchall(), self.path)
            _expect_sound(connection.execute("PRAGMA integrity_check(3)").fetchall(), self.path)

    def tidy(self) -> None:
        """Move the write-ahead log into the file without keeping anybody waiting; for a thread of its own, each minute.

        Left to itself SQLite does this inside some commit, on the screen's thread: 5 to 150 ms, on a slow disk more.
        """
        with self._driver() as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def copy_to(self, target: Path) -> None:
        """An exact copy under the same key, taken beside running transactions; raises EnvironmentTrouble."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy = _connect(target, self.keys.database)
        try:
            with self._driver() as connection:
                connection.backup(copy, pages=-1)  # paged copies beside a writer never end
        finally:
            copy.close()

    @contextmanager
    def maintenance(self) -> Iterator[Any]:
        """The bare driver connection, for generators of test cities and technicians' questions; no use case."""
        with self._driver() as connection:
            yield connection

    def close(self) -> None:
        """Move the write-ahead log into the file, close every connection, release the lock."""
        if self._may_write:
            # A reader beside us may keep part of the log in use; the next start moves the rest.
            with suppress(EnvironmentTrouble), self._driver() as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Transaction]:
        with self._driver() as connection:
            started = time.perf_counter()
            connection.execute(begin)
            try:
                yield Transaction(connection)
                connection.execute("COMMIT")
            except BaseException:
                # A disk that is full has already rolled back; asking again is then an error of its own.
                with suppress(DriverError):
                    connection.execute("ROLLBACK")
                raise
            took = time.perf_counter() - started
        if took > _TOO_LONG_ON_SCREEN and threading.current_thread() is self.ui_thread:
            _LOG.warning("a transaction held the screen for %.0f ms", took * 1000)

    @contextmanager
    def _driver(self) -> Iterator[Any]:  # the driver has no types
        try:
            pooled = self._engine.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()
        except (DriverError, DBAPIError) as error:
            found = trouble(_original(error), self.path)
            if found is None:
                raise
            raise found from error

    def _prepare(self, folder: DataFolder, clock: Clock) -> None:
        revision = self._first_look()
        if revision is None and key_ring.database_stood(folder):
            raise EnvironmentTrouble("store.damaged", path=str(self.path))
        if revision is not None and revision not in migrations.REVISIONS:
            raise EnvironmentTrouble("store.newer", path=str(self.path), revision=revision)
        if revision != migrations.REVISIONS[-1]:
            if not self._may_write:
                raise EnvironmentTrouble("store.older", path=str(self.path), revision=revision or "")
            if revision is not None:
                self.copy_to(folder.backups / f"desk-before-{migrations.REVISIONS[-1]}-{clock.now():%Y%m%d-%H%M%S}.db")
            self._upgrade()
            self.upgraded_from = revision or ""
        self._check_quickly()
        self._expect_identity_key(folder)
        if self._may_write:
            key_ring.note_database(folder)

    def _expect_identity_key(self, folder: DataFolder) -> None:
        """With another key every card holder would be a stranger, and nobody would be told why."""
        with self._driver() as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = 'identity_key'").fetchone()
            if row is None and self._may_write:
                connection.execute("INSERT INTO meta VALUES ('identity_key', ?)", (self.keys.key_id,))
        if row is not None and row[0] != self.keys.key_id:
            raise EnvironmentTrouble("store.identity_key_changed", path=str(folder.keys))

    def _first_look(self) -> str | None:
        """The file's revision, None for a fresh file; tells a wrong key from everything else."""
        try:
            with self._engine.connect() as connection:
                named = connection.exec_driver_sql(
                    "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
                ).scalar()
                if not named:
                    return None
                revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
                return str(revision)
        except (DriverError, DBAPIError) as error:
            original = _original(error)
            if is_unreadable_from_the_start(original):
                size = self.path.stat().st_size
                code = "store.damaged" if size < _PAGE or size % _PAGE else "store.wrong_key"
                raise EnvironmentTrouble(code, path=str(self.path)) from error
            found = trouble(original, self.path)
            if found is None:
                raise
            raise found from error

    def _upgrade(self) -> None:
        try:
            with self._engine.connect() as connection, connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing by itself
                migrations.upgrade(connection)
        except (DriverError, DBAPIError) as error:
            found = trouble(_original(error), self.path)
            if found is None:
                raise
            raise found from error
        _narrow(self.path)

    def _check_quickly(self) -> None:
        small = self.path.stat().st_size <= _CHECK_AT_ONCE
        # The one page of `meta` and the newest pages of what a kill could have touched.
        pragmas = ["quick_check"] if small else ["quick_check('meta')", "quick_check('print_job')"]
        with self._driver() as connection:
            for pragma in pragmas:
                _expect_sound(connection.execute(f"PRAGMA {pragma}").fetchall(), self.path)
            for table, order in (("visit", "id"), ("outbox", "seq"), ("person", "key")):
                connection.execute(f"SELECT * FROM {table} ORDER BY {order} DESC LIMIT 20").fetchall()  # noqa: S608  (our own names)


def _expect_what_stood(folder: DataFolder) -> None:
    """A database that is gone or empty is said, never silently begun anew."""
    if not key_ring.database_stood(folder):
        return
    if not folder.database.exists():
        raise EnvironmentTrouble("store.lost", path=str(folder.root))
    if folder.database.stat().st_size == 0:
        raise EnvironmentTrouble("store.damaged", path=str(folder.database))


def _original(error: Exception) -> Exception:
    original = error.orig if isinstance(error, DBAPIError) else error
    return original if isinstance(original, Exception) else error


def _engine(path: Path, key: bytes, *, may_write: bool) -> Engine:
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key, may_write=may_write),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
        pool_use_lifo=True,  # the connection with the warm cache first
        pool_reset_on_return=None,  # `_transaction` has ended what it began
    )


def _connect(path: Path, key: bytes, *, may_write: bool = True) -> Any:
    # Autocommit: transactions are begun by name. Connections wander between threads, one at a time.
    connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=_PATIENCE_MS / 1000, cached_statements=256
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key prints on the terminal
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")  # raw: a passphrase costs 105 ms a connection
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # desks are switched off at the wall
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA temp_store = MEMORY")  # nothing sorted ever lies in a plain file
        if may_write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        else:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _expect_sound(rows: list[tuple[Any, ...]], path: Path) -> None:
    """`integrity_check` answers "ok", `cipher_integrity_check` nothing; anything else is damage."""
    if rows and rows[0][0] != "ok":
        raise EnvironmentTrouble("store.damaged", path=str(path), reason=str(rows[0][0]))


def _narrow(path: Path) -> None:
    with suppress(OSError):  # a folder on a file system without modes
        path.chmod(0o600)
