"""Every spelling a name may be looked for by: as written, in pinyin, by initials, from any of its parts on.

The readings come from pypinyin, imported when the first name is written: its tables cost some 60 ms and 10 MB that
a start should not pay. Its phrase tables are left out, since names are not phrases.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

FORM_LIMIT = 24
"""Characters of a spelling that are kept and compared; nobody types more to find a person."""
_READINGS_EACH = 3
_READINGS_TOGETHER = 8
"""Readings kept per character and per name: 乐华 is leyu, yueyu …, but 50 characters must not make 3 ** 50."""

# How a character is read as a surname, where that differs from its commonest reading. 百家姓 readings; where two are
# heard, both stand here and either finds the person.
_SURNAMES = {
    "曾": ("zeng",),
    "单": ("shan",),
    "單": ("shan",),
    "仇": ("qiu",),
    "解": ("xie",),
    "区": ("ou",),
    "區": ("ou",),
    "翟": ("zhai", "di"),
    "朴": ("piao", "pu"),
    "查": ("zha",),
    "盖": ("ge", "gai"),
    "蓋": ("ge", "gai"),
    "乐": ("yue", "le"),
    "樂": ("yue", "le"),
    "宓": ("fu", "mi"),
    "缪": ("miao",),
    "繆": ("miao",),
    "覃": ("qin", "tan"),
    "任": ("ren",),
    "黑": ("he", "hei"),
    "员": ("yun",),
    "員": ("yun",),
    "秘": ("bi", "mi"),
    "冼": ("xian",),
    "洗": ("xian",),
    "折": ("she", "zhe"),
    "繁": ("po",),
    "种": ("chong",),
    "纪": ("ji",),
    "葛": ("ge",),
    "燕": ("yan",),
    "卜": ("bu",),
    "訾": ("zi",),
    "晁": ("chao",),
    "郗": ("xi", "chi"),
    "郇": ("xun", "huan"),
    "都": ("du",),
    "隗": ("wei", "kui"),
    "召": ("shao",),
    "祭": ("zhai",),
    "车": ("che",),
    "車": ("che",),
    "石": ("shi",),
    "薄": ("bo",),
    "佴": ("nai",),
    "能": ("nai",),
    "幺": ("yao",),
    "谌": ("chen", "shen"),
    "諶": ("chen", "shen"),
    "句": ("gou",),
    "相": ("xiang",),
    "柏": ("bai", "bo"),
    "过": ("guo",),
    "牟": ("mou", "mu"),
    "瞿": ("qu",),
    "阚": ("kan",),
    "库": ("she", "ku"),
    "那": ("na",),
    "哈": ("ha",),
    "洪": ("hong",),
    "逄": ("pang",),
    "尉": ("wei",),
    "沈": ("shen",),
    "贾": ("jia",),
    "賈": ("jia",),
}
_COMPOUND_SURNAMES = {
    "尉迟": ("yu", "chi"),
    "尉遲": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "萬俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "長孫": ("zhang", "sun"),
    "澹台": ("tan", "tai"),
    "单于": ("chan", "yu"),
    "令狐": ("ling", "hu"),
    "鲜于": ("xian", "yu"),
    "宰父": ("zai", "fu"),
    "亓官": ("qi", "guan"),
    "夹谷": ("jia", "gu"),
    "乐正": ("yue", "zheng"),
    "仲长": ("zhong", "chang"),
    "独孤": ("du", "gu"),
    "拓跋": ("tuo", "ba"),
    "皇甫": ("huang", "fu"),
    "濮阳": ("pu", "yang"),
    "颛孙": ("zhuan", "sun"),
    "壤驷": ("rang", "si"),
    "漆雕": ("qi", "diao"),
    "呼延": ("hu", "yan"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling. `whole` marks a full name, full reading, full initials or a phone tail: an exact match if equal."""

    text: str
    whole: bool


def fold(text: str) -> str:
    """What typing and storing have in common: half-width, lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join(ch for ch in decomposed if unicodedata.category(ch) != "Mn"))


def words_typed(text: str) -> tuple[str, ...]:
    """The words of a search box, folded; separators of names and numbers count as blanks."""
    return tuple("".join(ch if _is_word(ch) else " " for ch in fold(text)).split())


def forms_of(name: str, phone: str) -> tuple[Form, ...]:
    """Every spelling of a person, whole ones first, without repetition."""
    units = _units(name)
    forms: dict[str, bool] = {}
    _add_suffixes(forms, units)
    for number, reading in enumerate(_reading_sequences(units)):
        _add_suffixes(forms, reading)
        _add_suffixes(forms, [syllable[0] for syllable in reading], shortest=2)
        if number == 0 and len(reading) > 1:  # as input methods take it: linhf
            forms.setdefault((reading[0] + "".join(syllable[0] for syllable in reading[1:]))[:FORM_LIMIT], False)
    _add_phone(forms, phone)
    ordered = sorted(forms.items(), key=lambda item: not item[1])
    return tuple(Form(text, whole) for text, whole in ordered if text)


def warm_up() -> None:
    """Load the reading tables now, on whatever thread has time, so that the first new visitor does not wait."""
    _readings("汇")


def _add_suffixes(forms: dict[str, bool], units: Sequence[str], *, shortest: int = 1) -> None:
    """The whole and every later part; one initial alone says no more than the beginning of its reading."""
    for start in range(len(units) - shortest + 1):
        text = "".join(units[start:])[:FORM_LIMIT]
        forms[text] = forms.get(text, False) or start == 0


def _add_phone(forms: dict[str, bool], phone: str) -> None:
    digits = "".join(ch for ch in phone if ch.isascii() and ch.isdigit())
    if len(digits) >= 4:
        forms[digits[-4:]] = True
        forms.setdefault(digits, True)


def _units(name: str) -> list[str]:
    """A Han character or any other sign by itself, Latin letters and digits by the word."""
    units: list[str] = []
    joins = False
    for ch in fold(name):
        if not _is_word(ch):
            joins = False
        elif ch.isascii():
            if joins:
                units[-1] += ch
            else:
                units.append(ch)
            joins = True
        else:
            units.append(ch)
            joins = False
    return units


def _is_word(ch: str) -> bool:
    return not ch.isspace() and ch not in "·'’-.,_/|()（）"


def _reading_sequences(units: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Plausible readings of the whole name, the likeliest first."""
    surname = _COMPOUND_SURNAMES.get("".join(units[:2])) if len(units) > 2 else None
    choices: list[tuple[str, ...]] = []
    for place, unit in enumerate(units):
        if surname is not None and place < 2:
            choices.append((surname[place],))
        elif place == 0 and unit in _SURNAMES:
            choices.append(tuple(dict.fromkeys(_SURNAMES[unit] + _readings(unit)))[:_READINGS_EACH])
        else:
            choices.append(_readings(unit))
    return islice(product(*choices), _READINGS_TOGETHER)


@lru_cache(maxsize=8192)
def _readings(unit: str) -> tuple[str, ...]:
    """Readings of one character without tones, the commonest first; anything that has none reads as itself."""
    if unit.isascii():
        return (unit,)
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin import Style, pinyin

    found = pinyin(unit, style=Style.NORMAL, heteronym=True, errors="ignore")
    readings = tuple(dict.fromkeys(reading for reading in (found[0] if found else ()) if reading.isascii()))
    with_umlaut = tuple(reading.replace("v", "u") for reading in readings if "v" in reading)
    return (readings + with_umlaut)[:_READINGS_EACH] or (unit,)
