"""`doctor`: what works on this PC, what does not, and what to do."""

from __future__ import annotations

from argparse import Namespace

from desk_app.commands import options, plain
from desk_app.commands.api import Command
from desk_app.core.paths import DataFolder

_MARKS = {"ok": "好 ok  ", "note": "注意 note", "broken": "坏 BROKEN"}


def _run(given: Namespace) -> int:
    from desk_app.commands.findings import examine

    findings = examine(DataFolder(given.data_dir))
    healthy = all(finding.state != "broken" for finding in findings)
    if given.json:
        listed = [
            {"subject": each.subject, "state": each.state.value, "text": each.text, "remedy": each.remedy}
            for each in findings
        ]
        plain.put_json({"ok": healthy, "findings": listed}, indent=1)
    else:
        for each in findings:
            remedy = (f"{'':12}→ {each.remedy}",) if each.remedy else ()
            plain.put(f"{_MARKS[each.state]:<10}\t{each.subject}: {each.text}", *remedy)
    return 0 if healthy else 1


COMMAND = Command("doctor", "say what works here, what does not and what to do", options.add_json, _run)
