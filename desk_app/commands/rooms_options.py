"""The options `rooms check` and `rooms book` share."""

from __future__ import annotations

from argparse import ArgumentParser

from desk_app.commands import options


def add_wish(parser: ArgumentParser) -> None:
    """Room, time, repeating, how many, for whom."""
    parser.add_argument("--room", required=True, metavar="ROOM", help="its name or id, see rooms list")
    parser.add_argument("--start", required=True, metavar="T", help="like 2026-12-01T14:00, Shanghai clock")
    parser.add_argument("--end", required=True, metavar="T", help="the same; 00:00 of the next day ends at midnight")
    parser.add_argument("--rrule", default="", metavar="RULE", help="RFC 5545, like FREQ=WEEKLY;COUNT=8")
    parser.add_argument("--skip-holidays", action="store_true", help="leave out statutory days off")
    parser.add_argument("--follow-makeup", action="store_true", help="heed weekends worked instead")
    parser.add_argument("--people", type=int, default=1, metavar="N", help="how many come (1)")
    parser.add_argument("--purpose", default="community_discussion", metavar="P", help="see docs/commands.md")
    parser.add_argument("--group", default="", metavar="NAME", help="a group or unit that books")
    options.add_json(parser)
