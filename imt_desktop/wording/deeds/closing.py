"""What officers did when a month was closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry
from imt_desktop.ledger.closing import entries as k
from imt_desktop.period import Month
from imt_desktop.wording.deeds.said import Said, Say


def _bank(entry: k.BankCompared, say: Said) -> str:
    return say.tr.gettext("The bank's paper of {day} says {amount} ({account}).").format(
        day=say.day(entry.day), amount=say.money(entry.balance), account=say.account(entry.account)
    )


def _closed(entry: k.MonthClosed, say: Said) -> str:
    return say.tr.gettext("{month} was closed with {amount}.").format(
        month=say.tr.month(Month.parse(entry.month)),
        amount=say.money(sum(one.carried for one in entry.accounts)),
    )


def _difference(entry: k.DifferenceBooked, say: Said) -> str:
    return say.tr.gettext("Difference of a count: {amount} (decision {decision})").format(
        amount=say.money(entry.amount), decision=entry.decision
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    k.BankCompared: _bank,
    k.MonthClosed: _closed,
    k.DifferenceBooked: _difference,
}
