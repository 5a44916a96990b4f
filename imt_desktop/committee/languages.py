"""Languages of papers: the program's, and those that a committee named itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from imt_desktop.committee import errors
from imt_desktop.journal import Reading

PROGRAMS: Final = ("en", "es", "sw", "fr")
"""Languages that the program has itself."""


class Spoken(Struct, frozen=True):
    """A language of papers: the program's that it leans on, and the committee's own words."""

    code: str
    name: str
    """Empty for a language of the program's own."""
    base: str
    phrases: Mapping[str, str]


def spoken(book: Reading, code: str) -> Spoken:
    """Return a language of papers by its code. Raises LanguageCodeError."""
    given = dict(book.driver.execute("SELECT english, words FROM phrase WHERE language=?", (code,)))
    if code in PROGRAMS:
        return Spoken(code, "", code, given)
    row = book.driver.execute(
        "SELECT name, base FROM own_language WHERE code=?", (code,)
    ).fetchone()
    if row is None:
        raise errors.LanguageCodeError(code).beside("language")
    return Spoken(code, row[0], row[1], given)


def own_languages(book: Reading) -> tuple[Spoken, ...]:
    """Return the languages that the committee named itself."""
    rows = book.driver.execute("SELECT code FROM own_language ORDER BY code").fetchall()
    return tuple(spoken(book, code) for (code,) in rows)


def all_languages(book: Reading) -> tuple[Spoken, ...]:
    """Return every language that papers can be in, the program's first."""
    return (*(spoken(book, code) for code in PROGRAMS), *own_languages(book))
