"""What a slip says, as values; how it becomes bytes is the printers' affair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from desk_app.core.clock import shanghai
from desk_app.core.config import DeskProfile, HubProfile
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.people import mask_name, mask_phone
from desk_app.domain.visits import Presence, Visit

HOTLINE = "962899"
"""Xuhui's full-time neighbourhood line (plan, section 三.4)."""


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One labelled line: Chinese label, small English beside it, value at the right edge.

    Without a value it is a heading.
    """

    chinese: str
    english: str
    value: str


class SlipKind(StrEnum):
    """What a slip is for; stored with the job, never printed."""

    VISITOR = "visitor"
    BOOKING = "booking"
    ROLL_CALL = "roll_call"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Slip:
    """A paper for a person's hand: one big thing, a few lines, a token as QR, what to do next.

    Nothing here identifies anybody beyond a masked name, but for the roll call, which is the staff's own. `copy` is
    0 on the original, n on the n-th reprint (补打).
    """

    kind: str
    hub: str
    title: str
    title_english: str
    big: str
    lines: tuple[SlipLine, ...]
    next_steps: tuple[str, ...]
    footer_left: str
    footer_right: str
    token: str = ""
    copy: int = 0


class PrintState(StrEnum):
    """Where a print job stands. Only QUEUED jobs may be sent; nothing is ever sent twice by itself."""

    QUEUED = "queued"
    SENDING = "sending"
    PRINTED = "printed"
    SENT_UNCONFIRMED = "sent_unconfirmed"
    UNCERTAIN = "uncertain"
    DROPPED = "dropped"


FINISHED = frozenset({PrintState.PRINTED, PrintState.SENT_UNCONFIRMED, PrintState.DROPPED})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A slip in the spool. `reason` is the code that explains a waiting or uncertain job."""

    id: UUID
    slip_number: str
    slip: Slip
    state: PrintState
    created_at: datetime
    visit_id: UUID | None = None
    reason: str = ""


def visitor_slip(
    visit: Visit, name: str, hub: HubProfile, desk: DeskProfile, *, place: str = "", copy: int = 0
) -> Slip:
    """The slip a visitor takes along. `name` is the full name and is masked here; `place` is where to go.

    No phone, identity number or address of the visitor; the phone is the hub's.
    """
    arrived = shanghai(visit.arrived_at)
    rows = [
        SlipLine("访客", "Visitor", mask_name(name)),
        SlipLine("人数", "People", f"{visit.head_count} 人" if visit.head_count > 1 else ""),
        SlipLine("事由", "Purpose", visit.purpose.title or visit.purpose.kind.chinese),
        SlipLine("去处", "To", place),
        SlipLine("到达", "In", f"{arrived:%Y-%m-%d %H:%M}"),
        SlipLine("有效至", "Until", f"当日 {hub.closes}"),
        SlipLine("电话", "Phone", hub.phone),
    ]
    return Slip(
        kind=SlipKind.VISITOR,
        hub=hub.formal_name,
        title="访客凭条",
        title_english="VISITOR SLIP",
        big=visit.number,
        lines=tuple(row for row in rows if row.value),
        next_steps=("离开时请扫码或交回前台", "Please scan when you leave"),
        footer_left=f"NO.{visit.day:%Y%m%d}-{visit.number} 台{desk.number}",
        footer_right=f"热线 {HOTLINE}",
        token=visit.token,
        copy=copy,
    )


_WEEKDAYS = "一二三四五六日"
_PROMISE = {
    BookingState.REQUESTED: ("待审核", "Requested"),
    BookingState.PROVISIONAL: ("暂定", "Provisional"),
    BookingState.CANCELLED: ("已取消", "Cancelled"),
    BookingState.NO_SHOW: ("已释放", "Released"),
    BookingState.LOST: ("未订到", "Not yours"),
}
"""How firm the promise is, where it is not simply 已确认 Confirmed; printed, so that nobody relies on more."""

_PROMISE_STEPS = {
    BookingState.REQUESTED: "尚未确认，等前台电话通知",
    BookingState.PROVISIONAL: "暂定，恢复联网后才能确认",
}


def booking_slip(
    booking: Booking,
    room: Room,
    number: str,
    hub: HubProfile,
    desk: DeskProfile,
    *,
    token: str,
    copy: int = 0,
) -> Slip:
    """The slip of one booked date: when it is stands big, then what, where and how firm the promise is.

    `number` is the booking's own, `token` its QR code (kind B). The organiser's name and telephone are masked here;
    remarks and fee notes stay off the paper.
    """
    slot = booking.slot
    promise = _PROMISE.get(booking.state, ("已确认", "Confirmed"))
    responsible = booking.responsible
    rows = [
        SlipLine("时间", "Time", _times(booking)),
        SlipLine("状态", "Status", " ".join(promise)),
        SlipLine("内容", "What", booking.title or booking.purpose.chinese),
        SlipLine("场地", "Room", " ".join(part for part in (room.floor, room.name) if part)),
        SlipLine("人数", "Seats", f"{booking.head_count} 人"),
        SlipLine("预约人", "By", _booked_by(booking)),
        SlipLine("手机", "Mobile", mask_phone(responsible.phone) if responsible.phone else ""),
        SlipLine("预约号", "No.", number),
        SlipLine("电话", "Phone", hub.phone),
    ]
    return Slip(
        kind=SlipKind.BOOKING,
        hub=hub.formal_name,
        title="预约凭条",
        title_english="BOOKING SLIP",
        big=f"{slot.start.month}月{slot.start.day}日 {slot.start:%H:%M}",
        lines=tuple(row for row in rows if row.value),
        next_steps=tuple(step for step in (_PROMISE_STEPS.get(booking.state, ""), *_rules_of_use(room)) if step),
        footer_left=f"NO.{number} 台{desk.number}",
        footer_right=f"热线 {HOTLINE}",
        token=token,
        copy=copy,
    )


def _times(booking: Booking) -> str:
    start, end = booking.slot.start, booking.slot.end
    weekday = f"周{_WEEKDAYS[start.weekday()]}"
    if booking.slot.last_day == booking.slot.day:
        return (
            f"{weekday} {start:%H:%M}–{end:%H:%M}" if end.date() == start.date() else f"{weekday} {start:%H:%M}–24:00"
        )
    return f"{weekday} {start:%H:%M}–{end.month}月{end.day}日 {end:%H:%M}"


def _booked_by(booking: Booking) -> str:
    """The group or unit by name, because it is public; the person masked."""
    responsible = booking.responsible
    person = mask_name(responsible.person_name)
    if responsible.kind is PartyKind.PERSON:
        return person or mask_name(responsible.party_name)
    return " ".join(part for part in (responsible.party_name, person) if part)


def _rules_of_use(room: Room) -> tuple[str, ...]:
    release = room.rules.release_after
    steps = ["到场请到前台扫码签到"] if room.rules.uses_check_in else []
    if room.rules.uses_check_in and release is not None:
        steps.append(f"开始 {int(release.total_seconds()) // 60} 分钟未到自动释放")
    steps.append("不来请早取消，让给邻居")
    return (*steps, "Please cancel early if you cannot come.")


def roll_call_slip(
    presences: Sequence[Presence], hub: HubProfile, desk: DeskProfile, at: datetime, *, copy: int = 0
) -> Slip:
    """Everybody in the house on paper, in the order given (mobility needs first), with a box to tick for each.

    Names are whole: they are called out in the street, and two people 王** cannot be ticked off (PIPL art. 13(1)4,
    emergencies). The paper says to destroy it. The big thing is how many people must be accounted for.
    """
    helped = [who for who in presences if who.needs_step_free]
    others = [who for who in presences if not who.needs_step_free]
    rows: list[SlipLine] = []
    if helped:
        rows += [SlipLine("需协助撤离", "Needs help", ""), *map(_roll_call_line, helped)]
    if helped and others:
        rows.append(SlipLine("其他在馆人员", "Others", ""))
    rows += map(_roll_call_line, others)
    return Slip(
        kind=SlipKind.ROLL_CALL,
        hub=hub.formal_name,
        title="疏散点名单",
        title_english="ROLL CALL",
        big=f"{sum(who.head_count for who in presences)} 人",
        lines=tuple(rows),
        next_steps=("点到一位勾一位，缺人立即报告", "内含姓名，用后销毁", "Tick each. Destroy after use."),
        footer_left=f"{shanghai(at):%Y-%m-%d %H:%M} 台{desk.number}",
        footer_right=f"热线 {HOTLINE}",
        copy=copy,
    )


def _roll_call_line(who: Presence) -> SlipLine:
    people = f" ×{who.head_count}" if who.head_count > 1 else ""
    name = who.name or "未留名"
    return SlipLine(f"□ {name}{people}", who.number, f"{shanghai(who.arrived_at):%H:%M}")


def test_slip(hub: HubProfile, desk: DeskProfile, at: datetime, *, columns: int) -> Slip:
    """What "print a test slip" sends: characters from every part of the standard, a ruler, a QR code.

    `columns` is the paper's width in half-width characters. The printer part adds what only it can try out.
    """
    ruler = "".join(str(place % 10) for place in range(1, columns + 1))
    rows = [
        SlipLine("常用字", "GB2312", "徐汇区邻里汇"),
        SlipLine("姓名字", "GBK", "喆珺昇暐祎"),
        SlipLine("生僻字", "GB18030", "䶮㑇"),
        SlipLine("扩展区", "Ext A B F", "㛃𠮷𬱖"),
        SlipLine("符号", "Signs", "￥12.50 —“”·"),
        SlipLine(ruler, "", ""),
    ]
    return Slip(
        kind=SlipKind.TEST,
        hub=hub.formal_name,
        title="打印测试",
        title_english="TEST SLIP",
        big="TEST",
        lines=tuple(rows),
        next_steps=("每行右边的字都应完整", "Every line should be complete."),
        footer_left=f"{shanghai(at):%Y-%m-%d %H:%M} 台{desk.number}",
        footer_right=f"热线 {HOTLINE}",
        token="TEST2345TEST6789",  # noqa: S106  (a printed sample, opens nothing)
    )
