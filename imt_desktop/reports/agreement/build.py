"""An agreement from the book: the newest of a member, as it was made."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.agreements import agreements
from imt_desktop.ledger.charging.entries import DebtAgreed
from imt_desktop.ledger.charging.errors import NoAgreementError
from imt_desktop.ledger.register import member
from imt_desktop.money import Money
from imt_desktop.reports.agreement.facts import AgreementFacts, Part
from imt_desktop.reports.heading import heading


def build_agreement(book: Reading, number: str) -> AgreementFacts:
    """Return what a member agreed to. Raises NoSuchMemberError, NoAgreementError."""
    row = member(book, number)
    made = next(iter(agreements(book, row.id)), None)
    if made is None:
        raise NoAgreementError(row.number).beside("member")
    entry = book.recorded(made.entry).entry
    assert isinstance(entry, DebtAgreed)
    by_day: defaultdict[date, int] = defaultdict(int)
    for line in entry.lines:
        by_day[line.due_on] += line.amount
    decided = None if entry.decision is None else committee.decision(book, entry.decision)
    return AgreementFacts(
        heading=heading(book, made.made_on),
        on=made.made_on,
        currency=book.currency,
        name=row.name,
        member=row.number,
        zone=row.zone,
        house=row.house,
        parts=tuple(
            Part(due_on=day, amount=Money(minor, book.currency))
            for day, minor in sorted(by_day.items())
        ),
        text=entry.text,
        minute=decided.minute if decided else "",
        decided_on=decided.decided_on if decided else None,
    )
