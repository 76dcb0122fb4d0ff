"""Names cleaned and masked, ages and bands, phones and numbers: tables first, laws after."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import people
from desk_app.domain.identity import Sex, check_character, sex_in
from desk_app.domain.people import AgeBand, AgeSource, Person
from tests.services.desks import invented_number

DAYS = st.dates(date(1890, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("测试", "测试"),
        (" 测　试 ", "测试"),
        ("测试 一 二", "测试一二"),
        ("阿依古丽 • 买买提", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "阿依古丽·买买提"),
        ("Anna   Maria\tSmith", "Anna Maria Smith"),
        ("Иван Петров", "Иван Петров"),
        ("김 철수", "김 철수"),
        ("测试 Anna", "测试 Anna"),
        ("Zoe\u0301", "Zoé"),
        ("测\u202e试\u200f", "测试"),
        ("测\u200b试\u00ad\ufeff", "测试"),
        ("测\x00试\x07", "测试"),
        ("测\ud800试", "测试"),
        ("家👨‍👩‍👧", "家👨‍👩‍👧"),
        ("𠮷　野", "𠮷野"),
        ("", ""),
        ("·", "·"),
    ],
)
def test_a_name_has_one_spelling(typed: str, name: str) -> None:
    assert people.clean_name(typed) == name


@given(st.text())
def test_cleaning_a_clean_name_changes_nothing(text: str) -> None:
    name = people.clean_name(text)
    assert people.clean_name(name) == name
    assert name == name.strip()
    assert "  " not in name
    name.encode()  # storable
    assert not any(unicodedata.bidirectional(ch) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI"} for ch in name)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳修", "欧阳*"),
        ("欧阳", "欧*"),
        ("阿依古丽·买买提", "阿**"),
        ("Anna Smith", "A**"),
        ("张", "张*"),
        ("𠮷野家", "𠮷**"),
        ("", ""),
    ],
)
def test_a_masked_name_shows_the_surname_alone(name: str, masked: str) -> None:
    assert people.mask_name(name) == masked


@given(st.text(min_size=2).map(people.clean_name).filter(lambda name: len(name) > 1))
def test_a_mask_always_hides_something(name: str) -> None:
    masked = people.mask_name(name)
    assert masked.endswith("*")
    assert masked.rstrip("*") == name[: len(masked.rstrip("*"))]
    assert len(masked.rstrip("*")) < len(name)


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800005678", "138****5678"),
        ("02164385678", "021-****5678"),
        ("64385678", "****5678"),
        ("45678", "****5678"),
        ("5678", "****5678"),
        ("678", "****678"),
        ("", ""),
    ],
)
def test_a_masked_phone_tells_no_more_than_its_kind_may(phone: str, masked: str) -> None:
    assert people.mask_phone(phone) == masked


@given(st.text("0123456789", min_size=5, max_size=15))
def test_a_masked_phone_never_shows_all_digits(phone: str) -> None:
    assert sum(ch.isdigit() for ch in people.mask_phone(phone)) < len(phone)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("138 0000 5678", "13800005678"),
        ("+86 138-0000-5678", "13800005678"),
        ("０２１－６４３８５６７８", "02164385678"),
        ("(021) 6438.5678", "02164385678"),
        ("5678", "5678"),
        ("567", ""),
        ("1" * 16, ""),
        ("问邻居", ""),
        ("1380000567a", ""),
        ("١٢٣٤", ""),
    ],
)
def test_a_phone_is_digits_or_nothing(typed: str, digits: str) -> None:
    assert people.clean_phone(typed) == digits


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (invented_number(), "*" * 16 + invented_number()[-2:]),
        ("CHN310000000000"[:15], "*" * 13 + "00"),
        ("H12345678", "*******78"),
        ("12345", "***45"),
        ("123", "***"),
        ("", ""),
    ],
)
def test_a_masked_number_keeps_its_length(number: str, masked: str) -> None:
    assert people.mask_number(number) == masked


def numbers_that_fit(areas: Iterable[str], born: date, sex: Sex, masked: str) -> int:
    """How many numbers somebody who knows this record would still have to try."""
    middle = [f"{born:%Y%m%d}{serial:03d}" for serial in range(1000)]
    of_sex = [digits for digits in middle if (int(digits[-1]) % 2 == 1) == (sex is Sex.MALE)]
    return sum(
        people.mask_number(number) == masked
        for area in areas
        for digits in of_sex
        if (number := area + digits + check_character(area + digits))
    )


def test_birth_sex_and_masked_number_together_do_not_tell_the_number() -> None:
    number = invented_number()
    masked, born, sex = people.mask_number(number), date(1949, 12, 31), sex_in(number)
    # Birth date and sex alone leave 500 numbers in one area; the two characters divide that by 55.
    assert numbers_that_fit([number[:6]], born, sex, masked) >= 8
    # Which area is not told. GB/T 2260 has some three thousand; four hundred made up ones are enough to see it.
    areas = [f"99{county:04d}" for county in range(400)]
    assert numbers_that_fit(areas, born, sex, masked) >= 3_000


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1949, 12, 31), date(2026, 12, 30), 76),
        (date(1949, 12, 31), date(2026, 12, 31), 77),
        (date(2004, 2, 29), date(2023, 2, 27), 18),
        (date(2004, 2, 29), date(2023, 2, 28), 19),
        (date(2004, 2, 29), date(2024, 2, 28), 19),
        (date(2004, 2, 29), date(2024, 2, 29), 20),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_age_in_whole_years(born: date, day: date, age: int) -> None:
    assert people.age_on(born, day) == age


@given(DAYS, DAYS)
def test_nobody_grows_younger(born: date, day: date) -> None:
    assert people.age_on(born, day) <= people.age_on(born, day + timedelta(days=1)) <= people.age_on(born, day) + 1


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (-1, AgeBand.UNKNOWN),
        (0, AgeBand.B0_5),
        (5, AgeBand.B0_5),
        (6, AgeBand.B6_13),
        (13, AgeBand.B6_13),
        (14, AgeBand.B14_17),
        (18, AgeBand.B18_44),
        (45, AgeBand.B45_59),
        (60, AgeBand.B60_64),
        (65, AgeBand.B65_69),
        (70, AgeBand.B70_79),
        (80, AgeBand.B80_89),
        (90, AgeBand.B90_99),
        (99, AgeBand.B90_99),
        (100, AgeBand.B100),
        (130, AgeBand.B100),
    ],
)
def test_every_age_has_its_band(age: int, band: AgeBand) -> None:
    assert people.band_of(age) is band


def test_the_band_follows_the_birthday_where_it_is_known() -> None:
    born = date(1966, 11, 24)
    person = Person(UUID(int=1), "测试", Sex.FEMALE, born, AgeBand.B45_59, AgeSource.DOCUMENT)
    assert people.band_on(person, date(2026, 11, 23)) is AgeBand.B45_59
    assert people.band_on(person, date(2026, 11, 24)) is AgeBand.B60_64
