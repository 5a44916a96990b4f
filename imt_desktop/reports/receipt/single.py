"""The receipt on A6."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.format import A6, MM
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.letterhead import letterhead, signature, signature_height
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.receipt import parts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.receipt.rows import RowSizes, cents_of, draw_rows

TOP = 22.0
BOTTOM = A6.height - 8.5 * MM
ROWS = RowSizes(label=11.5, amount=15, strong=17, most=4)


def draw(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, anchor: Anchor | None, edition: Edition
) -> None:
    """Draw the whole receipt on an A6 sheet."""
    left, right = A6.margin, A6.width - A6.margin
    title = words.both(lambda tr: tr.gettext("Receipt"))
    y = letterhead(sheet, facts.heading, title, left, TOP, right, 11.5, 8.9, 0.64)
    y = number_and_date(sheet, facts, words, left, y, right, 25.5)
    y = _payer(sheet, facts, words, edition, left, y, right)
    y = _paid(sheet, facts, words, edition, left, y + 10, right)
    again = edition.on if edition.copy > 1 else None
    foot = BOTTOM - anchors.height(words, anchor, anchors.A6_PAPER, again)
    notes = parts.notes(facts, words, edition, 8.6, right - left)
    below = 25 + sum(len(note.lines) for note in notes) * 10.6
    y = draw_rows(sheet, words, facts, left, y + 3, right, foot - below - 4, ROWS)
    y += 8
    sheet.icon(parts.METHOD_ICONS.get(facts.method, "coins"), left, y - 2.5, 15, TEAL)
    how = parts.method(facts, words, 10, right - left - 21)
    sheet.lines(left + 21, y + 8.6, how, BOLD)
    y += 11
    for note in notes:
        y = sheet.lines(left, y + 10.6, note, REGULAR, INK)
    block = anchors.draw(sheet, words, anchor, right, foot, anchors.A6_PAPER, again)
    _signed(sheet, facts, words, left, block.left - 8)


def number_and_date(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    left: float,
    y: float,
    right: float,
    size: float,
) -> float:
    """Draw the number, large, and the date at the right; returns the baseline of both."""
    upper, y = y + size * 0.66, y + size * 1.02
    number = str(facts.number)
    wide = sheet.text(left, y, number, size, BOLD, room=(right - left) * 0.42) + size * 0.24
    label = words.both(lambda tr: tr.pgettext("receipt number", "No."))
    small = max(8.4, size * 0.31)
    sheet.text(left + wide, upper if label.second else y, label.main, small, BOLD, SOFT)
    if label.second:
        sheet.text(left + wide, y, label.second, max(8, small * 0.95), ITALIC, SOFT)
    date = words.both(lambda tr: tr.date(facts.on))
    room = (right - left) * 0.46
    sheet.text(right, upper + 1.4, date.main, size * 0.48, BOLD, INK, "right", room=room)
    if date.second:
        sheet.text(right, y + 2.4, date.second, size * 0.36, ITALIC, SOFT, "right", room=room)
    return y


def _payer(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    edition: Edition,
    left: float,
    y: float,
    right: float,
) -> float:
    end = parts.stamp(sheet, words, edition, right, y + 14, 10.5)
    room = (end - 8 if end < right else right) - left
    y += 23
    sheet.text(left, y, words.beside(lambda tr: tr.gettext("From")), 8.8, REGULAR, SOFT, room=room)
    y += 15.5
    sheet.text(left, y, facts.payer.name, 14.5, BOLD, room=room)
    y += 12.3
    sheet.text(left, y, parts.who(facts, words, end == right), 9.6, REGULAR, room=room)
    return y


def _paid(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    edition: Edition,
    left: float,
    top: float,
    right: float,
) -> float:
    tall = 56.0
    colour = WHITE
    if edition.cancelled:
        colour = INK
        sheet.rect(left + 0.8, top + 0.8, right - left - 1.6, tall - 1.6, None, TERRACOTTA, 1.6, 5)
    else:
        colour = sheet.panel(left, top, right - left, tall, TEAL, 5.5)
    paid = words.both(lambda tr: tr.gettext("Paid"))
    base = top + (24 if paid.second else 33)
    room = (right - left) * 0.3
    sheet.pair(
        left + 12,
        base,
        paid,
        14,
        room,
        colour=colour,
        soft=colour if colour == WHITE else SOFT,
        lines=1,
    )
    x = right - 13
    cents = cents_of(facts)
    start = amount(
        sheet, x, top + 41, facts.amount, 38, words.main, right - left - room - 34, colour,
        cents=cents, currency=True,
    )  # fmt: skip
    if edition.cancelled:
        sheet.rule(start, top + 28, x, TERRACOTTA, 2)
    return top + tall


def _signed(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, left: float, right: float) -> None:
    width, one = min(98, right - left), facts.heading.one_signature
    y = BOTTOM - signature_height(words, facts.received_by, width, 8.8, sheet.floor, one)
    signature(sheet, words, facts.received_by, left, y, width, 8.8, one)
