"""One card as the flat JSON object the commands print: the field names of the shared test vectors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desk_app.domain.identity import (
    DocumentKind,
    IdentityCard,
    LongTerm,
    birth_matches_number,
    number_check_ok,
    sex_matches_number,
)
from desk_app.domain.people import mask_name, mask_number

JsonObject = dict[str, object]

SEX_WORDS = {"0": "未知", "1": "男", "2": "女", "9": "未说明"}
"""GB/T 2261.1."""
# GB/T 3304; codes 58 and up but 97 and 98 are not in the standard though some cards bear them.
_ETHNIC_NAMES = (
    "01汉 02蒙古 03回 04藏 05维吾尔 06苗 07彝 08壮 09布依 10朝鲜 11满 12侗 13瑶 14白 15土家 16哈尼 17哈萨克 18傣 "
    "19黎 20傈僳 21佤 22畲 23高山 24拉祜 25水 26东乡 27纳西 28景颇 29柯尔克孜 30土 31达斡尔 32仫佬 33羌 34布朗 35撒拉 "
    "36毛南 37仡佬 38锡伯 39阿昌 40普米 41塔吉克 42怒 43乌孜别克 44俄罗斯 45鄂温克 46德昂 47保安 48裕固 49京 50塔塔尔 "
    "51独龙 52鄂伦春 53赫哲 54门巴 55珞巴 56基诺 97其他 98外国血统中国籍人士"
)
ETHNIC_WORDS = {entry[:2]: entry[2:] for entry in _ETHNIC_NAMES.split()}
_REGIONS = {"810000": "HK", "820000": "MO", "830000": "TW"}


def card_json(card: IdentityCard, reveal: bool) -> JsonObject:
    """`card` as JSON values. Without `reveal` names and numbers are masked; everything else stays as read."""
    shown = _Shown(card, reveal)
    fields: JsonObject = {"doc": card.kind.value}
    if card.type_flag:
        fields["type_flag"] = card.type_flag
    fields |= _FIELDS[card.kind](shown)
    if card.kind is not DocumentKind.UNKNOWN:
        fields["id_check_ok"] = number_check_ok(card)
    if card.kind not in (DocumentKind.UNKNOWN, DocumentKind.FOREIGNER_2017):
        fields["birth_matches_id"] = birth_matches_number(card)
        fields["sex_matches_id"] = sex_matches_number(card)
    fields |= {"photo_len": card.photo_length, "photo_sha256": card.photo_sha256}
    if card.finger_length:
        fields["finger_len"] = card.finger_length
    if card.newest_address:
        fields["new_address"] = card.newest_address
    return fields


class _Shown:
    """A card's values with or without masks."""

    def __init__(self, card: IdentityCard, reveal: bool) -> None:
        self.card = card
        self._reveal = reveal

    def name(self, text: str) -> str:
        return text if self._reveal else mask_name(text)

    def number(self, text: str) -> str:
        return text if self._reveal else mask_number(text)


def sex_word(code: str) -> str | None:
    """男, 女 …; a code outside the standard is shown with its number, a blank one is null."""
    return SEX_WORDS.get(code, f"未知({code})") if code else None


def ethnic_word(code: str) -> str | None:
    """汉, 蒙古 …; a code outside the standard is shown with its number, a blank one is null."""
    return ETHNIC_WORDS.get(code, f"未知({code})") if code else None


def _iso(value: date | LongTerm | None) -> str | None:
    if isinstance(value, LongTerm):
        return value.value
    return value.isoformat() if value else None


def _resident(shown: _Shown) -> JsonObject:
    card = shown.card
    return {
        "name": shown.name(card.name),
        "sex_code": card.sex_code,
        "sex": sex_word(card.sex_code),
        "nation_code": card.ethnic_code,
        "nation": ethnic_word(card.ethnic_code),
        "birth": _iso(card.birth_date),
        "address": card.address,
        "id_number": shown.number(card.number),
        "issuer": card.issuer,
        "valid_from": _iso(card.valid_from),
        "valid_to": _iso(card.valid_to),
    }


def _hmt_permit(shown: _Shown) -> JsonObject:
    card = shown.card
    return _resident(shown) | {
        "pass_number": shown.number(card.pass_number),
        "issue_count": card.issue_count,
        "region": _REGIONS.get(card.number[:6]),
    }


def _foreigner(shown: _Shown) -> JsonObject:
    card = shown.card
    return {
        "name_en": shown.name(card.name_latin),
        "name_cn": shown.name(card.name),
        "sex_code": card.sex_code,
        "sex": sex_word(card.sex_code),
        "id_number": shown.number(card.number),
        "nationality": card.nationality,
        "birth": _iso(card.birth_date),
        "valid_from": _iso(card.valid_from),
        "valid_to": _iso(card.valid_to),
    }


def _foreigner_2017(shown: _Shown) -> JsonObject:
    return _foreigner(shown) | {"card_version": shown.card.card_version, "issuer_code": shown.card.issuer}


def _foreigner_2023(shown: _Shown) -> JsonObject:
    card = shown.card
    fields = _foreigner(shown) | {"renewal_count": card.renewal_count}
    if card.former_number:
        fields["old_number"] = shown.number(card.former_number)
    return fields


def _unknown(shown: _Shown) -> JsonObject:
    del shown
    return {}


_FIELDS: dict[DocumentKind, Callable[[_Shown], JsonObject]] = {
    DocumentKind.RESIDENT: _resident,
    DocumentKind.HMT_PERMIT: _hmt_permit,
    DocumentKind.FOREIGNER_2017: _foreigner_2017,
    DocumentKind.FOREIGNER_2023: _foreigner_2023,
    DocumentKind.UNKNOWN: _unknown,
}
