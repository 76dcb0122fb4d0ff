"""Slips decoded by something not ours: emupos, a printer emulator that needs a newer Python than the desk.

Found through LINLIHUI_EMUPOS (the path of its executable) or on the PATH; without it the tests say loudly that the
second opinion is missing. Install it anywhere with `python3.13 -m venv E && E/bin/pip install emupos`.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from desk_app.core.config import PrinterSettings
from desk_app.devices.api import PrinterState
from desk_app.devices.printer_thread import PrinterThread
from desk_app.devices.printers import printer_by_model
from desk_app.devices.printers.address import parse_address
from desk_app.devices.printers.delivery import Delivery, Patience
from desk_app.devices.printers.job import AFTER_A_BREAK, render
from desk_app.devices.printers.picture import slip_picture
from desk_app.devices.printers.transport import open_line
from desk_app.domain.slips import PrintState
from tests.devices.printers.fixtures import TOKEN, MemorySpool, Watcher, naming, slip, wait_until

PROFILE = """type: printer
name: paper of {dots} dots
dpi: 203
width_dots: {dots}
font_a: {{ width: 12, height: 24 }}
font_b: {{ width: 9, height: 17 }}
code_pages: {{ 0: PC437 }}
default_code_page: 0
drawer_sensor_open_level: high
serial: {{ baud: 9600, data_bits: 8, parity: none, stop_bits: 1 }}
"""
CONFIG = """schema: 1
api: {{ host: 127.0.0.1, port: {api} }}
devices:
  - id: narrow
    type: printer
    profile: ./narrow.yaml
    receipts_dir: ./receipts
    connections: [{{ tcp: {{ port: {narrow} }} }}]
  - id: wide
    type: printer
    profile: ./wide.yaml
    receipts_dir: ./receipts
    connections: [{{ tcp: {{ port: {wide} }} }}]
"""
PAPERS = {"generic-58": "narrow", "generic-80": "wide"}
DEVICES = {**PAPERS, "legacy-80": "wide"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@dataclass
class Emupos:
    """A running emulator with two printers."""

    api: int
    ports: dict[str, int]

    def call(self, method: str, path: str) -> bytes:
        address = f"http://127.0.0.1:{self.api}/api/v1/devices/{path}"
        with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=10) as answer:
            return bytes(answer.read())

    def receipts(self, device: str) -> list[str]:
        """Ids, oldest first."""
        return [receipt["id"] for receipt in reversed(json.loads(self.call("GET", f"{device}/receipts")))]

    def text(self, device: str, receipt: str) -> str:
        """It shows GB 18030 bytes as code page 437; the mojibake is undone here."""
        shown = self.call("GET", f"{device}/receipts/{receipt}/text").decode()
        lines = []
        for line in shown.splitlines():
            try:
                lines.append(line.encode("cp437").decode("gb18030"))
            except UnicodeError:
                lines.append(line)
        return "\n".join(lines)

    def picture(self, device: str, receipt: str) -> Image.Image:
        with Image.open(io.BytesIO(self.call("GET", f"{device}/receipts/{receipt}/image"))) as picture:
            return picture.convert("L")


def executable(request: pytest.FixtureRequest) -> str:
    found = os.environ.get("LINLIHUI_EMUPOS") or shutil.which("emupos")
    if not found:
        reason = "NO SECOND OPINION on slips: emupos not found (set LINLIHUI_EMUPOS to its executable)"
        capturing = request.config.pluginmanager.get_plugin("capturemanager")
        assert capturing is not None
        with capturing.global_and_fixture_disabled():  # must be seen whatever the verbosity
            sys.stderr.write(f"\n*** {reason} ***\n")
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def program(request: pytest.FixtureRequest) -> str:
    """The emulator's executable."""
    return executable(request)


@pytest.fixture(scope="module")
def emupos(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emupos]:
    folder: Path = tmp_path_factory.mktemp("emupos")
    api, narrow, wide = free_port(), free_port(), free_port()
    (folder / "narrow.yaml").write_text(PROFILE.format(dots=384), encoding="utf-8")
    (folder / "wide.yaml").write_text(PROFILE.format(dots=576), encoding="utf-8")
    (folder / "emupos.yaml").write_text(CONFIG.format(api=api, narrow=narrow, wide=wide), encoding="utf-8")
    log = (folder / "log").open("wb")
    with log, subprocess.Popen([program, "run"], cwd=folder, stdout=log, stderr=log) as process:
        try:
            wait_until(lambda: reachable(api) and reachable(wide), 60)
            yield Emupos(api, {"narrow": narrow, "wide": wide})
        finally:
            process.terminate()
            process.wait(20)


def reachable(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
    except OSError:
        return False
    return True


@dataclass
class Printed:
    """What one job left in the emulator."""

    text: str
    picture: Image.Image
    state: PrintState


def print_on(emupos: Emupos, model: str, chinese: str, name: str = "测试明") -> Printed:
    device = DEVICES[model]
    before = emupos.receipts(device)
    spool, watcher = MemorySpool(), Watcher()
    settings = PrinterSettings(model, f"127.0.0.1:{emupos.ports[device]}", chinese)
    worker = PrinterThread(printer_by_model(model), settings, spool, watcher)
    job = spool.queue(naming(name))
    worker.start()
    try:
        wait_until(lambda: spool.state(job)[0] not in (PrintState.QUEUED, PrintState.SENDING), 40)
        wait_until(lambda: len(emupos.receipts(device)) > len(before), 20)
    finally:
        worker.stop()
    assert len(emupos.receipts(device)) == len(before) + 1
    receipt = emupos.receipts(device)[-1]
    return Printed(emupos.text(device, receipt), emupos.picture(device, receipt), spool.state(job)[0])


@pytest.mark.parametrize("model", PAPERS)
def test_letters_are_read_as_the_chinese_they_are_and_the_code_from_the_picture(emupos: Emupos, model: str) -> None:
    printed = print_on(emupos, model, "gb18030", name="李䶮")
    for text in (
        "徐汇区测试街道“邻里汇”",
        "访客凭条",
        "A012",
        "李䶮",
        "书法班",
        "当日 20:30",
        "离开时请扫码或交回前台",
    ):
        assert text in printed.text
    assert [code.text for code in zxingcpp.read_barcodes(printed.picture)] == [TOKEN]
    assert printed.state is PrintState.PRINTED


@pytest.mark.parametrize("model", PAPERS)
def test_dots_come_out_dot_for_dot_with_rare_names_and_a_code(emupos: Emupos, model: str) -> None:
    printed = print_on(emupos, model, "image", name="𠮷𬱖䶮·测试")
    ours = slip_picture(naming("𠮷𬱖䶮·测试"), printer_by_model(model)).convert("L")
    assert printed.picture.width == ours.width
    assert printed.picture.crop((0, 0, *ours.size)).tobytes() == ours.tobytes()
    assert [code.text for code in zxingcpp.read_barcodes(printed.picture)] == [TOKEN]
    assert printed.state is PrintState.PRINTED


def test_the_columns_of_old_printers_come_out_dot_for_dot(emupos: Emupos) -> None:
    printed = print_on(emupos, "legacy-80", "image", name="𠮷测试")
    ours = slip_picture(naming("𠮷测试"), printer_by_model("legacy-80")).convert("L")
    assert printed.picture.crop((0, 0, *ours.size)).tobytes() == ours.tobytes()
    assert [code.text for code in zxingcpp.read_barcodes(printed.picture)] == [TOKEN]
    assert printed.state is PrintState.PRINTED


def test_what_completes_a_command_left_unfinished_brings_it_back_and_prints_no_more_than_specks(emupos: Emupos) -> None:
    address = parse_address(f"127.0.0.1:{emupos.ports['wide']}")
    before = emupos.receipts("wide")
    line = open_line(address)
    half_a_band = b"\x1b@\x1dv0\x00" + bytes([72, 0, 48, 0]) + bytes(500)
    line.write_some(half_a_band, 1.0)
    delivery = Delivery(line, printer_by_model("generic-80"), address, Patience(), threading.Event(), print)
    assert delivery.state() is PrinterState.SILENT
    assert delivery.fill()
    assert delivery.state() is PrinterState.READY
    assert delivery.fill()  # into a printer that waits for nothing
    commands = render(slip(), printer_by_model("generic-80"), chinese="image")
    assert delivery.deliver("A012", (*AFTER_A_BREAK, *commands)).state is PrintState.PRINTED
    line.close()
    wait_until(lambda: len(emupos.receipts("wide")) == len(before) + 2, 20)
    torn, whole = (emupos.picture("wide", receipt) for receipt in emupos.receipts("wide")[len(before) :])
    ours = slip_picture(slip(), printer_by_model("generic-80")).convert("L")
    assert torn.height < 200
    assert torn.histogram()[0] < 20  # our questions, taken for picture data
    assert whole.crop((0, 0, *ours.size)).tobytes() == ours.tobytes()


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("paper-out", PrinterState.PAPER_OUT),
        ("cover-open", PrinterState.COVER_OPEN),
        ("offline", PrinterState.OFFLINE),
    ],
)
def test_its_faults_are_understood_and_the_job_comes_out_once_mended(
    emupos: Emupos, fault: str, state: PrinterState
) -> None:
    emupos.call("PUT", f"wide/faults/{fault}")
    before = len(emupos.receipts("wide"))
    spool, watcher = MemorySpool(), Watcher()
    settings = PrinterSettings("generic-80", f"127.0.0.1:{emupos.ports['wide']}", "gbk")
    worker = PrinterThread(printer_by_model("generic-80"), settings, spool, watcher)
    job = spool.queue(slip())
    worker.start()
    try:
        wait_until(lambda: spool.state(job) == (PrintState.QUEUED, state.value), 20)
        emupos.call("DELETE", f"wide/faults/{fault}")
        wait_until(lambda: spool.state(job)[0] is PrintState.PRINTED, 20)
        wait_until(lambda: len(emupos.receipts("wide")) == before + 1, 20)
    finally:
        worker.stop()
    assert watcher.states[:2] == [state, PrinterState.READY]
