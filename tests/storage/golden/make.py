"""Makes the golden folder of the present release; run once per release and never again for an old one.

python -m tests.storage.golden.make tests/storage/golden/release-0.1
"""

from __future__ import annotations

import sys
from datetime import time
from pathlib import Path

from desk_app.core.paths import DataFolder
from desk_app.domain.catalogue import Activity, ServiceKind
from desk_app.domain.people import AgeBand, NewPerson
from desk_app.domain.slips import PrintState
from desk_app.domain.visits import NewGroup, Purpose
from tests.services.desks import Hub, invented_card, opened


def fill(hub: Hub) -> None:
    """One of everything the release can store."""
    desk = hub.desk
    choir = Activity(
        desk.activities.new_id(), ServiceKind.CULTURE_SPORTS, "合唱", "活动室", frozenset({1}), time(9), time(11)
    )
    desk.activities.save(choir)
    card = desk.visits.tap_card(invented_card()).arrival
    assert card is not None
    assert card.job is not None
    assert card.visit.person_id is not None
    desk.activities.enrol(choir.id, card.visit.person_id)
    desk.people.assign_uid(card.visit.person_id, "04A1B2C3")
    desk.slips.sending(card.job, b"\x1b@ invented")
    desk.slips.finished(card.job, PrintState.UNCERTAIN, "printer.silent")
    hub.clock.go(minutes=5)
    new = desk.visits.check_in_new(NewPerson("测试·买买提", phone="5678", needs_step_free=True))
    desk.visits.sign_out(new.visit.id)
    desk.visits.check_in_group(
        NewGroup("测试老师", {AgeBand.B6_13: 12, AgeBand.B18_44: 2}, Purpose(ServiceKind.EDUCATION))
    )
    desk.visits.undo(desk.visits.count_one().act)


if __name__ == "__main__":
    with opened(DataFolder(Path(sys.argv[1]))) as at:
        fill(at)
    for leftover in ("desk.lock",):
        Path(sys.argv[1], leftover).unlink()
