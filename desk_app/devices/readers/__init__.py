"""The reader families the desk knows. A new one is a file here, a name in `READERS` and a golden file."""

from __future__ import annotations

from desk_app.devices.api import CardParser
from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.uid_lines import UidLineReader

READERS: tuple[type[CardParser], ...] = (
    SdtReader,
    UidLineReader,
)


def reader_by_model(model: str) -> type[CardParser]:
    """The family stored in the settings under `model`. Raises KeyError for one this version does not know."""
    for family in READERS:
        if family.model == model:
            return family
    raise KeyError(model)


def new_reader(model: str, *, card_left_seconds: float = 5.0) -> CardParser:
    """A parser of that family, set up by the hub's settings. Raises KeyError as `reader_by_model`."""
    family = reader_by_model(model)
    if family is SdtReader:
        return SdtReader(card_left_seconds=card_left_seconds)
    return family()
