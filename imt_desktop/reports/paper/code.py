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
    matrix = _matrix(payload)
    side = len(matrix) * module
    canvas = sheet.canvas
    path = canvas.beginPath()
    for row, at, length in _runs(matrix):
        path.rect(
            left + at * module, sheet.height - top - (row + 1) * module, length * module, module
        )
    with sheet.state():
        quiet = QUIET * module
        canvas.setFillColor(ink(WHITE))
        canvas.rect(
            left - quiet,
            sheet.height - top - side - quiet,
            side + 2 * quiet,
            side + 2 * quiet,
            0,
            1,
        )
        canvas.setFillColor(ink(BLACK))
        canvas.drawPath(path, stroke=0, fill=1)
    sheet.note("code", left, top, side, side, payload)
    return side


def _runs(matrix: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    for row, modules_ in enumerate(matrix):
        at = 0
        for dark, run in groupby(modules_):
            length = len(list(run))
            if dark:
                yield row, at, length
            at += length
