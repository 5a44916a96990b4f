"""The foot of an A4 paper: lines for the officers to sign on, and the anchor at the right."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor, Heading, Officer
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.anchor import A4_PAPER
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import NARROWEST, Fitted, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT
from imt_desktop.reports.paper.letterhead import (
    one_signature,
    signature,
    signature_height,
    terms_below,
)
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.wording.kinds import post_name

SIZE = 10.4
ROOM = 40.0
"""Room above a line to sign in."""

BRIEF = 9.0
BRIEF_POST = 8.0
BRIEF_ROOM = 24.0
"""The same under a list of several pages, where names and posts stand small under the lines."""

MOST = 6
EACH_ROW = 3


def signing_height(
    heading: Heading, words: Bilingual, anchor: Anchor | None, brief: bool = False
) -> float:
    """Height of the foot in points; ``brief`` is that under a long list."""
    rows = max(1, -(-min(MOST, len(heading.officers)) // EACH_ROW))
    each = (BRIEF_ROOM if brief else ROOM) + _tall(heading, words, brief)
    alone = heading.one_signature and not heading.officers
    return max(anchors.height(words, anchor, A4_PAPER, alone=alone), rows * each)


def signing(
    sheet: Sheet,
    heading: Heading,
    words: Bilingual,
    anchor: Anchor | None,
    left: float,
    right: float,
    bottom: float,
    brief: bool = False,
) -> None:
    """Draw signatures and anchor so that they end at ``bottom``."""
    alone = heading.one_signature and not heading.officers
    top = bottom - anchors.height(words, anchor, A4_PAPER, alone=alone)
    anchors.draw(sheet, words, anchor, right, top, A4_PAPER, alone=alone)
    width = _width(heading)
    officers = heading.officers[:MOST]
    tall = _tall(heading, words, brief)
    each = (BRIEF_ROOM if brief else ROOM) + tall
    below = terms_below(words, officers, width, SIZE, sheet.floor)
    for n, officer in enumerate(officers):
        row, column = divmod(n, EACH_ROW)
        y = bottom - tall - ((len(officers) - 1) // EACH_ROW - row) * each
        x = left + column * (width + 12)
        one = heading.one_signature and n == 0
        if brief:
            _brief(sheet, words, officer, x, y, width, one)
        else:
            signature(sheet, words, officer, x, y, width, SIZE, one, below)


def _width(heading: Heading) -> float:
    """Width of a line to sign on: two share the room that three would need."""
    return 84.0 if len(heading.officers) > 2 else 132.0


def _tall(heading: Heading, words: Bilingual, brief: bool) -> float:
    officers, width = heading.officers[:MOST], _width(heading)
    one = heading.one_signature
    if brief:
        tall = [
            len(_named(officer, width).lines) * BRIEF * 1.15
            + len(_under(words, officer, width, one)) * BRIEF_POST * 1.2
            for officer in officers
        ]
        return BRIEF * 0.12 + max(tall, default=BRIEF * 1.15 + BRIEF_POST * 1.2)
    below = terms_below(words, officers, width, SIZE, 8)
    heights = [signature_height(words, each, width, SIZE, 8, one, below) for each in officers]
    return max(heights, default=40)


def _brief(
    sheet: Sheet, words: Bilingual, officer: Officer, x: float, y: float, width: float, one: bool
) -> None:
    """Draw a line to sign on, the name small under it, and the post in both languages."""
    sheet.rule(x, y, x + width, INK, 0.8)
    y = sheet.lines(x, y + BRIEF * 1.15, _named(officer, width), BOLD, leading=1.15)
    for line in _under(words, officer, width, one):
        y += BRIEF_POST * 1.2
        sheet.text(x, y, line, BRIEF_POST, REGULAR, SOFT)


def _named(officer: Officer, width: float) -> Fitted:
    return fit(officer.name, BOLD, BRIEF, width, 3, narrowest=NARROWEST)


def _under(words: Bilingual, officer: Officer, width: float, one: bool) -> tuple[str, ...]:
    """Return the lines under a name: the post in both languages, and that one signature is all there is."""
    post = words.both(lambda tr: post_name(officer.post, {officer.post: officer.own_post}, tr))
    alone = one_signature(words) if one else Pair("")
    lines: list[str] = []
    for said in (post, alone):
        whole = fit(said.beside, REGULAR, BRIEF_POST, width, 1, BRIEF_POST)
        fitted = whole.text == clean(said.beside)
        for text in (said.beside,) if fitted else (said.main, said.second):
            lines += fit(text, REGULAR, BRIEF_POST, width, 2, BRIEF_POST).lines if text else ()
    return tuple(lines)
