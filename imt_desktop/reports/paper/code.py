"""QR codes, drawn as one path: dark modules of a row merged into runs."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from imt_desktop.reports.paper import qr
from imt_desktop.reports.paper.ink import BLACK, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet

QUIET = 4
"""White modules on each side."""


_DARK = re.compile(b"\x01+")


@lru_cache(maxsize=64)
def _matrix(payload: str) -> tuple[bytes, ...]:
    if version := qr.version_of(payload):
        return qr.matrix(payload, version)
    import segno  # only papers need it

    return tuple(
        bytes(row) for row in segno.make(payload, error="m", micro=False, boost_error=False).matrix
    )


def modules(payload: str) -> int:
    """How many modules a code has on each side, without the quiet zone."""
    version = qr.version_of(payload)
    return 4 * version + 17 if version else len(_matrix(payload))


def draw(sheet: Sheet, left: float, top: float, payload: str, module: float) -> float:
    """Draw the dark square of a code with its quiet zone white around; returns its width."""
    count = modules(payload)
    side = count * module
    canvas = sheet.canvas
    with sheet.state():
        canvas.translate(left, sheet.height - top)
        canvas.scale(module, module)
        canvas.setFillColor(ink(WHITE))
        canvas.rect(-QUIET, -count - QUIET, count + 2 * QUIET, count + 2 * QUIET, 0, 1)
        canvas.setFillColor(ink(BLACK))
        canvas.addLiteral(_path(payload))
    sheet.note("code", left, top, side, side, payload)
    return side


@lru_cache(maxsize=64)
def _path(payload: str) -> str:
    """The dark modules as one filled path, in modules, the origin at the top left."""
    parts: list[str] = []
    for row, line in enumerate(_matrix(payload)):
        runs = _runs(row, len(line))
        parts += [runs[run.span()] for run in _DARK.finditer(line)]
    return " ".join(parts) + " f"


@cache
def _runs(row: int, side: int) -> dict[tuple[int, int], str]:
    """Every run of dark modules that a row can have, as operators."""
    return {
        (at, end): f"{at} {-row - 1} {end - at} 1 re"
        for at in range(side)
        for end in range(at + 1, side + 1)
    }
