"""What the printer's thread may rely on, said once: the spool in the file and the one its tests use do the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest

from desk_app.core.config import DeskProfile, HubProfile
from desk_app.devices.api import Spool
from desk_app.domain import slips
from desk_app.domain.slips import PrintState
from tests.devices.printers.fixtures import MemorySpool
from tests.services.desks import MONDAY_NINE, Hub

SLIP = slips.test_slip(HubProfile(), DeskProfile(), MONDAY_NINE, columns=32)


@dataclass
class AnySpool:
    """A spool, and the two things about it that a printer's thread cannot do."""

    spool: Spool
    queue: Callable[[], UUID]
    reason: Callable[[UUID], str]

    @property
    def next(self) -> UUID | None:
        job = self.spool.next_job()
        return job.id if job else None


def on_disk(hub: Hub) -> AnySpool:
    def reason(job_id: UUID) -> str:
        ((text,),) = hub.rows("SELECT reason FROM print_job WHERE id = ?", job_id.bytes)
        return str(text)

    return AnySpool(hub.desk.slips, lambda: hub.desk.slips.queue(SLIP).id, reason)


def in_memory(_hub: Hub) -> AnySpool:
    spool = MemorySpool()
    return AnySpool(spool, lambda: spool.queue(SLIP), lambda job_id: spool.state(job_id)[1])


@pytest.fixture(params=[on_disk, in_memory])
def any_spool(request: pytest.FixtureRequest, hub: Hub) -> AnySpool:
    made: AnySpool = request.param(hub)
    return made


def test_an_empty_spool_has_no_job(any_spool: AnySpool) -> None:
    assert any_spool.next is None


def test_the_oldest_job_comes_first_until_it_is_sent(any_spool: AnySpool) -> None:
    first, second = any_spool.queue(), any_spool.queue()
    assert any_spool.next == first
    assert any_spool.next == first
    any_spool.spool.sending(first, b"x")
    assert any_spool.next == second


@pytest.mark.parametrize("end", [PrintState.PRINTED, PrintState.SENT_UNCONFIRMED, PrintState.UNCERTAIN])
def test_a_job_that_was_sent_never_comes_again(any_spool: AnySpool, end: PrintState) -> None:
    job = any_spool.queue()
    any_spool.spool.sending(job, b"x")
    any_spool.spool.finished(job, end, "print.no_answer")
    assert (any_spool.next, any_spool.reason(job)) == (None, "print.no_answer")


def test_a_job_that_waits_for_the_printer_stays_the_next(any_spool: AnySpool) -> None:
    job = any_spool.queue()
    any_spool.spool.waiting(job, "printer.paper_out")
    assert (any_spool.next, any_spool.reason(job)) == (job, "printer.paper_out")


def test_a_job_that_cannot_be_drawn_keeps_its_reason_and_lets_the_next_one_pass(any_spool: AnySpool) -> None:
    first, second = any_spool.queue(), any_spool.queue()
    any_spool.spool.waiting(first, "print.unprintable")
    assert (any_spool.next, any_spool.reason(first)) == (second, "print.unprintable")
    any_spool.spool.sending(second, b"x")
    any_spool.spool.finished(second, PrintState.PRINTED)
    assert any_spool.next is None
