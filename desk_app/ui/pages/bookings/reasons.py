"""Why a date cannot be had, one short sentence for each reason of the check."""

from __future__ import annotations

from datetime import date

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.bookings import reasons as why
from desk_app.domain.bookings.quotas import Counted, Per
from desk_app.domain.bookings.reasons import Reason, Verdict
from desk_app.domain.bookings.slots import Slot
from desk_app.ui.pages.bookings import words

SENTENCES: dict[type[Reason], str] = {
    #: 时间已过
    why.InThePast: QT_TRANSLATE_NOOP("bookings", "in the past"),
    #: 责任人未满 18 岁
    why.NotAnAdult: QT_TRANSLATE_NOOP("bookings", "who answers for it is under 18"),
    #: 人数至少 1
    why.NobodyComes: QT_TRANSLATE_NOOP("bookings", "at least one person must come"),
    #: 场地限 {capacity} 人
    why.TooManyHeads: QT_TRANSLATE_NOOP("bookings", "holds {capacity} people only"),
    #: 该场地不作此用
    why.WrongPurpose: QT_TRANSLATE_NOOP("bookings", "the room is for other purposes"),
    #: 至少 {length}
    why.TooShort: QT_TRANSLATE_NOOP("bookings", "shorter than {length}"),
    #: 最长 {length}
    why.TooLong: QT_TRANSLATE_NOOP("bookings", "longer than {length}"),
    #: 不能跨夜
    why.OverMidnight: QT_TRANSLATE_NOOP("bookings", "not lent over midnight"),
    #: 与本系列 {day} 重叠
    why.MeetsItself: QT_TRANSLATE_NOOP("bookings", "meets its own date {day}"),
    #: 场地停用
    why.OutOfService: QT_TRANSLATE_NOOP("bookings", "the room is out of service"),
    #: 开放 {open}
    why.OutsideHours: QT_TRANSLATE_NOOP("bookings", "open {open}"),
    #: {why}
    why.ClosedThen: QT_TRANSLATE_NOOP("bookings", "closed: {why}"),
    #: 预留：{why}
    why.BlockedFor: QT_TRANSLATE_NOOP("bookings", "kept for {why}"),
    #: {title} {times}
    why.TakenBy: QT_TRANSLATE_NOOP("bookings", "{title} {times}"),
    #: 已有 {groups} 个团队
    why.RoomFull: QT_TRANSLATE_NOOP("bookings", "{groups} groups are there already"),
    #: 全馆最多同时用 {rooms} 间
    why.HouseFull: QT_TRANSLATE_NOOP("bookings", "no more than {rooms} rooms at once"),
    #: {title} 待审核
    why.AskedBy: QT_TRANSLATE_NOOP("bookings", "{title} waits for approval"),
    #: 为候补保留至 {until}
    why.HeldFor: QT_TRANSLATE_NOOP("bookings", "kept for the waiting list until {until}"),
    #: {thing}不够：已借出 {out}
    why.TooFew: QT_TRANSLATE_NOOP("bookings", "not enough {thing}: {out} are out"),
    #: 超出额度：{quota}
    why.OverQuota: QT_TRANSLATE_NOOP("bookings", "over the quota: {quota}"),
    #: 连用最多 {most} 次
    why.TooManyInARow: QT_TRANSLATE_NOOP("bookings", "no more than {most} in a row"),
    #: 须提前，最早 {moment}
    why.TooSoon: QT_TRANSLATE_NOOP("bookings", "at the earliest {moment}"),
    #: 只订到 {moment}
    why.TooFarAhead: QT_TRANSLATE_NOOP("bookings", "lent until {moment} only"),
}

NOTHING_OPEN = QT_TRANSLATE_NOOP("bookings", "closed all day")

QUOTAS: dict[tuple[Per, Counted], str] = {
    #: 每天 {most} 次
    (Per.DAY, Counted.USES): QT_TRANSLATE_NOOP("bookings", "{most} a day"),
    #: 每周 {most} 次
    (Per.WEEK, Counted.USES): QT_TRANSLATE_NOOP("bookings", "{most} a week"),
    #: 每月 {most} 次
    (Per.MONTH, Counted.USES): QT_TRANSLATE_NOOP("bookings", "{most} a month"),
    #: 每年 {most} 次
    (Per.YEAR, Counted.USES): QT_TRANSLATE_NOOP("bookings", "{most} a year"),
    #: 每天 {hours} 小时
    (Per.DAY, Counted.MINUTES): QT_TRANSLATE_NOOP("bookings", "{hours} h a day"),
    #: 每周 {hours} 小时
    (Per.WEEK, Counted.MINUTES): QT_TRANSLATE_NOOP("bookings", "{hours} h a week"),
    #: 每月 {hours} 小时
    (Per.MONTH, Counted.MINUTES): QT_TRANSLATE_NOOP("bookings", "{hours} h a month"),
    #: 每年 {hours} 小时
    (Per.YEAR, Counted.MINUTES): QT_TRANSLATE_NOOP("bookings", "{hours} h a year"),
}


def reason(value: Reason, today: date) -> str:
    """One reason in words."""
    if isinstance(value, why.OutsideHours) and not value.open:
        return value.why or words.say(NOTHING_OPEN)
    return words.say(SENTENCES[type(value)], **_params(value, today))


def of_verdict(verdict: Verdict, today: date) -> str:
    """The heaviest reason of a verdict in words, "" where it is free."""
    heaviest = [one for one in verdict.reasons if one.kind is verdict.kind]
    return reason(heaviest[0], today) if heaviest else ""


def _params(value: Reason, today: date) -> dict[str, object]:  # noqa: C901  (one case a reason, each a line)
    match value:
        case why.TooManyHeads(capacity=capacity):
            return {"capacity": capacity}
        case why.TooShort(shortest=length) | why.TooLong(longest=length):
            return {"length": words.length(length)}
        case why.MeetsItself(other=slot):
            return {"day": words.short_day(slot.day)}
        case why.OutsideHours(open=slots):
            return {"open": _spans(slots)}
        case why.ClosedThen(closure=closure):
            return {"why": closure.why}
        case why.BlockedFor(blocking=blocking):
            return {"why": blocking.why}
        case why.TakenBy(booking=booking) | why.AskedBy(booking=booking):
            return {"title": words.title(booking), "times": words.times(booking.slot)}
        case why.RoomFull(groups=groups):
            return {"groups": groups}
        case why.HouseFull(rooms_at_once=rooms):
            return {"rooms": rooms}
        case why.HeldFor(until=until):
            return {"until": words.moment(until, today)}
        case why.TooFew(equipment=equipment, out=out):
            return {"thing": equipment.name, "out": out}
        case why.OverQuota(quota=quota):
            hours = f"{quota.most / 60:g}"
            return {"quota": words.say(QUOTAS[quota.per, quota.what], most=quota.most, hours=hours)}
        case why.TooManyInARow(most=most):
            return {"most": most}
        case why.TooSoon(earliest=at) | why.TooFarAhead(latest=at):
            return {"moment": words.moment(at, today)}
        case _:
            return {}


def _spans(slots: tuple[Slot, ...]) -> str:
    return ", ".join(words.times(slot) for slot in slots)
