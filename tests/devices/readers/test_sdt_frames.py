"""Frames out of byte streams: every golden frame and stream in every split, and laws over random ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.devices.api import GAP_SECONDS
from desk_app.devices.readers.sdt_frames import (
    LONGEST_LENGTH,
    PREAMBLE,
    BadFrame,
    Frame,
    FrameParser,
    build,
    checksum,
)
from tests.devices.driving import chunks
from tests.devices.vectors import FRAMES, VECTORS, raw

SPLITS = [1, 2, 3, 7, 64, 4096]
bodies = st.binary(min_size=3, max_size=400)


def parse(stream: bytes, sizes: tuple[int, ...] = (4096,), shortest: int = 4) -> tuple[list[bytes], list[str]]:
    parser = FrameParser(shortest)
    found = [item for piece in chunks(stream, sizes) for item in parser.feed(piece, 0.0)]
    return (
        [item.body for item in found if isinstance(item, Frame)],
        [item.fault.value for item in found if isinstance(item, BadFrame)],
    )


@pytest.mark.parametrize("size", SPLITS)
@pytest.mark.parametrize("name", FRAMES)
def test_golden_frame_is_found_in_every_split(name: str, size: int) -> None:
    shortest = 3 if FRAMES[name]["dir"] == "req" else 4
    frames, errors = parse(raw(name), (size,), shortest)
    assert [build(body) for body in frames] == [raw(name)]
    assert errors == []


@pytest.mark.parametrize("name", [name for name, frame in FRAMES.items() if frame["dir"] == "rsp"])
def test_status_is_the_third_byte(name: str) -> None:
    (body,), _ = parse(raw(name))
    assert f"{Frame(body).status:02X}" == FRAMES[name]["expect"]["sw3"]


@pytest.mark.parametrize("size", [0, *SPLITS])
@pytest.mark.parametrize("stream", VECTORS["streams"], ids=[stream["id"] for stream in VECTORS["streams"]])
def test_golden_stream_gives_its_frames_and_errors(stream: dict[str, Any], size: int) -> None:
    pieces = [bytes.fromhex(piece) for piece in stream["chunks"]]
    joined = b"".join(pieces)
    frames, errors = parse(joined, (size,)) if size else parse(joined, tuple(map(len, pieces)))
    assert [build(body) for body in frames] == [raw(name) for name in stream["expect"]["frames"]]
    assert errors == stream["expect"]["errors"]


@given(st.lists(bodies, min_size=1, max_size=5), st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_built_frames_come_back_whole_in_any_split(sent: list[bytes], sizes: list[int]) -> None:
    assert parse(b"".join(map(build, sent)), tuple(sizes)) == (sent, [])


@given(bodies, st.integers(0, 10_000), st.integers(1, 255))
def test_one_damaged_byte_is_always_noticed(body: bytes, place: int, flip: int) -> None:
    frame = bytearray(build(body))
    frame[place % len(frame)] ^= flip
    frames, _ = parse(bytes(frame) + bytes(LONGEST_LENGTH + 9))
    assert body not in frames


@given(st.binary(max_size=3000), st.lists(st.integers(1, 400), min_size=1, max_size=5))
def test_after_any_noise_and_a_pause_the_next_frame_reads(noise: bytes, sizes: list[int]) -> None:
    parser = FrameParser()
    for piece in chunks(noise, sizes):
        list(parser.feed(piece, 0.0))
        assert len(parser._buffer) <= LONGEST_LENGTH + 7
    list(parser.feed(b"", GAP_SECONDS))
    assert not parser.running
    (frame,) = parser.feed(raw("rsp_base_resident"), 1.0)
    assert isinstance(frame, Frame)


@given(st.binary(max_size=200))
def test_checksum_is_the_xor_of_all_bytes(data: bytes) -> None:
    expected = 0
    for byte in data:
        expected ^= byte
    assert checksum(data) == expected


def test_false_preamble_in_noise_does_not_swallow_the_good_frame_behind_it() -> None:
    parser = FrameParser()
    stream = PREAMBLE + b"\x04\x00" + raw("rsp_find_found")
    assert list(parser.feed(stream, 0.0)) == []  # might be the beginning of a long frame
    found = list(parser.feed(b"", GAP_SECONDS))
    assert [type(item) for item in found] == [BadFrame, Frame]


def test_frame_cut_by_silence_is_given_up_and_not_joined_with_the_next() -> None:
    parser = FrameParser()
    list(parser.feed(raw("rsp_base_resident")[:700], 0.0))
    found = list(parser.feed(raw("rsp_find_none"), 0.4))
    assert [getattr(item, "fault", "frame") for item in found] == ["cut", "frame"]


def test_length_bomb_is_refused_at_once() -> None:
    assert parse(PREAMBLE + b"\xff\xff" + raw("rsp_ok")) == ([raw("rsp_ok")[7:-1]], ["length"])


def test_endless_preambles_hold_no_memory() -> None:
    parser = FrameParser()
    for _ in range(2000):
        list(parser.feed(PREAMBLE, 0.0))
        assert len(parser._buffer) <= LONGEST_LENGTH + 7


def test_preamble_inside_a_photo_is_data() -> None:
    frame = raw("rsp_base_resident_longterm_X")
    assert frame.count(PREAMBLE) == 2
    assert parse(frame) == ([frame[7:-1]], [])


def test_photo_with_preamble_in_a_damaged_frame_is_one_error_and_the_next_frame_reads() -> None:
    damaged = bytearray(raw("rsp_base_resident_longterm_X"))
    damaged[30] ^= 1
    assert parse(bytes(damaged) + raw("rsp_ok"))[1] == ["checksum"]
    assert parse(bytes(damaged) + raw("rsp_ok"))[0] == [raw("rsp_ok")[7:-1]]


def test_frames_do_not_show_their_content() -> None:
    (frame,) = FrameParser().feed(raw("rsp_base_resident"), 0.0)
    assert "测试" not in repr(frame)
    assert repr(frame) == "<Frame 1287>"


@pytest.mark.parametrize(("gap", "whole"), [(0.3, 0), (1.0, 1)])
def test_a_pause_inside_a_frame_is_as_long_as_the_line_allows(gap: float, whole: int) -> None:
    parser, frame = FrameParser(gap_seconds=gap), raw("rsp_base_resident")
    found = [*parser.feed(frame[:700], 0.0), *parser.feed(b"", 0.34), *parser.feed(frame[700:], 0.35)]
    assert len([item for item in found if isinstance(item, Frame)]) == whole
