"""The checks that requests of several rooms make: codes of lists, people, days, numbers of things."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from imt_desktop.committee import errors
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Writing


def chosen(code: str, codes: Collection[str], field: str) -> str:
    """Return a code of a list. Raises ChoiceError."""
    if code not in codes:
        raise errors.ChoiceError(code, tuple(codes)).beside(field)
    return code


def people(number: int, field: str) -> int:
    """Return a number of people. Raises PeopleError."""
    if number < 0:
        raise errors.PeopleError(number).beside(field)
    return number


def words(text: str, field: str) -> str:
    """Return words that cannot be missing. Raises TitleMissingError."""
    if not text.strip():
        raise errors.TitleMissingError().beside(field)
    return text.strip()


def once(names: Iterable[str], field: str) -> None:
    """See that nothing stands in a list twice. Raises TwiceError."""
    seen = set[str]()
    for number, name in enumerate(names, 1):
        with at(field, number):
            if name in seen:
                raise errors.TwiceError(name)
            seen.add(name)


def happened(book: Writing, on: date | None, field: str = "on") -> date:
    """Return the day on which something happened: today if not given. Raises NotYetError."""
    if on and on > book.today:
        raise errors.NotYetError(on.isoformat(), book.today.isoformat()).beside(field)
    return on or book.today


def require(book: Reading, table: str, number: int, error: type[Exception]) -> int:
    """Return the number of something that there is; raises the error otherwise."""
    if not book.driver.execute(f"SELECT 1 FROM {table} WHERE id=?", (number,)).fetchone():
        raise error(number)
    return number


def next_id(book: Reading, table: str) -> int:
    """Return the number of the next thing that is founded in a table."""
    row = book.driver.execute(f"SELECT coalesce(max(id),0)+1 FROM {table}").fetchone()
    return int(row[0])
