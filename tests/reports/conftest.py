"""A hub with a short but varied day behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reports.sample_day import play
from tests.services.desks import Hub, fresh_folder, opened


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with opened(fresh_folder(tmp_path)) as at:
        play(at)
        yield at
