"""The check-in page in a window: states read back from its widgets, and a morning's keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.core.config import Config
from desk_app.devices.api import CardAdvice, CardRead, LinkState
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.people import AgeBand
from desk_app.domain.visits import ActKind, Departure, Occupancy
from desk_app.ui.pages.visits.page import VisitsPage
from desk_app.ui.pages.visits.rows import shortened
from desk_app.ui.pages.visits.state import Happened, Line, Panel, ReaderFace, ReaderView, State
from tests.ui import visits_samples as samples
from tests.ui.visits_desk import TestDesk, a_desk, identity_card


@dataclass
class Window:
    """The page with the search box above it, as the frame gives it."""

    desk: TestDesk
    page: VisitsPage
    box: QLineEdit

    def keys(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for character in text:
            QTest.keyClicks(self.focused, character)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused, key, modifier)

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    @property
    def line(self) -> str:
        return self.page.middle.line.text.text()

    def tap(self, **card: object) -> None:
        self.desk.bridge.card_event.emit(CardRead(identity_card(**card)))  # type: ignore[arg-type]  # named by tests


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    with a_desk(tmp_path, qapp) as desk:
        frame, box = QWidget(), QLineEdit()
        page = VisitsPage(desk.context)
        column = QVBoxLayout(frame)
        column.addWidget(box)
        column.addWidget(page)
        qtbot.addWidget(frame)
        frame.resize(1274, 760)
        page.retranslate()
        page.attach_search(box)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        page.shown()
        page.first_focus().setFocus()
        yield Window(desk, page, box)
        page.hidden()


# -- any state in, widgets read back ---------------------------------------------------------------------
def test_a_person_is_shown_with_what_the_desk_may_know_of_them(window: Window) -> None:
    window.page.render_state(samples.checked_in())
    header = window.page.middle.header
    assert header.name.text() == "测试林桂芳"
    assert header.about.text() == "female · 72 years"
    assert header.times.text() == "Visit 38"
    assert "310***********0028" in header.numbers.text()
    assert "138****6612" in header.numbers.text()
    assert "11/20" in header.history.text()
    assert header.expected.text() == "Today: "
    assert header.today.text() == "09:30 书画室 · 书法班"
    assert header.step_free.isVisible()
    assert window.line.startswith("09:41:07 Checked in")


def test_the_chosen_purpose_is_marked_and_sessions_stand_beneath(window: Window) -> None:
    window.page.render_state(samples.checked_in())
    purposes = window.page.middle.purposes
    assert [kind for kind, button in purposes.buttons.items() if button.isChecked()] == [ServiceKind.CULTURE_SPORTS]
    assert purposes.buttons[ServiceKind.CULTURE_SPORTS].beneath == "09:30 书法班 · 14:00 合唱"
    assert [chip.text() for chip in purposes.chips.chips if chip.isChecked()] == ["09:30 书法班"]
    assert purposes.chips.regular.isChecked()


def test_a_purpose_without_a_session_today_hints_at_what_belongs_to_it(window: Window) -> None:
    window.page.render_state(samples.checked_in())
    buttons = window.page.middle.purposes.buttons
    assert buttons[ServiceKind.LIVING].beneath == "haircut · mending · repairs"
    assert buttons[ServiceKind.LEGAL].beneath == "10:00 社区律师"
    window.page.render_state(replace(samples.checked_in(), sessions=()))
    assert all(button.beneath for button in buttons.values())
    assert buttons[ServiceKind.LEGAL].beneath == "advice · mediation"


def test_the_visit_before_and_todays_engagement_share_a_line_while_there_is_room(window: Window) -> None:
    header = window.page.middle.header
    window.page.render_state(samples.checked_in())
    window.page.window().resize(1700, 760)
    QApplication.processEvents()
    assert header.between.isVisible()
    assert header.today.mapTo(header, QPoint()).y() < header.step_free.y()
    window.page.window().resize(1274, 760)
    shown = samples.checked_in().shown
    assert shown is not None
    assert shown.card is not None
    assert shown.card.last_visit is not None
    long = replace(shown.card.last_visit, purpose=replace(shown.card.last_visit.purpose, title="测试活动" * 4))
    state = replace(samples.checked_in(), shown=replace(shown, card=replace(shown.card, last_visit=long)))
    window.page.render_state(state)
    QApplication.processEvents()
    assert not header.between.isVisible()
    assert header.history.isVisible()
    assert header.today.width() >= header.today.sizeHint().width(), "whole on a line of its own"
    assert header.today.mapTo(header, QPoint()).y() > header.history.y() + header.history.height() // 2


def test_nobody_shown_says_what_to_do_and_leaves_the_purposes_at_rest(window: Window) -> None:
    window.page.render_state(samples.idle())
    assert window.page.middle.header.name.text() == "Next visitor, please"
    assert not any(button.isEnabled() for button in window.page.middle.purposes.buttons.values())
    assert not window.page.middle.line.isVisible()


@pytest.mark.parametrize(
    ("view", "word"),
    [
        (ReaderView(ReaderFace.WAITING), "Card, please"),
        (ReaderView(ReaderFace.READING), "Leave the card where it is"),
        (ReaderView(ReaderFace.DONE, seconds=0.13), "0.1 s"),
        (ReaderView(ReaderFace.CARD_LEFT), "Card still here"),
        (ReaderView(ReaderFace.UNKNOWN_CARD, "card.unknown_kind"), "Unknown card"),
        (ReaderView(ReaderFace.NOT_READ, CardAdvice.PUT_AGAIN.value), "Put the card on again"),
        (ReaderView(ReaderFace.TROUBLE, LinkState.LOST.value), "Plug the reader in again"),
        (ReaderView(ReaderFace.NOT_SET_UP, LinkState.NOT_SET_UP.value), "Settings"),
    ],
)
def test_every_face_of_the_reader_has_words(window: Window, view: ReaderView, word: str) -> None:
    window.page.render_state(replace(samples.idle(), reader=view))
    assert word in window.page.reader.ring.accessibleName()


@pytest.mark.parametrize("happened", list(Happened))
def test_every_outcome_has_a_sentence(window: Window, happened: Happened) -> None:
    line = Line(happened, samples.MORNING, name="测试", kind=ServiceKind.LEGAL, title="社区律师", since=samples.MORNING)
    line = replace(line, code="token.unknown") if happened is Happened.REFUSED else line
    line = replace(line, code=CardAdvice.LINE_NOISE.value) if happened is Happened.CARD_NOT_READ else line
    window.page.render_state(replace(samples.checked_in(), line=line))
    assert len(window.line) > len("09:41:07 ")
    assert "{" not in window.line


def test_a_line_that_tells_since_when_has_no_second_clock(window: Window) -> None:
    line = Line(Happened.OFFER_SIGN_OUT, samples.MORNING + timedelta(hours=2), since=samples.MORNING)
    window.page.render_state(replace(samples.checked_in(), line=line))
    assert window.line == "In the house since 09:41. Sign out?"


def test_a_further_undo_is_named_and_a_plain_one_is_not(window: Window) -> None:
    undo = window.page.middle.line.undo
    window.page.render_state(samples.checked_in())
    assert undo.text() == "Undo"
    back = Line(Happened.TAKEN_BACK, samples.MORNING, name="测试乙", undone=ActKind.CHECK_IN)
    gone = Line(Happened.SIGNED_OUT, samples.MORNING, name="测试甲")
    state = replace(samples.idle(), line=back, can_undo=True, undo_next=gone)
    window.page.render_state(state)
    assert undo.text() == "Undo next: sign-out 测试甲"
    window.page.render_state(replace(state, person_hidden=True))
    assert undo.text() == "Undo next: sign-out 测**"
    window.page.render_state(replace(state, can_undo=False, undo_next=None))
    assert not undo.isVisible()


@pytest.mark.parametrize("happened", list(Happened))
@pytest.mark.parametrize("large", [False, True])
def test_no_line_is_cut_at_its_foot(window: Window, happened: Happened, large: bool) -> None:
    look = window.desk.context.look
    look.follow(replace(Config(), look=replace(Config().look, large_text=large)))
    line = Line(happened, samples.MORNING, name="测试", kind=ServiceKind.LEGAL, title="社区律师", since=samples.MORNING)
    line = replace(line, code="slip.visit_undone") if happened is Happened.REFUSED else line
    line = replace(line, code=CardAdvice.READER_FAULT.value) if happened is Happened.CARD_NOT_READ else line
    gone = Line(Happened.SIGNED_OUT, samples.MORNING, name="测试甲")
    window.page.render_state(replace(samples.checked_in(), line=line, undo_next=gone))
    QApplication.processEvents()
    text = window.page.middle.line.text
    try:
        assert text.heightForWidth(text.width()) <= text.height()
    finally:
        look.follow(Config())


def test_the_house_heading_is_whole_in_large_text(window: Window) -> None:
    look = window.desk.context.look
    look.follow(replace(Config(), look=replace(Config().look, large_text=True)))
    window.page.render_state(replace(samples.idle(), occupancy=Occupancy(118, 120)))
    QApplication.processEvents()
    aside = window.page.house.aside
    try:
        assert aside.sizeHint().width() <= aside.width()
    finally:
        look.follow(Config())


def test_a_long_name_gives_way_in_its_middle_and_its_head_count_never(window: Window) -> None:
    metrics = window.page.fontMetrics()
    name, keeping = "测试居民区合唱队", "（团体 14）"
    whole = shortened(metrics, name + keeping, 1000, keeping)
    short = shortened(metrics, name + keeping, metrics.horizontalAdvance(keeping) + 60, keeping)
    assert whole == name + keeping
    assert short.endswith(keeping)
    assert short[0] == "测"
    assert short.removesuffix(keeping)[-1] == "队"
    assert metrics.horizontalAdvance(short) <= metrics.horizontalAdvance(keeping) + 60


def test_a_full_house_is_said_in_words_and_colour(window: Window) -> None:
    window.page.render_state(replace(samples.idle(), occupancy=Occupancy(123, 120)))
    assert window.page.house.heading.text() == "Inside: 123"
    assert window.page.house.over.text() == "3 over capacity"
    assert window.page.house.over.isVisible()


def test_hidden_names_are_masked_everywhere_but_for_the_next_person(window: Window) -> None:
    state: State = replace(samples.checked_in(), names_hidden=True)
    window.page.render_state(state)
    assert window.page.middle.header.name.text() == "测试林桂芳"
    assert window.page.house.rows.index(0).data().startswith("测**")
    window.page.render_state(replace(state, person_hidden=True))
    assert window.page.middle.header.name.text() == "测****"


def test_a_new_row_is_inserted_and_the_others_stay(window: Window) -> None:
    rows = window.page.house.rows
    window.page.render_state(replace(samples.idle(), presences=samples.presences(5)[1:]))
    inserted: list[tuple[int, int]] = []
    reset: list[bool] = []
    rows.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    rows.modelReset.connect(lambda: reset.append(True))
    window.page.render_state(replace(samples.idle(), presences=samples.presences(5)))
    assert (inserted, reset) == ([(0, 0)], [])


# -- a morning's keys ------------------------------------------------------------------------------------
def test_a_tap_shows_the_person_and_a_digit_changes_the_purpose(window: Window) -> None:
    window.tap()
    assert window.page.middle.header.name.text() == "测试林桂芳"
    window.keys("5")
    assert window.desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LEGAL
    assert window.page.middle.purposes.buttons[ServiceKind.LEGAL].isChecked()
    window.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LIVING
    window.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.desk.desk.visits.in_house()
    assert "taken back" in window.line


def test_digits_in_the_search_box_are_a_phone_number(window: Window) -> None:
    window.tap()
    window.box.setFocus()
    window.keys("66")
    assert window.box.text() == "66"
    assert window.desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LIVING


def test_an_empty_search_box_gives_the_keyboard_back_at_a_tap(window: Window) -> None:
    window.box.setFocus()
    window.tap()
    window.keys("5")
    assert window.box.text() == ""
    assert window.desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LEGAL


def test_a_half_typed_search_survives_a_tap(window: Window) -> None:
    window.keys("ceshi")
    window.tap()
    assert window.box.text() == "ceshi"
    assert window.page.middle.header.name.text() == "测试林桂芳"


def test_typing_anywhere_searches_by_pinyin_and_enter_checks_in(window: Window) -> None:
    window.desk.visitor("测试王秀英", phone="13800006612")
    window.desk.visitor("测试王小明")
    window.keys("cswx")
    assert window.page.model.state.panel is Panel.SEARCH
    names = [window.page.middle.search.rows.index(row).data() for row in range(3)]
    assert names[2] == "New visitor “cswx”"
    chosen = window.page.model.search.state.found[1].name
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    assert window.page.middle.header.name.text() == chosen
    assert window.box.text() == ""
    window.keys("2")
    assert window.desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.ELDERLY


def test_a_new_visitor_takes_eight_keys_beyond_the_name(window: Window) -> None:
    window.box.setFocus()
    window.box.setText("测试新来")  # an input method commits Han characters, not keys
    window.page.model.look_for("测试新来")
    keys = 0
    for press in (Qt.Key.Key_Return, "2", "8", "6", "6", "1", "2", Qt.Key.Key_Return):
        keys += 1
        if isinstance(press, str):
            window.keys(press)
        else:
            window.press(press)
    assert keys == 8
    assert window.page.middle.header.name.text() == "测试新来"
    person = window.desk.desk.people.search("测试新来")[0]
    assert (person.sex.value, person.age_band, person.masked_phone) == ("2", AgeBand.B70_79, "****6612")


def test_two_enters_are_enough_for_a_new_visitor(window: Window) -> None:
    window.box.setFocus()
    window.box.setText("测试新来")
    window.page.model.look_for("测试新来")
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    assert [row.name for row in window.desk.desk.visits.in_house()] == ["测试新来"]


def test_a_refusal_stands_beside_its_field(window: Window) -> None:
    window.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = window.page.middle.newcomer
    assert window.focused is panel.name
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    assert panel.name_field.refused
    assert "name" in panel.name_field.said.text()


def test_a_first_visit_is_said_once(window: Window) -> None:
    window.tap()
    header = window.page.middle.header
    assert header.history.text() == "First visit"
    assert header.times.isHidden()


def test_escape_leaves_a_form_and_keeps_what_was_typed(window: Window) -> None:
    window.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.keys("Test")
    window.press(Qt.Key.Key_Escape)
    assert window.page.model.state.panel is Panel.PERSON
    window.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.page.middle.newcomer.name.text() == "Test"


def test_a_group_is_typed_with_tab_and_enter(window: Window) -> None:
    window.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    window.keys("Test")
    window.press(Qt.Key.Key_Return)
    window.keys("3")
    window.press(Qt.Key.Key_Tab)
    window.press(Qt.Key.Key_Tab)
    window.keys("12")
    window.press(Qt.Key.Key_Up)
    assert window.page.middle.group.total.text().split()[0] == "16"
    window.press(Qt.Key.Key_Return)
    assert window.page.middle.header.name.text() == "Test"
    visit = window.desk.desk.visits.day(samples.TODAY)[0].visit
    assert dict(visit.party) == {AgeBand.UNKNOWN: 3, AgeBand.B6_13: 13}


def test_shift_tab_walks_a_form_backwards_one_stop_a_field(window: Window) -> None:
    window.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    steppers = list(window.page.middle.group.steppers.values())
    steppers[2].edit.setFocus()
    window.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focused is steppers[1].edit
    window.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = window.page.middle.newcomer
    panel.phone.setFocus()
    stops = []
    for _ in range(3):
        window.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        stops.append(window.focused)
    assert stops == [panel.band, panel.sex, panel.name]


def test_plus_counts_one_and_not_while_typing(window: Window) -> None:
    window.keys("+")
    assert len(window.desk.desk.visits.in_house()) == 1
    window.box.setFocus()
    window.keys("a+")
    assert window.box.text() == "a+"
    assert len(window.desk.desk.visits.in_house()) == 1


def test_a_slip_is_typed_and_signs_out(window: Window) -> None:
    window.tap()
    shown = window.page.model.state.shown
    assert shown is not None
    assert shown.visit is not None
    window.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    window.keys(shown.visit.token.lower())
    window.press(Qt.Key.Key_Return)
    assert window.desk.desk.visits.visit(shown.visit.id).visit.departure is Departure.SLIP
    assert window.page.middle.scan.code.text() == ""


def test_the_closing_list_goes_by_number_keys(window: Window) -> None:
    for serial in (2, 4, 6):
        window.tap(name=f"测试{serial}", serial=serial)
        window.desk.clock.pass_(minutes=1)
    window.desk.clock.at = datetime(2026, 11, 23, 12, 31, tzinfo=UTC)
    window.page.model.tick()
    assert window.page.house.banner.isVisible()
    window.press(Qt.Key.Key_F10)
    window.keys("13")
    window.press(Qt.Key.Key_Return)
    assert [row.name for row in window.desk.desk.visits.in_house()] == ["测试6"]
    window.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.desk.visits.in_house()) == 3


def test_the_roll_is_called_by_f9_and_ticked_by_space(window: Window) -> None:
    window.tap()
    woken = window.desk.woken.times
    window.press(Qt.Key.Key_F9)
    assert window.desk.woken.times == woken + 1
    window.press(Qt.Key.Key_Space)
    assert window.page.middle.roll_call.count.text() == "0 still to be found, of 1"


def test_a_click_at_the_end_of_a_row_signs_out(window: Window) -> None:
    window.tap()
    rows = window.page.house.list
    QApplication.processEvents()
    place = rows.visualRect(rows.model().index(0, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert window.desk.desk.visits.in_house(), "a click on the name only chooses"
    at = QPoint(place.right() - 20, place.center().y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not window.desk.desk.visits.in_house()


def test_purposes_chips_and_companions_answer_the_mouse(window: Window) -> None:
    window.desk.timetable(ServiceKind.CULTURE_SPORTS, "书法班", time(10), time(11))
    window.desk.timetable(ServiceKind.CULTURE_SPORTS, "合唱", time(14), time(15))
    window.desk.bridge.changed("activities")
    window.tap()
    purposes = window.page.middle.purposes
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(purposes.buttons[ServiceKind.CULTURE_SPORTS], left)
    QTest.mouseClick(purposes.chips.chips[2], left)
    QTest.mouseClick(purposes.companions.more, left)
    row = window.desk.desk.visits.in_house()[0]
    assert (row.purpose.title, row.head_count) == ("合唱", 2)
    assert purposes.companions.count.text() == "1"


def test_enter_is_done_and_the_line_stays(window: Window) -> None:
    window.tap()
    window.press(Qt.Key.Key_Return)
    assert window.page.middle.header.name.text() == "Next visitor, please"
    assert window.page.middle.line.undo.isVisible()


def test_everything_in_the_tab_order_has_a_name(window: Window) -> None:
    window.page.render_state(samples.checked_in())
    nameless = [
        widget
        for widget in window.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not nameless
