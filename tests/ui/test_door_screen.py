"""The screen at the door: whose room it is, in words and colour, without anybody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.app.door import named, run_door
from desk_app.core.errors import DeskError
from desk_app.core.paths import DataFolder
from desk_app.domain.bookings.booking import Booking, BookingState
from desk_app.domain.bookings.hours import HoursException, OpeningHours, WeeklyHours
from desk_app.domain.bookings.rooms import Closure, Room
from desk_app.domain.bookings.slots import MINUTE
from desk_app.domain.calendar import NOTHING_ANNOUNCED
from desk_app.ui.door_screen import DoorScreen
from desk_app.ui.door_view import DoorState, DoorView, door_view
from desk_app.ui.gallery import SampleDesk
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.state import Section
from tests.domain.bookings.sample import an_id, at, booked
from tests.ui.rooms_desk import MONDAY, OPEN, rooms_of

ROOM = Room(an_id("A"), "测试厅", hours=OpeningHours(weekly=WeeklyHours.every_day(OPEN)), floor="二楼")


def use(starts: str, ends: str, **more: object) -> Booking:
    return booked(at(starts, ends, MONDAY), starts, **{"title": f"活动{starts}", **more})  # type: ignore[arg-type]  # fields by name


def seen(clock: str, *bookings: Booking, room: Room = ROOM, closures: tuple[Closure, ...] = ()) -> DoorView:
    return door_view(room, bookings, closures, NOTHING_ANNOUNCED, datetime.fromisoformat(f"{MONDAY} {clock}"))


IN_USE = {"state": BookingState.IN_USE}
REPAIRS = Closure(an_id("c"), at("09:00", "12:00", MONDAY), "漏水抢修")


@pytest.mark.parametrize(
    ("clock", "bookings", "state", "until"),
    [
        ("09:41", (), DoorState.FREE, None),
        ("09:41", (use("10:00", "11:00"),), DoorState.FREE, "10:00"),
        ("10:00", (use("10:00", "11:00"),), DoorState.EXPECTED, "11:00"),
        ("10:59", (use("10:00", "11:00", **IN_USE),), DoorState.IN_USE, "11:00"),
        ("11:00", (use("10:00", "11:00", **IN_USE),), DoorState.FREE, None),
        ("09:50", (use("10:00", "11:00", setup=15 * MINUTE),), DoorState.TIDYING, "10:00"),
        ("11:05", (use("10:00", "11:00", cleanup=15 * MINUTE, **IN_USE),), DoorState.TIDYING, "11:15"),
        ("07:30", (), DoorState.CLOSED, "08:00"),
        ("20:45", (), DoorState.CLOSED, None),
    ],
)
def test_the_state_follows_the_clock(clock: str, bookings: tuple[Booking, ...], state: DoorState, until: str) -> None:
    view = seen(clock, *bookings)
    assert view.state is state
    assert (f"{view.until:%H:%M}" if view.until else None) == until


def test_what_is_only_asked_for_or_was_given_up_is_not_shown() -> None:
    states = (BookingState.REQUESTED, BookingState.CANCELLED, BookingState.NO_SHOW, BookingState.LOST)
    view = seen("09:30", *(use("10:00", "11:00", state=state) for state in states))
    assert view.coming == ()


def test_three_uses_to_come_are_listed_and_the_running_one_is_not_among_them() -> None:
    hours = [use(f"{hour}:00", f"{hour + 1}:00") for hour in range(10, 16)]
    view = seen("10:30", *reversed(hours))
    assert [each.title for each in view.coming] == ["活动11:00", "活动12:00", "活动13:00"]


def test_a_closed_room_says_why() -> None:
    assert seen("09:30", closures=(REPAIRS,)).why == "漏水抢修"
    exception = HoursException(MONDAY, (), "冬至消毒")
    shut = replace(ROOM, hours=replace(ROOM.hours, exceptions=(exception,)))
    assert (seen("10:00", room=shut).state, seen("10:00", room=shut).why) == (DoorState.CLOSED, "冬至消毒")


@pytest.fixture
def screen(sample: SampleDesk, qtbot: QtBot) -> DoorScreen:
    door = DoorScreen(sample.context, rooms_of(sample.context.desk)["公共客厅"])
    door.resize(1280, 720)
    door.show()
    door.grab()
    return door


def test_the_screen_says_what_goes_on_and_what_comes_and_names_nobody(screen: DoorScreen) -> None:
    assert {"公共客厅", "使用中", "书法班", "测试书画社", "08:30–10:25"} <= set(screen.words)
    assert "楼组长议事会 · 测试十二村居委会" in screen.words
    assert not any("测试陈国栋" in words for words in screen.words)
    screen.close()


def test_it_follows_the_clock_and_what_others_book(screen: DoorScreen, sample: SampleDesk, qtbot: QtBot) -> None:
    sample.clock.at += timedelta(minutes=60)
    screen.look()
    screen.grab()
    assert "空闲" in screen.words
    sample.context.desk.bookings.cancel(
        next(each.id for each in sample.context.desk.bookings.day(MONDAY) if each.title == "楼组长议事会")
    )
    sample.context.bridge.changed("bookings")
    screen.grab()
    assert not any("楼组长议事会" in words for words in screen.words)
    screen.close()


def test_a_half_is_taken_while_the_whole_hall_is(sample: SampleDesk, qtbot: QtBot) -> None:
    door = DoorScreen(sample.context, rooms_of(sample.context.desk)["东厅"])
    door.resize(600, 1000)
    door.grab()
    assert {"东厅", "使用中", "合唱团排练"} <= set(door.words)
    door.close()


def test_escape_closes_it_and_a_click_changes_nothing(screen: DoorScreen, sample: SampleDesk, qtbot: QtBot) -> None:
    before = sample.context.desk.bookings.day(MONDAY)
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert sample.context.desk.bookings.day(MONDAY) == before
    with qtbot.waitSignal(screen.destroyed):
        QTest.keyClick(screen, Qt.Key.Key_Escape)


def test_it_is_opened_from_the_settings_of_the_room(sample: SampleDesk, qtbot: QtBot) -> None:
    sample.window.show_page("settings")
    page = sample.window.page
    assert isinstance(page, SettingsPage)
    page.model.open_section(Section.ROOMS)
    page.rooms.rooms_model.choose_room(rooms_of(sample.context.desk)["会议室"])
    page.rooms.rooms.door_button.click()
    door = page.rooms.door
    assert door is not None
    assert door.windowState() & Qt.WindowState.WindowFullScreen
    with qtbot.waitSignal(door.destroyed):
        door.close()


def test_the_door_is_a_program_beside_the_running_desk(sample: SampleDesk, tmp_path: Path, qapp: QApplication) -> None:
    assert sample.window.isVisible()  # the desk holds the folder's lock all the while
    met: list[str] = []

    def look_and_close() -> None:
        (door,) = (widget for widget in qapp.topLevelWidgets() if isinstance(widget, DoorScreen))
        door.grab()
        met.extend(door.words)
        door.close()
        qapp.quit()

    QTimer.singleShot(0, qapp, look_and_close)
    assert run_door(DataFolder(tmp_path / "data"), "会议室", sample.clock) == 0
    assert {"会议室", "空闲", "10:30–12:30"} <= set(met)


def test_a_door_that_is_not_there_is_answered_with_those_that_are(sample: SampleDesk) -> None:
    with pytest.raises(DeskError) as refused:
        named(sample.context.desk, "不存在")
    assert "会议室" in str(refused.value.params["names"])
