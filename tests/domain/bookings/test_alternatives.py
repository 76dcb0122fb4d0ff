"""What is offered instead of a refused date: it fits on all dates, and the best comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.domain.bookings.alternatives import AlternativeKind, Leeway, alternatives
from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.conflicts import check
from desk_app.domain.bookings.rooms import Length
from desk_app.domain.bookings.slots import DAY, MINUTE, Slot

from .sample import FREE_RULES, NOW, a_room, an_id, at, booked, facts, wish
from .test_conflict_laws import quarter_slots, some_bookings

TWO = at("14:00", "16:00")
ROOMS = [a_room("A", capacity=20), a_room("B", capacity=60), a_room("C", capacity=24)]


def test_the_nearest_time_and_the_room_nearest_in_size_come_first() -> None:
    known = facts(ROOMS, [booked(at("15:30", "17:00"))])
    offers = alternatives(wish(TWO, TWO.moved(7 * DAY)), known, NOW)
    assert [(one.kind, one.by // MINUTE, one.room_id) for one in offers] == [
        (AlternativeKind.OTHER_ROOM, 0, an_id("C")),
        (AlternativeKind.SHIFT, -30, None),
        (AlternativeKind.OTHER_ROOM, 0, an_id("B")),
        (AlternativeKind.SHIFT, -45, None),
        (AlternativeKind.SHIFT, -60, None),
        (AlternativeKind.SHORTEN, 30, None),
    ]
    assert [one.cost for one in offers] == sorted(one.cost for one in offers)


def test_a_shift_must_fit_on_every_date() -> None:
    known = facts(ROOMS[:1], [booked(at("15:30", "17:00"), "1"), booked(at("12:00", "13:45").moved(7 * DAY), "2")])
    offers = alternatives(wish(TWO, TWO.moved(7 * DAY)), known, NOW, Leeway(shift=30 * MINUTE))
    assert [(one.kind, one.by // MINUTE) for one in offers] == [(AlternativeKind.SHORTEN, 30)]


def test_the_start_is_cut_where_the_end_is_free() -> None:
    offers = alternatives(wish(TWO), facts(ROOMS[:1], [booked(at("13:00", "14:15"))]), NOW, Leeway(shift=0 * MINUTE))
    assert [one.request.slots for one in offers] == [(at("14:15", "16:00"),), (at("14:30", "16:00"),)]


def test_nothing_is_cut_below_the_shortest_use() -> None:
    room = a_room("A", replace(FREE_RULES, length=Length(timedelta(hours=2))))
    assert alternatives(wish(TWO), facts([room], [booked(at("15:45", "17:00"))]), NOW, Leeway(shift=0 * MINUTE)) == ()


def test_another_room_has_what_the_first_one_has() -> None:
    rooms = [
        a_room("A", features=frozenset({"projector"})),
        a_room("B"),
        a_room("C", features=frozenset({"projector"})),
    ]
    offers = alternatives(wish(TWO), facts(rooms, [booked(at("12:00", "18:00"))]), NOW, Leeway(shift=0 * MINUTE))
    assert [one.room_id for one in offers] == [an_id("C")]


def test_for_several_rooms_at_once_no_other_room_is_offered() -> None:
    known = facts(ROOMS, [booked(TWO)])
    offers = alternatives(wish(TWO, rooms=["A", "B"]), known, NOW)
    assert AlternativeKind.OTHER_ROOM not in {one.kind for one in offers}


def test_no_dates_no_offers_of_less() -> None:
    assert AlternativeKind.SHORTEN not in {one.kind for one in alternatives(wish(), facts(), NOW)}


@settings(deadline=None, max_examples=50)
@given(some_bookings(), quarter_slots(), st.sampled_from(["A", "A1", "B"]))
def test_every_offer_passes_the_check_that_will_save_it(had: list[Booking], slot: Slot, name: str) -> None:
    rooms = [a_room("A", parts=(an_id("A1"), an_id("A2"))), a_room("A1"), a_room("A2"), a_room("B")]
    known = facts(rooms, had)
    request = wish(slot, slot.moved(7 * DAY), rooms=[name])
    offers = alternatives(request, known, NOW)
    assert all(verdict.free for one in offers for verdict in check(one.request, known, NOW))
    assert [one.cost for one in offers] == sorted(one.cost for one in offers)
