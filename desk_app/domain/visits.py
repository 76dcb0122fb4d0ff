"""A visit from arriving to leaving: what it holds, which purpose it gets, and what a second tap means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from desk_app.core.clock import SHANGHAI, shanghai
from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, AgeSource

ARRIVING_EARLY = timedelta(minutes=30)
"""How long before a session its participants count as coming for it."""

PARTY_LIMIT = 999
"""Heads of one band a group may have: more is a slip of the finger, and it would stand in the month's figures."""

_HABIT_HOURS = 1
_HABIT_SHARE = 2
"""A purpose is usual when it was chosen at least this often about this weekday and hour."""


class Identified(StrEnum):
    """How the visitor became known at the desk; a card is one way among equals."""

    CARD = "card"
    HUB_CARD = "hub_card"
    SEARCH = "search"
    NEW = "new"
    ANONYMOUS = "anonymous"
    GROUP = "group"


class Departure(StrEnum):
    """How the end of a visit became known. Only the first four are measured times."""

    CLICK = "click"
    CARD = "card"
    SLIP = "slip"
    WITH_GROUP = "with_group"
    SAID_LEFT = "said_left"
    ESTIMATED = "estimated"


class ClosingAnswer(StrEnum):
    """What the receptionist says of somebody still on the list at closing time."""

    LEFT = "left"
    STILL_HERE = "still_here"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why somebody came: one of the nine kinds, and the activity beneath it where there is one."""

    kind: ServiceKind
    activity_id: UUID | None = None
    title: str = ""


class PurposeSource(StrEnum):
    """Why the desk proposed a purpose, so that the one line on screen can say so."""

    ENGAGED = "engaged"
    USUAL = "usual"
    LAST = "last"
    DEFAULT = "default"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Visit:
    """One check-in. `head_count` counts everybody it brought in; `party` splits a group by apparent band.

    Instants are UTC. `undone_at` marks a check-in taken back: kept, counted nowhere. Sex and band are frozen here
    so that statistics survive when the person's record is de-identified.
    """

    id: UUID
    number: str
    day: date
    purpose: Purpose
    arrived_at: datetime
    identified: Identified
    desk: str
    token: str
    person_id: UUID | None = None
    label: str = ""
    sex: Sex = Sex.UNKNOWN
    age_band: AgeBand = AgeBand.UNKNOWN
    age_source: AgeSource = AgeSource.UNKNOWN
    companions: int = 0
    party: Mapping[AgeBand, int] = field(default_factory=dict)
    needs_step_free: bool = False
    left_at: datetime | None = None
    departure: Departure | None = None
    undone_at: datetime | None = None

    @property
    def head_count(self) -> int:
        """People this visit brought in: the party of a group, else the visitor and companions."""
        return sum(self.party.values()) if self.party else 1 + self.companions

    @property
    def is_open(self) -> bool:
        """Whether these people are, as far as the desk knows, still in the house."""
        return self.left_at is None and self.undone_at is None


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A line of a person's history as the habit rule needs it."""

    arrived_at: datetime
    purpose: Purpose


class Tap(StrEnum):
    """What a card tap means for somebody the desk may already have checked in."""

    CHECK_IN = "check_in"
    COME_BACK = "come_back"
    SAME_VISIT = "same_visit"
    ALREADY_IN = "already_in"
    OFFER_SIGN_OUT = "offer_sign_out"


@dataclass(frozen=True, slots=True)
class TapRules:
    """When a repeated tap is the same tap, when it rather means goodbye, and how soon after that it is no new visit.

    `merge_reentry` is the half hour of the counting terms (domain.md §4.4) within which coming back continues the
    visit; zero makes every return a visit of its own.
    """

    same_visit: timedelta = timedelta(seconds=30)
    sign_out_offer: timedelta = timedelta(minutes=10)
    merge_reentry: timedelta = timedelta(minutes=30)


def meaning_of_tap(
    open_since: datetime | None,
    last_tap: datetime | None,
    now: datetime,
    rules: TapRules,
    left_at: datetime | None = None,
) -> Tap:
    """What to do about a tap at `now` by somebody in the house since `open_since` (None: not in the house).

    `last_tap` is that person's previous tap, which keeps a card lying on a nervous reader from growing old. `left_at`
    is when their latest visit of the same hub day ended. Visits of earlier days do not count as being in the house:
    the caller ends them first.
    """
    if open_since is None:
        came_back = left_at is not None and rules.merge_reentry and now - left_at <= rules.merge_reentry
        return Tap.COME_BACK if came_back else Tap.CHECK_IN
    if now - max(open_since, last_tap or open_since) < rules.same_visit:
        return Tap.SAME_VISIT
    if now - open_since >= rules.sign_out_offer:
        return Tap.OFFER_SIGN_OUT
    return Tap.ALREADY_IN


def propose_purpose(
    engagements: Sequence[Session],
    history: Iterable[PastVisit],
    now: datetime,
    default: ServiceKind,
) -> tuple[Purpose, PurposeSource]:
    """The purpose a tap gets without a key, and why.

    First the person's own booking or activity that is on or about to begin; else what they usually come for
    about this weekday and hour; else what they came for last; else the hub's default. `history` may be in any
    order.
    """
    running = [s for s in engagements if s.starts_at - ARRIVING_EARLY <= now < s.ends_at]
    if running:
        session = min(running, key=lambda s: abs(s.starts_at - now))
        return Purpose(session.kind, session.activity_id, session.title), PurposeSource.ENGAGED
    visits = sorted(history, key=lambda visit: visit.arrived_at, reverse=True)
    if not visits:
        return Purpose(default), PurposeSource.DEFAULT
    usual = _usual_kind(visits, now)
    if usual is not None:
        return Purpose(usual), PurposeSource.USUAL
    return Purpose(visits[0].purpose.kind), PurposeSource.LAST


def _usual_kind(visits: Sequence[PastVisit], now: datetime) -> ServiceKind | None:
    here = shanghai(now)
    about_now = [
        visit.purpose.kind
        for visit in visits
        if (then := shanghai(visit.arrived_at)).weekday() == here.weekday()
        and abs((then.hour * 60 + then.minute) - (here.hour * 60 + here.minute)) <= _HABIT_HOURS * 60
    ]
    if not about_now:
        return None
    kind, times = Counter(about_now).most_common(1)[0]  # ties go to the most recent: insertion order
    return kind if times >= _HABIT_SHARE else None


def estimated_departure(arrived_at: datetime, last_sign: datetime | None, closes: time, now: datetime) -> datetime:
    """When somebody of whom nobody knows left: at closing time of the day they arrived.

    Not later than `now`, and not before the last sign of them (a later tap, else arriving): who came in after
    closing time stayed no measurable time. Stored as ESTIMATED, so that no report counts it as measured.
    """
    closing = datetime.combine(shanghai(arrived_at).date(), closes, SHANGHAI).astimezone(UTC)
    return max(min(closing, now), last_sign or arrived_at, arrived_at)


@dataclass(frozen=True, slots=True)
class Presence:
    """A line of "in the house now": one open visit."""

    visit_id: UUID
    number: str
    name: str
    purpose: Purpose
    arrived_at: datetime
    head_count: int
    needs_step_free: bool
    is_group: bool


def presence_of(visit: Visit, name: str) -> Presence:
    """How an open visit stands in the list of those inside."""
    return Presence(
        visit_id=visit.id,
        number=visit.number,
        name=name,
        purpose=visit.purpose,
        arrived_at=visit.arrived_at,
        head_count=visit.head_count,
        needs_step_free=visit.needs_step_free,
        is_group=visit.identified is Identified.GROUP,
    )


def in_roll_call_order(inside: Iterable[Presence]) -> tuple[Presence, ...]:
    """Those who need a step-free way first, then in order of arrival."""
    return tuple(sorted(inside, key=lambda who: (not who.needs_step_free, who.arrived_at, who.number)))


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How full the house is; `capacity` 0 means the hub set none."""

    people: int
    capacity: int


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group as the receptionist counts it: who leads, how many of each apparent band."""

    leader: str
    party: Mapping[AgeBand, int]
    purpose: Purpose
    phone: str = ""
    leader_id: UUID | None = None


class ActKind(StrEnum):
    """What a receptionist did, as the undo line names it."""

    CHECK_IN = "check_in"
    CHANGE_PURPOSE = "change_purpose"
    SET_COMPANIONS = "set_companions"
    SIGN_OUT = "sign_out"
    CLOSE_DAY = "close_day"
    COME_BACK = "come_back"


@dataclass(frozen=True, slots=True)
class Act:
    """One act at the desk, and what the visits it touched looked like before and after, so that it can be taken back.

    For a check-in `before` is empty: taking it back marks the visits undone. `after` shows whether somebody has
    acted on the same visits since; then the act is superseded.
    """

    kind: ActKind
    at: datetime
    visit_ids: tuple[UUID, ...]
    before: tuple[Visit, ...] = ()
    after: tuple[Visit, ...] = ()
