"""A printer's answers: which byte means what, and what is no answer at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.api import PrinterState
from desk_app.devices.printers.models import Fence
from desk_app.devices.printers.status import Answers, fence_request, is_status, question, state_of


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ("12 12 12 12", PrinterState.READY),
        ("16 12 12 12", PrinterState.READY),  # bit 2 of the first is the drawer
        ("12 12 12 1E", PrinterState.PAPER_LOW),
        ("1A 32 12 7E", PrinterState.PAPER_OUT),
        ("1A 32 12 12", PrinterState.PAPER_OUT),  # told by question 2 alone
        ("12 12 12 72", PrinterState.PAPER_OUT),  # told by question 4 alone
        ("1A 16 12 12", PrinterState.COVER_OPEN),
        ("1A 36 12 7E", PrinterState.PAPER_OUT),  # a new roll needs an open cover: first things first
        ("1A 52 1A 12", PrinterState.CUTTER),
        ("1A 52 32 12", PrinterState.FAULT),
        ("1A 12 12 12", PrinterState.OFFLINE),
    ],
)
def test_four_answers_make_one_state(answers: str, state: PrinterState) -> None:
    assert state_of(dict(enumerate(bytes.fromhex(answers), 1))) is state


def test_unanswered_questions_count_for_nothing_but_the_first_must_be_answered() -> None:
    assert state_of({1: 0x12}) is PrinterState.READY
    assert state_of({}) is PrinterState.SILENT
    assert state_of({2: 0x12, 4: 0x12}) is PrinterState.SILENT


@pytest.mark.parametrize("byte", [0x00, 0xFF, 0x10, 0x13, 0x92, 0x37, 0x0F])
def test_a_byte_with_the_wrong_fixed_bits_is_no_status(byte: int) -> None:
    assert not is_status(byte)


def test_commands_are_the_documented_ones() -> None:
    assert question(4) == b"\x10\x04\x04"
    assert fence_request(Fence.TAKEN_UP, 1) == b"\x1dr\x01"
    assert fence_request(Fence.COMPLETED, 0) == b"\x1d(H\x06\x00\x30\x30AAAA"
    assert fence_request(Fence.NONE, 1) == b""


def told(answers: Answers, data: bytes) -> bool:
    """Whether the fence is reached after those bytes too."""
    answers.feed(data)
    return answers.fence_reached


def test_a_fence_answer_counts_only_once_it_was_asked_for() -> None:
    answers = Answers(Fence.TAKEN_UP)
    assert not told(answers, b"\x00\x03")
    answers.await_fence(1)
    assert not told(answers, b"\x12\x1a")
    assert told(answers, b"\x00")
    assert answers.statuses == [0x12, 0x1A]


@given(st.lists(st.sampled_from([b"\x12", b"\x1a", b"\x7e", b"\xff", b"\x37"])), st.data())
def test_a_named_fence_is_found_in_any_split_among_status_answers(before: list[bytes], data: st.DataObject) -> None:
    request = fence_request(Fence.COMPLETED, 7)
    stream = b"".join(before) + b"\x37\x22" + request[-4:] + b"\x00\x12"
    cut = data.draw(st.integers(0, len(stream)))
    answers = Answers(Fence.COMPLETED)
    answers.await_fence(7)
    answers.feed(stream[:cut])
    answers.feed(stream[cut:])
    assert answers.fence_reached
    assert answers.statuses[-1] == 0x12


def test_the_answer_to_another_fence_is_not_this_one() -> None:
    answers = Answers(Fence.COMPLETED)
    answers.await_fence(2)
    answers.feed(b"\x37\x22" + fence_request(Fence.COMPLETED, 1)[-4:] + b"\x00")
    assert not answers.fence_reached
