"""What is being mended of a person, and the hub card they are given."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.people import AgeSource, Person
from desk_app.services.desk import Desk
from desk_app.ui.pages.visits.drafts import Newcomer, PersonDraft


class AmendDraft(PersonDraft):
    """One person's entry as it is being mended. What came from a document is not the receptionist's to change."""

    saved = Signal(object)
    """The Person as stored."""
    card_given = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.person: Person | None = None

    def begin(self, person: Person) -> None:
        """Fill the form; the same person's unfinished mending is kept."""
        if self.person is not None and self.person.id == person.id:
            return
        self.person = person
        self._show(Newcomer(person.name, person.sex, person.age_band, person.phone, person.needs_step_free))

    def confirm(self) -> None:
        """Store it; a refusal stays beside its field and keeps what was typed."""
        if self.person is None:
            return
        typed = self.state
        band_source = self.person.age_source if typed.band is self.person.age_band else AgeSource.BY_SIGHT
        amended = replace(
            self.person,
            name=typed.name,
            sex=typed.sex,
            age_band=typed.band,
            age_source=band_source,
            phone=typed.phone.strip(),
            needs_step_free=typed.step_free,
        )
        try:
            stored = self._desk.people.amend(amended)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(typed, trouble=trouble))
            return
        self.person = None
        self.saved.emit(stored)

    def give_card(self, uid: str) -> None:
        """The hub card that was just laid on the reader is this person's from now on."""
        if self.person is None:
            return
        try:
            self._desk.people.assign_uid(self.person.id, uid)
        except (DeskError, EnvironmentTrouble) as trouble:
            self._show(replace(self.state, trouble=trouble))
            return
        self.card_given.emit(self.person)
