"""The hot statements read no more of the file than they must."""

from __future__ import annotations

import re

import pytest

from desk_app.storage import activities, outbox, people, search, slips, visits
from desk_app.storage.transaction import Statement
from tests.services.desks import Hub

STATEMENTS = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": statement
    for module in (people, visits, activities, slips, outbox, search)
    for name, statement in vars(module).items()
    if isinstance(statement, Statement)
}
# Scans that are meant: the timetable is a page long, the walk is bounded, the others read a partial index of what is
# open alone.
MEANT = {"activities._TIMETABLE", "search._WALKED"}


@pytest.mark.parametrize("name", [name for name, it in STATEMENTS.items() if not it.compiled()[0].startswith("INSERT")])
def test_no_statement_reads_a_whole_table(hub: Hub, name: str) -> None:
    sql, defaults = STATEMENTS[name].compiled()
    values = {parameter: defaults.get(parameter) for parameter in re.findall(r":(\w+)", sql)}
    with hub.store.maintenance() as connection:
        plan = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values).fetchall()]
    tables = "|".join(
        ("person", "person_search", "person_recent", "search_key", "visit", "activity", "print_job", "outbox")
    )
    scans = [step for step in plan if re.match(rf"SCAN ({tables})\b", step) and "INDEX" not in step]
    assert not scans or name in MEANT


def test_what_a_tap_asks_of_old_visits_is_in_the_index(hub: Hub) -> None:
    for name in ("visits._PAST", "visits._HOW_MANY", "visits._PEOPLE_INSIDE", "visits._LAST_SERIAL"):
        sql, defaults = STATEMENTS[name].compiled()
        values = {parameter: defaults.get(parameter) for parameter in re.findall(r":(\w+)", sql)}
        with hub.store.maintenance() as connection:
            (step,) = connection.execute("EXPLAIN QUERY PLAN " + sql, values).fetchall()
        assert "COVERING INDEX" in step[3], name
