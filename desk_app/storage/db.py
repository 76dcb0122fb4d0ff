"""Opens the encrypted file, hands out short transactions, and names what is wrong when the file cannot be used."""

from __future__ import annotations

from pathlib import Path

from desk_app.core.clock import Clock
from desk_app.core.paths import DataFolder
from desk_app.storage.keys import Keys


class Store:
    """One database file. Safe to use from any thread; every thread gets its own connection."""

    path: Path
    keys: Keys

    @classmethod
    def open(cls, folder: DataFolder, clock: Clock, *, writer: bool = True, os_key_store: bool = False) -> Store:
        """Open or create the file of `folder`, bring it to this program's shape and check it.

        `writer` takes the folder's lock for the life of the store; `writer=False` opens an existing file beside a
        running window for reading alone. `os_key_store` keeps the keys in the operating system's key store where
        there is one, else in files. Raises EnvironmentTrouble: store.in_use, store.newer, store.wrong_key,
        store.key_lost, store.damaged, store.read_only, store.disk_full, store.busy, store.missing (reading).
        """
        raise NotImplementedError

    def check(self) -> None:
        """Read the whole file and its keyed checksums; raises EnvironmentTrouble("store.damaged"). Seconds: own thread."""
        raise NotImplementedError

    def close(self) -> None:
        """Move the write-ahead log into the file, close every connection, release the lock."""
        raise NotImplementedError
