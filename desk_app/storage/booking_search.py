"""Bookings looked for by what people say or show, and lists over many of them: shares, ends of series, disuse."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from desk_app.domain.bookings.booking import Booking
from desk_app.domain.bookings.fairness import Share
from desk_app.domain.bookings.slots import MINUTE, Slot
from desk_app.storage.bookings import SELECTED, from_rows
from desk_app.storage.transaction import Statement, Transaction
from desk_app.storage.values import floor_minutes, to_minutes

# What is to come first, the nearest on top; then what was, the latest on top.
_ORDER = "ORDER BY b.ends <= :now, CASE WHEN b.ends > :now THEN b.starts ELSE -b.starts END LIMIT 60"


def _found(where: str) -> Statement:
    return Statement(text(f"SELECT {SELECTED} FROM booking b {where} {_ORDER}"))  # noqa: S608  (our own columns)


_BY_TOKEN = _found("JOIN booking_slip s ON s.id = b.slip_id WHERE s.token = :token")
_BY_NUMBER = _found(
    "JOIN booking_slip s ON s.id = b.slip_id WHERE s.day = :day AND s.desk = :desk AND s.serial = :serial"
)
_BY_PHONE = _found("WHERE substr(b.phone, -4) = :tail AND b.phone <> ''")
_BY_NAME = _found(
    "WHERE b.long IN (0, 1) AND b.held_from > :since "
    "AND (instr(b.title, :words) OR instr(b.party_name, :words) OR instr(b.person_name, :words))"
)
_SHARES = Statement(
    text(
        "SELECT party_id, sum(min(ends, :until) - max(starts, :since)), count(*), sum(state = 'no_show') FROM booking "
        "WHERE long = 0 AND held_from > :since - 2880 AND held_from < :until AND ends > :since AND starts < :until "
        "AND state NOT IN ('cancelled', 'lost') GROUP BY party_id "
        "UNION ALL "
        "SELECT party_id, sum(min(ends, :until) - max(starts, :since)), count(*), sum(state = 'no_show') FROM booking "
        "WHERE long = 1 AND held_from < :until AND ends > :since AND starts < :until "
        "AND state NOT IN ('cancelled', 'lost') GROUP BY party_id"
    )
)
# A series that ends soon has a date soon; those that have are few, whatever the file holds.
_ENDING = Statement(
    text(
        "SELECT series_id FROM (SELECT DISTINCT series_id FROM booking WHERE long = 0 AND held_from >= :since "
        "AND held_from < :until AND series_id IS NOT NULL AND holds = 1) near "
        "WHERE (SELECT max(starts) FROM booking b WHERE b.series_id = near.series_id AND b.holds = 1) < :until"
    )
)
_MISSED = Statement(
    text(
        "SELECT series_id FROM booking WHERE state = 'no_show' AND starts > :since AND series_id IS NOT NULL "
        "GROUP BY series_id HAVING count(*) >= :misses"
    )
)


def by_token(transaction: Transaction, token: str, now: datetime) -> list[Booking]:
    """The bookings of one slip."""
    return from_rows(transaction.all(_BY_TOKEN, token=token, now=floor_minutes(now)))


def by_number(transaction: Transaction, day: date, letter: str, serial: int, now: datetime) -> list[Booking]:
    found = transaction.all(_BY_NUMBER, day=day.isoformat(), desk=letter, serial=serial, now=floor_minutes(now))
    return from_rows(found)


def by_phone_tail(transaction: Transaction, tail: str, now: datetime) -> list[Booking]:
    """The last four digits."""
    return from_rows(transaction.all(_BY_PHONE, tail=tail, now=floor_minutes(now)))


def by_words(transaction: Transaction, words: str, now: datetime) -> list[Booking]:
    """Words of title, party or person; of the last month and later, since older ones are reports' affair."""
    since = floor_minutes(now - timedelta(days=31))
    return from_rows(transaction.all(_BY_NAME, words=words, since=since, now=floor_minutes(now)))


def shares(transaction: Transaction, month: Slot) -> tuple[Share, ...]:
    """As `fairness.shares`, added up by the database: every party's share of a month, most time first."""
    found: dict[UUID, Share] = {}
    rows = transaction.all(_SHARES, since=to_minutes(month.start), until=to_minutes(month.end))
    for party, minutes, uses, missed in rows:
        party_id = UUID(bytes=party)
        old = found.get(party_id, Share(party_id))
        found[party_id] = Share(party_id, old.time + minutes * MINUTE, old.uses + uses, old.no_shows + missed)
    return tuple(sorted(found.values(), key=lambda share: (-share.time, share.party_id)))


def ending(transaction: Transaction, within: Slot) -> list[UUID]:
    """Series whose last date lies inside `within`."""
    rows = transaction.all(_ENDING, since=floor_minutes(within.start), until=floor_minutes(within.end))
    return [UUID(bytes=series_id) for (series_id,) in rows]


def often_missed(transaction: Transaction, since: datetime, misses: int) -> list[UUID]:
    """Series of which nobody came to so many dates since then."""
    rows = transaction.all(_MISSED, since=floor_minutes(since), misses=misses)
    return [UUID(bytes=series_id) for (series_id,) in rows]
