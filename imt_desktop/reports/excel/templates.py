"""Templates to fill in: heads that our own import knows, lists of words, and how to fill each column in."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from imt_desktop.errors import CannotWriteError
from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.importing.cells import LISTED
from imt_desktop.ledger.importing.synonyms import code_of, codes
from imt_desktop.money import Currency
from imt_desktop.reports.excel.cells import clean, sheet_name
from imt_desktop.reports.excel.write import part_of
from imt_desktop.wording.fields import as_title, code_name, data_name, field_name

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "members": ("number", "name", "second_adult", "nickname", "house", "old_number", "phone", "zone",
                "people", "status", "connection_type", "meter"),
    "opening": ("number", "name", "owed", "ahead", "since"),
    "payments": ("on", "number", "name", "amount", "method", "reference", "old_receipt"),
    "expenses": ("on", "payee", "what", "category", "amount", "voucher", "method", "reference"),
    "readings": ("member", "value", "read_on", "note"),
}  # fmt: skip
"""Fields of each template, in the order in which they are filled in."""

ROWS: Final = 2000
"""Rows that are made ready: their columns know whether they hold a date, an amount or a text."""

MONEY: Final = frozenset({"owed", "ahead", "amount"})
DAYS: Final = frozenset({"on", "since", "read_on"})
WIDE: Final = {
    "name": 28,
    "second_adult": 26,
    "payee": 26,
    "what": 26,
    "category": 26,
    "connection_type": 20,
}

HOW: Final[Mapping[str, str]] = {
    "number": mark("The member's number. Where it is not known, the name is enough."),
    "name": mark("Name of the household's head, in one cell."),
    "second_adult": mark(
        "The other grown-up of the house, such as the wife or the husband. May stay empty."
    ),
    "nickname": mark("What people call the household. May stay empty."),
    "house": mark("House, or the name of a parent, to tell two of one name apart."),
    "old_number": mark("Number in an older list. May stay empty."),
    "phone": mark("Telephone number. It is kept only if the household agreed."),
    "zone": mark("Part of the village, always spelled alike."),
    "people": mark("How many people live in the household, as a number."),
    "status": mark("Choose from the list; empty means active."),
    "connection_type": mark("Choose from the list; empty means a household's tap."),
    "member": mark("Number of the member whose meter it is."),
    "value": mark("What the meter says. Left empty, it was not read."),
    "read_on": mark("Day on which it was read, as a date."),
    "note": mark("Whatever is to be remembered. May stay empty."),
    "meter": mark("Number on the meter, where there is one."),
    "owed": mark("What the household owes, without the currency. Empty or 0 for nothing."),
    "ahead": mark("What it has paid ahead, without the currency."),
    "since": mark("Since when it has been owed, as a date."),
    "on": mark("Day on which it was paid, as a date."),
    "amount": mark("Amount, without the currency."),
    "method": mark("Choose from the list: how it was paid."),
    "reference": mark("Number that the bank or the telephone gave. Cash has none."),
    "old_receipt": mark("Number on the paper receipt. May stay empty."),
    "payee": mark("Who was paid."),
    "what": mark("What was bought."),
    "category": mark("Choose from the list: the kind of expense."),
    "voucher": mark("Number on the voucher. May stay empty."),
}
"""How each column is filled in."""

NEW_NUMBER: Final = mark(
    "The member's number. Where the column stays empty in all rows, each gets the next number."
)
"""What is said of it where members are taken in."""


def write_template(path: Path, kind: str, tr: Translator, currency: Currency) -> None:
    """Write an empty template of a kind of data. Raises CannotWriteError."""
    part = part_of(path)
    try:
        with TemporaryDirectory() as folder:
            _write(part, folder, kind, tr, currency)
        part.replace(path)
    except OSError as error:
        raise CannotWriteError(str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def words_of(field: str, tr: Translator) -> list[str]:
    """Return the words that a column offers: those that our import reads as what they say."""
    listed = LISTED[field]
    pairs = ((code, code_name(field, code, tr)) for code in codes(listed))
    return [word for code, word in pairs if code_of(listed, word) == code]


def _write(part: Path, folder: str, kind: str, tr: Translator, currency: Currency) -> None:
    import xlsxwriter  # heavy: only when a template is written
    from xlsxwriter.exceptions import FileCreateError

    file = xlsxwriter.Workbook(str(part), {"tmpdir": folder})
    taken: set[str] = set()
    page = file.add_worksheet(sheet_name(as_title(data_name(kind, tr)), taken))
    guide = file.add_worksheet(sheet_name(tr.gettext("How to fill it in"), taken))
    lists = file.add_worksheet(sheet_name(tr.gettext("Lists"), taken))
    _write_columns(file, page, lists, kind, tr, currency)
    _write_guide(file, guide, kind, tr)
    lists.hide()
    try:
        file.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _write_columns(
    file: Any, page: Any, lists: Any, kind: str, tr: Translator, currency: Currency
) -> None:
    head = file.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F5B53",
                            "text_wrap": True, "valign": "vcenter"})  # fmt: skip
    money = "#,##0" + ("." + "0" * currency.decimals if currency.decimals else "")
    looks = {
        "money": file.add_format({"num_format": money}),
        "day": file.add_format({"num_format": "d mmm yyyy", "align": "left"}),
        "text": file.add_format({"num_format": "@"}),
        "count": file.add_format({"num_format": "0"}),
        "figure": file.add_format({"num_format": "General"}),
    }
    page.set_row(0, 32)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for at, field in enumerate(COLUMNS[kind]):
        page.write_string(0, at, clean(as_title(field_name(field, tr))), head)
        page.set_column(at, at, WIDE.get(field, 15), looks[_kind(field)])
        if field in LISTED:
            _offer(page, lists, at, words_of(field, tr))


def _kind(field: str) -> str:
    """Say what a column holds: numbers that begin with a nought are texts."""
    if field in MONEY:
        return "money"
    if field in DAYS:
        return "day"
    if field == "value":
        return "figure"
    return "count" if field == "people" else "text"


def _offer(page: Any, lists: Any, at: int, words: list[str]) -> None:
    """Let a column offer its words; another may still be typed, and is asked about when it comes back."""
    from xlsxwriter.utility import xl_col_to_name  # heavy, as above

    for row, word in enumerate(words):
        lists.write_string(row, at, clean(word))
    letter, name = xl_col_to_name(at), lists.get_name().replace("'", "''")
    source = f"='{name}'!${letter}$1:${letter}${len(words)}"
    page.data_validation(
        1, at, ROWS, at, {"validate": "list", "source": source, "error_type": "information"}
    )


def _write_guide(file: Any, guide: Any, kind: str, tr: Translator) -> None:
    bold, wrap = (
        file.add_format({"bold": True, "valign": "top"}),
        file.add_format({"text_wrap": True, "valign": "top"}),
    )
    guide.set_column(0, 0, 28)
    guide.set_column(1, 1, 80)
    told = tr.gettext(
        "One line for each. Save the file as .xlsx and bring it in: nothing is booked before you have"
        " seen every row."
    )
    guide.write_string(0, 0, clean(as_title(data_name(kind, tr))), bold)
    guide.write_string(0, 1, clean(told), wrap)
    for row, field in enumerate(COLUMNS[kind], 2):
        guide.write_string(row, 0, clean(as_title(field_name(field, tr))), bold)
        how = NEW_NUMBER if (kind, field) == ("members", "number") else HOW[field]
        guide.write_string(row, 1, clean(tr.gettext(how)), wrap)
