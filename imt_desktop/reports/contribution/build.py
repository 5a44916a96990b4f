"""Contributions from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.drives import Drive, drives
from imt_desktop.reports.contribution.facts import Asked, ContributionFacts, ContributionsFacts
from imt_desktop.reports.heading import heading


def build_contributions(book: Reading, today: date) -> ContributionsFacts:
    """Return the contributions of which something is missing; where none is, the last one."""
    known = drives(book)
    open_ = [one for one in known if one.asked > one.given] or list(known[-1:])
    return ContributionsFacts(
        heading=heading(book, today), on=today, drives=tuple(_said(book, one) for one in open_)
    )


def _said(book: Reading, one: Drive) -> ContributionFacts:
    decision = committee.decision(book, one.decision)
    return ContributionFacts(
        name=one.name,
        target=one.target,
        due_on=one.due_on,
        minute=decision.minute,
        decided_on=decision.decided_on,
        households=tuple(
            Asked(
                name=each.name, member=each.number, asked=each.asked,
                given=each.asked - each.missing,
            )
            for each in one.households
        ),
    )  # fmt: skip
