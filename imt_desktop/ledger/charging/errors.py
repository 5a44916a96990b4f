"""What can be wrong with a tariff, a reading, or who pays less. Quantities and shares are as typed."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.errors import UserError
from imt_desktop.ledger.errors import OfConnectionError
from imt_desktop.ledger.misread import Misread


@dataclass(eq=False)
class DecisionMissingError(UserError):
    """Only an assembly's decision can say this."""


@dataclass(eq=False)
class TermsMissingError(UserError):
    """A type of connection that pays nothing at all."""

    connection_type: str


@dataclass(eq=False)
class FeesAndTypesError(UserError):
    """A tariff says its prices twice, as flat fees and as types."""


@dataclass(eq=False)
class BlockOverlapError(UserError):
    """A block begins before the one before it ends."""

    begins: str
    ends: str


@dataclass(eq=False)
class BlockHoleError(UserError):
    """Between two blocks there is water without a price."""

    begins: str
    ends: str


@dataclass(eq=False)
class BlockBackwardsError(UserError):
    """A block ends before it begins."""

    begins: str
    ends: str


@dataclass(eq=False)
class KioskBackwardsError(UserError):
    """The meter of a kiosk cannot say less after the day than before it."""

    before: str
    after: str


@dataclass(eq=False)
class BlockOpenError(UserError):
    """Only the last block may be, and must be, without end."""

    ends: str


@dataclass(eq=False)
class UnitMissingError(UserError):
    """Blocks or a minimum without saying what is measured."""


@dataclass(eq=False)
class SoldMissingError(UserError):
    """Neither the volume sold nor both readings of a kiosk's meter, or all of them."""


@dataclass(eq=False)
class CommissionError(UserError):
    """An attendant keeps more than the water was sold for. Minor units."""

    commission: int
    expected: int


@dataclass(eq=False)
class QuantityError(UserError):
    """Not a quantity: negative, or finer than thousandths."""

    text: str


@dataclass(eq=False)
class ShareError(UserError):
    """A share that is not more than 0 and up to 100 per cent, or finer than hundredths of one."""

    percent: str


@dataclass(eq=False)
class ShareOrAmountError(UserError):
    """Either a share or an amount is meant, not both and not neither."""


@dataclass(eq=False)
class DueTwiceError(UserError):
    """It is said in more than one way when bills are due."""


@dataclass(eq=False)
class PeriodStartError(UserError):
    """No period of this length begins with the month."""

    month: str


@dataclass(eq=False)
class PeriodCutError(UserError):
    """A price begins with ``month``, in the middle of what another one charges as a whole."""

    month: str
    first: str
    last: str
    begins: str
    """The month after it, with which a price can begin."""


@dataclass(eq=False)
class MonthNeededError(UserError):
    """Something else was written than one month of the period that is billed."""

    text: str


@dataclass(eq=False)
class WeekNeededError(UserError):
    """Bills are made by the week, so a day of it has to be named."""


@dataclass(eq=False)
class DueError(UserError):
    """Not a day or a number of days on which bills can be due."""

    text: str


@dataclass(eq=False)
class MoneyNegativeError(UserError):
    """An amount below nothing."""

    minor: int


@dataclass(eq=False)
class InstalmentsError(UserError):
    """Instalments that do not add up to what is to be paid."""

    wanted: int
    there: int


@dataclass(eq=False)
class InstalmentCountError(UserError):
    """Not a number of instalments, or a first one that leaves nothing for the others."""

    count: int


@dataclass(eq=False)
class NotInTariffError(UserError):
    """The tariff in force says nothing of this charge."""

    item: str
    month: str


@dataclass(eq=False)
class ExpiryError(UserError):
    """A discount or exemption that ends before it begins."""

    since: str
    until: str


@dataclass(eq=False)
class ReadingFutureError(UserError):
    """A reading of a day that is still to come."""

    day: str
    today: str


@dataclass(eq=False)
class ReadingCutOffError(OfConnectionError):
    """A reading of a connection that is cut off or was taken away."""

    connection: int


@dataclass(eq=False)
class ReadingOrderError(OfConnectionError):
    """A later reading of this connection is in the book."""

    connection: int
    day: str


@dataclass(eq=False)
class ReadingBilledError(OfConnectionError):
    """The period of this reading was billed already."""

    connection: int
    period: str


@dataclass(eq=False)
class ReadingAskedError(OfConnectionError):
    """A reading that needs an answer first: backwards, still, far or unread."""

    connection: int
    question: str
    was: str
    reads: str
    usual: str
    answers: tuple[str, ...]


@dataclass(eq=False)
class ReadingMissingError(OfConnectionError):
    """Neither what the meter reads nor why it could not be read."""

    connection: int


@dataclass(eq=False)
class NotMeteredError(UserError):
    """A member has no connection that can be meant, or several."""

    number: str
    count: int


@dataclass(eq=False)
class LabourUnknownError(UserError):
    """The tariff in force gives labour days no value."""

    month: str


@dataclass(eq=False)
class ArrearsNotPaidError(UserError):
    """Too little of the arrears was paid for a reconnection."""

    wanted: int
    there: int


@dataclass(eq=False)
class TariffFileError(UserError):
    """A file of a tariff that cannot be understood: a field of it, or the file as a whole."""

    detail: Misread | str


@dataclass(eq=False)
class AbsenceRepeatedError(UserError):
    """A member's absence on this day is in the book already."""

    number: str
    day: str


@dataclass(eq=False)
class ColumnMissingError(UserError):
    """A file of readings without a column that it needs."""

    column: str


@dataclass(eq=False)
class CellError(UserError):
    """A cell of a file of readings that is no number or no day."""

    row: int
    text: str


@dataclass(eq=False)
class NothingOwedError(UserError):
    """Nothing is open that could be put into instalments or let go."""

    number: str


@dataclass(eq=False)
class CountMissingError(UserError):
    """A tariff charges by number, and nobody said how many there are."""

    unit: str


@dataclass(eq=False)
class LadderOrderError(UserError):
    """A step that may be taken before the one that comes before it."""

    step: str


@dataclass(eq=False)
class DaysBetweenError(UserError):
    """Not a number of days that can lie between two steps."""

    days: int


@dataclass(eq=False)
class StepEmptyError(UserError):
    """A step without saying when."""


@dataclass(eq=False)
class StepTooEarlyError(UserError):
    """A step that a member has not come to; ``proposed`` is the one that is due, or empty."""

    number: str
    proposed: str


@dataclass(eq=False)
class NoLadderError(UserError):
    """No steps were decided."""

    day: str


@dataclass(eq=False)
class HeardMissingError(UserError):
    """A step without what the member said."""


@dataclass(eq=False)
class SupplyMissingError(UserError):
    """A cut-off without who lives there and what is left to them."""


@dataclass(eq=False)
class MeasureMissingError(UserError):
    """A measure without saying which."""


@dataclass(eq=False)
class ConditionsNotMetError(UserError):
    """Water that would flow again before what the assembly asks for is paid, and without a decision."""


@dataclass(eq=False)
class NotCutOffError(UserError):
    """A household that has its water."""

    number: str


@dataclass(eq=False)
class NoAgreementError(UserError):
    """A member without any agreement to pay in instalments."""

    number: str


@dataclass(eq=False)
class NotBilledError(UserError):
    """A member, or nobody at all where no number is named, has a bill of a period."""

    number: str
    period: str


@dataclass(eq=False)
class WarningMissingError(UserError):
    """Water that would be cut off without a word about the last warning."""


@dataclass(eq=False)
class StepsPassedOverError(UserError):
    """A cut-off before the steps that the assembly put first, without saying why."""

    steps: tuple[str, ...]


@dataclass(eq=False)
class KioskBilledError(UserError):
    """A kiosk whose meter is billed, so that its sales may be the same water once more."""

    period: str
