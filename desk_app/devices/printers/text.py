"""Text as a receipt printer takes it: normalised, measured in GB 18030 bytes, broken into lines that fit."""

from __future__ import annotations

import unicodedata

from desk_app.devices.printers.models import Level

_ONE_SPELLING = str.maketrans(
    {
        "¥": "￥",  # the half-width sign is a four-byte code and stands on \ in many ROMs
        "\u301c": "～",  # wave dash, as macOS writes it
        "\u2212": "-",  # minus sign
        "\u2027": "·",  # hyphenation point, in place of the name separator
        "\u00a0": " ",
        "\u3000": " ",
        "\t": " ",
    }
)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〉”’…·,.;:!?)]}%")
_NEVER_LAST = frozenset("（《「『【〈“‘([{￥$")


def normalised(text: str) -> str:
    """NFC, one spelling per sign, and nothing a printer could take for a command or turn a line round with.

    Control characters, surrogates, direction marks, joiners and variation selectors go; every character that is
    visible by itself stays, however rare.
    """
    whole = unicodedata.normalize("NFC", text).translate(_ONE_SPELLING)
    return "".join(ch for ch in whole if _visible(ch))


def _visible(ch: str) -> bool:
    if ord(ch) in _SKIN_TONES or ord(ch) in _VARIATION_SELECTORS:
        return False
    return unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def level(ch: str) -> Level:
    """The lowest part of GB 18030 that holds the character.

    Private-use characters count as four-byte ones: a ROM that has anything there has something else.
    """
    if ch < "\x80":
        return Level.ASCII
    code = ch.encode("gb18030")
    if len(code) == 4 or unicodedata.category(ch) == "Co":
        return Level.GB18030_4
    for encoding, found in (("gb2312", Level.GB2312), ("gbk", Level.GBK)):
        try:
            code.decode(encoding)
        except UnicodeDecodeError:
            continue
        return found
    return Level.GB18030_2


def highest_level(text: str) -> Level:
    """What a ROM must hold to print the whole text."""
    return max(map(level, text), default=Level.ASCII)


def width(text: str) -> int:
    """Columns of half-width characters on paper: one per byte of a one- or two-byte code, two for four-byte ones.

    Not wcwidth: “ ” — · × ℃ are two bytes, so two columns, in every Chinese ROM. Marks that combine take none.
    """
    return sum(_columns(ch) for ch in text)


def _columns(ch: str) -> int:
    if ch < "\x80":
        return 1
    return 0 if unicodedata.combining(ch) else 2


def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """The text in lines of at most `columns`; Latin words stay whole where they fit, no closing sign opens a line."""
    lines: list[str] = []
    rest = text.strip()
    while width(rest) > columns:
        place = _break(rest, columns)
        lines.append(rest[:place].rstrip())
        rest = rest[place:].lstrip()
    return (*lines, rest) if rest or not lines else tuple(lines)


def _break(text: str, columns: int) -> int:
    return break_before(text, _fitting(text, columns))


def break_before(text: str, limit: int) -> int:
    """The last place not after `limit` where the line may end; `limit` itself when there is none."""
    return next((place for place in range(limit, 0, -1) if may_break(text, place)), limit)


def _fitting(text: str, columns: int) -> int:
    used = 0
    for place, ch in enumerate(text):
        used += _columns(ch)
        if used > columns:
            return max(1, place)
    return len(text)


def may_break(text: str, place: int) -> bool:
    """Whether a line may end before character `place`: no closing sign first, no opening one last, no torn word."""
    before, after = text[place - 1], text[place]
    if after in _NEVER_FIRST or before in _NEVER_LAST or unicodedata.combining(after):
        return False
    return not (_in_word(before) and _in_word(after))


def _in_word(ch: str) -> bool:
    return ch.isascii() and not ch.isspace()


def spread(left: str, right: str, columns: int) -> str:
    """`left` at the left edge and `right` at the right one; the caller has seen to it that both fit."""
    return left + " " * max(1, columns - width(left) - width(right)) + right
