"""The woven border under every heading: teeth and diamonds, whole teeth only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from imt_desktop.reports.paper.ink import TEAL, TERRACOTTA, WHITE, ink
from imt_desktop.reports.paper.sheet import Point, Sheet

HEIGHT = 0.72
"""Height of the border as a share of a tooth's width."""

_FOOT = HEIGHT - 0.09
_R = 0.17


def woven(sheet: Sheet, left: float, top: float, width: float, tooth: float) -> float:
    """Draw the border with teeth of about that width; returns its lower edge."""
    count = max(4, round(width / tooth))
    w = width / count
    with sheet.state():
        sheet.canvas.translate(left, sheet.height - top)
        sheet.canvas.scale(w, -w)
        for colour, operators in zip((TEAL, WHITE, TERRACOTTA), _layers(count), strict=True):
            sheet.canvas.setFillColor(ink(colour))
            sheet.canvas.addLiteral(operators)
    sheet.note("bar", left, top, width, HEIGHT * w, "border")
    return top + HEIGHT * w


@lru_cache(maxsize=16)
def _layers(count: int) -> tuple[str, str, str]:
    """Teeth, their eyes, and the diamonds between them, as PDF operators in widths of a tooth."""
    teeth: list[list[Point]] = [[(n, _FOOT), (n + 0.5, 0.12), (n + 1, _FOOT)] for n in range(count)]
    base: list[Point] = [(0, _FOOT - 0.002), (count, _FOOT - 0.002), (count, HEIGHT), (0, HEIGHT)]
    eyes = [_diamond(n + 0.5, HEIGHT - 0.24, 0.13, 0.16) for n in range(count)]
    tops = [_diamond(n, _R, _R, _R) for n in range(1, count)]
    ends: list[list[Point]] = [
        [(0, 0), (_R, _R), (0, 2 * _R)],
        [(count, 0), (count - _R, _R), (count, 2 * _R)],
    ]
    return _operators([*teeth, base]), _operators(eyes), _operators([*tops, *ends])


def _operators(shapes: Iterable[list[Point]]) -> str:
    out = []
    for shape in shapes:
        points = [f"{x:.3f} {y:.3f}" for x, y in shape]
        out.append(f"{points[0]} m {' l '.join(points[1:])} l h")
    return " ".join(out) + " f"


def _diamond(x: float, y: float, across: float, up: float) -> list[Point]:
    return [(x, y - up), (x + across, y), (x, y + up), (x - across, y)]
