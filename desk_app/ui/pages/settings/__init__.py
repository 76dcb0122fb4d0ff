"""Settings (F8): the hub profile, the devices, the rules, the look, the timetable."""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui.page import PageEntry
from desk_app.ui.pages.settings.page import SettingsPage

ENTRY = PageEntry("settings", QT_TRANSLATE_NOOP("pages", "Settings"), "settings", "F8", SettingsPage)
