"""The sentences that papers say in a language, one row each, and what is being given for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from imt_desktop.committee.languages import Spoken
from imt_desktop.committee.phrasebook import sentences
from imt_desktop.i18n import Translator
from imt_desktop.wording.phrases import programs_words

Left = Literal["all", "own", "without"]
"""Every sentence, those in own words, or those without."""

_COUNTS: Final = ("one", "several")


class PhraseRow(Struct, frozen=True):
    """A sentence: its English text, and what the program says in the language."""

    english: str
    programs: str
    counts: str = ""
    """``one`` or ``several`` where the sentence counts."""


def rows_of(spoken: Spoken, country: str) -> tuple[PhraseRow, ...]:
    """Return what papers say in a language, by the program's own words."""
    tr = Translator(spoken.base, country)
    return tuple({row.english: row for row in _rows(tr)}.values())


def _rows(tr: Translator) -> Iterator[PhraseRow]:
    for said in sentences():
        words = programs_words(said, tr)
        counts = _COUNTS if len(set(said.texts)) > 1 else ("",)
        yield from map(PhraseRow, said.texts, words, counts)


class GivenWords:
    """Own words by language: those that the book has, and those typed and not yet saved."""

    def __init__(self) -> None:
        self._book: Mapping[str, Mapping[str, str]] = {}
        self._typed: dict[str, dict[str, str]] = {}

    def begin(self, spoken: Mapping[str, Spoken]) -> None:
        """Take over what the book says now; what was typed and is not in it stays."""
        self._book = {code: one.phrases for code, one in spoken.items()}
        for code, typed in self._typed.items():
            for english, words in tuple(typed.items()):
                self.type(code, english, words)

    def of(self, code: str, english: str) -> str:
        """Return the own words for a sentence; nothing where there are none."""
        typed = self._typed.get(code, {})
        return typed.get(english, self._book.get(code, {}).get(english, ""))

    def is_typed(self, code: str, english: str) -> bool:
        """Whether its words are not saved yet."""
        return english in self._typed.get(code, {})

    def type(self, code: str, english: str, words: str) -> None:
        """Give words; those that the book has already are nothing to save."""
        typed = self._typed.setdefault(code, {})
        if " ".join(words.split()) == self._book.get(code, {}).get(english, ""):
            typed.pop(english, None)
        else:
            typed[english] = words

    def unsaved(self) -> dict[str, dict[str, str]]:
        """Return what is not saved yet, by language."""
        return {code: dict(typed) for code, typed in self._typed.items() if typed}


def found(row: PhraseRow, own: str, search: str, left: Left) -> bool:
    """Whether a row is to be shown: every word searched for stands in one of its texts."""
    if left != "all" and bool(own.strip()) != (left == "own"):
        return False
    text = _plain(" ".join((row.english, row.programs, own)))
    return all(word in text for word in _plain(search).split())


def _plain(text: str) -> str:
    """Write small and without accents, so that ``metodo`` finds ``Método``."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
