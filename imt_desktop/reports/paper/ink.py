"""The colours of a paper. Each also differs from its neighbours as grey (PAPERS.md, 4)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

TEAL: Final = "#0E4F52"
TERRACOTTA: Final = "#B9522C"
AMBER: Final = "#E9A63F"
AMBER_EDGE: Final = "#7A4E0A"
OCHRE: Final = "#B8790F"
INK: Final = "#1D2627"
SOFT: Final = "#3D5454"
LINE: Final = "#B9AD95"
SAND: Final = "#EBDDC2"
PAPER: Final = "#FBF6EC"
WHITE: Final = "#FFFFFF"
BLACK: Final = "#000000"


@lru_cache(maxsize=64)
def ink(name: str, alpha: float = 1) -> Color:
    """Return ReportLab's colour of a hex name."""
    from reportlab.lib.colors import Color, HexColor  # not before the first paper

    colour = HexColor(name)
    return Color(colour.red, colour.green, colour.blue, alpha)


@lru_cache(maxsize=64)
def filling(name: str) -> str:
    """Return the PDF operator that fills with a colour."""
    return f"{_parts(name)} rg"


@lru_cache(maxsize=64)
def stroking(name: str) -> str:
    """Return the PDF operator that draws lines in a colour."""
    return f"{_parts(name)} RG"


def _parts(name: str) -> str:
    return " ".join(f"{int(name[at : at + 2], 16) / 255:.4f}" for at in (1, 3, 5))
