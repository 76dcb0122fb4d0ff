"""The papers posters are printed on, and from how far their type is read. Imports nothing heavy: screens offer them."""

from __future__ import annotations

from enum import StrEnum

POINT = 25.4 / 72
"""Millimetres in a point."""
READ_FROM = 250
"""Type is read from so many times its height (practice for public signs: sight distance ÷ 250)."""


class Paper(StrEnum):
    """What the printer holds. A poster is drawn for A3; on A4 it is the same sheet, smaller by the root of two."""

    A3 = "A3"
    A4 = "A4"

    @property
    def scale(self) -> float:
        """How much smaller than on A3 everything is."""
        return 1.0 if self is Paper.A3 else 0.5**0.5


def metres(points: float, paper: Paper) -> float:
    """From how far type of so many points on an A3 drawing is read once printed on `paper`."""
    return points * POINT * paper.scale * READ_FROM / 1000
