"""The woven border under every heading: teeth and diamonds, whole teeth only."""

from __future__ import annotations

from imt_desktop.reports.paper.ink import TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Point, Sheet

HEIGHT = 0.72
"""Height of the border as a share of a tooth's width."""


def woven(sheet: Sheet, left: float, top: float, width: float, tooth: float) -> float:
    """Draw the border with teeth of about that width; returns its lower edge."""
    count = max(4, round(width / tooth))
    w = width / count
    right, bottom = left + width, top + HEIGHT * w
    foot = bottom - 0.09 * w
    teeth = [
        [(left + n * w, foot), (left + (n + 0.5) * w, top + 0.12 * w), (left + (n + 1) * w, foot)]
        for n in range(count)
    ]
    base = [(left, foot - 0.01), (right, foot - 0.01), (right, bottom), (left, bottom)]
    sheet.polygons([*teeth, base], TEAL)
    eyes = [
        _diamond(left + (n + 0.5) * w, bottom - 0.24 * w, 0.13 * w, 0.16 * w) for n in range(count)
    ]
    sheet.polygons(eyes, WHITE)
    r = 0.17 * w
    tops = [_diamond(left + n * w, top + r, r, r) for n in range(1, count)]
    ends = [
        [(left, top), (left + r, top + r), (left, top + 2 * r)],
        [(right, top), (right - r, top + r), (right, top + 2 * r)],
    ]
    sheet.polygons([*tops, *ends], TERRACOTTA)
    sheet.note("bar", left, top, width, bottom - top, "border")
    return bottom


def _diamond(x: float, y: float, across: float, up: float) -> list[Point]:
    return [(x, y - up), (x + across, y), (x, y + up), (x - across, y)]
