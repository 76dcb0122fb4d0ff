"""Pictures as commands: a black-and-white picture cut into bands small enough for any printer, and the QR code."""

from __future__ import annotations

from collections.abc import Iterator

import qrcode
from PIL import Image, ImageDraw
from qrcode.constants import ERROR_CORRECT_Q

from desk_app.devices.printers.models import PrinterModel, RasterKind

LARGEST_COMMAND = 4096
"""Bytes. Cheap printers have small buffers, and big pictures have crashed good ones; a band never exceeds this."""

QR_MODULE = 6
"""Dots. Module size beats correction level against faded heads and dead lines; 6 with Q read 60 of 60."""
QR_BORDER = 4

_BAND_STEP = 24
_LARGEST_BAND = 128
_WORTH_FEEDING = 16
"""Blank rows from which a feed is cheaper than white dots."""
_LONGEST_FEED = 255
_COLUMN_HEIGHT = 24


def qr_picture(text: str) -> Image.Image:
    """The code as dots with its quiet zone, never scaled: squares of whole dots."""
    code = qrcode.QRCode(version=1, error_correction=ERROR_CORRECT_Q, border=QR_BORDER)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    picture = Image.new("L", (len(matrix) * QR_MODULE,) * 2, 255)
    pen = ImageDraw.Draw(picture)
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                x, y = column * QR_MODULE, row * QR_MODULE
                pen.rectangle((x, y, x + QR_MODULE - 1, y + QR_MODULE - 1), fill=0)
    return picture


def commands(picture: Image.Image, model: PrinterModel, *, trim: bool = False) -> Iterator[bytes]:
    """The one-bit picture, as wide as the paper, as commands of at most `LARGEST_COMMAND` bytes.

    Long blank stretches become feeds. `trim` leaves out white at the right, for lines where bytes cost seconds.
    """
    if model.raster is RasterKind.COLUMNS:
        yield from _columns(picture)
        return
    for top, bottom, blank in _stretches(picture):
        yield from feed(bottom - top) if blank else _rows(picture, top, bottom, trim=trim)


def feed(dots: int) -> Iterator[bytes]:
    """Paper forward by so many dot rows."""
    while dots > 0:
        step = min(dots, _LONGEST_FEED)
        yield b"\x1bJ" + bytes([step])
        dots -= step


def _stretches(picture: Image.Image) -> Iterator[tuple[int, int, bool]]:
    """Top, bottom and blankness of stretches of rows; blank ones only where they are worth a feed."""
    inked = [ink.getbbox() is not None for ink in _row_pictures(picture)]
    start, row = 0, 0
    while row < len(inked):
        if inked[row]:
            row += 1
            continue
        end = next((later for later in range(row, len(inked)) if inked[later]), len(inked))
        if end - row >= _WORTH_FEEDING:
            if start < row:
                yield start, row, False
            yield row, end, True
            start = end
        row = end
    if start < len(inked):
        yield start, len(inked), False


def _row_pictures(picture: Image.Image) -> Iterator[Image.Image]:
    black = picture.point([1, *[0] * 255])
    for row in range(picture.height):
        yield black.crop((0, row, picture.width, row + 1))


def _rows(picture: Image.Image, top: int, bottom: int, *, trim: bool) -> Iterator[bytes]:
    used = picture.crop((0, top, picture.width, bottom))
    if trim and (box := used.point([1, *[0] * 255]).getbbox()) is not None:
        used = used.crop((0, 0, -(-box[2] // 8) * 8, used.height))
    row_bytes = -(-used.width // 8)
    height = min(_LARGEST_BAND, (LARGEST_COMMAND - 8) // row_bytes)
    height -= height % _BAND_STEP
    for start in range(0, used.height, height):
        band = used.crop((0, start, row_bytes * 8, min(start + height, used.height)))
        head = b"\x1dv0\x00" + row_bytes.to_bytes(2, "little") + band.height.to_bytes(2, "little")
        yield head + _ink(band, used.width)


def _ink(band: Image.Image, width: int) -> bytes:
    """Packed rows, 1 = black; cropping beyond the picture leaves black there, which must become paper."""
    clean = Image.new("1", band.size, 1)
    clean.paste(band.crop((0, 0, width, band.height)), (0, 0))
    return clean.point([255] + [0] * 255).tobytes()


def _columns(picture: Image.Image) -> Iterator[bytes]:
    # A spacing smaller than the head's 24 dots: the printer then feeds by the height of what it printed.
    yield b"\x1b3\x10"
    width = picture.width
    for top in range(0, picture.height, _COLUMN_HEIGHT):
        strip = Image.new("1", (width, _COLUMN_HEIGHT), 1)
        strip.paste(picture.crop((0, top, width, min(top + _COLUMN_HEIGHT, picture.height))), (0, 0))
        ink = strip.point([255] + [0] * 255)
        if ink.getbbox() is None:
            yield from feed(_COLUMN_HEIGHT)
            continue
        turned = ink.transpose(Image.Transpose.TRANSPOSE)
        yield b"\x1b*\x21" + width.to_bytes(2, "little") + turned.tobytes() + b"\n"
    yield b"\x1b2"
