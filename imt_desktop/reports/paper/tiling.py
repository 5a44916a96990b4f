"""A poster over several A4 sheets of a home printer, to be cut and glued.

Printable is A4 less 8 mm on each side; neighbours overlap by 10 mm. The poster is a form that every
sheet draws through its own window.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.reports.paper.bilingual import DOT, Bilingual
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.ink import INK, SOFT, ink
from imt_desktop.reports.paper.sheet import Box, Document, Sheet
from imt_desktop.reports.phrases import labelled

EDGE: Final = 8 * MM
OVERLAP: Final = 10 * MM
LEAST_SCALE: Final = 0.88
"""A poster may shrink to this to need fewer sheets."""

FORM: Final = "poster"
"""The name of the form that a poster is put into."""


class Tiles(Struct, frozen=True):
    """How a poster lies on the sheets, in points. ``shift_x`` and ``shift_y`` are its upper left corner."""

    paper_width: float
    paper_height: float
    across: int
    down: int
    scale: float
    shift_x: float
    shift_y: float
    form: str = FORM

    @property
    def count(self) -> int:
        """Number of sheets without the guide."""
        return self.across * self.down

    @property
    def step_x(self) -> float:
        """Width that each further sheet adds."""
        return self.paper_width - 2 * EDGE - OVERLAP

    @property
    def step_y(self) -> float:
        """Height that each further sheet adds."""
        return self.paper_height - 2 * EDGE - OVERLAP

    @property
    def whole(self) -> tuple[float, float]:
        """Width and height of all sheets glued together."""
        return self.step_x * self.across + OVERLAP, self.step_y * self.down + OVERLAP


def plan(width: float, height: float, keep: Sequence[Box] = (), form: str = FORM) -> Tiles:
    """Lay a poster of that size, drawn in a ``form``, on the fewest A4 sheets, as large as up to 100 %.

    ``keep`` are boxes of the poster, such as its QR code, that no seam may cross: the poster is
    shifted where there is room.
    """
    best: Tiles | None = None
    for paper_width, paper_height in ((A4.width, A4.height), (A4.height, A4.width)):
        for across in range(1, 5):
            for down in range(1, 5):
                empty = Tiles(paper_width, paper_height, across, down, 1, 0, 0)
                wide, high = empty.whole
                # a little under the exact fit: rounding would ask for one more sheet
                scale = min(1, math.floor(min(wide / width, high / height) * 0.995 * 200) / 200)
                tiles = Tiles(
                    paper_width, paper_height, across, down, scale,
                    (wide - width * scale) / 2, (high - height * scale) / 2, form,
                )  # fmt: skip
                if scale >= LEAST_SCALE and (best is None or _better(tiles, best)):
                    best = tiles
    if best is None:
        raise ValueError(f"no tiles for {width} x {height}")
    return _shifted(best, width, height, keep)


def _better(one: Tiles, two: Tiles) -> bool:
    return (one.count, -one.scale) < (two.count, -two.scale)


def _shifted(tiles: Tiles, width: float, height: float, keep: Sequence[Box]) -> Tiles:
    s = tiles.scale
    x = _free(
        tiles.shift_x, [(box.left * s, box.right * s) for box in keep], tiles.step_x, tiles.across
    )
    y = _free(
        tiles.shift_y, [(box.top * s, box.bottom * s) for box in keep], tiles.step_y, tiles.down
    )
    return replace(tiles, shift_x=x, shift_y=y)


def _free(shift: float, spans: list[tuple[float, float]], step: float, count: int) -> float:
    """Find the shift nearest to the middle at which no seam or grey strip crosses a span."""
    steps = max(1, int(shift / MM * 2))
    tries = sorted(
        (shift * n / steps for n in range(2 * steps + 1)), key=lambda at: abs(at - shift)
    )
    for at in tries:
        if all(not _crossed(at + low, at + high, step, count) for low, high in spans):
            return at
    return shift


def _crossed(low: float, high: float, step: float, count: int) -> bool:
    """Whether a span reaches into the strip that two neighbours share."""
    return any(low < seam * step + OVERLAP and high > seam * step for seam in range(1, count))


def sheets(
    document: Document,
    words: Bilingual,
    tiles: Tiles,
    poster: tuple[float, float],
    foot: Sequence[str],
    code: str = "",
) -> None:
    """Draw all sheets of the poster that was put into a form.

    ``foot`` and ``code`` stand on each of them; by its code a sheet is known to belong to the others.
    """
    for number in range(tiles.count):
        sheet = document.sheet(tiles.paper_width, tiles.paper_height)
        _sheet(sheet, words, tiles, poster, number, foot, code)
        document.canvas.showPage()


def place(
    sheet: Sheet, x: float, y: float, scale: float, poster: tuple[float, float], form: str
) -> None:
    """Draw a poster's form with its upper left corner at x, y."""
    with sheet.state():
        sheet.canvas.translate(x, sheet.height - y - poster[1] * scale)
        sheet.canvas.scale(scale, scale)
        sheet.canvas.doForm(form)


def _sheet(
    sheet: Sheet,
    words: Bilingual,
    tiles: Tiles,
    poster: tuple[float, float],
    number: int,
    foot: Sequence[str],
    code: str,
) -> None:
    column, row = number % tiles.across, number // tiles.across
    wide, high = sheet.width - 2 * EDGE, sheet.height - 2 * EDGE
    with sheet.state():
        path = sheet.canvas.beginPath()
        path.rect(EDGE, EDGE, wide, high)
        sheet.canvas.clipPath(path, stroke=0, fill=0)
        x = EDGE + tiles.shift_x - column * tiles.step_x
        y = EDGE + tiles.shift_y - row * tiles.step_y
        place(sheet, x, y, tiles.scale, poster, tiles.form)
    right, below = column < tiles.across - 1, row < tiles.down - 1
    _glue(sheet, right, below)
    _marks(sheet)
    _scissors(sheet, column > 0, row > 0)
    _foot(sheet, words, f"{number + 1} / {tiles.count}", (column > 0, row > 0), foot, code)


def _glue(sheet: Sheet, right: bool, below: bool) -> None:
    """Draw the grey strips on which the neighbours are glued."""
    x, y = sheet.width - EDGE - OVERLAP, sheet.height - EDGE - OVERLAP
    with sheet.state():
        sheet.canvas.setFillColor(ink("#000000", 0.17))
        if right:
            sheet.canvas.rect(x, EDGE, OVERLAP, sheet.height - 2 * EDGE, 0, 1)
        if below:
            wide = sheet.width - 2 * EDGE - (OVERLAP if right else 0)
            sheet.canvas.rect(EDGE, EDGE, wide, OVERLAP, 0, 1)
    if right:
        sheet.line([(x, EDGE), (x, sheet.height - EDGE)], SOFT, 0.7, (3, 3))
    if below:
        sheet.line([(EDGE, y), (sheet.width - EDGE, y)], SOFT, 0.7, (3, 3))


def _marks(sheet: Sheet) -> None:
    """Draw crop marks, 1 mm outside the printed area."""
    gap, long = MM, 5.5 * MM
    for x, out in ((EDGE, -1), (sheet.width - EDGE, 1)):
        for y, down in ((EDGE, -1), (sheet.height - EDGE, 1)):
            sheet.line([(x + out * gap, y), (x + out * (gap + long), y)], INK, 0.6)
            sheet.line([(x, y + down * gap), (x, y + down * (gap + long))], INK, 0.6)


def _scissors(sheet: Sheet, left: bool, top: bool) -> None:
    size = 5 * MM
    if left:
        sheet.icon("scissors", EDGE + MM, 1.6 * MM, size, SOFT)
    if top:
        sheet.icon("scissors", 1.6 * MM, EDGE + MM, size, SOFT)


def _foot(
    sheet: Sheet,
    words: Bilingual,
    which: str,
    cut_off: tuple[bool, bool],
    foot: Sequence[str],
    code: str,
) -> None:
    """Write which sheet it is, what is cut off (left, top), the foot as far as it fits, and the code."""
    y = sheet.height - EDGE / 2 + 2
    x, right = EDGE + 6.5 * MM, sheet.width - EDGE - 7 * MM
    x += sheet.text(x, y, which, 8.5, BOLD) + 8
    right -= sheet.text(right, y, code, 8, BOLD, SOFT, "right") + 8
    left, top = cut_off
    edges = []
    if left:
        edges.append(words.beside(lambda tr: tr.pgettext("edge of a sheet", "left")))
    if top:
        edges.append(words.beside(lambda tr: tr.pgettext("edge of a sheet", "top")))
    if edges:
        cut = words.beside(lambda tr: tr.pgettext("with scissors", "cut"))
        foot = [labelled(cut, ", ".join(edges), words.main), *foot]
    while len(foot) > 1 and width(DOT.join(foot), REGULAR, 8) > right - x:
        foot = foot[:-1]  # what stands last is on the poster too
    sheet.text(x, y, DOT.join(foot), 8, REGULAR, SOFT, room=right - x)
