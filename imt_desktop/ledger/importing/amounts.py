"""Amounts as people write them in spreadsheets: ``1,350/=``, ``KSh 900``, ``(450)``, ``-``.

Which mark parts the decimals is said once for a file. Without that, only what cannot mean two
things is read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from msgspec import Struct

from imt_desktop.errors import (
    AmountError,
    AmountTooLargeError,
    TooManyDecimalsError,
    UserError,
)
from imt_desktop.ledger.importing.cell_errors import (
    DecimalMarkUnknownError,
    FormulaError,
    OtherCurrencyError,
    UncalculatedFormulaError,
)
from imt_desktop.ledger.importing.sheets import UNCALCULATED, Cell, CellError, shown
from imt_desktop.ledger.importing.synonyms import fold, is_blank, words
from imt_desktop.money import MOST_DIGITS, Currency, Money

DECIMAL_MARKS: Final = (".", ",")

_MINUS: Final = "-\u2010\u2011\u2012\u2013\u2212"
_LAKHS: Final = ("NPR", "INR", "BDT", "PKR", "LKR")
"""Currencies of countries that group 1,00,000."""


class Written(Struct, frozen=True):
    """An amount's bare figures and marks, its sign and the currency marks beside it."""

    figures: str
    negative: bool


def parse_amount(cell: Cell, currency: Currency, decimal: str | None) -> Money | None:
    """Read an amount; None for an empty cell or a dash. Brackets and ``CR`` make it negative.

    Raises AmountError, AmountTooLargeError, TooManyDecimalsError, DecimalMarkUnknownError,
    OtherCurrencyError, FormulaError, UncalculatedFormulaError.
    """
    match cell:
        case None:
            return None
        case CellError():
            raise formula_error(cell)
        case bool():
            raise AmountError(shown(cell))
        case int() | Decimal():
            return currency.money(Decimal(cell))
        case str():
            return None if _is_nothing(cell, currency) else _read(cell, currency, decimal)
        case _:
            raise AmountError(shown(cell))


def formula_error(cell: CellError) -> FormulaError | UncalculatedFormulaError:
    """Return what is wrong with a formula's cell."""
    if cell.code == UNCALCULATED:
        return UncalculatedFormulaError()
    return FormulaError(cell.code)


def readings(text: str, currency: Currency) -> dict[str, Decimal]:
    """Return what a text means by each decimal mark it can be read with; empty if by none."""
    written = _written(text, currency)
    found = {}
    for mark in DECIMAL_MARKS:
        value = _by(mark, written, currency)
        if value is not None:
            found[mark] = value
    return found


def is_ambiguous(text: str, currency: Currency) -> bool:
    """Whether the decimal mark makes a difference to a text, whatever the currency's decimals."""
    try:
        return len(set(readings(text, currency).values())) > 1
    except UserError:
        return False


def proves(text: str, currency: Currency) -> str | None:
    """Return the one decimal mark by which a text is an amount of this currency, if only one is.

    ``1,350`` in a currency of two decimals proves the point: by the comma it had three.
    """
    try:
        found = readings(text, currency)
    except UserError:
        return None
    fitting = [mark for mark, value in found.items() if _decimals(value) <= currency.decimals]
    return fitting[0] if len(fitting) == 1 else None


def _is_nothing(text: str, currency: Currency) -> bool:
    """Whether a text is empty or a dash, also behind a currency; a lone ``KSh`` is not."""
    bare = _without_marks(text, currency)
    return is_blank(text) or (bool(bare) and is_blank(bare))


def _read(text: str, currency: Currency, decimal: str | None) -> Money:
    value = _by(decimal, _written(text, currency), currency) if decimal else None
    if value is None:
        value = _only_reading(text, currency, decimal)
    if _decimals(value) > currency.decimals:
        raise TooManyDecimalsError(text, currency.decimals)
    return currency.money(value)


def _only_reading(text: str, currency: Currency, decimal: str | None) -> Decimal:
    """Return what a text means whatever the mark is. Raises AmountError, DecimalMarkUnknownError."""
    found = tuple(readings(text, currency).values())
    if decimal is None and len(set(found)) > 1:
        raise DecimalMarkUnknownError(text, tuple(f"{value:f}" for value in found))
    if decimal is not None or not found:
        raise AmountError(text, tuple(f"{value:f}" for value in found))
    return found[0]


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _written(text: str, currency: Currency) -> Written:
    """Part an amount from its sign and currency. Raises AmountError, OtherCurrencyError."""
    bare, negative = _unsigned(" ".join(text.split()))
    bare, credit = _without_credit(bare)
    bare = _without_marks(bare, currency)
    bare, minus = _unsigned(bare)
    if sum((negative, credit, minus)) > 1 or not bare:
        raise AmountError(text)
    if not re.fullmatch(r"[0-9][0-9.,'\u2019\u00a0\u2007\u2009\u202f ]*", bare):
        _refuse_other_currency(bare, text, currency)
        raise AmountError(text)
    if sum(letter.isdigit() for letter in bare) > MOST_DIGITS:
        raise AmountTooLargeError(text, MOST_DIGITS)
    return Written(bare, negative or credit or minus)


def _unsigned(text: str) -> tuple[str, bool]:
    """Take away brackets or one minus, before or behind."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text[:1] and text[0] in _MINUS and text[1:].strip():
        return text[1:].strip(), True
    if text[-1:] and text[-1] in _MINUS and text[-2:-1].isdigit():
        return text[:-1].strip(), True
    return text, False


def _without_credit(text: str) -> tuple[str, bool]:
    head, space, tail = text.rpartition(" ")
    if space and fold(tail) in words().credit and any(letter.isdigit() for letter in head):
        return head, True
    return text, False


def _without_marks(text: str, currency: Currency) -> str:
    """Take away the currency's marks before and behind, each once."""
    bare = text.strip()
    if bare[:1].isdigit() and bare[-1:].isdigit():
        return bare
    marks, folded = _marks(currency.code), bare.casefold()
    for mark in marks if len(folded) == len(bare) else ():
        if folded.startswith(mark) and _ends_word(mark, bare[len(mark) :]):
            bare = bare[len(mark) :].strip()
            break
    folded = bare.casefold()
    for mark in marks if len(folded) == len(bare) else ():
        if folded.endswith(mark) and not bare[: -len(mark)][-1:].isalpha():
            return bare[: -len(mark)].strip()
    return bare


@cache
def _marks(code: str) -> tuple[str, ...]:
    """Return a currency's marks in small letters, the longest first."""
    marks = {mark.casefold() for mark in (code, *words().currencies.get(code, ()))}
    return tuple(sorted(marks, key=len, reverse=True))


def _ends_word(mark: str, rest: str) -> bool:
    return not (mark[-1].isalpha() and rest[:1].isalpha())


def _refuse_other_currency(bare: str, text: str, currency: Currency) -> None:
    for code, marks in words().currencies.items():
        other = Currency(code)
        if code != currency.code and re.fullmatch(r"[0-9][0-9., ]*", _without_marks(bare, other)):
            mark = next(mark for mark in (code, *marks) if mark.casefold() in bare.casefold())
            raise OtherCurrencyError(text, mark, currency.code)


def _by(mark: str, written: Written, currency: Currency) -> Decimal | None:
    """Read an amount by a decimal mark; None if it is not written so."""
    whole, point, part = written.figures.partition(mark)
    if point and not (part.isascii() and part.isdigit()):
        return None
    if not whole.isdigit():
        group = next((letter for letter in whole if not letter.isdigit()), mark)
        if group == mark:
            return None
        grouped = rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+"
        lakhs = rf"[0-9]{{1,2}}(?:{re.escape(group)}[0-9]{{2}})*{re.escape(group)}[0-9]{{3}}"
        if not re.fullmatch(grouped, whole) and not (
            currency.code in _LAKHS and re.fullmatch(lakhs, whole)
        ):
            return None
        whole = whole.replace(group, "")
    value = Decimal(f"{whole}.{part}" if point else whole)
    return -value if written.negative else value
