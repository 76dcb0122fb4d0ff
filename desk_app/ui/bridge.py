"""Where events of device threads become signals on the UI thread, and where one page tells the others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import (
    LinkChanged,
    LinkState,
    PrinterChanged,
    PrinterEvent,
    PrinterState,
    ReaderEvent,
)

PASSING_TROUBLES = frozenset({"store.busy", "store.disk_full", "store.read_only", "store.io_error"})
"""Over as soon as something was stored again; a damaged file stays damaged."""


class Bridge(QObject):
    """Made on the UI thread, so every connected slot runs there, whichever thread emitted. Connect bound methods
    of QObjects: a lambda would run wherever the sender's thread is once somebody moves this object."""

    reader_state = Signal(object)
    """LinkChanged of the card reader."""
    scanner_state = Signal(object)
    """LinkChanged of the serial scanner."""
    card_event = Signal(object)
    """CardRead, CardUidRead, CardNotRead, CardLeftBehind, CardRemoved or CodeScanned."""
    printer_changed = Signal(object)
    """PrinterChanged."""
    job_changed = Signal(object)
    """JobChanged."""
    data_changed = Signal(object)
    """frozenset of nouns ("visits", "people", "activities", "slips"): what was stored anew."""
    store_changed = Signal(object)
    """EnvironmentTrouble that keeps the store from writing, or None when it writes again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = LinkState.NOT_SET_UP
        self._scanner = LinkState.NOT_SET_UP
        self._printer = PrinterChanged(PrinterState.NOT_SET_UP)
        self._store: EnvironmentTrouble | None = None
        self.reader_state.connect(self._remember_link)
        self.scanner_state.connect(self._remember_scanner)
        self.printer_changed.connect(self._remember_printer)
        self.store_changed.connect(self._remember_store)

    @property
    def link(self) -> LinkState:
        """How it stands with the card reader. UI thread."""
        return self._link

    @property
    def scanner(self) -> LinkState:
        """How it stands with the serial scanner; NOT_SET_UP for one that types like a keyboard. UI thread."""
        return self._scanner

    @property
    def printer(self) -> PrinterState:
        """How it stands with the printer. UI thread."""
        return self._printer.state

    @property
    def printer_detail(self) -> str:
        """The code of what keeps the printer from being reached, or words for the log. UI thread."""
        return self._printer.detail

    def reader_event(self, event: ReaderEvent) -> None:
        """A ReaderSink: any thread."""
        if isinstance(event, LinkChanged):
            self.reader_state.emit(event)
        else:
            self.card_event.emit(event)

    def scanner_event(self, event: ReaderEvent) -> None:
        """A ReaderSink for the serial scanner: its link is not the card reader's. Any thread."""
        if isinstance(event, LinkChanged):
            self.scanner_state.emit(event)
        else:
            self.card_event.emit(event)

    def printer_event(self, event: PrinterEvent) -> None:
        """A PrinterSink: any thread."""
        if isinstance(event, PrinterChanged):
            self.printer_changed.emit(event)
        else:
            self.job_changed.emit(event)

    def changed(self, *nouns: str) -> None:
        """Say that these nouns were stored anew: any thread."""
        self.data_changed.emit(frozenset(nouns))
        if self._store is not None and self._store.code in PASSING_TROUBLES:
            self.store_trouble(None)

    @property
    def store(self) -> EnvironmentTrouble | None:
        """What keeps the store from writing; None while all is well. UI thread."""
        return self._store

    def store_trouble(self, trouble: EnvironmentTrouble | None) -> None:
        """The store refused to write, or (None) writes again. UI thread; `changed` says None by itself."""
        if trouble is not None and not trouble.code.startswith("store."):
            return  # a port or a folder for exports: not the store's state
        if trouble is not self._store:
            self.store_changed.emit(trouble)

    def _remember_store(self, trouble: EnvironmentTrouble | None) -> None:
        self._store = trouble

    def _remember_link(self, event: LinkChanged) -> None:
        self._link = event.state

    def _remember_scanner(self, event: LinkChanged) -> None:
        self._scanner = event.state

    def _remember_printer(self, event: PrinterChanged) -> None:
        self._printer = event
