"""Parts of bookings as JSON in a column: recurrence rules, who answers, lent pieces, wishes on the waiting list."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from desk_app.domain.bookings.booking import Lent, PartyKind, Responsible
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import room_purpose
from desk_app.domain.bookings.series import Series
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.taking import Skipped
from desk_app.storage.values import from_minutes, to_minutes


def to_lent(equipment: tuple[Lent, ...]) -> str:
    """`hex:pieces`, with blanks between; "" for none, which is most of them."""
    return " ".join(f"{lent.equipment_id.hex}:{lent.pieces}" for lent in equipment)


def from_lent(text: str) -> tuple[Lent, ...]:
    pairs = (part.partition(":") for part in text.split())
    return tuple(Lent(UUID(one), int(pieces)) for one, _, pieces in pairs)


def to_slot(start: int | None, end: int | None) -> Slot | None:
    """A slot of two columns, None where they are null."""
    return None if start is None or end is None else Slot(from_minutes(start), from_minutes(end))


def series_text(series: Series) -> str:
    """What a series says beside its first slot and rooms."""
    return _dump(
        rule=_rule_values(series.rule),
        responsible=_responsible_values(series.responsible),
        purpose=series.purpose.value,
        title=series.title,
        head_count=series.head_count,
        skipped=[_slot_values(skipped.slot) for skipped in series.skipped],
    )


def series_of(series_id: UUID, split_from: UUID | None, first: Slot, room_ids: tuple[UUID, ...], text: str) -> Series:
    """The series of one row. Why a date was skipped is not stored: whoever asks is told how it stands now."""
    values = json.loads(text)
    return Series(
        id=series_id,
        room_ids=room_ids,
        rule=_rule(values["rule"]),
        first=first,
        responsible=_responsible(values["responsible"]),
        purpose=room_purpose(values["purpose"]),
        title=values["title"],
        head_count=values["head_count"],
        skipped=tuple(Skipped(_slot(pair)) for pair in values["skipped"]),
        split_from=split_from,
    )


def wish_text(wish: Request) -> str:
    """What a waiting entry asks for beside rooms and time."""
    return _dump(
        responsible=_responsible_values(wish.responsible),
        purpose=wish.purpose.value,
        head_count=wish.head_count,
        equipment=to_lent(wish.equipment),
    )


def wish_of(room_ids: tuple[UUID, ...], slot: Slot, text: str) -> Request:
    values = json.loads(text)
    return Request(
        room_ids=room_ids,
        slots=(slot,),
        responsible=_responsible(values["responsible"]),
        purpose=room_purpose(values["purpose"]),
        head_count=values["head_count"],
        equipment=from_lent(values["equipment"]),
    )


def _dump(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _responsible_values(who: Responsible) -> dict[str, Any]:
    return {
        "kind": who.kind.value,
        "party": who.party_id.hex,
        "party_name": who.party_name,
        "person": who.person_id.hex if who.person_id else None,
        "person_name": who.person_name,
        "phone": who.phone,
        "adult": who.adult,
    }


def _responsible(values: dict[str, Any]) -> Responsible:
    return Responsible(
        kind=PartyKind(values["kind"]),
        party_id=UUID(values["party"]),
        party_name=values["party_name"],
        person_id=UUID(values["person"]) if values["person"] else None,
        person_name=values["person_name"],
        phone=values["phone"],
        adult=values["adult"],
    )


def _rule_values(rule: Recurrence) -> dict[str, Any]:
    values: dict[str, Any] = {
        "repeat": rule.repeat.value,
        "every": rule.every,
        "weekdays": sorted(rule.weekdays),
        "month_day": rule.month_day,
        "nth": rule.nth,
        "picked": [day.isoformat() for day in rule.picked],
        "count": rule.count,
        "until": rule.until.isoformat() if rule.until else None,
        "text": rule.text,
        "skips_holidays": rule.skips_holidays,
        "follows_makeup": rule.follows_makeup,
    }
    return {name: value for name, value in values.items() if value}


def _rule(values: dict[str, Any]) -> Recurrence:
    return Recurrence(
        repeat=Repeat(values["repeat"]),
        every=values.get("every", 1),
        weekdays=frozenset(values.get("weekdays", ())),
        month_day=values.get("month_day"),
        nth=values.get("nth"),
        picked=tuple(map(date.fromisoformat, values.get("picked", ()))),
        count=values.get("count"),
        until=date.fromisoformat(values["until"]) if "until" in values else None,
        text=values.get("text", ""),
        skips_holidays=values.get("skips_holidays", False),
        follows_makeup=values.get("follows_makeup", False),
    )


def _slot_values(slot: Slot) -> list[int]:
    return [to_minutes(slot.start), to_minutes(slot.end)]


def _slot(pair: list[int]) -> Slot:
    start, end = (from_minutes(minutes) for minutes in pair)
    return Slot(start, end)
