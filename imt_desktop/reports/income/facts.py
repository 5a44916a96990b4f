"""What an income and expenditure statement says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading, Holding, NotMoney


class KindRow(Facts, frozen=True, kw_only=True):
    """A kind of money with this period's amount, and the previous one's where it is known."""

    kind: str
    amount: Money
    before: Money | None = None
    own_name: str = ""


class Difference(Facts, frozen=True, kw_only=True):
    """What a printed source says otherwise: it gets a line of its own."""

    text: str
    printed: Money
    book: Money


class IncomeFacts(Facts, frozen=True, kw_only=True):
    """Money in and out by kind, what is left over, what there is, who owes whom.

    ``previous`` is the period beside it; None leaves that column out. ``start_before`` and
    ``end_before`` are the previous period's balances. ``as_of`` is the last day covered, where the
    period is not over yet.
    """

    heading: Heading
    period: Period
    currency: Currency
    money_in: tuple[KindRow, ...]
    money_out: tuple[KindRow, ...]
    start: Money
    holdings: tuple[Holding, ...]
    previous: Period | None = None
    start_before: Money | None = None
    end_before: Money | None = None
    owed_to_us: Money | None = None
    we_owe: Money | None = None
    differences: tuple[Difference, ...] = ()
    not_money: NotMoney | None = None
    as_of: date | None = None

    def __post_init__(self) -> None:
        end = self.start + self.left_over
        if end != self.end:
            raise PaperError(f"income {self.period}: {end} should be there, {self.end} is")

    @property
    def last(self) -> date:
        """The last day that the figures cover."""
        return self.as_of or self.period.last

    @property
    def total_in(self) -> Money:
        """All money in."""
        return total((row.amount for row in self.money_in), self.currency)

    @property
    def total_out(self) -> Money:
        """All money out."""
        return total((row.amount for row in self.money_out), self.currency)

    @property
    def left_over(self) -> Money:
        """Surplus, or a deficit under zero."""
        return self.total_in - self.total_out

    @property
    def end(self) -> Money:
        """What there is at the end."""
        return total((holding.amount for holding in self.holdings), self.currency)

    def before(self, rows: tuple[KindRow, ...]) -> Money | None:
        """Return the previous period's sum of rows, or None where there is none."""
        if self.previous is None:
            return None
        return total((row.before for row in rows if row.before), self.currency)
