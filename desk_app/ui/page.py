"""What a page is to the main window: the base class of all pages and the entry that puts one on the rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.ui.context import Context


class Page(QWidget):
    """One page. Words are set in `retranslate` alone, which also runs at every change of language.

    A page reloads on `bridge.data_changed` while visible; while hidden it goes stale and reloads in `shown`.
    """

    news: QWidget | None = None
    """The line this page speaks on while another is in front; the window has it at its foot, hidden till needed."""
    speaks = Signal(bool)
    """Its news came up, and Ctrl+Z is now the news' own; or it went."""
    called = Signal()
    """Somebody asked for this page to come to the front."""
    searches = False
    """True on the page that answers the search box of the top bar."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the fields takes the cursor out of them

    def retranslate(self) -> None:
        """Set every fixed word on the page anew."""

    def shown(self) -> None:
        """The page became the current one; fetch what may have changed."""

    def hidden(self) -> None:
        """Another page became the current one. Keep what was typed."""

    def hide_names(self, hide: bool) -> None:
        """Nobody touched the desk for a while: mask names (`hide`), or show them again."""

    def attach_search(self, box: QLineEdit) -> None:
        """Receive the top bar's search box once, after construction; only where `searches` is True."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard when the page opens; None: the page itself, and Tab goes to its first."""
        return None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A place on the rail. `title` is marked with QT_TRANSLATE_NOOP("pages", …); `icon` is a Lucide name."""

    id: str
    title: str
    icon: str
    key: str
    open: Callable[[Context], Page]

    def sequence(self) -> QKeySequence:
        """The key that opens the page."""
        return QKeySequence(self.key)
