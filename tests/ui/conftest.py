"""A real window over a real store, with a morning of invented visits in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.ui.gallery import SampleDesk, sample_desk
from desk_app.ui.language import Language
from desk_app.ui.theme import Look


@pytest.fixture(autouse=True)
def every_test_begins_in_english(qapp: QApplication) -> Iterator[None]:
    """No translator and no theme of one test is left for the next, passed or failed."""
    yield
    for language in qapp.findChildren(Language):
        language.use("en")
        language.deleteLater()
    for look in qapp.findChildren(Look):
        look.deleteLater()


@pytest.fixture
def sample(qapp: QApplication, tmp_path: Path) -> Iterator[SampleDesk]:
    """The gallery's desk: Monday 09:41, three pages, devices that answer at once."""
    with sample_desk(qapp, tmp_path) as desk:
        yield desk
