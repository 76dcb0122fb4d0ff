"""Which years' holidays are known, what each says, and the import of the pack a notice brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.core.clock import hub_day
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.calendar import NOTHING_ANNOUNCED, CalendarDay, DayKind, HolidayCalendar, YearTable
from desk_app.ui import messages
from desk_app.ui.context import Context
from desk_app.ui.messages import Tone
from desk_app.ui.pages.settings.state import altered
from desk_app.ui.widgets import Card, KeyCapButton, Label, Tag
from desk_app.ui.widgets.editors import ChoiceEditor
from desk_app.ui.widgets.scrolled import scrolled
from desk_app.ui.widgets.styling import set_tone
from desk_app.ui.widgets.table import DeskTable

_Index = QModelIndex | QPersistentModelIndex
_LARGEST_PACK = 5_000_000
_SHIPPED = "chinesecalendar"

HOLIDAYS: dict[str, str] = {
    "new_years_day": QT_TRANSLATE_NOOP("rooms", "New Year's Day"),
    "spring_festival": QT_TRANSLATE_NOOP("rooms", "Spring Festival"),
    "tomb_sweeping_day": QT_TRANSLATE_NOOP("rooms", "Tomb-Sweeping Day"),
    "labour_day": QT_TRANSLATE_NOOP("rooms", "Labour Day"),
    "dragon_boat_festival": QT_TRANSLATE_NOOP("rooms", "Dragon Boat Festival"),
    "national_day": QT_TRANSLATE_NOOP("rooms", "National Day"),
    "mid_autumn_festival": QT_TRANSLATE_NOOP("rooms", "Mid-Autumn Festival"),
}


def holiday(name: str) -> str:
    """A holiday's name; an imported pack brings its own."""
    return QCoreApplication.translate("rooms", HOLIDAYS[name]) if name in HOLIDAYS else name


@dataclass(frozen=True, slots=True)
class YearsState:
    """One year of the calendar, and a pack that was read and not yet kept."""

    calendar: HolidayCalendar = NOTHING_ANNOUNCED
    year: int = 0
    this_year: int = 0
    days: tuple[CalendarDay, ...] = ()
    read: tuple[YearTable, ...] = ()
    file_name: str = ""
    refused: DeskError | None = None
    trouble: EnvironmentTrouble | None = None

    @property
    def announced(self) -> bool:
        """Whether the year's notice is known."""
        return self.calendar.is_announced(self.year)

    @property
    def basis(self) -> str:
        """The notice the year rests on."""
        return next((table.basis for table in reversed(self.calendar.tables) if table.year == self.year), "")


class YearsModel(QObject):
    """Look at a year, read a pack, keep it. UI thread."""

    changed = Signal(object)
    """YearsState."""
    said = Signal(str, str, object)
    """Code of what was done, a detail, and how to take it back (a callable, or None)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rooms = context.desk.rooms
        year = hub_day(context.clock.now()).year
        self.state = YearsState(year=year, this_year=year)

    def show(self) -> None:
        """Read the calendar anew."""
        self._try(lambda: self._take(self._rooms.calendar()))

    def choose_year(self, year: int) -> None:
        self._become(year=year, days=special_days(self.state.calendar, year))

    def read_file(self, path: Path) -> None:
        """Read a pack and show what it says; nothing is kept yet."""

        def read() -> None:
            if path.stat().st_size > _LARGEST_PACK:
                raise DeskError("holidays.too_large")
            tables = self._rooms.read_year(path.read_bytes(), path.name)
            shown = self.state.calendar.with_years(tables)
            year = tables[0].year
            self._become(read=tables, file_name=path.name, refused=None, year=year, days=special_days(shown, year))

        self._try(read)

    def keep(self) -> None:
        """Keep the pack that was read: from now on series follow it."""
        tables = self.state.read
        years = frozenset(table.year for table in tables)
        before = tuple(table for table in self.state.calendar.tables if table.year in years)
        known = frozenset(table.year for table in before)

        def keep() -> None:
            self._rooms.import_years(tables)
            self._become(read=(), file_name="")
            self._take(self._rooms.calendar())
            self._context.bridge.changed("rooms", "bookings")
            undo = (lambda: self._put_back(before)) if known == years else None
            self.said.emit("years_kept", "、".join(str(year) for year in sorted(years)), undo)

        if tables:
            self._try(keep)

    def drop(self) -> None:
        """Do not keep the pack that was read."""
        self._become(read=(), file_name="", refused=None)
        self._take(self.state.calendar)

    def _put_back(self, tables: tuple[YearTable, ...]) -> None:
        def put_back() -> None:
            self._rooms.import_years(tables)
            self._take(self._rooms.calendar())
            self._context.bridge.changed("rooms", "bookings")
            self.said.emit("taken_back", "", None)

        self._try(put_back)

    def _take(self, calendar: HolidayCalendar) -> None:
        self._become(calendar=calendar, days=special_days(calendar, self.state.year))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except DeskError as refusal:
            self._become(refused=refusal, trouble=None)
        except OSError as error:
            reason = EnvironmentTrouble("holidays.file_unreadable", reason=error.strerror)
            self._become(trouble=reason, refused=None)
        except EnvironmentTrouble as trouble:
            self._context.bridge.store_trouble(trouble)
            self._become(trouble=trouble)
        else:
            self._become(trouble=None)

    def _become(self, **changes: object) -> None:
        self.state = altered(self.state, **changes)
        self.changed.emit(self.state)


def special_days(calendar: HolidayCalendar, year: int) -> tuple[CalendarDay, ...]:
    """The days of a year on which the weekday alone does not say whether people work."""
    first = date(year, 1, 1)
    days = (calendar.day(first + timedelta(days=number)) for number in range((date(year + 1, 1, 1) - first).days))
    special = (DayKind.HOLIDAY, DayKind.MAKEUP_WORKDAY)
    return tuple(day for day in days if day.kind in special)


class DayRows(QAbstractTableModel):
    """Special days as table rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[CalendarDay, ...] = ()

    def show(self, days: tuple[CalendarDay, ...]) -> None:
        if days != self.days:
            self.beginResetModel()
            self.days = days
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else len(self.days)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  (Qt's signature)
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        day = self.days[index.row()]
        kind = self.tr("off") if day.kind is DayKind.HOLIDAY else self.tr("worked")
        weekday = QLocale().standaloneDayName(day.day.isoweekday())
        return (day.day.isoformat(), weekday, kind, holiday(day.name))[index.column()]

    def headerData(  # noqa: N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Day"), self.tr("Weekday"), self.tr("Off or worked"), self.tr("Holiday"))[section]

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self.layoutChanged.emit()


class YearsPart(QWidget):
    """The year's table at the left; what it rests on and the import at the right."""

    def __init__(self, model: YearsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.rows, self.table = DayRows(self), DeskTable()
        self.year = ChoiceEditor()
        self.year.edited.connect(self._year_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._table_card(), 3)
        row.addWidget(scrolled(self._import_card(), sideways=False), 2)
        model.changed.connect(self.render_state)

    def _table_card(self) -> Card:
        self.table_card = Card()
        self.state_tag = Tag()
        self.table_card.head.addWidget(self.state_tag)
        self.table_card.head.addWidget(self.year)
        self.table.setModel(self.rows)
        self.table.stretch(3)
        self.table_card.body.addWidget(self.table, 1)
        return self.table_card

    def _import_card(self) -> Card:
        self.import_card = Card()
        self.basis, self.how = Label(wrap=True), Label(role="secondary", wrap=True)
        self.panel = QFrame()
        self.panel.setProperty("role", "panel")
        self.panel_words = Label(wrap=True)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.panel_words)
        self.read_button, self.drop_button = KeyCapButton(icon_name="download"), KeyCapButton(tone="quiet")
        self.keep_button = KeyCapButton(tone="primary")
        self.read_button.clicked.connect(self._choose_file)
        self.keep_button.clicked.connect(self._model.keep)
        self.drop_button.clicked.connect(self._model.drop)
        for part in (self.basis, self.panel, self.keep_button, self.drop_button, self.read_button, self.how):
            self.import_card.body.addWidget(part)
        self.import_card.body.addStretch(1)
        return self.import_card

    def _year_chosen(self, year: object) -> None:
        self._model.choose_year(int(str(year)))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Pack of a year"), "", "*.toml *.csv *.xlsx")
        if path:
            self._model.read_file(Path(path))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.table_card.heading.setText(self.tr("Holidays and worked weekends"))
        self.import_card.heading.setText(self.tr("Where it comes from"))
        self.year.setAccessibleName(self.tr("Year"))
        self.read_button.set_text(self.tr("Import a year…"))
        self.keep_button.set_text(self.tr("Keep it"))
        self.drop_button.set_text(self.tr("Do not keep it"))
        self.how.setText(
            self.tr(
                "The State Council announces a year in the autumn before. Type its days into a table with the columns "
                "日期, 类型 (休 or 班), 名称 and 依据, saved as Excel, CSV or TOML, and import it here."
            )
        )
        self.rows.retranslate()
        self.render_state(self._model.state)

    def render_state(self, state: YearsState) -> None:
        """Show the year, and the pack that was read."""
        self.rows.show(state.days)
        read = {table.year: table for table in state.read}
        self._offer_years(state, read)
        announced = state.announced or state.year in read
        self.state_tag.setText(self.tr("announced") if announced else self.tr("not announced yet"))
        set_tone(self.state_tag, Tone.OK if announced else Tone.WARN)
        self.basis.setText(self._basis_words(state, read))
        tone, words = self._panel_state(state, read)
        set_tone(self.panel, tone)
        self.panel_words.setText(words)
        self.panel.setVisible(bool(words))
        self.keep_button.setVisible(bool(read))
        self.drop_button.setVisible(bool(read))
        self.read_button.setVisible(not read)

    def _offer_years(self, state: YearsState, read: Mapping[int, YearTable]) -> None:
        known = {table.year for table in state.calendar.tables if table.year >= state.this_year - 2}
        years = sorted(known | set(read) | {state.year, state.this_year, state.this_year + 1})
        if [self.year.itemData(row) for row in range(self.year.count())] != [str(year) for year in years]:
            self.year.offer([(str(year), str(year)) for year in years])
        self.year.set_value(str(state.year))

    def _basis_words(self, state: YearsState, read: Mapping[int, YearTable]) -> str:
        if state.year in read:
            return self.tr("From {file}, not kept yet.").format(file=state.file_name)
        if not state.announced:
            return self.tr("Nothing is announced for {year}.").format(year=state.year)
        basis = state.basis or self.tr("not said")
        if basis.startswith(_SHIPPED):
            basis = self.tr("the State Council's notice, as it came with the program ({basis})").format(basis=basis)
        return self.tr("{year} rests on: {basis}").format(year=state.year, basis=basis)

    def _panel_state(self, state: YearsState, read: Mapping[int, YearTable]) -> tuple[Tone, str]:
        if state.refused is not None:
            return Tone.BAD, messages.refusal(state.refused)
        if state.trouble is not None:
            return Tone.BAD, messages.trouble(state.trouble)
        if read:
            table = read.get(state.year) or next(iter(read.values()))
            return Tone.INFO, self.tr(
                "{year}: {off} days off, {worked} weekend days worked. Look them through."
            ).format(year=table.year, off=len(table.off), worked=len(table.worked))
        if not state.announced:
            return Tone.WARN, self.tr("Reckoned by custom until the notice comes; days moved for 调休 are not known.")
        return Tone.OK, ""
