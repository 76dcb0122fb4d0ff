"""When rooms are closed, and for whom they are kept: what stands on each list, and a form beneath it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.bookings.rooms import Blocking, Closure
from desk_app.domain.bookings.slots import Slot
from desk_app.services.rooms import Party
from desk_app.ui.messages import Tone
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.rooms_house_model import HouseModel, HouseState
from desk_app.ui.pages.settings.rooms_lines import Lines, WordLine, show_refusal
from desk_app.ui.pages.settings.rooms_toggles import RoomToggles
from desk_app.ui.widgets import Card, Field, KeyCapButton, Label
from desk_app.ui.widgets.editors import ClockEditor, DateEditor, Editor, TextEditor
from desk_app.ui.widgets.styling import set_tone


def slot_words(slot: Slot) -> str:
    """2026-12-01 08:30–20:30, or both days where there are two."""
    start, end = slot.start, slot.end
    if slot.last_day == slot.day:
        return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}" if end.date() == start.date() else f"{start:%Y-%m-%d %H:%M}–24:00"
    return f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M}"


class ClosedCard(Card):
    """Closing asks first when bookings stand in the way."""

    def __init__(self, model: HouseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.form = Form(model.edit_closure)
        self.first, self.last = DateEditor(), DateEditor()
        self.starts, self.ends = ClockEditor(), ClockEditor()
        self.why = TextEditor(60)
        self.rooms = RoomToggles(model.toggle_closed_room)
        self.room_field = Field(self.rooms)
        self.lines: Lines[Closure] = Lines(self._line)
        self.notice = Label(role="secondary", wrap=True)
        self.body.addWidget(self._question())
        self.body.addWidget(self.lines)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        editors: tuple[tuple[str, Editor], ...] = (
            ("first", self.first),
            ("starts", self.starts),
            ("last", self.last),
            ("ends", self.ends),
        )
        for column, (key, editor) in enumerate(editors):
            grid.addWidget(self.form.add(f"closure.{key}", editor), column // 2, column % 2)
        self.body.addLayout(grid)
        self.body.addWidget(self.form.add("closure.why", self.why))
        self.body.addWidget(self.room_field)
        self.body.addWidget(self.notice)
        self.close_button = KeyCapButton(tone="primary")
        self.close_button.clicked.connect(model.close)
        self.body.addWidget(self.close_button)
        self.body.addStretch(1)

    def _question(self) -> QWidget:
        self.question = Card(headed=False)
        self.question.setProperty("role", "panel")
        set_tone(self.question, Tone.WARN)
        self.question_words = Label(wrap=True)
        self.around_button, self.cancel_button, self.keep_button = QPushButton(), QPushButton(), QPushButton()
        self.around_button.clicked.connect(self._model.close_around)
        self.cancel_button.clicked.connect(self._model.close_and_cancel)
        self.keep_button.clicked.connect(self._model.keep_open)
        self.question.body.addWidget(self.question_words)
        for button in (self.around_button, self.cancel_button, self.keep_button):
            self.question.body.addWidget(button)
        return self.question

    def _line(self, closure: Closure) -> WordLine:
        rooms = [room.name for room in self._model.state.rooms if room.id in closure.room_ids]
        where = "、".join(rooms) if closure.room_ids else self.tr("whole house")
        return WordLine(
            slot_words(closure.slot),
            f"{where} · {closure.why}",
            self.tr("Reopen"),
            partial(self._model.reopen, closure.id),
        )

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("Closed"))
        self.aside.setText(self.tr("Repairs, a closed house: nobody can be in there"))
        self.form.retitle(
            {
                "closure.first": self.tr("From"),
                "closure.starts": self.tr("Time"),
                "closure.last": self.tr("Until"),
                "closure.ends": self.tr("Time"),
                "closure.why": self.tr("Why, shown to whoever asks"),
            }
        )
        self.room_field.set_title(self.tr("Rooms (none chosen: the whole house)"))
        self.notice.setText(
            self.tr("Less than seven days ahead. A culture venue announces this earlier, unless the cause is sudden.")
        )
        self.around_button.setText(self.tr("Close only the days without bookings"))
        self.cancel_button.setText(self.tr("Cancel those bookings and close"))
        self.keep_button.setText(self.tr("Do not close"))
        self.close_button.set_text(self.tr("Close"))
        self.lines.forget()

    def render_state(self, state: HouseState) -> None:
        """Show the list, the draft, and the question where bookings are met."""
        self.lines.show_items(state.closures)
        self.form.show(state, state.refusals)
        self.rooms.show_rooms(state.rooms, state.closure.room_ids)
        self.notice.setVisible(state.short_notice)
        self.question.setVisible(state.asking)
        self.close_button.setVisible(not state.asking)
        if state.asking:
            self.question_words.setText(
                self.tr("%n booking(s) stand there:", "", len(state.met))
                + "\n"
                + "\n".join(
                    f"{slot_words(met.slot)} {met.title or met.responsible.party_name}" for met in state.met[:4]
                )
            )


class KeptCard(Card):
    """Whole days, with groups that may book nevertheless."""

    def __init__(self, model: HouseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.form = Form(model.edit_keep)
        self.first, self.last, self.why = DateEditor(), DateEditor(), TextEditor(60)
        self.rooms = RoomToggles(model.toggle_kept_room)
        self.room_field = Field(self.rooms)
        self.search = TextEditor(40)
        self.search.edited.connect(self._searched)
        self.exempt_field = Field(self.search)
        self.lines: Lines[Blocking] = Lines(self._line)
        self.found: Lines[Party] = Lines(self._found_line)
        self.exempt: Lines[Party] = Lines(self._exempt_line)
        self.body.addWidget(self.lines)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addWidget(self.form.add("keep.first", self.first))
        pair.addWidget(self.form.add("keep.last", self.last))
        self.body.addLayout(pair)
        self.body.addWidget(self.form.add("keep.why", self.why))
        self.body.addWidget(self.room_field)
        exempt = QVBoxLayout()
        exempt.setSpacing(4)
        for part in (self.exempt_field, self.found, self.exempt):
            exempt.addWidget(part)
        self.body.addLayout(exempt)
        self.keep_button = KeyCapButton(tone="primary")
        self.keep_button.clicked.connect(model.keep_rooms)
        self.body.addWidget(self.keep_button)
        self.body.addStretch(1)

    def _searched(self, text: object) -> None:
        self._model.look_for_parties(str(text))

    def _line(self, blocking: Blocking) -> WordLine:
        rooms = "、".join(room.name for room in self._model.state.rooms if room.id in blocking.room_ids)
        days = f"{blocking.first}" if blocking.first == blocking.last else f"{blocking.first} – {blocking.last}"
        if not blocking.accepted:
            return WordLine(
                days,
                self.tr("asked for: {what}").format(what=f"{rooms} · {blocking.why}"),
                self.tr("Accept"),
                partial(self._model.accept, blocking.id),
            )
        return WordLine(
            days, f"{rooms} · {blocking.why}", self.tr("End"), partial(self._model.end_keeping, blocking.id)
        )

    def _found_line(self, party: Party) -> WordLine:
        return WordLine(party.name, "", self.tr("May book"), partial(self._exempt, party))

    def _exempt_line(self, party: Party) -> WordLine:
        words = self.tr("may book nevertheless")
        return WordLine(party.name, words, self.tr("Remove"), partial(self._model.exempt_no_more, party))

    def _exempt(self, party: Party) -> None:
        self.search.clear()
        self._model.exempt(party)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.heading.setText(self.tr("Kept for somebody"))
        self.aside.setText(self.tr("Whole days; others cannot book"))
        self.form.retitle(
            {
                "keep.first": self.tr("From"),
                "keep.last": self.tr("Up to and including"),
                "keep.why": self.tr("For what, shown to whoever asks"),
            }
        )
        self.room_field.set_title(self.tr("Rooms"))
        self.exempt_field.set_title(self.tr("These groups and units may book nevertheless"))
        self.search.setPlaceholderText(self.tr("name or initials"))
        self.keep_button.set_text(self.tr("Keep"))
        for lines in (self.lines, self.found, self.exempt):
            lines.forget()

    def render_state(self, state: HouseState) -> None:
        """Show the list and the draft."""
        self.lines.show_items(state.blockings)
        self.form.show(state, state.refusals)
        self.rooms.show_rooms(state.rooms, state.keep.room_ids)
        show_refusal(self.room_field, state.refusals.get("keep.room_ids"))
        self.found.show_items(state.found)
        self.exempt.show_items(state.keep.exempt)


class HousePart(QWidget):
    """The two cards side by side."""

    def __init__(self, model: HouseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.closed, self.kept = ClosedCard(model), KeptCard(model)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.closed, 1)
        row.addWidget(self.kept, 1)
        model.changed.connect(self.render_state)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.closed.retranslate()
        self.kept.retranslate()
        self.render_state(self._model.state)

    def render_state(self, state: HouseState) -> None:
        """Hand the state on."""
        self.closed.render_state(state)
        self.kept.render_state(state)
