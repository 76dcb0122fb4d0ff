"""The left column: what the reader waits for, as one ring with a word in it, and the ways in without a card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_app.devices.api import CardAdvice, LinkState
from desk_app.ui import messages
from desk_app.ui.pages.visits.rows import font
from desk_app.ui.pages.visits.state import ReaderFace, ReaderView
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import Card, KeyCapButton, Label, icon

# face -> (colour of the ring, its soft ground, icon)
_LOOKS: dict[ReaderFace, tuple[str, str, str]] = {
    ReaderFace.NOT_SET_UP: ("line_strong", "canvas", "settings"),
    ReaderFace.WAITING: ("brand", "brand_soft", "id-card"),
    ReaderFace.READING: ("info", "info_soft", "scan-line"),
    ReaderFace.DONE: ("ok", "ok_soft", "check"),
    ReaderFace.CARD_LEFT: ("warn", "warn_soft", "id-card"),
    ReaderFace.UNKNOWN_CARD: ("warn", "warn_soft", "circle-alert"),
    ReaderFace.NOT_READ: ("warn", "warn_soft", "refresh-cw"),
    ReaderFace.TROUBLE: ("bad", "bad_soft", "x"),
}


_SAID_ELSEWHERE = frozenset({ReaderFace.UNKNOWN_CARD, ReaderFace.NOT_READ, ReaderFace.TROUBLE, ReaderFace.NOT_SET_UP})
"""Faces whose advice also stands on the dark line or under the top bar: the large-text view has no room for both."""


class ReaderRing(QWidget):
    """One circle: colour, icon and word together, never colour alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = ReaderView()
        self._word = ""
        self._below = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_view(self, view: ReaderView, word: str, below: str) -> None:
        """Show a face with its word, and a smaller one beneath it."""
        self._view, self._word, self._below = view, word, below
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(168, 144 if self._look.theme.large else 168)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        ring, ground, picture = _LOOKS[self._view.face]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        circle = QRectF((self.width() - side) / 2 + 5, (self.height() - side) / 2 + 5, side - 10, side - 10)
        painter.setPen(QPen(theme.colour(ring), 10))
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(circle)
        colour = theme.colour("ink_2" if ring == "line_strong" else "brand_strong" if ring == "brand" else ring)
        centre = circle.center()
        below = "" if theme.large else self._below  # no room for a second line at 18 points
        size = 28 if theme.large else 40
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = QRectF(circle.left() + 12, 0, circle.width() - 24, side)
        word = side
        for pixels in range(theme.body, 11, -1):  # a long word in a small circle: shrink until it fits
            painter.setFont(font(pixels, bold=True))
            word = round(painter.boundingRect(room, flags, self._word).height())
            if _widest(self._word, pixels) <= side * 0.74 and size + word <= side * 0.64:
                break
        painter.setPen(colour)
        small = QFontMetrics(font(theme.secondary)).height() + 4 if below else 0
        top = centre.y() - (size + 6 + word + small) / 2
        icon(picture, colour, size).paint(painter, int(centre.x()) - size // 2, int(top), size, size)
        painter.drawText(room.translated(0, top + size + 6), flags, self._word)
        painter.setFont(font(theme.secondary))
        painter.drawText(room.translated(0, top + size + 6 + word + 4), flags, below)


def _widest(text: str, pixels: int) -> int:
    metrics = QFontMetrics(font(pixels, bold=True))
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


class ReaderCard(Card):
    """The ring with its heading, and beneath it what to do now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.ring = ReaderRing(look)
        self.advice = Label(role="secondary", wrap=True)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._view = ReaderView()
        self.body.addWidget(self.ring)
        self.body.addWidget(self.advice)
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        self.aside.setVisible(not theme.large)
        self.show_view(self._view)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 读卡
        self.heading.setText(self.tr("Card reader"))
        #: 放上身份证即登记
        self.aside.setText(self.tr("Lay the card on"))
        self.show_view(self._view)

    def show_view(self, view: ReaderView) -> None:
        """Show what the reader says; the same words reach assistive technology."""
        self._view = view
        word, below, advice = self._words(view)
        self.ring.show_view(view, word, below)
        self.advice.setText("" if self._look.theme.large and view.face in _SAID_ELSEWHERE else advice)
        self.ring.setAccessibleName(f"{word} {below} {advice}".strip())

    def _words(self, view: ReaderView) -> tuple[str, str, str]:
        match view.face:
            case ReaderFace.WAITING:
                #: 请放证件 / 身份证、居住证、邻里汇卡都可以
                return self.tr("Card, please"), "", self.tr("Identity card, permit or hub card")
            case ReaderFace.READING:
                #: 正在读取 / 证件先别拿开
                return self.tr("Reading"), "", self.tr("Leave the card where it is")
            case ReaderFace.DONE:
                seconds = self.tr("{seconds} s").format(seconds=f"{view.seconds:.1f}") if view.seconds >= 0.05 else ""
                #: 已读取 / 拿走证件后可读下一张
                return self.tr("Read"), seconds, self.tr("Take the card away, then the next can be read")
            case ReaderFace.CARD_LEFT:
                #: 证件还在 / 您的身份证还在读卡器上
                return self.tr("Card still here"), "", self.tr("The card is still on the reader: hand it back")
            case ReaderFace.UNKNOWN_CARD:
                #: 未知证件
                return self.tr("Unknown card"), "", messages.say_code(view.code)
            case ReaderFace.NOT_READ:
                #: 没读出来
                return self.tr("Not read"), "", self._advice(view.code)
            case ReaderFace.NOT_SET_UP | ReaderFace.TROUBLE:
                words = messages.link(LinkState(view.code) if view.code else LinkState.NOT_SET_UP)
                return words.text, "", words.remedy

    def _advice(self, code: str) -> str:
        return messages.advice(CardAdvice(code)) if code in set(CardAdvice) else messages.say_code(code)


class WithoutCard(Card):
    """没带证件? Four ways in (and one out) that need no card, each on a key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.manual = KeyCapButton(key="Ctrl+N", shortcut=False)
        self.group = KeyCapButton(key="Ctrl+G", shortcut=False)
        self.count = KeyCapButton(key="+", shortcut=False)
        self.scan = KeyCapButton(key="Ctrl+O", shortcut=False)
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.body.addWidget(button)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addStretch(1)
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        """In the large-text view the four buttons need the room of their heading and keys."""
        self.heading.setVisible(not theme.large)
        self.aside.setVisible(not theme.large)
        self.body.setSpacing(8 if theme.large else 10)
        for button in self.buttons:
            button.cap.setVisible(not theme.large)

    @property
    def buttons(self) -> tuple[KeyCapButton, ...]:
        """In tab order."""
        return (self.manual, self.group, self.count, self.scan)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 没带证件?
        self.heading.setText(self.tr("No card?"))
        #: 手工登记
        self.manual.set_text(self.tr("New visitor"))
        #: 团体登记
        self.group.set_text(self.tr("Group"))
        #: 只计人次 +1
        self.count.set_text(self.tr("Count only +1"))
        #: 扫小票签退
        self.scan.set_text(self.tr("Slip sign-out"))
