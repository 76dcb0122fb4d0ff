"""A room's settings as JSON in one column: what is not the default, durations in minutes, clock times as HH:MM."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from desk_app.domain.bookings.hours import (
    OPEN_ALWAYS,
    HoursException,
    OpeningHours,
    Season,
    Spans,
    WeeklyHours,
)
from desk_app.domain.bookings.quotas import Counted, Per, Quota, Reach
from desk_app.domain.bookings.rooms import Length, Notice, Room, RoomRules, room_purpose
from desk_app.domain.bookings.slots import ALL_DAY, MINUTE, DaySpan

_RULES = RoomRules()
_MINUTES = ("setup", "cleanup", "row_gap", "check_in_early", "release_after")
_PLAIN = ("most_in_a_row", "needs_approval", "overnight", "uses_check_in")


def to_text(room: Room) -> str:
    """Everything of `room` that has no column of its own."""
    values: dict[str, Any] = {
        "capacity": room.capacity,
        "area": room.area,
        "purposes": sorted(purpose.value for purpose in room.purposes),
        "features": sorted(room.features),
        "photo": room.photo,
        "floor": room.floor,
        "home_desk": room.home_desk,
        "parts": [part.hex for part in room.parts],
        "hours": {} if room.hours == OPEN_ALWAYS else _hours_values(room.hours),
        "rules": _rules_values(room.rules),
    }
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False)


def from_text(room_id: UUID, name: str, text: str, *, in_service: bool, groups_at_once: int) -> Room:
    """The room of one row."""
    values = json.loads(text)
    return Room(
        id=room_id,
        name=name,
        capacity=values.get("capacity", 0),
        area=float(values.get("area", 0)),
        purposes=frozenset(map(room_purpose, values.get("purposes", ()))),
        features=frozenset(values.get("features", ())),
        photo=values.get("photo", ""),
        floor=values.get("floor", ""),
        home_desk=values.get("home_desk", ""),
        parts=tuple(UUID(part) for part in values.get("parts", ())),
        hours=_hours(values["hours"]) if "hours" in values else OPEN_ALWAYS,
        rules=_rules(values.get("rules", {}), groups_at_once),
        in_service=in_service,
    )


def _rules_values(rules: RoomRules) -> dict[str, Any]:
    values: dict[str, Any] = {name: _minutes(getattr(rules, name)) for name in _MINUTES}
    values |= {name: getattr(rules, name) for name in _PLAIN}
    values |= _limits(rules)
    values["quotas"] = [_quota_values(quota) for quota in rules.quotas]
    ordinary: dict[str, Any] = {name: _minutes(getattr(_RULES, name)) for name in _MINUTES}
    ordinary |= {name: getattr(_RULES, name) for name in _PLAIN}
    ordinary |= {**_limits(_RULES), "quotas": []}
    return {name: value for name, value in values.items() if value != ordinary[name]}


def _limits(rules: RoomRules) -> dict[str, Any]:
    return {
        "at_least": _minutes(rules.notice.at_least),
        "at_most": _minutes(rules.notice.at_most),
        "shortest": _minutes(rules.length.shortest),
        "longest": _minutes(rules.length.longest),
    }


def _rules(values: dict[str, Any], groups_at_once: int) -> RoomRules:
    def span(name: str, ordinary: timedelta | None) -> timedelta | None:
        return _span(values[name]) if name in values else ordinary

    def always(name: str, ordinary: timedelta) -> timedelta:
        found = span(name, ordinary)
        return ordinary if found is None else found

    return RoomRules(
        setup=always("setup", _RULES.setup),
        cleanup=always("cleanup", _RULES.cleanup),
        notice=Notice(always("at_least", _RULES.notice.at_least), span("at_most", _RULES.notice.at_most)),
        length=Length(always("shortest", _RULES.length.shortest), span("longest", _RULES.length.longest)),
        quotas=tuple(map(_quota, values.get("quotas", ()))),
        row_gap=always("row_gap", _RULES.row_gap),
        check_in_early=always("check_in_early", _RULES.check_in_early),
        release_after=span("release_after", _RULES.release_after),
        groups_at_once=groups_at_once,
        **{name: values[name] for name in _PLAIN if name in values},
    )


def _minutes(span: timedelta | None) -> int | None:
    return None if span is None else span // MINUTE


def _span(minutes: int | None) -> timedelta | None:
    return None if minutes is None else minutes * MINUTE


def _quota_values(quota: Quota) -> dict[str, Any]:
    return {
        "per": quota.per.value,
        "most": quota.most,
        "what": quota.what.value,
        "reach": quota.reach.value,
        "week_starts": quota.week_starts,
        "between": _times(quota.between),
        "weekdays": sorted(quota.weekdays),
    }


def _quota(values: dict[str, Any]) -> Quota:
    return Quota(
        per=Per(values["per"]),
        most=values["most"],
        what=Counted(values.get("what", Counted.USES)),
        reach=Reach(values.get("reach", Reach.ROOM)),
        week_starts=values.get("week_starts", 1),
        between=_day_span(values["between"]) if "between" in values else ALL_DAY,
        weekdays=frozenset(values.get("weekdays", range(1, 8))),
    )


def _hours_values(hours: OpeningHours) -> dict[str, Any]:
    values: dict[str, Any] = {"weekly": _week_values(hours.weekly)}
    if hours.seasons:
        values["seasons"] = [
            [season.first.isoformat(), season.last.isoformat(), season.yearly, _week_values(season.hours)]
            for season in hours.seasons
        ]
    if hours.exceptions:
        values["exceptions"] = [
            [one.day.isoformat(), [_times(span) for span in one.spans], one.why] for one in hours.exceptions
        ]
    if hours.on_holidays is not None:
        values["on_holidays"] = [_times(span) for span in hours.on_holidays]
    if hours.on_makeup_workdays is not None:
        values["on_makeup_workdays"] = [_times(span) for span in hours.on_makeup_workdays]
    return values


def _hours(values: dict[str, Any]) -> OpeningHours:
    return OpeningHours(
        weekly=_week(values["weekly"]),
        seasons=tuple(
            Season(date.fromisoformat(first), date.fromisoformat(last), _week(week), yearly)
            for first, last, yearly, week in values.get("seasons", ())
        ),
        exceptions=tuple(
            HoursException(date.fromisoformat(day), _spans(spans), why)
            for day, spans, why in values.get("exceptions", ())
        ),
        on_holidays=_spans(values["on_holidays"]) if "on_holidays" in values else None,
        on_makeup_workdays=_spans(values["on_makeup_workdays"]) if "on_makeup_workdays" in values else None,
    )


def _week_values(week: WeeklyHours) -> list[list[Any]]:
    """Rows of weekdays that share a stretch, as they are typed."""
    days: dict[DaySpan, list[int]] = {}
    for number, spans in enumerate(week.week, start=1):
        for span in spans:
            days.setdefault(span, []).append(number)
    return [[numbers, *_times(span)] for span, numbers in days.items()]


def _week(rows: Iterable[Sequence[Any]]) -> WeeklyHours:
    return WeeklyHours.of((frozenset(numbers), _day_span((opens, closes))) for numbers, opens, closes in rows)


def _times(span: DaySpan) -> list[str]:
    return [f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"]


def _day_span(times: Sequence[str]) -> DaySpan:
    return DaySpan(time.fromisoformat(times[0]), time.fromisoformat(times[1]))


def _spans(rows: Iterable[Sequence[str]]) -> Spans:
    return tuple(map(_day_span, rows))
