"""A keyboard-wedge scanner and a person share one keyboard; neither loses a character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.devices.api import CodeScanned
from desk_app.ui.bridge import Bridge
from desk_app.ui.wedge import WedgeFilter

TOKEN = "V7K2M9QX4RT8NB3C"


@dataclass
class HandClock:
    """Monotonic time moved by hand."""

    seconds: float = 100.0
    boot_id: str = "test"

    def now(self) -> datetime:
        return datetime(2026, 11, 23, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def new_id(self) -> UUID:
        return uuid4()


class Counter(QObject):
    """How often something happened, and what was scanned."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.codes: list[str] = []

    def count(self) -> None:
        self.times += 1

    def hear(self, event: object) -> None:
        if isinstance(event, CodeScanned):
            self.codes.append(event.text)


@dataclass
class Desk:
    """A window with a field, a plain-key shortcut and a button, under the filter."""

    clock: HandClock
    window: QWidget
    field: QLineEdit
    scanned: Counter
    pressed: Counter

    def keys(self, text: str, every: float, target: QWidget | None = None) -> None:
        """Keys at a steady pace, in seconds."""
        for character in text:
            self.clock.seconds += every
            if character == "\r":
                QTest.keyClick(target or self.field, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(target or self.field, character)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    window = QWidget()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    field, button = QLineEdit(), QPushButton("测试")
    layout.addWidget(field)
    layout.addWidget(button)
    pressed, scanned = Counter(), Counter()
    QShortcut(QKeySequence("4"), window).activated.connect(pressed.count)
    clock, bridge = HandClock(), Bridge()
    bridge.card_event.connect(scanned.hear)
    wedge = WedgeFilter(qapp, clock, bridge)
    window.show()
    qtbot.waitExposed(window)
    yield Desk(clock, window, field, scanned, pressed)
    qapp.removeEventFilter(wedge)
    wedge.deleteLater()


def test_a_scanners_keys_become_one_code_and_reach_no_field(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    desk.keys(TOKEN + "\r", every=0.008)
    assert desk.scanned.codes == [TOKEN]
    assert desk.field.text() == ""


def test_a_person_typing_loses_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    desk.keys("wang xiuying", every=0.18)
    desk.clock.seconds += 0.2
    qtbot.waitUntil(lambda: desk.field.text() == "wang xiuying")
    assert desk.scanned.codes == []


def test_enter_comes_after_what_was_typed_before_it(desk: Desk, qtbot: QtBot) -> None:
    typed: list[str] = []
    desk.field.returnPressed.connect(lambda: typed.append(desk.field.text()))
    desk.field.setFocus()
    desk.keys("lgf\r", every=0.02)
    assert typed == ["lgf"]
    assert desk.scanned.codes == []


def test_a_digit_by_hand_fires_its_shortcut_once(desk: Desk, qtbot: QtBot) -> None:
    desk.window.setFocus()
    desk.keys("4", every=0.3, target=desk.window)
    desk.clock.seconds += 0.1
    qtbot.waitUntil(lambda: desk.pressed.times == 1)


def test_a_digit_inside_a_scanned_code_fires_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.window.setFocus()
    desk.keys(TOKEN + "\r", every=0.008, target=desk.window)
    assert "4" in TOKEN
    assert desk.pressed.times == 0
    assert desk.scanned.codes == [TOKEN]


def test_a_key_without_text_keeps_the_order(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    desk.keys("ab", every=0.02)
    QTest.keyClick(desk.field, Qt.Key.Key_Backspace)
    assert desk.field.text() == "a"


def test_a_scan_right_after_typing_is_still_a_scan(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    desk.keys("lin", every=0.2)
    desk.clock.seconds += 0.3
    desk.keys(TOKEN + "\r", every=0.008)
    assert desk.scanned.codes == [TOKEN]
    assert desk.field.text() == "lin"
