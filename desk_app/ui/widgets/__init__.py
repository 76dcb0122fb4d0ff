"""Widgets used by two pages or more. Colours and sizes come from the theme by dynamic property, never from here."""

from __future__ import annotations

from desk_app.ui.widgets.buttons import KeyCapButton
from desk_app.ui.widgets.card import Card
from desk_app.ui.widgets.fields import Field
from desk_app.ui.widgets.icons import IconLabel, icon
from desk_app.ui.widgets.pill import Pill
from desk_app.ui.widgets.text import Label, Tag
from desk_app.ui.widgets.toast import ToastLine

__all__ = ["Card", "Field", "IconLabel", "KeyCapButton", "Label", "Pill", "Tag", "ToastLine", "icon"]
