"""The desk and the rooms are one: who answers for a booking, or comes for its activity, marks the room used."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from desk_app.domain.bookings.booking import Booking, PartyKind
from desk_app.domain.bookings.rooms import LivingRoomUse
from desk_app.domain.bookings.slots import MINUTE
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.visits import NewGroup, Purpose, PurposeSource, Tap
from desk_app.services.visits import Arrival
from tests.services.desks import Hub, invented_card
from tests.services.rooms import TODAY, at, book, go_to, room, state_of


@pytest.fixture
def holder(hub: Hub) -> UUID:
    """Somebody whose card the hub knows, and who has left again."""
    arrival = tapped(hub)
    hub.desk.visits.sign_out(arrival.visit.id)
    assert arrival.visit.person_id is not None
    return arrival.visit.person_id


def tapped(hub: Hub) -> Arrival:
    arrival = hub.desk.visits.tap_card(invented_card()).arrival
    assert arrival is not None
    return arrival


def own(hub: Hub, person_id: UUID, **more: object) -> Booking:
    who = hub.desk.bookings.responsible(person_id, hub.desk.rooms.party(PartyKind.GROUP, "测试合唱队"))
    return book(hub, at("14:00", "16:00", TODAY), "议事厅", responsible=who, **more)


def test_the_tap_of_whoever_answers_marks_the_room_used(hub: Hub, holder: UUID) -> None:
    one = own(hub, holder, title="排练")
    go_to(hub, one.slot.start - 10 * MINUTE)
    arrival = tapped(hub)
    assert state_of(hub, one.id) == "in_use"
    assert hub.desk.bookings.history(one.id)[-1].act == "visit"
    assert arrival.card is not None
    (session,) = arrival.card.engagements
    assert (session.title, session.place, session.booking_id, session.activity_id) == ("排练", "议事厅", one.id, None)
    assert (arrival.source, arrival.visit.purpose) == (
        PurposeSource.ENGAGED,
        Purpose(ServiceKind.CULTURE_SPORTS, None, "排练"),
    )


@pytest.mark.parametrize("minutes", [-31, 20, 200])
def test_too_early_or_too_late_means_nothing_for_the_room(hub: Hub, holder: UUID, minutes: int) -> None:
    one = own(hub, holder)
    go_to(hub, one.slot.start + minutes * MINUTE)
    tapped(hub)
    assert state_of(hub, one.id) == "confirmed"


def test_a_second_tap_of_somebody_inside_marks_the_room_used_too(hub: Hub, holder: UUID) -> None:
    one = own(hub, holder)
    tapped(hub)
    go_to(hub, one.slot.start)
    assert hub.desk.visits.tap_card(invented_card()).meaning is Tap.OFFER_SIGN_OUT
    assert state_of(hub, one.id) == "in_use"


def test_a_check_in_taken_back_takes_the_use_back(hub: Hub, holder: UUID) -> None:
    one = own(hub, holder)
    go_to(hub, one.slot.start)
    hub.desk.visits.undo(tapped(hub).act)
    assert state_of(hub, one.id) == "confirmed"
    hub.desk.bookings.check_in(one.id)
    hub.clock.go(minutes=1)
    hub.desk.visits.undo(tapped(hub).act)
    assert state_of(hub, one.id) == "in_use"  # marked at the desk, not by this visit


def test_all_rooms_taken_together_are_used_together(hub: Hub, holder: UUID) -> None:
    one = own(hub, holder, room_ids=(room(hub).id, room(hub, "会议室").id))
    go_to(hub, one.slot.start)
    tapped(hub)
    assert {found.state.value for found in hub.desk.bookings.day(TODAY)} == {"in_use"}


@pytest.fixture
def lesson(hub: Hub) -> Activity:
    found = Activity(
        hub.desk.activities.new_id(),
        ServiceKind.EDUCATION,
        "智能手机课",
        "议事厅",
        frozenset(range(1, 8)),
        time(14),
        time(16),
    )
    hub.desk.activities.save(found)
    return found


def test_a_visitor_who_comes_for_the_activity_marks_its_room_used(hub: Hub, lesson: Activity) -> None:
    one = book(hub, at("14:00", "16:00", TODAY), activity_id=lesson.id)
    go_to(hub, one.slot.start)
    arrival = hub.desk.visits.check_in_new(NewPerson("测试乙"))
    assert state_of(hub, one.id) == "confirmed"
    hub.desk.visits.change_purpose(arrival.visit.id, Purpose(lesson.kind, lesson.id, lesson.title))
    assert state_of(hub, one.id) == "in_use"


def test_a_group_that_comes_for_the_activity_does_so_too(hub: Hub, lesson: Activity) -> None:
    one = book(hub, at("14:00", "16:00", TODAY), activity_id=lesson.id)
    go_to(hub, one.slot.start)
    purpose = Purpose(lesson.kind, lesson.id, lesson.title)
    hub.desk.visits.check_in_group(NewGroup("测试老师", {AgeBand.B60_64: 5}, purpose))
    assert state_of(hub, one.id) == "in_use"


def test_somebody_enrolled_who_booked_the_room_is_engaged_once(hub: Hub, holder: UUID, lesson: Activity) -> None:
    hub.desk.activities.enrol(lesson.id, holder)
    one = own(hub, holder, activity_id=lesson.id, purpose=LivingRoomUse.LEGAL_DOCKING)
    (session,) = hub.desk.people.card(holder).engagements
    assert (session.activity_id, session.booking_id, session.kind) == (lesson.id, one.id, ServiceKind.LEGAL)
    assert replace(session, booking_id=None).title == "测试合唱队"
    hub.desk.bookings.cancel(one.id)
    (session,) = hub.desk.people.card(holder).engagements
    assert (session.activity_id, session.booking_id) == (lesson.id, None)
