"""Receipts of a day for the paper pad: number and code large, a line each, to be written off."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.anchor import CELL, write_code
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import NARROWEST, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import INK, LINE, SOFT
from imt_desktop.reports.paper.letterhead import letterhead, one_signature
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.receipt.rows import cents_of

LEFT, RIGHT = A4.margin, A4.width - A4.margin
TOP = 43.0
FIRST = 112.0
ROW = 46.0
EACH = 14
CODE = 16.0
NUMBER = 92.0
Printed = tuple[ReceiptFacts, Anchor | None, Edition]


def draw(document: Document, receipts: Sequence[Printed], words: Bilingual) -> None:
    """Draw as many pages as the receipts need."""
    for first in range(0, max(1, len(receipts)), EACH):
        sheet = document.sheet(A4.width, A4.height, True)
        shown = receipts[first : first + EACH]
        if shown and shown[0][0].heading.practice:
            practice.ground(sheet, words)
        if shown:
            title = words.both(lambda tr: tr.gettext("Write it on the pad"))
            letterhead(sheet, shown[0][0].heading, title, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
        for at, (facts, anchor, _edition) in enumerate(shown):
            _row(sheet, facts, anchor, words, FIRST + at * ROW)
        if shown:
            _end(sheet, words, shown[0][0].heading)
        document.canvas.showPage()


def _end(sheet: Sheet, words: Bilingual, heading: Heading) -> None:
    if heading.one_signature:
        alone = one_signature(words).beside
        sheet.text(RIGHT, FIRST + EACH * ROW + 14, alone, 9, REGULAR, SOFT, "right")
    bands(sheet, words, heading, TOP)


def _row(
    sheet: Sheet, facts: ReceiptFacts, anchor: Anchor | None, words: Bilingual, y: float
) -> None:
    base, left = y + 27, LEFT + NUMBER
    sheet.text(LEFT, base, str(facts.number), 25, BOLD, room=NUMBER - 8)
    wide = 16 * CODE * CELL + 3 * CODE * 0.5
    if anchor:
        code = anchor.code
        write_code(
            sheet, RIGHT - wide - 2, base, [code[at : at + 4] for at in range(0, 16, 4)], CODE
        )
    room = RIGHT - wide - 16 - left
    name = fit(facts.payer.name, BOLD, 10, room, 2, narrowest=NARROWEST)
    sheet.lines(left, y + 13, name, BOLD, leading=1.12)
    day = sheet.text(left, y + 37, words.main.short_date(facts.on), 8.5, REGULAR, SOFT)
    amount(
        sheet, left + room, y + 37, facts.amount, 11, words.main, room - day - 6, INK,
        cents=cents_of(facts), currency=True, currency_font=REGULAR,
    )  # fmt: skip
    sheet.rule(LEFT, y + ROW - 3, RIGHT, LINE, 0.6)
