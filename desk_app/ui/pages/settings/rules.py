"""The part of the settings page about taps, slips, language, size of type, sounds and hiding of names."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.model import SettingsModel
from desk_app.ui.pages.settings.state import State
from desk_app.ui.widgets import Card, Label
from desk_app.ui.widgets.editors import ChoiceEditor, Editor, NumberEditor, TickEditor


class RulesSection(QWidget):
    """Rules wait for 保存; the look changes at once, so that it can be judged."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.form = Form(model.edit)
        self.look_form = Form(self._set_look)
        self.same_visit, self.offer = NumberEditor(5, 600, 5), NumberEditor(1, 240)
        self.reentry = NumberEditor(0, 240)
        self.card_left, self.hide_after = NumberEditor(2, 60), NumberEditor(0, 600, 30)
        self.print_slip, self.large, self.sounds = TickEditor(), TickEditor(), TickEditor()
        self.language = ChoiceEditor()
        self.language.offer([("zh_CN", "中文"), ("en", "English")])
        self.rules, self.look = Card(), Card()
        rules: tuple[tuple[str, Editor], ...] = (
            ("visits.same_visit_seconds", self.same_visit),
            ("visits.sign_out_offer_minutes", self.offer),
            ("visits.merge_reentry_minutes", self.reentry),
            ("visits.card_left_seconds", self.card_left),
            ("visits.print_slip", self.print_slip),
        )
        look: tuple[tuple[str, Editor], ...] = (
            ("look.language", self.language),
            ("look.large_text", self.large),
            ("look.sounds", self.sounds),
            ("look.hide_names_after_seconds", self.hide_after),
        )
        for place, editor in rules:
            self.rules.body.addWidget(self.form.add(place, editor))
        for place, editor in look:
            self.look.body.addWidget(self.look_form.add(place, editor))
        self.at_once = Label(role="secondary", wrap=True)
        self.look.body.addWidget(self.at_once)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for card in (self.rules, self.look):
            card.body.addStretch(1)
            row.addWidget(card, 1)

    def _set_look(self, section: str, key: str, value: object) -> None:
        del section
        self._model.set_look(key, value)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.rules.heading.setText(self.tr("Check-in rules"))
        self.look.heading.setText(self.tr("Display and sound"))
        self.at_once.setText(self.tr("Changes on this card take effect at once."))
        self.form.retitle(
            {
                "visits.same_visit_seconds": self.tr("A second tap within this time is the same visit"),
                "visits.sign_out_offer_minutes": self.tr("After this time a tap offers sign-out"),
                #: 离开后这段时间内回来算同一次来访
                "visits.merge_reentry_minutes": self.tr("A return within this time is the same visit"),
                "visits.card_left_seconds": self.tr("Call out a card left on the reader after"),
                "visits.print_slip": self.tr("Slip"),
            }
        )
        self.look_form.retitle(
            {
                "look.language": self.tr("Language"),
                "look.large_text": self.tr("Size of type"),
                "look.sounds": self.tr("Sounds"),
                "look.hide_names_after_seconds": self.tr("Hide names when nobody touches the desk (0: never)"),
            }
        )
        self.print_slip.setText(self.tr("Print a slip at every check-in"))
        self.large.setText(self.tr("Large text and large buttons"))
        self.sounds.setText(self.tr("Let sounds be heard"))
        seconds, minutes = self.tr(" s"), self.tr(" min")
        for editor in (self.same_visit, self.card_left, self.hide_after):
            editor.setSuffix(seconds)
        for editor in (self.offer, self.reentry):
            editor.setSuffix(minutes)
        #: 从不合并
        self.reentry.setSpecialValueText(self.tr("never"))

    def render_state(self, state: State) -> None:
        """Show the draft of the rules and the look in force."""
        self.form.show(state.draft, state.refusals)
        self.look_form.show(state.saved, {})
