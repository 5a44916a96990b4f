"""What the poster of an audit says: counts, the findings by post, and how the assembly voted."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading, Officer


class DrawnFacts(Facts, frozen=True, kw_only=True):
    """What came of looking at what was drawn from a list."""

    what: str
    """households, receipts, cancelled or vouchers."""
    listed: int
    drawn: int
    agrees: int = 0
    differs: int = 0
    no_paper: int = 0
    nobody_home: int = 0
    seed: str = ""
    code: str = ""

    @property
    def checked(self) -> int:
        """How many were looked at."""
        return self.agrees + self.differs + self.no_paper + self.nobody_home


class FindingFacts(Facts, frozen=True, kw_only=True):
    """A finding with the committee's answer. Nobody is named in either."""

    number: int
    words: str
    post: str = ""
    answer: str = ""
    action: str = ""
    does: str = ""
    due: date | None = None
    fixed: bool | None = None


class VotesFacts(Facts, frozen=True, kw_only=True):
    """How the assembly voted on the result."""

    in_favour: int
    against: int
    abstained: int


class AuditFacts(Facts, frozen=True, kw_only=True):
    """Everything on the poster."""

    heading: Heading
    audit: int
    first: date
    last: date
    read_on: date | None
    """None: the assembly has not heard it yet."""
    auditors: tuple[Officer, ...] = ()
    lists: tuple[DrawnFacts, ...] = ()
    cash_book: Money | None = None
    cash_counted: Money | None = None
    cash_on: date | None = None
    vouchers: int = 0
    without_voucher: int = 0
    first_receipt: int | None = None
    last_receipt: int | None = None
    receipts: int = 0
    cancelled: int = 0
    missing: int = 0
    households_behind: int = 0
    officers_behind: int = 0
    exempt: int = 0
    exempt_officers: int = 0
    findings: tuple[FindingFacts, ...] = ()
    before: int = 0
    """Findings of the audit before."""
    before_fixed: int = 0
    votes: VotesFacts | None = None
    minute: str = ""

    def __post_init__(self) -> None:
        if self.before_fixed > self.before:
            raise PaperError("more put right than found")
        if any(one.checked > one.drawn for one in self.lists):
            raise PaperError("more looked at than drawn")

    @property
    def main(self) -> DrawnFacts | None:
        """The list of which the most was looked at outside of the office."""
        for what in ("households", "receipts", "vouchers", "cancelled"):
            for one in self.lists:
                if one.what == what and one.checked:
                    return one
        return None

    @property
    def vouchers_checked(self) -> DrawnFacts | None:
        """What came of looking at vouchers; None where nobody looked at one."""
        return next((one for one in self.lists if one.what == "vouchers" and one.checked), None)

    @property
    def cash_agrees(self) -> bool:
        """Whether what was counted is what the book said."""
        return self.cash_counted == self.cash_book
