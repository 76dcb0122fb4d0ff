"""Days are Shanghai days and identifiers grow with time."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desk_app.core.clock import SystemClock, hub_day, shanghai


def test_a_late_evening_in_utc_is_already_tomorrow_at_the_hub() -> None:
    instant = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    assert hub_day(instant) == date(2026, 11, 23)
    assert shanghai(instant).hour == 0


def test_identifiers_sort_in_the_order_they_were_made() -> None:
    clock = SystemClock()
    made = [clock.new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert len(set(made)) == 1000
    assert {identifier.version for identifier in made} == {7}


def test_the_system_clock_is_aware_and_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC
