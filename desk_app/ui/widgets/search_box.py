"""The search box of the top bar, with the key that reaches it shown inside."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.widgets.text import Label


class SearchBox(QLineEdit):
    """A line edit; the key cap gives way to what is typed."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_box")
        self.setClearButtonEnabled(False)
        self._room = True
        self._cap = Label(key.replace("+", " "), "keycap", parent=self)
        self.textChanged.connect(self._give_way)

    def set_cap_shown(self, shown: bool) -> None:
        """Whether there is room for the key cap."""
        self._room = shown
        self._give_way(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        size = self._cap.sizeHint()
        self._cap.setGeometry(
            self.width() - size.width() - 10, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        self._give_way(self.text())

    def _give_way(self, text: str) -> None:
        self._cap.setVisible(self._room and not text)
        self.setTextMargins(0, 0, self._cap.sizeHint().width() + 6 if self._room else 0, 0)
