"""Logs leave the hub with support requests, so nothing in them may name a visitor."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desk_app.core import log

SECRETS = {
    "identity number": "310000199001010010",
    "identity number ending in x": "31000019481231068x",
    "old foreigner's number": "UTO310000010105",
    "pass number": "H00000000",
    "mobile number": "13800006612",
}


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_a_number_that_names_a_person_never_reaches_the_file(tmp_path: Path, secret: str) -> None:
    handler = log.start(tmp_path)
    try:
        logging.getLogger("desk_app.test").info("card %s, again:%s.", secret, secret)
        try:
            raise ValueError(secret)
        except ValueError:
            logging.getLogger("desk_app.test").info("trouble", exc_info=True)
    finally:
        log.stop(handler)
    text = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert secret not in text
    assert text.count("[redacted]") == 3


@pytest.mark.parametrize(
    "harmless", ["A012", "2026-11-23 09:41:07", "20261123094107000", "0190b3a1-7c4e-7000-8000-000000000000"]
)
def test_times_and_slip_numbers_stay_readable(harmless: str) -> None:
    assert log.redact(harmless) == harmless


def test_an_outage_is_logged_when_it_begins_and_when_it_ends(caplog: pytest.LogCaptureFixture) -> None:
    outage = log.OnceUntilRecovered(logging.getLogger("desk_app.test"), "reader")
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            outage.failed("port missing")
        outage.recovered()
        outage.recovered()
    assert [record.getMessage() for record in caplog.records] == ["reader: port missing", "reader: working again"]
