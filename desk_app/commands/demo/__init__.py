"""`demo`: a day at the hub, played on the real windows with simulated devices at the far end of real connections."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desk_app.commands import options
from desk_app.commands.api import Command, Complaint


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=options.path,
        default=Path("out/day-at-the-hub"),
        metavar="DIR",
        help="where pictures and papers go",
    )
    parser.add_argument("--visible", action="store_true", help="on the screen instead of off screen")


def _run(given: Namespace) -> int:
    if not given.visible:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desk_app.commands.demo.day import StoryBroke, play

    try:
        play(given.out)
    except StoryBroke as broke:
        raise Complaint(f"演示中断 / the day broke off: {broke}") from broke
    except OSError as error:
        raise Complaint(f"无法写入 {given.out} / cannot write there: {error.strerror}; choose another --out") from error
    return 0


COMMAND = Command("demo", "play a day at the hub", _configure, _run)
