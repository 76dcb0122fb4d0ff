"""Runs every benchmark, one process each, on one invented city; a ratio and its budget a line.

    python -m benchmarks [NAME …]

A quiet machine, or the numbers are its other work's. Results worth keeping go to docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("startup", "check_in_commit", "search", "tap_to_paint", "morning", "room_precheck")
ON_THE_CITY = frozenset({"check_in_commit", "search", "tap_to_paint"})


def main() -> None:
    """Run the named ones, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--city", type=Path, help="data folder made by benchmarks.city; made anew without it (2 min)")
    options = parser.parse_args()
    wanted = options.names or NAMES
    unknown = set(wanted) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as scratch:
        city = options.city or Path(scratch) / "city"
        if not city.exists() and ON_THE_CITY & set(wanted):
            _run("city", str(city))
        for name in wanted:
            print(f"== {name}", flush=True)
            _run(name, *(["--city", str(city)] if name in ON_THE_CITY else []))


def _run(name: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=True)


if __name__ == "__main__":
    main()
