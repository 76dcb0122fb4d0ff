"""Visitor slips within the transaction of the act they belong to."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from desk_app.domain.slips import PrintJob, PrintState, Slip, visitor_slip
from desk_app.domain.visits import Visit
from desk_app.services.office import Office
from desk_app.storage import activities, slips
from desk_app.storage.transaction import Transaction


def queue_visitor_slip(
    transaction: Transaction, office: Office, visit: Visit, name: str, copy: int, now: datetime
) -> PrintJob:
    """Queue the slip of a visit; `copy` 0 is the original, n the n-th 补打."""
    job = PrintJob(
        id=office.clock.new_id(),
        slip_number=visit.number,
        slip=_slip(transaction, office, visit, name, copy),
        state=PrintState.QUEUED,
        created_at=now,
        visit_id=visit.id,
    )
    slips.insert_job(transaction, job)
    return job


def rewrite_queued(transaction: Transaction, office: Office, visit: Visit, name: str) -> None:
    """A changed visit changes its paper, as long as no byte of it has been sent."""
    for job in slips.queued_of_visit(transaction, visit.id):
        slips.rewrite(transaction, job.id, _slip(transaction, office, visit, name, job.slip.copy))


def drop_queued(transaction: Transaction, visit_id: UUID, now: datetime) -> None:
    """No paper for a visit that was taken back."""
    for job in slips.queued_of_visit(transaction, visit_id):
        slips.move(transaction, job.id, PrintState.QUEUED, PrintState.DROPPED, "slip.visit_undone", now)


def _slip(transaction: Transaction, office: Office, visit: Visit, name: str, copy: int) -> Slip:
    config = office.settings()
    series = activities.by_id(transaction, visit.purpose.activity_id) if visit.purpose.activity_id else None
    return visitor_slip(visit, name, config.hub, config.desk, place=series.place if series else "", copy=copy)
