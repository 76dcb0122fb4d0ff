"""A rule of repetition said in words before it is saved: 每两周的周二 14:00–16:00，到 6月30日，跳过法定节假日."""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.bookings.recurrence import LAST_DAY, Expansion, ReadBack, Repeat
from desk_app.ui.pages.bookings import words

REPEATS: dict[Repeat, str] = {
    #: 不重复
    Repeat.ONCE: QT_TRANSLATE_NOOP("bookings", "Does not repeat"),
    #: 每天
    Repeat.DAILY: QT_TRANSLATE_NOOP("bookings", "Daily"),
    #: 每周
    Repeat.WEEKLY: QT_TRANSLATE_NOOP("bookings", "Weekly"),
    #: 每月按日期
    Repeat.MONTHLY_DATE: QT_TRANSLATE_NOOP("bookings", "Monthly by date"),
    #: 每月按星期
    Repeat.MONTHLY_WEEKDAY: QT_TRANSLATE_NOOP("bookings", "Monthly by weekday"),
    #: 挑选日期
    Repeat.PICKED: QT_TRANSLATE_NOOP("bookings", "Picked dates"),
}
"""What the panel offers, in its order."""

NTHS: dict[int, str] = {
    #: 第一个
    1: QT_TRANSLATE_NOOP("bookings", "first"),
    #: 第二个
    2: QT_TRANSLATE_NOOP("bookings", "second"),
    #: 第三个
    3: QT_TRANSLATE_NOOP("bookings", "third"),
    #: 第四个
    4: QT_TRANSLATE_NOOP("bookings", "fourth"),
    #: 最后一个
    -1: QT_TRANSLATE_NOOP("bookings", "last"),
}


def repeat(value: Repeat) -> str:
    return words.say(REPEATS[value]) if value in REPEATS else value.value


def nth(value: int) -> str:
    return words.say(NTHS[value]) if value in NTHS else str(value)


def read_back(rule: ReadBack, dates: int) -> str:
    """The whole rule in one sentence; `dates` is how many dates it makes."""
    parts = [_how_often(rule), words.times(rule.slot)]
    if rule.until is not None and rule.repeat is not Repeat.ONCE:
        #: 到 {day} 止
        parts.append(words.say(QT_TRANSLATE_NOOP("bookings", "until {day}"), day=words.day(rule.until)))
    if rule.repeat is not Repeat.ONCE:
        #: 共 {dates} 次
        parts.append(words.say(QT_TRANSLATE_NOOP("bookings", "{dates} dates"), dates=dates))
    if rule.skips_holidays:
        #: 跳过法定节假日
        parts.append(words.say(QT_TRANSLATE_NOOP("bookings", "not on public holidays")))
    if rule.follows_makeup:
        #: 随调休上班日
        parts.append(words.say(QT_TRANSLATE_NOOP("bookings", "heeding make-up workdays")))
    #: ，
    return words.say(QT_TRANSLATE_NOOP("bookings", ", ")).join(parts)


def _how_often(rule: ReadBack) -> str:
    #: 、
    weekdays = words.say(QT_TRANSLATE_NOOP("bookings", " and ")).join(map(words.weekday, rule.weekdays))
    match rule.repeat:
        case Repeat.ONCE:
            return words.day(rule.slot.day)
        case Repeat.DAILY if rule.every == 1:
            #: 每天
            return words.say(QT_TRANSLATE_NOOP("bookings", "every day"))
        case Repeat.DAILY:
            #: 每 {every} 天
            return words.say(QT_TRANSLATE_NOOP("bookings", "every {every} days"), every=rule.every)
        case Repeat.WEEKLY if rule.every == 1:
            #: 每{weekdays}
            return words.say(QT_TRANSLATE_NOOP("bookings", "every {weekdays}"), weekdays=weekdays)
        case Repeat.WEEKLY:
            #: 每 {every} 周的{weekdays}
            text = QT_TRANSLATE_NOOP("bookings", "every {every} weeks on {weekdays}")
            return words.say(text, every=rule.every, weekdays=weekdays)
        case Repeat.MONTHLY_DATE:
            return _monthly(rule, _month_day(rule))
        case Repeat.MONTHLY_WEEKDAY:
            #: {nth}{weekdays}
            text = QT_TRANSLATE_NOOP("bookings", "the {nth} {weekdays}")
            return _monthly(rule, words.say(text, nth=nth(rule.nth or 1), weekdays=weekdays))
        case Repeat.PICKED:
            #: 挑选的日期
            return words.say(QT_TRANSLATE_NOOP("bookings", "on picked dates"))
        case _:
            return rule.text


def _month_day(rule: ReadBack) -> str:
    if rule.month_day == LAST_DAY:
        #: 最后一天
        return words.say(QT_TRANSLATE_NOOP("bookings", "the last day"))
    #: {number} 日
    return words.say(QT_TRANSLATE_NOOP("bookings", "day {number}"), number=rule.month_day)


def _monthly(rule: ReadBack, which: str) -> str:
    if rule.every == 1:
        #: 每月{which}
        return words.say(QT_TRANSLATE_NOOP("bookings", "{which} of every month"), which=which)
    #: 每 {every} 个月的{which}
    text = QT_TRANSLATE_NOOP("bookings", "{which} of every {every} months")
    return words.say(text, which=which, every=rule.every)


def remarks(expansion: Expansion) -> tuple[str, ...]:
    """What should be known of the dates beside the rule: moved first date, holidays left out, a year not announced."""
    found = []
    if expansion.moved_from is not None and expansion.slots:
        #: 首日改为 {day}
        text = QT_TRANSLATE_NOOP("bookings", "begins on {day}")
        found.append(words.say(text, day=words.day(expansion.slots[0].day)))
    if expansion.dropped:
        #: 跳过 {days}
        text = QT_TRANSLATE_NOOP("bookings", "left out: {days}")
        found.append(words.say(text, days=", ".join(words.short_day(one.day) for one in expansion.dropped[:4])))
    if expansion.short_months:
        #: 有 {months} 个月没有这一天
        text = QT_TRANSLATE_NOOP("bookings", "{months} months have no such day")
        found.append(words.say(text, months=len(expansion.short_months)))
    if expansion.provisional:
        #: 部分年份放假安排未公布，暂按常规推算
        text = QT_TRANSLATE_NOOP("bookings", "holidays of a year not announced yet are reckoned by custom")
        found.append(words.say(text))
    if expansion.cut:
        #: 次数太多，请设结束日期或次数
        found.append(words.say(QT_TRANSLATE_NOOP("bookings", "too many dates: set an end or a number")))
    return tuple(found)
