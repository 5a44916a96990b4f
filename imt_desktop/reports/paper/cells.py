"""What stands in a cell of a list on paper: words, an amount, a drawing, or room to write."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.money import Money
from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.spread import Spread


class Blank:
    """A cell that is filled in by hand."""


class Boxed:
    """A box that a figure is written into by hand."""


class Drawn(Struct, frozen=True):
    """A drawing in front of a row, for those who do not read."""

    icon: str


BLANK: Final = Blank()
BOX: Final = Boxed()
Cell = str | Pair | Money | Blank | Boxed | Drawn | Spread | None
