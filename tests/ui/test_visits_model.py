"""The check-in model against a real store: what each act of the receptionist leaves behind, and what the line says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import (
    CardAdvice,
    CardFound,
    CardLeftBehind,
    CardNotRead,
    CardRead,
    CardRemoved,
    CardUidRead,
    CodeScanned,
    LinkChanged,
    LinkState,
)
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import CardFault, DocumentKind
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.visits import ActKind, ClosingAnswer, Departure, PurposeSource
from desk_app.ui.pages.visits.model import CheckInModel
from desk_app.ui.pages.visits.state import Happened, Panel, ReaderFace, ReaderView
from tests.ui.visits_desk import TestDesk, a_desk, identity_card


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[TestDesk]:
    with a_desk(tmp_path, qapp) as desk:
        yield desk


@pytest.fixture
def model(desk: TestDesk) -> CheckInModel:
    model = CheckInModel(desk.context)
    model.came_forward()
    return model


def said(model: CheckInModel) -> Happened | None:
    return model.state.line.happened if model.state.line else None


def panel(model: CheckInModel) -> Panel:
    return model.state.panel


def face(model: CheckInModel) -> ReaderFace:
    return model.state.reader.face


def is_due(model: CheckInModel) -> bool:
    return model.state.closing_due


def somebody_shown(model: CheckInModel) -> bool:
    return model.state.shown is not None


def tap(desk: TestDesk, **card: object) -> None:
    desk.bridge.card_event.emit(CardRead(identity_card(**card)))  # type: ignore[arg-type]  # named by the test


# -- taps ------------------------------------------------------------------------------------------------
def test_a_tap_checks_in_without_a_key(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    assert said(model) is Happened.CHECKED_IN
    assert model.state.line is not None
    assert model.state.line.source is PurposeSource.DEFAULT
    assert [row.name for row in desk.desk.visits.in_house()] == ["测试林桂芳"]
    assert model.state.presences == desk.desk.visits.in_house()
    assert model.state.occupancy.people == 1
    assert face(model) is ReaderFace.DONE
    assert desk.heard.sounds == ["done"]
    assert desk.woken.times == 1, "the slip was queued with the visit"


def test_the_ring_answers_at_the_touch_and_nothing_else_moves(desk: TestDesk, model: CheckInModel) -> None:
    before = model.state
    desk.bridge.card_event.emit(CardFound())
    assert model.state == replace(before, reader=ReaderView(ReaderFace.READING))
    assert desk.heard.sounds == []
    desk.bridge.card_event.emit(CardRead(identity_card(), 0.13))
    assert model.state.reader == ReaderView(ReaderFace.DONE, seconds=0.13)


def test_a_touch_that_nothing_follows_is_forgotten(desk: TestDesk, model: CheckInModel) -> None:
    desk.bridge.card_event.emit(CardFound())
    desk.clock.pass_(seconds=9)
    model.tick()
    assert face(model) is ReaderFace.WAITING


def test_the_same_card_within_half_a_minute_is_the_same_visit(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(seconds=12)
    tap(desk)
    assert said(model) is Happened.SAME_VISIT
    assert len(desk.desk.visits.in_house()) == 1


def test_a_later_tap_says_since_when_they_are_in(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    arrived = desk.clock.at
    desk.clock.pass_(minutes=3)
    tap(desk)
    assert said(model) is Happened.ALREADY_IN
    assert model.state.line is not None
    assert model.state.line.since == arrived
    assert desk.heard.sounds == ["done", "look"]


def test_who_comes_back_soon_continues_the_visit_until_it_is_taken_back(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    arrived = desk.clock.at
    desk.clock.pass_(minutes=11)
    model.sign_out(model.state.presences[0])
    desk.clock.pass_(minutes=5)
    tap(desk)
    assert said(model) is Happened.CAME_BACK
    assert model.state.line is not None
    assert model.state.line.since == arrived
    assert model.state.shown is not None
    assert model.state.shown.can_change
    assert len(model.state.presences) == 1
    model.undo()
    assert said(model) is Happened.TAKEN_BACK
    assert not desk.desk.visits.in_house()
    assert not model.state.shown.can_change


def test_a_return_within_an_offers_minute_signs_nobody_out(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    model.sign_out(model.state.presences[0])
    desk.clock.pass_(seconds=20)
    tap(desk)
    assert said(model) is Happened.CAME_BACK
    assert len(desk.desk.visits.in_house()) == 1


def test_after_ten_minutes_a_tap_offers_sign_out_and_enter_takes_it(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    assert said(model) is Happened.OFFER_SIGN_OUT
    assert desk.desk.visits.in_house()
    model.done()
    assert said(model) is Happened.SIGNED_OUT
    assert not desk.desk.visits.in_house()


def test_a_second_tap_takes_the_offer_once_the_card_was_lifted(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    visit = desk.desk.visits.in_house()[0].visit_id
    desk.clock.pass_(minutes=11)
    tap(desk)
    desk.bridge.card_event.emit(CardRemoved())
    desk.clock.pass_(seconds=1)
    tap(desk)
    assert said(model) is Happened.SIGNED_OUT
    assert desk.desk.visits.visit(visit).visit.departure is Departure.CARD


def test_a_nervous_reader_does_not_sign_out(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    desk.clock.pass_(seconds=0.4)
    tap(desk)
    assert desk.desk.visits.in_house(), "the card never left the reader"


def test_an_offer_that_the_line_no_longer_shows_is_not_taken(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    model.count_one()
    model.done()
    assert len(desk.desk.visits.in_house()) == 2


def test_a_card_left_behind_is_called_out_and_the_line_keeps_its_undo(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.bridge.card_event.emit(CardLeftBehind())
    assert face(model) is ReaderFace.CARD_LEFT
    assert said(model) is Happened.CHECKED_IN
    assert model.state.can_undo
    assert desk.heard.sounds == ["done", "look"]
    desk.bridge.card_event.emit(CardRemoved())
    assert face(model) is ReaderFace.WAITING


def test_a_card_that_was_not_read_gets_advice_and_keeps_the_person(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.bridge.card_event.emit(CardNotRead(CardAdvice.PUT_AGAIN, "41"))
    assert said(model) is Happened.CARD_NOT_READ
    assert model.state.reader.code == CardAdvice.PUT_AGAIN.value
    assert model.state.shown is not None


def test_an_unknown_document_is_shown_as_unknown_and_never_stored(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    strange = replace(identity_card("测试陌生", 4), kind=DocumentKind.UNKNOWN, type_flag="Q")
    desk.bridge.card_event.emit(CardRead(strange))
    assert face(model) is ReaderFace.UNKNOWN_CARD
    assert said(model) is Happened.REFUSED
    assert not somebody_shown(model), "the keys must not change the visitor before"
    assert len(desk.desk.visits.in_house()) == 1


def test_a_wrong_check_digit_is_refused_in_words(desk: TestDesk, model: CheckInModel) -> None:
    card = identity_card()
    wrong = "1" if card.number[-1] != "1" else "2"
    desk.bridge.card_event.emit(CardRead(replace(card, number=card.number[:-1] + wrong)))
    assert model.state.line is not None
    assert model.state.line.code == CardFault.CHECK_DIGIT.value
    assert face(model) is ReaderFace.NOT_READ
    assert not desk.desk.visits.in_house()


def test_a_hub_card_checks_its_owner_in(desk: TestDesk, model: CheckInModel) -> None:
    known = desk.visitor("测试王秀英")
    assert known.visit.person_id is not None
    desk.desk.people.assign_uid(known.visit.person_id, "04A1B2C3")
    desk.clock.pass_(hours=1)
    desk.bridge.card_event.emit(CardUidRead("04A1B2C3"))
    assert said(model) is Happened.CHECKED_IN
    desk.bridge.card_event.emit(CardUidRead("DEADBEEF"))
    assert face(model) is ReaderFace.UNKNOWN_CARD


def test_reader_trouble_shows_in_the_ring(desk: TestDesk, model: CheckInModel) -> None:
    desk.bridge.reader_state.emit(LinkChanged(LinkState.LOST))
    assert face(model) is ReaderFace.TROUBLE
    assert model.state.reader.code == LinkState.LOST.value
    desk.bridge.reader_state.emit(LinkChanged(LinkState.READY))
    assert face(model) is ReaderFace.WAITING


def test_the_ring_comes_to_rest_where_no_reader_reports_the_cards_leaving(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(seconds=3)
    model.tick()
    assert face(model) is ReaderFace.DONE
    desk.clock.pass_(seconds=6)
    model.tick()
    assert face(model) is ReaderFace.WAITING


# -- purposes, companions, undo --------------------------------------------------------------------------
def test_a_digit_changes_the_purpose_in_place(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.press_digit(5)
    assert desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LEGAL
    assert model.state.shown is not None
    assert model.state.shown.visit is not None
    assert model.state.shown.visit.purpose.kind is ServiceKind.LEGAL


def test_the_same_digit_goes_round_todays_sessions(desk: TestDesk, model: CheckInModel) -> None:
    desk.timetable(ServiceKind.CULTURE_SPORTS, "书法班", time(10), time(11))
    desk.timetable(ServiceKind.CULTURE_SPORTS, "合唱", time(14), time(15))
    model.reload()
    tap(desk)
    titles = []
    for _ in range(4):
        model.press_digit(4)
        titles.append(desk.desk.visits.in_house()[0].purpose.title)
    assert titles == ["", "书法班", "合唱", ""]


def test_a_regulars_own_activity_comes_with_the_digit(desk: TestDesk, model: CheckInModel) -> None:
    activity = desk.timetable(ServiceKind.CULTURE_SPORTS, "合唱", time(14), time(15))
    known = desk.visitor("测试王秀英")
    assert known.visit.person_id is not None
    desk.desk.activities.enrol(activity, known.visit.person_id)
    model.reload()
    model.check_in(known.visit.person_id)
    model.press_digit(4)
    assert desk.desk.visits.in_house()[0].purpose.activity_id == activity


def test_regular_is_a_toggle_on_the_visits_activity(desk: TestDesk, model: CheckInModel) -> None:
    desk.timetable(ServiceKind.CULTURE_SPORTS, "书法班", time(10), time(11))
    model.reload()
    tap(desk)
    model.press_digit(4)
    model.press_digit(4)
    assert model.state.shown is not None
    model.set_regular(True)
    assert model.state.shown.is_regular
    assert said(model) is Happened.ENROLLED
    model.set_regular(False)
    assert not model.state.shown.is_regular


def test_companions_count_and_never_fall_below_none(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.add_companions(-1)
    model.add_companions(1)
    model.add_companions(1)
    assert desk.desk.visits.in_house()[0].head_count == 3
    assert model.state.occupancy.people == 3


def test_undo_goes_back_one_act_at_a_time(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.press_digit(5)
    model.add_companions(2)
    model.undo()
    assert desk.desk.visits.in_house()[0].head_count == 1
    assert model.state.shown is not None
    assert model.state.shown.visit is not None
    assert model.state.shown.visit.companions == 0
    model.undo()
    assert desk.desk.visits.in_house()[0].purpose.kind is ServiceKind.LIVING
    model.undo()
    assert not desk.desk.visits.in_house()
    assert not somebody_shown(model)
    assert not model.state.can_undo
    assert model.state.line is not None
    assert model.state.line.undone is ActKind.CHECK_IN
    day = desk.desk.visits.day(date(2026, 11, 23))
    assert day[0].visit.undone_at is not None, "taken back, not deleted"


def named_undo(model: CheckInModel) -> tuple[Happened, str] | None:
    """What an undo would take back, where the line tells of something else."""
    unsaid = model.state.undo_next
    return (unsaid.happened, unsaid.name) if unsaid else None


def test_what_a_further_undo_takes_back_is_known(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk, name="测试甲", serial=4)
    model.sign_out(model.state.presences[0])
    tap(desk, name="测试乙", serial=6)
    assert named_undo(model) is None, "the line itself says what was done"
    model.undo()
    assert named_undo(model) == (Happened.SIGNED_OUT, "测试甲")
    model.undo()
    assert named_undo(model) == (Happened.CHECKED_IN, "测试甲")
    model.undo()
    assert named_undo(model) is None
    assert not model.state.can_undo


def test_a_line_that_is_no_act_leaves_the_undo_to_the_act_before(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.print_slip()
    assert said(model) is Happened.SLIP_QUEUED
    assert named_undo(model) == (Happened.CHECKED_IN, "测试林桂芳")


def test_undo_of_nothing_says_nothing(model: CheckInModel) -> None:
    model.undo()
    assert model.state.line is None


def test_enter_makes_ready_for_the_next_and_keeps_the_undo(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.done()
    assert not somebody_shown(model)
    assert said(model) is Happened.CHECKED_IN
    model.undo()
    assert not desk.desk.visits.in_house()


# -- without a card --------------------------------------------------------------------------------------
def test_search_finds_by_pinyin_initials_and_checks_in(desk: TestDesk, model: CheckInModel) -> None:
    desk.visitor("测试王秀英", phone="13800006612")
    desk.clock.pass_(hours=1)
    model.look_for("cswxy")
    assert panel(model) is Panel.SEARCH
    assert model.search.state.picked is not None
    model.pick()
    assert said(model) is Happened.CHECKED_IN
    assert panel(model) is Panel.PERSON
    assert model.search.state.text == ""


@pytest.mark.parametrize("typed", ["测试王", "ceshiwang", "6612"])
def test_name_pinyin_and_phone_tail_all_find(desk: TestDesk, model: CheckInModel, typed: str) -> None:
    desk.visitor("测试王秀英", phone="13800006612")
    model.look_for(typed)
    assert [found.name for found in model.search.state.found] == ["测试王秀英"]


def test_nobody_found_leads_to_a_new_visitor_with_the_name_filled_in(desk: TestDesk, model: CheckInModel) -> None:
    model.look_for("测试新来")
    model.pick()
    assert panel(model) is Panel.NEWCOMER
    assert model.newcomer.state.name == "测试新来"
    model.newcomer.set_band(AgeBand.B70_79)
    model.newcomer.check_in()
    assert said(model) is Happened.CHECKED_IN
    assert [row.name for row in desk.desk.visits.in_house()] == ["测试新来"]


def test_digits_that_find_nobody_become_the_phone(desk: TestDesk, model: CheckInModel) -> None:
    model.look_for("6612")
    model.pick()
    assert (model.newcomer.state.name, model.newcomer.state.phone) == ("", "6612")


def test_a_refused_newcomer_keeps_what_was_typed(desk: TestDesk, model: CheckInModel) -> None:
    model.newcomer.set_phone("6612")
    model.newcomer.check_in()
    trouble = model.newcomer.state.trouble
    assert trouble is not None
    assert trouble.code == "person.name_missing"
    assert model.newcomer.state.phone == "6612"
    assert not desk.desk.visits.in_house()


@pytest.mark.parametrize("used", [Panel.NEWCOMER, Panel.GROUP, Panel.CLOSING, Panel.ROLL_CALL])
def test_a_tap_takes_no_panel_out_of_anybodys_hands(desk: TestDesk, model: CheckInModel, used: Panel) -> None:
    model.open(used)
    model.newcomer.set_name("测试半句")
    tap(desk)
    assert said(model) is Happened.CHECKED_IN
    assert len(model.state.presences) == 1
    assert panel(model) is used
    assert model.newcomer.state.name == "测试半句"


def test_an_offered_sign_out_waits_a_minute_and_no_longer(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    assert said(model) is Happened.OFFER_SIGN_OUT
    desk.clock.pass_(seconds=61)
    model.tick()
    assert said(model) is None
    model.done()
    assert len(desk.desk.visits.in_house()) == 1


def test_a_panel_takes_enter_away_from_an_offered_sign_out(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=11)
    tap(desk)
    model.open(Panel.GROUP)
    model.leave_panel()
    model.done()
    assert len(desk.desk.visits.in_house()) == 1


def test_an_old_line_goes_but_what_it_said_can_be_taken_back(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(minutes=5)
    model.tick()
    assert said(model) is None
    model.undo()
    assert not desk.desk.visits.in_house()


def test_the_name_of_a_tap_at_an_empty_desk_hides_again(desk: TestDesk, model: CheckInModel) -> None:
    model.hide_names(True)
    tap(desk)
    assert not model.state.person_hidden
    desk.clock.pass_(seconds=90)
    model.tick()
    assert model.state.person_hidden


def test_a_bug_during_a_tap_leaves_nobody_for_the_next_key(
    desk: TestDesk, model: CheckInModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(desk)

    def fails(card: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(type(desk.desk.visits), "tap_card", lambda self, card: fails(card))
    with pytest.raises(ZeroDivisionError):
        model.card_event(CardRead(identity_card()))
    assert not somebody_shown(model)
    assert face(model) is ReaderFace.NOT_READ


def test_plus_one_counts_without_data_and_takes_a_purpose(desk: TestDesk, model: CheckInModel) -> None:
    model.count_one()
    assert said(model) is Happened.COUNTED
    model.press_digit(3)
    row = desk.desk.visits.in_house()[0]
    assert (row.name, row.purpose.kind) == ("", ServiceKind.HEALTH)
    assert desk.woken.times == 0, "no slip"


def test_a_group_is_one_visit_of_many_heads_and_leaves_together(desk: TestDesk, model: CheckInModel) -> None:
    model.group.set_leader("测试带队")
    model.group.set_heads(AgeBand.B6_13, 12)
    model.group.set_heads(AgeBand.B18_44, 2)
    model.group.check_in()
    assert said(model) is Happened.GROUP_IN
    assert model.state.occupancy.people == 14
    model.sign_out(model.state.presences[0])
    assert model.state.occupancy.people == 0
    model.undo()
    assert model.state.occupancy.people == 14


@pytest.mark.parametrize(("leader", "heads", "code"), [("", 3, "group.leader_missing"), ("测试", 0, "group.empty")])
def test_a_refused_group_says_why(desk: TestDesk, model: CheckInModel, leader: str, heads: int, code: str) -> None:
    model.group.set_leader(leader)
    model.group.set_heads(AgeBand.UNKNOWN, heads)
    model.group.check_in()
    trouble = model.group.state.trouble
    assert trouble is not None
    assert trouble.code == code


# -- going -----------------------------------------------------------------------------------------------
def test_a_scanned_slip_signs_out_from_anywhere(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    assert model.state.shown is not None
    assert model.state.shown.visit is not None
    token = model.state.shown.visit.token
    model.open(Panel.GROUP)
    desk.bridge.card_event.emit(CodeScanned(token))
    assert said(model) is Happened.SIGNED_OUT
    assert panel(model) is Panel.GROUP
    assert not desk.desk.visits.in_house()
    desk.bridge.card_event.emit(CodeScanned(token))
    assert model.state.line is not None
    assert model.state.line.code == "visit.already_left"
    assert model.state.line.since == desk.clock.at


def test_a_foreign_code_is_refused_in_words(desk: TestDesk, model: CheckInModel) -> None:
    desk.bridge.card_event.emit(CodeScanned("6901234567892"))
    assert model.state.line is not None
    assert model.state.line.code == "token.mistyped"


def test_everybody_out_and_back_again(desk: TestDesk, model: CheckInModel) -> None:
    for serial in (2, 4, 6):
        tap(desk, name=f"测试{serial}", serial=serial)
    model.sign_out_all()
    assert said(model) is Happened.ALL_SIGNED_OUT
    assert model.state.line is not None
    assert model.state.line.people == 3
    assert not model.state.presences
    model.undo()
    assert len(model.state.presences) == 3


def test_the_roll_is_on_its_way_to_paper_before_the_screen_shows_it(desk: TestDesk, model: CheckInModel) -> None:
    desk.desk.visits.check_in_new(NewPerson("测试轮椅", needs_step_free=True))
    tap(desk)
    woken = desk.woken.times
    model.call_the_roll()
    assert desk.woken.times == woken + 1
    assert panel(model) is Panel.ROLL_CALL
    assert [row.name for row in model.roll.state.rows] == ["测试轮椅", "测试林桂芳"]
    model.roll.tick(model.roll.state.rows[0].visit_id)
    assert model.roll.state.missing == 1
    model.roll.set_hide_found(True)
    assert [row.name for row in model.roll.state.listed] == ["测试林桂芳"]


def test_closing_time_offers_the_list_once(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.tick()
    assert not is_due(model)
    desk.clock.at = datetime(2026, 11, 23, 12, 31, tzinfo=UTC)  # 20:31 in Shanghai
    model.tick()
    assert is_due(model)
    model.put_off_closing()
    model.tick()
    assert not is_due(model)


def test_the_closing_list_is_answered_by_three_keys_and_undone_as_one(desk: TestDesk, model: CheckInModel) -> None:
    for serial in (2, 4, 6):
        tap(desk, name=f"测试{serial}", serial=serial)
        desk.clock.pass_(minutes=1)
    visits = [row.visit_id for row in reversed(model.state.presences)]
    model.open(Panel.CLOSING)
    for answer in (ClosingAnswer.LEFT, ClosingAnswer.STILL_HERE, ClosingAnswer.UNKNOWN):
        model.closing.answer(answer)
    model.closing.apply()
    assert said(model) is Happened.DAY_CLOSED
    assert model.state.line is not None
    assert model.state.line.people == 2
    departures = [desk.desk.visits.visit(visit).visit.departure for visit in visits]
    assert departures == [Departure.SAID_LEFT, None, Departure.ESTIMATED]
    model.undo()
    assert len(model.state.presences) == 3


# -- around ----------------------------------------------------------------------------------------------
def test_the_day_turns_at_midnight_and_takes_the_person_off_the_screen(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    desk.clock.pass_(hours=15)
    model.tick()
    assert model.state.today == date(2026, 11, 24)
    assert not somebody_shown(model)
    assert len(model.state.presences) == 1, "whoever never left is still on the list"


def test_a_page_that_nobody_sees_reloads_when_it_comes_forward(desk: TestDesk, model: CheckInModel) -> None:
    model.went_back()
    desk.desk.visits.count_one()
    desk.bridge.changed("visits")
    assert not model.state.presences
    model.came_forward()
    assert len(model.state.presences) == 1


def test_hidden_names_come_back_with_the_next_person_alone(desk: TestDesk, model: CheckInModel) -> None:
    model.hide_names(True)
    assert model.state.names_hidden
    assert model.state.person_hidden
    tap(desk)
    assert model.state.names_hidden
    assert not model.state.person_hidden


def test_a_failing_store_is_said_with_its_remedy_and_the_undo_is_kept(
    desk: TestDesk, model: CheckInModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap(desk)

    def full(*_: object) -> None:
        raise EnvironmentTrouble("store.disk_full", path="desk.db")

    monkeypatch.setattr(type(desk.desk.visits), "undo", full)
    model.undo()
    assert said(model) is Happened.REFUSED
    assert model.state.can_undo, "nothing was taken back, so it can be tried again"


def test_a_slip_can_be_printed_again(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.print_slip()
    assert said(model) is Happened.SLIP_QUEUED
    assert desk.woken.times == 2


def test_over_capacity_warns_and_lets_in(desk: TestDesk, model: CheckInModel) -> None:
    full = replace(desk.context.settings.config, hub=replace(desk.context.settings.config.hub, capacity=1))
    desk.context.settings.change(full)
    tap(desk)
    model.count_one()
    assert (model.state.occupancy.people, model.state.occupancy.capacity) == (2, 1)


# -- mending a person --------------------------------------------------------------------------------------
def test_a_card_holder_is_marked_as_needing_a_step_free_way(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.amend()
    model.amending.set_step_free(True)
    model.amending.set_phone("6612")
    model.amending.confirm()
    assert said(model) is Happened.AMENDED
    assert panel(model) is Panel.PERSON
    assert model.state.shown is not None
    assert model.state.shown.card is not None
    assert model.state.shown.card.person.needs_step_free
    assert [found.name for found in desk.desk.people.search("6612")] == ["测试林桂芳"]


def test_a_refused_mending_keeps_what_was_typed(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.amend()
    model.amending.set_name(" ")
    model.amending.set_phone("6612")
    model.amending.confirm()
    trouble = model.amending.state.trouble
    assert trouble is not None
    assert trouble.code == "person.name_missing"
    assert model.amending.state.phone == "6612"
    assert panel(model) is Panel.AMEND


def test_a_hub_card_laid_on_while_mending_is_given_to_that_person(desk: TestDesk, model: CheckInModel) -> None:
    tap(desk)
    model.amend()
    desk.bridge.card_event.emit(CardUidRead("04A1B2C3"))
    assert said(model) is Happened.CARD_GIVEN
    model.leave_panel()
    desk.clock.pass_(minutes=1)
    desk.bridge.card_event.emit(CardUidRead("04A1B2C3"))
    assert said(model) is Happened.ALREADY_IN
