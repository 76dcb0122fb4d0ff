"""The day in numbers: large figures, and the nine kinds with their colours, names and bars."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QWidget

from desk_app.domain.catalogue import ServiceKind
from desk_app.ui import messages
from desk_app.ui.pages.today.state import Figures
from desk_app.ui.widgets import Card, Label


class FigureCard(Card):
    """One number with its name above and a quiet line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.title, self.value, self.note = Label(role="secondary"), Label(role="figure"), Label(role="secondary")
        self.body.setSpacing(0)
        for label in (self.title, self.value, self.note):
            self.body.addWidget(label)


class FigureRow(QWidget):
    """How many people, how many check-ins, how many still here, how many known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads, self.check_ins, self.in_house, self.known = (FigureCard() for _ in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for card in (self.heads, self.check_ins, self.in_house, self.known):
            row.addWidget(card, 1)

    def show_notes(self, shown: bool) -> None:
        """Large text has no room for the quiet lines."""
        for card in (self.heads, self.check_ins, self.in_house, self.known):
            card.note.setVisible(shown)

    def retranslate(self) -> None:
        """Set the names anew."""
        for card, title, note in (
            (self.heads, self.tr("Visits"), self.tr("every head counts")),
            (self.check_ins, self.tr("Check-ins"), self.tr("one person or one group each")),
            (self.in_house, self.tr("Still in the house"), self.tr("not signed out")),
            (self.known, self.tr("Known visitors"), self.tr("each counted once")),
        ):
            card.title.setText(title)
            card.note.setText(note)

    def render_figures(self, figures: Figures) -> None:
        """Show the numbers."""
        for card, value in (
            (self.heads, figures.heads),
            (self.check_ins, figures.check_ins),
            (self.in_house, figures.in_house),
            (self.known, figures.known),
        ):
            card.value.setText(str(value))


class KindsCard(Card):
    """Nine lines, always all of them, in the plan's order: name, bar in the kind's colour, heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self.names: dict[ServiceKind, Label] = {}
        self.bars: dict[ServiceKind, QProgressBar] = {}
        self.counts: dict[ServiceKind, Label] = {}
        for row, kind in enumerate(ServiceKind):
            self.names[kind], self.counts[kind] = Label(), Label(role="strong")
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setProperty("kind", kind.value)
            self.bars[kind] = bar
            grid.addWidget(self.names[kind], row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(self.counts[kind], row, 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Set the names anew."""
        self.heading.setText(self.tr("By purpose"))
        for kind, label in self.names.items():
            label.setText(messages.kind(kind))

    def render_figures(self, figures: Figures) -> None:
        """Show heads per kind; the longest bar is the largest kind."""
        largest = max(figures.by_kind.values(), default=0) or 1
        for kind in ServiceKind:
            heads = figures.by_kind.get(kind, 0)
            self.bars[kind].setRange(0, largest)
            self.bars[kind].setValue(heads)
            self.bars[kind].setAccessibleName(f"{messages.kind(kind)} {heads}")
            self.counts[kind].setText(str(heads))
