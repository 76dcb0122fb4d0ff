"""Laws that hold after any sequence of acts: heads add up, numbers have no gaps, each change is told once."""

# ruff: noqa: PT017  (whether an act is refused is part of the law: both branches are judged)

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.visits import Act, ClosingAnswer, Departure, NewGroup, Purpose, Tap, Visit
from tests.services.desks import fresh_folder, invented_card, opened

CARDS = st.integers(1, 4)
PARTIES = st.dictionaries(st.sampled_from(AgeBand), st.integers(1, 9), min_size=1, max_size=3)


class AMorning(RuleBasedStateMachine):
    """A model of the house beside the real one: what each visit must look like now."""

    @initialize()
    def open_the_desk(self) -> None:
        self.scratch = Path(tempfile.mkdtemp(prefix="desk-laws-"))
        self.opened = opened(fresh_folder(self.scratch))
        self.hub = self.opened.__enter__()
        self.visits = self.hub.desk.visits
        self.model: dict[UUID, Visit] = {}
        self.acts: list[Act] = []
        self.told = 0

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)
            shutil.rmtree(self.scratch)

    def take(self, act: Act) -> None:
        changed = [after for after in act.after if self.model.get(after.id) != after]
        self.model.update((after.id, after) for after in changed)
        self.told += len(changed)
        self.acts.append(act)

    @rule(card=CARDS)
    def somebody_taps(self, card: int) -> None:
        tapped = self.visits.tap_card(invented_card(card, f"测试{card}"))
        assert (tapped.arrival is not None) == (tapped.meaning is Tap.CHECK_IN)
        if tapped.arrival is not None:
            assert not self.left_just_now(tapped.arrival.visit)
            self.end_what_was_forgotten(tapped.arrival.visit)
            self.take(tapped.arrival.act)
        assert (tapped.act is not None) == (tapped.meaning is Tap.COME_BACK)
        if tapped.act is not None:
            (before,), (after,) = tapped.act.before, tapped.act.after
            assert before == self.model[after.id]
            assert before in self.left_just_now(after)
            assert (after.is_open, tapped.open_visit) == (True, after)
            self.take(tapped.act)

    def left_just_now(self, arrived: Visit) -> list[Visit]:
        """The person's visits of today that ended within the half hour."""
        soon = self.hub.clock.now() - timedelta(minutes=30)
        return [
            visit
            for visit in self.model.values()
            if visit.person_id == arrived.person_id and visit.day == hub_day(self.hub.clock.now())
            if visit.undone_at is None and visit.left_at is not None and visit.left_at >= soon
        ]

    def end_what_was_forgotten(self, arrived: Visit) -> None:
        """Whoever comes again on a later day had left: what stayed open is ended, told, and called an estimate."""
        for visit in list(self.model.values()):
            if visit.person_id == arrived.person_id and visit.is_open and visit.day < arrived.day:
                ended = self.visits.visit(visit.id).visit
                assert ended.departure is Departure.ESTIMATED
                self.model[visit.id] = ended
                self.told += 1

    @rule()
    def one_more(self) -> None:
        self.take(self.visits.count_one().act)

    @rule(number=st.integers(0, 9))
    def somebody_new(self, number: int) -> None:
        self.take(self.visits.check_in_new(NewPerson(f"测试新{number}")).act)

    @rule(party=PARTIES)
    def a_group(self, party: dict[AgeBand, int]) -> None:
        self.take(self.visits.check_in_group(NewGroup("测试领队", party, Purpose(ServiceKind.EDUCATION))).act)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), kind=st.sampled_from(ServiceKind), companions=st.integers(0, 3))
    def something_is_mended(self, data: st.DataObject, kind: ServiceKind, companions: int) -> None:
        visit = data.draw(st.sampled_from(list(self.model.values())))
        try:
            self.take(self.visits.change_purpose(visit.id, Purpose(kind)))
            self.take(self.visits.set_companions(visit.id, companions))
        except DeskError as refused:
            assert refused.code == ("visit.undone" if visit.undone_at else "visit.companions_invalid")

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def somebody_leaves(self, data: st.DataObject) -> None:
        visit = data.draw(st.sampled_from(list(self.model.values())))
        try:
            self.take(self.visits.sign_out(visit.id))
        except DeskError as refused:
            assert refused.code == ("visit.undone" if visit.undone_at else "visit.already_left")
            assert not visit.is_open

    @rule(answers=st.lists(st.sampled_from(ClosingAnswer), max_size=6))
    def closing(self, answers: list[ClosingAnswer]) -> None:
        inside = [who.visit_id for who in self.visits.in_house()]
        self.take(self.visits.close_day(dict(zip(inside, answers, strict=False))))

    @precondition(lambda self: self.acts)
    @rule(data=st.data())
    def an_act_is_taken_back(self, data: st.DataObject) -> None:
        act = data.draw(st.sampled_from(self.acts))
        now = {visit_id: self.visits.visit(visit_id).visit for visit_id in act.visit_ids}
        try:
            self.visits.undo(act)
        except DeskError as refused:
            assert refused.code in ("act.already_undone", "act.superseded")
            assert {visit_id: self.visits.visit(visit_id).visit for visit_id in act.visit_ids} == now
            return
        for before, after in zip(act.before, act.after, strict=bool(act.before)):
            if before != after:
                assert self.visits.visit(before.id).visit == before
        for visit_id in act.visit_ids:
            visit = self.visits.visit(visit_id).visit
            self.told += visit != self.model[visit_id]
            self.model[visit_id] = visit

    @rule(minutes=st.integers(0, 600))
    def time_passes(self, minutes: int) -> None:
        self.hub.clock.go(minutes=minutes, seconds=7)

    @invariant()
    def heads_add_up(self) -> None:
        if not hasattr(self, "hub"):
            return
        inside = [visit for visit in self.model.values() if visit.is_open]
        assert self.visits.occupancy().people == sum(visit.head_count for visit in inside)
        assert {who.visit_id for who in self.visits.in_house()} == {visit.id for visit in inside}

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        if not hasattr(self, "hub"):
            return
        for visit_id, visit in self.model.items():
            assert self.visits.visit(visit_id).visit == visit

    @invariant()
    def numbers_have_no_gaps(self) -> None:
        if not hasattr(self, "hub"):
            return
        gaps = self.hub.rows("SELECT day, count(*), max(serial), count(DISTINCT serial) FROM visit GROUP BY day, desk")
        assert all(count == last == distinct for _, count, last, distinct in gaps)

    @invariant()
    def each_change_is_told_once(self) -> None:
        if hasattr(self, "hub"):
            assert len(self.hub.outbox()) == self.told

    @invariant()
    def nobody_is_inside_twice(self) -> None:
        if hasattr(self, "hub"):
            assert not self.hub.rows(
                "SELECT person_id FROM visit WHERE left_at IS NULL AND undone_at IS NULL AND person_id IS NOT NULL "
                "GROUP BY person_id HAVING count(*) > 1"
            )


TestAMorning = AMorning.TestCase
TestAMorning.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
