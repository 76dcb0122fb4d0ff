"""The line behind a device's address: whether it has a speed, and a printer's address with and without it."""

from __future__ import annotations

from urllib.parse import parse_qsl

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.address import DEFAULT_BAUDRATE, Way, parse_address
from desk_app.ui.context import DeviceKind

SPEEDS = (9600, 19200, 38400, 57600, 115200)
"""What readers, printers and scanners are set to in practice; another speed in the settings is offered beside them."""
USUAL_SPEED = {DeviceKind.READER: 0, DeviceKind.PRINTER: DEFAULT_BAUDRATE, DeviceKind.SCANNER: 9600}
"""0 is the reader family's own."""


def has_speed(kind: DeviceKind, port: str) -> bool:
    """Whether `port` is a serial one: only there a line speed means anything."""
    if kind is DeviceKind.PRINTER:
        return _is_serial(port)
    return bool(port) and ":" not in port  # tcp://…, rfc2217://… and simulators have no speed to set


def without_speed(url: str) -> tuple[str, int]:
    """A printer's address without its `baud` option, and that speed; 0 where it names none."""
    if not _is_serial(url):
        return url, 0
    place, _, options = url.partition("?")
    pairs = parse_qsl(options)
    kept = "&".join(f"{name}={value}" for name, value in pairs if name != "baud")
    speed = next((int(value) for name, value in reversed(pairs) if name == "baud"), 0)
    return f"{place}?{kept}" if kept else place, speed


def with_speed(url: str, speed: int) -> str:
    """A printer's address that names `speed`, unless that is the usual one or the address is no serial port's."""
    if not _is_serial(url) or speed in (0, DEFAULT_BAUDRATE):
        return url
    return f"{url}{'&' if '?' in url else '?'}baud={speed}"


def same_port(one: str, other: str) -> bool:
    """Whether two addresses lead to one port: `COM4`, `serial:COM4` and `serial:COM4?baud=19200` do."""
    return _bare(one) == _bare(other)


def _bare(port: str) -> str:
    return port.removeprefix("serial:").partition("?")[0]


def _is_serial(url: str) -> bool:
    try:
        return parse_address(url).way is Way.SERIAL
    except EnvironmentTrouble:
        return False
