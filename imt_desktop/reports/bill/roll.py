"""A bill on an 80 mm roll: black only, one column, as long as it needs to be."""

from __future__ import annotations

from imt_desktop.money import any_cents
from imt_desktop.reports.bill import chart
from imt_desktop.reports.bill.facts import BillFacts
from imt_desktop.reports.bill.words import decided_words, lines_in_words, sums_in_words
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import beside, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.receipt.facts import Edition
from imt_desktop.reports.receipt.parts import who_is
from imt_desktop.reports.receipt.roll import (
    FEED,
    FLOOR,
    LEFT,
    MIDDLE,
    RIGHT,
    ROOM,
    TOP,
    anchored,
    banded,
)
from imt_desktop.wording.readings import meter_words

_FIGURE = 70.0


def draw(sheet: Sheet, facts: BillFacts, words: Bilingual, anchor: Anchor | None) -> float:
    """Draw the bill; returns how long its paper is."""
    sheet.black, sheet.floor = True, FLOOR
    cents = any_cents(
        [facts.total, facts.settled, facts.before, *(line.amount for line in facts.lines)]
    )
    y = banded(sheet, facts.heading, words, TOP)
    y = _head(sheet, facts, words, y)
    y = _lines(sheet, facts, words, y + 8, cents)
    y = _sums(sheet, facts, words, y + 4, cents)
    y = _to_pay(sheet, facts, words, y + 8, cents)
    if facts.uses:
        y = chart.draw(sheet, facts.uses, facts.unit, words, LEFT, y + 14, ROOM, 92)
    for decided in words.both(lambda tr: decided_words(facts, tr)).words:
        y = sheet.lines(LEFT, y + 14, fit(decided, REGULAR, 9, ROOM, 2, FLOOR), REGULAR)
    if facts.heading.one_signature:
        y = _centred(sheet, one_signature(words), y + 14, 9, REGULAR)
    edition = Edition()
    if anchor is not None and anchor.copy > 1:
        edition = Edition(copy=anchor.copy, on=anchor.again)
        said = words.both(lambda tr: tr.gettext("COPY {n}").format(n=anchor.copy))
        y = _centred(sheet, said, y + 18, 12)
    y = anchored(sheet, words, anchor, edition, y + 14)
    return banded(sheet, facts.heading, words, y + 6) + FEED


def _centred(sheet: Sheet, said: Pair, y: float, size: float, font: str = BOLD) -> float:
    return sheet.pair(
        MIDDLE, y, said, size, ROOM, font=font, align="centre", lines=2, second=FLOOR, shrink=0.8
    )


def _head(sheet: Sheet, facts: BillFacts, words: Bilingual, y: float) -> float:
    y = _centred(sheet, Pair(facts.heading.committee), y + 11, 12)
    if facts.heading.area:
        y = _centred(sheet, Pair(facts.heading.area), y + 12, 9, REGULAR)
    sheet.rule(LEFT, y + 7, RIGHT, INK, 0.8)
    y = _centred(sheet, words.both(lambda tr: tr.gettext("Bill")), y + 25, 15)
    y = _centred(sheet, words.both(lambda tr: tr.period(facts.period)), y + 15, 11)
    y = _centred(sheet, Pair(facts.member.name), y + 20, 14)
    return _centred(sheet, Pair(who_is(facts.member, words)), y + 13, 9.5, REGULAR)


def _lines(sheet: Sheet, facts: BillFacts, words: Bilingual, y: float, cents: bool) -> float:
    main = lines_in_words(facts, words.main)
    other = lines_in_words(facts, words.second) if words.second else main
    for one, of in zip(main, other, strict=True):
        pair = Pair(one.title, of.title if of.title != one.title else "")
        title = beside(pair, BOLD, 10.5, ROOM - _FIGURE, least=FLOOR, lines=3)
        amount(sheet, RIGHT, y + 11, one.amount, 11.5, words.main, _FIGURE - 6, cents=cents)
        y = sheet.lines(LEFT, y + 11, title, BOLD)
        for text in one.why:
            y = sheet.lines(LEFT, y + 12, fit(text, REGULAR, 9.5, ROOM, 3, FLOOR), REGULAR)
        for text in of.why:
            if text not in one.why:
                y = sheet.lines(LEFT, y + 11.5, fit(text, ITALIC, 9, ROOM, 3, FLOOR), ITALIC)
        y += 7
    for meter in facts.meters:
        said = words.both(lambda tr, meter=meter: meter_words(meter, tr))  # type: ignore[misc]
        y = sheet.pair(LEFT, y + 9, said, 9.5, ROOM, font=REGULAR, second=FLOOR) + 4
    return y


def _sums(sheet: Sheet, facts: BillFacts, words: Bilingual, y: float, cents: bool) -> float:
    rows = sums_in_words(facts, words)
    sheet.rule(LEFT, y, RIGHT, INK, 1)
    for said, money in rows:
        fitted = beside(said, BOLD, 10.5, ROOM - _FIGURE, least=FLOOR, lines=3)
        amount(sheet, RIGHT, y + 14, money, 11.5, words.main, _FIGURE - 6, cents=cents)
        y = sheet.lines(LEFT, y + 14, fitted, BOLD) + 3
    return y


def _to_pay(sheet: Sheet, facts: BillFacts, words: Bilingual, y: float, cents: bool) -> float:
    tall = 62.0
    sheet.rect(LEFT + 1.1, y, ROOM - 2.2, tall, None, INK, 2.2, 5)
    said = words.beside(lambda tr: tr.gettext("To pay"))
    sheet.text(MIDDLE, y + 16, said, 11, BOLD, INK, "centre", room=ROOM - 16)
    amount(
        sheet, RIGHT - 12, y + 50, facts.to_pay, 32, words.main, ROOM - 24, cents=cents,
        currency=True,
    )  # fmt: skip
    due = words.both(lambda tr: tr.gettext("Due on {day}").format(day=tr.date(facts.due_on)))
    if not facts.to_pay:
        due = words.both(lambda tr: tr.gettext("Nothing is left to pay. Thank you."))
    return _centred(sheet, due, y + tall + 15, 11)
