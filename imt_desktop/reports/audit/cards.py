"""Three cards beside each other: the cash, the vouchers, and the receipt numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imt_desktop.reports.audit import words as said
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.paper.bars import Look, fill
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, width
from imt_desktop.reports.paper.ink import AMBER, AMBER_EDGE, INK, LINE, PAPER, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

GAP: Final = 14.0
PAD: Final = 14.0

_Card = Callable[[Sheet, AuditFacts, Bilingual, float, float, float], float]
"""Draws what a card says from x, within a room, at y; returns the last baseline."""


def cards(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw the three cards; returns the lower edge."""
    wide = (right - left - 2 * GAP) / 3
    heads: tuple[tuple[str, Pair, _Card], ...] = (
        ("banknote", words.both(lambda tr: tr.gettext("Cash counted")), _cash),
        ("receipt", words.both(lambda tr: tr.gettext("Vouchers")), _vouchers),
        ("receipt-text", words.both(lambda tr: tr.gettext("Receipt numbers")), _numbers),
    )
    trial = rehearsal(sheet.width, sheet.height, sheet.floor)
    end = max(
        _one(trial, facts, words, left + at * (wide + GAP), wide, top, *head)
        for at, head in enumerate(heads)
    )
    for at, head in enumerate(heads):
        x = left + at * (wide + GAP)
        ground = None if sheet.saving else PAPER
        sheet.rect(x, top, wide, end - top, ground, LINE, 1.4, 9)
        _one(sheet, facts, words, x, wide, top, *head)
    return end


def _one(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, wide: float, top: float, icon: str,
    head: Pair, draw: _Card,
) -> float:  # fmt: skip
    sheet.icon(icon, x + PAD, top + PAD, 32, TERRACOTTA)
    y = sheet.pair(
        x + PAD + 44, top + PAD + 18, head, 19, wide - 2 * PAD - 44, second=14, shrink=0.7
    )
    y = max(y, top + PAD + 36)
    return draw(sheet, facts, words, x + PAD, wide - 2 * PAD, y) + PAD + 4


def _cash(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, room: float, y: float
) -> float:
    if facts.cash_counted is None or facts.cash_book is None:
        return sheet.pair(x, y + 30, words.both(lambda tr: tr.gettext("Not counted")), 19, room)
    most = max(facts.cash_book.minor, facts.cash_counted.minor, 1)
    for pair, amount, look in (
        (words.both(lambda tr: tr.gettext("In the book")), facts.cash_book,
         Look(AMBER, "solid", AMBER_EDGE)),
        (words.both(lambda tr: tr.gettext("Counted")), facts.cash_counted, Look(TEAL, "solid", TEAL)),
    ):  # fmt: skip
        y = sheet.inline(x, y + 20, pair, 15, room) + 8
        money = words.main.money(amount)
        longest = max(room - width(money, BOLD, 21) - 12, 40)
        fill(sheet, x, y, max(longest * max(amount.minor, 0) / most, 2), 20, look, 6, 1.4)
        y += 18
        sheet.text(x + room, y, money, 21, BOLD, INK, "right", room)
    good = facts.cash_agrees
    state = words.both(lambda tr: tr.gettext("It agrees") if good else tr.gettext("It differs"))
    icon, colour = ("circle-check", TEAL) if good else ("circle-alert", TERRACOTTA)
    sheet.icon(icon, x, y + 12, 24, colour)
    return sheet.inline(x + 32, y + 30, state, 17, room - 32, colour=colour)


def _vouchers(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, room: float, y: float
) -> float:
    one = facts.vouchers_checked
    if one is None:
        spent = facts.vouchers + facts.without_voucher
        none = words.both(said.vouchers_unchecked if spent else said.nothing_spent)
        return sheet.pair(x, y + 30, none, 19, room)
    tr, agrees = words.main, one.agrees
    number = tr.number(agrees)
    sheet.text(x, y + 46, number, 48, BOLD, INK)
    of = words.both(lambda tr: tr.gettext("of {n}").format(n=tr.number(one.checked)))
    beside = x + width(number, BOLD, 48) + 10
    sheet.inline(beside, y + 46, of, 22, room - (beside - x))
    share = room * agrees / one.checked
    if agrees:
        fill(sheet, x, y + 58, share, 18, Look(TEAL, "solid", TEAL), 6, 1)
    if agrees < one.checked:
        look = Look(TERRACOTTA, "diagonal", TERRACOTTA)
        fill(sheet, x + share, y + 58, room - share, 18, look, 6, 1)
    results = words.both(lambda tr: said.results(one, tr))
    return sheet.pair(x, y + 98, results, 16, room, second=13)


def _numbers(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, room: float, y: float
) -> float:
    tr = words.main
    if facts.first_receipt is None:
        none = words.both(lambda tr: tr.gettext("No receipt was given"))
        return sheet.pair(x, y + 30, none, 19, room)
    number = tr.number(facts.missing)
    sheet.text(x, y + 46, number, 48, BOLD, TERRACOTTA if facts.missing else INK)
    missing = words.both(lambda tr: tr.ngettext("number missing", "numbers missing", facts.missing))
    beside = x + width(number, BOLD, 48) + 10
    y = max(sheet.pair(beside, y + 30, missing, 17, room - (beside - x), second=13), y + 46)
    reach = f"{facts.first_receipt} \N{EN DASH} {facts.last_receipt}"
    sheet.text(x, y + 26, reach, 21, BOLD, INK, room=room)
    used = words.both(lambda tr: said.used(facts, tr))
    return sheet.pair(x, y + 48, used, 14, room, second=12)
