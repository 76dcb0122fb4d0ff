"""What the log says of devices to whoever mends a desk from afar: link states, status codes, how print jobs ended.

Of a card only whether it was read; nothing here ever names a person or what a card, a code or a slip held.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from desk_app.devices.api import (
    CardFound,
    CardNotRead,
    CardRead,
    JobChanged,
    LinkChanged,
    LinkState,
    PrinterChanged,
    PrinterEvent,
    PrinterSink,
    ReaderEvent,
    ReaderSink,
)
from desk_app.domain.slips import PrintState

_log = logging.getLogger(__name__)
_UNDER_WAY = frozenset({PrintState.QUEUED, PrintState.SENDING})


class ReaderJournal:
    """A ReaderSink that notes the events of one reader or scanner and hands them on. On the reader's thread.

    A status is noted once until a card is read or the line comes up anew: a bad card may lie there for an hour.
    """

    def __init__(self, name: str, sink: ReaderSink, security_module: Callable[[], str] | None = None) -> None:
        """`security_module` answers with the SAM's id, "" where it gave none; None for families without one."""
        self._name = name
        self._sink = sink
        self._security_module = security_module
        self._module_noted = False
        self._noted: set[str] = set()

    def __call__(self, event: ReaderEvent) -> None:
        self._note(event)
        self._sink(event)

    def _note(self, event: ReaderEvent) -> None:
        match event:
            case LinkChanged(state, detail):
                _log.info("%s: %s", self._name, f"{state.value} {detail}".rstrip())
                if state is LinkState.READY:
                    self._module_noted = False
                    self._noted.clear()
            case CardFound():
                self._note_module()  # asked for while nothing lay on the reader: by now it has answered or will not
            case CardNotRead(advice, status) if (words := f"{advice.value} {status}".rstrip()) not in self._noted:
                self._noted.add(words)
                _log.info("%s: card not read, %s", self._name, words)
            case CardRead():
                self._noted.clear()
            case _:
                pass

    def _note_module(self) -> None:
        if self._security_module is not None and not self._module_noted:
            self._module_noted = True
            said = "gave its id" if self._security_module() else "gave no id"
            _log.info("%s: the security module %s", self._name, said)


def noting_printer(sink: PrinterSink) -> PrinterSink:
    """A PrinterSink that notes the printer's states and how jobs end, and hands everything on."""

    def take(event: PrinterEvent) -> None:
        match event:
            case PrinterChanged(state, detail):
                _log.info("printer: %s", f"{state.value} {detail}".rstrip())
            case JobChanged(job_id, state, reason) if state not in _UNDER_WAY:
                _log.info("print job %s: %s", job_id, f"{state.value} {reason}".rstrip())
            case _:
                pass
        sink(event)

    return take
