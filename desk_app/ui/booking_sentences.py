"""One sentence for every refusal about bookings, series, the waiting list and calendar files. English sources."""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP

BOOKING_SENTENCES: dict[str, str] = {
    #: 请填预约人：姓名、拼音或手机尾号
    "booking.nobody_named": QT_TRANSLATE_NOOP("messages", "Say who answers for it: name, pinyin or phone tail."),
    #: 请选场地
    "booking.no_room": QT_TRANSLATE_NOOP("messages", "Choose a room."),
    #: 请选时间
    "booking.no_time": QT_TRANSLATE_NOOP("messages", "Choose a time."),
    #: 结束要晚于开始
    "booking.end_not_after_start": QT_TRANSLATE_NOOP("messages", "The end must be after the start."),
    #: 时间只到分钟
    "booking.not_whole_minutes": QT_TRANSLATE_NOOP("messages", "Times are whole minutes."),
    #: {dates} 次中有 {refused} 次订不到。什么也没有保存。
    "booking.not_free": QT_TRANSLATE_NOOP(
        "messages", "{refused} of {dates} dates cannot be had. Nothing was saved; choose one of the ways below."
    ),
    #: 一次也订不到。请换场地或时间。
    "booking.none_free": QT_TRANSLATE_NOOP("messages", "No date can be had. Choose another room or time."),
    #: 刚刚被别人订走了。请另选。
    "booking.taken_meanwhile": QT_TRANSLATE_NOOP("messages", "Somebody else has just taken it. Choose again."),
    #: 这些日期不在系列里
    "booking.date_not_in_series": QT_TRANSLATE_NOOP("messages", "These days are not dates of the series."),
    #: 这两处场地是同一块地方，只选一处
    "booking.rooms_touch": QT_TRANSLATE_NOOP("messages", "These rooms are parts of one another: choose one."),
    #: 没有这个预约
    "booking.unknown": QT_TRANSLATE_NOOP("messages", "This booking is not on record here."),
    #: 已经结束，不能再改
    "booking.is_over": QT_TRANSLATE_NOOP("messages", "It is over and stays as it was."),
    #: 已经开始或已取消，不能移动
    "booking.cannot_move": QT_TRANSLATE_NOOP("messages", "It has begun or was given back; it cannot be moved."),
    #: 现在的状态不能这样做
    "booking.cannot_become": QT_TRANSLATE_NOOP("messages", "That cannot be done with a booking in this state."),
    #: 还不能签到，{opens} 起可以
    "booking.check_in_too_early": QT_TRANSLATE_NOOP("messages", "Too early: check-in opens at {opens}."),
    #: 签到时间已过（{closed}），场地已空出。还空着就点「恢复预约」。
    "booking.check_in_too_late": QT_TRANSLATE_NOOP(
        "messages", "Too late: check-in closed at {closed}. If the room is still free, take the booking up again."
    ),
    #: 还没开始，可以取消
    "booking.not_begun": QT_TRANSLATE_NOOP("messages", "It has not begun; cancel it instead."),
    #: 没有人签到
    "booking.not_in_use": QT_TRANSLATE_NOOP("messages", "Nobody has checked in to it."),
    #: 已经处理过了
    "booking.not_waiting_for_approval": QT_TRANSLATE_NOOP("messages", "It no longer waits for approval."),
    #: 请写理由
    "booking.override_without_reason": QT_TRANSLATE_NOOP("messages", "Say why it is booked all the same."),
    #: 请写理由
    "booking.reason_missing": QT_TRANSLATE_NOOP("messages", "Give the reason."),
    #: 至少 1 件
    "booking.pieces_below_one": QT_TRANSLATE_NOOP("messages", "At least one piece."),
    #: 没有这种用途
    "booking.purpose_unknown": QT_TRANSLATE_NOOP("messages", "There is no such purpose."),
    #: 它还占着时间，不用恢复
    "booking.still_holds": QT_TRANSLATE_NOOP("messages", "It still has its time; nothing to take up again."),
    #: 请填名称
    "party.name_missing": QT_TRANSLATE_NOOP("messages", "Type the name of the group or unit."),
    #: 间隔填 1 到 366
    "recurrence.every": QT_TRANSLATE_NOOP("messages", "Every 1 to 366."),
    #: 次数至少 1
    "recurrence.count": QT_TRANSLATE_NOOP("messages", "At least one date."),
    #: 次数和结束日只填一样
    "recurrence.until": QT_TRANSLATE_NOOP("messages", "Either a number of dates or a last day, not both."),
    #: 请选星期
    "recurrence.weekdays": QT_TRANSLATE_NOOP("messages", "Choose the weekdays."),
    #: 日期填 1 到 31
    "recurrence.month_day": QT_TRANSLATE_NOOP("messages", "A day of the month, 1 to 31."),
    #: 请选第几个
    "recurrence.nth": QT_TRANSLATE_NOOP("messages", "Choose which one in the month."),
    #: 请挑日期
    "recurrence.dates": QT_TRANSLATE_NOOP("messages", "Pick at least one day."),
    #: 次数太多，最多 {most} 次。请设结束日或次数。
    "recurrence.too_long": QT_TRANSLATE_NOOP("messages", "Too many dates: at most {most}. Set an end or a number."),
    #: 这个规则没有一天
    "recurrence.no_dates": QT_TRANSLATE_NOOP("messages", "This rule has no date at all."),
    #: 读不懂这条规则：{part}
    "recurrence.text": QT_TRANSLATE_NOOP("messages", "This rule cannot be read: {part}"),
    #: 不支持一天之内的重复：{part}
    "recurrence.within_a_day": QT_TRANSLATE_NOOP("messages", "Repeating within a day is not possible: {part}"),
    #: 没有这个系列
    "series.unknown": QT_TRANSLATE_NOOP("messages", "This series is not on record here."),
    #: 前后没有可分的日期
    "series.nothing_to_split": QT_TRANSLATE_NOOP("messages", "There is nothing before or after it to keep apart."),
    #: 候补里没有这一条
    "waiting.unknown": QT_TRANSLATE_NOOP("messages", "This is not on the waiting list."),
    #: 候补只能是一次，不能是系列
    "waiting.one_date_only": QT_TRANSLATE_NOOP("messages", "The waiting list takes one date, not a series."),
    #: 现在就空着，直接预约
    "waiting.is_free": QT_TRANSLATE_NOOP("messages", "It is free now: book it."),
    #: 这个时间等不来：不是被别人占用
    "waiting.no_use": QT_TRANSLATE_NOOP("messages", "Waiting is of no use here: nobody has it who could give it back."),
    #: 不在排队
    "waiting.not_waiting": QT_TRANSLATE_NOOP("messages", "They no longer wait."),
    #: 还没有打过电话
    "waiting.not_offered": QT_TRANSLATE_NOOP("messages", "Nothing was offered to them."),
    #: 保留时间已过（{until}）
    "waiting.hold_over": QT_TRANSLATE_NOOP("messages", "The hold ended at {until}."),
    #: 还在排队
    "waiting.not_lapsed": QT_TRANSLATE_NOOP("messages", "They are still in line."),
    #: 文件太大，最多 {limit} MB
    "calendar.too_large": QT_TRANSLATE_NOOP("messages", "The file is too large: at most {limit} MB."),
    #: 日程太多，最多 {limit} 条
    "calendar.too_many": QT_TRANSLATE_NOOP("messages", "Too many events: at most {limit}."),
    #: 不是日历文件（.ics）
    "calendar.not_a_calendar": QT_TRANSLATE_NOOP("messages", "This is no calendar file (.ics)."),
    #: 日历里没有日程
    "calendar.empty": QT_TRANSLATE_NOOP("messages", "The calendar has no events."),
    #: 全天日程没有时间，请手工预约
    "calendar.all_day": QT_TRANSLATE_NOOP("messages", "An event of whole days has no times; book it by hand."),
    #: 已取消的日程
    "calendar.cancelled": QT_TRANSLATE_NOOP("messages", "The event was cancelled."),
    #: 没有结束时间
    "calendar.no_end": QT_TRANSLATE_NOOP("messages", "The event has no end."),
    #: 没有开始时间
    "calendar.no_time": QT_TRANSLATE_NOOP("messages", "The event has no start."),
    #: 已经过去
    "calendar.over": QT_TRANSLATE_NOOP("messages", "The event is over."),
    #: 读不懂这条日程
    "calendar.odd_event": QT_TRANSLATE_NOOP("messages", "This event cannot be read."),
}
