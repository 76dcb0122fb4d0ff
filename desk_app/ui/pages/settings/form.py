"""Fields bound to places of a record (`section.key`): values in, edits out, refusals beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desk_app.core.errors import DeskError
from desk_app.ui import messages
from desk_app.ui.widgets import Field
from desk_app.ui.widgets.editors import Editor


class Form:
    """Bound in a loop, so that no slot is copied per field. `edit(section, key, value)` receives what people type."""

    def __init__(self, edit: Callable[[str, str, object], None]) -> None:
        self._edit = edit
        self.fields: dict[str, Field] = {}
        self._editors: dict[str, Editor] = {}

    def add(self, place: str, editor: Editor) -> Field:
        """Bind an editor to a place and return the field to lay out."""
        section, key = place.split(".")
        editor.edited.connect(partial(self._edit, section, key))
        self._editors[place] = editor
        self.fields[place] = Field(editor)
        return self.fields[place]

    def retitle(self, titles: Mapping[str, str]) -> None:
        """Name every field."""
        for place, title in titles.items():
            self.fields[place].set_title(title)

    def show(self, record: object, refusals: Mapping[str, DeskError]) -> None:
        """Show the values of `record.section.key` and what was refused."""
        for place, editor in self._editors.items():
            section, key = place.split(".")
            editor.set_value(getattr(getattr(record, section), key))
            refusal = refusals.get(place)
            if refusal is None:
                self.fields[place].accept()
            else:
                self.fields[place].refuse(messages.refusal(refusal))
