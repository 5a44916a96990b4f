"""Paper sizes, in points of 1/72 inch."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

MM: Final = 72 / 25.4
"""Points in a millimetre."""


class Paper(Struct, frozen=True):
    """A paper size: its name, and width, height and side margin in points."""

    name: str
    width: float
    height: float
    margin: float

    @classmethod
    def millimetres(cls, name: str, width: float, height: float, margin: float) -> Paper:
        """Make a size from millimetres."""
        return cls(name, width * MM, height * MM, margin * MM)


A2: Final = Paper.millimetres("A2", 420, 594, 21.2)
A3: Final = Paper.millimetres("A3", 297, 420, 15)
A4: Final = Paper.millimetres("A4", 210, 297, 18)
A5: Final = Paper.millimetres("A5", 148, 210, 12)
A6: Final = Paper.millimetres("A6", 105, 148, 8.5)

ROLL: Final = Paper.millimetres("roll", 80, 170, 4)
"""A receipt printer's roll; a receipt is as long as it needs to be."""
EIGHT: Final = Paper.millimetres("eight", 210, 297, 8)
"""Eight slips on an A4, to be cut apart."""
PAD: Final = Paper.millimetres("pad", 210, 297, 18)
"""Numbers and codes on A4, large, to be written onto a paper pad."""

PAPERS: Final = {paper.name: paper for paper in (A2, A3, A4, A5, A6, ROLL, EIGHT, PAD)}
"""Every size by its name."""
