"""The line above the views: which day, which view, which rooms, and the button that books."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.bookings.slots import DAY
from desk_app.ui.pages.bookings import words
from desk_app.ui.pages.bookings.month_picker import DayButton
from desk_app.ui.pages.bookings.sheets import week_of
from desk_app.ui.pages.bookings.state import State, View
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import KeyCapButton
from desk_app.ui.widgets.editors import ChoiceEditor

_SIZES = (0, 6, 12, 20, 30, 50, 100)


class Head(QWidget):
    """Says what was pressed; shows what the state says."""

    gone = Signal(int)
    """One day, week or month on (1) or back (-1)."""
    today_wanted = Signal()
    day_chosen = Signal(object)
    """date."""
    view_chosen = Signal(object)
    """View."""
    heads_wanted = Signal(int)
    feature_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back, self.on = KeyCapButton("‹"), KeyCapButton("›")
        self.day = DayButton(look, "page")
        self.today = KeyCapButton()
        self.heads, self.feature = ChoiceEditor(), ChoiceEditor()
        self.views = {view: KeyCapButton() for view in View}
        self.new = KeyCapButton(key="Ctrl+B", tone="primary", icon_name="plus", shortcut=False)
        self._features: tuple[str, ...] = ()
        self._lay_out(look)
        self._connect()
        self.retranslate()

    def _lay_out(self, look: Look) -> None:
        for button in (self.back, self.on):
            button.setProperty("square", "true")
        self.day.setProperty("tone", "quiet")
        self._group = QButtonGroup(self)
        for button in self.views.values():
            button.setCheckable(True)
            self._group.addButton(button)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        for part in (self.back, self.day, self.on, self.today):
            self._upper.addWidget(part)
        self._upper.addStretch(1)
        self._upper.addWidget(self.heads)
        self._upper.addWidget(self.feature)
        self._upper.addSpacing(4)
        for button in self.views.values():
            self._upper.addWidget(button)
        self._upper.addSpacing(4)
        self._upper.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._upper)
        whole.addLayout(self._lower)
        look.changed.connect(self._fit)
        self._fit(look.theme)

    def _fit(self, theme: Theme) -> None:
        """Large type leaves no room for the filters in the first line."""
        for part in (self.heads, self.feature):
            (self._upper if theme.large else self._lower).removeWidget(part)
        at = self._upper.indexOf(self.today) + 2
        for number, part in enumerate((self.heads, self.feature)):
            if theme.large:
                self._lower.insertWidget(number, part)
            else:
                self._upper.insertWidget(at + number, part)
        if theme.large and self._lower.count() == 2:
            self._lower.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.gone.emit(-1))
        self.on.clicked.connect(lambda: self.gone.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.day.chosen.connect(self.day_chosen)
        self.heads.edited.connect(lambda value: self.heads_wanted.emit(int(str(value) or "0")))
        self.feature.edited.connect(lambda value: self.feature_wanted.emit(str(value)))
        self.new.clicked.connect(self.new_wanted)
        for view, button in self.views.items():
            button.clicked.connect(lambda _checked=False, wanted=view: self.view_chosen.emit(wanted))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        self.back.setAccessibleName(self.tr("Back"))
        self.on.setAccessibleName(self.tr("On"))
        self.day.setAccessibleName(self.tr("Choose a day"))
        #: 今天
        self.today.set_text(self.tr("Today"))
        for view, text in (
            #: 时间轴
            (View.DAY, self.tr("Day")),
            #: 周
            (View.WEEK, self.tr("Week")),
            #: 月
            (View.MONTH, self.tr("Month")),
            #: 列表
            (View.LIST, self.tr("List")),
        ):
            self.views[view].set_text(text)
        #: 新预约
        self.new.set_text(self.tr("Book"))
        self.heads.setAccessibleName(self.tr("Rooms for so many people"))
        self.feature.setAccessibleName(self.tr("Rooms with this equipment"))
        #: 人数不限
        sizes = [("0", self.tr("any size"))]
        #: ≥ {heads} 人
        sizes += [(str(heads), self.tr("{heads}+ people").format(heads=heads)) for heads in _SIZES[1:]]
        self.heads.offer(sizes)
        self._offer_features()

    def _offer_features(self) -> None:
        #: 设备不限
        self.feature.offer([("", self.tr("any equipment")), *((name, name) for name in self._features)])

    def show_state(self, state: State) -> None:
        """Which day, view and rooms."""
        text = words.month(state.day) if state.view is View.MONTH else words.long_day(state.day)
        if state.view is View.WEEK:
            first = week_of(state.day)
            text = words.days(first, first + 6 * DAY)
        self.day.show_day(state.day, state.today, text)
        self.views[state.view].setChecked(True)
        if state.house.features != self._features:
            self._features = state.house.features
            self._offer_features()
        self.feature.setVisible(bool(self._features))
        self.heads.set_value(str(state.filter.heads))
        self.feature.set_value(state.filter.feature)
