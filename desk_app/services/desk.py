"""The bundle of all use cases that pages and commands receive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.services.activities import Activities
from desk_app.services.bookings import Bookings
from desk_app.services.people import People
from desk_app.services.rooms import Rooms
from desk_app.services.slips import Slips
from desk_app.services.visits import Visits
from desk_app.storage.db import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """Every use case of this desk, over one store."""

    people: People
    visits: Visits
    activities: Activities
    slips: Slips
    rooms: Rooms
    bookings: Bookings


def open_desk(
    store: Store, clock: Clock, settings: Callable[[], Config], online: Callable[[], bool] = lambda: True
) -> Desk:
    """Every use case over `store`; `settings` is asked anew at each act, so a changed setting counts at once.

    `online`: whether the district can confirm a booking now; a hub without a district confirms by itself.
    """
    keys = store.keys
    return Desk(
        people=People(store, clock, settings, keys),
        visits=Visits(store, clock, settings, keys),
        activities=Activities(store, clock),
        slips=Slips(store, clock, settings, keys),
        rooms=Rooms(store, clock, settings, keys),
        bookings=Bookings(store, clock, settings, keys, online),
    )
