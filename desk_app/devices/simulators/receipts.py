"""What a receipt printer makes of the bytes it gets: commands told apart, and receipts as text and picture.

Written from the command descriptions, not from the desk's own job building, so that a mistake there shows here.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from desk_app.devices.printers.lettering import length, to_dots, write

_CELL_WIDTH, _CELL_HEIGHT, _LINE_SPACING = 12, 24, 30
_PAPER = 255
_LEVELS = {48: ERROR_CORRECT_L, 49: ERROR_CORRECT_M, 50: ERROR_CORRECT_Q, 51: ERROR_CORRECT_H}


@dataclass(frozen=True, slots=True)
class Token:
    """One command with its parameters and data, or a run of text; `raw` is everything it was made of."""

    name: str
    raw: bytes
    data: bytes = b""


def _rest_of_raster(head: bytes) -> int:
    return int.from_bytes(head[1:3], "little") * int.from_bytes(head[3:5], "little")


def _rest_of_columns(head: bytes) -> int:
    return int.from_bytes(head[1:3], "little") * (3 if head[0] in (32, 33) else 1)


def _rest_of_cut(head: bytes) -> int:
    return 1 if head[0] in (65, 66) else 0


def _no_rest(head: bytes) -> int:
    return 0


_Rest = Callable[[bytes], int]
_COMMANDS: dict[bytes, tuple[str, int, _Rest]] = {
    b"\x10\x04": ("DLE EOT", 1, _no_rest),
    b"\x10\x05": ("DLE ENQ", 1, _no_rest),
    b"\x1b@": ("ESC @", 0, _no_rest),
    b"\x1b!": ("ESC !", 1, _no_rest),
    b"\x1bE": ("ESC E", 1, _no_rest),
    b"\x1ba": ("ESC a", 1, _no_rest),
    b"\x1bd": ("ESC d", 1, _no_rest),
    b"\x1bJ": ("ESC J", 1, _no_rest),
    b"\x1b2": ("ESC 2", 0, _no_rest),
    b"\x1b3": ("ESC 3", 1, _no_rest),
    b"\x1bt": ("ESC t", 1, _no_rest),
    b"\x1bM": ("ESC M", 1, _no_rest),
    b"\x1bp": ("ESC p", 3, _no_rest),
    b"\x1b*": ("ESC *", 3, _rest_of_columns),
    b"\x1c&": ("FS &", 0, _no_rest),
    b"\x1c.": ("FS .", 0, _no_rest),
    b"\x1c!": ("FS !", 1, _no_rest),
    b"\x1cS": ("FS S", 2, _no_rest),
    b"\x1d!": ("GS !", 1, _no_rest),
    b"\x1dP": ("GS P", 2, _no_rest),
    b"\x1dL": ("GS L", 2, _no_rest),
    b"\x1dW": ("GS W", 2, _no_rest),
    b"\x1dV": ("GS V", 1, _rest_of_cut),
    b"\x1da": ("GS a", 1, _no_rest),
    b"\x1dr": ("GS r", 1, _no_rest),
    b"\x1dI": ("GS I", 1, _no_rest),
    b"\x1dv0": ("GS v 0", 5, _rest_of_raster),
    b"\x1d(": ("GS (", 3, lambda head: int.from_bytes(head[1:3], "little")),
}


class Tokens:
    """Cuts a byte stream into commands; an unfinished one waits for its rest, as in the printer's own buffer."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, data: bytes) -> Iterator[Token]:
        """Every token the bytes complete."""
        self._pending += data
        while self._pending and (token := self._next()) is not None:
            del self._pending[: len(token.raw)]
            yield token

    def forget(self) -> None:
        """Power was lost."""
        self._pending.clear()

    def _next(self) -> Token | None:
        first = self._pending[0]
        if first >= 0x20:
            end = next((place for place, byte in enumerate(self._pending) if byte < 0x20), len(self._pending))
            return Token("text", bytes(self._pending[:end]))
        if first not in (0x10, 0x1B, 0x1C, 0x1D):
            return Token("LF" if first == 0x0A else "NUL" if first == 0 else "unknown", bytes([first]))
        for size in (3, 2):
            known = _COMMANDS.get(bytes(self._pending[:size]))
            if known is not None:
                return self._command(size, *known)
        if len(self._pending) < 2 or (bytes(self._pending[:2]) == b"\x1dv" and len(self._pending) < 3):
            return None
        return Token("unknown", bytes(self._pending[:2]))

    def _command(self, prefix: int, name: str, parameters: int, rest: _Rest) -> Token | None:
        head_end = prefix + parameters
        if len(self._pending) < head_end:
            return None
        head = bytes(self._pending[prefix:head_end])
        end = head_end + rest(head)
        if len(self._pending) < end:
            return None
        return Token(name, bytes(self._pending[:end]), bytes(self._pending[prefix:end]))


@dataclass(frozen=True, slots=True)
class Receipt:
    """One piece of paper. `codes` are QR contents the printer drew itself, `unprintable` characters beyond its ROM."""

    text: str
    picture: Image.Image
    codes: tuple[str, ...] = ()
    unprintable: str = ""


@dataclass(slots=True)
class _Cell:
    ch: str
    scale: int
    bold: bool

    @property
    def width(self) -> int:
        return (_CELL_WIDTH if self.ch < "\x80" else 2 * _CELL_WIDTH) * self.scale


@dataclass(slots=True)
class _Style:
    align: int = 0
    scale: int = 1
    bold: bool = False
    spacing: int = _LINE_SPACING
    chinese: bool = True


@dataclass(slots=True)
class Paper:
    """The roll under the head: takes tokens in order, gives a receipt at every cut."""

    dots: int
    _style: _Style = field(default_factory=_Style)
    _strips: list[Image.Image] = field(default_factory=list)
    _cells: list[_Cell] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _codes: list[str] = field(default_factory=list)
    _unprintable: str = ""
    _half: bytes = b""
    _bits: Image.Image | None = None
    _code: bytes = b""
    _module: int = 3
    _level: int = 48

    def take(self, token: Token) -> Receipt | None:
        """Act on one token; the finished receipt when it was a cut."""
        if token.name == "GS V":
            self._end_line()
            return self._torn_off()
        act = getattr(self, _ACTS.get(token.name, "_ignore"))
        act(token.raw if token.name == "text" else token.data)
        return None

    def lost_power(self) -> Receipt | None:
        """What sticks out of the printer when it went dark in the middle of a receipt."""
        self._cells.clear()
        self._style = _Style()
        return self._torn_off() if self._strips else None

    def _torn_off(self) -> Receipt:
        height = sum(strip.height for strip in self._strips)
        picture = Image.new("L", (self.dots, max(1, height)), _PAPER)
        top = 0
        for strip in self._strips:
            picture.paste(strip, (0, top))
            top += strip.height
        receipt = Receipt("\n".join(self._lines), picture, tuple(self._codes), self._unprintable)
        self._strips, self._lines, self._codes, self._unprintable = [], [], [], ""
        return receipt

    def _ignore(self, data: bytes) -> None:
        """Known but without effect on paper, or unknown."""

    def _reset(self, data: bytes) -> None:
        self._cells.clear()
        self._style = _Style()

    def _text(self, raw: bytes) -> None:
        if not self._style.chinese:
            self._put(raw.decode("cp437"))
            return
        # One token may end in the middle of a character when the line split it there.
        raw = self._half + raw
        decoder = codecs.getincrementaldecoder("gb18030")("replace")
        self._put(decoder.decode(raw))
        self._half = decoder.getstate()[0]

    def _put(self, text: str) -> None:
        for ch in text:
            if len(ch.encode("gb18030", "replace")) == 4 or ch == "\ufffd":
                self._unprintable += ch  # no ROM has them; what comes out is anybody's guess
            self._cells.append(_Cell(ch, self._style.scale, self._style.bold))

    def _end_line(self, data: bytes = b"") -> None:
        self._half = b""
        if self._bits is not None:
            strip = Image.new("L", (self.dots, max(self._bits.height, self._style.spacing)), _PAPER)
            strip.paste(self._bits, (self._left(self._bits.width), 0))
            self._strips.append(strip)
            self._bits = None
        while self._cells:
            self._print_row(self._row_that_fits())

    def _row_that_fits(self) -> list[_Cell]:
        used = 0
        for place, cell in enumerate(self._cells):
            used += cell.width
            if used > self.dots and place:
                row, self._cells = self._cells[:place], self._cells[place:]
                return row
        row, self._cells = self._cells, []
        return row

    def _print_row(self, row: list[_Cell]) -> None:
        height = max(cell.scale for cell in row) * _CELL_HEIGHT
        strip = Image.new("L", (self.dots, max(height + _LINE_SPACING - _CELL_HEIGHT, self._style.spacing)), _PAPER)
        x = self._left(sum(cell.width for cell in row))
        for cell in row:
            size = _CELL_HEIGHT * cell.scale
            inset = (cell.width - length(cell.ch, size, bold=cell.bold)) / 2
            write(strip, x + max(0.0, inset), round(height * 0.86), cell.ch, size, bold=cell.bold)
            x += cell.width
        self._strips.append(to_dots(strip).convert("L"))
        self._lines.append("".join(cell.ch for cell in row).rstrip())

    def _left(self, width: int) -> int:
        return max(0, (0, (self.dots - width) // 2, self.dots - width)[self._style.align % 3])

    def _line_feed(self, data: bytes) -> None:
        if self._cells or self._bits is not None:
            self._end_line()
        else:
            self._feed_dots(bytes([self._style.spacing]))
            self._lines.append("")

    def _feed_dots(self, data: bytes) -> None:
        self._end_line()
        if data[0]:
            self._strips.append(Image.new("L", (self.dots, data[0]), _PAPER))

    def _feed_lines(self, data: bytes) -> None:
        for _ in range(data[0]):
            self._line_feed(b"")

    def _set_align(self, data: bytes) -> None:
        self._style.align = data[0] % 48

    def _set_scale(self, data: bytes) -> None:
        self._style.scale = (data[0] & 0x07) + 1

    def _set_bold(self, data: bytes) -> None:
        self._style.bold = bool(data[0] & 1)

    def _set_mode(self, data: bytes) -> None:
        self._style.scale = 2 if data[0] & 0x30 else 1
        self._style.bold = bool(data[0] & 0x08)

    def _chinese_on(self, data: bytes) -> None:
        self._style.chinese = True

    def _chinese_off(self, data: bytes) -> None:
        self._style.chinese = False

    def _set_spacing(self, data: bytes) -> None:
        self._style.spacing = data[0] if data else _LINE_SPACING

    def _raster(self, data: bytes) -> None:
        width = int.from_bytes(data[1:3], "little") * 8
        height = int.from_bytes(data[3:5], "little")
        self._end_line()
        self._show(_from_bits(data[5:], width, height))

    def _columns(self, data: bytes) -> None:
        width = int.from_bytes(data[1:3], "little")
        bits = _from_bits(data[3:], 24 if data[0] in (32, 33) else 8, width)
        self._bits = bits.transpose(Image.Transpose.TRANSPOSE)  # stays in the line until it is fed

    def _show(self, picture: Image.Image) -> None:
        strip = Image.new("L", (self.dots, picture.height), _PAPER)
        strip.paste(picture, (self._left(picture.width), 0))
        self._strips.append(strip)

    def _function(self, data: bytes) -> None:
        """GS ( …: of these only the QR code (k, cn 49) leaves something on paper."""
        if data[:1] != b"k" or data[3:4] != b"1":
            return
        function, value = data[4], data[5:]
        if function == 67:
            self._module = value[0]
        elif function == 69:
            self._level = value[0]
        elif function == 80:
            self._code = value[1:]
        elif function == 81:
            self._print_code()

    def _print_code(self) -> None:
        code = qrcode.QRCode(error_correction=_LEVELS.get(self._level, ERROR_CORRECT_L), border=0)
        code.add_data(self._code)
        code.make(fit=True)
        matrix = code.get_matrix()
        small = Image.new("L", (len(matrix), len(matrix)))
        small.putdata([0 if dark else _PAPER for row in matrix for dark in row])
        self._end_line()
        self._show(small.resize((small.width * self._module,) * 2, Image.Resampling.NEAREST))
        self._codes.append(self._code.decode("utf-8", "replace"))


_ACTS = {
    "text": "_text",
    "LF": "_line_feed",
    "ESC @": "_reset",
    "ESC !": "_set_mode",
    "ESC E": "_set_bold",
    "ESC a": "_set_align",
    "ESC d": "_feed_lines",
    "ESC J": "_feed_dots",
    "ESC 2": "_set_spacing",
    "ESC 3": "_set_spacing",
    "ESC *": "_columns",
    "FS &": "_chinese_on",
    "FS .": "_chinese_off",
    "GS !": "_set_scale",
    "GS v 0": "_raster",
    "GS (": "_function",
}


def _from_bits(data: bytes, width: int, height: int) -> Image.Image:
    """Packed rows, 1 = ink, as grey."""
    return Image.frombytes("1", (width, height), data).convert("L").point([_PAPER] + [0] * 255)
