"""QR codes, drawn as one path: dark modules of a row merged into runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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
    return " ".join(_run(*found) for found in _runs(_matrix(payload))) + " f"


@lru_cache(maxsize=8192)
def _run(row: int, at: int, length: int) -> str:
    return f"{at} {-row - 1} {length} 1 re"


def _runs(matrix: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(matrix):
        for run in _DARK.finditer(line):
            yield row, run.start(), run.end() - run.start()
