"""Simulators as processes: started by the settings page, the demo, tests and benchmarks, ended with them."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.simulators.control import Answer, ControlClient

_GONE_SECONDS = 5.0


def desk_app_command() -> list[str]:
    """How to start this program again, frozen or not."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desk_app"]


class Simulator:
    """A running `simulate …` process. `port` is what to enter in the settings; `do` pulls its strings."""

    def __init__(self, kind: str, *arguments: str) -> None:
        """`kind` is reader, printer or scanner. Raises EnvironmentTrouble("simulator.not_started")."""
        self._process = subprocess.Popen(
            [*desk_app_command(), "simulate", kind, "--with-parent", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        stdout = self._process.stdout
        line = stdout.readline() if stdout is not None else ""
        if not line:
            self.close()
            raise EnvironmentTrouble("simulator.not_started", kind=kind)
        announced = json.loads(line)
        self.port: str = announced["port"]
        self._strings = ControlClient(announced["control"])

    def do(self, what: str, **arguments: object) -> Answer:
        """One command of the control channel."""
        return self._strings.do(what, **arguments)

    def close(self) -> None:
        """End the process."""
        if hasattr(self, "_strings"):
            with suppress(OSError, ValueError):
                self._strings.do("quit")
            self._strings.close()
        self._process.terminate()
        try:
            self._process.wait(_GONE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
