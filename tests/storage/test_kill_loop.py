"""Power cuts in small: a desk that is killed at any moment has everything it acknowledged, once."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="forks its children")
@pytest.mark.parametrize("kills", [25, pytest.param(200, marks=pytest.mark.slow)])
def test_a_killed_desk_has_lost_and_doubled_nothing(kills: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_loop", "--kills", str(kills)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
