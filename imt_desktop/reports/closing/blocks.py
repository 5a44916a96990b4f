"""The two blocks under the figures: the cash that was counted, and what was checked."""

from __future__ import annotations

from datetime import date

from imt_desktop.i18n import Translator
from imt_desktop.money import Money, any_cents
from imt_desktop.reports.closing.checks import label, value
from imt_desktop.reports.closing.facts import Check, ClosingFacts, Counted
from imt_desktop.reports.paper import table
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, widest
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import day_and_month
from imt_desktop.wording.kinds import account_name

PIECE = 17.6
"""Height of a row of notes or coins."""


def _head(sheet: Sheet, icon: str, said: Pair, left: float, right: float, y: float) -> float:
    sheet.icon(icon, left, y + 3, 23, TERRACOTTA)
    last = sheet.pair(
        left + 34, y + (14 if said.second else 20), said, 15.6, right - left - 34, colour=TEAL,
        second=10.6, gap=1.3, lines=1, shrink=0.8,
    )  # fmt: skip
    return max(last, y + 27) + 7


def counted(
    sheet: Sheet, facts: ClosingFacts, words: Bilingual, left: float, right: float, y: float,
    pieces: bool,
) -> float:  # fmt: skip
    """Draw what was counted: notes and coins, the sum, the difference; returns the lower edge."""
    said = words.both(lambda tr: tr.gettext("Cash counted"))
    y = _head(sheet, "coins", said, left, right, y)
    if not facts.counted:
        none = words.both(lambda tr: tr.gettext("There was no cash to count."))
        return sheet.pair(left, y + 12, none, 11, right - left, font=REGULAR)
    for one in facts.counted:
        if len(facts.counted) > 1 or one.own_name:
            y = _box(sheet, one, words, left, right, y)
        y = _pieces(sheet, one, words.main, left, right, y) if pieces else y
        y = _sums(sheet, one, words, left, right, y, facts.month.last) + 6
    return y


def _box(
    sheet: Sheet, one: Counted, words: Bilingual, left: float, right: float, y: float
) -> float:
    name = words.both(lambda tr: account_name(one.account, {one.account: one.own_name}, tr))
    return 5 + sheet.inline(left, y + 12, name, 11.4, right - left)


def _pieces(
    sheet: Sheet, one: Counted, tr: Translator, left: float, right: float, y: float
) -> float:
    values = [piece.value for piece in one.pieces]
    parts = any_cents(values)
    column = left + max(52.0, widest(values, 11.4, tr, parts) + 4)
    cents = any_cents([piece.worth for piece in one.pieces])
    for piece in one.pieces:
        base = y + PIECE * 0.72
        amount(sheet, column, base, piece.value, 11.4, tr, column - left, cents=parts, font=REGULAR)
        sheet.text(column + 14, base, "\u00d7", max(10, sheet.floor), REGULAR, SOFT)
        sheet.text(column + 52, base, tr.number(piece.count), 11.4, BOLD, align="right", room=34)
        room = right - column - 58
        amount(sheet, right, base, piece.worth, 11.4, tr, room, cents=cents, font=REGULAR)
        y += PIECE
        table.hairline(sheet, left, y, right)
    return y


def _sums(
    sheet: Sheet, one: Counted, words: Bilingual, left: float, right: float, y: float, last: date
) -> float:
    tr, gap = words.main, one.difference
    cents = any_cents([one.counted, one.book, gap])
    said = words.both(lambda tr: _when(one.on, tr))
    y = _sum(sheet, said, one.counted, tr, cents, left, right, y, 14.5, INK)
    y = _by(sheet, one, words, left, right, y)
    if gap or (one.on and one.on != last):
        book = words.both(lambda tr: tr.gettext("In the book that day"))
        y = _sum(sheet, book, one.book, tr, cents, left, right, y, 12.5, INK)
    difference = words.both(lambda tr: tr.gettext("Difference to the book"))
    colour = TERRACOTTA if gap else TEAL
    y = _sum(sheet, difference, gap, tr, cents, left, right, y, 17, colour)
    if gap and one.text:
        why = fit(one.text, ITALIC, max(9.6, sheet.floor), right - left, 3, sheet.floor)
        y = sheet.lines(left, y + 10, why, ITALIC, SOFT) + 3
    return y


def _by(sheet: Sheet, one: Counted, words: Bilingual, left: float, right: float, y: float) -> float:
    """Name those who counted: they need not be those who sign."""
    if not one.by:
        return y
    said = words.both(
        lambda tr: tr.gettext("Counted by {names}").format(names=tr.join(list(one.by)))
    )
    said = Pair(said.main, words.second.gettext("Counted by") if words.second else "")
    size = max(10.2, sheet.floor)
    return 4 + sheet.pair(
        left, y + 9, said, size, right - left, font=REGULAR, second=9.2, gap=1.25, leading=1.1
    )


def _when(on: date | None, tr: Translator) -> str:
    if on is None:
        return tr.gettext("Counted")
    return tr.gettext("Counted on {day}").format(day=day_and_month(on, tr))


def _sum(
    sheet: Sheet, said: Pair, money: Money, tr: Translator, cents: bool, left: float, right: float,
    y: float, size: float, colour: str,
) -> float:  # fmt: skip
    start = amount(sheet, right, y + 17, money, size, tr, (right - left) * 0.6, colour, cents=cents)
    last = sheet.pair(
        left, y + 16.5, said, 11.8, start - left - 10, second=9.2, gap=1.25, shrink=0.8,
        leading=1.1,
    )  # fmt: skip
    return max(last, y + 17) + 5.5


def checked(
    sheet: Sheet, facts: ClosingFacts, words: Bilingual, left: float, right: float, y: float,
    tight: bool,
) -> float:  # fmt: skip
    """Draw what was checked, each with a tick or a mark; returns the lower edge."""
    said = words.both(lambda tr: tr.gettext("Checked"))
    y = _head(sheet, "list-checks", said, left, right, y)
    for check in facts.checks:
        y = _check(sheet, check, words, left, right, y, tight)
    if not facts.checks:
        none = words.both(lambda tr: tr.gettext("Nothing happened this month."))
        y = sheet.pair(left, y + 12, none, 11, right - left, font=REGULAR)
    return y


def _check(
    sheet: Sheet, check: Check, words: Bilingual, left: float, right: float, y: float, tight: bool
) -> float:
    icon, colour = ("circle-check", TEAL) if check.ok else ("circle-alert", TERRACOTTA)
    x = left + 28
    figure, said = value(check, words.main), words.both(lambda tr: label(check, tr))
    base = y + (21 if said.second else 15 if tight else 18)
    sheet.icon(icon, left, base - 14, 19, colour)
    wide = sheet.text(right, base, figure, 12.2, BOLD, align="right", room=(right - x) * 0.55)
    last = sheet.pair(
        x, base - (5.5 if said.second else 0), said, 11.6, right - x - wide - 8, font=REGULAR,
        second=9.2, gap=1.28, shrink=0.86, leading=1.12,
    )  # fmt: skip
    y = max(last, base) + (6.5 if tight else 8.5)
    table.hairline(sheet, left, y, right)
    return y
