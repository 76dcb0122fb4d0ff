"""Coming in, staying and going, as a receptionist would tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from desk_app.core.clock import SHANGHAI
from desk_app.core.errors import DeskError
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.identity import CardFault, DocumentKind, IdentityCard, Sex
from desk_app.domain.people import AgeBand, AgeSource, NewPerson
from desk_app.domain.slips import PrintState
from desk_app.domain.visits import (
    ClosingAnswer,
    Departure,
    Identified,
    NewGroup,
    Purpose,
    PurposeSource,
    Tap,
    Visit,
)
from desk_app.services.visits import Arrival
from tests.services.desks import Hub, invented_card, invented_number

LEGAL = Purpose(ServiceKind.LEGAL)
SCHOOL_CLASS = NewGroup("测试老师", {AgeBand.B6_13: 12, AgeBand.B18_44: 2}, Purpose(ServiceKind.EDUCATION))


def tapped_in(hub: Hub, card: IdentityCard | None = None) -> Arrival:
    arrival = hub.desk.visits.tap_card(card or invented_card()).arrival
    assert arrival is not None
    return arrival


def now_of(hub: Hub, visit: Visit) -> Visit:
    return hub.desk.visits.visit(visit.id).visit


# Coming in


def test_a_first_tap_makes_the_person_and_the_visit(hub: Hub) -> None:
    tapped = hub.desk.visits.tap_card(invented_card())
    assert tapped.meaning is Tap.CHECK_IN
    assert tapped.arrival is not None
    visit, card = tapped.arrival.visit, tapped.arrival.card
    assert (visit.number, visit.identified, visit.day) == ("A001", Identified.CARD, date(2026, 11, 23))
    assert card is not None
    assert (card.person.name, card.visits_so_far, card.last_visit) == ("测试甲", 1, None)
    assert (visit.age_band, visit.age_source) == (AgeBand.B70_79, AgeSource.DOCUMENT)
    assert card.person.masked_number == "*" * 16 + invented_number()[-2:]


def test_a_returning_card_is_the_same_person_and_counts_on(hub: Hub) -> None:
    first = tapped_in(hub)
    hub.desk.visits.sign_out(first.visit.id)
    hub.clock.go(days=7)
    second = tapped_in(hub)
    assert second.card is not None
    assert second.visit.person_id == first.visit.person_id
    assert second.card.visits_so_far == 2
    assert second.card.last_visit is not None
    assert second.card.last_visit.arrived_at == first.visit.arrived_at
    assert hub.rows("SELECT count(*) FROM person") == [(1,)]


def said(hub: Hub, *names: str) -> str:
    """Tap one card that calls its holder `names`, one after the other; the name the hub then keeps."""
    for name in names:
        hub.desk.visits.tap_card(invented_card(name=name))
        hub.clock.go(days=1)
    ((kept,),) = hub.rows("SELECT name FROM person")
    return str(kept)


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (["测试甲", "测试新名"], "测试甲"),
        (["测试甲", "测试新名", "测试新名"], "测试新名"),
        (["测试甲", "测试!", "测试甲", "测试!"], "测试甲"),
        (["测试甲", "测试!", "测试?"], "测试甲"),
        (["测试甲", "测试新名", "测试新名", "测试甲"], "测试新名"),
    ],
)
def test_another_name_on_a_known_card_counts_when_it_is_read_twice_running(
    hub: Hub, read: list[str], kept: str
) -> None:
    assert said(hub, *read) == kept
    assert [found.name for found in hub.desk.people.search("测试")] == [kept]


def test_a_name_mended_at_the_desk_outlives_the_card_until_the_card_is_another(hub: Hub) -> None:
    person = tapped_in(hub).card
    assert person is not None
    hub.desk.people.amend(replace(person.person, name="测试䶮"))
    hub.clock.go(days=1)
    assert said(hub, "测试甲", "测试甲", "测试甲") == "测试䶮"
    assert said(hub, "测试新名", "测试新名") == "测试新名"


@pytest.mark.parametrize("name", ["\u200e\u200f", "···", "测\ufffd"])
def test_a_name_of_which_nothing_can_be_read_is_refused(hub: Hub, name: str) -> None:
    with pytest.raises(DeskError, match=r"card\.no_name"):
        hub.desk.visits.tap_card(invented_card(name=name))
    assert hub.rows("SELECT count(*) FROM person") == [(0,)]


@pytest.mark.parametrize(
    ("after", "meaning"),
    [
        ({"seconds": 5}, Tap.SAME_VISIT),
        ({"seconds": 29}, Tap.SAME_VISIT),
        ({"seconds": 30}, Tap.ALREADY_IN),
        ({"minutes": 9}, Tap.ALREADY_IN),
        ({"minutes": 10}, Tap.OFFER_SIGN_OUT),
        ({"hours": 5}, Tap.OFFER_SIGN_OUT),
    ],
)
def test_a_second_tap_says_they_are_in(hub: Hub, after: dict[str, float], meaning: Tap) -> None:
    arrival = tapped_in(hub)
    hub.clock.go(**after)
    again = hub.desk.visits.tap_card(invented_card())
    assert (again.meaning, again.arrival, again.open_visit) == (meaning, None, arrival.visit)
    assert again.card is not None
    assert again.card.in_house_since == arrival.visit.arrived_at
    assert hub.rows("SELECT count(*) FROM visit") == [(1,)]


def test_a_card_lying_on_a_nervous_reader_stays_one_visit(hub: Hub) -> None:
    tapped_in(hub)
    for _ in range(40):
        hub.clock.go(seconds=20)
        assert hub.desk.visits.tap_card(invented_card()).meaning is Tap.SAME_VISIT


@pytest.mark.parametrize("leads", [False, True], ids=["alone", "with a group"])
def test_who_forgot_to_sign_out_yesterday_is_checked_in_and_yesterday_ends_as_an_estimate(
    hub: Hub, *, leads: bool
) -> None:
    first = tapped_in(hub)
    forgotten = [first.visit]
    if leads:
        group = replace(SCHOOL_CLASS, leader="", leader_id=first.visit.person_id)
        forgotten.append(hub.desk.visits.check_in_group(group).visit)
    hub.clock.go(days=1, minutes=-30)
    second = tapped_in(hub)
    assert second.visit.day == date(2026, 11, 24)
    for visit in forgotten:
        ended = now_of(hub, visit)
        assert ended.departure is Departure.ESTIMATED
        assert ended.left_at == datetime(2026, 11, 23, 20, 30, tzinfo=SHANGHAI)
    assert [who.visit_id for who in hub.desk.visits.in_house()] == [second.visit.id]
    assert hub.outbox()[-2:] == ["visit.sign_out", "visit.check_in"]
    hub.desk.visits.undo(second.act)
    assert hub.desk.visits.in_house() == ()


def test_the_seconds_and_minutes_of_a_tap_are_settings(hub: Hub) -> None:
    hub.settings.set("visits", same_visit_seconds=0, sign_out_offer_minutes=1)
    tapped_in(hub)
    hub.clock.go(minutes=1)
    assert hub.desk.visits.tap_card(invented_card()).meaning is Tap.OFFER_SIGN_OUT


# Coming back


@pytest.mark.parametrize("how", [Identified.CARD, Identified.HUB_CARD, Identified.SEARCH])
def test_who_comes_back_soon_continues_the_visit_however_they_are_recognised(hub: Hub, how: Identified) -> None:
    visits, first = hub.desk.visits, tapped_in(hub)
    who = first.visit.person_id
    assert who is not None
    hub.desk.people.assign_uid(who, "04A1B2C3")
    hub.clock.go(minutes=40)
    left = visits.sign_out(first.visit.id).after[0]
    hub.clock.go(minutes=29)
    again = {
        Identified.CARD: lambda: visits.tap_card(invented_card()),
        Identified.HUB_CARD: lambda: visits.tap_uid("04A1B2C3"),
        Identified.SEARCH: lambda: visits.check_in(who),
    }[how]()
    assert (again.meaning, again.arrival, again.open_visit) == (Tap.COME_BACK, None, first.visit)
    assert again.card is not None
    assert (again.card.visits_so_far, again.card.in_house_since) == (1, first.visit.arrived_at)
    assert hub.rows("SELECT count(*) FROM visit") == hub.rows("SELECT count(*) FROM print_job") == [(1,)]
    assert hub.outbox()[-1] == "visit.reopen"
    assert again.act is not None
    visits.undo(again.act)
    assert now_of(hub, first.visit) == left
    assert hub.outbox()[-1] == "visit.sign_out"
    with pytest.raises(DeskError, match=r"act\.already_undone"):
        visits.undo(again.act)


def test_a_return_is_not_taken_back_once_they_have_left_again(hub: Hub) -> None:
    visits, first = hub.desk.visits, tapped_in(hub)
    visits.sign_out(first.visit.id)
    hub.clock.go(minutes=5)
    again = visits.tap_card(invented_card())
    hub.clock.go(minutes=5)
    visits.sign_out(first.visit.id)
    assert again.act is not None
    with pytest.raises(DeskError, match=r"act\.superseded"):
        visits.undo(again.act)


@pytest.mark.parametrize(
    ("minutes", "setting"), [(31, 30), (11, 10), (0, 0)], ids=["too late", "too late for this hub", "never"]
)
def test_a_later_return_is_a_visit_of_its_own(hub: Hub, minutes: int, setting: int) -> None:
    hub.settings.set("visits", merge_reentry_minutes=setting)
    first = tapped_in(hub)
    hub.desk.visits.sign_out(first.visit.id)
    hub.clock.go(minutes=minutes)
    assert tapped_in(hub).visit.number == "A002"


def test_a_visit_taken_back_is_not_continued(hub: Hub) -> None:
    first = tapped_in(hub)
    hub.desk.visits.undo(first.act)
    assert tapped_in(hub).visit.id != first.visit.id


def test_yesterdays_visit_is_not_continued_after_midnight(hub: Hub) -> None:
    hub.clock.go(hours=14, minutes=50)
    first = tapped_in(hub)
    hub.desk.visits.sign_out(first.visit.id)
    hub.clock.go(minutes=20)
    assert tapped_in(hub).visit.day == date(2026, 11, 24)


def test_a_leader_who_comes_back_alone_does_not_bring_the_group(hub: Hub) -> None:
    first = tapped_in(hub)
    group = replace(SCHOOL_CLASS, leader="", leader_id=first.visit.person_id)
    hub.desk.visits.sign_out(hub.desk.visits.check_in_group(group).visit.id)
    hub.clock.go(minutes=5)
    again = hub.desk.visits.tap_card(invented_card())
    assert again.open_visit == first.visit
    assert hub.desk.visits.occupancy().people == 1


FAULTY: dict[str, tuple[dict[str, Any], CardFault]] = {
    "unknown kind": ({"kind": DocumentKind.UNKNOWN}, CardFault.UNKNOWN_KIND),
    "wrong check digit": ({"number": invented_number()[:17] + "5"}, CardFault.CHECK_DIGIT),
    "no birth date": ({"birth_date": None}, CardFault.BIRTH_DATE),
    "born tomorrow": ({"birth_date": date(2026, 11, 24)}, CardFault.BIRTH_DATE),
    "another birth date": ({"birth_date": date(1949, 12, 30)}, CardFault.BIRTH_MISMATCH),
    "no name": ({"name": ""}, CardFault.NO_NAME),
    "number cut short": ({"number": "31000"}, CardFault.CHECK_DIGIT),
}


@pytest.mark.parametrize("case", FAULTY)
def test_an_unfit_card_is_refused_and_leaves_nothing(hub: Hub, case: str) -> None:
    change, fault = FAULTY[case]
    with pytest.raises(DeskError) as refused:
        hub.desk.visits.tap_card(replace(invented_card(), **change))
    assert refused.value.code == fault.value
    assert hub.rows("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM outbox)") == [(0,)]


def test_somebody_without_a_card_is_found_and_checked_in(hub: Hub) -> None:
    new = hub.desk.visits.check_in_new(NewPerson("测试乙", phone="021-6438 5678", age_band=AgeBand.B60_64))
    assert (new.visit.identified, new.visit.age_source) == (Identified.NEW, AgeSource.SELF_REPORTED)
    hub.desk.visits.sign_out(new.visit.id)
    (found,) = hub.desk.people.search("5678")
    hub.clock.go(hours=1)
    tapped = hub.desk.visits.check_in(found.id)
    assert tapped.arrival is not None
    assert (tapped.arrival.visit.identified, tapped.arrival.visit.person_id) == (Identified.SEARCH, new.visit.person_id)


@pytest.mark.parametrize(
    ("new", "code", "field"),
    [
        (NewPerson(" 　\u200f"), "person.name_missing", "name"),
        (NewPerson("···"), "person.name_missing", "name"),
        (NewPerson("测\ufffd"), "person.name_missing", "name"),
        (NewPerson("测" * 51), "person.name_too_long", "name"),
        (NewPerson("测试", phone="123"), "person.phone_invalid", "phone"),
        (NewPerson("测试", phone="问邻居"), "person.phone_invalid", "phone"),
        (NewPerson("测试", phone="1" * 16), "person.phone_invalid", "phone"),
    ],
)
def test_a_new_visitor_needs_a_name_and_a_real_phone(hub: Hub, new: NewPerson, code: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        hub.desk.visits.check_in_new(new)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_same_name_and_phone_typed_again_are_the_same_person(hub: Hub) -> None:
    first = hub.desk.visits.check_in_new(NewPerson("测试乙", phone="5678"))
    hub.desk.visits.sign_out(first.visit.id)
    again = hub.desk.visits.check_in_new(
        NewPerson(" 测试乙 ", Sex.FEMALE, AgeBand.B60_64, "138 0000 5678", needs_step_free=True)
    )
    assert (again.visit.person_id, again.visit.identified) == (first.visit.person_id, Identified.SEARCH)
    assert again.card is not None
    person = again.card.person
    assert (person.phone, person.sex, person.needs_step_free) == ("13800005678", Sex.FEMALE, True)
    assert (again.visit.age_band, again.visit.age_source) == (AgeBand.B60_64, AgeSource.SELF_REPORTED)
    with pytest.raises(DeskError, match=r"person\.already_in"):
        hub.desk.visits.check_in_new(NewPerson("测试乙", phone="5678"))
    led = hub.desk.visits.check_in_group(replace(SCHOOL_CLASS, leader="测试乙", phone="5678"))
    assert led.visit.person_id == first.visit.person_id
    assert hub.rows("SELECT count(*) FROM person") == [(1,)]


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        (NewPerson("测试乙"), NewPerson("测试乙")),
        (NewPerson("测试乙"), NewPerson("测试乙", phone="5678")),
        (NewPerson("测试乙", phone="5678"), NewPerson("测试乙")),
        (NewPerson("测试乙", phone="5678"), NewPerson("测试丙", phone="5678")),
        (NewPerson("测试乙", phone="13800005678"), NewPerson("测试乙", phone="13900005678")),
    ],
)
def test_nobody_is_taken_for_somebody_else_by_half_of_it(hub: Hub, before: NewPerson, typed: NewPerson) -> None:
    first = hub.desk.visits.check_in_new(before)
    second = hub.desk.visits.check_in_new(typed)
    assert first.visit.person_id != second.visit.person_id


def test_one_more_is_counted_without_any_data_or_paper(hub: Hub) -> None:
    arrival = hub.desk.visits.count_one(AgeBand.B80_89)
    assert (arrival.card, arrival.job, arrival.visit.person_id) == (None, None, None)
    assert (arrival.visit.age_band, arrival.visit.age_source) == (AgeBand.B80_89, AgeSource.BY_SIGHT)
    assert hub.desk.visits.count_one().visit.age_source is AgeSource.UNKNOWN


def test_a_group_counts_its_heads_and_leaves_together(hub: Hub) -> None:
    arrival = hub.desk.visits.check_in_group(SCHOOL_CLASS)
    assert (arrival.visit.head_count, arrival.visit.label, arrival.source) == (14, "测试老师", PurposeSource.CHOSEN)
    assert hub.desk.visits.occupancy().people == 14
    act = hub.desk.visits.sign_out(arrival.visit.id)
    assert hub.desk.visits.occupancy().people == 0
    assert now_of(hub, arrival.visit) == act.after[0]
    assert act.after[0].party == {AgeBand.B6_13: 12, AgeBand.B18_44: 2}


def test_a_leader_who_came_alone_first_leaves_with_the_group(hub: Hub) -> None:
    alone = tapped_in(hub)
    group = hub.desk.visits.check_in_group(replace(SCHOOL_CLASS, leader="", leader_id=alone.visit.person_id))
    assert group.card is not None
    act = hub.desk.visits.sign_out(group.visit.id)
    assert set(act.visit_ids) == {alone.visit.id, group.visit.id}
    assert now_of(hub, alone.visit).departure is Departure.WITH_GROUP
    hub.desk.visits.undo(act)
    assert hub.desk.visits.occupancy().people == 15


def test_a_leader_with_a_phone_is_found_next_time(hub: Hub) -> None:
    hub.desk.visits.check_in_group(replace(SCHOOL_CLASS, phone="13800005678"))
    assert [found.name for found in hub.desk.people.search("csls")] == ["测试老师"]


@pytest.mark.parametrize(
    ("group", "code", "field"),
    [
        (replace(SCHOOL_CLASS, party={}), "group.empty", "party"),
        (replace(SCHOOL_CLASS, party={AgeBand.B0_5: 0}), "group.empty", "party"),
        (replace(SCHOOL_CLASS, party={AgeBand.B0_5: -1}), "group.empty", "party"),
        (replace(SCHOOL_CLASS, party={AgeBand.B0_5: 12, AgeBand.B6_13: 1000}), "group.too_many", "party"),
        (replace(SCHOOL_CLASS, leader="  "), "group.leader_missing", "leader"),
        (replace(SCHOOL_CLASS, leader="·"), "person.name_missing", "leader"),
    ],
)
def test_a_group_needs_heads_and_a_leader(hub: Hub, group: NewGroup, code: str, field: str) -> None:
    with pytest.raises(DeskError) as refused:
        hub.desk.visits.check_in_group(group)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_too_many_in_the_house_is_said_and_not_refused(hub: Hub) -> None:
    hub.settings.set("hub", capacity=2)
    assert [hub.desk.visits.count_one().over_capacity for _ in range(3)] == [False, False, True]
    hub.settings.set("hub", capacity=0)
    assert not hub.desk.visits.count_one().over_capacity


# Purposes


def test_the_purpose_is_what_the_person_is_enrolled_in_now(hub: Hub) -> None:
    choir = Activity(
        hub.desk.activities.new_id(),
        ServiceKind.CULTURE_SPORTS,
        "合唱",
        "活动室",
        frozenset({1}),
        time(9, 15),
        time(11),
    )
    hub.desk.activities.save(choir)
    first = tapped_in(hub)
    assert first.visit.person_id is not None
    hub.desk.visits.undo(first.act)
    hub.desk.activities.enrol(choir.id, first.visit.person_id)
    arrival = tapped_in(hub)
    assert arrival.source is PurposeSource.ENGAGED
    assert arrival.visit.purpose == Purpose(ServiceKind.CULTURE_SPORTS, choir.id, "合唱")
    job = hub.desk.slips.next_job()
    assert job is not None
    assert "活动室" in {line.value for line in job.slip.lines}


def test_the_purpose_is_the_habit_of_weekday_and_hour_then_the_last(hub: Hub) -> None:
    for _ in range(2):
        arrival = tapped_in(hub)
        hub.desk.visits.change_purpose(arrival.visit.id, Purpose(ServiceKind.HEALTH))
        hub.desk.visits.sign_out(arrival.visit.id)
        hub.clock.go(days=7)
    usual = tapped_in(hub)
    assert (usual.source, usual.visit.purpose.kind) == (PurposeSource.USUAL, ServiceKind.HEALTH)
    hub.desk.visits.change_purpose(usual.visit.id, LEGAL)
    hub.desk.visits.sign_out(usual.visit.id)
    hub.clock.go(days=1)
    last = tapped_in(hub)
    assert (last.source, last.visit.purpose.kind) == (PurposeSource.LAST, ServiceKind.LEGAL)


def test_a_stranger_gets_the_hubs_default_even_when_it_is_misspelt(hub: Hub) -> None:
    hub.settings.set("hub", default_kind="health")
    assert hub.desk.visits.count_one().visit.purpose.kind is ServiceKind.HEALTH
    hub.settings.set("hub", default_kind="helth")
    assert hub.desk.visits.count_one().visit.purpose.kind is ServiceKind.LIVING


# Mending


def test_another_purpose_can_be_chosen_and_taken_back(hub: Hub) -> None:
    arrival = tapped_in(hub)
    act = hub.desk.visits.change_purpose(arrival.visit.id, LEGAL)
    assert now_of(hub, arrival.visit).purpose == LEGAL
    hub.desk.visits.undo(act)
    assert now_of(hub, arrival.visit) == arrival.visit


def test_a_slip_not_yet_sent_follows_the_purpose(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.desk.visits.change_purpose(arrival.visit.id, LEGAL)
    hub.desk.visits.set_companions(arrival.visit.id, 2)
    job = hub.desk.slips.next_job()
    assert job is not None
    assert {"法律服务", "3 人"} <= {line.value for line in job.slip.lines}


def test_companions_are_counted_and_bounded(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.desk.visits.set_companions(arrival.visit.id, 3)
    assert hub.desk.visits.occupancy().people == 4
    group = hub.desk.visits.check_in_group(SCHOOL_CLASS)
    for visit_id, companions in ((arrival.visit.id, -1), (arrival.visit.id, 100), (group.visit.id, 1)):
        with pytest.raises(DeskError, match=r"visit\.companions_invalid"):
            hub.desk.visits.set_companions(visit_id, companions)


def test_a_check_in_taken_back_is_kept_as_undone_and_its_number_stays_used(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.desk.visits.undo(arrival.act)
    (line,) = hub.desk.visits.day(arrival.visit.day)
    assert (line.visit.undone_at, line.name) == (hub.clock.now(), "测试甲")
    assert hub.desk.visits.in_house() == ()
    assert hub.desk.slips.next_job() is None
    again = tapped_in(hub)
    assert again.visit.number == "A002"
    assert again.card is not None
    assert again.card.visits_so_far == 1


def test_a_slip_already_sent_is_not_dropped_with_its_visit(hub: Hub) -> None:
    arrival = tapped_in(hub)
    assert arrival.job is not None
    hub.desk.slips.sending(arrival.job, b"x")
    hub.desk.visits.undo(arrival.act)
    assert [job.state for job in hub.desk.slips.unsettled()] == [PrintState.SENDING]


def test_nothing_is_taken_back_twice(hub: Hub) -> None:
    arrival = tapped_in(hub)
    left = hub.desk.visits.sign_out(arrival.visit.id)
    hub.desk.visits.undo(left)
    with pytest.raises(DeskError, match=r"act\.already_undone"):
        hub.desk.visits.undo(left)
    hub.desk.visits.undo(arrival.act)
    with pytest.raises(DeskError, match=r"act\.already_undone"):
        hub.desk.visits.undo(arrival.act)


def test_an_act_others_have_built_on_is_not_taken_back(hub: Hub) -> None:
    arrival = tapped_in(hub)
    changed = hub.desk.visits.change_purpose(arrival.visit.id, LEGAL)
    hub.desk.visits.sign_out(arrival.visit.id)
    for act in (arrival.act, changed):
        with pytest.raises(DeskError, match=r"act\.superseded"):
            hub.desk.visits.undo(act)


def test_a_sign_out_is_not_taken_back_once_the_person_has_come_again(hub: Hub) -> None:
    left = hub.desk.visits.sign_out(tapped_in(hub).visit.id)
    hub.clock.go(minutes=40)
    tapped_in(hub)
    with pytest.raises(DeskError, match=r"act\.superseded"):
        hub.desk.visits.undo(left)


def test_choosing_the_same_purpose_again_tells_nobody_anything(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.desk.visits.undo(hub.desk.visits.change_purpose(arrival.visit.id, arrival.visit.purpose))
    assert hub.outbox() == ["visit.check_in"]


# Going


def test_signing_out_twice_says_since_when(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.clock.go(hours=1)
    hub.desk.visits.sign_out(arrival.visit.id)
    since = hub.clock.now()
    hub.clock.go(hours=1)
    with pytest.raises(DeskError) as refused:
        hub.desk.visits.sign_out(arrival.visit.id)
    assert (refused.value.code, refused.value.params) == ("visit.already_left", {"since": since})


def test_a_slip_signs_out_as_scanned_or_typed(hub: Hub) -> None:
    token = tapped_in(hub).visit.token
    act, line = hub.desk.visits.sign_out_token(f" {token[:4].lower()}-{token[4:8]} {token[8:]}\r\n")
    assert (line.name, line.visit.departure, line.visit.left_at) == ("测试甲", Departure.SLIP, hub.clock.now())
    hub.desk.visits.undo(act)
    assert hub.desk.visits.occupancy().people == 1


def test_a_slip_of_nobody_is_told_from_a_typing_error(hub: Hub) -> None:
    arrival = tapped_in(hub)
    token = arrival.visit.token
    swapped = token[:-1] + ("2" if token[-1] != "2" else "3")
    for text, code in ((swapped, "token.mistyped"), ("6901234567890", "token.mistyped"), ("", "token.mistyped")):
        with pytest.raises(DeskError) as refused:
            hub.desk.visits.sign_out_token(text)
        assert refused.value.code == code
    hub.desk.visits.undo(arrival.act)
    with pytest.raises(DeskError, match=r"visit\.undone"):
        hub.desk.visits.sign_out_token(token)


def test_a_clock_set_back_does_not_end_a_visit_before_it_began(hub: Hub) -> None:
    arrival = tapped_in(hub)
    hub.clock.go(hours=-2)
    assert hub.desk.visits.sign_out(arrival.visit.id).after[0].left_at == arrival.visit.arrived_at


def test_everybody_can_be_signed_out_and_called_back(hub: Hub) -> None:
    tapped_in(hub)
    hub.desk.visits.check_in_group(SCHOOL_CLASS)
    act = hub.desk.visits.sign_out_all()
    assert (hub.desk.visits.occupancy().people, {visit.departure for visit in act.after}) == (0, {Departure.SAID_LEFT})
    hub.desk.visits.undo(act)
    assert hub.desk.visits.occupancy().people == 15


def test_closing_asks_of_each_and_stores_what_is_not_known_as_estimated(hub: Hub) -> None:
    people = [tapped_in(hub, invented_card(serial, f"测试{serial}")).visit for serial in (1, 3, 5)]
    hub.clock.go(hours=12, minutes=15)  # 21:15, closing is at 20:30
    answers = dict(zip([visit.id for visit in people], ClosingAnswer, strict=True))
    act = hub.desk.visits.close_day(answers)
    left, stays, unknown = (now_of(hub, visit) for visit in people)
    assert (left.departure, left.left_at) == (Departure.SAID_LEFT, hub.clock.now())
    assert stays.is_open
    assert (unknown.departure, unknown.left_at) == (Departure.ESTIMATED, hub.clock.now() - timedelta(minutes=45))
    hub.desk.visits.undo(act)
    assert hub.desk.visits.occupancy().people == 3


def test_an_estimate_is_never_before_the_last_sign_nor_after_now(hub: Hub) -> None:
    early = tapped_in(hub).visit
    hub.clock.go(hours=2)
    estimate = hub.desk.visits.close_day({early.id: ClosingAnswer.UNKNOWN}).after[0]
    assert estimate.left_at == hub.clock.now()
    hub.clock.go(hours=10)  # 21:00
    late = tapped_in(hub).visit
    hub.clock.go(minutes=20)
    hub.desk.visits.tap_card(invented_card())
    hub.clock.go(minutes=20)
    estimate = hub.desk.visits.close_day({late.id: ClosingAnswer.UNKNOWN}).after[0]
    assert estimate.left_at == hub.clock.now() - timedelta(minutes=20)


def test_who_left_while_the_list_was_open_keeps_their_own_time(hub: Hub) -> None:
    arrival = tapped_in(hub)
    left = hub.desk.visits.sign_out(arrival.visit.id).after[0]
    hub.clock.go(hours=1)
    assert hub.desk.visits.close_day({arrival.visit.id: ClosingAnswer.LEFT}).visit_ids == ()
    assert now_of(hub, arrival.visit) == left


# Looking


def test_those_forgotten_yesterday_are_still_in_the_house(hub: Hub) -> None:
    yesterday = tapped_in(hub)
    hub.clock.go(days=1)
    today = hub.desk.visits.count_one()
    assert [who.visit_id for who in hub.desk.visits.in_house()] == [today.visit.id, yesterday.visit.id]
    assert today.visit.number == "A001"


def test_a_roll_call_begins_with_those_who_need_help(hub: Hub) -> None:
    hub.desk.visits.check_in_new(NewPerson("测试早"))
    hub.clock.go(minutes=1)
    hub.desk.visits.check_in_new(NewPerson("测试轮椅", needs_step_free=True))
    hub.clock.go(minutes=1)
    hub.desk.visits.count_one()
    assert [who.name for who in hub.desk.visits.roll_call()] == ["测试轮椅", "测试早", ""]
    job = hub.desk.slips.roll_call()
    assert job.slip.big == "3 人"


def test_a_day_turns_at_midnight_in_shanghai_and_every_desk_counts_for_itself(hub: Hub) -> None:
    hub.clock.go(hours=14, minutes=59)  # 23:59
    assert hub.desk.visits.count_one().visit.number == "A001"
    hub.clock.go(minutes=2)
    assert hub.desk.visits.count_one().visit.number == "A001"
    hub.settings.set("desk", letter="B")
    assert hub.desk.visits.count_one().visit.number == "B001"
    assert [line.visit.number for line in hub.desk.visits.day(date(2026, 11, 24))] == ["A001", "B001"]


def test_nobody_knows_a_visit_or_person_that_never_was(hub: Hub) -> None:
    nobody = hub.clock.new_id()
    for asked, code in (
        (lambda: hub.desk.visits.visit(nobody), "visit.unknown"),
        (lambda: hub.desk.visits.sign_out(nobody), "visit.unknown"),
        (lambda: hub.desk.visits.change_purpose(nobody, LEGAL), "visit.unknown"),
        (lambda: hub.desk.visits.check_in(nobody), "person.unknown"),
        (lambda: hub.desk.people.person(nobody), "person.unknown"),
        (lambda: hub.desk.slips.print_for(nobody), "visit.unknown"),
        (lambda: hub.desk.visits.tap_uid("04A1B2C3"), "card.uid_unknown"),
    ):
        with pytest.raises(DeskError) as refused:
            asked()
        assert refused.value.code == code


def test_every_act_leaves_its_entry_for_the_district(hub: Hub) -> None:
    arrival = tapped_in(hub)
    changed = hub.desk.visits.change_purpose(arrival.visit.id, LEGAL)
    hub.desk.visits.set_companions(arrival.visit.id, 1)
    left = hub.desk.visits.sign_out(arrival.visit.id)
    hub.desk.visits.undo(left)
    hub.desk.visits.undo(arrival.act)
    assert changed.after[0].purpose == LEGAL
    assert hub.outbox() == [
        "visit.check_in",
        "visit.change",
        "visit.change",
        "visit.sign_out",
        "visit.reopen",
        "visit.undo",
    ]
