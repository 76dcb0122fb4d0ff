"""Nothing a card says moves the cursor of the terminal that shows it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.commands import plain
from desk_app.devices.simulators.people import PEOPLE
from tests.commands.typed import Type, reader_on

EVIL = {
    "C1 control sequence": "测试\x9b31m",
    "right-to-left override": "测试\u202e明小王",
    "zero-width joiner": "测\u200d试",
    "invisible tag": "测试\U000e0041",
}


def speaks(text: str) -> bool:
    return any(unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") for each in text.replace("\n", ""))


@pytest.mark.parametrize("text", EVIL.values(), ids=EVIL.keys())
def test_what_speaks_to_a_terminal_is_spelled_out(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain.put(text)
    plain.warn(text)
    said = capsys.readouterr()
    assert not speaks(said.out)
    assert not speaks(said.err)
    assert said.out.startswith("测")


@given(st.text())
def test_json_reads_back_as_it_was_and_speaks_to_no_terminal(text: str) -> None:
    spelled = plain.tame(json.dumps({"name": text}, ensure_ascii=False))
    assert not speaks(spelled)
    assert json.loads(spelled) == {"name": text}


@pytest.mark.parametrize("text", EVIL.values(), ids=EVIL.keys())
@pytest.mark.parametrize("how", [(), ("--json",)], ids=["table", "json"])
def test_a_card_with_commands_for_the_terminal_is_shown_harmless(text: str, how: tuple[str, ...], typed: Type) -> None:
    person = PEOPLE["resident"]
    with reader_on("tcp://127.0.0.1:0") as reader:
        reader.present(replace(person, card=replace(person.card, address=text)))
        said = typed("card", "read", "--port", reader.port.address, "--reveal", *how)
    assert said.status == 0, said.err
    assert not speaks(said.out.replace("\t", ""))
    assert "\\u" in said.out
