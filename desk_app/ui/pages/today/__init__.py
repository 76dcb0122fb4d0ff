"""Today (F1): who came, what for, what is left to do about it."""

from __future__ import annotations

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui.page import PageEntry
from desk_app.ui.pages.today.page import TodayPage

ENTRY = PageEntry("today", QT_TRANSLATE_NOOP("pages", "Today"), "calendar-days", "F1", TodayPage)
