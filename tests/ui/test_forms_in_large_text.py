"""The forms of the check-in page in large text at 1366 x 768: everything in sight, nothing below a scroll bar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea

from desk_app.devices.api import CardRead
from desk_app.ui.gallery import SampleDesk
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.state import Panel
from tests.ui.visits_desk import identity_card


def in_large_text(sample: SampleDesk, language: str) -> VisitsPage:
    book = sample.context.settings
    book.change(replace(book.config, look=replace(book.config.look, language=language, large_text=True)))
    sample.window.show_page("visits")
    page = sample.window.page
    assert isinstance(page, VisitsPage)
    sample.context.bridge.reader_event(CardRead(identity_card(), 0.4))
    return page


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("panel", [Panel.NEWCOMER, Panel.GROUP])
def test_a_form_is_whole_without_scrolling(sample: SampleDesk, language: str, panel: Panel) -> None:
    page = in_large_text(sample, language)
    page.model.open(panel)
    sample.settle(120)
    view = page.middle.newcomer if panel is Panel.NEWCOMER else page.middle.group
    area = view.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0


def test_what_is_said_while_a_form_is_open_is_seen(sample: SampleDesk) -> None:
    page = in_large_text(sample, "zh_CN")
    page.model.open(Panel.GROUP)
    assert page.middle.line.isHidden()
    sample.context.bridge.reader_event(CardRead(identity_card("测试新来", serial=8), 0.4))
    assert page.model.state.panel is Panel.GROUP
    assert not page.middle.line.isHidden()
    page.model.leave_panel()
    assert not page.middle.line.isHidden()
