"""Who is behind, from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.balances import Arrears, arrears
from imt_desktop.reports.behind.facts import AGES, BehindFacts, Debtor
from imt_desktop.reports.heading import heading


def build_behind(book: Reading, day: date, zone: str = "") -> BehindFacts:
    """Return who owed what at the end of a day, of a zone or of all."""
    return BehindFacts(
        heading=heading(book, day),
        on=day,
        currency=book.currency,
        debtors=tuple(_debtor(one) for one in arrears(book, day) if zone in ("", one.zone)),
        zone=zone,
    )


def _debtor(one: Arrears) -> Debtor:
    return Debtor(
        name=one.name,
        member=one.number,
        zone=one.zone,
        ages=tuple(one.bands[age] for age in AGES),
        owed=one.owed,
    )
