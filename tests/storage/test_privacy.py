"""What a card says beyond name, sex and birth date is found nowhere: not in the decrypted file, not in a log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.core import log
from desk_app.core.errors import DeskError
from desk_app.domain.identity import IdentityCard
from desk_app.domain.people import NewPerson
from tests.services.desks import Hub, invented_card, invented_number

PHONE = "13800005678"


def forms(text: str) -> list[bytes]:
    """The encodings a leak could hide in."""
    return [text.encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]


def a_morning(hub: Hub) -> IdentityCard:
    card = invented_card()
    for _ in range(3):
        hub.desk.visits.tap_card(card)
        hub.desk.visits.sign_out_all()
        hub.clock.go(hours=1)
    arrival = hub.desk.visits.check_in_new(NewPerson("测试乙", phone=PHONE))
    hub.desk.slips.print_for(arrival.visit.id)
    hub.desk.slips.roll_call()
    job = hub.desk.slips.next_job()
    assert job is not None
    hub.desk.slips.sending(job.id, b"x")
    return card


def secrets_of(card: IdentityCard) -> list[str]:
    address = card.address
    return [
        card.number,
        card.number[:14],
        card.number[6:17],
        address,
        address[3:],
        card.issuer,
        str(card.newest_address),
    ]


def every_value(hub: Hub) -> Iterator[tuple[str, object]]:
    """Each value of each column of each row, decrypted, with its table."""
    for (table,) in hub.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in hub.rows(f"SELECT * FROM {table}"):  # noqa: S608  (the file names its own tables)
            yield from ((table, value) for value in row)


def test_nothing_else_of_a_card_is_stored(hub: Hub) -> None:
    card = a_morning(hub)
    needles = [needle for secret in secrets_of(card) for needle in forms(secret)]
    for table, value in every_value(hub):
        raw = value if isinstance(value, bytes) else str(value).encode()
        assert not [needle for needle in needles if needle in raw], f"in {table}"


def test_a_phone_is_only_where_it_is_looked_for(hub: Hub) -> None:
    a_morning(hub)
    allowed = {"person", "person_recent", "search_key"}
    assert {table for table, value in every_value(hub) if PHONE in str(value)} == allowed


def test_the_bytes_on_disk_and_in_the_log_say_nothing(
    hub: Hub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    handler = log.start(tmp_path / "logs", level=logging.DEBUG)
    try:
        card = a_morning(hub)
        with pytest.raises(DeskError):
            hub.desk.visits.tap_card(invented_card(name=""))
    finally:
        log.stop(handler)
        logging.getLogger().setLevel(logging.WARNING)
    needles = [n for secret in [*secrets_of(card), PHONE, "测试甲", "测试乙"] for n in forms(secret)]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"desk.db", "desk.db-wal"}
    for path in files:
        assert not [needle for needle in needles if needle in path.read_bytes()], path.name


def test_a_refusal_does_not_quote_the_card(hub: Hub) -> None:
    wrong = invented_number()[:17] + "5"
    with pytest.raises(DeskError) as refused:
        hub.desk.visits.tap_card(replace(invented_card(), number=wrong))
    assert wrong not in repr(refused.value) + str(refused.value) + repr(refused.value.params)
