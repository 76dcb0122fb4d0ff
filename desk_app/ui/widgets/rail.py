"""The rail on the left: the logo, the pages with icon and key, and which one is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from desk_app.ui.page import PageEntry
from desk_app.ui.theme import Theme
from desk_app.ui.widgets.buttons import FramedButton
from desk_app.ui.widgets.icons import IconLabel
from desk_app.ui.widgets.styling import set_property
from desk_app.ui.widgets.text import Label


class RailButton(FramedButton):
    """One page: icon, title, key."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.icon_label = IconLabel(entry.icon, 22)
        self.title_label = Label(role="rail_title")
        self.key_label = Label(entry.key, "rail_key")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 4, 6)
        column.setSpacing(0)
        for part in (self.icon_label, self.title_label, self.key_label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.toggled.connect(self._show_current)

    def retranslate(self) -> None:
        title = QCoreApplication.translate("pages", self.entry.title)
        self.title_label.setText(title)
        self.setText(title)
        self.setToolTip(f"{title} ({self.entry.key})")

    def _show_current(self, current: bool) -> None:
        set_property(self, "current", "true" if current else "false")


class Rail(QFrame):
    """Says which page is wanted; the window decides."""

    wanted = Signal(str)
    """Id of the page somebody chose."""

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.logo = Label("邻里汇")
        self.logo.setObjectName("logo")
        self.logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.logo)
        column.addSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons = {entry.id: RailButton(entry) for entry in entries}
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def show_current(self, page_id: str) -> None:
        """Mark the open page."""
        self.buttons[page_id].setChecked(True)

    def restyle(self, theme: Theme) -> None:
        """Take the sizes of a theme."""
        self.setFixedWidth(theme.rail)
        self.logo.setFixedHeight(theme.top_bar)
        for button in self.buttons.values():
            button.icon_label.set_size(theme.rail_icon)

    def retranslate(self) -> None:
        """Set the titles anew."""
        for button in self.buttons.values():
            button.retranslate()

    def _clicked(self, button: RailButton) -> None:
        self.wanted.emit(button.entry.id)
