"""Slips on their way to paper: queued with the act, sent once, settled by the printer or the clerk."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.domain.slips import PrintJob, PrintState, Slip
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys


class Slips:
    """The spool (`devices.api.Spool` in shape) and what the clerk does to it. One method, one transaction."""

    def __init__(self, store: Store, clock: Clock, settings: Callable[[], Config], keys: Keys) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._keys = keys

    def print_for(self, visit_id: UUID) -> PrintJob:
        """Print a visit's slip: the first time copy 0, then 补打 1, 2, …"""
        raise NotImplementedError

    def queue(self, slip: Slip) -> PrintJob:
        """A slip without a visit."""
        raise NotImplementedError

    def roll_call(self) -> PrintJob:
        """Queue the list of everybody in the house."""
        raise NotImplementedError

    def unsettled(self) -> tuple[PrintJob, ...]:
        """Jobs the clerk must see: queued with a reason, being sent, uncertain."""
        raise NotImplementedError

    def came_out(self, job_id: UUID) -> None:
        raise NotImplementedError

    def did_not_come_out(self, job_id: UUID) -> PrintJob:
        raise NotImplementedError

    def drop(self, job_id: UUID) -> None:
        raise NotImplementedError

    def recover(self) -> int:
        """At start: what was being sent when the program ended is uncertain. Returns how many jobs."""
        raise NotImplementedError

    def next_job(self) -> PrintJob | None:
        raise NotImplementedError

    def sending(self, job_id: UUID, data: bytes) -> None:
        """Commit the attempt; DeskError("slip.not_queued") where another thread or process was faster."""
        raise NotImplementedError

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        raise NotImplementedError

    def waiting(self, job_id: UUID, reason: str) -> None:
        raise NotImplementedError
