"""What the commands say about rooms and bookings, on one line: Chinese for the hub, English for the technician."""

from __future__ import annotations

from desk_app.domain.bookings.reasons import (
    AskedBy,
    BlockedFor,
    ClosedThen,
    HeldFor,
    HouseFull,
    InThePast,
    MeetsItself,
    NobodyComes,
    NotAnAdult,
    OutOfService,
    OutsideHours,
    OverMidnight,
    OverQuota,
    RoomFull,
    TakenBy,
    TooFarAhead,
    TooFew,
    TooLong,
    TooManyHeads,
    TooManyInARow,
    TooShort,
    TooSoon,
    WrongPurpose,
)

SENTENCES: dict[str, tuple[str, str]] = {
    # why a date cannot be had
    InThePast.code: ("这个时间已经过去", "this time is past"),
    NotAnAdult.code: ("责任人须年满 18 周岁", "whoever answers for it must be 18 or older"),
    NobodyComes.code: ("人数至少为 1", "at least one person must come"),
    TooManyHeads.code: (
        "人数超过容量：要 {wanted} 人，最多 {capacity} 人（已有 {present} 人）",
        "too many people: {wanted} asked for, room for {capacity} ({present} there already)",
    ),
    WrongPurpose.code: ("这个房间不作此用途", "the room is kept for other purposes"),
    TooShort.code: ("太短：至少 {shortest} 分钟", "too short: at least {shortest} minutes"),
    TooLong.code: ("太长：最多 {longest} 分钟", "too long: at most {longest} minutes"),
    OverMidnight.code: ("不能跨过午夜", "the room is not lent over midnight"),
    MeetsItself.code: ("与本系列的另一次重叠", "it overlaps another date of the same series"),
    OutOfService.code: ("房间停用", "the room is out of service"),
    OutsideHours.code: ("不在开放时间内，当天开放：{open}", "outside opening hours; open that day: {open}"),
    ClosedThen.code: ("已关闭：{why}", "closed: {why}"),
    BlockedFor.code: ("已保留：{why}", "kept for somebody: {why}"),
    TakenBy.code: ("已有预约 {when} {who}", "taken {when} by {who}"),
    RoomFull.code: ("同时使用的团队已满 {groups} 个", "the room has its {groups} groups already"),
    HouseFull.code: ("全馆同时最多使用 {rooms_at_once} 个房间", "the hub allows {rooms_at_once} rooms at once"),
    AskedBy.code: ("已有申请待审核 {when} {who}", "asked for {when} by {who}, waiting for approval"),
    HeldFor.code: ("为候补保留到 {until}", "held for the waiting list until {until}"),
    TooFew.code: (
        "{thing} 不够：要 {wanted}，共 {stock}，已借出 {out}",
        "not enough of {thing}: {wanted} asked for, {stock} in all, {out} out",
    ),
    OverQuota.code: ("超出限额：{used} / {most}", "over quota: {used} of {most}"),
    TooManyInARow.code: ("连续使用超过 {most} 次", "more than {most} uses in a row"),
    TooSoon.code: ("预约太晚：最早可订 {earliest}", "too little notice: {earliest} at the earliest"),
    TooFarAhead.code: ("预约太早：最晚可订 {latest}", "too far ahead: {latest} at the latest"),
    # refusals
    "booking.not_free": (
        "{dates} 次中有 {refused} 次不可用：用 rooms check 查看，或加 --only-free",
        "{refused} of {dates} dates cannot be had: see rooms check, or add --only-free",
    ),
    "booking.none_free": ("没有可用的日期（共 {dates} 次）", "none of the {dates} dates can be had"),
    "booking.end_not_after_start": ("结束须晚于开始", "the end must be later than the start"),
    "booking.not_whole_minutes": ("时间须为整分钟", "times must be whole minutes"),
    "booking.no_such_time": (
        "没有这个时间：{value}，请写成 2026-12-01T14:00",
        "no such time: {value}; write it like 2026-12-01T14:00",
    ),
    "booking.unknown": ("没有这个预约：{value}", "no such booking: {value}"),
    "booking.is_over": ("已经结束，不能再改", "it is over and cannot be changed"),
    "booking.cannot_become": (
        "{state} 的预约不能这样处理：请用 rooms list 查看",
        "a booking that is {state} cannot be treated so: see rooms list",
    ),
    "booking.purpose_unknown": ("没有这个用途：{purpose}", "no such purpose: {purpose}"),
    "booking.override_without_reason": ("破例须写明理由", "an override needs a reason"),
    "booking.taken_meanwhile": (
        "刚刚被别人订走：请重新查看",
        "somebody else was faster: look again",
    ),
    "booking.nobody_answers": (
        "请用 --name 写明责任人（可加 --phone、--group）",
        "say who answers for it with --name (and --phone, --group)",
    ),
    "booking.several": (
        "{value} 对应 {count} 个预约：请用 --scope all 或预约的编号",
        "{value} names {count} bookings: add --scope all or give one booking's id",
    ),
    "room.unknown": ("没有这个房间：{name}（有：{names}）", "no such room: {name} (there are: {names})"),
    "party.unknown": (
        "没有登记过的团队：{name}，新团队请加 --new-group",
        "no such group: {name}; add --new-group for a new one",
    ),
    "person.name_missing": ("请填写姓名", "a name is missing"),
    "person.name_too_long": ("姓名太长（最多 {limit} 字）", "the name is too long (at most {limit})"),
    "person.phone_invalid": ("手机号须为 11 位或后 4 位", "a phone number has 11 digits, or give the last 4"),
    "party.name_missing": ("请填写团队名称", "the group's name is missing"),
    "party.name_too_long": ("团队名称太长（最多 {limit} 字）", "the group's name is too long (at most {limit})"),
    "token.mistyped": ("凭条号码有误：请核对", "the slip's code is mistyped: check it"),
    # repeating
    "recurrence.too_long": (
        "重复没有结束或超过 {most} 次：请用 COUNT 或 UNTIL 结束它",
        "the rule does not end or makes more than {most} dates: end it with COUNT or UNTIL",
    ),
    "recurrence.no_dates": ("这个规则没有任何日期", "the rule makes no date at all"),
    "recurrence.text": ("看不懂的重复规则：{part}", "cannot read this part of the rule: {part}"),
    "recurrence.within_a_day": ("不能按小时或分钟重复：{part}", "rules by hours or minutes are not for rooms: {part}"),
    "recurrence.count": ("次数至少为 1", "at least one time"),
    "recurrence.until": ("次数和截止日期只能有一个", "give a count or an end, not both"),
    "recurrence.every": ("间隔须为 1 到 366", "the interval is 1 to 366"),
}
"""By code, as in `words`."""
