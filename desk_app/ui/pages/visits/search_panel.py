"""Search results in place, in the middle column: who fits what was typed, and the way to a new visitor."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.core.clock import hub_day, shanghai
from desk_app.domain.people import PersonFound, mask_name
from desk_app.ui import messages
from desk_app.ui.pages.visits.drafts import Search, SearchDraft
from desk_app.ui.pages.visits.panels import say
from desk_app.ui.pages.visits.rows import RowList, RowPainter, Rows, chip, write
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Label


class FoundPainter(RowPainter):
    """Two lines: who, and by what to tell them from a namesake."""

    lines = 2

    def __init__(self, look: Look, panel: SearchPanel) -> None:
        super().__init__(look, panel)
        self._panel = panel

    def draw(self, painter: QPainter, area: QRect, value: Any, active: bool) -> None:
        del active
        theme = self.theme
        top, below = area.adjusted(0, 4, 0, -area.height() // 2), area.adjusted(0, area.height() // 2, 0, -4)
        if isinstance(value, str):
            write(painter, top, value, theme.colour("brand_strong"), theme.body, bold=True)
            write(painter, below, self._panel.newcomer_hint, theme.colour("ink_2"), theme.secondary)
            return
        name, about, told, here = self._panel.words(value)
        if here:
            place = chip(painter, top, here, theme.colour("ok"), theme.colour("ok_soft"), theme.secondary)
            top = top.adjusted(0, 0, -place.width() - 8, 0)
        taken = write(painter, top, name, theme.colour("ink"), theme.body, bold=True)
        write(painter, top.adjusted(taken + 12, 0, 0, 0), about, theme.colour("ink_2"), theme.secondary)
        write(painter, below, told, theme.colour("ink_2"), theme.secondary)


class SearchPanel(QWidget):
    """Who fits what was typed; the last row makes a new visitor of it."""

    picked = Signal()

    def __init__(self, draft: SearchDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._look = look
        self.names_hidden = False
        self.newcomer_hint = ""
        self.rows: Rows[PersonFound | str] = Rows(self._describe, self)
        self.list = RowList(self.rows, FoundPainter(look, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the box keeps the keyboard, arrows reach the list from it
        self.said = Label(role="refusal", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._clicked)
        draft.changed.connect(self.show_state)
        self.retranslate()
        self.show_state(draft.state)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 没有找到？按 Enter 新建
        self.newcomer_hint = self.tr("Not in the list? Enter takes down a new visitor")
        self.list.setAccessibleName(self.tr("People found"))
        self.list.viewport().update()

    def begin(self) -> None:
        """The search box has the keyboard."""

    def show_state(self, state: Search) -> None:
        """Show who was found, and which row Enter takes."""
        for person in state.found:
            self._look.cover(person.name)
        new = (self._new(state),) if state.text.strip() else ()
        self.rows.show((*state.found, *new))
        self.list.setCurrentIndex(self.rows.index(state.chosen))
        self.said.setText(say(state.trouble) if state.trouble else "")
        self.said.setVisible(bool(state.trouble))

    def _new(self, state: Search) -> str:
        #: 新访客「林桂芳」
        return self.tr("New visitor “{text}”").format(text=state.text.strip())

    def words(self, person: PersonFound) -> tuple[str, str, str, str]:
        """Name, who they are, what is told of them, since when they are in the house."""
        name = mask_name(person.name) if self.names_hidden else person.name
        known = [messages.sex(person.sex)] if person.sex.value in "12" else []
        if person.age_band.value != "unknown":
            known.append(messages.band(person.age_band))
        told = [part for part in (person.masked_phone, person.masked_number) if part]
        if person.last_visit_at is not None:
            day = hub_day(person.last_visit_at)
            kind = messages.kind_short(person.last_kind) if person.last_kind else ""
            #: 上次 11月20日 为老
            text = self.tr("last {month}/{day} {kind}")
            told.append(text.format(month=day.month, day=day.day, kind=kind).strip())
        here = ""
        if person.in_house_since is not None:
            #: 在馆，09:12 起
            here = self.tr("in since {time}").format(time=f"{shanghai(person.in_house_since):%H:%M}")
        return name, " · ".join(known), "　·　".join(told), here

    def _describe(self, row: PersonFound | str) -> str:
        return row if isinstance(row, str) else ", ".join(part for part in self.words(row) if part)

    def _clicked(self, index: QModelIndex) -> None:
        self._draft.point_at(index.row())
        self.picked.emit()
