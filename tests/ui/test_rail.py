"""The rail: every button has the room its icon, title and key need."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.core.config import Config
from desk_app.ui.pages import PAGES
from desk_app.ui.theme import Look
from desk_app.ui.widgets.rail import Rail

AIR = 2
"""Pixels of a line of text that its letters leave free."""


@pytest.mark.parametrize("large", [False, True])
def test_titles_and_keys_are_not_cut(qapp: QApplication, qtbot: QtBot, large: bool) -> None:
    look = Look(qapp, Config(look=replace(Config().look, large_text=large)))
    rail = Rail(PAGES)
    qtbot.addWidget(rail)
    rail.retranslate()
    rail.restyle(look.theme)
    rail.resize(look.theme.rail, 760)
    rail.show()
    QApplication.processEvents()
    for button in rail.buttons.values():
        for label in (button.title_label, button.key_label):
            assert label.height() >= label.sizeHint().height() - AIR
    look.follow(Config())
