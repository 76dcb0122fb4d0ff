"""Where a printer is: the text a technician enters, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import parse_qs, urlsplit

from desk_app.core.errors import EnvironmentTrouble

DEFAULT_PORT = 9100
DEFAULT_BAUDRATE = 9600
FAST_BAUDRATE = 115200
"""From here a slip in dots takes two to three seconds; below it letters are sent."""
_MANY_LINES = 20
_FLOWS = ("none", "rtscts", "dsrdtr")


class Way(Enum):
    """How the bytes travel."""

    NETWORK = "network"
    SERIAL = "serial"
    DEVICE = "device"
    FILE = "file"
    USB = "usb"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class Address:
    """A printer's place; only the fields of its way are set. `text` is what was entered."""

    text: str
    way: Way
    host: str = ""
    port: int = 0
    device: str = ""
    baudrate: int = 0
    flow: str = "none"
    vendor: int = 0
    product: int = 0

    def slow_for(self, lines: int) -> bool:
        """Whether a slip of so many lines, sent in dots, keeps people waiting: for a roll call any serial line does."""
        return self.way is Way.SERIAL and (self.baudrate < FAST_BAUDRATE or lines > _MANY_LINES)

    def seconds(self, size: int) -> float:
        """How long so many bytes are under way at least."""
        return size * 10 / self.baudrate if self.way is Way.SERIAL else 0.0


def parse_address(text: str) -> Address:
    """Understand `tcp://host[:9100]`, `socket://…`, `host:port`, `serial:COM4?baud=9600&flow=rtscts`, `COM4`,
    `/dev/ttyUSB0`, `/dev/usb/lp0`, `file:PATH`, `usb:0416:5011` and `windows:Printer Name`.

    Raises EnvironmentTrouble("printer.url_unusable", where=…).
    """
    where = text.strip()
    for pattern, understand in _FORMS:
        if (match := re.fullmatch(pattern, where)) is not None:
            return understand(where, match)
    raise EnvironmentTrouble("printer.url_unusable", where=where)


def _network(text: str, match: re.Match[str]) -> Address:
    try:
        parts = urlsplit(f"tcp://{match['rest']}")
        port = parts.port or DEFAULT_PORT
    except ValueError as error:
        raise EnvironmentTrouble("printer.url_unusable", where=text) from error
    if not parts.hostname:
        raise EnvironmentTrouble("printer.url_unusable", where=text)
    return Address(text, Way.NETWORK, host=parts.hostname, port=port)


def _serial(text: str, match: re.Match[str]) -> Address:
    options = {name: values[-1] for name, values in parse_qs(match["options"] or "").items()}
    baud, flow = options.pop("baud", str(DEFAULT_BAUDRATE)), options.pop("flow", "none")
    if options or not baud.isascii() or not baud.isdigit() or int(baud) == 0 or flow not in _FLOWS:
        raise EnvironmentTrouble("printer.url_unusable", where=text)
    return Address(text, Way.SERIAL, device=match["device"], baudrate=int(baud), flow=flow)


def _device(text: str, match: re.Match[str]) -> Address:
    return Address(text, Way.DEVICE, device=match["device"])


def _file(text: str, match: re.Match[str]) -> Address:
    return Address(text, Way.FILE, device=match["device"])


def _usb(text: str, match: re.Match[str]) -> Address:
    return Address(text, Way.USB, vendor=int(match["vendor"], 16), product=int(match["product"], 16))


def _queue(text: str, match: re.Match[str]) -> Address:
    return Address(text, Way.QUEUE, device=match["device"])


_FORMS = (
    (r"(?:tcp|socket)://(?P<rest>[^/?#]+)/?", _network),
    (r"file:(?P<device>.+)", _file),
    (r"usb:(?:0x)?(?P<vendor>[0-9A-Fa-f]{1,4}):(?:0x)?(?P<product>[0-9A-Fa-f]{1,4})", _usb),
    (r"windows:(?P<device>.+)", _queue),
    (r"(?P<device>/dev/usb/lp\d+|/dev/lp\d+|/dev/usblp\d+)", _device),
    (r"serial:(?P<device>[^?]+)(?:\?(?P<options>.*))?", _serial),
    (r"(?P<device>(?i:COM)\d+|/[^?]+)(?:\?(?P<options>.*))?", _serial),
    (r"(?!(?:usb|file|windows|serial|tcp|socket):)(?P<rest>[A-Za-z0-9][A-Za-z0-9.-]*:\d{1,5})", _network),
)
