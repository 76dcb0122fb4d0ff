"""Two languages, complete, compiled, switched live."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET  # our own file, not foreign XML
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desk_app.core.config import Config, LookSettings
from desk_app.core.paths import resource
from desk_app.ui.language import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> str:
    """A Qt tool of this environment."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_what_the_translation_file_says(tmp_path: Path, code: str) -> None:
    compiled = tmp_path / f"{code}.qm"
    source = str(resource("i18n", f"{code}.ts"))
    subprocess.run([tool("lrelease"), "-silent", source, "-qm", str(compiled)], check=True)
    assert compiled.read_bytes() == resource("i18n", f"{code}.qm").read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_of_the_screens_is_missing_or_unfinished(tmp_path: Path, code: str) -> None:
    fresh = tmp_path / f"{code}.ts"
    fresh.write_bytes(resource("i18n", f"{code}.ts").read_bytes())
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desk_app").rglob("*.py"))
    only = ["-pluralonly"] if code == "en" else []
    command = [tool("lupdate"), *sources, "-locations", "none", "-no-obsolete", *only, "-ts", str(fresh)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    unfinished = [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(fresh).getroot().iter("context")  # noqa: S314  (our own file)
        for message in context.iter("message")
        for translation in message.iter("translation")
        if translation.get("type") == "unfinished"
    ]
    assert not unfinished


def test_the_language_is_switched_live(qapp: QApplication) -> None:
    language = Language(qapp, Config())
    assert QCoreApplication.translate("pages", "Settings") == "设置"
    assert QLocale().dayName(1) == "星期一"
    language.follow(Config(look=LookSettings(language="en")))
    assert QCoreApplication.translate("pages", "Settings") == "Settings"
    assert QLocale().dayName(1) == "Monday"
    language.deleteLater()


@pytest.mark.parametrize(
    ("code", "one", "two"),
    [("en", "1 visitor", "2 visitors"), ("zh_CN", "访客 1 人", "访客 2 人")],
)
def test_one_is_not_said_like_two(qapp: QApplication, code: str, one: str, two: str) -> None:
    language = Language(qapp, Config(look=LookSettings(language=code)))
    said = [QCoreApplication.translate("ResultLine", "%n visitor(s)", None, people) for people in (1, 2)]
    assert said == [one, two]
    language.use("en")
    language.deleteLater()


@pytest.mark.parametrize("code", ["", "fr", "zh"])
def test_a_language_that_is_not_shipped_counts_as_chinese(qapp: QApplication, code: str) -> None:
    language = Language(qapp, Config(look=LookSettings(language=code)))
    assert language.code == LANGUAGES[0]
    language.use("en")
    language.deleteLater()


def test_the_pseudo_language_marks_and_lengthens_every_word(qapp: QApplication) -> None:
    language = Language(qapp, Config(look=LookSettings(language="pseudo")))
    assert QCoreApplication.translate("pages", "Settings") == "[Settings~~~]"
    language.use("en")
    language.deleteLater()
