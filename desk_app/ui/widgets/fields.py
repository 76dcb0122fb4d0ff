"""A form field: its name above, the refusal beside it when the desk says no."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.widgets.styling import set_property
from desk_app.ui.widgets.text import Label


class Field(QWidget):
    """Holds one editor. `refuse` shows a sentence under it and marks it; typing again or `accept` clears that."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        inner = editor.findChild(QLineEdit) if isinstance(editor, QAbstractSpinBox) else None
        if inner is not None:
            inner.setTextMargins(10, 0, 0, 0)  # style sheets do not reach the line edit inside a spin box
        self.title = Label(role="secondary")
        self.title.setBuddy(editor)
        self.hint = Label(role="secondary", wrap=True)
        self.hint.hide()
        self.said = Label(role="refusal", wrap=True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._named = QVBoxLayout()
        self._named.setSpacing(4)
        self._named.addWidget(self.title)
        self._named.addWidget(editor, 1)
        column.addLayout(self._named)
        for part in (self.hint, self.said):
            column.addWidget(part)
        column.addStretch(1)

    def set_title(self, text: str) -> None:
        """Name the field; assistive technology reads the same words."""
        self.title.setText(text)
        self.editor.setAccessibleName(text)

    def put_title_beside(self, beside: bool) -> None:
        """The name in front of the editor, where height is dear, or above it."""
        self._named.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._named.setSpacing(12 if beside else 4)

    def set_hint(self, text: str) -> None:
        """A quiet line under the editor; "" hides it."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def refuse(self, sentence: str) -> None:
        """Say why the value cannot be taken."""
        self.said.setText(sentence)
        self.said.show()
        self.editor.setAccessibleDescription(sentence)
        set_property(self.editor, "refused", "true")

    def accept(self) -> None:
        """The value is fine, or is being mended."""
        self.said.setText("")
        self.said.hide()
        self.editor.setAccessibleDescription("")
        set_property(self.editor, "refused", "false")

    @property
    def refused(self) -> bool:
        """Whether a refusal is shown."""
        return not self.said.isHidden()
