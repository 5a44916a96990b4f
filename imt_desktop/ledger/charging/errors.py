"""What can be wrong with a tariff, a reading, or who pays less. Quantities and shares are as typed."""

from __future__ import annotations

from imt_desktop.committee.misread import Misread
from imt_desktop.errors import UserError
from imt_desktop.ledger.errors import OfConnectionError


class DecisionMissingError(UserError):
    """Only an assembly's decision can say this."""


class TermsMissingError(UserError):
    """A type of connection that pays nothing at all."""

    connection_type: str


class TypeSlipError(UserError):
    """The name of a type of connection is almost that of one that is there."""

    connection_type: str
    near: str


class FeesAndTypesError(UserError):
    """A tariff says its prices twice, as flat fees and as types."""


class BlockOverlapError(UserError):
    """A block begins before the one before it ends."""

    begins: str
    ends: str


class BlockHoleError(UserError):
    """Between two blocks there is water without a price."""

    begins: str
    ends: str


class BlockBackwardsError(UserError):
    """A block ends before it begins."""

    begins: str
    ends: str


class KioskBackwardsError(UserError):
    """The meter of a kiosk cannot say less after the day than before it."""

    before: str
    after: str


class BlockOpenError(UserError):
    """Only the last block may be, and must be, without end."""

    ends: str


class UnitMissingError(UserError):
    """Blocks or a minimum without saying what is measured."""


class SoldMissingError(UserError):
    """Neither the volume sold nor both readings of a kiosk's meter, or all of them."""


class CommissionError(UserError):
    """An attendant keeps more than the water was sold for. Minor units."""

    commission: int
    expected: int


class QuantityError(UserError):
    """Not a quantity: negative, or finer than thousandths."""

    text: str


class ShareError(UserError):
    """A share that is not more than 0 and up to 100 per cent, or finer than hundredths of one."""

    percent: str


class ShareOrAmountError(UserError):
    """Either a share or an amount is meant, not both and not neither."""


class DueTwiceError(UserError):
    """It is said in more than one way when bills are due."""


class PeriodStartError(UserError):
    """No period of this length begins with the month."""

    month: str


class PeriodCutError(UserError):
    """A price begins with ``month``, in the middle of what another one charges as a whole."""

    month: str
    first: str
    last: str
    begins: str
    """The month after it, with which a price can begin."""


class MonthNeededError(UserError):
    """Something else was written than one month of the period that is billed."""

    text: str


class WeekNeededError(UserError):
    """Bills are made by the week, so a day of it has to be named."""


class DueError(UserError):
    """Not a day or a number of days on which bills can be due."""

    text: str


class InstalmentsError(UserError):
    """Instalments that do not add up to what is to be paid."""

    wanted: int
    there: int


class InstalmentCountError(UserError):
    """Not a number of instalments, or a first one that leaves nothing for the others."""

    count: int


class InstalmentPastError(UserError):
    """An instalment on a ``day`` before anything was owed; ``since`` is the first day that can be."""

    day: str
    since: str


class CeilingError(UserError):
    """A late fee that is more than its own ceiling, in minor units."""

    minor: int
    ceiling: int


class NotInTariffError(UserError):
    """The tariff in force says nothing of this charge."""

    item: str
    month: str


class ExpiryError(UserError):
    """A discount or exemption that ends before it begins."""

    since: str
    until: str


class ReadingFutureError(UserError):
    """A reading of a day that is still to come."""

    day: str
    today: str


class ReadingCutOffError(OfConnectionError):
    """A reading of a connection that is cut off or was taken away."""


class ReadingOrderError(OfConnectionError):
    """A later reading of this connection is in the book."""

    day: str


class ReadingBilledError(OfConnectionError):
    """The period of this reading was billed already."""

    period: str


class ReadingAskedError(OfConnectionError):
    """A reading that needs an answer first: backwards, still, far or unread."""

    question: str
    was: str
    reads: str
    usual: str
    answers: tuple[str, ...]


class ReadingMissingError(OfConnectionError):
    """Neither what the meter reads nor why it could not be read."""


class NotMeteredError(UserError):
    """A member has no connection that can be meant, or several."""

    number: str
    count: int


class LabourUnknownError(UserError):
    """The tariff in force gives labour days no value."""

    month: str


class ArrearsNotPaidError(UserError):
    """Too little of the arrears was paid for a reconnection."""

    wanted: int
    there: int


class TariffFileError(UserError):
    """A file of a tariff that cannot be understood: a field of it, or the file as a whole."""

    detail: Misread | str


class AbsenceRepeatedError(UserError):
    """A member's absence on this day is in the book already."""

    number: str
    day: str


class ColumnMissingError(UserError):
    """A file of readings without a column that it needs."""

    column: str


class CellError(UserError):
    """A cell of a file of readings that is no number or no day."""

    row: int
    text: str


class DayUnclearError(UserError):
    """A cell of a file of readings that could be several days."""

    row: int
    text: str


class NothingOwedError(UserError):
    """Nothing is open that could be put into instalments or let go."""

    number: str


class CountMissingError(UserError):
    """A tariff charges by number, and nobody said how many there are."""

    unit: str


class LadderOrderError(UserError):
    """A step that may be taken before the one that comes before it."""

    step: str


class DaysBetweenError(UserError):
    """Not a number of days that can lie between two steps."""

    days: int


class StepEmptyError(UserError):
    """A step without saying when."""


class StepTooEarlyError(UserError):
    """A step that a member has not come to; ``proposed`` is the one that is due, or empty."""

    number: str
    proposed: str


class StepWaitsError(UserError):
    """A step before the days that the assembly wants between two steps are over; until an ISO day."""

    number: str
    step: str
    until: str


class NoLadderError(UserError):
    """No steps were decided."""

    day: str


class StepTakenTodayError(UserError):
    """A step that was written down for the same member today already, and may be written twice by mistake."""

    number: str
    step: str


class HeardMissingError(UserError):
    """A step without what the member said."""


class SupplyMissingError(UserError):
    """A cut-off without who lives there and what is left to them."""


class MeasureMissingError(UserError):
    """A measure without saying which."""


class ConditionsNotMetError(UserError):
    """Water that would flow again before what the assembly asks for is paid, and without a decision."""

    number: str
    arrears: int
    """What is missing of the share of the arrears, and of the fee; minor units."""
    fee: int
    billed: bool
    """Whether the fee was charged."""


class CutOffStandsError(ConditionsNotMetError):
    """The same of somebody who was cut off on the steps, and is said to be active in another way."""


class StepsFirstError(UserError):
    """Somebody who owes, and whom the assembly's steps end with a cut-off, would be cut off beside them."""

    number: str


class NotCutOffError(UserError):
    """A household that has its water."""

    number: str


class NoAgreementError(UserError):
    """A member without any agreement to pay in instalments."""

    number: str


class NotBilledError(UserError):
    """A member, or nobody at all where no number is named, has a bill of a period."""

    number: str
    period: str


class WarningMissingError(UserError):
    """Water that would be cut off without a word about the last warning."""


class StepsPassedOverError(UserError):
    """A cut-off before the steps that the assembly put first, without saying why."""

    steps: tuple[str, ...]


class KioskBilledError(UserError):
    """A kiosk whose meter is billed, so that its sales may be the same water once more."""

    period: str
