"""Scanner lines in every framing, and scanner or person at the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.scanner import SerialScanner, Verdict, WedgeDetector
from tests.devices.driving import Driven


def scanned(stream: bytes, sizes: tuple[int, ...] = (4096,)) -> list[str]:
    desk = Driven(SerialScanner(), sizes=sizes)
    desk.comes(stream)
    desk.waits(0.2)
    return [line.removeprefix("scanned ") for line in desk.heard if line.startswith("scanned")]


@pytest.mark.parametrize("size", [1, 3, 4096])
@pytest.mark.parametrize(
    ("stream", "texts"),
    [
        (b"ABC123\r", ["ABC123"]),
        (b"ABC123\n", ["ABC123"]),
        (b"ABC123\r\n", ["ABC123"]),
        (b"ABC123", ["ABC123"]),
        (b"\x02ABC123\x03", ["ABC123"]),
        (b"\x02ABC123\x03\r\n", ["ABC123"]),
        (b"\x02ABC123\x04", ["ABC123"]),
        (b"ABC123\t\r\n", ["ABC123"]),
        (b"A1\r\nB2\r\n", ["A1", "B2"]),
        (b"%%NoRead\r\nA1\r\n", ["A1"]),
        (b"%%NoRead", []),
        (b"\r\n\r\n", []),
        ("测试一号\r\n".encode(), ["测试一号"]),
        ("测试一号\r\n".encode("gb18030"), ["测试一号"]),
        ("𠮷".encode("gb18030") + b"\n", ["𠮷"]),
        (b"X" * 10_000 + b"\r\nA1\r\n", ["A1"]),
    ],
)
def test_serial_scanner_line(stream: bytes, texts: list[str], size: int) -> None:
    assert scanned(stream, (size,)) == texts


def test_line_without_ending_waits_for_silence() -> None:
    desk = Driven(SerialScanner())
    assert desk.comes(b"ABC") == ["link.ready"]
    desk.now += 0.05
    assert desk.comes(b"123") == []
    assert desk.waits(0.2) == ["scanned ABC123"]


@given(st.binary(max_size=500))
def test_no_bytes_break_the_scanner(stream: bytes) -> None:
    scanned(stream)


def typed(detector: WedgeDetector, text: str, gap: float, start: float = 10.0) -> Verdict:
    """Keys at one pace, with a timer as the key filter keeps one, then a long pause: everything decided, joined."""
    at, seen, handed = start, "", ""
    verdicts = []
    for character in text:
        verdicts += _timer(detector, at)
        verdicts.append(detector.key(character, at))
        at += gap
    verdicts += _timer(detector, at + 1.0)
    for verdict in verdicts:
        seen += verdict.scanned
        handed += verdict.typed
    return Verdict(seen, handed)


def _timer(detector: WedgeDetector, until: float) -> list[Verdict]:
    due = detector.wake_at
    return [detector.passed(due)] if due is not None and due <= until else []


@pytest.mark.parametrize(
    ("text", "gap", "verdict"),
    [
        ("LLH0000000000001\r", 0.008, Verdict(scanned="LLH0000000000001")),
        ("LLH0000000000001\t", 0.030, Verdict(scanned="LLH0000000000001")),
        ("LLH0000000000001", 0.030, Verdict(scanned="LLH0000000000001")),
        ("ABC123\r", 0.045, Verdict(scanned="ABC123")),
        ("ABC12\r", 0.008, Verdict(typed="ABC12\r")),
        ("zhangsan\r", 0.120, Verdict(typed="zhangsan\r")),
        ("zhangsan\r", 0.090, Verdict(typed="zhangsan\r")),
        ("5678", 0.200, Verdict(typed="5678")),
        ("\r", 0.0, Verdict(typed="\r")),
        ("", 0.0, Verdict()),
    ],
)
def test_pace_and_length_tell_scanner_from_person(text: str, gap: float, verdict: Verdict) -> None:
    assert typed(WedgeDetector(), text, gap) == verdict


def test_scan_right_after_typing_keeps_both_apart() -> None:
    detector = WedgeDetector()
    assert typed(detector, "ab", 0.2) == Verdict(typed="ab")
    assert typed(detector, "SLIP00000001\r", 0.01, start=20.0) == Verdict(scanned="SLIP00000001")


def test_lone_key_is_let_go_before_a_person_notices() -> None:
    detector = WedgeDetector()
    detector.key("1", 5.0)
    assert detector.wake_at is not None
    assert detector.wake_at - 5.0 < 0.1
    assert detector.passed(5.07) == Verdict(typed="1")
    assert detector.wake_at is None


@given(st.lists(st.tuples(st.sampled_from("ab1\r\t"), st.floats(0.001, 0.4)), max_size=40))
def test_no_key_is_lost_or_doubled(keys: list[tuple[str, float]]) -> None:
    detector = WedgeDetector()
    at, out = 0.0, ""
    for character, gap in keys:
        at += gap
        for verdict in (*_timer(detector, at), detector.key(character, at)):
            out += verdict.scanned + ("\n" if verdict.scanned else "") + verdict.typed
    last = detector.passed(at + 1.0)
    out += last.scanned + last.typed
    assert [ch for ch in out if ch.isalnum()] == [ch for ch, _ in keys if ch.isalnum()]
