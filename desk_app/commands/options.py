"""Options several commands share, and how their values are read."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, timedelta
from pathlib import Path

from desk_app.core.clock import SystemClock, hub_day

_FASTEST = 4_000_000


def add_day(parser: ArgumentParser) -> None:
    """`--date D`, today by default."""
    parser.add_argument(
        "--date", type=day, default="today", metavar="D", help="YYYY-MM-DD, today or yesterday in Shanghai (today)"
    )


def day(text: str) -> date:
    """A hub day as typed."""
    today = hub_day(SystemClock().now())
    if text in ("today", "yesterday"):
        return today - timedelta(days=text == "yesterday")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"no date: {text!r}; write it like {today}") from error


def add_json(parser: ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="JSON for programs; fields are listed in docs/commands.md")


def path(text: str) -> Path:
    """A file or folder as typed; nothing typed must not mean the folder one happens to stand in."""
    if not text.strip() or "\0" in text:
        raise ArgumentTypeError(f"no file or folder: {text!r}; write its name, or . for this folder")
    return Path(text)


def address(text: str) -> str:
    """The port or URL of a device as typed."""
    if not text.strip():
        raise ArgumentTypeError("no port: write it like COM3 or tcp://host:port")
    return text.strip()


def speed(text: str) -> int:
    """A line speed as typed, in bits per second."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= _FASTEST:
        raise ArgumentTypeError(f"no line speed: {text!r}; write it like 115200")
    return int(text)


def pace(text: str) -> int:
    """A simulator's line speed as typed; 0 is as fast as the line goes."""
    return 0 if text == "0" else speed(text)


def seconds(text: str) -> float:
    """A waiting time as typed: above zero, at most a day."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 86_400:
        raise ArgumentTypeError(f"no waiting time: {text!r}; write seconds, like 10")
    return value
