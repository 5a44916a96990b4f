"""What a bill says, and many of them."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.money import Money, total
from imt_desktop.period import Period
from imt_desktop.reports.facts import BatchFacts, Contact, Facts, Heading
from imt_desktop.reports.receipt.facts import Payer


class BillLine(Facts, frozen=True, kw_only=True):
    """One thing that is billed, and how it was worked out.

    ``parts`` add up to the amount, unless the bill was put right later.
    """

    item: str
    amount: Money
    parts: tuple[ChargePart, ...] = ()
    period: str = ""
    text: str = ""


class MeterSaid(Facts, frozen=True, kw_only=True):
    """What a meter said before and now, in thousandths.

    ``how`` as in a reading; ``misread`` where the one before was too high, ``overestimated`` where that was
    an estimate, ``turned`` where it began anew. ``last`` is how far a meter went that was replaced, ``first``
    where the new one began. ``charged`` is what of it was charged before.
    """

    before: int
    now: int
    unit: str
    how: str
    last: int | None = None
    first: int | None = None
    charged: int = 0


class Used(Facts, frozen=True, kw_only=True):
    """What was used in a period, in thousandths."""

    last: date
    used: int
    estimated: bool = False


class TakenOver(Facts, frozen=True, kw_only=True):
    """What is still owed of a household that held the connection before; ``lines`` are the bills of it."""

    name: str
    number: str
    lines: tuple[BillLine, ...]

    @property
    def amount(self) -> Money:
        """What is left of them together."""
        return total((line.amount for line in self.lines), self.lines[0].amount.currency)


class BillFacts(Facts, frozen=True, kw_only=True):
    """A member's bill. ``paid`` is what money settled of it, ``labour`` what days of work did, and
    ``before`` what is owed besides.

    ``taken_over`` says which part of that came with the connection from another household.
    """

    heading: Heading
    period: Period
    on: date
    due_on: date
    member: Payer
    lines: tuple[BillLine, ...]
    paid: Money
    before: Money
    meters: tuple[MeterSaid, ...] = ()
    uses: tuple[Used, ...] = ()
    """The oldest first, of one meter; at most twelve."""
    unit: str = ""
    minute: str = ""
    """Of the decision behind the water price."""
    decided_on: date | None = None
    ask: Contact | None = None
    pay_to: Contact | None = None
    taken_over: tuple[TakenOver, ...] = ()
    labour: Money | None = None

    def __post_init__(self) -> None:
        if not self.lines:
            raise PaperError("a bill without lines")
        if self.paid.minor < 0 or self.settled > self.total:
            raise PaperError(f"bill: {self.settled} of {self.total} is settled")

    @property
    def total(self) -> Money:
        """What is billed."""
        return total((line.amount for line in self.lines), self.lines[0].amount.currency)

    @property
    def settled(self) -> Money:
        """What money and work settled of it."""
        return self.paid + self.labour if self.labour else self.paid

    @property
    def own_before(self) -> Money:
        """What is owed besides, without what was taken over."""
        taken = total((one.amount for one in self.taken_over), self.before.currency)
        return self.before - taken

    @property
    def to_pay(self) -> Money:
        """What is to pay in all."""
        return self.total - self.settled + self.before


class BillsFacts(BatchFacts, frozen=True, kw_only=True):
    """Bills as one walks past the houses. ``all`` counts those that a preview leaves out too."""

    bills: tuple[BillFacts, ...]

    @property
    def papers(self) -> tuple[BillFacts, ...]:
        """The bills."""
        return self.bills
