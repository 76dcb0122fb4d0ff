"""Which values each setting may have: one table for the settings file, the doctor and the settings page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_NOT_IN_FILE_NAMES = frozenset('/\\:*?"<>|')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Rule:
    """`fits` is asked only with values of the setting's own type; `allowed` is the same as figures or a pattern."""

    fits: Callable[[object], bool]
    allowed: str


def _between(lowest: int, highest: int) -> Rule:
    return Rule(lambda value: isinstance(value, int) and lowest <= value <= highest, f"{lowest}..{highest}")


def _one_of(*choices: str) -> Rule:
    return Rule(lambda value: value in choices, "|".join(choices))


def _shaped(pattern: str, allowed: str) -> Rule:
    shape = re.compile(pattern)
    return Rule(lambda value: isinstance(value, str) and shape.fullmatch(value) is not None, allowed)


def _printable(text: str) -> bool:
    return not any(unicodedata.category(character) in _UNSEEN for character in text)


def _line(lowest: int, highest: int) -> Rule:
    """Text on one line: an address, a model, a number plate of an adapter."""
    return Rule(
        lambda value: isinstance(value, str) and lowest <= len(value) <= highest and _printable(value),
        f"{lowest}..{highest} printable characters",
    )


def _name(lowest: int, highest: int) -> Rule:
    """Text that stands on papers and in the names of exported files."""

    def fits(value: object) -> bool:
        return (
            isinstance(value, str)
            and lowest <= len(value) <= highest
            and value == value.strip()
            and not value.startswith(".")
            and _printable(value)
            and not _NOT_IN_FILE_NAMES & set(value)
        )

    return Rule(fits, f'{lowest}..{highest} characters, none of / \\ : * ? " < > |')


_TIME = Rule(lambda value: isinstance(value, str) and _CLOCK.fullmatch(value) is not None, "HH:MM")
_SPEED = Rule(
    lambda value: isinstance(value, int) and (value == 0 or 300 <= value <= 4_000_000),
    "0 (the driver's own), 300..4000000",
)

RULES: Mapping[str, Rule] = {
    "hub.subdistrict": _name(1, 30),
    "hub.site": _name(0, 60),
    "hub.phone": _shaped("[0-9 ()+转-]{0,40}", "0..40 of 0-9 space - + ( ) 转"),
    "hub.capacity": _between(0, 5_000),
    "hub.opens": _TIME,
    "hub.closes": _TIME,
    # The codes of domain.catalogue.ServiceKind, which core may not know; a test keeps the two alike.
    "hub.default_kind": _one_of(
        "living",
        "elderly",
        "health",
        "culture_sports",
        "legal",
        "parent_child",
        "education",
        "volunteer",
        "signature",
    ),
    "desk.letter": _shaped("[A-Z]", "A..Z"),
    "desk.number": _shaped("[0-9]{2}", "00..99"),
    "visits.same_visit_seconds": _between(0, 3_600),
    "visits.sign_out_offer_minutes": _between(0, 1_440),
    "visits.merge_reentry_minutes": _between(0, 240),
    "visits.card_left_seconds": _between(1, 600),
    "look.language": _one_of("zh_CN", "en"),
    "look.hide_names_after_seconds": _between(0, 86_400),
    "reader.model": _line(1, 60),
    "reader.port": _line(1, 400),
    "reader.baudrate": _SPEED,
    "reader.usb": _line(0, 200),
    "printer.model": _line(1, 60),
    "printer.url": _line(1, 400),
    "printer.usb": _line(0, 200),
    # The ways of devices.printers.job.CHINESE_WAYS; a test keeps the two alike.
    "printer.chinese": _one_of("auto", "gb18030", "gbk", "gb2312", "image"),
    "scanner.port": _line(1, 400),
    "scanner.baudrate": _SPEED,
    "scanner.usb": _line(0, 200),
}
"""By `section.key`. Truth values need no rule: their type says all."""


def fits(place: str, value: object) -> bool:
    """Whether `value`, of the right type, may stand at `place` (`section.key`)."""
    rule = RULES.get(place)
    return rule is None or rule.fits(value)


def allowed(place: str) -> str:
    """What may stand at `place`, as figures or a pattern; "" where every value of the type may."""
    rule = RULES.get(place)
    return rule.allowed if rule else ""
