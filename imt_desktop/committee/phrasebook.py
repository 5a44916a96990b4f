"""The phrasebook: a committee's own words for what papers say, and languages of its own.

A sentence is named by its English text. A language that the program does not have leans on one that it
has: that one's words stand wherever the committee has not given its own yet.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors
from imt_desktop.committee.languages import PROGRAMS, spoken
from imt_desktop.committee.requests import Request
from imt_desktop.journal import Recorded, Writing

PACK: Final = Path(__file__).resolve().parents[1] / "packs" / "phrases.json"
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


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What papers say, in English: one text, or where it counts one and its plural."""

    texts: tuple[str, ...]
    context: str = ""
    """What is meant, where a word has several meanings."""


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return every sentence that papers say."""
    return msgspec.json.decode(PACK.read_bytes(), type=tuple[Sentence, ...])


def places_of(english: str) -> tuple[str, ...]:
    """Return the places of a sentence that names and figures fill, such as ``{name}``."""
    return tuple(f"{{{name}}}" for name in _FIELD.findall(english))


def name_language(book: Writing, wanted: OwnLanguageRequest) -> Recorded:
    """Name a language of the committee's own, or lean it on another.

    Raises LanguageShapeError, LanguageTakenError, LanguageCodeError, NameMissingError.
    """
    if not re.fullmatch("[a-z]{2,3}", wanted.code):
        raise errors.LanguageShapeError(wanted.code).beside("code")
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
    return book.append(
        e.PhrasesGiven(
            language=wanted.language,
            phrases=tuple(
                e.Phrase(english=english, words=checked(english, words))
                for english, words in sorted(wanted.phrases.items())
            ),
        )
    )


def checked(english: str, words: str) -> str:
    """Return own words for a sentence as papers will say them.

    Raises UnknownPhraseError, PhraseFieldsError, PhraseTooLongError.
    """
    if not any(english in one.texts for one in sentences()):
        raise errors.UnknownPhraseError(english).beside("phrases")
    if len(words) > MOST_LETTERS:
        raise errors.PhraseTooLongError(MOST_LETTERS).beside("phrases")
    if words.strip() and not _same_fields(english, words):
        raise errors.PhraseFieldsError(english, places_of(english)).beside("phrases")
    return " ".join(words.split())


def _same_fields(english: str, words: str) -> bool:
    """Whether both have the same places to fill, and no brace that stands alone."""
    loose = _FIELD.sub("", words)
    same = sorted(_FIELD.findall(english)) == sorted(_FIELD.findall(words))
    return same and not {"{", "}"} & set(loose)
