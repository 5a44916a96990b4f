"""A receipt in ink: one A6, or two halves on one A4."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4, A6, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.receipt import half, single
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts


def render(
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A6,
    edition: Edition | None = None,
) -> bytes:
    """Draw a receipt on A6, or on A4 as member's and committee's half. No anchor makes a preview."""
    return render_many([(facts, anchor, edition or Edition())], words, paper)


def render_many(
    receipts: list[tuple[ReceiptFacts, Anchor | None, Edition]], words: Bilingual, paper: Paper = A6
) -> bytes:
    """Draw several receipts into one file, one a page."""
    document = draw(receipts, words, paper)
    return document.finish()


def draw(
    receipts: list[tuple[ReceiptFacts, Anchor | None, Edition]], words: Bilingual, paper: Paper
) -> Document:
    """Draw receipts and return the document, sheets and all."""
    if paper not in (A4, A6):
        raise ValueError(f"no receipt on {paper.name}")
    title = words.main.gettext("Receipt")
    document = Document(paper.width, paper.height, title, words.main.code)
    for facts, anchor, edition in receipts:
        sheet = document.sheet(paper.width, paper.height)
        _page(sheet, facts, words, anchor, edition, paper)
        document.canvas.showPage()
    return document


def _page(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    edition: Edition,
    paper: Paper,
) -> None:
    if facts.heading.practice:
        each = sheet.height if paper == A6 else half.HALF
        for top in range(round(sheet.height / each)):
            practice.ground(sheet, words, top * each, each)
    if paper == A6:
        single.draw(sheet, facts, words, anchor, edition)
    else:
        half.draw_both(sheet, facts, words, anchor, edition)
    if facts.heading.practice:
        practice.bands(sheet, words, single.TOP if paper == A6 else half.TOP)
