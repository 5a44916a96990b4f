"""Fields to sign in or to set a thumb: beside each other, a line and a frame each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.paper.ink import INK, SOFT
from imt_desktop.reports.paper.sheet import Sheet

WIDE: Final = 24 * MM
TALL: Final = 30 * MM
"""Of the frame for a thumb."""

GAP: Final = 16.0


def thumbs(
    sheet: Sheet, words: Bilingual, people: Sequence[Pair], left: float, right: float, y: float
) -> float:
    """Draw a field for each; returns the lower edge."""
    each = (right - left + GAP) / len(people) - GAP
    thumb = words.both(lambda tr: tr.gettext("Thumb"))
    for at, said in enumerate(people):
        x = left + at * (each + GAP)
        edge = x + each - WIDE
        sheet.rect(edge, y, WIDE, TALL, None, INK, 0.9, 4, dash=(3, 3))
        sheet.pair(
            edge + WIDE / 2, y + TALL - 14, thumb, 9, WIDE - 8, font=REGULAR, colour=SOFT,
            align="centre", lines=1, second=8,
        )  # fmt: skip
        room = each - WIDE - 10
        sheet.rule(x, y + TALL - 34, x + room, INK, 0.8)
        sheet.pair(x, y + TALL - 23, said, 9, room, font=REGULAR, second=8, lines=2, shrink=0.9)
    return y + TALL
