"""The bookings page in the window, over a real store: booking by hand and by key, conflicts, series, undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.devices.api import CodeScanned
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.recurrence import Recurrence, Repeat
from desk_app.domain.bookings.series import Scope
from desk_app.domain.bookings.slots import DaySpan, Slot
from desk_app.domain.people import NewPerson
from desk_app.services.bookings import Booked
from desk_app.ui.gallery import SampleDesk
from desk_app.ui.pages.bookings.page import BookingsPage
from desk_app.ui.pages.bookings.state import Happened, Panel, View

MONDAY = date(2026, 11, 23)
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def at(start: str, end: str, day: date = MONDAY) -> Slot:
    return DaySpan(time.fromisoformat(start), time.fromisoformat(end)).on(day)


@dataclass
class Desk:
    """The page, and the hand of the person at it."""

    sample: SampleDesk
    page: BookingsPage
    interactions: int = 0

    def room(self, name: str) -> UUID:
        return next(room.id for room in self.page.model.state.house.rooms if room.name == name)

    def booking(self, title: str) -> Booking:
        found = [one for one in self.page.model.state.bookings if one.title == title]
        assert found, f"no {title} among {[one.title for one in self.page.model.state.bookings]}"
        return found[0]

    def stored(self, booking: Booking) -> Booking:
        return self.sample.context.desk.bookings.booking(booking.id)

    def area(self, room: str, slot: Slot) -> QPoint:
        return self.page.timeline.area_of(self.room(room), slot).center()

    def click(self, room: str, slot: Slot) -> None:
        """One interaction: a click on the timeline."""
        self.interactions += 1
        QTest.mouseClick(self.page.timeline.viewport(), _LEFT, pos=self.area(room, slot))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """One interaction: press, move, let go."""
        self.interactions += 1
        view = self.page.timeline.viewport()
        QTest.mousePress(view, _LEFT, pos=start)
        for part in (1, 2, 3):
            place = start + (end - start) * part / 3
            over = QPointF(view.mapToGlobal(place))
            event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), over, Qt.MouseButton.NoButton, _LEFT, _NO_KEYS)
            QApplication.sendEvent(view, event)
        QTest.mouseRelease(view, _LEFT, pos=end)

    def type(self, text: str) -> None:
        """One interaction: a word typed where the keyboard is, slowly enough to be no scanner."""
        self.interactions += 1
        for key in text:
            self.sample.clock.at += timedelta(seconds=0.2)
            QTest.keyClicks(self.focus, key)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NO_KEYS) -> None:
        """One interaction: a key where the keyboard is."""
        self.interactions += 1
        QTest.keyClick(self.focus, key, held)

    def press_button(self, button: QWidget) -> None:
        """One interaction: a click on a button that can be seen."""
        self.interactions += 1
        assert button.isVisible(), "cannot be pressed: not shown"
        QTest.mouseClick(button, _LEFT)

    @property
    def focus(self) -> QWidget:
        widget: QWidget | None = self.sample.window.focusWidget()
        assert widget is not None
        return widget

    @property
    def said(self) -> str:
        """What the dark line says."""
        return self.page.toast.text

    def is_(self, panel: Panel) -> bool:
        return self.page.model.state.panel is panel


@pytest.fixture
def desk(sample: SampleDesk) -> Iterator[Desk]:
    sample.context.desk.visits.check_in_new(NewPerson("测试吴小妹", phone="13900001234"))
    sample.language.use("en")
    sample.window.show_page("bookings")
    page = sample.window.page
    assert isinstance(page, BookingsPage)
    sample.window.activateWindow()
    sample.settle(30)
    yield Desk(sample, page)
    page.hidden()


# ---- making --------------------------------------------------------------------------------------------------------


def test_a_booking_takes_four_interactions_from_an_empty_slot(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    desk.type("1234")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    assert desk.interactions <= 4
    made = desk.page.model.state.chosen
    assert made is not None
    assert (made.booking.room_id, made.booking.slot) == (desk.room("会议室"), at("14:00", "15:00"))
    assert made.booking.responsible.person_name == "测试吴小妹"
    assert made.booking.state is BookingState.CONFIRMED
    assert desk.sample.context.desk.slips.next_job() is not None, "its slip is queued"
    assert desk.said.startswith("Booked")


def test_a_booking_by_keys_alone(desk: Desk) -> None:
    assert desk.focus is desk.page.timeline
    desk.page.timeline.place_cursor(desk.room("阅览室"), at("15:00", "16:00"))
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Return)
    desk.type("wuxm")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = desk.page.model.state.chosen
    assert made is not None
    assert (made.booking.room_id, made.booking.slot) == (desk.room("阅览室"), at("15:00", "16:30"))


def test_ctrl_b_books_where_the_keyboard_stands(desk: Desk) -> None:
    desk.page.timeline.place_cursor(desk.room("阅览室"), at("15:00", "16:00"))
    desk.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    draft = desk.page.model.draft.state
    assert (draft.room_id, draft.slot) == (desk.room("阅览室"), at("15:00", "16:00"))
    assert desk.focus is desk.page.new_panel.who.edit


def test_dragging_makes_a_booking_of_that_length(desk: Desk) -> None:
    area = desk.page.timeline.area_of(desk.room("健康小屋"), at("10:00", "11:30"))
    desk.drag(QPoint(area.left() + 2, area.center().y()), QPoint(area.right() - 2, area.center().y()))
    draft = desk.page.model.draft.state
    assert (draft.room_id, draft.slot) == (desk.room("健康小屋"), at("10:00", "11:30"))


def test_a_group_is_made_known_when_it_books(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    draft = desk.page.model.draft
    panel = desk.page.new_panel
    desk.type("1234")
    desk.press(Qt.Key.Key_Return)
    panel.who.kind.setCurrentIndex(1)
    panel.who.kind.activated.emit(1)
    assert panel.who.party_field.isVisible()
    desk.press_button(panel.book)
    assert panel.who.party_field.refused, "the group's name is missing, and nothing typed is lost"
    assert draft.state.who.person is not None
    panel.who.party.setFocus()
    desk.type("new club")
    desk.press(Qt.Key.Key_Return)
    made = desk.page.model.state.chosen
    assert made is not None
    assert made.booking.responsible.party_name == "new club"
    assert [party.name for party in desk.sample.context.desk.rooms.parties("new")] == ["new club"]


def test_nobody_named_is_said_beside_the_field(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    desk.press_button(desk.page.new_panel.book)
    assert desk.page.new_panel.who.field.refused
    assert desk.is_(Panel.NEW)


def test_somebody_not_on_record_books_under_the_name_typed(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    desk.type("xyzzy")
    assert desk.page.new_panel.who.phone_field.isVisible()
    desk.press(Qt.Key.Key_Return)
    made = desk.page.model.state.chosen
    assert made is not None
    assert made.booking.responsible.person_name == "xyzzy"


def test_an_end_before_the_start_is_refused_beside_the_times(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    when = desk.page.new_panel.when
    when.end.setTime(when.start.time().addSecs(-3600))
    assert when.said.isVisible()
    assert when.end.value() == "13:00", "what was typed stays"
    when.end.setTime(when.start.time().addSecs(3600))
    assert not when.said.isVisible()


def test_a_draft_outlives_a_look_at_another_booking(desk: Desk) -> None:
    desk.click("会议室", at("14:00", "14:15"))
    desk.type("1234")
    desk.press(Qt.Key.Key_Return)
    desk.click("亲子活动室", desk.booking("智能手机课").slot)
    assert desk.is_(Panel.BOOKING)
    desk.page.head.new.click()
    who = desk.page.new_panel.who.edit.text()
    assert (who, desk.is_(Panel.NEW)) == ("测试吴小妹", True)


# ---- conflicts -----------------------------------------------------------------------------------------------------


def in_the_way(desk: Desk) -> None:
    """A wish for a taken hour, with somebody named."""
    taken = desk.booking("理事会例会")
    desk.page.model.start_booking(taken.room_id, taken.slot)
    desk.page.new_panel.begin()
    desk.type("1234")
    desk.press(Qt.Key.Key_Return)


def test_a_taken_slot_says_by_whom_and_offers_what_is_free(desk: Desk) -> None:
    in_the_way(desk)
    desk.page.model.draft.look_for_offers()
    panel = desk.page.new_panel
    assert panel.verdicts.summary.text() == "Not to be had"
    assert not panel.book_only.isHidden()
    checked = desk.page.model.draft.state.checked
    assert checked is not None
    assert checked.alternatives
    for offer in checked.alternatives:
        again = desk.sample.context.desk.bookings.check(checked.wanted.like(offer), alternatives=False)
        assert again.all_free, "nothing is offered that would fail"
    desk.press_button(panel.offers.buttons[0])
    assert panel.verdicts.summary.text() == "Free"
    desk.press_button(panel.book)
    assert desk.said.startswith("Booked")


def test_offers_come_by_themselves_when_the_hand_rests(desk: Desk) -> None:
    in_the_way(desk)
    panel = desk.page.new_panel
    for _ in range(40):
        desk.sample.settle(50)
        if panel.offers.buttons[0].isVisible():
            break
    assert panel.offers.buttons[0].isVisible()


def test_booking_a_taken_slot_changes_nothing_and_says_so(desk: Desk) -> None:
    in_the_way(desk)
    before = desk.page.model.state.bookings
    desk.press_button(desk.page.new_panel.book)
    assert desk.page.new_panel.said.isVisible()
    assert desk.sample.context.desk.bookings.day(MONDAY) == before
    assert desk.page.model.draft.state.who.person is not None


def test_of_a_series_only_the_free_dates_can_be_taken(desk: Desk) -> None:
    in_the_way(desk)
    draft = desk.page.model.draft
    draft.set_rule(Recurrence(Repeat.WEEKLY, count=4))
    draft.look_for_offers()
    panel = desk.page.new_panel
    assert panel.verdicts.summary.text() == "1 of 4 dates cannot be had"
    assert panel.read_back.text().startswith("every Mon, 10:30–12:30, 4 dates")
    desk.press_button(panel.offers.free)
    chosen = desk.page.model.state.chosen
    assert chosen is not None
    assert chosen.series is not None
    assert len(chosen.series.bookings) == 3
    assert [one.slot.day for one in chosen.series.series.skipped] == [MONDAY]


def test_somebody_can_wait_for_a_taken_slot(desk: Desk) -> None:
    in_the_way(desk)
    desk.page.model.draft.look_for_offers()
    desk.press_button(desk.page.new_panel.offers.waiting)
    assert [entry.request.slots[0] for entry in desk.page.model.state.errands.waiting] == [at("10:30", "12:30")]
    assert desk.is_(Panel.DESK)
    desk.page.model.undo()
    assert not desk.page.model.state.errands.waiting


def test_skipped_dates_come_back_by_one_press_when_they_are_free_again(desk: Desk) -> None:
    meeting = desk.booking("理事会例会")
    in_the_way(desk)
    draft = desk.page.model.draft
    draft.set_rule(Recurrence(Repeat.WEEKLY, count=3))
    draft.book(only_free=True, print_slip=False)
    desk.page.model.cancel(meeting.id)
    desk.page.model.choose(draft_series(desk)[0].id)
    desk.press_button(desk.page.booking_panel.restore)
    assert at("10:30", "12:30") in [one.slot for one in draft_series(desk)]


def draft_series(desk: Desk) -> tuple[Booking, ...]:
    """The dates of the series made last."""
    return tuple(
        one
        for one in desk.sample.context.desk.bookings.find("测试吴小妹")
        if one.state in (BookingState.CONFIRMED, BookingState.PROVISIONAL)
    )


# ---- changing ------------------------------------------------------------------------------------------------------


def test_a_bar_dragged_to_another_room_is_moved_and_ctrl_z_puts_it_back(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    desk.drag(desk.area("亲子活动室", before.slot), desk.area("会议室", at("14:00", "17:00")))
    moved = desk.stored(before)
    assert (moved.room_id, moved.slot) == (desk.room("会议室"), at("14:00", "17:00"))
    desk.page.timeline.setFocus()
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (desk.stored(before).room_id, desk.stored(before).slot) == (before.room_id, before.slot)


def test_a_bar_dragged_onto_another_stays_and_the_line_says_why(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    desk.drag(desk.area("亲子活动室", before.slot), desk.area("会议室", desk.booking("理事会例会").slot))
    assert desk.stored(before) == before
    assert "理事会例会" in desk.said


def test_the_edge_of_a_bar_dragged_makes_it_longer(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    area = desk.page.timeline.area_of(before.room_id, before.slot)
    end = desk.page.timeline.area_of(before.room_id, at("16:00", "17:00")).left()
    desk.drag(QPoint(area.right() - 2, area.center().y()), QPoint(end, area.center().y()))
    assert desk.stored(before).slot == at("12:30", "16:00")


def test_alt_and_arrows_move_del_cancels_and_undo_brings_back(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    desk.click("亲子活动室", before.slot)
    desk.page.timeline.setFocus()
    QTest.keyPress(desk.page.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyPress(desk.page.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(desk.page.timeline, Qt.Key.Key_Alt)
    assert desk.stored(before).slot == at("13:00", "16:00")
    desk.press(Qt.Key.Key_Delete)
    assert desk.stored(before).state is BookingState.CANCELLED
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.stored(before).state is BookingState.CONFIRMED


@pytest.mark.parametrize(("scope", "moved"), [(Scope.THIS, 1), (Scope.FOLLOWING, 4), (Scope.ALL, 6)])
def test_one_date_of_a_series_moved_asks_in_the_panel_how_far_that_reaches(
    desk: Desk, scope: Scope, moved: int
) -> None:
    series = [one for one in desk.sample.context.desk.bookings.find("邻里读书会") if one.title == "邻里读书会"]
    third = sorted(series, key=lambda one: one.slot)[2]
    desk.page.model.show_day(third.slot.day)
    desk.drag(desk.area("公共客厅", third.slot), desk.area("公共客厅", third.slot.moved(-timedelta(hours=2))))
    panel = desk.page.booking_panel
    assert desk.stored(third) == third, "nothing is done before it is said how far it reaches"
    assert [button.isVisible() for button in panel.keep.values()] == [True, True, True]
    desk.press_button(panel.keep[scope])
    now = [desk.stored(one) for one in series]
    assert sum(one.slot.start.time() == time(17) for one in now) == moved
    desk.page.model.undo()
    assert [desk.stored(one).slot for one in series] == [one.slot for one in series]


def test_escape_leaves_a_waiting_change_undone(desk: Desk) -> None:
    first = desk.booking("邻里读书会")
    desk.page.model.move(first.id, first.room_id, first.slot.moved(-timedelta(hours=1)))
    desk.page.timeline.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.model.state.pending is None
    assert desk.stored(first) == first
    assert desk.is_(Panel.BOOKING)


def test_a_series_is_cancelled_as_far_as_it_is_said(desk: Desk) -> None:
    first = desk.booking("邻里读书会")
    desk.page.model.choose(first.id)
    desk.press_button(desk.page.booking_panel.cancel[Scope.ALL])
    seen = desk.sample.context.desk.bookings.series(first.series_id or UUID(int=0))
    assert {one.state for one in seen.bookings} == {BookingState.CANCELLED}
    desk.page.model.undo()
    seen = desk.sample.context.desk.bookings.series(first.series_id or UUID(int=0))
    assert {one.state for one in seen.bookings} == {BookingState.CONFIRMED}


def test_fields_of_the_panel_change_title_and_time_together(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    desk.page.model.choose(before.id)
    panel = desk.page.booking_panel
    panel.what.setText("手机课二班")
    panel.what.editingFinished.emit()
    panel.when.end.setTime(panel.when.end.time().addSecs(1800))
    desk.press_button(panel.keep[Scope.THIS])
    after = desk.stored(before)
    assert (after.title, after.slot) == ("手机课二班", at("12:30", "16:00"))
    desk.page.model.undo()
    assert (desk.stored(before).title, desk.stored(before).slot) == (before.title, before.slot)


# ---- the desk and the rooms ----------------------------------------------------------------------------------------


def test_a_request_is_approved_or_refused_with_a_reason(desk: Desk) -> None:
    asked = desk.booking("民事调解")
    desk.page.model.choose(asked.id)
    panel = desk.page.booking_panel
    desk.press_button(panel.reject)
    assert panel.why_field.refused, "a refusal needs its reason"
    panel.why.setText("设备检修")
    desk.press_button(panel.reject)
    assert desk.stored(asked).state is BookingState.CANCELLED
    desk.page.model.undo()
    assert desk.stored(asked).state is BookingState.REQUESTED
    desk.press_button(panel.approve)
    assert desk.stored(asked).state is BookingState.CONFIRMED


def test_people_who_are_here_can_leave_early_and_free_the_rest(desk: Desk) -> None:
    inside = desk.booking("社区律师接待")
    desk.page.model.choose(inside.id)
    desk.press_button(desk.page.booking_panel.end)
    assert desk.stored(inside).state is BookingState.FINISHED
    assert desk.stored(inside).slot.end == at("09:30", "09:41").end


def test_only_who_may_check_in_now_is_offered_it(desk: Desk) -> None:
    desk.page.model.choose(desk.booking("夜间舞蹈").id)
    assert not desk.page.booking_panel.here.isVisible()
    soon = desk.booking("理事会例会")
    desk.sample.clock.at += timedelta(minutes=30)
    desk.page.model.tick()
    desk.page.model.choose(soon.id)
    desk.press_button(desk.page.booking_panel.here)
    assert desk.stored(soon).state is BookingState.IN_USE
    desk.page.model.undo()
    assert desk.stored(soon).state is BookingState.CONFIRMED


def test_history_and_slip_of_a_booking(desk: Desk) -> None:
    before = desk.booking("智能手机课")
    desk.page.model.move(before.id, before.room_id, before.slot.moved(timedelta(minutes=15)))
    desk.page.model.choose(before.id)
    panel = desk.page.booking_panel
    assert "12:30–15:30 → 12:45–15:45" in panel.history[0].text()
    desk.press_button(panel.print)
    assert desk.said == "Slip sent to the printer"


def test_a_slip_under_the_scanner_opens_its_booking(desk: Desk) -> None:
    desk.page.model.start_booking(desk.room("会议室"), at("16:00", "17:00"))
    desk.page.model.draft.look_for("zzz")
    booked: list[Booked] = []
    desk.page.model.draft.booked.connect(booked.append)
    desk.page.model.draft.book(print_slip=False)
    desk.page.model.leave_panel()
    desk.sample.context.bridge.card_event.emit(CodeScanned(booked[0].token))
    chosen = desk.page.model.state.chosen
    assert chosen is not None
    assert chosen.booking.id == booked[0].bookings[0].id


# ---- looking -------------------------------------------------------------------------------------------------------


def test_week_month_and_list_show_what_the_day_shows(desk: Desk) -> None:
    page = desk.page
    for view, widget in ((View.WEEK, page.cells), (View.MONTH, page.cells), (View.LIST, page.list)):
        desk.press_button(page.head.views[view])
        assert page.stack.currentWidget() is widget
    assert any(row.title == "书法班" for row in page.list.rows.rows)
    page.model.find("夜间舞蹈")
    assert [row.title for row in page.list.rows.rows] == ["夜间舞蹈"]


def test_a_day_of_the_week_opens_with_enter(desk: Desk) -> None:
    page = desk.page
    page.model.show_view(View.WEEK)
    page.cells.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    state = page.model.state
    assert (state.view, state.day) == (View.DAY, MONDAY + timedelta(days=1))
    assert desk.focus is page.timeline


def test_filters_leave_rooms_that_are_large_enough_and_have_the_thing(desk: Desk) -> None:
    desk.page.model.filter_heads(30)
    desk.page.model.filter_feature("音响")
    assert [room.name for room in desk.page.model.state.shown_rooms] == ["公共客厅", "多功能厅"]
    desk.page.model.filter_heads(100)
    assert desk.page.stack.currentWidget() is desk.page.empty
    assert desk.page.empty.text()


def test_a_day_is_chosen_from_the_month_that_drops_down(desk: Desk) -> None:
    button = desk.page.head.day
    desk.press_button(button)
    picker = button.picker
    QTest.mouseClick(picker, _LEFT, pos=picker.area_of(date(2026, 11, 27)).center())
    assert desk.page.model.state.day == date(2026, 11, 27)
    desk.press_button(desk.page.head.today)
    assert desk.page.model.state.day == MONDAY


def test_names_are_masked_while_nobody_is_at_the_desk(desk: Desk) -> None:
    desk.page.model.start_booking(desk.room("会议室"), at("16:00", "17:00"))
    desk.page.model.draft.look_for("测试陈")
    desk.page.model.draft.book(print_slip=False)
    desk.page.hide_names(True)
    desk.page.model.show_view(View.LIST)
    assert not [row.who for row in desk.page.list.rows.rows if row.who == "测试陈"]


def test_what_another_page_stored_is_shown_at_once_or_when_the_page_comes_back(desk: Desk) -> None:
    bookings, bridge = desk.sample.context.desk.bookings, desk.sample.context.bridge
    lesson = desk.booking("智能手机课")
    bookings.cancel(lesson.id)
    bridge.changed("bookings")
    assert "智能手机课" not in [one.title for one in desk.page.model.state.bookings]
    desk.sample.window.show_page("today")
    bookings.cancel(desk.booking("太极").id)
    bridge.changed("bookings")
    assert "太极" in [one.title for one in desk.page.model.state.bookings], "hidden pages go stale"
    desk.sample.window.show_page("bookings")
    assert "太极" not in [one.title for one in desk.page.model.state.bookings]


def test_the_now_line_and_the_day_go_on_with_the_clock(desk: Desk) -> None:
    desk.sample.clock.at += timedelta(minutes=5)
    desk.page.model.tick()
    assert desk.page.model.state.now == at("09:46", "10:00").start
    desk.sample.clock.at += timedelta(days=1)
    desk.page.model.tick()
    assert desk.page.model.state.day == MONDAY + timedelta(days=1)


def test_a_hub_without_rooms_says_what_to_do(desk: Desk) -> None:
    rooms = desk.sample.context.desk.rooms
    for room in rooms.list():
        rooms.save(replace(room, in_service=False))
    desk.sample.context.bridge.changed("rooms")
    assert desk.page.stack.currentWidget() is desk.page.empty
    assert "Settings" in desk.page.empty.text()


def test_everything_in_the_tab_order_has_a_name(desk: Desk) -> None:
    for panel in (Panel.NEW, Panel.BOOKING):
        if panel is Panel.NEW:
            desk.page.model.start_booking()
        else:
            desk.page.model.choose(desk.booking("民事调解").id)
        desk.page.model.draft.set_rule(Recurrence(Repeat.WEEKLY, count=3))
        nameless = [
            type(widget).__name__
            for widget in desk.page.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert not nameless


def test_the_line_forgets_nothing_that_can_still_be_undone(desk: Desk) -> None:
    desk.page.model.cancel(desk.booking("太极").id)
    desk.page.model.cancel(desk.booking("八段锦").id)
    desk.page.model.undo()
    desk.page.model.undo()
    titles = [one.title for one in desk.page.model.state.bookings]
    assert {"太极", "八段锦"} <= set(titles)
    line = desk.page.model.state.line
    assert line is not None
    assert (line.happened, desk.page.model.state.can_undo) == (Happened.PUT_BACK, False)
