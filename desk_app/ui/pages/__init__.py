"""The pages of the desk, in the order of the rail. A new page is a file here and a line in PAGES."""

from __future__ import annotations

from desk_app.ui.page import PageEntry
from desk_app.ui.pages import settings, today

# Order on the rail: today F1, visits F2 (the first page shown), settings F8. Only pages that exist are listed.
PAGES: tuple[PageEntry, ...] = (today.ENTRY, settings.ENTRY)
FIRST_PAGE = "visits"
