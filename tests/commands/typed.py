"""Types a command line in this process and looks at what it said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from desk_app.commands import line
from desk_app.devices.simulators.device import SimulatedDevice
from desk_app.devices.simulators.ports import open_port
from desk_app.devices.simulators.reader import SdtSimulator, UidLineSimulator


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


Type = Callable[..., Said]


def typing(capsys: pytest.CaptureFixture[str]) -> Type:
    """For the fixture `typed` of this folder."""

    def typed(*words: str) -> Said:
        try:
            status = line.main(words)
        except SystemExit as end:  # argparse: --help, or a mistyped line
            status = int(str(end.code or 0))
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return typed


@contextmanager
def plugged_in(device: SimulatedDevice) -> Iterator[SimulatedDevice]:
    """A device at work until the end of the block."""
    device.start()
    try:
        yield device
    finally:
        device.stop()


@contextmanager
def reader_on(where: str) -> Iterator[SdtSimulator]:
    """A simulated identity-card reader on `where`."""
    device = SdtSimulator(open_port(where))
    with plugged_in(device):
        yield device


@contextmanager
def uid_reader_on(where: str) -> Iterator[UidLineSimulator]:
    """A simulated reader of card numbers on `where`."""
    device = UidLineSimulator(open_port(where))
    with plugged_in(device):
        yield device
