"""The weekly timetable and enrolments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.people import NewPerson
from tests.services.desks import Hub


def choir(hub: Hub) -> Activity:
    return Activity(
        id=hub.desk.activities.new_id(),
        kind=ServiceKind.CULTURE_SPORTS,
        title="合唱",
        place="活动室",
        weekdays=frozenset({1, 3}),
        starts=time(9, 30),
        ends=time(11),
        first_day=date(2026, 1, 1),
    )


def test_todays_sessions_come_by_the_hour_in_utc(hub: Hub) -> None:
    late, early = choir(hub), replace(choir(hub), title="太极", starts=time(8), ends=time(9))
    for activity in (late, early):
        hub.desk.activities.save(activity)
    sessions = hub.desk.activities.today()
    assert [session.title for session in sessions] == ["太极", "合唱"]
    assert sessions[1].starts_at == datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    hub.clock.go(days=1)
    assert hub.desk.activities.today() == ()


def test_an_activity_is_stored_whole_and_replaced_whole(hub: Hub) -> None:
    activity = choir(hub)
    hub.desk.activities.save(activity)
    assert hub.desk.activities.timetable() == (activity,)
    other = replace(activity, title="合唱团", weekdays=frozenset({5, 7}), last_day=date(2026, 12, 31))
    hub.desk.activities.save(other)
    assert hub.desk.activities.timetable() == (other,)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"title": "  "}, "activity.title_missing", "title"),
        ({"ends": time(9, 30)}, "activity.ends_before_start", "ends"),
        ({"weekdays": frozenset()}, "activity.no_weekday", "weekdays"),
        ({"weekdays": frozenset({0, 8})}, "activity.no_weekday", "weekdays"),
    ],
)
def test_an_activity_that_cannot_be_is_refused(hub: Hub, change: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        hub.desk.activities.save(replace(choir(hub), **change))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_removed_activity_is_ended_and_kept(hub: Hub) -> None:
    activity = choir(hub)
    hub.desk.activities.save(activity)
    hub.desk.activities.remove(activity.id)
    assert (hub.desk.activities.timetable(), hub.desk.activities.today()) == ((), ())
    assert hub.rows("SELECT last_day FROM activity") == [("2026-11-22",)]
    with pytest.raises(DeskError, match=r"activity\.unknown"):
        hub.desk.activities.remove(hub.clock.new_id())


def test_enrolling_shows_on_the_persons_card_until_withdrawn(hub: Hub) -> None:
    activity = choir(hub)
    hub.desk.activities.save(activity)
    person_id = hub.desk.visits.check_in_new(NewPerson("测试甲")).visit.person_id
    assert person_id is not None
    for _ in range(2):
        hub.desk.activities.enrol(activity.id, person_id)
    assert [session.title for session in hub.desk.people.card(person_id).engagements] == ["合唱"]
    for _ in range(2):
        hub.desk.activities.withdraw(activity.id, person_id)
    assert hub.desk.people.card(person_id).engagements == ()
    assert hub.outbox() == ["activity.save", "visit.check_in", "enrolment.add", "enrolment.remove"]
    for activity_id, who, code in (
        (hub.clock.new_id(), person_id, "activity.unknown"),
        (activity.id, hub.clock.new_id(), "person.unknown"),
    ):
        with pytest.raises(DeskError) as refused:
            hub.desk.activities.enrol(activity_id, who)
        assert refused.value.code == code
