"""Money never loses a unit and never mixes currencies."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import (
    AmountError,
    AmountNotPositiveError,
    AmountTooLargeError,
    CurrencyMismatchError,
    TooManyDecimalsError,
)
from imt_desktop.money import MOST_DIGITS, Currency, Money, any_cents, total
from tests.builders import KES, kes

UGX = Currency("UGX", 0)
minors = st.integers(-(10**MOST_DIGITS) + 1, 10**MOST_DIGITS - 1)
currencies = st.builds(Currency, st.sampled_from(["KES", "UGX", "TND"]), st.integers(0, 3))


@given(minors, st.integers(1, 60))
def test_a_split_loses_nothing_and_is_as_even_as_can_be(minor: int, parts: int) -> None:
    shares = Money(minor, KES).split(parts)
    assert len(shares) == parts
    assert total(shares, KES) == Money(minor, KES)
    assert max(shares).minor - min(shares).minor <= 1
    assert list(shares) == sorted(shares, reverse=True)


@given(minors, currencies)
def test_money_is_its_decimal_and_back(minor: int, currency: Currency) -> None:
    money = Money(minor, currency)
    assert currency.money(money.decimal) == money
    assert currency.money(Decimal(str(money))) == money


@given(minors, minors)
def test_adding_and_taking_away_cancel(one: int, other: int) -> None:
    a, b = Money(one, KES), Money(other, KES)
    assert a + b - b == a
    assert a + -a == KES.zero()
    assert (a < b) == (one < other)
    assert (a >= b) == (one >= other)
    assert (a <= b) == (one <= other)
    assert (a > b) == (one > other)


@given(st.lists(minors, max_size=8))
def test_a_total_is_the_sum(amounts: list[int]) -> None:
    assert total((Money(a, KES) for a in amounts), KES).minor == sum(amounts)


def test_nothing_adds_up_to_nothing() -> None:
    assert total([], KES) == KES.zero()
    assert not KES.zero()


@pytest.mark.parametrize(
    "mix",
    [
        lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a >= b,
        lambda a, b: total([a, b], KES), lambda a, b: max(a, b),
    ],
)  # fmt: skip
def test_two_currencies_never_meet(mix: object) -> None:
    with pytest.raises(CurrencyMismatchError) as refused:
        mix(kes(5), UGX.money(Decimal(5)))  # type: ignore[operator]
    assert {refused.value.one, refused.value.other} == {"KES", "UGX"}


def test_equal_amounts_of_two_currencies_are_not_equal() -> None:
    assert Money(500, KES) != Money(500, UGX)


@pytest.mark.parametrize(
    ("typed", "currency", "error"),
    [
        ("NaN", KES, AmountError),
        ("sNaN", KES, AmountError),
        ("Infinity", KES, AmountError),
        ("0.001", KES, TooManyDecimalsError),
        ("1.5", UGX, TooManyDecimalsError),
        ("1E-30", KES, TooManyDecimalsError),
        ("1E+13", KES, AmountTooLargeError),
        ("10000000000000.00", KES, AmountTooLargeError),
        ("1E+15", UGX, AmountTooLargeError),
    ],
)
def test_what_is_no_amount_is_refused(
    typed: str, currency: Currency, error: type[Exception]
) -> None:
    with pytest.raises(error):
        currency.money(Decimal(typed))


def test_the_largest_amount_and_trailing_zeros_fit() -> None:
    assert KES.money(Decimal("9999999999999.99")).minor == 999_999_999_999_999
    assert KES.money(Decimal("1.5000")).minor == 150
    assert KES.money(Decimal("1E+3")) == kes(1000)


@pytest.mark.parametrize("minor", [0, -1, -500])
def test_a_payment_is_more_than_nothing(minor: int) -> None:
    with pytest.raises(AmountNotPositiveError) as refused:
        Money(minor, KES).require_positive()
    assert refused.value.minor == minor
    assert kes(5).require_positive() == kes(5)


def test_money_for_programs() -> None:
    assert str(kes(65700)) == "65700.00"
    assert str(-kes("0.05")) == "-0.05"
    assert str(UGX.money(Decimal(1500))) == "1500"
    assert kes(150) * 3 == kes(450)


def test_a_column_shows_cents_where_any_amount_has_them() -> None:
    assert any_cents([kes(1), kes("2.50")])
    assert not any_cents([kes(1), kes(2)])
    assert not any_cents([UGX.money(Decimal(1501))])
