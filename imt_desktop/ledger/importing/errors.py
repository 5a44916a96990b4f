"""What can be wrong with a spreadsheet, as facts.

``name`` is the file's name without its folder; codes such as ``looks_like`` are for ``wording``.
"""

from dataclasses import dataclass

from imt_desktop.errors import UserError

# The file.


@dataclass(eq=False)
class FileUnreadableError(UserError):
    """The file cannot be opened. ``reason``: missing, folder, permission, failed."""

    name: str
    reason: str


@dataclass(eq=False)
class NotASpreadsheetError(UserError):
    """Something else. ``looks_like``: program, pdf, picture, webpage, document, archive, unknown."""

    name: str
    looks_like: str


@dataclass(eq=False)
class ProtectedFileError(UserError):
    """The workbook is locked with a password."""

    name: str


@dataclass(eq=False)
class OldFormatError(UserError):
    """A spreadsheet of a form that is not read. ``format``: xls, xlsb, ods."""

    name: str
    format: str


@dataclass(eq=False)
class MacrosError(UserError):
    """The workbook carries macros."""

    name: str


@dataclass(eq=False)
class FileTooLargeError(UserError):
    """The file, or what it holds unpacked, has more bytes than are read."""

    name: str
    size: int
    most: int


@dataclass(eq=False)
class ZipBombError(UserError):
    """A small file that unpacks into something enormous."""

    name: str
    part: str


@dataclass(eq=False)
class DamagedFileError(UserError):
    """The file is cut off, altered or otherwise broken in ``part``."""

    name: str
    part: str


@dataclass(eq=False)
class DoctypeError(UserError):
    """A part declares a document type, which no spreadsheet program writes."""

    name: str
    part: str


@dataclass(eq=False)
class TooManySheetsError(UserError):
    """More sheets than are read."""

    name: str
    found: int
    most: int


@dataclass(eq=False)
class TooManyRowsError(UserError):
    """A sheet goes further down than is read."""

    sheet: str
    most: int


@dataclass(eq=False)
class TooManyColumnsError(UserError):
    """A sheet goes further right than is read."""

    sheet: str
    most: int


@dataclass(eq=False)
class TooManyCellsError(UserError):
    """A sheet spans more cells, or holds more text, than are read."""

    sheet: str
    most: int


@dataclass(eq=False)
class CellWithoutPlaceError(UserError):
    """A row or cell does not say where it stands."""

    sheet: str


@dataclass(eq=False)
class TextTooLongError(UserError):
    """One cell holds more text than any spreadsheet program allows."""

    sheet: str
    most: int


@dataclass(eq=False)
class EncodingUnknownError(UserError):
    """A text file is not UTF-8. ``samples`` shows one line of it as each choice would read it."""

    name: str
    choices: tuple[str, ...]
    samples: tuple[str, ...]


@dataclass(eq=False)
class WrongEncodingError(UserError):
    """The text is not in the encoding that was chosen. ``line`` is the first that shows it."""

    name: str
    encoding: str
    line: int


@dataclass(eq=False)
class UnknownEncodingError(UserError):
    """An encoding was asked for that the program does not offer."""

    encoding: str
    choices: tuple[str, ...]


@dataclass(eq=False)
class NulBytesError(UserError):
    """A text file holds NUL bytes."""

    name: str
    line: int


@dataclass(eq=False)
class UnclosedQuoteError(UserError):
    """A quotation mark opens in this line and is not closed where it should be."""

    name: str
    line: int


@dataclass(eq=False)
class DelimiterUnknownError(UserError):
    """The columns could be parted by more than one mark."""

    name: str
    choices: tuple[str, ...]


@dataclass(eq=False)
class UnknownDelimiterError(UserError):
    """A mark between columns was asked for that the program does not offer."""

    delimiter: str
    choices: tuple[str, ...]


@dataclass(eq=False)
class EmptySpreadsheetError(UserError):
    """There is not one filled cell."""

    name: str


@dataclass(eq=False)
class ReadingTooLongError(UserError):
    """Reading took longer than allowed."""

    name: str
    seconds: int


@dataclass(eq=False)
class ReadingTooHeavyError(UserError):
    """Reading needed more memory than allowed, or broke off."""

    name: str


@dataclass(eq=False)
class ReadingStoppedError(UserError):
    """The user stopped the reading."""

    name: str


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
