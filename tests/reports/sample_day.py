"""A day with one of everything the report must count or leave out."""

from __future__ import annotations

from desk_app.devices.simulators.people import PEOPLE
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.visits import ClosingAnswer, NewGroup, Purpose
from desk_app.services.visits import Arrival
from tests.services.desks import Hub


def tapped(hub: Hub, who: str) -> Arrival:
    """The arrival of somebody by card."""
    arrival = hub.desk.visits.tap_card(PEOPLE[who].card).arrival
    assert arrival is not None
    return arrival


def play(hub: Hub) -> None:
    """Seven visits that count, 21 heads; one undone; one back within half an hour; one estimated."""
    visits = hub.desk.visits
    hub.settings.set("visits", merge_reentry_minutes=0)  # a hub that counts every return apart
    elder = tapped(hub, "elder")
    visits.change_purpose(elder.visit.id, Purpose(ServiceKind.ELDERLY))
    visits.set_companions(elder.visit.id, 2)
    hub.clock.go(minutes=5)
    visits.undo(tapped(hub, "neighbour").act)
    first = tapped(hub, "resident")
    hub.clock.go(minutes=30)
    visits.sign_out(first.visit.id)
    hub.clock.go(minutes=20)
    tapped(hub, "resident")
    visits.check_in_new(NewPerson("=测试·公式", Sex.FEMALE, AgeBand.B60_64))
    visits.count_one(AgeBand.B18_44)
    visits.count_one()
    group = NewGroup("测试领队", {AgeBand.B6_13: 12, AgeBand.B18_44: 1}, Purpose(ServiceKind.PARENT_CHILD))
    visits.check_in_group(group)
    hub.clock.go(hours=10)
    visits.close_day({elder.visit.id: ClosingAnswer.UNKNOWN})
