"""Everything the settings page shows, as values, and what a hub profile must satisfy before it is saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from desk_app.core.config import Config
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
    ROOMS = "rooms"


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
    """One device card. `port` is what is chosen or typed, which may differ from what is saved."""

    kind: DeviceKind
    models: tuple[ModelChoice, ...] = ()
    ports: tuple[PortFound, ...] = ()
    model: str = ""
    port: str = ""
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
    found = []
    if config.hub.subdistrict not in SUBDISTRICTS:
        found.append(DeskError("hub.subdistrict_missing", field="hub.subdistrict"))
    if config.hub.closes <= config.hub.opens:
        found.append(DeskError("hub.closes_before_opening", field="hub.closes"))
    if not re.fullmatch(r"[0-9 -]{0,20}", config.hub.phone):
        found.append(DeskError("hub.phone_invalid", field="hub.phone"))
    if not re.fullmatch(r"[A-Z]", config.desk.letter):
        found.append(DeskError("desk.letter_invalid", field="desk.letter"))
    return {refusal.field: refusal for refusal in found}


def altered(record: _Record, **changes: object) -> _Record:
    """A copy of a frozen record with fields named at run time; their editors answer for the types."""
    anything: Any = record
    result: _Record = replace(anything, **changes)
    return result
