"""The dark line's words: what was just done about a booking, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.ui.pages.bookings import reasons, words
from desk_app.ui.pages.bookings.fields import say_trouble
from desk_app.ui.pages.bookings.state import Happened, Line, State
from desk_app.ui.widgets.toast import ToastAction, ToastLine

DONE: dict[Happened, str] = {
    #: 已预约 · {title} {when}
    Happened.BOOKED: QT_TRANSLATE_NOOP("bookings", "Booked · {title} {when}"),
    #: 已改到 {when} · {title}
    Happened.MOVED: QT_TRANSLATE_NOOP("bookings", "Moved to {when} · {title}"),
    #: 已修改 · {title}
    Happened.AMENDED: QT_TRANSLATE_NOOP("bookings", "Changed · {title}"),
    #: 已取消 · {title} {when}
    Happened.CANCELLED: QT_TRANSLATE_NOOP("bookings", "Cancelled · {title} {when}"),
    #: 已到 · {title}
    Happened.CHECKED_IN: QT_TRANSLATE_NOOP("bookings", "They are here · {title}"),
    #: 已结束 · {title}，余下时间空出
    Happened.ENDED: QT_TRANSLATE_NOOP("bookings", "Over · {title}; the rest is free"),
    #: 已通过 · {title} {when}
    Happened.APPROVED: QT_TRANSLATE_NOOP("bookings", "Approved · {title} {when}"),
    #: 未通过 · {title} {when}
    Happened.REJECTED: QT_TRANSLATE_NOOP("bookings", "Refused · {title} {when}"),
    #: 已恢复 · {title} {when}
    Happened.REVIVED: QT_TRANSLATE_NOOP("bookings", "Taken up again · {title} {when}"),
    #: 已恢复 {count} 次 · {title}
    Happened.RESTORED: QT_TRANSLATE_NOOP("bookings", "{count} dates restored · {title}"),
    #: 凭条已送打印
    Happened.PRINTED: QT_TRANSLATE_NOOP("bookings", "Slip sent to the printer"),
    #: 已排候补 · {name}
    Happened.WAITING: QT_TRANSLATE_NOOP("bookings", "On the waiting list · {name}"),
    #: 已为 {name} 保留到 {until}
    Happened.OFFERED: QT_TRANSLATE_NOOP("bookings", "Held for {name} until {until}"),
    #: 不再候补 · {name}
    Happened.DECLINED: QT_TRANSLATE_NOOP("bookings", "No longer waiting · {name}"),
    #: 订不到 · {reason}
    Happened.NOT_FREE: QT_TRANSLATE_NOOP("bookings", "Not to be had · {reason}"),
}
REQUESTED = QT_TRANSLATE_NOOP("bookings", "Requested, to be approved · {title} {when}")
PROVISIONAL = QT_TRANSLATE_NOOP("bookings", "Provisional · {title} {when}")
MANY = QT_TRANSLATE_NOOP("bookings", "{count} dates")
SKIPPED = QT_TRANSLATE_NOOP("bookings", "{skipped} skipped")
DISPLACED = QT_TRANSLATE_NOOP("bookings", "{displaced} requests lost: ring them up")
TAKEN_BACK = QT_TRANSLATE_NOOP("bookings", "Taken back · {title}")
UNDO = QT_TRANSLATE_NOOP("bookings", "Undo")


def say(toast: ToastLine, state: State, undo: ToastAction) -> None:
    """Show the state's line, with the way back where there is one."""
    line = state.line
    if line is None:
        toast.clear()
        return
    icon = "triangle-alert" if line.wants_a_look else "check"
    toast.say(text_of(line, state), hint_of(line), [undo] if state.can_undo else [], icon_name=icon)


def text_of(line: Line, state: State) -> str:
    """The line as a sentence."""
    if line.happened is Happened.REFUSED:
        return say_trouble(line.trouble) if line.trouble is not None else ""
    if line.happened is Happened.PUT_BACK:
        return _fill(TAKEN_BACK, line, state)
    if line.happened is Happened.BOOKED and line.booking is not None:
        special = {BookingState.REQUESTED: REQUESTED, BookingState.PROVISIONAL: PROVISIONAL}
        return _fill(special.get(line.booking.state, DONE[Happened.BOOKED]), line, state)
    return _fill(DONE[line.happened], line, state)


def hint_of(line: Line) -> str:
    """How many dates it was, how many were skipped, whom to ring up."""
    parts = []
    if line.count > 1 and line.happened is not Happened.RESTORED:
        parts.append(words.say(MANY, count=line.count))
    if line.skipped:
        parts.append(words.say(SKIPPED, skipped=line.skipped))
    if line.displaced:
        parts.append(words.say(DISPLACED, displaced=line.displaced))
    return " · ".join(parts)


def _fill(source: str, line: Line, state: State) -> str:
    booking, entry = line.booking, line.entry
    params: dict[str, object] = {"count": line.count, "title": "", "when": "", "name": "", "reason": "", "until": ""}
    if booking is not None:
        params |= {"title": words.title(booking), "when": _when(booking, state)}
    if entry is not None:
        params["name"] = words.who(entry.request.responsible, hide=state.names_hidden)
        params["until"] = f"{entry.held_until:%H:%M}" if entry.held_until is not None else ""
    if line.edit is not None:
        params["reason"] = reasons.of_verdict(line.edit.verdict, state.today)
    return QCoreApplication.translate("bookings", source).format_map(params).rstrip(" ·")


def _when(booking: Booking, state: State) -> str:
    day = "" if booking.slot.day == state.day else words.short_day(booking.slot.day)
    return " ".join(part for part in (state.house.name(booking.room_id), day, words.times(booking.slot)) if part)
