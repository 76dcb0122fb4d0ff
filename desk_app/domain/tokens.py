"""The token on a slip: opaque, short enough to type, and able to tell a typing error from a stranger's paper.

It names nobody and says nothing; only the desk's own records know which visit or booking it belongs to.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 O 1 I L U: nothing in it is mistaken for a neighbour, on thermal paper or on the telephone."""
KIND_VISIT, KIND_BOOKING = "V", "B"
KINDS = KIND_VISIT + KIND_BOOKING
LENGTH = 16
_RANDOM = 12  # 58.9 bits
_CHECK = 3  # 14.7 bits: against typing errors and casual forging; the database decides

Choose = Callable[[str], str]
"""Picks one character of a string, unpredictably: `secrets.choice` in the program, a seeded one in tests."""


def new_token(key: bytes, choose: Choose, kind: str = KIND_VISIT) -> str:
    """A fresh token: its kind (`V` a visit's, `B` a booking's), 12 random characters, 3 check characters by `key`."""
    body = kind + "".join(choose(ALPHABET) for _ in range(_RANDOM))
    return body + _check(body, key)


def clean_token(text: str) -> str:
    """What a scanner or a receptionist meant: upper case, without the blanks and dashes of the printed groups."""
    return "".join(ch for ch in text.upper() if ch not in " -—–\t\r\n\u3000")


def token_mistyped(token: str, key: bytes) -> bool:
    """Whether `token` cannot be one this hub issued: wrong length, kind, character or check.

    A token that passes may still be unknown or used up; only the records tell.
    """
    if len(token) != LENGTH or token[0] not in KINDS or not set(token) <= set(ALPHABET):
        return True
    return not hmac.compare_digest(_check(token[:-_CHECK], key), token[-_CHECK:])


def grouped(token: str) -> str:
    """The token as printed, in fours: VX7K 3M9Q PTR4 DHJ2."""
    return " ".join(token[start : start + 4] for start in range(0, len(token), 4))


def _check(body: str, key: bytes) -> str:
    number = int.from_bytes(hmac.new(key, body.encode("ascii"), hashlib.sha256).digest(), "big")
    digits = []
    for _ in range(_CHECK):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(digits)
