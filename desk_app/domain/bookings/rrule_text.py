"""RFC 5545 rules in and out: text for `--rrule`, calendar files and exports."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.recurrence import MOST_EVERY, Recurrence, Repeat, filled_in, last_day_until
from desk_app.domain.bookings.slots import Slot, instant_of, wall_clock

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_READ = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"})
_NTH_DAY = re.compile(r"([+-]?\d{1,2})(MO|TU|WE|TH|FR|SA|SU)")
_VALUE = re.compile(r"[A-Z0-9,+-]+")
_PLAIN = {"DAILY": Repeat.DAILY, "WEEKLY": Repeat.WEEKLY}


def from_rrule(text: str, first: Slot) -> Recurrence:
    """The rule a text such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=8" means for a booking at `first`.

    What the desk's own dialog offers becomes that; the rest of RFC 5545 down to days is kept as text and means what
    the RFC says. An exact UNTIL becomes the last whole day it still admits. Raises DeskError("recurrence.text",
    field="rrule", part=…) for what cannot be read, DeskError("recurrence.within_a_day") for hours and minutes.
    """
    parts = _parts(text)
    rest = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL"}}
    count = _number(parts, "COUNT") if "COUNT" in parts else None
    until = _until(parts["UNTIL"], first.start.time()) if "UNTIL" in parts else None
    repeat = _offered(rest)
    if repeat is None:
        _number(rest, "INTERVAL")
        kept = ";".join(f"{name}={value}" for name, value in ({"WKST": "MO"} | rest).items())
        return Recurrence(Repeat.RULE, text=kept, count=count, until=until)
    by_day = rest.get("BYDAY", "")
    return Recurrence(
        repeat=repeat,
        every=_number(rest, "INTERVAL"),
        weekdays=frozenset(_DAYS.index(name[-2:]) + 1 for name in by_day.split(",") if name),
        month_day=int(rest["BYMONTHDAY"]) if "BYMONTHDAY" in rest else None,
        nth=_one_place(by_day),
        count=count,
        until=until,
    )


def to_rrule(rule: Recurrence, first: Slot) -> str:
    """The rule as RFC 5545 text for DTSTART with TZID=Asia/Shanghai; "" where dates must be listed (RDATE) instead.

    Listed must be single and hand-picked dates, and those of rules that heed holidays, which the RFC does not know.
    """
    full = filled_in(rule, first.day)
    if full.repeat in (Repeat.ONCE, Repeat.PICKED) or full.skips_holidays or full.follows_makeup:
        return ""
    parts = [full.text] if full.repeat is Repeat.RULE else _written(full)
    if full.count is not None:
        parts.append(f"COUNT={full.count}")
    if full.until is not None:
        # beside a DTSTART with a zone, UNTIL must be UTC; the start on that day is the last moment that counts
        last = instant_of(datetime.combine(full.until, first.start.time()))
        parts.append(f"UNTIL={last:%Y%m%dT%H%M%SZ}")
    return ";".join(parts)


def _parts(text: str) -> dict[str, str]:
    """Names and values, upper case; each once."""
    body = text.strip().upper().removeprefix("RRULE:")
    parts: dict[str, str] = {}
    for piece in body.split(";"):
        name, equals, value = piece.partition("=")
        if name in {"BYHOUR", "BYMINUTE", "BYSECOND"} or value in {"HOURLY", "MINUTELY", "SECONDLY"}:
            raise DeskError("recurrence.within_a_day", field="rrule", part=piece)
        if not equals or not _VALUE.fullmatch(value) or name not in _READ or name in parts:
            raise DeskError("recurrence.text", field="rrule", part=piece)
        parts[name] = value
    if "FREQ" not in parts:
        raise DeskError("recurrence.text", field="rrule", part="FREQ")
    return parts


def _offered(rest: dict[str, str]) -> Repeat | None:
    """The way of repeating the dialog offers that says the same, None where there is none."""
    if rest.get("WKST", "MO") != "MO":
        return None
    names = rest.keys() - {"FREQ", "INTERVAL", "WKST"}
    freq, by_day = rest["FREQ"], rest.get("BYDAY", "")
    if freq in _PLAIN and (not names or (freq == "WEEKLY" and names == {"BYDAY"} and set(by_day.split(",")) <= _NAMES)):
        return _PLAIN[freq]
    if freq == "MONTHLY" and names == {"BYMONTHDAY"} and re.fullmatch(r"[1-9]|[12]\d|3[01]|-1", rest["BYMONTHDAY"]):
        return Repeat.MONTHLY_DATE
    if freq == "MONTHLY" and names == {"BYDAY"} and _one_place(by_day) is not None:
        return Repeat.MONTHLY_WEEKDAY
    return None


_NAMES = frozenset(_DAYS)


def _one_place(by_day: str) -> int | None:
    """The place in the month all of "2TU,2TH" share; None for plain weekdays or different places."""
    found = [_NTH_DAY.fullmatch(name) for name in by_day.split(",")]
    places = {int(match[1]) if match else None for match in found}
    return places.pop() if len(places) == 1 else None


def _number(parts: dict[str, str], name: str) -> int:
    value = parts.get(name, "1")
    if not (value.isascii() and value.isdigit() and len(value) <= 6) or (
        name == "INTERVAL" and int(value) > MOST_EVERY
    ):
        raise DeskError("recurrence.text", field="rrule", part=f"{name}={value}")
    return int(value)


def _until(value: str, at: time) -> date:
    try:
        if "T" not in value:
            return datetime.strptime(value, "%Y%m%d").replace(tzinfo=UTC).date()
        moment = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise DeskError("recurrence.text", field="rrule", part=f"UNTIL={value}") from error
    local = wall_clock(moment) if value.endswith("Z") else moment.replace(tzinfo=None)
    return last_day_until(local, at)


def _written(full: Recurrence) -> list[str]:
    freq = "MONTHLY" if full.repeat in (Repeat.MONTHLY_DATE, Repeat.MONTHLY_WEEKDAY) else full.repeat.value.upper()
    parts = [f"FREQ={freq}"]
    if full.every > 1:
        parts.append(f"INTERVAL={full.every}")
    if full.repeat is Repeat.MONTHLY_DATE:
        parts.append(f"BYMONTHDAY={full.month_day}")
    elif full.weekdays and full.repeat is not Repeat.DAILY:
        nth = full.nth if full.repeat is Repeat.MONTHLY_WEEKDAY else ""
        parts.append("BYDAY=" + ",".join(f"{nth}{_DAYS[number - 1]}" for number in sorted(full.weekdays)))
    return parts
