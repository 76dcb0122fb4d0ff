"""What a receptionist does to the whole house: close rooms, keep them for somebody, count what is lent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.rooms import Blocking, Closure, Equipment, HouseRules, Room
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.services.rooms import Party
from desk_app.ui.context import Context
from desk_app.ui.pages.settings.rooms_draft import minutes
from desk_app.ui.pages.settings.state import altered

THE_DESK = UUID(int=0)
"""Who keeps rooms at this desk: no party, so it exempts nobody."""
NOTICE_DAYS = 7
"""A culture venue announces closing seven days before, unless the cause is sudden (domain.md, ten facts)."""


@dataclass(frozen=True, slots=True)
class ClosureDraft:
    """A time nobody can be in there; no rooms are the whole house."""

    first: date
    last: date
    starts: str = "08:30"
    ends: str = "20:30"
    why: str = ""
    room_ids: frozenset[UUID] = frozenset()

    def slot(self) -> Slot:
        """DeskError("booking.end_not_after_start", field="end")."""
        begin, end = time.fromisoformat(self.starts), time.fromisoformat(self.ends)
        return Slot(datetime.combine(self.first, begin), datetime.combine(self.last, end))


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Rooms kept for somebody, whole days."""

    first: date
    last: date
    why: str = ""
    room_ids: frozenset[UUID] = frozenset()
    exempt: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseDraft:
    """The rules of the house in minutes and numbers."""

    rooms_at_once: int = 0
    late_entry: int = 15
    asked_blockings_hold: bool = False


@dataclass(frozen=True, slots=True)
class HouseState:
    """Everything but the rooms themselves. `met` are bookings a closure would meet, asked about before it is made."""

    closure: ClosureDraft
    keep: KeepDraft
    rooms: tuple[Room, ...] = ()
    closures: tuple[Closure, ...] = ()
    blockings: tuple[Blocking, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    house: HouseDraft = HouseDraft()
    met: tuple[Booking, ...] = ()
    asking: bool = False
    found: tuple[Party, ...] = ()
    short_notice: bool = False
    refusals: Mapping[str, DeskError] = field(default_factory=dict)
    trouble: EnvironmentTrouble | None = None


class HouseModel(QObject):
    """One signal follows every act. UI thread."""

    changed = Signal(object)
    """HouseState."""
    said = Signal(str, str, object)
    """Code of what was done, a detail, and how to take it back (a callable, or None)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rooms = context.desk.rooms
        tomorrow = self._today() + timedelta(days=1)
        self.state = HouseState(ClosureDraft(tomorrow, tomorrow), KeepDraft(tomorrow, tomorrow))

    def show(self) -> None:
        """Read everything anew; drafts stay."""
        self._try("closure", self._load)

    # ---- closed ----

    def edit_closure(self, section: str, key: str, value: object) -> None:
        del section
        draft = altered(self.state.closure, **{key: value})
        if key == "first" and draft.last < draft.first:
            draft = replace(draft, last=draft.first)
        self._edited("closure", key, closure=draft, met=(), asking=False)

    def toggle_closed_room(self, room_id: UUID) -> None:
        self.edit_closure("closure", "room_ids", self.state.closure.room_ids ^ {room_id})

    def close(self) -> None:
        """Close, or first show which bookings that would meet."""

        def look() -> None:
            draft = self.state.closure
            if not draft.why.strip():
                raise DeskError("closure.reason_missing", field="why")
            met = self._rooms.meeting(draft.slot(), draft.room_ids)
            if met:
                self._become(met=met, asking=True)
            else:
                self._close(cancel_bookings=False)

        self._try("closure", look)

    def close_and_cancel(self) -> None:
        """Close all of it; the bookings inside are cancelled and wait to be rung up."""
        self._try("closure", lambda: self._close(cancel_bookings=True))

    def close_around(self) -> None:
        """Close only the days without bookings."""
        self._try("closure", lambda: self._close(cancel_bookings=False))

    def keep_open(self) -> None:
        """Do not close after all."""
        self._become(met=(), asking=False)

    def reopen(self, closure_id: UUID) -> None:
        closure = next((each for each in self.state.closures if each.id == closure_id), None)
        if closure is None:
            return

        def reopen() -> None:
            self._rooms.reopen(closure_id)
            self._told("reopened", closure.why, lambda: self._close_again(closure))

        self._try("closure", reopen)

    def _close(self, *, cancel_bookings: bool) -> None:
        draft = self.state.closure
        slots = _each_day(draft.slot()) if self.state.met and not cancel_bookings else (draft.slot(),)
        closed = self._rooms.close(slots, draft.why.strip(), draft.room_ids, cancel_bookings=cancel_bookings)
        self._become(closure=replace(draft, why="", room_ids=frozenset()), met=(), asking=False, refusals={})

        def reopen_all() -> None:
            for closure in closed.closures:
                self._rooms.reopen(closure.id)
            self._told("taken_back", "", None)

        undo = None if closed.cancelled else lambda: self._try("closure", reopen_all)
        code = "closed_and_cancelled" if closed.cancelled else "closed"
        self._told(code, str(len(closed.cancelled)) if closed.cancelled else draft.why.strip(), undo)

    def _close_again(self, closure: Closure) -> None:
        def again() -> None:
            self._rooms.close((closure.slot,), closure.why, closure.room_ids)
            self._told("taken_back", "", None)

        self._try("closure", again)

    # ---- kept for somebody ----

    def edit_keep(self, section: str, key: str, value: object) -> None:
        del section
        draft = altered(self.state.keep, **{key: value})
        if key == "first" and draft.last < draft.first:
            draft = replace(draft, last=draft.first)
        self._edited("keep", key, keep=draft)

    def toggle_kept_room(self, room_id: UUID) -> None:
        self.edit_keep("keep", "room_ids", self.state.keep.room_ids ^ {room_id})

    def look_for_parties(self, text: str) -> None:
        """Groups and units who may book nevertheless."""
        self._try("keep", lambda: self._become(found=self._rooms.parties(text, 6) if text.strip() else ()))

    def exempt(self, party: Party) -> None:
        keep = self.state.keep
        if party not in keep.exempt:
            keep = replace(keep, exempt=(*keep.exempt, party))
        self._become(keep=keep, found=())

    def exempt_no_more(self, party: Party) -> None:
        keep = self.state.keep
        self._become(keep=replace(keep, exempt=tuple(each for each in keep.exempt if each != party)))

    def keep_rooms(self) -> None:
        """Keep the rooms; bookings of others inside are cancelled and wait to be rung up."""

        def keep() -> None:
            draft = self.state.keep
            if not draft.why.strip():
                raise DeskError("blocking.reason_missing", field="why")
            if not draft.room_ids:
                raise DeskError("blocking.no_room", field="room_ids")
            exempt = frozenset(party.id for party in draft.exempt)
            blocking = Blocking(
                self._rooms.new_id(), draft.room_ids, draft.first, draft.last, draft.why.strip(), THE_DESK, exempt
            )
            rejected = self._rooms.block(blocking).rejected
            self._become(keep=KeepDraft(draft.first, draft.last), refusals={})
            undo = None if rejected else lambda: self._unblock(blocking.id)
            code = "kept_and_cancelled" if rejected else "kept"
            self._told(code, str(len(rejected)) if rejected else blocking.why, undo)

        self._try("keep", keep)

    def end_keeping(self, blocking_id: UUID) -> None:
        blocking = next((each for each in self.state.blockings if each.id == blocking_id), None)
        if blocking is None:
            return

        def end() -> None:
            self._rooms.unblock(blocking_id)
            self._told("kept_no_more", blocking.why, lambda: self._block_again(blocking))

        self._try("keep", end)

    def accept(self, blocking_id: UUID) -> None:
        """Somebody asked to have rooms kept, and may."""

        def accept() -> None:
            rejected = self._rooms.accept_blocking(blocking_id).rejected
            self._told("kept_and_cancelled" if rejected else "kept", str(len(rejected)) if rejected else "", None)

        self._try("keep", accept)

    def _unblock(self, blocking_id: UUID) -> None:
        def end() -> None:
            self._rooms.unblock(blocking_id)
            self._told("taken_back", "", None)

        self._try("keep", end)

    def _block_again(self, blocking: Blocking) -> None:
        def again() -> None:
            self._rooms.block(blocking)
            self._told("taken_back", "", None)

        self._try("keep", again)

    # ---- what is lent, and the rules of the house ----

    def add_equipment(self) -> None:
        """A line to fill in; stored when its name is there."""
        self._become(equipment=(*self.state.equipment, Equipment(self._rooms.new_id(), "", 1)))

    def edit_equipment(self, thing: Equipment) -> None:
        """Store a line as it now reads."""
        before = next((each for each in self.state.equipment if each.id == thing.id), None)
        if before == thing:
            return

        def save() -> None:
            self._rooms.save_equipment(thing)
            undo = (lambda: self.edit_equipment(before)) if before and before.name else None
            self._told("equipment_saved", thing.name, undo)

        self._try(f"equipment.{thing.id}", save)

    def edit_house(self, section: str, key: str, value: object) -> None:
        """The rules of the house hold at once."""
        del section
        before, after = self.state.house, altered(self.state.house, **{key: value})
        self._become(house=after)

        def save() -> None:
            self._rooms.save_house(
                HouseRules(after.rooms_at_once, after.late_entry * MINUTE, after.asked_blockings_hold)
            )
            self._told("house_saved", "", lambda: self.edit_house("house", key, getattr(before, key)))

        self._try("house", save)

    # ---- within ----

    def _today(self) -> date:
        return hub_day(self._context.clock.now())

    def _load(self) -> None:
        house = self._rooms.house()
        unnamed = tuple(thing for thing in self.state.equipment if not thing.name)
        stored = self._rooms.equipment()
        self._become(
            rooms=tuple(room for room in self._rooms.list() if room.in_service),
            closures=self._rooms.closures(),
            blockings=self._rooms.blockings(),
            equipment=(*stored, *(thing for thing in unnamed if thing.id not in {each.id for each in stored})),
            house=HouseDraft(house.rooms_at_once, minutes(house.late_entry), house.asked_blockings_hold),
        )

    def _told(self, code: str, detail: str, undo: Callable[[], object] | None) -> None:
        self._load()
        self._context.bridge.changed("rooms", "bookings")
        self.said.emit(code, detail, undo)

    def _edited(self, section: str, key: str, **changes: object) -> None:
        place = f"{section}.{key}"
        refusals = {name: refusal for name, refusal in self.state.refusals.items() if name != place}
        self._become(refusals=refusals, **changes)

    def _try(self, section: str, act: Callable[[], None]) -> None:
        try:
            act()
        except DeskError as refusal:
            place = (
                section if section.startswith("equipment") else f"{section}.{_FIELDS.get(refusal.field, refusal.field)}"
            )
            self._become(refusals={place: refusal})
        except EnvironmentTrouble as trouble:
            self._context.bridge.store_trouble(trouble)
            self._become(trouble=trouble)
        else:
            if self.state.trouble is not None:
                self._become(trouble=None)

    def _become(self, **changes: object) -> None:
        state = altered(self.state, **changes)
        soon = self._today() + timedelta(days=NOTICE_DAYS)
        self.state = replace(state, short_notice=state.closure.first < soon)
        self.changed.emit(self.state)


_FIELDS = {"end": "last", "start": "first", "": "why", "rooms": "room_ids", "room": "room_ids"}
"""The rules name times; the form has dates and clock times side by side."""


def _each_day(slot: Slot) -> tuple[Slot, ...]:
    """The stretch cut at midnights, so that days without bookings can be closed by themselves."""
    cut = (
        slot.common(Slot(datetime.combine(day, time.min), datetime.combine(day, time.min) + timedelta(days=1)))
        for day in slot.days()
    )
    return tuple(part for part in cut if part is not None)
