"""The cards of the notice: the water price, what we owe, days without water."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports import given
from imt_desktop.reports.notice.facts import Decision, NoticeFacts, Price, WeOwe
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, natural, widest
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.ink import SOFT, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.wording.kinds import connection_name, price_of
from imt_desktop.wording.tariffs import terms_words

PAD = 14.0
MOST_PRICES = 6
MOST_GIFTS = 3


def price(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Write what water costs and who decided it; returns the lower edge."""
    left, right = x + PAD, x + w - PAD
    sheet.icon("faucet", left, y + 16, 33, TERRACOTTA)
    if len(facts.prices) == 1 and facts.prices[0].terms is None:
        y = _one_price(sheet, words, facts.prices[0], left, y, right)
    else:
        y = _prices(sheet, words, facts, left, y, right)
    decision = facts.decision
    if decision and facts.prices:
        second = decided_by(decision, words.second) if words.second else ""
        said = Pair(decided(decision, words.main), second)
        y = sheet.pair(
            left,
            y + 19.5,
            said,
            12.5,
            right - left,
            font=REGULAR,
            second=11.5,
            leading=1.15,
            gap=1.22,
        )
    return y + 10


def _one_price(
    sheet: Sheet, words: Bilingual, only: Price, left: float, y: float, right: float
) -> float:
    room = right - left - 44
    digits, symbol = words.main.amount(only.amount), words.main.symbol(only.amount.currency)
    wide = min(room, natural(digits, symbol, 49, sheet.floor))
    amount(sheet, left + 44 + wide, y + 49, only.amount, 49, words.main, room, currency=True)
    own = {only.connection: only.own_name}
    said = words.both(lambda tr: price_of(only.connection, own, tr))
    return sheet.pair(left, y + 71, said, 18, right - left, second=14, gap=1.25, shrink=0.8)


def _prices(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float
) -> float:
    tr = words.main
    symbol = tr.symbol(facts.currency) if facts.prices else ""
    wide = sheet.text(right, y + 29, symbol, 13, REGULAR, SOFT, "right") if symbol else 0
    flat = all(row.every == "month" for row in facts.prices)
    title = words.both(
        lambda tr: tr.gettext("Water price a month") if flat else tr.gettext("Water price")
    )
    room = right - left - 54 - wide
    y = sheet.pair(left + 44, y + 29, title, 18, room, second=13.5, gap=1.25, leading=1.1) + 6
    if not facts.prices:
        none = words.both(lambda tr: tr.gettext("not decided yet"))
        return sheet.pair(left, y + 26, none, 16, right - left)
    shown = facts.prices[:MOST_PRICES]
    size = 20.0 if len(shown) <= 4 else 17.0
    sums = [row.amount for row in shown if row.terms is None]
    field = min(widest(sums, size, tr), (right - left) * 0.5)
    for row in shown:
        own = {row.connection: row.own_name}
        said = words.both(partial(connection_name, row.connection, own))
        if row.terms is not None:
            y = _terms(sheet, words, row, said, left, y, right)
            continue
        y += size * 1.15
        amount(sheet, right, y, row.amount, size, tr, field)
        y = max(y, sheet.inline(left, y - 1, said, 15.5, right - left - field - 8))
    hidden = len(facts.prices) - len(shown)
    if hidden:
        more = words.beside(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", hidden).format(
                n=tr.number(hidden)
            )
        )
        y += 17
        sheet.text(left, y, more, 12.5, room=right - left)
    return y


def _terms(
    sheet: Sheet, words: Bilingual, row: Price, who: Pair, left: float, y: float, right: float
) -> float:
    """Write a price that is more than one sum: who pays, and under it all of it in words."""
    y = sheet.inline(left, y + 21, who, 15.5, right - left)
    said = words.both(partial(price_words, row))
    return sheet.pair(
        left, y + 18, said, 14, right - left, lines=4, second=12, gap=1.22, leading=1.15
    )


def price_words(row: Price, tr: Translator) -> str:
    """Say a price that is more than one sum a month."""
    assert row.terms is not None
    return terms_words(row.terms, row.every, tr, row.amount.currency)


def decided(decision: Decision, tr: Translator) -> str:
    """Say which meeting set the price, when, and by which minute."""
    who = tr.gettext("Assembly") if decision.by == "assembly" else tr.gettext("Committee")
    if decision.on and decision.minute:
        text = tr.gettext("{who} {date}, minute {minute}")
        return text.format(who=who, date=tr.date(decision.on), minute=decision.minute)
    if decision.on:
        return tr.gettext("{who} {date}").format(who=who, date=tr.date(decision.on))
    if decision.minute:
        return tr.gettext("{who}, minute {minute}").format(who=who, minute=decision.minute)
    return decided_by(decision, tr)


def decided_by(decision: Decision, tr: Translator) -> str:
    """Say which meeting set the price; day and number stand beside it in the other language."""
    if decision.by == "assembly":
        return tr.gettext("Decided by the assembly")
    return tr.gettext("Decided by the committee")


def not_money(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Write what was given that is no money, never in the columns; returns the lower edge."""
    assert facts.not_money is not None
    left, right, tr, icon = x + PAD, x + w - PAD, words.main, y + 46
    sheet.icon("hand-heart", left, y + 14, 30, TERRACOTTA)
    said = words.both(given.title)
    y = sheet.pair(left + 42, y + 28, said, 17, right - left - 42, second=13.5, gap=1.22, lines=2)
    rows = given.lines(facts.not_money, tr, MOST_GIFTS)
    seconds = given.lines(facts.not_money, words.second, MOST_GIFTS) if words.second else rows
    y = max(y, icon - 6)
    field = min(widest([worth for _said, worth in rows], 17, tr), (right - left) * 0.5)
    for (main, worth), (second, _worth) in zip(rows, seconds, strict=True):
        y += 21
        amount(sheet, right, y, worth, 17, tr, field, SOFT, font=REGULAR)
        pair = Pair(main, second if second != main else "")
        y = max(y, sheet.inline(left, y - 1, pair, 13.5, right - left - field - 8))
    return y + 10


def side(sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float) -> float:
    """Write what we owe, and days without water where they are known; returns the lower edge."""
    left, right = x + PAD, x + w - PAD
    both = facts.we_owe is not None and facts.dry_days is not None
    if facts.we_owe is not None:
        y = _we_owe(sheet, words, facts, left, y, right, both)
    if facts.dry_days is not None:
        days = facts.dry_days
        big = 32.0 if both else 49.0
        sheet.icon("droplet-off", left, y + 14, 28 if both else 34, TERRACOTTA)
        base = y + 28 + big * 0.357 if both else y + 49
        sheet.text(left + (38 if both else 46), base, words.main.number(days), big, BOLD)
        said = words.both(lambda tr: tr.ngettext("day without water", "days without water", days))
        size = 15 if both else 18
        y = 8 + sheet.pair(
            left, base + 23, said, size, right - left, second=13, gap=1.22, shrink=0.8
        )
    return y


def _we_owe(
    sheet: Sheet,
    words: Bilingual,
    facts: NoticeFacts,
    left: float,
    y: float,
    right: float,
    both: bool,
) -> float:
    owed, tr = facts.we_owe, words.main
    if owed is None:
        return y
    said = words.both(lambda tr: tr.gettext("We owe"))
    sheet.icon("receipt-text", left, y + 14, 30, TERRACOTTA)
    base = y + (28 if said.second else 36)
    sheet.pair(
        left + 40, base, said, 18, right - left - 40, second=13, gap=1.22, lines=1, shrink=0.6
    )
    digits, symbol = tr.amount(owed.amount, facts.cents), tr.symbol(owed.amount.currency)
    big = 27.0 if both else 34.0
    y += 51 + big * 0.714
    field = min(right - left, natural(digits, symbol, big, sheet.floor))
    amount(
        sheet, left + field, y, owed.amount, big, tr, right - left, cents=facts.cents, currency=True
    )
    if both:
        return y + 6
    what = words.both(lambda tr: _owed_for(owed, tr))
    y = sheet.pair(left, y + 23, what, 14, right - left, font=REGULAR, second=11.5, gap=1.2)
    return y + 10


def _owed_for(owed: WeOwe, tr: Translator) -> str:
    n, loans = owed.bills, owed.loans
    said = []
    if n or not loans:
        said.append(tr.ngettext("{n} unpaid bill", "{n} unpaid bills", n).format(n=tr.number(n)))
    if loans:
        said.append(tr.ngettext("{n} loan", "{n} loans", loans).format(n=tr.number(loans)))
    return tr.join(said)
