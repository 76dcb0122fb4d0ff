"""One sentence for every refusal about rooms, closings, what is lent and holidays. English sources."""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP

ROOM_SENTENCES: dict[str, str] = {
    #: 请填写场地名称。
    "room.name_missing": QT_TRANSLATE_NOOP("messages", "Type what the room is called."),
    #: 名称太长，最多 {limit} 个字。
    "room.name_too_long": QT_TRANSLATE_NOOP("messages", "The name is too long: at most {limit} characters."),
    #: 已有叫“{name}”的场地。
    "room.name_taken": QT_TRANSLATE_NOOP("messages", "There is a room called “{name}” already."),
    #: 没有这个场地。
    "room.unknown": QT_TRANSLATE_NOOP("messages", "This room is not on record here."),
    #: 场地不能是它自己的一部分。
    "room.part_of_itself": QT_TRANSLATE_NOOP("messages", "A room cannot be a part of itself."),
    #: 人数不能为负。
    "room.capacity_negative": QT_TRANSLATE_NOOP("messages", "The number of people cannot be below zero."),
    #: 面积请填数字，例如 48 或 48.5。
    "room.area_unreadable": QT_TRANSLATE_NOOP("messages", "The area is a number, for example 48 or 48.5."),
    #: 看不懂“{text}”。请写成 8:30-11:30，或 8:30-11:30、13:00-17:00；留空为关闭。
    "room.hours_unreadable": QT_TRANSLATE_NOOP(
        "messages", "“{text}” is not understood. Write 8:30-11:30, or 8:30-11:30, 13:00-17:00; nothing is closed."
    ),
    #: 两段时间重叠。
    "room.hours_overlap": QT_TRANSLATE_NOOP("messages", "Two of these stretches overlap."),
    #: 结束要晚于开始。
    "room.closes_before_opening": QT_TRANSLATE_NOOP("messages", "It must close after it opens."),
    #: 季节要有起止日期。
    "room.season_dates_missing": QT_TRANSLATE_NOOP("messages", "A season needs its first and last day."),
    #: 季节的结束早于开始。
    "room.season_ends_before_it_begins": QT_TRANSLATE_NOOP("messages", "The season ends before it begins."),
    #: 这一天已经有一条。
    "room.exception_twice": QT_TRANSLATE_NOOP("messages", "This day has a line already."),
    #: 最早提前的时间短于最晚提前的时间，谁也订不到。
    "room.notice_contradicts": QT_TRANSLATE_NOOP(
        "messages", "The earliest is later than the latest: nobody could book."
    ),
    #: 最长不能短于最短。
    "room.longest_below_shortest": QT_TRANSLATE_NOOP("messages", "The longest use is shorter than the shortest."),
    #: 至少 1 个团队。
    "room.groups_below_one": QT_TRANSLATE_NOOP("messages", "At least one group."),
    #: 时间不能为负。
    "room.buffer_negative": QT_TRANSLATE_NOOP("messages", "This time cannot be below zero."),
    #: 请写明为什么关闭。
    "closure.reason_missing": QT_TRANSLATE_NOOP("messages", "Say why it is closed."),
    #: 这段时间已因“{why}”关闭。
    "closure.overlaps": QT_TRANSLATE_NOOP("messages", "It is closed then already: {why}."),
    #: 每一天都有预约，没有可以关闭的日子。
    "closure.no_room_left": QT_TRANSLATE_NOOP("messages", "There are bookings on every one of these days."),
    #: 这次关闭已经撤销。
    "closure.unknown": QT_TRANSLATE_NOOP("messages", "This closing has been lifted meanwhile."),
    #: 请写明为谁、为什么预留。
    "blocking.reason_missing": QT_TRANSLATE_NOOP("messages", "Say for what it is kept."),
    #: 至少选一个场地。
    "blocking.no_room": QT_TRANSLATE_NOOP("messages", "Choose at least one room."),
    #: 结束日期早于开始日期。
    "blocking.ends_before_it_begins": QT_TRANSLATE_NOOP("messages", "The last day is before the first."),
    #: 这次预留已经取消。
    "blocking.unknown": QT_TRANSLATE_NOOP("messages", "These rooms are no longer kept."),
    #: 请填写名称。
    "equipment.name_missing": QT_TRANSLATE_NOOP("messages", "Type what it is."),
    #: 已有“{name}”。
    "equipment.name_taken": QT_TRANSLATE_NOOP("messages", "“{name}” is on the list already."),
    #: 数量不能为负。
    "equipment.stock_negative": QT_TRANSLATE_NOOP("messages", "There cannot be fewer than none."),
    #: 数量不能为负。
    "house.rooms_negative": QT_TRANSLATE_NOOP("messages", "There cannot be fewer than none."),
    #: 请填写团队或单位名称。
    "party.name_missing": QT_TRANSLATE_NOOP("messages", "Type what the group or unit is called."),
    #: 名称太长，最多 {limit} 个字。
    "party.name_too_long": QT_TRANSLATE_NOOP("messages", "The name is too long: at most {limit} characters."),
    #: 读不懂这个文件。请用 Excel、CSV 或 TOML，第一行为：日期、类型、名称、依据。
    "holidays.unreadable": QT_TRANSLATE_NOOP(
        "messages", "This file is not understood. Excel, CSV or TOML with date, kind, name, basis a day is wanted."
    ),
    #: 第 {row} 行“{column}”的“{value}”不对：看不懂，或写了两遍。
    "holidays.row": QT_TRANSLATE_NOOP(
        "messages", "Row {row}, {column}: “{value}” is not understood, or stands there twice."
    ),
    #: 文件太大，不像一年的节假日。
    "holidays.too_large": QT_TRANSLATE_NOOP("messages", "The file is too large to be a year of holidays."),
    #: 文件里没有日期。
    "holidays.empty": QT_TRANSLATE_NOOP("messages", "There are no days in this file."),
    #: 文件打不开。它是否正开着，或已被移走？
    "holidays.file_unreadable": QT_TRANSLATE_NOOP(
        "messages", "The file cannot be opened. Is it open elsewhere, or gone?"
    ),
}
