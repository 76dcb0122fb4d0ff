"""What waits for the district: frozen with the act, verifiable, without anything that names a person."""

from __future__ import annotations

import hashlib
import json

import pytest

from desk_app.domain.people import NewPerson
from desk_app.storage import outbox
from desk_app.storage.values import from_micros
from tests.services.desks import Hub, invented_card, invented_number


def test_an_entry_is_frozen_with_its_digest_and_clocks(hub: Hub) -> None:
    arrival = hub.desk.visits.tap_card(invented_card()).arrival
    assert arrival is not None
    (entry,) = hub.rows(
        "SELECT op_id, kind, v, body, digest, entity_id, created_wall, mono_ns, boot_id, state, tries FROM outbox"
    )
    op_id, kind, version, body, digest, entity, wall, mono, boot, state, tries = entry
    assert (kind, version, state, tries, boot) == ("visit.check_in", 1, "pending", 0, "boot")
    assert (entity, len(op_id)) == (str(arrival.visit.id), 36)
    assert hashlib.sha256(body).digest() == digest
    assert outbox.canonical(json.loads(body)) == body
    assert (from_micros(wall), mono) == (hub.clock.now(), 1_000 * 10**9)
    with hub.store.read() as transaction:
        assert outbox.waiting(transaction) == 1


def test_an_entry_carries_a_pseudonym_and_neither_name_nor_fingerprint(hub: Hub) -> None:
    hub.desk.visits.tap_card(invented_card())
    hub.desk.visits.check_in_new(NewPerson("测试乙", phone="13800005678"))
    for (body,) in hub.rows("SELECT body FROM outbox"):
        text = body.decode()
        for secret in ("测试", "13800005678", '5678"', invented_number(), "***"):
            assert secret not in text
    first = json.loads(hub.rows("SELECT body FROM outbox ORDER BY seq")[0][0])
    assert first["person"] == str(hub.desk.people.search("测试甲")[0].id)
    assert not {"fingerprint", "key_id"} & set(first)


def test_the_order_is_kept_and_never_used_twice(hub: Hub) -> None:
    for _ in range(3):
        hub.desk.visits.count_one()
    hub.rows("DELETE FROM outbox")
    hub.desk.visits.count_one()
    assert hub.rows("SELECT seq FROM outbox") == [(4,)]


def test_fractions_have_no_place_in_a_body() -> None:
    with pytest.raises(ValueError, match="JSON"):
        outbox.canonical({"x": float("nan")})  # type: ignore[dict-item]  # what a careless caller might do
    assert outbox.canonical({"b": 1, "a": "名"}) == '{"a":"名","b":1}'.encode()
