"""Writing bookings within the transaction of an act: the rows, a line of history each, an outbox entry each."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.series import Series
from desk_app.domain.tokens import KIND_BOOKING, new_token
from desk_app.services.bookings import told
from desk_app.services.bookings.counter import Counter
from desk_app.storage import booking_history, bookings, parties, series
from desk_app.storage.booking_history import StoredSlip
from desk_app.storage.transaction import Transaction


def existing(transaction: Transaction, booking_id: UUID) -> Booking:
    """DeskError("booking.unknown")."""
    found = bookings.by_id(transaction, booking_id)
    if found is None:
        raise DeskError("booking.unknown")
    return found


def existing_series(transaction: Transaction, series_id: UUID) -> Series:
    """DeskError("series.unknown")."""
    found = series.by_id(transaction, series_id)
    if found is None:
        raise DeskError("series.unknown")
    return found


def new_slip(transaction: Transaction, counter: Counter) -> StoredSlip:
    """Number and token of a new act of booking."""
    office = counter.office
    token = new_token(office.keys.token, secrets.choice, KIND_BOOKING)
    day = hub_day(office.clock.now())
    return booking_history.new_slip(transaction, office.clock.new_id(), token, day, office.settings().desk.letter)


def keep_new(transaction: Transaction, counter: Counter, made: Sequence[Booking], slip: StoredSlip, why: str) -> None:
    """New bookings of one act."""
    at = counter.office.clock.now()
    bookings.insert_new(transaction, made, slip.id)
    for one in made:
        _note(transaction, counter, one, "book", at, why)
        told.booked(transaction, counter.office.clock, one)
    for party_id in {one.responsible.party_id for one in made}:
        parties.used(transaction, party_id, at)


def keep_changed(transaction: Transaction, counter: Counter, after: Iterable[Booking], act: str, why: str = "") -> None:
    """Bookings as they are now, all at once."""
    changed = tuple(after)
    at = counter.office.clock.now()
    bookings.rewrite(transaction, changed)
    for one in changed:
        _note(transaction, counter, one, act, at, why)
        told.changed(transaction, counter.office.clock, one, act)


def keep_series(transaction: Transaction, counter: Counter, one: Series) -> None:
    series.save(transaction, one)
    told.series_saved(transaction, counter.office.clock, one)


def _note(transaction: Transaction, counter: Counter, one: Booking, act: str, at: datetime, why: str) -> None:
    booking_history.add_line(transaction, one, act, counter.hand, at, why)
