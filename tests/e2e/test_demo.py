"""The day at the hub, played as a user plays it: another process, and what it leaves behind looked at from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from python_calamine import CalamineWorkbook


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("day")
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", "demo", "--out", str(out)],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "accounts agree" in done.stdout
    assert "Traceback" not in done.stderr
    return out


def test_every_scene_leaves_its_picture(day: Path) -> None:
    pictures = sorted(day.glob("[0-9][0-9]-*.png"))
    assert len(pictures) >= 20
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == (1366, 768)
            colours = picture.convert("RGB").getcolors(maxcolors=1_000_000)
            assert colours is not None
            assert len(colours) > 50  # something is drawn on it


def test_every_visitors_slip_can_be_scanned_and_no_two_are_the_same(day: Path) -> None:
    codes = []
    for path in sorted((day / "slips").glob("*.png")):
        with Image.open(path) as slip:
            codes += [found.text for found in zxingcpp.read_barcodes(slip.convert("L"))]
    visitors = len(list((day / "slips").glob("*.png"))) - 1  # the roll call bears no code
    assert len(codes) == len(set(codes)) == visitors
    assert all(len(code) == 16 and code.isalnum() for code in codes)


def test_the_workbook_opens_elsewhere_and_shows_its_sums(day: Path) -> None:
    (path,) = day.glob("*.xlsx")
    lines = CalamineWorkbook.from_path(path).get_sheet_by_name("接待统计").to_python()
    total = next(line for line in lines if line[0] == "合计")
    assert [figure for figure in total if isinstance(figure, float)][-1] == 28
