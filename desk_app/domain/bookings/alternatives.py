"""What to offer instead when dates are refused: another time, another room, a shorter use; best first, each checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from desk_app.domain.bookings.conflicts import fits
from desk_app.domain.bookings.facts import Facts
from desk_app.domain.bookings.request import Request
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.bookings.slots import MINUTE, NOTHING, Slot


class AlternativeKind(StrEnum):
    """What is changed."""

    SHIFT = "shift"
    SHORTEN = "shorten"
    OTHER_ROOM = "other_room"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A request that fits on all dates, and how far it is from what was asked: `cost` in minutes of discomfort."""

    kind: AlternativeKind
    request: Request
    cost: float
    by: timedelta = NOTHING
    room_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Leeway:
    """How far to look. Times move in steps of `step` up to `shift`; at most `shorten` of the length is cut.

    `other_room` is the discomfort of another room in minutes of shifting: people rather come a quarter of an hour
    later than to a door they do not know. `most` alternatives of each kind are offered.
    """

    step: timedelta = 15 * MINUTE
    shift: timedelta = timedelta(hours=2)
    shorten: float = 0.25
    other_room: float = 20.0
    most: int = 3


ORDINARY_LEEWAY = Leeway()


def alternatives(
    request: Request, facts: Facts, now: datetime, leeway: Leeway = ORDINARY_LEEWAY
) -> tuple[Alternative, ...]:
    """Requests like `request` whose every date is free, by the same check that will save them; best first.

    `facts` must reach as far as `leeway` (see `conflicts.reach`) and hold the bookings of the other rooms.
    """
    found: list[Alternative] = []
    for candidates in (_shifted(request, leeway), _shortened(request, leeway), _elsewhere(request, facts, leeway)):
        taken = 0
        for candidate in candidates:
            if taken == leeway.most:
                break
            if fits(candidate.request, facts, now):
                found.append(candidate)
                taken += 1
    return tuple(sorted(found, key=lambda alternative: alternative.cost))


def _shifted(request: Request, leeway: Leeway) -> Iterator[Alternative]:
    """Nearest first, later before earlier: who comes too early finds a locked door."""
    for number in range(1, leeway.shift // leeway.step + 1):
        for by in (number * leeway.step, -number * leeway.step):
            moved = _reslotted(request, [slot.moved(by) for slot in request.slots])
            yield Alternative(AlternativeKind.SHIFT, moved, abs(by) / MINUTE, by=by)


def _shortened(request: Request, leeway: Leeway) -> Iterator[Alternative]:
    """Cut at the end, then at the start, little by little; a cut costs twice what a shift of the same length does."""
    shortest = min((slot.length for slot in request.slots), default=NOTHING)
    for number in range(1, int(shortest * leeway.shorten // leeway.step) + 1):
        cut = number * leeway.step
        for slots in (
            [Slot(slot.start, slot.end - cut) for slot in request.slots],
            [Slot(slot.start + cut, slot.end) for slot in request.slots],
        ):
            yield Alternative(AlternativeKind.SHORTEN, _reslotted(request, slots), 2 * (cut / MINUTE), by=cut)


def _elsewhere(request: Request, facts: Facts, leeway: Leeway) -> Iterator[Alternative]:
    """The same time in another room that has what the room asked for has, the one nearest in size first."""
    if len(request.room_ids) != 1:
        return
    asked = facts.plan.room(request.room_ids[0])
    suitable = [room for room in facts.plan.rooms.values() if room.id != asked.id and room.features >= asked.features]

    def distance(room: Room) -> float:
        return abs(room.capacity - asked.capacity) / max(asked.capacity, 1)

    for room in sorted(suitable, key=lambda room: (distance(room), room.name)):
        moved = replace(request, room_ids=(room.id,))
        yield Alternative(AlternativeKind.OTHER_ROOM, moved, leeway.other_room + 10 * distance(room), room_id=room.id)


def _reslotted(request: Request, slots: list[Slot]) -> Request:
    return replace(request, slots=tuple(slots))
