"""What can go wrong in a way that a person can put right.

A :class:`UserError` carries facts, never sentences: the words are made by ``imt_desktop.wording`` in
the language of whoever reads them. Anything else that is raised is a bug of ours.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(eq=False)
class UserError(Exception):
    """Base of everything that a person can put right.

    ``field`` is the name of the request's field beside which the sentence belongs; None where the
    whole request is meant.
    """

    def __post_init__(self) -> None:
        self.field: str | None = None
        self.args = tuple(getattr(self, name) for name in getattr(self, "__dataclass_fields__", ()))

    def beside(self, field: str) -> "UserError":
        """Name the field that the sentence belongs to; returns itself for ``raise``."""
        self.field = field
        return self


@contextmanager
def at(*path: object) -> Iterator[None]:
    """Say where in the request an error belongs to: its field becomes a path such as ``lines/2/amount``."""
    try:
        yield
    except UserError as error:
        below = [error.field] if error.field else []
        error.field = "/".join(map(str, (*path, *below)))
        raise


@dataclass(eq=False)
class AmountError(UserError):
    """A text is not an amount. ``meanings`` lists what it could have meant, where that is known."""

    text: str
    meanings: tuple[str, ...] = ()


@dataclass(eq=False)
class CountError(UserError):
    """A text is not a whole number, such as of days or of parts in store."""

    text: str


@dataclass(eq=False)
class PeopleCountError(CountError):
    """A text is not a number of people."""


@dataclass(eq=False)
class AmountNotPositiveError(UserError):
    """An amount must be more than nothing. ``minor`` is what was given, in minor units."""

    minor: int


@dataclass(eq=False)
class AmountTooLargeError(UserError):
    """An amount has more digits than the book can hold."""

    text: str
    most_digits: int


@dataclass(eq=False)
class TooManyDecimalsError(UserError):
    """An amount has more decimals than its currency."""

    text: str
    decimals: int


@dataclass(eq=False)
class CurrencyMismatchError(UserError):
    """Two currencies met in one sum."""

    one: str
    other: str


@dataclass(eq=False)
class DateError(UserError):
    """A text is not a date."""

    text: str


@dataclass(eq=False)
class PeriodError(UserError):
    """A text is not a month, quarter or year."""

    text: str


@dataclass(eq=False)
class PeriodOrderError(UserError):
    """A period ends before it begins."""

    first: str
    last: str


@dataclass(eq=False)
class CannotWriteError(UserError):
    """A file cannot be written: its folder is missing or read-only, or the disk is full."""

    path: str


@dataclass(eq=False)
class PrinterError(UserError):
    """A printer did not take a paper: it is off, gone, or stopped in the middle."""

    printer: str


@dataclass(eq=False)
class NoPrinterError(UserError):
    """No printer is set up on this computer."""


@dataclass(eq=False)
class WorkStoppedError(UserError):
    """Somebody stopped long work before it was done; nothing is left of it half."""
