"""What can be wrong with a table in a spreadsheet and with its cells, as facts."""

from dataclasses import dataclass

from imt_desktop.errors import UserError

# The table in it.


@dataclass(eq=False)
class UnknownKindError(UserError):
    """No such kind of data can be brought in."""

    kind: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownSheetError(UserError):
    """The workbook has no sheet of that name."""

    sheet: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoFittingSheetError(UserError):
    """No sheet has the headers of that kind of data."""

    kind: str
    sheets: tuple[str, ...]


@dataclass(eq=False)
class MissingColumnsError(UserError):
    """No column was found for these fields; of each group one would be enough."""

    sheet: str
    kind: str
    groups: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]


@dataclass(eq=False)
class AmbiguousColumnsError(UserError):
    """Several columns could be one field: someone has to say which. ``columns`` are letters."""

    sheet: str
    field_name: str
    columns: tuple[str, ...]


@dataclass(eq=False)
class UnknownFieldError(UserError):
    """This kind of data has no such field."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownColumnError(UserError):
    """The sheet has no column with this header or letter."""

    column: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownRowError(UserError):
    """The sheet has no such row."""

    row: int


# A cell in it.


@dataclass(eq=False)
class MissingValueError(UserError):
    """A cell that is needed is empty. ``wanted`` is the name of its field."""

    wanted: str


@dataclass(eq=False)
class DateOrderUnknownError(UserError):
    """A date in figures could mean several days; ``meanings`` are ISO dates."""

    text: str
    meanings: tuple[str, ...]


@dataclass(eq=False)
class DecimalMarkUnknownError(UserError):
    """An amount could mean several; ``meanings`` are plain decimals."""

    text: str
    meanings: tuple[str, ...]


@dataclass(eq=False)
class OtherCurrencyError(UserError):
    """An amount is marked with another currency than the book's."""

    text: str
    mark: str
    currency: str


@dataclass(eq=False)
class NegativeAmountError(UserError):
    """An amount that cannot be negative is."""

    text: str


@dataclass(eq=False)
class TwoBalancesError(UserError):
    """A row says both that money is owed and that money was paid ahead."""

    owed: str
    ahead: str


@dataclass(eq=False)
class FormulaError(UserError):
    """The cell shows a formula's failure, such as ``#REF!``."""

    code: str


@dataclass(eq=False)
class UncalculatedFormulaError(UserError):
    """The cell holds a formula whose result was never stored: open the file and save it again."""


@dataclass(eq=False)
class PhoneError(UserError):
    """A text is not a telephone number."""

    text: str


@dataclass(eq=False)
class CountError(UserError):
    """A text is not a whole number of people."""

    text: str


@dataclass(eq=False)
class PlainTextError(UserError):
    """A cell that should hold a name or number holds something else, such as a date."""

    text: str


@dataclass(eq=False)
class UnknownWordError(UserError):
    """A word is not known in this column. ``choices`` are the codes it could stand for."""

    field_name: str
    text: str
    choices: tuple[str, ...]


@dataclass(eq=False)
class WrittenTwiceError(UserError):
    """The file's own remark says that this household stands in it twice."""

    text: str


@dataclass(eq=False)
class RepeatedMemberError(UserError):
    """The member already stands in an earlier row of the sheet."""

    number: str
    first_row: int


@dataclass(eq=False)
class RepeatedReferenceError(UserError):
    """The mobile-money reference already stands in an earlier row of the sheet."""

    reference: str
    first_row: int


@dataclass(eq=False)
class RaggedRowError(UserError):
    """A line of a text file has more values than the header has columns."""

    found: int
    expected: int
