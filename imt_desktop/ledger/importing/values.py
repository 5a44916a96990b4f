"""Names, numbers, telephone numbers and words in cells. A parser never returns a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from imt_desktop.ledger.importing.amounts import formula_error
from imt_desktop.ledger.importing.cell_errors import (
    CountError,
    PhoneError,
    PlainTextError,
    UnknownWordError,
)
from imt_desktop.ledger.importing.sheets import Cell, CellError, shown
from imt_desktop.ledger.importing.synonyms import code_of, codes, fold, is_blank

_FEWEST_PHONE_DIGITS, _MOST_PHONE_DIGITS = 5, 15
_WITHOUT_ZERO: Final = range(8, 11)
"""How many digits a number within a country has, its zero not counted."""

_FLOAT_LIKE: Final = re.compile(r"([0-9]+)\.0+")
_MOST_PEOPLE: Final = 9_999


def parse_text(cell: Cell) -> str | None:
    """Read a name or note: as it stands, with runs of spaces and newlines made one space.

    Raises PlainTextError for a date, FormulaError, UncalculatedFormulaError.
    """
    match cell:
        case None:
            return None
        case CellError():
            raise formula_error(cell)
        case str():
            text = unicodedata.normalize("NFC", " ".join(cell.split()))
            return None if is_blank(text) else text
        case bool() | date():
            raise PlainTextError(shown(cell))
        case _:
            return shown(cell)


def parse_number(cell: Cell) -> str | None:
    """Read a member's, receipt's or voucher's number as text: 17.0 is ``17``, ``014`` stays.

    Raises what ``parse_text`` raises.
    """
    if type(cell) is int:
        return str(cell)
    if isinstance(cell, Decimal) and cell != cell.to_integral_value():
        raise PlainTextError(shown(cell))
    text = parse_text(cell)
    if text is None:
        return None
    whole = _FLOAT_LIKE.fullmatch(text)
    return whole[1] if whole else text


def parse_phone(cell: Cell) -> str | None:
    """Read a telephone number: a zero or plus in front is kept where it stands, never made up.

    Raises PhoneError, FormulaError, UncalculatedFormulaError.
    """
    if isinstance(cell, date | bool):
        raise PhoneError(shown(cell))
    if isinstance(cell, Decimal) and cell != cell.to_integral_value():
        raise PhoneError(shown(cell))
    text = parse_number(cell)
    if text is None:
        return None
    digits = sum(letter.isdigit() for letter in re.split(r"[/,;]| na | or | o | ou ", text)[0])
    scientific = re.fullmatch(r"[0-9.,]+[eE]\+?[0-9]+", text)
    if scientific or not _FEWEST_PHONE_DIGITS <= digits <= _MOST_PHONE_DIGITS:
        raise PhoneError(text)
    return text


def lacks_zero(phone: str) -> bool:
    """Whether one telephone number stands there without a zero, a plus or a country's code in front."""
    found = re.fullmatch(r"[1-9][0-9 .-]*", phone)
    return bool(found) and sum(map(str.isdigit, phone)) in _WITHOUT_ZERO


def parse_count(cell: Cell) -> int | None:
    """Read how many people live in a household. Raises CountError and formulas' errors."""
    match cell:
        case bool() | date():
            raise CountError(shown(cell))
        case int() | Decimal():
            number = Decimal(cell)
        case _:
            text = parse_text(cell)
            if text is None:
                return None
            if not re.fullmatch(r"[0-9]{1,4}(\.0+)?", text):
                raise CountError(text)
            number = Decimal(text)
    if number != number.to_integral_value() or not 0 <= number <= _MOST_PEOPLE:
        raise CountError(shown(cell))
    return int(number)


def parse_word(
    cell: Cell, listed: str, field: str, chosen: Mapping[tuple[str, str], str]
) -> str | None:
    """Read a word of a list as its code. ``chosen`` are words of this file that somebody explained.

    Raises UnknownWordError, PlainTextError, FormulaError, UncalculatedFormulaError.
    """
    if isinstance(cell, bool):
        cell = "yes" if cell else "no"
    text = parse_text(cell)
    if text is None:
        return None
    code = chosen.get((field, fold(text))) or code_of(listed, text)
    if code is None:
        raise UnknownWordError(field, text, codes(listed))
    return code
