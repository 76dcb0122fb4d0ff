"""Settings, rooms: typed the way people write, refused beside the field, taken back, stored as the rules need it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.hours import WeeklyHours
from desk_app.domain.bookings.rooms import LivingRoomUse, Room
from desk_app.domain.bookings.slots import DaySpan
from desk_app.reports.paper import Paper
from desk_app.ui.gallery import SampleDesk
from desk_app.ui.pages.settings.page import SettingsPage
from desk_app.ui.pages.settings.rooms import RoomPart, RoomsSection
from desk_app.ui.pages.settings.rooms_draft import RoomDraft, draft_of, read_room
from desk_app.ui.pages.settings.rooms_model import RoomTab
from desk_app.ui.pages.settings.rooms_text import features_of, read_spans, spans_text
from desk_app.ui.pages.settings.state import Section
from desk_app.ui.wall_sheets import SheetKind
from tests.ui.rooms_desk import dress, rooms_of

MORNING, AFTERNOON = DaySpan(time(8, 30), time(11, 30)), DaySpan(time(13), time(17))


@pytest.fixture
def page(sample: SampleDesk) -> SettingsPage:
    dress(sample.context.desk)
    sample.window.show_page("settings")
    opened = sample.window.page
    assert isinstance(opened, SettingsPage)
    opened.model.open_section(Section.ROOMS)
    return opened


@pytest.fixture
def rooms(page: SettingsPage) -> RoomsSection:
    return page.rooms


def stored(sample: SampleDesk, name: str) -> Room:
    return next(room for room in sample.context.desk.rooms.list() if room.name == name)


def type_into(box: QLineEdit, text: str) -> None:
    """What an input method hands over: whole words, not keys, which a burst of would be taken for a scanner."""
    box.setFocus()
    box.clear()
    box.insert(text)
    box.textEdited.emit(box.text())


# ---- hours as people write them ----


@pytest.mark.parametrize(
    "text",
    [
        "8:30–11:30、13:00–17:00",
        "8:30-11:30, 13:00-17:00",
        "08:30-11:30 13:00-17:00",
        "8.30 - 11.30；13 - 17",
        "８：３０～１１：３０，１３：００～１７：００",
        "13:00至17:00 / 8:30至11:30",
        "0830-1130,1300-1700",
    ],
)
def test_two_stretches_are_understood_however_they_are_written(text: str) -> None:
    assert read_spans(text) == (MORNING, AFTERNOON)


@pytest.mark.parametrize("text", ["", "关闭", "休息", " closed ", "-"])
def test_nothing_and_the_words_for_it_are_a_closed_day(text: str) -> None:
    assert read_spans(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("上午", "room.hours_unreadable"),
        ("8:30-", "room.hours_unreadable"),
        ("25:00-26:00", "room.hours_unreadable"),
        ("17:00-13:00", "room.closes_before_opening"),
        ("8:00-12:00, 11:00-13:00", "room.hours_overlap"),
    ],
)
def test_hours_that_cannot_be_are_refused(text: str, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_spans(text)
    assert refused.value.code == code


quarters = st.integers(0, 95)


@given(st.lists(quarters, min_size=2, max_size=8, unique=True))
def test_hours_read_back_as_they_are_shown(ticks: list[int]) -> None:
    moments = [time(tick // 4, tick % 4 * 15) for tick in sorted(ticks)]
    spans = tuple(DaySpan(*pair) for pair in zip(moments[::2], moments[1::2], strict=False))
    assert read_spans(spans_text(spans)) == spans


def test_the_end_of_the_day_and_the_whole_day_have_words() -> None:
    assert spans_text(read_spans("18-24")) == "18:00–24:00"
    assert spans_text(read_spans("全天")) == "全天"


def test_things_are_told_apart_by_whatever_stands_between_them() -> None:
    assert features_of("投影、白板, 音响  屏风") == {"投影", "白板", "音响", "屏风"}


# ---- a room there and back ----


def test_every_room_goes_through_the_form_unchanged(page: SettingsPage, sample: SampleDesk) -> None:
    for room in sample.context.desk.rooms.list():
        assert read_room(draft_of(room)) == (room, {})


def test_a_fresh_form_with_a_name_is_a_room_that_opens_daily() -> None:
    draft = RoomDraft(id=UUID(int=7), name="测试室")
    room, refusals = read_room(draft)
    assert refusals == {}
    assert room is not None
    assert room.hours.weekly == WeeklyHours.every_day(DaySpan(time(8, 30), time(20, 30)))


def test_every_mistake_is_named_at_its_place_at_once(page: SettingsPage, sample: SampleDesk) -> None:
    draft = draft_of(stored(sample, "公共客厅"))
    broken = replace(
        draft,
        name=" ",
        area="很大",
        weeks=(replace(draft.weeks[0], days=("8-7", *draft.weeks[0].days[1:])), *draft.weeks[1:]),
        holiday_hours="?",
        shortest=60,
        longest=30,
        at_least=3 * 24 * 60,
        at_most=1,
    )
    room, refusals = read_room(broken)
    assert room is None
    assert set(refusals) == {"name", "area", "weeks.0.1", "holiday_hours", "longest", "at_most"}


# ---- the screen ----


def test_a_room_is_made_with_keyboard_and_mouse_and_found_in_the_list(
    page: SettingsPage, rooms: RoomsSection, sample: SampleDesk, qtbot: QtBot
) -> None:
    part = rooms.rooms
    QTest.mouseClick(part.new_button, Qt.MouseButton.LeftButton)
    type_into(part.basics.name, "测试室")
    QTest.mouseClick(part.basics.purposes[LivingRoomUse.NEIGHBOUR_RELATIONS], Qt.MouseButton.LeftButton)
    part.basics.capacity.setValue(12)
    QTest.mouseClick(part.tabs[RoomTab.HOURS], Qt.MouseButton.LeftButton)
    type_into(part.hours.days[1], "9-11, 13-17")
    QTest.mouseClick(part.hours.copy_week, Qt.MouseButton.LeftButton)
    QTest.mouseClick(part.save_button, Qt.MouseButton.LeftButton)
    room = stored(sample, "测试室")
    assert room.capacity == 12
    assert room.purposes == {LivingRoomUse.NEIGHBOUR_RELATIONS}
    assert room.hours.weekly.on(date(2026, 11, 29)) == (DaySpan(time(9), time(11)), DaySpan(time(13), time(17)))
    assert "测试室" in [each.name for each in part.rows.rooms]
    page.toast.actions_shown[0].click()
    assert not stored(sample, "测试室").in_service


def test_a_refusal_stands_beside_its_field_and_its_side_is_shown(rooms: RoomsSection, sample: SampleDesk) -> None:
    rooms.rooms_model.choose_room(rooms_of(sample.context.desk)["公共客厅"])
    rooms.rooms_model.choose_week(1)
    rooms.rooms_model.edit_day(2, "8-12 13-")
    rooms.rooms_model.open_tab(RoomTab.RULES)
    rooms.rooms.save_button.click()
    assert rooms.rooms_model.state.tab is RoomTab.HOURS
    field = rooms.rooms.hours.day_fields[2]
    assert field.refused
    assert "8-12 13-" in field.said.text()
    rooms.rooms_model.edit_day(2, "8-12")
    assert not field.refused


def test_a_name_that_is_taken_is_refused_by_the_store_at_the_name(rooms: RoomsSection) -> None:
    rooms.rooms_model.new_room()
    rooms.rooms_model.edit("room", "name", "会议室")
    rooms.rooms_model.save_room()
    assert "会议室" in rooms.rooms.basics.form.fields["room.name"].said.text()


def test_a_room_out_of_service_is_brought_back_by_undo(
    page: SettingsPage, rooms: RoomsSection, sample: SampleDesk
) -> None:
    rooms.rooms_model.choose_room(rooms_of(sample.context.desk)["会议室"])
    rooms.rooms.retire_button.click()
    assert not stored(sample, "会议室").in_service
    page.toast.actions_shown[0].click()
    assert stored(sample, "会议室").in_service


def test_rooms_stand_in_the_order_they_are_moved_to(rooms: RoomsSection, sample: SampleDesk) -> None:
    before = [room.name for room in sample.context.desk.rooms.list()]
    rooms.rooms_model.choose_room(rooms_of(sample.context.desk)[before[2]])
    rooms.rooms.up_button.click()
    after = [room.name for room in sample.context.desk.rooms.list()]
    assert after[:3] == [before[0], before[2], before[1]]


def test_quotas_seasons_and_single_days_are_added_changed_removed_and_taken_back(
    page: SettingsPage, rooms: RoomsSection, sample: SampleDesk
) -> None:
    model, part = rooms.rooms_model, rooms.rooms
    model.choose_room(rooms_of(sample.context.desk)["会议室"])
    part.rules.add_quota.click()
    model.edit_quota(0, "in_hours", True)
    model.edit_quota(0, "most", 20)
    part.hours.add_season.click()
    model.edit_day(7, "关闭")
    part.hours.add_exception.click()
    type_into(part.hours.exceptions[0].hours, "9-12")
    part.save_button.click()
    room = stored(sample, "会议室")
    assert room.rules.quotas[0].most == 20 * 60
    assert room.hours.seasons[0].hours.week[6] == ()
    assert room.hours.exceptions[0].spans == (DaySpan(time(9), time(12)),)
    model.drop_quota(0)
    assert part.rules.quotas == []
    page.toast.actions_shown[0].click()
    assert len(part.rules.quotas) == 1


def test_a_photo_is_kept_small_and_without_its_past(rooms: RoomsSection, sample: SampleDesk, tmp_path: Path) -> None:
    picture = QImage(3000, 1500, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.setText("Comment", "taken at 31.19 N")
    source = tmp_path / "photo.png"
    picture.save(str(source))
    rooms.rooms_model.choose_room(rooms_of(sample.context.desk)["会议室"])
    rooms.rooms.basics.take_photo(str(source))
    rooms.rooms.save_button.click()
    kept = sample.context.settings.folder / "photos" / stored(sample, "会议室").photo
    assert QImage(str(kept)).width() == 1280
    assert b"31.19" not in kept.read_bytes()
    rooms.rooms.basics.take_photo(str(Path(__file__)))
    assert rooms.rooms.basics.photo_field.refused


# ---- the house ----


def test_closing_asks_about_the_bookings_it_meets(rooms: RoomsSection, sample: SampleDesk, page: SettingsPage) -> None:
    model, card = rooms.house_model, rooms.house.closed
    rooms.open_part(RoomPart.HOUSE)
    model.edit_closure("closure", "first", date(2026, 11, 24))
    model.edit_closure("closure", "last", date(2026, 11, 30))
    card.close_button.click()
    assert "关闭" in card.form.fields["closure.why"].said.text()
    model.edit_closure("closure", "why", "空调检修")
    card.close_button.click()
    assert not card.question.isHidden()
    assert "邻里读书会" in card.question_words.text()
    card.around_button.click()
    closed = sample.context.desk.rooms.closures()
    assert [each.slot.day for each in closed] == [date(2026, 11, day) for day in range(24, 30)]
    page.toast.actions_shown[0].click()
    assert sample.context.desk.rooms.closures() == ()


def test_a_closing_ahead_of_its_seven_days_is_remarked_on_and_reopening_can_be_taken_back(
    rooms: RoomsSection, sample: SampleDesk, page: SettingsPage
) -> None:
    model = rooms.house_model
    rooms.open_part(RoomPart.HOUSE)
    assert not rooms.house.closed.notice.isHidden()
    model.edit_closure("closure", "first", date(2027, 3, 2))
    assert rooms.house.closed.notice.isHidden()
    model.edit_closure("closure", "why", "消防检查")
    model.close()
    line = rooms.house.closed.lines.lines[0]
    line.button.click()
    assert sample.context.desk.rooms.closures() == ()
    page.toast.actions_shown[0].click()
    assert [each.why for each in sample.context.desk.rooms.closures()] == ["消防检查"]


def test_rooms_are_kept_with_a_group_exempt_and_let_go_again(
    rooms: RoomsSection, sample: SampleDesk, page: SettingsPage
) -> None:
    model, card = rooms.house_model, rooms.house.kept
    rooms.open_part(RoomPart.HOUSE)
    model.edit_keep("keep", "first", date(2027, 3, 2))
    model.edit_keep("keep", "why", "三八节")
    card.keep_button.click()
    assert card.room_field.refused
    model.toggle_kept_room(rooms_of(sample.context.desk)["公共客厅"])
    type_into(card.search, "读书会")
    card.found.lines[0].button.click()
    card.keep_button.click()
    (kept,) = sample.context.desk.rooms.blockings(date(2027, 3, 2))
    assert len(kept.exempt) == 1
    page.toast.actions_shown[0].click()
    assert sample.context.desk.rooms.blockings(date(2027, 3, 2)) == ()


def test_equipment_is_stored_when_its_name_is_there(rooms: RoomsSection, sample: SampleDesk) -> None:
    rooms.open_part(RoomPart.THINGS)
    rooms.things.equipment.add_button.click()
    row = rooms.things.equipment.rows[-1]
    row.stock.setValue(5)
    row.name.setText("话筒")
    row.name.editingFinished.emit()
    assert {(thing.name, thing.stock) for thing in sample.context.desk.rooms.equipment()} >= {("话筒", 5)}


def test_the_rules_of_the_house_hold_at_once_and_can_be_taken_back(
    rooms: RoomsSection, sample: SampleDesk, page: SettingsPage
) -> None:
    rooms.open_part(RoomPart.THINGS)
    rooms.things.house.rooms_at_once.setValue(5)
    assert sample.context.desk.rooms.house().rooms_at_once == 5
    page.toast.actions_shown[0].click()
    assert sample.context.desk.rooms.house().rooms_at_once == 0


def test_a_sheet_for_the_wall_is_saved_and_one_is_printed(
    rooms: RoomsSection, tmp_path: Path, qtbot: QtBot, page: SettingsPage
) -> None:
    path = tmp_path / "今日.pdf"
    with qtbot.waitSignal(rooms.sheets.made, timeout=20_000):
        rooms.sheets.save(SheetKind.DAY, Paper.A4, path)
    assert path.read_bytes().startswith(b"%PDF")
    assert "今日.pdf" in page.toast.text
    handed: list[Path] = []

    def take(paper: Path) -> bool:
        handed.append(paper)
        return True

    rooms.sheets.hand_over = take
    with qtbot.waitSignal(rooms.sheets.printed, timeout=20_000):
        rooms.sheets.print_out(SheetKind.WEEK, Paper.A3)
    assert handed[0].name == "20261123_本周场地安排.pdf"


def test_a_sheet_for_a_folder_that_is_not_there_says_so(
    rooms: RoomsSection, tmp_path: Path, qtbot: QtBot, page: SettingsPage
) -> None:
    with qtbot.waitSignal(rooms.sheets.failed, timeout=20_000):
        rooms.sheets.save(SheetKind.DAY, Paper.A4, tmp_path / "none" / "a.pdf")
    assert "none" in page.toast.text


# ---- holidays ----

PACK = "日期,类型,名称,依据\n2027-02-05,休,春节,测试通知\n2027-02-08,休,春节,测试通知\n2027-02-20,班,春节,测试通知\n"


def test_an_unannounced_holiday_year_says_so_and_a_pack_makes_it_known(
    rooms: RoomsSection, sample: SampleDesk, tmp_path: Path
) -> None:
    rooms.open_part(RoomPart.YEARS)
    years = rooms.years
    rooms.years_model.choose_year(2027)
    assert "暂按常规推算" in years.panel_words.text()
    path = tmp_path / "2027.csv"
    path.write_text(PACK, encoding="utf-8")
    rooms.years_model.read_file(path)
    assert not sample.context.desk.rooms.calendar().is_announced(2027)
    assert "休 2 天" in years.panel_words.text()
    years.keep_button.click()
    calendar = sample.context.desk.rooms.calendar()
    assert calendar.is_announced(2027)
    assert calendar.is_working_day(date(2027, 2, 20))
    assert "测试通知" in years.basis.text()


def test_a_year_that_came_with_the_program_is_put_back_by_undo(
    page: SettingsPage, rooms: RoomsSection, sample: SampleDesk, tmp_path: Path
) -> None:
    rooms.open_part(RoomPart.YEARS)
    before = [sample.context.desk.rooms.calendar().day(date(2026, 1, day)) for day in range(1, 32)]
    path = tmp_path / "2026.csv"
    path.write_text("日期,类型,名称,依据\n2026-01-20,休,测试日,测试通知\n", encoding="gb18030")
    rooms.years_model.read_file(path)
    rooms.years.keep_button.click()
    assert not sample.context.desk.rooms.calendar().is_working_day(date(2026, 1, 20))
    page.toast.actions_shown[0].click()
    assert [sample.context.desk.rooms.calendar().day(date(2026, 1, day)) for day in range(1, 32)] == before


def test_a_file_that_is_no_pack_is_refused_and_changes_nothing(
    rooms: RoomsSection, sample: SampleDesk, tmp_path: Path
) -> None:
    rooms.open_part(RoomPart.YEARS)
    path = tmp_path / "2027.csv"
    path.write_text("今天天气不错\n", encoding="utf-8")
    rooms.years_model.read_file(path)
    assert "读不懂" in rooms.years.panel_words.text()
    rooms.years_model.read_file(tmp_path / "gone.csv")
    assert "打不开" in rooms.years.panel_words.text()
    assert not sample.context.desk.rooms.calendar().is_announced(2027)
