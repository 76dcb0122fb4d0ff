"""A room as a form holds it, flat and in the words people type, and the way there and back. No widget, no store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.hours import HoursException, OpeningHours, Season, Spans, WeeklyHours
from desk_app.domain.bookings.quotas import Counted, Per, Quota, Reach
from desk_app.domain.bookings.rooms import Length, Notice, Room, RoomPurpose, RoomRules
from desk_app.domain.bookings.slots import MINUTE
from desk_app.ui.pages.settings.rooms_text import features_of, features_text, read_spans, spans_text

_Read = TypeVar("_Read")
USUAL_DAY = "8:30–20:30"
"""What a new room is open; a hub opens daily and at least 56 hours a week."""


@dataclass(frozen=True, slots=True)
class WeekDraft:
    """Weekly hours as seven lines of text, Monday first; a season has `first` and `last`, the ordinary week has not."""

    days: tuple[str, ...] = (USUAL_DAY,) * 7
    first: date | None = None
    last: date | None = None
    yearly: bool = True


@dataclass(frozen=True, slots=True)
class ExceptionDraft:
    """Other hours on one day; no hours are a closed day."""

    day: date
    hours: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuotaDraft:
    """At most so many uses, or hours, per period. `kept` is the stored quota, for what the form does not show."""

    per: str = Per.MONTH.value
    most: int = 4
    in_hours: bool = False
    whole_hub: bool = False
    kept: Quota | None = None


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """Every field of the form. Times are minutes, notice at most is days; 0 stands for no limit or never."""

    id: UUID
    name: str = ""
    floor: str = ""
    area: str = ""
    capacity: int = 20
    features: str = ""
    photo: str = ""
    purposes: frozenset[RoomPurpose] = frozenset()
    parts: tuple[UUID, ...] = ()
    home_desk: str = ""
    in_service: bool = True
    weeks: tuple[WeekDraft, ...] = (WeekDraft(),)
    exceptions: tuple[ExceptionDraft, ...] = ()
    holiday_hours: str = ""
    makeup_hours: str = ""
    setup: int = 0
    cleanup: int = 0
    at_least: int = 0
    at_most: int = 90
    shortest: int = 15
    longest: int = 240
    quotas: tuple[QuotaDraft, ...] = ()
    most_in_a_row: int = 0
    row_gap: int = 30
    groups_at_once: int = 1
    needs_approval: bool = False
    overnight: bool = False
    uses_check_in: bool = True
    check_in_early: int = 30
    release_after: int = 20


def minutes(span: timedelta | None) -> int:
    """Whole minutes, 0 for None."""
    return 0 if span is None else span // MINUTE


def limit(number: int) -> timedelta | None:
    """So many minutes, None for 0."""
    return number * MINUTE if number else None


# ---- a room into the form ----------------------------------------------------------------------------------------


def draft_of(room: Room) -> RoomDraft:
    """The form filled with a stored room."""
    rules, hours = room.rules, room.hours
    return RoomDraft(
        id=room.id,
        name=room.name,
        floor=room.floor,
        area=f"{room.area:g}" if room.area else "",
        capacity=room.capacity,
        features=features_text(room.features),
        photo=room.photo,
        purposes=room.purposes,
        parts=room.parts,
        home_desk=room.home_desk,
        in_service=room.in_service,
        weeks=(_week(hours.weekly), *(_season(season) for season in hours.seasons)),
        exceptions=tuple(ExceptionDraft(each.day, spans_text(each.spans), each.why) for each in hours.exceptions),
        holiday_hours=_special(hours.on_holidays),
        makeup_hours=_special(hours.on_makeup_workdays),
        setup=minutes(rules.setup),
        cleanup=minutes(rules.cleanup),
        at_least=minutes(rules.notice.at_least),
        at_most=0 if rules.notice.at_most is None else max(1, rules.notice.at_most.days),
        shortest=minutes(rules.length.shortest),
        longest=minutes(rules.length.longest),
        quotas=tuple(map(_quota, rules.quotas)),
        most_in_a_row=rules.most_in_a_row or 0,
        row_gap=minutes(rules.row_gap),
        groups_at_once=rules.groups_at_once,
        needs_approval=rules.needs_approval,
        overnight=rules.overnight,
        uses_check_in=rules.uses_check_in,
        check_in_early=minutes(rules.check_in_early),
        release_after=minutes(rules.release_after),
    )


def _week(hours: WeeklyHours) -> WeekDraft:
    return WeekDraft(tuple(spans_text(spans) for spans in hours.week))


def _season(season: Season) -> WeekDraft:
    return WeekDraft(_week(season.hours).days, season.first, season.last, season.yearly)


def _special(spans: Spans | None) -> str:
    return "" if spans is None else spans_text(spans) or CLOSED


CLOSED = "关闭"
"""What stands in a field whose emptiness already means something else."""


def _quota(quota: Quota) -> QuotaDraft:
    in_hours = quota.what is Counted.MINUTES
    most = quota.most // 60 if in_hours else quota.most
    return QuotaDraft(quota.per.value, most, in_hours, quota.reach is Reach.HUB, quota)


# ---- the form into a room ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reading:
    """Collects every refusal, so that all of them stand beside their fields at once."""

    refusals: dict[str, DeskError] = field(default_factory=dict)

    def at(self, place: str, read: Callable[[], _Read], otherwise: _Read) -> _Read:
        try:
            return read()
        except DeskError as refusal:
            self.refusals.setdefault(place, DeskError(refusal.code, field=place, **refusal.params))
            return otherwise


def read_room(draft: RoomDraft) -> tuple[Room | None, Mapping[str, DeskError]]:
    """The room the form describes, or None and why not, by the place of each refusal.

    Places are field names; `weeks.1.5` is the Friday (ISO 5) of the second week, `exceptions.0` the first exception.
    """
    reading = _Reading()
    if not draft.name.strip():
        reading.refusals["name"] = DeskError("room.name_missing", field="name")
    area = reading.at("area", lambda: _area(draft.area), 0.0)
    hours = _hours(draft, reading)
    rules = _rules(draft, reading)
    if reading.refusals or rules is None:
        return None, reading.refusals
    return _room(draft, area, hours, rules), {}


def _room(draft: RoomDraft, area: float, hours: OpeningHours, rules: RoomRules) -> Room:
    return Room(
        id=draft.id,
        name=draft.name.strip(),
        capacity=draft.capacity,
        area=area,
        purposes=draft.purposes,
        features=features_of(draft.features),
        photo=draft.photo,
        hours=hours,
        rules=rules,
        parts=draft.parts,
        home_desk=draft.home_desk.strip().upper(),
        in_service=draft.in_service,
        floor=draft.floor.strip(),
    )


def _area(text: str) -> float:
    clean = text.strip().removesuffix("㎡").removesuffix("m²").strip()
    try:
        area = float(clean) if clean else 0.0
    except ValueError:
        raise DeskError("room.area_unreadable", field="area") from None
    if not 0 <= area < 100_000:
        raise DeskError("room.area_unreadable", field="area")
    return area


def _hours(draft: RoomDraft, reading: _Reading) -> OpeningHours:
    weeks = [_read_week(number, week, reading) for number, week in enumerate(draft.weeks)]
    seasons = [
        reading.at(f"weeks.{number}.last", partial(_read_season, draft.weeks[number], weeks[number]), None)
        for number in range(1, len(weeks))
    ]
    exceptions = [
        HoursException(each.day, reading.at(f"exceptions.{number}", partial(read_spans, each.hours), ()), each.why)
        for number, each in enumerate(draft.exceptions)
    ]
    _one_a_day(draft, reading)
    return OpeningHours(
        weekly=weeks[0],
        seasons=tuple(season for season in seasons if season is not None),
        exceptions=tuple(sorted(exceptions, key=lambda each: each.day)),
        on_holidays=reading.at("holiday_hours", partial(_read_special, draft.holiday_hours), None),
        on_makeup_workdays=reading.at("makeup_hours", partial(_read_special, draft.makeup_hours), None),
    )


def _read_week(number: int, week: WeekDraft, reading: _Reading) -> WeeklyHours:
    nothing: Spans = ()
    spans = [
        reading.at(f"weeks.{number}.{weekday}", partial(read_spans, text), nothing)
        for weekday, text in enumerate(week.days, 1)
    ]
    mon, tue, wed, thu, fri, sat, sun = spans
    return WeeklyHours((mon, tue, wed, thu, fri, sat, sun))


def _read_season(week: WeekDraft, hours: WeeklyHours) -> Season | None:
    if week.first is None or week.last is None:
        raise DeskError("room.season_dates_missing", field="last")
    return Season(week.first, week.last, hours, week.yearly)


def _read_special(text: str) -> Spans | None:
    """Hours of holidays: nothing typed is as on any such weekday, closed must be said."""
    return read_spans(text) if text.strip() else None


def _one_a_day(draft: RoomDraft, reading: _Reading) -> None:
    seen: set[date] = set()
    for number, each in enumerate(draft.exceptions):
        if each.day in seen:
            reading.refusals.setdefault(f"exceptions.{number}", DeskError("room.exception_twice", field="exceptions"))
        seen.add(each.day)


def _rules(draft: RoomDraft, reading: _Reading) -> RoomRules | None:
    def rules() -> RoomRules:
        return RoomRules(
            setup=draft.setup * MINUTE,
            cleanup=draft.cleanup * MINUTE,
            notice=Notice(draft.at_least * MINUTE, timedelta(days=draft.at_most) if draft.at_most else None),
            length=Length(draft.shortest * MINUTE, limit(draft.longest)),
            quotas=tuple(map(_read_quota, draft.quotas)),
            most_in_a_row=draft.most_in_a_row or None,
            row_gap=draft.row_gap * MINUTE,
            groups_at_once=draft.groups_at_once,
            needs_approval=draft.needs_approval,
            overnight=draft.overnight,
            uses_check_in=draft.uses_check_in,
            check_in_early=draft.check_in_early * MINUTE,
            release_after=limit(draft.release_after),
        )

    notice = draft.at_most * timedelta(days=1)
    if notice and notice < draft.at_least * MINUTE:
        reading.refusals["at_most"] = DeskError("room.notice_contradicts", field="at_most")
    try:
        return rules()
    except DeskError as refusal:
        reading.refusals.setdefault(refusal.field, refusal)
        return None


def _read_quota(draft: QuotaDraft) -> Quota:
    kept = draft.kept or Quota(Per.MONTH, draft.most)
    return replace(
        kept,
        per=Per(draft.per),
        most=_most(draft),
        what=Counted.MINUTES if draft.in_hours else Counted.USES,
        reach=Reach.HUB if draft.whole_hub else Reach.ROOM,
    )


def _most(draft: QuotaDraft) -> int:
    """Hours become minutes; a stored quota of an uneven number of minutes stays as it is while nobody touches it."""
    if not draft.in_hours:
        return draft.most
    kept = draft.kept
    same = kept is not None and kept.what is Counted.MINUTES and kept.most // 60 == draft.most
    return kept.most if kept is not None and same else draft.most * 60
