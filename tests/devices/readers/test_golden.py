"""Every registered family on its golden file, in every split: the test a new driver gets without writing one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk_app.devices.api import CardParser
from desk_app.devices.readers import READERS, reader_by_model
from tests.devices.driving import Driven
from tests.devices.vectors import GOLDEN


def _golden(model: str) -> list[dict[str, Any]]:
    """Read at collection: a family without a golden file stops the run."""
    document = json.loads((GOLDEN / f"{model}.json").read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = document["steps"]
    return steps


_CASES = [pytest.param(family, _golden(family.model), id=family.model) for family in READERS]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 4096])
@pytest.mark.parametrize(("family", "steps"), _CASES)
def test_family_speaks_as_its_golden_file(family: type[CardParser], steps: list[dict[str, Any]], size: int) -> None:
    desk = Driven(family(), sizes=(size,))
    for number, step in enumerate(steps):
        if "asks" in step:
            assert desk.asks().hex().upper() == step["asks"], f"step {number}"
        events = desk.comes(bytes.fromhex(step["comes"])) if "comes" in step else desk.waits(step["wait"])
        assert events == step["events"], f"step {number}"


def test_models_are_unique_and_found_again() -> None:
    assert len({family.model for family in READERS}) == len(READERS)
    assert [reader_by_model(family.model) for family in READERS] == list(READERS)
