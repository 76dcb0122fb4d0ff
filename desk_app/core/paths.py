"""Where the program finds its resources and keeps a hub's files, frozen or not."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

APP_NAME = "LinlihuiDesk"


def resource(*parts: str) -> Path:
    """A file shipped with the program, from a checkout, a wheel or a frozen bundle."""
    bundled = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent.parent
    roots = [Path(bundled) / "resources"] if bundled else [package.parent / "resources", package / "_resources"]
    for root in roots:
        if root.is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError(f"resources folder not found beside {package.name}")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One hub desk's folder: database, settings, keys, logs, backups. One program instance at a time uses it."""

    root: Path

    @classmethod
    def default(cls) -> DataFolder:
        return cls(user_data_path(APP_NAME, appauthor=False))

    @property
    def database(self) -> Path:
        return self.root / "desk.db"

    @property
    def settings(self) -> Path:
        return self.root / "desk.toml"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def lock(self) -> Path:
        return self.root / "desk.lock"
