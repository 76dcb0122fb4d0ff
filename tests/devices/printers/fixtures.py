"""Slips of invented visitors, a spool in memory, and a reader of job bytes that shares no code with the desk."""

from __future__ import annotations

import dataclasses
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from PIL import Image

from desk_app.core.config import DeskProfile, HubProfile
from desk_app.devices.api import JobChanged, PrinterChanged, PrinterEvent, PrinterState
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.slips import PrintJob, PrintState, Slip, visitor_slip
from desk_app.domain.tokens import new_token
from desk_app.domain.visits import Identified, Purpose, Visit

HUB = HubProfile(subdistrict="测试街道", phone="021-00000000")
DESK = DeskProfile()
KEY = b"a key of the tests"
TOKEN = new_token(KEY, random.Random(1).choice)
WHEN = datetime(2026, 11, 23, 1, 42, tzinfo=UTC)


def visit(number: str = "A012", companions: int = 0) -> Visit:
    """Somebody came to the calligraphy class at 09:42 on a Monday."""
    purpose = Purpose(ServiceKind.CULTURE_SPORTS, None, "书法班")
    return Visit(
        id=UUID(int=1),
        number=number,
        day=date(2026, 11, 23),
        purpose=purpose,
        arrived_at=WHEN,
        identified=Identified.CARD,
        desk="A",
        token=TOKEN,
        companions=companions,
    )


def slip(name: str = "测试明", *, number: str = "A012", copy: int = 0) -> Slip:
    """That visitor's slip."""
    return visitor_slip(visit(number), name, HUB, DESK, place="二楼 书画室", copy=copy)


def naming(value: str) -> Slip:
    """A slip on which `value` stands unmasked, so that all of it must be printed."""
    whole = slip()
    first = dataclasses.replace(whole.lines[0], value=value)
    return dataclasses.replace(whole, lines=(first, *whole.lines[1:]))


def read_job(job: bytes) -> tuple[list[str], list[bytes], list[str]]:
    """Text lines, dot rows (bytes, 1 = black) and commands met in `job`; ValueError for a byte that fits nowhere."""
    lines, rows, met = [b""], list[bytes](), list[str]()
    sizes = {b"\x1b@": 2, b"\x1ba": 3, b"\x1bE": 3, b"\x1bJ": 3, b"\x1d!": 3, b"\x1dP": 4, b"\x1c&": 2, b"\x1cS": 4}
    sizes |= {b"\x1dV": 4, b"\x1b2": 2, b"\x1b3": 3}
    place = 0
    while place < len(job):
        head, size = job[place : place + 2], 1
        if job[place] >= 0x20:
            size = 1 if job[place] < 0x80 else 2 if job[place + 1] >= 0x40 else 4
            lines[-1] += job[place : place + size]
        elif head == b"\x1dv":
            wide, high = (int.from_bytes(job[place + at : place + at + 2], "little") for at in (4, 6))
            size = 8 + wide * high
            rows += [job[place + 8 + row * wide : place + 8 + (row + 1) * wide] for row in range(high)]
        elif head == b"\x1d(":
            size = 5 + int.from_bytes(job[place + 3 : place + 5], "little")
        elif job[place] == 0x0A:
            lines.append(b"")
        elif head in sizes:
            size = sizes[head]
            rows += [b""] * (job[place + 2] if head == b"\x1bJ" else 0)
        else:
            raise ValueError(f"{job[place : place + 8]!r} at {place}")
        met.append(head.decode("latin-1"))
        place += size
    return [line.decode("gb18030") for line in lines if line], rows, met


def read_columns(job: bytes, dots: int) -> tuple[list[list[bool]], bytes]:
    """Dot rows that `ESC *` 33 (columns of 24 dots) and `ESC J` leave, and every byte that was neither; by the manual:
    a column is three bytes, its topmost dot the highest bit of the first; LF feeds what was set."""
    rows, rest, place = list[list[bool]](), b"", 0
    while place < len(job):
        head = job[place : place + 3]
        if head == b"\x1b*\x21":
            count = int.from_bytes(job[place + 3 : place + 5], "little")
            place += 5 + 3 * count
            columns = [int.from_bytes(job[at : at + 3], "big") for at in range(place - 3 * count, place, 3)]
            if job[place : place + 1] != b"\n":
                raise ValueError(f"no line feed after the columns at {place}")
            rows += [[bool(column >> 23 - row & 1) for column in columns] for row in range(24)]
            place += 1
        elif head[:2] == b"\x1bJ":
            rows += [[False] * dots for _ in range(head[2])]
            place += 3
        else:
            rest += head[:1]
            place += 1
    return rows, rest


def picture_of(rows: list[bytes], dots: int) -> Image.Image:
    """The dot rows as a picture, black on white."""
    packed = b"".join(row.ljust(dots // 8, b"\x00") for row in rows)
    return Image.frombytes("1", (dots, len(rows)), packed).convert("L").point([255] + [0] * 255)


@dataclass
class MemorySpool:
    """A spool that forgets at the end of the test, and remembers every call until then."""

    jobs: list[PrintJob] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def queue(self, what: Slip) -> UUID:
        with self._lock:
            job = PrintJob(uuid4(), what.big, what, PrintState.QUEUED, WHEN)
            self.jobs.append(job)
            return job.id

    def next_job(self) -> PrintJob | None:
        """As in the file: what waits for another reason than the printer's state is passed over."""
        with self._lock:
            return next((job for job in self.jobs if job.state is PrintState.QUEUED and not _is_aside(job)), None)

    def sending(self, job_id: UUID, data: bytes) -> None:
        self.sent.append(data)
        self._move(job_id, PrintState.SENDING, "")

    def finished(self, job_id: UUID, state: PrintState, reason: str = "") -> None:
        self._move(job_id, state, reason)

    def waiting(self, job_id: UUID, reason: str) -> None:
        self._move(job_id, PrintState.QUEUED, reason)

    def state(self, job_id: UUID) -> tuple[PrintState, str]:
        with self._lock:
            return next((job.state, job.reason) for job in self.jobs if job.id == job_id)

    def _move(self, job_id: UUID, state: PrintState, reason: str) -> None:
        with self._lock:
            self.calls.append(f"{state.value} {reason}".strip())
            self.jobs = [
                dataclasses.replace(job, state=state, reason=reason) if job.id == job_id else job for job in self.jobs
            ]


def _is_aside(job: PrintJob) -> bool:
    return bool(job.reason) and not job.reason.startswith("printer.")


@dataclass
class Watcher:
    """Keeps what a printer thread tells, and waits for it."""

    events: list[PrinterEvent] = field(default_factory=list)

    def __call__(self, event: PrinterEvent) -> None:
        self.events.append(event)

    @property
    def states(self) -> list[PrinterState]:
        return [event.state for event in self.events if isinstance(event, PrinterChanged)]

    @property
    def moves(self) -> list[tuple[PrintState, str]]:
        return [(event.state, event.reason) for event in self.events if isinstance(event, JobChanged)]


def wait_until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Look again and again until `true`; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        threading.Event().wait(0.01)
