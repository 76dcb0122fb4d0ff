"""How a booking repeats: the six ways the desk offers, each with the few fields it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.recurrence import LAST_DAY, Recurrence, Repeat
from desk_app.domain.bookings.slots import DAY
from desk_app.ui.pages.bookings import rule_words, words
from desk_app.ui.pages.bookings.fields import beside
from desk_app.ui.pages.bookings.month_picker import DayButton, MonthPicker
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Field, KeyCapButton
from desk_app.ui.widgets.editors import ChoiceEditor, NumberEditor

_COUNT, _UNTIL = "count", "until"
_USUAL_COUNT = 8
_WITH_WEEKDAYS = frozenset({Repeat.WEEKLY})
_MONTHLY = frozenset({Repeat.MONTHLY_DATE, Repeat.MONTHLY_WEEKDAY})
_RULED = frozenset({Repeat.DAILY, Repeat.WEEKLY}) | _MONTHLY


class RepeatEditor(QWidget):
    """Says the rule after each change; what cannot be a rule is said as a refusal instead."""

    edited = Signal(object)
    """Recurrence."""
    refused = Signal(object)
    """DeskError."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = self._today = date(2026, 1, 1)
        self._rule = Recurrence()
        self.repeat = ChoiceEditor()
        self.every = NumberEditor(1, 99)
        self.ends = ChoiceEditor()
        self.count = NumberEditor(1, 366)
        self.until = DayButton(look)
        self.until.setProperty("role", "field")
        self.day_in_month = ChoiceEditor()
        self.nth = ChoiceEditor()
        self.weekdays = [KeyCapButton() for _ in range(7)]
        self.picker = MonthPicker(look)
        self.skips, self.follows = QCheckBox(), QCheckBox()
        self.field = Field(self.repeat)
        self.every_field, self.ends_field = Field(self.every), Field(self.ends)
        self.count_field, self.until_field = Field(self.count), Field(self.until)
        self.day_field, self.nth_field = Field(self.day_in_month), Field(self.nth)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_rule(self._rule, self._first, self._today)

    def _lay_out(self) -> None:
        self.week = QWidget()
        days = QHBoxLayout(self.week)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(3)
        for button in self.weekdays:
            button.setCheckable(True)
            inside = button.layout()
            if inside is not None:
                inside.setContentsMargins(1, 0, 1, 0)
            button.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            days.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(beside((self.field, self.every_field), (5, 2), 6))
        column.addWidget(self.week)
        column.addLayout(beside((self.day_field, self.nth_field), (1, 1), 6))
        column.addLayout(beside((self.ends_field, self.count_field, self.until_field), (0, 1, 1), 6, narrow=False))
        column.addWidget(self.picker)
        column.addWidget(self.skips)
        column.addWidget(self.follows)

    def _connect(self) -> None:
        self.repeat.edited.connect(self._take_repeat)
        self.every.edited.connect(lambda number: self._change(every=number))
        self.ends.edited.connect(self._take_end)
        self.count.edited.connect(lambda number: self._change(count=number, until=None))
        self.until.chosen.connect(lambda day: self._change(count=None, until=day))
        self.day_in_month.edited.connect(lambda text: self._change(month_day=int(text)))
        self.nth.edited.connect(lambda text: self._change(nth=int(text)))
        self.skips.toggled.connect(lambda on: self._change(skips_holidays=on))
        self.follows.toggled.connect(lambda on: self._change(follows_makeup=on))
        self.picker.taken.connect(self._pick)
        for number, button in enumerate(self.weekdays, start=1):
            button.clicked.connect(lambda _checked=False, day=number: self._toggle(day))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 重复
        self.field.set_title(self.tr("Repeats"))
        #: 每隔
        self.every_field.set_title(self.tr("Every"))
        #: 结束
        self.ends_field.set_title(self.tr("Ends"))
        #: 次数
        self.count_field.set_title(self.tr("Dates"))
        #: 到
        self.until_field.set_title(self.tr("Until"))
        #: 日期
        self.day_field.set_title(self.tr("On day"))
        #: 第几个
        self.nth_field.set_title(self.tr("Which one"))
        #: 挑选日期
        self.picker.setAccessibleName(self.tr("Pick the dates"))
        #: 跳过法定节假日
        self.skips.setText(self.tr("Skip public holidays"))
        #: 随调休：上班的周末不算周末
        self.follows.setText(self.tr("Heed make-up workdays"))
        self.repeat.offer([(repeat.value, rule_words.repeat(repeat)) for repeat in rule_words.REPEATS])
        #: 按次数
        counted = self.tr("by number")
        #: 到某日
        self.ends.offer([(_COUNT, counted), (_UNTIL, self.tr("by date"))])
        days = [(str(number), str(number)) for number in range(1, 32)]
        #: 最后一天
        self.day_in_month.offer([*days, (str(LAST_DAY), self.tr("last day"))])
        self.nth.offer([(str(number), rule_words.nth(number)) for number in rule_words.NTHS])
        for number, button in enumerate(self.weekdays, start=1):
            button.set_text(
                words.weekday(number)[-1:] if words.weekday(number)[0] == "周" else words.weekday(number)[:2]
            )
            button.setAccessibleName(words.weekday(number))

    def show_rule(self, rule: Recurrence, first: date, today: date) -> None:
        """The rule as it is, for a booking that begins on `first`."""
        self._rule, self._first, self._today = rule, first, today
        self.repeat.set_value(rule.repeat.value)
        self.every.set_value(rule.every)
        self.ends.set_value(_UNTIL if rule.until is not None else _COUNT)
        self.count.set_value(rule.count or _USUAL_COUNT)
        until = rule.until or first
        self.until.show_day(until, today, words.short_day(until))
        self.day_in_month.set_value(str(rule.month_day or first.day))
        self.nth.set_value(str(rule.nth or _nth_of(first)))
        for number, button in enumerate(self.weekdays, start=1):
            button.setChecked(number in (rule.weekdays or {first.isoweekday()}))
        for box, on in ((self.skips, rule.skips_holidays), (self.follows, rule.follows_makeup)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self.picker.show_days(max(rule.picked, default=first), frozenset(rule.picked), today)
        self._show_parts(rule.repeat, until=rule.until is not None)

    def _show_parts(self, repeat: Repeat, *, until: bool) -> None:
        ruled = repeat in _RULED
        self.every_field.setVisible(ruled)
        self.week.setVisible(repeat in _WITH_WEEKDAYS)
        self.day_field.setVisible(repeat is Repeat.MONTHLY_DATE)
        self.nth_field.setVisible(repeat is Repeat.MONTHLY_WEEKDAY)
        self.ends_field.setVisible(ruled)
        self.count_field.setVisible(ruled and not until)
        self.until_field.setVisible(ruled and until)
        self.picker.setVisible(repeat is Repeat.PICKED)
        self.skips.setVisible(ruled)
        self.follows.setVisible(ruled)

    # -- what a hand changes ------------------------------------------------------------------------------------
    def _take_repeat(self, code: object) -> None:
        repeat = Repeat(str(code))
        if repeat is Repeat.ONCE:
            self._say(Recurrence)
        elif repeat is Repeat.PICKED:
            self._say(lambda: Recurrence(Repeat.PICKED, picked=(self._first,)))
        else:
            old = self._rule
            count = None if old.until is not None else old.count or _USUAL_COUNT
            self._say(
                lambda: Recurrence(
                    repeat,
                    old.every,
                    count=count,
                    until=old.until,
                    skips_holidays=old.skips_holidays,
                    follows_makeup=old.follows_makeup,
                )
            )

    def _take_end(self, code: object) -> None:
        if code == _COUNT:
            self._change(count=self.count.value(), until=None)
        else:
            self._change(count=None, until=max(self._rule.until or self._first + 8 * 7 * DAY, self._first))

    def _toggle(self, number: int) -> None:
        days = (self._rule.weekdays or frozenset({self._first.isoweekday()})) ^ {number}
        self._change(weekdays=days or frozenset({number}))

    def _pick(self, day: date) -> None:
        picked = frozenset(self._rule.picked) ^ {day}
        self._change(picked=tuple(sorted(picked)) or (day,))

    def _change(self, **values: object) -> None:
        self._say(lambda: replace(self._rule, **values))  # type: ignore[arg-type]  # fields by name

    def _say(self, make: Callable[[], Recurrence]) -> None:
        try:
            rule = make()
        except DeskError as refusal:
            self.refused.emit(refusal)
            return
        self.edited.emit(rule)


def _nth_of(first: date) -> int:
    number = (first.day + 6) // 7
    return -1 if number == 5 else number
