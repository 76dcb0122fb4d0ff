"""Rooms and bookings in words: states, purposes, dates, rules read back, and why a date cannot be had."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, Responsible
from desk_app.domain.bookings.reasons import VerdictKind
from desk_app.domain.bookings.rooms import Room
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.domain.people import mask_name
from desk_app.ui.room_words import purpose as purpose

STATES: dict[BookingState, str] = {
    #: 待审核
    BookingState.REQUESTED: QT_TRANSLATE_NOOP("bookings", "Requested"),
    #: 暂定
    BookingState.PROVISIONAL: QT_TRANSLATE_NOOP("bookings", "Provisional"),
    #: 已确认
    BookingState.CONFIRMED: QT_TRANSLATE_NOOP("bookings", "Confirmed"),
    #: 已到
    BookingState.IN_USE: QT_TRANSLATE_NOOP("bookings", "Here"),
    #: 已结束
    BookingState.FINISHED: QT_TRANSLATE_NOOP("bookings", "Over"),
    #: 已取消
    BookingState.CANCELLED: QT_TRANSLATE_NOOP("bookings", "Cancelled"),
    #: 爽约
    BookingState.NO_SHOW: QT_TRANSLATE_NOOP("bookings", "Did not come"),
    #: 未订到
    BookingState.LOST: QT_TRANSLATE_NOOP("bookings", "Lost"),
}
MARKS: dict[BookingState, str] = {
    #: 审
    BookingState.REQUESTED: QT_TRANSLATE_NOOP("bookings", "req"),
    #: 暂
    BookingState.PROVISIONAL: QT_TRANSLATE_NOOP("bookings", "prov"),
    #: 到
    BookingState.IN_USE: QT_TRANSLATE_NOOP("bookings", "here"),
    #: 完
    BookingState.FINISHED: QT_TRANSLATE_NOOP("bookings", "over"),
    #: 爽约
    BookingState.NO_SHOW: QT_TRANSLATE_NOOP("bookings", "missed"),
}
STATE_TONES: dict[BookingState, str] = {
    BookingState.REQUESTED: "warn",
    BookingState.PROVISIONAL: "info",
    BookingState.CONFIRMED: "ok",
    BookingState.IN_USE: "warn",
    BookingState.FINISHED: "idle",
    BookingState.CANCELLED: "idle",
    BookingState.NO_SHOW: "bad",
    BookingState.LOST: "bad",
}

VERDICTS: dict[VerdictKind, str] = {
    #: 已过
    VerdictKind.PAST: QT_TRANSLATE_NOOP("bookings", "past"),
    #: 不能订
    VerdictKind.INVALID: QT_TRANSLATE_NOOP("bookings", "not possible"),
    #: 不开放
    VerdictKind.CLOSED: QT_TRANSLATE_NOOP("bookings", "closed"),
    #: 预留
    VerdictKind.BLOCKED: QT_TRANSLATE_NOOP("bookings", "kept"),
    #: 已占用
    VerdictKind.TAKEN: QT_TRANSLATE_NOOP("bookings", "taken"),
    #: 设备不足
    VerdictKind.EQUIPMENT: QT_TRANSLATE_NOOP("bookings", "equipment"),
    #: 候补保留
    VerdictKind.HELD: QT_TRANSLATE_NOOP("bookings", "on hold"),
    #: 有人申请
    VerdictKind.REQUESTED: QT_TRANSLATE_NOOP("bookings", "requested"),
    #: 超额度
    VerdictKind.OVER_QUOTA: QT_TRANSLATE_NOOP("bookings", "over quota"),
    #: 时限不符
    VerdictKind.NOTICE: QT_TRANSLATE_NOOP("bookings", "notice"),
    #: 空闲
    VerdictKind.FREE: QT_TRANSLATE_NOOP("bookings", "free"),
}

PARTY_KINDS: dict[PartyKind, str] = {
    #: 个人
    PartyKind.PERSON: QT_TRANSLATE_NOOP("bookings", "Person"),
    #: 团队
    PartyKind.GROUP: QT_TRANSLATE_NOOP("bookings", "Group"),
    #: 单位
    PartyKind.UNIT: QT_TRANSLATE_NOOP("bookings", "Unit"),
}


def say(source: str, **params: object) -> str:
    """A sentence of this page's tables; a placeholder nobody fills stays as it is."""
    return QCoreApplication.translate("bookings", source).format_map(_Gaps(params))


class _Gaps(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def state(value: BookingState) -> str:
    return say(STATES[value])


def mark(value: BookingState) -> str:
    """The state where there is room for a character or two; the ordinary one needs none."""
    return say(MARKS[value]) if value in MARKS else ""


def verdict(kind: VerdictKind) -> str:
    """A date's verdict in one or two words: 空闲, 已占用."""
    return say(VERDICTS[kind])


def party_kind(value: PartyKind) -> str:
    return say(PARTY_KINDS[value])


# -- times ----------------------------------------------------------------------------------------------------------


def times(slot: Slot) -> str:
    """14:00–16:00."""
    return f"{slot.start:%H:%M}–{slot.end:%H:%M}"


def day(value: date, today: date | None = None) -> str:
    """11月23日 星期一; 今天 and 明天 where that is shorter."""
    if today is not None and value == today:
        #: 今天
        return say(QT_TRANSLATE_NOOP("bookings", "today"))
    if today is not None and value == today + timedelta(days=1):
        #: 明天
        return say(QT_TRANSLATE_NOOP("bookings", "tomorrow"))
    #: M月d日 dddd
    return _dated(value, say(QT_TRANSLATE_NOOP("bookings", "ddd d MMM")))


def long_day(value: date) -> str:
    """The day as a heading."""
    #: M月d日 dddd
    return _dated(value, say(QT_TRANSLATE_NOOP("bookings", "dddd, d MMMM")))


def month(value: date) -> str:
    """2026年11月."""
    #: yyyy年M月
    return _dated(value, say(QT_TRANSLATE_NOOP("bookings", "MMMM yyyy")))


def short_day(value: date) -> str:
    """11-23 周一, for columns."""
    #: MM-dd ddd
    return _dated(value, say(QT_TRANSLATE_NOOP("bookings", "d MMM ddd")))


def days(first: date, last: date) -> str:
    """11月23日 – 11月29日, for a week."""
    #: M月d日
    pattern = say(QT_TRANSLATE_NOOP("bookings", "d MMM"))
    return f"{_dated(first, pattern)} – {_dated(last, pattern)}"


def weekday(number: int) -> str:
    """周一 for 1."""
    return QLocale().dayName(number, QLocale.FormatType.ShortFormat)


def _dated(value: date, pattern: str) -> str:
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def length(value: timedelta) -> str:
    """1 小时 30 分."""
    minutes = int(value / MINUTE)
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        #: {hours} 小时 {minutes} 分
        return say(QT_TRANSLATE_NOOP("bookings", "{hours} h {minutes} min"), hours=hours, minutes=rest)
    if hours:
        #: {hours} 小时
        return say(QT_TRANSLATE_NOOP("bookings", "{hours} h"), hours=hours)
    #: {minutes} 分钟
    return say(QT_TRANSLATE_NOOP("bookings", "{minutes} min"), minutes=rest)


def moment(value: datetime, today: date) -> str:
    """A wall-clock moment: 14:00 today, else with its day."""
    clock = f"{value:%H:%M}"
    return clock if value.date() == today else f"{short_day(value.date())} {clock}"


# -- rooms, people, bookings ----------------------------------------------------------------------------------------


def about_room(room: Room) -> str:
    """48㎡ · 40人."""
    parts = []
    if room.area:
        parts.append(f"{room.area:g}㎡")
    if room.capacity:
        parts.append(people(room.capacity))
    return " · ".join(parts)


def people(heads: int) -> str:
    """24人."""
    #: {heads}人
    return say(QT_TRANSLATE_NOOP("bookings", "{heads} people"), heads=heads)


def who(responsible: Responsible, *, hide: bool = False) -> str:
    """The group or unit, else the person; masked where the screen is public."""
    if responsible.party_name and responsible.kind is not PartyKind.PERSON:
        return responsible.party_name
    name = responsible.person_name or responsible.party_name
    return mask_name(name) if hide else name


def title(booking: Booking) -> str:
    return booking.title or purpose(booking.purpose)
