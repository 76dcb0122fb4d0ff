"""A slip as a picture: the layout used where the line is fast enough to send dots instead of letters.

Sizes are given for 203 dots an inch and follow the model's own; a strip is a piece of the paper's full width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageOps

from desk_app.devices.printers.lettering import BLACK, WHITE, cap_height, length, to_dots, write
from desk_app.devices.printers.models import PrinterModel
from desk_app.devices.printers.raster import qr_picture
from desk_app.devices.printers.text import break_before, normalised
from desk_app.domain.slips import Slip, SlipLine
from desk_app.domain.tokens import grouped

_NUMBER_HEIGHT_MM = 12.4
"""What is big must be readable across a room; 12 mm is the floor, a little more for rounding and faded edges."""
_MARGIN = 4


def slip_picture(slip: Slip, model: PrinterModel) -> Image.Image:
    """The whole slip in dots, as wide as the paper."""
    strips = list(_Sheet(model).strips(slip))
    paper = Image.new("L", (model.dots, sum(strip.height for strip in strips)), WHITE)
    top = 0
    for strip in strips:
        paper.paste(strip, (0, top))
        top += strip.height
    return to_dots(paper)


@dataclass(frozen=True, slots=True)
class _Sheet:
    model: PrinterModel

    def strips(self, slip: Slip) -> Iterator[Image.Image]:
        roomy = self.model.dots > 400
        yield from self._head(slip, roomy)
        yield self._gap(10)
        for line in slip.lines:
            yield from self._line(line, roomy)
        if slip.token:
            yield self._gap(4)
            yield self._qr(slip.token)
            yield self.centred(grouped(slip.token), 30 if roomy else 27, bold=True, spacing=2)
        yield self._gap(12)
        yield from self._next_steps(slip)
        yield self._gap(8)
        yield self._rule(2)
        yield from self._foot(normalised(slip.footer_left), normalised(slip.footer_right))

    def _head(self, slip: Slip, roomy: bool) -> Iterator[Image.Image]:
        for text in self._broken(normalised(slip.hub), self._s(30 if roomy else 28), bold=True):
            yield self.centred(text, 30 if roomy else 28, bold=True)
        yield self._gap(6)
        yield self._rule(3)
        yield self._gap(6)
        yield self._title(normalised(slip.title), normalised(slip.title_english))
        if slip.copy:
            yield self._gap(6)
            yield self._reprint(slip.copy)
        yield self._big(normalised(slip.big))

    def _s(self, size: float) -> int:
        return round(size * self.model.dpi / 203)

    def _blank(self, height: int) -> Image.Image:
        return Image.new("L", (self.model.dots, height), WHITE)

    def _gap(self, height: int) -> Image.Image:
        return self._blank(self._s(height))

    def _rule(self, thickness: int) -> Image.Image:
        strip = self._blank(thickness)
        ImageDraw.Draw(strip).rectangle((_MARGIN, 0, self.model.dots - 1 - _MARGIN, thickness - 1), fill=BLACK)
        return strip

    def centred(self, text: str, size: int, *, bold: bool = False, spacing: int = 0) -> Image.Image:
        size = self._s(size)
        strip = self._blank(round(size * 1.4))
        x = (self.model.dots - length(text, size, bold=bold, spacing=spacing) + spacing) / 2
        write(strip, max(0, x), round(size * 1.08), text, size, bold=bold, spacing=spacing)
        return strip

    def _title(self, chinese: str, english: str) -> Image.Image:
        size, small, between = self._s(36), self._s(22), self._s(14)
        wide = length(chinese, size, bold=True) + between + length(english, small)
        strip = self._blank(round(size * 1.4))
        x, baseline = max(0, (self.model.dots - wide) // 2), round(size * 1.06)
        write(strip, x, baseline, chinese, size, bold=True)
        write(strip, x + wide - length(english, small), baseline, english, small)
        return strip

    def _reprint(self, copy: int) -> Image.Image:
        return ImageOps.invert(self.centred(f"补打 REPRINT {copy}", 34, bold=True))

    def _big(self, text: str) -> Image.Image:
        """The number: digits at least 12 mm high whatever its length; a long one is set narrower, not lower."""
        height = self.model.mm(_NUMBER_HEIGHT_MM)
        size = height
        while cap_height(size) < height:
            size += 1
        spacing = self._s(10)
        letters = Image.new("L", (length(text, size, bold=True, spacing=spacing) + size, round(size * 1.3)), WHITE)
        write(letters, size // 4, round(size * 1.05), text, size, bold=True, spacing=spacing)
        box = ImageOps.invert(letters).getbbox() or (0, 0, 1, height)
        letters = letters.crop(box)
        room = self.model.dots - 4 * _MARGIN
        if letters.width > room:
            letters = letters.resize((room, letters.height), Image.Resampling.LANCZOS)
        strip = self._blank(letters.height + self._s(30))
        strip.paste(letters, ((self.model.dots - letters.width) // 2, self._s(15)))
        return strip

    def _line(self, line: SlipLine, roomy: bool) -> Iterator[Image.Image]:
        label, small = normalised(line.chinese), normalised(line.english)
        value = normalised(line.value)
        if not value:
            yield self._heading(label, small)
            return
        size, tiny = self._s(30 if roomy else 26), self._s(22 if roomy else 18)
        between = self._s(10)
        taken = length(label, size) + between + length(small, tiny)
        room = self.model.dots - 2 * _MARGIN
        pitch = round(size * (1.56 if roomy else 1.5))
        baseline = round(size * 1.14)
        strip = self._blank(pitch)
        write(strip, _MARGIN, baseline, label, size)
        write(strip, _MARGIN + length(label, size) + between, baseline, small, tiny)
        if taken + between + length(value, size, bold=True) <= room:
            self._at_right(strip, value, size, baseline)
            yield strip
            return
        yield strip
        for part in self._broken(value, size, bold=True):
            strip = self._blank(pitch)
            self._at_right(strip, part, size, baseline)
            yield strip

    def _at_right(self, strip: Image.Image, text: str, size: int, baseline: int, *, bold: bool = True) -> None:
        write(strip, self.model.dots - _MARGIN - length(text, size, bold=bold), baseline, text, size, bold=bold)

    def _heading(self, label: str, small: str) -> Image.Image:
        size, tiny = self._s(26), self._s(18)
        if not small:
            while size > 8 and length(label, size, bold=True) > self.model.dots - 2 * _MARGIN:
                size -= 1
        strip = self._blank(round(size * 1.6))
        write(strip, _MARGIN, round(size * 1.1), label, size, bold=True)
        write(strip, _MARGIN + length(label, size, bold=True) + 10, round(size * 1.1), small, tiny)
        pen = ImageDraw.Draw(strip)
        pen.rectangle((_MARGIN, strip.height - 4, self.model.dots - 1 - _MARGIN, strip.height - 4), fill=BLACK)
        return strip

    def _qr(self, token: str) -> Image.Image:
        code = qr_picture(token)
        strip = self._blank(code.height)
        strip.paste(code, ((self.model.dots - code.width) // 2, 0))
        return strip

    def _next_steps(self, slip: Slip) -> Iterator[Image.Image]:
        for text in map(normalised, slip.next_steps):
            chinese = not text.isascii()
            size = 28 if chinese else 20
            for part in self._broken(text, self._s(size), bold=chinese):
                yield self.centred(part, size, bold=chinese)

    def _foot(self, left: str, right: str) -> Iterator[Image.Image]:
        size = self._s(20)
        baseline = round(size * 1.3)
        strip = self._blank(round(size * 1.7))
        write(strip, _MARGIN, baseline, left, size)
        if length(left, size) + length(right, size) + 4 * _MARGIN > self.model.dots:
            yield strip
            strip = self._blank(round(size * 1.5))
        self._at_right(strip, right, size, baseline, bold=False)
        yield strip

    def _broken(self, text: str, size: int, *, bold: bool) -> Iterator[str]:
        """Lines no wider than the paper; no closing sign at the start of one."""
        room = self.model.dots - 2 * _MARGIN
        while length(text, size, bold=bold) > room:
            place = next(n for n in range(len(text), 0, -1) if n == 1 or length(text[:n], size, bold=bold) <= room)
            place = break_before(text, place)
            yield text[:place].rstrip()
            text = text[place:].lstrip()
        if text:
            yield text
