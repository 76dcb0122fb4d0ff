"""The middle column: who is here or what is being typed, the dark line beneath, then purposes or a panel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.pages.visits.amend import AmendPanel
from desk_app.ui.pages.visits.line import ResultLine
from desk_app.ui.pages.visits.lists import ClosingPanel, RollCallPanel
from desk_app.ui.pages.visits.model import CheckInModel
from desk_app.ui.pages.visits.panels import GroupPanel, NewcomerPanel, PanelView, ScanPanel
from desk_app.ui.pages.visits.person import PersonHeader
from desk_app.ui.pages.visits.purposes import Purposes
from desk_app.ui.pages.visits.search_panel import SearchPanel
from desk_app.ui.pages.visits.state import Line, Panel, State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import Card, KeyCapButton, Label

_FORMS = frozenset({Panel.NEWCOMER, Panel.GROUP, Panel.AMEND})


class PanelTitle(QWidget):
    """What the middle column is being used for, and the way back."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="page")
        self.back = KeyCapButton(key="Esc", tone="quiet", shortcut=False)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.back)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 返回
        self.back.set_text(self.tr("Back"))

    def show_panel(self, panel: Panel) -> None:
        """Name the panel."""
        words = {
            #: 查找来访人员
            Panel.SEARCH: self.tr("Find a visitor"),
            #: 手工登记
            Panel.NEWCOMER: self.tr("New visitor"),
            #: 团体登记
            Panel.GROUP: self.tr("Group"),
            #: 扫小票签退
            Panel.SCAN: self.tr("Sign out by slip"),
            #: 闭馆清点
            Panel.CLOSING: self.tr("Closing list"),
            #: 疏散名单
            Panel.ROLL_CALL: self.tr("Roll call"),
            #: 修改资料
            Panel.AMEND: self.tr("Mend details"),
        }
        self.title.setText(words.get(panel, ""))


class Middle(Card):
    """One card whose parts change place-holders, never its frame: the dark line stays where the eye knows it."""

    def __init__(self, model: CheckInModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.header = PersonHeader(look)
        self.title = PanelTitle()
        self.line = ResultLine(look)
        self.purposes = Purposes(look)
        self.search = SearchPanel(model.search, look)
        self.newcomer = NewcomerPanel(model.newcomer, look)
        self.group = GroupPanel(model.group, look)
        self.scan = ScanPanel()
        self.closing = ClosingPanel(model.closing, look)
        self.roll_call = RollCallPanel(model.roll, look)
        self.amend = AmendPanel(model.amending, look)
        self.stack = QStackedWidget()
        self._places: dict[Panel, QWidget] = {
            Panel.PERSON: self.purposes,
            Panel.SEARCH: self.search,
            Panel.NEWCOMER: self.newcomer,
            Panel.GROUP: self.group,
            Panel.SCAN: self.scan,
            Panel.CLOSING: self.closing,
            Panel.ROLL_CALL: self.roll_call,
            Panel.AMEND: self.amend,
        }
        for place in self._places.values():
            self.stack.addWidget(place)
        self._column = column = QVBoxLayout()
        for part in (self.header, self.title, self.line):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.body.addLayout(column)
        self._look = look
        self._state: State | None = None
        self._old_line: Line | None = None
        look.changed.connect(self._fit)
        self._fit(look.theme)

    def _fit(self, theme: Theme) -> None:
        """The large-text view takes its room from the gaps, and a form from what was said before it."""
        if self._state is not None:
            self._say(self._state)
        self._column.setSpacing(6 if theme.large else 14)
        self.body.setContentsMargins(16, 8 if theme.large else 14, 16, 10 if theme.large else 16)

    @property
    def views(self) -> dict[Panel, PanelView]:
        """The panels by name; the person's purposes are none."""
        return {
            Panel.SEARCH: self.search,
            Panel.NEWCOMER: self.newcomer,
            Panel.GROUP: self.group,
            Panel.SCAN: self.scan,
            Panel.CLOSING: self.closing,
            Panel.ROLL_CALL: self.roll_call,
            Panel.AMEND: self.amend,
        }

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        for part in (self.header, self.title, self.line, self.purposes):
            part.retranslate()
        for view in self.views.values():
            view.retranslate()
        if self._state is not None:
            self.title.show_panel(self._state.panel)

    def show_state(self, state: State) -> None:
        """Show what changed since the last state, and nothing else."""
        before, self._state = self._state, state
        if before is None or before.panel is not state.panel:
            self.header.setVisible(state.panel is Panel.PERSON)
            self.title.setVisible(state.panel is not Panel.PERSON)
            self.title.show_panel(state.panel)
            self.stack.setCurrentWidget(self._places[state.panel])
        if before is None or _person(before) != _person(state):
            self.header.show_state(state)
        if before is None or before.panel is not state.panel:
            self._old_line = state.line
        if before is None or _said(before) != _said(state):
            self._say(state)
        if before is None or _why(before) != _why(state):
            self.purposes.show_state(state)
        if before is None or before.names_hidden != state.names_hidden or before.today != state.today:
            self._mask(state)

    def _say(self, state: State) -> None:
        """In large text a form needs the room of what was said before it was opened; what is said since is shown."""
        room_wanted = self._look.theme.large and state.panel in _FORMS
        self.line.keep_place(not room_wanted)
        self.line.show_state(replace(state, line=None) if room_wanted and state.line is self._old_line else state)

    def _mask(self, state: State) -> None:
        self.search.names_hidden = state.names_hidden
        self.closing.names_hidden = state.names_hidden
        self.closing.today = state.today
        for rows in (self.search.list, self.closing.list):
            rows.viewport().update()


def _person(state: State) -> tuple[object, ...]:
    return state.shown, state.person_hidden, state.today


def _said(state: State) -> tuple[object, ...]:
    return state.line, state.can_undo, state.undo_next, state.shown, state.person_hidden, state.panel


def _why(state: State) -> tuple[object, ...]:
    return state.shown, state.sessions
