"""Normalising, measuring and wrapping as a Chinese receipt printer does it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from desk_app.devices.printers.models import Level
from desk_app.devices.printers.text import level, normalised, width, wrapped


@pytest.mark.parametrize(
    ("ch", "expected"),
    [
        ("A", Level.ASCII),
        ("徐", Level.GB2312),
        ("—", Level.GB2312),
        ("·", Level.GB2312),
        ("￥", Level.GB2312),
        ("“", Level.GB2312),
        ("喆", Level.GBK),
        ("珺", Level.GBK),
        ("〇", Level.GBK),
        ("䶮", Level.GB18030_2),
        ("㛃", Level.GB18030_4),
        ("𠮷", Level.GB18030_4),
        ("𬱖", Level.GB18030_4),
        ("é", Level.GB2312),
        ("ř", Level.GB18030_4),
        ("😀", Level.GB18030_4),
        ("\ue000", Level.GB18030_4),
    ],
)
def test_a_character_is_trusted_to_the_rom_that_holds_it(ch: str, expected: Level) -> None:
    assert level(ch) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¥12.50元", "￥12.50元"),
        ("９\u301c10\u221211\u202712", "９～10-11·12"),
        ("张\u3000三\t四", "张 三 四"),
        ("徐\x1b@\x10\x04\x01\x1dV\x00\n汇", "徐@V汇"),
        ("\u202e测试\u202c\u200f\ufeff", "测试"),
        ("测\ud800试", "测试"),
        ("e\u0301", "é"),
        ("👍🏽👨\u200d👩", "👍👨👩"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
    ],
)
def test_one_spelling_and_nothing_that_could_be_a_command(text: str, expected: str) -> None:
    assert normalised(text) == expected


@given(st.text())
def test_no_control_byte_ever_reaches_the_printer(text: str) -> None:
    assert all(byte >= 0x20 for byte in normalised(text).encode("gb18030"))


@pytest.mark.parametrize(("text", "columns"), [("09:00—11:30", 12), ("“邻里汇”", 10), ("A℃×·", 7), ("𠮷a", 3)])
def test_width_is_what_the_bytes_take_on_paper(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.characters(codec="gbk", categories=("Lo", "Lu", "Ll", "Nd"))))
def test_wcwidth_with_wide_ambiguous_characters_agrees(text: str) -> None:
    text = "".join(ch for ch in text if wcswidth(ch, ambiguous_width=2) > 0)
    assert width(text) == wcswidth(text, ambiguous_width=2)


@given(st.text("徐汇区邻里汇，。）“（ab 12-—𠮷"), st.integers(2, 48))
def test_wrapped_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_closing_sign_and_no_word_is_torn() -> None:
    assert wrapped("徐汇区邻里汇，你好。", 12) == ("徐汇区邻里", "汇，你好。")
    assert wrapped("Please scan when you leave", 14) == ("Please scan", "when you leave")
    assert wrapped("测" * 50, 32) == ("测" * 16, "测" * 16, "测" * 16, "测" * 2)
    assert wrapped("x" * 40, 32) == ("x" * 32, "x" * 8)
