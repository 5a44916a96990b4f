"""What can be wrong with a spreadsheet file, as facts.

``name`` is the file's name without its folder; codes such as ``looks_like`` are for ``wording``.
"""

from imt_desktop.errors import UserError


class FileUnreadableError(UserError):
    """The file cannot be opened. ``reason``: missing, folder, permission, failed."""

    name: str
    reason: str


class NotASpreadsheetError(UserError):
    """Something else.

    ``looks_like``: program, pdf, picture, webpage, document, archive, unknown.
    """

    name: str
    looks_like: str


class ProtectedFileError(UserError):
    """The workbook is locked with a password."""

    name: str


class OldFormatError(UserError):
    """A spreadsheet of a form that is not read. ``format``: xls, xlsb, ods."""

    name: str
    format: str


class MacrosError(UserError):
    """The workbook carries macros."""

    name: str


class FileTooLargeError(UserError):
    """The file, or what it holds unpacked, has more bytes than are read."""

    name: str
    size: int
    most: int


class ZipBombError(UserError):
    """A small file that unpacks into something enormous."""

    name: str
    part: str


class DamagedFileError(UserError):
    """The file is cut off, altered or otherwise broken in ``part``."""

    name: str
    part: str


class DoctypeError(UserError):
    """A part declares a document type, which no spreadsheet program writes."""

    name: str
    part: str


class TooManySheetsError(UserError):
    """More sheets than are read."""

    name: str
    found: int
    most: int


class TooManyRowsError(UserError):
    """A sheet goes further down than is read."""

    sheet: str
    most: int


class TooManyColumnsError(UserError):
    """A sheet goes further right than is read."""

    sheet: str
    most: int


class TooManyCellsError(UserError):
    """A sheet spans more cells, or holds more text, than are read."""

    sheet: str
    most: int


class CellWithoutPlaceError(UserError):
    """A row or cell does not say where it stands."""

    sheet: str


class TextTooLongError(UserError):
    """One cell holds more text than any spreadsheet program allows."""

    sheet: str
    most: int


class EncodingUnknownError(UserError):
    """A text file is not UTF-8. ``samples`` shows one line of it as each choice would read it."""

    name: str
    choices: tuple[str, ...]
    samples: tuple[str, ...]


class WrongEncodingError(UserError):
    """The text is not in the encoding that was chosen. ``line`` is the first that shows it."""

    name: str
    encoding: str
    line: int


class UnknownEncodingError(UserError):
    """An encoding was asked for that the program does not offer."""

    encoding: str
    choices: tuple[str, ...]


class NulBytesError(UserError):
    """A text file holds NUL bytes."""

    name: str
    line: int


class UnclosedQuoteError(UserError):
    """A quotation mark opens in this line and is not closed where it should be."""

    name: str
    line: int


class DelimiterUnknownError(UserError):
    """The columns could be parted by more than one mark."""

    name: str
    choices: tuple[str, ...]


class UnknownDelimiterError(UserError):
    """A mark between columns was asked for that the program does not offer."""

    delimiter: str
    choices: tuple[str, ...]


class EmptySpreadsheetError(UserError):
    """There is not one filled cell."""

    name: str


class ReadingTooLongError(UserError):
    """Reading took longer than allowed."""

    name: str
    seconds: int


class ReadingTooHeavyError(UserError):
    """Reading needed more memory than allowed, or broke off."""

    name: str


class ReadingStoppedError(UserError):
    """The user stopped the reading."""

    name: str
