"""What a list says. Of a complaint only counts and days: nobody who complained is named."""

from __future__ import annotations

from datetime import date

from imt_desktop.ledger.closing.entries import Span
from imt_desktop.money import Currency, Money
from imt_desktop.reports.facts import Facts, Heading


class ListedRow(Facts, frozen=True, kw_only=True):
    """A row. What its fields mean depends on the list."""

    number: str
    on: date
    who: str = ""
    forgotten: bool = False
    """Whether it is a member's whose name was erased."""
    words: str = ""
    code: str = ""
    """A kind of money, a category of complaints, or who decided."""
    own_name: str = ""
    """Of a kind or category of the committee's own."""
    paper: str = ""
    """The number of a voucher, or the envelope in which the paper lies."""
    picture: bool = False
    amount: Money | None = None
    concerns: str = ""
    """The day or month that money out is for, where it was booked late."""
    struck: bool = False
    reason: str = ""
    """Why it was cancelled."""
    due: date | None = None
    late: bool = False
    """Whether a deadline was missed."""
    stage: str = ""
    """Who has it while it waits; empty on lists that were issued before this was told."""
    answered: date | None = None
    outcome: str = ""
    fixed: bool = False


class ListFacts(Facts, frozen=True, kw_only=True):
    """One list of a period, or of all there is."""

    heading: Heading
    what: str
    """receipts, vouchers, decisions, complaints or registrations."""
    currency: Currency
    first: date
    last: date
    rows: tuple[ListedRow, ...] = ()
    missing: tuple[Span, ...] = ()
    """Receipt numbers that no entry gave."""
    left_behind: tuple[Span, ...] = ()
    """Those of them that were given in a part which a restore left behind."""
    left_out: int = 0
    """Complaints about an officer, who may be the one that holds the list."""
