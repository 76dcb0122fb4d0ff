"""What a check is made against: bookings found by bisection, periods of quotas."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.facts import Daybook, Lane
from desk_app.domain.bookings.quotas import Per, Quota
from desk_app.domain.bookings.slots import ALL_DAY, DAY, Slot

from .sample import HALL, MONDAY, an_id, at, booked
from .test_conflict_laws import quarter_slots, some_bookings


@given(some_bookings(), quarter_slots())
def test_a_lane_finds_what_walking_through_all_bookings_finds(had: list[Booking], slot: Slot) -> None:
    pairs = sorted(((one.held, one) for one in had), key=lambda pair: pair[0])
    assert list(Lane(pairs).meeting(slot)) == [pair for pair in pairs if pair[0].overlaps(slot)]


def test_a_long_booking_is_found_behind_a_short_one_that_is_over() -> None:
    long, short = booked(at("08:00", "12:00"), "long"), booked(at("09:00", "09:30"), "short")
    (lane,) = Daybook([short, long]).in_rooms([HALL, an_id("empty")])
    assert [one.title for _, one in lane.meeting(at("10:00", "11:00"))] == ["long"]


def test_a_no_show_uses_quota_but_holds_nothing() -> None:
    missed = booked(at("08:00", "12:00"), state=BookingState.NO_SHOW)
    book = Daybook([missed])
    assert book.in_rooms([HALL]) == ()
    assert [one for _, one in book.of_party(missed.responsible.party_id).meeting(ALL_DAY.on(MONDAY))] == [missed]


@pytest.mark.parametrize(("per", "days"), [(Per.DAY, 1), (Per.WEEK, 7), (Per.MONTH, 31), (Per.YEAR, 365)])
def test_a_use_counts_in_the_period_it_falls_into_alone(per: Per, days: int) -> None:
    quota = Quota(per, 1)
    period = quota.period_of(MONDAY)
    assert period.length == timedelta(days=days)
    assert quota.used_by(at("10:00", "11:00"), period) == timedelta(hours=1)
    assert quota.used_by(at("10:00", "11:00").moved(DAY * days), period) == timedelta()
