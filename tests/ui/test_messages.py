"""Every code that can reach a person has a sentence, in English and in Chinese."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desk_app
from desk_app.core.config import Config, LookSettings
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.devices.api import CardAdvice, LinkState, PrinterState
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import CardFault, Sex
from desk_app.domain.people import AgeBand
from desk_app.ui import messages
from desk_app.ui.language import Language
from desk_app.ui.messages import Tone
from desk_app.ui.sentences import SENTENCES

CODE_ROOT = Path(desk_app.__file__).parent
RAISED = re.compile(
    r'(?:DeskError|EnvironmentTrouble|_trouble|Outcome|finished|move|end_attempt)\([^"()]*"([a-z]+\.[a-z_]+)"'
)
WHOLE_FAMILIES = re.compile(r'"((?:store|print|export|simulator)\.[a-z_]+)"')
"""Codes chosen from tables or passed on: every string of these families counts."""
NOT_CODES = frozenset({"print.done", "print.sent_unconfirmed"})
"""The commands' own headings."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def codes_in_the_code() -> set[str]:
    """Every code of a refusal or a trouble that the layers below the windows can raise."""
    found: set[str] = set()
    for path in CODE_ROOT.rglob("*.py"):
        if "commands" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        found.update(RAISED.findall(text))
        if "ui" not in path.parts:
            found.update(WHOLE_FAMILIES.findall(text))
    return found - NOT_CODES


def speak(app: QApplication, language: str) -> Language:
    """Put a language in force."""
    return Language(app, Config(look=LookSettings(language=language)))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_code_has_words(qapp: QApplication, language: str) -> None:
    spoken = speak(qapp, language)
    codes = codes_in_the_code() | {fault.value for fault in CardFault}
    assert len(codes) > 40
    for code in sorted(codes):
        sentence = messages.say_code(code)
        assert sentence != code, f"{code} has no sentence"
        assert bool(CHINESE.search(sentence)) is (language == "zh_CN"), code
    spoken.use("en")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_state_has_words_and_a_bad_one_a_remedy(qapp: QApplication, language: str) -> None:
    spoken = speak(qapp, language)
    words = [messages.link(state) for state in LinkState] + [messages.printer(state) for state in PrinterState]
    for state in words:
        assert state.text
        assert state.remedy or state.tone is Tone.OK
        assert bool(CHINESE.search(state.text)) is (language == "zh_CN")
    for advice in CardAdvice:
        assert bool(CHINESE.search(messages.advice(advice))) is (language == "zh_CN")
    spoken.use("en")


def test_every_noun_has_a_chinese_name(qapp: QApplication) -> None:
    spoken = speak(qapp, "zh_CN")
    assert [messages.kind(kind) for kind in ServiceKind][:2] == ["生活服务", "为老服务"]
    assert messages.kind_short(ServiceKind.CULTURE_SPORTS) == "文体"
    assert all(CHINESE.search(messages.band(band)) for band in AgeBand)
    assert [messages.sex(sex) for sex in (Sex.FEMALE, Sex.MALE)] == ["女", "男"]
    spoken.use("en")


def test_an_instant_is_said_as_the_hubs_wall_clock(qapp: QApplication) -> None:
    error = DeskError("visit.already_left", since=datetime(2026, 11, 23, 1, 41, tzinfo=UTC))
    assert "09:41" in messages.refusal(error)


def test_a_missing_parameter_leaves_a_gap_instead_of_a_crash(qapp: QApplication) -> None:
    assert "{limit}" in messages.refusal(DeskError("person.name_too_long"))


def test_a_store_that_cannot_write_is_bad_and_says_what_to_do(qapp: QApplication) -> None:
    assert messages.store(None).tone is Tone.OK
    for code in ("store.disk_full", "store.read_only", "store.damaged"):
        words = messages.store(EnvironmentTrouble(code, path="desk.db"))
        assert words.tone is Tone.BAD
        assert words.remedy


def test_no_sentence_is_kept_for_nothing() -> None:
    raised = codes_in_the_code() | {fault.value for fault in CardFault}
    unused = set(SENTENCES) - raised - {"device.not_tested", "printer.port_missing", "printer.port_busy"}
    assert not unused
