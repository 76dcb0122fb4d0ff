"""The part of the settings page about the hub and this desk: who we are, shown as it will stand on every paper."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.catalogue import ServiceKind
from desk_app.ui import messages
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.model import SettingsModel
from desk_app.ui.pages.settings.state import SUBDISTRICTS, State
from desk_app.ui.widgets import Card, Label
from desk_app.ui.widgets.editors import ChoiceEditor, ClockEditor, NumberEditor, TextEditor


class HubSection(QWidget):
    """Profile on the left, the formal name and a slip number on the right as they will read."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(model.edit)
        self.subdistrict = ChoiceEditor()
        self.subdistrict.offer([(name, name) for name in SUBDISTRICTS])
        self.kind = ChoiceEditor()
        self.site, self.phone, self.letter = TextEditor(20), TextEditor(20), TextEditor(1)
        self.number = TextEditor(4)
        self.capacity = NumberEditor(0, 5000, 10)
        self.opens, self.closes = ClockEditor(), ClockEditor()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._profile_card(), 3)
        row.addLayout(self._right(), 2)

    def _profile_card(self) -> Card:
        self.profile = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, editor, row, column, span in (
            ("hub.subdistrict", self.subdistrict, 0, 0, 1),
            ("hub.site", self.site, 0, 1, 1),
            ("hub.phone", self.phone, 1, 0, 1),
            ("hub.capacity", self.capacity, 1, 1, 1),
            ("hub.opens", self.opens, 2, 0, 1),
            ("hub.closes", self.closes, 2, 1, 1),
            ("hub.default_kind", self.kind, 3, 0, 2),
        ):
            grid.addWidget(self.form.add(place, editor), row, column, 1, span)
        self.profile.body.addLayout(grid)
        self.profile.body.addStretch(1)
        return self.profile

    def _right(self) -> QVBoxLayout:
        self.preview, self.desk = Card(), Card()
        self.formal_name = Label(role="page", wrap=True)
        self.preview_note = Label(role="secondary", wrap=True)
        self.preview.body.addWidget(self.formal_name)
        self.preview.body.addWidget(self.preview_note)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.form.add("desk.letter", self.letter))
        pair.addWidget(self.form.add("desk.number", self.number))
        self.slip_note = Label(role="secondary", wrap=True)
        self.desk.body.addLayout(pair)
        self.desk.body.addWidget(self.slip_note)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.preview)
        column.addWidget(self.desk)
        column.addStretch(1)
        return column

    def retranslate(self) -> None:
        """Set every word anew."""
        self.profile.heading.setText(self.tr("Hub profile"))
        self.preview.heading.setText(self.tr("Formal name"))
        self.preview_note.setText(self.tr("By the plan's rule; it stands on the window, on slips and on reports."))
        self.desk.heading.setText(self.tr("This desk"))
        self.form.retitle(
            {
                "hub.subdistrict": self.tr("Subdistrict"),
                "hub.site": self.tr("Site name (may stay empty)"),
                "hub.phone": self.tr("Phone"),
                "hub.capacity": self.tr("Capacity (0: none)"),
                "hub.opens": self.tr("Opens"),
                "hub.closes": self.tr("Closes"),
                "hub.default_kind": self.tr("Usual purpose of a first visit"),
                "desk.letter": self.tr("Desk letter"),
                "desk.number": self.tr("Desk number"),
            }
        )
        self.kind.offer([(kind.value, messages.kind(kind)) for kind in ServiceKind])

    def render_state(self, state: State) -> None:
        """Show the draft, its preview and its refusals."""
        self.form.show(state.draft, state.refusals)
        self.formal_name.setText(state.draft.hub.formal_name)
        self.slip_note.setText(
            self.tr("Slip numbers of this desk begin with {letter}: two desks never print the same one.").format(
                letter=state.draft.desk.letter or "?"
            )
        )
