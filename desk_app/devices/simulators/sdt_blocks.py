"""The opposite of the card parser: an invented person's card as the bytes a reader would send."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.domain.identity import DocumentKind, IdentityCard, LongTerm, check_character, parse_compact_date

_FLAGS = {
    DocumentKind.RESIDENT: " ",
    DocumentKind.HMT_PERMIT: "J",
    DocumentKind.FOREIGNER_2017: "I",
    DocumentKind.FOREIGNER_2023: "Y",
}
_PHOTO_LENGTH = 1024
_PHOTO_START = bytes.fromhex("574C66007E00320000FF")


@dataclass(frozen=True, slots=True)
class SimulatedCard:
    """A card to put on a simulated reader. `birth_text` replaces the birth date where it is to be no date, `verbatim`
    the whole data of the read reply (a golden frame's, say)."""

    card: IdentityCard
    newest_address: str = ""
    birth_text: str = ""
    old_number_link: str = ""
    verbatim: bytes = b""


def card_data(simulated: SimulatedCard, finger: bytes | None = None) -> bytes:
    """The data of a 30 01 reply, or of a 30 10 reply when `finger` is given (b"" for a card without)."""
    if simulated.verbatim:
        return simulated.verbatim
    photo = photo_of(simulated.card)
    lengths = [256, len(photo)] + ([] if finger is None else [len(finger)])
    head = b"".join(length.to_bytes(2, "big") for length in lengths)
    return head + text_block(simulated) + photo + (finger or b"")


def photo_of(card: IdentityCard) -> bytes:
    """Bytes that look like a photo block and are always the same for one card."""
    noise = random.Random(card.number)  # noqa: S311  (a picture of nobody)
    return _PHOTO_START + noise.randbytes(_PHOTO_LENGTH - len(_PHOTO_START))


def text_block(simulated: SimulatedCard) -> bytes:
    """The 256 bytes of text of a card; every field cut and padded to its size."""
    card = simulated.card
    fields = {
        DocumentKind.FOREIGNER_2017: _foreigner_2017,
        DocumentKind.FOREIGNER_2023: _foreigner_2023,
    }.get(card.kind, _resident)(simulated)
    block = bytearray(" ".encode("utf-16-le") * 128)
    for offset, size, text in [*fields, (248, 2, card.type_flag or _FLAGS.get(card.kind, " "))]:
        block[offset : offset + size] = _padded(text, size)
    return bytes(block)


def address_data(address: str) -> bytes:
    """The data of a 30 03 reply."""
    return _padded(address, 70)


def _padded(text: str, size: int) -> bytes:
    raw = text.encode("utf-16-le", "surrogatepass")[:size]
    return raw + " ".encode("utf-16-le") * ((size - len(raw)) // 2)


_Fields = list[tuple[int, int, str]]


def _resident(simulated: SimulatedCard) -> _Fields:
    card = simulated.card
    return [
        (0, 30, card.name),
        (30, 2, card.sex_code),
        (32, 4, card.ethnic_code),
        (36, 16, simulated.birth_text or _day(card.birth_date)),
        (52, 70, card.address),
        (122, 36, card.number),
        (158, 30, card.issuer),
        (188, 16, _day(card.valid_from)),
        (204, 16, _day(card.valid_to)),
        (220, 18, card.pass_number),
        (238, 4, card.issue_count),
    ]


def _foreigner_2017(simulated: SimulatedCard) -> _Fields:
    card = simulated.card
    return [
        (0, 120, card.name_latin),
        (120, 2, card.sex_code),
        (122, 30, card.number),
        (152, 6, card.nationality),
        (158, 30, card.name),
        (188, 16, _day(card.valid_from)),
        (204, 16, _day(card.valid_to)),
        (220, 16, simulated.birth_text or _day(card.birth_date)),
        (236, 4, card.card_version),
        (240, 8, card.issuer),
    ]


def _foreigner_2023(simulated: SimulatedCard) -> _Fields:
    card = simulated.card
    return [
        (0, 30, card.name),
        (30, 2, card.sex_code),
        (32, 4, card.renewal_count),
        (36, 16, simulated.birth_text or _day(card.birth_date)),
        (52, 70, card.name_latin[:35]),
        (122, 36, card.number),
        (188, 16, _day(card.valid_from)),
        (204, 16, _day(card.valid_to)),
        (220, 22, card.name_latin[35:46]),
        (242, 6, card.nationality),
        (250, 6, simulated.old_number_link),
    ]


def _day(value: date | LongTerm | None) -> str:
    if isinstance(value, LongTerm):
        return value.value
    return f"{value:%Y%m%d}" if value else ""


def numbered(area: str, birth: date, sequence: str) -> str:
    """An 18-character number with the right check character."""
    stem = f"{area}{birth:%Y%m%d}{sequence}"
    return stem + check_character(stem)


def card_from_json(fields: Mapping[str, object]) -> SimulatedCard:
    """A card from the field names of `sdt_json.card_json`; what is left out is blank.

    Raises ValueError for a value that is no text and for an unknown `doc`.
    """
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}

    def text(*names: str) -> str:
        return next((texts[name] for name in names if name in texts), "")

    kind = DocumentKind(text("doc") or "resident")
    birth = text("birth").replace("-", "")
    day = parse_compact_date(birth)
    card = IdentityCard(
        kind=kind,
        name=text("name", "name_cn"),
        name_latin=text("name_en"),
        sex_code=text("sex_code"),
        number=text("id_number"),
        birth_date=day,
        type_flag=text("type_flag"),
        ethnic_code=text("nation_code"),
        address=text("address"),
        issuer=text("issuer", "issuer_code"),
        valid_from=parse_compact_date(text("valid_from").replace("-", "")),
        valid_to=_valid_to(text("valid_to")),
        nationality=text("nationality"),
        pass_number=text("pass_number"),
        issue_count=text("issue_count"),
        card_version=text("card_version"),
        renewal_count=text("renewal_count"),
    )
    old = text("old_number")
    link = old[5:7] + old[13] if len(old) == 15 else ""
    return SimulatedCard(card, text("new_address"), "" if day else birth, link)


def _valid_to(text: str) -> date | LongTerm | None:
    return LongTerm.LONG_TERM if text == LongTerm.LONG_TERM.value else parse_compact_date(text.replace("-", ""))
