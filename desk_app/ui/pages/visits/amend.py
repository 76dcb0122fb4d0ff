"""The form in which a person's entry is mended, and where a hub card is given to them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk_app.ui.pages.visits.amend_draft import AmendDraft
from desk_app.ui.pages.visits.drafts import Newcomer
from desk_app.ui.pages.visits.panels import NewcomerPanel
from desk_app.ui.theme import Look
from desk_app.ui.widgets import Label


class AmendPanel(NewcomerPanel):
    """The form of a new visitor, filled; sex and age of a document's holder are not asked."""

    def __init__(self, draft: AmendDraft, look: Look, parent: QWidget | None = None) -> None:
        self._amending = draft
        self.card_hint = Label(role="secondary", wrap=True)
        super().__init__(draft, look, parent)
        self.upper.insertWidget(self.upper.count() - 1, self.card_hint)

    def retranslate(self) -> None:
        super().retranslate()
        #: 保存
        self.enter.set_text(self.tr("Save"))
        #: 现在把邻里汇卡放到读卡器上，就发给这位居民。
        self.card_hint.setText(self.tr("Lay a hub card on the reader now to give it to this person."))

    def show_state(self, state: Newcomer) -> None:
        person = self._amending.person
        from_document = person is not None and person.birth_date is not None
        for part in (self.band_title, self.band, self.sex_title, self.sex):
            part.setVisible(not from_document)
        super().show_state(state)

    def begin(self) -> None:
        self.name.setFocus()
        self.name.selectAll()
