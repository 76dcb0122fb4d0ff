"""Which numbers can be true, and which cards must not be taken as identification."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import identity
from desk_app.domain.identity import CardFault, DocumentKind, IdentityCard, LongTerm, Sex
from tests.services.desks import invented_card, invented_number

TODAY = date(2026, 11, 23)
DIGITS = st.text("0123456789", min_size=17, max_size=17)

# Computed, of nobody: published specimens and synthetic ones, abolished and foreign areas among them.
GOLDEN = [
    "11010519491231002X",
    "440524188001010014",
    "310104196002290015",
    "810000199001010019",
    "310108201506010020",
    "93101019850101002X",
]


@pytest.mark.parametrize("number", GOLDEN)
def test_golden_numbers_pass(number: str) -> None:
    assert identity.has_valid_check(number)
    assert identity.birth_date_in(number) is not None


@pytest.mark.parametrize(
    "number",
    [
        "",
        "31010419600229001",
        "310104196002290015 ",
        "310104196002290016",
        "３１０１０４１９６００２２９００１５",
        "X" * 18,
    ],
)
def test_what_is_no_number_does_not_pass(number: str) -> None:
    assert not identity.has_valid_check(number)


@given(DIGITS, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(digits: str, place: int, by: int) -> None:
    number = digits + identity.check_character(digits)
    wrong = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert identity.has_valid_check(number)
    assert not identity.has_valid_check(wrong)


@given(DIGITS, st.integers(0, 15))
def test_two_swapped_neighbours_are_always_seen(digits: str, place: int) -> None:
    number = digits + identity.check_character(digits)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not identity.has_valid_check(swapped)


def test_a_check_character_belongs_to_seventeen_digits() -> None:
    with pytest.raises(ValueError, match="17"):
        identity.check_character("123")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("11010519491231002x", "11010519491231002X"),
        ("１１０１０５ 19491231－002ｘ", "11010519491231002X"),
        (" 110105-19491231-002X\n", "11010519491231002X"),
        ("", ""),
    ],
)
def test_a_number_has_one_spelling(typed: str, number: str) -> None:
    assert identity.normalise_number(typed) == number


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = identity.normalise_number(text)
    assert identity.normalise_number(once) == once


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19600229", date(1960, 2, 29)),
        ("19610229", None),
        ("00000000", None),
        ("1960022", None),
        ("１９６００２２９", None),
        ("长期", None),
        ("", None),
    ],
)
def test_a_compact_date_is_a_day_or_nothing(text: str, day: date | None) -> None:
    assert identity.parse_compact_date(text) == day


def test_sex_is_the_seventeenth_digit_and_codes_outside_the_standard_are_unknown() -> None:
    assert (identity.sex_in(invented_number(1)), identity.sex_in(invented_number(2))) == (Sex.MALE, Sex.FEMALE)
    card = invented_card()
    assert [replace(card, sex_code=code).sex for code in "012９x"] == [
        Sex.UNKNOWN,
        Sex.MALE,
        Sex.FEMALE,
        Sex.UNKNOWN,
        Sex.UNKNOWN,
    ]


FAULTS: dict[str, tuple[dict[str, Any], tuple[CardFault, ...]]] = {
    "a good card": ({}, ()),
    "a lower-case check letter is not normal form": ({"number": "11010519491231002x"}, (CardFault.CHECK_DIGIT,)),
    "a kind nobody knows says nothing else": ({"kind": DocumentKind.UNKNOWN, "name": ""}, (CardFault.UNKNOWN_KIND,)),
    "no name": ({"name": ""}, (CardFault.NO_NAME,)),
    "a name of direction marks": ({"name": "\u202e\u200e"}, (CardFault.NO_NAME,)),
    "a name of joiners": ({"name": "\u200d\u200d"}, (CardFault.NO_NAME,)),
    "a name of dots": ({"name": "·‧·"}, (CardFault.NO_NAME,)),
    "a name of which a character was lost": ({"name": "测\ufffd"}, (CardFault.NO_NAME,)),
    "a name of half a character": ({"name": "\ud842"}, (CardFault.NO_NAME,)),
    "an emoji is read": ({"name": "\U0001f469\u200d\U0001f373"}, ()),
    "a Latin name is a name": ({"name": "", "name_latin": "TEST ANNA"}, ()),
    "no birth date": ({"birth_date": None}, (CardFault.BIRTH_DATE,)),
    "born tomorrow": ({"birth_date": date(2026, 11, 24)}, (CardFault.BIRTH_DATE,)),
    "born 131 years ago": ({"birth_date": date(1895, 1, 1)}, (CardFault.BIRTH_DATE,)),
    "another birth date": ({"birth_date": date(1949, 12, 30)}, (CardFault.BIRTH_MISMATCH,)),
    "another sex": ({"sex_code": "2"}, (CardFault.SEX_MISMATCH,)),
    "an unknown sex contradicts nothing": ({"sex_code": "9"}, ()),
    "an expired card still names its holder": ({"valid_to": date(2000, 1, 1)}, ()),
    "long-term validity": ({"valid_to": LongTerm.LONG_TERM}, ()),
    "an unknown ethnic code": ({"ethnic_code": "99"}, ()),
    "two faults": ({"name": "", "number": "1"}, (CardFault.NO_NAME, CardFault.CHECK_DIGIT)),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_forbids_taking_a_card(case: str) -> None:
    change, found = FAULTS[case]
    assert identity.faults(replace(invented_card(), **change), TODAY) == found


def old_foreigner(number: str = "") -> IdentityCard:
    """With a number that fits the card, unless another is given."""
    body = f"UTO3100{date(1949, 12, 31):%y%m%d}0"
    right = next(body + digit for digit in "0123456789" if identity.has_valid_foreigner_2017_check(body + digit))
    return replace(
        invented_card(),
        kind=DocumentKind.FOREIGNER_2017,
        number=number or right,
        nationality="UTO",
        birth_date=date(1949, 12, 31),
    )


def test_the_old_foreigners_card_has_a_check_of_its_own_that_refuses_nobody() -> None:
    card = old_foreigner()
    assert identity.number_check_ok(card)
    assert identity.faults(card, TODAY) == ()
    wrong = replace(card, number=card.number[:-1] + str((int(card.number[-1]) + 1) % 10))
    assert not identity.number_check_ok(wrong)
    assert identity.faults(wrong, TODAY) == ()
    for odd in ("", "CHN", "1234567890123456", "CHN31000000000X", "chń310000000000"):
        assert not identity.has_valid_foreigner_2017_check(odd)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", CardFault.CHECK_DIGIT),
        (" ", CardFault.CHECK_DIGIT),
        ("UTO", CardFault.CHECK_DIGIT),
        ("1234567890123456", CardFault.CHECK_DIGIT),
        ("UTO31004912310X", CardFault.CHECK_DIGIT),
        ("uto310049123100", CardFault.CHECK_DIGIT),
        ("ÜTO310049123100", CardFault.CHECK_DIGIT),
        ("UTO３10049123100", CardFault.CHECK_DIGIT),
        ("UTP310049123100", CardFault.CHECK_DIGIT),
        ("UTO310049123000", CardFault.BIRTH_MISMATCH),
    ],
)
def test_an_old_foreigners_number_that_is_none_or_another_persons_is_refused(number: str, fault: CardFault) -> None:
    assert identity.faults(replace(old_foreigner(), number=number), TODAY) == (fault,)


def test_a_card_says_nothing_of_its_holder_in_a_log() -> None:
    card = invented_card()
    assert repr(card) == str(card) == "<IdentityCard resident>"


@given(
    st.builds(
        IdentityCard, st.sampled_from(DocumentKind), st.text(), st.text(max_size=2), st.text(), st.none() | st.dates()
    )
)
def test_no_card_whatever_breaks_the_rules(card: IdentityCard) -> None:
    found = identity.faults(card, TODAY)
    shape_alone = card.kind is DocumentKind.FOREIGNER_2017 and len(card.number) == 15
    assert found or shape_alone or identity.has_valid_check(card.number)


@pytest.mark.parametrize(
    ("valid_to", "expired"),
    [
        (date(2026, 3, 17), True),
        (date(2026, 3, 18), False),
        (LongTerm.LONG_TERM, False),
        (None, False),
    ],
)
def test_a_card_has_expired_when_its_last_day_is_over(valid_to: date | LongTerm | None, expired: bool) -> None:
    card = replace(invented_card(), valid_to=valid_to)
    assert identity.is_expired(card, date(2026, 3, 18)) is expired
