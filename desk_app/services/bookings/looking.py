"""Finding bookings by what people say or show, who may answer for one, and lists over whole series."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from uuid import UUID

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError
from desk_app.domain.bookings.booking import Booking, PartyKind, Responsible
from desk_app.domain.bookings.series import about_to_end, unused
from desk_app.domain.bookings.slots import DAY, Slot
from desk_app.domain.people import AgeBand, AgeSource, NewPerson, Person, age_on
from desk_app.domain.tokens import KIND_BOOKING, LENGTH, clean_token, token_mistyped
from desk_app.services.bookings.api import Restorable, Seen
from desk_app.services.bookings.counter import Counter
from desk_app.services.bookings.keeping import existing_series
from desk_app.services.bookings.making import restorable_of
from desk_app.services.office import usable_name, usable_phone
from desk_app.storage import booking_search, bookings, people, search, series
from desk_app.storage.parties import Party
from desk_app.storage.transaction import Transaction

_NUMBER = re.compile(r"(?:(\d{8})-?)?([A-Z])B(\d{1,5})")
_TAIL = re.compile(r"\d{4}|\d{11}")
_OF_AGE = 18
_MINORS = frozenset({AgeBand.B0_5, AgeBand.B6_13, AgeBand.B14_17})
_PEOPLE_LOOKED_AT = 5


def find(transaction: Transaction, counter: Counter, text: str) -> tuple[Booking, ...]:
    """By slip token, slip number, telephone tail or words; what is to come first."""
    words, now = " ".join(text.split()), counter.now()
    token = clean_token(words)
    if not words:
        return ()
    if len(token) == LENGTH and token.startswith(KIND_BOOKING):
        if token_mistyped(token, counter.office.keys.token):
            raise DeskError("token.mistyped")
        return tuple(booking_search.by_token(transaction, token, now))
    if number := _NUMBER.fullmatch(token):
        day = _day(number[1]) if number[1] else hub_day(counter.office.clock.now())
        if day is None:
            return ()
        return tuple(booking_search.by_number(transaction, day, number[2], int(number[3]), now))
    if _TAIL.fullmatch(words):
        found = booking_search.by_phone_tail(transaction, words[-4:], now)
        return tuple(
            one for one in found if words.endswith(one.responsible.phone) or one.responsible.phone.endswith(words)
        )
    return _by_words(transaction, words, now)


def _day(digits: str) -> date | None:
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def _by_words(transaction: Transaction, words: str, now: datetime) -> tuple[Booking, ...]:
    """Words of the booking itself, and people found by pinyin or initials as everywhere at the desk."""
    found = {one.id: one for one in booking_search.by_words(transaction, words, now)}
    for key in search.find(transaction, words, _PEOPLE_LOOKED_AT):
        known = people.by_key(transaction, key)
        if known is not None:
            own = bookings.of_person(transaction, known.person.id, now - 31 * DAY, now + 400 * DAY)
            found |= {one.id: one for one in own}
    ahead = sorted((one for one in found.values() if not one.is_over(now)), key=lambda one: one.slot)
    past = sorted((one for one in found.values() if one.is_over(now)), key=lambda one: one.slot, reverse=True)
    return (*ahead, *past)


# Who answers


def responsible(transaction: Transaction, counter: Counter, person_id: UUID, party: Party | None) -> Responsible:
    """Somebody the hub knows, alone or for a group or unit; DeskError("person.unknown")."""
    known = people.by_id(transaction, person_id)
    if known is None:
        raise DeskError("person.unknown", field="responsible")
    return _answering(known.person, party, counter)


def newcomer(transaction: Transaction, counter: Counter, new: NewPerson, party: Party | None) -> Responsible:
    """Somebody on the telephone the hub does not know yet; DeskErrors as `Visits.check_in_new`."""
    known_age = new.age_band is not AgeBand.UNKNOWN
    person = Person(
        id=counter.office.clock.new_id(),
        name=usable_name(new.name, field="responsible"),
        sex=new.sex,
        birth_date=None,
        age_band=new.age_band,
        age_source=AgeSource.SELF_REPORTED if known_age else AgeSource.UNKNOWN,
        phone=usable_phone(new.phone),
        needs_step_free=new.needs_step_free,
    )
    people.insert_person(transaction, person, counter.office.keys.key_id, counter.office.clock.now())
    return _answering(person, party, counter)


def _answering(person: Person, party: Party | None, counter: Counter) -> Responsible:
    return Responsible(
        kind=party.kind if party else PartyKind.PERSON,
        party_id=party.id if party else person.id,
        party_name=party.name if party else person.name,
        person_id=person.id,
        person_name=person.name,
        phone=person.phone,
        adult=_is_adult(person, counter),
    )


def _is_adult(person: Person, counter: Counter) -> bool:
    """By birth date, else by band; of whom neither is known the receptionist has seen or heard an adult."""
    if person.birth_date is not None:
        return age_on(person.birth_date, hub_day(counter.office.clock.now())) >= _OF_AGE
    return person.age_band not in _MINORS


# Over many series


def restorable_now(transaction: Transaction, counter: Counter) -> tuple[Restorable, ...]:
    """Series of which skipped dates have become free."""
    found = []
    for one in series.with_skipped(transaction, counter.now()):
        free, _ = restorable_of(transaction, counter, one)
        if free:
            found.append(Restorable(one, tuple(verdict.slot for verdict in free)))
    return tuple(found)


def seen(transaction: Transaction, series_id: UUID) -> Seen:
    """A series with all its dates."""
    return Seen(existing_series(transaction, series_id), tuple(bookings.of_series(transaction, series_id)))


def ending(transaction: Transaction, counter: Counter, notice_days: int) -> tuple[Seen, ...]:
    """Series whose last date is within so many days."""
    now = counter.now()
    near = Slot(now, datetime.combine(now.date() + (notice_days + 1) * DAY, datetime.min.time()))
    found = (seen(transaction, series_id) for series_id in booking_search.ending(transaction, near))
    return tuple(one for one in found if _ends(one, now, notice_days))


def _ends(one: Seen, now: datetime, notice_days: int) -> bool:
    standing = [each.slot for each in one.bookings if each.holds]
    return about_to_end(standing, one.series.rule.repeat, now.date(), notice_days)


def never_used(transaction: Transaction, counter: Counter, misses: int) -> tuple[Seen, ...]:
    """Series that go on though nobody came so many times running; with the dates missed."""
    now = counter.now()
    found = []
    for series_id in booking_search.often_missed(transaction, now - timedelta(days=120), misses):
        one = seen(transaction, series_id)
        missed = unused(one.bookings, now, misses)
        if missed and any(each.promised and not each.is_over(now) for each in one.bookings):
            found.append(Seen(one.series, missed))
    return tuple(found)
