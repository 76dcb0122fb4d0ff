"""The thread that owns a reader's or scanner's port: open it, drive the parser, report, come back after a loss."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Sequence

from desk_app.core.log import OnceUntilRecovered
from desk_app.devices.api import MUTE, CardParser, LinkChanged, LinkState, ReaderSink
from desk_app.devices.transport import Line, LineTrouble, open_line

_log = logging.getLogger(__name__)

RETRY_SECONDS = (1.0, 2.0, 3.0, 5.0)
"""Pauses between attempts to open, the last for ever: Windows needs up to 5 s after a USB plug (radiolog#41)."""
_LONGEST_WAIT = 0.1
_FLOOD = 131_072
"""Bytes within a second that no reader or scanner sends: the line is left alone for a while."""
Connect = Callable[[str, int], Line]


class ReaderThread(threading.Thread):
    """Runs one parser on one port until `stop`. Events reach `report` on this thread."""

    def __init__(
        self,
        parser: CardParser,
        port: str,
        report: ReaderSink,
        *,
        baudrate: int = 0,
        locate: Callable[[], str] | None = None,
        retry_seconds: Sequence[float] = RETRY_SECONDS,
        connect: Connect = open_line,
        name: str = "reader",
    ) -> None:
        """`baudrate` 0 is the family's own. `locate` names the port before each opening (see `discovery.locator`);
        without it `port` is used."""
        super().__init__(name=name, daemon=True)
        self._parser = parser
        self._port = port
        self._report = report
        self._baudrate = baudrate or parser.baudrate
        self._locate = locate
        self._retry_seconds = retry_seconds
        self._connect = connect
        self._line: Line | None = None
        self._answered = False
        self._noise = 0
        self._second = 0.0
        self._stopping = threading.Event()
        self._state: LinkState | None = None
        self._outage = OnceUntilRecovered(_log, f"{name} ({parser.model})")

    def stop(self, timeout: float = 0.5) -> bool:
        """Close the port and end the thread; False if it did not end in time."""
        self._stopping.set()
        line = self._line
        if line is not None:
            line.wake()
        if self.is_alive():
            self.join(timeout)
        return not self.is_alive()

    def run(self) -> None:
        failures = 0
        self._tell(LinkChanged(LinkState.CONNECTING))
        while not self._stopping.is_set():
            self._answered = False
            try:
                self._serve()
            except LineTrouble as trouble:
                self._tell(LinkChanged(trouble.state, str(trouble.params["reason"])))
            except Exception as bug:
                # The next card must still read. Place and kind only: a message might quote what was on the line.
                place = traceback.extract_tb(bug.__traceback__)[-1]
                _log.error("%s at %s:%s", type(bug).__name__, place.name, place.lineno)
                self._tell(LinkChanged(LinkState.FAULT, type(bug).__name__))
            if self._answered:  # a line that only opens and breaks again has not recovered
                failures = 0
            self._stopping.wait(self._retry_seconds[min(failures, len(self._retry_seconds) - 1)])
            failures += 1

    def _serve(self) -> None:
        """One connection, from opening to loss, stop or the parser's wish to start anew."""
        port = self._locate() if self._locate is not None else self._port
        line = self._line = self._connect(port, self._baudrate)
        try:
            if self._state not in MUTE:
                self._tell(LinkChanged(LinkState.CONNECTING))
            line.discard_input()
            self._parser.opened(time.monotonic(), line.gap_seconds)
            while not self._stopping.is_set() and not self._parser.wants_reopen():
                self._turn(line)
        finally:
            self._line = None
            line.close()

    def _turn(self, line: Line) -> None:
        now = time.monotonic()
        request = self._parser.to_send(now)
        if request:
            line.discard_input()  # a belated answer must not pass for the new one's
            line.write(request)
        now = time.monotonic()
        data = line.read(max(0.0, min(self._parser.wake_at(now) - now, _LONGEST_WAIT)))
        events = self._parser.feed(data, time.monotonic())
        self._mind_a_flood(len(data), now)
        for event in events:
            if data and (not isinstance(event, LinkChanged) or event.state is LinkState.READY):
                self._answered = True
            if isinstance(event, LinkChanged):
                self._tell(event)
            else:
                self._report(event)

    def _mind_a_flood(self, size: int, now: float) -> None:
        if now - self._second >= 1.0:
            self._second, self._noise = now, 0
        self._noise += size
        if self._noise > _FLOOD:
            self._answered = False
            raise LineTrouble(LinkState.NOISE, self._port, "a flood of bytes")

    def _tell(self, change: LinkChanged) -> None:
        """Report a new state once; while reconnecting the reason stays until the device answers."""
        if change.state is self._state:
            return
        self._state = change.state
        if change.state is LinkState.READY:
            self._outage.recovered()
        elif change.state is not LinkState.CONNECTING:
            self._outage.failed(f"{change.state.value} {change.detail}".rstrip())
        self._report(change)
