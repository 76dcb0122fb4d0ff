"""Choosing a device: ports found, a test on the real thing, and only then its settings are saved and in force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.core.config import Config, PrinterSettings, ReaderSettings, ScannerSettings
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.ui.context import Context, DeviceKind, PortFound, PrinterTest, ReaderTest, ScannerTest
from desk_app.ui.pages.settings.line import USUAL_SPEED, same_port, with_speed, without_speed
from desk_app.ui.pages.settings.state import BUSY, DeviceState, Stage, altered

TEST_SECONDS = 15.0
"""How long a test waits for a card or a code: time to fetch one from the drawer."""

_Settings = ReaderSettings | PrinterSettings | ScannerSettings
_Answer = ReaderTest | PrinterTest | ScannerTest


class DeviceModel(QObject):
    """One device card: look for ports, choose, test, save. UI thread; what blocks runs on the task threads."""

    changed = Signal(object)
    """DeviceState."""
    stored = Signal(object)
    """Config as it was before this device was saved or given up, so that it can be restored."""

    def __init__(self, context: Context, kind: DeviceKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        fresh = DeviceState(kind, models=context.devices.models(kind), baudrate=USUAL_SPEED[kind])
        self.state = self._from_settings(fresh)
        context.settings.changed.connect(self._settings_changed)

    def look_for_ports(self) -> None:
        """List what is plugged in now."""
        if self.state.stage in BUSY:
            return
        self._become(replace(self.state, stage=Stage.LOOKING))
        self._run(partial(self._context.devices.ports, self.state.kind), self._ports_found)

    def choose_port(self, port: str) -> None:
        """A port from the list, or whatever was typed; the likely model is chosen along with it."""
        found = self._found(port)
        model = self.state.model
        if found and found.models and (found.simulated or not model):
            model = found.models[0]
        port, speed = self._split(port.strip(), self.state.kind)
        speed = speed or self.state.baudrate
        self._choose(port=port, model=model, baudrate=speed)

    def choose_model(self, model: str) -> None:
        """Another driver."""
        self._choose(model=model)

    def choose_speed(self, baudrate: str) -> None:
        """Another speed of the serial line, in baud."""
        self._choose(baudrate=int(baudrate))

    def choose_chinese(self, way: str) -> None:
        """Another way for the printer to set Chinese text: a key of `CHINESE_WAYS`."""
        self._choose(chinese=way)

    def test(self) -> None:
        """Try the chosen device; when it works its settings are saved and in force."""
        if self.state.stage in BUSY:
            return
        refusal = self._refusal()
        if refusal is not None:
            self._become(replace(self.state, refused=refusal))
            return
        self._become(replace(self.state, stage=Stage.TESTING, answer=None, refused=None))
        self._run(partial(self._try_out, self.state, self._found(self.state.port)), self._tested)

    def do_without(self) -> None:
        """This desk has no such device."""
        self._save(None)
        self._become(replace(self.state, port="", stage=Stage.IDLE, answer=None, refused=None, saved=False))

    # ---- within ----

    def _choose(self, **changes: object) -> None:
        self._become(altered(self.state, **changes, stage=Stage.IDLE, answer=None, refused=None))

    @staticmethod
    def _split(port: str, kind: DeviceKind) -> tuple[str, int]:
        """A printer's address may name its speed; elsewhere the address says nothing of it (0)."""
        return without_speed(port) if kind is DeviceKind.PRINTER else (port, 0)

    def _refusal(self) -> DeskError | None:
        if not self.state.port:
            return DeskError("device.port_missing", field="port")
        if self.state.models and not self.state.model:
            return DeskError("device.model_missing", field="model")
        return None

    def _try_out(self, state: DeviceState, found: PortFound | None) -> tuple[_Settings, _Answer]:
        """On a task thread: the settings that were tried, and how it went."""
        devices = self._context.devices
        port = devices.simulate(state.kind) if found and found.simulated else state.port
        usb = found.usb if found else self._adapter_kept(port)
        if state.kind is DeviceKind.READER:
            reader = ReaderSettings(state.model, port, state.baudrate, usb)
            return reader, devices.test_reader(reader, TEST_SECONDS)
        if state.kind is DeviceKind.PRINTER:
            printer = PrinterSettings(state.model, with_speed(port, state.baudrate), state.chinese, usb)
            return printer, devices.test_printer(printer)
        scanner = ScannerSettings(port, state.baudrate, usb)
        return scanner, devices.test_scanner(scanner, TEST_SECONDS)

    def _adapter_kept(self, port: str) -> str:
        """The USB identity in the settings, for a port that was not looked for since."""
        settings: _Settings | None = getattr(self._context.settings.config, self.state.kind.value)
        return settings.usb if settings is not None and same_port(_port_of(settings), port) else ""

    def _tested(self, outcome: tuple[_Settings, _Answer]) -> None:
        settings, answer = outcome
        stage = Stage.PASSED if answer.passed else Stage.FAILED
        self._become(replace(self.state, stage=stage, answer=answer))
        if answer.passed:
            self._save(settings)

    def _ports_found(self, ports: tuple[PortFound, ...]) -> None:
        self._become(replace(self.state, stage=Stage.IDLE, ports=ports))

    def _save(self, settings: _Settings | None) -> None:
        before = self._context.settings.config
        try:
            self._context.settings.change(altered(before, **{self.state.kind.value: settings}))
        except EnvironmentTrouble as trouble:
            self._become(replace(self.state, refused=trouble))
            return
        self._context.devices.restart()
        self.stored.emit(before)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.tasks.run(self, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError | EnvironmentTrouble):
            self._become(replace(self.state, stage=Stage.FAILED))
            raise error
        self._become(replace(self.state, stage=Stage.FAILED, refused=error))

    def _found(self, port: str) -> PortFound | None:
        usable = [found for found in self.state.ports if not found.hid_only]
        exact = next((found for found in usable if found.port == port), None)
        if exact is not None or self.state.kind is not DeviceKind.PRINTER:
            return exact
        return next((found for found in usable if same_port(found.port, port)), None)

    def _settings_changed(self, config: Config) -> None:
        del config
        saved = self._from_settings(self.state)
        if _chosen(saved) != _chosen(self.state) and self.state.stage in (Stage.IDLE, Stage.PASSED):
            self._become(saved)
        else:
            self._become(replace(self.state, saved=saved.saved))

    def _from_settings(self, state: DeviceState) -> DeviceState:
        settings: _Settings | None = getattr(self._context.settings.config, state.kind.value)
        if settings is None:
            return replace(state, saved=False)
        port, named_speed = self._split(_port_of(settings), state.kind)
        speed = named_speed if isinstance(settings, PrinterSettings) else settings.baudrate
        return replace(
            state,
            port=port,
            model="" if isinstance(settings, ScannerSettings) else settings.model,
            baudrate=speed or USUAL_SPEED[state.kind],
            chinese=settings.chinese if isinstance(settings, PrinterSettings) else state.chinese,
            saved=True,
        )

    def _become(self, state: DeviceState) -> None:
        self.state = state
        self.changed.emit(state)


def _port_of(settings: _Settings) -> str:
    return settings.url if isinstance(settings, PrinterSettings) else settings.port


def _chosen(state: DeviceState) -> tuple[str, str, int, str]:
    """What of a card is saved."""
    return state.port, state.model, state.baudrate, state.chinese
