"""What a page may use, in one frozen bundle, and the settings book that remembers what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desk_app.core import config as desk_toml
from desk_app.core.clock import Clock
from desk_app.core.config import Config, ConfigProblem, PrinterSettings, ReaderSettings, ScannerSettings
from desk_app.devices.api import CardAdvice, LinkState, PrinterState
from desk_app.services.desk import Desk
from desk_app.ui.bridge import Bridge
from desk_app.ui.sounds import Sounds
from desk_app.ui.tasks import TaskRunner
from desk_app.ui.theme import Look


class DeviceKind(StrEnum):
    """What a port may lead to."""

    READER = "reader"
    PRINTER = "printer"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class PortFound:
    """A place where a device may be: what to store (`port`), what to show, and what it is likely to be.

    `models` are ids of readers the adapter is known to sit behind, likeliest first. `usb` is `VID:PID:SERIAL`.
    `hid_only` marks a reader that is plugged in but is no serial port; it can be named, not used.
    """

    port: str
    title: str
    usb: str = ""
    models: tuple[str, ...] = ()
    hid_only: bool = False
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A driver the desk ships: its id in the settings and the name people know it by."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReaderTest:
    """How a try of a reader ended. `masked_name` or `uid` says what was read; nothing of it is stored."""

    link: LinkState
    advice: CardAdvice | None = None
    masked_name: str = ""
    uid: str = ""

    @property
    def passed(self) -> bool:
        """Whether a card was really read."""
        return bool(self.masked_name or self.uid)


@dataclass(frozen=True, slots=True)
class PrinterTest:
    """How a test slip ended; `reason` is the code of what went wrong, "" when it left for the printer."""

    state: PrinterState
    reason: str = ""

    @property
    def passed(self) -> bool:
        """Whether the slip was sent whole."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class ScannerTest:
    """How a try of a serial scanner ended; `length` counts the characters of the code, which itself is not kept."""

    link: LinkState
    length: int = 0

    @property
    def passed(self) -> bool:
        """Whether a code arrived."""
        return self.length > 0


class DeviceControl(Protocol):
    """What the screens may ask of the device threads; the app implements it.

    `ports`, `simulate` and everything named `test_…` block: call them through the TaskRunner.
    """

    def models(self, kind: DeviceKind) -> tuple[ModelChoice, ...]:
        """The drivers to choose from; none for scanners."""
        ...

    def ports(self, kind: DeviceKind) -> tuple[PortFound, ...]:
        """Ports found now, simulators last (`simulated=True`)."""
        ...

    def test_reader(self, settings: ReaderSettings, seconds: float) -> ReaderTest:
        """Wait up to `seconds` for one card on this port; the desk's own reader is paused meanwhile."""
        ...

    def test_printer(self, settings: PrinterSettings) -> PrinterTest:
        """Send a test slip to this printer, outside the spool."""
        ...

    def test_scanner(self, settings: ScannerSettings, seconds: float) -> ScannerTest:
        """Wait up to `seconds` for one code on this port; the desk's own scanner is paused meanwhile."""
        ...

    def simulate(self, kind: DeviceKind) -> str:
        """Start the shipped simulator if it is not running; return the port or URL to store for it."""
        ...

    def restart(self) -> None:
        """Close the devices and open them again with the settings as they now stand. Returns at once."""
        ...

    def wake_printer(self) -> None:
        """Let the printer thread look at the spool now. Returns at once."""
        ...


class SettingsBook(QObject):
    """The settings as they stand. Lives in the UI thread; `config` may be read from any."""

    changed = Signal(object)
    """Config: the settings after a change."""

    def __init__(
        self,
        path: Path,
        config: Config,
        parent: QObject | None = None,
        *,
        problems: tuple[ConfigProblem, ...] = (),
    ) -> None:
        """`problems` is what of the file could not be used when the desk opened."""
        super().__init__(parent)
        self._path = path
        self._config = config
        self.problems = problems
        self.kept_as = ""
        """The name of the copy of the unusable file, once a change has replaced it."""

    @property
    def file_name(self) -> str:
        """The settings file, as a technician looks for it."""
        return self._path.name

    @property
    def config(self) -> Config:
        """The settings in force."""
        return self._config

    def change(self, config: Config) -> None:
        """Save and put in force. Raises EnvironmentTrouble("settings.not_writable"); then nothing changed."""
        if config == self._config:
            return
        kept = desk_toml.save(self._path, config)
        self.kept_as = kept.name if kept is not None else self.kept_as
        self._config = config
        self.changed.emit(config)


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a page receives; there is no other way to reach the rest of the desk."""

    desk: Desk
    clock: Clock
    bridge: Bridge
    tasks: TaskRunner
    settings: SettingsBook
    sounds: Sounds
    devices: DeviceControl
    look: Look
