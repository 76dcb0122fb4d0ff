"""Coming in, staying and going: every act at the desk about a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from desk_app.core.clock import Clock, hub_day
from desk_app.core.config import Config
from desk_app.core.errors import DeskError
from desk_app.domain.identity import IdentityCard, faults, normalise_number
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.tokens import clean_token, token_mistyped
from desk_app.domain.visits import (
    PARTY_LIMIT,
    Act,
    ActKind,
    ClosingAnswer,
    Departure,
    Identified,
    NewGroup,
    Occupancy,
    Presence,
    Purpose,
    Tap,
    Visit,
    estimated_departure,
    in_roll_call_order,
    meaning_of_tap,
    presence_of,
)
from desk_app.services import facts, mending, newcomers
from desk_app.services.arrivals import Arrival as Arrival
from desk_app.services.arrivals import Arriving, admit, holder_of
from desk_app.services.arrivals import Tapped as Tapped
from desk_app.services.cards import PersonCard as PersonCard
from desk_app.services.cards import card_of
from desk_app.services.office import Office, closing_time, tap_rules, usable_name
from desk_app.storage import people, search, visits
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys
from desk_app.storage.people import Known
from desk_app.storage.transaction import Transaction

_COMPANIONS = 99
_TAPS_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class DayVisit:
    """A line of the day's list. `name` is the full name, the group's label, or "" for anonymous people."""

    visit: Visit
    name: str


class Visits:
    """One method, one transaction, one outbox entry per visit it changed.

    Every method may raise EnvironmentTrouble (store.*). The latest tap of each card is remembered in memory only:
    forgetting it on a restart costs nothing but a second question.
    """

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._office = Office(store, clock, settings, keys)
        self._store = store
        self._clock = clock
        self._last_taps: dict[UUID, datetime] = {}

    # Coming in

    def tap_card(self, card: IdentityCard) -> Tapped:
        """Check in the holder of `card`, or say that they are in; DeskError(first CardFault) where it is unfit.

        Who left a moment ago continues that visit (`merge_reentry_minutes`), whichever way they are recognised.
        Of the card only name, sex, birth date, a masked number and a keyed fingerprint outlive this call.
        """
        now = self._clock.now()
        found = faults(card, hub_day(now))
        if found:
            raise DeskError(found[0].value)
        fingerprint = self._office.keys.fingerprint(card.kind.value, normalise_number(card.number))
        with self._store.begin() as transaction:
            holder = holder_of(transaction, self._office, card, fingerprint, now)
            return self._tapped(transaction, holder, Identified.CARD, now)

    def tap_uid(self, uid: str) -> Tapped:
        """The same by a hub card; DeskError("card.uid_unknown") when nobody owns it."""
        with self._store.begin() as transaction:
            holder = people.by_uid(transaction, self._office.keys.fingerprint("uid", normalise_number(uid)))
            if holder is None:
                raise DeskError("card.uid_unknown")
            return self._tapped(transaction, holder, Identified.HUB_CARD, self._clock.now())

    def check_in(self, person_id: UUID, *, identified: Identified = Identified.SEARCH) -> Tapped:
        """The same by search; DeskError("person.unknown")."""
        with self._store.begin() as transaction:
            return self._tapped(transaction, _somebody(transaction, person_id), identified, self._clock.now())

    def check_in_new(self, new: NewPerson) -> Arrival:
        """A visitor without a card, or one who was typed before and gives the same name and phone.

        DeskError person.name_missing, person.name_too_long, person.phone_invalid, and person.already_in for somebody
        known who is in the house.
        """
        now = self._clock.now()
        with self._store.begin() as transaction:
            who = newcomers.person_typed(transaction, self._office, new, now)
            if self._inside_today(transaction, who.known.person.id, now):
                raise DeskError("person.already_in", field="name")
            how = Identified.SEARCH if who.came_before else Identified.NEW
            return admit(transaction, self._office, Arriving(how, who.known), now)

    def count_one(self, band: AgeBand = AgeBand.UNKNOWN) -> Arrival:
        """Count somebody without any data; no slip."""
        with self._store.begin() as transaction:
            who = Arriving(Identified.ANONYMOUS, age_band=band, wants_slip=False)
            return admit(transaction, self._office, who, self._clock.now())

    def check_in_group(self, group: NewGroup) -> Arrival:
        """A leader and heads by band; DeskError("group.empty" | "group.too_many" | "group.leader_missing").

        A leader who leaves a phone number becomes a person of the hub, to be found next time; else only the label
        is kept.
        """
        party = {band: people for band, people in group.party.items() if people}
        if not party or min(party.values()) < 0:
            raise DeskError("group.empty", field="party")
        if max(party.values()) > PARTY_LIMIT:
            raise DeskError("group.too_many", field="party", limit=PARTY_LIMIT)
        if not group.leader.strip() and group.leader_id is None:
            raise DeskError("group.leader_missing", field="leader")
        now = self._clock.now()
        with self._store.begin() as transaction:
            known = self._leader(transaction, group, now)
            label = known.person.name if known else usable_name(group.leader, field="leader")
            who = Arriving(Identified.GROUP, known, label=label, party=party, purpose=group.purpose)
            return admit(transaction, self._office, who, now)

    # Mending

    def change_purpose(self, visit_id: UUID, purpose: Purpose) -> Act:
        """DeskError("visit.unknown" | "visit.undone")."""
        with self._store.begin() as transaction:
            visit, _ = _standing(transaction, visit_id)
            return self._change(transaction, ActKind.CHANGE_PURPOSE, visit, replace(visit, purpose=purpose))

    def set_companions(self, visit_id: UUID, companions: int) -> Act:
        """DeskError("visit.companions_invalid", field="companions") below 0, over 99, or for a group."""
        with self._store.begin() as transaction:
            visit, _ = _standing(transaction, visit_id)
            if visit.party or not 0 <= companions <= _COMPANIONS:
                raise DeskError("visit.companions_invalid", field="companions", limit=_COMPANIONS)
            return self._change(transaction, ActKind.SET_COMPANIONS, visit, replace(visit, companions=companions))

    def undo(self, act: Act) -> None:
        """Take `act` back; DeskError("act.already_undone") or DeskError("act.superseded").

        A check-in becomes undone, its number stays used and its unsent slip is dropped. It is superseded once the
        visit has ended. Any other act is superseded once somebody has acted on one of its visits since, or once
        taking it back would have one person in the house twice.
        """
        with self._store.begin() as transaction:
            mending.undo(transaction, self._office, act, self._clock.now())

    # Going

    def sign_out(self, visit_id: UUID, how: Departure = Departure.CLICK) -> Act:
        """End a visit; a leader's own visit ends with the group's. DeskError("visit.already_left", since=…)."""
        with self._store.begin() as transaction:
            visit, _ = _standing(transaction, visit_id)
            return self._sign_out(transaction, visit, how)

    def sign_out_token(self, token: str) -> tuple[Act, DayVisit]:
        """Sign out by a slip; DeskError token.unknown, token.mistyped, visit.undone, visit.already_left."""
        code = clean_token(token)
        if token_mistyped(code, self._office.keys.token):
            raise DeskError("token.mistyped")
        with self._store.begin() as transaction:
            found = visits.by_token(transaction, code)
            if found is None:
                raise DeskError("token.unknown")
            visit, name = _not_undone(found)
            act = self._sign_out(transaction, visit, Departure.SLIP)
            return act, DayVisit(act.after[0], name)

    def sign_out_all(self) -> Act:
        """Everybody has left, says the receptionist: no single time was measured."""
        now = self._clock.now()
        with self._store.begin() as transaction:
            inside = [visit for visit, _ in visits.in_house(transaction)]
            return self._leave(transaction, ActKind.SIGN_OUT, [_ended(v, Departure.SAID_LEFT, now) for v in inside])

    def close_day(self, answers: Mapping[UUID, ClosingAnswer]) -> Act:
        """The closing list: LEFT ends now, UNKNOWN at an estimated time, STILL_HERE stays.

        Estimated is closing time of the day they came, not later than now and not before their last sign
        (`estimated_departure`). Who left while the list was open keeps their own time. DeskError("visit.unknown").
        """
        now = self._clock.now()
        with self._store.begin() as transaction:
            asked = [(_existing(transaction, visit_id)[0], answer) for visit_id, answer in answers.items()]
            ended = [self._closed(visit, answer, now) for visit, answer in asked if visit.is_open]
            pairs = [pair for pair in ended if pair is not None]
            return self._leave(transaction, ActKind.CLOSE_DAY, pairs)

    # Looking

    def in_house(self) -> tuple[Presence, ...]:
        """Everybody inside, newest first, those still open from earlier days included."""
        with self._store.read() as transaction:
            return tuple(presence_of(visit, name) for visit, name in visits.in_house(transaction))

    def occupancy(self) -> Occupancy:
        with self._store.read() as transaction:
            return Occupancy(visits.people_inside(transaction), self._office.settings().hub.capacity)

    def roll_call(self) -> tuple[Presence, ...]:
        """Everybody inside: those who need a step-free way first, then in order of arrival."""
        return in_roll_call_order(self.in_house())

    def day(self, day: date) -> tuple[DayVisit, ...]:
        """The day's visits in order of their numbers, undone ones included."""
        with self._store.read() as transaction:
            return tuple(DayVisit(visit, name) for visit, name in visits.of_day(transaction, day))

    def visit(self, visit_id: UUID) -> DayVisit:
        """DeskError("visit.unknown")."""
        with self._store.read() as transaction:
            return DayVisit(*_existing(transaction, visit_id))

    # Within

    def _tapped(self, transaction: Transaction, holder: Known, how: Identified, now: datetime) -> Tapped:
        person_id = holder.person.id
        inside = self._inside_today(transaction, person_id, now)
        open_visit = inside[0] if inside else None
        since = open_visit.arrived_at if open_visit else None
        rules = tap_rules(self._office.settings())
        last = visits.last_left(transaction, person_id, hub_day(now)) if open_visit is None else None
        meaning = meaning_of_tap(since, self._last_taps.get(person_id), now, rules, last.left_at if last else None)
        self._remember_tap(person_id, now)
        if meaning is Tap.COME_BACK and last is not None:
            act = self._continue(transaction, last)
            search.seen(transaction, holder.key, now)
            return Tapped(meaning, None, card_of(transaction, holder.person, now), act.after[0], act)
        if meaning is Tap.CHECK_IN:
            arrival = admit(transaction, self._office, Arriving(how, holder), now)
            return Tapped(meaning, arrival, arrival.card, None)
        return Tapped(meaning, None, card_of(transaction, holder.person, now), open_visit)

    def _inside_today(self, transaction: Transaction, person_id: UUID, now: datetime) -> list[Visit]:
        """The person's open visits of today, latest first. Whoever comes again has left on an earlier day, unasked:
        what stayed open then ends here, as an estimate.
        """
        today = hub_day(now)
        inside = visits.open_of(transaction, person_id)
        forgotten = [self._closed(visit, ClosingAnswer.UNKNOWN, now) for visit in inside if visit.day < today]
        self._leave(transaction, ActKind.CLOSE_DAY, [pair for pair in forgotten if pair is not None])
        return [visit for visit in inside if visit.day >= today]

    def _remember_tap(self, person_id: UUID, now: datetime) -> None:
        self._last_taps.pop(person_id, None)
        self._last_taps[person_id] = now
        if len(self._last_taps) > _TAPS_REMEMBERED:
            del self._last_taps[next(iter(self._last_taps))]

    def _leader(self, transaction: Transaction, group: NewGroup, now: datetime) -> Known | None:
        if group.leader_id is not None:
            known = _somebody(transaction, group.leader_id)
        elif group.phone.strip():
            typed = NewPerson(group.leader, phone=group.phone)
            known = newcomers.person_typed(transaction, self._office, typed, now, field="leader").known
        else:
            return None
        self._inside_today(transaction, known.person.id, now)
        return known

    def _continue(self, transaction: Transaction, left: Visit) -> Act:
        """Somebody went out for a moment: the visit they ended goes on, with its number, token and slip."""
        going_on = replace(left, left_at=None, departure=None)
        visits.update_visit(transaction, going_on)
        facts.reopened(transaction, self._clock, going_on)
        return Act(ActKind.COME_BACK, self._clock.now(), (left.id,), (left,), (going_on,))

    def _change(self, transaction: Transaction, kind: ActKind, before: Visit, after: Visit) -> Act:
        if after != before:
            visits.update_visit(transaction, after)
            facts.changed(transaction, self._clock, after)
        return Act(kind, self._clock.now(), (before.id,), (before,), (after,))

    def _sign_out(self, transaction: Transaction, visit: Visit, how: Departure) -> Act:
        if visit.left_at is not None:
            raise DeskError("visit.already_left", since=visit.left_at)
        now = self._clock.now()
        pairs = [_ended(visit, how, now)]
        if visit.identified is Identified.GROUP and visit.person_id is not None:
            own = (other for other in visits.open_of(transaction, visit.person_id) if other.id != visit.id)
            pairs += [_ended(other, Departure.WITH_GROUP, now) for other in own]
        return self._leave(transaction, ActKind.SIGN_OUT, pairs)

    def _closed(self, visit: Visit, answer: ClosingAnswer, now: datetime) -> tuple[Visit, Visit] | None:
        if answer is ClosingAnswer.STILL_HERE:
            return None
        if answer is ClosingAnswer.LEFT:
            return _ended(visit, Departure.SAID_LEFT, now)
        last_sign = self._last_taps.get(visit.person_id) if visit.person_id else None
        closes = closing_time(self._office.settings())
        return _ended(visit, Departure.ESTIMATED, estimated_departure(visit.arrived_at, last_sign, closes, now))

    def _leave(self, transaction: Transaction, kind: ActKind, pairs: Iterable[tuple[Visit, Visit]]) -> Act:
        before, after = [], []
        for visit, ended in pairs:
            visits.update_visit(transaction, ended)
            facts.left(transaction, self._clock, ended)
            before.append(visit)
            after.append(ended)
        return Act(kind, self._clock.now(), tuple(visit.id for visit in before), tuple(before), tuple(after))


def _ended(visit: Visit, how: Departure, at: datetime) -> tuple[Visit, Visit]:
    # A clock set back since the arrival must not make a visit end before it began.
    return visit, replace(visit, left_at=max(at, visit.arrived_at), departure=how)


def _somebody(transaction: Transaction, person_id: UUID) -> Known:
    known = people.by_id(transaction, person_id)
    if known is None:
        raise DeskError("person.unknown")
    return known


def _existing(transaction: Transaction, visit_id: UUID) -> tuple[Visit, str]:
    found = visits.by_id(transaction, visit_id)
    if found is None:
        raise DeskError("visit.unknown")
    return found


def _standing(transaction: Transaction, visit_id: UUID) -> tuple[Visit, str]:
    return _not_undone(_existing(transaction, visit_id))


def _not_undone(found: tuple[Visit, str]) -> tuple[Visit, str]:
    if found[0].undone_at is not None:
        raise DeskError("visit.undone")
    return found
