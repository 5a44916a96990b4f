"""QR codes, drawn as one path: dark modules of a row merged into runs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from imt_desktop.reports.paper.ink import BLACK, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet

QUIET = 4
"""White modules on each side."""


@lru_cache(maxsize=64)
def _matrix(payload: str) -> tuple[bytes, ...]:
    import segno  # only papers need it

    return tuple(
        bytes(row) for row in segno.make(payload, error="m", micro=False, boost_error=False).matrix
    )


def modules(payload: str) -> int:
    """How many modules a code has on each side, without the quiet zone."""
    return len(_matrix(payload))


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
    runs = (f"{at} {-row - 1} {length} 1 re" for row, at, length in _runs(_matrix(payload)))
    return " ".join(runs) + " f"


def _runs(matrix: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(matrix):
        at = 0
        for dark, run in groupby(line):
            length = len(list(run))
            if dark:
                yield row, at, length
            at += length
