"""What can go wrong in a way that a person can put right.

A :class:`UserError` carries facts, never sentences: the words are made by ``imt_desktop.wording`` in
the language of whoever reads them. Anything else that is raised is a bug of ours.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, dataclass_transform


@dataclass_transform()
class UserError(Exception):
    """Base of everything that a person can put right; a kind of error names its facts as a dataclass does.

    ``field`` is the name of the request's field beside which the sentence belongs; None where the
    whole request is meant. Raises TypeError where a fact is missing or unknown.
    """

    # Not dataclasses: those write three functions for each of the 370 kinds at every start.
    FACTS: ClassVar[tuple[str, ...]] = ()
    """The names of its facts, in order."""

    def __init_subclass__(cls) -> None:
        own = inspect.get_annotations(cls)
        cls.FACTS = tuple(dict.fromkeys((*cls.FACTS, *own)))

    def __init__(self, *facts: object, **named: object) -> None:
        names = self.FACTS
        given = dict(zip(names, facts, strict=False)) | named
        missing = [one for one in names if one not in given and not hasattr(type(self), one)]
        if missing or len(given) != len(facts) + len(named) or not given.keys() <= set(names):
            raise TypeError(f"{type(self).__name__} takes {names}, not {facts} and {named}")
        self.__dict__.update(given)
        self.field: str | None = None
        self.args = tuple(getattr(self, name) for name in names)

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


class AmountError(UserError):
    """A text is not an amount. ``meanings`` lists what it could have meant, where that is known."""

    text: str
    meanings: tuple[str, ...] = ()


class CountError(UserError):
    """A text is not a whole number, such as of days or of parts in store."""

    text: str


class PeopleCountError(CountError):
    """A text is not a number of people."""


class AmountNotPositiveError(UserError):
    """An amount must be more than nothing. ``minor`` is what was given, in minor units."""

    minor: int


class AmountTooLargeError(UserError):
    """An amount has more digits than the book can hold."""

    text: str
    most_digits: int


class TooManyDecimalsError(UserError):
    """An amount has more decimals than its currency."""

    text: str
    decimals: int


class CurrencyMismatchError(UserError):
    """Two currencies met in one sum."""

    one: str
    other: str


class DateError(UserError):
    """A text is not a date."""

    text: str


class IsoDateError(DateError):
    """A text is not a date as programs write it."""


class PeriodError(UserError):
    """A text is not a month, quarter or year."""

    text: str


class MonthError(PeriodError):
    """A text is not a month, where nothing longer will do."""


class PeriodOrderError(UserError):
    """A period ends before it begins."""

    first: str
    last: str


class CannotWriteError(UserError):
    """A file cannot be written: its folder is missing or read-only, or the disk is full."""

    path: str


class PrinterError(UserError):
    """A printer did not take a paper: it is off, gone, or stopped in the middle."""

    printer: str


class NoPrinterError(UserError):
    """No printer is set up on this computer."""


class NoPrinterHereError(NoPrinterError):
    """The same, where a button beside saves what was to be printed."""


class WorkStoppedError(UserError):
    """Somebody stopped long work before it was done; nothing is left of it half."""


class PaperError(UserError):
    """What a paper would say contradicts itself: the book was changed behind the program's back.

    ``detail`` names the figures. In a book that verifies it is a bug of the paper's builder.
    """

    detail: str
