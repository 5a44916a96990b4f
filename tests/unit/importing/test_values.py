"""Names, numbers and words in cells."""

from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.ledger.importing.cell_errors import (
    CountError,
    FormulaError,
    PhoneError,
    PlainTextError,
    UnknownWordError,
)
from imt_desktop.ledger.importing.sheets import Cell, CellError
from imt_desktop.ledger.importing.values import (
    parse_count,
    parse_number,
    parse_phone,
    parse_text,
    parse_word,
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Achieng  Mutua ", "Achieng Mutua"), ("Otieno\nMary", "Otieno Mary"),
        ("<b>Jose", "<b>Jose"), ('=HYPERLINK("x")', '=HYPERLINK("x")'), (" - ", None), (None, None),
        ("Jose\u0301", "José"), ("مريم", "مريم"), ("💧", "💧"), (17, "17"), ("x" * 5000, "x" * 5000),
    ],
)  # fmt: skip
def test_names_stay_plain_text(cell: Cell, text: str | None) -> None:
    assert parse_text(cell) == text


@pytest.mark.parametrize("cell", [True, date(2026, 1, 5)])
def test_a_date_is_no_name(cell: Cell) -> None:
    with pytest.raises(PlainTextError):
        parse_text(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [(17, "17"), (Decimal("17"), "17"), ("17.0", "17"), ("014", "014"), (" A-7 ", "A-7"), (0, "0")],
)
def test_member_numbers_are_text(cell: Cell, number: str) -> None:
    assert parse_number(cell) == number


def test_a_broken_number_is_no_number() -> None:
    with pytest.raises(PlainTextError):
        parse_number(Decimal("17.5"))


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        (726496156, "726496156"), ("0739110241", "0739110241"), ("+254 739 110241", "+254 739 110241"),
        ("722418305.0", "722418305"), ("hana simu", None), ("-", None), (None, None),
        ("0712 345678 / 0733 111222", "0712 345678 / 0733 111222"),
    ],
)  # fmt: skip
def test_phone_numbers_keep_what_is_there(cell: Cell, phone: str | None) -> None:
    assert parse_phone(cell) == phone


@pytest.mark.parametrize(
    "cell", ["ask Mary", "7.22E+08", 12, "1" * 16, date(2026, 1, 5), True, Decimal("7224183.5")]
)
def test_what_is_no_phone_number_is_refused(cell: Cell) -> None:
    with pytest.raises(PhoneError):
        parse_phone(cell)


@pytest.mark.parametrize(("cell", "count"), [(9, 9), ("9", 9), ("9.0", 9), (0, 0), ("-", None)])
def test_counts(cell: Cell, count: int | None) -> None:
    assert parse_count(cell) == count


@pytest.mark.parametrize(
    "cell", ["nine", -1, Decimal("1.5"), 10_000, True, date(2026, 1, 5), "1e3"]
)
def test_what_is_no_count_is_refused(cell: Cell) -> None:
    with pytest.raises(CountError):
        parse_count(cell)


def test_words_become_codes() -> None:
    assert parse_word("Imekatwa", "status", "status", {}) == "cut-off"
    assert parse_word(True, "status", "status", {}) == "active"
    assert parse_word("", "status", "status", {}) is None


def test_an_unknown_word_is_never_guessed_but_can_be_explained() -> None:
    with pytest.raises(UnknownWordError) as caught:
        parse_word("Equity", "method", "method", {})
    assert caught.value.choices == ("cash", "bank", "mobile")
    assert parse_word("EQUITY ", "method", "method", {("method", "equity"): "bank"}) == "bank"


@pytest.mark.parametrize("parse", [parse_text, parse_number, parse_phone, parse_count])
def test_a_failed_formula_is_named(parse) -> None:
    with pytest.raises(FormulaError):
        parse(CellError("#REF!"))
