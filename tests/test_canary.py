"""Watches for the PySide6 that eats references on Python 3.11 (6.12.0), which a short green run hides."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel


class Bell(QObject):
    """One signal with and one without a value."""

    rang = Signal()
    said = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def hear(self) -> None:
        self.count += 1

    def hear_word(self, word: bool) -> None:
        self.count += word


def test_qt_calls_do_not_eat_references_to_none(qapp: QApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(300):
        qapp.processEvents()
        QCoreApplication.sendPostedEvents()
    assert sys.getrefcount(None) - before > -100


def test_five_thousand_signals_and_texts_leave_the_interpreter_alive(qapp: QApplication) -> None:
    bell = Bell()
    bell.rang.connect(bell.hear)
    bell.said.connect(bell.hear_word)
    label = QLabel()
    for _ in range(5000):
        bell.rang.emit()
        bell.said.emit(True)
        label.setText("a")
    assert bell.count == 10_000
