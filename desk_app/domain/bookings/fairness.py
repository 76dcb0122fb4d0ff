"""Fair share: how many hours each party has had this month, shown beside a request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from uuid import UUID

from desk_app.domain.bookings.booking import COUNTED, Booking, BookingState
from desk_app.domain.bookings.quotas import Per, Quota
from desk_app.domain.bookings.slots import NOTHING, Slot

_MONTH = Quota(Per.MONTH, 0)


@dataclass(frozen=True, slots=True)
class Share:
    """What one party has of a month: time booked inside it, uses, and how often nobody came."""

    party_id: UUID
    time: timedelta = NOTHING
    uses: int = 0
    no_shows: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A party among the others: its share, the middle of all parties' times, and its place (1 has most)."""

    share: Share
    median: timedelta
    place: int
    parties: int


def month_of(day: date) -> Slot:
    """The calendar month of `day`."""
    return _MONTH.period_of(day)


def shares(bookings: Iterable[Booking], month: Slot) -> tuple[Share, ...]:
    """Every party's share of `month`, most time first. What runs over the month's edge counts with the part inside."""
    found: dict[UUID, Share] = {}
    for booking in bookings:
        inside = booking.slot.common(month)
        if inside is None or booking.state not in COUNTED:
            continue
        party_id = booking.responsible.party_id
        old = found.get(party_id, Share(party_id))
        missed = booking.state is BookingState.NO_SHOW
        found[party_id] = Share(party_id, old.time + inside.length, old.uses + 1, old.no_shows + missed)
    return tuple(sorted(found.values(), key=lambda share: (-share.time, share.party_id)))


def standing(all_shares: tuple[Share, ...], party_id: UUID) -> Standing:
    """Where a party stands; one that has nothing yet comes last, with nothing."""
    known = {share.party_id: share for share in all_shares}
    share = known.setdefault(party_id, Share(party_id))
    times = [other.time for other in known.values()]
    middle = median(time / timedelta(minutes=1) for time in times)
    place = 1 + sum(time > share.time for time in times)
    return Standing(share, timedelta(minutes=middle), place, len(times))
