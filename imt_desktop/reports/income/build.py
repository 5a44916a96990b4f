"""Facts of money in and money out from the book, with the period before beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.statements import Income, income_and_expenditure, owing
from imt_desktop.money import Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Holding
from imt_desktop.reports.given import not_money
from imt_desktop.reports.heading import heading
from imt_desktop.reports.income.facts import Difference, IncomeFacts, KindRow


def build_income(
    book: Reading, period: Period, today: date, differences: tuple[Difference, ...] = ()
) -> IncomeFacts:
    """Return what came in and went out in a period, and what stood beside it at its end.

    ``differences`` are what a printed source says otherwise. The period before stands beside it where
    the book has money of that time.
    """
    now = income_and_expenditure(book, period)
    before = income_and_expenditure(book, period.previous) if _had(book, period.previous) else None
    beside = owing(book, min(period.last, today))
    own = own_kinds(book)
    return IncomeFacts(
        heading=heading(book, period),
        period=period,
        currency=book.currency,
        money_in=_rows(now.income, before.income if before else None, own),
        money_out=_rows(now.expense, before.expense if before else None, own),
        start=total(now.opening.values(), book.currency),
        holdings=_holdings(book, now),
        previous=before.period if before else None,
        start_before=total(before.opening.values(), book.currency) if before else None,
        end_before=total(before.closing.values(), book.currency) if before else None,
        owed_to_us=beside.owed_to_us,
        we_owe=beside.we_owe,
        differences=differences,
        not_money=not_money(book, period),
        as_of=today if today < period.last else None,
    )


def _had(book: Reading, period: Period) -> bool:
    row = book.driver.execute(
        "SELECT 1 FROM posting WHERE effective_on BETWEEN ? AND ? AND void IS NULL"
        " AND kind NOT IN ('move','opening') LIMIT 1",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return row is not None


def _rows(
    now: Mapping[str, Money], before: Mapping[str, Money] | None, own: Mapping[str, str]
) -> tuple[KindRow, ...]:
    """The kinds of this period, the largest first, then those that only the one before had."""
    some = next(iter((*now.values(), *(before or {}).values())), None)
    if some is None:
        return ()
    zero = some.currency.zero()
    kinds = (*now, *(kind for kind in before or () if kind not in now))
    return tuple(
        KindRow(
            kind=kind,
            amount=now.get(kind, zero),
            before=None if before is None else before.get(kind, zero),
            own_name=own.get(kind, ""),
        )
        for kind in kinds
    )


def _holdings(book: Reading, now: Income) -> tuple[Holding, ...]:
    targets = {one.account.id: one.target for one in reserves(book)}
    return tuple(
        Holding(
            account=account.type,
            amount=now.closing[account.id],
            own_name=account.name,
            target=targets.get(account.id),
        )
        for account in accounts(book)
    )
