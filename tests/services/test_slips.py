"""From the act to the paper: queued with it, sent once, settled by the printer or the clerk."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from desk_app.core.config import DeskProfile, HubProfile
from desk_app.core.errors import DeskError
from desk_app.devices.api import Spool
from desk_app.domain import slips as papers
from desk_app.domain.people import NewPerson
from desk_app.domain.slips import PrintState
from desk_app.services.slips import Slips
from tests.services.desks import MONDAY_NINE, Hub, opened

TEST = papers.test_slip(HubProfile(), DeskProfile(), MONDAY_NINE, columns=32)


def arrived(hub: Hub, name: str = "测试甲") -> tuple[UUID, UUID]:
    """A visit and its job."""
    arrival = hub.desk.visits.check_in_new(NewPerson(name))
    assert arrival.job is not None
    return arrival.visit.id, arrival.job


def test_the_slips_are_a_spool(hub: Hub) -> None:
    spool: Spool = hub.desk.slips
    assert spool.next_job() is None


def test_a_check_in_queues_one_slip_with_a_masked_name_and_the_token(hub: Hub) -> None:
    visit_id, job_id = arrived(hub)
    job = hub.desk.slips.next_job()
    assert job is not None
    assert (job.id, job.visit_id, job.slip_number, job.state) == (job_id, visit_id, "A001", PrintState.QUEUED)
    assert (job.slip.copy, job.slip.token) == (0, hub.desk.visits.visit(visit_id).visit.token)
    assert "测试甲" not in repr(job.slip)


def test_no_slip_is_queued_where_the_hub_prints_none(hub: Hub) -> None:
    hub.settings.set("visits", print_slip=False)
    arrival = hub.desk.visits.check_in_new(NewPerson("测试甲"))
    assert (arrival.job, hub.desk.slips.next_job()) == (None, None)
    assert hub.desk.slips.print_for(arrival.visit.id).slip.copy == 0


def test_jobs_leave_in_the_order_they_came(hub: Hub) -> None:
    jobs = [arrived(hub, f"测试{number}")[1] for number in "甲乙丙"]
    sent = []
    while (job := hub.desk.slips.next_job()) is not None:
        hub.desk.slips.sending(job.id, b"\x1b@")
        hub.desk.slips.finished(job.id, PrintState.PRINTED)
        sent.append(job.id)
    assert sent == jobs


def test_only_one_of_two_may_send_a_job(hub: Hub) -> None:
    _, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"x")
    with pytest.raises(DeskError, match=r"slip\.not_queued"):
        hub.desk.slips.sending(job_id, b"x")
    assert hub.rows("SELECT attempt, data FROM print_attempt") == [(1, b"x")]


def test_the_bytes_of_an_attempt_are_forgotten_once_the_job_is_settled(hub: Hub) -> None:
    _, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"picture of a slip")
    hub.desk.slips.finished(job_id, PrintState.SENT_UNCONFIRMED, "printer.no_status")
    assert hub.rows("SELECT data, size, outcome, reason FROM print_attempt") == [
        (None, 17, "sent_unconfirmed", "printer.no_status")
    ]
    assert hub.desk.slips.unsettled() == ()


def test_a_waiting_job_says_why_and_stays_queued(hub: Hub) -> None:
    _, job_id = arrived(hub)
    assert hub.desk.slips.unsettled() == ()
    hub.desk.slips.waiting(job_id, "printer.paper_out")
    (job,) = hub.desk.slips.unsettled()
    assert (job.state, job.reason) == (PrintState.QUEUED, "printer.paper_out")
    assert hub.desk.slips.next_job() == job


def test_a_job_caught_in_flight_by_a_restart_asks_the_clerk(hub: Hub) -> None:
    _, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"x")
    hub.store.close()
    with opened(hub.folder, hub.clock) as again:
        assert again.desk.slips.recover() == 1
        (job,) = again.desk.slips.unsettled()
        assert (job.state, job.reason) == (PrintState.UNCERTAIN, "slip.interrupted")
        assert again.desk.slips.next_job() is None
        assert again.desk.slips.recover() == 0


def test_the_clerk_says_it_came_out(hub: Hub) -> None:
    _, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"x")
    hub.desk.slips.finished(job_id, PrintState.UNCERTAIN, "printer.silent")
    hub.desk.slips.came_out(job_id)
    assert (hub.desk.slips.unsettled(), hub.desk.slips.next_job()) == ((), None)


def test_the_clerk_says_it_did_not_and_gets_a_marked_reprint(hub: Hub) -> None:
    visit_id, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"x")
    hub.desk.slips.finished(job_id, PrintState.UNCERTAIN)
    again = hub.desk.slips.did_not_come_out(job_id)
    assert (again.slip.copy, again.slip_number, again.visit_id) == (1, "A001", visit_id)
    assert hub.desk.slips.next_job() == again
    assert hub.rows("SELECT state FROM print_job ORDER BY copy") == [("dropped",), ("queued",)]


def test_reprints_are_numbered_and_keep_number_and_token(hub: Hub) -> None:
    visit_id, _ = arrived(hub)
    copies = [hub.desk.slips.print_for(visit_id) for _ in range(2)]
    assert [job.slip.copy for job in copies] == [1, 2]
    assert len({(job.slip_number, job.slip.token) for job in copies}) == 1


def test_a_roll_call_that_did_not_come_out_is_marked_too(hub: Hub) -> None:
    job = hub.desk.slips.roll_call()
    hub.desk.slips.sending(job.id, b"x")
    hub.desk.slips.finished(job.id, PrintState.UNCERTAIN)
    assert hub.desk.slips.did_not_come_out(job.id).slip.copy == 1


def test_a_roll_call_names_who_is_inside_when_it_is_sent_and_leaves_no_name_in_the_spool(hub: Hub) -> None:
    hub.desk.slips.roll_call()
    hub.desk.visits.check_in_new(NewPerson("测试乙"))
    job = hub.desk.slips.next_job()
    assert job is not None
    assert job.slip.big == "1 人"
    assert "测试乙" in repr(job.slip)
    assert "测试乙" not in repr(hub.rows("SELECT slip FROM print_job"))


def test_the_bytes_of_a_roll_call_are_nowhere_while_it_is_being_sent(hub: Hub) -> None:
    _, slip_job = arrived(hub)
    job = hub.desk.slips.roll_call()
    for job_id in (job.id, slip_job):
        hub.desk.slips.sending(job_id, "测试甲".encode())
    assert hub.rows("SELECT size, length(digest), data FROM print_attempt ORDER BY job_id = ?", slip_job.bytes) == [
        (9, 32, None),
        (9, 32, "测试甲".encode()),
    ]


def test_a_roll_call_waits_behind_no_slip(hub: Hub) -> None:
    _, first = arrived(hub)
    calls = [hub.desk.slips.roll_call().id for _ in range(2)]
    sent = []
    while (job := hub.desk.slips.next_job()) is not None:
        hub.desk.slips.sending(job.id, b"x")
        hub.desk.slips.finished(job.id, PrintState.PRINTED)
        sent.append(job.id)
    assert sent == [*calls, first]


@pytest.mark.parametrize("tried_again", [Slips.recover, Slips.retry_set_aside], ids=["start", "printer changed"])
def test_a_slip_that_cannot_be_drawn_waits_for_the_clerk_and_is_tried_again(
    hub: Hub, tried_again: Callable[[Slips], object]
) -> None:
    _, first = arrived(hub)
    _, second = arrived(hub, "测试乙")
    hub.desk.slips.waiting(first, "print.unprintable")
    after = hub.desk.slips.next_job()
    assert after is not None
    assert after.id == second
    (aside,) = hub.desk.slips.unsettled()
    assert (aside.id, aside.state, aside.reason) == (first, PrintState.QUEUED, "print.unprintable")
    tried_again(hub.desk.slips)
    again = hub.desk.slips.next_job()
    assert again is not None
    assert again.id == first
    hub.desk.slips.drop(first)
    assert hub.desk.slips.unsettled() == ()


BROKEN = {
    "the visit": "UPDATE visit SET kind = 'what the program never wrote'",
    "the slip": "UPDATE print_job SET slip = '{\"kind\": 1}' WHERE visit_id IS NULL",
    "its text": "UPDATE print_job SET slip = '{' WHERE visit_id IS NULL",
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_slip_that_cannot_be_built_stands_aside_and_the_next_one_leaves(hub: Hub, broken: str) -> None:
    first = arrived(hub)[1] if broken == "the visit" else hub.desk.slips.queue(TEST).id
    hub.rows(BROKEN[broken])
    _, second = arrived(hub, "测试乙")
    job = hub.desk.slips.next_job()
    assert job is not None
    assert job.id == second
    (aside,) = hub.desk.slips.unsettled()
    assert (aside.id, aside.state, aside.reason) == (first, PrintState.QUEUED, "slip.unbuildable")
    hub.desk.slips.drop(first)


def test_of_a_slip_nobody_can_read_no_copy_is_made(hub: Hub) -> None:
    job_id = hub.desk.slips.queue(TEST).id
    hub.desk.slips.sending(job_id, b"x")
    hub.desk.slips.finished(job_id, PrintState.UNCERTAIN)
    hub.rows(BROKEN["its text"])
    with pytest.raises(DeskError, match=r"slip\.unbuildable"):
        hub.desk.slips.did_not_come_out(job_id)
    assert [job.state for job in hub.desk.slips.unsettled()] == [PrintState.UNCERTAIN]


def test_what_the_clerk_may_not_do_to_a_job(hub: Hub) -> None:
    visit_id, job_id = arrived(hub)
    with pytest.raises(DeskError, match=r"slip\.not_doubtful"):
        hub.desk.slips.came_out(job_id)
    hub.desk.slips.sending(job_id, b"x")
    with pytest.raises(DeskError, match=r"slip\.being_sent"):
        hub.desk.slips.drop(job_id)
    hub.desk.slips.finished(job_id, PrintState.UNCERTAIN)
    hub.desk.slips.drop(job_id)
    with pytest.raises(DeskError, match=r"slip\.settled"):
        hub.desk.slips.drop(job_id)
    with pytest.raises(DeskError, match=r"slip\.not_doubtful"):
        hub.desk.slips.did_not_come_out(job_id)
    with pytest.raises(DeskError, match=r"slip\.unknown"):
        hub.desk.slips.drop(visit_id)


def test_a_printer_that_answers_late_does_not_overrule_the_clerk(hub: Hub) -> None:
    _, job_id = arrived(hub)
    hub.desk.slips.sending(job_id, b"x")
    hub.desk.slips.finished(job_id, PrintState.UNCERTAIN)
    hub.desk.slips.drop(job_id)
    hub.desk.slips.finished(job_id, PrintState.PRINTED)
    assert hub.rows("SELECT state FROM print_job") == [("dropped",)]
