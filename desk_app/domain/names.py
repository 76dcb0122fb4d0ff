"""How a name is written: one spelling for every way it arrives, and whether it can be read at all."""

from __future__ import annotations

import unicodedata

# U+00B7 is the separator the twelve ministries fixed; the others arrive from keyboards, card chips and copy-paste.
_MIDDLE_DOTS = dict.fromkeys(map(ord, "•‧・．∙･"), "·")


def clean_name(text: str) -> str:
    """One spelling per name: NFC, U+00B7 as separator, no control, direction or zero-width marks, single inner blanks.

    Han names lose inner blanks (「张　三」 is 张三), and nothing stands around a separator. Nothing else is dropped:
    rare characters and emoji stay.
    """
    kept = "".join(
        " " if ch.isspace() else ch
        for ch in unicodedata.normalize("NFC", text).translate(_MIDDLE_DOTS)
        if ch.isspace() or (unicodedata.category(ch) not in ("Cc", "Cs") and ch not in _UNSEEN)
    )
    name = ""
    for word in kept.split():
        glued = not name or (_joins(name[-1]) and _joins(word[0])) or "·" in (name[-1], word[0])
        name += word if glued else " " + word
    return name


def _joins(ch: str) -> bool:
    return ch == "·" or is_han(ch)


# Direction marks left in a name would turn round the rest of a line on screen, slip and log; zero-width blanks and soft
# hyphens make two names of one. The joiner inside an emoji stays.
_UNSEEN = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\u2060\u00ad")


def is_han(ch: str) -> bool:
    """Whether this is a Han character, the rare and the newest among them."""
    return "CJK" in unicodedata.name(ch, "CJK") or 0x20000 <= ord(ch) <= 0x3FFFF


def is_readable(name: str) -> bool:
    """Whether a cleaned name names anybody: more than dots, marks and joiners, and no place where text was lost."""
    return "\ufffd" not in name and any(unicodedata.category(ch)[0] not in "PMZ" and ch not in _BLANKS for ch in name)


_BLANKS = frozenset("\u200c\u200d\u180e\u2061\u2062\u2063\u2064\u3164\u115f\u1160\uffa0\u2800")
"""Take room or none, show nothing; some of them count as letters."""
