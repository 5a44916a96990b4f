"""The foot of an A4 paper: lines for the officers to sign on, and the anchor at the right."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.anchor import A4_PAPER
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.letterhead import signature, signature_height, terms_below
from imt_desktop.reports.paper.sheet import Sheet

SIZE = 10.4
ROOM = 40.0
"""Room above a line to sign in."""

MOST = 6
EACH_ROW = 3


def signing_height(heading: Heading, words: Bilingual, anchor: Anchor | None) -> float:
    """Height of the foot in points."""
    rows = max(1, -(-min(MOST, len(heading.officers)) // EACH_ROW))
    return max(anchors.height(words, anchor, A4_PAPER), rows * (ROOM + _tall(heading, words)))


def signing(
    sheet: Sheet,
    heading: Heading,
    words: Bilingual,
    anchor: Anchor | None,
    left: float,
    right: float,
    bottom: float,
) -> None:
    """Draw signatures and anchor so that they end at ``bottom``."""
    top = bottom - anchors.height(words, anchor, A4_PAPER)
    anchors.draw(sheet, words, anchor, right, top, A4_PAPER)
    width = _width(heading)
    officers = heading.officers[:MOST]
    tall = _tall(heading, words)
    below = terms_below(words, officers, width, SIZE, sheet.floor)
    for n, officer in enumerate(officers):
        row, column = divmod(n, EACH_ROW)
        rows_under = (len(officers) - 1) // EACH_ROW - row
        y = bottom - tall - rows_under * (ROOM + tall)
        one = heading.one_signature and n == 0
        signature(sheet, words, officer, left + column * (width + 12), y, width, SIZE, one, below)


def _width(heading: Heading) -> float:
    """Width of a line to sign on: two share the room that three would need."""
    return 84.0 if len(heading.officers) > 2 else 132.0


def _tall(heading: Heading, words: Bilingual) -> float:
    officers = heading.officers[:MOST]
    below = terms_below(words, officers, _width(heading), SIZE, 8)
    return max(
        (
            signature_height(words, officer, _width(heading), SIZE, 8, heading.one_signature, below)
            for officer in officers
        ),
        default=40,
    )
