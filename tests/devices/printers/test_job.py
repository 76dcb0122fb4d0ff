"""Whole jobs: golden letters, pictures that say what they must, and names no ROM holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from desk_app.core.config import HubProfile
from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers import PRINTERS, lettering, printer_by_model
from desk_app.devices.printers.job import AFTER_A_BREAK, CHINESE_WAYS, pieces, render
from desk_app.devices.printers.picture import slip_picture
from desk_app.devices.printers.raster import LARGEST_COMMAND
from desk_app.domain import slips
from tests.devices.printers.fixtures import (
    DESK,
    HUB,
    TOKEN,
    WHEN,
    naming,
    picture_of,
    read_columns,
    read_job,
    slip,
    visit,
)

GOLDEN = Path(__file__).parent / "golden"
PAPERS = ("generic-58", "generic-80", "epson-tm-t88")

RARE_NAMES = {
    "extension B": "𠮷测试",
    "extension F": "测𬱖",
    "beyond GBK": "李䶮",
    "with a dot": "测试·艾尔肯·热合曼",
    "fifty characters": "测" * 25 + "试·" * 12 + "某",
    "emoji": "测试😀🎉",
    "right to left marks": "测\u202e试\u200f某",
    "a formula": '=HYPERLINK("http://x","测试")',
    "private use": "测\ue123",
    "Latin": "Ångström Řehoř",
    "commands inside": "测\x1b@\x10\x04\x01\x1dV\x00试",
}


def readable(commands: tuple[bytes, ...]) -> str:
    """One command a line; dots by their size alone, as the pictures are compared elsewhere."""
    lines = []
    for command in commands:
        if command.startswith(b"\x1dv0"):
            wide, high = (int.from_bytes(command[at : at + 2], "little") for at in (4, 6))
            lines.append(f"GS v 0 {wide}x{high}")
        else:
            lines.append(re.sub(r"^b['\"]|['\"]$", "", repr(command)))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_slip_in_letters_is_byte_for_byte_the_golden_one(paper: str) -> None:
    commands = render(slip(copy=2), printer_by_model(paper), chinese="gb18030")
    assert readable(commands) == (GOLDEN / f"letters-{paper}.txt").read_text(encoding="ascii")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_slip_in_dots_looks_like_the_golden_picture(paper: str) -> None:
    model = printer_by_model(paper)
    _, rows, _ = read_job(b"".join(render(slip(copy=2), model)))
    picture = picture_of(rows, model.dots)
    with Image.open(GOLDEN / f"dots-{paper}.png") as golden:
        assert golden.size == picture.size
        other = ImageChops.difference(golden.convert("L"), picture).histogram()[255]
    # Another FreeType may set a dot here and there differently.
    assert other <= 0.01 * picture.width * picture.height


@pytest.mark.parametrize("paper", PAPERS)
def test_a_slip_in_letters_reads_as_chinese_and_fits_the_paper(paper: str) -> None:
    model = printer_by_model(paper)
    lines, _, met = read_job(b"".join(render(slip(), model, chinese="gbk")))
    assert lines[0] == "徐汇区测试街道“邻里汇”"
    assert {"访客凭条", "VISITOR SLIP", "A012", "离开时请扫码或交回前台"} <= set(lines)
    assert all(len(line.encode("gb18030")) <= model.columns for line in lines)
    assert any(line.startswith("访客 Visitor") and line.endswith("测**") for line in lines)
    assert met[-1] == "\x1dV"
    assert met.count("\x1b@") == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_the_number_is_at_least_twelve_millimetres_high_whatever_its_length(paper: str) -> None:
    model = printer_by_model(paper)
    for number in ("A1", "A012", "A1012", "AB10123"):
        bare = slips.Slip("visitor", "", "", "", number, (), (), "", "")
        box = rows_of_the_tallest_thing(slip_picture(bare, model))
        assert box >= 12 / 25.4 * model.dpi, number


def rows_of_the_tallest_thing(picture: Image.Image) -> int:
    inked = [
        picture.crop((0, y, picture.width, y + 1)).convert("L").getextrema()[0] == 0 for y in range(picture.height)
    ]
    return max(len(run) for run in "".join("#" if ink else " " for ink in inked).split())


@pytest.mark.parametrize("way", ["auto", "gbk", "gb2312"])
@pytest.mark.parametrize("paper", [row.id for row in PRINTERS if row.id != "legacy-80" and not row.native_qr])
def test_the_qr_code_on_the_picture_of_the_paper_is_read(paper: str, way: str) -> None:
    model = printer_by_model(paper)
    _, rows, _ = read_job(b"".join(render(slip(), model, chinese=way)))
    assert [code.text for code in zxingcpp.read_barcodes(picture_of(rows, model.dots))] == [TOKEN]


@pytest.mark.parametrize("way", CHINESE_WAYS)
@pytest.mark.parametrize("name", RARE_NAMES.values(), ids=RARE_NAMES)
@pytest.mark.parametrize("slow", [True, False], ids=["slow", "fast"])
def test_a_rare_name_never_becomes_a_question_mark_or_a_command(name: str, way: str, slow: bool) -> None:
    model = printer_by_model("generic-58")
    plain = render(naming("测试"), model, chinese=way, slow=slow)
    commands = render(naming(name), model, chinese=way, slow=slow)
    lines, _, met = read_job(b"".join(commands))
    assert "?" not in "".join(lines)
    assert met.count("\x1b@") == met.count("\x1dV") == 1
    assert "\x10\x04" not in met
    assert all(len(line.encode("gb18030")) <= model.columns for line in lines)
    assert b"".join(commands) != b"".join(plain)
    assert all(len(command) <= LARGEST_COMMAND for command in commands)


def test_a_line_the_rom_cannot_print_goes_out_as_dots_between_lines_of_letters() -> None:
    model = printer_by_model("generic-58")
    lines, _, _ = read_job(b"".join(render(naming("𠮷野测试"), model, chinese="gb18030")))
    assert not any("Visitor" in line for line in lines)
    assert any(line.startswith("事由 Purpose") for line in lines)
    whole, _, _ = read_job(b"".join(render(naming("李䶮"), model, chinese="gb18030")))
    assert any(line.endswith("李䶮") for line in whole)
    lesser, _, _ = read_job(b"".join(render(naming("李䶮"), model, chinese="gbk")))
    assert not any("䶮" in line for line in lesser)


@pytest.mark.parametrize("ch", "𠮷𬱖䶮㛃喆·é鿏")
def test_every_rare_letter_is_drawn_by_a_font(ch: str) -> None:
    assert lettering._font_for(ch, bold=True)


def test_a_letter_no_font_has_is_a_box_with_its_code() -> None:
    assert not lettering._font_for("\ue123", bold=False)
    box, other = (slip_picture(naming(ch), printer_by_model("generic-58")) for ch in ("\ue123", "\ue124"))
    assert box.tobytes() != other.tobytes()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_whatever_a_name_is_made_of_the_job_stays_a_job(name: str) -> None:
    model = printer_by_model("generic-58")
    for way in ("auto", "gb2312"):
        _, _, met = read_job(b"".join(render(naming(name or "x"), model, chinese=way, slow=True)))
        assert met.count("\x1b@") == met.count("\x1dV") == 1


def test_auto_sends_letters_on_a_slow_line_and_dots_elsewhere() -> None:
    model = printer_by_model("generic-80")
    slow = b"".join(render(slip(), model, slow=True))
    fast = b"".join(render(slip(), model))
    assert "徐汇区".encode("gb18030") in slow
    assert len(slow) < 1000
    assert "徐汇区".encode("gb18030") not in fast


def test_an_unknown_way_of_printing_chinese_is_refused() -> None:
    with pytest.raises(EnvironmentTrouble, match=r"printer\.chinese_unknown"):
        render(slip(), PRINTERS[0], chinese="utf-8")


@pytest.mark.parametrize("model", PRINTERS, ids=lambda row: row.id)
def test_every_model_prints_the_test_slip_with_every_level_and_a_ruler(model: object) -> None:
    assert isinstance(model, type(PRINTERS[0]))
    what = slips.test_slip(HUB, DESK, WHEN, columns=model.columns)
    job = b"".join(render(what, model))
    for text in ("A GB2312  徐汇区邻里汇", "B GBK     喆珺昇暐祎", "C GB18030 䶮㑇", "1234567890"):
        assert text.encode("gb18030") in job
    assert job.endswith(model.cut)


def test_pieces_are_whole_commands() -> None:
    commands = render(slip(), printer_by_model("generic-80"))
    together = list(pieces(commands))
    assert b"".join(together) == b"".join(commands)
    assert all(len(piece) <= LARGEST_COMMAND for piece in together)
    ends = {sum(map(len, commands[:count])) for count in range(len(commands) + 1)}
    assert {sum(map(len, together[:count])) for count in range(len(together) + 1)} <= ends


def test_a_slip_in_columns_read_back_by_the_manual_is_the_picture_that_was_drawn() -> None:
    """The oldest printers, where emupos is not at hand: see `test_second_opinion`."""
    old = printer_by_model("legacy-80")
    rows, rest = read_columns(b"".join(render(naming("𠮷测试"), old, chinese="image")), old.dots)
    drawn = slip_picture(naming("𠮷测试"), old)
    paper = Image.new("1", (old.dots, len(rows)))
    paper.putdata([0 if ink else 255 for row in rows for ink in row])
    assert paper.crop((0, 0, *drawn.size)).tobytes() == drawn.tobytes()
    assert not any(ink for row in rows[drawn.height :] for ink in row)
    assert rest == b"\x1b@" + b"\x1c&\x1cS\x00\x00" + b"\x1b3\x10" + b"\x1b2" + old.cut
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == [TOKEN]


def test_after_a_broken_job_the_longest_band_would_be_filled_and_the_remains_cut_off() -> None:
    assert AFTER_A_BREAK == (b"\x00" * LARGEST_COMMAND, b"\x1b@", b"\x1dVB\x00")


def test_a_long_hub_name_and_place_wrap_and_a_long_footer_takes_two_lines() -> None:
    hub = HubProfile(subdistrict="测试街道", site="测试路三百号综合为民服务中心分站")
    long = slips.visitor_slip(visit(), "测试", hub, DESK, place="一楼社区食堂和老年助餐点以及隔壁的图书室和棋牌室")
    for way in ("gbk", "image"):
        job = b"".join(render(long, printer_by_model("generic-58"), chinese=way))
        lines, rows, _ = read_job(job)
        assert all(len(line.encode("gb18030")) <= 32 for line in lines)
        assert rows
