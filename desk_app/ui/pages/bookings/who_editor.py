"""Who books: a person found by name, pinyin or phone tail, for themselves, a group or a unit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.domain.bookings.booking import PartyKind
from desk_app.domain.people import NAME_LIMIT, PersonFound, mask_phone
from desk_app.ui import messages
from desk_app.ui.pages.bookings import words
from desk_app.ui.pages.bookings.draft import BookingDraft, Who
from desk_app.ui.pages.bookings.fields import FormEdit, beside, slim
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Field, Label
from desk_app.ui.widgets.buttons import KeyCapButton
from desk_app.ui.widgets.editors import ChoiceEditor

_FOUND = 4


class WhoEditor(QWidget):
    """Typing finds, arrows choose, Enter takes; a second Enter books."""

    confirmed = Signal()
    """Enter with somebody already taken."""

    def __init__(self, draft: BookingDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._look = look
        self.kind = ChoiceEditor()
        self.party = FormEdit()
        self.edit = FormEdit()
        self.phone = FormEdit()
        for edit in (self.edit, self.party):
            edit.setMaxLength(NAME_LIMIT * 2)
        self.kind_field, self.field, self.party_field = Field(self.kind), Field(self.edit), Field(self.party)
        self.phone_field = Field(self.phone)
        self.parties = [KeyCapButton() for _ in range(_FOUND)]
        self.people = [KeyCapButton() for _ in range(_FOUND)]
        self.about = Label(role="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        slim(self.edit, 90)
        column.addLayout(beside((self.kind_field, self.field), (0, 1), 6, narrow=False))
        for button in self.people:
            column.addWidget(button)
        column.addWidget(self.about)
        column.addWidget(self.phone_field)
        column.addWidget(self.party_field)
        for button in self.parties:
            column.addWidget(button)
        self._connect()
        self.retranslate()
        self.show_who(draft.state.who)

    def _connect(self) -> None:
        draft = self._draft
        self.kind.edited.connect(lambda code: draft.set_kind(PartyKind(code)))
        self.edit.textEdited.connect(draft.look_for)
        self.edit.moved.connect(lambda by: draft.point_at(draft.state.who.chosen + by))
        self.edit.returnPressed.connect(self._enter)
        self.phone.textEdited.connect(draft.set_phone)
        self.phone.returnPressed.connect(self.confirmed)
        self.party.textEdited.connect(draft.set_party)
        self.party.returnPressed.connect(self._enter_party)
        for row, button in enumerate(self.people):
            button.clicked.connect(lambda _checked=False, at=row: draft.take_person(at))
        for row, button in enumerate(self.parties):
            button.clicked.connect(lambda _checked=False, at=row: draft.take_party(draft.state.who.parties[at]))

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 预约人
        self.field.set_title(self.tr("Who answers for it"))
        #: 姓名 / 拼音 / 手机尾号
        self.edit.setPlaceholderText(self.tr("Name / pinyin / phone tail"))
        #: 名义
        self.kind_field.set_title(self.tr("As"))
        #: 联系电话
        self.phone_field.set_title(self.tr("Telephone"))
        self.kind.offer([(kind.value, words.party_kind(kind)) for kind in PartyKind])
        self.show_who(self._draft.state.who)

    def show_who(self, who: Who) -> None:
        """Show what is typed, who fits and who was taken."""
        self.kind.set_value(who.kind.value)
        for edit, text in ((self.edit, who.text), (self.party, who.party), (self.phone, who.phone)):
            if edit.text() != text:
                edit.setText(text)
        #: 团队名称 / 单位名称
        name = self.tr("Name of the unit") if who.kind is PartyKind.UNIT else self.tr("Name of the group")
        self.party_field.set_title(name)
        self.party_field.setVisible(who.kind is not PartyKind.PERSON)
        for row, button in enumerate(self.people):
            button.setVisible(row < len(who.found))
            if row < len(who.found):
                self._look.cover(who.found[row].name)
                button.set_text(_words(who.found[row]))
                button.setChecked(row == who.chosen)
        for row, button in enumerate(self.parties):
            button.setVisible(row < len(who.parties))
            if row < len(who.parties):
                button.set_text(who.parties[row].name)
        self._show_about(who)

    def _show_about(self, who: Who) -> None:
        unknown = who.person is None and bool(who.text.strip()) and not who.found
        self.phone_field.setVisible(unknown)
        if who.person is not None:
            self.about.setText(mask_phone(who.person.phone))
        elif unknown:
            #: 没有登记过，按新人预约；责任人须年满 18 岁
            self.about.setText(self.tr("Not on record: booked under this name. They must be of age."))
        else:
            self.about.setText("")
        self.about.setVisible(bool(self.about.text()))

    def _enter(self) -> None:
        if not self._draft.take_person():
            self.confirmed.emit()

    def _enter_party(self) -> None:
        parties = self._draft.state.who.parties
        if parties:
            self._draft.take_party(parties[0])
        else:
            self.confirmed.emit()


def _words(person: PersonFound) -> str:
    known = [person.name, person.masked_phone]
    if not person.masked_phone and person.age_band.value != "unknown":
        known.append(messages.band(person.age_band))
    return "  ".join(part for part in known if part)
