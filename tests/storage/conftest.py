"""Fixtures of the store: one desk per test, as the use cases have it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.core.paths import DataFolder
from tests.services.desks import Hub, fresh_folder, opened


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty store nobody has opened."""
    return fresh_folder(tmp_path)


@pytest.fixture
def hub(folder: DataFolder) -> Iterator[Hub]:
    with opened(folder) as at:
        yield at
