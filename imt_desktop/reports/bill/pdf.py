"""Bills in ink: two to an A4, one on an A5, or on an 80 mm roll."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imt_desktop.reports.bill import half, roll
from imt_desktop.reports.bill.facts import BillFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4, ROLL
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal

Printed = tuple[BillFacts, Anchor | None]
"""A bill and its anchor; none makes a preview."""


def render(
    bills: Sequence[Printed],
    words: Bilingual,
    size: str = "A4",
    tell: Callable[[int], None] = lambda _: None,
    *,
    saving: bool = False,
) -> bytes:
    """Draw bills into one file; ``tell`` hears how many are drawn, and may raise to stop."""
    return draw(bills, words, size, tell, saving=saving, keep=False).finish()


def draw(
    bills: Sequence[Printed],
    words: Bilingual,
    size: str = "A4",
    tell: Callable[[int], None] = lambda _: None,
    *,
    saving: bool = False,
    keep: bool = True,
) -> Document:
    """Draw bills and return the document, sheets and all."""
    title = words.main.gettext("Bill")
    document = Document(A4.width, A4.height, title, words.main.code, keep)
    if size == "roll":
        for number, (facts, anchor) in enumerate(bills, 1):
            _roll(document, facts, words, anchor)
            tell(number)
        return document
    each = 1 if size == "A5" else 2
    for first in range(0, len(bills), each):
        sheet = document.sheet(A4.width, half.HALF * each, saving)
        _page(sheet, bills[first : first + each], words)
        document.canvas.showPage()
        tell(min(first + each, len(bills)))
    return document


def _page(sheet: Sheet, bills: Sequence[Printed], words: Bilingual) -> None:
    heading = bills[0][0].heading
    tops = [at * half.HALF for at in range(len(bills))]
    if heading.practice:
        for top in tops:
            practice.ground(sheet, words, top, half.HALF)
    for top, (facts, anchor) in zip(tops, bills, strict=True):
        half.draw(sheet, facts, words, anchor, top)
    if sheet.height > half.HALF + 1:
        sheet.icon("scissors", 23, half.HALF - 8, 16, SOFT)
        sheet.rule(0, half.HALF, 21, SOFT, 0.8, (5, 4))
        sheet.rule(43, half.HALF, A4.width, SOFT, 0.8, (5, 4))
    bands(sheet, words, heading, half.TOP)


def _roll(document: Document, facts: BillFacts, words: Bilingual, anchor: Anchor | None) -> None:
    long = roll.draw(rehearsal(ROLL.width, ROLL.height), facts, words, anchor)
    sheet = document.sheet(ROLL.width, long)
    roll.draw(sheet, facts, words, anchor)
    document.canvas.showPage()
