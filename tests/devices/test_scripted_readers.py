"""Far ends that play the shared dialogues literally, or answer some commands and no others, on real lines."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.sdt_commands import SECONDS, Step
from desk_app.devices.readers.sdt_frames import Frame, FrameParser, build
from desk_app.devices.simulators.control import Answer, Command
from desk_app.devices.simulators.device import SimulatedDevice
from desk_app.devices.simulators.ports import SimulatedPort, open_port
from tests.devices.vectors import VECTORS, raw
from tests.devices.wired import KINDS, running, serving

RESIDENT = "read resident 测试样本甲"
DIALOGUES: dict[str, list[list[str]]] = {dialogue["id"]: dialogue["steps"] for dialogue in VECTORS["dialogues"]}


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such far ends leave many questions unanswered."""
    for step in Step:
        if step is not Step.READ:
            monkeypatch.setitem(SECONDS, step, 0.3)


class Scripted(SimulatedDevice):
    """Says what `answer` returns for a request; b"" is silence."""

    name = "simulated-script"

    def __init__(self, port: SimulatedPort, answer: Callable[[bytes], bytes]) -> None:
        super().__init__(port)
        self._frames = FrameParser(shortest_length=3)
        self._answer = answer

    def received(self, data: bytes) -> None:
        for item in self._frames.feed(data, 0.0):
            if isinstance(item, Frame):
                self.port.write(self._answer(build(item.body)))

    def obey_own(self, what: str, command: Command) -> Answer:
        raise ValueError(f"no command {what} {command}")


class Script:
    """The steps of a dialogue: each answered once, in order, and nothing else ever."""

    def __init__(self, steps: list[list[str]]) -> None:
        self._left = [(raw(request), raw(reply)) for request, reply in steps]
        self.played = threading.Event()

    def __call__(self, request: bytes) -> bytes:
        if not self._left or self._left[0][0] != request:
            return b""
        reply = self._left.pop(0)[1]
        if not self._left:
            self.played.set()
        return reply


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("dlg_normal", ["found", RESIDENT]),
        ("dlg_card_left_on_reader", ["found", RESIDENT, "completed", "CardRemoved", "found"]),
        ("dlg_pulled_too_early", ["found", "advice.put_again"]),
    ],
)
def test_dialogue_of_the_vectors_is_played_to_its_end(kind: str, name: str, events: list[str]) -> None:
    script = Script(DIALOGUES[name])
    device = Scripted(open_port(kind), script)
    with serving(device), running(SdtReader(poll_seconds=0.02), device.port.address) as desk:
        for event in events:
            desk.until(event)
        assert script.played.wait(5.0)
    heard = [line for line in desk.heard if not line.startswith("link")]
    assert [line[: len(event)] for line, event in zip(heard, events, strict=False)] == events


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("deaf_to", [["req_status"], ["req_status", "req_samid"]], ids=["sam id only", "find only"])
def test_card_is_read_by_a_reader_that_leaves_questions_unanswered(kind: str, deaf_to: list[str]) -> None:
    answers = {
        "req_status": "rsp_ok",
        "req_samid": "rsp_samid",
        "req_find": "rsp_find_found",
        "req_select": "rsp_select_ok",
        "req_read_base": "rsp_base_resident",
    }
    replies = {raw(request): raw(reply) for request, reply in answers.items() if request not in deaf_to}
    device = Scripted(open_port(kind), lambda request: replies.get(request, b""))
    with serving(device), running(SdtReader(), device.port.address) as desk:
        desk.until(RESIDENT)


def test_pause_inside_an_answer_is_waited_out_on_a_network_line() -> None:
    """A serial server or a wireless hop hands bytes on in parcels."""
    answers = {"req_status": "rsp_ok", "req_find": "rsp_find_found", "req_select": "rsp_select_ok"}
    replies = {raw(request): raw(reply) for request, reply in answers.items()}
    card, pause = raw("rsp_base_resident"), threading.Event()

    def answer(request: bytes) -> bytes:
        if request != raw("req_read_base"):
            return replies.get(request, b"")
        device.port.write(card[:700])
        pause.wait(0.35)
        return card[700:]

    device = Scripted(open_port("tcp://127.0.0.1:0"), answer)
    with serving(device), running(SdtReader(), device.port.address) as desk:
        desk.until(RESIDENT)
    assert not [line for line in desk.heard if line.startswith("advice")]
