"""From a wish to bookings: the dates, the verdicts, what would fit instead, and saving all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import fairness
from desk_app.domain.bookings.alternatives import ORDINARY_LEEWAY, Alternative, alternatives
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.reasons import Verdict
from desk_app.domain.bookings.recurrence import Recurrence, Repeat, expand, require_whole
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.series import Series, restorable, restored
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.taking import Note, Skipped, Taking, book, take
from desk_app.services.bookings.api import Booked, Checked, Wanted
from desk_app.services.bookings.counter import Asked, Counter
from desk_app.services.bookings.keeping import existing_series, keep_changed, keep_new, keep_series, new_slip
from desk_app.services.bookings.papers import queue_slip
from desk_app.storage import booking_search, people
from desk_app.storage.transaction import Transaction


def checked(transaction: Transaction, counter: Counter, wanted: Wanted) -> tuple[Checked, Facts]:
    """Every date of a wish with its verdict, and the facts it was judged by."""
    _require_whole_minutes(wanted.first)
    expansion = expand(wanted.rule, wanted.first, counter.house(transaction).calendar)
    request = _request(wanted, expansion.slots)
    facts = counter.facts(transaction, Asked.of(request))
    return Checked(wanted, request, expansion, check(request, facts, counter.now())), facts


def with_alternatives(transaction: Transaction, counter: Counter, answer: Checked) -> Checked:
    """The same with what would fit instead, where something is refused, and with the party's share of the month."""
    others: tuple[Alternative, ...] = ()
    if answer.request.slots and not answer.all_free:
        asked = Asked.of(answer.request, everywhere=True, leeway=ORDINARY_LEEWAY.shift)
        others = alternatives(answer.request, counter.facts(transaction, asked), counter.now())
    day = answer.request.slots[0].day if answer.request.slots else answer.wanted.first.day
    return replace(answer, alternatives=others, share=share_of(transaction, answer.wanted.responsible.party_id, day))


def share_of(transaction: Transaction, party_id: UUID, day: date) -> fairness.Standing:
    """Where a party stands in the month of `day`."""
    return fairness.standing(booking_search.shares(transaction, fairness.month_of(day)), party_id)


def booked(
    transaction: Transaction,
    counter: Counter,
    wanted: Wanted,
    *,
    only_free: bool,
    chosen: frozenset[date] | None,
    print_slip: bool,
) -> Booked:
    """Save a wish: all dates, the free ones, or the chosen ones."""
    answer, facts = checked(transaction, counter, wanted)
    require_whole(answer.expansion)
    _require_person(transaction, wanted)
    request, taking = answer.request, None
    if chosen is not None:
        request, taking = _chosen(answer, facts, chosen, counter.now())
    taking = taking or take(answer.verdicts, only_free=only_free)
    series = _series(counter, wanted, answer, taking)
    if series is not None:
        keep_series(transaction, counter, series)
    note = Note(wanted.title, wanted.fee_note, wanted.remarks, series.id if series else None, wanted.activity_id)
    return _keep(transaction, counter, request, taking, facts, note, series, print_slip=print_slip)


def _keep(
    transaction: Transaction,
    counter: Counter,
    request: Request,
    taking: Taking,
    facts: Facts,
    note: Note,
    series: Series | None,
    *,
    print_slip: bool,
) -> Booked:
    """Write what is taken; requests that lose their slot to it let go of it first."""
    why = request.override.why if request.override else ""
    keep_changed(transaction, counter, taking.displaced, "displace", why)
    made = book(request, taking, facts, counter.office.clock.new_id, note)
    slip = new_slip(transaction, counter)
    keep_new(transaction, counter, made, slip, why)
    job = queue_slip(transaction, counter, made[0], slip, len(taking.taken)) if print_slip else None
    return Booked(made, slip.number, slip.token, series, taking.displaced, job)


def restorable_of(transaction: Transaction, counter: Counter, series: Series) -> tuple[tuple[Verdict, ...], Facts]:
    """The skipped dates of a series that could be booked now."""
    now = counter.now()
    ahead = replace(series, skipped=tuple(one for one in series.skipped if one.slot.start > now))
    slots = tuple(sorted(one.slot for one in ahead.skipped))
    asked = Asked(slots, series.room_ids, (series.responsible.party_id,))
    facts = counter.facts(transaction, asked)
    return (restorable(ahead, facts, now) if slots else ()), facts


def restore(transaction: Transaction, counter: Counter, series_id: UUID, *, print_slip: bool) -> Booked:
    """Book the skipped dates of a series that are free now; DeskError("booking.none_free")."""
    series = existing_series(transaction, series_id)
    free, facts = restorable_of(transaction, counter, series)
    if not free:
        raise DeskError("booking.none_free", dates=len(series.skipped))
    whole = restored(series, [verdict.slot for verdict in free])
    keep_series(transaction, counter, whole)
    request = Request(
        series.room_ids,
        tuple(verdict.slot for verdict in free),
        series.responsible,
        series.purpose,
        series.head_count,
    )
    note = Note(series.title, series_id=series.id)
    return _keep(transaction, counter, request, Taking(free), facts, note, whole, print_slip=print_slip)


def _request(wanted: Wanted, slots: tuple[Slot, ...]) -> Request:
    return Request(
        room_ids=wanted.room_ids,
        slots=slots,
        responsible=wanted.responsible,
        purpose=wanted.purpose,
        head_count=wanted.head_count,
        equipment=wanted.equipment,
        override=wanted.override,
    )


def _chosen(answer: Checked, facts: Facts, chosen: frozenset[date], now: datetime) -> tuple[Request, Taking]:
    """Exactly the days ticked, judged by themselves: what was left out fills no quota."""
    slots = tuple(slot for slot in answer.request.slots if slot.day in chosen)
    if len({slot.day for slot in slots}) < len(chosen) or not slots:
        raise DeskError("booking.date_not_in_series", field="dates")
    request = replace(answer.request, slots=slots)
    taken = take(check(request, facts, now))
    left = tuple(Skipped(v.slot, v.reasons) for v in answer.verdicts if v.slot.day not in chosen)
    return request, replace(taken, skipped=left)


def _series(counter: Counter, wanted: Wanted, answer: Checked, taking: Taking) -> Series | None:
    """The series of a wish with several dates. A single date is none, whatever the rule says."""
    slots = answer.request.slots
    if len(slots) < 2:
        return None
    rule = wanted.rule
    if rule.repeat is Repeat.ONCE:
        rule = Recurrence(Repeat.PICKED, picked=tuple(slot.day for slot in slots))
    return Series(
        id=counter.office.clock.new_id(),
        room_ids=wanted.room_ids,
        rule=rule,
        first=slots[0],
        responsible=wanted.responsible,
        purpose=wanted.purpose,
        title=wanted.title,
        head_count=wanted.head_count,
        skipped=taking.skipped,
    )


def _require_whole_minutes(slot: Slot) -> None:
    if any(moment.second or moment.microsecond for moment in (slot.start, slot.end)):
        raise DeskError("booking.not_whole_minutes", field="start")


def _require_person(transaction: Transaction, wanted: Wanted) -> None:
    person_id = wanted.responsible.person_id
    if person_id is not None and people.by_id(transaction, person_id) is None:
        raise DeskError("person.unknown", field="responsible")


def put_down(transaction: Transaction, counter: Counter, wish: Request) -> Booked:
    """Book one date somebody waited for, as it was asked; DeskError("booking.not_free" | "booking.none_free")."""
    facts = counter.facts(transaction, Asked.of(wish))
    taking = take(check(wish, facts, counter.now()))
    return _keep(transaction, counter, wish, taking, facts, Note(), None, print_slip=True)
