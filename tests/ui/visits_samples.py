"""Invented visitors and the states of the check-in page made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, AgeSource, Person
from desk_app.domain.visits import Identified, Occupancy, PastVisit, Presence, Purpose, PurposeSource, Visit
from desk_app.services.visits import PersonCard
from desk_app.ui.pages.visits.state import Happened, Line, ReaderFace, ReaderView, Shown, State

MORNING = datetime(2026, 11, 23, 1, 41, 7, tzinfo=UTC)
"""09:41:07 on a Monday in Shanghai."""
TODAY = date(2026, 11, 23)

NAMES = ("测试林", "测试陈", "亲子绘本", "测试王", "测试李", "测试赵", "测试孙", "测试周", "测试吴", "", "测试何")


def uid(number: int) -> UUID:
    """A stable id."""
    return UUID(int=number)


def session(number: int, kind: ServiceKind, title: str, hour: int, minute: int, place: str = "活动室") -> Session:
    """A session of today by wall clock."""
    starts = datetime(2026, 11, 23, hour - 8, minute, tzinfo=UTC)
    return Session(uid(900 + number), kind, title, place, starts, starts + timedelta(hours=1, minutes=30))


SESSIONS = (
    session(1, ServiceKind.ELDERLY, "助餐", 11, 0),
    session(2, ServiceKind.HEALTH, "量血压", 9, 0),
    session(3, ServiceKind.CULTURE_SPORTS, "书法班", 9, 30, "书画室"),
    session(4, ServiceKind.CULTURE_SPORTS, "合唱", 14, 0),
    session(5, ServiceKind.LEGAL, "社区律师", 10, 0),
    session(6, ServiceKind.PARENT_CHILD, "亲子绘本", 9, 30),
    session(7, ServiceKind.EDUCATION, "智能手机课", 14, 0),
)


def person(name: str = "测试林桂芳", *, step_free: bool = True) -> Person:
    """A woman of 72, as the desk keeps her."""
    return Person(
        id=uid(1),
        name=name,
        sex=Sex.FEMALE,
        birth_date=date(1954, 3, 2),
        age_band=AgeBand.B70_79,
        age_source=AgeSource.DOCUMENT,
        masked_number="310***********0028",
        phone="13800006612",
        needs_step_free=step_free,
    )


def visit(number: int = 1, **more: object) -> Visit:
    """This morning's visit for calligraphy."""
    plain = Visit(
        id=uid(100 + number),
        number=f"A-{number:03d}",
        day=TODAY,
        purpose=Purpose(ServiceKind.CULTURE_SPORTS, SESSIONS[2].activity_id, SESSIONS[2].title),
        arrived_at=MORNING,
        identified=Identified.CARD,
        desk="A",
        token="V234567892345678",
        person_id=uid(1),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the test names real fields


def card(name: str = "测试林桂芳") -> PersonCard:
    """What the desk shows of her."""
    before = PastVisit(MORNING - timedelta(days=3), Purpose(ServiceKind.ELDERLY, None, "助餐"))
    return PersonCard(person(name), 38, before, (SESSIONS[2],), MORNING)


def presences(count: int = 11) -> tuple[Presence, ...]:
    """A morning's house, newest first; the third row is a group."""
    kinds = tuple(ServiceKind)
    return tuple(
        Presence(
            visit_id=uid(100 + at),
            number=f"A-{at:03d}",
            name=NAMES[at % len(NAMES)],
            purpose=Purpose(kinds[at * 4 % 9]),
            arrived_at=MORNING - timedelta(minutes=6 * at),
            head_count=14 if at % 11 == 2 else 2 if at % 11 == 5 else 1,
            needs_step_free=at % 7 == 0,
            is_group=at % 11 == 2,
        )
        for at in range(count)
    )


def idle() -> State:
    """Nobody stands at the desk."""
    rows = presences()
    people = sum(row.head_count for row in rows)
    return State(TODAY, sessions=SESSIONS, presences=rows, occupancy=Occupancy(people, 120))


def checked_in() -> State:
    """She has just been checked in by her card."""
    line = Line(
        Happened.CHECKED_IN,
        MORNING,
        name="测试林桂芳",
        kind=ServiceKind.CULTURE_SPORTS,
        title="书法班",
        source=PurposeSource.ENGAGED,
    )
    return replace(
        idle(),
        reader=ReaderView(ReaderFace.DONE, seconds=0.9),
        line=line,
        shown=Shown(card(), visit()),
        can_undo=True,
    )
