"""The stage of the day: window, devices and clock, and what a receptionist's hands and a visitor's card can do."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from uuid_utils.compat import uuid7

from desk_app.app.simulators import Simulator
from desk_app.commands import plain
from desk_app.core.clock import SHANGHAI, hub_day, shanghai
from desk_app.services.desk import Desk
from desk_app.ui.main_window import MainWindow
from desk_app.ui.pages.visits.model import CheckInModel
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.state import Happened, State

_KEY_PAUSE_MS = 70
"""Between typed characters: faster than fifty and the desk takes the typist for a barcode scanner."""
_PATIENCE = 10.0


class StoryBroke(Exception):  # noqa: N818  (the story's end, told to whoever watches)
    """Something did not happen that had to."""


class StageClock:
    """The hub's clock in the story: runs like every clock, and is moved on between scenes, never back."""

    def __init__(self, begins: datetime) -> None:
        self.boot_id = uuid.uuid4().hex
        self._ahead = begins - datetime.now(UTC)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def monotonic(self) -> float:
        return time.monotonic()

    def new_id(self) -> UUID:
        return uuid7()

    def move_to(self, then: datetime) -> None:
        """It is `then` now."""
        self._ahead += max(timedelta(), then - self.now())

    def today_at(self, text: str) -> datetime:
        """`09:41` of the day it is."""
        return datetime.combine(shanghai(self.now()).date(), datetime.strptime(text, "%H:%M").time(), SHANGHAI)  # noqa: DTZ007


@dataclass(slots=True)
class Ledger:
    """What the story did, counted by itself: the store, the printer and the workbook must agree at the end."""

    visits: int = 0
    heads: int = 0
    undone: int = 0
    estimated: int = 0
    inside: int = 0
    slips: int = 0


class Stage:
    """Everything a scene may use. Whatever it waits for has a deadline; what does not come breaks the story."""

    def __init__(
        self,
        clock: StageClock,
        desk: Desk,
        window: MainWindow,
        reader: Simulator,
        printer: Simulator,
        scanner: Simulator,
        out: Path,
    ) -> None:
        self.clock = clock
        self.desk = desk
        self.window = window
        self.reader = reader
        self.printer = printer
        self.scanner = scanner
        self.out = out
        self.ledger = Ledger()
        self._pictures = 0

    # ---- telling ----

    def say(self, chinese: str, english: str) -> None:
        """A line of progress with the story's time."""
        plain.put(f"[{shanghai(self.clock.now()):%H:%M}] {chinese} / {english}")

    def picture(self, name: str) -> None:
        """Save the window as it stands, numbered in order."""
        QApplication.processEvents()
        self._pictures += 1
        self.window.grab().save(str(self.out / f"{self._pictures:02d}-{name}.png"))

    # ---- the story's own account ----

    def move_to(self, time_of_day: str) -> None:
        """It is `09:41` now."""
        self.clock.move_to(self.clock.today_at(time_of_day))
        self.window.top_bar.show_time(self.clock.now())

    @property
    def today(self) -> date:
        """The story's day."""
        return hub_day(self.clock.now())

    def came(self, heads: int = 1, *, slip: bool, undone: bool = False) -> None:
        """Somebody came; the desk must show as many inside, and the slip must come out, as the ledger says."""
        self.ledger.slips += slip
        if undone:
            self.ledger.undone += 1
        else:
            self.ledger.visits += 1
            self.ledger.heads += heads
            self.ledger.inside += heads
        self._agree()

    def left(self, heads: int = 1) -> None:
        """Somebody left."""
        self.ledger.inside -= heads
        self._agree()

    def _agree(self) -> None:
        ledger = self.ledger
        self.until(lambda: self.state.occupancy.people == ledger.inside, f"{ledger.inside} people inside")
        self.until_printed(ledger.slips)
        expect(self.printed() == ledger.slips, f"{self.printed()} slips came out, not {ledger.slips}")

    def look(self, *, language: str = "zh_CN", large_text: bool = False) -> None:
        """Change language and size as the settings page does."""
        book = self.window.context.settings
        look = replace(book.config.look, language=language, large_text=large_text)
        book.change(replace(book.config, look=look))
        QTest.qWait(50)

    # ---- the desk as it stands ----

    @property
    def page(self) -> VisitsPage:
        """The check-in page."""
        page = self.window.page
        if not isinstance(page, VisitsPage):
            raise StoryBroke("the check-in page is not in front")
        return page

    @property
    def model(self) -> CheckInModel:
        """What the page shows and does."""
        return self.page.model

    @property
    def state(self) -> State:
        """What the page shows."""
        return self.model.state

    def printed(self) -> int:
        """Slips that came out of the printer so far."""
        return int(str(self.printer.do("state")["printed"]))

    # ---- waiting ----

    def until(self, happened: Callable[[], bool], what: str) -> None:
        """Let the window live until `happened`; `what` says what was waited for."""
        deadline = time.monotonic() + _PATIENCE
        while not happened():
            if time.monotonic() > deadline:
                raise StoryBroke(f"waited in vain for: {what}")
            QTest.qWait(5)
        QApplication.processEvents()

    def until_line(self, happened: Happened) -> None:
        """Wait until the one line says `happened`."""

        def said() -> bool:
            return self.state.line is not None and self.state.line.happened is happened

        self.until(said, f"the line {happened.value}, not {self.state.line}")

    def until_printed(self, count: int) -> None:
        """Wait until so many slips came out."""
        self.until(lambda: self.printed() >= count, f"slip {count}")

    # ---- cards and codes ----

    def tap(self, person: str, *, lift: bool = True) -> None:
        """A visitor lays a card on and takes it away once it was answered."""
        before = self.state.line

        def answered() -> bool:
            # While the card is being read the line is empty; lifting it then would be a card pulled away too early.
            return self.state.line is not None and self.state.line is not before

        self.reader.do("present", person=person)
        self.until(answered, f"an answer to the card of {person}")
        if lift:
            self.reader.do("lift")

    def scan(self, code: str) -> None:
        """A scanner on its own line reads a code."""
        self.scanner.do("scan", text=code)

    # ---- hands ----

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keyboard is."""
        QTest.keyClick(self._focus(), key, modifiers)
        QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type Latin letters and digits at a person's pace."""
        for character in text:
            QTest.keyClicks(self._focus(), character)
            QTest.qWait(_KEY_PAUSE_MS)
        QTest.qWait(2 * _KEY_PAUSE_MS)  # the wedge filter holds the last key until it knows who typed

    def type_chinese(self, text: str) -> None:
        """What an input method commits."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._focus(), event)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def expect(truth: bool, otherwise: str) -> None:
    """The story goes on only if this is so."""
    if not truth:
        raise StoryBroke(otherwise)
