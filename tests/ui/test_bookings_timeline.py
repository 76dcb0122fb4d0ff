"""The timeline under a real mouse and real keys, and the geometry and hands beneath it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.core.config import Config
from desk_app.domain.bookings.booking import BookingState
from desk_app.domain.bookings.slots import Slot
from desk_app.ui.pages.bookings.drag import Ghost, Grip
from desk_app.ui.pages.bookings.geometry import DayLayout, Sizes, lay_out, side_by_side
from desk_app.ui.pages.bookings.ink import Answer
from desk_app.ui.pages.bookings.sheet import DaySheet
from desk_app.ui.pages.bookings.timeline import Timeline
from desk_app.ui.theme import NORMAL, Look
from tests.ui.bookings_samples import MONDAY, an_id, at, bar, day

_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_LEFT, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Hand:
    """A timeline in a window, and everything it asked for."""

    timeline: Timeline
    wanted: list[tuple[UUID, Slot]] = field(default_factory=list)
    changed: list[tuple[UUID, UUID, Slot]] = field(default_factory=list)
    chosen: list[UUID] = field(default_factory=list)
    opened: list[UUID] = field(default_factory=list)
    cancelled: list[UUID] = field(default_factory=list)
    asked: list[Ghost] = field(default_factory=list)
    days: list[int] = field(default_factory=list)

    def show(self, sheet: DaySheet) -> None:
        self.timeline.show_sheet(sheet)
        QApplication.processEvents()

    def middle(self, room: str, slot: Slot) -> QPoint:
        area = self.timeline.area_of(an_id(room), slot)
        return area.center()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press, move in three steps, let go."""
        view = self.timeline.viewport()
        QTest.mousePress(view, _LEFT, pos=start)
        for part in (1, 2, 3):
            self.move(start + (end - start) * part / 3)
        QTest.mouseRelease(view, _LEFT, pos=end)

    def move(self, to: QPoint) -> None:
        """The mouse moves with its button held; QTest's own move says nothing of buttons on every platform."""
        view, place = self.timeline.viewport(), QPointF(to)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, QPointF(view.mapToGlobal(to)), Qt.MouseButton.NoButton, _LEFT, _NO_KEYS
        )
        QApplication.sendEvent(view, event)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.timeline, key, held)

    def carry(self, key: Qt.Key, held: Qt.KeyboardModifier, times: int = 1) -> None:
        """Hold the modifier, press the arrow so often; nothing is let go yet."""
        for _ in range(times):
            QTest.keyPress(self.timeline, key, held)

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.timeline, key)


@pytest.fixture
def hand(qtbot: QtBot, qapp: QApplication) -> Iterator[Hand]:
    timeline = Timeline(Look(qapp, Config()))
    qtbot.addWidget(timeline)
    timeline.resize(1000, 420)
    timeline.show()
    timeline.setFocus()
    hand = Hand(timeline)
    timeline.slot_wanted.connect(lambda room, slot: hand.wanted.append((room, slot)))
    timeline.booking_changed.connect(lambda booking, room, slot: hand.changed.append((booking, room, slot)))
    timeline.booking_chosen.connect(hand.chosen.append)
    timeline.booking_opened.connect(hand.opened.append)
    timeline.cancel_wanted.connect(hand.cancelled.append)
    timeline.asked.connect(hand.asked.append)
    timeline.day_wanted.connect(hand.days.append)
    yield hand
    timeline.close()


# ---- the mouse ---------------------------------------------------------------------------------------------------


def test_dragging_over_empty_time_asks_for_that_time(hand: Hand) -> None:
    hand.show(day())
    area = hand.timeline.area_of(an_id("A"), at("10:00", "11:30"))
    hand.drag(QPoint(area.left() + 2, area.center().y()), QPoint(area.right() - 2, area.center().y()))
    assert hand.wanted == [(an_id("A"), at("10:00", "11:30"))]


def test_a_click_on_empty_time_asks_for_an_hour_cut_short_by_the_next_booking(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:45", "12:00"))))
    view = hand.timeline.viewport()
    QTest.mouseClick(view, _LEFT, pos=hand.timeline.area_of(an_id("A"), at("10:00", "10:15")).center())
    QTest.mouseClick(view, _LEFT, pos=hand.timeline.area_of(an_id("B"), at("10:00", "10:15")).center())
    assert hand.wanted == [(an_id("A"), at("10:00", "10:45")), (an_id("B"), at("10:00", "11:00"))]


def test_dragging_a_bar_moves_it_to_another_time_and_room(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.drag(hand.middle("A", at("10:00", "11:00")), hand.middle("B", at("14:00", "15:00")))
    assert hand.changed == [(an_id("class"), an_id("B"), at("14:00", "15:00"))]


@pytest.mark.parametrize(
    ("edge", "to", "slot"),
    [
        ("right", "12:30", at("10:00", "12:30")),
        ("left", "09:15", at("09:15", "11:00")),
        ("right", "08:30", at("10:00", "10:15")),
    ],
    ids=["its end later", "its start earlier", "never below a quarter of an hour"],
)
def test_dragging_an_edge_resizes(hand: Hand, edge: str, to: str, slot: Slot) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    area = hand.timeline.area_of(an_id("A"), at("10:00", "11:00"))
    start = QPoint(area.right() - 2 if edge == "right" else area.left() + 2, area.center().y())
    target = hand.timeline.area_of(an_id("A"), at(to, "20:00")).left()
    hand.drag(start, QPoint(target, area.center().y()))
    assert hand.changed == [(an_id("class"), an_id("A"), slot)]


def test_a_hand_that_trembles_only_chooses(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    middle = hand.middle("A", at("10:00", "11:00"))
    hand.drag(middle, middle + QPoint(2, 1))
    assert (hand.chosen, hand.changed) == ([an_id("class")], [])


def test_escape_drops_a_drag_that_is_under_way(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    view, start = hand.timeline.viewport(), hand.middle("A", at("10:00", "11:00"))
    QTest.mousePress(view, _LEFT, pos=start)
    hand.move(start + QPoint(80, 0))
    assert [ghost.grip for ghost in hand.asked] == [Grip.MOVE]
    hand.press(Qt.Key.Key_Escape)
    assert hand.timeline.ghost is None
    QTest.mouseRelease(view, _LEFT, pos=start + QPoint(80, 0))
    assert not hand.changed


@pytest.mark.parametrize("state", [BookingState.FINISHED, BookingState.IN_USE, BookingState.NO_SHOW])
def test_what_has_begun_cannot_be_carried_away(hand: Hand, state: BookingState) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"), state)))
    hand.drag(hand.middle("A", at("10:00", "11:00")), hand.middle("B", at("14:00", "15:00")))
    assert not hand.changed


def test_a_bar_stays_inside_the_hours_shown(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("18:30", "19:30"))))
    start = hand.middle("A", at("18:30", "19:30"))
    hand.drag(start, start + QPoint(600, 0))
    assert hand.changed == [(an_id("class"), an_id("A"), at("19:00", "20:00"))]


def test_while_a_hand_drags_each_new_place_is_asked_about_once(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.drag(hand.middle("A", at("10:00", "11:00")), hand.middle("A", at("11:00", "12:00")))
    assert [ghost.slot for ghost in hand.asked] == list(dict.fromkeys(ghost.slot for ghost in hand.asked))
    assert hand.asked[-1] == Ghost(Grip.MOVE, an_id("A"), at("11:00", "12:00"), an_id("class"))


# ---- a divisible hall in one row -----------------------------------------------------------------------------------


def test_a_drag_inside_one_half_books_the_half_and_across_both_the_whole(hand: Hand) -> None:
    hand.show(day())
    east, west = (hand.timeline.area_of(an_id(half), at("10:00", "12:00")) for half in ("East", "West"))
    hand.drag(east.topLeft() + QPoint(3, 6), QPoint(east.right() - 3, east.center().y()))
    hand.drag(east.topLeft() + QPoint(3, 6), QPoint(west.right() - 3, west.bottom() - 4))
    assert [room for room, _ in hand.wanted] == [an_id("East"), an_id("Hall")]


def test_a_booking_of_the_whole_stands_in_both_halves_way(hand: Hand) -> None:
    sheet = day(bar("choir", "Hall", at("10:00", "12:00")), bar("tai chi", "East", at("14:00", "15:00")))
    layout = laid_out(sheet)
    east, west, hall = (layout.strip_of(an_id(name)) for name in ("East", "West", "Hall"))
    assert east is not None
    assert west is not None
    assert hall is not None
    assert [one.title for one in layout.bars_in(east)] == ["choir", "tai chi"]
    assert [one.title for one in layout.bars_in(west)] == ["choir"]
    assert [one.title for one in layout.bars_in(hall)] == ["choir", "tai chi"]
    assert hall.top == east.top < east.bottom == west.top < west.bottom == hall.bottom


def test_the_whole_moved_along_its_row_stays_the_whole(hand: Hand) -> None:
    hand.show(day(bar("choir", "Hall", at("10:00", "12:00"))))
    area = hand.timeline.area_of(an_id("Hall"), at("10:00", "12:00"))
    start = QPoint(area.center().x(), area.top() + 6)
    hand.drag(start, start + QPoint(hand.middle("Hall", at("14:00", "16:00")).x() - start.x(), 0))
    assert hand.changed == [(an_id("choir"), an_id("Hall"), at("14:00", "16:00"))]


# ---- the keyboard --------------------------------------------------------------------------------------------------


def test_arrows_choose_a_slot_shift_lengthens_it_and_enter_books(hand: Hand) -> None:
    hand.show(day())
    hand.timeline.place_cursor(an_id("A"), at("09:00", "10:00"))
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Right, _SHIFT)
    hand.press(Qt.Key.Key_Right, _SHIFT)
    hand.press(Qt.Key.Key_Left, _SHIFT)
    hand.press(Qt.Key.Key_Return)
    assert hand.wanted == [(an_id("B"), at("10:00", "11:15"))]


def test_arrows_come_to_bookings_and_enter_opens_them(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:15", "11:00"))))
    hand.timeline.place_cursor(an_id("A"), at("09:30", "10:00"))
    for _ in range(2):
        hand.press(Qt.Key.Key_Right)
    assert hand.chosen == [an_id("class")]
    hand.press(Qt.Key.Key_Return)
    assert hand.opened == [an_id("class")]
    hand.press(Qt.Key.Key_Right)
    place = hand.timeline.place
    assert place is not None
    assert (place.booking_id, place.slot.start) == (None, at("11:00", "12:00").start)


def test_walking_right_visits_every_booking_and_ends_at_closing(hand: Hand) -> None:
    hand.show(
        day(
            bar("one", "A", at("08:00", "09:00")),
            bar("two", "A", at("09:00", "09:10")),
            bar("three", "A", at("18:00", "20:00")),
        )
    )
    hand.timeline.show_chosen(an_id("one"))
    for _ in range(40):
        hand.press(Qt.Key.Key_Right)
    assert hand.chosen == [an_id("two"), an_id("three")], "the first one was where it began"


def test_alt_and_arrows_carry_a_booking_until_the_key_is_let_go(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.timeline.show_chosen(an_id("class"))
    hand.carry(Qt.Key.Key_Right, _ALT, 4)
    hand.carry(Qt.Key.Key_Down, _ALT)
    assert not hand.changed
    hand.let_go(Qt.Key.Key_Alt)
    assert hand.changed == [(an_id("class"), an_id("B"), at("11:00", "12:00"))]


def test_ctrl_shift_and_arrows_move_the_end(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.timeline.show_chosen(an_id("class"))
    hand.carry(Qt.Key.Key_Right, _CTRL | _SHIFT, 3)
    hand.carry(Qt.Key.Key_Left, _CTRL | _SHIFT)
    hand.press(Qt.Key.Key_Return)
    assert hand.changed == [(an_id("class"), an_id("A"), at("10:00", "11:30"))]


def test_escape_puts_a_carried_booking_back(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.timeline.show_chosen(an_id("class"))
    hand.carry(Qt.Key.Key_Right, _ALT, 4)
    hand.press(Qt.Key.Key_Escape)
    hand.let_go(Qt.Key.Key_Alt)
    assert not hand.changed
    assert hand.timeline.ghost is None


def test_del_asks_to_cancel_and_page_keys_turn_days(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.timeline.show_chosen(an_id("class"))
    hand.press(Qt.Key.Key_Delete)
    hand.press(Qt.Key.Key_PageDown)
    hand.press(Qt.Key.Key_PageUp)
    assert (hand.cancelled, hand.days) == ([an_id("class")], [1, -1])


def test_where_the_keyboard_stands_is_said_in_words(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00"))))
    hand.timeline.show_chosen(an_id("class"))
    assert hand.timeline.accessibleDescription() == "A · 10:00–11:00 · class · confirmed"
    hand.press(Qt.Key.Key_Down)
    assert hand.timeline.accessibleDescription() == "B · 10:00–11:00"


# ---- what is painted -----------------------------------------------------------------------------------------------


def colour_at(hand: Hand, point: QPoint) -> str:
    return hand.timeline.viewport().grab().toImage().pixelColor(point).name()


def test_now_closed_hours_buffers_and_states_are_seen(hand: Hand) -> None:
    quarter = timedelta(minutes=15)
    now = datetime.combine(MONDAY, at("13:00", "14:00").start.time())
    hand.timeline.clearFocus()
    hand.show(
        day(
            bar("class", "A", at("10:00", "11:00"), buffer=quarter),
            bar("ask", "B", at("10:00", "11:00"), BookingState.REQUESTED),
            now=now,
        )
    )
    class_, ask = (hand.timeline.area_of(an_id(room), at("10:00", "11:00")) for room in ("A", "B"))
    edge = QPoint(2, 20)
    assert colour_at(hand, class_.topLeft() + edge) == NORMAL.ok.lower()
    assert colour_at(hand, ask.topLeft() + edge) == NORMAL.warn.lower()
    closed = hand.timeline.area_of(an_id("B"), at("08:00", "09:00"))
    assert colour_at(hand, closed.center()) == NORMAL.canvas.lower()
    line = hand.timeline.area_of(an_id("A"), at("13:00", "14:00"))
    assert colour_at(hand, QPoint(line.left() - 1, line.center().y())) == NORMAL.bad.lower()
    buffer = hand.timeline.area_of(an_id("A"), at("09:45", "10:00"))
    image = hand.timeline.viewport().grab(buffer).toImage()
    row = [image.pixelColor(x, 20).name() for x in range(image.width())]
    assert len(set(row)) > 1, "hatched, not plain"
    assert row.count(NORMAL.surface.lower()) > len(row) / 2, "thinly"


class Repaints(QObject):
    """Remembers what the viewport was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return super().eventFilter(watched, event)


def test_a_drag_repaints_no_more_than_its_own_places(hand: Hand) -> None:
    hand.show(day(bar("class", "A", at("10:00", "11:00")), bar("other", "B", at("10:00", "11:00"))))
    view, start = hand.timeline.viewport(), hand.middle("A", at("10:00", "11:00"))
    QTest.mousePress(view, _LEFT, pos=start)
    hand.move(start + QPoint(60, 0))
    QApplication.processEvents()
    repaints = Repaints()
    view.installEventFilter(repaints)
    hand.move(start + QPoint(90, 0))
    QApplication.processEvents()
    view.removeEventFilter(repaints)
    QTest.mouseRelease(view, _LEFT, pos=start)
    assert repaints.areas
    assert all(area.height() < 120 and area.width() < view.width() / 2 for area in repaints.areas)


def test_an_answer_for_the_ghost_is_shown_without_moving_anything(hand: Hand) -> None:
    hand.show(day())
    hand.timeline.show_pending(Ghost(Grip.MAKE, an_id("A"), at("10:00", "12:00")), Answer(False, "taken"))
    area = hand.timeline.area_of(an_id("A"), at("10:00", "12:00"))
    assert colour_at(hand, area.bottomRight() - QPoint(10, 10)) == NORMAL.bad_soft.lower()
    hand.timeline.show_pending(None)
    assert colour_at(hand, area.bottomRight() - QPoint(10, 10)) == NORMAL.surface.lower()


# ---- geometry ------------------------------------------------------------------------------------------------------


def laid_out(sheet: DaySheet, width: int = 960, height: int = 400) -> DayLayout:
    return lay_out(sheet, width, height, Sizes.of(NORMAL, QFont()))


def test_moments_and_pixels_agree(qapp: QApplication) -> None:
    layout = laid_out(day())
    for minutes in range(0, 12 * 60 + 1, 15):
        moment = at("08:00", "20:00").start + timedelta(minutes=minutes)
        assert layout.moment(layout.x(moment) + 0.5) == moment


def test_a_narrow_view_scrolls_instead_of_squeezing_the_hours(qapp: QApplication) -> None:
    sizes = Sizes.of(NORMAL, QFont())
    assert lay_out(day(), 200, 100, sizes).width == 12 * sizes.hour_least


def test_groups_of_a_shared_room_stand_side_by_side() -> None:
    bars = [
        bar("one", "A", at("09:00", "11:00")),
        bar("two", "A", at("10:00", "12:00")),
        bar("three", "A", at("11:00", "12:00")),
        bar("apart", "A", at("12:00", "13:00")),
    ]
    assert [(one.title, lane, lanes) for one, lane, lanes in side_by_side(bars)] == [
        ("one", 0, 2),
        ("two", 1, 2),
        ("three", 0, 2),
        ("apart", 0, 1),
    ]
