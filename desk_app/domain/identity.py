"""What an identity card says and whether its number can be true. Values live in memory only: read, derive, discard."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from operator import mul

from desk_app.domain.names import clean_name, is_readable

# GB 11643-1999 (= ISO 7064 MOD 11-2): weight of digit i is 2 ** (17 - i) mod 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_FOREIGNER_2017_NUMBER = re.compile(r"[A-Z]{3}[0-9]{12}")


class Sex(StrEnum):
    """GB/T 2261.1, whose codes are the values."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    NOT_STATED = "9"


_SEXES = {sex.value: sex for sex in Sex}


class DocumentKind(StrEnum):
    """Which document a person showed; the values are stored and synced."""

    RESIDENT = "resident"
    HMT_PERMIT = "hmt"
    FOREIGNER_2017 = "foreigner_2017"
    FOREIGNER_2023 = "foreigner_2023"
    UNKNOWN = "unknown"


class LongTerm(Enum):
    """Validity without an end date, 长期 (居民身份证法 art. 5, holders from 46)."""

    LONG_TERM = "长期"


class CardFault(StrEnum):
    """Why a card that was read must not be accepted as identification."""

    UNKNOWN_KIND = "card.unknown_kind"
    CHECK_DIGIT = "card.check_digit"
    BIRTH_DATE = "card.birth_date"
    BIRTH_MISMATCH = "card.birth_mismatch"
    SEX_MISMATCH = "card.sex_mismatch"
    NO_NAME = "card.no_name"


@dataclass(frozen=True, slots=True, repr=False)
class IdentityCard:
    """One reading of one card. Its repr says nothing about the holder, so that no log or traceback can.

    `birth_date` is None where the card's text is no date; `valid_to` is None where absent or unreadable.
    `type_flag` is the character at offset 248 of the text block (GA/T 467-2019), "" for residents.
    """

    kind: DocumentKind
    name: str
    sex_code: str
    number: str
    birth_date: date | None
    type_flag: str = ""
    name_latin: str = ""
    ethnic_code: str = ""
    address: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | LongTerm | None = None
    nationality: str = ""
    pass_number: str = ""
    issue_count: str = ""
    card_version: str = ""
    renewal_count: str = ""
    former_number: str = ""
    newest_address: str | None = None
    photo_length: int = 0
    photo_sha256: str = ""
    finger_length: int = 0

    def __repr__(self) -> str:
        return f"<IdentityCard {self.kind.value}>"

    @property
    def display_name(self) -> str:
        """The Chinese name where there is one, else the Latin one."""
        return self.name or self.name_latin

    @property
    def sex(self) -> Sex:
        """The coded sex; codes outside GB/T 2261.1 count as unknown, never as female."""
        return _SEXES.get(self.sex_code, Sex.UNKNOWN)


def normalise_number(text: str) -> str:
    """Half-width, upper-case, without blanks or hyphens: the form every rule and fingerprint uses."""
    if text.isascii() and text.isalnum():
        return text.upper()
    folded = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(ch for ch in folded if not ch.isspace() and ch != "-")
    return unicodedata.normalize("NFKC", kept)  # what a blank had kept apart may now compose


def check_character(first_seventeen: str) -> str:
    """The 18th character that belongs to 17 ASCII digits (GB 11643-1999)."""
    if len(first_seventeen) != len(_WEIGHTS):
        raise ValueError("a check character belongs to 17 digits")
    total = sum(map(mul, map(int, first_seventeen), _WEIGHTS))
    return _CHECK_CHARACTERS[total % 11]


def has_valid_check(number: str) -> bool:
    """Whether a normalised 18-character number ends in the right check character. The area code is not judged:
    abolished codes stay with their holders for life."""
    return (
        len(number) == 18 and number.isascii() and number[:17].isdigit() and number[17] == check_character(number[:17])
    )


def has_valid_foreigner_2017_check(number: str) -> bool:
    """7-3-1 check of the old foreigner's card: three letters, twelve digits, weights over A=10 … Z=35, modulo 10.

    One vendor specimen is the only evidence for the rule, so a mismatch is shown but does not refuse a card.
    """
    if len(number) != 15 or not number.isascii() or not (number[:3].isalpha() and number[3:].isdigit()):
        return False
    weights = (7, 3, 1) * 5
    total = sum(int(ch, 36) * weight for ch, weight in zip(number[:14], weights, strict=False))
    return total % 10 == int(number[14])


def birth_date_in(number: str) -> date | None:
    """The birth date inside an 18-character number, or None where the digits are no date."""
    return parse_compact_date(number[6:14]) if len(number) == 18 else None


def parse_compact_date(text: str) -> date | None:
    """`YYYYMMDD` to a date; None for anything else, all-zero dates of worn readers included."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def sex_in(number: str) -> Sex:
    """Male for an odd 17th digit, female for an even one (GB 11643-1999)."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def number_check_ok(card: IdentityCard) -> bool:
    """Whether the card's number satisfies the check rule of its own kind."""
    if card.kind is DocumentKind.FOREIGNER_2017:
        return has_valid_foreigner_2017_check(card.number)
    return has_valid_check(card.number)


def birth_matches_number(card: IdentityCard) -> bool:
    """Whether the printed birth date equals the one inside the 18-character number."""
    return card.birth_date is not None and card.birth_date == birth_date_in(card.number)


def birth_matches_foreigner_2017_number(card: IdentityCard) -> bool:
    """Whether the printed birth date equals the YYMMDD inside the old foreigner's 15-character number."""
    return card.birth_date is not None and card.number[7:13] == f"{card.birth_date:%y%m%d}"


def sex_matches_number(card: IdentityCard) -> bool:
    """Whether the coded sex fits the 17th digit of the 18-character number."""
    return len(card.number) == 18 and card.number[16].isdigit() and card.sex is sex_in(card.number)


def faults(card: IdentityCard, today: date) -> tuple[CardFault, ...]:
    """Everything that forbids taking this card as identification on `today`; empty means it may be used.

    The name is judged as the desk would store it: direction marks, dots and lost characters name nobody.
    """
    if card.kind is DocumentKind.UNKNOWN:
        return (CardFault.UNKNOWN_KIND,)
    found = []
    if not is_readable(clean_name(card.display_name)):
        found.append(CardFault.NO_NAME)
    if card.birth_date is None or not 0 <= today.year - card.birth_date.year <= 130 or card.birth_date > today:
        found.append(CardFault.BIRTH_DATE)
    if card.kind is DocumentKind.FOREIGNER_2017:
        return (*found, *_foreigner_2017_faults(card))
    if not has_valid_check(card.number):
        return (*found, CardFault.CHECK_DIGIT)
    if CardFault.BIRTH_DATE not in found and not birth_matches_number(card):
        found.append(CardFault.BIRTH_MISMATCH)
    if card.sex in (Sex.MALE, Sex.FEMALE) and not sex_matches_number(card):
        found.append(CardFault.SEX_MISMATCH)
    return tuple(found)


def is_expired(card: IdentityCard, today: date) -> bool:
    """Whether the card's last day is over. No fault: it still says who somebody is, and no card is ever required."""
    return isinstance(card.valid_to, date) and card.valid_to < today


def _foreigner_2017_faults(card: IdentityCard) -> tuple[CardFault, ...]:
    """Its number must be one and repeat nationality and birth date; the 7-3-1 check alone refuses nobody."""
    if _FOREIGNER_2017_NUMBER.fullmatch(card.number) is None or card.number[:3] != card.nationality:
        return (CardFault.CHECK_DIGIT,)
    return () if birth_matches_foreigner_2017_number(card) else (CardFault.BIRTH_MISMATCH,)
