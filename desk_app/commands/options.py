"""Options several commands share, and how their values are read."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, timedelta

from desk_app.core.clock import SystemClock, hub_day


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


def seconds(text: str) -> float:
    """A waiting time as typed: above zero, at most a day."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 86_400:
        raise ArgumentTypeError(f"no waiting time: {text!r}; write seconds, like 10")
    return value
