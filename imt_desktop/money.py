"""Money: whole minor units of one currency. Never a float, never a bare number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from imt_desktop.errors import (
    AmountError,
    AmountNotPositiveError,
    AmountTooLargeError,
    CurrencyMismatchError,
    TooManyDecimalsError,
)

MOST_DIGITS = 15
"""Digits of the largest amount, minor units included: it fits SQLite's and PostgreSQL's integers."""


class Currency(Struct, frozen=True):
    """A currency by its ISO 4217 code, and how many decimals this book keeps of it."""

    code: str
    decimals: int = 2

    @property
    def unit(self) -> int:
        """Minor units in one whole unit, such as 100 cents."""
        return int(10**self.decimals)

    def zero(self) -> Money:
        """Nothing, in this currency."""
        return Money(0, self)

    def money(self, amount: Decimal) -> Money:
        """Turn a decimal amount into money.

        Raises AmountError for infinities and such, TooManyDecimalsError, AmountTooLargeError.
        """
        if not amount.is_finite():
            raise AmountError(str(amount))
        if amount.adjusted() + 1 + self.decimals > MOST_DIGITS:
            raise AmountTooLargeError(str(amount), MOST_DIGITS)
        minor = _exactly(amount, self.decimals)
        if minor is None:
            raise TooManyDecimalsError(str(amount), self.decimals)
        return Money(minor, self)


def _exactly(amount: Decimal, decimals: int) -> int | None:
    """Return whole minor units, or None where some are left over. Never rounds."""
    sign, digits, exponent = amount.as_tuple()
    assert isinstance(exponent, int)
    places = exponent + decimals
    left = digits[places:] if places < 0 else ()
    if any(left):
        return None
    whole = int("".join(map(str, digits[: len(digits) - len(left)])) or "0")
    minor = whole * 10 ** max(places, 0) if whole else 0
    return -minor if sign else minor


class Money(Struct, frozen=True, gc=False):
    """An amount in minor units of a currency. Adding or comparing two currencies raises.

    A struct, which is made five times as fast as a frozen dataclass: lists are full of them.
    """

    minor: int
    currency: Currency

    def __add__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._require_same_currency(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        return not other < self

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return not self < other

    def __bool__(self) -> bool:
        return self.minor != 0

    @property
    def decimal(self) -> Decimal:
        """The amount in whole units, exactly: ``Decimal("65700.00")``."""
        return Decimal(self.minor).scaleb(-self.currency.decimals)

    def __str__(self) -> str:
        """The amount for programs, without currency: ``65700.00``."""
        return f"{self.decimal:.{self.currency.decimals}f}"

    def require_positive(self) -> Money:
        """Return itself; raises AmountNotPositiveError for zero and less."""
        if self.minor <= 0:
            raise AmountNotPositiveError(self.minor)
        return self

    def split(self, parts: int) -> tuple[Money, ...]:
        """Cut into equal parts without losing a unit; the first parts take what is left over."""
        each, over = divmod(self.minor, parts)
        return tuple(Money(each + (n < over), self.currency) for n in range(parts))

    def _require_same_currency(self, other: Money) -> None:
        if self.currency is other.currency:  # a book's amounts share one, and this is much quicker
            return
        if self.currency != other.currency:
            raise CurrencyMismatchError(self.currency.code, other.currency.code)


def amounts(currency: Currency) -> Callable[[int], Money]:
    """Return what makes amounts of minor units, each one once: lists say the same ones again and again."""
    return _Amounts(currency).__getitem__


class _Amounts(dict[int, Money]):
    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self._currency = currency

    def __missing__(self, minor: int) -> Money:
        made = self[minor] = Money(minor, self._currency)
        return made


def total(amounts: Iterable[Money], currency: Currency) -> Money:
    """Add up amounts of one currency; nothing at all adds up to zero."""
    return sum(amounts, currency.zero())


def any_cents(amounts: Sequence[Money]) -> bool:
    """Whether any amount of a column needs its decimals shown."""
    return any(amount.minor % amount.currency.unit for amount in amounts)
