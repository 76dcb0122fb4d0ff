"""One sentence for every code of a refusal or a trouble: what is wrong, and what to do. English sources.

The codes are owned by the layers below; a test finds every one of them and asks for its sentence here.
"""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    # cards
    "card.unknown_kind": QT_TRANSLATE_NOOP(
        "messages", "This card is of a kind the desk does not know. Check the visitor in by name."
    ),
    "card.check_digit": QT_TRANSLATE_NOOP(
        "messages", "The number on this card does not add up. Put it on again, or check the visitor in by name."
    ),
    "card.birth_date": QT_TRANSLATE_NOOP(
        "messages", "The birth date on this card cannot be true. Check the visitor in by name."
    ),
    "card.birth_mismatch": QT_TRANSLATE_NOOP(
        "messages", "Birth date and number on this card disagree. Check the visitor in by name."
    ),
    "card.sex_mismatch": QT_TRANSLATE_NOOP(
        "messages", "Sex and number on this card disagree. Check the visitor in by name."
    ),
    "card.no_name": QT_TRANSLATE_NOOP(
        "messages", "No name could be read from this card. Check the visitor in by name."
    ),
    "card.uid_unknown": QT_TRANSLATE_NOOP(
        "messages", "Nobody has been given this hub card yet. Find the visitor by name."
    ),
    "card.uid_taken": QT_TRANSLATE_NOOP("messages", "This hub card already belongs to somebody else."),
    # people
    "person.name_missing": QT_TRANSLATE_NOOP("messages", "Type a name."),
    "person.name_too_long": QT_TRANSLATE_NOOP("messages", "The name is too long: at most {limit} characters."),
    "person.phone_invalid": QT_TRANSLATE_NOOP("messages", "A phone number has 11 digits; the last 4 are enough."),
    "person.already_in": QT_TRANSLATE_NOOP("messages", "This visitor is already in the house."),
    "person.unknown": QT_TRANSLATE_NOOP("messages", "This person is not on record here."),
    # groups
    "group.empty": QT_TRANSLATE_NOOP("messages", "Count at least one person."),
    "group.too_many": QT_TRANSLATE_NOOP("messages", "At most {limit} people of one age."),
    "group.leader_missing": QT_TRANSLATE_NOOP("messages", "Type who leads the group."),
    # visits, acts, slips
    "visit.unknown": QT_TRANSLATE_NOOP("messages", "This visit is not on record here."),
    "visit.already_left": QT_TRANSLATE_NOOP("messages", "Already signed out at {since}."),
    "act.already_undone": QT_TRANSLATE_NOOP("messages", "This has already been taken back."),
    "act.superseded": QT_TRANSLATE_NOOP("messages", "Something newer was done since; take that back first."),
    "token.unknown": QT_TRANSLATE_NOOP("messages", "This slip is not from this desk."),
    "token.mistyped": QT_TRANSLATE_NOOP("messages", "This is not a slip code. Scan again, or type it as printed."),
    # activities
    "activity.title_missing": QT_TRANSLATE_NOOP("messages", "Type what the activity is called."),
    "activity.ends_before_start": QT_TRANSLATE_NOOP("messages", "The end must be after the start."),
    "activity.no_weekday": QT_TRANSLATE_NOOP("messages", "Choose at least one weekday."),
    # settings page
    "hub.subdistrict_missing": QT_TRANSLATE_NOOP("messages", "Choose the subdistrict."),
    "hub.closes_before_opening": QT_TRANSLATE_NOOP("messages", "Closing must be after opening."),
    "hub.phone_invalid": QT_TRANSLATE_NOOP("messages", "Only digits, spaces and - + ( )."),
    "desk.letter_invalid": QT_TRANSLATE_NOOP("messages", "One capital letter, A to Z."),
    "desk.setting_unusable": QT_TRANSLATE_NOOP("messages", "This cannot be saved. Allowed: {allowed}"),
    "device.port_missing": QT_TRANSLATE_NOOP("messages", "Choose a port or type one."),
    "device.model_missing": QT_TRANSLATE_NOOP("messages", "Choose the model."),
    "device.not_tested": QT_TRANSLATE_NOOP("messages", "Test it first; it is saved once the test succeeds."),
    # environment
    "settings.not_writable": QT_TRANSLATE_NOOP(
        "messages", "The settings cannot be saved: the folder {path} refuses. Free space there or allow writing."
    ),
    "visit.undone": QT_TRANSLATE_NOOP("messages", "This check-in was taken back."),
    "visit.companions_invalid": QT_TRANSLATE_NOOP("messages", "Companions: 0 to {limit}, and none for a group."),
    "activity.unknown": QT_TRANSLATE_NOOP("messages", "This activity is no longer on the timetable."),
    "slip.unknown": QT_TRANSLATE_NOOP("messages", "This slip is not on record here."),
    "slip.not_doubtful": QT_TRANSLATE_NOOP("messages", "This slip has been settled meanwhile."),
    "slip.settled": QT_TRANSLATE_NOOP("messages", "This slip has been settled meanwhile."),
    "slip.being_sent": QT_TRANSLATE_NOOP("messages", "This slip is being printed right now."),
    "slip.not_queued": QT_TRANSLATE_NOOP("messages", "This slip has been settled meanwhile."),
    # why a slip waits or is uncertain
    "slip.clerk_saw_it": QT_TRANSLATE_NOOP("messages", "It came out."),
    "slip.clerk_missed_it": QT_TRANSLATE_NOOP("messages", "It did not come out."),
    "slip.clerk_dropped_it": QT_TRANSLATE_NOOP("messages", "It was not needed."),
    "slip.interrupted": QT_TRANSLATE_NOOP("messages", "The program ended while it was being sent."),
    "slip.unbuildable": QT_TRANSLATE_NOOP("messages", "What it should say cannot be read any more."),
    "slip.visit_undone": QT_TRANSLATE_NOOP("messages", "The check-in was taken back."),
    "print.line_lost": QT_TRANSLATE_NOOP("messages", "The line to the printer broke while it was being sent."),
    "print.desk_closed": QT_TRANSLATE_NOOP("messages", "The program was closed while it was being sent."),
    "print.no_answer": QT_TRANSLATE_NOOP("messages", "The printer did not say whether it is done."),
    "print.unprintable": QT_TRANSLATE_NOOP("messages", "It cannot be printed on this printer."),
    "printer.port_missing": QT_TRANSLATE_NOOP("messages", "There is no port {where}. Is the printer plugged in?"),
    "printer.not_a_port": QT_TRANSLATE_NOOP(
        "messages", "{where} is a file, not a port. To print into a file, write file:PATH."
    ),
    "printer.port_busy": QT_TRANSLATE_NOOP("messages", "Another program uses {where}. Close it and try again."),
    "printer.port_forbidden": QT_TRANSLATE_NOOP("messages", "This user may not open {where}. Ask your technician."),
    "printer.queue_missing": QT_TRANSLATE_NOOP(
        "messages", "Windows knows no printer {where}. Write its name as Windows shows it."
    ),
    "printer.windows_only": QT_TRANSLATE_NOOP("messages", "{where} works on Windows only. Choose another address."),
    "printer.usb_missing": QT_TRANSLATE_NOOP("messages", "No USB printer {where}. Is it plugged in and switched on?"),
    "printer.usb_library_missing": QT_TRANSLATE_NOOP(
        "messages", "The USB library (libusb) is missing on this PC. Ask your technician."
    ),
    "printer.file_not_writable": QT_TRANSLATE_NOOP(
        "messages", "{where} cannot be written. Choose a file in a folder that exists and allows writing."
    ),
    "printer.url_unusable": QT_TRANSLATE_NOOP(
        "messages",
        "{where} is no printer address. Examples: tcp://192.168.1.50:9100, serial:COM4, usb:0416:5011, "
        "windows:Printer name, file:C:\\slips.bin.",
    ),
    "printer.model_unknown": QT_TRANSLATE_NOOP("messages", "The desk does not know the printer model {model}."),
    "printer.chinese_unknown": QT_TRANSLATE_NOOP("messages", "The setting {value} for Chinese text is unknown."),
    "simulator.not_started": QT_TRANSLATE_NOOP("messages", "The simulator did not start. Try again."),
    "export.folder_missing": QT_TRANSLATE_NOOP("messages", "There is no folder {path}."),
    "export.file_open": QT_TRANSLATE_NOOP("messages", "The file is open in Excel. Close it and export again."),
    "export.not_writable": QT_TRANSLATE_NOOP(
        "messages", "{path} cannot be written. Free space or choose another folder."
    ),
    "screen.missing": QT_TRANSLATE_NOOP("messages", "There is no screen to show the desk on."),
    # the store
    "store.read_only": QT_TRANSLATE_NOOP(
        "messages", "The data folder refuses writing. Nothing new is stored; allow writing there."
    ),
    "store.disk_full": QT_TRANSLATE_NOOP(
        "messages", "The disk is full. Nothing new is stored; free some space on this disk, then try again."
    ),
    "store.busy": QT_TRANSLATE_NOOP("messages", "Another program holds the data file. Try again in a moment."),
    "store.io_error": QT_TRANSLATE_NOOP(
        "messages", "The disk does not answer. Nothing new is stored; note visitors on paper and call support."
    ),
    "store.in_use": QT_TRANSLATE_NOOP("messages", "The desk is already open on this PC. Look for its window."),
    "store.damaged": QT_TRANSLATE_NOOP(
        "messages", "The data file is damaged. Change nothing and call support; a backup lies beside it."
    ),
    "store.newer": QT_TRANSLATE_NOOP(
        "messages", "The data file was written by a newer version of the desk. Install that version."
    ),
    "store.older": QT_TRANSLATE_NOOP(
        "messages", "The data file is from an older version. Open the desk once to bring it up to date."
    ),
    "store.missing": QT_TRANSLATE_NOOP("messages", "There is no data file in {path} yet."),
    "store.wrong_key": QT_TRANSLATE_NOOP(
        "messages", "The key of this PC does not open the data file. Was the folder copied from another PC?"
    ),
    "store.key_lost": QT_TRANSLATE_NOOP(
        "messages", "The key of the data file is missing. Put the keys folder back, or call support."
    ),
    "store.lost": QT_TRANSLATE_NOOP(
        "messages",
        "The data file is gone from {path}. Do not begin anew: bring it back from a backup, or call support.",
    ),
    "store.identity_key_changed": QT_TRANSLATE_NOOP(
        "messages", "The keys in {path} are not those of this data file. Bring both back from the same backup."
    ),
    "store.key_store_locked": QT_TRANSLATE_NOOP(
        "messages", "The key store of this PC is locked. Log in to it and start the desk again."
    ),
}
