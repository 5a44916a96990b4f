"""What the certificate of a closed month says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Currency, Money, total
from imt_desktop.period import Month
from imt_desktop.reports.facts import Facts, Heading, Officer


class Column(Facts, frozen=True, kw_only=True):
    """An account's month, or that of several of one type together; ``own_name`` where it has one."""

    account: str
    brought: Money
    opened: Money
    came: Money
    went: Money
    moved: Money
    carried: Money
    own_name: str = ""

    def __post_init__(self) -> None:
        found = self.brought + self.opened + self.came - self.went + self.moved
        if found != self.carried:
            raise PaperError(f"{self.account}: {found}, carried forward says {self.carried}")


class Piece(Facts, frozen=True, kw_only=True):
    """So many notes or coins of one value."""

    value: Money
    count: int

    @property
    def worth(self) -> Money:
        """What they come to."""
        return self.value * self.count


class Counted(Facts, frozen=True, kw_only=True):
    """A cash box that was counted, held against what the book said at the end of that day.

    ``on`` is that day, and ``by`` are those who counted. ``text`` says why it differs.
    """

    account: str
    counted: Money
    book: Money
    pieces: tuple[Piece, ...] = ()
    on: date | None = None
    text: str = ""
    own_name: str = ""
    by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        worth = total((piece.worth for piece in self.pieces), self.counted.currency)
        if self.pieces and worth != self.counted:
            raise PaperError(f"{self.account}: pieces {worth}, counted {self.counted}")

    @property
    def difference(self) -> Money:
        """Negative where money was missing."""
        return self.counted - self.book


class Check(Facts, frozen=True, kw_only=True):
    """One thing that was looked at; ``code`` says what, ``ok`` whether it is in order."""

    code: str
    ok: bool = True
    count: int = 0
    of: int | None = None
    first: int | None = None
    last: int | None = None
    amount: Money | None = None
    account: str = ""
    own_name: str = ""


class ClosingFacts(Facts, frozen=True, kw_only=True):
    """The certificate of a closed month.

    ``signers`` typed their PINs where ``signed`` is true; else they sign by hand only.
    """

    heading: Heading
    month: Month
    currency: Currency
    columns: tuple[Column, ...]
    counted: tuple[Counted, ...]
    checks: tuple[Check, ...]
    signers: tuple[Officer, ...]
    signed: bool
    closed_on: date
    entry: int
    """The entry that closed the month."""
