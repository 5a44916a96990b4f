"""Words that open a sealed copy: made up of syllables, so that they can be said and written anywhere.

A list of real words would have to be one for each language, and for Swahili and many others there is
none with a source. These read alike in all of them: a word is three syllables, each one of 11
consonants that no language here spells in two ways, and a vowel. Five words are 15 syllables of 55:
86 bits, drawn by the system's own source of chance. Age then makes each guess cost a second.
"""

from __future__ import annotations

import re
import secrets
from typing import Final

from imt_desktop.journal.errors import SealWordError, SealWordsMissingError

CONSONANTS: Final = "bdfklmnprst"
VOWELS: Final = "aeiou"
SYLLABLES: Final = 3
WORDS: Final = 5

_WORD: Final = re.compile(f"(?:[{CONSONANTS}][{VOWELS}]){{{SYLLABLES}}}")


def new_words() -> str:
    """Draw the words for a sealed copy: ``bakone tidumi pasofa lirenu kamobe``."""
    return " ".join(_word() for _ in range(WORDS))


def cleaned(typed: str) -> str:
    """Return typed words as they are compared: small letters, one space between two.

    Raises SealWordError for the first that cannot be one of them, or where one is missing;
    SealWordsMissingError where nothing was typed.
    """
    if not typed.strip():
        raise SealWordsMissingError().beside("words")
    words = re.split(r"[\s,;-]+", typed.strip().lower())
    for word in words:
        if not _WORD.fullmatch(word):
            raise SealWordError(word).beside("words")
    if len(words) != WORDS:
        raise SealWordError(typed.strip()).beside("words")
    return " ".join(words)


def _word() -> str:
    return "".join(secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(SYLLABLES))
