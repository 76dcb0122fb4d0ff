"""Opening hours and equipment as one line of text, as people write them: 8:30–11:30、13:00–17:00."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import time
from itertools import pairwise

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.slots import ALL_DAY, DaySpan

CLOSED_WORDS = frozenset({"关闭", "关", "休", "休息", "闭馆", "不开放", "closed", "close", "off", "-", "—"})
ALL_DAY_WORDS = frozenset({"全天", "24小时", "0-24", "all day", "24h"})
_BETWEEN = re.compile(r"[,，、;；/\n]+|\s+(?=\d{1,2}(?::\d\d)?\s*-)")
_SPAN = re.compile(r"(\d{1,2})(?::?(\d\d))?\s*-\s*(\d{1,2})(?::?(\d\d))?")
_DASHES = str.maketrans(dict.fromkeys("–—−‐~～至到", "-"))


def spans_text(spans: Iterable[DaySpan]) -> str:
    """8:30–11:30、13:00–17:00; "" for no span at all, 全天 for a whole day."""
    stretches = tuple(spans)
    if stretches == (ALL_DAY,):
        return "全天"
    return "、".join(f"{_clock(span.opens)}–{_clock(span.closes, closing=True)}" for span in stretches)


def _clock(moment: time, *, closing: bool = False) -> str:
    return "24:00" if closing and moment == time.min else f"{moment.hour}:{moment.minute:02}"


def read_spans(text: str) -> tuple[DaySpan, ...]:
    """What was meant, by start; closed is no span. Full-width signs, 至 and ~, 830-1130 and 8-11 are all understood.

    DeskError room.hours_unreadable (text=), room.closes_before_opening, room.hours_overlap, field "hours".
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if not plain or plain in CLOSED_WORDS:
        return ()
    if plain in ALL_DAY_WORDS:
        return (ALL_DAY,)
    plain = re.sub(r"\s*-\s*", "-", plain.translate(_DASHES).replace(".", ":"))
    spans = sorted(_span(part.strip(), text) for part in _BETWEEN.split(plain) if part.strip())
    for one, other in pairwise(spans):
        if one.closes == time.min or other.opens < one.closes:
            raise DeskError("room.hours_overlap", field="hours")
    return tuple(spans)


def _span(part: str, whole: str) -> DaySpan:
    found = _SPAN.fullmatch(part)
    if found is None:
        raise DeskError("room.hours_unreadable", field="hours", text=whole.strip())
    opens, closes = ((int(hour), int(minute or 0)) for hour, minute in (found.group(1, 2), found.group(3, 4)))
    if closes == (24, 0):
        closes = (0, 0)
    try:
        return DaySpan(time(*opens), time(*closes))
    except ValueError:
        raise DeskError("room.hours_unreadable", field="hours", text=whole.strip()) from None


def features_text(features: Iterable[str]) -> str:
    """投影、白板, sorted, as it stands in the field."""
    return "、".join(sorted(features))


def features_of(text: str) -> frozenset[str]:
    """The things named in the field, whatever stands between them."""
    return frozenset(part for part in re.split(r"[,，、;；\s]+", text.strip()) if part)
