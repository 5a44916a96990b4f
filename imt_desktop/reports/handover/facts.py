"""What the paper of a handover says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading, Officer


class HandedMoney(Facts, frozen=True, kw_only=True):
    """What lay in an account; ``counted`` is None for money that nobody can count."""

    account: str
    book: Money
    own_name: str = ""
    counted: Money | None = None

    @property
    def difference(self) -> Money | None:
        """What the count has more than the book; None where nobody counted."""
        return None if self.counted is None else self.counted - self.book


class HandedThing(Facts, frozen=True, kw_only=True):
    """Keys, stamps, contracts: handed over, or missing."""

    what: str
    handed: bool = True
    remark: str = ""


class HandedPad(Facts, frozen=True, kw_only=True):
    """A pad of paper receipts that the book knows."""

    first: int
    last: int
    holder: str = ""


class HandoverFacts(Facts, frozen=True, kw_only=True):
    """A post changed hands. ``takes_over`` is None where it stays empty.

    ``forced`` says that the old officer did not come, and ``signers`` who signs the paper.
    """

    heading: Heading
    on: date
    entry: int
    leaves: Officer
    takes_over: Officer | None = None
    forced: bool = False
    reason: str = ""
    money: tuple[HandedMoney, ...] = ()
    things: tuple[HandedThing, ...] = ()
    last_receipt: int | None = None
    pads: tuple[HandedPad, ...] = ()
    rebuilt: tuple[Period, ...] = ()
    """Days of the book that were put together again from papers in people's hands."""
    signers: tuple[Officer, ...] = ()
    by_pin: bool = False
    new_pin: bool | None = None
    """Whether who takes over has a PIN; None where nobody does, and of papers from before."""
