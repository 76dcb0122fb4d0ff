"""A slip as the bytes a printer gets: whole commands, in letters of its own ROM or in dots.

Letters (text mode) are GB 18030, encoded here and never by python-escpos, whose encoder turns what it does not know
into question marks. A line above the ROM's level goes out as dots, so that no name ever loses a character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers import lettering, raster
from desk_app.devices.printers.models import Level, PrinterModel
from desk_app.devices.printers.picture import slip_picture
from desk_app.devices.printers.text import highest_level, normalised, spread, width, wrapped
from desk_app.domain.slips import Slip, SlipKind, SlipLine
from desk_app.domain.tokens import grouped

CHINESE_WAYS: dict[str, Level | None] = {
    "auto": None,
    "gb18030": Level.GB18030_2,
    "gbk": Level.GBK,
    "gb2312": Level.GB2312,
    "image": None,
}
"""Values of the setting 中文方式, and the ROM level each promises (None: the model's own)."""

_START = b"\x1b@"
_FEED_AND_CUT = b"\x1dVB\x00"
_CHINESE = (b"\x1c&", b"\x1cS\x00\x00")
"""Two-byte mode, once and before the first line (it may act only from the next line); no gaps between characters."""
_LINE_GAP = 6
_LARGEST_SCALE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the printer's own letters: `scale` 1–8 times a 12 × 24 cell, `align` 0 left, 1 centre."""

    text: str
    align: int = 0
    scale: int = 1
    bold: bool = False


Part = Line | Image.Image


def render(slip: Slip, model: PrinterModel, *, chinese: str = "auto", slow: bool = False) -> tuple[bytes, ...]:
    """The job as whole commands, none over `raster.LARGEST_COMMAND` bytes; between two of them the line may be polled.

    `slow` is a line where a slip in dots takes too long (`Address.slow_for`): there "auto" means letters.
    On network and USB dots cost nothing, look the same on every make and hold every character, so "auto" means dots.
    Raises EnvironmentTrouble("printer.chinese_unknown") for a setting that is no key of `CHINESE_WAYS`.
    """
    if chinese not in CHINESE_WAYS:
        raise EnvironmentTrouble("printer.chinese_unknown", value=chinese)
    in_dots = chinese == "image" or (chinese == "auto" and not slow)
    rom = CHINESE_WAYS[chinese] or model.rom
    body = raster.commands(slip_picture(slip, model), model) if in_dots else _letters(slip, model, rom)
    trial = _trial(model) if slip.kind == SlipKind.TEST else ()
    return (*_opening(model), *body, *trial, *_ending(model))


def pieces(commands: Iterable[bytes], limit: int = raster.LARGEST_COMMAND) -> Iterator[bytes]:
    """Whole commands put together into pieces of at most `limit` bytes (a longer command is a piece of its own)."""
    piece = b""
    for command in commands:
        if piece and len(piece) + len(command) > limit:
            yield piece
            piece = b""
        piece += command
    if piece:
        yield piece


FILL = b"\x00" * raster.LARGEST_COMMAND
"""A piece of what completes a command somebody left unfinished, as white dots or empty parameters. A printer that
stands in no command ignores NULs: they print nothing. After half of a two-byte character at most that one comes out
wrong, and `RESET` takes it back with its line."""
LARGEST_FILL = 65_536
"""Bytes. Other programs send a whole picture as one command of about this size; ours end within
`LARGEST_COMMAND`."""
RESET = _START

AFTER_A_BREAK = (FILL, RESET, _FEED_AND_CUT)
"""Begins the job after one that broke off: completes its last command, and cuts, so that nobody takes half of somebody
else's slip along. Also for printers that cannot be asked, and so cannot be known to be silent."""


def _opening(model: PrinterModel) -> Iterator[bytes]:
    yield _START
    if model.motion_units:  # feeds counted in dots of the head
        yield b"\x1dP" + bytes([model.dpi, model.dpi])
    yield from _CHINESE


def _ending(model: PrinterModel) -> Iterator[bytes]:
    yield model.cut


def _letters(slip: Slip, model: PrinterModel, rom: Level) -> Iterator[bytes]:
    align, scale, bold = 0, 1, False
    for part in _parts(slip, model):
        if isinstance(part, Line) and highest_level(part.text) <= rom:
            if part.align != align:
                yield b"\x1ba" + bytes([part.align])
            if part.scale != scale:
                yield b"\x1d!" + bytes([(part.scale - 1) * 0x11])
            if part.bold != bold:
                yield b"\x1bE" + bytes([part.bold])
            align, scale, bold = part.align, part.scale, part.bold
            yield part.text.encode("gb18030") + b"\n"
            continue
        if align:
            yield b"\x1ba\x00"  # the picture brings its own margin
            align = 0
        if isinstance(part, Line):
            yield from raster.commands(_drawn(part, model), model, trim=True)
        elif model.native_qr:
            yield from _native_qr(slip.token)
            align = 1
        else:
            yield from raster.commands(part, model, trim=True)


def _parts(slip: Slip, model: PrinterModel) -> Iterator[Part]:
    rule = Line("-" * model.columns)
    yield from _centred(slip.hub, model, bold=True)
    yield rule
    yield from _centred(slip.title, model, scale=2, bold=True)
    yield from _centred(slip.title_english, model)
    if slip.copy:
        yield from _centred(f"补打 REPRINT {slip.copy}", model, scale=2, bold=True)
    big = normalised(slip.big)
    yield Line(big, 1, max(1, min(_LARGEST_SCALE, model.columns // max(1, width(big)))), bold=True)
    for line in slip.lines:
        yield from _labelled(line, model.columns)
    if slip.token:
        yield _qr_part(slip.token, model)
        yield Line(grouped(slip.token), 1, bold=True)
    for step in slip.next_steps:
        yield from _centred(step, model)
    yield rule
    yield from _edges(normalised(slip.footer_left), normalised(slip.footer_right), model.columns)


def _centred(text: str, model: PrinterModel, *, scale: int = 1, bold: bool = False) -> Iterator[Line]:
    for part in wrapped(normalised(text), model.columns // scale):
        if part:
            yield Line(part, 1, scale, bold)


def _labelled(line: SlipLine, columns: int) -> Iterator[Line]:
    label = normalised(f"{line.chinese} {line.english}".strip())
    if not line.value:
        yield from (Line(part, bold=True) for part in wrapped(label, columns))
        return
    yield from _edges(label, normalised(line.value), columns)


def _edges(left: str, right: str, columns: int) -> Iterator[Line]:
    if width(left) + 1 + width(right) <= columns:
        yield Line(spread(left, right, columns))
        return
    yield from map(Line, wrapped(left, columns))
    for part in wrapped(right, columns):
        yield Line(spread("", part, columns) if width(part) < columns else part)


def _qr_part(token: str, model: PrinterModel) -> Image.Image:
    code = raster.qr_picture(token)
    paper = Image.new("L", (model.dots, code.height), lettering.WHITE)
    paper.paste(code, ((model.dots - code.width) // 2, 0))
    return lettering.to_dots(paper)


def _native_qr(token: str) -> Iterator[bytes]:
    """`GS ( k`: model 2, module size, level Q, store, print; a blank line above and below is its quiet zone."""
    yield b"\x1ba\x01"
    yield b"\n"
    data = token.encode("ascii")
    for function in (b"1A2\x00", b"1C" + bytes([raster.QR_MODULE]), b"1E2", b"1P0" + data, b"1Q0"):
        yield b"\x1d(k" + len(function).to_bytes(2, "little") + function
    yield b"\n"


def _drawn(line: Line, model: PrinterModel) -> Image.Image:
    """A line in dots on the same column grid as the printer's own letters, with the same spacing below."""
    cell = model.dots // model.columns * line.scale
    size = 2 * cell
    picture = Image.new("L", (model.dots, size + _LINE_GAP), lettering.WHITE)
    text = line.text
    x = (model.dots - width(text) * cell) / 2 if line.align else 0.0
    for cluster in lettering.clustered(text):
        room = width(cluster) * cell
        offset = (room - lettering.length(cluster, size, bold=line.bold)) / 2
        lettering.write(picture, x + max(0.0, offset), round(size * 0.86), cluster, size, bold=line.bold)
        x += room
    return lettering.to_dots(picture)


def _trial(model: PrinterModel) -> Iterator[bytes]:
    """What the set-up asks about: one line per ROM level in the printer's own letters, and a ruler across the paper.

    A line that comes out as rubbish says up to which level `中文方式` may be set.
    """
    ruler = "".join(str(place % 10) for place in range(1, model.columns + 1))
    for text in ("A GB2312  徐汇区邻里汇", "B GBK     喆珺昇暐祎", "C GB18030 䶮㑇", ruler):
        yield text.encode("gb18030") + b"\n"
