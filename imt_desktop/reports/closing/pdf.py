"""The certificate of a closed month in ink."""

from __future__ import annotations

from imt_desktop.i18n import capital
from imt_desktop.reports.closing import blocks, figures, foot
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, width
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import SOFT, TEAL
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal

LEFT, RIGHT = A4.margin, A4.width - A4.margin
TOP = 43.0
BOTTOM = A4.height - A4.margin

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""A month with many remarks is drawn smaller; no letter falls below eight points."""

Form = tuple[float, bool, bool]
"""A scale; whether notes and coins are shown; whether what was checked stands in both languages."""

FORMS: tuple[Form, ...] = tuple(
    (scale, pieces, both)
    for pieces, both in ((True, True), (True, False), (False, True), (False, False))
    for scale in SCALES
)


def render(facts: ClosingFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw a closing on one A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ClosingFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw a closing and return the document, sheets and all."""
    title = words.main.gettext("Month closed")
    document = Document(A4.width, A4.height, title, words.main.code)
    room = BOTTOM - foot.height(facts, words, anchor) - 10
    form = next(
        (form for form in FORMS if _page(rehearsal(1, 1), facts, words, form) <= room / form[0]),
        FORMS[-1],
    )
    sheet = document.sheet(A4.width, A4.height)
    if facts.heading.practice:
        practice.ground(sheet, words)
    with sheet.zoomed(form[0]) as inner:
        _page(inner, facts, words, form)
    foot.draw(sheet, facts, words, anchor, LEFT, RIGHT, BOTTOM)
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()
    return document


def _page(sheet: Sheet, facts: ClosingFacts, words: Bilingual, form: Form) -> float:
    """Draw all above the foot; returns the lower edge."""
    scale, pieces, both = form
    sheet.floor = 8 / scale
    left, right = LEFT / scale, RIGHT / scale
    month = words.both(lambda tr: capital(tr.month(facts.month)))
    y = letterhead(sheet, facts.heading, month, left, TOP / scale, right, 17.5, 16, 0.6)
    y = _title(sheet, words, left, right, y + 44)
    y = figures.draw(sheet, facts, words, left, right, y + 17)
    middle = (left + right) / 2
    counted = blocks.counted(sheet, facts, words, left, middle - 13, y + 24, pieces)
    said = words if both else Bilingual(words.main)
    checked = blocks.checked(sheet, facts, said, middle + 13, right, y + 24, not both)
    return max(counted, checked)


def _title(sheet: Sheet, words: Bilingual, left: float, right: float, y: float) -> float:
    """Write both languages beside each other, or under each other where they are too long."""
    title = words.both(lambda tr: tr.gettext("Month closed"))
    size, second, gap = 38.0, 21.0, 16.0
    both = width(clean(title.main), BOLD, size) + gap + width(clean(title.second), ITALIC, second)
    if not title.second or both > right - left:
        size = fit(title.main, BOLD, size, right - left, 1, 18).size
        return sheet.pair(
            left - 1, y, title, size, right - left, colour=TEAL, lines=1, second=second
        )
    wide = sheet.text(left - 1, y, title.main, size, BOLD, TEAL)
    sheet.text(left - 1 + wide + gap, y, title.second, second, ITALIC, SOFT)
    return y
