"""Every case of booking-cases.json through the real rules: facts from other systems' tests and from RFC 5545."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from . import golden_conflicts as conflicts
from . import golden_dates as dates

Case = dict[str, Any]
GOLDEN = json.loads((Path(__file__).parent / "golden" / "booking-cases.json").read_text(encoding="utf-8"))
CASES: dict[str, Case] = {case["id"]: case for case in GOLDEN["cases"]}

ADAPTERS: dict[str, Callable[[Case], Case]] = {
    "overlap": lambda case: dates.overlap(case["given"]),
    "closed_period_overlap": lambda case: dates.closed_period_overlap(case["given"]),
    "valid_range": lambda case: dates.valid_range(case["given"]),
    "expand": lambda case: dates.expand_case(case["given"], case["expect"]),
    "expand_after_seed": lambda case: dates.expand_after_seed(case["given"], case["expect"], case.get("first_end")),
    "expand_rrule": lambda case: dates.expand_rrule(case["given"], case["expect"]),
    "occurrence_times": lambda case: dates.occurrence_times(case["given"]),
    "excluded_days": lambda case: dates.excluded_days(case["given"]),
    "split_on_edit": lambda case: dates.split_on_edit(case["given"]),
    "series_end_notice": lambda case: dates.series_end_notice(case["given"]),
    "approval_on_edit": lambda case: dates.approval_on_edit(case["given"]),
    "quota": lambda case: dates.quota(case["given"]),
    "cancel": lambda case: dates.cancel(case["given"]),
    "checkin": lambda case: dates.checkin(case["given"]),
    "checkout": lambda case: dates.checkout(case["given"]),
    "conflict": lambda case: conflicts.conflict(case["given"], case["expect"]),
    "conflict_buffer": lambda case: conflicts.conflict(case["given"], case["expect"]),
    "capacity": lambda case: conflicts.allowed(case["given"], case["expect"]),
    "centre_limit": lambda case: conflicts.centre_limit(case["given"]),
    "series_partial": lambda case: conflicts.series_partial(case["given"], case["expect"]),
    "room_available": lambda case: conflicts.room_available(case["given"]),
    "open_hours": lambda case: conflicts.open_hours(case["given"]),
    "advance_limit": lambda case: conflicts.advance_limit(case["given"]),
    "notice": lambda case: conflicts.notice(case["given"]),
    "duration": lambda case: conflicts.duration(case["given"]),
    "start_not_past": lambda case: conflicts.start_not_past(case["given"]),
    "cross_day": lambda case: conflicts.cross_day(case["given"]),
    "equipment": lambda case: conflicts.equipment(case["given"]),
    "blocking_active": lambda case: conflicts.blocking_active(case["given"]),
    "block_effect": lambda case: conflicts.block_effect(case["given"]),
    "closure_create": lambda case: conflicts.closure_create(case["given"]),
    "closure_around": lambda case: conflicts.closure_around(case["given"]),
}

DECIDED_OTHERWISE: dict[str, tuple[str, Case]] = {
    "exp-m-06": (
        "interval-anchor: every two weeks counts calendar weeks from Monday, not from the first booking",
        {
            "count": 7,
            "starts": [
                "2026-03-05T09:00",
                "2026-03-16T09:00",
                "2026-03-19T09:00",
                "2026-03-30T09:00",
                "2026-04-02T09:00",
                "2026-04-13T09:00",
                "2026-04-16T09:00",
            ],
        },
    ),
    "exp-m-10": (
        "day-31: short months are skipped; the last day of the month is a choice of its own",
        {
            "count": 5,
            "starts": [f"2026-{month:02}-31T09:00" for month in (1, 3, 5, 7, 8)],
        },
    ),
    "exp-m-12": (
        "day-31: the same on the 30th",
        {"count": 3, "starts": [f"2028-{month:02}-30T09:00" for month in (1, 3, 4)]},
    ),
    "exp-l-nth5": (
        "fifth-weekday: taken from a fifth Wednesday, the last Wednesday of every month is what people mean",
        {
            "count": 6,
            "starts": [
                "2010-04-28T08:30",
                "2010-05-26T08:30",
                "2010-06-30T08:30",
                "2010-07-28T08:30",
                "2010-08-25T08:30",
                "2010-09-29T08:30",
            ],
        },
    ),
    "can-02": ("cancel-running: a running booking can be released at any time", {"allowed": True}),
}
"""Cases on which the references disagree and the desk sides with the other half; ours instead (decision 0011)."""

NOT_OFFERED: dict[str, str] = {}
"""Kinds of case the product has no use for, with the reason. There is none: all 32 kinds run."""


@pytest.mark.parametrize("name", CASES)
def test_the_rules_answer_as_the_case_says(name: str) -> None:
    case = CASES[name]
    expect = DECIDED_OTHERWISE[name][1] if name in DECIDED_OTHERWISE else case["expect"]
    assert ADAPTERS[case["kind"]](case | {"expect": expect}) == expect


def test_every_kind_of_case_runs_or_is_listed_with_a_reason() -> None:
    kinds = {case["kind"] for case in CASES.values()}
    assert kinds == ADAPTERS.keys() | NOT_OFFERED.keys()
    assert len(CASES) == 145


def test_only_cases_on_which_the_references_disagree_are_decided_otherwise() -> None:
    assert all("choice" in CASES[name] for name in DECIDED_OTHERWISE)


def test_all_nine_questions_are_answered_in_the_decision() -> None:
    page = Path(__file__).parents[3] / "docs" / "decisions" / "0011-nine-questions-of-recurrence.md"
    text = page.read_text(encoding="utf-8")
    assert [one["key"] for one in GOLDEN["divergences"] if f"`{one['key']}`" not in text] == []
