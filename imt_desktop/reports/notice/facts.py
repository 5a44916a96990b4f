"""What a transparency notice says: all money of a period, no debtor's name unless an assembly decided so."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.ledger.charging.terms import Terms
from imt_desktop.money import Currency, Money, any_cents
from imt_desktop.period import Period
from imt_desktop.reports.facts import (
    Contact,
    Facts,
    Heading,
    Holding,
    KindAmount,
    NotMoney,
    together,
)


class Band(Facts, frozen=True, kw_only=True):
    """Households whose oldest debt has one age: days behind, from and to (None: and more), 0 to 0 for not
    yet due. The amount is all that they owe.
    """

    first: int
    last: int | None
    households: int
    amount: Money


class Owed(Facts, frozen=True, kw_only=True):
    """What households owe, together. ``bands`` may be empty."""

    households: int
    amount: Money
    bands: tuple[Band, ...] = ()


class WeOwe(Facts, frozen=True, kw_only=True):
    """Unpaid bills of the committee, its loans, and both together."""

    bills: int
    amount: Money
    loans: int = 0


class Price(Facts, frozen=True, kw_only=True):
    """A price a month of one connection type: a code, or the committee's own name."""

    connection: str
    amount: Money
    """The fixed fee; with ``terms``, which say all of it, only a part."""
    own_name: str = ""
    terms: Terms | None = None
    """Where it is not one sum a month."""
    every: str = "month"


class Decision(Facts, frozen=True, kw_only=True):
    """Who set the price: ``assembly`` or ``committee``, the day, and the number of the minute."""

    by: str = "assembly"
    on: date | None = None
    minute: str = ""


class Named(Facts, frozen=True, kw_only=True):
    """A household that is far behind, and what it owes of bills so old."""

    name: str
    amount: Money


class Names(Facts, frozen=True, kw_only=True):
    """Who is named, the highest debt first, and the assembly's decision by which they are."""

    decision: Decision
    households: tuple[Named, ...]


class CashCount(Facts, frozen=True, kw_only=True):
    """Who counted the cash and when, and what was there against the book."""

    on: date
    by: tuple[str, ...]
    counted: Money
    book: Money


class Complaints(Facts, frozen=True, kw_only=True):
    """Counts only: received, answered within the promised time or not, and what was put right.

    Notices issued before these were counted know of no ``late`` and ``fixed``.
    """

    received: int
    in_time: int
    late: int | None = None
    fixed: int | None = None


class Assembly(Facts, frozen=True, kw_only=True):
    """The next assembly: the day, the hour as ``10:00`` or empty, and the place; or the committee's words."""

    on: date | None = None
    hour: str = ""
    place: str = ""
    text: str = ""


class NoticeFacts(Facts, frozen=True, kw_only=True):
    """Everything on the notice. Opening, money in, money out and closing must add up.

    No ``prices`` means that none was decided yet. What is None is not on the sheet, and the
    layout closes the gap; only a missing ``counted`` is said. ``as_of`` is the last day covered, where
    the period is not over yet; ``since`` the day of what we had, where the old book handed it over later
    than the period began.
    """

    heading: Heading
    period: Period
    currency: Currency
    money_in: tuple[KindAmount, ...]
    money_out: tuple[KindAmount, ...]
    opening: tuple[Holding, ...]
    closing: tuple[Holding, ...]
    households: int
    paid_up: int
    owed: Owed
    we_owe: WeOwe | None = None
    prices: tuple[Price, ...] = ()
    decision: Decision | None = None
    counted: CashCount | None = None
    contact: Contact | None = None
    answer_days: int | None = None
    complaints: Complaints | None = None
    complaints_on: date | None = None
    """The day of these counts, where it is after the period: answers go on."""
    dry_days: int | None = None
    assembly: Assembly | None = None
    not_money: NotMoney | None = None
    as_of: date | None = None
    since: date | None = None
    names: Names | None = None
    """Only by an assembly's decision that holds on the last day."""

    def __post_init__(self) -> None:
        end = self.had + self.total_in - self.total_out
        if end != self.have:
            raise PaperError(f"notice {self.period}: {end} should be left, {self.have} is there")
        if not 0 <= self.paid_up <= self.households:
            raise PaperError(f"notice {self.period}: {self.paid_up} of {self.households} paid up")

    @property
    def last(self) -> date:
        """The last day that the figures cover."""
        return self.as_of or self.period.last

    @property
    def first(self) -> date:
        """The day of what we had."""
        return self.since or self.period.first

    @property
    def had(self) -> Money:
        """What there was when the period began."""
        return together(self.opening, self.currency)

    @property
    def have(self) -> Money:
        """What there is at its end."""
        return together(self.closing, self.currency)

    @property
    def cents(self) -> bool:
        """Whether any amount of the sheet needs its decimals."""
        amounts = [self.owed.amount, *(band.amount for band in self.owed.bands)]
        amounts += [row.amount for row in (*self.money_in, *self.money_out)]
        amounts += [row.amount for row in (*self.opening, *self.closing)]
        amounts += [row.amount for row in self.prices]
        if self.names:
            amounts += [row.amount for row in self.names.households]
        if self.we_owe:
            amounts.append(self.we_owe.amount)
        return any_cents(amounts)

    @property
    def total_in(self) -> Money:
        """All money in."""
        return together(self.money_in, self.currency)

    @property
    def total_out(self) -> Money:
        """All money out."""
        return together(self.money_out, self.currency)


FEWEST = 3
"""A band of fewer households than this is merged into its neighbour."""


def merged_bands(bands: tuple[Band, ...], fewest: int = FEWEST) -> tuple[Band, ...]:
    """Merge neighbouring bands until none has fewer than ``fewest`` households.

    A small band joins the younger one before it, the first joins the one after it. Empty bands
    disappear. If all together are too few there are no bands at all.
    """
    left = [band for band in sorted(bands, key=lambda band: band.first) if band.households]
    at = 0
    while at < len(left):
        if left[at].households >= fewest:
            at += 1
            continue
        if len(left) == 1:
            return ()
        other = at - 1 if at else 1
        low, high = sorted((at, other))
        left[low : high + 1] = [_join(left[low], left[high])]
        at = low
    return tuple(left)


def _join(one: Band, two: Band) -> Band:
    return Band(
        first=one.first,
        last=two.last,
        households=one.households + two.households,
        amount=one.amount + two.amount,
    )
