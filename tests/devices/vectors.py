"""The shared reader vectors: golden frames, byte streams and dialogues. All people in them are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
VECTORS: dict[str, Any] = json.loads((GOLDEN / "id_card_frames.json").read_text(encoding="utf-8"))
FRAMES: dict[str, dict[str, Any]] = {frame["id"]: frame for frame in VECTORS["frames"]}
CARDS = tuple(name for name, frame in FRAMES.items() if "card" in frame["expect"])


def raw(name: str) -> bytes:
    """The bytes of a golden frame."""
    return bytes.fromhex(FRAMES[name]["hex"])
