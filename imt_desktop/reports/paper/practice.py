"""Papers of a practice book, with a pale word under everything, and bands that say so or what was rebuilt."""

from __future__ import annotations

import math
from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Heading
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, width
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import TERRACOTTA, WHITE, ink
from imt_desktop.reports.paper.sheet import Sheet


def _words(words: Bilingual) -> Pair:
    return words.both(lambda tr: tr.pgettext("on papers of a practice book", "PRACTICE"))


def _kind(heading: Heading, tr: Translator) -> str:
    said = [tr.pgettext("on papers of a practice book", "PRACTICE")] if heading.practice else []
    if heading.rebuilt:
        said.append(tr.gettext("Rebuilt from receipts and papers"))
    return DOT.join(said)


def ground(sheet: Sheet, words: Bilingual, top: float = 0, height: float | None = None) -> None:
    """Draw the pale word from corner to corner. Call it first: no figure may be covered."""
    word = clean(_words(words).main)
    height = height or sheet.height
    length = math.hypot(sheet.width, height) * 0.82
    size = min(length / width(word, BOLD, 1), min(sheet.width, height) * 0.36)
    canvas = sheet.canvas
    with sheet.state():
        canvas.translate(sheet.width / 2, sheet.height - top - height / 2)
        canvas.rotate(math.degrees(math.atan2(height, sheet.width)))
        canvas.setLineWidth(size * 0.012)
        run = canvas.beginText(-width(word, BOLD, size) / 2, -size * CAP / 2)
        run.setFont(BOLD, size)
        run.setTextRenderMode(2)
        run.setFillColor(ink("#F9EBE4"))
        run.setStrokeColor(ink("#DF9C80"))
        run.textOut(word)
        canvas.drawText(run)


def bands(sheet: Sheet, words: Bilingual, heading: Heading, margin: float) -> None:
    """Draw a band on both short edges: the paper is for practice, or about days that were rebuilt.

    Call it last; ``margin`` is where the paper's own ink begins.
    """
    inset = min(5 * MM, margin * 0.47)
    tall = min(6.5 * MM, margin - inset - 0.5 * MM)
    pair = words.both(partial(_kind, heading))
    for top in (inset, sheet.height - inset - tall):
        colour = sheet.panel(inset, top, sheet.width - 2 * inset, tall, TERRACOTTA, tall * 0.25)
        once = width(clean(pair.main), BOLD, 1)
        twice = once + (1 + width(clean(pair.second), ITALIC, 1) if pair.second else 0)
        size = min(tall * 0.72, (sheet.width - 2 * inset) / (twice + 2))
        once, twice = once * size, twice * size
        times = max(1, int((sheet.width - 2 * inset) // (twice + 4 * size)))
        for n in range(times):
            x = inset + (sheet.width - 2 * inset) * (n + 0.5) / times - twice / 2
            y = top + tall / 2 + size * CAP / 2
            sheet.text(x, y, pair.main, size, BOLD, colour or WHITE)
            if pair.second:
                sheet.text(x + once + size, y, pair.second, size, ITALIC, colour or WHITE)
