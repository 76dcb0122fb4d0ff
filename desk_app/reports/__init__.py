"""Papers for managers: each report is one file here and one name in `REPORTS`."""

from __future__ import annotations

from desk_app.reports import daily_visits
from desk_app.reports.api import Report

REPORTS: tuple[Report, ...] = (daily_visits.REPORT,)
