"""Where the columns of the income paper stand."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.reports.paper.format import A4

LEFT, RIGHT = A4.margin, A4.width - A4.margin
TOP = 43.0


class Grid(Struct, frozen=True):
    """Edges of the sheet, the right edge of this period's amounts, and how wide both columns are.

    ``most`` is the largest amount in minor units: its bar is the longest.
    """

    left: float
    right: float
    now: float
    field: float
    second: float
    most: int
    cents: bool
    stacked: bool
    """Whether the second language stands under the first, or behind it to save room."""

    @property
    def bars_from(self) -> float:
        """Where bars begin; the words stand left of it."""
        return self.left + (0.4 if self.stacked else 0.5) * (self.right - self.left)

    @property
    def bars_to(self) -> float:
        """Where the longest bar ends."""
        return max(self.bars_from, self.now - self.field - 10)
