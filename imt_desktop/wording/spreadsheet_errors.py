"""What can be wrong with a spreadsheet, in sentences that say what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.i18n import mark
from imt_desktop.ledger.importing import cell_errors as cells
from imt_desktop.ledger.importing import errors as files

SPREADSHEETS: Final[dict[type[UserError], str]] = {
    files.FileUnreadableError: mark("{name} cannot be opened. Is it there, and closed in other programs?"),
    files.NotASpreadsheetError: mark("{name} is not a spreadsheet, but {thing}. Choose a file that was saved as .xlsx or .csv."),
    files.ProtectedFileError: mark("{name} has a password. Save it without the password and try again."),
    files.OldFormatError: mark("{name} is a .{format} file. Save it as .xlsx and try again."),
    files.MacrosError: mark("{name} carries macros. Save it as .xlsx, without macros, and try again."),
    files.FileTooLargeError: mark("{name} is too large. Split it into smaller files."),
    files.ZipBombError: mark("{name} unpacks into something enormous and was not opened."),
    files.DamagedFileError: mark("{name} is damaged. Open it in a spreadsheet program, save it again, and try that one."),
    files.DoctypeError: mark("{name} was not written by a spreadsheet program. Save it again as .xlsx and try that one."),
    files.TooManySheetsError: mark("{name} has {found} sheets; {most} can be read. Split the file."),
    files.TooManyRowsError: mark("The sheet “{sheet}” has too many rows; {most} can be read. Remove empty rows at its end, or split it."),
    files.TooManyColumnsError: mark("The sheet “{sheet}” has too many columns; {most} can be read. Remove what stands far to the right."),
    files.TooManyCellsError: mark("The sheet “{sheet}” is too large. Split it, or remove what stands far down or far to the right."),
    files.CellWithoutPlaceError: mark("The sheet “{sheet}” is damaged. Open the file in a spreadsheet program, save it again, and try that one."),
    files.TextTooLongError: mark("A cell of the sheet “{sheet}” holds too much text. Shorten it."),
    files.EncodingUnknownError: mark("The letters of {name} can be read in several ways: {choices}. Save it as UTF-8, or say which."),
    files.WrongEncodingError: mark("{name} is not in the encoding {encoding}: see line {line}."),
    files.UnknownEncodingError: mark("The encoding {encoding} is not known. Use one of: {choices}."),
    files.NulBytesError: mark("{name} is not plain text: see line {line}. Save it again as .csv."),
    files.UnclosedQuoteError: mark("A quotation mark opens in line {line} of {name} and is never closed."),
    files.DelimiterUnknownError: mark("The columns of {name} could be separated in several ways: {choices}. Say which."),
    files.UnknownDelimiterError: mark("Columns cannot be separated by “{delimiter}”. Use one of: {choices}."),
    files.EmptySpreadsheetError: mark("{name} is empty."),
    files.ReadingTooLongError: mark("{name} takes too long to read. Split it into smaller files."),
    files.ReadingTooHeavyError: mark("{name} is too heavy to read. Split it into smaller files."),
    files.ReadingStoppedError: mark("Reading {name} was stopped."),
    cells.UnknownKindError: mark("“{kind}” cannot be brought in. Use one of: {known}."),
    cells.UnknownSheetError: mark("There is no sheet “{sheet}”. There are: {known}."),
    cells.OwnListError: mark("The sheet “{sheet}” is a list that this program made: it is brought in as {data}."),
    cells.NotBroughtInError: mark(
        "The sheet “{sheet}” is a list that this program made of what stands in a book, and is not brought in."
        " What comes back in are its lists of members, of who is behind, of payments, of expenses and of wages."
    ),
    cells.NoFittingSheetError: mark("No sheet has the headers for {data}. Say which sheet it is, and which columns."),
    cells.MissingColumnsError: mark("The sheet “{sheet}” has no column for: {groups}. Say which column it is."),
    cells.AmbiguousColumnsError: mark("In the sheet “{sheet}” several columns could be “{field_name}”: {columns}. Say which."),
    cells.UnknownFieldError: mark("“{name}” is not known. Use one of: {known}."),
    cells.UnknownColumnError: mark("There is no column “{column}”. There are: {known}."),
    cells.UnknownRowError: mark("There is no row {row}."),
    cells.MissingValueError: mark("The {wanted_field} is missing."),
    cells.DateOrderUnknownError: mark("“{text}” could be several days. Say in which order day, month and year stand."),
    cells.DecimalMarkUnknownError: mark("“{text}” could be several amounts. Say which mark stands before the decimals."),
    cells.OtherCurrencyError: mark("“{text}” is in another currency than this book."),
    cells.NegativeAmountError: mark("“{text}” is less than nothing."),
    cells.TwoBalancesError: mark("The row says both owed {owed} and paid ahead {ahead}."),
    cells.FormulaError: mark("The formula in this cell failed: {code}."),
    cells.UncalculatedFormulaError: mark("This formula has no result. Open the file in a spreadsheet program, save it again, and try that one."),
    cells.PhoneError: mark("“{text}” is not a telephone number."),
    cells.CountError: mark("“{text}” is not a number of people."),
    cells.PlainTextError: mark("“{text}” is not a name or number."),
    cells.WrittenTwiceError: mark(
        "“{text}” says that this household stands twice in the list. Leave this row out, or give it "
        "a state of its own."
    ),
    cells.UnknownWordError: mark("“{text}” is not known here. Use a word for one of: {choices}."),
    cells.RepeatedMemberError: mark("Member {number} stands in row {first_row} already."),
    cells.RepeatedReferenceError: mark("The reference {reference} stands in row {first_row} already."),
    cells.RaggedRowError: mark("The row has {found} values, but there are {expected} columns."),
}  # fmt: skip
"""One sentence for each error; its facts stand in it by their names."""

LOOKS_LIKE: Final[Mapping[str, str]] = {
    "program": mark("a program"),
    "pdf": mark("a PDF"),
    "picture": mark("a picture"),
    "webpage": mark("a web page"),
    "document": mark("some other document"),
    "archive": mark("an archive of files"),
    "unknown": mark("something else"),
}
"""What a file is that only pretends to be a spreadsheet."""

DELIMITERS: Final[Mapping[str, str]] = {
    ",": mark("comma"),
    ";": mark("semicolon"),
    "\t": mark("tab"),
    "|": mark("upright line"),
}
"""Marks between the columns of a text file."""
