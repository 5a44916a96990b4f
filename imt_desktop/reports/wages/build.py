"""The wage sheet from the book."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger.cashbook import cash_book
from imt_desktop.ledger.kinds import OWED
from imt_desktop.ledger.statements import open_items
from imt_desktop.period import Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.wages.facts import Wage, WagesFacts

WAGES: Final = "wages"


def build_wages(book: Reading, period: Period, today: date) -> WagesFacts:
    """Return wages paid in a period, and those that are owed at its end."""
    paid = [
        Wage(name=line.who, on=line.on, amount=line.went, text=line.text, voucher=line.voucher)
        for line in cash_book(book, period).lines
        if line.kind == WAGES and line.void is None and line.went
    ]
    owed = [
        Wage(name=one.who, on=one.due_on or one.on, amount=one.left, text=one.text, owed=True)
        for one in open_items(book, OWED[0], min(period.last, today))
        if one.category == WAGES
    ]
    return WagesFacts(
        heading=heading(book, period),
        period=period,
        currency=book.currency,
        wages=(*paid, *owed),
        as_of=today if today < period.last else None,
    )
