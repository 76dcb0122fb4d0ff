"""The first day's workbook: how many came for what, the list of visits, and what each figure means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from desk_app.core.clock import shanghai
from desk_app.core.config import HubProfile
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, mask_name
from desk_app.domain.visits import Departure, Identified, Visit
from desk_app.reports.api import Cell, Column, Look, Report, Sheet, Table
from desk_app.services.desk import Desk
from desk_app.services.visits import DayVisit

_Label = TypeVar("_Label", bound=StrEnum)

_SEXES = {Sex.MALE: "男", Sex.FEMALE: "女", Sex.UNKNOWN: "未登记"}
_BANDS = {band: f"{band.value}岁" for band in AgeBand} | {
    AgeBand.B0_5: "0-5岁",
    AgeBand.B100: "100岁及以上",
    AgeBand.UNKNOWN: "未登记",
}
_DEPARTURES = {
    Departure.CLICK: "前台签退",
    Departure.CARD: "刷卡签退",
    Departure.SLIP: "扫小票",
    Departure.WITH_GROUP: "随团签退",
    Departure.SAID_LEFT: "闭馆确认已离开",
    Departure.ESTIMATED: "估计（未签退）",
}
_IDENTIFIED = {
    Identified.CARD: "证件",
    Identified.HUB_CARD: "邻里汇卡",
    Identified.SEARCH: "查找",
    Identified.NEW: "手工登记",
    Identified.ANONYMOUS: "只计人次",
    Identified.GROUP: "团体",
}
_REENTRY = timedelta(minutes=30)
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_LONGEST_NAME = 50
_WEEKDAYS = "一二三四五六日"


def heads_by_sex(visit: Visit) -> Counter[Sex]:
    """A visit's heads by sex: the visitor's own; members of a group and companions were not asked."""
    heads = Counter({Sex.UNKNOWN: visit.head_count})
    if not visit.party and visit.sex in (Sex.MALE, Sex.FEMALE):
        heads = Counter({visit.sex: 1, Sex.UNKNOWN: visit.companions})
    return +heads


def heads_by_band(visit: Visit) -> Counter[AgeBand]:
    """A visit's heads by age band: a group's as counted, the visitor's own, companions unknown."""
    if visit.party:
        return +Counter(dict(visit.party))
    return +(Counter({visit.age_band: 1}) + Counter({AgeBand.UNKNOWN: visit.companions}))


def reentries(counted: Sequence[Visit]) -> int:
    """Visits by somebody who had left no longer than half an hour before: some readers count these as one visit."""
    left: dict[UUID, datetime] = {}
    found = 0
    for visit in sorted(counted, key=lambda visit: visit.arrived_at):
        if visit.person_id is None:
            continue
        before = left.get(visit.person_id)
        found += before is not None and visit.arrived_at - before <= _REENTRY
        if visit.left_at is not None and visit.departure is not Departure.ESTIMATED:
            left[visit.person_id] = visit.left_at
    return found


def file_name(hub: HubProfile, day: date) -> str:
    """What the day's workbook is called: letters any disk takes, and short enough for all of them (255 bytes)."""
    who = "".join("_" if _UNFIT.match(letter) else letter for letter in f"{hub.subdistrict}{hub.site}")
    return f"{day:%Y%m%d}_{who[:_LONGEST_NAME].strip(' .')}邻里汇_{REPORT.name}.xlsx"


def build(desk: Desk, hub: HubProfile, day: date) -> tuple[Sheet, ...]:
    """The sheets of one hub day; visits taken back are listed as such and counted nowhere."""
    lines = desk.visits.day(day)
    counted = [line.visit for line in lines if line.visit.undone_at is None]
    period = f"{day.year}年{day.month}月{day.day}日　星期{_WEEKDAYS[day.weekday()]}"
    return (
        _summary(counted, hub, period),
        _list(lines, hub, period),
        _definitions(counted, hub, period),
    )


REPORT = Report(id="daily_visits", name="工作日志", build=build)


def _summary(counted: Sequence[Visit], hub: HubProfile, period: str) -> Sheet:
    by_sex = _cross("一、服务类别 × 性别", counted, _SEXES, heads_by_sex, width=11)
    by_band = _cross("二、服务类别 × 年龄段", counted, _BANDS, heads_by_band, width=9)
    return Sheet(
        "接待统计", f"{hub.formal_name}接待统计表", hub.formal_name, period, "人次", (by_sex, by_band), signed=True
    )


def _cross(
    caption: str,
    counted: Iterable[Visit],
    labels: dict[_Label, str],
    heads: Callable[[Visit], Counter[_Label]],
    width: int,
) -> Table:
    cells: Counter[tuple[ServiceKind, _Label]] = Counter()
    for visit in counted:
        for label, count in heads(visit).items():
            cells[visit.purpose.kind, label] += count
    rows: list[tuple[Cell, ...]] = []
    for kind in ServiceKind:
        counts = [cells[kind, label] for label in labels]
        rows.append((kind.digit, kind.chinese, *counts, None))
    columns = (
        Column("序号", width=6),
        Column("服务类别", width=16),
        *(Column(words, Look.COUNT, width) for words in labels.values()),
        Column("合计", Look.COUNT, 9),
    )
    return Table(columns, tuple(rows), caption, total=True, across=True)


def _list(lines: Iterable[DayVisit], hub: HubProfile, period: str) -> Sheet:
    columns = (
        Column("序号", width=6),
        Column("登记号", width=11),
        Column("到访时间", Look.TIME, 10),
        Column("离开时间", Look.TIME, 10),
        Column("离开方式", width=16),
        Column("服务类别", width=14),
        Column("活动", Look.LONG, 20),
        Column("姓名（脱敏）", width=16),
        Column("性别", width=8),
        Column("年龄段", width=12),
        Column("登记方式", width=10),
        Column("人次", Look.COUNT, 7),
        Column("备注", Look.LONG, 14),
    )
    rows = tuple(_row(number, line) for number, line in enumerate(lines, 1))
    table = Table(columns, rows, total=True)
    return Sheet("到访明细", f"{hub.formal_name}到访明细", hub.formal_name, period, "人次", (table,))


def _row(number: int, line: DayVisit) -> tuple[Cell, ...]:
    visit = line.visit
    undone = visit.undone_at is not None
    return (
        number,
        visit.number,
        shanghai(visit.arrived_at),
        shanghai(visit.left_at) if visit.left_at else None,
        _DEPARTURES[visit.departure] if visit.departure else ("—" if undone else "在馆"),
        visit.purpose.kind.chinese,
        visit.purpose.title,
        mask_name(line.name) or "—",
        "—" if visit.party else _SEXES.get(visit.sex, "未登记"),
        "—" if visit.party else _BANDS[visit.age_band],
        _IDENTIFIED[visit.identified],
        0 if undone else visit.head_count,
        "已撤销，不计" if undone else "",
    )


def _definitions(counted: Sequence[Visit], hub: HubProfile, period: str) -> Sheet:
    heads = sum(visit.head_count for visit in counted)
    named = [visit.person_id for visit in counted if visit.person_id is not None]
    figures = (
        ("到访人次", heads, "每登记一次到访计一人次，团体按人数、同行人按人数计入；撤销的登记不计。"),
        (
            "其中短时再入",
            reentries(counted),
            "离开后三十分钟内回来、未并入原到访而另行登记的；按合并口径统计时，从到访人次中减去。",
        ),
        ("实名登记人次", len(named), "能对应到具体人员的到访人次；登记不要求出示证件。"),
        ("实名登记人数", len(set(named)), "当日实名到访的不同人员数；匿名与团体成员无法去重，不计入。"),
        ("团体批次", sum(1 for visit in counted if visit.party), "团体登记的次数；成员已计入到访人次。"),
        (
            "估计离开批次",
            sum(1 for visit in counted if visit.departure is Departure.ESTIMATED),
            "闭馆时未签退、去向不明者，离开时间为估计值，不作停留时长统计。",
        ),
    )
    terms = (
        ("性别、年龄", None, "性别、年龄段取到访时的登记；团体成员按目测年龄段计，性别未登记；同行人均为未登记。"),
        ("服务类别", None, "徐府办发〔2017〕24号规定的九类服务。"),
        ("隐私", None, "本表不含证件号码、电话、住址；姓名已脱敏。"),
    )
    columns = (Column("指标", width=18), Column("数值", Look.COUNT, 10), Column("口径", Look.LONG, 90))
    table = Table(columns, (*figures, *terms))
    return Sheet("口径说明", "口径说明", hub.formal_name, period, "人次", (table,))
