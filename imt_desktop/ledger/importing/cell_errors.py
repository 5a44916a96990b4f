"""What can be wrong with a table in a spreadsheet and with its cells, as facts."""

from imt_desktop.errors import UserError

# The table in it.


class UnknownKindError(UserError):
    """No such kind of data can be brought in."""

    kind: str
    known: tuple[str, ...]


class UnknownSheetError(UserError):
    """The workbook has no sheet of that name."""

    sheet: str
    known: tuple[str, ...]


class NoFittingSheetError(UserError):
    """No sheet has the headers of that kind of data."""

    kind: str
    sheets: tuple[str, ...]


class OwnListError(UserError):
    """A sheet is a list that the program made, and comes back in as something else."""

    sheet: str
    kinds: tuple[str, ...]


class NotBroughtInError(UserError):
    """A sheet is a list that the program made, and none that comes back in."""

    sheet: str


class MissingColumnsError(UserError):
    """No column was found for these fields; of each group one would be enough."""

    sheet: str
    kind: str
    groups: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]


class AmbiguousColumnsError(UserError):
    """Several columns could be one field: someone has to say which. ``columns`` are letters."""

    sheet: str
    field_name: str
    columns: tuple[str, ...]


class UnknownFieldError(UserError):
    """This kind of data has no such field."""

    name: str
    known: tuple[str, ...]


class UnknownColumnError(UserError):
    """The sheet has no column with this header or letter."""

    column: str
    known: tuple[str, ...]


class UnknownRowError(UserError):
    """The sheet has no such row."""

    row: int


# A cell in it.


class MissingValueError(UserError):
    """A cell that is needed is empty. ``wanted`` is the name of its field."""

    wanted: str


class DateOrderUnknownError(UserError):
    """A date in figures could mean several days; ``meanings`` are ISO dates."""

    text: str
    meanings: tuple[str, ...]


class DecimalMarkUnknownError(UserError):
    """An amount could mean several; ``meanings`` are plain decimals."""

    text: str
    meanings: tuple[str, ...]


class OtherCurrencyError(UserError):
    """An amount is marked with another currency than the book's."""

    text: str
    mark: str
    currency: str


class NegativeAmountError(UserError):
    """An amount that cannot be negative is."""

    text: str


class TwoBalancesError(UserError):
    """A row says both that money is owed and that money was paid ahead."""

    owed: str
    ahead: str


class FormulaError(UserError):
    """The cell shows a formula's failure, such as ``#REF!``."""

    code: str


class UncalculatedFormulaError(UserError):
    """The cell holds a formula whose result was never stored: open the file and save it again."""


class PhoneError(UserError):
    """A text is not a telephone number."""

    text: str


class CountError(UserError):
    """A text is not a whole number of people."""

    text: str


class PlainTextError(UserError):
    """A cell that should hold a name or number holds something else, such as a date."""

    text: str


class UnknownWordError(UserError):
    """A word is not known in this column. ``choices`` are the codes it could stand for."""

    field_name: str
    text: str
    choices: tuple[str, ...]


class WrittenTwiceError(UserError):
    """The file's own remark says that this household stands in it twice."""

    text: str


class RepeatedMemberError(UserError):
    """The member already stands in an earlier row of the sheet."""

    number: str
    first_row: int


class RepeatedReferenceError(UserError):
    """The mobile-money reference already stands in an earlier row of the sheet."""

    reference: str
    first_row: int


class RaggedRowError(UserError):
    """A line of a text file has more values than the header has columns."""

    found: int
    expected: int
