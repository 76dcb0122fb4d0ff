"""The nine kinds and when a series takes place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from desk_app.domain.catalogue import Activity, ServiceKind, session_on, takes_place

CHOIR = Activity(
    UUID(int=1),
    ServiceKind.CULTURE_SPORTS,
    "合唱",
    "活动室",
    frozenset({1}),
    time(9),
    time(11),
    date(2026, 11, 9),
    date(2026, 11, 23),
)


def test_the_nine_kinds_have_a_key_and_a_name_each() -> None:
    assert [kind.digit for kind in ServiceKind] == list(range(1, 10))
    assert len({kind.chinese for kind in ServiceKind}) == 9
    assert all(kind.chinese.endswith("服务") for kind in ServiceKind)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 11, 2), False),
        (date(2026, 11, 9), True),
        (date(2026, 11, 10), False),
        (date(2026, 11, 23), True),
        (date(2026, 11, 30), False),
    ],
)
def test_a_series_takes_place_on_its_weekdays_between_its_days(day: date, held: bool) -> None:
    assert takes_place(CHOIR, day) is held
    assert (session_on(CHOIR, day) is not None) is held


def test_a_series_without_end_goes_on() -> None:
    assert takes_place(replace(CHOIR, first_day=None, last_day=None), date(2126, 11, 25))


def test_a_session_is_told_in_utc() -> None:
    session = session_on(CHOIR, date(2026, 11, 23))
    assert session is not None
    assert (session.starts_at, session.ends_at) == (
        datetime(2026, 11, 23, 1, tzinfo=UTC),
        datetime(2026, 11, 23, 3, tzinfo=UTC),
    )
