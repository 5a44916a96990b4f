"""Bands on both short edges of papers that are for practice, or about days that were put together again."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Heading
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, width
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet


def bands(sheet: Sheet, words: Bilingual, heading: Heading, margin: float) -> None:
    """Draw a band on both short edges: the paper is for practice, or about days that were rebuilt.

    Other papers get none. Call it last; ``margin`` is where the paper's own ink begins.
    """
    if not heading.banded:
        return
    inset = min(5 * MM, margin * 0.47)
    tall = min(6.5 * MM, margin - inset - 0.5 * MM)
    for top in (inset, sheet.height - inset - tall):
        band(sheet, words, heading, inset, top, sheet.width - 2 * inset, tall)


def band(
    sheet: Sheet,
    words: Bilingual,
    heading: Heading,
    left: float,
    top: float,
    wide: float,
    tall: float,
) -> None:
    """Draw one band, what it says as often as there is room for it."""
    pair = kind_words(words, heading)
    colour = sheet.panel(left, top, wide, tall, TERRACOTTA, tall * 0.25)
    once = width(clean(pair.main), BOLD, 1)
    twice = once + (1 + width(clean(pair.second), ITALIC, 1) if pair.second else 0)
    size = min(tall * 0.72, wide / (twice + 2))
    once, twice = once * size, twice * size
    for n in range(times := max(1, int(wide // (twice + 4 * size)))):
        x = left + wide * (n + 0.5) / times - twice / 2
        y = top + tall / 2 + size * CAP / 2
        sheet.text(x, y, pair.main, size, BOLD, colour or WHITE)
        if pair.second:
            sheet.text(x + once + size, y, pair.second, size, ITALIC, colour or WHITE)


def kind_words(words: Bilingual, heading: Heading) -> Pair:
    """Say what kind of paper one with bands is."""
    return words.both(partial(_kind, heading))


def _kind(heading: Heading, tr: Translator) -> str:
    said = [practice.word(tr)] if heading.practice else []
    if heading.rebuilt:
        said.append(tr.gettext("Rebuilt from receipts and papers"))
    return DOT.join(said)
