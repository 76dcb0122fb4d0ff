"""Papers within the transaction of the act they belong to, and what they say once they are sent."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from desk_app.domain.slips import PrintJob, PrintState, Slip, roll_call_slip, visitor_slip
from desk_app.domain.visits import Visit, in_roll_call_order, presence_of
from desk_app.services.office import Office
from desk_app.storage import activities, slips, visits
from desk_app.storage.slips import StoredJob
from desk_app.storage.transaction import Transaction

UNBUILDABLE = (LookupError, TypeError, ValueError)
"""What reading a visit or a stored slip raises where the file holds something else than this program wrote."""


def queue_visitor_slip(transaction: Transaction, office: Office, visit: Visit, copy: int, now: datetime) -> StoredJob:
    """Queue the slip of a visit; `copy` 0 is the original, n the n-th 补打."""
    job = StoredJob(office.clock.new_id(), visit.number, copy, None, PrintState.QUEUED, now, visit.id)
    slips.insert_job(transaction, job)
    return job


def drop_queued(transaction: Transaction, visit_id: UUID, now: datetime) -> None:
    """No paper for a visit that was taken back."""
    for job in slips.queued_of_visit(transaction, visit_id):
        slips.move(transaction, job.id, PrintState.QUEUED, PrintState.DROPPED, "slip.visit_undone", now)


def with_its_slip(transaction: Transaction, office: Office, job: StoredJob) -> PrintJob:
    """The job with what it prints: a visit's slip says what the visit is now, a roll call who is inside now.

    Raises one of `UNBUILDABLE` where the file does not hold what the slip must say.
    """
    return _job(job, job.slip or _slip_of_now(transaction, office, job))


def as_listed(transaction: Transaction, office: Office, job: StoredJob) -> PrintJob:
    """The same for the clerk's list, where a slip that cannot be built stands with its number alone."""
    try:
        return with_its_slip(transaction, office, job)
    except UNBUILDABLE:
        return _job(job, Slip("", "", "", "", job.slip_number, (), (), "", ""))


def _job(job: StoredJob, slip: Slip) -> PrintJob:
    return PrintJob(job.id, job.slip_number, slip, job.state, job.created_at, job.visit_id, job.reason)


def _slip_of_now(transaction: Transaction, office: Office, job: StoredJob) -> Slip:
    if job.is_roll_call:
        return _roll_call(transaction, office, job)
    return _visitor_slip(transaction, office, job)


def _roll_call(transaction: Transaction, office: Office, job: StoredJob) -> Slip:
    inside = in_roll_call_order(presence_of(visit, name) for visit, name in visits.in_house(transaction))
    config = office.settings()
    return roll_call_slip(inside, config.hub, config.desk, office.clock.now(), copy=job.copy)


def _visitor_slip(transaction: Transaction, office: Office, job: StoredJob) -> Slip:
    found = visits.by_id(transaction, job.visit_id) if job.visit_id else None
    if found is None:
        raise LookupError("the visit of a print job is not there")
    visit, name = found
    activity = visit.purpose.activity_id
    series = activities.by_id(transaction, activity) if activity else None
    config = office.settings()
    place = series.place if series else ""
    return visitor_slip(visit, name, config.hub, config.desk, place=place, copy=job.copy)
