"""Who a visitor is to the desk: age bands, masks, search keys, and the least a person's record holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import DocumentKind, Sex
from desk_app.domain.names import clean_name as clean_name
from desk_app.domain.names import is_han

NAME_LIMIT = 50
"""Characters a name may have at least (民委发〔2016〕33号: 25 Han characters and more)."""

_COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "太史",
        "端木",
        "上官",
        "司马",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "诸葛",
        "尉迟",
        "公羊",
        "赫连",
        "澹台",
        "皇甫",
        "宗政",
        "濮阳",
        "公冶",
        "太叔",
        "申屠",
        "公孙",
        "慕容",
        "仲孙",
        "钟离",
        "长孙",
        "宇文",
        "司徒",
        "鲜于",
        "司空",
        "闾丘",
        "子车",
        "亓官",
        "司寇",
        "巫马",
        "公西",
        "颛孙",
        "壤驷",
        "公良",
        "漆雕",
        "乐正",
        "宰父",
        "谷梁",
        "拓跋",
        "夹谷",
        "轩辕",
        "令狐",
        "段干",
        "百里",
        "呼延",
        "东郭",
        "南门",
        "羊舌",
        "微生",
        "梁丘",
        "左丘",
        "东门",
        "西门",
        "第五",
    ]
)


class AgeBand(StrEnum):
    """One set that nests every grouping the reports need: 14, 18, 60, 65, 80 and 100 are all edges."""

    B0_5 = "0-5"
    B6_13 = "6-13"
    B14_17 = "14-17"
    B18_44 = "18-44"
    B45_59 = "45-59"
    B60_64 = "60-64"
    B65_69 = "65-69"
    B70_79 = "70-79"
    B80_89 = "80-89"
    B90_99 = "90-99"
    B100 = "100+"
    UNKNOWN = "unknown"


_BAND_EDGES = (
    (6, AgeBand.B0_5),
    (14, AgeBand.B6_13),
    (18, AgeBand.B14_17),
    (45, AgeBand.B18_44),
    (60, AgeBand.B45_59),
    (65, AgeBand.B60_64),
    (70, AgeBand.B65_69),
    (80, AgeBand.B70_79),
    (90, AgeBand.B80_89),
    (100, AgeBand.B90_99),
)


class AgeSource(StrEnum):
    """How an age became known: 证件, 自报, 目测."""

    DOCUMENT = "document"
    SELF_REPORTED = "self_reported"
    BY_SIGHT = "by_sight"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """What the hub keeps of a named visitor. No identity number, address, nation or photo: those are never stored.

    `fingerprint` is the keyed HMAC of an identity number, None for people who never showed a card.
    `masked_number` is fit for the screen. `phone` is what was given, often only the last four digits.
    """

    id: UUID
    name: str
    sex: Sex
    birth_date: date | None
    age_band: AgeBand
    age_source: AgeSource
    document_kind: DocumentKind | None = None
    fingerprint: bytes | None = None
    masked_number: str = ""
    phone: str = ""
    needs_step_free: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What a receptionist types for a visitor without a card; only the name is needed."""

    name: str
    sex: Sex = Sex.UNKNOWN
    age_band: AgeBand = AgeBand.UNKNOWN
    phone: str = ""
    needs_step_free: bool = False


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A line of the search box: enough to tell two people of one name apart, masked where the screen is public."""

    id: UUID
    name: str
    sex: Sex
    age_band: AgeBand
    masked_phone: str
    masked_number: str
    last_visit_at: datetime | None
    last_kind: ServiceKind | None
    in_house_since: datetime | None = None


def age_on(birth_date: date, day: date) -> int:
    """Whole years on `day`; somebody born on 29 February grows older on 28 February in common years."""
    birthday_month, birthday_day = birth_date.month, birth_date.day
    if (birthday_month, birthday_day) == (2, 29) and not _is_leap(day.year):
        birthday_day = 28
    return day.year - birth_date.year - ((day.month, day.day) < (birthday_month, birthday_day))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def band_of(age: int) -> AgeBand:
    """The band a whole age falls in; negative ages are unknown."""
    if age < 0:
        return AgeBand.UNKNOWN
    return next((band for upper, band in _BAND_EDGES if age < upper), AgeBand.B100)


def band_on(person: Person, day: date) -> AgeBand:
    """The band on `day`: from the birth date where known, else what was said or seen."""
    return band_of(age_on(person.birth_date, day)) if person.birth_date else person.age_band


def mask_name(name: str) -> str:
    """张*, 张**, 欧阳*; with a dot or in Latin letters the first character of the first part and **."""
    if not name:
        return ""
    if "·" in name or not is_han(name[0]):
        return name[0] + "**"
    surname = name[:2] if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else name[0]
    return surname + "*" * max(1, len(name) - len(surname))


def mask_phone(phone: str) -> str:
    """138****5678; 021-****5678 for land lines with their area code; else no more than the tail: ****5678."""
    digits = "".join(ch for ch in phone if ch.isdigit())
    if len(digits) == 11 and digits.startswith("1"):
        return f"{digits[:3]}****{digits[7:]}"
    if len(digits) >= 10 and digits.startswith("0"):
        return f"{digits[:3]}-****{digits[-4:]}"
    return f"****{digits[-4:]}" if digits else ""


_NUMBER_TAIL = 2


def mask_number(number: str) -> str:
    """****************15: the last two characters of an identity number, as many stars as were hidden.

    This stands beside birth date and sex, which are in the number too, so nothing of its front may be told: with
    three in front and four at the end one or two numbers of a city remain. Two at the end leave nine in each of
    some three thousand areas, and still tell two visitors of one name apart. Numbers of four or less are all stars.
    """
    if len(number) <= 2 * _NUMBER_TAIL:
        return "*" * len(number)
    return "*" * (len(number) - _NUMBER_TAIL) + number[-_NUMBER_TAIL:]


def clean_phone(text: str) -> str:
    """Digits alone, half-width; a leading +86 is dropped. "" for anything that is no phone number or tail of one."""
    folded = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(ch for ch in folded if ch not in " -()+.")
    if not (digits.isascii() and digits.isdigit()):
        return ""
    if len(digits) == 13 and digits.startswith("861"):
        digits = digits[2:]
    return digits if _PHONE_DIGITS[0] <= len(digits) <= _PHONE_DIGITS[1] else ""


_PHONE_DIGITS = (4, 15)
"""From a bare tail to the longest international number (ITU-T E.164)."""
