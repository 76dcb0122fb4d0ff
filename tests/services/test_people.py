"""Finding people while typing, and mending what is kept of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.core.errors import DeskError
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand, NewPerson, clean_name
from desk_app.domain.visits import Identified, in_roll_call_order
from tests.services.desks import Hub, invented_card

RARE_NAMES = {
    "extension B": "测𠮷试",
    "extension G and H": "测\U00030000\U00031350",
    "fifty characters": "测" * 50,
    "minority name": "阿依古丽·测试买买提",
    "emoji": "测试😀👨‍👩‍👧",
    "SQL": "Robert'); DROP TABLE person;--",
    "Excel formula": "=cmd|' /C calc'!A0",
    "wildcards": 'per%cent_under*star"quote',
    "Latin with accents": "José Müller",
    "combining marks": "Zoe\u0301",
}


def kept(hub: Hub, name: str, phone: str = "") -> str:
    arrival = hub.desk.visits.check_in_new(NewPerson(name, phone=phone))
    hub.desk.visits.sign_out(arrival.visit.id)
    hub.clock.go(minutes=1)
    return name


def names(hub: Hub, typed: str) -> list[str]:
    return [found.name for found in hub.desk.people.search(typed)]


FINDS = {
    "林桂芳": ["林", "桂", "芳", "桂芳", "林桂芳", "l", "lin", "ling", "lingui", "linguifang", "guifang", "gf", "lgf",
        "LGF", "lin gui", "lin guifang", "l g f", "林 gui", "lingf", "ｌｇｆ"],
    "曾乐": ["zeng", "zengle", "zl", "zengyue", "ceng"],
    "单华": ["shan", "shanhua"],
    "仇一": ["qiu"],
    "解二": ["xie"],
    "区三": ["ou"],
    "翟四": ["zhai"],
    "朴五": ["piao", "pu"],
    "查六": ["zha"],
    "盖七": ["ge"],
    "乐八": ["yue", "le"],
    "宓九": ["fu"],
    "尉迟恭": ["yuchi", "ycg", "yuchigong"],
    "万俟卨": ["moqi"],
    "长孙无": ["zhangsun", "zsw"],
    "欧阳修": ["ouyang", "oyx", "阳修"],
    "吕布": ["lv", "lu", "lü"],
    "阿依古丽·买买提": ["阿依古丽买买提", "阿依古丽·买", "买买提", "ayiguli", "aygl"],
    "Anna-Maria Smith": ["anna", "smi", "ANNA MARIA", "maria smith", "smith anna", "ams"],
    "José Müller": ["jose", "José", "muller", "Müller"],
    "测𠮷试": ["𠮷", "测𠮷"],
    "张😀伟": ["😀", "zhang"],
}  # fmt: skip


@pytest.mark.parametrize("name", FINDS)
def test_a_person_is_found_by_whatever_is_typed_of_the_name(hub: Hub, name: str) -> None:
    kept(hub, name)
    kept(hub, "王国庆")
    missed = [typed for typed in FINDS[name] if names(hub, typed)[:1] != [name]]
    assert not missed


def test_a_phone_is_found_by_its_tail_its_beginning_and_whole(hub: Hub) -> None:
    kept(hub, "测试甲", "138 0000 5678")
    kept(hub, "测试乙", "9012")
    for typed in ("5", "56", "5678", "1380000", "13800005678", "138-0000-5678", "ceshi 5678", "测试甲 5678"):
        assert names(hub, typed) == ["测试甲"], typed
    assert names(hub, "9012") == ["测试乙"]
    assert names(hub, "005678") == ["测试甲"]
    assert names(hub, "115678") == []


@pytest.mark.parametrize("typed", ["", " ", "　", "·", "'", '"', "*", "%", "_", "\\", "(", "--", "NEAR(", "\x00", "|"])
def test_signs_that_mean_something_to_a_database_find_nobody(hub: Hub, typed: str) -> None:
    kept(hub, "林桂芳", "13800005678")
    assert names(hub, typed) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_the_search(hub: Hub, typed: str) -> None:
    hub.desk.people.search(typed)


def test_exact_names_come_first_then_those_seen_last(hub: Hub) -> None:
    for name in ("王小伟", "王伟", "王伟强", "王小明"):
        kept(hub, name)
    assert names(hub, "王伟") == ["王伟", "王伟强"]
    assert names(hub, "wang") == ["王小明", "王伟强", "王伟", "王小伟"]
    (found,) = hub.desk.people.search("王小伟")
    hub.desk.visits.check_in(found.id)
    assert names(hub, "wang")[0] == "王小伟"
    assert len(hub.desk.people.search("w", limit=2)) == 2


def test_a_common_spelling_is_walked_from_the_latest_visit_back(hub: Hub) -> None:
    for number in range(320):
        kept(hub, f"李{'甲乙丙丁戊己庚辛壬癸'[number % 10]}")
    kept(hub, "李最后")
    kept(hub, "王别人")
    assert names(hub, "li")[0] == "李最后"
    assert len(names(hub, "l")) == 12
    assert names(hub, "li zui") == ["李最后"]


def test_a_line_tells_two_people_of_one_name_apart_without_baring_them(hub: Hub) -> None:
    arrival = hub.desk.visits.tap_card(invented_card()).arrival
    assert arrival is not None
    (found,) = hub.desk.people.search("测试甲")
    assert found.masked_number[:16] == "*" * 16
    assert (found.in_house_since, found.last_visit_at) == (hub.clock.now(), hub.clock.now())
    assert found.last_kind is arrival.visit.purpose.kind


def test_an_arrival_taken_back_gives_the_old_place_back(hub: Hub) -> None:
    kept(hub, "王先来")
    kept(hub, "王后来")
    (first,) = hub.desk.people.search("王先来")
    hub.clock.go(hours=1)
    tapped = hub.desk.visits.check_in(first.id)
    assert names(hub, "wang")[0] == "王先来"
    assert tapped.arrival is not None
    hub.desk.visits.undo(tapped.arrival.act)
    assert names(hub, "wang")[0] == "王后来"


@pytest.mark.parametrize("case", RARE_NAMES)
def test_rare_names_are_kept_whole_and_found(hub: Hub, case: str) -> None:
    name = RARE_NAMES[case]
    arrival = hub.desk.visits.check_in_new(NewPerson(name))
    assert arrival.card is not None
    assert hub.desk.people.person(arrival.card.person.id).name == clean_name(name)
    assert names(hub, name) == [clean_name(name)]
    assert hub.desk.visits.visit(arrival.visit.id).name == clean_name(name)


def test_direction_marks_are_taken_out_of_a_name(hub: Hub) -> None:
    kept(hub, "\u202e测\u200f试\u2066")
    assert names(hub, "测试") == ["测试"]


def test_a_person_is_amended_and_found_under_the_new_name_alone(hub: Hub) -> None:
    kept(hub, "测试旧", "13800005678")
    person = hub.desk.people.person(hub.desk.people.search("测试旧")[0].id)
    amended = hub.desk.people.amend(
        replace(person, name=" 测试 新 ", phone="4321", sex=Sex.FEMALE, age_band=AgeBand.B80_89, needs_step_free=True)
    )
    assert (amended.name, amended.phone) == ("测试新", "4321")
    assert hub.desk.people.person(person.id) == amended
    assert (names(hub, "旧"), names(hub, "5678"), names(hub, "csx"), names(hub, "4321")) == (
        [],
        [],
        ["测试新"],
        ["测试新"],
    )
    assert hub.outbox()[-1] == "person.amend"


@pytest.mark.parametrize("needed", [True, False])
def test_the_visit_still_open_follows_a_step_free_need_and_the_roll_call_with_it(hub: Hub, needed: bool) -> None:
    first = hub.desk.visits.check_in_new(NewPerson("测试甲"))
    hub.clock.go(minutes=1)
    second = hub.desk.visits.check_in_new(NewPerson("测试乙", needs_step_free=not needed))
    assert second.card is not None
    told = len(hub.outbox())
    hub.desk.people.amend(replace(second.card.person, needs_step_free=needed))
    called = [who.name for who in in_roll_call_order(hub.desk.visits.in_house())]
    assert called == (["测试乙", "测试甲"] if needed else ["测试甲", "测试乙"])
    assert hub.outbox()[told:] == ["person.amend", "visit.change"]
    assert not hub.desk.visits.visit(first.visit.id).visit.needs_step_free


def test_a_visit_that_has_ended_keeps_the_step_free_need_it_had(hub: Hub) -> None:
    arrival = hub.desk.visits.check_in_new(NewPerson("测试甲"))
    assert arrival.card is not None
    hub.desk.visits.sign_out(arrival.visit.id)
    hub.desk.people.amend(replace(arrival.card.person, needs_step_free=True))
    assert not hub.desk.visits.visit(arrival.visit.id).visit.needs_step_free
    assert hub.outbox()[-1] == "person.amend"


def test_what_was_done_before_a_step_free_need_was_told_can_still_be_taken_back(hub: Hub) -> None:
    arrival = hub.desk.visits.check_in_new(NewPerson("测试甲"))
    assert arrival.card is not None
    companions = hub.desk.visits.set_companions(arrival.visit.id, 2)
    hub.desk.people.amend(replace(arrival.card.person, needs_step_free=True))
    hub.desk.visits.undo(companions)
    visit = hub.desk.visits.visit(arrival.visit.id).visit
    assert (visit.companions, visit.needs_step_free) == (0, True)


def test_amending_cannot_touch_what_a_document_said(hub: Hub) -> None:
    arrival = hub.desk.visits.tap_card(invented_card()).arrival
    assert arrival is not None
    assert arrival.card is not None
    person = arrival.card.person
    amended = hub.desk.people.amend(replace(person, fingerprint=None, birth_date=None, masked_number=""))
    assert amended == person


def test_amending_refuses_as_a_new_visitor_is_refused(hub: Hub) -> None:
    kept(hub, "测试甲")
    person = hub.desk.people.person(hub.desk.people.search("测试甲")[0].id)
    for changed, code in (
        (replace(person, name=" "), "person.name_missing"),
        (replace(person, phone="12"), "person.phone_invalid"),
        (replace(person, id=hub.clock.new_id()), "person.unknown"),
    ):
        with pytest.raises(DeskError) as refused:
            hub.desk.people.amend(changed)
        assert refused.value.code == code


def test_a_hub_card_opens_the_door_for_its_owner_alone(hub: Hub) -> None:
    kept(hub, "测试甲")
    kept(hub, "测试乙")
    first, second = (hub.desk.people.search(name)[0].id for name in ("测试甲", "测试乙"))
    hub.desk.people.assign_uid(first, "04a1b2c3")
    hub.desk.people.assign_uid(first, "04A1B2C3")
    with pytest.raises(DeskError, match=r"card\.uid_taken"):
        hub.desk.people.assign_uid(second, "04 A1 B2 C3")
    hub.clock.go(hours=1)
    tapped = hub.desk.visits.tap_uid("04A1B2C3")
    assert tapped.arrival is not None
    assert (tapped.arrival.visit.person_id, tapped.arrival.visit.identified) == (first, Identified.HUB_CARD)


def test_the_card_of_somebody_not_here_tells_of_their_last_visit(hub: Hub) -> None:
    kept(hub, "测试甲")
    card = hub.desk.people.card(hub.desk.people.search("测试甲")[0].id)
    assert (card.visits_so_far, card.in_house_since) == (1, None)
    assert card.last_visit is not None
    hub.clock.go(hours=1)
    hub.desk.visits.check_in(card.person.id)
    card = hub.desk.people.card(card.person.id)
    assert (card.visits_so_far, card.in_house_since) == (2, hub.clock.now())


def test_a_regular_of_many_years_is_counted_past_the_habits(hub: Hub) -> None:
    kept(hub, "测试甲")
    person_id = hub.desk.people.search("测试甲")[0].id
    for _ in range(64):
        hub.clock.go(days=1)
        tapped = hub.desk.visits.check_in(person_id)
        assert tapped.arrival is not None
        hub.desk.visits.sign_out(tapped.arrival.visit.id)
    assert hub.desk.people.card(person_id).visits_so_far == 65
