"""Adapters from the golden cases to the rules of dates: overlap, recurrence, series, quotas, attendance."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.attendance import check_in, leave
from desk_app.domain.bookings.booking import BookingState, give_back, needs_new_approval
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.quotas import Counted, Per, Quota
from desk_app.domain.bookings.reasons import OverQuota
from desk_app.domain.bookings.recurrence import (
    Expansion,
    Recurrence,
    Repeat,
    expand,
    last_day_until,
)
from desk_app.domain.bookings.rooms import RoomPlan, RoomRules
from desk_app.domain.bookings.rrule_text import from_rrule
from desk_app.domain.bookings.series import Series, about_to_end, cancelled_days, needs_split
from desk_app.domain.bookings.slots import ALL_DAY, DaySpan, Slot

from .sample import FREE_RULES, a_room, an_id, booked, facts, slot, somebody, wish

Case = dict[str, Any]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def pair(times: list[str]) -> Slot:
    return slot(times[0], times[1])


def minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def times(when: Slot) -> list[str]:
    return [minute(when.start), minute(when.end)]


def weekday(name: str) -> int:
    return DAYS.index(name) + 1


def overlap(given: Case) -> Case:
    a, b = pair(given["a"]), pair(given["b"])
    common = a.common(b)
    assert a.overlaps(b) == b.overlaps(a)
    return {"overlaps": a.overlaps(b), "common": times(common) if common else None}


def closed_period_overlap(given: Case) -> Case:
    return {"overlaps": pair(given["closure"]).overlaps(pair(given["request"]))}


def valid_range(given: Case) -> Case:
    try:
        pair(given["slot"])
    except DeskError as refusal:
        return {"allowed": refusal.code != "booking.end_not_after_start"}
    return {"allowed": True}


# ---- recurrence ---------------------------------------------------------------------------------------------------
_FREQ = {"none": Repeat.ONCE, "daily": Repeat.DAILY, "weekly": Repeat.WEEKLY, "dates": Repeat.PICKED}
_MONTHLY = {"day": Repeat.MONTHLY_DATE, "nth_weekday": Repeat.MONTHLY_WEEKDAY}


def rule_of(given: Case, first: Slot) -> Recurrence:
    rule = given["rule"]
    until = given["until"]
    last = (
        date.fromisoformat(until)
        if len(until) == 10
        else last_day_until(datetime.fromisoformat(until), first.start.time())
    )
    if rule["freq"] == "yearly":  # not in the dialog; a calendar file may bring it
        return from_rrule(f"FREQ=YEARLY;INTERVAL={rule['interval']};UNTIL={last:%Y%m%d}", first)
    nth = rule.get("nth_weekday")
    named = rule.get("weekdays", [nth[-2:].lower()] if nth else [])
    codes = [next(day for day in DAYS if day.startswith(name)) for name in named]
    return Recurrence(
        repeat=_MONTHLY[rule["monthly"]] if rule["freq"] == "monthly" else _FREQ[rule["freq"]],
        every=rule.get("interval", 1),
        weekdays=frozenset(map(weekday, codes)),
        month_day=rule.get("month_day"),
        nth=int(nth[:-2]) if nth else None,
        picked=tuple(map(date.fromisoformat, rule.get("dates", ()))),
        until=None if rule["freq"] in ("none", "dates") else last,
    )


def first_of(given: Case, first_end: str | None = None) -> Slot:
    start = datetime.fromisoformat(given["first_start"])
    return Slot(start, datetime.fromisoformat(first_end) if first_end else start + timedelta(minutes=30))


def shown(expansion: Expansion, expect: Case, leave_out: datetime | None = None) -> Case:
    """The dates in the words a case uses."""
    assert not expansion.cut
    slots = [when for when in expansion.slots if when.start != leave_out]
    starts = [minute(when.start) for when in slots]
    answers: Case = {
        "starts": starts,
        "count": len(starts),
        "first": starts[0] if starts else None,
        "last": starts[-1] if starts else None,
        "occurrences": [times(when) for when in slots],
        "at": {index: starts[int(index)] for index in expect.get("at", {})},
    }
    return {name: answers[name] for name in expect}


def expand_case(given: Case, expect: Case) -> Case:
    first = first_of(given)
    try:
        rule = rule_of(given, first)
    except DeskError as refusal:
        return {"error": refusal.code == "recurrence.every"}
    return shown(expand(rule, first), expect)


def expand_after_seed(given: Case, expect: Case, first_end: str | None = None) -> Case:
    first = first_of(given, first_end)
    return shown(expand(rule_of(given, first), first), expect, leave_out=first.start)


def expand_rrule(given: Case, expect: Case) -> Case:
    first = first_of(given)
    expansion = expand(from_rrule(given["rrule"], first), first)
    removed = set(given.get("exdates", ()))
    kept = tuple(when for when in expansion.slots if minute(when.start) not in removed)
    return shown(Expansion(kept, cut=expansion.cut), expect)


def occurrence_times(given: Case) -> Case:
    """The last end carries the end of day and of series; each date has the times of the first."""
    start, until = datetime.fromisoformat(given["first_start"]), datetime.fromisoformat(given["until"])
    first = Slot(start, datetime.combine(start.date(), until.time()))
    rule = Recurrence(Repeat.DAILY, every=given["rule"]["interval"], until=until.date())
    return {"occurrences": [times(when) for when in expand(rule, first).slots]}


# ---- series -------------------------------------------------------------------------------------------------------
def excluded_days(given: Case) -> Case:
    gone = set(given["cancelled_indexes"])
    states = {True: BookingState.CANCELLED, False: BookingState.CONFIRMED}
    series = [booked(pair(when), str(n), state=states[n in gone]) for n, when in enumerate(given["series"])]
    return {"excluded": [day.isoformat() for day in cancelled_days(series)]}


def split_on_edit(given: Case) -> Case:
    def shape(about: Case) -> tuple[Recurrence, Slot]:
        start, end = (datetime.fromisoformat(about[name]) for name in ("series_start", "series_end"))
        repeat = _FREQ[about["freq"]]
        until = None if repeat is Repeat.ONCE else end.date()
        first = Slot(start, datetime.combine(start.date(), end.time()))
        return Recurrence(repeat, every=about["interval"], until=until), first

    rule, first = shape(given["booking"])
    old = Series(an_id("series"), (an_id("A"),), rule, first, somebody(), wish(first).purpose)
    new_rule, new_first = shape(given["booking"] | given["changes"])
    today = date.fromisoformat(given["booking"]["today"])
    return {"split_into_past_and_future": needs_split(old, new_rule, new_first, today)}


def series_end_notice(given: Case) -> Case:
    start, end = map(datetime.fromisoformat, given["series"])
    repeat = _FREQ[given["freq"]]
    first = Slot(start, start + timedelta(minutes=10))
    dates = expand(Recurrence(repeat, until=None if repeat is Repeat.ONCE else end.date()), first).slots
    today = datetime.fromisoformat(given["now"]).date()
    return {"due": about_to_end(dates, repeat, today, given["notice_days"])}


def approval_on_edit(given: Case) -> Case:
    rules = RoomRules(needs_approval=True)
    return {"needs_new_approval": needs_new_approval(pair(given["approved"]), pair(given["edited"]), rules)}


# ---- quotas -------------------------------------------------------------------------------------------------------
def quota(given: Case) -> Case:
    hours = given["what"] == "hours"
    between = given.get("only_between")
    limit = Quota(
        per=Per(given["per"]),
        most=round(given["limit"] * 60) if hours else given["limit"],
        what=Counted.MINUTES if hours else Counted.USES,
        week_starts=weekday(given.get("week_starts", "mon")),
        between=DaySpan(*map(time.fromisoformat, between)) if between else ALL_DAY,
        weekdays=frozenset(map(weekday, given.get("only_weekdays", DAYS))),
    )
    rules = RoomRules(quotas=(limit,), notice=FREE_RULES.notice, length=FREE_RULES.length, overnight=True)
    when = pair(given["new"]["slot"])
    had = [
        booked(pair(one["slot"]), str(number), room=one["room"], party="测试合唱队")
        for number, one in enumerate(given["existing"])
    ]
    known = facts((a_room("A", rules), a_room("B", rules)), had)
    verdict = check(wish(when, rooms=given["new"]["rooms"]), known, when.start - timedelta(days=1))[0]
    return {"exceeded": any(isinstance(reason, OverQuota) for reason in verdict.reasons)}


# ---- attendance ---------------------------------------------------------------------------------------------------
def cancel(given: Case) -> Case:
    try:
        give_back(booked(pair(given["slot"])), datetime.fromisoformat(given["now"]))
    except DeskError:
        return {"allowed": False}
    return {"allowed": True}


def checkin(given: Case) -> Case:
    early = timedelta(minutes=given["early_minutes"])
    rooms = [
        a_room(str(number), RoomRules(release_after=timedelta(minutes=limit), check_in_early=early))
        for number, limit in enumerate(given["release_after"])
    ]
    together = [booked(pair(given["slot"]), room.name, room=room.name) for room in rooms]
    try:
        check_in(together, RoomPlan.of(rooms), datetime.fromisoformat(given["now"]))
    except DeskError:
        return {"allowed": False}
    return {"allowed": True}


def checkout(given: Case) -> Case:
    state = BookingState.IN_USE if given["checked_in"] else BookingState.CONFIRMED
    plan = RoomPlan.of([a_room("A", RoomRules(uses_check_in=given["checkin_enabled"]))])
    try:
        leave(booked(pair(given["slot"]), state=state), plan, datetime.fromisoformat(given["now"]))
    except DeskError:
        return {"allowed": False}
    return {"allowed": True}
