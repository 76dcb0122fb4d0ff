"""The text block of an identity card as the SAM hands it over (GA/T 490), turned into an `IdentityCard`."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk_app.domain.identity import (
    DocumentKind,
    IdentityCard,
    LongTerm,
    birth_matches_foreigner_2017_number,
    birth_matches_number,
    has_valid_foreigner_2017_check,
    number_check_ok,
    parse_compact_date,
    sex_matches_number,
)

TEXT_LENGTH = 256
KIND_OF_FLAG = {
    "": DocumentKind.RESIDENT,
    "J": DocumentKind.HMT_PERMIT,
    "I": DocumentKind.FOREIGNER_2017,
    "Y": DocumentKind.FOREIGNER_2023,
}
"""Any other flag is an unknown document: older programs showed the newer cards as residents."""
_FLAG = (248, 2)
# Reserved stretches that are blank on a genuine card; noise that slips past the checksum fills them.
_RESERVED = {
    DocumentKind.RESIDENT: ((220, 36),),
    DocumentKind.HMT_PERMIT: ((32, 4), (242, 6), (250, 6)),
    DocumentKind.FOREIGNER_2017: ((250, 6),),
    DocumentKind.FOREIGNER_2023: ((158, 30),),
    DocumentKind.UNKNOWN: (),
}
_LATIN_NAME = re.compile(r"[A-Z]+(?:(?:[,.'-] ?| )[A-Z]+)*[.,]?")
_HAN_NAME = re.compile(r"[一-龥]+(?:·[一-龥]+)*")
_PRINTED = re.compile(r"[0-9A-Za-z一-龥()（）·#、-]*")
"""Addresses and issuers as they are printed: no blank among them, which is where a bit turned over shows first."""
_ETHNIC_CODE = re.compile(r"0[1-9]|[1-4][0-9]|5[0-6]|97|98")
_NEVER_IN_TEXT = frozenset(["Cc", "Cn", "Cs"])


@dataclass(frozen=True, slots=True, repr=False)
class CardBlock:
    """The blocks of a read reply, by their own length fields. Photo and finger are measured, never decoded."""

    text: bytes
    photo: bytes
    finger: bytes = b""

    def __repr__(self) -> str:
        return "<CardBlock>"


def split_block(data: bytes) -> CardBlock | None:
    """The blocks in the data of a 30 01 or 30 10 reply; None where the length fields do not add up to `data`.

    30 10 announces the fingerprint by a third length field; the sum tells which of the two it is.
    """
    if len(data) < 6:
        return None
    text, photo, finger = (int.from_bytes(data[at : at + 2], "big") for at in (0, 2, 4))
    if text != TEXT_LENGTH:
        return None
    if 4 + text + photo == len(data):
        return CardBlock(data[4 : 4 + text], data[4 + text :])
    if 6 + text + photo + finger == len(data):
        return CardBlock(data[6 : 6 + text], data[6 + text : 6 + text + photo], data[6 + text + photo :])
    return None


def card_of(block: CardBlock) -> IdentityCard:
    """What the card says. An unknown kind yields nothing but its flag: its layout is unknown too."""
    text = _Text(block.text)
    flag = text.field(*_FLAG)
    kind = KIND_OF_FLAG.get(flag, DocumentKind.UNKNOWN)
    return dataclasses.replace(
        _LAYOUTS[kind](text),
        type_flag=flag,
        photo_length=len(block.photo),
        photo_sha256=hashlib.sha256(block.photo).hexdigest(),
        finger_length=len(block.finger),
    )


def is_blank(card: IdentityCard) -> bool:
    """Whether a card of a known kind names nobody: the block came empty, which no card is."""
    return card.kind is not DocumentKind.UNKNOWN and not card.number and not card.display_name


def address_of(data: bytes) -> str:
    """The newest address in the data of a 30 03 reply: 70 bytes of text without a length field."""
    return _Text(data).field(0, len(data))


def looks_genuine(block: CardBlock, card: IdentityCard) -> bool:
    """Whether nothing in the text contradicts the rest of it.

    The frame's XOR misses one damaged frame in 256 (one in 8 where two bits flipped), so a reading that contradicts
    itself is read again before anyone believes it. What fails here may still be a genuine, oddly written card.
    """
    if card.kind is DocumentKind.UNKNOWN or card.sex_code not in ("0", "1", "2", "9"):
        return False
    text = _Text(block.text)
    if any(text.field(*stretch) for stretch in _RESERVED[card.kind]):
        return False
    if any(unicodedata.category(ch) in _NEVER_IN_TEXT for ch in text.field(0, _FLAG[0])):
        return False
    return (
        _names_make_sense(card)
        and _other_text_makes_sense(card)
        and _validity_makes_sense(card)
        and number_check_ok(card)
        and _number_fits_the_rest(card)
    )


def _names_make_sense(card: IdentityCard) -> bool:
    """A Han name is Han characters and dots. Those outside GB 2312 are rare in names but two thirds of what a damaged
    one turns into: such a card is read twice, which costs its holder a tenth of a second.
    """
    if not card.display_name:
        return False
    han_ok = not card.name or (_HAN_NAME.fullmatch(card.name) is not None and _is_common(card.name))
    return han_ok and (not card.name_latin or _LATIN_NAME.fullmatch(card.name_latin) is not None)


def _other_text_makes_sense(card: IdentityCard) -> bool:
    """Two bits turned over cancel in the XOR: where the second one fell, it must show, though that text is not kept."""
    if card.kind is DocumentKind.RESIDENT and _ETHNIC_CODE.fullmatch(card.ethnic_code) is None:
        return False
    return all(_PRINTED.fullmatch(text) is not None and _is_common(text) for text in (card.address, card.issuer))


def _is_common(text: str) -> bool:
    try:
        text.replace("·", "").encode("gb2312")  # the codec knows another dot
    except UnicodeEncodeError:
        return False
    return True


def _number_fits_the_rest(card: IdentityCard) -> bool:
    """The number repeats birth date and sex, the old foreigner's number birth date and nationality."""
    if card.kind is DocumentKind.FOREIGNER_2017:
        return card.number[:3] == card.nationality and birth_matches_foreigner_2017_number(card)
    return birth_matches_number(card) and (card.sex_code in ("0", "9") or sex_matches_number(card))


def _validity_makes_sense(card: IdentityCard) -> bool:
    """Cards run 5, 10 or 20 years to the same day, or without end."""
    if card.valid_from is None or card.valid_to is None:
        return False
    if isinstance(card.valid_to, LongTerm):
        return True
    return card.valid_to > card.valid_from and (card.valid_to.month, card.valid_to.day) == (
        card.valid_from.month,
        card.valid_from.day,
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Text:
    """Fixed fields of UTF-16LE, padded on the right with spaces (NUL on some readers).

    Only the right end is trimmed: foreign names contain spaces.
    """

    raw: bytes

    def field(self, offset: int, size: int) -> str:
        piece = self.raw[offset : offset + size].decode("utf-16-le", "replace")
        return piece.replace("\0", " ").rstrip(" ")

    def raw_field(self, offset: int, size: int) -> str:
        """Padding kept, for a value that goes on in another field."""
        return self.raw[offset : offset + size].decode("utf-16-le", "replace").replace("\0", " ")

    def day(self, offset: int) -> date | None:
        return parse_compact_date(self.field(offset, 16))

    def valid_to(self, offset: int) -> date | LongTerm | None:
        text = self.field(offset, 16)
        return LongTerm.LONG_TERM if text == LongTerm.LONG_TERM.value else parse_compact_date(text)


def _resident(text: _Text) -> IdentityCard:
    return IdentityCard(
        kind=DocumentKind.RESIDENT,
        name=text.field(0, 30),
        sex_code=text.field(30, 2),
        ethnic_code=text.field(32, 4),
        birth_date=text.day(36),
        address=text.field(52, 70),
        number=text.field(122, 36).upper(),
        issuer=text.field(158, 30),
        valid_from=text.day(188),
        valid_to=text.valid_to(204),
    )


def _hmt_permit(text: _Text) -> IdentityCard:
    return dataclasses.replace(
        _resident(text),
        kind=DocumentKind.HMT_PERMIT,
        ethnic_code="",
        pass_number=text.field(220, 18),
        issue_count=text.field(238, 4),
    )


def _foreigner_2017(text: _Text) -> IdentityCard:
    return IdentityCard(
        kind=DocumentKind.FOREIGNER_2017,
        name=text.field(158, 30),
        name_latin=text.field(0, 120),
        sex_code=text.field(120, 2),
        number=text.field(122, 30).upper(),
        nationality=text.field(152, 6),
        valid_from=text.day(188),
        valid_to=text.valid_to(204),
        birth_date=text.day(220),
        card_version=text.field(236, 4),
        issuer=text.field(240, 8),
    )


def _foreigner_2023(text: _Text) -> IdentityCard:
    number = text.field(122, 36).upper()
    nationality = text.field(242, 6)
    return IdentityCard(
        kind=DocumentKind.FOREIGNER_2023,
        name=text.field(0, 30),
        # 35 characters here, 11 there: joined before trimming, a space may stand at the seam.
        name_latin=(text.raw_field(52, 70) + text.raw_field(220, 22)).rstrip(" "),
        sex_code=text.field(30, 2),
        renewal_count=text.field(32, 4),
        birth_date=text.day(36),
        number=number,
        valid_from=text.day(188),
        valid_to=text.valid_to(204),
        nationality=nationality,
        former_number=former_number(number, nationality, text.field(250, 6)),
    )


def _unknown(text: _Text) -> IdentityCard:
    del text
    return IdentityCard(kind=DocumentKind.UNKNOWN, name="", sex_code="", number="", birth_date=None)


_LAYOUTS: dict[DocumentKind, Callable[[_Text], IdentityCard]] = {
    DocumentKind.RESIDENT: _resident,
    DocumentKind.HMT_PERMIT: _hmt_permit,
    DocumentKind.FOREIGNER_2017: _foreigner_2017,
    DocumentKind.FOREIGNER_2023: _foreigner_2023,
    DocumentKind.UNKNOWN: _unknown,
}


def former_number(number: str, nationality: str, link: str) -> str:
    """The 15-character number a Y card replaces, "" where the card has no link to one.

    Nationality, province and district from the new number and the link, YYMMDD, sequence, check digit (7-3-1).
    """
    if len(link) != 3 or len(number) != 18:
        return ""
    stem = f"{nationality}{number[1:3]}{link[:2]}{number[8:14]}{link[2]}"
    return next((f"{stem}{check}" for check in range(10) if has_valid_foreigner_2017_check(f"{stem}{check}")), "")
