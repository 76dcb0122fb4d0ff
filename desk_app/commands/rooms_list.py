"""`rooms list`: the rooms, or with `--date` a day's bookings."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from desk_app.commands import options
from desk_app.commands.api import Command
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--date", type=options.day, metavar="D", help="list that day's bookings: YYYY-MM-DD, today or yesterday"
    )
    options.add_json(parser)


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.commands import rooms_text

    with open_desk(DataFolder(given.data_dir), writer=False) as here:
        plan, rooms = here.desk.rooms.plan(), here.desk.rooms.list()
        bookings = here.desk.bookings.day(given.date) if given.date else ()
    names = {room.id: room.name for room in rooms}
    if given.date:
        values = [rooms_text.booking_fields(one, names[one.room_id]) for one in bookings]
        lines = [rooms_text.booking_row(one, names[one.room_id]) for one in bookings]
    else:
        values = [rooms_text.room_fields(room, plan) for room in rooms]
        lines = [rooms_text.room_row(room) for room in rooms]
    if given.json:
        print(json.dumps(values, ensure_ascii=False, indent=1))
    elif lines:
        print("\n".join(lines))
    return 0


COMMAND = Command("rooms list", "list the rooms, or a day's bookings", _configure, _run)
