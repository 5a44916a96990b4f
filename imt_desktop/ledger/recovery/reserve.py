"""The reserve: an account of its own, with what is to lie in it, and how far it has come."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.charging.understood import money
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.recovery import entries as r
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.requests import Request, account_type, amount_of
from imt_desktop.money import Money


class ReserveTargetRequest(Request, frozen=True, tag="reserve-target"):
    """Decide how much is to lie in a reserve account; a later one takes its place."""

    account: int
    target: Decimal
    yearly: Decimal = Decimal()
    """What is set aside each year for what nobody foresees, beside what wears out."""
    decision: int | None = None


class Reserve(Struct, frozen=True):
    """A reserve account, and its target where one is decided."""

    account: Account
    target: Money | None
    yearly: Money
    entry: int | None
    decision: int | None

    @property
    def reached(self) -> int | None:
        """How much of the target is there, in whole per cent; None without a target."""
        if self.target is None:
            return None
        return half_up(max(0, self.account.balance.minor) * 100, self.target.minor)


def decide_target(book: Writing, wanted: ReserveTargetRequest) -> Recorded:
    """Write a reserve's target down.

    Raises NoSuchAccountError, NotAReserveError, NoSuchDecisionError and the errors of amounts.
    """
    if account_type(book, wanted.account) != "reserve":
        raise errors.NotAReserveError().beside("account")
    target = amount_of(book, wanted.target, "target").minor
    with at("yearly"):
        yearly = money(book.currency, wanted.yearly)
    if wanted.decision is not None:
        committee.standing_decision(book, wanted.decision)
    return book.append(
        r.ReserveTargetDecided(
            account=wanted.account, target=target, yearly=yearly, decision=wanted.decision
        )
    )


def reserves(book: Reading) -> tuple[Reserve, ...]:
    """Return the reserve accounts with their targets."""
    decided = {
        account: rest
        for account, *rest in book.driver.execute(
            "SELECT account, target, yearly, seq, decision FROM reserve_target"
        )
    }
    return tuple(
        _reserve(book, one, decided.get(one.id)) for one in accounts(book) if one.type == "reserve"
    )


def _reserve(book: Reading, account: Account, decided: list[int] | None) -> Reserve:
    if decided is None:
        return Reserve(account, None, book.currency.zero(), None, None)
    target, yearly, entry, decision = decided
    return Reserve(
        account, Money(target, book.currency), Money(yearly, book.currency), entry, decision
    )
