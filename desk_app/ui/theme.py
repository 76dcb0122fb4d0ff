"""The look: every colour and size of the screen, the fonts, and how they become one style sheet.

The only place with colour literals; widgets choose among them by dynamic property (`role`, `tone`, `kind`, …).
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QScreen
from PySide6.QtWidgets import QApplication

from desk_app.core.config import Config
from desk_app.core.paths import resource
from desk_app.domain.catalogue import ServiceKind

TARGET_MM = 16
"""Smallest real size of a target in the large-text view (button study with elders; MIIT's 60 dp is only 9.5 mm)."""
LARGE_POINTS = 18


@dataclass(frozen=True, slots=True)
class Theme:
    """Named tokens of the design; colours are `#RRGGBB`, sizes are logical pixels."""

    name: str = "normal"
    # brand: F18700 is fixed by the 2017 plan; white on it is 2.56:1, so text on it is always `on_brand`
    brand: str = "#F18700"
    on_brand: str = "#2A1800"
    brand_hover: str = "#FF9A1F"
    brand_strong: str = "#A85A00"
    brand_soft: str = "#FFF1DC"
    ink: str = "#1D1B18"
    on_ink: str = "#FFFFFF"
    on_ink_2: str = "#D8D2C8"
    ink_hover: str = "#3A3630"
    ink_2: str = "#5B554C"
    canvas: str = "#F6F3EE"
    surface: str = "#FFFFFF"
    line: str = "#E4DED4"
    line_strong: str = "#8C8478"
    ok: str = "#17734A"
    ok_soft: str = "#E3F3EA"
    warn: str = "#A85A00"
    warn_soft: str = "#FFF1DC"
    bad: str = "#B3261E"
    bad_soft: str = "#FBE6E4"
    info: str = "#1E5FAF"
    info_soft: str = "#E4EEFA"
    kind_living: str = "#F18700"
    kind_elderly: str = "#C2410C"
    kind_health: str = "#0E7490"
    kind_culture_sports: str = "#7C3AED"
    kind_legal: str = "#1E5FAF"
    kind_parent_child: str = "#BE185D"
    kind_education: str = "#4D7C0F"
    kind_volunteer: str = "#B91C1C"
    kind_signature: str = "#57534E"
    # sizes
    radius_card: int = 12
    radius_control: int = 10
    radius_tag: int = 5
    gap: int = 16
    gap_inside: int = 10
    body: int = 15
    secondary: int = 13
    keycap: int = 12
    section: int = 17
    page: int = 20
    name_size: int = 30
    figure: int = 34
    target: int = 44
    field: int = 38
    toast: int = 30
    pill: int = 26
    radius_pill: int = 14
    check: int = 20
    row: int = 36
    rail: int = 92
    rail_item: int = 72
    rail_icon: int = 22
    top_bar: int = 52

    @property
    def large(self) -> bool:
        """Whether this is the large-text view."""
        return self.name == "large"

    def kind(self, kind: ServiceKind) -> QColor:
        """The one colour a service kind has everywhere."""
        return QColor(str(getattr(self, f"kind_{kind.value}")))

    def colour(self, token: str) -> QColor:
        """A colour token as Qt knows it. Raises AttributeError for an unknown token."""
        return QColor(str(getattr(self, token)))


NORMAL = Theme()


def large(points_to_pixels: float, millimetres_to_pixels: float) -> Theme:
    """The large-text view for a screen: type from 18 points up, targets of 16 real millimetres."""

    def points(size: float) -> int:
        return math.ceil(size * points_to_pixels)

    target = math.ceil(TARGET_MM * millimetres_to_pixels)
    return dataclasses.replace(
        NORMAL,
        name="large",
        body=points(LARGE_POINTS),
        secondary=points(LARGE_POINTS),
        keycap=points(LARGE_POINTS),
        section=points(20),
        page=points(22),
        name_size=points(30),
        figure=points(30),
        target=target,
        field=target,
        toast=target,
        pill=target,
        radius_pill=target // 2,
        check=32,
        row=target,
        rail=max(112, points(93)),
        rail_item=max(target, points(84)),
        rail_icon=28,
        top_bar=target + 14,
        gap=12,
    )


def for_screen(screen: QScreen, *, large_text: bool) -> Theme:
    """The theme for this screen; a monitor that claims an impossible size counts as an ordinary one."""
    if not large_text:
        return NORMAL
    logical = screen.logicalDotsPerInch()
    physical = screen.physicalDotsPerInch()
    real = physical if 60 <= physical <= 400 else logical
    return large(max(logical, 96) / 72, real / 25.4)


def style_sheet(theme: Theme) -> str:
    """`app.qss` with every token filled in. Raises KeyError for a token the theme does not have."""
    template = Template(resource("themes", "app.qss").read_text(encoding="utf-8"))
    # a focused or checked button has a border one pixel thicker on each side; its inside gives way, so nothing jumps
    inner = {f"{name}_inner": getattr(theme, name) - 2 for name in ("target", "pill", "toast", "field")}
    inner["rail_item_inner"] = theme.rail_item - 4  # the rail's buttons have no border above and below at all
    return template.substitute(dataclasses.asdict(theme) | inner)


def palette(theme: Theme) -> QPalette:
    """For what style sheets do not reach: placeholder text, selections, links."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "canvas"),
        (roles.WindowText, "ink"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "canvas"),
        (roles.Text, "ink"),
        (roles.Button, "surface"),
        (roles.ButtonText, "ink"),
        (roles.Highlight, "brand_soft"),
        (roles.HighlightedText, "ink"),
        (roles.PlaceholderText, "ink_2"),
        (roles.Link, "info"),
        (roles.ToolTipBase, "ink"),
        (roles.ToolTipText, "on_ink"),
    ):
        result.setColor(role, theme.colour(token))
    return result


class Fonts:
    """The fonts shipped with the program. Ordinary ones load at start; the heavy rare ones when a name needs them."""

    TEXT = "Noto Sans SC"

    def __init__(self) -> None:
        self._families = self._load("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf") or [self.TEXT]
        self._covered_rare = False

    @property
    def families(self) -> list[str]:
        """What text is set in, in the order in which characters are looked up."""
        return list(self._families)

    def cover(self, text: str) -> bool:
        """Load the rare fonts if `text` holds a character outside the ordinary planes; True when that was done."""
        if self._covered_rare or not any(_is_rare(ch) for ch in text):
            return False
        self._covered_rare = True
        names = sorted(path.name for path in resource("fonts").iterdir() if path.stem in _RARE_FONTS)
        self._families += [family for family in self._load(*names) if family not in self._families]
        return True

    def _load(self, *names: str) -> list[str]:
        found = [family for name in names for family in _families_in(name)]
        return list(dict.fromkeys(found))


@cache
def _families_in(name: str) -> tuple[str, ...]:
    """Load one font file of the program, once per process however many looks there are."""
    path = resource("fonts", name)
    identifier = QFontDatabase.addApplicationFont(str(path)) if path.exists() else -1
    return tuple(QFontDatabase.applicationFontFamilies(identifier)) if identifier >= 0 else ()


_RARE_FONTS = ("RareHan", "Emoji")


def _is_rare(ch: str) -> bool:
    """Beyond what the ordinary fonts hold: planes above the basic one, Extension A, symbols and dingbats."""
    code = ord(ch)
    return code > 0xFFFF or 0x3400 <= code <= 0x4DBF or 0x2600 <= code <= 0x27BF or 0x9FA6 <= code <= 0x9FFF


class Look(QObject):
    """The theme in force on the whole application; follows the settings live."""

    changed = Signal(object)
    """Theme: after it was put in force."""

    def __init__(self, app: QApplication, config: Config) -> None:
        super().__init__(app)
        self._app = app
        app.setStyle("Fusion")
        QDir.setSearchPaths("icons", [str(resource("icons"))])
        self.fonts = Fonts()
        self._theme = for_screen(app.primaryScreen(), large_text=config.look.large_text)
        self._put_in_force()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def follow(self, config: Config) -> None:
        """Put the look of these settings in force."""
        theme = for_screen(self._app.primaryScreen(), large_text=config.look.large_text)
        if theme != self._theme:
            self._theme = theme
            self._put_in_force()
            self.changed.emit(theme)

    def cover(self, text: str) -> None:
        """Make sure that every character of `text` has a shape; cheap for ordinary names."""
        if self.fonts.cover(text):
            self._app.setFont(self._font())

    def _font(self) -> QFont:
        font = QFont(self.fonts.families)
        font.setPixelSize(self._theme.body)
        return font

    def _put_in_force(self) -> None:
        self._app.setPalette(palette(self._theme))
        self._app.setFont(self._font())
        self._app.setStyleSheet(style_sheet(self._theme))
