"""The desk's settings: one TOML file, typed, with a sensible default for everything.

A value that cannot be used is named, replaced by its default and reported; it never keeps the desk from opening.
Which values can be used stands in `config_rules`.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from desk_app.core import config_rules
from desk_app.core.errors import EnvironmentTrouble

_Section = TypeVar("_Section")


@dataclass(frozen=True, slots=True)
class HubProfile:
    """Who this hub is. The formal name follows section 五 of the plan: 徐汇区××街道(镇)…"邻里汇"."""

    subdistrict: str = "田林街道"
    site: str = ""
    phone: str = ""
    capacity: int = 120
    opens: str = "08:30"
    closes: str = "20:30"
    default_kind: str = "living"

    @property
    def formal_name(self) -> str:
        """The name on the window, slips and papers."""
        return f"徐汇区{self.subdistrict}{self.site}“邻里汇”"


@dataclass(frozen=True, slots=True)
class DeskProfile:
    """Which desk of the hub this PC is. `letter` begins every slip number, so two desks never print the same."""

    letter: str = "A"
    number: str = "01"


@dataclass(frozen=True, slots=True)
class VisitSettings:
    """When taps mean the same visit or goodbye, and how long a card may lie on the reader. Seconds and minutes.

    Coming back within `merge_reentry_minutes` of leaving continues the visit (0: never).
    """

    same_visit_seconds: int = 30
    sign_out_offer_minutes: int = 10
    merge_reentry_minutes: int = 30
    card_left_seconds: int = 5
    print_slip: bool = True


@dataclass(frozen=True, slots=True)
class LookSettings:
    """Language (`zh_CN`, `en`), large text, sounds, and after how many idle seconds names are hidden (0: never)."""

    language: str = "zh_CN"
    large_text: bool = False
    sounds: bool = True
    hide_names_after_seconds: int = 90


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """One card reader: driver id from `READERS`, port name or URL, line speed (0: the driver's own).

    `usb` is `VID:PID:SERIAL` of the adapter, by which a renumbered COM port is found again.
    """

    model: str
    port: str
    baudrate: int = 0
    usb: str = ""


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """One slip printer: model id from `PRINTERS` and where it is (`tcp://host:9100`, `serial:COM4`, `file:…`).

    `usb` as for a reader, where the printer is on a serial line.
    """

    model: str
    url: str
    chinese: str = "auto"
    usb: str = ""


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """One barcode scanner on a serial line, `usb` as for a reader; keyboard-wedge scanners need no settings."""

    port: str
    baudrate: int = 9600
    usb: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything in `desk.toml`."""

    hub: HubProfile = field(default_factory=HubProfile)
    desk: DeskProfile = field(default_factory=DeskProfile)
    visits: VisitSettings = field(default_factory=VisitSettings)
    look: LookSettings = field(default_factory=LookSettings)
    reader: ReaderSettings | None = None
    printer: PrinterSettings | None = None
    scanner: ScannerSettings | None = None


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """A setting that could not be used: `place` is `section.key`, `value` what stood there, `allowed` what may."""

    place: str
    value: str
    allowed: str = ""


_SECTIONS: dict[str, type[Any]] = {
    "hub": HubProfile,
    "desk": DeskProfile,
    "visits": VisitSettings,
    "look": LookSettings,
    "reader": ReaderSettings,
    "printer": PrinterSettings,
    "scanner": ScannerSettings,
}


def load(path: Path) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """Read `path`; a missing file is a fresh desk with defaults. Unusable values are reported, never raised."""
    if not path.exists():
        return Config(), ()
    try:
        return parse(_text(path.read_bytes()))
    except (OSError, ValueError, RecursionError) as error:
        return Config(), (ConfigProblem(path.name, str(error)),)


def parse(text: str) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """The settings that `text` says. Raises ValueError where it is no TOML at all."""
    document = tomllib.loads(text)
    problems: list[ConfigProblem] = []
    sections: dict[str, Any] = {}
    for name, cls in _SECTIONS.items():
        table: object = document.get(name)
        if table is None:
            continue
        if not isinstance(table, dict):
            problems.append(ConfigProblem(name, repr(table)))
            continue
        section = _section(name, cls, table, problems)
        if section is not None:
            sections[name] = section
    config = Config(**sections)
    if config.hub.closes <= config.hub.opens:
        problems += problems_of(config)
        usual = HubProfile()
        hub = dataclasses.replace(config.hub, opens=usual.opens, closes=usual.closes)
        config = dataclasses.replace(config, hub=hub)
    return config, tuple(problems)


def problems_of(config: Config) -> tuple[ConfigProblem, ...]:
    """What in `config` may not be saved: the same rules that the file is read by, for the settings page."""
    found = [
        ConfigProblem(place, repr(value), config_rules.allowed(place))
        for name in _SECTIONS
        if (section := getattr(config, name)) is not None
        for place, value in (
            (f"{name}.{item.name}", getattr(section, item.name)) for item in dataclasses.fields(section)
        )
        if not config_rules.fits(place, value)
    ]
    if config.hub.closes <= config.hub.opens:
        found.append(ConfigProblem("hub.closes", repr(config.hub.closes), f"> {config.hub.opens}"))
    return tuple(found)


def _text(content: bytes) -> str:
    """UTF-8 with or without a mark, else what Notepad on a Chinese Windows writes. Raises ValueError for neither."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return text.replace("\r\n", "\n")


def _section(name: str, cls: type[_Section], table: dict[str, Any], problems: list[ConfigProblem]) -> _Section | None:
    types = get_type_hints(cls)
    values: dict[str, Any] = {}
    for key, value in table.items():
        place = f"{name}.{key}"
        if key in types and type(value) is types[key] and config_rules.fits(place, value):
            values[key] = value
        else:
            problems.append(ConfigProblem(place, repr(value), config_rules.allowed(place)))
    try:
        return cls(**values)
    except TypeError:  # a device without its port or model is no device
        problems.append(ConfigProblem(name, ", ".join(table)))
        return None


def save(path: Path, config: Config) -> Path | None:
    """Write `config` whole and atomically, keeping comments and unknown sections a technician added.

    Whatever stood in the file and could not be used is kept beside it as `desk.toml.bad-1`, `-2` and so on; then that
    copy is returned. Raises EnvironmentTrouble("settings.not_writable") where the folder refuses.
    """
    kept = None
    try:
        content = path.read_bytes() if path.exists() else b""
        text, loses = _rewritten(content, config)
        path.parent.mkdir(parents=True, exist_ok=True)
        if loses:
            kept = _free_name(path)
            _write(kept, content)
        _write(path, text.encode("utf-8"))
    except OSError as error:
        raise EnvironmentTrouble("settings.not_writable", path=str(path), reason=error.strerror) from error
    return kept


def _rewritten(content: bytes, config: Config) -> tuple[str, bool]:
    """The file's new text, and whether it says less than the old one said."""
    import tomlkit  # 30 ms that every start would pay and only a change of settings needs

    try:
        text = _text(content)
        _, before = parse(text)
        document = tomlkit.parse(text)
    except (ValueError, RecursionError, tomlkit.exceptions.TOMLKitError):
        before, document = (), tomlkit.document()
        unreadable = True
    else:
        unreadable = False
    for name in _SECTIONS:
        section = getattr(config, name)
        if section is None:
            document.pop(name, None)
            continue
        if not isinstance(document.get(name, {}), dict):
            document.pop(name)
        table = document.setdefault(name, tomlkit.table())
        for item in dataclasses.fields(section):
            table[item.name] = getattr(section, item.name)
    result = tomlkit.dumps(document)
    return result, unreadable or bool(set(before) - set(parse(result)[1]))


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.bad-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())


def _write(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".desk-", suffix=".toml")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)
