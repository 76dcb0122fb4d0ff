"""Taking an act back: what the visits were is restored, or a check-in marked undone, unless others acted since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desk_app.core.errors import DeskError
from desk_app.domain.visits import Act, ActKind, Visit
from desk_app.services import facts, papers
from desk_app.services.office import Office
from desk_app.storage import people, search, visits
from desk_app.storage.transaction import Transaction


def undo(transaction: Transaction, office: Office, act: Act, now: datetime) -> None:
    """Take `act` back whole or not at all; DeskError("act.already_undone" | "act.superseded" | "visit.unknown")."""
    if act.kind is ActKind.CHECK_IN:
        for visit_id in act.visit_ids:
            found = visits.by_id(transaction, visit_id)
            if found is None:
                raise DeskError("visit.unknown")
            _undo_arrival(transaction, office, found[0], now)
        return
    for before, after in zip(act.before, act.after, strict=True):
        if before != after:
            _restore(transaction, office, before, after)
            if act.kind is ActKind.COME_BACK:
                _seen_before(transaction, before)


def _undo_arrival(transaction: Transaction, office: Office, visit: Visit, now: datetime) -> None:
    if visit.undone_at is not None:
        raise DeskError("act.already_undone")
    if visit.left_at is not None:
        raise DeskError("act.superseded")
    undone = replace(visit, undone_at=now)
    visits.update_visit(transaction, undone)
    papers.drop_queued(transaction, visit.id, now)
    facts.undone(transaction, office.clock, undone)
    if visit.person_id is not None:
        _seen_before(transaction, visit)


def _seen_before(transaction: Transaction, visit: Visit) -> None:
    """The person was last seen at the visit before; whoever has none keeps the place in the search."""
    known = people.by_id(transaction, visit.person_id) if visit.person_id else None
    past = visits.past(transaction, visit.person_id) if visit.person_id else []
    if known is not None and past:
        search.seen(transaction, known.key, past[0].arrived_at)


def _restore(transaction: Transaction, office: Office, before: Visit, after: Visit) -> None:
    found = visits.by_id(transaction, before.id)
    if found is None:
        raise DeskError("visit.unknown")
    current, _ = found
    # The need was told for the person and outlives any act that is taken back.
    before, after = (replace(visit, needs_step_free=current.needs_step_free) for visit in (before, after))
    if current == before:
        raise DeskError("act.already_undone")
    if current != after or _would_be_twice(transaction, before, current):
        raise DeskError("act.superseded")
    visits.update_visit(transaction, before)
    if before.is_open and not current.is_open:
        facts.reopened(transaction, office.clock, before)
        return
    if current.is_open and not before.is_open:
        facts.left(transaction, office.clock, before)
        return
    facts.changed(transaction, office.clock, before)


def _would_be_twice(transaction: Transaction, before: Visit, current: Visit) -> bool:
    """Whether the person has come again since, so that reopening would have them in the house twice."""
    if before.person_id is None or current.is_open:
        return False
    return any(
        other.identified is before.identified or other.arrived_at > before.arrived_at
        for other in visits.open_of(transaction, before.person_id)
    )
