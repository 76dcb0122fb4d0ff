"""The dialogue with an SDT reader: golden dialogues, cards that stay, go, come back, and every kind of mischief."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from desk_app.devices.api import CardRead, LinkChanged, LinkState, ReaderEvent
from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.sdt_frames import build
from desk_app.devices.simulators.people import PEOPLE, crowd
from desk_app.devices.simulators.reader import Misdeed
from desk_app.devices.simulators.sdt_blocks import SimulatedCard
from tests.devices.driving import DeskAndReader, Driven
from tests.devices.vectors import FRAMES, VECTORS, raw

RESIDENT = "read resident 测试样本 " + PEOPLE["resident"].card.number
ELDER = "read resident 测试长者 " + PEOPLE["elder"].card.number
DIALOGUES = {dialogue["id"]: dialogue["steps"] for dialogue in VECTORS["dialogues"]}
NAMES = {raw(name): name for name in FRAMES if name.startswith("req")}
OPENING = [("req_status", "rsp_ok")]
Talk = Callable[..., DeskAndReader]


@pytest.fixture
def talk() -> Iterator[Talk]:
    """Makes a desk and a reader in conversation, the desk READY."""
    made: list[DeskAndReader] = []

    def make(**options: bool) -> DeskAndReader:
        both = DeskAndReader(SdtReader(card_left_seconds=5), **options)  # type: ignore[arg-type]  # flags alone
        made.append(both)
        assert both.run(1.0) == ["link.ready"]
        return both

    yield make
    for both in made:
        both.close()


def status(code: str) -> bytes:
    return build(bytes.fromhex("0000" + code))


# -- golden dialogues -------------------------------------------------------------------------------------------------


def follow(desk: Driven, steps: list[tuple[str, str]]) -> list[str]:
    """Answer the desk's requests in the order of a dialogue; extra questions (SAM id, probes) are answered plainly."""
    heard: list[str] = []
    extra = {raw("req_samid"): "rsp_samid", raw("req_read_newaddr"): "rsp_read_fail"}
    for request, reply in steps:
        for _ in range(20):
            asked = desk.asks()
            if asked == raw(request):
                heard += desk.comes(raw(reply))
                break
            heard += desk.comes(raw(extra[asked]))
        else:
            pytest.fail(f"never asked {request}")
    return heard


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_normal_dialogue_reads_the_card(size: int) -> None:
    heard = follow(Driven(SdtReader(), sizes=(size,)), DIALOGUES["dlg_normal"])
    assert heard == ["link.ready", "found", "read resident 测试样本甲 310000199001010010"]


def test_card_pulled_too_early_is_plain_advice_and_no_half_record() -> None:
    heard = follow(Driven(SdtReader()), OPENING + DIALOGUES["dlg_pulled_too_early"])
    assert heard == ["link.ready", "found", "advice.put_again"]


def test_left_card_is_probed_by_its_newest_address_and_never_judged_gone_by_find() -> None:
    desk = Driven(SdtReader(card_left_seconds=1))
    heard = follow(desk, OPENING + DIALOGUES["dlg_card_left_on_reader"][:3])
    assert heard[-1].startswith("read resident")
    for _ in range(6):
        assert desk.asks() == raw("req_read_newaddr")
        desk.now += 0.1
        desk.comes(raw("rsp_newaddr_none"))
    assert desk.heard.count("CardLeftBehind") == 1
    for _ in range(2):
        assert desk.asks() == raw("req_read_newaddr")
        desk.comes(raw("rsp_read_fail"))
    assert desk.heard[-1] == "CardRemoved"
    assert desk.asks() == raw("req_find")


@pytest.mark.parametrize("code", ["newaddr_none", "newaddr"])
def test_card_read_before_this_connection_is_to_be_lifted_and_put_again(code: str) -> None:
    desk = Driven(SdtReader())
    assert follow(desk, [*OPENING, ("req_find", "rsp_find_none")]) == ["link.ready"]
    assert desk.asks() == raw("req_read_newaddr")
    assert desk.comes(raw(f"rsp_{code}")) == ["advice.put_again"]
    asked = [_answered(desk) for _ in range(10)]
    assert raw("req_read_newaddr") not in asked
    assert desk.heard.count("advice.put_again") == 1


def _answered(desk: Driven) -> bytes:
    """The next request, answered as by a reader without a card."""
    request = desk.asks()
    desk.comes(raw({"req_samid": "rsp_samid"}.get(NAMES[request], "rsp_find_none")))
    return request


def test_80_alone_never_means_that_a_card_read_is_gone() -> None:
    """The reader answered 30 03 with silence at first, and only then as it should."""
    desk = Driven(SdtReader(poll_seconds=0.1))
    follow(desk, OPENING + DIALOGUES["dlg_card_left_on_reader"][:3])
    desk.waits(2.1)
    assert desk.asks() == raw("req_find")
    desk.comes(raw("rsp_find_none"))
    assert desk.asks() == raw("req_read_newaddr")
    desk.comes(raw("rsp_newaddr_none"))
    assert desk.asks() == raw("req_read_newaddr")
    assert "CardRemoved" not in desk.heard


# -- cards on the reader ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("find_stays", [False, True])
def test_card_is_read_once_called_out_after_five_seconds_and_missed_when_gone(talk: Talk, find_stays: bool) -> None:
    both = talk(find_stays=find_stays)
    both.reader.present(PEOPLE["resident"])
    assert both.run(4.5) == ["found", RESIDENT, "completed"]
    assert both.run(2.0) == ["CardLeftBehind"]
    assert both.run(10.0) == []
    both.reader.lift()
    assert both.run(2.0) == ["CardRemoved"]


@pytest.mark.parametrize("find_stays", [False, True])
@pytest.mark.parametrize("away", [0.5, 3.0])
def test_card_lifted_and_put_again_is_read_again(talk: Talk, find_stays: bool, away: float) -> None:
    both = talk(find_stays=find_stays)
    both.reader.present(PEOPLE["resident"])
    both.run(1.0)
    both.reader.lift()
    assert both.run(away) == ["CardRemoved"]
    both.reader.present(PEOPLE["resident"])
    assert both.run(1.0) == ["found", RESIDENT, "completed"]


@pytest.mark.parametrize("find_stays", [False, True])
def test_next_persons_card_is_read_even_without_a_pause(talk: Talk, find_stays: bool) -> None:
    both = talk(find_stays=find_stays)
    both.reader.present(PEOPLE["resident"])
    both.run(1.0)
    both.reader.present(PEOPLE["elder"])
    assert both.run(1.5) == ["CardRemoved", "found", ELDER, "completed"]


def test_card_is_announced_at_the_first_find_and_says_how_long_reading_took() -> None:
    desk = Driven(SdtReader())
    follow(desk, OPENING)
    assert desk.asks() == raw("req_find")
    assert desk.comes(raw("rsp_find_found")) == ["found"]
    desk.asks()
    desk.now += 0.02
    assert desk.comes(raw("rsp_select_ok")) == []
    desk.asks()
    desk.now += 0.11
    (event,) = desk.parser.feed(raw("rsp_base_resident"), desk.now)
    assert isinstance(event, CardRead)
    assert event.seconds == pytest.approx(0.13)


def test_a_card_that_stays_is_announced_once(talk: Talk) -> None:
    both = talk(find_stays=True)
    both.reader.present(PEOPLE["resident"])
    assert both.run(20.0).count("found") == 1


def test_newest_address_follows_the_card(talk: Talk) -> None:
    both = talk()
    both.reader.present(PEOPLE["moved"])
    assert both.run(1.0)[2:] == ["completed 上海市徐汇区虚构路99号"]


@pytest.mark.parametrize("code", ["21", "41", "silence"])
@pytest.mark.parametrize("find_stays", [False, True])
def test_reader_without_newest_address_still_tells_a_card_from_the_next(
    talk: Talk, code: str, find_stays: bool
) -> None:
    both = talk(find_stays=find_stays)
    if code == "silence":
        both.reader.misbehave(Misdeed.SILENCE, on="address", times=0)
    else:
        both.reader.misbehave(Misdeed.STATUS, on="address", times=0, status=int(code, 16))
    both.reader.present(PEOPLE["resident"])
    assert both.run(3.0)[:3] == ["found", RESIDENT, "completed"]
    assert RESIDENT not in both.run(3.0)
    both.reader.present(PEOPLE["elder"])
    if find_stays:
        both.reader.lift()
        both.run(2.0)
        both.reader.present(PEOPLE["elder"])
    assert ELDER in both.run(3.0)


def test_a_card_missed_once_by_the_probe_is_not_gone(talk: Talk) -> None:
    both = talk()
    both.reader.present(PEOPLE["resident"])
    both.run(1.0)
    both.reader.misbehave(Misdeed.STATUS, on="address", times=1, status=0x41)
    assert both.run(2.0) == []


def test_a_morning_of_cards_is_read_in_order(talk: Talk) -> None:
    both = talk()
    people = crowd(50)
    heard: list[str] = []
    for card in people:
        both.reader.present(SimulatedCard(card))
        heard += both.run(0.9)
        both.reader.lift()
        heard += both.run(0.9)
    assert [line.split()[-1] for line in heard if line.startswith("read")] == [card.number for card in people]


def test_baud_command_is_never_sent(talk: Talk) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.GARBAGE, times=5)
    both.reader.present(PEOPLE["resident"])
    both.run(60.0)
    assert set(both.reader.commands) <= {"status", "sam_id", "find", "select", "read", "address"}


def test_sam_id_is_asked_once_in_an_idle_moment(talk: Talk) -> None:
    both = talk()
    both.run(3.0)
    assert both.reader.commands["sam_id"] == 1
    assert isinstance(both.desk.parser, SdtReader)
    assert both.desk.parser.sam_id == "05.01-20260101-0000000001-0000000042"


# -- status codes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "code", "advice"),
    [
        ("select", "81", "advice.put_again"),
        ("read", "41", "advice.put_again"),
        ("read", "31", "advice.put_again"),
        ("read", "32", "advice.damaged_or_foreign"),
        ("read", "33", "advice.damaged_or_foreign"),
        ("read", "40", "advice.not_an_id_card"),
        ("select", "40", "advice.not_an_id_card"),
        ("read", "10", "advice.line_noise"),
        ("read", "11", "advice.line_noise"),
        ("read", "21", "advice.reader_lacks_command"),
        ("read", "24", "advice.put_again"),
        ("read", "47", "advice.put_again"),
    ],
)
def test_refused_card_is_one_line_of_advice_however_long_it_lies(talk: Talk, on: str, code: str, advice: str) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.STATUS, on=on, times=0, status=int(code, 16))
    both.reader.present(PEOPLE["resident"])
    assert both.run(8.0) == ["found", advice]
    both.reader.behave()
    both.reader.lift()
    both.run(1.0)
    both.reader.present(PEOPLE["elder"])
    assert ELDER in both.run(2.0)


@pytest.mark.parametrize(("code", "advice"), [("60", "advice.reader_fault"), ("66", "advice.reader_not_authorised")])
def test_deaf_sam_is_a_fault_and_recovers(talk: Talk, code: str, advice: str) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.STATUS, times=0, status=int(code, 16))
    assert both.run(10.0) == ["link.fault", advice]
    both.reader.behave()
    assert both.run(2.0) == ["link.ready"]


def test_sw3_alone_judges() -> None:
    desk = Driven(SdtReader())
    follow(desk, OPENING)
    assert desk.asks() == raw("req_find")
    desk.comes(build(bytes.fromhex("6A829F00000000")))
    assert desk.asks() == raw("req_select")


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("10", "advice.line_noise"),
        ("21", "advice.reader_lacks_command"),
        ("31", "advice.put_again"),
        ("33", "advice.damaged_or_foreign"),
        ("40", "advice.not_an_id_card"),
        ("91", "advice.put_again"),
    ],
)
@pytest.mark.parametrize("on", ["find", "read"])
def test_status_that_says_more_than_no_card_is_one_line_of_advice(talk: Talk, on: str, code: str, advice: str) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.STATUS, on=on, times=0, status=int(code, 16))
    both.reader.present(PEOPLE["resident"])
    assert [line for line in both.run(8.0) if line != "found"] == [advice]
    both.reader.behave()
    both.reader.lift()
    both.run(1.0)
    both.reader.present(PEOPLE["elder"])
    assert ELDER in both.run(2.0)


def test_find_garbled_on_its_way_once_is_no_word_about_a_card(talk: Talk) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.STATUS, on="find", times=1, status=0x10)
    assert both.run(3.0) == []


def test_blank_text_is_no_person() -> None:
    for character in " \0":
        desk = Driven(SdtReader())
        follow(desk, [*OPENING, ("req_find", "rsp_find_found"), ("req_select", "rsp_select_ok")])
        header, photo = bytes.fromhex("00009001000400"), bytes(1024)
        asked = desk.asks()
        while asked == raw("req_read_base"):
            desk.comes(build(header + character.encode("utf-16-le") * 128 + photo))
            asked = desk.asks()
            for _ in range(2):
                desk.comes(raw("rsp_find_none" if asked == raw("req_find") else "rsp_select_ok"))
                asked = desk.asks()
        assert desk.heard[2:] == ["advice.put_again"]


# -- silence and noise ------------------------------------------------------------------------------------------------


def test_reader_may_be_silent_for_three_seconds_after_power_on() -> None:
    desk = Driven(SdtReader())
    assert desk.waits(2.5) == []
    desk.asks()
    assert desk.comes(raw("rsp_ok")) == ["link.ready"]


@pytest.mark.parametrize("answers", ["12FF", "2001"])
def test_reader_that_does_not_know_11_ff_is_proven_by_another_answer(answers: str) -> None:
    desk = Driven(SdtReader())
    for _ in range(3):
        asked = desk.asks()
        if asked[7:9].hex().upper() == answers:
            break
    assert desk.comes(raw({"12FF": "rsp_samid", "2001": "rsp_find_none"}[answers])) == ["link.ready"]


def test_reader_that_comes_back_by_find_is_asked_by_30_03_for_the_card_it_had() -> None:
    desk = Driven(SdtReader())
    follow(desk, OPENING + DIALOGUES["dlg_card_left_on_reader"][:3])
    desk.asks()
    desk.comes(raw("rsp_newaddr_none"))
    while desk.asks() != raw("req_find"):
        desk.comes(raw("rsp_newaddr_none")[:-1] + b"\x00")
    assert desk.heard[-1] == "link.noise"
    desk.comes(raw("rsp_find_found"))
    assert desk.asks() == raw("req_read_newaddr")


def test_answer_behind_a_false_beginning_is_found_however_long_the_line_may_pause() -> None:
    parser, now = SdtReader(), 0.0
    parser.opened(now, gap_seconds=1.0)
    parser.to_send(now)
    parser.feed(bytes.fromhex("AAAAAA9669090A") + raw("rsp_ok"), now)
    assert parser.feed(b"", parser.wake_at(now)) == (LinkChanged(LinkState.READY),)


def test_late_answer_proves_a_reader_and_answers_nothing_else() -> None:
    desk = Driven(SdtReader())
    asked = desk.asks()
    while asked != raw("req_find"):
        asked = desk.asks()
    assert desk.comes(raw("rsp_ok")) == ["link.ready"]
    assert desk.comes(raw("rsp_find_found")) == ["found"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda asked: raw("rsp_ok")[:-1] + b"\x00",
        lambda asked: b"\x00\x8e\x41" * 100,
        lambda asked: asked,
        lambda asked: bytes.fromhex("AAAAAA9669") * 200,
    ],
    ids=["checksum", "garbage", "echo", "preambles"],
)
def test_answers_that_make_no_sense_are_not_called_silence(spoil: Callable[[bytes], bytes]) -> None:
    parser = SdtReader()
    parser.opened(0.0)
    now = 0.0
    changes: list[ReaderEvent] = []
    while now < 6.0:
        request = parser.to_send(now)
        if request:
            changes += parser.feed(spoil(request), now)
        now += 0.05
        changes += parser.feed(b"", now)
    assert changes == [LinkChanged(LinkState.NOISE)]


def test_silent_line_is_told_once_and_wants_to_be_opened_anew() -> None:
    desk = Driven(SdtReader())
    assert desk.waits(4.0) == ["link.no_answer"]
    assert not desk.parser.wants_reopen()
    assert desk.waits(10.0) == []
    assert desk.parser.wants_reopen()


def test_reader_that_falls_silent_is_told_and_taken_back(talk: Talk) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.SILENCE, times=0)
    assert both.run(5.0) == ["link.no_answer"]
    both.reader.behave()
    assert both.run(3.0) == ["link.ready"]


@pytest.mark.parametrize("how", [each for each in Misdeed if each not in (Misdeed.STATUS, Misdeed.COLLIDE)])
@pytest.mark.parametrize("on", ["find", "select", "read", "address", "any"])
@pytest.mark.parametrize("reads_twice", [True, False])
def test_after_any_mischief_the_next_good_card_reads(talk: Talk, how: Misdeed, on: str, reads_twice: bool) -> None:
    both = talk(reads_twice=reads_twice)
    both.reader.misbehave(how, on=on, times=2)
    both.reader.present(PEOPLE["resident"])
    heard = both.run(6.0)
    assert len([line for line in heard if line.startswith("advice")]) <= 1
    if RESIDENT not in heard:  # one tap may be lost to noise; the next two on a strict reader are not
        for _ in range(2):
            both.reader.lift()
            heard += both.run(1.0)
            both.reader.present(PEOPLE["resident"])
            heard += both.run(3.0)
    assert heard.count(RESIDENT) >= 1


def test_wrong_checksum_of_a_read_costs_one_more_read_and_no_advice(talk: Talk) -> None:
    both = talk()
    both.reader.misbehave(Misdeed.CHECKSUM, on="read")
    both.reader.present(PEOPLE["resident"])
    assert both.run(4.0) == ["found", RESIDENT, "completed"]


def test_damage_that_the_checksum_misses_is_not_believed_on_a_noisy_line() -> None:
    """Two bits of the text flip alike: the frame's XOR agrees, the person would be another one."""
    short, long = itertools.count(), itertools.count()

    def spoil(reply: bytes) -> bytes:
        if len(reply) < 1000:
            # Noise on a short answer now and then: the line is known to be bad.
            return reply[:-1] + bytes([reply[-1] ^ 1]) if next(short) % 10 == 5 else reply
        spoilt, number = bytearray(reply), next(long)
        for place in (14 + number % 30, 300 + number):  # never twice the same damage
            spoilt[place] ^= 1 << number % 8
        return bytes(spoilt)

    both = DeskAndReader(SdtReader(), spoil=spoil)
    both.run(5.0)
    both.reader.present(PEOPLE["resident"])
    heard = both.run(3.0)
    both.close()
    assert not any(line.startswith("read") for line in heard)


def test_oddly_written_card_is_read_twice_and_reported_as_it_is(talk: Talk) -> None:
    both = talk()
    both.reader.present(PEOPLE["bad_check_digit"])
    heard = both.run(2.0)
    assert heard[1] == "read resident 测试错号 " + PEOPLE["bad_check_digit"].card.number
    assert both.reader.commands["read"] == 2


def test_oddly_written_card_is_reported_by_a_reader_that_reads_once(talk: Talk) -> None:
    both = talk(reads_twice=False)
    both.reader.present(PEOPLE["unknown_flag"])
    assert both.run(2.0)[1] == "read unknown"


def test_belated_answer_is_not_taken_for_the_next_ones() -> None:
    desk = Driven(SdtReader())
    follow(desk, [*OPENING, ("req_find", "rsp_find_found"), ("req_select", "rsp_select_ok")])
    assert desk.asks() == raw("req_read_base")
    assert desk.comes(raw("rsp_select_ok")) == []
    assert desk.comes(raw("rsp_base_resident")) == ["read resident 测试样本甲 310000199001010010"]


def test_nothing_unasked_is_believed() -> None:
    desk = Driven(SdtReader())
    assert desk.comes(raw("rsp_base_resident")) == []
    assert desk.comes(status("60")) == []
