"""The desk's devices at work: starts, stops and restarts their threads, does what the settings page asks of them.

Drivers are imported where they are used, on the thread that opens devices: fonts for slips and the serial library take
0.2 s, which the first screen does not wait for.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from desk_app.app.journal import ReaderJournal, noting_printer
from desk_app.core.clock import Clock
from desk_app.core.config import Config, PrinterSettings, ReaderSettings, ScannerSettings
from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import (
    CardRead,
    CardUidRead,
    CodeScanned,
    LinkChanged,
    LinkState,
    PrinterChanged,
    PrinterState,
)
from desk_app.domain.people import mask_name
from desk_app.services.slips import Slips
from desk_app.ui.bridge import Bridge
from desk_app.ui.context import DeviceKind, ModelChoice, PortFound, PrinterTest, ReaderTest, ScannerTest

_log = logging.getLogger(__name__)

# Fixed, so that a desk that was set up with simulators finds them again after its next start.
SIMULATED = {
    DeviceKind.READER: "tcp://127.0.0.1:47101",
    DeviceKind.PRINTER: "tcp://127.0.0.1:47102",
    DeviceKind.SCANNER: "tcp://127.0.0.1:47103",
}
_CYCLE_SECONDS = "8"
"""Every so often another invented person comes to a practice reader."""


class _Running(Protocol):
    """A device thread, as far as closing it goes."""

    def stop(self) -> object: ...


class _Closing(Protocol):
    """A simulator's process."""

    def close(self) -> None: ...


class _Printing(_Running, Protocol):
    """A printer thread or what stands in for one."""

    def wake(self) -> None: ...


class _NotYet:
    """Stands where the printer thread will be: devices open after the first screen."""

    def wake(self) -> None:
        """The thread looks at the spool when it starts."""

    def stop(self) -> None:
        """Nothing runs."""


class Devices:
    """The implementation of `ui.context.DeviceControl`. Made and closed on the UI thread.

    All opening and closing happens on one thread named `devices`, in the order it was asked for; stopping a reader may
    take half a second that the screen must not feel.
    """

    def __init__(
        self,
        settings: Callable[[], Config],
        slips: Slips,
        bridge: Bridge,
        clock: Clock,
        slips_folder: Path,
        *,
        broke_off: bool = False,
    ) -> None:
        """`broke_off` as for `PrinterThread`; `slips_folder` receives what a practice printer prints."""
        self._settings = settings
        self._slips = slips
        self._bridge = bridge
        self._clock = clock
        self._slips_folder = slips_folder
        self._broke_off = broke_off
        self._readers: list[_Running] = []
        self._printer: _Printing = _NotYet()
        self._simulators: dict[DeviceKind, _Closing] = {}
        self._simulating = threading.Lock()
        self._worker = ThreadPoolExecutor(1, "devices")

    # ---- the desk's own devices ----

    def start(self) -> None:
        """Open the devices of the settings. Returns at once."""
        self._worker.submit(self._open_all)

    def restart(self) -> None:
        """Close the devices and open them again with the settings as they now stand. Returns at once."""
        self._worker.submit(self._close_all)
        self._worker.submit(self._retry_slips)
        self._worker.submit(self._open_all)

    def wake_printer(self) -> None:
        """Let the printer thread look at the spool now. Returns at once."""
        self._printer.wake()

    def close(self) -> None:
        """End every thread and every simulator this desk started. Takes up to two seconds."""
        self._worker.submit(self._close_all)
        self._worker.shutdown(wait=True)
        for simulator in self._simulators.values():
            simulator.close()

    def _open_all(self) -> None:
        try:
            self._open_reader()
            self._open_scanner()
            self._open_printer()
        except Exception:  # a device that cannot be opened must not keep the others and the desk from working
            _log.exception("devices could not be opened")

    def _retry_slips(self) -> None:
        """What could not be drawn for the printer as it was set up may come out of the one set up now."""
        try:
            self._slips.retry_set_aside()
        except EnvironmentTrouble as trouble:  # the store shows its trouble itself; the next restart or start retries
            _log.warning("slips set aside stay there: %s", trouble)

    def _open_reader(self) -> None:
        from desk_app.devices import discovery
        from desk_app.devices.reader_thread import ReaderThread
        from desk_app.devices.readers import new_reader

        config = self._settings()
        settings = config.reader
        if settings is None:
            ReaderJournal("reader", self._bridge.reader_event)(LinkChanged(LinkState.NOT_SET_UP))
            return
        self._simulate_if_wanted(DeviceKind.READER, settings.port)
        try:
            parser = new_reader(settings.model, card_left_seconds=config.visits.card_left_seconds)
        except KeyError:
            _log.warning("reader model %s is not known", settings.model)
            self._bridge.reader_event(LinkChanged(LinkState.NOT_SET_UP, settings.model))
            return
        locate = discovery.locator(settings.usb, settings.port, _other_adapters(config, DeviceKind.READER))
        # Only families that speak to a security module know its id.
        module = (lambda: str(parser.sam_id)) if hasattr(parser, "sam_id") else None
        sink = ReaderJournal("reader", self._bridge.reader_event, module)
        _log.info("reader: %s on %s, speed %s", settings.model, settings.port, settings.baudrate or parser.baudrate)
        reader = ReaderThread(parser, settings.port, sink, baudrate=settings.baudrate, locate=locate)
        reader.start()
        self._readers.append(reader)

    def _open_scanner(self) -> None:
        from desk_app.devices import discovery
        from desk_app.devices.reader_thread import ReaderThread
        from desk_app.devices.scanner import SerialScanner

        config = self._settings()
        settings = config.scanner
        sink = ReaderJournal("scanner", self._bridge.scanner_event)
        if settings is None:
            sink(LinkChanged(LinkState.NOT_SET_UP))
            return
        self._simulate_if_wanted(DeviceKind.SCANNER, settings.port)
        locate = discovery.locator(settings.usb, settings.port, _other_adapters(config, DeviceKind.SCANNER))
        _log.info("scanner: on %s, speed %s", settings.port, settings.baudrate)
        scanner = ReaderThread(
            SerialScanner(),
            settings.port,
            sink,
            baudrate=settings.baudrate,
            locate=locate,
            name="scanner",
        )
        scanner.start()
        self._readers.append(scanner)

    def _open_printer(self) -> None:
        from desk_app.devices.printer_thread import NoPrinter, PrinterThread
        from desk_app.devices.printers import printer_by_model

        config = self._settings()
        settings = config.printer
        sink = noting_printer(self._bridge.printer_event)
        printer: PrinterThread | NoPrinter = NoPrinter(sink)
        if settings is not None:
            self._simulate_if_wanted(DeviceKind.PRINTER, settings.url)
            # Of the address the way alone: a file or a Windows queue may be called after somebody.
            _log.info("printer: %s by %s", settings.model, settings.url.partition(":")[0])
            try:
                model = printer_by_model(settings.model)
                locate = _printer_locator(config, settings)
                printer = PrinterThread(model, settings, self._slips, sink, broke_off=self._broke_off, locate=locate)
            except EnvironmentTrouble as trouble:
                _log.warning("printer: %s", trouble)
                sink(PrinterChanged(PrinterState.UNREACHABLE, trouble.code))
                return
        self._broke_off = False
        self._printer = printer
        printer.start()

    def _close_all(self) -> None:
        for reader in self._readers:
            reader.stop()
        self._readers = []
        self._printer.stop()
        self._printer = _NotYet()

    # ---- what the settings page asks ----

    def models(self, kind: DeviceKind) -> tuple[ModelChoice, ...]:
        """The drivers to choose from; none for scanners."""
        from desk_app.devices.printers import PRINTERS
        from desk_app.devices.readers import READERS

        if kind is DeviceKind.READER:
            return tuple(ModelChoice(family.model, family.title) for family in READERS)
        if kind is DeviceKind.PRINTER:
            return tuple(ModelChoice(model.id, model.title) for model in PRINTERS)
        return ()

    def ports(self, kind: DeviceKind) -> tuple[PortFound, ...]:
        """Serial ports found now, readers that are no ports, and the simulator last. Blocks."""
        from desk_app.devices import discovery

        found = [
            PortFound(
                f"serial:{each.port}" if kind is DeviceKind.PRINTER else each.port,
                each.description,
                each.usb,
                each.models if kind is DeviceKind.READER else (),
            )
            for each in discovery.ports()
        ]
        if kind is DeviceKind.READER:
            found += [
                PortFound("", each.product, f"{each.vendor_id:04X}:{each.product_id:04X}:", hid_only=True)
                for each in discovery.usb_only_readers()
            ]
        models = {DeviceKind.READER: ("sdt",), DeviceKind.PRINTER: ("generic-80",), DeviceKind.SCANNER: ()}[kind]
        return (*found, PortFound(SIMULATED[kind], "", models=models, simulated=True))

    def test_reader(self, settings: ReaderSettings, seconds: float) -> ReaderTest:
        """Wait up to `seconds` for one card; the desk's own reader is paused meanwhile. Blocks."""
        from desk_app.app import trial
        from desk_app.devices.readers import new_reader

        with self._paused():
            parser = new_reader(settings.model)
            heard = trial.listen(parser, settings.port, settings.baudrate, (CardRead, CardUidRead), seconds)
        if isinstance(heard.event, CardRead):
            return ReaderTest(heard.link, heard.advice, masked_name=mask_name(heard.event.card.display_name) or "?")
        if isinstance(heard.event, CardUidRead):
            return ReaderTest(heard.link, heard.advice, uid=heard.event.uid)
        return ReaderTest(heard.link, heard.advice)

    def test_scanner(self, settings: ScannerSettings, seconds: float) -> ScannerTest:
        """Wait up to `seconds` for one code; the desk's own scanner is paused meanwhile. Blocks."""
        from desk_app.app import trial
        from desk_app.devices.scanner import SerialScanner

        with self._paused():
            heard = trial.listen(SerialScanner(), settings.port, settings.baudrate, (CodeScanned,), seconds)
        return ScannerTest(heard.link, len(heard.event.text) if isinstance(heard.event, CodeScanned) else 0)

    def test_printer(self, settings: PrinterSettings) -> PrinterTest:
        """Send a test slip, outside the spool; the desk's own printer is paused meanwhile. Blocks."""
        from desk_app.app import trial

        with self._paused():
            try:
                tried = trial.try_printer(settings, self._settings(), self._clock)
            except EnvironmentTrouble as trouble:
                return PrinterTest(PrinterState.UNREACHABLE, trouble.code)
        return PrinterTest(tried.state, tried.reason)

    def simulate(self, kind: DeviceKind) -> str:
        """Start the practice device if it is not running; return its port. Blocks."""
        self._simulate_if_wanted(kind, SIMULATED[kind])
        return SIMULATED[kind]

    @contextmanager
    def _paused(self) -> Iterator[None]:
        """A port has one owner: while a device is tried, the desk lets go of its own."""
        self._worker.submit(self._close_all).result()
        try:
            yield
        finally:
            self._worker.submit(self._open_all)

    def _simulate_if_wanted(self, kind: DeviceKind, port: str) -> None:
        if port != SIMULATED[kind]:
            return
        from desk_app.app.simulators import Simulator

        with self._simulating:
            if kind in self._simulators or _answers(port):
                return
            arguments = ["--port", port]
            arguments += (
                ["--out", str(self._slips_folder)] if kind is DeviceKind.PRINTER else ["--cycle", _CYCLE_SECONDS]
            )
            self._simulators[kind] = Simulator(kind.value, *arguments)


def _other_adapters(config: Config, kind: DeviceKind) -> tuple[str, ...]:
    """The USB adapters of the desk's other devices."""
    all_three = {
        DeviceKind.READER: config.reader,
        DeviceKind.PRINTER: config.printer,
        DeviceKind.SCANNER: config.scanner,
    }
    return tuple(settings.usb for each, settings in all_three.items() if each is not kind and settings is not None)


def _printer_locator(config: Config, settings: PrinterSettings) -> Callable[[], str] | None:
    """None for printers that are not on a serial line. Raises EnvironmentTrouble("printer.url_unusable")."""
    from desk_app.devices import discovery
    from desk_app.devices.printers.address import Way, parse_address

    address = parse_address(settings.url)
    if address.way is not Way.SERIAL:
        return None
    return discovery.locator(settings.usb, address.device, _other_adapters(config, DeviceKind.PRINTER))


def _answers(port: str) -> bool:
    """Whether somebody serves `port` already: the practice device of a desk that was killed lives on for a moment."""
    parts = urlsplit(port)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 0), 0.3):
            return True
    except OSError:
        return False
