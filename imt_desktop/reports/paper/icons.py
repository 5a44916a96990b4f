"""Line icons: Lucide's, turned into line lists by ``tools/paper_icons.py``, and our jerrican."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


@cache
def _drawings() -> dict[str, str]:
    text = Path(__file__).with_name("icons.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(_drawings())


@cache
def _commands(name: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple(
        (letter, tuple(map(float, numbers.split())))
        for letter, numbers in _COMMAND.findall(_drawings()[name])
    )


def trace(canvas: Canvas, name: str) -> None:
    """Stroke an icon on its own grid of 24 units, with the pen that is set."""
    path = canvas.beginPath()
    for letter, numbers in _commands(name):
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "C":
            path.curveTo(*numbers)
        else:
            path.close()
    canvas.drawPath(path, stroke=1, fill=0)
