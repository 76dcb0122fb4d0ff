"""The new booking on the right: who, what, where and when, how often; the check, the offers, one button at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.recurrence import Repeat, read_back
from desk_app.ui.pages.bookings import rule_words
from desk_app.ui.pages.bookings.draft import Draft
from desk_app.ui.pages.bookings.fields import (
    FormEdit,
    PurposeEditor,
    WhenEditor,
    beside,
    field_of,
    say_trouble,
)
from desk_app.ui.pages.bookings.model import BookingsModel
from desk_app.ui.pages.bookings.repeat_editor import RepeatEditor
from desk_app.ui.pages.bookings.state import State, Trouble
from desk_app.ui.pages.bookings.verdicts import OfferBox, VerdictBox
from desk_app.ui.pages.bookings.who_editor import WhoEditor
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Field, KeyCapButton, Label
from desk_app.ui.widgets.editors import NumberEditor
from desk_app.ui.widgets.scrolled import scrolled

TITLE_LIMIT = 40
MOST_HEADS = 9999


class NewPanel(QWidget):
    """Fills the draft in. The fields scroll where they must; the button that books stays in sight."""

    def __init__(self, model: BookingsModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._was_good = True
        draft = model.draft
        self.who = WhoEditor(draft, look)
        self.title = FormEdit()
        self.title.setMaxLength(TITLE_LIMIT)
        self.purpose = PurposeEditor()
        self.heads = NumberEditor(1, MOST_HEADS)
        self.when = WhenEditor(look)
        self.repeat = RepeatEditor(look)
        self.read_back = Label(role="secondary", wrap=True)
        self.verdicts = VerdictBox()
        self.offers = OfferBox()
        self.override = FormEdit()
        self.said = Label(role="refusal", wrap=True)
        self.book = KeyCapButton(key="Ctrl+Enter", tone="primary", shortcut=False)
        self.book_only = KeyCapButton(tone="quiet")
        self.title_field, self.purpose_field = Field(self.title), Field(self.purpose)
        self.heads_field, self.override_field = Field(self.heads), Field(self.override)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self.who)
        column.addWidget(self.when)
        column.addWidget(self.repeat)
        column.addWidget(self.read_back)
        column.addWidget(self.verdicts)
        column.addWidget(self.offers)
        column.addWidget(self.override_field)
        column.addWidget(self.title_field)
        column.addLayout(beside((self.purpose_field, self.heads_field), (3, 2), 6))
        column.addStretch(1)
        self.area = scrolled(upper, sideways=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.verdicts.summary)
        whole.addWidget(self.said)
        whole.addWidget(self.book)
        whole.addWidget(self.book_only)

    def _connect(self) -> None:
        draft = self._model.draft
        draft.changed.connect(self.show_draft)
        self.who.confirmed.connect(draft.book)
        self.title.textEdited.connect(draft.set_title)
        self.title.returnPressed.connect(draft.book)
        self.purpose.purpose_chosen.connect(draft.set_purpose)
        self.heads.edited.connect(draft.set_heads)
        self.when.edited.connect(self._take_when)
        self.repeat.edited.connect(draft.set_rule)
        self.repeat.refused.connect(draft.refuse)
        self.override.editingFinished.connect(lambda: draft.set_override(self.override.text()))
        self.offers.taken.connect(draft.take_offer)
        self.offers.free_only.connect(lambda: draft.book(only_free=True))
        self.offers.wait.connect(draft.wait)
        self.book.clicked.connect(lambda: draft.book())
        self.book_only.clicked.connect(lambda: draft.book(print_slip=False))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 内容
        self.title_field.set_title(self.tr("What"))
        #: 用途
        self.purpose_field.set_title(self.tr("Purpose"))
        #: 人数
        self.heads_field.set_title(self.tr("People"))
        #: 仍要预约：理由
        self.override_field.set_title(self.tr("Book all the same: why"))
        #: 预约并打印凭条
        self.book.set_text(self.tr("Book and print the slip"))
        #: 只预约，不打印
        self.book_only.set_text(self.tr("Book without a slip"))
        for part in (self.who, self.purpose, self.when, self.repeat, self.verdicts):
            part.retranslate()
        self.show_draft(self._model.draft.state)

    def begin(self) -> None:
        """The keyboard goes to the first thing that is missing: who."""
        self.who.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def show_state(self, state: State) -> None:
        """The rooms may have changed."""
        self.when.know_rooms(state.house.in_service)
        self.show_draft(self._model.draft.state)

    def show_draft(self, draft: Draft) -> None:
        """Show what is filled in and what the check says of it."""
        state = self._model.state
        room = next((room for room in state.house.rooms if room.id == draft.room_id), None)
        self.who.show_who(draft.who)
        if self.title.text() != draft.title:
            self.title.setText(draft.title)
        self.purpose.show_purpose(draft.purpose, room)
        self.title.setPlaceholderText(self.purpose.currentText())
        self.heads.set_value(draft.head_count)
        first = draft.slot.day if draft.slot is not None else state.day
        if field_of(draft.trouble) != "end":
            self.when.show_place(draft.room_id, draft.slot, state.today)
        self.repeat.show_rule(draft.rule, first, state.today)
        self._show_check(draft, state)
        self._show_trouble(draft.trouble)

    def _show_check(self, draft: Draft, state: State) -> None:
        checked = draft.checked
        good = checked is None or checked.all_free
        self.verdicts.show_verdicts(checked.verdicts if checked is not None else (), state.today)
        self.offers.show_offers(checked, state.house)
        if not good and self._was_good and not self._naming():
            QTimer.singleShot(0, self, self._show_verdicts)
        self._was_good = good
        said = []
        if checked is not None and draft.rule.repeat is not Repeat.ONCE:
            rule = read_back(draft.rule, checked.wanted.first)
            said = [rule_words.read_back(rule, len(checked.expansion.slots)), *rule_words.remarks(checked.expansion)]
        self.read_back.setText("\n".join(said))
        self.read_back.setVisible(bool(said))
        refused = [verdict for verdict in checked.verdicts if not verdict.free] if checked is not None else []
        yields = bool(refused) and all(reason.yielding for verdict in refused for reason in verdict.reasons)
        self.override_field.setVisible(yields or bool(draft.override_why))
        if self.override.text() != draft.override_why and not self.override.hasFocus():
            self.override.setText(draft.override_why)

    def _naming(self) -> bool:
        """Whether somebody is typing who it is: nothing may move under their hands."""
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.who.isAncestorOf(focus)

    def _show_verdicts(self) -> None:
        """A rule just made has dates that cannot be had: bring them into sight."""
        self.area.ensureWidgetVisible(self.offers if not self.offers.isHidden() else self.verdicts)

    def _show_trouble(self, trouble: Trouble | None) -> None:
        """Beside its field; what belongs to none stands above the button."""
        at, sentence = field_of(trouble), say_trouble(trouble) if trouble is not None else ""
        fields: Mapping[str, Field] = {
            "who": self.who.field,
            "party": self.who.party_field,
            "phone": self.who.phone_field,
            "purpose": self.purpose_field,
            "head_count": self.heads_field,
            "room": self.when.room_field,
            "every": self.repeat.every_field,
            "count": self.repeat.count_field,
            "until": self.repeat.ends_field,
            "dates": self.repeat.field,
            "override": self.override_field,
        }
        for name, field in fields.items():
            if name == at and not field.isHidden():
                field.refuse(sentence)
            elif field.refused:
                field.accept()
        self.when.refuse(sentence if at in ("start", "end") else "")
        placed = at in ("start", "end") or (at in fields and not fields[at].isHidden())
        self.said.setText("" if placed else sentence)
        self.said.setVisible(bool(self.said.text()))

    def _take_when(self) -> None:
        draft = self._model.draft
        try:
            slot = self.when.slot()
        except DeskError as refusal:
            draft.refuse(refusal)
            return
        draft.place(self.when.room_id, slot)
