"""Text blocks into cards and into the JSON of the commands; one law: what the simulator writes, the parser reads."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.readers.sdt_cards import address_of, card_of, former_number, looks_genuine, split_block
from desk_app.devices.readers.sdt_frames import Frame, FrameParser
from desk_app.devices.readers.sdt_json import card_json, ethnic_word, sex_word
from desk_app.devices.simulators.people import PEOPLE, person, resident
from desk_app.devices.simulators.sdt_blocks import SimulatedCard, card_data, card_from_json
from desk_app.domain.identity import CardFault, DocumentKind, IdentityCard, LongTerm, faults
from desk_app.domain.names import clean_name, is_readable
from tests.devices.vectors import CARDS, FRAMES, raw

TODAY = date(2026, 11, 2)


def data_of(name: str) -> bytes:
    (frame,) = FrameParser().feed(raw(name), 0.0)
    assert isinstance(frame, Frame)
    return frame.data


def read(simulated: SimulatedCard) -> IdentityCard:
    block = split_block(card_data(simulated))
    assert block is not None
    return card_of(block)


@pytest.mark.parametrize("name", CARDS)
def test_golden_card_gives_exactly_its_json(name: str) -> None:
    block = split_block(data_of(name))
    assert block is not None
    card = card_of(block)
    assert card_json(card, reveal=True) == FRAMES[name]["expect"]["card"]
    assert looks_genuine(block, card)


@pytest.mark.parametrize("name", CARDS)
def test_without_reveal_no_number_and_no_full_name_is_shown(name: str) -> None:
    block = split_block(data_of(name))
    assert block is not None
    shown, whole = card_json(card_of(block), reveal=False), FRAMES[name]["expect"]["card"]
    assert shown.keys() == whole.keys()
    secret = {"name", "name_en", "name_cn", "id_number", "pass_number"}
    for key, value in whole.items():
        assert (shown[key] != value) is (key in secret)


def test_newest_address_is_trimmed() -> None:
    assert address_of(data_of("rsp_newaddr")) == "上海市徐汇区虚构路99号"


@pytest.mark.parametrize("name", PEOPLE)
def test_simulated_person_is_read_as_written(name: str) -> None:
    simulated = PEOPLE[name]
    card, wanted = read(simulated), simulated.card
    if name == "unknown_flag":
        assert card_json(card, reveal=True).keys() == {"doc", "type_flag", "photo_len", "photo_sha256"}
        assert card.name == card.number == ""
        return
    for item in ("kind", "name", "name_latin", "sex_code", "number", "birth_date", "ethnic_code", "address", "issuer"):
        assert getattr(card, item) == getattr(wanted, item)
    for item in ("valid_from", "valid_to", "nationality", "pass_number", "issue_count", "card_version"):
        assert getattr(card, item) == getattr(wanted, item)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("resident", ()),
        ("taiwan", ()),
        ("foreigner_2017", ()),
        ("foreigner_2023", ()),
        ("unknown_ethnic", ()),
        ("bad_check_digit", (CardFault.CHECK_DIGIT,)),
        ("impossible_birth", (CardFault.BIRTH_DATE,)),
        ("zero_dates", (CardFault.BIRTH_DATE,)),
        ("unknown_flag", (CardFault.UNKNOWN_KIND,)),
    ],
)
def test_only_a_card_that_can_be_true_may_be_used(name: str, expected: tuple[CardFault, ...]) -> None:
    simulated = PEOPLE[name]
    card = read(simulated)
    born_1900 = card.birth_date == date(1900, 1, 1)
    assert faults(card, date(2020, 1, 1) if born_1900 else TODAY) == expected


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "foreigner_2023",
            {
                "doc": "foreigner_2023",
                "type_flag": "Y",
                "name_en": "SPECIMEN, MAXIMILIAN ALEXANDER THE LONG NAMED",
                "name_cn": "测试永居",
                "nationality": "UTO",
                "renewal_count": "00",
                "old_number": "UTO310000010105",
                "id_check_ok": True,
                "birth_matches_id": True,
                "sex_matches_id": True,
            },
        ),
        ("taiwan", {"doc": "hmt", "region": "TW", "pass_number": "00000000", "nation_code": "", "nation": None}),
        ("macau", {"doc": "hmt", "region": "MO"}),
        ("unknown_ethnic", {"nation_code": "81", "nation": "未知(81)"}),
        ("impossible_birth", {"birth": None, "birth_matches_id": False, "id_check_ok": True}),
        ("zero_dates", {"birth": None, "valid_from": None, "valid_to": None}),
        ("bad_check_digit", {"id_check_ok": False, "birth_matches_id": True}),
        ("elder", {"valid_to": "长期"}),
        ("rare_name", {"name": "测试𠮷㛃喆"}),
        ("unknown_flag", {"doc": "unknown", "type_flag": "Q"}),
    ],
)
def test_json_of_unusual_cards(name: str, fields: dict[str, Any]) -> None:
    whole = card_json(read(PEOPLE[name]), reveal=True)
    assert {key: whole[key] for key in fields} == fields


def test_newest_address_and_fingerprint_appear_only_when_there() -> None:
    card = read(PEOPLE["resident"])
    assert {"new_address", "finger_len"}.isdisjoint(card_json(card, reveal=True))
    more = dataclasses.replace(card, newest_address="上海市徐汇区虚构路99号", finger_length=512)
    assert card_json(more, reveal=True)["new_address"] == "上海市徐汇区虚构路99号"
    assert card_json(more, reveal=True)["finger_len"] == 512


def test_space_at_the_seam_of_a_long_english_name_is_kept() -> None:
    card = dataclasses.replace(PEOPLE["foreigner_2023"].card, name_latin="A" * 34 + " " + "B" * 11)
    assert read(SimulatedCard(card)).name_latin == "A" * 34 + " " + "B" * 11


def test_words_for_codes() -> None:
    assert [sex_word(code) for code in ("0", "1", "2", "9", "5", "")] == ["未知", "男", "女", "未说明", "未知(5)", None]
    assert [ethnic_word(code) for code in ("01", "56", "97", "98", "99", "")] == [
        "汉",
        "基诺",
        "其他",
        "外国血统中国籍人士",
        "未知(99)",
        None,
    ]


@pytest.mark.parametrize(
    ("nationality", "link", "expected"),
    [("UTO", "000", "UTO310000010105"), ("UTO", "", ""), ("U1O", "000", ""), ("UTO", "0x1", "")],
)
def test_former_number_needs_a_whole_link(nationality: str, link: str, expected: str) -> None:
    assert former_number("931999190001010017", nationality, link) == expected


@pytest.mark.parametrize("data", [b"", bytes(6), b"\x01\x00\x04\x00" + bytes(1279), b"\x00\xff\x04\x00" + bytes(1279)])
def test_block_whose_lengths_do_not_add_up_is_none(data: bytes) -> None:
    assert split_block(data) is None


@pytest.mark.parametrize("finger", [b"", bytes(512), bytes(1024)])
def test_fingerprint_is_measured_only(finger: bytes) -> None:
    block = split_block(card_data(PEOPLE["resident"], finger))
    assert block is not None
    assert card_of(block).finger_length == len(finger)


def test_padding_of_nul_is_tolerated() -> None:
    data = card_data(PEOPLE["resident"])
    block = split_block(data[:4] + data[4:260].replace(b" \0", b"\0\0") + data[260:])
    assert block is not None
    card = card_of(block)
    assert (card.kind, card.name) == (DocumentKind.RESIDENT, "测试样本")


@pytest.mark.parametrize("text", ["bad_check_digit", "impossible_birth", "zero_dates", "unknown_flag"])
def test_reading_that_contradicts_itself_does_not_look_genuine(text: str) -> None:
    block = split_block(card_data(PEOPLE[text]))
    assert block is not None
    assert not looks_genuine(block, card_of(block))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "测试样本 !"},
        {"name": "测试 样本"},
        {"name": "测试　样本"},
        {"name": "测试样A"},
        {"name": "测试样本Р"},  # a blank with one bit turned over is a Cyrillic letter
        {"name": "·测试"},
        {"name": "测试㛃"},
        {"address": "上海市 徐汇区虚构路1号"},
        {"address": "上海市徐汇区虚构路1号              !"},
        {"address": "上海市徐汇区虚構路1号"},
        {"issuer": "上海市公安局虚构分局 A"},
        {"ethnic_code": "0A"},
        {"ethnic_code": "57"},
    ],
)
def test_text_that_turned_over_bits_leave_is_read_twice(change: dict[str, Any]) -> None:
    block = split_block(card_data(SimulatedCard(dataclasses.replace(PEOPLE["resident"].card, **change))))
    assert block is not None
    assert not looks_genuine(block, card_of(block))


@pytest.mark.parametrize("name", ["TEST  ANNA", "TEST, ANNA  ", "TEST ANNA!", "TEST -ANNA,,", "tEST"])
def test_latin_name_with_odd_blanks_and_marks_is_read_twice(name: str) -> None:
    card = dataclasses.replace(PEOPLE["foreigner_2023"].card, name_latin=name.rstrip() + "!" * name.endswith(" "))
    block = split_block(card_data(SimulatedCard(card)))
    assert block is not None
    assert not looks_genuine(block, card_of(block))


@given(st.binary(min_size=256, max_size=256))
def test_any_text_block_is_read_without_error(text: bytes) -> None:
    block = split_block(b"\x01\x00\x04\x00" + text + bytes(1024))
    assert block is not None
    card = card_of(block)
    looks_genuine(block, card)
    card_json(card, reveal=True)
    card_json(card, reveal=False)


names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=7).filter(
    lambda text: text == text.rstrip(" ") and is_readable(clean_name(text))
)


@given(names, st.dates(date(1930, 1, 1), date(2025, 12, 31)), st.booleans(), st.integers(0, 499))
def test_what_the_simulator_writes_the_parser_reads(name: str, born: date, female: bool, sequence: int) -> None:
    card = resident(name, born, female=female, sequence=sequence)
    again = read(SimulatedCard(card))
    assert (again.name, again.number, again.birth_date, again.sex) == (name, card.number, born, card.sex)
    assert faults(again, TODAY) == ()


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "unknown_flag"])
def test_card_survives_json_and_back(name: str) -> None:
    fields = card_json(read(PEOPLE[name]), reveal=True)
    if PEOPLE[name].birth_text:
        fields["birth"] = PEOPLE[name].birth_text
    assert card_json(read(card_from_json(fields)), reveal=True) == card_json(read(PEOPLE[name]), reveal=True)


def test_people_are_found_by_key_and_by_name() -> None:
    assert person("elder") is person("测试长者")
    with pytest.raises(KeyError):
        person("nobody")


def test_long_term_is_no_date() -> None:
    assert read(PEOPLE["elder"]).valid_to is LongTerm.LONG_TERM
