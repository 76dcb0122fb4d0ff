"""Everything the settings page shows, as values, and what a hub profile must satisfy before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from desk_app.core.config import Config, ConfigProblem, problems_of
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.catalogue import Activity
from desk_app.ui.context import DeviceKind, ModelChoice, PortFound, PrinterTest, ReaderTest, ScannerTest

_Record = TypeVar("_Record")

SUBDISTRICTS = (
    "天平路街道",
    "湖南路街道",
    "斜土路街道",
    "枫林路街道",
    "长桥街道",
    "田林街道",
    "虹梅路街道",
    "康健新村街道",
    "徐家汇街道",
    "凌云路街道",
    "龙华街道",
    "漕河泾街道",
    "华泾镇",
)
"""The thirteen of Xuhui (statistical codes 310104003 to 310104103), in the order of their codes."""

SAVED_WITH_THE_BUTTON = ("hub", "desk", "visits")
"""Sections that wait for 保存; look and devices take effect by themselves."""


class Section(StrEnum):
    """The parts of the page."""

    HUB = "hub"
    DEVICES = "devices"
    RULES = "rules"
    TIMETABLE = "timetable"


class Stage(StrEnum):
    """How far the try of a device has come."""

    IDLE = "idle"
    LOOKING = "looking"
    TESTING = "testing"
    PASSED = "passed"
    FAILED = "failed"


BUSY = frozenset({Stage.LOOKING, Stage.TESTING})


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One device card. `port` is what is chosen or typed, which may differ from what is saved.

    `baudrate` is the speed of a serial line (0: the reader family's own), `chinese` how a printer sets Chinese text.
    """

    kind: DeviceKind
    models: tuple[ModelChoice, ...] = ()
    ports: tuple[PortFound, ...] = ()
    model: str = ""
    port: str = ""
    baudrate: int = 0
    chinese: str = "auto"
    saved: bool = False
    stage: Stage = Stage.IDLE
    answer: ReaderTest | PrinterTest | ScannerTest | None = None
    refused: DeskError | EnvironmentTrouble | None = None

    @property
    def hid_only(self) -> tuple[PortFound, ...]:
        """Readers that are plugged in but are no serial port: a receptionist must be told."""
        return tuple(port for port in self.ports if port.hid_only)


@dataclass(frozen=True, slots=True)
class Said:
    """The dark line: a code of what was done, and whether it can be taken back."""

    code: str
    detail: str = ""
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """The whole page. `refusals` are keyed `section.key`."""

    draft: Config
    saved: Config
    section: Section = Section.HUB
    refusals: Mapping[str, DeskError] = field(default_factory=dict)
    devices: Mapping[DeviceKind, DeviceState] = field(default_factory=dict)
    timetable: tuple[Activity, ...] = ()
    editing: Activity | None = None
    editing_is_new: bool = False
    said: Said | None = None
    trouble: EnvironmentTrouble | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something waits for 保存."""
        return any(getattr(self.draft, name) != getattr(self.saved, name) for name in SAVED_WITH_THE_BUTTON)


def refusals_of(config: Config) -> dict[str, DeskError]:
    """Why these settings cannot be saved, keyed `section.key`; empty when they can."""
    found = {
        problem.place: _refusal(problem, config)
        for problem in problems_of(config)
        if problem.place.partition(".")[0] in SAVED_WITH_THE_BUTTON
    }
    if config.hub.subdistrict not in SUBDISTRICTS:  # the page offers these alone; a file may name another district's
        found["hub.subdistrict"] = DeskError("hub.subdistrict_missing", field="hub.subdistrict")
    return found


def _refusal(problem: ConfigProblem, config: Config) -> DeskError:
    """What to say about a value that the settings file may not hold either."""
    if problem.place == "hub.closes" and config.hub.closes <= config.hub.opens:
        return DeskError("hub.closes_before_opening", field=problem.place)
    if problem.place == "hub.phone":
        return DeskError("hub.phone_invalid", field=problem.place)
    if problem.place == "desk.letter":
        return DeskError("desk.letter_invalid", field=problem.place)
    return DeskError("desk.setting_unusable", field=problem.place, allowed=problem.allowed)


def altered(record: _Record, **changes: object) -> _Record:
    """A copy of a frozen record with fields named at run time; their editors answer for the types."""
    anything: Any = record
    result: _Record = replace(anything, **changes)
    return result
