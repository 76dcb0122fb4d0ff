"""Rooms from the command line: every date with its verdict, and one clear line for whatever cannot be."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_app.commands import line
from desk_app.commands.rooms_words import SENTENCES
from desk_app.core.clock import SystemClock, hub_day
from desk_app.core.paths import DataFolder
from desk_app.domain.bookings import reasons
from desk_app.storage.db import Store
from tests.commands.typed import Said, Type
from tests.services.desks import fresh_folder

DAY = hub_day(SystemClock().now()) + timedelta(days=30)
"""A day of no importance, far enough ahead."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fresh_folder(tmp_path).root


class Rooms:
    """`rooms …` typed over one folder."""

    def __init__(self, typed: Type, folder: Path) -> None:
        self._typed = typed
        self.folder = folder

    def __call__(self, verb: str, *words: str) -> Said:
        return self._typed("rooms", verb, "--data-dir", str(self.folder), *words)

    def json(self, verb: str, *words: str) -> Any:
        said = self(verb, *words, "--json")
        assert (said.status, said.err) == (0, "")
        return json.loads(said.out)

    def count(self) -> int:
        store = Store.open(DataFolder(self.folder), SystemClock())
        try:
            with store.maintenance() as connection:
                ((found,),) = connection.execute("SELECT count(*) FROM booking").fetchall()
                return int(found)
        finally:
            store.close()


@pytest.fixture
def rooms(typed: Type, folder: Path) -> Rooms:
    return Rooms(typed, folder)


def wish(start: str = "14:00", end: str = "16:00", day: date = DAY, room: str = "议事厅", **more: str) -> list[str]:
    words = ["--room", room, "--start", f"{day}T{start}", "--end", f"{day}T{end}"]
    for name, value in more.items():
        words += [f"--{name}", value]
    return words


def book(rooms: Rooms, start: str = "14:00", end: str = "16:00", day: date = DAY) -> Any:
    return rooms.json("book", *wish(start, end, day), "--name", "测试甲", "--phone", "13800005678")


def test_the_rooms_of_a_fresh_hub_are_listed(rooms: Rooms) -> None:
    found = rooms.json("list")
    assert found[1]["name"] == "议事厅"
    assert found[4]["parts"] == ["多功能厅东", "多功能厅西"]
    assert rooms("list").out.splitlines()[1] == "议事厅\t20 人\t18 ㎡"


def test_every_date_is_printed_with_verdict_and_reason(rooms: Rooms) -> None:
    book(rooms, "15:00", "17:00", DAY + timedelta(days=7))
    found = rooms.json("check", *wish(rrule="FREQ=WEEKLY;COUNT=3"))
    assert [one["date"] for one in found] == [(DAY + timedelta(days=7 * number)).isoformat() for number in range(3)]
    assert [(one["verdict"], one["free"], one["books_as"]) for one in found] == [
        ("free", True, "confirmed"),
        ("taken", False, None),
        ("free", True, "confirmed"),
    ]
    (reason,) = found[1]["reasons"]
    assert reason["code"] == "booking.taken_by"
    assert "15:00–17:00" in reason["reason"]
    assert "测试甲" not in reason["reason"]
    said = rooms("check", *wish(rrule="FREQ=WEEKLY;COUNT=3"))
    assert [row.split("\t")[1] for row in said.out.splitlines()] == ["free", "taken", "free"]
    assert rooms.count() == 1


def test_a_series_is_booked_found_by_its_slip_and_given_back(rooms: Rooms) -> None:
    made = rooms.json(
        "book", *wish(rrule="FREQ=WEEKLY;COUNT=3"), "--name", "测试甲", "--group", "测试合唱队", "--new-group"
    )
    assert [one["state"] for one in made["bookings"]] == ["confirmed"] * 3
    assert {one["by"] for one in made["bookings"]} == {"测试合唱队"}
    assert [one["id"] for one in rooms.json("list", "--date", DAY.isoformat())] == [made["bookings"][0]["id"]]
    said = rooms("cancel", "--booking", made["number"])
    assert (said.status, said.out) == (line.FAILED, "")
    assert "--scope all" in said.err
    (one,) = rooms.json("cancel", "--booking", made["bookings"][1]["id"], "--why", "人不齐")
    assert (one["id"], one["state"]) == (made["bookings"][1]["id"], "cancelled")
    assert len(rooms.json("cancel", "--booking", made["token"], "--scope", "all")) == 2
    assert rooms.json("list", "--date", DAY.isoformat()) == []


def test_only_the_free_dates_are_booked_when_asked(rooms: Rooms) -> None:
    book(rooms)
    weekly = wish(rrule="FREQ=WEEKLY;COUNT=3")
    said = rooms("book", *weekly, "--name", "测试乙")
    assert said.status == line.FAILED
    assert "--only-free" in said.err
    made = rooms.json("book", *weekly, "--name", "测试乙", "--only-free")
    assert (len(made["bookings"]), made["skipped"]) == (2, [DAY.isoformat()])


def test_a_known_group_is_used_and_an_override_gives_its_reason(rooms: Rooms) -> None:
    early = wish("06:00", "07:00", group="测试合唱队")
    assert rooms("book", *early, "--name", "测试甲", "--new-group").status == line.FAILED
    made = rooms.json("book", *early, "--name", "测试甲", "--new-group", "--override", "早锻炼")
    assert made["bookings"][0]["overridden"]
    assert rooms.json("check", *wish(group="测试合唱队"))[0]["free"]


NEXT = DAY + timedelta(days=1)
BAD: dict[str, tuple[list[str], str]] = {
    "the end before the start": (wish("16:00", "14:00"), "later than the start"),
    "no length": (wish("14:00", "14:00"), "later than the start"),
    "over midnight": (
        ["--room", "议事厅", "--start", f"{DAY}T20:00", "--end", f"{NEXT}T01:00"],
        "too long: at most 240 minutes",
    ),
    "29 February of a common year": (
        ["--room", "议事厅", "--start", "2027-02-29T14:00", "--end", "2027-02-29T16:00"],
        "no such time: 2027-02-29T14:00",
    ),
    "no time at all": (["--room", "议事厅", "--start", "tomorrow", "--end", "later"], "no such time: tomorrow"),
    "seconds": (wish("14:00:30", "16:00"), "whole minutes"),
    "a rule without end": (wish(rrule="FREQ=WEEKLY"), "does not end"),
    "10 000 dates": (wish(rrule="FREQ=DAILY;COUNT=10000"), "more than 366 dates"),
    "a rule nobody can read": (wish(rrule="FREQ=SOMETIMES"), "SOMETIMES"),
    "a rule of hours": (wish(rrule="FREQ=HOURLY;COUNT=3"), "hours or minutes"),
    "every 30 February": (wish(rrule="FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"), "does not end"),
    "the past": (wish(day=date(2020, 12, 1)), "this time is past"),
    "closed": (wish("04:00", "06:00"), "outside opening hours"),
    "too many people": (wish(people="500"), "too many people: 500"),
    "nobody": (wish(people="0"), "at least one person"),
    "an unknown room": (wish(room="议事所"), "no such room: 议事所"),
    "an unknown group": (wish(group="没有这个队"), "no such group: 没有这个队"),
    "an unknown purpose": (wish(purpose="fun"), "no such purpose: fun"),
    "years ahead": (wish(day=date(DAY.year + 5, 3, 1)), "too far ahead"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("verb", ["check", "book"])
def test_what_cannot_be_is_one_clear_line_and_nothing_is_saved(rooms: Rooms, verb: str, case: str) -> None:
    words, expected = BAD[case]
    said = rooms(verb, *words, *(["--name", "测试甲"] if verb == "book" else []))
    assert said.status == line.FAILED
    assert expected in said.err
    assert said.err.count("\n") == 1
    assert rooms.count() == 0


def test_somebody_must_answer(rooms: Rooms) -> None:
    assert "--name" in rooms("book", *wish()).err
    assert "11 digits" in rooms("book", *wish(), "--name", "测试甲", "--phone", "12").err
    assert rooms.count() == 0


@pytest.mark.parametrize("text", ["20261123-AB999", "5678", "nonsense", "01a205ea-be80-7000-8000-000000000003"])
def test_an_unknown_booking_is_named(rooms: Rooms, text: str) -> None:
    said = rooms("cancel", "--booking", text)
    assert said.status == line.FAILED
    assert text in said.err


def test_a_time_with_a_zone_is_the_hubs_wall_clock(rooms: Rooms) -> None:
    words = ["--room", "议事厅", "--start", f"{DAY}T06:00Z", "--end", f"{DAY}T16:00+08:00"]
    assert rooms.json("check", *words)[0]["start"] == f"{DAY}T14:00"


def test_a_start_on_a_leap_day_is_a_day_like_others() -> None:
    from desk_app.commands.rooms_asking import moment

    assert moment("2028-02-29T14:00", "start") == datetime.combine(date(2028, 2, 29), datetime.min.time()).replace(
        hour=14
    )


def test_every_reason_has_words() -> None:
    codes = {one.code for one in vars(reasons).values() if isinstance(one, type) and hasattr(one, "code")}
    assert codes <= set(SENTENCES)


def test_two_processes_that_want_the_same_slot_get_it_once(folder: Path) -> None:
    """Each takes the folder's lock for itself, so the slower finds it in use or the slot taken."""
    words = [sys.executable, "-m", "desk_app", "rooms", "book", "--data-dir", str(folder), *wish(), "--name", "测试甲"]
    racers = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ended = [(racer.communicate(timeout=120), racer.returncode) for racer in racers]
    assert sorted(status for _, status in ended) == [0, 1, 1]
    assert all(err.count("\n") == 1 for (_, err), status in ended if status)
