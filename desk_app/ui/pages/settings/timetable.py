"""The hub's weekly timetable: the list on the left, one activity on the right."""

from __future__ import annotations

from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.ui import messages
from desk_app.ui.pages.settings.model import SettingsModel
from desk_app.ui.pages.settings.state import State
from desk_app.ui.widgets import Card, Field, KeyCapButton
from desk_app.ui.widgets.editors import ChoiceEditor, ClockEditor, Editor, TextEditor
from desk_app.ui.widgets.table import DeskTable

DAYS, TIME, TITLE, KIND, PLACE = range(5)
_Index = QModelIndex | QPersistentModelIndex


def weekday_words(weekdays: frozenset[int]) -> str:
    """一、三、五 in the language of the screen."""
    locale = QLocale()
    short = QLocale.FormatType.NarrowFormat if locale.language() is QLocale.Language.Chinese else None
    names = [locale.dayName(day, short or QLocale.FormatType.ShortFormat) for day in sorted(weekdays)]
    return "、".join(names) if short else ", ".join(names)


class TimetableRows(QAbstractTableModel):
    """A tuple of activities as table rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activities: tuple[Activity, ...] = ()

    def show(self, activities: tuple[Activity, ...]) -> None:
        if activities != self.activities:
            self.beginResetModel()
            self.activities = activities
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.activities)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        activity = self.activities[index.row()]
        return (
            weekday_words(activity.weekdays),
            f"{activity.starts:%H:%M}–{activity.ends:%H:%M}",
            activity.title,
            messages.kind_short(activity.kind),
            activity.place,
        )[index.column()]

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Days"), self.tr("Time"), self.tr("Activity"), self.tr("Kind"), self.tr("Place"))[section]

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 4)
        self.layoutChanged.emit()


class TimetableSection(QWidget):
    """Intents go to the model; the right card is empty until an activity is chosen or begun."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.rows = TimetableRows(self)
        self.table = DeskTable()
        self.title, self.place = TextEditor(40), TextEditor(30)
        self.kind = ChoiceEditor()
        self.starts, self.ends = ClockEditor(), ClockEditor()
        self.days = {day: QPushButton() for day in range(1, 8)}
        self.fields: dict[str, Field] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list_card(), 3)
        row.addWidget(self._activity_card(), 2)

    def _list_card(self) -> Card:
        self.list_card = Card()
        self.new_button = KeyCapButton(key="Ctrl+N", icon_name="plus")
        self.new_button.clicked.connect(self._model.new_activity)
        self.list_card.head.addWidget(self.new_button)
        self.table.setModel(self.rows)
        self.table.stretch(TITLE)
        self.table.clicked.connect(self._chosen)
        self.table.activated.connect(self._chosen)
        self.list_card.body.addWidget(self.table, 1)
        return self.list_card

    def _activity_card(self) -> Card:
        self.activity_card = Card()
        bound: tuple[tuple[str, Editor], ...] = (
            ("title", self.title),
            ("kind", self.kind),
            ("place", self.place),
            ("starts", self.starts),
            ("ends", self.ends),
        )
        for key, editor in bound:
            editor.edited.connect(partial(self._edited, key))
            self.fields[key] = Field(editor)
        for key in ("title", "kind", "place"):
            self.activity_card.body.addWidget(self.fields[key])
        times = QHBoxLayout()
        times.setSpacing(16)
        times.addWidget(self.fields["starts"])
        times.addWidget(self.fields["ends"])
        self.activity_card.body.addLayout(times)
        self.activity_card.body.addWidget(self._weekday_field())
        self.activity_card.body.addStretch(1)
        self.save_button = KeyCapButton(tone="primary")
        self.save_button.clicked.connect(self._model.save_activity)
        self.remove_button = QPushButton()
        self.remove_button.clicked.connect(self._model.remove_activity)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.save_button, 1)
        self.activity_card.body.addLayout(buttons)
        return self.activity_card

    def _weekday_field(self) -> Field:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for day, button in self.days.items():
            button.setCheckable(True)
            button.setProperty("square", "true")
            button.clicked.connect(partial(self._toggle_day, day))
            row.addWidget(button)
        row.addStretch(1)
        self.fields["weekdays"] = Field(strip)
        return self.fields["weekdays"]

    # ---- intents ----

    def _chosen(self, index: QModelIndex) -> None:
        self._model.choose_activity(self.rows.activities[index.row()].id)

    def _edited(self, key: str, value: object) -> None:
        convert = {"kind": ServiceKind, "starts": time.fromisoformat, "ends": time.fromisoformat}.get(key, str)
        self._model.edit_activity(key, convert(str(value)))

    def _toggle_day(self, day: int) -> None:
        activity = self._model.state.editing
        if activity is not None:
            self._model.edit_activity("weekdays", activity.weekdays ^ {day})

    # ---- words and state ----

    def retranslate(self) -> None:
        """Set every word anew."""
        self.list_card.heading.setText(self.tr("Weekly activities"))
        self.new_button.set_text(self.tr("New activity"))
        self.save_button.set_text(self.tr("Save activity"))
        self.remove_button.setText(self.tr("Remove"))
        for key, title in (
            ("title", self.tr("Name")),
            ("kind", self.tr("Kind")),
            ("place", self.tr("Place")),
            ("starts", self.tr("From")),
            ("ends", self.tr("To")),
            ("weekdays", self.tr("Every")),
        ):
            self.fields[key].set_title(title)
        self.kind.offer([(kind.value, messages.kind(kind)) for kind in ServiceKind])
        for day, button in self.days.items():
            button.setText(weekday_words(frozenset({day})))
            button.setAccessibleName(QLocale().dayName(day))
        self.rows.retranslate()

    def show_place(self, shown: bool) -> None:
        """Large text leaves room for what is asked most."""
        self.table.setColumnHidden(PLACE, not shown)

    def render_state(self, state: State) -> None:
        """Show the list, and the activity that is being edited."""
        self.rows.show(state.timetable)
        activity = state.editing
        self.activity_card.heading.setText(
            self.tr("New activity") if state.editing_is_new else self.tr("Activity") if activity else ""
        )
        self.activity_card.aside.setText("" if activity else self.tr("Choose one on the left, or begin a new one."))
        for field in self.fields.values():
            field.setVisible(activity is not None)
        self.save_button.setVisible(activity is not None)
        self.remove_button.setVisible(activity is not None)
        if activity is None:
            self.table.clearSelection()
            return
        self._select(activity.id)
        self._fill(activity, state)

    def _select(self, activity_id: UUID) -> None:
        row = next((row for row, item in enumerate(self.rows.activities) if item.id == activity_id), -1)
        if row < 0:
            self.table.clearSelection()
        elif self.table.currentIndex().row() != row:
            self.table.selectRow(row)

    def _fill(self, activity: Activity, state: State) -> None:
        self.title.set_value(activity.title)
        self.place.set_value(activity.place)
        self.kind.set_value(activity.kind.value)
        self.starts.set_value(f"{activity.starts:%H:%M}")
        self.ends.set_value(f"{activity.ends:%H:%M}")
        for day, button in self.days.items():
            button.setChecked(day in activity.weekdays)
        for key, field in self.fields.items():
            refusal = state.refusals.get(f"activity.{key}")
            if refusal is None:
                field.accept()
            else:
                field.refuse(messages.refusal(refusal))
