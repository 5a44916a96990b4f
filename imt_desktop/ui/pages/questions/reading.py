"""Reading questions off the window's thread, and the entries that one of them rests on, in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight.questions import Question, questions
from imt_desktop.oversight.questions.question import Threshold, thresholds
from imt_desktop.oversight.trail import known
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.deeds import deed_words

MOST: Final = 100
"""Entries that are listed; the sentence counts all."""
_LETTERS: Final = 200


class Behind(Struct, frozen=True):
    """An entry that a question rests on."""

    seq: int
    on: date
    said: str


class Case(Struct, frozen=True):
    """A question with its threshold and the entries behind it."""

    question: Question
    threshold: Threshold | None
    entries: tuple[Behind, ...]
    left_out: int
    """Entries that are not listed."""


def read_questions(book: Reading, today: date) -> tuple[Question, ...]:
    """Read what the book asks today."""
    return questions(book, today)


def read_case(book: Reading, one: Question, tr: Translator) -> Case:
    """Read what a question rests on, the newest first."""
    numbers = sorted({ref.entry for ref in one.rests}, reverse=True)
    deeds = [book.recorded(seq) for seq in numbers[:MOST]]
    names = known(book, deeds)
    entries = tuple(
        Behind(
            deed.seq, deed.on, shortened(deed_words(deed, names, tr, book.currency), _LETTERS)
        )
        for deed in deeds
    )  # fmt: skip
    return Case(one, thresholds().get(one.code), entries, len(numbers) - len(deeds))
