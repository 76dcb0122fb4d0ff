"""What the commands print: text that moves no cursor, colours no screen and hides no direction, whoever wrote it."""

from __future__ import annotations

import contextlib
import json
import sys
import unicodedata

from desk_app.core.errors import EnvironmentTrouble

_SPEAKS_TO_TERMINALS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def tame(text: str) -> str:
    """`text` with every control, format and direction character written as JSON writes it: U+009B is `\\u009b`.

    A card is written by whoever made it, and a terminal obeys what it is shown.
    """
    return "".join(_spelled(character) for character in text)


def _spelled(character: str) -> str:
    if unicodedata.category(character) not in _SPEAKS_TO_TERMINALS:
        return character
    return json.dumps(character)[1:-1]


def put(*lines: str) -> None:
    """Print lines and hand them over at once, each tamed but for its tabs.

    Raises EnvironmentTrouble("output.not_writable") where the disk behind the output is full.
    """
    _write("\n".join("\t".join(tame(part) for part in line.split("\t")) for line in lines))


def put_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON value that reads back as it was. Raises as `put`."""
    # Outside of strings JSON has no character to tame but the line ends of its layout.
    _write("\n".join(tame(line) for line in json.dumps(value, ensure_ascii=False, indent=indent).split("\n")))


def warn(text: str) -> None:
    """A line for the person at the keyboard, beside the output for programs; where it cannot be shown, so be it."""
    with contextlib.suppress(OSError):
        print(tame(" ".join(text.split())), file=sys.stderr, flush=True)


def _write(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise EnvironmentTrouble("output.not_writable", reason=error.strerror) from error
