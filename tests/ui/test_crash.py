"""What nobody caught is shown once, without personal data, and can be copied."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk_app.ui.crash import FAULT_FILE, CrashDesk, qt_message, report_of


@pytest.fixture
def crash(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashDesk]:
    hooks = sys.excepthook, threading.excepthook
    desk = CrashDesk(tmp_path)
    yield desk
    if desk.dialog is not None:
        desk.dialog.accept()
    desk.uninstall()
    sys.excepthook, threading.excepthook = hooks


def test_a_bug_opens_one_dialog_whose_text_can_be_copied(
    crash: CrashDesk, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("ValueError")
    crash.report(ValueError("first"))
    crash.report(ValueError("second"))
    qtbot.waitUntil(lambda: crash.dialog is not None)
    dialog = crash.dialog
    assert dialog is not None
    dialog.copy_button.click()
    assert "first" in QGuiApplication.clipboard().text()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: crash.dialog is None)


def test_a_report_names_no_person() -> None:
    number = "310000" + "195403020029"
    assert number not in report_of(ValueError(f"bad number {number}, phone 13800006612"))
    assert "13800006612" not in report_of(ValueError("phone 13800006612"))


def test_a_bug_on_a_thread_is_reported_too(crash: CrashDesk, qtbot: QtBot, expect_log: Callable[[str], None]) -> None:
    expect_log("ZeroDivisionError")
    thread = threading.Thread(target=lambda: 1 // 0)
    before = threading.excepthook
    threading.excepthook = crash._uncaught_in_thread
    thread.start()
    thread.join()
    threading.excepthook = before
    qtbot.waitUntil(lambda: crash.dialog is not None)


def test_a_fault_of_the_last_run_is_told_once(
    crash: CrashDesk, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("the last run ended in a fault")
    (tmp_path / FAULT_FILE).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    assert "Segmentation" in crash.install()
    crash.uninstall()
    assert crash.install() == ""


def test_qts_own_messages_go_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "something about a layout")
    assert caplog.messages == ["something about a layout"]
