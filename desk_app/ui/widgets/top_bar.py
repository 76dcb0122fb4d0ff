"""The bar on top: whose hub this is, what time it is, the search box, and how reader, printer and store are."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.core.clock import shanghai
from desk_app.ui.theme import Theme
from desk_app.ui.widgets.pill import Pill
from desk_app.ui.widgets.search_box import SearchBox
from desk_app.ui.widgets.text import Label

SEARCH_KEY = "Ctrl+K"


class TopBar(QFrame):
    """Shows what it is told; knows nothing of devices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._large = False
        self.hub_label = Label(elide=True)
        self.hub_label.setObjectName("hub_name")
        self.time_label = Label(role="secondary")
        self.search_box = SearchBox(SEARCH_KEY)
        self.reader_pill = Pill()
        self.printer_pill = Pill()
        self.store_pill = Pill()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 18, 1)
        row.setSpacing(14)
        row.addWidget(self.hub_label)
        row.addWidget(self.time_label)
        row.addStretch(1)
        row.addWidget(self.search_box, 3)
        for pill in (self.reader_pill, self.printer_pill, self.store_pill):
            row.addWidget(pill)

    def restyle(self, theme: Theme) -> None:
        """Take the sizes of a theme."""
        self.setFixedHeight(theme.top_bar)
        self._large = theme.large
        self.search_box.set_cap_shown(not theme.large)
        self.search_box.setMinimumWidth(240)
        self.search_box.setMaximumWidth(330)

    def retranslate(self) -> None:
        """Set the fixed words anew."""
        self.search_box.setPlaceholderText(self.tr("Name / pinyin / phone tail / scan"))
        self.search_box.setAccessibleName(self.tr("Search"))

    def show_hub(self, name: str) -> None:
        """The formal name."""
        self.hub_label.setText(name)

    def show_time(self, now: datetime) -> None:
        """Date, weekday and time on the hub's wall clock."""
        here = shanghai(now)
        moment = QDateTime(QDate(here.year, here.month, here.day), QTime(here.hour, here.minute))
        pattern = "HH:mm" if self._large else self.tr("ddd d MMM HH:mm")  # no room for the date in large type
        self.time_label.setText(QLocale().toString(moment, pattern))
