"""The booking being made: what is filled in so far, what the check says of every date, and the last step.

A draft outlives its panel: leaving with Esc, or looking at another booking, loses nothing that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.core.clock import Clock, hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.alternatives import Alternative
from desk_app.domain.bookings.booking import PartyKind, Responsible
from desk_app.domain.bookings.recurrence import Recurrence
from desk_app.domain.bookings.request import Override
from desk_app.domain.bookings.rooms import ROOM_PURPOSES, LivingRoomUse, Room, RoomPurpose
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.bookings.waiting import WaitingEntry
from desk_app.domain.people import AgeBand, Person, PersonFound, band_on
from desk_app.services.bookings import ONCE, Booked, Checked, Wanted
from desk_app.services.desk import Desk
from desk_app.services.rooms import Party
from desk_app.ui.pages.bookings.state import Trouble

_Answer = TypeVar("_Answer")

OFFERS_AFTER_MS = 150
"""Alternatives cost more than the check: they wait until the hand rests."""
_MINORS = frozenset({AgeBand.B0_5, AgeBand.B6_13, AgeBand.B14_17})
NOBODY = UUID(int=0)
"""Stands for who has not been named yet, so that the dates can be checked before."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who books: what was typed, who fits, and who was taken."""

    kind: PartyKind = PartyKind.PERSON
    party: str = ""
    parties: tuple[Party, ...] = ()
    text: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    found: tuple[PersonFound, ...] = ()
    chosen: int = 0
    person: Person | None = field(default=None, repr=False)

    @property
    def named(self) -> bool:
        """Whether somebody answers for it: a person on record, or a name typed by hand."""
        return self.person is not None or bool(self.text.strip())

    @property
    def ready(self) -> bool:
        return self.named and (self.kind is PartyKind.PERSON or bool(self.party.strip()))


@dataclass(frozen=True, slots=True)
class Draft:
    """The new booking. `checked` is the check's answer, None until there is a room and a time."""

    who: Who = Who()
    room_id: UUID | None = None
    slot: Slot | None = None
    purpose: RoomPurpose = LivingRoomUse.ARTS_EXCHANGE
    purpose_set: bool = False
    title: str = ""
    head_count: int = 1
    remarks: str = field(default="", repr=False)
    rule: Recurrence = ONCE
    override_why: str = ""
    checked: Checked | None = None
    trouble: Trouble | None = None

    @property
    def complete(self) -> bool:
        """Whether it can be booked as it stands."""
        return self.who.ready and self.checked is not None and self.checked.all_free


class BookingDraft(QObject):
    """Fills a booking in, checks it with every change, and books it. UI thread only."""

    changed = Signal(object)
    booked = Signal(object)
    """Booked."""
    put_on_list = Signal(object)
    """WaitingEntry."""

    def __init__(self, desk: Desk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._rooms: tuple[Room, ...] = ()
        self.state = Draft()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(OFFERS_AFTER_MS)
        self._rest.timeout.connect(self.look_for_offers)

    def know_rooms(self, rooms: tuple[Room, ...]) -> None:
        """The rooms there are now; a draft whose room is gone loses it."""
        self._rooms = rooms
        if self.state.room_id is not None and self.state.room_id not in {room.id for room in rooms}:
            self._show(replace(self.state, room_id=None, checked=None))

    def pause(self) -> None:
        """Nobody looks."""
        self._rest.stop()

    # -- who ----------------------------------------------------------------------------------------------------
    def set_kind(self, kind: PartyKind) -> None:
        self._who(replace(self.state.who, kind=kind))
        self.check()

    def set_party(self, name: str) -> None:
        """The group's or unit's name; those known that fit are offered."""
        parties = self._try(lambda: self._desk.rooms.parties(name, 5)) if name.strip() else ()
        self._who(replace(self.state.who, party=name, parties=parties or ()))

    def take_party(self, party: Party) -> None:
        self._who(replace(self.state.who, party=party.name, kind=party.kind, parties=()))
        self.check()

    def look_for(self, text: str) -> None:
        """Who answers for it: by name, pinyin, initials or phone tail."""
        found = (self._try(lambda: self._desk.people.search(text, 5)) or ()) if text.strip() else ()
        self._who(replace(self.state.who, text=text, found=found, chosen=0, person=None))

    def point_at(self, row: int) -> None:
        last = max(0, len(self.state.who.found) - 1)
        self._who(replace(self.state.who, chosen=max(0, min(row, last))))

    def take_person(self, row: int | None = None) -> bool:
        """The chosen one of those found; says whether there was one."""
        who = self.state.who
        at = who.chosen if row is None else row
        if who.person is not None or at >= len(who.found):
            return False
        person = self._try(lambda: self._desk.people.person(who.found[at].id))
        if person is None:
            return False
        self._who(replace(who, text=person.name, person=person, found=(), phone=person.phone))
        self.check()
        return True

    def set_phone(self, phone: str) -> None:
        """A telephone for somebody not on record."""
        self._who(replace(self.state.who, phone=phone))

    # -- what, where, when --------------------------------------------------------------------------------------
    def place(self, room_id: UUID, slot: Slot) -> None:
        """This room at this time. The rule stays and moves along with its first date."""
        self._change(room_id=room_id, slot=slot)

    def set_room(self, room_id: UUID) -> None:
        self._change(room_id=room_id)

    def set_slot(self, slot: Slot) -> None:
        self._change(slot=slot)

    def set_purpose(self, purpose: RoomPurpose) -> None:
        self._change(purpose=purpose, purpose_set=True)

    def set_title(self, title: str) -> None:
        self._show(replace(self.state, title=title))

    def set_heads(self, heads: int) -> None:
        self._change(head_count=heads)

    def set_remarks(self, remarks: str) -> None:
        self._show(replace(self.state, remarks=remarks))

    def set_rule(self, rule: Recurrence) -> None:
        self._change(rule=rule)

    def refuse(self, trouble: DeskError) -> None:
        """A field holds what cannot be a value at all."""
        self._show(replace(self.state, trouble=trouble, checked=None))

    def set_override(self, why: str) -> None:
        """Staff set aside the rules that yield, with this reason; "" for not."""
        self._change(override_why=why)

    def take_offer(self, offer: Alternative) -> None:
        """The same, but moved, shortened or elsewhere: every date of it is free."""
        if self.state.checked is None:
            return
        wanted = self.state.checked.wanted.like(offer)
        self._change(room_id=wanted.room_ids[0], slot=wanted.first)

    # -- checking -----------------------------------------------------------------------------------------------
    def check(self) -> None:
        """Ask how every date stands; alternatives follow when the hand rests."""
        self._check(alternatives=False)
        checked = self.state.checked
        if checked is not None and not checked.all_free:
            self._rest.start()
        else:
            self._rest.stop()

    def look_for_offers(self) -> None:
        """The check once more, with what would fit instead."""
        self._rest.stop()
        self._check(alternatives=True)

    def _check(self, *, alternatives: bool) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._show(replace(self.state, checked=None))
            return
        try:
            checked = self._desk.bookings.check(wanted, alternatives=alternatives)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(self.state, checked=None, trouble=trouble))
            return
        self._show(replace(self.state, checked=checked, trouble=None))

    def _wanted(self) -> Wanted | None:
        draft = self.state
        if draft.room_id is None or draft.slot is None:
            return None
        override = Override("", draft.override_why) if draft.override_why.strip() else None
        return Wanted(
            room_ids=(draft.room_id,),
            first=draft.slot,
            responsible=self._responsible(),
            purpose=draft.purpose,
            rule=draft.rule,
            title=draft.title.strip(),
            head_count=draft.head_count,
            remarks=draft.remarks.strip(),
            override=override,
        )

    def _responsible(self, party: Party | None = None) -> Responsible:
        who = self.state.who
        person = who.person
        person_id = person.id if person is not None else None
        return Responsible(
            kind=who.kind if party is not None or who.kind is PartyKind.PERSON else PartyKind.PERSON,
            party_id=party.id if party is not None else person_id or NOBODY,
            party_name=party.name if party is not None else "",
            person_id=person_id,
            person_name=person.name if person is not None else who.text.strip(),
            phone=who.phone.strip(),
            adult=person is None or band_on(person, hub_day(self._clock.now())) not in _MINORS,
        )

    # -- the last step ------------------------------------------------------------------------------------------
    def book(self, *, only_free: bool = False, print_slip: bool = True) -> None:
        """Book all dates, or the free ones; what is missing or refused is said beside its field."""
        if not self.take_person():
            missing = self._missing()
            if missing is not None:
                self._show(replace(self.state, trouble=missing))
                return
        wanted = self._named_wanted()
        if wanted is None:
            return
        try:
            booked: Booked = self._desk.bookings.book(wanted, only_free=only_free, print_slip=print_slip)
        except (DeskError, EnvironmentTrouble) as trouble:
            self.look_for_offers()
            self._show(replace(self.state, trouble=trouble))
            return
        self.clear()
        self.booked.emit(booked)

    def wait(self) -> None:
        """Put the wish on the waiting list."""
        missing = self._missing()
        wanted = None if missing is not None else self._named_wanted()
        if wanted is None:
            if missing is not None:
                self._show(replace(self.state, trouble=missing))
            return
        entry: WaitingEntry | None = self._try(lambda: self._desk.bookings.wait(wanted))
        if entry is not None:
            self.clear()
            self.put_on_list.emit(entry)

    def _missing(self) -> DeskError | None:
        draft = self.state
        if not draft.who.named:
            return DeskError("booking.nobody_named", field="who")
        if draft.who.kind is not PartyKind.PERSON and not draft.who.party.strip():
            return DeskError("party.name_missing", field="party")
        if draft.room_id is None:
            return DeskError("booking.no_room", field="room")
        if draft.slot is None:
            return DeskError("booking.no_time", field="start")
        return None

    def _named_wanted(self) -> Wanted | None:
        """The wish with the party it counts for; a new group is made known only now."""
        wanted, who = self._wanted(), self.state.who
        if wanted is None:
            return None
        if who.kind is PartyKind.PERSON:
            responsible = self._responsible()
            if responsible.party_id == NOBODY:
                responsible = replace(responsible, party_id=self._desk.rooms.new_id())
            return replace(wanted, responsible=responsible)
        party = self._try(lambda: self._desk.rooms.party(who.kind, who.party.strip()))
        return replace(wanted, responsible=self._responsible(party)) if party is not None else None

    def clear(self) -> None:
        """Begin anew; room and day are kept for the next one."""
        self._rest.stop()
        self._show(Draft())

    # -- within -------------------------------------------------------------------------------------------------
    def _change(self, **values: object) -> None:
        draft = replace(self.state, trouble=None, **values)  # type: ignore[arg-type]  # fields by name
        if draft.room_id != self.state.room_id and not draft.purpose_set:
            draft = replace(draft, purpose=self.usual_purpose(draft.room_id))
        self._show(draft)
        self.check()

    def usual_purpose(self, room_id: UUID | None) -> RoomPurpose:
        """The first purpose a room is for; a room for everything begins with the first of all."""
        room = next((room for room in self._rooms if room.id == room_id), None)
        allowed = room.purposes if room is not None and room.purposes else frozenset(ROOM_PURPOSES)
        return next(purpose for purpose in ROOM_PURPOSES if purpose in allowed)

    def _who(self, who: Who) -> None:
        self._show(replace(self.state, who=who, trouble=None))

    def _try(self, act: Callable[[], _Answer]) -> _Answer | None:
        """The act's answer, or None with the refusal kept."""
        try:
            return act()
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(self.state, trouble=trouble))
            return None

    def _show(self, state: Draft) -> None:
        self.state = state
        self.changed.emit(state)


def next_slot(now: datetime, length: timedelta = timedelta(hours=1)) -> Slot:
    """An hour from the next quarter on: what a booking by key begins with."""
    start = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0) + timedelta(minutes=15)
    return Slot(start, start + length)
