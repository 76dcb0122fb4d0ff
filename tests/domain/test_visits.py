"""What a tap means, which purpose it gets, when somebody of whom nobody knows left."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.domain.people import AgeBand
from desk_app.domain.visits import (
    Identified,
    PastVisit,
    Purpose,
    PurposeSource,
    Tap,
    TapRules,
    Visit,
    estimated_departure,
    meaning_of_tap,
    propose_purpose,
)
from tests.services.desks import MONDAY_NINE

RULES = TapRules()
CLOSES = time(20, 30)


def at(**after: float) -> datetime:
    return MONDAY_NINE + timedelta(**after)


@pytest.mark.parametrize(
    ("open_since", "last_tap", "now", "meaning"),
    [
        (None, None, at(), Tap.CHECK_IN),
        (None, at(), at(seconds=1), Tap.CHECK_IN),
        (at(), None, at(), Tap.SAME_VISIT),
        (at(), at(), at(seconds=29.9), Tap.SAME_VISIT),
        (at(), at(), at(seconds=30), Tap.ALREADY_IN),
        (at(), at(minutes=11), at(minutes=11, seconds=5), Tap.SAME_VISIT),
        (at(), at(minutes=2), at(minutes=9), Tap.ALREADY_IN),
        (at(), at(minutes=2), at(minutes=10), Tap.OFFER_SIGN_OUT),
        (at(), at(minutes=-50), at(hours=9), Tap.OFFER_SIGN_OUT),
        (at(minutes=5), None, at(), Tap.SAME_VISIT),  # the clock was set back
    ],
)
def test_what_a_tap_means(open_since: datetime | None, last_tap: datetime | None, now: datetime, meaning: Tap) -> None:
    assert meaning_of_tap(open_since, last_tap, now, RULES) is meaning


@pytest.mark.parametrize(
    ("open_since", "left_at", "merge", "meaning"),
    [
        (None, at(), 30, Tap.COME_BACK),
        (None, at(minutes=-30), 30, Tap.COME_BACK),
        (None, at(minutes=-30, seconds=-1), 30, Tap.CHECK_IN),
        (None, at(), 0, Tap.CHECK_IN),
        (None, None, 30, Tap.CHECK_IN),
        (None, at(minutes=5), 30, Tap.COME_BACK),  # the clock was set back
        (at(minutes=-5), at(minutes=-10), 30, Tap.ALREADY_IN),
    ],
)
def test_who_comes_back_soon_continues_the_visit(
    open_since: datetime | None, left_at: datetime | None, merge: int, meaning: Tap
) -> None:
    rules = TapRules(merge_reentry=timedelta(minutes=merge))
    assert meaning_of_tap(open_since, None, at(), rules, left_at) is meaning


def session(start: float, kind: ServiceKind = ServiceKind.CULTURE_SPORTS, hours: float = 1) -> Session:
    return Session(UUID(int=int(start * 10) + 99), kind, "合唱", "活动室", at(hours=start), at(hours=start + hours))


def past(kind: ServiceKind, **before: float) -> PastVisit:
    return PastVisit(MONDAY_NINE - timedelta(**before), Purpose(kind))


LEGAL, HEALTH, LIVING = ServiceKind.LEGAL, ServiceKind.HEALTH, ServiceKind.LIVING
WEEK = {"days": 7}

PROPOSALS: dict[str, tuple[list[Session], list[PastVisit], ServiceKind, PurposeSource]] = {
    "a stranger": ([], [], LIVING, PurposeSource.DEFAULT),
    "a session that begins in half an hour": ([session(0.5)], [], ServiceKind.CULTURE_SPORTS, PurposeSource.ENGAGED),
    "a session too far away": ([session(0.6)], [], LIVING, PurposeSource.DEFAULT),
    "a session just over": ([session(-1)], [], LIVING, PurposeSource.DEFAULT),
    "the nearer of two sessions": ([session(-0.9), session(0.25, HEALTH)], [], HEALTH, PurposeSource.ENGAGED),
    "the session before the habit": (
        [session(0)],
        [past(LEGAL, **WEEK), past(LEGAL, days=14)],
        ServiceKind.CULTURE_SPORTS,
        PurposeSource.ENGAGED,
    ),
    "once is no habit": ([], [past(LEGAL, **WEEK)], LEGAL, PurposeSource.LAST),
    "twice about this hour is": (
        [],
        [past(HEALTH, days=1), past(LEGAL, **WEEK), past(LEGAL, days=14, hours=1)],
        LEGAL,
        PurposeSource.USUAL,
    ),
    "another hour of the day does not count": (
        [],
        [past(HEALTH, days=1), past(LEGAL, days=7, hours=1.1), past(LEGAL, days=14, hours=1.1)],
        HEALTH,
        PurposeSource.LAST,
    ),
    "of two habits the later": (
        [],
        [past(LEGAL, days=7), past(HEALTH, days=14), past(LEGAL, days=21), past(HEALTH, days=28)],
        LEGAL,
        PurposeSource.USUAL,
    ),
}


@pytest.mark.parametrize("case", PROPOSALS)
def test_which_purpose_a_tap_gets(case: str) -> None:
    engagements, history, kind, source = PROPOSALS[case]
    purpose, why = propose_purpose(engagements, reversed(history), MONDAY_NINE, LIVING)
    assert (purpose.kind, why) == (kind, source)
    assert (purpose.activity_id is not None) == (source is PurposeSource.ENGAGED)


@pytest.mark.parametrize(
    ("arrived", "last_sign", "now", "left"),
    [
        (at(), None, at(hours=12), at(hours=11.5)),
        (at(), None, at(hours=2), at(hours=2)),
        (at(), at(hours=11.75), at(hours=12), at(hours=11.75)),
        (at(hours=11.75), None, at(hours=12), at(hours=11.75)),
        (at(), None, at(days=3), at(hours=11.5)),
        (at(), None, at(hours=-1), at()),
    ],
)
def test_when_somebody_of_whom_nobody_knows_left(
    arrived: datetime, last_sign: datetime | None, now: datetime, left: datetime
) -> None:
    assert estimated_departure(arrived, last_sign, CLOSES, now) == left


@given(st.integers(0, 10_000), st.none() | st.integers(0, 10_000), st.integers(0, 10_000))
def test_an_estimate_is_neither_before_the_arrival_nor_after_now(arrived: int, sign: int | None, now: int) -> None:
    came, seen = at(minutes=arrived), at(minutes=arrived + sign) if sign is not None else None
    asked = max(at(minutes=now), came, seen or came)
    assert came <= estimated_departure(came, seen, CLOSES, asked) <= asked


def visit(companions: int = 0, party: dict[AgeBand, int] | None = None) -> Visit:
    return Visit(
        id=UUID(int=1),
        number="A001",
        day=MONDAY_NINE.date(),
        purpose=Purpose(LIVING),
        arrived_at=at(),
        identified=Identified.ANONYMOUS,
        desk="A",
        token="",
        companions=companions,
        party=party or {},
    )


def test_heads_are_the_visitor_and_companions_or_the_party() -> None:
    assert [visit().head_count, visit(2).head_count, visit(party={AgeBand.B6_13: 12}).head_count] == [1, 3, 12]
