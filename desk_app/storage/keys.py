"""The desk's three secrets: the key of the database file, of the fingerprints and of the slip tokens.

They live in the operating system's key store, else in one file that its owner alone may read. On Windows that file
is guarded by the access list of the user's profile folder, since POSIX modes mean nothing there; the key store
(Credential Manager) is therefore the rule on Windows. Losing a key is never answered with a new one while there is
a database: the old file would be unreadable and returning visitors strangers.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
import secrets
import stat
import sys
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder

_LOG = logging.getLogger(__name__)
_NAMES = ("database", "identity", "token")
_BYTES = 32
_SERVICE = "LinlihuiDesk"
_STANDS = "desk.stands"
_WHAT_FOR = (
    "desk.db was made with the keys in this folder. As long as this note is here, the desk does not begin a new one: "
    "bring desk.db back from a backup, or move the whole data folder away to begin empty.\n"
)


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """Secrets in memory. Its repr is silent, so that no log or traceback can tell them."""

    database: bytes
    identity: bytes
    token: bytes

    def __repr__(self) -> str:
        return "<Keys>"

    @property
    def key_id(self) -> str:
        """Names the fingerprint key without telling it; stored beside each fingerprint for a later rotation."""
        return hashlib.sha256(b"linlihui key id\x00" + self.identity).hexdigest()[:8]

    def fingerprint(self, kind: str, number: str) -> bytes:
        """Recognises a returning holder of `number` (normalised) without keeping it: HMAC-SHA-256, hub key.

        A plain hash would fall in minutes: only some 10 ** 11 numbers are plausible (sync notes, section 8).
        """
        return hmac.digest(self.identity, f"{kind}\x00{number}".encode(), "sha256")


class KeyStore(Protocol):
    """A place outside the data folder that keeps one secret text per name."""

    def read(self, name: str) -> str | None: ...

    def write(self, name: str, secret: str) -> None: ...


class OsKeyStore:
    """Secret Service or Windows Credential Manager through keyring."""

    def read(self, name: str) -> str | None:
        import keyring

        return keyring.get_password(_SERVICE, name)

    def write(self, name: str, secret: str) -> None:
        import keyring

        keyring.set_password(_SERVICE, name, secret)


def os_key_store() -> KeyStore | None:
    """The system's key store where there is a usable one, else None.

    Without a session bus nothing is imported or asked: keyring costs 60 ms and D-Bus may wait half a minute.
    """
    if sys.platform.startswith("linux") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    import keyring
    import keyring.errors

    store = OsKeyStore()
    try:
        # Back ends that keep nothing, or keep it readable, have priorities below 1.
        if keyring.get_keyring().priority < 1:
            return None
        store.read("probe")
    except (keyring.errors.KeyringError, RuntimeError, OSError) as error:
        _LOG.info("no usable key store: %s", type(error).__name__)
        return None
    return store


def open_keys(folder: DataFolder, system: KeyStore | None = None) -> Keys:
    """The keys of `folder`, made on the first start, before there is a database.

    `system` is where new keys go; None keeps them in a file. Raises EnvironmentTrouble("store.key_lost") where a
    database exists without its keys, ("store.key_store_locked") where the key store that has them does not answer,
    ("store.read_only") where the folder refuses.
    """
    place = folder.keys / "desk.json"
    noted = _read_note(place)
    if noted is not None:
        found = _from_note(noted, system)
        if found is not None:
            return found
    if folder.database.exists():
        raise EnvironmentTrouble("store.key_lost", path=str(folder.keys))
    return _make(place, system)


def database_stood(folder: DataFolder) -> bool:
    """Whether a database was ever finished under these keys, so that none is missing by right."""
    return (folder.keys / _STANDS).exists()


def note_database(folder: DataFolder) -> None:
    """Write down that the database stands. Between the keys and this note a first start may break off and begin again.

    Raises EnvironmentTrouble("store.read_only").
    """
    if database_stood(folder):
        return
    try:
        (folder.keys / _STANDS).write_text(_WHAT_FOR, encoding="utf-8")
    except OSError as error:
        raise EnvironmentTrouble("store.read_only", path=str(folder.keys), reason=error.strerror) from error


def _read_note(place: Path) -> dict[str, str] | None:
    try:
        text = place.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    except OSError as error:
        raise EnvironmentTrouble("store.read_only", path=str(place.parent), reason=error.strerror) from error
    _warn_if_others_may_read(place)
    try:
        noted = json.loads(text)
    except ValueError:
        return None
    return noted if isinstance(noted, dict) else None


def _warn_if_others_may_read(place: Path) -> None:
    if sys.platform == "win32" or not stat.S_IMODE(place.stat().st_mode) & 0o077:
        return
    try:
        place.chmod(0o600)
    except OSError:
        _LOG.warning("the key file is readable by others and cannot be changed")
    else:
        _LOG.warning("the key file was readable by others; access narrowed to its owner")


def _from_note(noted: dict[str, str], system: KeyStore | None) -> Keys | None:
    if noted.get("kept") != "system":
        return _parse(noted)
    source = system or os_key_store()
    if source is None:
        raise EnvironmentTrouble("store.key_store_locked")
    try:
        text = source.read(noted.get("entry", ""))
    except Exception as error:  # every back end has its own exceptions; whichever, the store did not answer
        raise EnvironmentTrouble("store.key_store_locked", reason=type(error).__name__) from error
    try:
        return _parse(json.loads(text)) if text else None
    except ValueError:
        return None


def _parse(values: dict[str, str]) -> Keys | None:
    try:
        found = [bytes.fromhex(values[name]) for name in _NAMES]
    except (KeyError, TypeError, ValueError):
        return None
    return Keys(*found) if all(len(key) == _BYTES for key in found) else None


def _make(place: Path, system: KeyStore | None) -> Keys:
    keys = Keys(*(secrets.token_bytes(_BYTES) for _ in _NAMES))
    values = {name: getattr(keys, name).hex() for name in _NAMES}
    if system is None:
        _write_private(place, {"kept": "file"} | values)
        return keys
    entry = uuid.uuid4().hex
    try:
        system.write(entry, json.dumps(values))
        kept = system.read(entry) == json.dumps(values)
    except Exception as error:  # as above; a key store that cannot keep the keys is as good as none
        _LOG.warning("the key store refused the keys (%s); they are kept in a file", type(error).__name__)
        kept = False
    _write_private(place, {"kept": "system", "entry": entry} if kept else {"kept": "file"} | values)
    return keys


def _write_private(place: Path, values: dict[str, str]) -> None:
    """Whole or not at all, on the disk before the database that needs it, readable by its owner alone."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if sys.platform != "win32":
            place.parent.chmod(0o700)
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=".keys-")  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(values, file)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(place)
        if sys.platform != "win32":
            directory = os.open(place.parent, os.O_RDONLY)
            os.fsync(directory)
            os.close(directory)
    except OSError as error:
        raise EnvironmentTrouble("store.read_only", path=str(place.parent), reason=error.strerror) from error
