"""The receipt on an 80 mm roll: black only, one column, as long as it needs to be."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import code
from imt_desktop.reports.paper.anchor import CELL, entry_line, write_code
from imt_desktop.reports.paper.bands import kind_words
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import NARROWEST, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.format import MM, ROLL
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.receipt import parts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.receipt.rows import RowSizes, cents_of, draw_rows
from imt_desktop.wording.kinds import post_name

LEFT, RIGHT = ROLL.margin, ROLL.width - ROLL.margin
MIDDLE, ROOM = ROLL.width / 2, RIGHT - LEFT
TOP = ROLL.margin + 6
FEED = 8 * MM
"""White at the end: what lies between the printing head and the knife."""

MODULE = 0.75 * MM
"""Six dots of 203 to the inch."""

FLOOR = 9.0
CODE = 14.0
ROWS = RowSizes(label=11, amount=14, strong=15, most=6)


def draw(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, anchor: Anchor | None, edition: Edition
) -> float:
    """Draw the receipt; returns how long its paper is."""
    sheet.black, sheet.floor = True, FLOOR
    y = _head(sheet, facts, words, banded(sheet, facts.heading, words, TOP))
    y = _number(sheet, facts, words, y)
    y = _stamp(sheet, words, edition, y)
    y = _centred(sheet, Pair(facts.payer.name), y + 18, 14, lines=2)
    y = _centred(sheet, Pair(parts.who(facts, words, False)), y + 13, 9.5, REGULAR, lines=2)
    y = _paid(sheet, facts, words, edition, y + 9)
    y = draw_rows(sheet, words, facts, LEFT, y + 3, RIGHT, y + 2000, ROWS)
    y = _how(sheet, facts, words, edition, y + 16)
    y = _signed(sheet, facts, words, y + 36)
    y = anchored(sheet, words, anchor, edition, y + 14)
    return banded(sheet, facts.heading, words, y + 6) + FEED


def _centred(
    sheet: Sheet,
    said: Pair,
    y: float,
    size: float,
    font: str = BOLD,
    lines: int = 1,
    second: float = FLOOR,
) -> float:
    return sheet.pair(
        MIDDLE, y, said, size, ROOM, font=font, align="centre", lines=lines, second=second,
        shrink=0.8,
    )  # fmt: skip


def banded(sheet: Sheet, heading: Heading, words: Bilingual, y: float) -> float:
    """Say between two rules what bands say on other papers; returns the lower edge."""
    if not heading.banded:
        return y
    said = Pair(kind_words(words, heading).beside)
    sheet.rule(LEFT, y + 1, RIGHT, INK, 1)
    y = _centred(sheet, said, y + 14, 11, lines=4)
    sheet.rule(LEFT, y + 5, RIGHT, INK, 1)
    return y + 10


def _head(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, y: float) -> float:
    heading = facts.heading
    y = _centred(sheet, Pair(heading.committee), y + 11, 12, lines=2)
    if heading.area:
        y = _centred(sheet, Pair(heading.area), y + 12, 9, REGULAR, lines=2)
    sheet.rule(LEFT, y + 7, RIGHT, INK, 0.8)
    title = words.both(lambda tr: tr.gettext("Receipt"))
    return _centred(sheet, title, y + 25, 15, second=10.5)


def _number(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, y: float) -> float:
    label = words.beside(lambda tr: tr.pgettext("receipt number", "No."))
    number = str(facts.number)
    wide = width(clean(label), REGULAR, 9) + 6 + width(number, BOLD, 26)
    x = MIDDLE - wide / 2
    x += sheet.text(x, y + 28, label, 9, REGULAR) + 6
    sheet.text(x, y + 28, number, 26, BOLD, room=max(20, RIGHT - x))
    date = words.both(lambda tr: tr.date(facts.on))
    return _centred(sheet, date, y + 43, 11)


def _stamp(sheet: Sheet, words: Bilingual, edition: Edition, y: float) -> float:
    known = len(sheet.boxes)
    if parts.stamp(sheet, words, edition, RIGHT, y + 8, 12) == RIGHT:
        return y
    return max(box.bottom for box in sheet.boxes[known:]) + 2


def _paid(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, edition: Edition, y: float) -> float:
    tall = 62.0
    sheet.rect(LEFT + 1.1, y, ROOM - 2.2, tall, None, INK, 2.2, 5)
    paid = words.beside(lambda tr: tr.gettext("Paid"))
    sheet.text(MIDDLE, y + 16, paid, 11, BOLD, INK, "centre", room=ROOM - 16)
    tr, cents = words.main, cents_of(facts)
    wide = width(clean(tr.amount(facts.amount, cents)), BOLD, 34)
    wide += (0.45 + width(clean(tr.symbol(facts.amount.currency)), BOLD, 1)) * 13.6
    right = MIDDLE + min(wide, ROOM - 16) / 2
    start = amount(
        sheet, right, y + 50, facts.amount, 34, tr, ROOM - 16, cents=cents, currency=True
    )
    if edition.cancelled:
        sheet.rule(start, y + 39, right, INK, 2)
    return y + tall


def _how(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, edition: Edition, y: float) -> float:
    sheet.icon(parts.METHOD_ICONS.get(facts.method, "coins"), LEFT, y - 10, 14, INK)
    y = sheet.lines(LEFT + 20, y, parts.method(facts, words, 10, ROOM - 20, 2), BOLD)
    for note in parts.notes(facts, words, edition, 9, ROOM):
        y = sheet.lines(LEFT, y + 13, note, REGULAR)
    return y


def _signed(sheet: Sheet, facts: ReceiptFacts, words: Bilingual, y: float) -> float:
    officer = facts.received_by
    own = {officer.post: officer.own_post} if officer.own_post else {}
    sheet.rule(LEFT, y, RIGHT, INK, 0.8)
    y = sheet.lines(
        LEFT, y + 12, fit(officer.name, BOLD, 10, ROOM, 2, FLOOR, narrowest=NARROWEST), BOLD
    )
    post = words.beside(lambda tr: post_name(officer.post, own, tr))
    if facts.heading.one_signature:
        post = DOT.join((post, one_signature(words).beside))
    return sheet.lines(
        LEFT, y + 12, fit(post, REGULAR, 9, ROOM, 2, FLOOR, narrowest=NARROWEST), REGULAR
    )


def anchored(
    sheet: Sheet, words: Bilingual, anchor: Anchor | None, edition: Edition, y: float
) -> float:
    """Draw QR, code and entry in the middle; returns the last baseline."""
    if anchor is None:
        said = words.both(lambda tr: tr.gettext("Preview: not yet issued"))
        return _centred(sheet, said, y + 14, 11, lines=2)
    side = code.modules(anchor.qr) * MODULE
    y += code.QUIET * MODULE
    code.draw(sheet, MIDDLE - side / 2, y, anchor.qr, MODULE)
    y += side + code.QUIET * MODULE
    said = words.both(lambda tr: tr.gettext("Check this paper"))
    y = _centred(sheet, said, y + 10, 10)
    wide = 8 * CODE * CELL + CODE * 0.5
    for at in (0, 8):
        y += CODE * 1.35
        groups = [anchor.code[at : at + 4], anchor.code[at + 4 : at + 8]]
        write_code(sheet, MIDDLE - wide / 2, y, groups, CODE)
    again = edition.on if edition.copy > 1 else None
    line = fit(entry_line(words.main, anchor, again), ITALIC, 9, ROOM, 2, FLOOR)
    return sheet.lines(MIDDLE, y + 14, line, REGULAR, INK, "centre")
