"""Receipts in ink: one A6, two halves on one A4, eight slips on one, a roll, or lines for the pad."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import practice, slips
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4, A6, EIGHT, PAD, ROLL, Paper
from imt_desktop.reports.paper.progress import step
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.receipt import half, pad, roll, single, slip
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts

Printed = tuple[ReceiptFacts, Anchor | None, Edition]
"""A receipt, its anchor (none makes a preview), and which print it is."""


def render(
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    paper: Paper = A6,
    edition: Edition | None = None,
    *,
    saving: bool = False,
) -> bytes:
    """Draw a receipt. ``saving`` leaves out filled areas; no anchor makes a preview."""
    return render_many([(facts, anchor, edition or Edition())], words, paper, saving=saving)


def render_many(
    receipts: Sequence[Printed], words: Bilingual, paper: Paper = A6, *, saving: bool = False
) -> bytes:
    """Draw several receipts into one file."""
    return draw(receipts, words, paper, saving=saving).finish()


def draw(
    receipts: Sequence[Printed], words: Bilingual, paper: Paper, *, saving: bool = False
) -> Document:
    """Draw receipts and return the document, sheets and all."""
    if not receipts:
        return _none(words)
    receipts = [_as_it_stands(*one) for one in receipts]
    if paper == EIGHT:
        return _eight(receipts, words)
    title = words.main.gettext("Receipt")
    document = Document(paper.width, paper.height, title, words.main.code)
    if paper == PAD:
        pad.draw(document, receipts, words)
        return document
    for done, (facts, anchor, edition) in enumerate(receipts, 1):
        step(done, len(receipts))
        if paper == ROLL:
            _roll(document, facts, words, anchor, edition)
            continue
        sheet = document.sheet(paper.width, paper.height, saving)
        _page(sheet, facts, words, anchor, edition, paper)
        document.canvas.showPage()
    return document


def _as_it_stands(facts: ReceiptFacts, anchor: Anchor | None, edition: Edition) -> Printed:
    """A cancelled receipt does not say what is left to pay: that it would be paid is taken back."""
    if edition.cancelled:
        facts = replace(facts, still_to_pay=None, paid_ahead=None)
    return facts, anchor, edition


def _none(words: Bilingual) -> Document:
    document = Document(A4.width, A4.height, words.main.gettext("Receipts"), words.main.code)
    said = words.both(lambda tr: tr.gettext("No receipt was given on this day."))
    sheet = document.sheet(A4.width, A4.height)
    sheet.pair(A4.margin, 80, said, 16, A4.width - 2 * A4.margin)
    document.canvas.showPage()
    return document


def _eight(receipts: Sequence[Printed], words: Bilingual) -> Document:
    def one(sheet: Sheet, of: Printed, x: float, y: float) -> None:
        facts, anchor, edition = of
        slip.draw(sheet, facts, words, anchor, edition, x, y)

    title = words.main.gettext("Receipts")
    return slips.draw(receipts, receipts[0][0].heading, words, title, one)


def _roll(
    document: Document,
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    edition: Edition,
) -> None:
    long = roll.draw(rehearsal(ROLL.width, ROLL.height), facts, words, anchor, edition)
    sheet = document.sheet(ROLL.width, long)
    roll.draw(sheet, facts, words, anchor, edition)
    document.canvas.showPage()


def _page(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    edition: Edition,
    paper: Paper,
) -> None:
    if paper not in (A4, A6):
        raise ValueError(f"no receipt on {paper.name}")
    if facts.heading.practice:
        each = sheet.height if paper == A6 else half.HALF
        for top in range(round(sheet.height / each)):
            practice.ground(sheet, words, top * each, each)
    if paper == A6:
        single.draw(sheet, facts, words, anchor, edition)
    else:
        half.draw_both(sheet, facts, words, anchor, edition)
    bands(sheet, words, facts.heading, single.TOP if paper == A6 else half.TOP)
