"""What every simulated device shares: a thread that serves its port, and the commands that pull and plug the cable."""

from __future__ import annotations

import json
import queue
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable

from desk_app.devices.simulators.control import Answer, Command, ControlServer
from desk_app.devices.simulators.ports import SimulatedPort

_IDLE_SECONDS = 0.5
Announce = Callable[[str], None]


class SimulatedDevice(ABC):
    """A device on a simulated port. Its thread alone reads and writes the port; `obey` hands work over to it."""

    name = "simulator"

    def __init__(self, port: SimulatedPort) -> None:
        self.port = port
        self.quit_asked = threading.Event()
        self._stopping = threading.Event()
        self._errands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)

    def start(self) -> None:
        """Begin to serve the port."""
        self._thread.start()

    def stop(self) -> None:
        """Close the port and end the thread."""
        self._stopping.set()
        self.port.wake()
        if self._thread.is_alive():
            self._thread.join()
        self.port.close()

    def obey(self, command: Command) -> Answer:
        """One command of the control channel. Raises KeyError or ValueError for what cannot be done."""
        match command["do"]:
            case "unplug":
                self.port.unplug()
            case "plug":
                self.port.plug()
            case "quit":
                self.quit_asked.set()
            case what:
                return self.obey_own(str(what), command)
        return {}

    @abstractmethod
    def obey_own(self, what: str, command: Command) -> Answer:
        """A command of this kind of device."""

    @abstractmethod
    def received(self, data: bytes) -> None:
        """Bytes came from the desk; called on the device's thread."""

    def on_thread(self, errand: Callable[[], None]) -> None:
        """Run `errand` on the device's thread and wait for its end."""
        done = threading.Event()

        def run() -> None:
            try:
                errand()
            finally:
                done.set()

        self._errands.put(run)
        self.port.wake()
        while not done.wait(0.1):
            if not self._thread.is_alive():
                raise ValueError("the simulator is not running")

    def _run(self) -> None:
        while not self._stopping.is_set():
            data = self.port.read(_IDLE_SECONDS)
            while not self._errands.empty():
                self._errands.get()()
            if data:
                self.received(data)


def run_device(device: SimulatedDevice, control: str = "127.0.0.1:0", announce: Announce | None = None) -> None:
    """Serve until told to quit or interrupted, after announcing one JSON line: `{"port": …, "control": …}`.

    `control` is `host:port` to listen on for commands. Raises OSError when that address is taken.
    """
    host, _, number = control.rpartition(":")
    server = ControlServer(device.obey, host or "127.0.0.1", int(number))
    device.start()
    try:
        (announce or _print_line)(json.dumps({"port": device.port.address, "control": server.address}))
        while not device.quit_asked.wait(0.5):
            pass
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        device.stop()


def _print_line(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
