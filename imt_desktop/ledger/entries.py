"""What can happen in the ledger. Amounts are minor units of the book's currency.

Whatever a person typed is stated with its results: how a payment was spread, when a bill is due, what
a void takes back. Posting only adds up. A line is pointed to by ``Ref(entry, line)``; lines count
from 1.
"""

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private, Ref
from imt_desktop.ledger.charging.terms import (
    Due,
    Fines,
    LabourDays,
    LateFee,
    OneOff,
    Rounding,
    Terms,
    is_flat,
)
from imt_desktop.ledger.charging.working_out import ChargePart


class Source(Part, frozen=True):
    """The file that lines were brought in from, so that it is known when it comes again."""

    file: str
    sheet: str
    kind: str
    sha256: str


# Members and connections


class Adult(Part, frozen=True):
    """A grown-up of a household, with the right to vote."""

    name: Private
    gender: str = ""
    """woman, man, or empty where it was not asked."""


class Household(Part, frozen=True):
    """What is known of a member."""

    number: str
    adults: tuple[Adult, ...]
    """One or two; the first gives the household its name."""
    nickname: Private = ""
    house: Private = ""
    """Name of the house, or of a parent, by which the village knows them."""
    old_number: str = ""
    phone: Private = ""
    phone_consent: bool = False
    zone: str = ""
    people: int | None = None


class NewConnection(Part, frozen=True):
    """A tap, kiosk or other connection that a member gets."""

    connection: int
    type: str
    system: int | None = None
    label: str = ""


class NewMember(Part, frozen=True):
    """A household that joins, with its connections."""

    member: int
    household: Household
    status: str
    """active, cut-off or left."""
    connections: tuple[NewConnection, ...] = ()


class MembersJoined(Entry, frozen=True):
    """Households joined: one typed in, or a list brought in."""

    KIND: ClassVar[str] = "members/1"

    lines: tuple[NewMember, ...]
    source: Source | None = None


class MemberChanged(Entry, frozen=True):
    """What is known of a member was put right; states all of it."""

    KIND: ClassVar[str] = "member-changed/1"

    member: int
    household: Household


class MemberStatusChanged(Entry, frozen=True):
    """A member became active, was cut off, or left."""

    KIND: ClassVar[str] = "member-status/1"

    member: int
    status: str
    reason: Private


class ConnectionAdded(Entry, frozen=True):
    """A connection was made; several households may share it."""

    KIND: ClassVar[str] = "connection/1"

    connection: NewConnection
    holders: tuple[int, ...]


class MovedDebt(Part, frozen=True):
    """What is still to pay of a bill goes over to another member as a bill of its own."""

    bill: Ref
    member: int
    amount: int
    due_on: date


class HoldersChanged(Entry, frozen=True):
    """A connection went over to others. ``lines`` are debts that went with it; others stay."""

    KIND: ClassVar[str] = "holders/1"

    connection: int
    holders: tuple[int, ...]
    lines: tuple[MovedDebt, ...]


class ConnectionStatusChanged(Entry, frozen=True):
    """A connection became active, was cut off, or was taken away (``ended``)."""

    KIND: ClassVar[str] = "connection-status/1"

    connection: int
    status: str
    reason: Private


# Tariff and bills


class TariffAdopted(Entry, frozen=True):
    """What connections pay by their type, from a month on, as an assembly decided."""

    KIND: ClassVar[str] = "tariff/2"

    tariff: int
    name: str
    effective_from: str
    decision: int | None
    every: str
    """week, month, two-months, quarter or year: how often bills are made."""
    terms: tuple[Terms, ...]
    due: Due
    rounding: Rounding | None = None
    late: LateFee | None = None
    fines: Fines | None = None
    labour: LabourDays | None = None
    one_offs: tuple[OneOff, ...] = ()

    @property
    def flat(self) -> bool:
        """Whether it is one sum a month for each type, and nothing else."""
        others = (self.rounding, self.late, self.fines, self.labour)
        plain = all(is_flat(terms, self.every) for terms in self.terms)
        usual = not (self.due.months_after or self.due.seasons or self.due.days_after is not None)
        return plain and usual and not self.one_offs and all(one is None for one in others)


class CreditUse(Part, frozen=True):
    """Money paid ahead that is used: which payment it came from."""

    payment: Ref
    amount: int


class Bill(Part, frozen=True):
    """What a member is asked to pay for one thing."""

    member: int
    item: str
    """fee, connection, reconnection, transfer, meter, contribution, fine, late or other."""
    amount: int
    due_on: date
    connection: int | None = None
    period: str | None = None
    tariff: int | None = None
    text: Private = ""
    credit: tuple[CreditUse, ...] = ()
    parts: tuple[ChargePart, ...] = ()
    """How the amount was worked out: they add up to it; none where it was typed."""
    about: Ref | None = None
    """The overdue bill, the absence or the contribution that it is for."""


class Billed(Entry, frozen=True):
    """Members were billed: everyone for a month, or one for one thing."""

    KIND: ClassVar[str] = "bills/2"

    lines: tuple[Bill, ...]
    everyone: bool


class Settled(Part, frozen=True):
    """A part of a payment that settles a bill."""

    bill: Ref
    payment: Ref
    amount: int


class BillCorrected(Entry, frozen=True):
    """A bill's amount was put right. ``freed`` is paid money that becomes paid ahead."""

    KIND: ClassVar[str] = "bill-corrected/1"

    bill: Ref
    was: int
    becomes: int
    reason: Private
    freed: tuple[Settled, ...]
    credit: tuple[CreditUse, ...]


class BillDisputed(Entry, frozen=True):
    """A member disputes a bill, or no longer does."""

    KIND: ClassVar[str] = "bill-disputed/1"

    bill: Ref
    disputed: bool
    reason: Private


# Payments


class Paid(Part, frozen=True):
    """A part of a payment: the bill that it settles and the kind of income that it is."""

    bill: Ref
    amount: int
    kind: str


class Payment(Part, frozen=True):
    """A member's payment, spread over debts, oldest first."""

    on: date
    member: int
    amount: int
    account: int
    receipt: int | None
    """Our own number; None where the receipt was another's, such as before this book."""
    settles: tuple[Paid, ...]
    ahead: int
    """What is left over: paid ahead."""
    before: int
    """Owed before this payment."""
    after: int
    """Still to pay."""
    ahead_after: int
    """Paid ahead in all after this payment."""
    reference: str = ""
    pad: str = ""
    """Number on the paper pad, for a payment written down first and typed later."""
    old_receipt: str = ""
    paid_by: Private = ""
    unknown: Ref | None = None
    """Money received earlier as "not yet known whose"; then no account moves."""


class PaymentsReceived(Entry, frozen=True):
    """Members paid: one at the till, or a list. Issues the first receipts, in ``languages``."""

    KIND: ClassVar[str] = "payments/1"

    lines: tuple[Payment, ...]
    languages: tuple[str, ...] = ()
    source: Source | None = None


class CreditRefunded(Entry, frozen=True):
    """Money paid ahead was given back."""

    KIND: ClassVar[str] = "refund/1"

    member: int
    amount: int
    account: int
    voucher: str
    used: tuple[CreditUse, ...]


class PadRegistered(Entry, frozen=True):
    """A paper receipt pad was handed to somebody."""

    KIND: ClassVar[str] = "pad/1"

    pad: int
    first: int
    last: int
    holder: Private


# Other money


class AccountOpened(Entry, frozen=True):
    """A place where money lies: cash box, bank, mobile money or reserve."""

    KIND: ClassVar[str] = "account/1"

    account: int
    type: str
    name: str


class CategoryAdded(Entry, frozen=True):
    """A kind of income (``in``) or expense (``out``) in the committee's own words."""

    KIND: ClassVar[str] = "category/1"

    code: str
    direction: str
    name: str
    group: str


class Received(Part, frozen=True):
    """Money in without a member, such as a grant; or not yet known whose (kind ``unknown``)."""

    on: date
    account: int
    amount: int
    kind: str
    payer: Private = ""
    text: Private = ""
    reference: str = ""
    receipt: int | None = None


class MoneyReceived(Entry, frozen=True):
    """Money came in without a member."""

    KIND: ClassVar[str] = "money-in/1"

    lines: tuple[Received, ...]
    languages: tuple[str, ...] = ()
    source: Source | None = None


class Expense(Part, frozen=True):
    """Money out, paid from an account, or owed (no account) until it is paid."""

    on: date
    payee: Private
    category: str
    amount: int
    account: int | None
    text: Private = ""
    voucher: str = ""
    envelope: str = ""
    """Where the paper lies: ``envelope 12``."""
    attachment: Attachment | None = None
    due_on: date | None = None
    reference: str = ""


class MoneySpent(Entry, frozen=True):
    """The committee spent money, or owes it."""

    KIND: ClassVar[str] = "money-out/1"

    lines: tuple[Expense, ...]
    source: Source | None = None


class OwedPaid(Entry, frozen=True):
    """An expense that was owed is paid, whole or in part."""

    KIND: ClassVar[str] = "owed-paid/1"

    owed: Ref
    category: str
    amount: int
    account: int
    voucher: str
    reference: str


class AdvanceGiven(Entry, frozen=True):
    """Somebody was handed money to spend for the committee."""

    KIND: ClassVar[str] = "advance/1"

    person: Private
    purpose: Private
    amount: int
    account: int
    voucher: str


class AdvanceSettled(Entry, frozen=True):
    """What was spent of an advance, by vouchers, and what was brought back."""

    KIND: ClassVar[str] = "advance-settled/1"

    advance: Ref
    lines: tuple[Expense, ...]
    returned: int
    account: int | None
    """Where the returned money went."""


class MoneyMoved(Entry, frozen=True):
    """Money went from one account to another: neither income nor expense."""

    KIND: ClassVar[str] = "move/1"

    source: int
    target: int
    amount: int
    reference: str


class CountedBy(Part, frozen=True):
    """Somebody who counted."""

    name: Private


class Pieces(Part, frozen=True):
    """So many notes or coins of one value in minor units."""

    value: int
    count: int


class CashCounted(Entry, frozen=True):
    """The money in an account was counted and held against the book."""

    KIND: ClassVar[str] = "count/2"

    account: int
    counted: int
    expected: int
    """What the book said at the end of that day."""
    by: tuple[CountedBy, ...]
    explanation: Private
    pieces: tuple[Pieces, ...]
    """The largest first; they add up to ``counted``, or none are named."""


# Openings and voids


class Opening(Part, frozen=True):
    """One balance from the old book; which fields are filled depends on ``what``."""

    what: str
    """account, debt, ahead, owed or loan."""
    amount: int
    account: int | None = None
    member: int | None = None
    since: date | None = None
    """Since when it has been due."""
    payee: Private = ""
    text: Private = ""
    category: str = ""
    confirmed: bool = True


class BalancesOpened(Entry, frozen=True):
    """The balances with which this book takes over from the old one."""

    KIND: ClassVar[str] = "opening/1"

    lines: tuple[Opening, ...]
    source: Source | None = None


class OpeningsConfirmed(Entry, frozen=True):
    """Members agreed to the balances that were taken from the old book."""

    KIND: ClassVar[str] = "opening-confirmed/1"

    balances: tuple[Ref, ...]


class Taken(Part, frozen=True):
    """A posting that a void takes back, with its sign turned."""

    line: int
    account: int | None
    kind: str
    amount: int


class Restored(Part, frozen=True):
    """Something earlier that is open again by so much, since a cancelled line had used it."""

    what: str
    """owed, loan, advance or unknown (an open item), credit, or bill (a debt that had moved)."""
    ref: Ref
    amount: int


class Founded(Part, frozen=True):
    """A thing with a number of its own, which is never given again."""

    what: str
    """member, connection, tariff or pad."""
    id: int


class Voided(Entry, frozen=True):
    """Lines of an entry were cancelled with a reason; what they did is taken back."""

    KIND: ClassVar[str] = "void/1"

    entry: int
    lines: tuple[int, ...]
    reason: Private
    in_place: bool
    """Struck where it stands; otherwise its month is closed and this entry's day takes it back."""
    taken: tuple[Taken, ...]
    freed: tuple[Settled, ...]
    restored: tuple[Restored, ...]
    founded: tuple[Founded, ...] = ()
    """Things that the cancelled entry had founded and that are no more."""
    handed_back: int | None = None
    """A connection whose hand-over is cancelled: those who held it before hold it again."""
