"""The pale word under everything on papers of a practice book."""

from __future__ import annotations

import math

from imt_desktop.i18n import Translator
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fonts import BOLD, CAP, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import ink
from imt_desktop.reports.paper.sheet import Sheet


def word(tr: Translator) -> str:
    """Say that a paper is for practice."""
    return tr.pgettext("on papers of a practice book", "PRACTICE")


def ground(sheet: Sheet, words: Bilingual, top: float = 0, height: float | None = None) -> None:
    """Draw the pale word from corner to corner. Call it first: no figure may be covered."""
    said = clean(word(words.main))
    height = height or sheet.height
    length = math.hypot(sheet.width, height) * 0.82
    size = min(length / width(said, BOLD, 1), min(sheet.width, height) * 0.36)
    canvas = sheet.canvas
    with sheet.state():
        canvas.translate(sheet.width / 2, sheet.height - top - height / 2)
        canvas.rotate(math.degrees(math.atan2(height, sheet.width)))
        canvas.setLineWidth(size * 0.012)
        run = canvas.beginText(-width(said, BOLD, size) / 2, -size * CAP / 2)
        run.setFont(BOLD, size)
        run.setTextRenderMode(2)
        run.setFillColor(ink("#F9EBE4"))
        run.setStrokeColor(ink("#DF9C80"))
        run.textOut(said)
        canvas.drawText(run)
