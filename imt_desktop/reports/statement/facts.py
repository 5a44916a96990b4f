"""What a member's statement says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Money
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Contact, Facts, Heading
from imt_desktop.reports.receipt.facts import Payer


class StatementLine(Facts, frozen=True, kw_only=True):
    """A line: a bill in ``billed``, a payment in ``paid``, and the balance after it.

    ``what`` is a kind of money in for a bill, or ``payment``, ``correction``, ``moved``, ``cancelled``,
    ``cancelled-bill``, ``refund``, ``cancelled-refund``, ``write-off``, ``opening``. ``number`` is the
    receipt's. A balance under zero is paid ahead.
    """

    on: date
    what: str
    balance: Money
    billed: Money | None = None
    paid: Money | None = None
    number: str = ""
    months: tuple[Month, ...] = ()
    text: str = ""
    own_name: str = ""
    disputed: bool = False
    period: str = ""
    """Of a bill for another time than a month: ``2026-Q3``."""
    item: str = ""
    """Of what ``moved``: the kind of bill that it was."""
    other: str = ""
    """Who held the connection before, or holds it now: name and number of a debt that moved."""
    other_number: str = ""


class MonthPaid(Facts, frozen=True, kw_only=True):
    """How a month stands: ``paid``, ``part``, ``open`` or ``none`` where nothing was billed."""

    month: Month
    state: str


class StatementFacts(Facts, frozen=True, kw_only=True):
    """A statement from the balance brought forward to what is to pay now.

    ``past`` is set where the period was over: then it says what was to pay at its end. ``unconfirmed`` is
    what of the old book's balance the household has not agreed to yet; under zero it was paid ahead.
    ``pay_to`` is whom to pay, ``pay_at`` a free text of where. ``later`` are corrections of these lines that
    were made after the period: they count from their own day, and are told with the balance that they leave.
    """

    heading: Heading
    period: Period
    member: Payer
    brought: Money
    lines: tuple[StatementLine, ...]
    balance: Money
    months: tuple[MonthPaid, ...] = ()
    pay_at: str = ""
    ask: Contact | None = None
    pay_to: Contact | None = None
    past: bool = False
    unconfirmed: Money | None = None
    later: tuple[StatementLine, ...] = ()

    def __post_init__(self) -> None:
        running = self.brought
        zero = self.brought.currency.zero()
        for line in self.lines:
            running = running + (line.billed or zero) - (line.paid or zero)
            if running != line.balance:
                raise PaperError(f"statement, {line.on}: {running}, the line says {line.balance}")
        if running != self.balance:
            raise PaperError(f"statement: {running}, the balance says {self.balance}")

    @property
    def billed(self) -> Money:
        """All bills of the period."""
        return sum(
            (line.billed for line in self.lines if line.billed), self.brought.currency.zero()
        )

    @property
    def paid(self) -> Money:
        """All payments of the period."""
        return sum((line.paid for line in self.lines if line.paid), self.brought.currency.zero())
