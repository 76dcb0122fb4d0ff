"""`rooms check`: every date of a wish with its verdict and reason; nothing is saved."""

from __future__ import annotations

import json
from argparse import Namespace

from desk_app.commands.api import Command
from desk_app.commands.rooms_options import add_wish
from desk_app.core.paths import DataFolder


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.commands import rooms_asking, rooms_text

    with open_desk(DataFolder(given.data_dir), writer=False) as here:
        room = rooms_asking.room_named(here.desk, given.room)
        who = rooms_asking.somebody(here.desk, rooms_asking.group_named(here.desk, given.group))
        answer = here.desk.bookings.check(rooms_asking.wish(given, room, who), alternatives=False)
    if answer.expansion.cut:
        rooms_asking.require_one_date(answer)
    if given.json:
        values = [rooms_text.verdict_fields(verdict) for verdict in answer.verdicts]
        print(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        print("\n".join(rooms_text.verdict_row(verdict) for verdict in answer.verdicts))
    rooms_asking.require_one_date(answer)
    return 0


COMMAND = Command("rooms check", "say of every date whether it can be had, and why not", add_wish, _run)
