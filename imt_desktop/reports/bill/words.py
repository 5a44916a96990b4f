"""The lines of a bill in words, in one language."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.charging.working_out import total_of
from imt_desktop.money import Currency, Money
from imt_desktop.period import Period
from imt_desktop.reports.bill.facts import BillFacts, BillLine, TakenOver
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.wording.charges import Explaining, quantity_words
from imt_desktop.wording.states import item_words


class Said(Struct, frozen=True):
    """What a line is for, how it was worked out, and its amount."""

    title: str
    why: tuple[str, ...]
    amount: Money


def lines_in_words(facts: BillFacts, tr: Translator) -> tuple[Said, ...]:
    """Say every line; several late fees of one run are one line."""
    late = [line for line in facts.lines if line.item == "late"]
    rest = [line for line in facts.lines if line.item != "late"]
    said = [_said(line, tr) for line in rest]
    if len(late) == 1:
        said.append(_said(late[0], tr))
    elif late:
        whole = sum((line.amount.minor for line in late[1:]), late[0].amount.minor)
        n = len(late)
        title = tr.ngettext("Late: {n} bill overdue", "Late: {n} bills overdue", n)
        amount = Money(whole, late[0].amount.currency)
        said.append(Said(title.format(n=tr.number(n)), (), amount))
    return tuple(said)


def _said(line: BillLine, tr: Translator) -> Said:
    currency: Currency = line.amount.currency
    title = capital(line.text or item_words(line.item, line.period or None, tr))
    why = tuple(Explaining(line.parts, tr, currency).lines()) if line.parts else ()
    if line.parts and total_of(line.parts) != line.amount.minor:
        put_right = tr.gettext("Corrected to {amount}").format(amount=tr.money(line.amount))
        why = (*why, put_right)
    return Said(title, why, line.amount)


def taken_over_words(one: TakenOver, tr: Translator) -> str:
    """Say which bills were taken over, and from whom."""
    fees = [line.period for line in one.lines if line.item == "fee" and line.period]
    rest = [line for line in one.lines if not (line.item == "fee" and line.period)]
    bills = [tr.period(Period.parse(period), alone=False) for period in dict.fromkeys(fees)]
    bills += [line.text or item_words(line.item, line.period or None, tr) for line in rest]
    return tr.gettext("From {name}, no. {number}: {bills}").format(
        name=one.name or tr.gettext("Forgotten"),
        number=one.number,
        bills=", ".join(dict.fromkeys(bills)),
    )


def sums_in_words(facts: BillFacts, words: Bilingual) -> list[tuple[Pair, Money]]:
    """Say what the bill comes to, what was paid or worked of it, and what was owed before."""
    sums = [(words.both(lambda tr: tr.gettext("This bill")), facts.total)]
    if facts.paid:
        sums.append((words.both(lambda tr: tr.gettext("Paid already")), -facts.paid))
    if facts.labour:
        sums.append((words.both(lambda tr: tr.gettext("Labour given")), -facts.labour))
    if facts.own_before:
        before = words.both(lambda tr: tr.gettext("Owed from before"))
        sums.append((before, facts.own_before))
    for one in facts.taken_over:
        sums.append((words.both(partial(taken_over_words, one)), one.amount))
    return sums


def decided_words(facts: BillFacts, tr: Translator) -> str:
    """Say which decision is behind the water price."""
    if not facts.minute or facts.decided_on is None:
        return ""
    return tr.gettext("Water price by minute {minute} of {day}").format(
        minute=facts.minute, day=tr.date(facts.decided_on)
    )


def use_words(thousandths: int, unit: str, tr: Translator) -> str:
    """Say a use with its unit."""
    return quantity_words(thousandths, unit, tr)
