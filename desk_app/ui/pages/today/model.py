"""What a receptionist does with the day's list: look at a day, print again, sign out, settle slips, export."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.domain.visits import Act
from desk_app.ui.context import Context
from desk_app.ui.pages.today.state import Said, State, figures_of

_NOUNS = frozenset({"visits", "people", "slips"})


class TodayModel(QObject):
    """Holds the State; one signal follows every act. UI thread, but for the export."""

    changed = Signal(object)
    """State."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        today = hub_day(context.clock.now())
        self.state = State(today, today)
        self._visible = False
        self._last_act: Act | None = None
        context.bridge.data_changed.connect(self._data_changed)
        context.bridge.job_changed.connect(self._job_changed)

    # ---- looking ----

    def show(self) -> None:
        """The page came to the front: the day may have turned, others may have stored."""
        self._visible = True
        today = hub_day(self._context.clock.now())
        day = today if self.state.day == self.state.today else self.state.day
        self.state = replace(self.state, today=today, day=day)
        self._load()

    def hide(self) -> None:
        """The page went to the back; it goes stale."""
        self._visible = False

    def choose_day(self, day: date) -> None:
        """Look at another day, never a later one than today."""
        self.state = replace(self.state, day=min(day, self.state.today), selected=None, said=None, trouble=None)
        self._load()

    def step(self, days: int) -> None:
        """Some days on or back."""
        self.choose_day(self.state.day + timedelta(days=days))

    def select(self, visit_id: UUID | None) -> None:
        """Mark the visit the buttons act on."""
        if visit_id != self.state.selected:
            self._become(replace(self.state, selected=visit_id))

    def hide_names(self, hide: bool) -> None:
        """Mask names, or show them again."""
        self._become(replace(self.state, names_hidden=hide))

    # ---- acting ----

    def print_again(self) -> None:
        """Queue the chosen visit's slip once more (补打)."""
        chosen = self.state.chosen
        if chosen is None:
            return
        if self._do(lambda: self._context.desk.slips.print_for(chosen.visit.id), "slips"):
            self._context.devices.wake_printer()
            self._say(Said("slip_queued", chosen.visit.number))

    def sign_out(self) -> None:
        """The chosen visitors have left."""
        chosen = self.state.chosen
        if chosen is None:
            return
        act: list[Act] = []
        if self._do(lambda: act.append(self._context.desk.visits.sign_out(chosen.visit.id)), "visits"):
            self._last_act = act[0]
            self._context.sounds.done()
            self._say(Said("signed_out", chosen.visit.number, can_undo=True))

    def undo(self) -> None:
        """Take back the last act done on this page."""
        act, self._last_act = self._last_act, None
        if act is not None and self._do(lambda: self._context.desk.visits.undo(act), "visits"):
            self._say(Said("taken_back"))

    # ---- slips that need an answer ----

    def came_out(self, job_id: UUID) -> None:
        """The clerk holds the slip."""
        if self._do(lambda: self._context.desk.slips.came_out(job_id), "slips"):
            self._say(Said("job_settled"))

    def did_not_come_out(self, job_id: UUID) -> None:
        """No slip came: print it again, marked 补打."""
        if self._do(lambda: self._context.desk.slips.did_not_come_out(job_id), "slips"):
            self._context.devices.wake_printer()
            self._say(Said("job_again"))

    def drop(self, job_id: UUID) -> None:
        """This slip is not needed any more."""
        if self._do(lambda: self._context.desk.slips.drop(job_id), "slips"):
            self._say(Said("job_dropped"))

    # ---- export ----

    def export(self, folder: Path) -> None:
        """Write the day's workbook into `folder`, beside an earlier one rather than over it."""
        if self.state.exporting:
            return
        self._become(replace(self.state, exporting=True, trouble=None))
        path = _free_name(folder, f"邻里汇日报-{self.state.day.isoformat()}")
        work = partial(_write_workbook, self._context, self.state.day, path)
        self._context.tasks.run(self, work, self._exported, self._not_exported)

    def _exported(self, path: Path) -> None:
        self.state = replace(self.state, exporting=False)
        self._say(Said("exported", path.name, path=str(path)))

    def _not_exported(self, error: Exception) -> None:
        self.state = replace(self.state, exporting=False)
        if isinstance(error, DeskError | EnvironmentTrouble):
            self._become(replace(self.state, trouble=error, said=None))
            return
        self._become(self.state)
        raise error

    # ---- within ----

    def _data_changed(self, nouns: frozenset[str]) -> None:
        if self._visible and nouns & _NOUNS:
            self._load()

    def _job_changed(self) -> None:
        if self._visible:
            self._load()

    def _load(self) -> None:
        try:
            visits = self._context.desk.visits.day(self.state.day)
            jobs = self._context.desk.slips.unsettled()
        except EnvironmentTrouble as trouble:
            self._become(replace(self.state, trouble=trouble))
            return
        for line in visits:
            self._context.look.cover(line.name)
        self._become(replace(self.state, visits=visits, figures=figures_of(visits), jobs=jobs))

    def _do(self, act: Callable[[], object], noun: str) -> bool:
        try:
            act()
        except DeskError as refusal:
            self._context.sounds.look_here()
            self._become(replace(self.state, trouble=refusal, said=None))
            return False
        except EnvironmentTrouble as trouble:
            self._context.bridge.store_trouble(trouble)
            self._context.sounds.look_here()
            self._become(replace(self.state, trouble=trouble, said=None))
            return False
        self._context.bridge.changed(noun)
        return True

    def _say(self, said: Said) -> None:
        self._become(replace(self.state, said=said, trouble=None))

    def _become(self, state: State) -> None:
        self.state = state
        self.changed.emit(state)


def _free_name(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}.xlsx"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}).xlsx"
        number += 1
    return path


def _write_workbook(context: Context, day: date, path: Path) -> Path:
    """On a task thread. openpyxl costs a tenth of a second to import, so only who exports pays for it."""
    from desk_app.reports import daily_visits, workbook

    with suppress(OSError):  # the workbook says better what is wrong with the folder
        path.parent.mkdir(parents=True, exist_ok=True)
    workbook.write(daily_visits.build(context.desk, context.settings.config.hub, day), path)
    return path
