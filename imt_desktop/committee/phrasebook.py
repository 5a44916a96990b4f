"""The phrasebook: a committee's own words for what papers say, and languages of its own.

A sentence is named by its English text. A language that the program does not have leans on one that it
has: that one's words stand wherever the committee has not given its own yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors
from imt_desktop.committee.requests import Request
from imt_desktop.journal import Reading, Recorded, Writing

PACK: Final = Path(__file__).resolve().parents[1] / "packs" / "phrases.json"
PROGRAMS: Final = ("en", "es", "sw", "fr")
"""Languages that the program has itself."""
MOST_LETTERS: Final = 400
_FIELD: Final = re.compile(r"\{([^{}]*)\}")


class OwnLanguageRequest(Request, frozen=True, tag="own-language"):
    """Print in a language that the program does not have."""

    code: str
    name: str
    base: str


class PhrasesRequest(Request, frozen=True, tag="phrases"):
    """Give own words for what papers say; empty words bring the program's own back."""

    language: str
    phrases: dict[str, str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of papers: the program's that it leans on, and the committee's own words."""

    code: str
    name: str
    """Empty for a language of the program's own."""
    base: str
    phrases: Mapping[str, str]


@cache
def sentences() -> tuple[tuple[str, ...], ...]:
    """Return every sentence that papers say, in English; where it counts, its plural too."""
    return msgspec.json.decode(PACK.read_bytes(), type=tuple[tuple[str, ...], ...])


def name_language(book: Writing, wanted: OwnLanguageRequest) -> Recorded:
    """Name a language of the committee's own, or lean it on another.

    Raises LanguageCodeError, LanguageTakenError, NameMissingError.
    """
    if not re.fullmatch("[a-z]{2,3}", wanted.code):
        raise errors.LanguageCodeError(wanted.code).beside("code")
    if wanted.code in PROGRAMS:
        raise errors.LanguageTakenError(wanted.code).beside("code")
    if wanted.base not in PROGRAMS:
        raise errors.LanguageCodeError(wanted.base).beside("base")
    if not wanted.name.strip():
        raise errors.NameMissingError().beside("name")
    return book.append(
        e.OwnLanguageNamed(code=wanted.code, name=wanted.name.strip(), base=wanted.base)
    )


def give_phrases(book: Writing, wanted: PhrasesRequest) -> Recorded:
    """Give own words for sentences of papers.

    Raises LanguageCodeError, UnknownPhraseError, PhraseFieldsError, PhraseTooLongError.
    """
    spoken(book, wanted.language)
    known = {text for texts in sentences() for text in texts}
    for english, words in wanted.phrases.items():
        if english not in known:
            raise errors.UnknownPhraseError(english).beside("phrases")
        if len(words) > MOST_LETTERS:
            raise errors.PhraseTooLongError(MOST_LETTERS).beside("phrases")
        if words.strip() and not _same_fields(english, words):
            fields = tuple(f"{{{name}}}" for name in _FIELD.findall(english))
            raise errors.PhraseFieldsError(english, fields).beside("phrases")
    return book.append(
        e.PhrasesGiven(
            language=wanted.language,
            phrases=tuple(
                e.Phrase(english=english, words=" ".join(words.split()))
                for english, words in sorted(wanted.phrases.items())
            ),
        )
    )


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


def _same_fields(english: str, words: str) -> bool:
    """Whether both have the same places to fill, and no brace that stands alone."""
    loose = _FIELD.sub("", words)
    same = sorted(_FIELD.findall(english)) == sorted(_FIELD.findall(words))
    return same and not {"{", "}"} & set(loose)
