"""The day's page: figures on top, the list on the left, kinds and unsettled slips on the right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QModelIndex, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui import messages
from desk_app.ui.context import Context
from desk_app.ui.page import Page, PageEntry
from desk_app.ui.pages.today.figures import FigureRow, KindsCard
from desk_app.ui.pages.today.jobs import JobsStrip
from desk_app.ui.pages.today.model import TodayModel
from desk_app.ui.pages.today.rows import ARRIVED, HEADS, HOW, NAME, NUMBER, PURPOSE, TodayFilter, TodayRows
from desk_app.ui.pages.today.state import State
from desk_app.ui.theme import Theme
from desk_app.ui.widgets import Card, KeyCapButton, Label, ToastLine
from desk_app.ui.widgets.icons import IconLabel
from desk_app.ui.widgets.scrolled import scrolled
from desk_app.ui.widgets.table import DeskTable
from desk_app.ui.widgets.toast import ToastAction


class TodayPage(Page):
    """Forwards intents to the model and renders its state."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = TodayModel(context, self)
        self.rows = TodayRows(context.look.theme, self)
        self.filter = TodayFilter(self.rows, self)
        self.table = DeskTable()
        self.figures, self.kinds, self.jobs = FigureRow(), KindsCard(), JobsStrip(self.model)
        self._said_shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self.jobs)
        column.addWidget(self.figures)
        column.addLayout(self._middle(), 1)
        self.toast = ToastLine()
        column.addWidget(self.toast)
        self.model.changed.connect(self.render_state)
        context.look.changed.connect(self._restyle)
        self._restyle(context.look.theme)

    # ---- building ----

    def _head(self) -> QHBoxLayout:
        self.title, self.day_label = Label(role="page"), Label(role="page")
        self.back_button, self.on_button = _arrow("chevron-left"), _arrow("chevron-right")
        self.today_button = QPushButton()
        self.export_button = KeyCapButton(key="Ctrl+E", tone="primary")
        self.back_button.clicked.connect(lambda: self.model.step(-1))
        self.on_button.clicked.connect(lambda: self.model.step(1))
        self.today_button.clicked.connect(lambda: self.model.choose_day(self.model.state.today))
        self.export_button.clicked.connect(self._export)
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (self.back_button, self.day_label, self.on_button, self.today_button):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.export_button)
        return head

    def _middle(self) -> QHBoxLayout:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._list_card(), 5)
        middle.addWidget(scrolled(self.kinds, sideways=False), 2)
        return middle

    def _list_card(self) -> Card:
        self.list_card = Card()
        self.filter_box = QLineEdit()
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textChanged.connect(self.filter.setFilterFixedString)
        self.print_button = KeyCapButton(key="Ctrl+P", icon_name="printer")
        self.sign_out_button = KeyCapButton(key="Ctrl+O", icon_name="log-out")
        self.print_button.clicked.connect(self.model.print_again)
        self.sign_out_button.clicked.connect(self.model.sign_out)
        self.list_card.head.addWidget(self.filter_box, 2)
        self.list_card.head.addWidget(self.print_button)
        self.list_card.head.addWidget(self.sign_out_button)
        self.table.setModel(self.filter)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(ARRIVED, Qt.SortOrder.DescendingOrder)
        self.table.stretch(NAME)
        self.table.stretch(PURPOSE)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.list_card.body.addWidget(self.table, 1)
        return self.list_card

    # ---- the page's duties ----

    def retranslate(self) -> None:
        self.today_button.setText(self.tr("Today"))
        self.back_button.setAccessibleName(self.tr("Day before"))
        self.on_button.setAccessibleName(self.tr("Day after"))
        self.export_button.set_text(self.tr("Export Excel"))
        self.list_card.heading.setText(self.tr("Visits of the day"))
        self.filter_box.setPlaceholderText(self.tr("Filter the list"))
        self.filter_box.setAccessibleName(self.tr("Filter the list"))
        self.print_button.set_text(self.tr("Print again"))
        self.sign_out_button.set_text(self.tr("Sign out"))
        self.table.setAccessibleName(self.tr("Visits of the day"))
        for part in (self.rows, self.figures, self.kinds, self.jobs):
            part.retranslate()
        self._said_shown = None
        self.render_state(self.model.state)

    def shown(self) -> None:
        self.model.show()

    def hidden(self) -> None:
        self.model.hide()

    def hide_names(self, hide: bool) -> None:
        self.model.hide_names(hide)

    def _restyle(self, theme: Theme) -> None:
        self.rows.set_theme(theme)
        self.figures.show_notes(not theme.large)
        for column in (HEADS, HOW):  # large text leaves room for what is asked most
            self.table.setColumnHidden(column, theme.large)

    # ---- state ----

    def render_state(self, state: State) -> None:
        """Show the state whole."""
        self.day_label.setText(self._day_words(state.day))
        self.on_button.setEnabled(state.day < state.today)
        self.today_button.setEnabled(state.day != state.today)
        self.export_button.setEnabled(not state.exporting)
        self.figures.render_figures(state.figures)
        self.kinds.render_figures(state.figures)
        self.jobs.render_jobs(state.jobs)
        self.rows.show(state.visits, hidden=state.names_hidden)
        self._keep_row(state)
        chosen = state.chosen
        self.print_button.setEnabled(chosen is not None and chosen.visit.undone_at is None)
        self.sign_out_button.setEnabled(chosen is not None and chosen.visit.is_open)
        self._show_said(state)

    def _keep_row(self, state: State) -> None:
        if state.selected is None or self.filter.visit_id(self.table.currentIndex()) == state.selected:
            return
        for row in range(self.filter.rowCount()):
            if self.filter.visit_id(self.filter.index(row, NUMBER)) == state.selected:
                self.table.selectRow(row)
                return

    def _show_said(self, state: State) -> None:
        shown = (state.said, state.trouble)
        if shown == self._said_shown:
            return
        self._said_shown = shown
        if state.trouble is not None:
            words = messages.refusal if isinstance(state.trouble, DeskError) else messages.trouble
            self.toast.say(words(state.trouble), icon_name="triangle-alert")  # type: ignore[arg-type]  # by the line above
        elif state.said is None:
            self.toast.clear()
        else:
            actions = [ToastAction(self.tr("Undo"), "Ctrl+Z", self.model.undo)] if state.said.can_undo else []
            if state.said.path:
                actions.append(ToastAction(self.tr("Open"), "", self._open_export))
            self.toast.say(self._said_words(state.said.code).format(detail=state.said.detail), actions=actions)

    def _said_words(self, code: str) -> str:
        return {
            "slip_queued": self.tr("{detail}: the slip goes to the printer again."),
            "signed_out": self.tr("{detail}: signed out."),
            "taken_back": self.tr("Taken back."),
            "job_settled": self.tr("Noted: the slip came out."),
            "job_again": self.tr("It is printed again, marked as a reprint."),
            "job_dropped": self.tr("The slip is not printed."),
            "exported": self.tr("Exported: {detail}"),
        }[code]

    def _day_words(self, day: date) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("dddd d MMMM"))

    # ---- intents ----

    def _row_chosen(self, current: QModelIndex) -> None:
        chosen = self.filter.visit_id(current)
        if chosen is not None:
            self.model.select(chosen)

    def _export(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.model.export(Path(documents))

    def _open_export(self) -> None:
        said = self.model.state.said
        if said is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(said.path))


def _arrow(name: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("square", "true")
    row = QHBoxLayout(button)
    row.setContentsMargins(0, 0, 0, 0)
    label = IconLabel(name, 18)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignCenter)
    return button


ENTRY = PageEntry("today", QT_TRANSLATE_NOOP("pages", "Today"), "calendar-days", "F1", TodayPage)
