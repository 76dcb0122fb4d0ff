"""The one check: every date of a request against everything that speaks against it, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import admission, occupancy
from desk_app.domain.bookings.booking import BookingState
from desk_app.domain.bookings.facts import Facts, Lane
from desk_app.domain.bookings.occupancy import Floor
from desk_app.domain.bookings.reasons import MeetsItself, Reason, Verdict
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.slots import Slot


def check(request: Request, facts: Facts, now: datetime) -> tuple[Verdict, ...]:
    """One verdict for each date of `request`, in order; `now` is the hub's wall clock.

    Dates found free count for those after them: quotas fill up, and a series that would meet itself is refused.
    Raises DeskError("room.unknown"), DeskError("booking.rooms_touch") for a whole asked for together with its part.
    """
    return tuple(verdicts(request, facts, now))


def fits(request: Request, facts: Facts, now: datetime) -> bool:
    """Whether every date is free; stops at the first that is not."""
    return all(verdict.free for verdict in verdicts(request, facts, now))


def verdicts(request: Request, facts: Facts, now: datetime) -> Iterator[Verdict]:
    """As `check`, date by date."""
    floors = _floors(request, facts, now)
    always = tuple(admission.of_the_request(request))
    always += tuple(reason for floor in floors for reason in admission.of_the_room(request, floor.room))
    own = facts.daybook.of_party(request.responsible.party_id)
    books_as = _weakest(facts.books_as(floor.room, approved=request.override is not None) for floor in floors)
    accepted: list[Slot] = []
    for number, slot in enumerate(request.slots):
        found = [*always, *_against(request, slot, request.was_at(number), floors, facts, now)]
        found += _allowances(request, slot, floors, own, accepted)
        verdict = _verdict(request, slot, found, books_as)
        if verdict.free:
            accepted.append(slot)
        yield verdict


def _floors(request: Request, facts: Facts, now: datetime) -> tuple[Floor, ...]:
    floors = tuple(Floor.of(room_id, request, facts, now) for room_id in request.room_ids)
    taken: set[UUID] = set()
    for room_id in request.room_ids:
        if room_id in taken:
            raise DeskError("booking.rooms_touch", field="room")
        taken |= facts.plan.touching(room_id)
    return floors


def _against(
    request: Request, slot: Slot, was: Slot | None, floors: tuple[Floor, ...], facts: Facts, now: datetime
) -> Iterator[Reason]:
    yield from admission.past(slot, was, facts, now)
    for floor in floors:
        yield from admission.of_the_date(slot, was, floor.room, facts, now)
        yield from occupancy.on_the_floor(request, slot, floor)
    yield from occupancy.in_the_house(request, slot, facts)
    yield from occupancy.equipment(request, slot, floors, facts)


def _allowances(
    request: Request, slot: Slot, floors: tuple[Floor, ...], own: Lane, accepted: Sequence[Slot]
) -> Iterator[Reason]:
    """What the dates accepted so far leave over for this one."""
    if accepted and any(floor.held(accepted[-1]).overlaps(floor.held(slot)) for floor in floors):
        yield MeetsItself(accepted[-1])
    for floor in floors:
        yield from admission.quotas(request, slot, floor.room, own, accepted)
        yield from admission.in_a_row(request, slot, floor.room, own, accepted)


def _verdict(request: Request, slot: Slot, found: list[Reason], books_as: BookingState) -> Verdict:
    if request.override is None:
        return Verdict(slot, tuple(found), (), books_as)
    firm = tuple(reason for reason in found if not reason.yielding)
    set_aside = tuple(reason for reason in found if reason.yielding)
    return Verdict(slot, firm, set_aside, books_as)


_PROMISES = (BookingState.REQUESTED, BookingState.PROVISIONAL, BookingState.CONFIRMED)


def _weakest(states: Iterator[BookingState]) -> BookingState:
    """Several rooms taken together promise no more than the weakest of them."""
    return min(states, key=_PROMISES.index)


def reach(slots: Sequence[Slot], plan: RoomPlan, leeway: timedelta = timedelta()) -> tuple[Slot, ...]:
    """The stretches whose bookings a check of `slots` must be given, in any room of the plan: buffers both ways.

    `leeway` widens them by as much as alternatives may move a date. Quotas need the party's own bookings as well,
    for the periods of `Quota.periods_of`.
    """
    rules = [room.rules for room in plan.rooms.values()]
    widest = max((rule.setup + rule.cleanup for rule in rules), default=timedelta()) * 2 + leeway
    return tuple(slot.widened(widest, widest) for slot in slots)
