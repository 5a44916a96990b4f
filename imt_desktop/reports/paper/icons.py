"""Line icons: Lucide's, turned into line lists by ``tools/paper_icons.py``, and our jerrican."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_NAMES = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def _drawings() -> dict[str, str]:
    text = Path(__file__).with_name("icons.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(_drawings())


@cache
def _operators(name: str) -> str:
    """The lines as PDF operators: M is m, L is l, C is c, Z is h."""
    found = _COMMAND.findall(_drawings()[name])
    return " ".join(f"{numbers} {_NAMES[letter]}".strip() for letter, numbers in found) + " S"


def trace(canvas: Canvas, name: str) -> None:
    """Stroke an icon on its own grid of 24 units, with the pen that is set."""
    canvas.addLiteral(_operators(name))
