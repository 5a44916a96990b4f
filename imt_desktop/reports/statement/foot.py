"""The foot of a statement: months as squares, where to pay, whom to ask, the anchor."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from imt_desktop.reports.facts import Anchor, Contact
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import bars
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fonts import REGULAR, width
from imt_desktop.reports.paper.format import A5
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import LINE, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import named_post
from imt_desktop.reports.statement.facts import MonthPaid, StatementFacts

LEFT, RIGHT = A5.margin, A5.width - A5.margin
HALF = LEFT + 166
RIGHT_HALF = HALF + 22
SQUARE = 21.0
STEP = 27.6
ROW = 37.0
MOST = 24
"""Months that are shown, the newest of them."""

STATES = ("paid", "part", "open", "none")


def height(facts: StatementFacts, words: Bilingual, anchor: Anchor | None) -> float:
    """Height of the foot in points."""
    right = _pay_and_ask(rehearsal(A5.width, A5.height), facts, words, 0)
    right += anchors.height(words, anchor, anchors.A5_PAPER) + 4
    rows = -(-min(MOST, len(facts.months)) // 6)
    left = 26 + rows * ROW + 26 if rows else 0
    return max(right, left)


def key(facts: StatementFacts) -> Hashable:
    """Say what the height of the foot depends on, beside the anchor."""
    return (
        facts.pay_at, facts.pay_to, facts.ask, len(facts.months), facts.heading.one_signature
    )  # fmt: skip


def draw(
    sheet: Sheet,
    facts: StatementFacts,
    words: Bilingual,
    anchor: Anchor | None,
    bottom: float,
    tall: float,
    block: float,
) -> None:
    """Draw the foot, which is so ``tall``, with its anchor ``block``, so that it ends at ``bottom``."""
    top = bottom - tall
    if facts.months:
        _months(sheet, words, facts.months[-MOST:], top)
    sheet.stamp(
        ("pay and ask", key(facts), top), lambda form: _pay_and_ask(form, facts, words, top)
    )
    anchors.draw(sheet, words, anchor, RIGHT, bottom - block, anchors.A5_PAPER)


def _pay_and_ask(sheet: Sheet, facts: StatementFacts, words: Bilingual, y: float) -> float:
    """Say where to pay, whom to ask, and that one signature is all there is; returns the lower edge."""
    pay = _pay(facts, words)
    if pay:
        y = _line(sheet, "store", pay, y)
    if facts.ask:
        icon = "phone" if facts.ask.telephone else "message-circle"
        y = _line(sheet, icon, _ask(facts.ask, words), y)
    if facts.heading.one_signature:
        y = _line(sheet, "stamp", one_signature(words), y)
    return y


def _pay(facts: StatementFacts, words: Bilingual) -> Pair | None:
    """Where to pay, or whom."""
    if facts.pay_at:
        return Pair(facts.pay_at, words.beside(lambda tr: tr.gettext("Where to pay")))
    if facts.pay_to is None:
        return None
    return _named(facts.pay_to, words, words.beside(lambda tr: tr.gettext("Whom to pay")))


def _ask(contact: Contact, words: Bilingual) -> Pair:
    return _named(contact, words, words.beside(lambda tr: tr.gettext("A question?")))


def _named(contact: Contact, words: Bilingual, what: str) -> Pair:
    name = named_post(contact.name, contact.post, contact.own_post, words.main)
    parts = [part for part in (name, contact.telephone) if part] or [contact.text]
    return Pair(DOT.join(parts), what)


def _line(sheet: Sheet, icon: str, said: Pair, y: float) -> float:
    sheet.icon(icon, RIGHT_HALF, y + 2, 17, TERRACOTTA)
    last = sheet.pair(
        RIGHT_HALF + 24, y + 11, said, 10.5, RIGHT - RIGHT_HALF - 24, second=8.5, gap=1.25, lines=2,
        shrink=0.78,
    )  # fmt: skip
    return last + 11


def _months(sheet: Sheet, words: Bilingual, months: tuple[MonthPaid, ...], y: float) -> None:
    states = tuple(state for state in STATES if any(month.state == state for month in months))
    first = sheet.stamp(("months", y), lambda form: _title(form, words, y))
    for row in range(-(-len(months) // 6)):
        six, top = months[row * 6 : row * 6 + 6], first + row * ROW
        sheet.stamp(("row", six, top), partial(_row, words=words, months=six, top=top))
    last = first + -(-len(months) // 6) * ROW + 8
    sheet.stamp(("legend", states, last), lambda form: _legend(form, words, states, last))


def _title(sheet: Sheet, words: Bilingual, y: float) -> float:
    said = words.both(lambda tr: tr.gettext("Months paid"))
    return sheet.inline(LEFT, y + 12, said, 10.5, HALF - LEFT, colour=TEAL) + 10


def _row(sheet: Sheet, words: Bilingual, months: tuple[MonthPaid, ...], top: float) -> None:
    for n, month in enumerate(months):
        x = LEFT + n * STEP
        _square(sheet, month.state, x, top, SQUARE)
        name = words.main.month_name(month.month, short=True)
        sheet.text(x + SQUARE / 2, top + SQUARE + 10, name, 8, REGULAR, SOFT, "centre", room=STEP)


def _square(sheet: Sheet, state: str, x: float, y: float, side: float) -> None:
    if state == "paid":
        bars.fill(sheet, x, y, side, side, bars.family(TEAL, 0), 4, 1)
        sheet.line(
            [(x + side * 0.24, y + side * 0.52), (x + side * 0.43, y + side * 0.72),
             (x + side * 0.78, y + side * 0.3)], WHITE, side * 0.1,
        )  # fmt: skip
    elif state == "part":
        bars.fill(sheet, x, y, side, side, bars.family(TEAL, 1), 4, 1)
    elif state == "open":
        sheet.rect(x + 0.8, y + 0.8, side - 1.6, side - 1.6, None, TERRACOTTA, 1.6, 0, "bar")
    else:
        sheet.rect(x + 0.5, y + 0.5, side - 1, side - 1, None, LINE, 0.9, 0, "bar", (2, 2))


def _legend(sheet: Sheet, words: Bilingual, shown: tuple[str, ...], y: float) -> None:
    names = {
        "paid": words.both(lambda tr: tr.pgettext("a month", "paid")),
        "part": words.both(lambda tr: tr.pgettext("a month", "part")),
        "open": words.both(lambda tr: tr.pgettext("a month", "not paid")),
        "none": words.both(lambda tr: tr.pgettext("a month", "no bill")),
    }
    texts = [names[state].beside for state in shown]
    if sum(width(clean(text), REGULAR, 8) + 20 for text in texts) > HALF - LEFT:
        texts = [names[state].main for state in shown]
    x = LEFT
    for state, text in zip(shown, texts, strict=True):
        if x > LEFT and x + 11.5 + width(clean(text), REGULAR, 8) > HALF:
            x, y = LEFT, y + 12
        _square(sheet, state, x, y, 8)
        x += 11.5
        x += sheet.text(x, y + 7.2, text, 8, REGULAR, SOFT, room=max(20, HALF - x)) + 8
