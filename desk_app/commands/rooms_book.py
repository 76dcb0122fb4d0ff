"""`rooms book`: book every date of a wish, or with `--only-free` those that can be had."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace

from desk_app.commands.api import Command
from desk_app.commands.rooms_options import add_wish
from desk_app.core.errors import DeskError
from desk_app.core.paths import DataFolder


def _configure(parser: ArgumentParser) -> None:
    add_wish(parser)
    parser.add_argument("--name", default="", metavar="NAME", help="the adult who answers for it")
    parser.add_argument("--phone", default="", metavar="NUMBER", help="11 digits, or the last 4")
    parser.add_argument("--new-group", action="store_true", help="the group is not known yet")
    parser.add_argument("--title", default="", metavar="TEXT", help="what it is")
    parser.add_argument("--only-free", action="store_true", help="book the dates that can be had, skip the others")
    parser.add_argument("--override", default="", metavar="WHY", help="set aside the rules that yield, for this reason")
    parser.add_argument("--slip", action="store_true", help="queue the slip for the printer")


def _run(given: Namespace) -> int:
    from desk_app.app.desk import open_desk  # the store: 0.3 s
    from desk_app.commands import rooms_asking, rooms_text
    from desk_app.domain.bookings.booking import PartyKind
    from desk_app.domain.bookings.request import Override
    from desk_app.services.office import usable_name, usable_phone

    if not given.name.strip():
        raise DeskError("booking.nobody_answers", field="name")
    name, phone = usable_name(given.name), usable_phone(given.phone)
    with open_desk(DataFolder(given.data_dir), writer=True) as here:
        desk = here.desk
        room = rooms_asking.room_named(desk, given.room)
        group = rooms_asking.group_named(desk, given.group, new=given.new_group)
        wanted = rooms_asking.wish(given, room, rooms_asking.somebody(desk, group, name, phone))
        override = Override(here.config.desk.letter, given.override) if given.override else None
        wanted = replace(wanted, title=given.title.strip(), override=override)
        rooms_asking.require_one_date(desk.bookings.check(wanted, alternatives=False))
        if given.group and group is None:  # only now: a wish that is refused leaves no group behind
            group = desk.rooms.party(PartyKind.GROUP, given.group)
            wanted = replace(wanted, responsible=rooms_asking.somebody(desk, group, name, phone))
        booked = desk.bookings.book(wanted, only_free=given.only_free, print_slip=given.slip)
    if given.json:
        answer = {
            "number": booked.number,
            "token": booked.token,
            "series": str(booked.series.id) if booked.series else None,
            "bookings": [rooms_text.booking_fields(one, room.name) for one in booked.bookings],
            "skipped": [skipped.slot.day.isoformat() for skipped in booked.skipped],
            "displaced": [str(one.id) for one in booked.displaced],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        print("\n".join(rooms_text.booking_row(one, room.name) for one in booked.bookings))
    return 0


COMMAND = Command("rooms book", "book a room, once or repeatedly", _configure, _run)
