"""Puts folder, log, settings, store and use cases together, without Qt; ends them in reverse order."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from desk_app import __version__
from desk_app.core import config as desk_toml
from desk_app.core import log
from desk_app.core.clock import Clock, SystemClock
from desk_app.core.config import Config, ConfigProblem
from desk_app.core.errors import EnvironmentTrouble
from desk_app.core.paths import DataFolder
from desk_app.services.desk import Desk
from desk_app.services.desk import open_desk as desk_over
from desk_app.storage.db import Store

_log = logging.getLogger(__name__)


class Settings:
    """The settings in force, asked anew by every use case; the window replaces where they come from."""

    def __init__(self, config: Config) -> None:
        self.source: Callable[[], Config] = lambda: config

    def __call__(self) -> Config:
        return self.source()


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk at work over one data folder. `problems` are settings that could not be used."""

    folder: DataFolder
    desk: Desk
    store: Store
    clock: Clock
    settings: Settings
    problems: tuple[ConfigProblem, ...]

    @property
    def config(self) -> Config:
        """The settings in force."""
        return self.settings()


@contextmanager
def open_desk(
    folder: DataFolder, *, writer: bool, clock: Clock | None = None, os_key_store: bool = True
) -> Iterator[OpenDesk]:
    """Open the desk of `folder`; `writer` and `os_key_store` as in `Store.open`. Raises EnvironmentTrouble store.*.

    Only a writer keeps a log: it holds the folder's lock, so no second process ever turns the log file over.
    """
    clock = clock or SystemClock()
    with ExitStack() as closing:
        config, problems = desk_toml.load(folder.settings)
        store = Store.open(folder, clock, writer=writer, os_key_store=os_key_store)
        closing.callback(store.close)
        if writer:
            closing.callback(log.stop, _log_of(folder))
            _say_what_starts(store)
            closing.callback(_log.info, "desk ends")
        settings = Settings(config)
        yield OpenDesk(folder, desk_over(store, clock, settings), store, clock, settings, problems)


def _say_what_starts(store: Store) -> None:
    """What support asks first. A start without an end before it means that the desk was killed or the PC went off."""
    _log.info(
        "desk starts: version %s, schema %s, Python %s, %s",
        __version__,
        store.revision,
        platform.python_version(),
        platform.platform(terse=True),
    )
    if store.upgraded_from:
        _log.info("database kept as a backup and brought from schema %s to %s", store.upgraded_from, store.revision)


def _log_of(folder: DataFolder) -> logging.Handler:
    try:
        return log.start(folder.logs)
    except OSError as error:
        raise EnvironmentTrouble("store.read_only", path=str(folder.logs), reason=error.strerror) from error
