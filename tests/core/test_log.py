"""Logs leave the hub with support requests, so nothing in them may name a visitor."""

from __future__ import annotations

import logging
import subprocess
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from desk_app.core import log

SECRETS = {
    "identity number": "310000199001010010",
    "identity number ending in x": "31000019481231068x",
    "old foreigner's number": "UTO310000010105",
    "pass number": "H00000000",
    "mobile number": "13800006612",
    "mobile number abroad": "+8613800005678",
    "mobile number abroad in groups": "+86 138 0000 5678",
    "mobile number with hyphens": "138-0000-5678",
    "mobile number behind two zeros": "008613800005678",
    "identity number in groups": "310000 19900101 0010",
    "identity number in other groups": "310000-1990-01-01-001X",
    "first generation number": "310000900101001",
    "first generation number in groups": "310000 900101 001",
    "old foreigner's number in groups": "UTO 310000 010105",
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
    "harmless",
    [
        "A012",
        "2026-11-23 09:41:07",
        "2026-11-23 09:41:07,123 12 345",
        "20261123094107000",
        "0190b3a1-7c4e-7000-8000-000000000000",
        "visits 1700000, people 200000, 12 ms",
        "tcp://192.168.100.100:9100",
    ],
)
def test_times_and_slip_numbers_stay_readable(harmless: str) -> None:
    assert log.redact(harmless) == harmless


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders inherit their owner's rights")
def test_folder_and_files_are_their_owners_alone_even_where_they_stood_before(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir(mode=0o755)
    (folder / "desk.log").touch(mode=0o644)
    handler = log.start(folder)
    try:
        logging.getLogger("desk_app.test").info("one")
        assert isinstance(handler, RotatingFileHandler)
        handler.doRollover()
        logging.getLogger("desk_app.test").info("two")
    finally:
        log.stop(handler)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.name: each.stat().st_mode & 0o777 for each in folder.iterdir()} == {
        "desk.log": 0o600,
        "desk.log.1": 0o600,
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_under_the_log_is_silent(tmp_path: Path) -> None:
    told = (
        "import logging, pathlib, sys; from desk_app.core import log;"
        "folder = pathlib.Path(sys.argv[1]); (folder / 'desk.log').symlink_to('/dev/full');"
        "handler = log.start(folder); logging.getLogger('x').warning('y'); log.stop(handler)"
    )
    done = subprocess.run([sys.executable, "-c", told, str(tmp_path)], capture_output=True, text=True, check=False)
    assert "Logging error" not in done.stderr


def test_an_outage_is_logged_when_it_begins_and_when_it_ends(caplog: pytest.LogCaptureFixture) -> None:
    outage = log.OnceUntilRecovered(logging.getLogger("desk_app.test"), "reader")
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            outage.failed("port missing")
        outage.recovered()
        outage.recovered()
    assert [record.getMessage() for record in caplog.records] == ["reader: port missing", "reader: working again"]
