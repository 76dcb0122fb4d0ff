"""`rooms cancel`: give a booking back, one date or more of its series."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from desk_app.commands import options
from desk_app.commands.api import Command
from desk_app.core.errors import DeskError
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("--booking", required=True, metavar="B", help="a booking's id, or a slip's number or code")
    parser.add_argument(
        "--scope", choices=("this", "following", "all"), default="this", help="how much of its series (this)"
    )
    parser.add_argument("--why", default="", metavar="TEXT", help="kept in its history")
    options.add_json(parser)


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.commands import rooms_asking, rooms_text
    from desk_app.domain.bookings.series import Scope

    with open_desk(DataFolder(given.data_dir), writer=True) as here:
        found = rooms_asking.bookings_named(here.desk, given.booking)
        if len(found) > 1 and given.scope != "all":
            raise DeskError("booking.several", value=given.booking, count=len(found))
        cancelled = here.desk.bookings.cancel(found[0].id, Scope(given.scope), given.why)
        names = {room.id: room.name for room in here.desk.rooms.list()}
    if given.json:
        values = [rooms_text.booking_fields(one, names[one.room_id]) for one in cancelled]
        print(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        print("\n".join(rooms_text.booking_row(one, names[one.room_id]) for one in cancelled))
    return 0


COMMAND = Command("rooms cancel", "give back a booking, or dates of its series", _configure, _run)
