"""Slips of bookings within the transaction of the act they belong to."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from desk_app.domain.bookings.booking import Booking
from desk_app.domain.slips import PrintState, Slip, SlipLine, booking_slip
from desk_app.services.bookings.counter import Counter
from desk_app.storage import booking_history, bookings, slips
from desk_app.storage.booking_history import StoredSlip
from desk_app.storage.slips import StoredJob
from desk_app.storage.transaction import Transaction


def queue_slip(transaction: Transaction, counter: Counter, one: Booking, slip: StoredSlip, dates: int = 1) -> UUID:
    """Queue the slip of a booking, or of the first of several `dates`; each copy after the first says 补打."""
    office = counter.office
    job = StoredJob(
        id=office.clock.new_id(),
        slip_number=slip.number,
        copy=slip.copies,
        slip=_slip(transaction, counter, one, slip, dates),
        state=PrintState.QUEUED,
        created_at=office.clock.now(),
    )
    slips.insert_job(transaction, job)
    booking_history.count_copy(transaction, slip)
    return job.id


def _slip(transaction: Transaction, counter: Counter, one: Booking, slip: StoredSlip, dates: int) -> Slip:
    config = counter.office.settings()
    plan = counter.house(transaction).plan
    names = [plan.room(other.room_id).name for other in bookings.together_with(transaction, one)]
    room = replace(plan.room(one.room_id), name="、".join(names))
    paper = booking_slip(one, room, slip.number, config.hub, config.desk, token=slip.token, copy=slip.copies)
    if dates > 1:
        paper = replace(paper, lines=(*paper.lines, SlipLine("次数", "Dates", f"共 {dates} 次，此为首次")))
    return paper
