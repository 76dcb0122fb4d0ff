"""A hub with seven rooms, a few bookings, a closing and things to lend, on the gallery's Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from desk_app.domain.bookings.booking import PartyKind, Responsible
from desk_app.domain.bookings.hours import HoursException, OpeningHours, Season, WeeklyHours
from desk_app.domain.bookings.quotas import Per, Quota
from desk_app.domain.bookings.rooms import Equipment, LivingRoomUse, Notice, Room, RoomRules
from desk_app.domain.bookings.slots import MINUTE, DaySpan, Slot
from desk_app.domain.catalogue import ServiceKind
from desk_app.services.bookings import Wanted
from desk_app.services.desk import Desk

MONDAY = date(2026, 11, 23)
OPEN = DaySpan(time(8), time(20, 30))
NOON = (DaySpan(time(8, 30), time(11, 30)), DaySpan(time(13), time(17)))
ROOMS = (
    ("公共客厅", "一楼", 40, 48.0),
    ("议事厅", "一楼", 20, 18.0),
    ("亲子活动室", "二楼", 24, 30.0),
    ("会议室", "二楼", 20, 26.0),
    ("多功能厅", "三楼", 60, 120.0),
    ("阅览室", "二楼", 16, 35.5),
    ("健康小屋", "一楼", 2, 12.0),
)


def at(starts: str, ends: str, day: date = MONDAY) -> Slot:
    return Slot(datetime.combine(day, time.fromisoformat(starts)), datetime.combine(day, time.fromisoformat(ends)))


def furnish(desk: Desk) -> dict[str, UUID]:
    """Save the rooms over those a new hub begins with, and return their ids by name."""
    ids: dict[str, UUID] = {}
    there = {room.name: room.id for room in desk.rooms.list()}
    for name, floor, seats, area in ROOMS:
        hours = OpeningHours(weekly=WeeklyHours.every_day(OPEN))
        room = Room(there.get(name) or desk.rooms.new_id(), name, seats, area, hours=hours, floor=floor)
        if name == "公共客厅":
            room = replace(room, **_living_room())  # type: ignore[arg-type]  # fields by name
        desk.rooms.save(room)
        ids[name] = room.id
    desk.rooms.save_equipment(Equipment(desk.rooms.new_id(), "投影仪", 2))
    desk.rooms.save_equipment(Equipment(desk.rooms.new_id(), "折叠桌", 12))
    return ids


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
