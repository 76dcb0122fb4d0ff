"""The slip of a booking: when and where big and plain, how firm the promise is, nobody named."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, Responsible
from desk_app.domain.bookings.rooms import Room, RoomRules
from desk_app.domain.slips import Slip, SlipKind, booking_slip
from desk_app.domain.tokens import KIND_BOOKING, new_token
from tests.devices.printers.fixtures import DESK, HUB, KEY
from tests.domain.bookings.sample import an_id, booked, slot

TOKEN = new_token(KEY, random.Random(1).choice, KIND_BOOKING)
ROOM = Room(an_id("A"), "公共客厅", capacity=40, floor="一楼")
GROUP = Responsible(PartyKind.GROUP, an_id("g"), "测试合唱队", an_id("p"), "测试甲乙", "13900002207")
CLASS = booked(slot("2026-11-23 14:00", "2026-11-23 16:00"), "书法班", responsible=GROUP, head_count=24)


def made(booking: Booking = CLASS, room: Room = ROOM, copy: int = 0) -> Slip:
    return booking_slip(booking, room, "A-0007", HUB, DESK, token=TOKEN, copy=copy)


def values(slip: Slip) -> dict[str, str]:
    return {line.chinese: line.value for line in slip.lines}


def test_it_says_when_where_what_for_how_many_and_who_with_name_and_phone_masked() -> None:
    slip = made()
    assert slip.kind == SlipKind.BOOKING
    assert slip.big == "11月23日 14:00"
    assert values(slip) == {
        "时间": "周一 14:00–16:00",
        "状态": "已确认 Confirmed",
        "内容": "书法班",
        "场地": "一楼 公共客厅",
        "人数": "24 人",
        "预约人": "测试合唱队 测***",
        "手机": "139****2207",
        "预约号": "A-0007",
        "电话": "021-00000000",
    }
    assert slip.token[0] == "B"
    assert "962899" in slip.footer_right
    assert not {"测试甲乙", "13900002207"} & set(repr(slip).split("'"))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (BookingState.PROVISIONAL, "暂定 Provisional"),
        (BookingState.REQUESTED, "待审核 Requested"),
        (BookingState.CONFIRMED, "已确认 Confirmed"),
        (BookingState.CANCELLED, "已取消 Cancelled"),
    ],
)
def test_how_firm_the_promise_is_is_printed(state: BookingState, words: str) -> None:
    assert values(made(replace(CLASS, state=state)))["状态"] == words


@pytest.mark.parametrize("state", [BookingState.PROVISIONAL, BookingState.REQUESTED])
def test_what_is_not_yet_certain_says_what_happens_next(state: BookingState) -> None:
    assert any(word in made(replace(CLASS, state=state)).next_steps[0] for word in ("暂定", "尚未确认"))


def test_a_person_alone_is_named_by_a_mask_and_nothing_else() -> None:
    alone = replace(CLASS, responsible=Responsible(PartyKind.PERSON, an_id("p"), person_name="测试甲"))
    assert values(made(alone))["预约人"] == "测**"
    assert "手机" not in values(made(alone))


def test_without_a_title_the_purpose_stands_in() -> None:
    assert values(made(replace(CLASS, title="")))["内容"] == "文化艺术交流"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-11-28 18:00", "2026-11-29 00:00", "周六 18:00–24:00"),
        ("2026-12-31 22:00", "2027-01-01 01:00", "周四 22:00–1月1日 01:00"),
    ],
)
def test_a_booking_up_to_or_over_midnight_reads_as_people_say_it(start: str, end: str, words: str) -> None:
    assert values(made(replace(CLASS, slot=slot(start, end))))["时间"] == words


def test_the_rule_of_release_is_the_rooms_own() -> None:
    assert any("20 分钟未到" in step for step in made().next_steps)
    kept = replace(ROOM, rules=RoomRules(release_after=None))
    assert not any("未到" in step for step in made(room=kept).next_steps)


def test_a_reprint_says_which_copy_it_is() -> None:
    assert (made(copy=2).copy, made(copy=2).big) == (2, made().big)
