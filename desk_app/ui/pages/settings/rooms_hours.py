"""The second side of a room: when it is open, several stretches a day, in seasons, on holidays, on single days."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.rooms_draft import CLOSED, ExceptionDraft, WeekDraft
from desk_app.ui.pages.settings.rooms_lines import bare, show_refusal
from desk_app.ui.pages.settings.rooms_model import RoomsModel, RoomsState
from desk_app.ui.widgets import Field, Label
from desk_app.ui.widgets.editors import ChoiceEditor, DateEditor, TextEditor, TickEditor


class HoursSide(QWidget):
    """One line of text per weekday; what is typed is understood however it is written."""

    def __init__(self, model: RoomsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.form = Form(model.edit)
        self.week = ChoiceEditor()
        self.week.edited.connect(self._week_chosen)
        self.days = {day: TextEditor(60) for day in range(1, 8)}
        self.day_fields: dict[int, Field] = {}
        self.holiday_hours, self.makeup_hours = TextEditor(60), TextEditor(60)
        self.exceptions: list[ExceptionRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        column.addLayout(self._week_row())
        column.addWidget(self._season_row())
        column.addLayout(self._day_grid())
        column.addLayout(self._special_row())
        self.exceptions_title = Label(role="strong")
        self.exceptions_hint = Label(role="secondary", wrap=True)
        column.addWidget(self.exceptions_title)
        column.addWidget(self.exceptions_hint)
        self._exception_column = QVBoxLayout()
        self._exception_column.setSpacing(8)
        column.addLayout(self._exception_column)
        self.add_exception = QPushButton()
        self.add_exception.clicked.connect(model.add_exception)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_exception)
        bottom.addStretch(1)
        column.addLayout(bottom)
        column.addStretch(1)

    def _week_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.add_season, self.drop_season = QPushButton(), QPushButton()
        self.add_season.clicked.connect(self._model.add_season)
        self.drop_season.clicked.connect(self._model.drop_season)
        row.addWidget(self.week, 1)
        row.addWidget(self.add_season)
        row.addWidget(self.drop_season)
        return row

    def _season_row(self) -> QWidget:
        self.season = QWidget()
        self.first, self.last, self.yearly = DateEditor(), DateEditor(), TickEditor()
        for key, editor in (("first", self.first), ("last", self.last), ("yearly", self.yearly)):
            editor.edited.connect(partial(self._model.edit_season, key))
        self.first_field, self.last_field, self.yearly_field = (
            Field(editor) for editor in (self.first, self.last, self.yearly)
        )
        row = QHBoxLayout(self.season)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for field in (self.first_field, self.last_field, self.yearly_field):
            row.addWidget(field, 1)
        return self.season

    def _day_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for day, editor in self.days.items():
            editor.edited.connect(partial(self._day_typed, day))
            self.day_fields[day] = Field(editor)
            grid.addWidget(self.day_fields[day], (day - 1) % 4, (day - 1) // 4)
        copies = QVBoxLayout()
        copies.setSpacing(8)
        self.copy_workdays, self.copy_week = QPushButton(), QPushButton()
        self.copy_workdays.clicked.connect(partial(self._model.same_all_week, workdays_only=True))
        self.copy_week.clicked.connect(partial(self._model.same_all_week, workdays_only=False))
        copies.addStretch(1)
        copies.addWidget(self.copy_workdays)
        copies.addWidget(self.copy_week)
        grid.addLayout(copies, 3, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _special_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.form.add("room.holiday_hours", self.holiday_hours), 1)
        row.addWidget(self.form.add("room.makeup_hours", self.makeup_hours), 1)
        return row

    # ---- intents ----

    def _week_chosen(self, number: object) -> None:
        self._model.choose_week(int(str(number)))

    def _day_typed(self, day: int, text: object) -> None:
        self._model.edit_day(day, str(text))

    # ---- words and state ----

    def retranslate(self) -> None:
        """Set every word anew."""
        locale = QLocale()
        for day, field in self.day_fields.items():
            field.set_title(locale.standaloneDayName(day, QLocale.FormatType.LongFormat))
            self.days[day].setPlaceholderText(self.tr("closed"))
        self.days[1].setPlaceholderText(self.tr("for example 8:30-11:30, 13:00-17:00"))
        self.copy_workdays.setText(self.tr("Monday's hours on workdays"))
        self.copy_week.setText(self.tr("Monday's hours every day"))
        self.add_season.setText(self.tr("Add a season"))
        self.drop_season.setText(self.tr("Remove this season"))
        self.week.setAccessibleName(self.tr("Which hours"))
        self.first_field.set_title(self.tr("From"))
        self.last_field.set_title(self.tr("Up to and including"))
        self.yearly_field.set_title(self.tr("Again"))
        self.yearly.setText(self.tr("Every year"))
        self.form.retitle(
            {
                "room.holiday_hours": self.tr("On statutory holidays"),
                "room.makeup_hours": self.tr("On weekends worked instead (调休)"),
            }
        )
        as_usual = self.tr("as on any such weekday; “{closed}” closes it").format(closed=CLOSED)
        self.holiday_hours.setPlaceholderText(as_usual)
        self.makeup_hours.setPlaceholderText(as_usual)
        self.exceptions_title.setText(self.tr("Single days"))
        self.exceptions_hint.setText(self.tr("Changing hours of a culture venue wants notice seven days before."))
        self.add_exception.setText(self.tr("Add a day"))
        for row in self.exceptions:
            row.retranslate()

    def render_state(self, state: RoomsState) -> None:
        """Show the chosen week, its season, and the single days."""
        draft = state.room
        if draft is None:
            return
        number = min(state.week, len(draft.weeks) - 1)
        week = draft.weeks[number]
        self.week.offer([(str(place), self._name(place, one)) for place, one in enumerate(draft.weeks)])
        self.week.set_value(str(number))
        self.drop_season.setVisible(number > 0)
        self.season.setVisible(number > 0)
        self.first.set_value(week.first)
        self.last.set_value(week.last)
        self.yearly.set_value(week.yearly)
        show_refusal(self.last_field, state.refusals.get(f"room.weeks.{number}.last"))
        for day, editor in self.days.items():
            editor.set_value(week.days[day - 1])
            show_refusal(self.day_fields[day], state.refusals.get(f"room.weeks.{number}.{day}"))
        self.form.show(state, {key: value for key, value in state.refusals.items() if key in self.form.fields})
        self._show_exceptions(draft.exceptions, state)

    def _name(self, number: int, week: WeekDraft) -> str:
        if not number or week.first is None or week.last is None:
            return self.tr("Ordinary weeks")
        return self.tr("Season {first} – {last}").format(
            first=f"{week.first:%m-%d}" if week.yearly else f"{week.first:%Y-%m-%d}",
            last=f"{week.last:%m-%d}" if week.yearly else f"{week.last:%Y-%m-%d}",
        )

    def _show_exceptions(self, exceptions: tuple[ExceptionDraft, ...], state: RoomsState) -> None:
        while len(self.exceptions) > len(exceptions):
            row = self.exceptions.pop()
            self._exception_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.exceptions) < len(exceptions):
            row = ExceptionRow(self._model, len(self.exceptions))
            row.retranslate()
            self.exceptions.append(row)
            self._exception_column.addWidget(row)
        for number, (row, exception) in enumerate(zip(self.exceptions, exceptions, strict=True)):
            row.show_exception(exception, state.refusals.get(f"room.exceptions.{number}"))


class ExceptionRow(QWidget):
    """One dated day: its hours, why, and a way to remove it."""

    def __init__(self, model: RoomsModel, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.hours, self.why = DateEditor(), TextEditor(60), TextEditor(40)
        self.remove = QPushButton()
        self.remove.clicked.connect(partial(model.drop_exception, number))
        for key, editor in (("day", self.day), ("hours", self.hours), ("why", self.why)):
            editor.edited.connect(partial(model.edit_exception, number, key))
        self.field = bare(self.hours)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in ((bare(self.day), 3), (self.field, 4), (bare(self.why), 4)):
            row.addWidget(part, share)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def retranslate(self) -> None:
        self.day.setAccessibleName(self.tr("Day"))
        self.field.set_title(self.tr("Open"))
        self.hours.setPlaceholderText(self.tr("closed"))
        self.why.setPlaceholderText(self.tr("why, shown to whoever asks"))
        self.why.setAccessibleName(self.tr("Why"))
        self.remove.setText(self.tr("Remove"))

    def show_exception(self, exception: ExceptionDraft, refusal: DeskError | None) -> None:
        self.day.set_value(exception.day)
        self.hours.set_value(exception.hours)
        self.why.set_value(exception.why)
        show_refusal(self.field, refusal)
