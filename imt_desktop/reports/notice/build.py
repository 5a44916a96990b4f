"""Facts of the transparency notice from the book: all money of a period, a debtor's name only by decision."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.committee.names import publishing
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.balances import BANDS
from imt_desktop.ledger.charging.nameable import nameable
from imt_desktop.ledger.charging.terms import Terms, is_flat
from imt_desktop.ledger.closing.counts import count_at_end, last_count_in
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.statements import (
    Income,
    Owing,
    income_and_expenditure,
    open_items,
    owing,
)
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Holding, KindAmount
from imt_desktop.reports.given import not_money
from imt_desktop.reports.heading import heading, whom_to_ask
from imt_desktop.reports.notice import community
from imt_desktop.reports.notice.facts import (
    Band,
    CashCount,
    Decision,
    Named,
    Names,
    NoticeFacts,
    Owed,
    Price,
    WeOwe,
    merged_bands,
)

_DAYS = ((0, 0), (1, 30), (31, 60), (61, 90), (91, None))


def build_notice(book: Reading, period: Period, today: date) -> NoticeFacts:
    """Return what the notice of a period says; debts and households are those of its last day.

    A period that is not over is shown as of ``today``.
    """
    last = min(period.last, today)
    money = income_and_expenditure(book, period)
    beside = owing(book, last)
    described = committee.committee(book)
    prices, decision = _price(book, Month.of(last))
    complaints = community.complaints_of(book, period, today)
    return NoticeFacts(
        heading=heading(book, period),
        period=period,
        currency=book.currency,
        money_in=_kinds(book, money.income),
        money_out=_kinds(book, money.expense),
        opening=_holdings(book, money, money.opening),
        closing=_holdings(book, money, money.closing),
        households=beside.households,
        paid_up=beside.paid_up,
        owed=_owed(book, beside),
        we_owe=_we_owe(book, last),
        prices=prices,
        decision=decision,
        counted=_counted(book, period),
        contact=whom_to_ask(book),
        answer_days=community.answer_days(book),
        complaints=complaints,
        complaints_on=today if complaints and today > period.last else None,
        dry_days=community.dry_days(book, period, today),
        assembly=community.next_assembly(book, described, today),
        not_money=not_money(book, period),
        as_of=last if last < period.last else None,
        since=money.since if money.since > period.first else None,
        names=_names(book, last),
    )


def _kinds(book: Reading, amounts: dict[str, Money]) -> tuple[KindAmount, ...]:
    own = own_kinds(book)
    return tuple(
        KindAmount(kind=kind, amount=amount, own_name=own.get(kind, ""))
        for kind, amount in amounts.items()
    )


def _holdings(book: Reading, money: Income, by_account: dict[int, Money]) -> tuple[Holding, ...]:
    targets = {one.account.id: one.target for one in reserves(book)}
    at_end = by_account is money.closing
    return tuple(
        Holding(
            account=account.type,
            amount=by_account[account.id],
            own_name=account.name,
            target=targets.get(account.id) if at_end else None,
        )
        for account in accounts(book)
        if money.opening[account.id] or money.closing[account.id] or account.type == "cash"
    )


def _owed(book: Reading, beside: Owing) -> Owed:
    """Say what households owe: each counts once, by its oldest debt, with all that it owes."""
    by_oldest = {name: beside.of_age(name) for name in BANDS}
    bands = tuple(
        Band(
            first=first,
            last=last,
            households=len(by_oldest[name]),
            amount=total((one.owed for one in by_oldest[name]), book.currency),
        )
        for name, (first, last) in zip(BANDS, _DAYS, strict=True)
    )
    return Owed(
        households=len(beside.arrears),
        amount=beside.owed_to_us,
        bands=merged_bands(bands),
    )


def _names(book: Reading, day: date) -> Names | None:
    """Name who is far behind, if an assembly decided so and the decision holds on the day."""
    decided = publishing(book, day)
    far = nameable(book, day) if decided else ()
    if decided is None or not far:
        return None
    return Names(
        decision=_decision(decided),
        households=tuple(Named(name=one.name, amount=one.owed) for one in far),
    )


def _decision(decided: committee.Decision) -> Decision:
    return Decision(by=decided.body, on=decided.decided_on, minute=decided.minute)


def _we_owe(book: Reading, day: date) -> WeOwe:
    bills, loans = open_items(book, "owed", day), open_items(book, "loan", day)
    together = total((item.left for item in (*bills, *loans)), book.currency)
    return WeOwe(bills=len(bills), amount=together, loans=len(loans))


def _price(book: Reading, month: Month) -> tuple[tuple[Price, ...], Decision | None]:
    tariff = tariff_for(book, month)
    if tariff is None:
        return (), None
    forms = forms_of(book, tariff)
    prices = tuple(_price_of(terms, forms.every, book.currency) for terms in forms.terms)
    if tariff.decision is None:
        return prices, None
    return prices, _decision(committee.decision(book, tariff.decision))


def _price_of(terms: Terms, every: str, currency: Currency) -> Price:
    amount = Money(terms.fixed, currency)
    if is_flat(terms, every):
        return Price(connection=terms.connection_type, amount=amount)
    return Price(connection=terms.connection_type, amount=amount, terms=terms, every=every)


def _counted(book: Reading, period: Period) -> CashCount | None:
    """Return the count of the cash that stands for the period's end, or the last one made in it."""
    boxes = [account.id for account in accounts(book) if account.type == "cash"]
    found = [count_at_end(book, box, period.last) for box in boxes]
    if not any(found):
        found = [last_count_in(book, box, period) for box in boxes]
    counts = [count for count in found if count]
    if not counts:
        return None
    best = min(counts, key=lambda one: (abs((one.on - period.last).days), -one.entry))
    by = tuple(name for name in best.by if name)
    return CashCount(on=best.on, by=by, counted=best.counted, book=best.expected)
