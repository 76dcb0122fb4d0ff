"""Every test here may type commands, on a folder of its own."""

from __future__ import annotations

import pytest

from tests.commands.typed import Type, typing


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Type:
    return typing(capsys)
