"""Labels: text in the roles of the design, tags, and names that shorten themselves instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_app.ui.widgets.styling import set_tone


class Label(QLabel):
    """Plain text in a role of the style sheet: body, secondary, strong, section, page, name, figure, refusal.

    Never rich text: names are shown as they are, whatever markup they resemble. With `elide` the label gives way
    when space is short, ends in "…" and keeps the whole text as tooltip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(24)
        self.setText(text)

    @property
    def shortens(self) -> bool:
        """Whether the label may show less than its text."""
        return self._elide

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        super().setText(text)
        if self._elide:
            self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        if not self._elide or self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment().value), shown)


class Tag(Label):
    """A small rounded word with a tone, such as a service kind or 第 38 次来访."""

    def __init__(self, text: str = "", tone: str = "idle", parent: QWidget | None = None) -> None:
        super().__init__(text, "tag", parent=parent)
        set_tone(self, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
