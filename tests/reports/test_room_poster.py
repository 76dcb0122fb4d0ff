"""Posters drawn as PDF: read back as text by a program not ours, drawn to dots, measured against two metres."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from desk_app.core.config import HubProfile
from desk_app.domain.announced_years import shipped_calendar
from desk_app.domain.bookings.booking import Booking, BookingState, PartyKind, Responsible
from desk_app.domain.bookings.rooms import Room
from desk_app.reports.paper import Paper, metres
from desk_app.reports.room_poster import SMALLEST, day_poster, read_from, uses, week_poster
from tests.domain.bookings.sample import an_id, at, booked

HUB = HubProfile(subdistrict="测试街道", phone="021-00000000")
DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, 41, tzinfo=UTC)
ROOMS = tuple(
    Room(an_id(name), name, floor=floor)
    for name, floor in (("公共客厅", "一楼"), ("议事厅", "一楼"), ("亲子活动室", "二楼"), ("阅览室", "二楼"))
)
POPPLER = all(shutil.which(tool) for tool in ("pdftotext", "pdftoppm", "pdffonts"))
needs_poppler = pytest.mark.skipif(not POPPLER, reason="poppler-utils are not installed: nothing reads the PDF back")


def use(room: str, starts: str, ends: str, title: str, day: date = DAY, **more: object) -> Booking:
    return booked(at(starts, ends, day), f"{room}{title}{day}{starts}", room=room, title=title, **more)  # type: ignore[arg-type]  # fields by name


MORNING = (
    use("公共客厅", "08:30", "10:20", "书法班"),
    use("议事厅", "09:30", "12:00", "社区律师接待", party="测试律师事务所"),
    use("亲子活动室", "09:00", "10:20", "亲子绘本"),
    use("公共客厅", "13:00", "14:20", "楼组长议事会"),
)


def read_back(content: bytes, folder: Path, *options: str) -> str:
    path = folder / "poster.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)  # noqa: S607  (found on the PATH)
    return done.stdout.decode()


def picture(content: bytes, folder: Path) -> Image.Image:
    path = folder / "poster.pdf"
    path.write_bytes(content)
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(path), str(folder / "page")], check=True)  # noqa: S607  (same)
    return Image.open(min(folder.glob("page*.png"))).convert("RGB")


WORD = re.compile(r'<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)"')


def sizes(content: bytes, folder: Path) -> list[float]:
    """The height of every word's box on the paper, in points."""
    text = read_back(content, folder, "-bbox")
    return [float(bottom) - float(top) for top, bottom in WORD.findall(text)]


@needs_poppler
@pytest.mark.parametrize("paper", list(Paper))
def test_the_day_reads_back_with_every_time_title_group_room_and_floor(paper: Paper, tmp_path: Path) -> None:
    text = read_back(day_poster(HUB, ROOMS, MORNING, DAY, NOW, paper), tmp_path, "-layout")
    for words in ("今日场地安排", "11月23日 星期一", "徐汇区测试街道“邻里汇”", "962899", "11月23日 09:41 打印"):
        assert words in text
    row = next(line for line in text.splitlines() if "社区律师接待" in line)
    assert row.split() == ["9:30–12:00", "社区律师接待", "议事厅"]
    assert "测试律师事务所" in text
    assert "一楼" in text


@needs_poppler
def test_the_week_reads_back_room_by_room_with_holidays_and_free_rooms_named(tmp_path: Path) -> None:
    days = [DAY + timedelta(days=number) for number in range(7)]
    week = [use("公共客厅", "08:30", "10:20", "书法班", day) for day in days]
    text = read_back(week_poster(HUB, ROOMS, week, DAY, NOW, calendar=shipped_calendar()), tmp_path)
    assert text.count("书法班") == 7
    assert "本周空闲、可预约：议事厅、亲子活动室、阅览室" in text
    assert "周三 11/25" in text
    newyear = read_back(week_poster(HUB, ROOMS, [], date(2026, 1, 1), NOW, calendar=shipped_calendar()), tmp_path)
    assert "休（节假日）" in newyear
    assert "班（调休）" in newyear


def test_a_wall_names_no_person_and_promises_no_request() -> None:
    person = Responsible(PartyKind.PERSON, an_id("p"), "测试甲", an_id("p"), "测试甲", "13900002207")
    alone = use("公共客厅", "15:00", "16:00", "", responsible=person)
    asked = use("议事厅", "15:00", "16:00", "申请中", state=BookingState.REQUESTED)
    gone = use("议事厅", "17:00", "18:00", "取消了", state=BookingState.CANCELLED)
    shown = uses((alone, asked, gone), at("00:00", "23:59", DAY))
    assert [(each.title, each.who) for each in shown] == [("文化艺术交流", "")]


def test_what_is_promised_without_the_district_is_marked() -> None:
    provisional = use("公共客厅", "15:00", "16:00", "书法班", state=BookingState.PROVISIONAL)
    assert uses((provisional,), at("00:00", "23:59", DAY))[0].title == "暂定 · 书法班"


@needs_poppler
def test_an_empty_day_invites(tmp_path: Path) -> None:
    assert "欢迎到前台预约" in read_back(day_poster(HUB, ROOMS, (), DAY, NOW), tmp_path)


def test_the_smallest_type_is_read_from_two_metres_on_a3() -> None:
    assert read_from(Paper.A3) >= 2.0
    assert metres(SMALLEST, Paper.A4) == pytest.approx(read_from(Paper.A3) / 2**0.5)


@needs_poppler
@pytest.mark.parametrize("count", [3, 12, 60])
def test_no_type_in_a_list_is_smaller_than_that_however_full_the_day(count: int, tmp_path: Path) -> None:
    many = [use("公共客厅", f"{8 + n % 12:02}:00", f"{9 + n % 12:02}:00", f"活动{n}") for n in range(count)]
    content = day_poster(HUB, ROOMS, many, DAY, NOW)
    foot = 17 * 1.6  # the foot is read from near by; poppler's boxes are a little higher than the type
    assert [size for size in sizes(content, tmp_path) if foot < size < SMALLEST] == []
    text = read_back(content, tmp_path)
    assert all(f"活动{n}\n" in text for n in range(count))
    assert ("第 2 页" in text) == (count == 60)


@needs_poppler
def test_rare_characters_and_signs_come_back_whole(tmp_path: Path) -> None:
    title = "测试𠮷𬱖龘😀·①"
    text = read_back(day_poster(HUB, ROOMS, [use("公共客厅", "09:00", "10:00", title)], DAY, NOW), tmp_path)
    assert title in text


@needs_poppler
def test_what_has_no_shape_is_left_out_and_endless_titles_end_in_dots(tmp_path: Path) -> None:
    odd = use("公共客厅", "09:00", "10:00", "甲\u202e乙\x00丙" + "长" * 200)
    text = read_back(day_poster(HUB, ROOMS, [odd], DAY, NOW), tmp_path)
    assert "甲乙丙长" in text
    assert "…" in text
    assert text.count("长") < 40


@needs_poppler
@pytest.mark.parametrize(("paper", "wide", "high"), [(Paper.A3, 297, 420), (Paper.A4, 210, 297)])
def test_the_paper_is_the_one_asked_for_and_the_head_is_the_brand(
    paper: Paper, wide: int, high: int, tmp_path: Path
) -> None:
    page = picture(day_poster(HUB, ROOMS, MORNING, DAY, NOW, paper), tmp_path)
    assert page.width == pytest.approx(wide / 25.4 * 40, abs=1.5)
    assert page.height == pytest.approx(high / 25.4 * 40, abs=1.5)
    assert page.getpixel((page.width // 2, 3)) == (241, 135, 0)
    assert page.getpixel((3, page.height - 3)) == (255, 255, 255)


@needs_poppler
@pytest.mark.parametrize("seed", range(4))
def test_nothing_runs_over_the_edge_of_the_paper(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    titles = ("书法班", "社区律师接待与法律咨询服务专场", "A very long English title without end", "亲子")
    days = [DAY + timedelta(days=number) for number in range(7)]
    many = [
        use(
            dice.choice(ROOMS).name, f"{dice.randint(8, 19):02}:{dice.choice('03')}0", "20:30", dice.choice(titles), day
        )
        for day in days
        for _ in range(dice.randint(0, 9))
    ]
    page = picture(week_poster(HUB, ROOMS, many, DAY, NOW), tmp_path)
    edge = page.crop((page.width - 12, page.height // 5, page.width, page.height))
    assert edge.getextrema() == ((255, 255), (255, 255), (255, 255))


@needs_poppler
def test_only_the_characters_used_travel_with_the_file(tmp_path: Path) -> None:
    content = day_poster(HUB, ROOMS, MORNING, DAY, NOW)
    assert len(content) < 200_000
    path = tmp_path / "poster.pdf"
    path.write_bytes(content)
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True, text=True).stdout  # noqa: S607  (same)
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts.splitlines()[2:])
