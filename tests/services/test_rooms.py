"""Rooms, closures, blockings and holidays, as whoever runs the house would tell it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta

import openpyxl
import pytest

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import BookingState, PartyKind
from desk_app.domain.bookings.hours import HoursException, OpeningHours, Season, WeeklyHours
from desk_app.domain.bookings.quotas import Counted, Per, Quota, Reach
from desk_app.domain.bookings.rooms import (
    Blocking,
    Equipment,
    HouseRules,
    Length,
    LivingRoomUse,
    Notice,
    Room,
    RoomPlan,
    RoomRules,
)
from desk_app.domain.bookings.slots import MINUTE, DaySpan
from desk_app.domain.calendar import DayKind
from desk_app.domain.catalogue import ServiceKind
from desk_app.storage import rooms
from tests.services.desks import Hub
from tests.services.rooms import TOMORROW, WEEK, at, book, choir, room, set_rules, state_of

MORNING, EVENING = DaySpan(time(8, 30), time(11, 30)), DaySpan(time(18), time.min)
EVERYTHING = RoomRules(
    setup=15 * MINUTE,
    cleanup=30 * MINUTE,
    notice=Notice(timedelta(hours=2), None),
    length=Length(timedelta(minutes=30), None),
    quotas=(Quota(Per.WEEK, 120, Counted.MINUTES, Reach.HUB, 7, MORNING, frozenset({6, 7})), Quota(Per.MONTH, 2)),
    most_in_a_row=2,
    row_gap=45 * MINUTE,
    groups_at_once=3,
    needs_approval=True,
    overnight=True,
    uses_check_in=False,
    check_in_early=10 * MINUTE,
    release_after=None,
)
HOURS = OpeningHours(
    weekly=WeeklyHours.of([(frozenset(range(1, 6)), MORNING), (frozenset({5}), EVENING)]),
    seasons=(Season(date(2026, 7, 1), date(2026, 8, 31), WeeklyHours.every_day(EVENING), yearly=True),),
    exceptions=(HoursException(date(2026, 12, 24), (), "盘点"), HoursException(date(2026, 12, 31), (MORNING,), "")),
    on_holidays=(MORNING,),
    on_makeup_workdays=(),
)


def new_room(hub: Hub, **more: object) -> Room:
    plain = Room(hub.desk.rooms.new_id(), "小剧场", capacity=80, area=120.5)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


# Rooms


def test_everything_that_may_be_set_for_a_room_is_kept(hub: Hub) -> None:
    full = new_room(
        hub,
        purposes=frozenset({LivingRoomUse.ARTS_EXCHANGE, ServiceKind.LEGAL}),
        features=frozenset({"projector", "piano"}),
        photo="photos/theatre.jpg",
        floor="二楼",
        hours=HOURS,
        rules=EVERYTHING,
        parts=(room(hub, "会议室").id,),
        home_desk="A",
        in_service=False,
    )
    hub.desk.rooms.save(full)
    assert hub.desk.rooms.list()[-1] == full
    assert hub.desk.rooms.plan().touching(full.id) == {full.id, room(hub, "会议室").id}
    assert hub.outbox() == ["room.save"]


def test_a_plain_room_takes_little_space(hub: Hub) -> None:
    plain = hub.desk.rooms.save(Room(hub.desk.rooms.new_id(), "储物间"))
    assert hub.rows("SELECT body FROM room WHERE name = '储物间'") == [("{}",)]
    assert hub.desk.rooms.list()[-1] == plain


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": "  "}, "name_missing"),
        ({"name": "长" * 61}, "name_too_long"),
        ({"name": "会议室"}, "name_taken"),
        ({"capacity": -1}, "capacity_negative"),
        ({"area": -1.0}, "capacity_negative"),
    ],
)
def test_a_room_that_cannot_be_is_refused(hub: Hub, more: dict[str, object], code: str) -> None:
    with pytest.raises(DeskError, match=rf"room\.{code}"):
        hub.desk.rooms.save(new_room(hub, **more))
    assert len(hub.desk.rooms.list()) == 9


def test_a_room_cannot_be_a_part_of_itself_nor_of_nothing(hub: Hub) -> None:
    hall, half = room(hub, "多功能厅"), room(hub, "多功能厅东")
    with pytest.raises(DeskError, match=r"room\.part_of_itself"):
        hub.desk.rooms.save(replace(half, parts=(hall.id,)))
    with pytest.raises(DeskError, match=r"room\.unknown"):
        hub.desk.rooms.save(replace(half, parts=(hub.desk.rooms.new_id(),)))
    assert room(hub, "多功能厅东") == half


def test_rooms_stand_in_the_order_given(hub: Hub) -> None:
    last = room(hub, "健康小屋").id
    hub.desk.rooms.reorder([last])
    assert [one.name for one in hub.desk.rooms.list()][:2] == ["健康小屋", "公共客厅"]
    with pytest.raises(DeskError, match=r"room\.unknown"):
        hub.desk.rooms.reorder([hub.desk.rooms.new_id()])


def test_a_change_of_settings_counts_at_once_and_alters_no_promise(hub: Hub) -> None:
    one = book(hub)
    set_rules(hub, cleanup=30 * MINUTE)
    assert hub.desk.bookings.booking(one.id).held == one.slot
    assert book(hub, at("16:00", "17:00")).held == at("16:00", "17:30")


# Closed


def test_a_closure_goes_around_bookings_or_cancels_them(hub: Hub) -> None:
    one = book(hub)
    whole, noon = at("08:00", "21:00"), at("12:00", "13:00")
    assert hub.desk.rooms.meeting(whole) == (one,)
    with pytest.raises(DeskError, match=r"closure\.no_room_left"):
        hub.desk.rooms.close([whole], "设备检修", frozenset({room(hub).id}))
    around = hub.desk.rooms.close([whole, noon], "设备检修", frozenset({room(hub).id}))
    assert [closure.slot for closure in around.closures] == [noon]
    hub.desk.rooms.reopen(around.closures[0].id)
    closed = hub.desk.rooms.close([whole], "设备检修", frozenset({room(hub).id}), cancel_bookings=True)
    assert [gone.id for gone in closed.cancelled] == [one.id]
    assert state_of(hub, one.id) == "cancelled"
    assert hub.desk.bookings.history(one.id)[-1].why == "设备检修"
    assert hub.desk.rooms.closures() == closed.closures
    assert hub.desk.rooms.closures(at("09:00", "10:00", TOMORROW + WEEK)) == ()


def test_a_closure_needs_a_reason_and_its_own_time(hub: Hub) -> None:
    with pytest.raises(DeskError, match=r"closure\.reason_missing"):
        hub.desk.rooms.close([at("08:00", "21:00")], " ")
    hub.desk.rooms.close([at("08:00", "21:00")], "盘点")
    with pytest.raises(DeskError, match=r"closure\.overlaps"):
        hub.desk.rooms.close([at("09:00", "10:00")], "检修", frozenset({room(hub).id}))
    with pytest.raises(DeskError, match=r"closure\.unknown"):
        hub.desk.rooms.reopen(hub.desk.rooms.new_id())
    with pytest.raises(DeskError, match=r"room\.unknown"):
        hub.desk.rooms.close([at("09:00", "10:00")], "检修", frozenset({hub.desk.rooms.new_id()}))


# Kept for somebody


def blocking(hub: Hub, **more: object) -> Blocking:
    plain = Blocking(
        hub.desk.rooms.new_id(), frozenset({room(hub).id}), TOMORROW, TOMORROW, "街道会议", hub.desk.rooms.new_id()
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def test_a_blocking_sends_others_away_but_the_exempt(hub: Hub) -> None:
    singers, painters = choir(hub), choir(hub, "测试书画社")
    theirs, ours = book(hub, responsible=singers), book(hub, at("09:00", "10:00"), responsible=painters)
    kept = blocking(hub, exempt=frozenset({painters.party_id}))
    effect = hub.desk.rooms.block(kept)
    assert [one.id for one in effect.rejected] == [theirs.id]
    assert (state_of(hub, theirs.id), state_of(hub, ours.id)) == ("cancelled", "confirmed")
    assert hub.desk.rooms.blockings() == (kept,)
    with pytest.raises(DeskError, match=r"booking\.none_free"):
        book(hub, responsible=singers)
    book(hub, responsible=painters)
    hub.desk.rooms.unblock(kept.id)
    book(hub, at("18:00", "19:00"), responsible=singers)


def test_a_blocking_only_asked_for_cancels_nothing_until_it_is_accepted(hub: Hub) -> None:
    one, asked = book(hub), blocking(hub, accepted=False)
    assert [gone.id for gone in hub.desk.rooms.block(asked).rejected] == [one.id]
    assert state_of(hub, one.id) == "confirmed"
    assert hub.desk.rooms.accept_blocking(asked.id).rejected[0].state is BookingState.CANCELLED
    assert hub.desk.rooms.blockings(TOMORROW)[0].accepted


@pytest.mark.parametrize(
    ("more", "code"), [({"why": " "}, "blocking.reason_missing"), ({"room_ids": frozenset()}, "blocking.no_room")]
)
def test_a_blocking_that_says_nothing_is_refused(hub: Hub, more: dict[str, object], code: str) -> None:
    with pytest.raises(DeskError) as refused:
        hub.desk.rooms.block(blocking(hub, **more))
    assert refused.value.code == code
    for act in (hub.desk.rooms.unblock, hub.desk.rooms.accept_blocking):
        with pytest.raises(DeskError, match=r"blocking\.unknown"):
            act(hub.desk.rooms.new_id())


# The house


def test_house_rules_and_equipment_are_kept(hub: Hub) -> None:
    rules = HouseRules(rooms_at_once=3, late_entry=timedelta(minutes=5), asked_blockings_hold=True)
    hub.desk.rooms.save_house(rules)
    assert hub.desk.rooms.house() == rules
    thing = hub.desk.rooms.save_equipment(Equipment(hub.desk.rooms.new_id(), " 折叠椅 ", 20))
    assert hub.desk.rooms.equipment() == (replace(thing, name="折叠椅"),)
    for wrong, code in (
        (Equipment(hub.desk.rooms.new_id(), "", 1), "name_missing"),
        (Equipment(hub.desk.rooms.new_id(), "折叠椅"), "name_taken"),
        (replace(thing, stock=-1), "stock_negative"),
    ):
        with pytest.raises(DeskError, match=rf"equipment\.{code}"):
            hub.desk.rooms.save_equipment(wrong)
    with pytest.raises(DeskError, match=r"house\.rooms_negative"):
        hub.desk.rooms.save_house(HouseRules(rooms_at_once=-1))


def test_a_group_is_the_same_under_the_same_name(hub: Hub) -> None:
    group = hub.desk.rooms.party(PartyKind.GROUP, " 测试合唱队 ")
    assert hub.desk.rooms.party(PartyKind.GROUP, "测试合唱队") == group
    assert hub.desk.rooms.party(PartyKind.UNIT, "测试合唱队") != group
    hub.clock.go(minutes=1)
    hub.desk.rooms.party(PartyKind.GROUP, "测试书画社")
    assert [one.name for one in hub.desk.rooms.parties("cssh")] == ["测试书画社"]
    assert [one.name for one in hub.desk.rooms.parties("合唱")] == ["测试合唱队", "测试合唱队"]
    assert len(hub.desk.rooms.parties(limit=2)) == 2
    hub.clock.go(minutes=1)
    book(hub, responsible=choir(hub))
    assert hub.desk.rooms.parties()[0] == group
    with pytest.raises(DeskError, match=r"party\.name_missing"):
        hub.desk.rooms.party(PartyKind.GROUP, " ")
    with pytest.raises(DeskError, match=r"party\.name_too_long"):
        hub.desk.rooms.party(PartyKind.GROUP, "长" * 200)


# Holidays

CSV = """日期,类型,名称,依据
2026-12-30,休,元旦,测试通知
2027-01-01,休,元旦,测试通知
2027/1/2,休,元旦,
2027年1月3日,班,元旦,
"""
TOML = "\n".join(
    f'[[day]]\n"日期" = {day}\n"类型" = "{kind}"\nname = "元旦"\nbasis = "测试通知"\n'
    for day, kind in (("2026-12-30", "休"), ("2027-01-01", "休"), ("2027-01-02", "休"), ("2027-01-03", "班"))
)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2027 年放假安排"])
    for row in CSV.splitlines():
        sheet.append(row.split(","))
    sheet["A4"] = date(2027, 1, 1)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


FILES = {
    "year.csv": CSV.encode("utf-8-sig"),
    "年.CSV": CSV.encode("gb18030"),
    "year.toml": TOML.encode(),
    "year.xlsx": workbook(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_year_is_read_from_every_kind_of_file(hub: Hub, name: str) -> None:
    (table,) = hub.desk.rooms.read_year(FILES[name], name)
    assert (table.year, table.basis) == (2027, "测试通知")
    assert set(table.off) == {date(2026, 12, 30), date(2027, 1, 1), date(2027, 1, 2)}
    assert set(table.worked) == {date(2027, 1, 3)}
    assert not hub.desk.rooms.calendar().is_announced(2027)
    hub.desk.rooms.import_years([table])
    calendar = hub.desk.rooms.calendar()
    assert calendar.is_announced(2027)
    assert [calendar.kind(day) for day in (date(2026, 12, 30), date(2027, 1, 3), date(2027, 1, 4))] == [
        DayKind.HOLIDAY,
        DayKind.MAKEUP_WORKDAY,
        DayKind.WORKDAY,
    ]
    hub.desk.rooms.import_years([replace(table, off={})])
    assert hub.desk.rooms.calendar().kind(date(2027, 1, 1)) is DayKind.WORKDAY


ODD_FILES = {
    "not a workbook": (b"PK\x03\x04 nothing", "a.xlsx", "unreadable"),
    "not TOML": (b"[[day", "a.toml", "unreadable"),
    "other TOML": (b"day = 3", "a.toml", "unreadable"),
    "another ending": (CSV.encode(), "a.pdf", "unreadable"),
    "no heading": (b"2027-01-01,x\n", "a.csv", "unreadable"),
    "a picture": (bytes(range(256)), "a.csv", "unreadable"),
    "29 February of a common year": ("日期,类型,名称\n2027-02-29,休,x".encode(), "a.csv", "row"),
    "another kind": ("日期,类型,名称\n2027-02-28,闲,x".encode(), "a.csv", "row"),
    "a day twice": ("日期,类型,名称\n2027-02-28,休,x\n2027-02-28,班,x".encode(), "a.csv", "row"),
    "nothing": ("日期,类型,名称\n".encode(), "a.csv", "empty"),
    "too much": (b"x" * (1 << 21), "a.csv", "too_large"),
}


@pytest.mark.parametrize("case", ODD_FILES)
def test_an_odd_file_is_refused_and_nothing_is_kept(hub: Hub, case: str) -> None:
    content, name, code = ODD_FILES[case]
    with pytest.raises(DeskError, match=rf"holidays\.{code}"):
        hub.desk.rooms.read_year(content, name)
    assert hub.rows("SELECT count(*) FROM holiday") == [(0,)]


def test_a_wrong_row_is_named(hub: Hub) -> None:
    with pytest.raises(DeskError) as refused:
        hub.desk.rooms.read_year("日期,类型,名称\n2027-01-01,休,x\n\n明天,休,x".encode(), "a.csv")
    assert refused.value.params == {"row": 4, "column": "日期", "value": "明天"}


def test_a_room_changed_in_a_transaction_that_fails_is_not_remembered(hub: Hub) -> None:
    """What is kept in memory goes by a version that a rolled-back change must not reuse."""
    before = hub.desk.rooms.plan()
    changed = replace(room(hub), capacity=5)
    with pytest.raises(LookupError):
        _fail_after_saving(hub, changed)
    assert hub.desk.rooms.plan().room(changed.id).capacity == before.room(changed.id).capacity
    hub.desk.rooms.save(replace(changed, capacity=7))
    assert hub.desk.rooms.plan().room(changed.id).capacity == 7


def _fail_after_saving(hub: Hub, changed: Room) -> None:
    with hub.store.begin() as transaction:
        rooms.save_room(transaction, changed, RoomPlan.of([changed]))
        hub.desk.rooms._counter.house(transaction)
        raise LookupError
