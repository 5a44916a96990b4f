"""Amounts: what is written is read, what could mean two things is asked, nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import (
    AmountError,
    AmountTooLargeError,
    TooManyDecimalsError,
    UserError,
)
from imt_desktop.ledger.importing.amounts import (
    is_ambiguous,
    parse_amount,
    proves,
    readings,
)
from imt_desktop.ledger.importing.cell_errors import (
    DecimalMarkUnknownError,
    FormulaError,
    OtherCurrencyError,
    UncalculatedFormulaError,
)
from imt_desktop.ledger.importing.sheets import UNCALCULATED, Cell, CellError
from imt_desktop.money import Currency, Money

from .builders import KES, kes

XOF, NPR, MXN = Currency("XOF", 0), Currency("NPR"), Currency("MXN")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1,350/=", 1350), ("KSh 900", 900), ("KSh 2700", 2700), ("Ksh1,350.00", 1350),
        ("Sh. 1,350/=", 1350), ("Kshs. 450", 450), ("450 KES", 450), ("1 350", 1350),
        ("1\u00a0350", 1350), ("1'350", 1350), ("1,350,000", 1350000), ("(450)", -450),
        ("-450", -450), ("450-", -450), ("\u2212450", -450), ("KSh (450)", -450),
        ("(KSh 450)", -450), ("450 CR", -450), (450, 450), (Decimal("450"), 450), (-5, -5),
        ("  900 ", 900), ("0", 0), ("450/-", 450), ("1,350 bob", 1350),
    ],
)  # fmt: skip
def test_amounts_as_people_write_them(cell: Cell, amount: int) -> None:
    assert parse_amount(cell, KES, ".") == kes(amount)


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "--", "\u2013", "KSh -", "-/=", "nil", "hakuna"]
)
def test_nothing_is_nothing(cell: Cell) -> None:
    assert parse_amount(cell, KES, ".") is None


@pytest.mark.parametrize(
    "cell",
    [
        "mia nne hamsini", "twelve", "12,34,567", "1e5", "--5", "(450", "450)", "5,", ",5", "1.2.3",
        "=450", "\u0664\u0665\u0660", "KSh", "/=", "450 450 450 x", "1 35", "4 50", "?", "450?",
        "(-450)", "-(450)", "(450) CR", "45O", "1,350 900", True, date(2026, 1, 5), "NaN", "inf",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(cell: Cell) -> None:
    with pytest.raises(AmountError):
        parse_amount(cell, KES, ".")


@pytest.mark.parametrize(
    ("text", "decimal", "minor"),
    [
        ("1.350,50", ",", 135050), ("350,5", ",", 35050), ("1 350,50", ",", 135050),
        ("1.350", ",", 135000), ("1,350.50", ".", 135050),
    ],
)  # fmt: skip
def test_the_decimal_mark_of_the_file(text: str, decimal: str, minor: int) -> None:
    assert parse_amount(text, KES, decimal) == Money(minor, KES)


@pytest.mark.parametrize("text", ["1.350", "1,350", "1,350/=", "(2.700)"])
def test_what_could_mean_two_things_is_asked(text: str) -> None:
    assert is_ambiguous(text, KES)
    with pytest.raises(DecimalMarkUnknownError) as caught:
        parse_amount(text, KES, None)
    assert len(caught.value.meanings) == 2


@pytest.mark.parametrize("text", ["450", "350,50", "350.50", "1,350.50", "1.350.000", "1 350"])
def test_what_can_only_mean_one_thing_is_not(text: str) -> None:
    assert not is_ambiguous(text, KES)
    assert parse_amount(text, KES, None)


@pytest.mark.parametrize(
    ("text", "mark"),
    [("350,50", ","), ("350.50", "."), ("1,350", "."), ("1.350", ","), ("450", None), ("x", None)],
)
def test_what_proves_the_mark(text: str, mark: str | None) -> None:
    assert proves(text, KES) == mark


def test_three_decimals_are_no_proof_where_the_currency_has_three() -> None:
    assert proves("1,350", Currency("TND", 3)) is None


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("350.505", TooManyDecimalsError), ("1.350", TooManyDecimalsError),
        (Decimal("0.005"), TooManyDecimalsError), ("9" * 16, AmountTooLargeError),
        (10**15, AmountTooLargeError), (Decimal("1e300"), AmountTooLargeError),
        (Decimal("Infinity"), AmountError), ("$ 900", OtherCurrencyError),
        ("900 TSh", OtherCurrencyError), ("900 FCFA", OtherCurrencyError),
        (CellError("#REF!"), FormulaError), (CellError(UNCALCULATED), UncalculatedFormulaError),
    ],
)  # fmt: skip
def test_refusals_say_why(cell: Cell, error: type[UserError]) -> None:
    with pytest.raises(error):
        parse_amount(cell, KES, ".")


def test_marks_belong_to_their_currency() -> None:
    assert parse_amount("$ 900", MXN, ".") == Money(90000, MXN)
    assert parse_amount("1 350 F CFA", XOF, ",") == Money(1350, XOF)
    assert parse_amount("Rs 1,00,000", NPR, ".") == Money(10_000_000, NPR)


def test_a_refusal_names_what_the_other_mark_would_mean() -> None:
    with pytest.raises(AmountError) as caught:
        parse_amount("350,50", KES, ".")
    assert caught.value.meanings == ("350.50",)


@given(
    minor=st.integers(-(10**14), 10**14),
    decimal=st.sampled_from(".,"),
    group=st.sampled_from(["", " ", "\u00a0", "'", "other"]),
    sign=st.sampled_from(["-{}", "({})", "{}-", "{} CR", "KSh ({})", "\u2212{}"]),
    mark=st.sampled_from(["{}", "KSh {}", "{}/=", "Ksh{}", "{} KES"]),
)
def test_an_amount_written_in_any_way_is_read_back(
    minor: int, decimal: str, group: str, sign: str, mark: str
) -> None:
    group = {".": ",", ",": "."}[decimal] if group == "other" else group
    whole, cents = divmod(abs(minor), 100)
    text = f"{whole:,}".replace(",", group) + f"{decimal}{cents:02}"
    text = sign.format(text) if minor < 0 else mark.format(text)
    assert parse_amount(text, KES, decimal) == Money(minor, KES)


@given(st.text(max_size=30), st.sampled_from([".", ",", None]))
def test_any_text_is_an_amount_or_refused(text: str, decimal: str | None) -> None:
    try:
        amount = parse_amount(text, KES, decimal)
    except UserError:
        return
    assert amount is None or any(letter in "0123456789" for letter in text)


@given(st.from_regex(r"[0-9]{1,7}([.,][0-9]{1,4}){0,3}", fullmatch=True))
def test_without_a_mark_only_the_one_meaning_is_taken(text: str) -> None:
    try:
        amount = parse_amount(text, KES, None)
    except UserError:
        return
    assert amount is not None
    assert {amount.decimal} == set(readings(text, KES).values())
