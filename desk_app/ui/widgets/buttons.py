"""Buttons that show their key beside their word, so that fingers learn without a manual."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desk_app.ui.widgets.icons import IconLabel
from desk_app.ui.widgets.styling import set_tone
from desk_app.ui.widgets.text import Label


class FramedButton(QPushButton):
    """A button whose face is its layout; `text()` stays for assistive technology and tests but is not painted."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        layout = self.layout()
        return layout.sizeHint().expandedTo(self.minimumSize()) if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class KeyCapButton(FramedButton):
    """An act with its key: `[icon] word … [Ctrl N]`.

    `key` is shown on the cap; with `shortcut=True` it also triggers the button. Tones: plain, primary, quiet, toast.
    """

    def __init__(
        self,
        text: str = "",
        key: str = "",
        *,
        tone: str = "plain",
        icon_name: str = "",
        shortcut: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_tone(self, tone)
        self.icon_label = IconLabel(icon_name, 18)
        self.icon_label.setProperty("role", "button")
        self.label = Label(role="button")
        self.cap = Label(key.replace("+", " ") if len(key) > 1 else key, "keycap")
        row = QHBoxLayout(self)
        margin = 6 if tone == "toast" else 16
        row.setContentsMargins(margin, 0, margin, 0)
        row.setSpacing(8)
        row.addWidget(self.icon_label)
        row.addWidget(self.label, 1)
        if not key and not icon_name:
            self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.icon_label, self.label, self.cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.icon_label.setVisible(bool(icon_name))
        self.cap.setVisible(bool(key))
        self.set_text(text)
        if key and shortcut:
            # not setShortcut: that shows the button pressed for 100 ms and acts only then
            QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def set_text(self, text: str) -> None:
        """Set the word on the button."""
        self.label.setText(text)
        super().setText(text)

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        self.set_text(text)
