"""The sheet a poster is drawn on: paper sizes, the program's fonts, a head and a foot. The only fpdf2 user."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, WrapMode
from fpdf.fonts import TTFFont

from desk_app.core.paths import resource
from desk_app.domain.slips import HOTLINE
from desk_app.reports.paper import POINT, Paper

BRAND, ON_BRAND, INK, INK_2, LINE, BAND, SURFACE = (
    (241, 135, 0),  # fixed by the plan; 6.4:1 with the dark text on it, 2.6:1 with white
    (42, 24, 0),
    (29, 27, 24),
    (75, 70, 62),
    (190, 182, 170),
    (250, 245, 236),
    (255, 255, 255),
)
_Colour = tuple[int, int, int]
MARGIN = 12.0
_PAGES = "{nb}"
"""Stands for the number of pages until the last is drawn."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size in points as on A3, and whether bold."""

    points: float
    bold: bool = False
    colour: _Colour = INK

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.points * POINT * 1.28

    def times(self, factor: float) -> Type:
        return Type(self.points * factor, self.bold, self.colour)


def _characters_of(pdf: FPDF) -> frozenset[int]:
    font = pdf.fonts["text"]
    return frozenset(font.cmap) if isinstance(font, TTFFont) else frozenset()


class Poster:
    """An A3 drawing in millimetres, put on the paper that was asked for. `wide` is landscape.

    Every page has a head (hub, title, when) and a foot (whom to ask, when printed, which page).
    """

    def __init__(self, hub: str, title: str, when: str, *, wide: bool, paper: Paper, printed_at: datetime) -> None:
        self.width, self.height = (420.0, 297.0) if wide else (297.0, 420.0)
        self._paper = paper
        self._hub, self._title, self._when = hub, title, when
        self._foot = f"以前台最新安排为准 · 预约请到前台 · 热线 {HOTLINE}"
        self._printed = f"{printed_at.month}月{printed_at.day}日 {printed_at:%H:%M} 打印"
        self._pdf = FPDF(orientation="landscape" if wide else "portrait", unit="mm", format=paper.value)
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.set_title(f"{title} {when}")
        self._pdf.set_author(hub)
        self._pdf.set_lang("zh-CN")
        self._pdf.set_creation_date(printed_at)
        for style, name in (("", "Regular"), ("B", "Bold")):
            self._pdf.add_font("text", style, resource("fonts", f"NotoSansSC-{name}.ttf"))
        self._covered = _characters_of(self._pdf)
        self._rare = False
        self._begun = False
        self._pdf.add_page()  # nothing can be measured without one

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def top(self) -> float:
        """Where the content begins, under the head."""
        return 52.0

    @property
    def bottom(self) -> float:
        """Where the content ends, above the foot."""
        return self.height - 20.0

    def page(self) -> float:
        """Begin a page; return where its content begins."""
        if self._begun:
            self._pdf.add_page()
        self._begun = True
        self.box(0, 0, self.width, 44, BRAND)
        self.text(MARGIN, 4.5, self._hub, Type(24, colour=ON_BRAND), self.inner)
        self.text(MARGIN, 15.5, self._title, Type(56, True, ON_BRAND), self.inner)
        when = Type(40, True, ON_BRAND)
        self.text(self.width - MARGIN - self.measure(self._when, when), 20, self._when, when, self.inner)
        self._foot_of(self._pdf.page_no())
        return self.top

    def finish(self) -> bytes:
        """The PDF."""
        return bytes(self._pdf.output())

    def _foot_of(self, number: int) -> None:
        self.box(MARGIN, self.height - 17, self.inner, 0.4, LINE)
        small = Type(17, colour=INK_2)
        self.text(MARGIN, self.height - 14.5, self._foot, small, self.inner)
        right = f"{self._printed} · 第 {number} 页，共 {_PAGES} 页"
        shown = right.replace(_PAGES, "1")
        self.text(self.width - MARGIN - self.measure(shown, small), self.height - 14.5, right, small, self.inner)

    # ---- drawing; all lengths are millimetres of the A3 drawing ----

    def box(self, x: float, y: float, width: float, height: float, colour: _Colour) -> None:
        """A filled rectangle."""
        scale = self._paper.scale
        self._pdf.set_fill_color(*colour)
        self._pdf.rect(x * scale, y * scale, width * scale, height * scale, style="F")

    def text(self, x: float, y: float, text: str, look: Type, width: float, lines: int = 1) -> float:
        """Text from the top left corner on, at most `lines` lines, the last ending in … where more was said.

        Returns the height used.
        """
        scale = self._paper.scale
        shown = self.wrapped(text, look, width, lines)
        with self._set(look):
            for line in shown:
                self._pdf.set_xy(x * scale, y * scale)
                self._pdf.cell(w=width * scale, h=look.line * scale, text=line)
                y += look.line
        return len(shown) * look.line

    def wrapped(self, text: str, look: Type, width: float, lines: int) -> list[str]:
        """The lines `text` takes in `width`."""
        clean = self._printable(text)
        if not clean:
            return []
        with self._set(look):
            cut = self._pdf.multi_cell(
                width * self._paper.scale,
                text=clean,
                wrapmode=WrapMode.CHAR,
                dry_run=True,
                output=MethodReturnValue.LINES,
            )
        if not isinstance(cut, list):
            raise TypeError("fpdf2 was asked for lines")
        if len(cut) <= lines:
            return cut
        kept = cut[:lines]
        kept[-1] = kept[-1][:-1] + "…"
        return kept

    def measure(self, text: str, look: Type) -> float:
        """The width of one line."""
        with self._set(look):
            return self._pdf.get_string_width(self._printable(text)) / self._paper.scale + 2 * self._pdf.c_margin

    @contextmanager
    def _set(self, look: Type) -> Iterator[None]:
        self._pdf.c_margin = 0
        self._pdf.set_font("text", "B" if look.bold else "", look.points * self._paper.scale)
        self._pdf.set_text_color(*look.colour)
        yield

    def _printable(self, text: str) -> str:
        """Without what has no shape (controls, direction marks); the fonts for rare characters are loaded at need."""
        clean = "".join(ch for ch in text if unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
        if not self._rare and not self._covered.issuperset(map(ord, clean)):
            self._rare = True
            for family, name in (("rare", "RareHan"), ("emoji", "Emoji")):
                self._pdf.add_font(family, "", resource("fonts", f"{name}.ttf"))
            self._pdf.set_fallback_fonts(["rare", "emoji"], exact_match=False)
        return " ".join(clean.split())
