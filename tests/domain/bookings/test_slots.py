"""The arithmetic of slots: half-open, symmetric, minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.slots import (
    ALL_DAY,
    MINUTE,
    DaySpan,
    Slot,
    instant_of,
    merged,
    peak,
    wall_clock,
)

from .sample import MONDAY, at, slot

MIDNIGHT = datetime.combine(MONDAY, time.min)


def minutes(start: int, length: int) -> Slot:
    return Slot(MIDNIGHT + start * MINUTE, MIDNIGHT + (start + length) * MINUTE)


slots = st.builds(minutes, st.integers(0, 300), st.integers(1, 120))


@given(slots, slots)
def test_overlap_is_symmetric_and_means_a_common_minute(a: Slot, b: Slot) -> None:
    assert a.overlaps(b) == b.overlaps(a) == (a.common(b) is not None)
    shared = [n for n in range(450) if all(s.start <= MIDNIGHT + n * MINUTE < s.end for s in (a, b))]
    assert a.overlaps(b) == bool(shared)
    common = a.common(b)
    assert common is None or (common.length == len(shared) * MINUTE and a.covers(common) and b.covers(common))


@given(st.lists(st.tuples(slots, st.integers(1, 4)), max_size=8), slots)
def test_the_sweep_finds_the_same_peak_as_counting_every_minute(weighted: list[tuple[Slot, int]], within: Slot) -> None:
    moments = [within.start + n * MINUTE for n in range(within.length // MINUTE)]
    by_hand = max(sum(w for s, w in weighted if s.start <= moment < s.end) for moment in moments)
    assert peak(weighted, within) == by_hand


@given(st.lists(slots, max_size=8))
def test_merging_keeps_every_minute_and_leaves_gaps_between(many: list[Slot]) -> None:
    joined = merged(many)
    assert all(a.end < b.start for a, b in pairwise(joined))
    for number in range(450):
        moment = MIDNIGHT + number * MINUTE
        assert any(s.start <= moment < s.end for s in many) == any(s.start <= moment < s.end for s in joined)


@pytest.mark.parametrize("end", ["2026-03-02T10:00", "2026-03-01T12:00"])
def test_a_slot_that_ends_before_or_when_it_starts_is_refused_beside_its_end(end: str) -> None:
    with pytest.raises(DeskError, match=r"booking\.end_not_after_start") as refusal:
        slot("2026-03-02T10:00", end)
    assert refusal.value.field == "end"


def test_an_aware_time_in_a_slot_is_a_bug() -> None:
    with pytest.raises(ValueError, match="naive"):
        Slot(datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2026, 3, 2, 11, tzinfo=UTC))


def test_the_hubs_wall_clock_is_eight_hours_before_utc() -> None:
    instant = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
    assert wall_clock(instant) == datetime(2026, 3, 2, 1, 30)  # noqa: DTZ001  wall clock
    assert instant_of(wall_clock(instant)) == instant


def test_ending_at_midnight_is_ending_on_the_day_before() -> None:
    evening = at("20:00", "00:00")
    assert evening.length == timedelta(hours=4)
    assert evening.days() == (MONDAY,)
    assert evening.moved(MINUTE).days() == (MONDAY, date(2026, 3, 3))


def test_a_span_of_the_day_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(DeskError, match=r"room\.closes_before_opening"):
        DaySpan(time(12), time(11))
    assert ALL_DAY.on(MONDAY).length == timedelta(days=1)
