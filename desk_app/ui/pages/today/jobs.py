"""Slips that need the clerk: the uncertain ones ask whether they came out, the waiting ones say why they wait."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.slips import PrintJob, PrintState
from desk_app.ui import messages
from desk_app.ui.pages.today.model import TodayModel
from desk_app.ui.widgets import Card, Label
from desk_app.ui.widgets.styling import set_tone

SHOWN = 4
"""More than this many at once are counted, not listed: the printer's pill says what to do about them all."""


class JobRow(QFrame):
    """One slip and its question."""

    def __init__(self, job: PrintJob, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        uncertain = job.state is PrintState.UNCERTAIN
        set_tone(self, "warn" if uncertain else "info")
        self.words = Label(wrap=True)
        self.words.setText(
            self.tr("{number}: did this slip come out? {reason}").format(
                number=job.slip_number, reason=messages.job_reason(job.reason)
            )
            if uncertain
            else self.tr("{number} waits: {reason}").format(
                number=job.slip_number, reason=messages.job_reason(job.reason)
            )
        )
        self.buttons: list[QPushButton] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        answers = (
            ((self.tr("It came out"), model.came_out), (self.tr("It did not"), model.did_not_come_out))
            if uncertain
            else ((self.tr("Not needed"), model.drop),)
        )
        for text, act in answers:
            button = QPushButton(text)
            button.clicked.connect(partial(act, job.id))
            buttons.addWidget(button)
            self.buttons.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(buttons)


class JobsCard(Card):
    """Not there while every slip is settled."""

    def __init__(self, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs: tuple[PrintJob, ...] = ()
        self.rows: list[JobRow] = []
        self.more = Label(role="secondary")
        self.body.addWidget(self.more)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("Slips"))
        jobs, self._jobs = self._jobs, ()
        self.render_jobs(jobs)

    def render_jobs(self, jobs: tuple[PrintJob, ...]) -> None:
        """Show the slips that need somebody, the uncertain first."""
        needing = tuple(sorted(jobs, key=lambda job: (job.state is not PrintState.UNCERTAIN, job.created_at)))
        needing = tuple(job for job in needing if job.state is PrintState.UNCERTAIN or job.reason)
        if needing == self._jobs:
            self.setVisible(bool(needing))
            return
        self._jobs = needing
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [JobRow(job, self._model, self) for job in needing[:SHOWN]]
        for place, row in enumerate(self.rows, start=1):
            self.body.insertWidget(place, row)
            row.show()
        self.more.setText(self.tr("and {count} more").format(count=len(needing) - SHOWN))
        self.more.setVisible(len(needing) > SHOWN)
        self.setVisible(bool(needing))
