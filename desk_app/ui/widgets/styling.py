"""Dynamic properties by which the style sheet tells widgets apart."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects on; Qt looks at the sheet again only after a polish."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for part in (widget, *widget.findChildren(QWidget)):
        part.style().unpolish(part)
        part.style().polish(part)
    widget.update()


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget one of the tones ok, warn, bad, info, idle, primary, quiet."""
    set_property(widget, "tone", str(tone))
