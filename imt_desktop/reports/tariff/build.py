"""Facts of the tariff's poster from the book."""

from __future__ import annotations

from collections import Counter
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.errors import NoSuchTariffError, NoTariffError
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.ledger.tariffs import Tariff, forms_of, tariffs
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import KindAmount
from imt_desktop.reports.heading import heading
from imt_desktop.reports.tariff.facts import PayingLess, SetBy, TariffFacts

FEWEST = 3
"""A group of fewer households is not named on a wall."""

NOT_SPENT = frozenset({"advance", "refund", "loan-repaid"})
"""Money that went out and bought nothing: it comes back, or went back."""


def build_tariff(book: Reading, number: int | None, today: date) -> TariffFacts:
    """Return what the poster of a tariff says: of the newest one if no other is asked for.

    Raises NoTariffError, NoSuchTariffError.
    """
    tariff = chosen(book, number, today)
    forms = forms_of(book, tariff)
    return TariffFacts(
        heading=heading(book),
        currency=book.currency,
        since=tariff.effective_from.first,
        every=forms.every,
        terms=forms.terms,
        due=forms.due,
        rounding=forms.rounding,
        late=forms.late,
        fines=forms.fines,
        labour=forms.labour,
        one_offs=forms.one_offs,
        decision=_decided(book, tariff),
        spent=_spent(book, today),
        less=_less(book, max(tariff.effective_from, Month.of(today))),
    )


def chosen(book: Reading, number: int | None, today: date) -> Tariff:
    """Return the tariff of a number, or the newest. Raises NoTariffError, NoSuchTariffError."""
    known = tariffs(book)
    if not known:
        raise NoTariffError(str(Month.of(today)))
    if number is None:
        return known[-1]
    found = [one for one in known if one.id == number]
    if not found:
        raise NoSuchTariffError(number).beside("tariff")
    return found[0]


def _decided(book: Reading, tariff: Tariff) -> SetBy | None:
    if tariff.decision is None:
        return None
    found = committee.decision(book, tariff.decision)
    return SetBy(by=found.body, on=found.decided_on, minute=found.minute, votes=found.votes)


def _spent(book: Reading, today: date) -> tuple[KindAmount, ...]:
    """What the last twelve months' money went to, the largest first."""
    own, month = own_kinds(book), Month.of(today)
    year = income_and_expenditure(book, Period(month.shift(-11).first, month.last))
    kinds = [
        KindAmount(kind=kind, amount=amount, own_name=own.get(kind, ""))
        for kind, amount in year.expense.items()
        if amount.minor > 0 and kind not in NOT_SPENT
    ]
    return tuple(sorted(kinds, key=lambda one: -one.amount.minor))


def _less(book: Reading, month: Month) -> tuple[PayingLess, ...]:
    """Count who pays less by group; small groups are one, and where even that is small nothing is said."""
    groups = {one.number: one.group for one in reliefs(book, month) if one.on == "fee"}
    counts = Counter(groups.values())
    small = sum(n for group, n in counts.items() if n < FEWEST or group == "other")
    named = [(group, n) for group, n in counts.most_common() if n >= FEWEST and group != "other"]
    if 0 < small < FEWEST and named:
        named[-1:], small = [], small + named[-1][1]
    said = [PayingLess(group=group, households=n) for group, n in named]
    if small >= FEWEST:
        said.append(PayingLess(group="other", households=small))
    return tuple(said)
