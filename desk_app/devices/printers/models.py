"""What must be known of a printer model before a slip can be turned into its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Level(IntEnum):
    """The part of GB 18030 a character belongs to; a ROM that prints one level prints all below it."""

    ASCII = 0
    GB2312 = 1
    GBK = 2
    GB18030_2 = 3
    """Two-byte codes beyond GBK, such as 䶮."""
    GB18030_4 = 4
    """Four-byte codes: 𠮷, é, emoji, private use. No receipt printer's ROM is trusted with them."""


class RasterKind(Enum):
    """How a picture is sent: whole rows (`GS v 0`), or columns of 24 dots for impact and very old models (`ESC *`)."""

    ROWS = "GS v 0"
    COLUMNS = "ESC *"


class Fence(Enum):
    """How the printer is asked whether it has come to the end of what was sent.

    `COMPLETED` (`GS ( H`) answers when printing is completed; `TAKEN_UP` (`GS r 1`) is answered in order, once what
    stands before it was taken up; `NONE` cannot be asked.
    """

    COMPLETED = "GS ( H"
    TAKEN_UP = "GS r 1"
    NONE = ""


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """One kind of slip printer.

    `dots` and `dpi` describe a printed row; `columns` is the paper's width in half-width characters of 12 dots.
    `cut` is sent last, after feeding; `rom` is the highest character level its own font is trusted with.
    `motion_units` says whether `GS P` is understood, without which `ESC J` counts in units of the model's own.
    """

    id: str
    title: str
    dots: int
    dpi: int
    columns: int
    cut: bytes
    native_qr: bool
    raster: RasterKind
    rom: Level
    reports_status: bool
    fence: Fence
    motion_units: bool = False

    def mm(self, millimetres: float) -> int:
        """Dots in so many millimetres, rounded up."""
        return -int(-millimetres * self.dpi // 25.4)
