"""What a receptionist does to the list of rooms: add, change, order, take out of service, take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.bookings.rooms import Room, RoomPurpose
from desk_app.ui.context import Context
from desk_app.ui.pages.settings.rooms_draft import (
    ExceptionDraft,
    QuotaDraft,
    RoomDraft,
    WeekDraft,
    draft_of,
    read_room,
)
from desk_app.ui.pages.settings.state import altered

Undo = Callable[[], None]


class RoomTab(StrEnum):
    """The three sides of one room."""

    BASICS = "basics"
    HOURS = "hours"
    RULES = "rules"


_HOURS_PLACES = ("weeks", "exceptions", "holiday_hours", "makeup_hours")
_BASICS_PLACES = ("name", "floor", "area", "capacity", "parts", "photo", "features")


@dataclass(frozen=True, slots=True)
class RoomsState:
    """The list and the room on the right. `refusals` are keyed as `read_room` says, before a dot by `room.`."""

    rooms: tuple[Room, ...] = ()
    room: RoomDraft | None = None
    is_new: bool = False
    tab: RoomTab = RoomTab.BASICS
    week: int = 0
    refusals: Mapping[str, DeskError] = field(default_factory=dict)
    trouble: EnvironmentTrouble | None = None

    @property
    def unsaved(self) -> bool:
        """Whether the room on the right differs from the stored one."""
        stored = next((room for room in self.rooms if self.room and room.id == self.room.id), None)
        return self.room is not None and (stored is None or draft_of(stored) != self.room)


class RoomsModel(QObject):
    """One signal follows every act. UI thread."""

    changed = Signal(object)
    """RoomsState."""
    said = Signal(str, str, object)
    """Code of what was done, a name, and how to take it back (a callable, or None)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rooms = context.desk.rooms
        self.state = RoomsState()

    def show(self) -> None:
        """Read the list anew; a draft stays."""
        self._try(lambda: self._become(rooms=self._rooms.list()))

    def open_tab(self, tab: RoomTab) -> None:
        self._become(tab=tab)

    # ---- the room on the right ----

    def new_room(self) -> None:
        """Begin a room with sensible defaults."""
        self._become(room=RoomDraft(self._rooms.new_id()), is_new=True, tab=RoomTab.BASICS, week=0, refusals={})

    def choose_room(self, room_id: UUID) -> None:
        room = self._stored(room_id)
        self._become(room=draft_of(room) if room else None, is_new=False, week=0, refusals={})

    def discard(self) -> None:
        """Forget what was edited; a room not yet stored goes."""
        draft = self.state.room
        if draft is None:
            return
        if self.state.is_new:
            self._become(room=None, is_new=False, refusals={})
        else:
            self.choose_room(draft.id)
        self.said.emit("discarded", "", lambda: self._become(room=draft, is_new=self._stored(draft.id) is None))

    def edit(self, section: str, key: str, value: object) -> None:
        """Change one field; its refusal is forgotten until the next save."""
        del section
        self._edit(key, **{key: value})

    def toggle_purpose(self, purpose: RoomPurpose) -> None:
        if self.state.room is not None:
            self._edit("purposes", purposes=self.state.room.purposes ^ {purpose})

    def toggle_part(self, room_id: UUID) -> None:
        """Say that a movable wall cuts this room into that one and others, or not."""
        if self.state.room is not None:
            parts = self.state.room.parts
            kept = tuple(part for part in parts if part != room_id)
            self._edit("parts", parts=kept if room_id in parts else (*parts, room_id))

    # ---- hours ----

    def choose_week(self, number: int) -> None:
        """0 is the ordinary week, the others are seasons."""
        self._become(week=number)

    def edit_day(self, weekday: int, text: str) -> None:
        self._edit_week(f".{weekday}", days=_with(self._week.days, weekday - 1, text))

    def same_all_week(self, *, workdays_only: bool) -> None:
        """Monday's hours on every day, or on Tuesday to Friday."""
        week = self._week
        count = 5 if workdays_only else 7
        self._edit_week("", days=(week.days[0],) * count + week.days[count:])

    def edit_season(self, key: str, value: object) -> None:
        self._edit_week(".last", **{key: value})

    def add_season(self) -> None:
        """A season that begins today and lasts two months, with the hours of the ordinary week."""
        draft = self.state.room
        if draft is None:
            return
        today = hub_day(self._context.clock.now())
        season = WeekDraft(draft.weeks[0].days, today, today + timedelta(days=60))
        self._edit("weeks", weeks=(*draft.weeks, season))
        self._become(week=len(draft.weeks))

    def drop_season(self) -> None:
        draft, number = self.state.room, self.state.week
        if draft is None or not number:
            return
        self._edit("weeks", weeks=draft.weeks[:number] + draft.weeks[number + 1 :])
        self._become(week=0)
        self.said.emit("season_dropped", "", lambda: self._edit("weeks", weeks=draft.weeks))

    def add_exception(self) -> None:
        """Tomorrow, closed, until somebody types otherwise."""
        draft = self.state.room
        if draft is not None:
            taken = {each.day for each in draft.exceptions}
            day = hub_day(self._context.clock.now()) + timedelta(days=1)
            while day in taken:
                day += timedelta(days=1)
            self._edit("exceptions", exceptions=(*draft.exceptions, ExceptionDraft(day)))

    def edit_exception(self, number: int, key: str, value: object) -> None:
        draft = self.state.room
        if draft is not None:
            changed = altered(draft.exceptions[number], **{key: value})
            self._edit(f"exceptions.{number}", exceptions=_with(draft.exceptions, number, changed))

    def drop_exception(self, number: int) -> None:
        draft = self.state.room
        if draft is not None:
            self._edit("exceptions", exceptions=draft.exceptions[:number] + draft.exceptions[number + 1 :])
            self.said.emit("exception_dropped", "", lambda: self._edit("exceptions", exceptions=draft.exceptions))

    # ---- quotas ----

    def add_quota(self) -> None:
        if self.state.room is not None:
            self._edit("quotas", quotas=(*self.state.room.quotas, QuotaDraft()))

    def edit_quota(self, number: int, key: str, value: object) -> None:
        draft = self.state.room
        if draft is not None:
            changed = altered(draft.quotas[number], **{key: value})
            self._edit(f"quotas.{number}", quotas=_with(draft.quotas, number, changed))

    def drop_quota(self, number: int) -> None:
        draft = self.state.room
        if draft is not None:
            self._edit("quotas", quotas=draft.quotas[:number] + draft.quotas[number + 1 :])
            self.said.emit("quota_dropped", "", lambda: self._edit("quotas", quotas=draft.quotas))

    # ---- storing ----

    def save_room(self) -> None:
        """Store the room on the right, or say beside the fields why not."""
        draft = self.state.room
        if draft is None:
            return
        room, refusals = read_room(draft)
        if room is None:
            self._refuse(refusals)
            return
        before = self._stored(room.id)
        if self._store(room):
            self._become(room=draft_of(room), is_new=False)
            self.said.emit("room_saved", room.name, lambda: self._put_back(room, before))

    def take_out_of_service(self) -> None:
        """No more bookings there; what is booked and was used stays. A room not yet stored just goes."""
        draft = self.state.room
        stored = self._stored(draft.id) if draft else None
        if stored is None:
            self.discard()
            return
        if self._store(replace(stored, in_service=not stored.in_service)):
            self.choose_room(stored.id)
            code = "room_retired" if stored.in_service else "room_back"
            self.said.emit(code, stored.name, lambda: self._put_back(stored, stored))

    def move(self, by: int) -> None:
        """The chosen room one place up (-1) or down (1) in every list and timeline."""
        draft = self.state.room
        order = [room.id for room in self.state.rooms]
        if draft is None or draft.id not in order:
            return
        at = order.index(draft.id)
        to = min(max(at + by, 0), len(order) - 1)
        if to == at:
            return
        order.insert(to, order.pop(at))

        def reorder() -> None:
            self._rooms.reorder(order)
            self._become(rooms=self._rooms.list())

        if self._try(reorder):
            self._context.bridge.changed("rooms")

    # ---- within ----

    @property
    def _week(self) -> WeekDraft:
        draft = self.state.room
        return draft.weeks[self.state.week] if draft else WeekDraft()

    def _edit_week(self, place: str, **changes: object) -> None:
        draft, number = self.state.room, self.state.week
        if draft is not None:
            week = altered(draft.weeks[number], **changes)
            self._edit(f"weeks.{number}{place}", weeks=_with(draft.weeks, number, week))

    def _edit(self, place: str, **changes: object) -> None:
        if self.state.room is None:
            return
        forgotten = f"room.{place}"
        refusals = {key: value for key, value in self.state.refusals.items() if not key.startswith(forgotten)}
        self._become(room=altered(self.state.room, **changes), refusals=refusals)

    def _stored(self, room_id: UUID) -> Room | None:
        return next((room for room in self.state.rooms if room.id == room_id), None)

    def _put_back(self, room: Room, before: Room | None) -> None:
        if self._store(before or replace(room, in_service=False)):
            self.choose_room(room.id)
            self.said.emit("taken_back", "", None)

    def _store(self, room: Room) -> bool:
        def store() -> None:
            self._rooms.save(room)
            self._become(rooms=self._rooms.list(), refusals={})

        if not self._try(store):
            return False
        self._context.bridge.changed("rooms")
        return True

    def _try(self, act: Undo) -> bool:
        try:
            act()
        except DeskError as refusal:
            self._refuse({refusal.field or "name": refusal})
            return False
        except EnvironmentTrouble as trouble:
            self._context.bridge.store_trouble(trouble)
            self._become(trouble=trouble)
            return False
        self._become(trouble=None)
        return True

    def _refuse(self, refusals: Mapping[str, DeskError]) -> None:
        """Show the refusals, and turn to where the first one stands."""
        first = next(iter(refusals))
        tab = RoomTab.RULES
        if first.split(".")[0] in _HOURS_PLACES:
            tab = RoomTab.HOURS
        elif first in _BASICS_PLACES:
            tab = RoomTab.BASICS
        week = int(first.split(".")[1]) if first.startswith("weeks.") else self.state.week
        self._become(refusals={f"room.{place}": refusal for place, refusal in refusals.items()}, tab=tab, week=week)

    def _become(self, **changes: object) -> None:
        self.state = altered(self.state, **changes)
        self.changed.emit(self.state)


_Item = str | ExceptionDraft | QuotaDraft | WeekDraft


def _with(items: tuple[_Item, ...], number: int, item: _Item) -> tuple[_Item, ...]:
    """The tuple with one entry exchanged."""
    return (*items[:number], item, *items[number + 1 :])
