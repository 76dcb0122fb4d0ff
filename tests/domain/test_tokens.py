"""Tokens: what they are made of, and that a wrong one is told from a right one."""

from __future__ import annotations

import random
import secrets

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.tokens import ALPHABET, KIND_BOOKING, clean_token, grouped, new_token, token_mistyped

KEY = b"a key of the tests"
tokens = st.integers().map(lambda seed: new_token(KEY, random.Random(seed).choice))


def test_a_token_is_sixteen_characters_nobody_confuses() -> None:
    token = new_token(KEY, secrets.choice)
    assert len(token) == 16
    assert token[0] == "V"
    assert not set(token) - set(ALPHABET)
    assert not set("01ILOU") & set(ALPHABET)


def test_the_same_choices_and_key_give_the_same_token_another_key_another_check() -> None:
    first, second = (new_token(key, random.Random(7).choice) for key in (KEY, b"another"))
    assert new_token(KEY, random.Random(7).choice) == first
    assert first[:13] == second[:13]
    assert first[13:] != second[13:]


@given(tokens)
def test_an_issued_token_is_accepted_as_printed_and_as_typed(token: str) -> None:
    assert not token_mistyped(token, KEY)
    assert clean_token(grouped(token)) == token
    assert clean_token(f" {grouped(token).lower().replace(' ', '-')}\r\n") == token


def test_hardly_any_single_typing_error_passes() -> None:
    token = new_token(KEY, random.Random(3).choice)
    typed = {token[:place] + letter + token[place + 1 :] for place in range(16) for letter in ALPHABET} - {token}
    assert len(typed) == 16 * 29
    assert sum(not token_mistyped(text, KEY) for text in typed) == 0  # by chance one in 27 000 would


def test_what_is_no_token_at_all_is_mistyped() -> None:
    token = new_token(KEY, secrets.choice)
    for text in ("", "V", token[:-1], token + "2", "X" + token[1:], token[:5] + "O" + token[6:], "徐" * 16):
        assert token_mistyped(text, KEY), text


def test_a_token_is_printed_in_fours() -> None:
    assert grouped("VX7K3M9QPTR4DHJ2") == "VX7K 3M9Q PTR4 DHJ2"


def test_a_bookings_token_is_told_from_a_visits() -> None:
    token = new_token(KEY, random.Random(1).choice, KIND_BOOKING)
    assert token[0] == "B"
    assert not token_mistyped(token, KEY)
    assert token_mistyped("V" + token[1:], KEY)
