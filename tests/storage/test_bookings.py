"""The file refuses that two promises overlap, whoever writes to it and however fast."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlcipher3 import dbapi2

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.slots import Slot
from desk_app.storage import bookings
from tests.services.desks import Hub
from tests.services.rooms import at, book, room, set_rules

ANOTHER = """
    INSERT INTO booking SELECT randomblob(16), r.id, :starts, :ends, :starts - :setup, :ends + :cleanup,
        :ends - :starts + :setup + :cleanup > 1440,
        :state IN ('requested', 'provisional', 'confirmed', 'in_use', 'finished'),
        :state, party_kind, randomblob(16), party_name, person_id, person_name, phone, adult, purpose, title,
        head_count, fee_note, remarks, equipment, series_id, activity_id, origin_starts, origin_ends, together,
        approved_starts, approved_ends, override_why, slip_id
    FROM booking b, room r WHERE b.id = :like AND r.name = :room
"""


def days(first: int, last: int, month: int = 12, hour: int = 0) -> Slot:
    """From one midnight to another, or to an hour of the last day."""
    begin, end = (datetime.combine(date(2026, month, day), time.min) for day in (first, last))
    return Slot(begin, end + timedelta(hours=hour))


EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  (a wall clock has no zone)


def minutes(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(minutes=1)


def write(
    hub: Hub,
    like: Booking,
    slot: Slot,
    name: str = "议事厅",
    state: str = "confirmed",
    setup: int = 0,
    cleanup: int = 0,
) -> str:
    """One more booking past every use case; "" or what the file says against it."""
    values = {
        "like": like.id.bytes,
        "room": name,
        "state": state,
        "starts": minutes(slot.start),
        "ends": minutes(slot.end),
        "setup": setup,
        "cleanup": cleanup,
    }
    with hub.store.maintenance() as connection:
        try:
            connection.execute(ANOTHER, values)
        except dbapi2.IntegrityError as error:
            return str(error)
        return ""


REFUSED = "booking.taken_meanwhile"
SLOTS = {
    "the same": (at("14:00", "16:00"), REFUSED),
    "inside": (at("14:30", "15:00"), REFUSED),
    "around": (at("13:00", "17:00"), REFUSED),
    "over the start": (at("13:00", "14:01"), REFUSED),
    "over the end": (at("15:59", "17:00"), REFUSED),
    "up to the start": (at("12:00", "14:00"), ""),
    "from the end on": (at("16:00", "18:00"), ""),
    "days around": (days(20, 28, 11), REFUSED),
    "days before": (days(20, 24, 11, 14), ""),
}


@pytest.mark.parametrize("case", SLOTS)
def test_raw_sql_cannot_promise_a_time_twice(hub: Hub, case: str) -> None:
    slot, answer = SLOTS[case]
    assert write(hub, book(hub, at("14:00", "16:00")), slot) == answer


@pytest.mark.parametrize("state", BookingState)
def test_only_what_holds_nothing_may_lie_over_a_promise(hub: Hub, state: BookingState) -> None:
    answer = "" if state.value in ("cancelled", "no_show", "lost") else REFUSED
    assert write(hub, book(hub), at("14:00", "16:00"), state=state.value) == answer


def test_buffers_count_and_a_long_booking_is_found_too(hub: Hub) -> None:
    first = book(hub)
    assert write(hub, first, at("16:00", "17:00"), setup=15) == REFUSED
    assert write(hub, first, at("12:00", "13:50"), cleanup=15) == REFUSED
    assert write(hub, first, days(1, 5)) == ""
    assert write(hub, first, at("10:00", "11:00", date(2026, 12, 4))) == REFUSED
    assert write(hub, first, days(4, 8)) == REFUSED


HALLS = {
    "the whole over a half": ("多功能厅东", "多功能厅", REFUSED),
    "a half over the whole": ("多功能厅", "多功能厅西", REFUSED),
    "the other half": ("多功能厅东", "多功能厅西", ""),
    "another room": ("多功能厅", "会议室", ""),
}


@pytest.mark.parametrize("case", HALLS)
def test_a_hall_and_its_halves_are_one_floor(hub: Hub, case: str) -> None:
    taken, asked, answer = HALLS[case]
    assert write(hub, book(hub, name=taken), at("15:00", "17:00"), asked) == answer


def test_a_shared_room_counts_its_groups_at_the_fullest_moment(hub: Hub) -> None:
    set_rules(hub, "阅览室", groups_at_once=2)
    first = book(hub, at("10:00", "12:00"), "阅览室")
    assert write(hub, first, at("10:00", "11:00"), "阅览室") == ""
    assert write(hub, first, at("11:00", "12:00"), "阅览室") == ""  # follows the second: never three at once
    assert write(hub, first, at("10:30", "10:45"), "阅览室") == REFUSED
    assert write(hub, first, at("11:59", "13:00"), "阅览室") == REFUSED
    assert write(hub, first, at("12:00", "13:00"), "阅览室") == ""


def test_moving_onto_a_promise_and_coming_back_to_one_are_refused(hub: Hub) -> None:
    first = book(hub, at("14:00", "16:00"))
    second = book(hub, at("16:00", "18:00"))
    with hub.store.maintenance() as connection:
        for change in (
            "held_from = held_from - 30, starts = starts - 30",
            f"held_from = {minutes(first.slot.start)}, starts = {minutes(first.slot.start)}",
        ):
            with pytest.raises(dbapi2.IntegrityError, match=REFUSED):
                connection.execute(f"UPDATE booking SET {change} WHERE id = ?", (second.id.bytes,))  # noqa: S608
    hub.desk.bookings.cancel(first.id)
    assert write(hub, second, at("14:00", "16:00")) == ""
    with hub.store.maintenance() as connection, pytest.raises(dbapi2.IntegrityError, match=REFUSED):
        connection.execute("UPDATE booking SET state = 'confirmed', holds = 1 WHERE id = ?", (first.id.bytes,))


def test_what_stands_may_change_its_state_after_the_rooms_were_cut_otherwise(hub: Hub) -> None:
    """A settings change may make standing promises meet; people must still be let in to them."""
    east, whole = book(hub, name="多功能厅东"), book(hub, name="会议室")
    with hub.store.maintenance() as connection:
        connection.execute(
            "INSERT INTO room_touching VALUES (?, ?), (?, ?)",
            (east.room_id.bytes, whole.room_id.bytes, whole.room_id.bytes, east.room_id.bytes),
        )
        connection.execute("UPDATE booking SET state = 'in_use' WHERE id = ?", (east.id.bytes,))
        connection.execute("UPDATE booking SET ends = ends - 30, held_to = held_to - 30 WHERE id = ?", (east.id.bytes,))


def test_bookings_may_trade_places_in_one_act(hub: Hub) -> None:
    first, second = book(hub, at("14:00", "16:00")), book(hub, at("16:00", "18:00"))
    with hub.store.begin() as transaction:
        traded = [_at(first, second.slot), _at(second, first.slot)]
        bookings.rewrite(transaction, traded)
    assert hub.desk.bookings.booking(first.id).slot == second.slot
    with pytest.raises(DeskError, match=REFUSED), hub.store.begin() as transaction:
        bookings.rewrite(transaction, [_at(first, first.slot)])
    assert hub.desk.bookings.booking(first.id).slot == second.slot


def _at(one: Booking, slot: Slot) -> Booking:
    return replace(one, slot=slot)


RACER = """
import sys
from sqlcipher3 import dbapi2
path, key, like, start = sys.argv[1:5]
connection = dbapi2.connect(path, isolation_level=None, timeout=30)
connection.execute(f'''PRAGMA key = "x'{key}'"''')
connection.execute("SELECT count(*) FROM booking").fetchall()
print("ready", flush=True)
sys.stdin.readline()
won = 0
for number in range(20):
    begins = int(start) + number * 60
    try:
        connection.execute(SQL, {"like": bytes.fromhex(like), "room": "议事厅", "state": "confirmed",
                                 "starts": begins, "ends": begins + 60, "setup": 0, "cleanup": 0})
        won += 1
    except dbapi2.IntegrityError as error:
        assert "booking.taken_meanwhile" in str(error), error
print(won, flush=True)
"""


def test_two_processes_racing_for_the_same_times_share_them_out(hub: Hub) -> None:
    """Both write past the desk's own lock, as a bug or a copied folder would."""
    like = book(hub)
    start = minutes(days(1, 2).start)
    program = RACER.replace("SQL", repr(ANOTHER))
    words = [str(hub.store.path), hub.store.keys.database.hex(), like.id.bytes.hex(), str(start)]
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    try:
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "ready\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("go\n")
            racer.stdin.flush()
        won = [int(racer.communicate(timeout=60)[0]) for racer in racers]
    finally:
        for racer in racers:
            racer.kill()
            racer.wait()
    assert sum(won) == 20
    ((most,),) = hub.rows("SELECT max(times) FROM (SELECT count(*) AS times FROM booking GROUP BY starts)")
    assert most == 1


# What an index must find


def plan_of(hub: Hub, name: str) -> str:
    """How SQLite goes about a statement of the module."""
    sql, _ = getattr(bookings, name).compiled()
    values = dict.fromkeys(re.findall(r":(\w+)", sql), 1) | {"stretches": "[[1,2]]"}
    with hub.store.maintenance() as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    return "\n".join(str(row[-1]) for row in rows)


def test_what_stands_in_the_way_is_found_by_index_alone(hub: Hub) -> None:
    found = plan_of(hub, "HELD_IN_ROOM")
    assert found.count("USING INDEX booking_in_room (room_id=? AND holds=? AND long=? AND held_from") == 2


@pytest.mark.parametrize(
    "name",
    ["HELD_IN_ROOM", "_HELD_ANYWHERE", "_LENT", "_SEEN", "_DUE", "_ASKED", "_OF_SERIES", "_OF_PERSON", "_OF_PARTY",
     "_FOR_ACTIVITY", "_TOGETHER"],
)  # fmt: skip
def test_no_look_reads_all_bookings(hub: Hub, name: str) -> None:
    assert not re.search(r"SCAN (b|booking)\b", plan_of(hub, name))


def test_times_are_kept_to_the_minute(hub: Hub) -> None:
    kept = book(hub, at("14:05", "15:50"), room_ids=(room(hub, "会议室").id,))
    assert hub.desk.bookings.booking(kept.id) == kept
