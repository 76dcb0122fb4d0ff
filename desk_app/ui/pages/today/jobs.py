"""Slips that need the clerk, one question at a time: did it come out, or why does it wait."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desk_app.domain.slips import PrintJob, PrintState
from desk_app.ui import messages
from desk_app.ui.pages.today.model import TodayModel
from desk_app.ui.widgets import IconLabel, Label
from desk_app.ui.widgets.styling import set_tone


class JobsStrip(QFrame):
    """Asks about the most pressing slip and counts the others; not there while every slip is settled."""

    def __init__(self, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs: tuple[PrintJob, ...] = ()
        self.setProperty("role", "panel")
        self.words = Label(wrap=True)
        self.more = Label(role="secondary")
        self.came_out, self.missed, self.drop = QPushButton(), QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("printer", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.more)
        for button, act in (
            (self.came_out, model.came_out),
            (self.missed, model.did_not_come_out),
            (self.drop, model.drop),
        ):
            button.clicked.connect(partial(self._answer, act))
            row.addWidget(button)
        self.hide()

    @property
    def asked_about(self) -> PrintJob | None:
        """The slip the buttons answer for."""
        return self._jobs[0] if self._jobs else None

    def retranslate(self) -> None:
        """Set every word anew."""
        self.came_out.setText(self.tr("It came out"))
        self.missed.setText(self.tr("It did not"))
        self.drop.setText(self.tr("Not needed"))
        self.render_jobs(self._jobs)

    def render_jobs(self, jobs: tuple[PrintJob, ...]) -> None:
        """Show the first slip that needs somebody, the uncertain before the waiting."""
        needing = [job for job in jobs if job.state is PrintState.UNCERTAIN or job.reason]
        self._jobs = tuple(sorted(needing, key=lambda job: (job.state is not PrintState.UNCERTAIN, job.created_at)))
        self.setVisible(bool(self._jobs))
        if not self._jobs:
            return
        job = self._jobs[0]
        uncertain = job.state is PrintState.UNCERTAIN
        set_tone(self, "warn" if uncertain else "info")
        sentence = (
            self.tr("{number}: did this slip come out? {reason}") if uncertain else self.tr("{number} waits: {reason}")
        )
        reason = messages.job_reason(job.reason) if job.reason else ""
        self.words.setText(sentence.format(number=job.slip_number, reason=reason))
        self.more.setText(self.tr("and {count} more").format(count=len(self._jobs) - 1))
        self.more.setVisible(len(self._jobs) > 1)
        self.came_out.setVisible(uncertain)
        self.missed.setVisible(uncertain)
        self.drop.setVisible(not uncertain)

    def _answer(self, act: Callable[[UUID], None]) -> None:
        job = self.asked_about
        if job is not None:
            act(job.id)
