"""Make the four font files in this folder from the packages named in README.md.

Usage: python make_fonts.py SOURCE_FOLDER OUTPUT_FOLDER

SOURCE_FOLDER holds the unpacked packages:
    noto-sans-sc/  noto-emoji/  (npm)
    fonts-hanazono/  (Debian)

Needs fontTools only. The same input gives the same bytes. Takes about two minutes.
"""

# ruff: noqa: T201  (a command: it speaks on stdout)

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

Point = tuple[int, int]
Contour = list[Point]

# Kangxi and CJK radicals share their drawings with ordinary characters; PDF text would
# read back as the radical.
RADICALS = range(0x2E80, 0x2FE0)
HAN = (
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x32400),
)
EMOJI = (
    (0x200D, 0x200D), (0x203C, 0x203C), (0x2049, 0x2049), (0x20E3, 0x20E3),
    (0x2122, 0x2122), (0x2139, 0x2139), (0x2190, 0x21FF), (0x2300, 0x23FF),
    (0x24C2, 0x24C2), (0x25A0, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF),
    (0x3030, 0x303D), (0x3297, 0x3299), (0xFE0E, 0xFE0F), (0x1F000, 0x1FAFF),
    (0xE0020, 0xE007F),
)  # fmt: skip
VERTICAL_TABLES = ["vhea", "vmtx", "BASE", "STAT"]
VERTICAL_FEATURES = {"vert", "vrt2", "vkrn", "vpal", "vhal"}

RARE_TOLERANCE = 2.5  # units of 1/1024 em: how far a simplified outline may stray
RARE_THICKEN = 8  # units added above and below each stroke, for small sizes and receipts


def open_font(path: Path) -> TTFont:
    """Open a font so that saving keeps its own date."""
    return TTFont(path, recalcTimestamp=False, lazy=True)


def gb2312() -> set[int]:
    """Return every character of GB 2312."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def spans(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield every code point in inclusive pairs."""
    for first, last in pairs:
        yield from range(first, last + 1)


def subset(font: TTFont, wanted: Iterable[int], drop: Iterable[str] = ()) -> None:
    """Cut a font down in place; keep horizontal layout features and the missing-glyph box."""
    options = Options()
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.layout_features = ["*"]
    options.drop_tables += list(drop)
    options.recalc_timestamp = False
    if drop:
        tags = {
            record.FeatureTag for table in ("GSUB", "GPOS") for record in font[table].table.FeatureList.FeatureRecord
        }
        options.layout_features = sorted(tags - VERTICAL_FEATURES)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def separate_shared_glyphs(font: TTFont, common: set[int]) -> int:
    """Give every code point its own glyph, so that PDF text reads back as it was written.

    Noto draws for example U+80F6 and U+3B35, or U+FF0F and U+2215, with one glyph. The
    code point in GB 2312 (else the lowest) keeps the glyph; each other one gets a copy.
    """
    users: dict[str, list[int]] = defaultdict(list)
    for code, name in font.getBestCmap().items():
        users[name].append(code)
    glyf, metrics = font["glyf"], font["hmtx"].metrics
    order = list(font.getGlyphOrder())
    moved: dict[int, str] = {}
    for name, codes in sorted(users.items()):
        codes.sort(key=lambda code: (code not in common, code))
        for code in codes[1:]:
            copy = f"copy{code:05X}"
            glyf.glyphs[copy] = glyf[name]
            metrics[copy] = metrics[name]
            order.append(copy)
            moved[code] = copy
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    for table in font["cmap"].tables:
        if table.format == 14:
            continue
        for code, copy in moved.items():
            if code in table.cmap:
                table.cmap[code] = copy
    return len(moved)


def make_noto(source: Path, output: Path) -> set[int]:
    """Write the regular and the bold Noto Sans SC; return what both cover."""
    common = gb2312()
    (path,) = source.rglob("NotoSansSC_400Regular.ttf")
    font = open_font(path)
    covered = {code for code in font.getBestCmap() if code not in RADICALS}
    subset(font, covered, VERTICAL_TABLES)
    copies = separate_shared_glyphs(font, common)
    font.save(output / "NotoSansSC-Regular.ttf")
    print(f"NotoSansSC: {len(covered)} code points, {copies} copied glyphs")

    # The bold covers exactly what the regular does. Qt does not look in the regular face for
    # a glyph that the bold face of the same family lacks: it draws a box.
    (path,) = source.rglob("NotoSansSC_700Bold.ttf")
    font = open_font(path)
    subset(font, covered, VERTICAL_TABLES)
    separate_shared_glyphs(font, common)
    font.save(output / "NotoSansSC-Bold.ttf")
    return covered


def make_emoji(source: Path, output: Path) -> None:
    """Write the one-colour emoji with their joined sequences, without letters and digits."""
    (path,) = source.rglob("NotoEmoji_400Regular.ttf")
    font = open_font(path)
    wanted = set(spans(EMOJI)) & set(font.getBestCmap())
    subset(font, wanted)
    font.save(output / "Emoji.ttf")
    print(f"Emoji: {len(font.getBestCmap())} code points")


def outlines(glyphs: Any, name: str) -> list[Contour]:
    """Return the contours of one glyph as polygons (Hanazono draws curves as short lines)."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    contours: list[Contour] = []
    for verb, points in pen.value:
        if verb == "moveTo":
            contours.append([points[0]])
        elif verb == "lineTo":
            contours[-1].append(points[0])
        elif verb == "qCurveTo":
            for control, end in decomposeQuadraticSegment(points):
                start = contours[-1][-1]
                for step in range(1, 5):
                    t, u = step / 4, 1 - step / 4
                    contours[-1].append(
                        (
                            round(u * u * start[0] + 2 * u * t * control[0] + t * t * end[0]),
                            round(u * u * start[1] + 2 * u * t * control[1] + t * t * end[1]),
                        )
                    )
    clean = []
    for contour in contours:
        distinct = [point for index, point in enumerate(contour) if point != contour[index - 1]]
        if len(distinct) > 2:
            clean.append(distinct)
    return clean


def simplify(contour: Contour, tolerance: float) -> Contour:
    """Leave out points that lie within the tolerance of the line (Douglas-Peucker)."""
    count = len(contour)
    if count < 4:
        return contour
    first = min(range(count), key=lambda i: contour[i])
    x0, y0 = contour[first]
    last = max(range(count), key=lambda i: (contour[i][0] - x0) ** 2 + (contour[i][1] - y0) ** 2)
    keep = {first, last}
    stack = [
        (first, last if last > first else last + count),
        (last, first if first > last else first + count),
    ]
    while stack:
        start, end = stack.pop()
        ax, ay = contour[start % count]
        bx, by = contour[end % count]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, where = tolerance * tolerance, -1
        for index in range(start + 1, end):
            x, y = contour[index % count]
            x, y = x - ax, y - ay
            along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
            off = (x - along * dx) ** 2 + (y - along * dy) ** 2
            if off > worst:
                worst, where = off, index
        if where >= 0:
            keep.add(where % count)
            stack += [(start, where), (where, end)]
    return [contour[index] for index in sorted(keep)]


def thicken(contours: list[Contour], amount: float) -> list[Contour]:
    """Move every outline up or down, outwards: the thin level strokes gain, upright ones stay."""
    area = sum(a[0] * b[1] - b[0] * a[1] for c in contours for a, b in zip(c, c[1:] + c[:1], strict=True))
    outward = 1 if area < 0 else -1
    result = []
    for contour in contours:
        normals = []
        for a, b in zip(contour, contour[1:] + contour[:1], strict=True):
            dx, dy = b[0] - a[0], b[1] - a[1]
            size = math.hypot(dx, dy)
            normals.append((-dy / size * outward, dx / size * outward))
        moved = []
        for index, (x, y) in enumerate(contour):
            (ax, ay), (bx, by) = normals[index - 1], normals[index]
            shift = (ay + by) / max(1 + ax * bx + ay * by, 0.5) * amount
            limit = 1.5 * amount
            moved.append((x, round(y + max(-limit, min(limit, shift)))))
        result.append(moved)
    return result


def draw(contours: list[Contour]) -> Any:
    """Turn polygons into a TrueType glyph."""
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def make_rare(source: Path, output: Path, covered: set[int]) -> None:
    """Write Rare Han: the ideographs of Hanazono that Noto Sans SC does not have."""
    chosen: dict[int, tuple[Any, str]] = {}
    for letter in "BA":
        (path,) = source.rglob(f"HanaMin{letter}.ttf")
        font = open_font(path)
        for code, name in font.getBestCmap().items():
            if code not in covered and any(code in block for block in HAN):
                chosen.setdefault(code, (font.getGlyphSet(), name))
    box = [
        [(100, -60), (100, 820), (924, 820), (924, -60)],
        [(140, -20), (884, -20), (884, 780), (140, 780)],
    ]
    glyphs = {".notdef": draw(box)}
    names = {}
    for code in sorted(chosen):
        shapes = [simplify(c, RARE_TOLERANCE) for c in outlines(*chosen[code])]
        shapes = [shape for shape in shapes if len(shape) > 2]
        if shapes:
            names[code] = f"u{code:05X}"
            glyphs[names[code]] = draw(thicken(shapes, RARE_THICKEN))
    builder = FontBuilder(1024, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (1024, glyph.xMin) for name, glyph in glyphs.items()})
    # The same line height as Noto Sans SC, so that a rare character moves nothing.
    builder.setupHorizontalHeader(ascent=1188, descent=-295)
    builder.setupOS2(
        sTypoAscender=1188, sTypoDescender=-295, sTypoLineGap=0, usWinAscent=1188,
        usWinDescent=295, fsType=0, fsSelection=0x40, usWeightClass=400,
        ulCodePageRange1=1 << 18, xAvgCharWidth=1024, achVendID="NONE",
    )  # fmt: skip
    builder.setupPost(keepGlyphNames=False)
    builder.setupNameTable(
        {
            "copyright": "Copyright 2008-2011 GlyphWiki Project (Hanazono fonts of 2017-09-04); modified.",
            "familyName": "Rare Han",
            "styleName": "Regular",
            "uniqueFontIdentifier": "RareHan-Regular-1",
            "fullName": "Rare Han Regular",
            "version": "Version 1.000",
            "psName": "RareHan-Regular",
            "description": "Rare ideographs from Debian fonts-hanazono 20170904-2.1, renamed: "
            "only those that Noto Sans SC lacks, without hinting, simplified, thin strokes "
            "made thicker.",
            "licenseDescription": "Hanazono Font License or SIL Open Font License 1.1.",
            "licenseInfoURL": "https://scripts.sil.org/OFL",
        },
        mac=False,
    )
    font = builder.font
    font["OS/2"].recalcUnicodeRanges(font)
    gasp = font["gasp"] = newTable("gasp")
    gasp.version = 1
    gasp.gaspRange = {0xFFFF: 0x000F}
    font["head"].created = font["head"].modified = 3_600_000_000
    font.recalcTimestamp = False
    font.save(output / "RareHan.ttf")
    print(f"RareHan: {len(names)} code points")


def main(arguments: list[str]) -> int:
    """Make all files."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, output = Path(arguments[0]), Path(arguments[1])
    output.mkdir(parents=True, exist_ok=True)
    covered = make_noto(source / "noto-sans-sc", output)
    make_emoji(source / "noto-emoji", output)
    make_rare(source / "fonts-hanazono", output, covered)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
