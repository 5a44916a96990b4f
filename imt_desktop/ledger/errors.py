"""What can be wrong with a request to the ledger. Amounts are minor units, days ISO."""

from msgspec import Struct

from imt_desktop.errors import UserError


class NoSuchMemberError(UserError):
    """No member has this number."""

    number: str


class TypedTwiceError(UserError):
    """A reference, or a number of a paper pad, stands on more than one line of a sheet."""

    text: str


class NotOnThisWalkError(UserError):
    """A household cannot be walked to in this zone: it lies in another one, or is named twice."""

    number: str
    zone: str


class NumberTakenError(UserError):
    """Another member has this number already."""

    number: str


class MemberNameMissingError(UserError):
    """A member needs a name."""


class TooManyAdultsError(UserError):
    """A household has up to two adults with a vote."""

    given: int


class PhoneConsentError(UserError):
    """A telephone number was given without saying that the member agreed to it."""


class TypeMissingError(UserError):
    """A connection needs a type, such as household or kiosk."""


class Whose(Struct, frozen=True):
    """A connection as people know it: by who holds it, its type, and its label where it has one."""

    number: str
    name: str
    type: str
    label: str


class OfConnectionError(UserError):
    """Something is wrong with a connection; ``whose`` names it where that is known."""

    connection: int

    def __init__(self, *facts: object, **named: object) -> None:
        super().__init__(*facts, **named)
        self.whose: Whose | None = None


class NoSuchConnectionError(UserError):
    """There is no connection of this number."""

    connection: int


class NotHolderError(OfConnectionError):
    """A member is billed for a connection that they never held."""

    number: str


class PeopleError(UserError):
    """Not a number of people in a household."""

    people: int


class HolderLeftError(UserError):
    """A household that has left takes no connection."""

    number: str


class HolderMissingError(UserError):
    """A connection needs a member who holds it."""


class NoSuchAccountError(UserError):
    """There is no such cash box, bank or other account."""

    account: int


class NoAccountForError(UserError):
    """Money came or went in a way for which the committee has no account, such as ``bank``."""

    method: str


class UnknownCodeError(UserError):
    """A code of a list is not known, such as a kind of income. ``known`` are those that are."""

    code: str
    known: tuple[str, ...]


class FutureDayError(UserError):
    """A booking date after today."""

    day: str
    today: str


class ClosedMonthError(UserError):
    """The month of a booking date is closed; ``open_from`` is the first day that is open."""

    day: str
    open_from: str


class ConcernsError(UserError):
    """What an entry is about is neither a day nor a month."""

    text: str


class NoSuchTariffError(UserError):
    """There is no tariff of that number."""

    tariff: int


class NoTariffError(UserError):
    """No water price is in force for this month."""

    month: str


class TariffDayTakenError(UserError):
    """Another tariff begins in the same month."""

    month: str


class FeesMissingError(UserError):
    """A tariff without any fee."""


class FeeRepeatedError(UserError):
    """A tariff names a type of connection twice."""

    connection_type: str


class DueDayError(UserError):
    """The day of the month on which bills are due is not 1 to 31."""

    day: int


class NobodyToBillError(UserError):
    """Nobody is left to bill for this month."""

    month: str


class NobodyYetError(UserError):
    """Nobody was a member with a connection when this month ended; the first came on ``day``."""

    month: str
    day: str


class NoSuchBillError(UserError):
    """There is no such bill, or it was cancelled."""

    bill: str


class SameAmountError(UserError):
    """A bill is to be corrected to the amount that it has."""

    minor: int


class ReferenceUsedError(UserError):
    """The reference of a transfer stands in an earlier entry already.

    ``receipt``, ``who`` and ``on`` say which payment that was, where it is known.
    """

    reference: str
    entry: int
    receipt: int | None = None
    who: str = ""
    on: str = ""


class PayerNameError(UserError):
    """Where the name of who brought the money belongs, a number was typed."""

    typed: str


class ReferenceMissingError(UserError):
    """Mobile money needs its reference, so that it is not booked twice."""


class MoneyNegativeError(UserError):
    """An amount below nothing."""

    minor: int


class NotEnoughError(UserError):
    """More than there is: of credit to refund, of what is owed, of an advance."""

    wanted: int
    there: int


class DebtMovedError(UserError):
    """A bill cannot come to less than what of it went to another member with its connection."""

    there: int
    """What went, in minor units."""


class LoanUnnamedError(UserError):
    """A loan is paid back, and the book owes some: it has to be said which."""

    loans: tuple[tuple[str, str, int], ...]
    """Entry and line, who lent, and what is left, of every loan that is owed."""


class NoSuchOpenItemError(UserError):
    """There is nothing open of this kind at this entry."""

    ref: str


class SameAccountError(UserError):
    """Money cannot move from an account to itself."""


class PayeeMissingError(UserError):
    """An expense needs to say who was paid."""


class ReasonMissingError(UserError):
    """A reason is needed."""


class VoucherFileError(UserError):
    """A file is neither a photo nor a PDF that can be read."""

    name: str


class VoucherDamagedError(UserError):
    """A file begins as a photo or a PDF does, and cannot be read to its end."""

    name: str


class VoucherHeicError(UserError):
    """A photo is in HEIC, as some telephones take them; nothing here reads it."""

    name: str


class VoucherTooLargeError(UserError):
    """A photo or PDF is far too large; ``most`` are megabytes."""

    name: str
    most: int


class VoucherUnreadableError(UserError):
    """A photo or PDF is not there any more, or may not be read."""

    name: str


class DecisionStaysError(UserError):
    """A decision is never cancelled, for entries may point to it."""


class NothingToCancelError(UserError):
    """There is nothing in this entry that can be cancelled, or it was cancelled before."""

    entry: int


class ReliedOnError(UserError):
    """Later entries rely on what is to be cancelled; cancel those first. ``kinds`` are what they are."""

    entry: int
    later: tuple[int, ...]
    kinds: tuple[str, ...] = ()


class NothingWaitingError(UserError):
    """No expense of this entry waits for a signature, or it was answered."""

    entry: int


class PiecesError(UserError):
    """A count of notes or coins of one value is less than nothing, or a slip of the finger."""

    value: str
    count: int


class PiecesDifferError(UserError):
    """The pieces come to another sum than the total that was typed beside them. Minor units."""

    wanted: int
    there: int


class TwoCountersError(UserError):
    """Money is counted by two people; one of them is missing, or the same name stands twice."""


class CommitteeCountsTooError(UserError):
    """Auditors counted by themselves: somebody of the committee that holds the cash has to be named, too."""


class ExplanationMissingError(UserError):
    """What was counted differs from the book, and nobody said why. Minor units."""

    wanted: int
    there: int


class NoSuchBankLineError(UserError):
    """The account has no such line, or an earlier paper of the bank showed it."""

    ref: str


class BankDiffersError(UserError):
    """The ticked lines come to another balance than the bank's paper, in minor units.

    ``wanted`` is what the paper says, ``there`` what the ticked lines come to.
    """

    wanted: int
    there: int


class MonthOrderError(UserError):
    """Months are closed in their order; ``due`` is the one that comes next."""

    month: str
    due: str


class MonthNotOverError(UserError):
    """A month is closed when it is over; ``last`` is its last day."""

    month: str
    last: str


class NotCountedError(UserError):
    """The money in an account was not counted after its last entry; ``kind`` is the account's type."""

    account: int
    kind: str
    name: str


class UnansweredError(UserError):
    """The checklist has questions that nobody answered; ``questions`` are their codes."""

    questions: tuple[str, ...]


class NoDifferenceError(UserError):
    """The entry is no count, it agreed with the book, a later one holds, or it was booked before."""

    entry: int


class MonthNotClosedError(UserError):
    """There is no certificate of a month that is not closed."""

    month: str


class PadRangeError(UserError):
    """A pad's last number is before its first, or its numbers are in another pad."""

    first: int
    last: int


class PadNumberError(UserError):
    """What is said to be a number of a paper pad has no digit."""

    typed: str


class PadNumberUsedError(UserError):
    """A payment with this number of a paper pad was typed before."""

    pad: str
    entry: int


class PadNumberTwiceError(UserError):
    """Two lines of one request with the same number of a paper pad."""

    pad: str


class FileKnownError(UserError):
    """This file, sheet and kind of data was brought in before."""

    file: str
    entry: int


class EmptyRequestError(UserError):
    """A request has no lines."""


class BilledAlreadyError(UserError):
    """This connection was billed for this thing and period before."""

    number: str
    period: str


class NameMissingError(UserError):
    """A name is needed."""


class CodeTakenError(UserError):
    """Another kind of money has this code."""

    code: str


class NobodyInZoneError(UserError):
    """No household is in this zone, or in the whole book where it is empty."""

    zone: str


class NoSuchExpenseError(UserError):
    """No money went out by this entry, line of an entry or voucher: ``12``, ``12/2`` or ``V-17``."""

    expense: str


class ExpenseAmbiguousError(UserError):
    """Several lines have a voucher of this number, or one has it and another one is that entry."""

    expense: str
    entries: tuple[str, ...]


class NoSuchReceiptError(UserError):
    """No receipt of this number was given."""

    number: int


class NameAmbiguousError(UserError):
    """Several members have this name; ``numbers`` are theirs."""

    name: str
    numbers: tuple[str, ...]


class NoSuchNameError(UserError):
    """No member has this name."""

    name: str


class BroughtInBeforeError(UserError):
    """An earlier spreadsheet brought in this very row."""

    entry: int


class DateOrderAskedError(UserError):
    """Dates of a file could mean several days: someone has to say in which order they stand."""

    example: str


class DecimalMarkAskedError(UserError):
    """Amounts of a file could mean several: someone has to say which mark is the decimal one."""

    example: str


class BadRowsError(UserError):
    """Rows of a file cannot be booked; ``first`` is the number of the first one."""

    count: int
    first: int


class MemberStaysError(UserError):
    """Only a member who has left can be forgotten."""

    number: str


class MemberOwesError(UserError):
    """A member still owes ``minor``, so the name is still needed."""

    number: str
    minor: int


class MemberPaidAheadError(UserError):
    """A member has still ``minor`` to get back, so the name is still needed."""

    number: str
    minor: int


class MentionsUnsaidError(UserError):
    """Whether notes of other ``entries`` with the name go, too, is said before a member is forgotten."""

    member: str
    entries: tuple[int, ...]
    perhaps: tuple[int, ...] = ()
    """Others, in which a part of the name or the nickname stands."""


class PerhapsMeantError(UserError):
    """Notes of other ``entries`` may mean a member: somebody has to read them before the name is gone."""

    member: str
    entries: tuple[int, ...]


class NotMeantError(UserError):
    """No note of an entry is one that may mean the member."""

    member: str
    entry: int


class NothingToForgetError(UserError):
    """Nothing is known of the member any more."""

    number: str
