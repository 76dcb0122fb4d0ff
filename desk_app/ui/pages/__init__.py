"""The pages of the desk, in the order of the rail. A new page is a file here and a line in PAGES."""

from __future__ import annotations

from desk_app.ui.page import PageEntry
from desk_app.ui.pages.bookings.page import ENTRY as BOOKINGS
from desk_app.ui.pages.settings.page import ENTRY as SETTINGS
from desk_app.ui.pages.today.page import ENTRY as TODAY
from desk_app.ui.pages.visits.page import ENTRY as VISITS

PAGES: tuple[PageEntry, ...] = (TODAY, VISITS, BOOKINGS, SETTINGS)
"""In the order of their keys. Only pages that exist are listed: the rail shows no empty places."""
FIRST_PAGE = VISITS.id
"""The page the desk opens with, and the one that answers the search box."""
