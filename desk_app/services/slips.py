"""Slips on their way to paper: queued with the act, sent once, settled by the printer or the clerk.

Papers are this desk's own affair: nothing here leaves an entry in the outbox.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.core.errors import DeskError
from desk_app.domain.slips import FINISHED, PrintJob, PrintState, Slip
from desk_app.services import papers
from desk_app.services.office import Office
from desk_app.storage import slips, visits
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys
from desk_app.storage.slips import StoredJob
from desk_app.storage.transaction import Transaction

_DOUBTFUL = frozenset({PrintState.UNCERTAIN, PrintState.SENT_UNCONFIRMED, PrintState.PRINTED})
"""States in which the clerk's eyes know better than the program."""


class Slips:
    """The spool (`devices.api.Spool` in shape) and what the clerk does to it. One method, one transaction.

    Every method may raise EnvironmentTrouble (store.*). The spool's four are called on the printer's thread.
    """

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._office = Office(store, clock, settings, keys)
        self._store = store
        self._clock = clock

    # The clerk

    def print_for(self, visit_id: UUID) -> PrintJob:
        """Print a visit's slip: first copy 0, then 补打 1, 2, … DeskError("visit.unknown" | "visit.undone")."""
        with self._store.begin() as transaction:
            found = visits.by_id(transaction, visit_id)
            if found is None:
                raise DeskError("visit.unknown")
            visit, _ = found
            if visit.undone_at is not None:
                raise DeskError("visit.undone")
            copy = slips.next_copy(transaction, visit_id)
            job = papers.queue_visitor_slip(transaction, self._office, visit, copy, self._clock.now())
            return papers.with_its_slip(transaction, self._office, job)

    def queue(self, slip: Slip) -> PrintJob:
        """A slip without a visit: a test, a roll call."""
        with self._store.begin() as transaction:
            return self._queue(transaction, slip)

    def roll_call(self) -> PrintJob:
        """Queue the list of everybody in the house, those who need help first; it is made when it is sent."""
        with self._store.begin() as transaction:
            return self._queue(transaction, None)

    def unsettled(self) -> tuple[PrintJob, ...]:
        """Jobs the clerk must see: queued with a reason, being sent, uncertain."""
        with self._store.read() as transaction:
            stored = slips.unsettled(transaction)
            return tuple(papers.as_listed(transaction, self._office, job) for job in stored)

    def came_out(self, job_id: UUID) -> None:
        """出来了. DeskError("slip.unknown" | "slip.not_doubtful")."""
        with self._store.begin() as transaction:
            job = _existing(transaction, job_id)
            if job.state not in _DOUBTFUL:
                raise DeskError("slip.not_doubtful")
            slips.move(transaction, job_id, job.state, PrintState.PRINTED, "slip.clerk_saw_it", self._clock.now())

    def did_not_come_out(self, job_id: UUID) -> PrintJob:
        """没出来: the old job is dropped, a new one marked 补打 takes its place. DeskErrors as `came_out`.

        DeskError("slip.unbuildable") where nobody knows any more what it said.
        """
        now = self._clock.now()
        with self._store.begin() as transaction:
            job = _existing(transaction, job_id)
            if job.state not in _DOUBTFUL:
                raise DeskError("slip.not_doubtful")
            if not job.is_readable and job.visit_id is None:
                raise DeskError("slip.unbuildable")
            slips.move(transaction, job_id, job.state, PrintState.DROPPED, "slip.clerk_missed_it", now)
            copy = slips.next_copy(transaction, job.visit_id) if job.visit_id else job.copy + 1
            slip = replace(job.slip, copy=copy) if job.slip else None
            new_id = self._clock.new_id()
            again = StoredJob(new_id, job.slip_number, copy, slip, PrintState.QUEUED, now, job.visit_id)
            slips.insert_job(transaction, again)
            return papers.with_its_slip(transaction, self._office, again)

    def drop(self, job_id: UUID) -> None:
        """Do not print it. DeskError("slip.unknown" | "slip.settled" | "slip.being_sent")."""
        with self._store.begin() as transaction:
            job = _existing(transaction, job_id)
            if job.state in FINISHED:
                raise DeskError("slip.settled")
            if job.state is PrintState.SENDING:
                raise DeskError("slip.being_sent")
            slips.move(transaction, job_id, job.state, PrintState.DROPPED, "slip.clerk_dropped_it", self._clock.now())

    def recover(self) -> int:
        """At start: what was being sent when the program ended is uncertain. Returns how many jobs.

        What could not be drawn is tried once more.
        """
        now = self._clock.now()
        with self._store.begin() as transaction:
            slips.retry_what_waits_aside(transaction)
            caught = slips.being_sent(transaction)
            for job in caught:
                slips.end_attempt(transaction, job.id, PrintState.UNCERTAIN, "slip.interrupted", now)
                slips.move(transaction, job.id, PrintState.SENDING, PrintState.UNCERTAIN, "slip.interrupted", now)
            return len(caught)

    def retry_set_aside(self) -> None:
        """The printer is another one or set up otherwise: what could not be drawn is tried once more."""
        with self._store.begin() as transaction:
            slips.retry_what_waits_aside(transaction)

    # The spool

    def next_job(self) -> PrintJob | None:
        """The oldest job that may be sent, roll calls first; it is claimed only by `sending`.

        A slip that cannot be built waits aside, where the clerk sees it, and the next one takes its turn.
        """
        while True:
            with self._store.read() as transaction:
                job = slips.next_queued(transaction)
                if job is None:
                    return None
                with suppress(*papers.UNBUILDABLE):
                    return papers.with_its_slip(transaction, self._office, job)
            self.waiting(job.id, "slip.unbuildable")

    def sending(self, job_id: UUID, data: bytes) -> None:
        """Commit the attempt; DeskError("slip.not_queued") where another thread, process or the clerk was faster."""
        now = self._clock.now()
        with self._store.begin() as transaction:
            if not slips.move(transaction, job_id, PrintState.QUEUED, PrintState.SENDING, "", now):
                raise DeskError("slip.not_queued")
            # The names of a roll call lie in the bytes as well: they go to paper and nowhere else.
            keep = not _existing(transaction, job_id).is_roll_call
            slips.begin_attempt(transaction, job_id, data, now, keep=keep)

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        """Record how the attempt ended; a job the clerk has settled meanwhile stays as the clerk said."""
        now = self._clock.now()
        with self._store.begin() as transaction:
            slips.end_attempt(transaction, job_id, state, reason, now)
            slips.move(transaction, job_id, PrintState.SENDING, state, reason, now)

    def waiting(self, job_id: UUID, reason: str) -> None:
        """Record why nothing was sent; the job stays queued, and goes on by itself where a printer's state was why.

        With another reason (it cannot be drawn) it is set aside for the clerk to see: `next_job` passes it over until
        `retry_set_aside` or the next start.
        """
        with self._store.begin() as transaction:
            slips.wait(transaction, job_id, reason)

    def _queue(self, transaction: Transaction, slip: Slip | None) -> PrintJob:
        copy = slip.copy if slip else 0
        job = StoredJob(self._clock.new_id(), "", copy, slip, PrintState.QUEUED, self._clock.now())
        slips.insert_job(transaction, job)
        return papers.with_its_slip(transaction, self._office, job)


def _existing(transaction: Transaction, job_id: UUID) -> StoredJob:
    job = slips.by_id(transaction, job_id)
    if job is None:
        raise DeskError("slip.unknown")
    return job
