"""Stacked bars whose parts a black-and-white copy still tells apart, with a leader to each label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from imt_desktop.reports.paper.ink import AMBER, AMBER_EDGE, OCHRE, SOFT, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet

PATTERNS = ("solid", "diagonal", "dots", "lines")
"""Parts of a family, always in this order."""


class Look(Struct, frozen=True):
    """How a part is filled: a colour, a pattern, and the colour of its outline."""

    colour: str
    pattern: str
    edge: str


NOW = Look(AMBER, "solid", AMBER_EDGE)
"""Money we still have."""

BEFORE = Look(OCHRE, "grid", AMBER_EDGE)
"""Money we had before."""


def family(colour: str, number: int) -> Look:
    """Return the look of the n-th part of a family."""
    return Look(colour, PATTERNS[number % len(PATTERNS)], colour)


def fill(
    sheet: Sheet, x: float, y: float, w: float, h: float, look: Look, unit: float, outline: float
) -> None:
    """Fill one part: its outline lies inside."""
    half = outline / 2
    saved = sheet.saving and look.pattern == "solid"
    ground = look.colour if look.pattern == "solid" and not sheet.saving else WHITE
    sheet.rect(x + half, y + half, w - outline, max(0.1, h - outline), ground, look.edge, outline)
    sheet.boxes.pop()
    sheet.note("bar", x, y, w, h, look.pattern)
    if look.pattern == "solid" and not saved:
        return
    with _clipped(sheet, x + half, y + half, w - outline, h - outline):
        canvas = sheet.canvas
        canvas.setStrokeColor(ink(look.colour))
        canvas.setFillColor(ink(look.colour))
        low = sheet.height - y - h
        if saved:
            _band(sheet, x, low, w, h, unit)
        elif look.pattern == "diagonal":
            _diagonals(sheet, x, low, w, h, unit * 1.414, unit * 0.52)
        elif look.pattern == "grid":
            _diagonals(sheet, x, low, w, h, unit * 1.7, unit * 0.17)
            _diagonals(sheet, x, low, w, h, unit * 1.7, unit * 0.17, falling=True)
        elif look.pattern == "lines":
            _lines(sheet, x, low, w, h, unit)
        else:
            _dots(sheet, x, low, w, h, unit)


@contextmanager
def _clipped(sheet: Sheet, x: float, y: float, w: float, h: float) -> Iterator[None]:
    with sheet.state():
        path = sheet.canvas.beginPath()
        path.rect(x, sheet.height - y - h, w, h)
        sheet.canvas.clipPath(path, stroke=0, fill=0)
        yield


def _diagonals(
    sheet: Sheet,
    x: float,
    y: float,
    w: float,
    h: float,
    step: float,
    thick: float,
    falling: bool = False,
) -> None:
    path = sheet.canvas.beginPath()
    at = -h
    while at < w + step:
        start, end = (x + at, x + at + h) if not falling else (x + at + h, x + at)
        path.moveTo(start - (1 if not falling else -1), y - 1)
        path.lineTo(end + (1 if not falling else -1), y + h + 1)
        at += step
    sheet.canvas.setLineWidth(thick)
    sheet.canvas.drawPath(path, stroke=1, fill=0)


def _lines(sheet: Sheet, x: float, y: float, w: float, h: float, unit: float) -> None:
    path = sheet.canvas.beginPath()
    at = y + h - unit * 0.8
    while at > y:
        path.moveTo(x, at)
        path.lineTo(x + w, at)
        at -= unit * 0.9
    sheet.canvas.setLineWidth(unit * 0.24)
    sheet.canvas.drawPath(path, stroke=1, fill=0)


def _dots(sheet: Sheet, x: float, y: float, w: float, h: float, unit: float) -> None:
    radius, across, down = unit * 0.34, unit * 1.25, unit * 1.05
    path = sheet.canvas.beginPath()
    row, cy = 0, y + h - unit * 0.62
    while cy > y - radius:
        cx = x + across * (0.5 if row % 2 else 0) + unit * 0.55
        while cx < x + w + radius:
            path.circle(cx, cy, radius)
            cx += across
        row, cy = row + 1, cy - down
    sheet.canvas.drawPath(path, stroke=0, fill=1)


def _band(sheet: Sheet, x: float, y: float, w: float, h: float, unit: float) -> None:
    """Stand for a filled area in the ink-saving form: a strong inner frame."""
    sheet.canvas.setLineWidth(unit * 0.4)
    sheet.canvas.rect(x + unit * 0.5, y + unit * 0.5, w - unit, max(0.1, h - unit), 1, 0)


def heights(shares: Sequence[float], whole: float, gap: float, least: float) -> list[float]:
    """Heights of the parts of a bar; none is under ``least``, the largest pay for that."""
    if not shares or sum(shares) <= 0:
        return [0.0 for _ in shares]
    room = whole - gap * (len(shares) - 1)
    out = [max(least, room * share / sum(shares)) for share in shares]
    over = sum(out) - room
    large = [at for at, tall in enumerate(out) if tall > least * 2]
    bulk = sum(out[at] for at in large)
    for at in large:
        out[at] -= over * out[at] / bulk
    return out


def spread(
    wishes: Sequence[float], sizes: Sequence[float], top: float, bottom: float, gap: float
) -> list[float]:
    """Place labels as near to their parts as they can be without touching; returns their tops.

    ``wishes`` are the tops wished for, in order. They are first pushed down, then up from the bottom.
    """
    tops: list[float] = []
    edge = top
    for wish, size in zip(wishes, sizes, strict=True):
        tops.append(max(edge, wish))
        edge = tops[-1] + size + gap
    edge = bottom
    for at in reversed(range(len(tops))):
        tops[at] = min(tops[at], edge - sizes[at])
        edge = tops[at] - gap
    return tops


def leader(sheet: Sheet, x: float, y: float, to_x: float, to_y: float, thick: float) -> None:
    """Draw the line from a part to its label: straight, or with one slanted step in the middle."""
    span = to_x - x
    points = [(x, y), (to_x, to_y)]
    if abs(to_y - y) > 0.5:
        points = [(x, y), (x + span * 0.42, y), (x + span * 0.64, to_y), (to_x, to_y)]
    sheet.line(points, SOFT, thick)
