"""The design's tokens, their contrast, and that nothing but the theme knows a colour."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from string import Template

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

import desk_app
from desk_app.core.config import Config, LookSettings
from desk_app.core.paths import resource
from desk_app.domain.catalogue import ServiceKind
from desk_app.ui import theme as looks
from desk_app.ui.pages import PAGES
from desk_app.ui.theme import NORMAL, Look, Theme, for_screen, large, style_sheet

UI = Path(desk_app.__file__).parent / "ui"

TEXT_ON = (
    ("ink", "surface"),
    ("ink", "canvas"),
    ("ink", "brand_soft"),
    ("ink_2", "surface"),
    ("ink_2", "canvas"),
    ("ink_2", "brand_soft"),
    ("on_brand", "brand"),
    ("on_brand", "brand_hover"),
    ("brand_strong", "surface"),
    ("on_ink", "ink"),
    ("on_ink_2", "ink"),
    ("on_ink", "ink_hover"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("bad", "surface"),
    ("bad", "bad_soft"),
    ("info", "surface"),
    ("info", "info_soft"),
    ("ink", "ok_soft"),
    ("ink", "warn_soft"),
    ("ink", "bad_soft"),
    ("ink", "info_soft"),
)


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio after WCAG 2.1."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(NORMAL.colour(text), NORMAL.colour(ground)) >= 4.5


@pytest.mark.parametrize("kind", ServiceKind)
def test_a_kinds_colour_is_seen_on_a_card(kind: ServiceKind) -> None:
    if kind is ServiceKind.LIVING:  # the brand itself, fixed by the plan; its name always stands beside it
        assert NORMAL.kind(kind) == NORMAL.colour("brand")
        return
    assert contrast(NORMAL.kind(kind), NORMAL.colour("surface")) >= 3


def test_the_tokens_are_those_of_the_design() -> None:
    design = {
        "brand": "#F18700",
        "on_brand": "#2A1800",
        "brand_strong": "#A85A00",
        "brand_soft": "#FFF1DC",
        "ink": "#1D1B18",
        "ink_2": "#5B554C",
        "canvas": "#F6F3EE",
        "surface": "#FFFFFF",
        "line": "#E4DED4",
        "ok": "#17734A",
        "bad": "#B3261E",
        "info": "#1E5FAF",
    }
    assert {name: getattr(NORMAL, name) for name in design} == design


def rules() -> list[tuple[str, str]]:
    """(selector, body) of every rule of the style sheet."""
    sheet = re.sub(r"/\*.*?\*/", "", resource("themes", "app.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"([^{}$]+)\{((?:[^{}]|\$\{\w+\})*)\}", sheet)


def test_white_never_stands_on_the_brand_orange() -> None:
    for selector, body in rules():
        if "background: ${brand};" in body:
            assert "color: ${on_ink}" not in body, selector
            assert "color: ${surface}" not in body, selector
    assert contrast(NORMAL.colour("surface"), NORMAL.colour("brand")) < 4.5


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        Template("${nowhere}").substitute(dataclasses.asdict(NORMAL))


def test_every_token_of_the_sheet_exists() -> None:
    assert "${" not in style_sheet(NORMAL)


def test_no_colour_is_written_outside_the_theme() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|Qt\.GlobalColor\.(?!transparent)|QColor\(\s*\d")
    found = [
        f"{path.name}: {match.group()}"
        for path in [*UI.rglob("*.py"), resource("themes", "app.qss")]
        if path.name != "theme.py"
        for match in literal.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_every_icon_that_is_asked_for_is_shipped() -> None:
    asked = re.compile(r'(?:icon_name=|IconLabel\(|_arrow\(|set_icon\(|icon=|\bicon\()"([a-z0-9-]+)"')
    names = {name for path in UI.rglob("*.py") for name in asked.findall(path.read_text(encoding="utf-8"))}
    names |= {entry.icon for entry in PAGES}
    names |= set(re.findall(r"icons:([a-z0-9-]+)\.svg", resource("themes", "app.qss").read_text(encoding="utf-8")))
    assert len(names) > 8
    assert not {name for name in names if not resource("icons", f"{name}.svg").exists()}


def test_no_widget_has_a_style_sheet_of_its_own() -> None:
    found = [path.name for path in UI.rglob("*.py") if ".setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert found == ["theme.py"]


@pytest.mark.parametrize("dpi", [72.0, 96.0, 141.0])
def test_large_text_is_eighteen_points_and_targets_sixteen_millimetres(dpi: float) -> None:
    theme = large(96 / 72, dpi / 25.4)
    for size in (theme.body, theme.secondary, theme.keycap, theme.section):
        assert size >= 18 * 96 / 72
    for target in (theme.target, theme.field, theme.row, theme.pill, theme.toast, theme.rail_item):
        assert target / (dpi / 25.4) >= 16


class Monitor:
    """A screen that claims a size."""

    def __init__(self, physical: float) -> None:
        self._physical = physical

    def logicalDotsPerInch(self) -> float:  # noqa: N802  (Qt's name)
        return 96.0

    def physicalDotsPerInch(self) -> float:  # noqa: N802  (Qt's name)
        return self._physical


@pytest.mark.parametrize(("claimed", "target"), [(141.0, 89), (0.0, 61), (2540.0, 61)])
def test_a_monitor_that_claims_an_impossible_size_counts_as_ordinary(claimed: float, target: int) -> None:
    theme = for_screen(Monitor(claimed), large_text=True)  # type: ignore[arg-type]  # a screen as far as sizes go
    assert theme.target == target


def test_the_look_follows_the_settings_live(qapp: QApplication) -> None:
    look = Look(qapp, Config())
    button = QPushButton("测试")
    button.ensurePolished()
    before = button.sizeHint().height()
    heard: list[Theme] = []
    look.changed.connect(heard.append)
    look.follow(Config(look=LookSettings(large_text=True)))
    button.ensurePolished()
    qapp.sendPostedEvents(button, QEvent.Type.LayoutRequest.value)
    assert [theme.large for theme in heard] == [True]
    assert button.sizeHint().height() > before
    look.follow(Config())
    assert [theme.large for theme in heard] == [True, False]
    look.deleteLater()


def test_rare_fonts_are_loaded_when_a_name_needs_them(qapp: QApplication) -> None:
    look = Look(qapp, Config())
    plain = look.fonts.families
    look.cover("测试")
    assert look.fonts.families == plain
    look.cover("测试𬱖")
    assert len(look.fonts.families) > len(plain)
    look.deleteLater()


def test_ordinary_text_is_set_in_the_shipped_font(qapp: QApplication) -> None:
    look = Look(qapp, Config())
    assert look.fonts.families[0] == looks.Fonts.TEXT
    look.deleteLater()
