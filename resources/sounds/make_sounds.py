"""Make the two sounds in this folder: ``python make_sounds.py [FOLDER]``.

``done.wav`` says "it worked": two soft rising notes in about 120 ms.
``look.wav`` says "please look here": the same lower note twice in about 250 ms.

Standard library only. The same bytes on every run.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100


@dataclass(frozen=True)
class Note:
    """One note: when it starts, how long it lasts (seconds), its pitch (hertz) and loudness."""

    start: float
    length: float
    pitch: float
    loudness: float


DONE = (Note(0.000, 0.070, 783.99, 0.26), Note(0.045, 0.080, 1046.50, 0.26))
LOOK = (Note(0.000, 0.110, 440.00, 0.34), Note(0.135, 0.120, 440.00, 0.34))


def envelope(position: float) -> float:
    """Return the loudness at a place (0 to 1) within a note: quick soft rise, long soft fall."""
    rise = 0.15
    if position < rise:
        return math.sin(position / rise * math.pi / 2) ** 2
    return math.cos((position - rise) / (1 - rise) * math.pi / 2) ** 2


def samples(notes: tuple[Note, ...]) -> list[int]:
    """Mix the notes into 16-bit samples; each note has a little of its octave for warmth."""
    total = round(max(note.start + note.length for note in notes) * RATE)
    mixed = [0.0] * total
    for note in notes:
        first, count = round(note.start * RATE), round(note.length * RATE)
        for index in range(min(count, total - first)):
            turn = 2 * math.pi * note.pitch * index / RATE
            tone = 0.85 * math.sin(turn) + 0.15 * math.sin(2 * turn)
            mixed[first + index] += note.loudness * envelope(index / count) * tone
    return [round(max(-1.0, min(1.0, value)) * 32_767) for value in mixed]


def write(path: Path, notes: tuple[Note, ...]) -> None:
    """Write one mono 16-bit file."""
    values = samples(notes)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{len(values)}h", *values))


def main(arguments: list[str]) -> int:
    """Write both files into the given folder, or beside this script."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    write(folder / "done.wav", DONE)
    write(folder / "look.wav", LOOK)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
