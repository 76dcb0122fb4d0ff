"""The panels of the middle column that are forms: new visitor, group, slip code; and what every panel has."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.domain.identity import Sex
from desk_app.domain.people import NAME_LIMIT, AgeBand
from desk_app.ui import messages
from desk_app.ui.pages.visits.choice import Choice, ChoiceGrid, FormEdit, Stepper
from desk_app.ui.pages.visits.drafts import Group, GroupDraft, Newcomer, PersonDraft, Trouble
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import Field, KeyCapButton, Label
from desk_app.ui.widgets.scrolled import scrolled

_BANDS = tuple(band for band in AgeBand if band is not AgeBand.UNKNOWN)
_BAND_KEYS = "1234567890-"


class PanelView(Protocol):
    """What the page needs of a panel."""

    def retranslate(self) -> None: ...

    def begin(self) -> None:
        """Give the keyboard to the field that comes first."""


def say(trouble: Trouble) -> str:
    """A refusal or trouble as a sentence."""
    return messages.refusal(trouble) if isinstance(trouble, DeskError) else messages.trouble(trouble)


def years(band: AgeBand) -> str:
    """A band in figures alone, for keys and columns under a heading that says that they are ages."""
    return band.value.replace("-", "–")


class NewcomerPanel(QWidget):
    """Name, then one key for the sex, one for the age, four for the phone if told, Enter."""

    def __init__(self, draft: PersonDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._look = look
        self.name = FormEdit()
        self.name.setMaxLength(NAME_LIMIT * 2)  # the desk refuses beyond its own limit, in words
        self.sex = ChoiceGrid([Choice("1", Sex.MALE), Choice("2", Sex.FEMALE), Choice("0", Sex.UNKNOWN)], 3)
        self.band = ChoiceGrid([Choice(key, band) for key, band in zip(_BAND_KEYS, _BANDS, strict=True)], 4)
        self.phone = FormEdit()
        self.step_free = QCheckBox()
        self.enter = KeyCapButton(key="Enter", tone="primary", shortcut=False)
        self.name_field, self.phone_field = Field(self.name), Field(self.phone)
        self.sex_title, self.band_title = Label(role="secondary"), Label(role="secondary")
        self.said = Label(role="refusal", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_state(draft.state)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self.step_free)
        bottom.addStretch(1)
        bottom.addWidget(self.enter)
        upper = QWidget()
        self.upper = column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        self._sex_row = QVBoxLayout()
        self._sex_row.addWidget(self.sex_title)
        self._sex_row.addWidget(self.sex, 1)
        column.addWidget(self.name_field)
        column.addLayout(self._sex_row)
        for part in (self.band_title, self.band, self.phone_field, self.said):
            column.addWidget(part)
        column.addStretch(1)
        _pin(self, upper, bottom)
        self._fit(self._look.theme)
        self._look.changed.connect(self._fit)

    def _fit(self, theme: Theme) -> None:
        """In large text names stand beside their fields, so that the whole form is in sight at 1366 x 768."""
        self.upper.setSpacing(4 if theme.large else 8)
        across = QBoxLayout.Direction.LeftToRight if theme.large else QBoxLayout.Direction.TopToBottom
        self._sex_row.setDirection(across)
        self._sex_row.setSpacing(12 if theme.large else 8)
        for field in (self.name_field, self.phone_field):
            field.put_title_beside(theme.large)

    def _connect(self) -> None:
        draft = self._draft
        self.name.textEdited.connect(draft.set_name)
        self.name.returnPressed.connect(self.sex.setFocus)
        self.sex.chosen.connect(draft.set_sex)
        self.sex.chosen.connect(lambda _value: self.band.setFocus())
        self.sex.moved.connect(draft.set_sex)
        self.sex.confirmed.connect(draft.confirm)
        self.band.chosen.connect(draft.set_band)
        self.band.chosen.connect(lambda _value: self.phone.setFocus())
        self.band.moved.connect(draft.set_band)
        self.band.confirmed.connect(draft.confirm)
        self.phone.textEdited.connect(draft.set_phone)
        self.phone.returnPressed.connect(draft.confirm)
        self.step_free.clicked.connect(draft.set_step_free)
        self.enter.clicked.connect(draft.confirm)
        draft.changed.connect(self.show_state)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 姓名
        self.name_field.set_title(self.tr("Name"))
        #: 性别
        self.sex_title.setText(self.tr("Sex"))
        sexes = (Sex.MALE, Sex.FEMALE)
        #: 不填
        self.sex.set_words([*(messages.sex(value) for value in sexes), self.tr("Not asked")], self.tr("Sex"))
        #: 年龄段（目测即可）
        self.band_title.setText(self.tr("Age, by eye is enough"))
        self.band.set_words([years(band) for band in _BANDS], self.tr("Age"))
        #: 手机
        self.phone_field.set_title(self.tr("Phone"))
        #: 可不填，后 4 位即可
        self.phone.setPlaceholderText(self.tr("Optional, the last 4 digits are enough"))
        #: 需轮椅通道
        self.step_free.setText(self.tr("Needs a step-free way"))
        #: 登记
        self.enter.set_text(self.tr("Check in"))

    def begin(self) -> None:
        """An empty name is typed first; one that came from the search box is done."""
        (self.sex if self.name.text() else self.name).setFocus()

    def show_state(self, state: Newcomer) -> None:
        """Show the draft and what the desk said to it."""
        for edit, text in ((self.name, state.name), (self.phone, state.phone)):
            if edit.text() != text:
                edit.setText(text)
        self.sex.show_value(state.sex)
        self.band.show_value(state.band)
        self.step_free.setChecked(state.step_free)
        _refuse(state.trouble, {"name": self.name_field, "phone": self.phone_field}, self.said)


class GroupPanel(QWidget):
    """Who leads, and how many of each age; Tab goes through the bands, Enter checks in."""

    def __init__(self, draft: GroupDraft, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._look = look
        self.leader, self.phone = FormEdit(), FormEdit()
        self.leader_field, self.phone_field = Field(self.leader), Field(self.phone)
        self.steppers = {band: Stepper() for band in (AgeBand.UNKNOWN, *_BANDS)}
        self.total = Label(role="page")
        self.said = Label(role="refusal", wrap=True)
        self.enter = KeyCapButton(key="Enter", tone="primary", shortcut=False)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_state(draft.state)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.leader_field, 3)
        top.addWidget(self.phone_field, 2)
        self._grid = QGridLayout()
        self._fit(self._look.theme)
        self._look.changed.connect(self._fit)
        bottom = QHBoxLayout()
        bottom.addWidget(self.total, 1)
        bottom.addWidget(self.enter)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._grid)
        column.addWidget(self.said)
        column.addStretch(1)
        _pin(self, upper, bottom)

    def _fit(self, theme: Theme) -> None:
        """Two columns, read down the left and then down the right as Tab goes; close together in large text."""
        rows = (len(self.steppers) + 1) // 2
        self._grid.setHorizontalSpacing(12 if theme.large else 24)
        self._grid.setVerticalSpacing(3 if theme.large else 6)
        for place, stepper in enumerate(self.steppers.values()):
            stepper.stand_close(theme.large)
            self._grid.addWidget(stepper, place % rows, place // rows)
        for field in (self.leader_field, self.phone_field):
            field.put_title_beside(theme.large)

    def _connect(self) -> None:
        draft = self._draft
        first = next(iter(self.steppers.values()))
        self.leader.textEdited.connect(draft.set_leader)
        self.leader.returnPressed.connect(first.edit.setFocus)
        self.phone.textEdited.connect(draft.set_phone)
        self.phone.returnPressed.connect(first.edit.setFocus)
        for band, stepper in self.steppers.items():
            stepper.changed.connect(lambda heads, of=band: draft.set_heads(of, heads))
            stepper.edit.returnPressed.connect(draft.check_in)
        self.enter.clicked.connect(draft.check_in)
        draft.changed.connect(self.show_state)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 带队人
        self.leader_field.set_title(self.tr("Group leader"))
        #: 手机
        self.phone_field.set_title(self.tr("Phone"))
        #: 可不填
        self.phone.setPlaceholderText(self.tr("Optional"))
        for band, stepper in self.steppers.items():
            #: 不分年龄
            name = years(band) if band is not AgeBand.UNKNOWN else self.tr("Any age")
            fewer, more = self.tr("{age}: one fewer"), self.tr("{age}: one more")
            stepper.set_title(name, fewer.format(age=name), more.format(age=name))
        #: 登记
        self.enter.set_text(self.tr("Check in"))
        self.show_state(self._draft.state)

    def begin(self) -> None:
        """Who leads comes first."""
        self.leader.setFocus()

    def show_state(self, state: Group) -> None:
        """Show the draft, its total and what the desk said to it."""
        for edit, text in ((self.leader, state.leader), (self.phone, state.phone)):
            if edit.text() != text:
                edit.setText(text)
        for band, stepper in self.steppers.items():
            stepper.show_heads(state.party.get(band, 0))
        #: 共 14 人
        self.total.setText(self.tr("%n person(s)", "", state.total))
        _refuse(state.trouble, {"leader": self.leader_field, "phone": self.phone_field}, self.said)


class ScanPanel(QWidget):
    """For a scanner that types, and for a code read out: Enter signs out and waits for the next slip."""

    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = FormEdit()
        self.code.setMaxLength(40)
        self.field = Field(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addStretch(1)
        self.code.returnPressed.connect(self._scan)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 扫小票上的二维码，或输入编号后按 Enter
        self.field.set_title(self.tr("Scan the code on the slip, or type it and press Enter"))
        self.field.set_hint(self.tr("16 characters, beginning with V"))

    def begin(self) -> None:
        """The code is all there is."""
        self.code.setFocus()
        self.code.selectAll()

    def done(self) -> None:
        """That one is out; the next may come."""
        self.code.clear()

    def _scan(self) -> None:
        if self.code.text().strip():
            self.scanned.emit(self.code.text())


def _pin(panel: QWidget, upper: QWidget, bottom: QHBoxLayout) -> None:
    """The form scrolls where the screen is small; what ends it is always in sight."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(scrolled(upper, sideways=False), 1)
    column.addLayout(bottom)


def _refuse(trouble: Trouble | None, fields: dict[str, Field], elsewhere: Label) -> None:
    """Put a refusal beside its field, or at the end where it has none here."""
    named = trouble.field if isinstance(trouble, DeskError) else ""
    for name, field in fields.items():
        if trouble is not None and name == named:
            field.refuse(say(trouble))
        elif field.refused:
            field.accept()
    elsewhere.setText(say(trouble) if trouble is not None and named not in fields else "")
    elsewhere.setVisible(bool(elsewhere.text()))
