"""The plan's nine service kinds and the activities that take place under them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID

from desk_app.core.clock import SHANGHAI


class ServiceKind(StrEnum):
    """The nine kinds of section 四 of 徐府办发〔2017〕24号, in its order: the fixed top level of every list."""

    LIVING = "living"
    ELDERLY = "elderly"
    HEALTH = "health"
    CULTURE_SPORTS = "culture_sports"
    LEGAL = "legal"
    PARENT_CHILD = "parent_child"
    EDUCATION = "education"
    VOLUNTEER = "volunteer"
    SIGNATURE = "signature"

    @property
    def chinese(self) -> str:
        """The plan's own name, for slips, reports and other papers that are always Chinese."""
        return _CHINESE[self]

    @property
    def digit(self) -> int:
        """The key that chooses it at the desk, 1 to 9."""
        return tuple(ServiceKind).index(self) + 1


_CHINESE = {
    ServiceKind.LIVING: "生活服务",
    ServiceKind.ELDERLY: "为老服务",
    ServiceKind.HEALTH: "健康服务",
    ServiceKind.CULTURE_SPORTS: "文体服务",
    ServiceKind.LEGAL: "法律服务",
    ServiceKind.PARENT_CHILD: "亲子服务",
    ServiceKind.EDUCATION: "教育服务",
    ServiceKind.VOLUNTEER: "志愿服务",
    ServiceKind.SIGNATURE: "品牌特色服务",
}


@dataclass(frozen=True, slots=True)
class Activity:
    """A series in the hub's weekly timetable. `weekdays` holds ISO numbers (Monday = 1); times are hub wall clock."""

    id: UUID
    kind: ServiceKind
    title: str
    place: str
    weekdays: frozenset[int]
    starts: time
    ends: time
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One occurrence of an activity, or a room booked: what may stand beneath a purpose today. Instants are UTC.

    A booking that is for no activity has no `activity_id`; `booking_id` names it.
    """

    activity_id: UUID | None
    kind: ServiceKind
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    booking_id: UUID | None = None


def takes_place(activity: Activity, day: date) -> bool:
    """Whether the series has an occurrence on the hub's `day`."""
    return (
        day.isoweekday() in activity.weekdays
        and (activity.first_day is None or activity.first_day <= day)
        and (activity.last_day is None or day <= activity.last_day)
    )


def session_on(activity: Activity, day: date) -> Session | None:
    """The series' occurrence on the hub's `day`, None where it has none."""
    if not takes_place(activity, day):
        return None
    return Session(
        activity_id=activity.id,
        kind=activity.kind,
        title=activity.title,
        place=activity.place,
        starts_at=datetime.combine(day, activity.starts, SHANGHAI).astimezone(UTC),
        ends_at=datetime.combine(day, activity.ends, SHANGHAI).astimezone(UTC),
    )
