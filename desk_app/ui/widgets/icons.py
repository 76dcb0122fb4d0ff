"""Outline icons from resources/icons (Lucide), drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from desk_app.core.paths import resource


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Raises FileNotFoundError for an icon that is not shipped."""
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """An icon in one colour; drawn at twice the size so that it stays sharp on dense screens."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour.name()).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


class IconLabel(QLabel):
    """An icon that takes the text colour the style sheet gives this label."""

    def __init__(self, name: str = "", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size

    def set_icon(self, name: str) -> None:
        """Show another icon; "" shows none."""
        self._name = name
        self.update()

    def set_size(self, size: int) -> None:
        """Draw at another size, in logical pixels."""
        self._size = size
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        if not self._name:
            return
        painter = QPainter(self)
        area = QRectF((self.width() - self._size) / 2, (self.height() - self._size) / 2, self._size, self._size)
        colour = self.palette().color(self.foregroundRole())
        _renderer(self._name, colour.name()).render(painter, area)
