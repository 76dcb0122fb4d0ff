"""Every page in every scene, language and size of type: nothing clipped, everything reachable, targets large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from desk_app.ui.gallery import SCENES, SampleDesk, paint
from desk_app.ui.page import Page
from desk_app.ui.widgets import Label

STEPPERS = ("+", "−")
"""Stand beside a field that takes the number, or have keys of the page."""
VARIANTS = [("zh_CN", False), ("zh_CN", True), ("en", False), ("en", True)]


def clipped(window: QWidget) -> list[str]:
    """Visible words that have less room than they need, unless they shorten themselves or wrap."""
    found = []
    wordy: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    for widget in wordy:
        if not widget.isVisible() or not widget.text():
            continue
        if isinstance(widget, Label) and widget.shortens:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            continue
        if widget.sizeHint().width() > widget.width() + 1:
            found.append(f"{type(widget).__name__} {widget.text()!r}: {widget.sizeHint().width()} > {widget.width()}")
    return found


def overflowing(window: QWidget) -> list[str]:
    """Buttons that reach beyond the window."""
    area = window.rect()
    return [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.visibleRegion().isEmpty()
        and not area.contains(button.mapTo(window, QPoint(button.width() - 1, 0)))
    ]


def unreachable(window: QWidget) -> list[str]:
    """Enabled buttons that neither Tab nor a key reaches."""
    chain, widget = set[QWidget](), window.nextInFocusChain()
    while widget is not None and widget not in chain:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    return [
        button.text() or type(button).__name__
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.isEnabled()
        and button.text() not in STEPPERS
        and not button.findChildren(QShortcut)
        and not any(part in chain and part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in _up_from(button))
    ]


def _up_from(button: QAbstractButton) -> Iterator[QWidget]:
    """The button, then the groups it stands in: one Tab stop may serve a row of choices that have keys of their own."""
    group = button.group()
    # arrow keys walk through an exclusive group
    yield from group.buttons() if group is not None else ()  # type: ignore[redundant-expr]  # None outside a group
    part: QWidget | None = button
    while part is not None and not isinstance(part, Page):
        yield part
        part = part.parentWidget()


def small_targets(window: QWidget, target: int) -> list[str]:
    """Buttons that are less high than they must be."""
    return [
        f"{button.text()}: {button.height()}"
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.height() < target
    ]


@pytest.mark.parametrize(("language", "large"), VARIANTS)
def test_every_scene_has_room_for_its_words_and_its_hands(sample: SampleDesk, language: str, large: bool) -> None:
    book = sample.context.settings
    book.change(replace(book.config, look=replace(book.config.look, language=language, large_text=large)))
    for scene in SCENES:
        scene(sample)
        sample.settle(120)
        window = sample.window
        assert (window.width(), window.height()) == (1366, 768), scene.__name__
        assert not clipped(window), scene.__name__
        assert not overflowing(window), scene.__name__
        assert not unreachable(window), scene.__name__
        if large:
            assert not small_targets(window, sample.context.look.theme.target), scene.__name__


def test_the_pseudo_language_leaves_no_word_unmarked_on_the_frame(sample: SampleDesk) -> None:
    sample.language.use("pseudo")
    sample.settle(50)
    for page in sample.window.page_ids:
        sample.window.show_page(page)
    titles = [button.title_label.text() for button in sample.window.rail.buttons.values()]
    assert all(title.startswith("[") and title.endswith("]") for title in titles)
    assert sample.window.top_bar.search_box.placeholderText().startswith("[")


def test_the_gallery_paints_a_picture_per_scene(qapp: QApplication, tmp_path: Path) -> None:
    assert paint(qapp, tmp_path, (("zh", "zh_CN", False),)) == len(SCENES)
    assert len(list(tmp_path.glob("*.png"))) == len(SCENES)
