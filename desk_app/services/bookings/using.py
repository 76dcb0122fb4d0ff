"""From booked to used: checking in, leaving, what the passing of time does, and what a visit at the desk means."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from desk_app.core.errors import DeskError
from desk_app.domain.bookings import attendance, waiting
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.rooms import RoomPlan
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.services.bookings.api import TimePassed
from desk_app.services.bookings.counter import Counter
from desk_app.services.bookings.keeping import existing, keep_changed
from desk_app.storage import booking_history, bookings, rooms, series
from desk_app.storage.transaction import Transaction

_BY_TIME = {
    BookingState.NO_SHOW: "release",
    BookingState.FINISHED: "finish",
    BookingState.IN_USE: "begin",
}
"""What the clock does, as the history names it."""


def check_in(transaction: Transaction, counter: Counter, booking_id: UUID) -> tuple[Booking, ...]:
    """Somebody came: everything taken together is in use."""
    together = bookings.together_with(transaction, existing(transaction, booking_id))
    plan = counter.house(transaction).plan
    used = attendance.check_in(together, plan, counter.now())
    keep_changed(transaction, counter, used, "check_in")
    return used


def undo_check_in(transaction: Transaction, counter: Counter, booking_id: UUID) -> tuple[Booking, ...]:
    """Back to what they were before the tap."""
    together = bookings.together_with(transaction, existing(transaction, booking_id))
    back = tuple(_not_used(transaction, one) for one in together)
    keep_changed(transaction, counter, back, "undo_check_in")
    return back


def _not_used(transaction: Transaction, one: Booking) -> Booking:
    lines = booking_history.lines(transaction, one)
    was = next((line.before for line in reversed(lines) if line.before and line.before.state is not one.state), None)
    provisional = was is not None and was.state is BookingState.PROVISIONAL
    return attendance.undo_check_in(one, provisional=provisional)


def end_early(transaction: Transaction, counter: Counter, booking_id: UUID) -> tuple[Booking, ...]:
    """People are gone: the rest is free from this minute."""
    together = bookings.together_with(transaction, existing(transaction, booking_id))
    plan = counter.house(transaction).plan
    ended = tuple(attendance.leave(one, plan, counter.now()) for one in together)
    keep_changed(transaction, counter, ended, "end")
    return ended


def due(transaction: Transaction, counter: Counter) -> TimePassed:
    """What time alone has changed since the last look; nothing is written."""
    now = counter.now()
    begun = bookings.begun(transaction, now)
    changed = attendance.due_changes(begun, counter.house(transaction).plan, now) if begun else ()
    return TimePassed(changed, waiting.lapsed(series.open_entries(transaction, now - DAY), now))


def time_passes(transaction: Transaction, counter: Counter) -> TimePassed:
    """The same, kept."""
    passed = due(transaction, counter)
    for state, act in _BY_TIME.items():
        keep_changed(transaction, counter, [after for _, after in passed.changed if after.state is state], act)
    for entry in passed.lapsed:
        series.save_entry(transaction, entry)
    return passed


# What a visit means


def came_for(
    transaction: Transaction, counter: Counter, person_id: UUID | None, activity_id: UUID | None, visit_id: UUID
) -> tuple[Booking, ...]:
    """A visitor who answers for a booking, or came for its activity, is at the desk: their room is in use now.

    Nobody is refused for it: too early, too late or cancelled means nothing happens.
    """
    candidates = _near(transaction, counter, person_id, activity_id)
    if not candidates:
        return ()
    now, plan = counter.now(), RoomPlan.of(rooms.every_room(transaction))
    meant = attendance.booking_of_visit(candidates, plan, now, person_id=person_id, activity_id=activity_id)
    if meant is None:
        return ()
    together = bookings.together_with(transaction, meant)
    try:
        used = attendance.check_in(together, plan, now)
    except DeskError:
        return ()  # one of several rooms has been given back meanwhile
    keep_changed(transaction, counter, used, "visit", str(visit_id))
    return used


def came_not(
    transaction: Transaction, counter: Counter, person_id: UUID | None, activity_id: UUID | None, visit_id: UUID
) -> None:
    """The visit is taken back: a room it alone had marked used waits for its people again."""
    candidates = _near(transaction, counter, person_id, activity_id)
    for one in {each.id: each for each in candidates}.values():
        if one.state is not BookingState.IN_USE:
            continue
        last = booking_history.lines(transaction, one)[-1]
        if (last.act, last.why) == ("visit", str(visit_id)):
            together = bookings.together_with(transaction, one)
            back = [_not_used(transaction, each) for each in together if each.state is BookingState.IN_USE]
            keep_changed(transaction, counter, back, "undo_check_in")


def _near(
    transaction: Transaction, counter: Counter, person_id: UUID | None, activity_id: UUID | None
) -> list[Booking]:
    """What the visitor may have come for, of yesterday to tomorrow."""
    now = counter.now()
    found = bookings.of_person(transaction, person_id, now - DAY, now + DAY) if person_id else []
    if activity_id is not None:
        found += bookings.for_activity(transaction, activity_id, Slot(now - DAY, now + DAY))
    return found


def own_today(transaction: Transaction, person_id: UUID, today: datetime) -> list[Booking]:
    """Promises a person answers for on the day of `today`, by start."""
    begin = datetime.combine(today.date(), time.min)
    found = bookings.of_person(transaction, person_id, begin, begin + DAY)
    return [one for one in found if one.promised]
