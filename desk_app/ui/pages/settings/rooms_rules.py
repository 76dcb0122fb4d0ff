"""The third side of a room: how far ahead, how long, how often, with whom, and when it is given to somebody else."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.bookings.quotas import Per
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.rooms_draft import QuotaDraft
from desk_app.ui.pages.settings.rooms_lines import bare
from desk_app.ui.pages.settings.rooms_model import RoomsModel, RoomsState
from desk_app.ui.widgets import Label
from desk_app.ui.widgets.editors import ChoiceEditor, Editor, NumberEditor, TickEditor


class RulesSide(QWidget):
    """Numbers in three columns, ticks, and a line per quota."""

    def __init__(self, model: RoomsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.form = Form(model.edit)
        self.numbers = {
            "at_least": NumberEditor(0, 20_160, 30),
            "at_most": NumberEditor(0, 730),
            "groups_at_once": NumberEditor(1, 30),
            "shortest": NumberEditor(1, 1440, 15),
            "longest": NumberEditor(0, 10_080, 30),
            "most_in_a_row": NumberEditor(0, 20),
            "setup": NumberEditor(0, 480, 5),
            "cleanup": NumberEditor(0, 480, 5),
            "row_gap": NumberEditor(0, 480, 10),
            "check_in_early": NumberEditor(0, 240, 5),
            "release_after": NumberEditor(0, 480, 5),
        }
        self.needs_approval, self.overnight, self.uses_check_in = TickEditor(), TickEditor(), TickEditor()
        self.quotas: list[QuotaRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        column.addLayout(self._grid())
        column.addLayout(self._quota_part())
        column.addStretch(1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        ticks = {
            "needs_approval": self.needs_approval,
            "uses_check_in": self.uses_check_in,
            "overnight": self.overnight,
        }
        editors: dict[str, Editor] = {**self.numbers, **ticks}
        for number, (key, editor) in enumerate(editors.items()):
            grid.addWidget(self.form.add(f"room.{key}", editor), number // 3, number % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid

    def _quota_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.quota_title = Label(role="strong")
        self._quota_column = QVBoxLayout()
        self._quota_column.setSpacing(8)
        self.add_quota = QPushButton()
        self.add_quota.clicked.connect(self._model.add_quota)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_quota)
        bottom.addStretch(1)
        column.addWidget(self.quota_title)
        column.addLayout(self._quota_column)
        column.addLayout(bottom)
        return column

    def retranslate(self) -> None:
        """Set every word anew."""
        self.form.retitle(
            {
                "room.at_least": self.tr("Book at the latest before"),
                "room.at_most": self.tr("Book at the earliest before"),
                "room.groups_at_once": self.tr("Groups at the same time"),
                "room.shortest": self.tr("Shortest use"),
                "room.longest": self.tr("Longest use"),
                "room.most_in_a_row": self.tr("Uses in a row, one group"),
                "room.setup": self.tr("Setting up, before"),
                "room.cleanup": self.tr("Clearing up, after"),
                "room.row_gap": self.tr("In a row up to a gap of"),
                "room.check_in_early": self.tr("Check in from so early on"),
                "room.release_after": self.tr("Nobody came: free again after"),
                "room.needs_approval": self.tr("Approval"),
                "room.uses_check_in": self.tr("Check-in"),
                "room.overnight": self.tr("Night"),
            }
        )
        self.needs_approval.setText(self.tr("Somebody must approve"))
        self.uses_check_in.setText(self.tr("People check in when they come"))
        self.overnight.setText(self.tr("May be used over midnight"))
        minutes = self.tr(" min")
        for key in (
            "at_least",
            "shortest",
            "longest",
            "setup",
            "cleanup",
            "row_gap",
            "check_in_early",
            "release_after",
        ):
            self.numbers[key].setSuffix(minutes)
        self.numbers["at_most"].setSuffix(self.tr(" days"))
        for key in ("at_most", "longest", "most_in_a_row"):
            self.numbers[key].setSpecialValueText(self.tr("no limit"))
        for key in ("at_least", "setup", "cleanup"):
            self.numbers[key].setSpecialValueText(self.tr("none"))
        self.numbers["release_after"].setSpecialValueText(self.tr("never"))
        self.quota_title.setText(self.tr("At most, per person or group"))
        self.add_quota.setText(self.tr("Add a limit"))
        for row in self.quotas:
            row.retranslate()

    def render_state(self, state: RoomsState) -> None:
        """Show the draft's rules."""
        draft = state.room
        if draft is None:
            return
        self.form.show(state, state.refusals)
        self.numbers["release_after"].setEnabled(draft.uses_check_in)
        self.numbers["check_in_early"].setEnabled(draft.uses_check_in)
        self.numbers["row_gap"].setEnabled(draft.most_in_a_row > 0)
        while len(self.quotas) > len(draft.quotas):
            row = self.quotas.pop()
            self._quota_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.quotas) < len(draft.quotas):
            row = QuotaRow(self._model, len(self.quotas))
            row.retranslate()
            self.quotas.append(row)
            self._quota_column.addWidget(row)
        for row, quota in zip(self.quotas, draft.quotas, strict=True):
            row.show_quota(quota)


class QuotaRow(QWidget):
    """[4] [times | hours] [a day | a week | a month | a year] [in this room | in the whole hub] [Remove]."""

    def __init__(self, model: RoomsModel, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most, self.what = NumberEditor(1, 2000), ChoiceEditor()
        self.per, self.reach = ChoiceEditor(), ChoiceEditor()
        self.remove = QPushButton()
        self.remove.clicked.connect(partial(model.drop_quota, number))
        self.most.edited.connect(partial(model.edit_quota, number, "most"))
        self.per.edited.connect(partial(model.edit_quota, number, "per"))
        self.what.edited.connect(partial(self._edit_flag, model, number, "in_hours"))
        self.reach.edited.connect(partial(self._edit_flag, model, number, "whole_hub"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (bare(self.most), self.what, self.per, self.reach):
            row.addWidget(part, 1)
        row.addWidget(self.remove)

    @staticmethod
    def _edit_flag(model: RoomsModel, number: int, key: str, value: object) -> None:
        model.edit_quota(number, key, value == "yes")

    def retranslate(self) -> None:
        self.what.offer([("no", self.tr("times")), ("yes", self.tr("hours"))])
        self.per.offer(
            [
                (Per.DAY.value, self.tr("a day")),
                (Per.WEEK.value, self.tr("a week")),
                (Per.MONTH.value, self.tr("a month")),
                (Per.YEAR.value, self.tr("a year")),
            ]
        )
        self.reach.offer([("no", self.tr("in this room")), ("yes", self.tr("in the whole hub"))])
        self.remove.setText(self.tr("Remove"))
        self.most.setAccessibleName(self.tr("At most"))
        self.what.setAccessibleName(self.tr("Times or hours"))
        self.per.setAccessibleName(self.tr("Per"))
        self.reach.setAccessibleName(self.tr("Where it counts"))

    def show_quota(self, quota: QuotaDraft) -> None:
        self.most.set_value(quota.most)
        self.what.set_value("yes" if quota.in_hours else "no")
        self.per.set_value(quota.per)
        self.reach.set_value("yes" if quota.whole_hub else "no")
