"""Finds people while a name is being typed: a table of spellings, and everybody in order of their last visit.

A rare spelling is looked up and sorted; a common one ("l", 张) would be tens of thousands of rows, so there the people
are walked from the latest visit back until enough of them match. Both stay within a few milliseconds on 200 000
people; `docs/benchmarks.md` has the figures and the comparison with FTS5.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from desk_app.domain.readings import FORM_LIMIT, Form, forms_of, words_typed
from desk_app.storage.tables import person_recent, person_search, search_key
from desk_app.storage.transaction import Statement, Transaction
from desk_app.storage.values import to_micros

_RARE = 300
"""Up to so many holders of a spelling are looked up one by one (11 µs each where the page must be decrypted)."""
_WALK = 20_000
"""People a walk looks at before it gives up: 8 ms. Reached only by spellings whose holders all stayed away."""
_WORDS = 4
_TAIL = 4
_LAST = "\U0010ffff"

_INSERT_SEARCH = Statement(insert(person_search))
_INSERT_RECENT = Statement(insert(person_recent))
_INSERT_KEY = Statement(insert(search_key).prefix_with("OR IGNORE"))
_DELETE_KEY = Statement(
    delete(search_key).where(search_key.c.term == bindparam("word"), search_key.c.person == bindparam("who"))
)
_LAST_SEEN = Statement(select(person_search.c.last_seen).where(person_search.c.person == bindparam("who")))
_FORMS = Statement(
    select(person_recent.c.forms).where(
        person_recent.c.last_seen == bindparam("seen"), person_recent.c.person == bindparam("who")
    )
)
_TOUCH_SEARCH = Statement(
    update(person_search).where(person_search.c.person == bindparam("who")).values(last_seen=bindparam("now"))
)
_HERE = (person_recent.c.last_seen == bindparam("seen"), person_recent.c.person == bindparam("who"))
_WHEN = select(person_search.c.last_seen).where(person_search.c.person == bindparam("who")).scalar_subquery()
_TOUCH_RECENT = Statement(
    update(person_recent)
    .where(person_recent.c.last_seen == _WHEN, person_recent.c.person == bindparam("who"))
    .values(last_seen=bindparam("now"))
)
_RESPELL = Statement(update(person_recent).where(*_HERE).values(forms=bindparam("spelled")))

_BEGINS = (search_key.c.term >= bindparam("word"), search_key.c.term < bindparam("beyond"))
_HOLDERS = select(search_key.c.person).where(*_BEGINS).limit(bindparam("most")).subquery()
_EXACT = (
    select(search_key.c.person)
    .where(search_key.c.term == bindparam("word"), search_key.c.part == 0)
    .limit(bindparam("most"))
    .subquery()
)
_HOW_MANY = Statement(select(func.count()).select_from(_HOLDERS))
_SEEN_LATEST = Statement(
    select(person_search.c.person, person_search.c.last_seen)
    .distinct()
    .join(_HOLDERS, _HOLDERS.c.person == person_search.c.person)
    .order_by(person_search.c.last_seen.desc())
)
_EXACT_LATEST = Statement(
    select(person_search.c.person, person_search.c.last_seen)
    .join(_EXACT, _EXACT.c.person == person_search.c.person)
    .order_by(person_search.c.last_seen.desc())
)
_LATEST = select(person_recent).order_by(person_recent.c.last_seen.desc()).limit(_WALK).subquery()
_WALKED = Statement(
    select(_LATEST.c.person, _LATEST.c.last_seen)
    .where(*(func.instr(_LATEST.c.forms, bindparam(f"word{place}")) > 0 for place in range(_WORDS)))
    .limit(bindparam("most"))
)


def add(transaction: Transaction, key: int, name: str, phone: str, seen: datetime) -> None:
    """Make the person with the integer `key` findable."""
    forms = forms_of(name, phone)
    micros = to_micros(seen)
    transaction.run(_INSERT_SEARCH, person=key, last_seen=micros)
    transaction.run(_INSERT_RECENT, last_seen=micros, person=key, forms=_spelled(forms))
    transaction.run_many(_INSERT_KEY, _key_rows(forms, key))


def respell(transaction: Transaction, key: int, name: str, phone: str) -> None:
    """The person was renamed or has another phone."""
    seen = transaction.value(_LAST_SEEN, who=key)
    before = set(transaction.value(_FORMS, seen=seen, who=key).split("|")) - {""}
    forms = forms_of(name, phone)
    transaction.run_many(_DELETE_KEY, [{"word": word, "who": key} for word in before])
    transaction.run_many(_INSERT_KEY, _key_rows(forms, key))
    transaction.run(_RESPELL, seen=seen, who=key, spelled=_spelled(forms))


def seen(transaction: Transaction, key: int, at: datetime) -> None:
    """The person came (or, an arrival being taken back, last came) at `at`."""
    now = to_micros(at)
    transaction.run(_TOUCH_RECENT, who=key, now=now)
    transaction.run(_TOUCH_SEARCH, who=key, now=now)


def with_phone_tail(transaction: Transaction, phone: str) -> list[int]:
    """Keys of those whose phone ends in the same four digits, those seen latest first."""
    return [row[0] for row in transaction.all(_EXACT_LATEST, word=phone[-_TAIL:], most=_RARE)]


def find(transaction: Transaction, typed: str, limit: int) -> list[int]:
    """Keys of the people `typed` fits, exact spellings first, then those seen latest; nothing for blanks.

    Whatever is typed is data: quotes, percent signs and stars find themselves or nobody.
    """
    words = words_typed(typed)[:_WORDS]
    if not words:
        return []
    found = _find_word(transaction, "".join(words), limit)
    if not found and len(words[0]) > _TAIL and words[0].isdigit():
        found = _find_longer_tail(transaction, words[0])
    if len(words) > 1 and len(found) < limit:
        found = list(dict.fromkeys(found + _find_words(transaction, words, limit)))
    return found[:limit]


def _find_word(transaction: Transaction, word: str, limit: int) -> list[int]:
    word = word[:FORM_LIMIT]
    found = [row[0] for row in transaction.all(_EXACT_LATEST, word=word, most=_RARE)]
    if len(found) < limit:
        if _holders(transaction, word) <= _RARE:
            rows = transaction.all(_SEEN_LATEST, word=word, beyond=word + _LAST, most=_RARE)
        else:
            rows = _walk(transaction, (word,), limit)
        found += [row[0] for row in rows]
    return list(dict.fromkeys(found))


def _find_longer_tail(transaction: Transaction, digits: str) -> list[int]:
    """More of a phone's end than the four digits there is a spelling for."""
    rows = transaction.all(_EXACT_LATEST, word=digits[-_TAIL:], most=_RARE)
    return [who for who, when in rows if digits + "|" in transaction.value(_FORMS, seen=when, who=who) + "|"]


def _find_words(transaction: Transaction, words: tuple[str, ...], limit: int) -> list[int]:
    """Everybody with a spelling for each word: 林 gui, lin g f, 张 5678."""
    rarest = min(words, key=lambda word: _holders(transaction, word))
    if _holders(transaction, rarest) > _RARE:
        return [row[0] for row in _walk(transaction, words, limit)]
    rows = transaction.all(_SEEN_LATEST, word=rarest[:FORM_LIMIT], beyond=rarest[:FORM_LIMIT] + _LAST, most=_RARE)
    return [who for who, when in rows if _fits(transaction.value(_FORMS, seen=when, who=who), words)]


def _fits(spelled: str, words: tuple[str, ...]) -> bool:
    return all("|" + word[:FORM_LIMIT] in spelled for word in words)


def _holders(transaction: Transaction, word: str) -> int:
    word = word[:FORM_LIMIT]
    return int(transaction.value(_HOW_MANY, word=word, beyond=word + _LAST, most=_RARE + 1))


def _walk(transaction: Transaction, words: tuple[str, ...], limit: int) -> list[tuple[int, int]]:
    values = {f"word{place}": "|" + words[min(place, len(words) - 1)][:FORM_LIMIT] for place in range(_WORDS)}
    return [(row[0], row[1]) for row in transaction.all(_WALKED, most=limit, **values)]


def _spelled(forms: tuple[Form, ...]) -> str:
    return "".join("|" + form.text for form in forms)


def _key_rows(forms: tuple[Form, ...], key: int) -> list[dict[str, object]]:
    return [{"term": form.text, "part": int(not form.whole), "person": key} for form in forms]
