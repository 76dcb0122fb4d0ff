"""The dark line: what was just done, and how to take it back. It pops over nothing and needs no closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk_app.ui.widgets.buttons import KeyCapButton
from desk_app.ui.widgets.icons import IconLabel
from desk_app.ui.widgets.text import Label


@dataclass(frozen=True, slots=True)
class ToastAction:
    """A word on the line, its key ("" for none) and what it does."""

    text: str
    key: str
    act: Callable[[], None]


class ToastLine(QFrame):
    """Keeps its height when empty, so that nothing on the page jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.icon_label = IconLabel("check", 18)
        self.text_label = Label(role="strong", elide=True)
        self.hint_label = Label(role="secondary", elide=True)
        self._actions: list[KeyCapButton] = []
        self._gives_way = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 5, 10, 5)
        self._row.setSpacing(10)
        self._row.addWidget(self.icon_label)
        self._row.addWidget(self.text_label)
        self._row.addWidget(self.hint_label)
        self._row.addStretch(1)
        self.hide()

    def say(self, text: str, hint: str = "", actions: Sequence[ToastAction] = (), *, icon_name: str = "check") -> None:
        """Show what was done. Earlier words and actions are gone."""
        self.icon_label.set_icon(icon_name)
        self.text_label.setText(text)
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))
        self.setAccessibleName(text)
        self._drop_actions()
        for action in actions:
            button = KeyCapButton(action.text, action.key, tone="toast", parent=self)
            button.clicked.connect(action.act)
            self._actions.append(button)
            self._row.addWidget(button)
            button.show()
        self.give_way(self._gives_way)
        self.show()

    def give_way(self, giving: bool) -> None:
        """Leave the keys to a line with newer words, or take them back; clicking works all along."""
        self._gives_way = giving
        for button in self._actions:
            button.cap.setVisible(bool(button.cap.text()) and not giving)
            for key in button.findChildren(QShortcut):
                key.setEnabled(not giving)

    def clear(self) -> None:
        """Nothing to say."""
        self._drop_actions()
        self.text_label.setText("")
        self.hint_label.setText("")
        self.hide()

    @property
    def text(self) -> str:
        """What the line says now."""
        return self.text_label.text()

    @property
    def actions_shown(self) -> tuple[KeyCapButton, ...]:
        """The buttons on the line."""
        return tuple(self._actions)

    def _drop_actions(self) -> None:
        for button in self._actions:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions = []
