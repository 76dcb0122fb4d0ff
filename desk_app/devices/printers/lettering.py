"""Letters as dots, from the fonts the program brings: every character gets one, whatever the printer's ROM holds.

The main font covers GB 18030 as far as it goes; rare Han and emoji come from fonts of their own, looked up only when
such a character turns up. One that no font has is drawn as a box with its code, never as a question mark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from desk_app.core import paths
from desk_app.devices.printers.models import Level
from desk_app.devices.printers.text import level

WHITE, BLACK = 255, 0

_REGULAR = "NotoSansSC-Regular"
_BOLD = "NotoSansSC-Bold"
_FALLBACKS = ("RareHan", "Emoji")
_NOWHERE = ""
_INK_FROM = 150
"""Grey levels below this become a dot. Above one half: thin strokes break up on paper before counters fill."""


@cache
def _file(stem: str) -> Path | None:
    """The vendored font of that name, TrueType or OpenType."""
    folder = paths.resource("fonts")
    return next((path for ending in ("ttf", "otf") if (path := folder / f"{stem}.{ending}").exists()), None)


@cache
def _covered(stem: str) -> frozenset[int]:
    path = _file(stem)
    if path is None:
        return frozenset()
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _font(stem: str, size: int) -> ImageFont.FreeTypeFont:
    path = _file(stem)
    if path is None:
        raise FileNotFoundError(f"font {stem} is missing from resources/fonts")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _font_for(ch: str, bold: bool) -> str:
    main = _BOLD if bold else _REGULAR
    if level(ch) <= Level.GB2312 or ord(ch) in _covered(main):
        return main
    return next((stem for stem in _FALLBACKS if ord(ch) in _covered(stem)), _NOWHERE)


def _runs(text: str, bold: bool) -> Iterator[tuple[str, str]]:
    for stem, run in groupby(text, lambda ch: _font_for(ch, bold)):
        yield stem, "".join(run)


def length(text: str, size: int, *, bold: bool = False, spacing: int = 0) -> int:
    """Dots from the first character to behind the last."""
    dots = 0.0
    for stem, run in _runs(text, bold):
        dots += _font(stem, size).getlength(run) if stem else size * len(run)
        dots += spacing * len(run)
    return round(dots)


def write(
    picture: Image.Image, x: float, baseline: int, text: str, size: int, *, bold: bool = False, spacing: int = 0
) -> None:
    """Draw black text into a greyscale picture; `baseline` is the row the letters stand on."""
    pen = ImageDraw.Draw(picture)
    for stem, run in _runs(text, bold):
        for piece in run if spacing or not stem else (run,):
            if stem:
                font = _font(stem, size)
                # The rare fonts come in one weight; a thicker stroke keeps them beside bold neighbours.
                thicker = max(1, size // 30) if bold and stem != _BOLD else 0
                pen.text((round(x), baseline), piece, fill=BLACK, font=font, anchor="ls", stroke_width=thicker)
                x += font.getlength(piece) + spacing
            else:
                _box(pen, round(x), baseline, piece, size)
                x += size + spacing


def _box(pen: ImageDraw.ImageDraw, x: int, baseline: int, ch: str, size: int) -> None:
    """A character no font has: its code in a frame, so that the paper still says which one it is."""
    top, left, edge = baseline - round(size * 0.86), x + 1, size - 3
    pen.rectangle((left, top, left + edge, top + edge), outline=BLACK)
    digits = f"{ord(ch):04X}" if ord(ch) <= 0xFFFF else f"{ord(ch):06X}"
    half = len(digits) // 2
    font = _font(_REGULAR, max(7, round(size * (0.5 if half == 2 else 0.4))))
    for row, part in enumerate((digits[:half], digits[half:])):
        pen.text((left + edge / 2, top + edge * (0.27 + 0.46 * row)), part, fill=BLACK, font=font, anchor="mm")


def cap_height(size: int, *, bold: bool = True) -> int:
    """How many dots a flat capital letter is high at a font size; round ones and digits are hardly more."""
    top, bottom = _font(_BOLD if bold else _REGULAR, size).getbbox("H", anchor="ls")[1::2]
    return round(bottom - top)


def to_dots(picture: Image.Image) -> Image.Image:
    """Grey becomes ink or paper; one bit a dot, white = 1 as Pillow has it."""
    return picture.point([BLACK] * _INK_FROM + [WHITE] * (256 - _INK_FROM)).convert("1", dither=Image.Dither.NONE)


def clustered(text: str) -> Iterator[str]:
    """Characters with the marks that combine with them, so that a column grid never parts the two."""
    cluster = ""
    for ch in text:
        if cluster and not unicodedata.combining(ch):
            yield cluster
            cluster = ""
        cluster += ch
    if cluster:
        yield cluster
