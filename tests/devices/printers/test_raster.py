"""Pictures as commands and back, and QR codes read by somebody else's reader."""

from __future__ import annotations

import dataclasses

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from desk_app.devices.printers import PRINTERS, printer_by_model, raster
from desk_app.devices.printers.models import RasterKind
from tests.devices.printers.fixtures import TOKEN, picture_of, read_job

MODEL = printer_by_model("generic-58")


def dotted(blocks: list[tuple[int, int, int, int]], height: int) -> Image.Image:
    picture = Image.new("1", (MODEL.dots, height), 1)
    pen = ImageDraw.Draw(picture)
    for x, y, w, h in blocks:
        pen.rectangle((x, y, x + w, y + h), fill=0)
    return picture


blocks = st.lists(st.tuples(st.integers(0, 383), st.integers(0, 399), st.integers(0, 60), st.integers(0, 60)))


@settings(max_examples=60, deadline=None)
@given(blocks, st.integers(1, 400), st.booleans())
def test_the_picture_on_paper_is_the_picture_that_was_drawn(
    drawn: list[tuple[int, int, int, int]], height: int, trim: bool
) -> None:
    picture = dotted(drawn, height)
    job = b"".join(raster.commands(picture, MODEL, trim=trim))
    lines, rows, _ = read_job(job)
    assert lines == []
    assert picture_of(rows, MODEL.dots).tobytes() == picture.convert("L").tobytes()


@pytest.mark.parametrize("model", [row for row in PRINTERS if row.raster is RasterKind.ROWS], ids=lambda row: row.id)
def test_bands_are_small_and_as_wide_as_the_paper(model: object) -> None:
    assert isinstance(model, type(MODEL))
    black = Image.new("1", (model.dots, 1000), 0)
    bands = list(raster.commands(black, model))
    for band in bands:
        rows = int.from_bytes(band[6:8], "little")
        assert band[:4] == b"\x1dv0\x00"
        assert int.from_bytes(band[4:6], "little") * 8 == model.dots
        assert len(band) <= raster.LARGEST_COMMAND
        assert rows <= 128
    assert all(int.from_bytes(band[6:8], "little") % 24 == 0 for band in bands[:-1])


def test_long_blank_stretches_are_fed_not_sent() -> None:
    commands = list(raster.commands(dotted([(0, 0, 10, 0), (0, 399, 10, 0)], 400), MODEL))
    assert [command[:2] for command in commands] == [b"\x1dv", b"\x1bJ", b"\x1bJ", b"\x1dv"]
    assert commands[1][2] + commands[2][2] == 398


def test_old_printers_get_columns_of_24_dots() -> None:
    old = dataclasses.replace(MODEL, raster=RasterKind.COLUMNS)
    commands = list(raster.commands(dotted([(5, 30, 0, 0)], 60), old))
    assert commands[0] == b"\x1b3\x10"
    assert commands[1] == b"\x1bJ\x18"
    columns = commands[2]
    assert columns[:5] == b"\x1b*\x21" + (384).to_bytes(2, "little")
    assert columns[5 + 5 * 3 : 5 + 6 * 3] == bytes([0x02, 0, 0])  # row 30 is the seventh of the second strip
    assert columns.endswith(b"\n")


def test_the_qr_code_is_version_1_of_whole_dots_with_a_quiet_zone_and_is_read() -> None:
    picture = raster.qr_picture(TOKEN)
    assert picture.size == ((21 + 2 * 4) * 6,) * 2
    found = zxingcpp.read_barcodes(picture)
    assert [code.text for code in found] == [TOKEN]
    assert found[0].ec_level == "Q"
