"""What a receipt says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.reports.facts import Facts, Heading, Officer


class Payer(Facts, frozen=True, kw_only=True):
    """Who the money is for: a member with number, or somebody who is none.

    ``telephone`` is masked (``reports.facts.mask_telephone``) or empty.
    """

    name: str
    member: str = ""
    zone: str = ""
    telephone: str = ""


class PaidFor(Facts, frozen=True, kw_only=True):
    """A part of the payment: a kind of money in, the months or a text, and how much."""

    kind: str
    amount: Money
    months: tuple[Month, ...] = ()
    text: str = ""
    own_name: str = ""


class ReceiptFacts(Facts, frozen=True, kw_only=True):
    """A receipt as first printed.

    ``owed_before`` and ``still_to_pay`` are None for money that is not a member's. ``ahead_before`` is the
    credit that there was before the payment, ``paid_ahead`` what there is after it. ``reference`` is
    masked. ``pad`` is the number on the paper pad, where the payment was first written down on one.
    """

    heading: Heading
    number: int
    on: date
    payer: Payer
    amount: Money
    lines: tuple[PaidFor, ...]
    method: str
    received_by: Officer
    owed_before: Money | None = None
    ahead_before: Money | None = None
    still_to_pay: Money | None = None
    paid_ahead: Money | None = None
    reference: str = ""
    pad: str = ""
    paid_by: str = ""

    def __post_init__(self) -> None:
        added = sum((line.amount for line in self.lines), self.amount.currency.zero())
        if self.lines and added != self.amount:
            raise PaperError(f"receipt {self.number}: lines {added}, paid {self.amount}")


class Edition(Facts, frozen=True, kw_only=True):
    """Which print of a receipt this is: the first, copy 2 and so on, or one of a cancelled receipt."""

    copy: int = 1
    on: date | None = None
    cancelled: bool = False
    reason: str = ""
