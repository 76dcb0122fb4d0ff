"""Fills a data folder with an invented city: 200 000 people, 1 000 000 visits. No line of it is anybody.

python -m benchmarks.city FOLDER [--people N] [--visits N]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from desk_app.core.clock import SystemClock, hub_day
from desk_app.core.paths import DataFolder
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import check_character
from desk_app.domain.people import age_on, band_of, mask_number
from desk_app.domain.readings import forms_of
from desk_app.domain.tokens import new_token
from desk_app.storage.db import Store
from desk_app.storage.values import to_micros

PEOPLE = 200_000
VISITS = 1_000_000
YEARS = 5

# Shares of the commonest surnames in per mille (public census figures, rounded); the rest is spread over a tail.
_SURNAMES = (
    "王72 李70 张68 刘54 陈46 杨31 黄22 赵21 吴20 周19 徐15 孙15 马13 朱12 "
    "胡12 郭12 何11 林11 高10 罗9 郑9 梁9 谢8 宋8 唐7 许7 韩6 冯6 邓6 曹6 彭6 曾5 "
    "萧5 田5 董5 袁5 潘4 于4 蒋4 蔡4 余4 杜4 叶4 程4 苏4 魏4 吕4 丁4 任4 沈4 姚3 "
    "卢3 姜3 崔3 钟3 谭3 陆3 汪3 范3 金3 石3 廖3 贾3 夏3 韦3 付3 方3 白3 邹3 孟3 "
    "熊3 秦3 邱2 江2 尹2 薛2 闫2 段2 雷2 侯2 龙2 史2 陶2 黎2 贺2 顾2 毛2 郝2 龚2 "
    "邵2 万2 钱2 严2 覃2 武1 戴1 莫1 孔1 向1 汤1 单1 仇1 解1 区1 翟1 查1 乐1 欧阳1 "
    "尉迟1"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红秀梅琴云建国志文海鹏辉鑫宇浩然子轩梓涵欣怡雨诗婷佳琪"
    "宝珍珠凤莲根福贵金生林森龙虎德才仁义礼智信春夏秋冬东南西北天晓峰亮光月星晨曦雪冰清泉江河湖波澜"
)
_LATIN = ("Anna", "Maria", "John", "Smith", "Garcia", "Ivanova", "Tanaka", "Dupont", "Ahmed", "Sofia", "Lukas", "Emma")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--visits", type=int, default=VISITS)
    options = parser.parse_args()
    started = time.perf_counter()
    build(DataFolder(options.folder), people=options.people, visits=options.visits)
    print(f"{options.people} people, {options.visits} visits in {time.perf_counter() - started:.0f} s")


def build(folder: DataFolder, *, people: int = PEOPLE, visits: int = VISITS, seed: int = 1) -> None:
    """Make the store of `folder` and fill it. Indexes are laid last: in random order they would take minutes."""
    chance = random.Random(seed)
    store = Store.open(folder, SystemClock())
    try:
        with store.maintenance() as connection:
            for pragma in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            indexes = connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            ).fetchall()
            connection.execute("BEGIN IMMEDIATE")
            for name, _ in indexes:
                connection.execute(f"DROP INDEX {name}")
            _fill(connection, store, chance, people, visits)
            for _, sql in indexes:
                connection.execute(sql)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
    finally:
        store.close()


def _fill(connection: Any, store: Store, chance: random.Random, people: int, visits: int) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    ids = [uuid7(now - timedelta(days=365 * YEARS) + timedelta(seconds=key), chance) for key in range(people)]
    last_seen = [to_micros(now - timedelta(days=365 * YEARS))] * people
    bands: list[tuple[str, str]] = []
    _insert(connection, "person", _people(ids, bands, store, chance, now), 16)
    _insert(connection, "visit", _visits(ids, bands, last_seen, store, chance, now, visits), 21)
    names = connection.execute("SELECT name, phone FROM person ORDER BY key").fetchall()
    forms = [forms_of(name, phone) for name, phone in names]
    recent = sorted(
        (seen, key, "".join("|" + form.text for form in forms[key - 1])) for key, seen in _numbered(last_seen)
    )
    _insert(connection, "person_search", _numbered(last_seen), 2)
    _insert(connection, "person_recent", recent, 3)
    terms = sorted((form.text, int(not form.whole), key) for key, found in _numbered(forms) for form in found)
    _insert(connection, "search_key", terms, 3)


def _numbered(values: list[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(values, start=1)


def _insert(connection: Any, table: str, rows: Any, columns: int) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)


def uuid7(instant: datetime, chance: random.Random) -> bytes:
    millis = to_micros(instant) // 1000
    body = millis.to_bytes(6, "big") + chance.randbytes(10)
    return UUID(bytes=bytes((*body[:6], 0x70 | body[6] & 0x0F, body[7], 0x80 | body[8] & 0x3F, *body[9:]))).bytes


def name_by(chance: random.Random) -> str:
    """An invented name: two or three characters mostly, now and then a Latin one."""
    if chance.random() < 0.01:
        return " ".join(chance.sample(_LATIN, 2))
    surname = chance.choices(_NAMES, _WEIGHTS)[0]
    return surname + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2))))


_PAIRS = [
    (entry.rstrip("0123456789"), int(entry.lstrip("".join(c for c in entry if not c.isdigit()))))
    for entry in _SURNAMES.split()
]
_NAMES = [name for name, _ in _PAIRS]
_WEIGHTS = [weight for _, weight in _PAIRS]


def number_of(key: int) -> tuple[str, date]:
    """An invented identity number of area 310000 that is nobody's twice, and its birth date."""
    born = date(1930, 1, 1) + timedelta(days=key % 32_000)
    digits = f"310000{born:%Y%m%d}{key // 32_000:03d}"
    return digits + check_character(digits), born


def _people(
    ids: list[bytes], bands: list[tuple[str, str]], store: Store, chance: random.Random, now: datetime
) -> Iterator[Any]:
    today = hub_day(now)
    at = to_micros(now - timedelta(days=365 * YEARS))
    for key, person_id in _numbered(ids):
        number, born = number_of(key)
        sex = "1" if int(number[16]) % 2 else "2"
        band = band_of(age_on(born, today)).value
        bands.append((sex, band))
        has_card = key % 3 != 0
        phone = (
            f"1{chance.choice('3578')}{chance.randrange(10**9):09d}"
            if chance.random() < 0.5
            else f"{chance.randrange(10**4):04d}"
        )
        yield (
            key, person_id, name_by(chance), sex, born.isoformat() if has_card else None, band,
            "document" if has_card else "self_reported", "resident" if has_card else None,
            store.keys.fingerprint("resident", number) if has_card else None, store.keys.key_id if has_card else None,
            mask_number(number) if has_card else "",
            phone if chance.random() < 0.6 else "", int(key % 50 == 0), "",
            at, at,
        )  # fmt: skip


def _visits(
    ids: list[bytes],
    bands: list[tuple[str, str]],
    last_seen: list[int],
    store: Store,
    chance: random.Random,
    now: datetime,
    count: int,
) -> Iterator[Any]:
    kinds = [kind.value for kind in ServiceKind]
    start = now - timedelta(days=365 * YEARS)
    step = (now - start) / count
    day, serial = "", 0
    for number in range(count):
        arrived = start + step * number
        if (today := hub_day(arrived).isoformat()) != day:
            day, serial = today, 0
        serial += 1
        # A third of the people make nine tenths of the visits, as everywhere.
        who = chance.randrange(len(ids)) if chance.random() < 0.1 else chance.randrange(len(ids) // 3)
        sex, band = bands[who]
        at = to_micros(arrived)
        last_seen[who] = at
        is_open = number >= count - 60
        yield (
            uuid7(arrived, chance), day, "A", serial, chance.choice(kinds), None, "", at, "card",
            new_token(store.keys.token, chance.choice), ids[who], "", sex, band, "document", 0, 1, 0,
            None if is_open else at + 3_600_000_000, None if is_open else "click", None,
        )  # fmt: skip


if __name__ == "__main__":
    main()
