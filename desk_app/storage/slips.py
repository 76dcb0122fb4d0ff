"""The print spool in the file: a job outlives every process, and an attempt is on record before its first byte."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, case, func, insert, literal_column, not_, null, or_, select, update

from desk_app.domain.slips import FINISHED, PrintState, Slip, SlipLine
from desk_app.storage.tables import print_attempt, print_job
from desk_app.storage.transaction import Row, Statement, Transaction
from desk_app.storage.values import from_micros, to_micros

_SELECT: Select[tuple[object, ...]] = select(
    print_job.c.id,
    print_job.c.slip_number,
    print_job.c.copy,
    print_job.c.slip,
    print_job.c.state,
    print_job.c.created_at,
    print_job.c.visit_id,
    print_job.c.reason,
)
# Said twice, as state and as not settled: the index holds unsettled jobs alone, and SQLite must see it is enough.
_OPEN = print_job.c.settled_at.is_(None)
_QUEUED = and_(print_job.c.state == "queued", _OPEN)
_IS_SENDING = and_(print_job.c.state == "sending", _OPEN)
_JOB = print_job.c.id == bindparam("which")
_OF_VISIT = print_job.c.visit_id == bindparam("visit")
_BY_ID = Statement(_SELECT.where(_JOB))
# A printer's state passes; whatever else keeps a job waiting does not pass by itself, and must not hold up the rest.
_IS_ASIDE = and_(print_job.c.reason != "", print_job.c.reason.not_like("printer.%"))
_ROLL_CALLS_FIRST = case((and_(print_job.c.visit_id.is_(None), print_job.c.slip.is_(None)), 0), else_=1)
_NEXT = Statement(_SELECT.where(_QUEUED, not_(_IS_ASIDE)).order_by(_ROLL_CALLS_FIRST, print_job.c.id).limit(1))
_RETRY = Statement(update(print_job).where(_QUEUED, _IS_ASIDE).values(reason=literal_column("''")))
_OPEN_STATES = or_(*(print_job.c.state == state for state in ("queued", "sending", "uncertain")))
_UNSETTLED = Statement(
    _SELECT.where(_OPEN, _OPEN_STATES, or_(print_job.c.state != "queued", print_job.c.reason != "")).order_by(
        print_job.c.id
    )
)
_LAST_COPY = Statement(select(func.max(print_job.c.copy)).where(_OF_VISIT))
_QUEUED_OF_VISIT = Statement(_SELECT.where(_OF_VISIT, _QUEUED))
_INSERT = Statement(insert(print_job))
_MOVE = Statement(
    update(print_job)
    .where(_JOB, print_job.c.state == bindparam("old"))
    .values(state=bindparam("new"), reason=bindparam("why"), settled_at=bindparam("settled"))
)
_WAIT = Statement(update(print_job).where(_JOB, _QUEUED).values(reason=bindparam("why")))
_SENDING = Statement(_SELECT.where(_IS_SENDING))
_LAST_ATTEMPT = Statement(select(func.max(print_attempt.c.attempt)).where(print_attempt.c.job_id == bindparam("which")))
_ATTEMPT = Statement(insert(print_attempt))
_END_ATTEMPT = Statement(
    update(print_attempt)
    .where(print_attempt.c.job_id == bindparam("which"), print_attempt.c.ended_at.is_(None))
    .values(ended_at=bindparam("at"), outcome=bindparam("how"), reason=bindparam("why"))
)
_FORGET_BYTES = Statement(update(print_attempt).where(print_attempt.c.job_id == bindparam("which")).values(data=null()))


@dataclass(frozen=True, slots=True)
class StoredJob:
    """A print job as it lies in the file. `slip` is None for a visit's slip (`visit_id`) and for a roll call.

    Both are built when they are sent: a visit's slip then says what the visit is by then, and no check-in waits
    for it; a roll call names who is inside by then, and its names are stored in no spool. `is_readable` is False
    where the stored text is no slip any more.
    """

    id: UUID
    slip_number: str
    copy: int
    slip: Slip | None
    state: PrintState
    created_at: datetime
    visit_id: UUID | None = None
    reason: str = ""
    is_readable: bool = True

    @property
    def is_roll_call(self) -> bool:
        return self.visit_id is None and self.slip is None and self.is_readable


def insert_job(transaction: Transaction, job: StoredJob) -> None:
    """Queue a job in the transaction of the act it belongs to."""
    transaction.run(
        _INSERT,
        id=job.id.bytes,
        visit_id=job.visit_id.bytes if job.visit_id else None,
        slip_number=job.slip_number,
        copy=job.copy,
        slip=_to_text(job.slip) if job.slip else None,
        state=job.state.value,
        reason=job.reason,
        created_at=to_micros(job.created_at),
        settled_at=None,
    )


def by_id(transaction: Transaction, job_id: UUID) -> StoredJob | None:
    return _job_or_none(transaction.first(_BY_ID, which=job_id.bytes))


def next_queued(transaction: Transaction) -> StoredJob | None:
    """The oldest job that may be sent, roll calls before all others; ids are time-ordered.

    What waits for another reason than the printer's state (it cannot be drawn) is passed over.
    """
    return _job_or_none(transaction.first(_NEXT))


def unsettled(transaction: Transaction) -> list[StoredJob]:
    """Jobs with something to say: waiting for a reason, being sent, uncertain."""
    return [_job(row) for row in transaction.all(_UNSETTLED)]


def next_copy(transaction: Transaction, visit_id: UUID) -> int:
    """0 for a visit's first paper, then 1, 2, …"""
    last = transaction.value(_LAST_COPY, visit=visit_id.bytes)
    return 0 if last is None else int(last) + 1


def queued_of_visit(transaction: Transaction, visit_id: UUID) -> list[StoredJob]:
    """Papers of a visit of which no byte has been sent."""
    return [_job(row) for row in transaction.all(_QUEUED_OF_VISIT, visit=visit_id.bytes)]


def wait(transaction: Transaction, job_id: UUID, reason: str) -> None:
    """Say why a queued job stays queued."""
    transaction.run(_WAIT, which=job_id.bytes, why=reason)


def retry_what_waits_aside(transaction: Transaction) -> None:
    """Let jobs that could not be drawn be tried again: settings or program may be others by now."""
    transaction.run(_RETRY)


def move(transaction: Transaction, job_id: UUID, old: PrintState, new: PrintState, reason: str, at: datetime) -> bool:
    """From one state to the next; False where the job was no longer in `old`."""
    settled = to_micros(at) if new in FINISHED else None
    moved = transaction.run(_MOVE, which=job_id.bytes, old=old.value, new=new.value, why=reason, settled=settled)
    if moved and new in FINISHED:
        transaction.run(_FORGET_BYTES, which=job_id.bytes)
    return moved > 0


def begin_attempt(transaction: Transaction, job_id: UUID, data: bytes, at: datetime, *, keep: bool) -> None:
    """Record the bytes about to be sent; without `keep` their size and digest alone."""
    transaction.run(
        _ATTEMPT,
        job_id=job_id.bytes,
        attempt=int(transaction.value(_LAST_ATTEMPT, which=job_id.bytes) or 0) + 1,
        started_at=to_micros(at),
        size=len(data),
        digest=hashlib.sha256(data).digest(),
        data=data if keep else None,
        ended_at=None,
        outcome=None,
        reason="",
    )


def end_attempt(transaction: Transaction, job_id: UUID, state: PrintState, reason: str, at: datetime) -> None:
    """Record how the running attempt ended."""
    transaction.run(_END_ATTEMPT, which=job_id.bytes, at=to_micros(at), how=state.value, why=reason)


def being_sent(transaction: Transaction) -> list[StoredJob]:
    return [_job(row) for row in transaction.all(_SENDING)]


def _to_text(slip: Slip) -> str:
    return json.dumps(asdict(slip), ensure_ascii=False, separators=(",", ":"))


def _to_slip(text: str) -> Slip:
    values: dict[str, Any] = json.loads(text)
    slip = Slip(**values)
    return replace(
        slip, lines=tuple(SlipLine(**line) for line in values["lines"]), next_steps=tuple(values["next_steps"])
    )


def _job_or_none(row: Row | None) -> StoredJob | None:
    return _job(row) if row else None


def _job(row: Row) -> StoredJob:
    job_id, number, copy, text, state, created, visit_id, reason = row
    slip, is_readable = _slip_or_none(text)
    return StoredJob(
        id=UUID(bytes=job_id),
        slip_number=number,
        copy=copy,
        slip=slip,
        state=PrintState(state),
        created_at=from_micros(created),
        visit_id=UUID(bytes=visit_id) if visit_id else None,
        reason=reason,
        is_readable=is_readable,
    )


def _slip_or_none(text: str | None) -> tuple[Slip | None, bool]:
    """One text that cannot be read must not keep every other slip from its printer."""
    if text is None:
        return None, True
    try:
        return _to_slip(text), True
    except (LookupError, TypeError, ValueError):
        return None, False
