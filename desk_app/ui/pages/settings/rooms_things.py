"""What is lent and how much of it there is, the rules of the whole house, and the sheets for the wall."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.rooms import Equipment
from desk_app.reports.paper import Paper
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.rooms_house_model import HouseModel, HouseState
from desk_app.ui.pages.settings.rooms_lines import bare, show_refusal
from desk_app.ui.wall_sheets import SheetKind, WallSheets
from desk_app.ui.widgets import Card, Field, Label
from desk_app.ui.widgets.editors import ChoiceEditor, NumberEditor, TextEditor, TickEditor

AS_MANY_AS_ASKED = -1


class EquipmentRow(QWidget):
    """[name] [pieces]: stored when the cursor leaves it."""

    def __init__(self, model: HouseModel, thing: Equipment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self.thing = model, thing
        self.name, self.stock = TextEditor(40), NumberEditor(AS_MANY_AS_ASKED, 9999)
        self.field = bare(self.name)
        self.name.editingFinished.connect(self._store)
        self.stock.edited.connect(self._stock_edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.field, 3)
        row.addWidget(bare(self.stock), 2)

    def _stock_edited(self, value: object) -> None:
        del value
        if self.thing.name:
            self._store()

    def _store(self) -> None:
        stock = None if self.stock.value() == AS_MANY_AS_ASKED else self.stock.value()
        edited = replace(self.thing, name=self.name.value(), stock=stock)
        if edited != self.thing:
            self._model.edit_equipment(edited)

    def retranslate(self) -> None:
        self.field.set_title(self.tr("What"))
        self.name.setPlaceholderText(self.tr("projector, folding table …"))
        self.stock.setAccessibleName(self.tr("Pieces"))
        self.stock.setSpecialValueText(self.tr("as many as asked"))
        self.stock.setSuffix(self.tr(" pieces"))

    def show_thing(self, thing: Equipment, refusal: DeskError | None) -> None:
        self.thing = thing
        if refusal is None and not self.name.hasFocus():
            self.name.set_value(thing.name)
        self.stock.set_value(AS_MANY_AS_ASKED if thing.stock is None else thing.stock)
        show_refusal(self.field, refusal)


class EquipmentCard(Card):
    """Movable things lent with a room."""

    def __init__(self, model: HouseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.rows: list[EquipmentRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.body.addLayout(self._column)
        self.add_button = QPushButton()
        self.add_button.clicked.connect(model.add_equipment)
        self.hint = Label(role="secondary", wrap=True)
        self.body.addWidget(self.add_button)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("Equipment to lend"))
        self.add_button.setText(self.tr("Add something"))
        self.hint.setText(self.tr("Counted over all rooms: nothing is lent twice. Pieces 0: not lent for now."))
        for row in self.rows:
            row.retranslate()

    def render_state(self, state: HouseState) -> None:
        """One row per thing."""
        while len(self.rows) > len(state.equipment):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(state.equipment):
            row = EquipmentRow(self._model, state.equipment[len(self.rows)])
            row.retranslate()
            self.rows.append(row)
            self._column.addWidget(row)
        for row, thing in zip(self.rows, state.equipment, strict=True):
            row.show_thing(thing, state.refusals.get(f"equipment.{thing.id}"))


class HouseRulesCard(Card):
    """In force at once."""

    def __init__(self, model: HouseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(model.edit_house)
        self.rooms_at_once, self.late_entry = NumberEditor(0, 200), NumberEditor(0, 240, 5)
        self.asked = TickEditor()
        self.body.addWidget(self.form.add("house.rooms_at_once", self.rooms_at_once))
        self.body.addWidget(self.form.add("house.late_entry", self.late_entry))
        self.body.addWidget(self.form.add("house.asked_blockings_hold", self.asked))
        self.at_once = Label(role="secondary", wrap=True)
        self.body.addWidget(self.at_once)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("The whole house"))
        self.form.retitle(
            {
                "house.rooms_at_once": self.tr("Rooms in use at the same time"),
                "house.late_entry": self.tr("The desk may still book what began"),
                "house.asked_blockings_hold": self.tr("Rooms asked to be kept"),
            }
        )
        self.rooms_at_once.setSpecialValueText(self.tr("no limit"))
        self.late_entry.setSuffix(self.tr(" min ago"))
        self.asked.setText(self.tr("are kept before anybody accepted"))
        self.at_once.setText(self.tr("Changes on this card take effect at once."))

    def render_state(self, state: HouseState) -> None:
        """Show the rules in force."""
        self.form.show(state, state.refusals)


class SheetsCard(Card):
    """Today and this week in large type, as PDF or on paper."""

    def __init__(self, sheets: WallSheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = sheets
        self.paper = ChoiceEditor()
        self.paper.offer([(paper.value, paper.value) for paper in Paper])
        self.paper.set_value(Paper.A3.value)
        self.paper_field = Field(self.paper)
        self.save_buttons = {kind: QPushButton() for kind in SheetKind}
        self.print_buttons = {kind: QPushButton() for kind in SheetKind}
        self.titles = {kind: Label(role="strong") for kind in SheetKind}
        self.hint = Label(role="secondary", wrap=True)
        self.body.addWidget(self.paper_field)
        for kind in SheetKind:
            self.save_buttons[kind].clicked.connect(partial(self._save, kind))
            self.print_buttons[kind].clicked.connect(partial(self._print, kind))
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(self.titles[kind], 1)
            row.addWidget(self.save_buttons[kind])
            row.addWidget(self.print_buttons[kind])
            self.body.addLayout(row)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    @property
    def chosen_paper(self) -> Paper:
        """A3 or A4."""
        return Paper(self.paper.value())

    def _save(self, kind: SheetKind) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / self.sheets.file_name(kind))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the sheet"), proposed, "PDF (*.pdf)")
        if path:
            self.sheets.save(kind, self.chosen_paper, Path(path))

    def _print(self, kind: SheetKind) -> None:
        self.sheets.print_out(kind, self.chosen_paper)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("Sheets for the wall"))
        self.paper_field.set_title(self.tr("Paper"))
        self.titles[SheetKind.DAY].setText(self.tr("Today"))
        self.titles[SheetKind.WEEK].setText(self.tr("This week"))
        for kind in SheetKind:
            self.save_buttons[kind].setText(self.tr("Save PDF"))
            self.print_buttons[kind].setText(self.tr("Print"))
        self.hint.setText(
            self.tr("Groups and titles in large type, nobody's name. A3 is read from two metres, A4 from 1.4.")
        )


class ThingsPart(QWidget):
    """The three cards side by side."""

    def __init__(self, model: HouseModel, sheets: WallSheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.equipment, self.house, self.sheets = EquipmentCard(model), HouseRulesCard(model), SheetsCard(sheets)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for card in (self.equipment, self.house, self.sheets):
            row.addWidget(card, 1)
        model.changed.connect(self.render_state)

    def retranslate(self) -> None:
        """Set every word anew."""
        for card in (self.equipment, self.house, self.sheets):
            card.retranslate()
        self.render_state(self._model.state)

    def render_state(self, state: HouseState) -> None:
        """Hand the state on."""
        self.equipment.render_state(state)
        self.house.render_state(state)
