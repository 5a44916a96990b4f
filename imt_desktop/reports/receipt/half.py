"""The receipt on A4: the member's half above, the committee's below, a line to cut between."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.letterhead import letterhead, signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.receipt import parts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.receipt.rows import RowSizes, cents_of, draw_rows
from imt_desktop.reports.receipt.single import number_and_date

TOP = 26.0
MARGIN = 12 * MM
HALF = A4.height / 2
LEFT, MIDDLE, SECOND, RIGHT = MARGIN, 313.5, 335.5, A4.width - MARGIN
FOOT = 394.0
ROWS = RowSizes(label=14.5, amount=18, strong=21, most=4)


def draw_both(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, anchor: Anchor | None, edition: Edition
) -> None:
    """Draw both halves and the cut line."""
    member = words.both(lambda tr: tr.gettext("Member"))
    committee = words.both(lambda tr: tr.gettext("Committee"))
    if not facts.payer.member:
        member = words.both(lambda tr: tr.gettext("Who paid"))
    for top, whose in ((0.0, member), (HALF, committee)):
        _draw(sheet, facts, words, anchor, edition, whose, top)
    sheet.icon("scissors", 23, HALF - 8, 16, SOFT)
    sheet.rule(0, HALF, 21, SOFT, 0.8, (5, 4))
    sheet.rule(43, HALF, A4.width, SOFT, 0.8, (5, 4))


def _draw(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    edition: Edition,
    whose: Pair,
    top: float,
) -> None:
    title = words.both(lambda tr: tr.gettext("Receipt"))
    head = letterhead(sheet, facts.heading, title, LEFT, top + TOP, RIGHT, 15.8, 16, 0.64)
    y = number_and_date(sheet, facts, words, LEFT, head + 5, MIDDLE, 35)
    y = _payer(sheet, facts, words, y)
    notes = parts.notes(facts, words, edition, 9.5, MIDDLE - LEFT)
    bottom = top + FOOT - 32 - sum(len(note.lines) for note in notes) * 12
    y = draw_rows(sheet, words, facts, LEFT, y + 11, MIDDLE, bottom, ROWS) + 3
    for note in notes:
        y = sheet.lines(LEFT, y + 12, note, REGULAR, INK)
    _paid(sheet, facts, words, edition, head + 13)
    _whose(sheet, whose, top + FOOT)
    again = edition.on if edition.copy > 1 else None
    height = anchors.height(words, anchor, anchors.A5_PAPER, again)
    anchors.draw(sheet, words, anchor, RIGHT, top + FOOT - height, anchors.A5_PAPER, again)
    sign = head + 173
    parts.stamp(sheet, words, edition, RIGHT, head + 120, 12)
    signature(
        sheet,
        words,
        facts.received_by,
        SECOND,
        sign,
        RIGHT - SECOND,
        10.4,
        facts.heading.one_signature,
    )


def _payer(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, y: float) -> float:
    room = MIDDLE - LEFT
    y += 29
    sheet.text(LEFT, y, words.beside(lambda tr: tr.gettext("From")), 11, REGULAR, SOFT, room=room)
    y += 20
    sheet.text(LEFT, y, facts.payer.name, 20, BOLD, room=room)
    y += 16.5
    sheet.text(LEFT, y, parts.who(facts, words), 12.3, REGULAR, room=room)
    return y


def _paid(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, edition: Edition, top: float
) -> None:
    tall = 100.0
    colour = WHITE
    if edition.cancelled:
        colour = INK
        sheet.rect(SECOND + 1, top + 1, RIGHT - SECOND - 2, tall - 2, None, TERRACOTTA, 2, 8)
    else:
        colour = sheet.panel(SECOND, top, RIGHT - SECOND, tall, TEAL, 8)
    paid = words.both(lambda tr: tr.gettext("Paid"))
    soft = colour if colour == WHITE else SOFT
    sheet.pair(SECOND + 14, top + 27, paid, 17, 82, colour=colour, soft=soft, lines=1)
    room = RIGHT - SECOND - 28 - 82 - 8
    how = parts.method(facts, words, 12, room, 2)
    sheet.lines(RIGHT - 14, top + 25, how, BOLD, colour, "right")
    start = amount(
        sheet, RIGHT - 14, top + 86, facts.amount, 50, words.main, RIGHT - SECOND - 28, colour,
        cents=cents_of(facts), currency=True,
    )  # fmt: skip
    if edition.cancelled:
        sheet.rule(start, top + 68, RIGHT - 14, TERRACOTTA, 2.5)


def _whose(sheet: Sheet, whose: Pair, bottom: float) -> None:
    sheet.rect(LEFT, bottom - 23, 150, 23, None, LINE, 1, 4)
    fitted = beside(whose, BOLD, 10.5, 138)
    sheet.lines(LEFT + 75, bottom - 7.8, fitted, BOLD, SOFT, "centre")
