"""The lines of a bill in words, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.charging.working_out import total_of
from imt_desktop.money import Currency, Money
from imt_desktop.reports.bill.facts import BillFacts, BillLine
from imt_desktop.wording.charges import Explaining, quantity_words
from imt_desktop.wording.states import item_words


@dataclass(frozen=True, slots=True)
class Said:
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
