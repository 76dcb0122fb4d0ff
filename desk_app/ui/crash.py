"""Bugs: whatever nobody caught goes to the log and to one dialog whose text can be copied, without personal data."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desk_app import __version__
from desk_app.core.log import redact
from desk_app.ui.widgets.text import Label

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
FAULT_FILE = "fault.txt"


class CrashDialog(QDialog):
    """Says that something went wrong in the program, that what was stored is safe, and offers the text to copy."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("The program made a mistake"), "page"))
        said = Label(
            self.tr("Everything already registered is stored. Go on working; send the text below to support."),
            wrap=True,
        )
        column.addWidget(said)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        column.addWidget(text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.clicked.connect(self._copy)
        self.close_button = QPushButton(self.tr("Go on"))
        self.close_button.setProperty("tone", "primary")
        self.close_button.clicked.connect(self.accept)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        self.resize(680, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


class CrashDesk(QObject):
    """Catches what nobody caught, on every thread. Made on the UI thread; `install` puts the hooks in place."""

    _happened = Signal(str)

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fault_path = log_folder / FAULT_FILE
        self._fault_file: IO[str] | None = None
        self._open_dialog: CrashDialog | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog while it is open."""
        return self._open_dialog

    def install(self) -> str:
        """Put the hooks in place; return what the interpreter wrote while dying last time, "" when it did not."""
        left = _take_fault_file(self._fault_path)
        if left:
            _log.error("the last run ended in a fault:\n%s", left)
        self._fault_path.parent.mkdir(parents=True, exist_ok=True)
        self._fault_file = self._fault_path.open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        qInstallMessageHandler(qt_message)
        return left

    def uninstall(self) -> None:
        """Give the hooks back and remove the empty fault file."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._fault_file is not None:
            self._fault_file.close()
            self._fault_file = None
            self._fault_path.unlink(missing_ok=True)

    def report(self, error: BaseException) -> None:
        """Log a bug and show it. Any thread; the `failed` of a task that knows no better."""
        text = report_of(error)
        _log.error("%s", text)
        self._happened.emit(text)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _show(self, text: str) -> None:
        if self._open_dialog is not None:  # one bug often brings others; the log has them all
            return
        self._open_dialog = CrashDialog(text)
        self._open_dialog.finished.connect(self._closed)
        self._open_dialog.show()

    def _closed(self) -> None:
        self._open_dialog = None


def report_of(error: BaseException) -> str:
    """The text for support: program version and traceback, redacted. Never holds values of variables."""
    trace = "".join(traceback.format_exception(error))
    return redact(f"Linlihui Desk {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{trace}")


def qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own messages go where everybody's go."""
    del context
    _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", text)


def _take_fault_file(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8", errors="replace").strip()
        path.unlink()
    except OSError:
        return ""
    return redact(text)
