"""What the gallery's rooms lack: seasons, quotas, floors, things to lend; and bookings for the tests of rooms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from desk_app.domain.bookings.booking import PartyKind, Responsible
from desk_app.domain.bookings.hours import HoursException, OpeningHours, Season, WeeklyHours
from desk_app.domain.bookings.quotas import Per, Quota
from desk_app.domain.bookings.rooms import Equipment, LivingRoomUse, Notice, RoomRules
from desk_app.domain.bookings.slots import MINUTE, DaySpan, Slot
from desk_app.domain.catalogue import ServiceKind
from desk_app.services.bookings import Wanted
from desk_app.services.desk import Desk

MONDAY = date(2026, 11, 23)
OPEN = DaySpan(time(8), time(20, 30))
NOON = (DaySpan(time(8, 30), time(11, 30)), DaySpan(time(13), time(17)))
FLOORS = {"公共客厅": "一楼", "议事厅": "一楼", "亲子活动室": "二楼", "会议室": "二楼", "多功能厅": "三楼"}


def at(starts: str, ends: str, day: date = MONDAY) -> Slot:
    return Slot(datetime.combine(day, time.fromisoformat(starts)), datetime.combine(day, time.fromisoformat(ends)))


def rooms_of(desk: Desk) -> dict[str, UUID]:
    """The ids of every room by name."""
    return {room.name: room.id for room in desk.rooms.list()}


def dress(desk: Desk) -> dict[str, UUID]:
    """Floors for the gallery's rooms, every kind of hours and rules for the living room, equipment; ids by name."""
    for room in desk.rooms.list():
        dressed = replace(room, floor=FLOORS.get(room.name, ""))
        if room.name == "公共客厅":
            dressed = replace(dressed, **_living_room())  # type: ignore[arg-type]  # fields by name
        desk.rooms.save(dressed)
    desk.rooms.save_equipment(Equipment(desk.rooms.new_id(), "投影仪", 2))
    desk.rooms.save_equipment(Equipment(desk.rooms.new_id(), "折叠桌", 12))
    return rooms_of(desk)


def _living_room() -> dict[str, object]:
    summer = Season(date(2026, 7, 1), date(2026, 8, 31), WeeklyHours.every_day(DaySpan(time(8), time(21))), yearly=True)
    hours = OpeningHours(
        weekly=WeeklyHours.of([(frozenset(range(1, 6)), OPEN), *((frozenset({6, 7}), span) for span in NOON)]),
        seasons=(summer,),
        exceptions=(HoursException(date(2026, 12, 22), (), "冬至消毒"),),
        on_holidays=(DaySpan(time(9), time(16)),),
    )
    rules = RoomRules(
        setup=15 * MINUTE,
        cleanup=15 * MINUTE,
        notice=Notice(at_most=timedelta(days=60)),
        quotas=(Quota(Per.MONTH, 4),),
        most_in_a_row=2,
    )
    purposes = frozenset({LivingRoomUse.ARTS_EXCHANGE, LivingRoomUse.COMMUNITY_DISCUSSION, ServiceKind.LIVING})
    return {"hours": hours, "rules": rules, "purposes": purposes, "features": frozenset({"投影", "白板", "助听环路"})}


def book(desk: Desk, room_id: UUID, title: str, slot: Slot, group: str = "测试书画社", heads: int = 12) -> UUID:
    """One confirmed booking by a group; its id."""
    party = desk.rooms.party(PartyKind.GROUP, group)
    responsible = Responsible(PartyKind.GROUP, party.id, group, None, "测试甲", "13900002207")
    wanted = Wanted((room_id,), slot, responsible, LivingRoomUse.ARTS_EXCHANGE, title=title, head_count=heads)
    return desk.bookings.book(wanted, print_slip=False).bookings[0].id
