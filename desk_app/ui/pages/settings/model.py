"""What a receptionist does on the settings page: edit, save, take back, keep the timetable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.config import Config
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.ui.context import Context
from desk_app.ui.pages.settings.state import SAVED_WITH_THE_BUTTON, Said, Section, State, altered, refusals_of


class SettingsModel(QObject):
    """Holds the State; one signal follows every act. UI thread."""

    changed = Signal(object)
    """State."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._book = context.settings
        self.state = State(self._book.config, self._book.config)
        self._take_back: Callable[[], None] | None = None
        self._book.changed.connect(self._settings_changed)

    def show(self) -> None:
        """Read what may have changed elsewhere; drafts stay."""
        self._load_timetable()

    def open_section(self, section: Section) -> None:
        """Turn to another part of the page."""
        self._become(section=section)

    # ---- profile and rules: edited as a draft, saved with the button ----

    def edit(self, section: str, key: str, value: object) -> None:
        """Change one value of the draft; a refusal of that field is forgotten until the next save."""
        draft = altered(self.state.draft, **{section: altered(getattr(self.state.draft, section), **{key: value})})
        refusals = {place: refusal for place, refusal in self.state.refusals.items() if place != f"{section}.{key}"}
        self._become(draft=draft, refusals=refusals)

    def save(self) -> None:
        """Put the draft in force, or say beside the fields why not."""
        refusals = refusals_of(self.state.draft)
        if refusals:
            only_rules = all(place.startswith("visits.") for place in refusals)
            self._become(refusals=refusals, section=Section.RULES if only_rules else Section.HUB)
            return
        before = self._book.config
        if self._change(self.state.draft):
            self._say("saved", undo=lambda: self._restore(before))

    def discard(self) -> None:
        """Forget what was edited and not saved."""
        dropped = self.state.draft
        self._become(draft=self._merged(self._book.config, self._book.config), refusals={})
        self._say("discarded", undo=lambda: self._become(draft=dropped))

    # ---- look: in force at once ----

    def set_look(self, key: str, value: object) -> None:
        """Language, large text, sounds, hiding of names: live."""
        config = self._book.config
        self._change(replace(config, look=altered(config.look, **{key: value})))

    # ---- timetable ----

    def new_activity(self) -> None:
        """Start a fresh activity on the right."""
        blank = Activity(
            id=self._context.desk.activities.new_id(),
            kind=ServiceKind.CULTURE_SPORTS,
            title="",
            place="",
            weekdays=frozenset(),
            starts=time(9, 30),
            ends=time(11, 0),
        )
        self._become(editing=blank, editing_is_new=True, refusals={})

    def choose_activity(self, activity_id: UUID) -> None:
        """Put one activity of the list on the right."""
        chosen = next((activity for activity in self.state.timetable if activity.id == activity_id), None)
        self._become(editing=chosen, editing_is_new=False, refusals={})

    def edit_activity(self, key: str, value: object) -> None:
        """Change one value of the activity on the right."""
        if self.state.editing is None:
            return
        refusals = {place: refusal for place, refusal in self.state.refusals.items() if place != f"activity.{key}"}
        self._become(editing=altered(self.state.editing, **{key: value}), refusals=refusals)

    def save_activity(self) -> None:
        """Store the activity on the right, or say beside the field why not."""
        activity = self.state.editing
        if activity is None:
            return
        before = next((old for old in self.state.timetable if old.id == activity.id), None)
        if self._store(lambda: self._context.desk.activities.save(activity)):
            self._become(editing_is_new=False)
            self._say("activity_saved", activity.title, undo=lambda: self._undo_activity(activity, before))

    def remove_activity(self) -> None:
        """Take the chosen activity off the timetable; what took place stays."""
        activity = self.state.editing
        if activity is None:
            return
        if self.state.editing_is_new:
            self._become(editing=None, editing_is_new=False, refusals={})
            return
        if self._store(lambda: self._context.desk.activities.remove(activity.id)):
            self._become(editing=None)
            self._say("activity_removed", activity.title, undo=lambda: self._undo_activity(activity, activity))

    def say_device_changed(self, before: Config) -> None:
        """A device was saved or given up: offer to put the one before back."""

        def put_back() -> None:
            now = self._book.config
            if self._change(replace(now, reader=before.reader, printer=before.printer, scanner=before.scanner)):
                self._context.devices.restart()
                self._say("taken_back")

        self._say("device_changed", undo=put_back)

    def undo(self) -> None:
        """Take back what the dark line names."""
        take_back, self._take_back = self._take_back, None
        if take_back is not None:
            self._become(said=None)
            take_back()

    # ---- within ----

    def _undo_activity(self, activity: Activity, before: Activity | None) -> None:
        activities = self._context.desk.activities
        if before is None:
            done = self._store(lambda: activities.remove(activity.id))
        else:
            done = self._store(lambda: activities.save(before))
        if done:
            self._become(editing=before)
            self._say("taken_back")

    def _store(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except DeskError as refusal:
            self._become(refusals={f"activity.{refusal.field}": refusal})
            return False
        except EnvironmentTrouble as trouble:
            self._context.bridge.store_trouble(trouble)
            self._become(trouble=trouble)
            return False
        self._become(trouble=None, refusals={})
        self._load_timetable()
        self._context.bridge.changed("activities")
        return True

    def _load_timetable(self) -> None:
        try:
            self._become(timetable=self._context.desk.activities.timetable())
        except EnvironmentTrouble as trouble:
            self._become(trouble=trouble)

    def _restore(self, config: Config) -> None:
        if self._change(self._merged(self._book.config, config)):
            self._become(draft=self._book.config)
            self._say("taken_back")

    def _change(self, config: Config) -> bool:
        try:
            self._book.change(config)
        except EnvironmentTrouble as trouble:
            self._become(trouble=trouble)
            return False
        self._become(trouble=None)
        return True

    def _settings_changed(self, config: Config) -> None:
        """Somebody saved: keep what is still being edited here, take the rest."""
        self._become(saved=config, draft=self._merged(config, self.state.draft))

    @staticmethod
    def _merged(base: Config, edited: Config) -> Config:
        return altered(base, **{name: getattr(edited, name) for name in SAVED_WITH_THE_BUTTON})

    def _say(self, code: str, detail: str = "", *, undo: Callable[[], None] | None = None) -> None:
        self._take_back = undo
        self._become(said=Said(code, detail, can_undo=undo is not None))

    def _become(self, **changes: object) -> None:
        self.state = altered(self.state, **changes)
        self.changed.emit(self.state)
