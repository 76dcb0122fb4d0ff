"""Fixtures of the use cases: one desk per test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.desks import Hub, fresh_folder, opened


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with opened(fresh_folder(tmp_path)) as at:
        yield at
