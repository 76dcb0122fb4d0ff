"""Adapters from the golden cases to the one check: conflicts, buffers, capacity, hours, notice, closures, blockings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState, Lent
from desk_app.domain.bookings.closing import closures_around, effect_of_blocking, require_own_time
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.hours import EVERY_DAY, OpeningHours, WeeklyHours
from desk_app.domain.bookings.reasons import AskedBy, TakenBy, Verdict, VerdictKind
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Length, Notice, RoomPlan, RoomRules
from desk_app.domain.bookings.slots import DaySpan, Slot
from desk_app.domain.bookings.taking import can_take_free, take

from .golden_dates import pair, times, weekday
from .sample import FREE_RULES, a_room, an_id, booked, facts, slot, wish

Case = dict[str, Any]
LONG_AGO = datetime(2000, 1, 1)  # noqa: DTZ001  wall clock
STAFF = Override("测试站长", "金标准用例")
_STATES = {"confirmed": BookingState.CONFIRMED, "pending": BookingState.REQUESTED}


def standing(given: Case) -> list[Booking]:
    return [
        booked(pair(one["slot"]), one["id"], room=one["room"], state=_STATES[one["state"]]) for one in given["existing"]
    ]


def rooms_of(given: Case) -> tuple[str, ...]:
    new = given["new"]
    return tuple(new.get("rooms", ())) or (new["room"],)


def hub(given: Case, house: HouseRules | None = None) -> Facts:
    """Every room a case names, with the turnaround and the places it gives them."""
    names = {*rooms_of(given), *(one["room"] for one in given["existing"])}
    buffers = given.get("buffer_minutes", {})
    rooms = [
        a_room(
            name,
            replace(
                FREE_RULES,
                cleanup=timedelta(minutes=buffers.get(name, 0)),
                groups_at_once=given.get("max_at_once", 1),
            ),
        )
        for name in sorted(names)
    ]
    # what stands had the room's own turnaround when it was made
    made = [
        replace(booking, cleanup=timedelta(minutes=buffers.get(one["room"], 0)))
        for booking, one in zip(standing(given), given["existing"], strict=True)
    ]
    return facts(rooms, made, house=house or HouseRules())


def names(given: Case, verdict: Verdict) -> list[str]:
    ids: dict[UUID, str] = {an_id(one["id"]): one["id"] for one in given["existing"]}
    return [ids[reason.booking.id] for reason in verdict.reasons if isinstance(reason, (TakenBy, AskedBy))]


def conflict(given: Case, expect: Case) -> Case:
    verdicts = check(wish(pair(given["new"]["slot"]), rooms=rooms_of(given)), hub(given), LONG_AGO)
    answers = {
        "conflicts": names(given, verdicts[0]),
        "allowed": verdicts[0].free,
        "can_retry_skipping": can_take_free(verdicts),
        "can_join_waitlist": verdicts[0].can_wait,
    }
    return {name: answers[name] for name in expect}


def allowed(given: Case, expect: Case) -> Case:
    return conflict(given, expect)


def centre_limit(given: Case) -> Case:
    """What stands is put into another room: the cases ask about the house, not about the room being taken."""
    replaces = frozenset({an_id(given["editing"])}) if "editing" in given else frozenset()
    elsewhere = [one | {"room": "elsewhere"} for one in given["existing"]]
    known = hub(given | {"existing": elsewhere}, HouseRules(rooms_at_once=given["max_rooms_in_use"]))
    request = wish(pair(given["new"]["slot"]), rooms=rooms_of(given), replaces=replaces)
    return {"allowed": check(request, known, LONG_AGO)[0].free}


def series_partial(given: Case, expect: Case) -> Case:
    override = STAFF if given["new"].get("state") == "confirmed" else None
    request = wish(*map(pair, given["new"]["series"]), rooms=rooms_of(given), override=override)
    verdicts = check(request, hub(given), LONG_AGO)
    answers: Case = {"can_retry_skipping": can_take_free(verdicts)}
    try:
        taking = take(verdicts, only_free=given["skip_conflicts"])
    except DeskError:
        answers |= {"allowed": False, "booked": []}
    else:
        displaced = {booking.id for booking in taking.displaced}
        answers |= {
            "allowed": True,
            "booked": [times(verdict.slot) for verdict in taking.taken],
            "booked_count": len(taking.taken),
            "skipped": [times(skipped.slot) for skipped in taking.skipped],
            "series_span": times(taking.span),
            "rejected_requests": [one["id"] for one in given["existing"] if an_id(one["id"]) in displaced],
        }
    return {name: answers[name] for name in expect}


def room_available(given: Case) -> Case:
    """Whether a room shows as available for a whole day in a search."""
    day = date.fromisoformat(given["day"])
    had = [booked(pair(when), f"c{n}") for n, when in enumerate(given["confirmed"])]
    had += [booked(pair(when), f"p{n}", state=BookingState.REQUESTED) for n, when in enumerate(given["pending"])]
    rooms = frozenset({an_id("A")})
    blockings = [
        Blocking(an_id(kind), rooms, day, day, "", an_id("somebody else"), accepted=kind == "block")
        for kind in ("block", "pending_block")
        if given[kind]
    ]
    house = HouseRules(asked_blockings_hold=given["count_pending_blocks"])
    known = facts((), had, blockings=tuple(blockings), house=house)
    whole_day = DaySpan(time.min, time.min).on(day)
    kind = check(wish(whole_day), known, LONG_AGO)[0].kind
    passing = {VerdictKind.FREE} if given["count_pending"] else {VerdictKind.FREE, VerdictKind.REQUESTED}
    return {"available": kind in passing}


# ---- settings -----------------------------------------------------------------------------------------------------
def one_room(rules: RoomRules, when: Slot, now: datetime, *, staff: bool = False) -> bool:
    override = STAFF if staff else None
    return check(wish(when, override=override), facts([a_room("A", rules)]), now)[0].free


def open_hours(given: Case) -> Case:
    rows = (
        (
            EVERY_DAY if window["days"] == "all" else frozenset(map(weekday, window["days"])),
            DaySpan(time.fromisoformat(window["from"]), time.fromisoformat(window["to"])),
        )
        for window in given["windows"]
    )
    room = a_room("A", hours=OpeningHours(WeeklyHours.of(rows)))
    first = pair(given["request"])
    repeat = Repeat.DAILY if given["repeat"] == "daily" else Repeat.ONCE
    rule = Recurrence(repeat, until=first.last_day if repeat is Repeat.DAILY else None)
    staff = given.get("acting_as_admin") or given.get("room_owner")
    request = wish(*expand(rule, first).slots, override=STAFF if staff else None)
    return {"allowed": all(verdict.free for verdict in check(request, facts([room]), LONG_AGO))}


def advance_limit(given: Case) -> Case:
    now = datetime.combine(date.fromisoformat(given["today"]), time(10))
    days = given["max_advance_days"]
    rules = replace(FREE_RULES, notice=Notice(at_most=None if days is None else timedelta(days=days)))
    when = DaySpan(time(9), time(10)).on(date.fromisoformat(given["end_date"]))
    staff = bool(given.get("acting_as_admin") or given.get("room_owner"))
    return {"allowed": one_room(rules, when, now, staff=staff)}


def notice(given: Case) -> Case:
    """`starts` are the dates of a series, or the old and the new start of an edit."""
    limits = Notice(
        timedelta(minutes=given.get("min_minutes", 0)),
        timedelta(minutes=given["max_minutes"]) if "max_minutes" in given else None,
    )
    known = facts([a_room("A", replace(FREE_RULES, notice=limits))])
    slots = [Slot(start, start + timedelta(hours=1)) for start in map(datetime.fromisoformat, given["starts"])]
    request = wish(slots[1], was=(slots[0],)) if given.get("editing") else wish(*slots)
    verdicts = check(request, known, datetime.fromisoformat(given["now"]))
    return {"allowed": all(verdict.free for verdict in verdicts)}


def duration(given: Case) -> Case:
    limits = [Length(longest=timedelta(minutes=room["max"])) for room in given["rooms"]]
    rooms = [a_room(str(n), replace(FREE_RULES, length=limit)) for n, limit in enumerate(limits)]
    start = datetime.combine(date(2026, 3, 2), time(10))
    when = Slot(start, start + timedelta(minutes=given["minutes"]))
    return {"allowed": check(wish(when, rooms=[room.name for room in rooms]), facts(rooms), LONG_AGO)[0].free}


def start_not_past(given: Case) -> Case:
    now, start = datetime.fromisoformat(given["now"]), datetime.fromisoformat(given["start"])
    return {"allowed": one_room(FREE_RULES, Slot(start, now + timedelta(hours=1)), now)}


def cross_day(given: Case) -> Case:
    rooms = [a_room(str(n), replace(FREE_RULES, overnight=may)) for n, may in enumerate(given["rooms_allow"])]
    request = wish(pair(given["slot"]), rooms=[room.name for room in rooms])
    return {"allowed": check(request, facts(rooms), LONG_AGO)[0].free}


def equipment(given: Case) -> Case:
    chairs = Equipment(an_id("chairs"), "折叠椅", given["stock"])
    lent = [
        booked(pair(when), str(n), room="B", equipment=(Lent(chairs.id, pieces),))
        for n, (when, pieces) in enumerate(given["out"])
    ]
    known = facts([a_room("A"), a_room("B")], lent, equipment={chairs.id: chairs})
    request = wish(pair(given["slot"]), equipment=(Lent(chairs.id, given["want"]),))
    return {"allowed": check(request, known, LONG_AGO)[0].free}


# ---- closures and blockings ---------------------------------------------------------------------------------------
def blocking(first: str, last: str) -> Blocking:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Blocking(an_id("blocking"), frozenset({an_id("A")}), *days, "", an_id("测试社团"))


def blocking_active(given: Case) -> Case:
    return {"active": blocking(*given["block_dates"]).active_on(date.fromisoformat(given["date"]))}


def block_effect(given: Case) -> Case:
    party = "测试社团" if given["by_blocker"] else "测试书画社"
    slots = [pair(when) for when in given.get("series", [given.get("booking")])]
    bookings = [booked(when, str(n), party=party) for n, when in enumerate(slots)]
    effect = effect_of_blocking(blocking(*given["block_dates"]), bookings, RoomPlan.of([a_room()]))
    if "booking" in given:
        return {"booking": "kept" if effect.kept else "rejected"}
    return {
        "rejected": [one.slot.day.isoformat() for one in effect.rejected],
        "kept": [one.slot.day.isoformat() for one in effect.kept],
        "series_rejected": not effect.kept,
    }


def closure_create(given: Case) -> Case:
    new = given["new_closure"]
    closure = Closure(an_id("new"), pair(new["slot"]), "", frozenset(map(an_id, new["rooms"])))
    others = [
        Closure(an_id("old"), pair(one["slot"]), "", frozenset({an_id(one["room"])})) for one in given["closures"]
    ]
    try:
        require_own_time(closure, others)
    except DeskError:
        return {"created": False}
    return {"created": True}


def closure_around(given: Case) -> Case:
    daily = given["closures_daily"]
    first = slot(*daily["slot"])
    dates = expand(Recurrence(Repeat.DAILY, until=date.fromisoformat(daily["until"])), first).slots
    try:
        closures_around(dates, [booked(pair(given["booking"]))])
    except DeskError:
        return {"handled": False}
    return {"handled": True}
