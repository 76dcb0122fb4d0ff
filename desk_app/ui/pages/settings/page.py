"""The settings page: four parts, one save button, and the dark line that takes things back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.config import Config
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui import messages
from desk_app.ui.context import Context, DeviceKind
from desk_app.ui.page import Page, PageEntry
from desk_app.ui.pages.settings.device_card import DeviceCard
from desk_app.ui.pages.settings.device_model import DeviceModel
from desk_app.ui.pages.settings.hub import HubSection
from desk_app.ui.pages.settings.model import SettingsModel
from desk_app.ui.pages.settings.rules import RulesSection
from desk_app.ui.pages.settings.state import Section, State
from desk_app.ui.pages.settings.timetable import TimetableSection
from desk_app.ui.theme import Theme
from desk_app.ui.widgets import KeyCapButton, Label, ToastLine
from desk_app.ui.widgets.scrolled import scrolled
from desk_app.ui.widgets.toast import ToastAction


class SettingsPage(Page):
    """Unsaved changes stay while other pages are open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = SettingsModel(context, self)
        self.device_models = {kind: DeviceModel(context, kind, self) for kind in DeviceKind}
        self.hub, self.rules = HubSection(self.model), RulesSection(self.model)
        self.timetable = TimetableSection(self.model)
        self.devices = {kind: DeviceCard(model) for kind, model in self.device_models.items()}
        self._said_shown: object = None
        self._large = False
        self._lay_out()
        self.model.changed.connect(self.render_state)
        for model in self.device_models.values():
            model.stored.connect(self._device_stored)
        context.look.changed.connect(self._restyle)
        self._restyle(context.look.theme)

    def _lay_out(self) -> None:
        self.tabs = {section: QPushButton() for section in Section}
        group = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(10)
        for section, button in self.tabs.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(partial(self.model.open_section, section))
            head.addWidget(button)
        head.addStretch(1)
        self.unsaved_label = Label(role="secondary")
        self.discard_button = QPushButton()
        self.discard_button.setProperty("tone", "quiet")
        self.discard_button.clicked.connect(self.model.discard)
        self.save_button = KeyCapButton(key="Ctrl+S", tone="primary")
        self.save_button.clicked.connect(self.model.save)
        for widget in (self.unsaved_label, self.discard_button, self.save_button):
            head.addWidget(widget)
        self.parts = QStackedWidget()
        for part in (self.hub, self._device_row(), self.rules, self.timetable):
            self.parts.addWidget(scrolled(part))
        self.toast = ToastLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        column.addWidget(self.toast)

    def _device_row(self) -> QWidget:
        row_widget = QWidget()
        self._device_grid = QGridLayout(row_widget)
        self._device_grid.setContentsMargins(0, 0, 0, 0)
        self._device_grid.setSpacing(16)
        self._arrange_devices()
        return row_widget

    def _arrange_devices(self) -> None:
        """Three side by side; large text has room for two, and the third stands below them."""
        columns = 2 if self._large else 3
        for order, card in enumerate(self.devices.values()):
            last = order == len(self.devices) - 1
            span = columns - order % columns if last else 1
            self._device_grid.addWidget(card, order // columns, order % columns, 1, span)
        for column in range(3):
            self._device_grid.setColumnStretch(column, 1 if column < columns else 0)

    def retranslate(self) -> None:
        for section, words in (
            (Section.HUB, self.tr("Hub")),
            (Section.DEVICES, self.tr("Devices")),
            (Section.RULES, self.tr("Rules")),
            (Section.TIMETABLE, self.tr("Timetable")),
        ):
            self.tabs[section].setText(words)
        self.save_button.set_text(self.tr("Save"))
        self.discard_button.setText(self.tr("Discard"))
        self.unsaved_label.setText(self.tr("Not saved yet"))
        for part in (self.hub, self.rules, self.timetable):
            part.retranslate()
        for card in self.devices.values():
            card.retranslate()
        self._said_shown = None
        self.render_state(self.model.state)

    def shown(self) -> None:
        self.model.show()
        for model in self.device_models.values():
            if not model.state.ports:
                model.look_for_ports()

    def render_state(self, state: State) -> None:
        """Show the state; the parts show theirs."""
        self.tabs[state.section].setChecked(True)
        self.parts.setCurrentIndex(list(Section).index(state.section))
        self.unsaved_label.setVisible(state.unsaved and not self._large)
        self.discard_button.setVisible(state.unsaved)
        self.save_button.setVisible(state.unsaved)
        self.hub.render_state(state)
        self.rules.render_state(state)
        self.timetable.render_state(state)
        self._show_said(state)

    def _show_said(self, state: State) -> None:
        shown = (state.said, state.trouble)
        if shown == self._said_shown:
            return
        self._said_shown = shown
        if state.trouble is not None:
            self.toast.say(messages.trouble(state.trouble), icon_name="triangle-alert")
        elif state.said is None:
            self.toast.clear()
        else:
            actions = [ToastAction(self.tr("Undo"), "Ctrl+Z", self.model.undo)] if state.said.can_undo else []
            self.toast.say(self._said_words(state.said.code).format(detail=state.said.detail), actions=actions)

    def _said_words(self, code: str) -> str:
        return {
            "saved": self.tr("Saved and in force."),
            "discarded": self.tr("Changes discarded."),
            "activity_saved": self.tr("Saved: {detail}."),
            "activity_removed": self.tr("Removed: {detail}."),
            "device_changed": self.tr("Device settings changed."),
            "taken_back": self.tr("Taken back."),
        }[code]

    def _restyle(self, theme: Theme) -> None:
        self.timetable.show_place(not theme.large)
        self._large = theme.large
        self._arrange_devices()

    def _device_stored(self, before: Config) -> None:
        self.model.say_device_changed(before)


ENTRY = PageEntry("settings", QT_TRANSLATE_NOOP("pages", "Settings"), "settings", "F8", SettingsPage)
