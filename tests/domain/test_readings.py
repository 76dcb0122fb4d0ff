"""Spellings of a name: bounded, folded alike when stored and typed, the whole name marked as such."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.readings import FORM_LIMIT, fold, forms_of, warm_up, words_typed


def test_the_spellings_of_a_name_of_three() -> None:
    forms = {form.text: form.whole for form in forms_of("林桂芳", "13800005678")}
    assert forms == {
        "林桂芳": True,
        "linguifang": True,
        "lgf": True,
        "5678": True,
        "13800005678": True,
        "桂芳": False,
        "芳": False,
        "guifang": False,
        "fang": False,
        "gf": False,
        "lingf": False,
    }


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("曾一", "zengyi"),
        ("单雄", "shanxiong"),
        ("仇英", "qiuying"),
        ("解缙", "xiejin"),
        ("区大", "ouda"),
        ("翟义", "zhaiyi"),
        ("朴成", "piaocheng"),
        ("查慎", "zhashen"),
        ("盖聂", "genie"),
        ("乐毅", "yueyi"),
        ("宓妃", "fufei"),
        ("缪贤", "miaoxian"),
        ("任侠", "renxia"),
        ("尉迟恭", "yuchigong"),
        ("万俟卨", "moqixie"),
        ("长孙无忌", "zhangsunwuji"),
        ("单于一", "chanyuyi"),
        ("单于", "shanyu"),
        ("令狐冲", "linghuchong"),
    ],
)
def test_a_surname_is_read_as_a_surname_first(name: str, reading: str) -> None:
    wholes = [form.text for form in forms_of(name, "") if form.whole and form.text.isascii()]
    assert wholes[0] == reading


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  Lin  GUI ", ("lin", "gui")),
        ("ＬＧＦ", ("lgf",)),
        ("阿依古丽·买买提", ("阿依古丽", "买买提")),
        ("O'Neil-Müller", ("o", "neil", "muller")),
        ("138-0000 5678", ("138", "0000", "5678")),
        (" ·|/ ", ()),
    ],
)
def test_what_is_typed_is_folded_into_words(typed: str, words: tuple[str, ...]) -> None:
    assert words_typed(typed) == words


@given(st.text(max_size=60), st.text("0123456789", max_size=15))
def test_no_name_has_too_many_or_too_long_spellings(name: str, phone: str) -> None:
    forms = forms_of(name, phone)
    assert all(0 < len(form.text) <= FORM_LIMIT for form in forms)
    assert len({form.text for form in forms}) == len(forms)
    assert all(fold(form.text) == form.text and "|" not in form.text for form in forms)
    assert len(forms) <= 8 * 3 * 60


@given(st.text(max_size=60))
def test_typing_the_whole_name_is_typing_a_spelling(name: str) -> None:
    words = "".join(words_typed(name))[:FORM_LIMIT]
    assert not words or words in {form.text for form in forms_of(name, "")}


def test_warming_up_twice_is_warming_up() -> None:
    warm_up()
    warm_up()
