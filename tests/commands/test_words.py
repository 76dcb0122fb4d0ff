"""Every code a command may meet has words in both languages, and the words name a remedy without gaps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.commands.words import SENTENCES, sentence
from desk_app.devices.api import CardAdvice, LinkState, PrinterState
from desk_app.domain.identity import CardFault
from desk_app.ui import messages, sentences

SOURCES = Path(__file__).parents[2] / "desk_app"
REACHABLE = ("card.", "store.", "settings.", "export.", "printer.", "print.", "simulator.", "screen.")
"""Families of codes that a command can raise; the rest belongs to pages."""
PAGES_ONLY = {"card.uid_taken"}


def raised_codes() -> Iterator[str]:
    """The first argument of every DeskError and EnvironmentTrouble in the sources, where it is spelled out."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in ("DeskError", "EnvironmentTrouble", "_trouble") and isinstance(first, ast.Constant):
                    yield str(first.value)


def reasons() -> Iterator[str]:
    """How a print attempt may end, as the drivers spell it."""
    for path in (SOURCES / "devices").rglob("*.py"):
        yield from re.findall(r'"(print\.[a-z_]+)"', path.read_text(encoding="utf-8"))


CODES = sorted(
    {code for code in (*raised_codes(), *reasons()) if code.startswith(REACHABLE)} - PAGES_ONLY
    | {state.value for states in (CardAdvice, CardFault, LinkState, PrinterState) for state in states}
)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_words(code: str) -> None:
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_words_are_chinese_and_english_with_the_same_gaps(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    assert set(re.findall(r"\{(\w+)", chinese)) == set(re.findall(r"\{(\w+)", english))


def test_an_unknown_code_is_shown_itself() -> None:
    assert sentence("moon.eclipsed", {"at": "noon"}) == "moon.eclipsed {'at': 'noon'}"


COMMANDS_ONLY = {
    *("bug", "card.expired", "card.none", "output.not_writable", "print.done", "print.sent_unconfirmed"),
}
"""How a command ends, which the window does not, and what only a technician is told."""
ACTS_OF_PAGES = ("act.", "activity.", "desk.", "device.", "group.", "hub.", "person.", "slip.", "token.", "visit.")
"""Families of refusals that only somebody at a page can run into."""


def test_the_commands_and_the_screen_have_words_for_the_same_codes() -> None:
    screen = {
        str(code)
        for words in (sentences.SENTENCES, messages.LINKS, messages.PRINTERS, messages.ADVICE)
        for code in words
    }
    shared = {code for code in screen if not code.startswith(ACTS_OF_PAGES)} - PAGES_ONLY
    assert shared == {str(code) for code in SENTENCES} - COMMANDS_ONLY


def test_a_read_only_copy_is_to_be_copied_elsewhere_before_it_is_read() -> None:
    said = sentence("store.read_only", {"path": "hub"})
    assert "复制到可写的地方" in said
    assert "copy a read-only backup elsewhere" in said
