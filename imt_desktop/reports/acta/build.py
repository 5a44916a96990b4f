"""The agreement from the book: the newest tariff that an assembly or the committee decided."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.committee.entries import Votes
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.errors import DecisionMissingError
from imt_desktop.ledger.tariffs import forms_of
from imt_desktop.reports.acta.facts import MOST_PLACES, ActaFacts, Voted
from imt_desktop.reports.heading import heading
from imt_desktop.reports.tariff.build import chosen

FEWEST = 20
"""Places to sign, where the register is short or empty."""


def build_acta(book: Reading, number: int | None, today: date) -> ActaFacts:
    """Return a tariff with its decision: the newest one if no other is asked for.

    Raises NoTariffError, NoSuchTariffError, DecisionMissingError.
    """
    tariff = chosen(book, number, today)
    if tariff.decision is None:
        raise DecisionMissingError()
    decided, forms = committee.decision(book, tariff.decision), forms_of(book, tariff)
    votes = decided.votes
    return ActaFacts(
        heading=heading(book),
        currency=book.currency,
        since=str(tariff.effective_from),
        minute=decided.minute,
        decided_on=decided.decided_on,
        body=decided.body,
        text=decided.what,
        votes=_voted(votes),
        terms=forms.terms,
        every=forms.every,
        due=forms.due,
        rounding=forms.rounding,
        late=forms.late,
        fines=forms.fines,
        labour=forms.labour,
        one_offs=forms.one_offs,
        places=_places(book, votes),
    )


def _voted(votes: Votes | None) -> Voted | None:
    if votes is None:
        return None
    return Voted(in_favour=votes.in_favour, against=votes.against, abstained=votes.abstained)


def _places(book: Reading, votes: Votes | None) -> int:
    """Return how many places to sign there are: for those who voted, or for every household."""
    (households,) = book.driver.execute(
        "SELECT count(*) FROM member WHERE void IS NULL AND status<>'left'"
    ).fetchone()
    voted = _voted(votes)
    present = voted.all if voted else int(households)
    return min(MOST_PLACES, max(FEWEST, present))
