"""What can happen when a month is closed. Amounts are minor units, a closed month states its figures."""

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Entry, Part, Private, Ref


class Unshown(Part, frozen=True):
    """A line of the book that the bank's paper does not show yet; money out is negative."""

    line: Ref
    amount: int


class BankCompared(Entry, frozen=True):
    """The bank's paper was held against the book.

    ``book`` adds up the account's lines up to ``day``, and later ones that the paper shows already:
    ``balance`` + what is unshown + ``difference`` = ``book``.
    """

    KIND: ClassVar[str] = "bank-paper/1"

    account: int
    day: date
    """The day of the bank's balance."""
    balance: int
    shown: tuple[Ref, ...]
    """Lines that this paper shows and none before it did."""
    unshown: tuple[Unshown, ...]
    book: int
    difference: int
    explanation: Private


class Span(Part, frozen=True):
    """Numbers from the first to the last."""

    first: int
    last: int


class Receipts(Part, frozen=True):
    """The receipts of a month: first and last number, how many, and which were cancelled."""

    first: int | None
    last: int | None
    given: int
    cancelled: tuple[int, ...]
    missing: tuple[Span, ...]
    """Numbers between first and last that no entry gave, such as after a restore."""


class PadGap(Part, frozen=True):
    """Numbers of a paper pad that were passed over."""

    pad: int
    missing: tuple[Span, ...]


class ClosedAccount(Part, frozen=True):
    """An account's month: ``brought + opened + came - went + moved = carried``."""

    account: int
    brought: int
    opened: int
    """Taken over from the old book."""
    came: int
    went: int
    moved: int
    """Moved here from other accounts; negative where more went away."""
    carried: int
    count: int | None = None
    """The entry of the count that stands for the month's end."""
    counted: int | None = None
    expected: int | None = None
    """What the book said when it was counted."""
    bank: str = ""
    """``compared`` with the bank's paper, ``counted``, ``no-paper`` yet, or nothing for cash."""
    paper: int | None = None
    """The entry of the bank's paper."""


class Answer(Part, frozen=True):
    """What the officers answered to a question of the checklist."""

    question: str
    answer: str
    """yes, no, or ``no-paper``."""
    remark: Private = ""


class MonthClosed(Entry, frozen=True):
    """A month was closed: no entry bears a date in it any more. States all that was checked."""

    KIND: ClassVar[str] = "closing/1"

    month: str
    accounts: tuple[ClosedAccount, ...]
    receipts: Receipts
    pads: tuple[PadGap, ...]
    cancelled: int
    """Entries cancelled in this month, all with a reason."""
    same_day: tuple[int, ...]
    """Those that cancelled something of the same day, which one officer may do alone."""
    vouchers: int
    without_voucher: tuple[Ref, ...]
    unknown: int
    """Payments not yet known whose."""
    unknown_amount: int
    waiting: tuple[int, ...]
    """Expenses that wait for a second officer."""
    late: int
    """Entries of this month that are about an earlier one."""
    clock: tuple[int, ...]
    """Entries that were made while the clock had jumped."""
    pins: tuple[int, ...]
    """Entries by which an officer got a new PIN without typing the old one."""
    rebuilt: bool
    """Days of it were put together again from papers."""
    answers: tuple[Answer, ...]


class DifferenceBooked(Entry, frozen=True):
    """What a count differed, and nobody could explain, was booked as the assembly decided."""

    KIND: ClassVar[str] = "difference/1"

    count: int
    """The entry of the count."""
    account: int
    amount: int
    """Negative where money was missing."""
    decision: int
    text: Private
