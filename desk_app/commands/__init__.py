"""What a technician may type after `desk-app`: one command a file, each listed here."""

from __future__ import annotations

from desk_app.commands import (
    card_read,
    card_watch,
    demo,
    devices_list,
    doctor,
    export_daily,
    print_test,
    rooms_book,
    rooms_cancel,
    rooms_check,
    rooms_list,
    simulate,
    visits_list,
)
from desk_app.commands.api import Command

COMMANDS: tuple[Command, ...] = (
    demo.COMMAND,
    doctor.COMMAND,
    devices_list.COMMAND,
    card_read.COMMAND,
    card_watch.COMMAND,
    print_test.COMMAND,
    visits_list.COMMAND,
    rooms_list.COMMAND,
    rooms_check.COMMAND,
    rooms_book.COMMAND,
    rooms_cancel.COMMAND,
    export_daily.COMMAND,
    *simulate.COMMANDS,
)
